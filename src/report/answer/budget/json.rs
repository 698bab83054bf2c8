//! `budget.json`: every figure of the answer.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::analyses::{Allotment, Judged, Kept, Verdict};
use crate::report::answer::FORMAT_VERSION;
use crate::report::summary::{Estimate, Named, Number};
use crate::statistics::Band;

/// The places of P10 and P90 among the quantiles of a band.
const P10: usize = 1;
const P90: usize = 5;

/// The best use of a yearly amount.
///
/// Money is in EUR, time in weeks. `null` stands for undefined. Differences are less the base, replication by
/// replication. An option is told by its place among the options, from 0.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BudgetAnswer", title = "budget.json of sim")]
pub(in crate::report::answer) struct Figures<'a> {
    format_version: u32,
    /// The scenario that holds the search space.
    scenario: &'a str,
    /// What options are held against.
    base: &'a str,
    seed: u64,
    /// Replications of the last round.
    replications: usize,
    /// The worlds, the leading one first.
    worlds: Vec<&'a str>,
    /// The most that may be spent more than in the base in a year.
    eur_per_year: Number,
    /// The least chance, year by year, of staying within that and within every ceiling.
    within_ceilings: Number,
    /// The norm that the ninth decile of the wait must meet.
    norm_weeks: Number,
    /// Options on the coarse grid.
    grid: usize,
    /// Options that were played in all.
    tried: usize,
    /// Options of the last round.
    options: Vec<Candidate<'a>>,
    /// The best options that keep all rules; without any, the best that keep one of them.
    verdicts: Vec<OneVerdict>,
    /// What the search gains on the best of the coarse grid.
    gain_on_grid_eur: Estimate,
}

/// An option of the last round.
#[derive(Serialize, JsonSchema)]
struct Candidate<'a> {
    /// Hours a week of the new provider.
    hours_per_week: Number,
    /// Its hourly price; `null` for that of the file or without hours.
    hourly_price_eur: Number,
    /// Its first day; `null` for that of the file or without hours.
    start: Option<String>,
    /// Its expertise; `null` for that of the file or without hours.
    expertise: Option<Vec<&'a str>>,
    /// Extra hours a week of the providers that are there.
    more_hours_per_week: Number,
    /// Cost of the campaign a year.
    campaign_eur_per_year: Number,
    /// Share of the administration that the screeners take over.
    relief_admin_share: Number,
    /// `both`, `ceilings`, `norm` or `neither`.
    keeps: &'static str,
    /// Extra cost over the whole forecast.
    cost_eur: Estimate,
    /// Extra net saving by world.
    net_saving_eur: Named<'a, Estimate>,
    /// Its mean over the worlds.
    net_saving_over_worlds_eur: Estimate,
    /// The world in which it is lowest.
    worst_world: &'a str,
    /// How far that lies apart over the replications.
    net_saving_over_worlds_band_eur: OneBand,
    wait_mean_weeks: Estimate,
    wait_mean_band_weeks: OneBand,
    wait_p90_weeks: Estimate,
    /// Extra young people with a first conversation.
    youths_started: Estimate,
    youths_started_band: OneBand,
    /// The chance of staying within the amount and every ceiling, in the year in which it is lowest.
    p_within: Estimate,
    /// That year.
    tightest_year: &'a str,
}

/// One in ten replications lies below its lower end, and one in ten above its upper end.
#[derive(Serialize, JsonSchema)]
struct OneBand {
    p10: Number,
    p10_mc_se: Number,
    p90: Number,
    p90_mc_se: Number,
}

impl From<&Option<Band>> for OneBand {
    fn from(band: &Option<Band>) -> Self {
        let end = |place: usize| band.as_ref().map(|band| band.quantiles[place]).into();
        let error = |place: usize| band.as_ref().and_then(|band| band.quantile_mc_se[place]).into();
        Self { p10: end(P10), p10_mc_se: error(P10), p90: end(P90), p90_mc_se: error(P90) }
    }
}

