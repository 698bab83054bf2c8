//! Plays a run stretch by stretch: kept on the way when it is long, and until it is exact enough where that is asked.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::checkpoint::Checkpoint;
use super::failure::Failure;
use super::folder::FolderFault;
use super::long::{Long, Rows};
use super::progress::Progress;
use super::run::{failed, not_written};
use super::running::RunOrder;
use super::stop::Stop;
use crate::analyses::{BLOCK_DRAWS, Digest, Forecast, LargestError, RunInfo, build, largest_error};
use crate::engine::{Counted, Outcomes, RunError, RunPlan, Simulation};
use crate::parameters::Design;
use crate::random::{BATCHES, REPLICATIONS_PER_DRAW};
use crate::report::wording::Wording;
use crate::scenario::{Experiment, Loaded};

/// Draws of the first stretch. The next are longer, because between two of them threads wait for each other.
const FIRST: usize = 64;
/// A stretch that takes less time is followed by one four times as long.
const SHORT: Duration = Duration::from_millis(500);
/// Draws of the longest where the user says how often the run is kept, or it is played for others.
pub(super) const LONGEST: usize = 1_024;
/// Draws per batch after which the error is looked at for the first time; then after twice as many, and so on. Then every
/// batch has its points one in each stratum.
const FIRST_LOOK: usize = 32;

/// A run that was played.
pub(super) struct Played {
    /// What it came to.
    pub(super) results: Yield,
    /// The largest error, where it is larger than asked.
    pub(super) missed: Option<LargestError>,
}

/// What a run came to.
pub(super) enum Yield {
    /// Every replication.
    Kept(Box<Outcomes>),
    /// What a forecast asks of them, and the files of their rows.
    Summarised(Box<Digest>, Rows),
}

impl Yield {
    /// How many replications there were.
    pub(super) fn replications(&self) -> usize {
        match self {
            Self::Kept(outcomes) => outcomes.replications(),
            Self::Summarised(digest, _) => digest.replications(),
        }
    }

    /// Answers everything that is asked of them.
    pub(super) fn forecast(&self, experiment: &Experiment, seed: u64) -> Forecast {
        match self {
            Self::Kept(outcomes) => {
                build(experiment, &**outcomes, RunInfo { seed, replications: outcomes.replications() })
            }
            Self::Summarised(digest, _) => digest.forecast(experiment, seed),
        }
    }
}

/// What a run is played with.
#[derive(Clone, Copy)]
pub(super) struct Table<'a> {
    pub(super) order: &'a RunOrder,
    pub(super) loaded: &'a Loaded,
    pub(super) stop: &'a Stop,
    pub(super) wording: &'a Wording,
}

