//! `compare.json`: every figure of the answer.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::analyses::{Comparison, Contender, Explanation, Share, Standing};
use crate::report::answer::FORMAT_VERSION;
use crate::report::summary::{Band, Estimate, Named, Number};

/// Several scenarios held against each other over the same young people.
///
/// Money is in EUR, time in weeks, over the whole forecast. `null` stands for undefined. Differences are less the
/// base, replication by replication. The first contender is the base, the first world leads.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CompareAnswer", title = "compare.json of sim")]
pub(in crate::report::answer) struct Figures<'a> {
    format_version: u32,
    /// The name of the run: the scenarios that were asked for.
    scenario: &'a str,
    seed: u64,
    replications: usize,
    /// The worlds, the leading one first.
    worlds: Vec<&'a str>,
    /// Whether all but the base spend the same in the leading world, within 5 %.
    same_money: bool,
    /// Every scenario, the base included.
    contenders: Named<'a, OneContender<'a>>,
    /// Who is better than whom in net saving, positive closures and wait, beyond the error.
    dominance: Vec<OneDominance<'a>>,
    /// Why two of them differ in the leading world; `null` when there is one.
    explanation: Option<OneExplanation<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct OneContender<'a> {
    title: &'a str,
    is_base: bool,
    world: Named<'a, OneStanding>,
}

/// What a scenario brings in one world.
#[derive(Serialize, JsonSchema)]
struct OneStanding {
    /// Extra cost of the POJ.
    cost_eur: Band,
    /// Extra net saving.
    net_saving_eur: Band,
    /// Extra positive closures.
    youths_closed_positive: Band,
    /// Extra young people with a first conversation.
    youths_started: Band,
    /// Weeks by which the first conversation comes sooner.
    weeks_sooner: Band,
    /// How often it has the highest net saving, doing nothing included; ties are shared.
    p_best: Estimate,
    /// What it saves less than the best of that replication, on average.
    regret_eur: Estimate,
    /// Extra net saving per extra euro.
    net_saving_per_euro: Estimate,
    /// Extra positive closures per extra 10,000 euros.
    youths_closed_positive_per_10000_eur: Estimate,
}

#[derive(Serialize, JsonSchema)]
struct OneDominance<'a> {
    better: &'a str,
    worse: &'a str,
    worlds: Vec<&'a str>,
}

/// A difference shared out over the keys in which two scenarios differ, by Shapley values.
#[derive(Serialize, JsonSchema)]
struct OneExplanation<'a> {
    from: &'a str,
    to: &'a str,
    replications: usize,
    /// The keys in which they differ; a table stands for several keys.
    parts: Vec<&'a str>,
    /// By metric; empty when there are more than eight parts.
    metrics: Named<'a, OneShare<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct OneShare<'a> {
    /// The first scenario's own.
    from: Estimate,
    /// The second scenario's own.
    to: Estimate,
    /// What each part adds; together the difference.
    parts: Named<'a, Estimate>,
    /// What is reached from the first scenario after each part, in their order.
    reached: Vec<Number>,
}

pub(in crate::report::answer) fn figures(comparison: &Comparison) -> Figures<'_> {
    let name = |contender: usize| comparison.contenders[contender].arm.name.as_str();
    let world = |world: usize| comparison.worlds[world].name.as_str();
    Figures {
        format_version: FORMAT_VERSION,
        scenario: &comparison.name,
        seed: comparison.run.seed,
        replications: comparison.run.replications,
        worlds: (0..comparison.worlds.len()).map(world).collect(),
        same_money: comparison.same_money,
        contenders: Named::of(
            comparison.contenders.iter().map(|one| (one.arm.name.as_str(), contender(comparison, one))),
        ),
        dominance: comparison
            .dominance
            .iter()
            .map(|one| OneDominance {
                better: name(one.better),
                worse: name(one.worse),
                worlds: one.worlds.iter().copied().map(world).collect(),
            })
            .collect(),
        explanation: comparison.explanation.as_ref().map(explanation),
    }
}

fn contender<'a>(comparison: &'a Comparison, one: &'a Contender) -> OneContender<'a> {
    let worlds = comparison.worlds.iter().map(|world| world.name.as_str());
    OneContender {
        title: &one.arm.title,
        is_base: one.is_base,
        world: Named::of(worlds.zip(one.standings.iter().map(standing))),
    }
}

fn standing(one: &Standing) -> OneStanding {
    OneStanding {
        cost_eur: one.cost.as_ref().into(),
        net_saving_eur: one.net.as_ref().into(),
        youths_closed_positive: one.positive.as_ref().into(),
        youths_started: one.started.as_ref().into(),
        weeks_sooner: one.sooner.as_ref().into(),
        p_best: one.best.as_ref().into(),
        regret_eur: one.regret.as_ref().into(),
        net_saving_per_euro: one.net_per_euro.as_ref().into(),
        youths_closed_positive_per_10000_eur: one.positive_per_ten_thousand.as_ref().into(),
    }
}

fn explanation(one: &Explanation) -> OneExplanation<'_> {
    let parts = || one.steps.iter().map(|step| step.part.as_str());
    let share = |share: &Share| OneShare {
        from: share.from.as_ref().into(),
        to: share.to.as_ref().into(),
        parts: Named::of(parts().zip(share.steps.iter().map(|step| step.as_ref().into()))),
        reached: share.reached.iter().copied().map(Number::from).collect(),
    };
    OneExplanation {
        from: &one.from.name,
        to: &one.to.name,
        replications: one.run.replications,
        parts: parts().collect(),
        metrics: Named::of(one.shares.iter().map(|one| (one.metric.name(), share(one)))),
    }
}

/// The schema of the file.
pub(in crate::report::answer) fn schema() -> Schema {
    schemars::schema_for!(Figures<'_>)
}
