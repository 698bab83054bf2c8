//! The valid scenario of the tests, in memory, and how it is patched.

use std::path::Path;

use sim::report::faults::{Look, render, render_warnings};
use sim::report::wording::{Language, Wording};
use sim::scenario::{Faults, Loaded, Memory, Provenance, Quantity, Request, Scenario, Timeline, load_from};

const FILES: [(&str, &str); 4] = [
    ("base.toml", include_str!("../fixtures/scenario/base.toml")),
    ("child.toml", include_str!("../fixtures/scenario/child.toml")),
    ("worlds/leading.toml", include_str!("../fixtures/scenario/worlds/leading.toml")),
    ("worlds/second.toml", include_str!("../fixtures/scenario/worlds/second.toml")),
];

/// The fixture's files in memory.
pub(crate) struct Bench {
    pub(crate) files: Memory,
    pub(crate) settings: Vec<String>,
    pub(crate) scenarios: Vec<&'static str>,
}

impl Bench {
    /// Base and child as they are.
    pub(crate) fn new() -> Self {
        let mut files = Memory::default();
        for (path, text) in FILES {
            files.0.insert(path.into(), text.as_bytes().to_vec());
        }
        Self { files, settings: Vec::new(), scenarios: vec!["child.toml"] }
    }

    /// With the first `from` of a file replaced; the file must hold it.
    pub(crate) fn patch(mut self, path: &str, from: &str, to: &str) -> Self {
        let bytes = self.files.0.get_mut(Path::new(path)).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.contains(from), "{path} does not hold {from}");
        *bytes = text.replacen(from, to, 1).into_bytes();
        self
    }

    /// With a file of these bytes.
    pub(crate) fn file(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.0.insert(path.into(), bytes.into());
        self
    }

    pub(crate) fn set(mut self, setting: &str) -> Self {
        self.settings.push(setting.to_owned());
        self
    }

    pub(crate) fn run(mut self, scenarios: &[&'static str]) -> Self {
        self.scenarios = scenarios.to_vec();
        self
    }

    pub(crate) fn load(&self) -> Result<Loaded, Faults> {
        let scenarios = self.scenarios.iter().map(Into::into).collect();
        load_from(&Request { scenarios, settings: self.settings.clone(), ..Request::default() }, &self.files)
    }

    pub(crate) fn faults(&self) -> Faults {
        self.load().expect_err("the scenario is faulty")
    }

    pub(crate) fn loaded(&self) -> Loaded {
        self.load().unwrap_or_else(|faults| panic!("{}", page(&faults, Language::En)))
    }
}

pub(crate) const LOOK: Look = Look { width: 100, colour: false };

pub(crate) fn page(faults: &Faults, language: Language) -> String {
    render(faults, &Wording::new(language), LOOK)
}

pub(crate) fn doubts(loaded: &Loaded, language: Language) -> String {
    render_warnings(&loaded.warnings, &loaded.inputs, &Wording::new(language), LOOK)
}

/// A scenario without the places that set its values, for comparing what it means.
pub(crate) fn placeless(mut scenario: Scenario) -> Scenario {
    let blank = |provenance: &mut Provenance| {
        provenance.place.file = Path::new("").into();
        provenance.place.line = 0;
        provenance.place.column = 0;
    };
    let quantity = |quantity: &mut Quantity| blank(&mut quantity.provenance);
    let timeline = |timeline: &mut Timeline| {
        quantity(&mut timeline.initial);
        timeline.changes.iter_mut().for_each(|(_, to)| quantity(to));
    };
    scenario.quantities.iter_mut().for_each(timeline);
    for provider in &mut scenario.providers {
        provider.quantities.iter_mut().flatten().for_each(timeline);
    }
    for ceiling in &mut scenario.ceilings {
        quantity(&mut ceiling.limit);
    }
    for row in &mut scenario.registered {
        blank(&mut row.provenance);
    }
    let compositions = [
        &mut scenario.referrers,
        &mut scenario.inflow_season,
        &mut scenario.leave_season,
        &mut scenario.needs,
        &mut scenario.outcomes,
    ];
    for composition in compositions {
        blank(&mut composition.provenance);
    }
    scenario
}
