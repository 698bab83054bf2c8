//! Bands of every metric and every provider, per arm and world.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::{Bands, Named};
use crate::analyses::{Forecast, TeamMember, WorldBands};
use crate::engine::Metric;
use crate::scenario::Arm;

/// One arm, or one arm less the base.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ArmResults<'a> {
    /// The title of the scenario.
    title: &'a str,
    /// The question that the scenario answers.
    purpose: &'a str,
    /// Results by world.
    world: Named<'a, WorldResults<'a>>,
}

/// The results in one world.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct WorldResults<'a> {
    /// Bands by metric.
    metrics: Named<'a, Bands<'a>>,
}

/// The arms by themselves.
pub(super) fn arms(forecast: &Forecast) -> Named<'_, ArmResults<'_>> {
    Named::of(forecast.arms.iter().zip(&forecast.results).map(|(arm, bands)| of_arm(forecast, arm, bands)))
}

/// Every arm but the base, less the base.
pub(super) fn differences(forecast: &Forecast) -> Named<'_, ArmResults<'_>> {
    let others = forecast.arms.iter().skip(1).zip(&forecast.differences);
    Named::of(others.map(|(arm, bands)| of_arm(forecast, arm, bands)))
}

fn of_arm<'a>(forecast: &'a Forecast, arm: &'a Arm, bands: &'a [WorldBands]) -> (&'a str, ArmResults<'a>) {
    let world = forecast.worlds.iter().zip(bands).map(|(world, bands)| {
        let metrics = Metric::ALL.iter().map(|metric| {
            (metric.name(), Bands::new(metric.unit().text(), &forecast.periods, bands.metric(*metric)))
        });
        (world.name.as_str(), WorldResults { metrics: Named::of(metrics) })
    });
    (&arm.name, ArmResults { title: &arm.title, purpose: &arm.purpose, world: Named::of(world) })
}

/// The hours of one provider.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Provider<'a> {
    /// Contract hours per week while it is active.
    hours_per_week: Bands<'a>,
    /// Hours available after leave, sickness, start and exit.
    hours_available: Bands<'a>,
    /// Hours used.
    hours_used: Bands<'a>,
    /// Hours used of hours available.
    utilisation: Bands<'a>,
}

pub(super) type Providers<'a> = Named<'a, Named<'a, Named<'a, Provider<'a>>>>;

/// The providers of each arm in each world.
pub(super) fn providers(forecast: &Forecast) -> Providers<'_> {
    Named::of(forecast.arms.iter().zip(&forecast.teams).map(|(arm, worlds)| {
        let worlds = forecast.worlds.iter().zip(worlds);
        let by_world = worlds.map(|(world, team)| {
            (world.name.as_str(), Named::of(team.iter().map(|member| of_provider(forecast, member))))
        });
        (arm.name.as_str(), Named::of(by_world))
    }))
}

fn of_provider<'a>(forecast: &'a Forecast, member: &'a TeamMember) -> (&'a str, Provider<'a>) {
    let bands = |unit, bands| Bands::new(unit, &forecast.periods, bands);
    let provider = Provider {
        hours_per_week: bands("hours/week", &member.hours_per_week),
        hours_available: bands("hours", &member.hours_available),
        hours_used: bands("hours", &member.hours_used),
        utilisation: bands("share", &member.utilisation),
    };
    (&member.name, provider)
}
