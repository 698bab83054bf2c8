//! `sim break-even`: a scenario with a key set to many values, each over the same young people.

use super::answer::Desk;
use super::args::Inputs;
use super::exit::Exit;
use super::failure::Failure;
use super::inputs;
use super::progress::Progress;
use super::run::failed;
use crate::analyses::{Crossing, PayBack, Question, RunInfo, Sought, Trial, map, search};
use crate::engine::{self, Metric};
use crate::scenario::{Arm, Experiment, Faults, NumericFault, Scenario, numeric};

/// Settings that are played at a time, each with its base.
const BATCH: usize = 16;

/// What was asked at the prompt.
pub(super) struct Asked<'a> {
    pub(super) keys: &'a [String],
    pub(super) ranges: &'a [(f64, f64)],
    pub(super) probability: f64,
}

/// Looks for the value at which the scenario pays back.
///
/// # Errors
/// [`Failure`] when a key cannot be moved, the scenario refuses every value, or the run was stopped.
pub(super) fn find(desk: &Desk<'_>, asked: &Asked<'_>) -> Result<PayBack, Failure> {
    let experiment = &desk.loaded.experiment;
    let last = experiment.arms.len() - 1;
    if let Some(extra) = asked.keys.get(2) {
        let gaps = [("key", extra.into())];
        return Err(Failure::new(Exit::Usage, desk.wording.fill("break-even-two-keys", &gaps)));
    }
    let mut sought = Vec::new();
    for (place, key) in asked.keys.iter().enumerate() {
        sought.push(seek(desk, &experiment.scenarios[last][0], key, asked.ranges.get(place).copied())?);
    }
    let replications = desk.order.replications;
    let question = Question { range: sought[0].range, probability: asked.probability, replications };
    let steps = replications * if sought.len() > 1 { 17 } else { 7 };
    let progress = desk.progress(steps);
    let mut bench = Bench { desk, keys: asked.keys, progress: &progress, refused: None };
    let threshold = search(&mut bench, &question)?;
    let mut map_of_both = None;
    if sought.len() > 1 {
        map_of_both = Some(map(&mut bench, &question, sought[1].range)?);
    }
    progress.finish();
    if threshold.crossing == Crossing::Refused {
        return Err(bench.all_refused(&threshold.refused));
    }
    let mut sought = sought.into_iter();
    let Some(first) = sought.next() else {
        return Err(Failure::new(Exit::Usage, desk.wording.text("usage-other")));
    };
    Ok(PayBack {
        name: experiment.name.clone(),
        run: RunInfo { seed: desk.order.seed, replications },
        arm: experiment.arms[last].clone(),
        base: (last > 0).then(|| experiment.arms[0].clone()),
        world: experiment.worlds[0].clone(),
        probability: asked.probability,
        sought: first,
        threshold,
        second: sought.next().zip(map_of_both),
    })
}

/// A key that can be moved and is in the scenario.
fn seek(
    desk: &Desk<'_>,
    scenario: &Scenario,
    key: &str,
    range: Option<(f64, f64)>,
) -> Result<Sought, Failure> {
    let wording = desk.wording;
    let told = |id: &str| Failure::new(Exit::Usage, wording.fill(id, &[("key", key.into())]));
    let entry = numeric(key).map_err(|fault| match fault {
        NumericFault::Unknown(Some(near)) => {
            let gaps = [("key", key.into()), ("near", near.into())];
            Failure::new(Exit::Usage, wording.fill("break-even-key-near", &gaps))
        }
        NumericFault::Unknown(None) => told("break-even-key-unknown"),
        NumericFault::NotNumeric => told("break-even-key-not-numeric"),
        NumericFault::Whole => told("break-even-key-whole"),
        NumericFault::Limit => told("break-even-key-limit"),
    })?;
    let timeline = scenario.timeline(key).ok_or_else(|| told("break-even-key-absent"))?;
    Sought::new(entry, timeline, range).ok_or_else(|| {
        let bounds = [entry.bounds.0, entry.bounds.1].map(|bound| format!("{bound}"));
        let [low, high] = bounds;
        let gaps = [("key", key.into()), ("low", low.into()), ("high", high.into())];
        Failure::new(Exit::Usage, wording.fill("break-even-range-outside", &gaps))
    })
}

/// Plays a scenario with its keys set.
struct Bench<'a> {
    desk: &'a Desk<'a>,
    keys: &'a [String],
    progress: &'a Progress<'a>,
    /// Why the last refused setting was refused.
    refused: Option<Faults>,
}

