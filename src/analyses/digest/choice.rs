//! What a decision needs of one arm in one world, counted.

use crate::analyses::Runs;
use crate::analyses::bands::Subject;
use crate::analyses::decision::{
    Broken, Odds, UNDEFINED_AT_MOST, breaks, ceiling_columns, draw_ratios, first_broken,
    is_bound_by_capacity, is_no_loss,
};
use crate::engine::Metric;
use crate::statistics::{Chance, Kept, Tally};

/// The chances of an arm in a world, and the ratio at which a draw breaks even.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    net: Vec<Chance>,
    cashable: Vec<Chance>,
    bound: Vec<Chance>,
    break_even: Tally,
    ceilings: Vec<Ceiling>,
}

/// How often a ceiling is kept: in every period; by period; and first broken by period.
#[derive(Clone, Debug)]
struct Ceiling {
    within_all: Chance,
    within: Vec<Chance>,
    first_break: Vec<Chance>,
}

impl Choice {
    /// For a run of which these are the first replications, none of them taken in.
    pub(super) fn begin(first: &dyn Runs, at: (usize, usize), (periods, ceilings): (usize, usize)) -> Self {
        let chances = |count: usize| vec![Chance::default(); count];
        let ceiling = Ceiling {
            within_all: Chance::default(),
            within: chances(periods),
            first_break: chances(periods),
        };
        Self {
            net: chances(periods + 1),
            cashable: chances(periods + 1),
            bound: chances(periods + 1),
            break_even: Tally::begin(&ratios(first, at, periods)),
            ceilings: vec![ceiling; ceilings],
        }
    }

    /// Takes a block in.
    pub(super) fn absorb(&mut self, runs: &dyn Runs, at: (usize, usize), periods: usize) {
        let (arm, world) = at;
        let slices: Vec<usize> = (0..=periods).collect();
        let count = |chances: &mut [Chance], subject: Subject, metric: Metric, holds: fn(f64) -> bool| {
            let columns = subject.columns(runs, world, metric, &slices);
            for (chance, column) in chances.iter_mut().zip(columns) {
                chance.absorb(column.into_iter().map(holds));
            }
        };
        count(&mut self.net, Subject::asked(arm), Metric::NetSaving, is_no_loss);
        count(&mut self.cashable, Subject::asked(arm), Metric::CashableSaving, is_no_loss);
        count(&mut self.bound, Subject::Arm(arm), Metric::WeeksBoundShare, is_bound_by_capacity);
        self.break_even.absorb(&ratios(runs, at, periods));
        for (index, ceiling) in self.ceilings.iter_mut().enumerate() {
            let columns = ceiling_columns(runs, at, index, periods);
            let first = first_broken(&columns);
            ceiling.within_all.absorb(first.iter().map(Option::is_none));
            for (period, column) in columns.iter().enumerate() {
                ceiling.within[period].absorb(column.iter().map(|above| !breaks(*above)));
                ceiling.first_break[period].absorb(first.iter().map(|broken| *broken == Some(period)));
            }
        }
    }

    /// All that is kept, in a fixed order.
    pub(super) fn leaves(&mut self) -> Vec<&mut dyn Kept> {
        let Self { net, cashable, bound, break_even, ceilings } = self;
        let mut all: Vec<&mut dyn Kept> = vec![break_even];
        let chances = net.iter_mut().chain(cashable).chain(bound);
        let of_ceilings = ceilings.iter_mut().flat_map(|ceiling| {
            ceiling.within.iter_mut().chain(&mut ceiling.first_break).chain([&mut ceiling.within_all])
        });
        all.extend(chances.chain(of_ceilings).map(|chance| chance as &mut dyn Kept));
        all
    }

    /// The chances of paying back, of cashable savings, and of being short of hours.
    pub(super) fn odds(&self) -> [Odds; 3] {
        [&self.net, &self.cashable, &self.bound].map(|chances| {
            let of = |slice: usize| chances[slice].estimate();
            Odds { total: of(chances.len() - 1), by_period: (0..chances.len() - 1).map(of).collect() }
        })
    }

    /// Quantiles of the ratio at which a draw breaks even, `None` where infinite, and how far they may be off; nothing when it is
    /// too often undefined.
    pub(super) fn break_even(&self) -> ([Option<f64>; 7], Option<f64>) {
        let found = self.break_even.quantiles().filter(|_| self.break_even.undefined() <= UNDEFINED_AT_MOST);
        let Some((quantiles, bound)) = found else { return ([None; 7], None) };
        (quantiles.map(|value| value.is_finite().then_some(value)), Some(bound))
    }

    /// How often each ceiling is kept and broken.
    pub(super) fn broken(&self) -> impl Iterator<Item = Broken> {
        let all = |chances: &[Chance]| chances.iter().map(Chance::estimate).collect();
        self.ceilings.iter().map(move |ceiling| Broken {
            within_all: ceiling.within_all.estimate(),
            within: all(&ceiling.within),
            first_break: all(&ceiling.first_break),
        })
    }
}

/// Extra cost by extra avoided cost if every positive closure avoided maatwerk, draw by draw.
fn ratios(runs: &dyn Runs, (arm, world): (usize, usize), periods: usize) -> Vec<f64> {
    let total = |metric| Subject::asked(arm).column(runs, world, metric, periods);
    draw_ratios(&total(Metric::PojCost), &total(Metric::AvoidedCostIfAll))
}
