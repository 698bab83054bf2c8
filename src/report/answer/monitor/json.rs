//! `monitor.json`: every figure of the answer.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::quotes::MONTHS;
use crate::analyses::monitor::{Monitor, StopRule, Verdicts};
use crate::report::answer::FORMAT_VERSION;
use crate::report::summary::{Estimate, Named, Number};

/// When quarterly registration will tell whether a scenario pays back over the forecast, less the base.
///
/// Every draw in every world is a hypothesis of equal weight and takes its turn as the truth; what would be registered is its
/// own simulated run. `null` stands for undefined.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MonitorAnswer", title = "monitor.json of sim")]
pub(in crate::report::answer) struct Figures<'a> {
    format_version: u32,
    scenario: &'a str,
    base: &'a str,
    /// The worlds, all of equal weight.
    worlds: Vec<&'a str>,
    seed: u64,
    replications: usize,
    hypotheses: usize,
    /// The chance at which a conclusion is drawn.
    bound: Number,
    /// Months of the forecast.
    months: usize,
    /// The chance that it pays back with what is known today.
    p_pays_back: Estimate,
    /// The same in each world.
    p_pays_back_by_world: Named<'a, Estimate>,
    /// What is expected to have been registered by the end of the forecast.
    registered: OneRegistered,
    /// Per way of registering: the five items, these and relapse, these and whether maatwerk was really avoided.
    registering: Named<'a, OneWay<'a>>,
    /// Rules from followed closures alone, by their number.
    stop_rules: Named<'a, OneRule>,
}

#[derive(Serialize, JsonSchema)]
struct OneRegistered {
    youths_referred: Number,
    youths_closed_positive: Number,
    /// Positive closures that have been followed for a year.
    followed: Number,
}

#[derive(Serialize, JsonSchema)]
struct OneWay<'a> {
    /// Months until a conclusion, those without one counted with the whole forecast: at least so many are expected.
    months: Estimate,
    /// Share with a conclusion after so many months; 0 is before anything is registered.
    passed_after_months: Named<'a, Estimate>,
    /// Of the conclusions, the share that is wrong.
    wrong: Estimate,
    /// Of the cases in which it pays back, the share in which that is concluded.
    concluded_when_it_pays: Estimate,
    /// Of the cases in which it does not, the share in which that is concluded.
    concluded_when_it_does_not: Estimate,
}

#[derive(Serialize, JsonSchema)]
struct OneRule {
    /// How many closures are followed.
    followed: usize,
    /// With at least so many really avoided the chance that it pays back is at least the bound; `null` when no number is.
    pays_from: Option<usize>,
    /// With at most so many the chance that it does not is at least the bound; `null` when no number is.
    not_up_to: Option<usize>,
}

pub(in crate::report::answer) fn figures(found: &Monitor) -> Figures<'_> {
    let worlds = || found.worlds.iter().map(|world| world.name.as_str());
    Figures {
        format_version: FORMAT_VERSION,
        scenario: &found.arm.name,
        base: &found.base.name,
        worlds: worlds().collect(),
        seed: found.run.seed,
        replications: found.run.replications,
        hypotheses: found.hypotheses,
        bound: found.bound.into(),
        months: MONTHS * found.quarters,
        p_pays_back: (&found.prior).into(),
        p_pays_back_by_world: Named::of(worlds().zip(found.prior_by_world.iter().map(Into::into))),
        registered: OneRegistered {
            youths_referred: found.registered.referred.into(),
            youths_closed_positive: found.registered.closed_positive.into(),
            followed: found.registered.followed.into(),
        },
        registering: Named::of(found.verdicts.iter().map(|one| (one.register.name(), way(one)))),
        stop_rules: Named::owned(found.rules.iter().map(|one| {
            let StopRule { followed, pays_from, not_up_to } = *one;
            (Cow::Owned(followed.to_string()), OneRule { followed, pays_from, not_up_to })
        })),
    }
}

fn way(one: &Verdicts) -> OneWay<'_> {
    let passed = one.passed.iter().enumerate();
    OneWay {
        months: (&one.months).into(),
        passed_after_months: Named::owned(
            passed.map(|(quarter, share)| (Cow::Owned((MONTHS * quarter).to_string()), share.into())),
        ),
        wrong: one.wrong.as_ref().into(),
        concluded_when_it_pays: one.found_when_it_pays.as_ref().into(),
        concluded_when_it_does_not: one.found_when_not.as_ref().into(),
    }
}

/// The schema of the file.
pub(in crate::report::answer) fn schema() -> Schema {
    schemars::schema_for!(Figures<'_>)
}