impl Bench<'_> {
    fn all_refused(&self, values: &[f64]) -> Failure {
        let told = self.refused.as_ref().map(|faults| inputs::refused(faults, self.desk.wording).told);
        let values: Vec<String> = values.iter().map(|value| format!("{value}")).collect();
        let gaps = [("key", (&self.keys[0]).into()), ("values", values.join(", ").into())];
        let text = self.desk.wording.fill("break-even-all-refused", &gaps);
        Failure::new(Exit::ScenarioRefused, format!("{text}\n{}", told.unwrap_or_default()))
    }

    /// The experiment with some keys set, or none when the scenario refuses that.
    fn load(&mut self, setting: &[f64]) -> Option<Experiment> {
        let named = &self.desk.order.inputs;
        let keys = &self.keys[..setting.len()];
        let own = |text: &&String| {
            let key = text.split_once('=').map_or("", |(key, _)| key.trim());
            !keys.iter().any(|moved| moved == key)
        };
        let mut settings: Vec<String> = named.settings.iter().filter(own).cloned().collect();
        settings.extend(keys.iter().zip(setting).map(|(key, value)| format!("{key}={value:?}")));
        let (scenarios, worlds) = (named.scenarios.clone(), named.worlds.clone());
        let inputs = Inputs { scenarios, worlds, settings, posterior: None };
        match inputs::read(&inputs) {
            // What is set here takes the place of what a calibration learnt; all else stays as learnt.
            Ok(loaded) => {
                Some(Experiment { learnt: self.desk.loaded.experiment.learnt.clone(), ..loaded.experiment })
            }
            Err(faults) => {
                self.refused = Some(faults);
                None
            }
        }
    }

    fn nets(&mut self, settings: &[Vec<f64>], replications: usize) -> Result<Vec<Option<Vec<f64>>>, Failure> {
        let mut all: Vec<Option<Vec<f64>>> = Vec::new();
        for batch in settings.chunks(BATCH) {
            let loaded: Vec<Option<Experiment>> = batch.iter().map(|setting| self.load(setting)).collect();
            let places: Vec<Option<usize>> = loaded
                .iter()
                .scan(0, |next, one| {
                    let place = one.as_ref().map(|_| *next);
                    *next += usize::from(one.is_some());
                    Some(place)
                })
                .collect();
            let known: Vec<Experiment> = loaded.into_iter().flatten().collect();
            let nets = if known.is_empty() { Vec::new() } else { self.play(&known, replications)? };
            all.extend(places.into_iter().map(|place| nets.get(place?).cloned()));
        }
        Ok(all)
    }

    /// The net saving of several experiments of the same shape, played as one over the same young people.
    fn play(&self, known: &[Experiment], replications: usize) -> Result<Vec<Vec<f64>>, Failure> {
        let together = together(known);
        let order = self.desk.order;
        let plan = order.plan(replications);
        let advance = |more: usize| self.progress.advance(more * known.len());
        let outcomes = engine::run(&together, &plan, &advance, self.desk.stop.flag())
            .map_err(|fault| failed(&fault, self.desk.wording))?;
        let periods = together.scenarios[0][0].calendar.periods().len();
        let arms = known[0].arms.len();
        let net = |arm: usize| outcomes.view(outcomes.column(arm, 0, Metric::NetSaving, periods));
        Ok((0..known.len())
            .map(|number| {
                let (base, option) = (number * arms, number * arms + arms - 1);
                if base == option { net(base).to_vec() } else { (&net(option) - &net(base)).to_vec() }
            })
            .collect())
    }
}

/// Experiments of one shape as the arms of one, in the leading world.
fn together(known: &[Experiment]) -> Experiment {
    let arms = known.iter().enumerate().flat_map(|(number, one)| {
        one.arms.iter().map(move |arm| Arm { name: format!("{}-{number}", arm.name), ..arm.clone() })
    });
    let scenarios = known.iter().flat_map(|one| one.scenarios.iter().map(|worlds| vec![worlds[0].clone()]));
    Experiment {
        name: known[0].name.clone(),
        arms: arms.collect(),
        worlds: vec![known[0].worlds[0].clone()],
        scenarios: scenarios.collect(),
        learnt: known[0].learnt.clone(),
    }
}

impl Trial for Bench<'_> {
    type Fault = Failure;

    fn nets(&mut self, settings: &[Vec<f64>], replications: usize) -> Result<Vec<Option<Vec<f64>>>, Failure> {
        Bench::nets(self, settings, replications)
    }
}
