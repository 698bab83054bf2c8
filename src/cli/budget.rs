//! `sim budget`: allocations as scenario files in memory, played in every world over the same young people.

use std::path::{Path, PathBuf};

use super::answer::Desk;
use super::exit::Exit;
use super::failure::Failure;
use super::progress::Progress;
use super::run::failed;
use crate::analyses::{Allotment, Field, Played, Rules, RunInfo, allot, paper_grid};
use crate::engine::{self, Metric, Outcomes};
use crate::report::answer::Product;
use crate::report::wording::Wording;
use crate::scenario::{
    Allocation, Arm, Disk, Experiment, FileFault, Key, Loaded, Request, Scenario, SearchSpace, Source,
    load_from,
};

/// Allocations times replications that are played at a time: what stays within some hundreds of megabytes.
const AT_ONCE: usize = 24_000;
/// Fewest and most allocations that are played at a time.
const BATCH: (usize, usize) = (4, 24);
/// An amount above a ceiling by half a cent or less is rounding, not breaking.
const HALF_A_CENT: f64 = 0.005;
/// The file that stands for an allocation while it is loaded.
const FILE: &str = "sim-budget.toml";

/// Searches the best use of the amount.
///
/// # Errors
/// [`Failure`] when the scenario has no search space, or the run was stopped.
pub(super) fn find(desk: &Desk<'_>) -> Result<Allotment, Failure> {
    let experiment = &desk.loaded.experiment;
    let last = experiment.arms.len() - 1;
    let Some(space) = &desk.loaded.search_space else {
        return Err(Failure::new(Exit::ScenarioRefused, no_table(desk.loaded, desk.wording)));
    };
    let scenario = &experiment.scenarios[last][0];
    let rules = Rules {
        most: space.eur_per_year,
        within: space.within_ceilings,
        norm: scenario.quantity(Key::NormWeeks).initial.law.mean(),
    };
    let order = desk.order;
    let replications = order.replications;
    // The neighbourhoods are not known beforehand; this is what they usually come to.
    let usual = paper_grid(space, scenario).len() * 8 * replications.div_ceil(20) + 13 * replications;
    let progress = desk.progress(usual);
    let mut bench = Bench { desk, space, scenario, progress: &progress };
    let best_use = allot(&mut bench, (space, scenario), &rules, replications)?;
    progress.finish();
    let periods = scenario.calendar.periods().iter().map(|period| period.label.clone()).collect();
    Ok(Allotment {
        name: experiment.name.clone(),
        run: RunInfo { seed: order.seed, replications },
        arm: experiment.arms[last].clone(),
        base: experiment.arms[0].clone(),
        worlds: experiment.worlds.clone(),
        periods,
        space: space.clone(),
        rules,
        best_use,
    })
}

/// What is told of a scenario that does not say what may be bought.
pub(super) fn no_table(loaded: &Loaded, wording: &Wording) -> String {
    let name = loaded.experiment.arms.last().map(|arm| arm.name.clone()).unwrap_or_default();
    wording.fill("budget-no-table", &[("name", name.into())])
}

/// The best option as a scenario of its own; none when there is none.
pub(super) fn proposal(desk: &Desk<'_>, allotment: &Allotment) -> Option<Product> {
    let best = &allotment.best_use.finalists[allotment.best_use.verdicts.first()?.best].allocation;
    let [title, purpose] = ["budget-file-title", "budget-file-purpose"].map(|id| desk.wording.text(id));
    let parent = parent_of(&desk.order.out, &desk.order.inputs.scenarios[0]);
    let scenario = &desk.loaded.experiment.scenarios.last()?[0];
    Some(("budget.toml", allotment.space.file(best, [&title, &purpose, &parent], scenario)))
}

/// The path of a scenario as seen from a folder of results in `out`.
fn parent_of(out: &Path, scenario: &Path) -> String {
    let plain = |path: &Path| path.is_relative() && !path.starts_with("..");
    if !plain(out) || !plain(scenario) {
        let whole = std::path::absolute(scenario).unwrap_or_else(|_| scenario.to_path_buf());
        return whole.display().to_string();
    }
    let depth = out.components().filter(|part| matches!(part, std::path::Component::Normal(_))).count();
    let mut path: PathBuf = std::iter::repeat_n("..", depth + 1).collect();
    path.push(scenario);
    path.display().to_string()
}

