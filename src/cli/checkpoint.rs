//! What a long run leaves behind when it is cut short, and from which it goes on.

use std::ops::Range;
use std::time::{Duration, Instant};

use super::exit::Exit;
use super::failure::Failure;
use super::folder::{FolderFault, Reservation, remove};
use super::long::Long;
use super::parts::Parts;
use super::run::differs;
use super::running::RunOrder;
use crate::engine::{Counted, Simulation, Stretch};
use crate::report::manifest::Manifest;
use crate::report::part::DigestPart;
use crate::report::wording::Wording;

/// A run that is expected to be over sooner leaves nothing behind: playing it again costs less than a minute.
const LONG: Duration = Duration::from_mins(1);
/// So much work at most is lost unless told otherwise.
const EVERY: Duration = Duration::from_secs(10);

/// Parts of the run that has a folder reserved, beside that folder.
#[derive(Debug)]
pub(super) struct Checkpoint {
    parts: Parts,
    /// What the run is recognised by.
    manifest: Manifest,
    /// Parts of an earlier try that are still to come.
    earlier: Vec<Range<usize>>,
    /// What an earlier try has kept of draws whose numbers it did not keep.
    earlier_digest: Option<DigestPart<'static>>,
    /// The draws of which that is kept now.
    digest: Option<Range<usize>>,
    /// What was played and is not kept yet.
    waiting: Option<Counted>,
    kept: Instant,
    since: Instant,
    /// How often the user wants it kept.
    every: Option<Duration>,
}

impl Checkpoint {
    /// Looks for parts of an earlier try.
    ///
    /// # Errors
    /// [`Failure`] when there are some and the user has not said whether to go on or to begin anew, so that no work is thrown
    /// away unasked; when there are some of other input, which only `--force` throws away; and when what is to be thrown away
    /// cannot be.
    pub(super) fn open(
        order: &RunOrder,
        reservation: &Reservation,
        manifest: &Manifest,
        wording: &Wording,
    ) -> Result<Self, Failure> {
        let parts = Parts::new(reservation.aside_for("parts"), manifest.identity());
        let now = Instant::now();
        let found = parts.list();
        if !order.products.force && parts.of_another() {
            return Err(of_another(&parts, manifest, wording));
        }
        // A part is read under the identity of its run alone; a damaged one is played again.
        let is_sound = found.iter().any(|draws| parts.read(draws).is_some());
        let earlier: Vec<_> = if is_sound { found } else { Vec::new() };
        // Of several the one that reaches furthest; a crash may leave the one before it.
        let mut digests = parts.digests().into_iter().rev();
        let earlier_digest = digests.find_map(|draws| parts.read_digest(&draws));
        let found_any = !earlier.is_empty() || earlier_digest.is_some();
        if found_any && !order.resume && !order.products.force {
            let folder = parts.folder().display().to_string();
            let told = wording.fill("resume-or-force", &[("folder", folder.into())]);
            return Err(Failure::new(Exit::OutputNotWritten, told));
        }
        let earlier = if order.resume { earlier } else { Vec::new() };
        let earlier_digest = earlier_digest.filter(|_| order.resume);
        let checkpoint = Self {
            parts,
            manifest: manifest.clone(),
            earlier,
            digest: earlier_digest.as_ref().map(|part| part.draws.clone()),
            earlier_digest,
            waiting: None,
            kept: now,
            since: now,
            every: order.checkpoint,
        };
        if !checkpoint.has_earlier() {
            checkpoint.remove().map_err(|fault| super::run::not_written(&fault, wording))?;
        }
        Ok(checkpoint)
    }

    /// Whether there is anything to go on from.
    pub(super) fn has_earlier(&self) -> bool {
        !self.earlier.is_empty() || self.earlier_digest.is_some()
    }

    /// The folder of parts.
    pub(super) const fn parts(&self) -> &Parts {
        &self.parts
    }

