//! The results of all replications.

use std::ops::Range;

use ndarray::{Array1, Array2, ArrayView1, Axis};

use super::blocks::{Blocks, ROWS};
use super::counts::{Counts, QUEUE_BINS, STARTS_BINS};
use super::metric::Metric;
use crate::random::REPLICATIONS_PER_DRAW;
use crate::scenario::Experiment;

/// Draws of a block, and of what a thread takes at a time: enough to keep the threads busy and the progress moving.
#[expect(clippy::integer_division, reason = "a block holds whole draws")]
pub(super) const BLOCK_DRAWS: usize = ROWS / REPLICATIONS_PER_DRAW;

/// The route by which specialised care starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Through the municipality: escalated by the POJ, or left its queue.
    Municipality,
    /// Directly by a GP.
    Huisarts,
}

/// What is reported of one provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProviderStat {
    /// Contract hours per week, the mean over the weeks in which it is there.
    HoursContract,
    /// Hours available in the period.
    HoursAvailable,
    /// Hours used in the period.
    HoursUsed,
}

/// One column of results: a number per replication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column(usize);

/// Where the numbers of every arm and world stand in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    periods: usize,
    worlds: usize,
    weeks: usize,
    months: usize,
    cases: Vec<CaseLayout>,
    columns: usize,
    /// Per case the first that the same play serves.
    twins: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct CaseLayout {
    first: usize,
    providers: usize,
    ceilings: usize,
}

impl Layout {
    /// The layout of an experiment, whose forecast has so many months.
    pub(super) fn new(experiment: &Experiment, months: usize) -> Self {
        let calendar = &experiment.scenarios[0][0].calendar;
        let slices = calendar.periods().len() + 1;
        let mut columns = 0;
        let mut cases = Vec::new();
        for scenario in experiment.scenarios.iter().flatten() {
            let (providers, ceilings) = (scenario.providers.len(), scenario.ceilings.len());
            cases.push(CaseLayout { first: columns, providers, ceilings });
            // And the luck of avoided care, over the whole forecast alone.
            columns += (Metric::COUNT + 3 * providers + ceilings) * slices + 1;
        }
        Self {
            periods: slices - 1,
            worlds: experiment.worlds.len(),
            weeks: calendar.weeks() - calendar.forecast_from(),
            months,
            twins: (0..cases.len()).collect(),
            cases,
            columns,
        }
    }

    /// Notes which cases one play serves: `plays` names the play of each.
    pub(super) fn pair(&mut self, plays: &[usize]) {
        for (case, twin) in self.twins.iter_mut().enumerate() {
            *twin = plays.iter().position(|play| *play == plays[case]).unwrap_or(case);
        }
    }

    /// Numbers per replication.
    pub(super) const fn columns(&self) -> usize {
        self.columns
    }

    /// Weeks of the forecast, and months.
    pub(super) const fn span(&self) -> (usize, usize) {
        (self.weeks, self.months)
    }

    /// Number of arms times worlds.
    pub(super) fn cases(&self) -> usize {
        self.cases.len()
    }

    /// Whether a case is the first of those that one play serves.
    pub(super) fn is_first_of_play(&self, case: usize) -> bool {
        self.twins[case] == case
    }

    const fn case(&self, arm: usize, world: usize) -> usize {
        arm * self.worlds + world
    }

    /// The part of a row that belongs to a case: metrics, then providers, then ceilings, then the luck of avoided care.
    pub(super) fn parts<'row>(&self, case: usize, row: &'row mut [f64]) -> [&'row mut [f64]; 4] {
        let slices = self.periods + 1;
        let layout = self.cases[case];
        let row = &mut row[layout.first..];
        let (metrics, rest) = row.split_at_mut(Metric::COUNT * slices);
        let (providers, rest) = rest.split_at_mut(3 * layout.providers * slices);
        let (ceilings, rest) = rest.split_at_mut(layout.ceilings * slices);
        [metrics, providers, ceilings, &mut rest[..1]]
    }
}

/// The results of the replications of all arms and worlds that have been played.
#[derive(Clone, Debug)]
pub struct Outcomes {
    layout: Layout,
    months: Vec<(i16, i8)>,
    /// By replication and column, with room for those still to be played.
    values: Blocks,
    /// How many of them have been played, from the first on.
    played: usize,
    counts: Counts,
    score_names: Vec<String>,
    /// `(draw, quantity)`, the draws of the last block in full.
    scores: Array2<f64>,
}