impl Table<'_> {
    /// Plays the run that was ordered: as one of which every replication is kept while they are not too many.
    ///
    /// # Errors
    /// [`Failure`]; what a long run has played until then is kept.
    pub(super) fn play(&self, checkpoint: &mut Checkpoint) -> Result<Played, Failure> {
        let (all, kept) = (self.order.simulation.replications, self.order.exact);
        if self.order.precision.is_none() && all > kept {
            return self.play_long(checkpoint, 0);
        }
        let played = self.play_kept(checkpoint)?;
        // One that must be more exact than can be kept begins anew: a few seconds of those that it will take.
        let played_draws = played.results.replications().div_ceil(REPLICATIONS_PER_DRAW);
        if played.missed.is_none() || all <= kept {
            Ok(played)
        } else {
            self.play_long(checkpoint, played_draws)
        }
    }

    fn play_kept(&self, checkpoint: &mut Checkpoint) -> Result<Played, Failure> {
        let mut simulation = self.simulation()?;
        let all = simulation.draws();
        let progress = Progress::new(all, self.order.simulation.quiet, self.wording);
        let goals = if self.order.precision.is_some() { goals(all) } else { vec![all] };
        let mut missed = None;
        for goal in goals {
            let from = simulation.there().last().map_or(0, |there| there.end);
            let played = self.play_on(&mut simulation, from..goal, (checkpoint, &progress));
            if let Err(cut) = played {
                progress.finish();
                return Err(self.cut_short(checkpoint, &simulation, cut));
            }
            if let Some(wanted) = self.order.precision {
                let found = largest_error(&self.loaded.experiment, simulation.outcomes());
                missed = (found.error > wanted).then_some(found);
                if missed.is_none() {
                    break;
                }
                progress.aim(found.replications(wanted, goal));
            }
        }
        progress.finish();
        Ok(Played { results: Yield::Kept(Box::new(simulation.into_outcomes())), missed })
    }

    /// Plays a run that is too long to keep; a precision is looked at behind the first so many draws.
    fn play_long(&self, checkpoint: &mut Checkpoint, looked: usize) -> Result<Played, Failure> {
        let replications = self.order.simulation.replications;
        let all = replications.div_ceil(REPLICATIONS_PER_DRAW);
        let progress = Progress::new(all, self.order.simulation.quiet, self.wording);
        let begun = Long::begin(*self, (replications, 0), &progress);
        let mut long = begun.map_err(|fault| self.cut_long(checkpoint, fault.into()))?;
        if let Some(part) = checkpoint.earlier_digest().filter(|part| long.adopt(part)) {
            progress.pass(part.draws.len());
        }
        let goals = if self.order.precision.is_some() { goals(all) } else { vec![all] };
        let mut missed = None;
        // Whole blocks, so that they are those of a run of any length.
        let goals = goals.into_iter().map(|goal| goal.next_multiple_of(BLOCK_DRAWS).min(all));
        // An earlier try has looked where it has gone on.
        let from = long.until().max(looked + 1);
        for goal in goals.filter(|goal| *goal >= from) {
            while long.until() < goal {
                let played = long.play_block(goal, (checkpoint.parts(), &progress));
                let kept = played.and_then(|()| Ok(checkpoint.offer_long(&mut long)?));
                if let Err(cut) = kept {
                    progress.finish();
                    // A run that the user stopped has whole blocks behind it; where something could not be written it has not.
                    let stopped = matches!(cut, Cut::Run(RunError::Stopped));
                    let closed = if stopped { checkpoint.close_long(&mut long) } else { Ok(()) };
                    return Err(self.cut_long(checkpoint, closed.map_or_else(Cut::from, |()| cut)));
                }
            }
            if let Some(wanted) = self.order.precision {
                let found = long.digest().largest_error();
                missed = (found.error > wanted).then_some(found);
                if missed.is_none() {
                    break;
                }
                progress.aim(found.replications(wanted, goal));
            }
        }
        progress.finish();
        long.write_rows(checkpoint.parts()).map_err(|cut| self.cut_long(checkpoint, cut))?;
        let (digest, files) = long.into_parts();
        let files = files.into_iter().map(|(name, _)| checkpoint.parts().folder().join(name)).collect();
        let results = Yield::Summarised(Box::new(digest), Rows { files, copied: false });
        Ok(Played { results, missed })
    }

    /// Says how to go on where something was kept, and leaves nothing where not.
    fn cut_long(&self, checkpoint: &Checkpoint, cut: Cut) -> Failure {
        if checkpoint.parts().digests().is_empty() && checkpoint.parts().list().is_empty() {
            // The rows alone are of no use to anybody.
            let _ = checkpoint.remove();
        }
        checkpoint.with_hint(self.told(cut), self.wording)
    }

    /// What is told of a run that was cut short.
    pub(super) fn told(&self, cut: Cut) -> Failure {
        match cut {
            Cut::Run(fault) => failed(&fault, self.wording),
            Cut::Folder(fault) => not_written(&fault, self.wording),
        }
    }

    /// The simulation, nothing of it played. Where only a precision was asked for, there may be as many replications as fit.
    fn simulation(&self) -> Result<Simulation<'_>, Failure> {
        let order = &self.order.simulation;
        let plan = order.plan(order.replications.min(self.order.exact));
        new_simulation(&self.loaded.experiment, &plan, self.order.precision.is_some())
            .map_err(|fault| failed(&fault, self.wording))
    }

    /// Plays draws, or takes over what an earlier try has kept of them.
    fn play_on(
        &self,
        simulation: &mut Simulation<'_>,
        draws: Range<usize>,
        (checkpoint, progress): (&mut Checkpoint, &Progress<'_>),
    ) -> Result<(), Cut> {
        let (mut next, mut length) = (draws.start, FIRST);
        while next < draws.end {
            if let Some(part) = checkpoint.part_at(next, draws.end) {
                let end = part.draws.end;
                if simulation.adopt(&part) {
                    progress.pass(end - next);
                    next = end;
                    continue;
                }
            }
            let before = checkpoint.next_part(next).unwrap_or(draws.end);
            let until = (next + length).min(before).min(draws.end);
            let since = Instant::now();
            let counted = play(simulation, next..until, progress, self.stop)?;
            let took = since.elapsed();
            let share = until as f64 / simulation.draws() as f64;
            checkpoint.offer(simulation, counted, share)?;
            next = until;
            length = match self.order.checkpoint {
                Some(_) => (length * 2).min(LONGEST),
                None if took < SHORT => length * 4,
                None => length,
            };
        }
        Ok(())
    }

    /// Keeps what can be kept of a run that was cut short, and says how to go on.
    fn cut_short(&self, checkpoint: &mut Checkpoint, simulation: &Simulation<'_>, cut: Cut) -> Failure {
        // What cannot be kept now leaves what was kept before.
        let _ = checkpoint.close(simulation);
        checkpoint.with_hint(self.told(cut), self.wording)
    }
}

