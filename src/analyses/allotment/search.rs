//! The search: grid, neighbours, halving, finalists.

use super::judged::{Field, Judged, Rules};
use super::steps::{neighbours, paper_grid};
use crate::scenario::{Allocation, Scenario, SearchSpace};
use crate::statistics::{Estimate, mean};

/// Steps of the neighbourhoods, as parts of the ranges: half and a quarter of the grid.
const STEPS: [f64; 2] = [0.25, 0.125];
/// Allocations around which is looked further.
const CENTRES: usize = 6;
/// Allocations in the round before the last.
const SEMI_FINALISTS: usize = 20;
/// Allocations in the last round.
const FINALISTS: usize = 10;
/// The rounds before the last play this part of the replications, at least [`LEAST`]: exploring, and the semi-final.
const PARTS: [f64; 2] = [0.05, 0.25];
/// Fewest replications of a round.
const LEAST: usize = 100;
/// Errors within which an allocation is not told from a rule or from the best.
const ERRORS: f64 = 2.0;

/// Which rules an allocation keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The amount and every ceiling, and the norm for the wait.
    Both,
    /// The amount and every ceiling only.
    Ceilings,
    /// The norm for the wait only.
    Norm,
    /// None.
    Neither,
}

/// The best allocations among those that keep the same rules, by their place among the finalists.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Which rules these keep at least.
    pub kept: Kept,
    /// The highest net saving, on average over the worlds.
    pub best: usize,
    /// The highest net saving in its worst world.
    pub robust: usize,
    /// Most young people with a first conversation.
    pub most_youths: usize,
    /// The shortest wait.
    pub shortest_wait: usize,
    /// Those whose net saving cannot be told from the best, the best included.
    pub alike: Vec<usize>,
    /// The next best in net saving and how much less it saves, EUR; `None` when there is one only.
    pub next: Option<(usize, Estimate)>,
    /// Those that no other exceeds in net saving, wait and young people at once.
    pub frontier: Vec<usize>,
}

/// The outcome of a search.
#[derive(Clone, Debug, PartialEq)]
pub struct BestUse {
    /// How many allocations the coarse grid held.
    pub grid: usize,
    /// How many allocations were played in all.
    pub tried: usize,
    /// Those of the last round.
    pub finalists: Vec<Judged>,
    /// Which rules each of these keeps.
    pub kept: Vec<Kept>,
    /// The best that keep all rules; without any, the best that keep one of them.
    pub verdicts: Vec<Verdict>,
    /// What the search gains on the best of the coarse grid under the first verdict, EUR, with its error.
    pub gain_on_grid: Option<Estimate>,
}

/// Searches.
///
/// # Errors
/// Those of the field.
pub fn allot<F: Field>(
    field: &mut F,
    (space, scenario): (&SearchSpace, &Scenario),
    rules: &Rules,
    replications: usize,
) -> Result<BestUse, F::Fault> {
    let [exploring, semi] = PARTS.map(|part| of(replications, part));
    let grid = paper_grid(space, scenario);
    let mut pool = round(field, rules, &grid, exploring)?;
    let on_grid = picks(&pool, rules, ERRORS, 1);
    let grid_best: Vec<Allocation> = on_grid.iter().map(|at| pool[*at].allocation).collect();
    for part in STEPS {
        let mut near: Vec<Allocation> = Vec::new();
        for centre in picks(&pool, rules, ERRORS, 1).into_iter().take(CENTRES) {
            for one in neighbours(&pool[centre].allocation, (space, scenario), part) {
                if !near.contains(&one) && pool.iter().all(|known| known.allocation != one) {
                    near.push(one);
                }
            }
        }
        pool.extend(round(field, rules, &near, exploring)?);
    }
    let tried = pool.len();
    let chosen: Vec<Allocation> = picks(&pool, rules, ERRORS, 3)
        .into_iter()
        .take(SEMI_FINALISTS)
        .map(|at| pool[at].allocation)
        .chain(grid_best.iter().copied())
        .collect();
    let pool = round(field, rules, &unique(chosen), semi)?;
    let mut chosen: Vec<Allocation> =
        picks(&pool, rules, ERRORS, 2).into_iter().take(FINALISTS).map(|at| pool[at].allocation).collect();
    chosen.extend(grid_best.first());
    let finalists = round(field, rules, &unique(chosen), replications)?;
    let kept: Vec<Kept> = finalists.iter().map(|one| kept(one, rules)).collect();
    let verdicts = verdicts(&finalists, &kept);
    let gain_on_grid = gain(&finalists, &kept, &verdicts, &grid);
    Ok(BestUse { grid: grid.len(), tried, finalists, kept, verdicts, gain_on_grid })
}

fn of(replications: usize, part: f64) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a part of a count is a count"
    )]
    let count = (replications as f64 * part) as usize;
    count.max(LEAST).min(replications).next_multiple_of(2).min(replications)
}

fn unique(list: Vec<Allocation>) -> Vec<Allocation> {
    let mut each: Vec<Allocation> = Vec::new();
    for one in list {
        if !each.contains(&one) {
            each.push(one);
        }
    }
    each
}

fn round<F: Field>(
    field: &mut F,
    rules: &Rules,
    allocations: &[Allocation],
    replications: usize,
) -> Result<Vec<Judged>, F::Fault> {
    let played = field.play(allocations, replications)?;
    let judge =
        |(allocation, played): (&Allocation, Option<_>)| Some(Judged::new(*allocation, &played?, rules));
    Ok(allocations.iter().zip(played).filter_map(judge).collect())
}