impl Outcomes {
    /// Room for so many replications, none of them played yet.
    pub(super) fn with_room(
        (layout, months): (Layout, Vec<(i16, i8)>),
        score_names: Vec<String>,
        replications: usize,
    ) -> Self {
        let draws = replications.div_ceil(ROWS) * BLOCK_DRAWS;
        Self {
            values: Blocks::zeros(replications, layout.columns()),
            // A run without uncertainty has no scores, but a chunk of them must not be empty.
            scores: Array2::zeros((draws, score_names.len().max(1))),
            counts: Counts::new(&layout),
            played: 0,
            layout,
            months,
            score_names,
        }
    }

    /// Begins anew with so many replications, at most as many as there is room for.
    pub(super) fn restart(&mut self, replications: usize) {
        self.values.restart(replications);
        self.counts = Counts::new(&self.layout);
        self.played = 0;
    }

    /// The blocks of numbers in which some draws fall, and the scores of the draws of those blocks, to be written.
    pub(super) fn around_mut(&mut self, draws: &Range<usize>) -> (&mut [f64], &mut [f64]) {
        let rows = self.rows_of(draws);
        let block = |draw: usize| draw.div_ceil(BLOCK_DRAWS) * BLOCK_DRAWS;
        let whole = draws.start.div_euclid(BLOCK_DRAWS) * BLOCK_DRAWS..block(draws.end);
        (self.values.around_mut(&rows), part_mut(&mut self.scores, &whole))
    }

    /// The numbers of the replications and the scores of some draws: a row of each after another.
    pub(super) fn rows(&self, draws: &Range<usize>) -> (Vec<f64>, &[f64]) {
        (self.values.take_rows(&self.rows_of(draws)), part(&self.scores, draws))
    }

    /// Takes the same over as they were read elsewhere; returns whether there are as many as there must be.
    pub(super) fn put_rows(&mut self, draws: &Range<usize>, values: &[f64], scores: &[f64]) -> bool {
        let rows = self.rows_of(draws);
        let mine = part_mut(&mut self.scores, draws);
        let fits = values.len() == rows.len() * self.layout.columns() && scores.len() == mine.len();
        if fits {
            mine.copy_from_slice(scores);
            self.values.put_rows(rows.start, values);
        }
        fits
    }

    /// The replications of some draws; a run of an odd number has one fewer in its last draw.
    pub(super) fn rows_of(&self, draws: &Range<usize>) -> Range<usize> {
        let row = |draw: usize| (draw * REPLICATIONS_PER_DRAW).min(self.values.rows());
        row(draws.start)..row(draws.end)
    }

    /// Takes the counts of some draws in.
    pub(super) fn count(&mut self, counts: &Counts) {
        self.counts.merge(counts);
    }

    /// All draws before this one have been played.
    pub(super) fn played_until(&mut self, draw: usize) {
        self.played = self.rows_of(&(0..draw)).end;
    }

    /// Number of replications that have been played.
    pub const fn replications(&self) -> usize {
        self.played
    }

    /// Months of the forecast, as year and month from 1.
    pub fn months(&self) -> &[(i16, i8)] {
        &self.months
    }

    /// A metric of an arm in a world: `slice` is a period, or the number of periods for the total.
    pub fn column(&self, arm: usize, world: usize, metric: Metric, slice: usize) -> Column {
        let case = self.layout.cases[self.layout.case(arm, world)];
        Column(case.first + metric as usize * (self.layout.periods + 1) + slice)
    }

    /// A statistic of a provider.
    pub fn provider_column(
        &self,
        (arm, world): (usize, usize),
        provider: usize,
        stat: ProviderStat,
        slice: usize,
    ) -> Column {
        let (case, slices) = (self.layout.cases[self.layout.case(arm, world)], self.layout.periods + 1);
        Column(case.first + (Metric::COUNT + 3 * provider + stat as usize) * slices + slice)
    }

