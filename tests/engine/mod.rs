//! A small experiment in memory, and how a play of it is seen.

use sim::engine::{Metric, RunPlan, Seen};
use sim::random::Seed;
use sim::report::faults::{Look, render};
use sim::report::wording::{Language, Wording};
use sim::scenario::{Experiment, Memory, Request, load_from};

/// The scenario in which everything is known.
pub(crate) const BASE: &str = include_str!("base.toml");

/// An experiment out of `base.toml` and files laid over it.
#[derive(Clone)]
pub(crate) struct Stage {
    pub(crate) files: Memory,
    pub(crate) scenarios: Vec<String>,
    pub(crate) worlds: Vec<String>,
    settings: Vec<String>,
}

impl Stage {
    /// The base alone.
    pub(crate) fn new() -> Self {
        let mut files = Memory::default();
        files.0.insert("base.toml".into(), BASE.as_bytes().to_vec());
        Self { files, scenarios: vec!["base.toml".to_owned()], worlds: Vec::new(), settings: Vec::new() }
    }

    /// With lines added to the base, which become part of its last table or tables of their own.
    pub(crate) fn with(mut self, lines: &str) -> Self {
        if let Some(text) = self.files.0.get_mut(std::path::Path::new("base.toml")) {
            text.extend_from_slice(lines.as_bytes());
        }
        self
    }

    /// With one key set, as at the prompt.
    pub(crate) fn set(mut self, setting: &str) -> Self {
        self.settings.push(setting.to_owned());
        self
    }

    /// The same with a text of the base replaced, which must be there.
    pub(crate) fn patch(mut self, from: &str, to: &str) -> Self {
        if let Some(bytes) = self.files.0.get_mut(std::path::Path::new("base.toml")) {
            let text = String::from_utf8_lossy(bytes).into_owned();
            assert!(text.contains(from), "the base holds {from}");
            *bytes = text.replacen(from, to, 1).into_bytes();
        }
        self
    }

    /// The experiment.
    pub(crate) fn load(&self) -> Experiment {
        let paths = |names: &[String]| names.iter().map(Into::into).collect();
        let request = Request {
            scenarios: paths(&self.scenarios),
            worlds: paths(&self.worlds),
            settings: self.settings.clone(),
            ..Request::default()
        };
        match load_from(&request, &self.files) {
            Ok(loaded) => loaded.experiment,
            Err(faults) => {
                let look = Look { width: 100, colour: false };
                panic!("{}", render(&faults, &Wording::new(Language::En), look))
            }
        }
    }
}

/// How a test runs an experiment: its seed, so many replications, one thread.
pub(crate) const fn plan(seed: u64, replications: usize) -> RunPlan {
    RunPlan { seed: Seed(seed), replications, threads: 1 }
}

/// A metric of a play; `slice` is a period, or the number of periods for the total.
pub(crate) fn metric(experiment: &Experiment, seen: &Seen, metric: Metric, slice: usize) -> f64 {
    let slices = experiment.scenarios[0][0].calendar.periods().len() + 1;
    seen.metrics[metric as usize * slices + slice]
}
