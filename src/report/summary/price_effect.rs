//! Index and volume, per arm and world.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::{Estimate, Named, Number};
use crate::analyses::{self, Forecast, PartedAmount};

/// An amount and what it is made of, EUR.
#[derive(Debug, Serialize, JsonSchema)]
struct Parts {
    /// The amount itself, nominal.
    nominal: Estimate,
    /// At the prices of the first week of the forecast.
    volume: Estimate,
    /// What prices have changed since.
    index: Estimate,
}

impl From<&analyses::Parts> for Parts {
    fn from(parts: &analyses::Parts) -> Self {
        Self {
            nominal: (&parts.nominal).into(),
            volume: (&parts.volume).into(),
            index: (&parts.index).into(),
        }
    }
}

/// The change of the expected parts from the period before, EUR.
#[derive(Debug, Serialize, JsonSchema)]
struct Change {
    volume: Number,
    index: Number,
    nominal: Number,
}

/// One amount over time.
#[derive(Debug, Serialize, JsonSchema)]
struct Amount<'a> {
    /// Over the whole forecast.
    total: Parts,
    /// Per reporting period.
    by_year: Named<'a, Parts>,
    /// Change from the period before, per reporting period but the first.
    change_by_year: Named<'a, Change>,
}

/// The amounts in one world.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Effect<'a> {
    /// Cost of the POJ.
    #[serde(rename = "poj_cost_eur")]
    cost: Amount<'a>,
    /// Avoided cost.
    #[serde(rename = "avoided_cost_eur")]
    avoided: Amount<'a>,
    /// Avoided cost less cost.
    #[serde(rename = "net_saving_eur")]
    net: Amount<'a>,
}

/// What part of an amount is volume, and what part index.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PriceEffects<'a> {
    /// Each arm by itself.
    arms: Named<'a, Named<'a, Effect<'a>>>,
    /// Each arm but the base, less the base.
    differences: Named<'a, Named<'a, Effect<'a>>>,
}

/// Index and volume of each arm in each world.
pub(super) fn price_effects(forecast: &Forecast) -> PriceEffects<'_> {
    PriceEffects {
        arms: of(forecast, 0, &forecast.price_effects),
        differences: of(forecast, 1, &forecast.extra_price_effects),
    }
}

fn of<'a>(
    forecast: &'a Forecast,
    first: usize,
    effects: &'a [Vec<analyses::PriceEffect>],
) -> Named<'a, Named<'a, Effect<'a>>> {
    Named::of(forecast.arms.iter().skip(first).zip(effects).map(|(arm, worlds)| {
        let worlds = forecast.worlds.iter().zip(worlds);
        let by_world = worlds.map(|(world, effect)| {
            let effect = Effect {
                cost: amount(forecast, &effect.cost),
                avoided: amount(forecast, &effect.avoided),
                net: amount(forecast, &effect.net),
            };
            (world.name.as_str(), effect)
        });
        (arm.name.as_str(), Named::of(by_world))
    }))
}

fn amount<'a>(forecast: &'a Forecast, amount: &'a PartedAmount) -> Amount<'a> {
    let periods = || forecast.periods.iter().map(String::as_str);
    let change = |change: &analyses::Change| Change {
        volume: change.volume.into(),
        index: change.index.into(),
        nominal: change.nominal.into(),
    };
    Amount {
        total: (&amount.total).into(),
        by_year: Named::of(periods().zip(amount.by_period.iter().map(Parts::from))),
        change_by_year: Named::of(periods().skip(1).zip(amount.changes.iter().map(change))),
    }
}
