//! A forecast of what is past: learnt from the periods before the last, held against the last.

use super::calibration::{Compared, ForwardFault, LEAST_EFFECTIVE, Simulated, Term, by_draw, eve, terms};
use super::{RunInfo, Runs};
use crate::engine::{Metric, MetricUnit};
use crate::random::{REPLICATIONS_PER_DRAW, Seed};
use crate::scenario::{Arm, Experiment, Registered, World};
use crate::statistics::{Estimate, Sample, effective};

/// Levels of a forecast, in the order of [`Tested::quantiles`].
pub const TESTED_LEVELS: [f64; 5] = [0.05, 0.10, 0.50, 0.90, 0.95];

/// Where what happened lies in the forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// Between P10 and P90.
    Inside,
    /// Between P5 and P95, not between P10 and P90.
    Edge,
    /// Outside P5 to P95.
    Outside,
}

/// One figure of the forecast beside what happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Tested {
    /// Its name in files.
    pub name: &'static str,
    /// Its unit.
    pub unit: MetricUnit,
    /// What happened.
    pub happened: f64,
    /// The mean of the forecast.
    pub mean: Estimate,
    /// Its quantiles at [`TESTED_LEVELS`].
    pub quantiles: [Estimate; 5],
    /// The share of the forecast below what happened, half of what equals it included.
    pub pit: Estimate,
    /// The continuous ranked probability score, in the unit of the figure.
    pub crps: Estimate,
    /// How far off it is to expect as much per month as in the periods before; `None` where those tell nothing.
    pub naive_error: Option<f64>,
}

impl Tested {
    /// Where what happened lies.
    pub fn hit(&self) -> Hit {
        let within = |low: usize, high: usize| {
            self.happened >= self.quantiles[low].value && self.happened <= self.quantiles[high].value
        };
        match (within(1, 3), within(0, 4)) {
            (true, _) => Hit::Inside,
            (false, true) => Hit::Edge,
            (false, false) => Hit::Outside,
        }
    }
}

/// A forecast held against what happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Backtest {
    /// The scenario.
    pub arm: Arm,
    /// The world whose assumptions hold.
    pub world: World,
    /// How it was made.
    pub run: RunInfo,
    /// What was learnt from.
    pub learnt_from: Vec<Term>,
    /// The label of the period that was forecast.
    pub period: String,
    /// Draws of the prior.
    pub draws: usize,
    /// How many equal draws would tell as much as the posterior.
    pub effective: f64,
    /// The average cost of a trajectory in the periods before, EUR, and in the period that was forecast.
    pub average_cost: (f64, f64),
    /// The figures.
    pub figures: Vec<Tested>,
}

impl Backtest {
    /// Whether enough is left for anything to be said.
    pub fn is_enough(&self) -> bool {
        self.effective >= LEAST_EFFECTIVE
    }

    /// How many figures lie between P10 and P90, and between P5 and P95.
    pub fn hits(&self) -> (usize, usize) {
        let count = |hits: &[Hit]| self.figures.iter().filter(|figure| hits.contains(&figure.hit())).count();
        (count(&[Hit::Inside]), count(&[Hit::Inside, Hit::Edge]))
    }
}

/// What is run, learnt from and held out.
#[derive(Clone, Debug)]
pub struct BacktestPlan {
    /// What is simulated.
    pub experiment: Experiment,
    terms: Vec<Term>,
    registered: Vec<Registered>,
    /// Months of the periods before, and of the one that is forecast.
    months: (f64, f64),
}

impl BacktestPlan {
    /// For the last arm of an experiment in its leading world.
    ///
    /// # Errors
    /// [`ForwardFault`] when there is nothing to learn from or to hold out.
    pub fn new(experiment: &Experiment) -> Result<Self, ForwardFault> {
        let registered = experiment.scenarios.last().map(|worlds| worlds[0].registered.clone());
        let (experiment, evidence) = eve(experiment)?;
        let known = evidence.periods.len() - 1;
        let terms = terms(&evidence, &experiment.scenarios[0][0].calendar, known)?;
        let months = |period: &super::calibration::EvidencePeriod| {
            f64::from((period.until - period.from).get_days()) / 365.2425 * 12.0
        };
        let all: Vec<f64> = evidence.periods.iter().map(months).map(f64::round).collect();
        let (before, last) = all.split_at(known);
        Ok(Self {
            experiment,
            terms,
            registered: registered.unwrap_or_default(),
            months: (before.iter().sum(), last.iter().sum()),
        })
    }

