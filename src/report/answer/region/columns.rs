//! `extra.csv`: what is added up, a row per replication, in digits that give the same numbers back.

use std::io::Write;

use crate::analyses::region::ADDED;
use crate::scenario::World;

/// The names of what is added up.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    ADDED.iter().map(|metric| metric.name())
}

/// The headings: the metric behind the name of its world.
fn headings(worlds: &[World]) -> Vec<String> {
    worlds.iter().flat_map(|world| names().map(move |metric| format!("{}/{metric}", world.name))).collect()
}

/// Writes the columns of a municipality.
///
/// # Errors
/// Whatever writing to `to` fails with.
pub fn write_columns(worlds: &[World], columns: &[Vec<f64>], to: &mut dyn Write) -> Result<(), csv::Error> {
    let mut csv = csv::Writer::from_writer(to);
    csv.write_record(headings(worlds))?;
    for replication in 0..columns.first().map_or(0, Vec::len) {
        csv.write_record(columns.iter().map(|column| column[replication].to_string()))?;
    }
    csv.flush()?;
    Ok(())
}

/// Reads them back; `None` when the text is not what was written of these worlds and so many replications.
pub fn read_columns(worlds: &[World], replications: usize, text: &str) -> Option<Vec<Vec<f64>>> {
    let mut csv = csv::Reader::from_reader(text.as_bytes());
    let wanted = headings(worlds);
    if csv.headers().ok()?.iter().ne(wanted.iter().map(String::as_str)) {
        return None;
    }
    let mut columns = vec![Vec::with_capacity(replications); wanted.len()];
    for row in csv.records() {
        for (column, cell) in columns.iter_mut().zip(&row.ok()?) {
            column.push(cell.parse().ok()?);
        }
    }
    columns.iter().all(|column: &Vec<f64>| column.len() == replications).then_some(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_back_to_the_bit() {
        let world =
            |name: &str| World { name: name.to_owned(), title: String::new(), purpose: String::new() };
        let worlds = [world("cautious"), world("headwind")];
        let columns: Vec<Vec<f64>> =
            (0..8).map(|place| vec![0.1 + 0.2 * f64::from(place), -1e-300, 1.0 / 3.0, 85_000.0]).collect();
        let mut text = Vec::new();
        write_columns(&worlds, &columns, &mut text).unwrap();
        let text = String::from_utf8(text).unwrap();
        assert_eq!(read_columns(&worlds, 4, &text), Some(columns));
        assert_eq!(read_columns(&worlds, 5, &text), None, "a row too few");
        assert_eq!(read_columns(&worlds[..1], 4, &text), None, "other worlds");
    }
}