    /// What the earlier try has kept of draws whose numbers it did not keep.
    pub(super) fn earlier_digest(&mut self) -> Option<DigestPart<'static>> {
        self.earlier_digest.take()
    }

    /// Keeps what is there of a long run, whose last block is whole, when it is time.
    ///
    /// # Errors
    /// [`FolderFault`] with the file that could not be written.
    pub(super) fn offer_long(&mut self, long: &mut Long<'_>) -> Result<(), FolderFault> {
        let share = long.until() as f64 / long.draws() as f64;
        if self.due(share) { self.keep_long(long) } else { Ok(()) }
    }

    /// Keeps what is there of a long run that is cut short, if the run is one that keeps.
    ///
    /// # Errors
    /// [`FolderFault`] with the file that could not be written.
    pub(super) fn close_long(&mut self, long: &mut Long<'_>) -> Result<(), FolderFault> {
        let played_on = self.digest.as_ref().is_none_or(|kept| kept.end < long.until());
        let keeps = self.every.is_some() || self.digest.is_some();
        if keeps && played_on && long.until() > 0 { self.keep_long(long) } else { Ok(()) }
    }

    fn keep_long(&mut self, long: &mut Long<'_>) -> Result<(), FolderFault> {
        let part = long.part();
        let draws = part.draws.clone();
        self.parts.keep_manifest(&self.manifest)?;
        self.parts.keep_digest(part)?;
        if let Some(before) = self.digest.replace(draws) {
            self.parts.drop_digest(&before);
        }
        self.kept = Instant::now();
        Ok(())
    }

    /// Whether it is time to keep what there is: `share` of the run is done.
    fn due(&self, share: f64) -> bool {
        let expected = self.since.elapsed().div_f64(share.clamp(f64::MIN_POSITIVE, 1.0));
        match self.every {
            Some(every) => self.kept.elapsed() >= every,
            None => expected > LONG && self.kept.elapsed() >= EVERY,
        }
    }

    /// The part of the earlier try that begins with this draw and ends at the latest with that one.
    pub(super) fn part_at(&self, from: usize, until: usize) -> Option<Stretch<'static>> {
        let draws = self.earlier.iter().find(|part| part.start == from && part.end <= until)?;
        self.parts.read(draws)
    }

    /// The draw at which the next part of the earlier try begins.
    pub(super) fn next_part(&self, after: usize) -> Option<usize> {
        self.earlier.iter().map(|part| part.start).find(|start| *start > after)
    }

    /// Takes draws that were just played; keeps them, with those before that were not kept yet, when it is time: `share` of
    /// the run is done.
    ///
    /// # Errors
    /// [`FolderFault`] with the file that could not be written.
    pub(super) fn offer(
        &mut self,
        simulation: &Simulation<'_>,
        counted: Counted,
        share: f64,
    ) -> Result<(), FolderFault> {
        let waiting = match self.waiting.take() {
            Some(before) if before.draws().end == counted.draws().start => before.with(&counted),
            Some(before) => {
                self.put(&simulation.stretch(&before))?;
                counted
            }
            None => counted,
        };
        self.waiting = Some(waiting);
        if self.due(share) { self.keep(simulation) } else { Ok(()) }
    }

    /// Keeps what waits, if the run is one that keeps.
    ///
    /// # Errors
    /// [`FolderFault`] with the file that could not be written.
    pub(super) fn close(&mut self, simulation: &Simulation<'_>) -> Result<(), FolderFault> {
        let keeps = self.every.is_some() || self.has_earlier() || self.parts.folder().exists();
        if keeps { self.keep(simulation) } else { Ok(()) }
    }

    fn keep(&mut self, simulation: &Simulation<'_>) -> Result<(), FolderFault> {
        if let Some(waiting) = self.waiting.take() {
            self.put(&simulation.stretch(&waiting))?;
        }
        self.kept = Instant::now();
        Ok(())
    }

    fn put(&self, stretch: &Stretch<'_>) -> Result<(), FolderFault> {
        self.parts.keep_manifest(&self.manifest)?;
        self.parts.keep(stretch)
    }

    /// A failure of a run, with how to go on where there is something to go on from.
    pub(super) fn with_hint(&self, failure: Failure, wording: &Wording) -> Failure {
        let mut digests = self.parts.digests().into_iter();
        if self.parts.list().is_empty() && !digests.any(|draws| self.parts.read_digest(&draws).is_some()) {
            return failure;
        }
        let told = format!("{}\n{}", failure.told, wording.text("resume-hint"));
        Failure { told, ..failure }
    }

    /// Removes all parts: the run is whole, or begins anew.
    ///
    /// # Errors
    /// [`FolderFault`] when they cannot be removed.
    pub(super) fn remove(&self) -> Result<(), FolderFault> {
        let folder = self.parts.folder();
        remove(folder).map_err(FolderFault::at(folder))
    }
}

/// What is told when parts of other input stand where this run would keep its own.
fn of_another(parts: &Parts, manifest: &Manifest, wording: &Wording) -> Failure {
    let differences = manifest.differences(&parts.manifest());
    let what: Vec<_> =
        differences.iter().map(|difference| differs(difference, "differs-change", wording)).collect();
    let gaps = [("folder", parts.folder().display().to_string().into()), ("what", what.join("; ").into())];
    Failure::new(Exit::OutputNotWritten, wording.fill("resume-other", &gaps))
}
