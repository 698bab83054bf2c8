//! `region.json`: every figure of the answer.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::columns::names;
use crate::analyses::region::{Extra, Region, SPREAD};
use crate::report::answer::FORMAT_VERSION;
use crate::report::summary::{Band, Estimate, Named, Number};

/// One scenario in all municipalities of a made-up region.
///
/// Money is in EUR, over the whole forecast. `null` stands for undefined. Everything is less the base, replication by
/// replication, unless `base` is `null`. The first world leads.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "region.json of sim")]
pub(super) struct Figures<'a> {
    format_version: u32,
    /// The template.
    scenario: &'a str,
    /// What it is compared with; `null` when it stands by itself.
    base: Option<&'a str>,
    /// The seed of the region: of the sizes, and of what nobody knows.
    seed: u64,
    /// Per municipality.
    replications: usize,
    /// How many municipalities.
    municipalities: usize,
    /// Standard deviation of the logarithm of the sizes.
    spread: Number,
    smallest: Number,
    largest: Number,
    /// All municipalities together, by world.
    total: Named<'a, OneExtra<'a>>,
    /// From small to large, in the leading world.
    groups: Vec<OneGroup<'a>>,
    /// Each municipality in the leading world.
    by_municipality: Named<'a, OneLocal<'a>>,
}

/// What the scenario brings.
#[derive(Serialize, JsonSchema)]
struct OneExtra<'a> {
    metrics: Named<'a, Band>,
    /// How often the net saving is not negative.
    p_net_nonnegative: Estimate,
}

#[derive(Serialize, JsonSchema)]
struct OneGroup<'a> {
    count: usize,
    /// The smallest and largest size, the template being 1.
    least: Number,
    most: Number,
    extra: OneExtra<'a>,
}

#[derive(Serialize, JsonSchema)]
struct OneLocal<'a> {
    /// How many times as large as the template.
    size: Number,
    extra: OneExtra<'a>,
}

pub(super) fn figures(region: &Region) -> Figures<'_> {
    let sizes = || region.locals.iter().map(|local| local.municipality.size);
    Figures {
        format_version: FORMAT_VERSION,
        scenario: &region.name,
        base: region.base.as_ref().map(|base| base.name.as_str()),
        seed: region.run.seed,
        replications: region.run.replications,
        municipalities: region.locals.len(),
        spread: SPREAD.into(),
        smallest: sizes().fold(f64::INFINITY, f64::min).into(),
        largest: sizes().fold(0.0, f64::max).into(),
        total: Named::of(
            region.worlds.iter().map(|world| world.name.as_str()).zip(region.totals.iter().map(one)),
        ),
        groups: region
            .groups
            .iter()
            .map(|group| OneGroup {
                count: group.count,
                least: group.least.into(),
                most: group.most.into(),
                extra: one(&group.extra),
            })
            .collect(),
        by_municipality: Named::owned(region.locals.iter().map(|local| {
            let name = Cow::Borrowed(local.municipality.name.as_str());
            (name, OneLocal { size: local.municipality.size.into(), extra: one(&local.extra) })
        })),
    }
}

fn one(extra: &Extra) -> OneExtra<'_> {
    OneExtra {
        metrics: Named::of(names().zip(extra.bands.iter().map(|band| band.as_ref().into()))),
        p_net_nonnegative: (&extra.p_nonnegative).into(),
    }
}

/// The schema of the file.
pub(in crate::report::answer) fn schema() -> Schema {
    schemars::schema_for!(Figures<'static>)
}
