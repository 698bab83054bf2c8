//! `value.json`: every figure of the answer.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::analyses::value::{Advice, Learnt, Mixture, Observed, SampleValue, Value, WorldValue};
use crate::report::answer::FORMAT_VERSION;
use crate::report::document::ENOUGH;
use crate::report::summary::{Estimate, Named, Number, grade_text};
use crate::scenario::Arm;
use crate::statistics;

/// What it is worth to know more before choosing between scenarios.
///
/// All worths are in EUR a year over the forecast, before the cost of finding out. `null` stands for undefined. A worth is
/// the expected gain of a rule that can be followed: it is on average at most the true value of the information.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ValueAnswer", title = "value.json of sim")]
pub(in crate::report::answer) struct Figures<'a> {
    format_version: u32,
    /// The name of the run: the scenarios that were asked for.
    scenario: &'a str,
    seed: u64,
    replications: usize,
    /// Draws behind every figure.
    draws: usize,
    /// What an extra positive closure counts for beside avoided cost, EUR.
    closure_worth_eur: Number,
    /// The options, the base first.
    options: Vec<&'a str>,
    /// What should be registered first: `follow_closures`, a key, or `null`: also where there are too few replications to
    /// say.
    register_first: Option<&'a str>,
    /// Per world, the leading one first.
    worlds: Named<'a, OneWorld<'a>>,
    /// When nobody knows which world holds, every one weighing the same; `null` with one world.
    all_worlds: Option<AllWorlds<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct OneWorld<'a> {
    /// The option that is best when nothing more is learnt.
    best: &'a str,
    options: Named<'a, OneOption>,
    /// What it is worth to know everything.
    perfect: Estimate,
    /// What it is worth to know one quantity, the most valuable first.
    quantities: Named<'a, OneLearnt<'a>>,
    /// What it is worth to know all that is about one thing.
    themes: Named<'a, Estimate>,
    samples: Samples<'a>,
}

#[derive(Serialize, JsonSchema)]
struct OneOption {
    /// What it is expected to be worth more than the base.
    expected: Estimate,
    /// The chance that it is the best of all, given all that can be known.
    p_best: Estimate,
    /// What an extra positive closure has to be worth, beside avoided cost, for the option to equal the base, EUR.
    even_closure_worth_eur: Estimate,
}

#[derive(Serialize, JsonSchema)]
struct OneLearnt<'a> {
    value: Number,
    mc_se: Number,
    grade: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct AllWorlds<'a> {
    best: &'a str,
    /// What each option is expected to be worth more than the base.
    expected: Named<'a, Estimate>,
    /// What it is worth to know which world holds.
    world_known: Estimate,
    /// What it is worth to know everything.
    perfect: Estimate,
    samples: Samples<'a>,
}

/// What it is worth to follow so many positive closures for a year, by their number.
type Samples<'a> = Named<'a, OneSample>;

#[derive(Serialize, JsonSchema)]
struct OneSample {
    /// When it is registered who comes back within a year.
    relapse: Estimate,
    /// When it is registered whether maatwerk was really avoided.
    avoided: Estimate,
}

pub(in crate::report::answer) fn figures(found: &Value) -> Figures<'_> {
    Figures {
        format_version: FORMAT_VERSION,
        scenario: &found.name,
        seed: found.run.seed,
        replications: found.run.replications,
        draws: found.draws,
        closure_worth_eur: found.closure_worth.into(),
        options: found.options.iter().map(|arm| arm.name.as_str()).collect(),
        register_first: match found.advice {
            _ if found.run.replications < ENOUGH => None,
            Advice::Follow(_) => Some("follow_closures"),
            Advice::Quantity(place) => {
                let world = found.by_world.first();
                world.and_then(|world| world.quantities.get(place)).map(|one| one.key.as_str())
            }
            Advice::Nothing => None,
        },
        worlds: Named::of(
            found
                .worlds
                .iter()
                .zip(&found.by_world)
                .map(|(world, one)| (world.name.as_str(), self::world(one, &found.options))),
        ),
        all_worlds: found.mixture.as_ref().map(|one| mixture(one, &found.options)),
    }
}

fn world<'a>(one: &'a WorldValue, options: &'a [Arm]) -> OneWorld<'a> {
    let names = options.iter().map(|arm| arm.name.as_str());
    OneWorld {
        best: &options[one.best].name,
        options: Named::of(names.zip(one.options.iter().map(|option| OneOption {
            expected: (&option.expected).into(),
            p_best: (&option.chance_best).into(),
            even_closure_worth_eur: option.even_worth.as_ref().into(),
        }))),
        perfect: (&one.perfect).into(),
        quantities: Named::of(one.quantities.iter().map(|one| (one.key.as_str(), learnt(one)))),
        themes: Named::of(one.themes.iter().map(|one| (one.theme.name(), (&one.value).into()))),
        samples: samples(&one.samples),
    }
}

fn learnt(one: &Learnt) -> OneLearnt<'_> {
    OneLearnt {
        value: one.value.value.into(),
        mc_se: one.value.mc_se.into(),
        grade: one.provenance.as_ref().map(|one| grade_text(one.grade)),
    }
}

fn mixture<'a>(one: &'a Mixture, options: &'a [Arm]) -> AllWorlds<'a> {
    let names = options.iter().map(|arm| arm.name.as_str());
    AllWorlds {
        best: &options[one.best].name,
        expected: Named::of(names.zip(one.expected.iter().map(Into::into))),
        world_known: (&one.world_known).into(),
        perfect: (&one.perfect).into(),
        samples: samples(&one.samples),
    }
}

fn samples(all: &[SampleValue]) -> Samples<'_> {
    let of = |closures: usize, observed: Observed| -> Option<&statistics::Estimate> {
        let found = all.iter().find(|one| one.closures == closures && one.observed == observed);
        found.map(|one| &one.value)
    };
    let numbers = all.iter().filter(|one| one.observed == Observed::Relapse).map(|one| one.closures);
    Named::owned(numbers.map(|closures| {
        let (relapse, avoided) = (of(closures, Observed::Relapse), of(closures, Observed::Avoided));
        (Cow::Owned(closures.to_string()), OneSample { relapse: relapse.into(), avoided: avoided.into() })
    }))
}

/// The schema of the file.
pub(in crate::report::answer) fn schema() -> Schema {
    schemars::schema_for!(Figures<'_>)
}
