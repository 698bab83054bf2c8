//! Chances, break-even shares and ceilings, per arm and world.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::{Band, Estimate, Named, Number, Quantiles};
use crate::analyses::{self, CeilingOdds, Forecast};

/// A probability over the whole forecast and per reporting period.
#[derive(Debug, Serialize, JsonSchema)]
struct Odds<'a> {
    /// Over the whole forecast.
    total: Estimate,
    /// Per reporting period.
    by_year: Named<'a, Estimate>,
}

/// The share of the positive closures that must really avoid maatwerk for the (extra) cost to be met. Below 0 it
/// pays back in any case, above 1 in none.
#[derive(Debug, Serialize, JsonSchema)]
struct BreakEven<'a> {
    /// Ratio of the means of (extra) cost and (extra) avoided cost if all were avoided.
    real: Estimate,
    /// The same per reporting period.
    real_by_year: Named<'a, Estimate>,
    /// Quantiles over the draws of the ratio within a draw; `null` where it is infinite or undefined.
    quantiles: Quantiles,
    /// None of them is further than this from that of all draws; absent where each is exactly that.
    #[serde(skip_serializing_if = "Option::is_none")]
    quantile_bound: Option<Number>,
    /// Ratio of the means of (extra) cost and (extra) avoided cost by the evaluation's method.
    evaluation: Estimate,
    /// The share that this arm in this world comes to, on the same scale: ratio of the means of (extra) avoided cost and (extra) avoided
    /// cost if all were avoided. Referrers differ and relapses are off.
    assumed: Estimate,
}

/// The chance of staying within a ceiling.
#[derive(Debug, Serialize, JsonSchema)]
struct Within<'a> {
    /// That every period stays within it.
    all_years: Estimate,
    /// Per reporting period.
    by_year: Named<'a, Estimate>,
    /// That a period is the first to break it.
    first_break_by_year: Named<'a, Estimate>,
    /// The period that is most likely the first to break it; `null` when none ever does.
    likeliest_first_break: Option<&'a str>,
}

/// What a decision needs of one arm in one world: of the base itself, of any other arm less the base. Ceilings and
/// the chance of being capacity bound are always those of the arm itself.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Decision<'a> {
    /// The chance that the (extra) net saving is not negative.
    p_net_nonnegative: Odds<'a>,
    /// The chance that the (extra) cashable saving is not negative.
    p_cashable_nonnegative: Odds<'a>,
    break_even_avoidance_share: BreakEven<'a>,
    /// By ceiling.
    p_within_ceiling: Named<'a, Within<'a>>,
    /// The chance that in more than half of the weeks somebody waits for want of hours.
    p_capacity_bound: Odds<'a>,
    /// Weeks by which the first conversation comes sooner than under the base.
    weeks_sooner: Band,
    /// (Extra) cost per (extra) young person with a first conversation, EUR.
    cost_per_youth_started_eur: Estimate,
    /// (Extra) cost per (extra) positive closure, EUR.
    cost_per_positive_closure_eur: Estimate,
}

pub(super) type Decisions<'a> = Named<'a, Named<'a, Decision<'a>>>;

/// The decisions of each arm in each world.
pub(super) fn decisions(forecast: &Forecast) -> Decisions<'_> {
    Named::of(forecast.arms.iter().zip(&forecast.decisions).map(|(arm, worlds)| {
        let worlds = forecast.worlds.iter().zip(worlds);
        let by_world = worlds.map(|(world, decision)| (world.name.as_str(), of(forecast, decision)));
        (arm.name.as_str(), Named::of(by_world))
    }))
}

fn of<'a>(forecast: &'a Forecast, decision: &'a analyses::Decision) -> Decision<'a> {
    let odds = |odds: &'a analyses::Odds| Odds {
        total: (&odds.total).into(),
        by_year: by_year(forecast, odds.by_period.iter().map(Estimate::from)),
    };
    let break_even = &decision.break_even;
    Decision {
        p_net_nonnegative: odds(&decision.net_nonnegative),
        p_cashable_nonnegative: odds(&decision.cashable_nonnegative),
        break_even_avoidance_share: BreakEven {
            real: break_even.real.as_ref().into(),
            real_by_year: by_year(forecast, break_even.real_by_period.iter().map(|one| one.as_ref().into())),
            quantiles: break_even.quantiles.into(),
            quantile_bound: break_even.quantile_bound.map(Number::from),
            evaluation: break_even.evaluation.as_ref().into(),
            assumed: break_even.assumed.as_ref().into(),
        },
        p_within_ceiling: Named::of(
            decision.ceilings.iter().map(|ceiling| (ceiling.name.as_str(), within(forecast, ceiling))),
        ),
        p_capacity_bound: odds(&decision.capacity_bound),
        weeks_sooner: decision.weeks_sooner.as_ref().into(),
        cost_per_youth_started_eur: decision.cost_per_youth_started.as_ref().into(),
        cost_per_positive_closure_eur: decision.cost_per_positive_closure.as_ref().into(),
    }
}

fn within<'a>(forecast: &'a Forecast, ceiling: &'a CeilingOdds) -> Within<'a> {
    Within {
        all_years: (&ceiling.within_all).into(),
        by_year: by_year(forecast, ceiling.within.iter().map(Estimate::from)),
        first_break_by_year: by_year(forecast, ceiling.first_break.iter().map(Estimate::from)),
        likeliest_first_break: ceiling.likeliest_first_break.map(|period| forecast.periods[period].as_str()),
    }
}

fn by_year<T>(forecast: &Forecast, values: impl Iterator<Item = T>) -> Named<'_, T> {
    Named::of(forecast.periods.iter().map(String::as_str).zip(values))
}

/// A limit on yearly spending.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Ceiling {
    /// The most that may be spent in a whole budget year, EUR.
    limit_eur_per_year: Number,
    /// Whether the limit follows the index.
    indexed: bool,
    /// Whether it covers any provider that the arm has.
    applies: bool,
}

/// The ceilings of each arm.
pub(super) fn ceilings(forecast: &Forecast) -> Named<'_, Named<'_, Ceiling>> {
    Named::of(forecast.arms.iter().zip(&forecast.decisions).map(|(arm, worlds)| {
        let ceilings = worlds.first().into_iter().flat_map(|decision| &decision.ceilings).map(|ceiling| {
            let about = Ceiling {
                limit_eur_per_year: ceiling.limit.into(),
                indexed: ceiling.indexed,
                applies: ceiling.applies,
            };
            (ceiling.name.as_str(), about)
        });
        (arm.name.as_str(), Named::of(ceilings))
    }))
}
