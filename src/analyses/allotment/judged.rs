//! One allocation, played and judged.

use crate::scenario::Allocation;
use crate::statistics::{Band, Estimate, Scratch, band, mean, probability};

/// What an allocation came to, replication by replication; all but the wait less the base.
#[derive(Clone, Debug, PartialEq)]
pub struct Played {
    /// Extra cost per reporting period in the leading world, EUR.
    pub cost: Vec<Vec<f64>>,
    /// Extra net saving by world, EUR.
    pub net: Vec<Vec<f64>>,
    /// Mean wait in the leading world, weeks; its own.
    pub wait: Vec<f64>,
    /// Ninth decile of the wait in the leading world, weeks; its own.
    pub wait_p90: Vec<f64>,
    /// Extra young people with a first conversation in the leading world.
    pub started: Vec<f64>,
    /// Per reporting period: whether every ceiling of the scenario holds in the leading world.
    pub within: Vec<Vec<bool>>,
}

/// Plays allocations, always over the same young people.
pub trait Field {
    /// Why it cannot.
    type Fault;

    /// What each allocation came to; `None` where the scenario refuses it.
    ///
    /// # Errors
    /// When it was stopped.
    fn play(
        &mut self,
        allocations: &[Allocation],
        replications: usize,
    ) -> Result<Vec<Option<Played>>, Self::Fault>;
}

/// The constraints.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rules {
    /// The most that may be spent more than in the base in a period, EUR.
    pub most: f64,
    /// The least chance of staying within that and within every ceiling, period by period.
    pub within: f64,
    /// The norm that the ninth decile of the wait must meet, weeks.
    pub norm: f64,
}

/// An amount above a limit by half a cent or less is rounding, not breaking.
const HALF_A_CENT: f64 = 0.005;

/// The bands of what an allocation came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bands {
    /// Of the extra net saving, the mean over the worlds.
    pub net_over_worlds: Option<Band>,
    /// Of the mean wait.
    pub wait: Option<Band>,
    /// Of the extra young people with a first conversation.
    pub started: Option<Band>,
}

/// One allocation, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// What is bought.
    pub allocation: Allocation,
    /// Replications behind it.
    pub replications: usize,
    /// Extra cost over the whole forecast, EUR.
    pub cost: Option<Estimate>,
    /// Extra net saving by world, EUR.
    pub net: Vec<Option<Estimate>>,
    /// The mean of these over the worlds.
    pub net_over_worlds: Option<Estimate>,
    /// The world in which it is lowest.
    pub worst: usize,
    /// Mean wait, weeks.
    pub wait: Option<Estimate>,
    /// Ninth decile of the wait, weeks: its mean over the replications.
    pub wait_p90: Option<Estimate>,
    /// Extra young people with a first conversation.
    pub started: Option<Estimate>,
    /// The chance of staying within the amount and every ceiling, in the period in which it is lowest.
    pub within: Estimate,
    /// That period.
    pub tightest: usize,
    /// How far its results lie apart.
    pub bands: Bands,
    /// The mean net saving over the worlds, replication by replication.
    pub(super) column: Vec<f64>,
}

impl Judged {
    /// Judges an allocation that was played.
    pub(super) fn new(allocation: Allocation, played: &Played, rules: &Rules) -> Self {
        let replications = played.wait.len();
        let sum = |columns: &[Vec<f64>], at: usize| columns.iter().map(|column| column[at]).sum::<f64>();
        let worlds = played.net.len().max(1) as f64;
        let column: Vec<f64> = (0..replications).map(|at| sum(&played.net, at) / worlds).collect();
        let cost: Vec<f64> = (0..replications).map(|at| sum(&played.cost, at)).collect();
        let net: Vec<Option<Estimate>> = played.net.iter().map(|column| mean(column)).collect();
        let value = |world: usize| net[world].map_or(f64::NEG_INFINITY, |net| net.value);
        let worst = (0..net.len()).min_by(|one, other| value(*one).total_cmp(&value(*other))).unwrap_or(0);
        let holds = |period: usize| {
            let limit = rules.most + HALF_A_CENT;
            let spent = played.cost[period].iter().map(move |cost| *cost <= limit);
            probability(spent.zip(&played.within[period]).map(|(spent, ceilings)| spent && *ceilings))
        };
        let chances: Vec<Estimate> = (0..played.cost.len()).map(holds).collect();
        let tightest = (0..chances.len())
            .min_by(|one, other| chances[*one].value.total_cmp(&chances[*other].value))
            .unwrap_or(0);
        let scratch = &mut Scratch::default();
        Self {
            allocation,
            replications,
            cost: mean(&cost),
            net_over_worlds: mean(&column),
            worst,
            wait: mean(&played.wait),
            wait_p90: mean(&played.wait_p90),
            started: mean(&played.started),
            within: chances.get(tightest).copied().unwrap_or(Estimate { value: 1.0, mc_se: None }),
            tightest,
            bands: Bands {
                net_over_worlds: band(&column, scratch),
                wait: band(&played.wait, scratch),
                started: band(&played.started, scratch),
            },
            net,
            column,
        }
    }

    /// Net saving over the worlds, net saving in its worst world, young people, and how short the wait is: more is
    /// better.
    pub(super) fn aims(&self) -> [f64; 4] {
        let value = |estimate: Option<Estimate>| estimate.map_or(f64::NEG_INFINITY, |one| one.value);
        [
            value(self.net_over_worlds),
            value(self.net.get(self.worst).copied().flatten()),
            value(self.started),
            -self.wait.map_or(f64::INFINITY, |wait| wait.value),
        ]
    }

    /// Whether it stays within the amount and the ceilings often enough, up to so many errors.
    pub(super) fn keeps_ceilings(&self, rules: &Rules, errors: f64) -> bool {
        self.within.value + errors * self.within.mc_se.unwrap_or(0.0) >= rules.within
    }

    /// Whether the ninth decile of the wait meets the norm, up to so many errors.
    pub(super) fn keeps_norm(&self, rules: &Rules, errors: f64) -> bool {
        self.wait_p90.is_some_and(|wait| wait.value - errors * wait.mc_se.unwrap_or(0.0) <= rules.norm)
    }
}