    /// Cost under a ceiling less its limit, above 0 when it breaks; the total slice is the highest of the periods.
    pub fn ceiling_column(&self, (arm, world): (usize, usize), ceiling: usize, slice: usize) -> Column {
        let (case, slices) = (self.layout.cases[self.layout.case(arm, world)], self.layout.periods + 1);
        Column(case.first + (Metric::COUNT + 3 * case.providers + ceiling) * slices + slice)
    }

    /// Avoided cost over the forecast less what could be expected of the same positive closures, EUR: whether a closure avoids
    /// care, and how dear that would have been, are drawn apart from all that decides on the closure, so its mean is nought
    /// whatever the scenario, given the draw and the play.
    ///
    /// Source: Glasserman (2003), Monte Carlo Methods in Financial Engineering, section 4.1; it is what conditional Monte Carlo
    /// takes off (Asmussen and Glynn 2007, Stochastic Simulation, section V.4).
    pub fn luck_column(&self, arm: usize, world: usize) -> Column {
        let (case, slices) = (self.layout.cases[self.layout.case(arm, world)], self.layout.periods + 1);
        Column(case.first + (Metric::COUNT + 3 * case.providers + case.ceilings) * slices)
    }

    /// The first world in which the same play serves an arm: all but the euros is the same there.
    pub fn twin(&self, arm: usize, world: usize) -> usize {
        let first = self.layout.twins[self.layout.case(arm, world)];
        if first >= self.layout.case(arm, 0) { first - self.layout.case(arm, 0) } else { world }
    }

    /// A column in the order of the replications, copied together.
    pub fn view(&self, column: Column) -> Array1<f64> {
        let mut all = Vec::new();
        self.gather(column, &mut all);
        Array1::from_vec(all)
    }

    /// Writes a column over `into`, in the order of the replications.
    pub fn gather(&self, column: Column, into: &mut Vec<f64>) {
        into.clear();
        into.reserve(self.played);
        self.values.gather(&[column.0], self.played, std::slice::from_mut(into));
    }

    /// Several columns, each in the order of the replications.
    pub fn gather_all(&self, columns: &[Column]) -> Vec<Vec<f64>> {
        let places: Vec<usize> = columns.iter().map(|column| column.0).collect();
        let mut all: Vec<Vec<f64>> = columns.iter().map(|_| Vec::with_capacity(self.played)).collect();
        self.values.gather(&places, self.played, &mut all);
        all
    }

    /// Replications by the number waiting at the end of a week of the forecast.
    pub fn queue_counts(&self, arm: usize, world: usize, week: usize) -> &[u32] {
        let from = (self.layout.twins[self.layout.case(arm, world)] * self.layout.weeks + week) * QUEUE_BINS;
        &self.counts.queue[from..from + QUEUE_BINS]
    }

    /// Weeks of the forecast.
    pub const fn weeks(&self) -> usize {
        self.layout.weeks
    }

    /// Replications by the starts of specialised care in a month of the forecast.
    pub fn starts_counts(&self, (arm, world): (usize, usize), month: usize, route: Route) -> &[u32] {
        let case = self.layout.twins[self.layout.case(arm, world)];
        let from = ((case * self.layout.months + month) * 2 + route as usize) * STARTS_BINS;
        &self.counts.starts[from..from + STARTS_BINS]
    }

    /// Dotted keys of the uncertain quantities, in the order of the scores.
    pub fn score_names(&self) -> &[String] {
        &self.score_names
    }

    /// The standard-normal score of an uncertain quantity in every draw.
    pub fn scores(&self, quantity: usize) -> ArrayView1<'_, f64> {
        self.scores.column(quantity).split_at(Axis(0), self.played.div_ceil(REPLICATIONS_PER_DRAW)).0
    }
}

/// Some rows of a table.
fn part<'all>(all: &'all Array2<f64>, rows: &Range<usize>) -> &'all [f64] {
    let width = all.ncols();
    all.as_slice().and_then(|all| all.get(rows.start * width..rows.end * width)).unwrap_or_default()
}

/// Some rows of a table, to be written.
fn part_mut<'all>(all: &'all mut Array2<f64>, rows: &Range<usize>) -> &'all mut [f64] {
    let width = all.ncols();
    all.as_slice_mut().and_then(|all| all.get_mut(rows.start * width..rows.end * width)).unwrap_or_default()
}
