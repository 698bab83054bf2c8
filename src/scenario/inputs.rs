//! The texts read, and how a byte in one becomes a line and a column.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::fault::{Fault, FaultKind, Faults, Input, Site, Warning, WarningKind};
use super::model::Place;

/// A stretch of one input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) input: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// All inputs, and what was found in them.
#[derive(Debug, Default)]
pub(super) struct Desk {
    inputs: Vec<Input>,
    line_starts: Vec<Vec<usize>>,
    read: Vec<bool>,
    faults: Vec<(Spot, FaultKind)>,
    /// Whether as many were found as are kept, so that the rest is not counted.
    uncounted: bool,
    warnings: Vec<(Spot, WarningKind)>,
}

/// Faults are kept up to a multiple of what is shown, so that repeats per arm and world can be dropped at the end.
const MOST_KEPT: usize = Faults::MOST * 20;

/// The name under which values set at the prompt appear.
pub(super) const PROMPT: &str = "--set";

impl Desk {
    /// Puts a text on the desk; none stands for a file that could not be read.
    pub(super) fn add(&mut self, path: &Path, text: Option<String>) -> usize {
        self.read.push(text.is_some());
        let text = text.unwrap_or_default();
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        self.line_starts.push(starts);
        self.inputs.push(Input { path: path.to_path_buf(), text });
        self.inputs.len() - 1
    }

    pub(super) fn text(&self, input: usize) -> &str {
        &self.inputs[input].text
    }

    pub(super) fn path(&self, input: usize) -> &Path {
        &self.inputs[input].path
    }

    /// The whole of an input.
    pub(super) const fn whole(input: usize) -> Spot {
        Spot { input, start: 0, end: 0 }
    }

    pub(super) fn fault(&mut self, spot: Spot, kind: FaultKind) {
        self.fault_with(spot, || kind);
    }

    /// Makes the fault only while it will be kept: looking for a nearest key costs time.
    pub(super) fn fault_with(&mut self, spot: Spot, kind: impl FnOnce() -> FaultKind) {
        if !self.is_full() {
            let kind = kind();
            if !self.faults.iter().rev().take(500).any(|(at, known)| *at == spot && *known == kind) {
                self.faults.push((spot, kind));
                self.uncounted |= self.is_full();
            }
        }
    }

    /// Whether no more faults are wanted.
    pub(super) fn is_full(&self) -> bool {
        self.faults.len() >= MOST_KEPT
    }

    pub(super) fn warn(&mut self, spot: Spot, kind: WarningKind) {
        if self.warnings.len() < Faults::MOST
            && !self.warnings.iter().any(|known| known.0 == spot && known.1 == kind)
        {
            self.warnings.push((spot, kind));
        }
    }

    pub(super) fn has_faults(&self) -> bool {
        !self.faults.is_empty()
    }

    /// Drops faults and doubts on lines of which the syntax is wrong: they only repeat the mistake. Of a number as people
    /// write it is told what was meant, which helps more than what the parser has to say of it.
    pub(super) fn drop_echoes(&mut self, spots: &[Spot]) {
        let at = |desk: &Self, spot: &Spot| (spot.input, desk.line(*spot));
        let broken: BTreeSet<_> = spots.iter().map(|spot| at(self, spot)).collect();
        let numbers = self.faults.iter().filter(|(_, kind)| matches!(kind, FaultKind::DecimalComma { .. }));
        let numbers: BTreeSet<Spot> = numbers.map(|(spot, _)| *spot).collect();
        let meant: BTreeSet<_> = numbers.iter().map(|spot| at(self, spot)).collect();
        // The parser may have cut a number where the reader of the file would not.
        let is_cut = |spot: &Spot| {
            let whole = Spot { end: usize::MAX, ..*spot };
            numbers.range(*spot..=whole).any(|other| other != spot)
        };
        let (faults, warnings) = (std::mem::take(&mut self.faults), std::mem::take(&mut self.warnings));
        let is_mistake = |(spot, kind): &(Spot, FaultKind)| match kind {
            FaultKind::Syntax { .. } => !meant.contains(&at(self, spot)),
            FaultKind::File { .. }
            | FaultKind::DuplicateKey { .. }
            | FaultKind::TooDeep { .. }
            | FaultKind::LongKey { .. } => true,
            FaultKind::DecimalComma { .. } => !is_cut(spot),
            _ => !broken.contains(&at(self, spot)),
        };
        let faults = faults.into_iter().filter(is_mistake).collect();
        let warnings = warnings.into_iter().filter(|(spot, _)| !broken.contains(&at(self, spot))).collect();
        (self.faults, self.warnings) = (faults, warnings);
    }

    /// Its line, from 1.
    pub(super) fn line(&self, spot: Spot) -> usize {
        self.line_starts[spot.input].partition_point(|start| *start <= spot.start)
    }

    /// Line and column from 1, column in characters; a byte-order mark takes no column.
    fn position(&self, spot: Spot) -> (usize, usize) {
        if !self.read[spot.input] || (spot.start == 0 && spot.end == 0) {
            return (0, 0);
        }
        let line = self.line(spot);
        let text = self.text(spot.input);
        let from = self.line_starts[spot.input][line - 1];
        let before = text.get(from..spot.start).unwrap_or("").trim_start_matches('\u{feff}');
        (line, before.chars().count() + 1)
    }

    pub(super) fn place(&self, spot: Spot) -> Place {
        let file = self.path(spot.input).to_path_buf();
        if file.as_os_str() == PROMPT {
            return Place { file, line: 0, column: 0 };
        }
        let (line, column) = self.position(spot);
        Place { file, line, column }
    }

    fn site(&self, spot: Spot) -> Site {
        let (line, column) = self.position(spot);
        Site { file: self.path(spot.input).to_path_buf(), line, column, start: spot.start, end: spot.end }
    }

    /// Everything that was said, in order of input and place.
    pub(super) fn close(mut self) -> Faults {
        let uncounted = self.uncounted;
        self.faults.sort_by_key(|(spot, _)| *spot);
        self.warnings.sort_by_key(|(spot, _)| *spot);
        let mut faults: Vec<Fault> = self
            .faults
            .iter()
            .map(|(spot, kind)| Fault { site: self.site(*spot), kind: kind.clone() })
            .collect();
        faults.dedup();
        let left_out = faults.len().saturating_sub(Faults::MOST);
        faults.truncate(Faults::MOST);
        let warnings = self
            .warnings
            .iter()
            .map(|(spot, kind)| Warning { site: self.site(*spot), kind: kind.clone() })
            .collect();
        let inputs = self.inputs.into_iter().zip(self.read).filter(|(_, read)| *read).map(|(input, _)| input);
        Faults { list: faults, left_out, uncounted, warnings, inputs: inputs.collect() }
    }
}

/// A path as seen from the file that names it, without `.` and with `..` taken back where that can be.
pub(super) fn beside(file: &Path, named: &str) -> PathBuf {
    use std::path::Component;
    let mut path = PathBuf::new();
    let whole = file.parent().unwrap_or(Path::new("")).join(named);
    for part in whole.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(path.components().next_back(), Some(Component::Normal(_))) => {
                path.pop();
            }
            other => path.push(other),
        }
    }
    path
}
