//! What only the reports of a run can tell: whether what they show is what they keep.

use std::io;

use serde_json::Value;

use crate::analyses::Forecast;
use crate::analyses::verify::Told;
use crate::report::document::{Figure, page};
use crate::report::summary;
use crate::report::wording::{Language, Wording};

/// Writes the summary of a run twice, makes its page in every language, and counts what does not agree.
///
/// # Errors
/// None in practice: all is written to memory.
pub fn told(forecast: &Forecast) -> io::Result<Told> {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    summary::write(forecast, &mut first)?;
    summary::write(forecast, &mut second)?;
    let json: Value = serde_json::from_slice(&first)?;
    let pages: Vec<Vec<Figure>> = Language::ALL
        .into_iter()
        .map(|language| {
            let page = page(forecast, &Wording::new(language), None);
            page.figures().into_iter().cloned().collect()
        })
        .collect();
    let not_in_both = pages.windows(2).map(|pair| unlike(&pair[0], &pair[1])).sum();
    Ok(Told {
        not_in_summary: pages.iter().flatten().filter(|figure| !kept(figure, &json)).count() as f64,
        not_in_both,
        not_repeated: differing(&first, &second),
        not_finite: not_finite(&json),
        not_set: 0.0,
    })
}

/// Whether the summary holds a figure with the value shown.
fn kept(figure: &Figure, json: &Value) -> bool {
    let Some(there) = json.pointer(&figure.pointer) else { return false };
    match (figure.value, there.as_f64()) {
        (Some(shown), Some(kept)) => (shown - kept).abs() <= 1e-9 * shown.abs().max(1e-9),
        (None, None) => there.is_null(),
        _ => false,
    }
}

/// Places that one page names and the other does not, or not as often.
fn unlike(one: &[Figure], other: &[Figure]) -> f64 {
    let places = |figures: &[Figure]| {
        let mut places: Vec<String> = figures.iter().map(|figure| figure.pointer.clone()).collect();
        places.sort();
        places
    };
    let (one, other) = (places(one), places(other));
    let pairs = one.iter().zip(&other).filter(|(a, b)| a != b).count();
    (pairs + one.len().abs_diff(other.len())) as f64
}

fn differing(one: &[u8], other: &[u8]) -> f64 {
    (one.iter().zip(other).filter(|(a, b)| a != b).count() + one.len().abs_diff(other.len())) as f64
}

/// Numbers that no other program reads, which JSON can only hold by a fault.
fn not_finite(json: &Value) -> f64 {
    match json {
        Value::Number(number) if !number.as_f64().is_some_and(f64::is_finite) => 1.0,
        Value::Array(items) => items.iter().map(not_finite).sum(),
        Value::Object(members) => members.values().map(not_finite).sum(),
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(pointer: &str, value: Option<f64>) -> Figure {
        Figure { text: String::new(), pointer: pointer.to_owned(), value }
    }

    #[test]
    fn a_figure_that_is_not_there_or_is_another_is_seen() {
        let json = serde_json::json!({"a": 1.5, "b": null});
        assert!(kept(&figure("/a", Some(1.5)), &json) && kept(&figure("/b", None), &json));
        assert!(!kept(&figure("/a", Some(1.6)), &json), "another value");
        assert!(!kept(&figure("/c", Some(1.5)), &json), "no such place");
        assert!(!kept(&figure("/a", None), &json), "shown as undefined");
    }

    #[test]
    fn pages_and_bytes_that_differ_are_counted() {
        let page = [figure("/a", None), figure("/b", None)];
        assert!(unlike(&page, &page) < 1.0);
        assert!(unlike(&page, &page[..1]) > 0.0);
        assert!(differing(b"abc", b"abd") > 0.0 && differing(b"abc", b"ab") > 0.0);
    }
}