/// Plays allocations.
struct Bench<'a> {
    desk: &'a Desk<'a>,
    space: &'a SearchSpace,
    scenario: &'a Scenario,
    progress: &'a Progress<'a>,
}

/// The disk with one more file.
struct Overlay {
    path: PathBuf,
    text: String,
}

impl Source for Overlay {
    fn read(&self, path: &Path) -> Result<String, FileFault> {
        if path == self.path { Ok(self.text.clone()) } else { Disk.read(path) }
    }
}

impl Bench<'_> {
    /// The experiment of an allocation beside the base; none when the scenario refuses it.
    fn load(&self, allocation: &Allocation) -> Option<Experiment> {
        let named = &self.desk.order.inputs;
        let parent = &named.scenarios[0];
        let name = parent.file_name()?.to_string_lossy();
        let path = parent.with_file_name(FILE);
        let text = self.space.file(allocation, ["-", "-", &name], self.scenario);
        let request = Request {
            scenarios: vec![path.clone()],
            worlds: named.worlds.clone(),
            settings: named.settings.clone(),
            posterior: named.posterior.clone(),
        };
        load_from(&request, &Overlay { path, text }).ok().map(|loaded| loaded.experiment)
    }

    fn batch(&self, allocations: &[Allocation], replications: usize) -> Result<Vec<Option<Played>>, Failure> {
        let loaded: Vec<Option<Experiment>> = allocations.iter().map(|one| self.load(one)).collect();
        let mut all = self.desk.loaded.experiment.clone();
        all.arms.truncate(1);
        all.scenarios.truncate(1);
        let mut places = Vec::new();
        for (number, one) in loaded.iter().enumerate() {
            // The last arm is the allocation; one without parent would be alone.
            let arm = one.as_ref().and_then(|one| one.scenarios.last());
            places.push(arm.map(|worlds| {
                all.scenarios.push(worlds.clone());
                all.arms.push(Arm { name: number.to_string(), ..Arm::default() });
                all.arms.len() - 1
            }));
        }
        let order = self.desk.order;
        let plan = order.plan(replications);
        let advance = |more: usize| self.progress.advance(more * allocations.len());
        let outcomes = engine::run(&all, &plan, &advance, self.desk.stop.flag())
            .map_err(|fault| failed(&fault, self.desk.wording))?;
        Ok(places.into_iter().map(|arm| Some(read(&all, &outcomes, arm?))).collect())
    }
}

/// What an arm came to, less the base.
fn read(all: &Experiment, outcomes: &Outcomes, arm: usize) -> Played {
    let periods = all.scenarios[0][0].calendar.periods().len();
    let own = |arm: usize, world: usize, metric: Metric, slice: usize| {
        outcomes.view(outcomes.column(arm, world, metric, slice))
    };
    let extra = |world: usize, metric: Metric, slice: usize| {
        (&own(arm, world, metric, slice) - &own(0, world, metric, slice)).to_vec()
    };
    let within = |period: usize| {
        let mut holds = vec![true; outcomes.replications()];
        for ceiling in 0..all.scenarios[arm][0].ceilings.len() {
            let above = outcomes.view(outcomes.ceiling_column((arm, 0), ceiling, period));
            for (holds, above) in holds.iter_mut().zip(&above) {
                *holds &= *above <= HALF_A_CENT;
            }
        }
        holds
    };
    Played {
        cost: (0..periods).map(|period| extra(0, Metric::PojCost, period)).collect(),
        net: (0..all.worlds.len()).map(|world| extra(world, Metric::NetSaving, periods)).collect(),
        wait: own(arm, 0, Metric::WaitMeanWeeks, periods).to_vec(),
        wait_p90: own(arm, 0, Metric::WaitP90Weeks, periods).to_vec(),
        started: extra(0, Metric::YouthsStarted, periods),
        within: (0..periods).map(within).collect(),
    }
}

impl Field for Bench<'_> {
    type Fault = Failure;

    fn play(
        &mut self,
        allocations: &[Allocation],
        replications: usize,
    ) -> Result<Vec<Option<Played>>, Failure> {
        let size = AT_ONCE.checked_div(replications).unwrap_or(BATCH.1).clamp(BATCH.0, BATCH.1);
        let mut all = Vec::new();
        for batch in allocations.chunks(size) {
            all.extend(self.batch(batch, replications)?);
        }
        Ok(all)
    }
}
