//! How the JSON is laid out: a line per key, arrays and the innermost objects on one line.
//!
//! Two runs can then be compared line by line, and a series of 261 weeks does not take 261 lines.

use std::io::{Result, Write};

use serde_json::ser::Formatter;

/// Objects nested deeper than this stay on one line: a band is at depth eight.
const DEEPEST: usize = 7;

/// The layout of `summary.json` and `manifest.json`.
#[derive(Default)]
pub(in crate::report) struct Layout {
    depth: usize,
    filled: bool,
}

impl Layout {
    fn turn<W: Write + ?Sized>(&self, to: &mut W) -> Result<()> {
        to.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| to.write_all(b" "))
    }
}

impl Formatter for Layout {
    fn begin_object<W: Write + ?Sized>(&mut self, to: &mut W) -> Result<()> {
        self.depth += 1;
        self.filled = false;
        to.write_all(b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, to: &mut W) -> Result<()> {
        let on_lines = self.filled && self.depth <= DEEPEST;
        self.depth -= 1;
        self.filled = true;
        if on_lines {
            self.turn(to)?;
        }
        to.write_all(b"}")
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, to: &mut W, first: bool) -> Result<()> {
        if !first {
            to.write_all(b",")?;
        }
        if self.depth <= DEEPEST {
            self.turn(to)
        } else if first {
            Ok(())
        } else {
            to.write_all(b" ")
        }
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, to: &mut W) -> Result<()> {
        to.write_all(b": ")
    }

    fn end_object_value<W: Write + ?Sized>(&mut self, _: &mut W) -> Result<()> {
        self.filled = true;
        Ok(())
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, to: &mut W, first: bool) -> Result<()> {
        if first { Ok(()) } else { to.write_all(b", ") }
    }
}