/// The best options among those that keep the same rules.
#[derive(Serialize, JsonSchema)]
struct OneVerdict {
    keeps: &'static str,
    /// The highest net saving over the worlds.
    best: usize,
    /// The highest net saving in its worst world.
    robust: usize,
    /// Most young people with a first conversation.
    most_youths: usize,
    /// The shortest wait.
    shortest_wait: usize,
    /// Those whose net saving cannot be told from the best.
    alike: Vec<usize>,
    /// The next best in net saving; `null` when there is one only.
    next: Option<usize>,
    /// What the next best saves less.
    next_less_eur: Estimate,
    /// Those that no other exceeds in net saving, wait and young people at once.
    frontier: Vec<usize>,
}

const fn keeps(kept: Kept) -> &'static str {
    match kept {
        Kept::Both => "both",
        Kept::Ceilings => "ceilings",
        Kept::Norm => "norm",
        Kept::Neither => "neither",
    }
}

pub(in crate::report::answer) fn figures(allotment: &Allotment) -> Figures<'_> {
    let found = &allotment.best_use;
    Figures {
        format_version: FORMAT_VERSION,
        scenario: &allotment.arm.name,
        base: &allotment.base.name,
        seed: allotment.run.seed,
        replications: allotment.run.replications,
        worlds: allotment.worlds.iter().map(|world| world.name.as_str()).collect(),
        eur_per_year: allotment.rules.most.into(),
        within_ceilings: allotment.rules.within.into(),
        norm_weeks: allotment.rules.norm.into(),
        grid: found.grid,
        tried: found.tried,
        options: found
            .finalists
            .iter()
            .zip(&found.kept)
            .map(|(one, kept)| option(allotment, one, *kept))
            .collect(),
        verdicts: found.verdicts.iter().map(verdict).collect(),
        gain_on_grid_eur: found.gain_on_grid.as_ref().into(),
    }
}

fn option<'a>(allotment: &'a Allotment, one: &'a Judged, kept: Kept) -> Candidate<'a> {
    let what = &one.allocation;
    let new = allotment.space.provider.as_ref().filter(|_| what.hours > 0.0);
    let [price, start, expertise] = what.choices;
    let names = |expertise: &'a Vec<String>| expertise.iter().map(String::as_str).collect();
    let worlds = allotment.worlds.iter().map(|world| world.name.as_str());
    Candidate {
        hours_per_week: what.hours.into(),
        hourly_price_eur: new.and_then(|new| new.prices.get(price).copied()).into(),
        start: new.and_then(|new| new.starts.get(start).map(ToString::to_string)),
        expertise: new.and_then(|new| new.expertises.get(expertise).map(names)),
        more_hours_per_week: what.more_hours.into(),
        campaign_eur_per_year: what.campaign.into(),
        relief_admin_share: what.relief.into(),
        keeps: keeps(kept),
        cost_eur: one.cost.as_ref().into(),
        net_saving_eur: Named::of(worlds.zip(one.net.iter().map(|net| net.as_ref().into()))),
        net_saving_over_worlds_eur: one.net_over_worlds.as_ref().into(),
        worst_world: &allotment.worlds[one.worst].name,
        net_saving_over_worlds_band_eur: (&one.bands.net_over_worlds).into(),
        wait_mean_weeks: one.wait.as_ref().into(),
        wait_mean_band_weeks: (&one.bands.wait).into(),
        wait_p90_weeks: one.wait_p90.as_ref().into(),
        youths_started: one.started.as_ref().into(),
        youths_started_band: (&one.bands.started).into(),
        p_within: (&one.within).into(),
        tightest_year: &allotment.periods[one.tightest],
    }
}

fn verdict(verdict: &Verdict) -> OneVerdict {
    OneVerdict {
        keeps: keeps(verdict.kept),
        best: verdict.best,
        robust: verdict.robust,
        most_youths: verdict.most_youths,
        shortest_wait: verdict.shortest_wait,
        alike: verdict.alike.clone(),
        next: verdict.next.map(|(next, _)| next),
        next_less_eur: verdict.next.as_ref().map(|(_, less)| less).into(),
        frontier: verdict.frontier.clone(),
    }
}

/// The schema of the file.
pub(in crate::report::answer) fn schema() -> Schema {
    schemars::schema_for!(Figures<'_>)
}
