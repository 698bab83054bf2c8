//! Doubts that do not stop a run.

use super::decision::{Decision, Shortage, shortage};
use crate::scenario::{Calendar, Experiment, Grade, Key, Period};
use crate::units::whole_part;

/// A doubt about a forecast, told by every report.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// Too few replications to say how exact the figures are.
    FewReplications {
        /// How many there were.
        replications: usize,
    },
    /// Nobody has measured which share of the positive closures really avoids maatwerk.
    AvoidanceNotMeasured {
        /// Its grade.
        grade: Grade,
    },
    /// In the leading world it is open whether hours or referrals are short.
    ShortageNotIdentified {
        /// The arm, by index.
        arm: usize,
    },
    /// A ceiling may break in the leading world.
    CeilingAtRisk {
        /// The arm, by index.
        arm: usize,
        /// The ceiling, by index.
        ceiling: usize,
    },
    /// A provider starts in the course of a period, which is therefore no whole year.
    PartYear {
        /// The arm, by index.
        arm: usize,
        /// The provider's name.
        provider: String,
        /// The period, by index.
        period: usize,
    },
    /// A reporting period is only part of the calendar year that it is called after.
    PartPeriod {
        /// The period, by index.
        period: usize,
        /// How many weeks of the year count.
        weeks: usize,
    },
    /// Part of the uncertainty is what a calibration learnt.
    Calibrated {
        /// How many equal draws tell as much as its weighted ones, rounded down.
        draws: usize,
    },
    /// There were too many replications to keep, so quantiles are read from counts.
    Summarised {
        /// How many there were.
        replications: usize,
        /// No quantile of a net saving, of an arm or of the difference between two, in any world or year, is further off, EUR.
        bound: f64,
    },
    /// A registered pilot does not reconcile with what is printed.
    NotReconciled {
        /// The world, by index.
        world: usize,
        /// How many cells differ.
        cells: usize,
    },
}

impl Warning {
    /// Its name in `summary.json`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::FewReplications { .. } => "few_replications",
            Self::AvoidanceNotMeasured { .. } => "avoidance_not_measured",
            Self::ShortageNotIdentified { .. } => "shortage_not_identified",
            Self::CeilingAtRisk { .. } => "ceiling_at_risk",
            Self::PartYear { .. } => "part_year",
            Self::PartPeriod { .. } => "part_period",
            Self::Calibrated { .. } => "calibrated",
            Self::Summarised { .. } => "summarised",
            Self::NotReconciled { .. } => "not_reconciled",
        }
    }
}

/// With fewer the error itself is a guess, and what none of them showed may still happen in one case of twenty.
const ENOUGH_REPLICATIONS: usize = 120;
/// A ceiling is at risk when it holds with a smaller chance than this.
const SAFE_ABOVE: f64 = 0.9;
/// All doubts but those about reconciliation. `decisions` is indexed by arm and world.
pub(super) fn doubts(
    experiment: &Experiment,
    decisions: &[Vec<Decision>],
    replications: usize,
) -> Vec<Warning> {
    let mut all = Vec::new();
    if replications < ENOUGH_REPLICATIONS {
        all.push(Warning::FewReplications { replications });
    }
    if let Some(learnt) = &experiment.learnt {
        all.push(Warning::Calibrated { draws: whole_part(learnt.effective()) });
    }
    let leading = &experiment.scenarios[0][0];
    let grade = leading.quantity(Key::AvoidanceShare).initial.provenance.grade;
    if leading.registered.is_empty() && grade > Grade::Derived {
        all.push(Warning::AvoidanceNotMeasured { grade });
    }
    for (arm, worlds) in decisions.iter().enumerate() {
        let bound = worlds[0].capacity_bound.total.value;
        if leading.registered.is_empty() && shortage(bound) == Shortage::Open {
            all.push(Warning::ShortageNotIdentified { arm });
        }
        for (ceiling, odds) in worlds[0].ceilings.iter().enumerate() {
            if odds.applies && odds.within_all.value < SAFE_ABOVE {
                all.push(Warning::CeilingAtRisk { arm, ceiling });
            }
        }
        all.extend(part_years(experiment, arm));
    }
    all.extend(part_periods(&leading.calendar));
    all
}

/// The periods called after a year of which not all weeks are in them.
fn part_periods(calendar: &Calendar) -> Vec<Warning> {
    let forecast = calendar.forecast_from()..calendar.weeks();
    let short = |(period, one): (usize, &Period)| {
        let year: i16 = one.label.parse().ok()?;
        let mut own = forecast.clone().filter(|week| calendar.period(*week) == Some(period)).peekable();
        let whole = usize::from(calendar.weeks_in_year(*own.peek()?));
        let weeks = own.filter(|week| calendar.year(*week) == year).count();
        (weeks < whole).then_some(Warning::PartPeriod { period, weeks })
    };
    calendar.periods().iter().enumerate().filter_map(short).collect()
}

fn part_years(experiment: &Experiment, arm: usize) -> Vec<Warning> {
    let scenario = &experiment.scenarios[arm][0];
    let calendar = &scenario.calendar;
    scenario
        .providers
        .iter()
        .filter_map(|provider| {
            let week = calendar.week_from(provider.start?);
            let period = (week < calendar.weeks()).then(|| calendar.period(week)).flatten()?;
            let first = (calendar.forecast_from()..=week).find(|at| calendar.period(*at) == Some(period))?;
            (week > first).then(|| Warning::PartYear { arm, provider: provider.name.clone(), period })
        })
        .collect()
}
