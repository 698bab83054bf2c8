//! The forecast of a run that was not kept.

use rayon::prelude::*;

use super::kept::Digest;
use crate::analyses::bands::{Subject, places, tables};
use crate::analyses::decision::{BreakEven, Decision, ceiling_odds};
use crate::analyses::exactness::{LargestError, largest_of};
use crate::analyses::forecast::{Found, assemble, table, with_twins};
use crate::analyses::over_time::over_time;
use crate::analyses::price_effect::effects;
use crate::analyses::team::{STATS, TeamMember, member};
use crate::analyses::unknowns::ordered;
use crate::analyses::{Forecast, MetricBands, RunInfo};
use crate::engine::{Metric, Route};
use crate::scenario::{Experiment, Scenario};
use crate::statistics::{Band, Explained, Sketch};

impl Digest {
    /// Answers everything that is asked of the run.
    pub fn forecast(&self, experiment: &Experiment, seed: u64) -> Forecast {
        let calendar = &experiment.scenarios[0][0].calendar;
        let weeks = calendar.weeks() - calendar.forecast_from();
        let made: Vec<Vec<Option<MetricBands>>> = places(self.size.1)
            .par_iter()
            .enumerate()
            .map(|(place, _)| self.metrics[place].iter().map(|slices| of_slices(slices)).collect())
            .collect();
        let teams = table(experiment, |at| {
            (self.twin(at) == at.1).then(|| self.team(&experiment.scenarios[at.0][at.1], at))
        });
        let found = Found {
            bands: tables(&made, &|at| self.twin(at), self.size, self.periods),
            decisions: table(experiment, |at| self.decide(at, &experiment.scenarios[at.0][at.1])),
            teams: with_twins(teams, &|at| self.twin(at)),
            over_time: table(experiment, |at| {
                let counts = |place: usize| self.counts[at.0][at.1][place].0.as_slice();
                let starts = |month: usize, route: Route| counts(weeks + 2 * month + route as usize);
                over_time(calendar, counts, starts)
            }),
            unknowns: (0..self.size.0)
                .map(|arm| {
                    let names = self.score_names.iter().cloned();
                    let indices =
                        self.unknowns[arm].iter().map(|of| of.each_ref().map(Explained::first_order));
                    ordered(&experiment.scenarios[arm][0], names.zip(indices).collect())
                })
                .collect(),
            price_effects: effects(self.size, |(arm, world), metric| {
                self.sketches(Subject::Arm(arm), world, metric).iter().map(Sketch::mean).collect()
            }),
        };
        assemble(experiment, found, RunInfo { seed, replications: self.replications() })
    }

    /// The largest error that counts, as [`largest_error`](crate::analyses::largest_error) tells it of replications.
    pub fn largest_error(&self) -> LargestError {
        largest_of(self.size.0, |subject| {
            self.sketches(subject, 0, Metric::NetSaving).last().and_then(Sketch::band)
        })
    }

    fn team(&self, scenario: &Scenario, (arm, world): (usize, usize)) -> Vec<TeamMember> {
        let providers = self.teams[arm][world].chunks(STATS * (self.periods + 1));
        let of = |(provider, sketches): (&crate::scenario::Provider, &[Sketch])| {
            let bands = |stat: usize| sketches.iter().skip(stat).step_by(STATS).map(Sketch::band).collect();
            member(&provider.name, std::array::from_fn(bands))
        };
        scenario.providers.iter().zip(providers).map(of).collect()
    }

    fn decide(&self, at: (usize, usize), scenario: &Scenario) -> Decision {
        let (arm, world) = at;
        let subject = Subject::asked(arm);
        let of = |metric| self.sketches(subject, world, metric);
        let total = |metric| &of(metric)[self.periods];
        let [net_nonnegative, cashable_nonnegative, capacity_bound] = self.choices[arm][world].odds();
        let (cost, if_all) = (of(Metric::PojCost), of(Metric::AvoidedCostIfAll));
        let real = |slice: usize| cost[slice].ratio(&if_all[slice]);
        let (quantiles, quantile_bound) = self.choices[arm][world].break_even();
        let by_cost = |metric| total(Metric::PojCost).ratio(total(metric));
        Decision {
            net_nonnegative,
            cashable_nonnegative,
            break_even: BreakEven {
                real: real(self.periods),
                real_by_period: (0..self.periods).map(real).collect(),
                quantiles,
                quantile_bound,
                evaluation: by_cost(Metric::AvoidedCostEvaluation),
                assumed: total(Metric::AvoidedCost).ratio(total(Metric::AvoidedCostIfAll)),
            },
            ceilings: scenario
                .ceilings
                .iter()
                .zip(self.choices[arm][world].broken())
                .map(|(ceiling, broken)| ceiling_odds(scenario, ceiling, &broken))
                .collect(),
            capacity_bound,
            weeks_sooner: (arm != 0)
                .then(|| total(Metric::WaitMeanWeeks).band().as_ref().map(turned))
                .flatten(),
            cost_per_youth_started: by_cost(Metric::YouthsStarted),
            cost_per_positive_closure: by_cost(Metric::YouthsClosedPositive),
        }
    }
}

fn of_slices(slices: &[Sketch]) -> Option<MetricBands> {
    (!slices.is_empty()).then(|| MetricBands::of(slices.iter().map(Sketch::band).collect()))
}

/// The band of the numbers taken from nought: levels stand as far from one end as from the other.
fn turned(band: &Band) -> Band {
    let (mut quantiles, mut quantile_mc_se) = (band.quantiles.map(|value| 0.0 - value), band.quantile_mc_se);
    quantiles.reverse();
    quantile_mc_se.reverse();
    Band { mean: 0.0 - band.mean, quantiles, quantile_mc_se, ..*band }
}