fn kept(one: &Judged, rules: &Rules) -> Kept {
    match (one.keeps_ceilings(rules, 0.0), one.keeps_norm(rules, 0.0)) {
        (true, true) => Kept::Both,
        (true, false) => Kept::Ceilings,
        (false, true) => Kept::Norm,
        (false, false) => Kept::Neither,
    }
}

/// The best few for every aim among those that keep, within their errors, all rules, the ceilings, or the norm, and
/// the one nearest to each rule; each once, the best of all aims in front.
fn picks(pool: &[Judged], rules: &Rules, errors: f64, each: usize) -> Vec<usize> {
    let ceilings = |at: usize| pool[at].keeps_ceilings(rules, errors);
    let norm = |at: usize| pool[at].keeps_norm(rules, errors);
    let groups: [Vec<usize>; 3] = [
        (0..pool.len()).filter(|at| ceilings(*at) && norm(*at)).collect(),
        (0..pool.len()).filter(|at| ceilings(*at)).collect(),
        (0..pool.len()).filter(|at| norm(*at)).collect(),
    ];
    let mut chosen: Vec<usize> = Vec::new();
    let mut add = |at: usize| {
        if !chosen.contains(&at) {
            chosen.push(at);
        }
    };
    for place in 0..each {
        for group in &groups {
            for aim in 0..4 {
                let mut order = group.clone();
                order.sort_by(|one, other| pool[*other].aims()[aim].total_cmp(&pool[*one].aims()[aim]));
                order.get(place).copied().into_iter().for_each(&mut add);
            }
        }
    }
    let safest =
        (0..pool.len()).max_by(|one, other| pool[*one].within.value.total_cmp(&pool[*other].within.value));
    let wait = |at: usize| pool[at].wait_p90.map_or(f64::INFINITY, |wait| wait.value);
    let soonest = (0..pool.len()).min_by(|one, other| wait(*one).total_cmp(&wait(*other)));
    safest.into_iter().chain(soonest).for_each(&mut add);
    chosen
}

/// The best among those that keep all rules; without any, among those that keep the ceilings and among those that keep
/// the norm; without any of these, among all.
fn verdicts(finalists: &[Judged], kept: &[Kept]) -> Vec<Verdict> {
    let group = |wanted: &[Kept]| -> Vec<usize> {
        (0..finalists.len()).filter(|at| wanted.contains(&kept[*at])).collect()
    };
    let both = group(&[Kept::Both]);
    if !both.is_empty() {
        return verdict(finalists, Kept::Both, &both).into_iter().collect();
    }
    let halves = [(Kept::Ceilings, group(&[Kept::Ceilings])), (Kept::Norm, group(&[Kept::Norm]))];
    let found: Vec<Verdict> =
        halves.iter().filter_map(|(kept, group)| verdict(finalists, *kept, group)).collect();
    if found.is_empty() {
        return verdict(finalists, Kept::Neither, &group(&[Kept::Neither])).into_iter().collect();
    }
    found
}

fn verdict(finalists: &[Judged], kept: Kept, group: &[usize]) -> Option<Verdict> {
    // Of equals the one that saves more.
    let rank = |at: usize, aim: usize| (finalists[at].aims()[aim], finalists[at].aims()[0]);
    let top = |aim: usize| {
        group.iter().copied().reduce(|best, one| if rank(one, aim) > rank(best, aim) { one } else { best })
    };
    let (best, robust, most_youths, shortest_wait) = (top(0)?, top(1)?, top(2)?, top(3)?);
    let alike = |at: &usize| {
        difference(&finalists[best], &finalists[*at])
            .is_none_or(|gap| gap.value <= ERRORS * gap.mc_se.unwrap_or(f64::INFINITY))
    };
    let next =
        group.iter().copied().filter(|at| *at != best).reduce(|next, one| {
            if finalists[one].aims()[0] > finalists[next].aims()[0] { one } else { next }
        });
    let next = next.and_then(|next| Some((next, difference(&finalists[best], &finalists[next])?)));
    let exceeds = |one: usize, other: usize| {
        let (one, other) = (finalists[one].aims(), finalists[other].aims());
        let pairs = [(one[0], other[0]), (one[2], other[2]), (one[3], other[3])];
        pairs.iter().all(|(one, other)| one >= other) && pairs.iter().any(|(one, other)| one > other)
    };
    let frontier = |at: &usize| !group.iter().any(|other| exceeds(*other, *at));
    Some(Verdict {
        kept,
        best,
        robust,
        most_youths,
        shortest_wait,
        next,
        alike: group.iter().copied().filter(alike).collect(),
        frontier: group.iter().copied().filter(frontier).collect(),
    })
}

/// What one saves more than another on average over the worlds, pair by pair.
fn difference(one: &Judged, other: &Judged) -> Option<Estimate> {
    let gap: Vec<f64> = one.column.iter().zip(&other.column).map(|(one, other)| one - other).collect();
    mean(&gap)
}

fn gain(finalists: &[Judged], kept: &[Kept], verdicts: &[Verdict], grid: &[Allocation]) -> Option<Estimate> {
    let verdict = verdicts.first()?;
    let on_grid = |at: &usize| grid.contains(&finalists[*at].allocation) && kept[*at] == verdict.kept;
    let best = (0..finalists.len())
        .filter(on_grid)
        .reduce(|best, one| if finalists[one].aims()[0] > finalists[best].aims()[0] { one } else { best })?;
    difference(&finalists[verdict.best], &finalists[best])
}
