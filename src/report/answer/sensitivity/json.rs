//! `sensitivity.json`: every figure of the answer.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::analyses::sensitivity::{Effect, Sensitivity, ThemeIndex, Unsure};
use crate::report::answer::FORMAT_VERSION;
use crate::report::summary::{Estimate, Line, Named, Number, grade_text};
use crate::statistics;

/// What moves the answer of one scenario in one world: of the base itself, of any other scenario less the base.
///
/// Money is in EUR, time in weeks, over the whole forecast. `null` stands for undefined. Indices are shares of the variance
/// of what is *expected* given a draw of all uncertain quantities: luck is averaged out.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "SensitivityAnswer", title = "sensitivity.json of sim")]
pub(in crate::report::answer) struct Figures<'a> {
    format_version: u32,
    /// The scenario.
    scenario: &'a str,
    /// The scenario that it is held against; `null` when it is the base itself.
    base: Option<&'a str>,
    world: &'a str,
    seed: u64,
    /// Replications of the plain run: tornado and first-order indices.
    replications: usize,
    /// Pairs of points behind the total-order indices.
    pairs: usize,
    /// The expected (extra) net saving.
    net_saving_eur: Estimate,
    /// The expected (change in the) mean wait.
    wait_mean_weeks: Estimate,
    /// Share of the variance of single replications that luck makes.
    share_luck: OneLuck,
    /// Every uncertain quantity, in order of attention.
    quantities: Named<'a, OneQuantity<'a>>,
    /// Quantities that are about one thing, in order of their total index on the net saving.
    themes: Named<'a, OneTheme>,
}

#[derive(Serialize, JsonSchema)]
struct OneLuck {
    net_saving_eur: Number,
    wait_mean_weeks: Number,
}

/// An uncertain quantity; a part of shares is `key#part`.
#[derive(Serialize, JsonSchema)]
struct OneQuantity<'a> {
    theme: &'a str,
    unit: Option<&'a str>,
    grade: Option<&'a str>,
    source: Option<&'a str>,
    set_at: Option<Line>,
    /// Its own value at P10.
    p10: Number,
    /// Its own value at P90.
    p90: Number,
    /// Its larger index on the net saving times a weight of the grade; it orders the list.
    attention: Number,
    net_saving_eur: OneEffect,
    wait_mean_weeks: OneEffect,
}

/// The effect of a quantity on a result, the others varying.
#[derive(Serialize, JsonSchema)]
struct OneEffect {
    /// The expected result with the quantity at its P10.
    at_p10: Estimate,
    /// The same at its P90.
    at_p90: Estimate,
    /// The second less the first.
    swing: Estimate,
    /// First-order Sobol index; of a quantity correlated with another, what both have in common included.
    first_order: Estimate,
    /// Total-order Sobol index, of the most important quantities; of a quantity correlated with another, its own part only.
    total_order: Estimate,
}

#[derive(Serialize, JsonSchema)]
struct OneTheme {
    /// How many quantities.
    quantities: usize,
    net_saving_eur: OneThemeIndex,
    wait_mean_weeks: OneThemeIndex,
}

#[derive(Serialize, JsonSchema)]
struct OneThemeIndex {
    /// What the theme explains by itself, by regression on the plain run.
    first_order: Estimate,
    /// The same by the pairs of points: less exact, and free of any regression.
    first_order_by_pairs: Estimate,
    /// With all interactions, by the pairs of points.
    total_order: Estimate,
}

pub(in crate::report::answer) fn figures(found: &Sensitivity) -> Figures<'_> {
    Figures {
        format_version: FORMAT_VERSION,
        scenario: &found.arm.name,
        base: found.base.as_ref().map(|base| base.name.as_str()),
        world: &found.world.name,
        seed: found.run.seed,
        replications: found.run.replications,
        pairs: found.pairs,
        net_saving_eur: found.net.as_ref().into(),
        wait_mean_weeks: found.wait.as_ref().into(),
        share_luck: OneLuck { net_saving_eur: found.luck[0].into(), wait_mean_weeks: found.luck[1].into() },
        quantities: Named::of(found.quantities.iter().map(|one| (one.key.as_str(), quantity(one)))),
        themes: Named::of(found.themes.iter().map(|one| {
            let (net_saving_eur, wait_mean_weeks) = (theme(&one.on_net), theme(&one.on_wait));
            (one.theme.name(), OneTheme { quantities: one.quantities, net_saving_eur, wait_mean_weeks })
        })),
    }
}

fn quantity(one: &Unsure) -> OneQuantity<'_> {
    let provenance = one.provenance.as_ref();
    OneQuantity {
        theme: one.theme.name(),
        unit: provenance.map(|one| one.unit.text()),
        grade: provenance.map(|one| grade_text(one.grade)),
        source: provenance.map(|one| one.source.as_str()),
        set_at: provenance.map(|one| (&one.place).into()),
        p10: one.values.map(|values| values[0]).into(),
        p90: one.values.map(|values| values[1]).into(),
        attention: one.attention.into(),
        net_saving_eur: effect(one.on_net.as_ref(), one.total_on_net.as_ref()),
        wait_mean_weeks: effect(one.on_wait.as_ref(), one.total_on_wait.as_ref()),
    }
}

fn effect(effect: Option<&Effect>, total: Option<&statistics::Estimate>) -> OneEffect {
    OneEffect {
        at_p10: effect.map(|effect| &effect.swing.low).into(),
        at_p90: effect.map(|effect| &effect.swing.high).into(),
        swing: effect.map(|effect| &effect.swing.width).into(),
        first_order: effect.map(|effect| &effect.first).into(),
        total_order: total.into(),
    }
}

fn theme(index: &ThemeIndex) -> OneThemeIndex {
    OneThemeIndex {
        first_order: index.first.as_ref().into(),
        first_order_by_pairs: index.frozen.as_ref().map(|frozen| &frozen.first).into(),
        total_order: index.frozen.as_ref().map(|frozen| &frozen.total).into(),
    }
}

/// The schema of the file.
pub(in crate::report::answer) fn schema() -> Schema {
    schemars::schema_for!(Figures<'_>)
}