/// Why a run was cut short.
pub(super) enum Cut {
    Run(RunError),
    Folder(FolderFault),
}

impl From<RunError> for Cut {
    fn from(fault: RunError) -> Self {
        Self::Run(fault)
    }
}

impl From<FolderFault> for Cut {
    fn from(fault: FolderFault) -> Self {
        Self::Folder(fault)
    }
}

/// A simulation of as many replications as planned, or as fit where fewer will do.
fn new_simulation<'run>(
    experiment: &'run Experiment,
    plan: &RunPlan,
    fewer: bool,
) -> Result<Simulation<'run>, RunError> {
    match Simulation::new(experiment, plan, &Design::default()) {
        Err(RunError::TooLarge { replications, .. }) if fewer => {
            Simulation::new(experiment, &RunPlan { replications, ..*plan }, &Design::default())
        }
        other => other,
    }
}

/// Plays some draws, and tells how many are done.
///
/// # Errors
/// [`RunError`] when it was stopped.
pub(super) fn play(
    simulation: &mut Simulation<'_>,
    draws: Range<usize>,
    progress: &Progress<'_>,
    stop: &Stop,
) -> Result<Counted, RunError> {
    let replications = AtomicUsize::new(0);
    // The bar counts draws; the engine tells replications, of which a draw has several.
    simulation.play(
        draws,
        &|more| {
            let before = replications.fetch_add(more, Ordering::Relaxed);
            let draw = |replications: usize| replications.div_euclid(REPLICATIONS_PER_DRAW);
            progress.advance(draw(before + more) - draw(before));
        },
        stop.flag(),
    )
}

/// The draws at which the error is looked at: powers of two of points in every batch, and all.
fn goals(all: usize) -> Vec<usize> {
    let batches = usize::try_from(BATCHES).unwrap_or(1);
    let mut goals = Vec::new();
    let mut goal = FIRST_LOOK * batches;
    while goal < all {
        goals.push(goal);
        goal *= 2;
    }
    goals.push(all);
    goals
}
