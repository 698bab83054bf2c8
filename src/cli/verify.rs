//! `sim verify`: a run, variants of it, and whether all that must hold does.

use super::answer::{Desk, unspoken};
use super::args::Inputs;
use super::exit::Exit;
use super::failure::Failure;
use super::inputs;
use super::run::failed;
use crate::analyses::verify::{Laboratory, Told, Verdict, Verified, gather, judge, steps};
use crate::analyses::{RunInfo, build};
use crate::engine;
use crate::report::answer;
use crate::scenario::{Experiment, Key, Scenario};

/// Fewest replications with which the checks can tell anything.
pub(super) const LEAST: usize = 120;
/// A value that is set at the prompt, and another for who has set the first.
const SETTINGS: [(Key, f64); 2] = [(Key::NormWeeks, 3.0), (Key::DiscountRate, 0.04)];

/// Checks the model on a scenario.
///
/// # Errors
/// [`Failure`] when stopped or refused.
pub(super) fn find(desk: &Desk<'_>) -> Result<Verified, Failure> {
    let (experiment, order) = (&desk.loaded.experiment, desk.order);
    // Along with a run of fewer it takes as many as it needs.
    let replications = order.replications.max(LEAST);
    let progress = desk.progress(replications.div_euclid(LEAST) + steps(experiment));
    let advance = |more| progress.advance(more);
    let plan = order.plan(replications);
    let outcomes = engine::run(experiment, &plan, &|_| {}, desk.stop.flag())
        .map_err(|fault| failed(&fault, desk.wording))?;
    progress.advance(replications.div_euclid(LEAST));
    let info = RunInfo { seed: order.seed, replications };
    let forecast = desk.with_threads(|| build(experiment, &outcomes, info))?;
    let told = answer::told(&forecast).map_err(|fault| unspoken(&fault))?;
    let told = Told { not_set: not_set(&order.inputs, experiment), ..told };
    let lab = Laboratory {
        seed: plan.seed,
        replications,
        threads: order.threads,
        progress: &advance,
        stop: desk.stop.flag(),
    };
    let evidence =
        gather(&lab, experiment, (&outcomes, told)).map_err(|fault| failed(&fault, desk.wording))?;
    let checks = desk.with_threads(|| judge(&evidence))?;
    progress.finish();
    let arm = experiment.arms[experiment.arms.len() - 1].clone();
    Ok(Verified { arm, world: experiment.worlds[0].clone(), run: info, checks })
}

/// How a command ends that may have checked the model.
pub(super) fn exit(found: Option<&Verified>) -> Exit {
    let fails = found.is_some_and(|found| found.count(Verdict::Fails) > 0);
    if fails { Exit::CheckFailed } else { Exit::Done }
}

/// Loads the scenario once more with one value set at the prompt: how many values are not what they should be then.
fn not_set(named: &Inputs, before: &Experiment) -> f64 {
    let free = |key: Key| !named.settings.iter().any(|setting| setting.trim().starts_with(key.entry().key));
    let Some((key, value)) = SETTINGS.into_iter().find(|(key, _)| free(*key)) else { return 0.0 };
    let mut settings = named.settings.clone();
    settings.push(format!("{}={value}", key.entry().key));
    let (scenarios, worlds) = (named.scenarios.clone(), named.worlds.clone());
    let again = Inputs { scenarios, worlds, settings, posterior: None };
    let Ok(loaded) = inputs::read(&again) else { return f64::INFINITY };
    let pairs = before.scenarios.iter().flatten().zip(loaded.experiment.scenarios.iter().flatten());
    pairs.map(|(before, after)| astray(before, after, (key, value))).sum::<usize>() as f64
}

/// Values that moved without being named, and one more when the named one is not what was set.
fn astray(before: &Scenario, after: &Scenario, (key, value): (Key, f64)) -> usize {
    let mean = after.quantity(key).initial.law.mean();
    let missed = usize::from(!after.quantity(key).initial.law.is_fixed() || (mean - value).abs() > 0.0);
    let others = Key::ALL.iter().filter(|other| **other != key);
    let moved = others.filter(|other| {
        let (one, two) = (before.quantity(**other), after.quantity(**other));
        one.initial.law != two.initial.law || one.changes.len() != two.changes.len()
    });
    missed + moved.count()
}