    /// The forecast of the last period held against what happened.
    pub fn judge(&self, runs: &dyn Runs, seed: Seed) -> Backtest {
        let simulated = Simulated::new(runs, &self.terms);
        let observed: Vec<f64> = self.terms.iter().map(|term| term.observed).collect();
        let likelihoods = simulated.likelihoods(&observed);
        let calendar = &self.experiment.scenarios[0][0].calendar;
        let period = self.registered.last().map(|row| row.period.clone()).unwrap_or_default();
        let slice = calendar.periods().iter().position(|known| known.label == period).unwrap_or(0);
        let figures = self.happened().into_iter().filter_map(|(what, happened, naive)| {
            let column = what.column(runs, slice, self.average_cost().0);
            let sample = Sample::new(&column, &likelihoods, REPLICATIONS_PER_DRAW);
            let quantiles: Option<Vec<Estimate>> =
                TESTED_LEVELS.into_iter().map(|level| sample.quantile(level)).collect();
            Some(Tested {
                name: what.name(),
                unit: what.unit(),
                happened,
                mean: sample.mean()?,
                quantiles: quantiles?.try_into().ok()?,
                pit: sample.pit(happened)?,
                crps: sample.crps(happened)?,
                naive_error: naive.map(|naive| (naive - happened).abs()),
            })
        });
        let weights = by_draw(&likelihoods);
        Backtest {
            arm: self.experiment.arms[0].clone(),
            world: self.experiment.worlds[0].clone(),
            run: RunInfo { seed: seed.0, replications: runs.replications() },
            learnt_from: self.terms.clone(),
            period,
            draws: weights.len(),
            effective: effective(&weights),
            average_cost: self.average_cost(),
            figures: figures.collect(),
        }
    }

    /// The average cost of a trajectory before, and in the period that is forecast.
    fn average_cost(&self) -> (f64, f64) {
        let of = |row: &Registered| row.printed_avoided / f64::from(row.positive.max(1));
        let before =
            self.registered.len().checked_sub(2).and_then(|at| self.registered.get(at)).map_or(0.0, of);
        (before, self.registered.last().map_or(0.0, of))
    }

    /// Per figure what happened, and what as much per month as before would have come to.
    fn happened(&self) -> Vec<(What, f64, Option<f64>)> {
        let Some((last, before)) = self.registered.split_last() else { return Vec::new() };
        let pace = self.months.1 / self.months.0.max(1.0);
        let counted = |what: What, of: &dyn Fn(&Registered) -> f64| {
            let earlier: f64 = before.iter().map(of).sum();
            (what, of(last), Some(earlier * pace))
        };
        let old = self.average_cost().0;
        let mut all = vec![
            counted(What::Metric(Metric::YouthsStarted), &|row| f64::from(row.seen)),
            counted(What::Metric(Metric::YouthsClosedPositive), &|row| f64::from(row.positive)),
            counted(What::Metric(Metric::YouthsEscalated), &|row| f64::from(row.escalated)),
            counted(What::Unknown, &|row| f64::from(row.unknown)),
        ];
        all.extend(last.printed_conversations_mean.map(|mean| (What::Conversations, mean, None)));
        all.extend([
            counted(What::Metric(Metric::PojCost), &|row| row.printed_cost),
            counted(What::AtOldCost, &|row| f64::from(row.positive) * old),
            counted(What::Metric(Metric::AvoidedCostEvaluation), &|row| row.printed_avoided),
            counted(What::Metric(Metric::NetSavingEvaluation), &|row| row.printed_net),
        ]);
        all
    }
}

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// A result as it is.
    Metric(Metric),
    /// Young people who broke off, or of whom the outcome is not known.
    Unknown,
    /// Conversations per young person.
    Conversations,
    /// Avoided cost at the average cost of the period before: without the price that nobody could know.
    AtOldCost,
}

impl What {
    const fn name(self) -> &'static str {
        match self {
            Self::Metric(metric) => metric.name(),
            Self::Unknown => "youths_outcome_unknown",
            Self::Conversations => "conversations_per_youth",
            Self::AtOldCost => "avoided_cost_at_known_price_eur",
        }
    }

    const fn unit(self) -> MetricUnit {
        match self {
            Self::Metric(metric) => metric.unit(),
            Self::Unknown => MetricUnit::Youths,
            Self::Conversations => MetricUnit::Conversations,
            Self::AtOldCost => MetricUnit::Eur,
        }
    }

    fn column(self, runs: &dyn Runs, slice: usize, old: f64) -> Vec<f64> {
        let read = |metric| runs.metric((0, 0), metric, &[slice]).swap_remove(0);
        match self {
            Self::Metric(metric) => read(metric),
            Self::Unknown => {
                let (dropped, lost) = (read(Metric::YouthsDroppedOut), read(Metric::YouthsOutcomeUnknown));
                dropped.iter().zip(&lost).map(|(one, other)| one + other).collect()
            }
            Self::Conversations => Compared::Conversations.column(runs, slice),
            Self::AtOldCost => read(Metric::YouthsClosedPositive).iter().map(|count| count * old).collect(),
        }
    }
}
