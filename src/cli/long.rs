//! A run whose replications are too many to keep: played block by block, each summarised and dropped, its rows written on the way.

use std::borrow::Cow;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::folder::FolderFault;
use super::parts::Parts;
use super::progress::Progress;
use super::results::from_parquet;
use super::simulate::{Cut, Table, play};
use crate::analyses::{BLOCK_DRAWS, Digest};
use crate::engine::{RunError, Simulation};
use crate::parameters::Design;
use crate::random::REPLICATIONS_PER_DRAW;
use crate::report::manifest::sha256;
use crate::report::part::DigestPart;
use crate::report::replications::{Totals, write_totals};

/// Draws of a file of rows, and of the stretches in which a run is cut in parts.
pub(super) const STRETCH: usize = 8 * BLOCK_DRAWS;

/// Draws of such a run on their way.
pub(super) struct Long<'run> {
    table: Table<'run>,
    simulation: Simulation<'run>,
    digest: Digest,
    replications: usize,
    /// The draws that are there, from the first that was wanted.
    there: Range<usize>,
    /// Whether the simulation still holds the first block of the run.
    at_first: bool,
    /// Rows that are not written yet.
    waiting: Totals,
    files: Vec<(String, String)>,
}

impl<'run> Long<'run> {
    /// A run of so many replications, to be played from a draw on at which a stretch begins. Nothing of it is there yet, but the
    /// first block of the run was played: the bins of counts come from it.
    ///
    /// # Errors
    /// [`RunError`].
    pub(super) fn begin(
        table: Table<'run>,
        (replications, from): (usize, usize),
        progress: &Progress<'_>,
    ) -> Result<Self, RunError> {
        let block = replications.min(BLOCK_DRAWS * REPLICATIONS_PER_DRAW);
        let experiment = &table.loaded.experiment;
        let plan = table.order.simulation.plan(block);
        let mut simulation = Simulation::new(experiment, &plan, &Design::default())?;
        let first = 0..simulation.draws();
        play(&mut simulation, first, progress, table.stop)?;
        let digest = simulation.with_threads(|| Digest::begin(experiment, simulation.outcomes()));
        Ok(Self {
            table,
            simulation,
            digest,
            replications,
            there: from..from,
            at_first: true,
            waiting: Totals::default(),
            files: Vec::new(),
        })
    }

    /// How many draws the whole run has.
    pub(super) const fn draws(&self) -> usize {
        self.replications.div_ceil(REPLICATIONS_PER_DRAW)
    }

    /// The draw up to which it is there.
    pub(super) const fn until(&self) -> usize {
        self.there.end
    }

    /// What is kept of the draws that are there.
    pub(super) const fn digest(&self) -> &Digest {
        &self.digest
    }

    /// Takes over draws that were played elsewhere; returns whether they are the next of this run.
    pub(super) fn adopt(&mut self, part: &DigestPart<'_>) -> bool {
        let Range { start, end } = part.draws;
        let fits = start == self.there.end && end <= self.draws() && self.waiting.replications() == 0;
        // What waits are the rows of a stretch that is not full.
        let waiting = part.waiting.replications();
        let behind = end - end.div_euclid(STRETCH) * STRETCH;
        let rows_fit = waiting == 0 || waiting == behind * REPLICATIONS_PER_DRAW;
        if fits && rows_fit && self.digest.adopt(part.replications, &part.leaves) {
            self.there.end = end;
            self.files.extend(part.files.iter().cloned());
            self.waiting = part.waiting.clone().into_owned();
            return true;
        }
        false
    }

    /// Plays the next block, or what is left before `end`; writes its rows, with those that wait, when a stretch is full.
    ///
    /// # Errors
    /// [`Cut`] when stopped, or when the rows cannot be written.
    pub(super) fn play_block(
        &mut self,
        end: usize,
        (parts, progress): (&Parts, &Progress<'_>),
    ) -> Result<(), Cut> {
        let from = self.there.end;
        let until = (from + BLOCK_DRAWS).min(end).min(self.draws());
        let replications = |draw: usize| (draw * REPLICATIONS_PER_DRAW).min(self.replications);
        if from > 0 || !self.at_first {
            self.simulation.restart(from, replications(until) - replications(from));
            let all = 0..self.simulation.draws();
            play(&mut self.simulation, all, progress, self.table.stop)?;
        }
        let Self { simulation, digest, table, waiting, .. } = self;
        let experiment = &table.loaded.experiment;
        let outcomes = simulation.outcomes();
        simulation.with_threads(|| digest.absorb(experiment, outcomes));
        waiting.append(Totals::of(experiment, outcomes));
        self.at_first = false;
        self.there.end = until;
        if until.is_multiple_of(STRETCH) { self.write_rows(parts) } else { Ok(()) }
    }

    /// Writes the rows that wait.
    ///
    /// # Errors
    /// [`Cut`] with the file that could not be written.
    pub(super) fn write_rows(&mut self, parts: &Parts) -> Result<(), Cut> {
        let totals = std::mem::take(&mut self.waiting);
        if totals.replications() == 0 {
            return Ok(());
        }
        let end = self.there.end;
        let start = (end - 1).div_euclid(STRETCH) * STRETCH;
        let name = format!("draws-{start:09}-{end:09}.parquet");
        let first = start * REPLICATIONS_PER_DRAW;
        let mut bytes = Vec::new();
        let written = self
            .simulation
            .with_threads(|| write_totals(&self.table.loaded.experiment, (first, &totals), &mut bytes));
        let place = parts.folder().join(&name);
        written.map_err(from_parquet).map_err(FolderFault::at(&place))?;
        parts.put(&name, |to| std::io::Write::write_all(to, &bytes))?;
        self.files.push((name, sha256(&bytes)));
        Ok(())
    }

    /// What is to be kept of the draws that are there, with the rows that wait.
    pub(super) fn part(&mut self) -> DigestPart<'_> {
        DigestPart {
            draws: self.there.clone(),
            replications: self.digest.replications(),
            files: self.files.clone(),
            waiting: Cow::Borrowed(&self.waiting),
            leaves: self.digest.numbers(),
        }
    }

    /// What it came to, and the files of its rows.
    pub(super) fn into_parts(self) -> (Digest, Vec<(String, String)>) {
        (self.digest, self.files)
    }
}

/// The files with the rows of a long run, in the folders where they were written.
#[derive(Debug)]
pub(super) struct Rows {
    pub(super) files: Vec<PathBuf>,
    /// Whether they are somebody's to keep, so that they must be files of their own.
    pub(super) copied: bool,
}

impl Rows {
    /// Puts them into a folder of their own, which is new.
    ///
    /// # Errors
    /// [`FolderFault`] with the file that could not be written.
    pub(super) fn settle(&self, into: &Path) -> Result<(), FolderFault> {
        fs::create_dir(into).map_err(FolderFault::at(into))?;
        for file in &self.files {
            let place = into.join(file.file_name().unwrap_or_default());
            // A second name for the same file takes no room, and leaves the first one to go on from should anything fail.
            let linked = !self.copied && fs::hard_link(file, &place).is_ok();
            if !linked {
                fs::copy(file, &place).map_err(FolderFault::at(&place))?;
            }
        }
        Ok(())
    }
}
