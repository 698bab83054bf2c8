//! `verify.json`: every figure of the checks.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::analyses::verify::{Bound, Check, Verdict, Verified};
use crate::report::answer::FORMAT_VERSION;
use crate::report::summary::{Named, Number};

/// The self-checks of the model on a scenario, each with its figure and the bound that it must keep.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "verify.json of sim")]
pub(in crate::report::answer) struct Figures<'a> {
    format_version: u32,
    scenario: &'a str,
    world: &'a str,
    seed: u64,
    replications: usize,
    /// Checks that apply to the scenario.
    done: usize,
    holds: usize,
    fails: usize,
    not_applicable: usize,
    /// The checks by name.
    checks: Named<'a, OneCheck<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct OneCheck<'a> {
    group: &'a str,
    /// What was found; `null` when the check does not apply, or when no number came out.
    figure: Number,
    /// `at_most` or `at_least`.
    bound: &'a str,
    tolerance: Number,
    /// `holds`, `fails` or `not_applicable`.
    verdict: &'a str,
    /// What breaks the bound, where that can be said.
    names: &'a [String],
    /// What could only be checked in a variant that is unlike the scenario: values that move no result of the scenario itself,
    /// and do with more young people or other hours.
    elsewhere: &'a [String],
    /// What could not be checked, since too few young people come.
    open: &'a [String],
}

pub(in crate::report::answer) fn figures(found: &Verified) -> Figures<'_> {
    let not_applicable = found.count(Verdict::NotApplicable);
    Figures {
        format_version: FORMAT_VERSION,
        scenario: &found.arm.name,
        world: &found.world.name,
        seed: found.run.seed,
        replications: found.run.replications,
        done: found.checks.len() - not_applicable,
        holds: found.count(Verdict::Holds),
        fails: found.count(Verdict::Fails),
        not_applicable,
        checks: Named::of(found.checks.iter().map(|check| (check.id, one(check)))),
    }
}

fn one(check: &Check) -> OneCheck<'_> {
    let (bound, tolerance) = match check.bound {
        Bound::AtMost(most) => ("at_most", most),
        Bound::AtLeast(least) => ("at_least", least),
    };
    let verdict = match check.verdict() {
        Verdict::Holds => "holds",
        Verdict::Fails => "fails",
        Verdict::NotApplicable => "not_applicable",
    };
    OneCheck {
        group: check.group.name(),
        figure: check.figure.into(),
        bound,
        tolerance: tolerance.into(),
        verdict,
        names: &check.names,
        elsewhere: &check.elsewhere,
        open: &check.open,
    }
}

/// The schema of the file.
pub(in crate::report::answer) fn schema() -> Schema {
    schemars::schema_for!(Figures<'static>)
}
