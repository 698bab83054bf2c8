//! Numbers by replication and column: written row by row, read column by column.
//!
//! Enter: whole rows, a few at a time. Leave: columns, in the order of the rows. They are kept in blocks of a few rows,
//! column by column within a block: in plain rows every number of a column would lie in a page of its own, and
//! reading a column would cost more than all that is done with it. Refuses to know: what the numbers are.

use std::ops::Range;

/// Rows of a block: two lines of the cache hold those of one column.
pub(super) const ROWS: usize = 16;
/// Columns turned at a time: those of one row stand in one line of the cache.
const TILE: usize = 8;

/// Numbers by row and column.
#[derive(Clone, Debug)]
pub(super) struct Blocks {
    rows: usize,
    columns: usize,
    /// `(block, column, row in the block)`; the last block has room for rows that are not there.
    values: Vec<f64>,
}

impl Blocks {
    /// So many rows of noughts.
    pub(super) fn zeros(rows: usize, columns: usize) -> Self {
        Self { rows, columns, values: vec![0.0; rows.div_ceil(ROWS) * ROWS * columns] }
    }

    /// Begins anew with so many rows, at most as many as there is room for.
    pub(super) fn restart(&mut self, rows: usize) {
        let room = self.values.len().checked_div(self.columns).unwrap_or(0);
        self.rows = rows.min(room);
    }

    /// How many rows there are.
    pub(super) const fn rows(&self) -> usize {
        self.rows
    }

    /// The blocks in which some rows fall, one after another, to be written with [`put`].
    pub(super) fn around_mut(&mut self, rows: &Range<usize>) -> &mut [f64] {
        let size = ROWS * self.columns;
        &mut self.values[rows.start.div_euclid(ROWS) * size..rows.end.div_ceil(ROWS) * size]
    }

    /// Writes rows, the first of them being number `from`.
    pub(super) fn put_rows(&mut self, from: usize, rows: &[f64]) {
        let columns = self.columns;
        let end = from + rows.len().div_euclid(columns);
        let first = from.div_euclid(ROWS);
        let blocks = self.around_mut(&(from..end)).chunks_exact_mut(ROWS * columns).enumerate();
        let mut rest = rows;
        for (block, values) in blocks {
            let begin = (first + block) * ROWS;
            let (row, until) = (from.max(begin), end.min(begin + ROWS));
            let (these, after) = rest.split_at((until - row) * columns);
            put(values, columns, (row - begin, these));
            rest = after;
        }
    }

    /// Some rows, one after another.
    pub(super) fn take_rows(&self, rows: &Range<usize>) -> Vec<f64> {
        let mut all = Vec::with_capacity(rows.len() * self.columns);
        for row in rows.clone() {
            let block = row.div_euclid(ROWS) * ROWS * self.columns;
            let values = &self.values[block..block + ROWS * self.columns];
            all.extend(values.chunks_exact(ROWS).map(|line| line[row.rem_euclid(ROWS)]));
        }
        all
    }

    /// The first rows of some columns, behind what each of `into` holds.
    pub(super) fn gather(&self, columns: &[usize], rows: usize, into: &mut [Vec<f64>]) {
        let mut rest = rows;
        for block in self.values.chunks_exact(ROWS * self.columns) {
            let there = rest.min(ROWS);
            // Block by block: columns that are asked for together lie side by side in it.
            for (column, into) in columns.iter().zip(&mut *into) {
                into.extend_from_slice(&block[column * ROWS..][..there]);
            }
            rest -= there;
        }
    }
}

/// Writes rows of so many columns into one block, the first of them as row `from` of the block.
pub(super) fn put(block: &mut [f64], columns: usize, (from, rows): (usize, &[f64])) {
    for (tile, lines) in block.chunks_mut(TILE * ROWS).enumerate() {
        for (number, row) in rows.chunks_exact(columns).enumerate() {
            for (line, value) in lines.chunks_exact_mut(ROWS).zip(&row[tile * TILE..]) {
                line[from + number] = *value;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Row `r` of column `c` is `100 r + c`.
    fn rows(range: Range<usize>, columns: usize) -> Vec<f64> {
        range.flat_map(|row| (0..columns).map(move |column| (100 * row + column) as f64)).collect()
    }

    #[test]
    fn what_was_written_in_rows_is_read_by_column_however_it_was_cut() {
        for columns in [1, 7, 8, 21] {
            for cuts in [vec![0, 45], vec![0, 3, 16, 40, 45], vec![0, 15, 17, 45]] {
                let mut blocks = Blocks::zeros(45, columns);
                for cut in cuts.windows(2) {
                    blocks.put_rows(cut[0], &rows(cut[0]..cut[1], columns));
                }
                assert_eq!(blocks.take_rows(&(5..38)), rows(5..38, columns));
                let mut found = vec![Vec::new(), Vec::new()];
                blocks.gather(&[columns - 1, 0], 33, &mut found);
                for (column, found) in [columns - 1, 0].into_iter().zip(found) {
                    let expected: Vec<f64> = (0..33).map(|row| (100 * row + column) as f64).collect();
                    assert_eq!(found, expected, "column {column} of {columns}");
                }
            }
        }
    }
}
