//! `manifest.json`: what exactly a run was made with, so that it can be repeated and recognised.
//!
//! It holds nothing that depends on the moment, the machine or the number of threads: the same input gives the same
//! bytes. How long a run took stands apart, in `timings.json`.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::summary::{self, Layout, Named};
use super::{Topic, resolved_toml};
use crate::scenario::Loaded;

/// The version of the format of `manifest.json`.
pub const FORMAT_VERSION: u32 = 1;

/// What a run was made with.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Manifest {
    /// A hash over all that decides the results: two runs with the same identity give the same figures.
    identity: String,
    made_with: Made,
    /// SHA-256 of the resolved scenario of every arm together.
    resolved_sha256: String,
    /// Every file that was read, in order of reading.
    inputs: Vec<InputFile>,
    /// The questions that were answered along; they decide no figure of the run itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    answers: Vec<String>,
}

/// Everything but the files that decides the results, in the order in which it is written and hashed.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
struct Made {
    format_version: u32,
    summary_format_version: u32,
    sim_version: String,
    scenario: String,
    arms: Vec<String>,
    worlds: Vec<String>,
    seed: u64,
    replications: usize,
    settings: Vec<String>,
}

/// A file that was read.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
struct InputFile {
    /// Its name as the user or another file gave it, with forward slashes.
    file: String,
    /// SHA-256 of its text.
    sha256: String,
}

/// In what two runs differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Made by another version of `sim`: then and now.
    Version(String, String),
    /// Another seed: then and now.
    Seed(u64, u64),
    /// Another number of replications: then and now.
    Replications(usize, usize),
    /// Other policies or worlds.
    Cast,
    /// Other values set at the prompt.
    Settings,
    /// A question that this run does not answer.
    Answers,
    /// A file with other contents.
    Changed(String),
    /// The earlier manifest cannot be read.
    Unreadable,
}

impl Manifest {
    /// The manifest of a run over `loaded` with these `settings` of the prompt.
    pub fn new(loaded: &Loaded, settings: &[String], seed: u64, replications: usize) -> Self {
        let experiment = &loaded.experiment;
        let made_with = Made {
            format_version: FORMAT_VERSION,
            summary_format_version: summary::FORMAT_VERSION,
            sim_version: env!("CARGO_PKG_VERSION").to_owned(),
            scenario: experiment.name.clone(),
            arms: experiment.arms.iter().map(|arm| arm.name.clone()).collect(),
            worlds: experiment.worlds.iter().map(|world| world.name.clone()).collect(),
            seed,
            replications,
            settings: settings.to_vec(),
        };
        let resolved: String = (0..experiment.arms.len()).map(|arm| resolved_toml(loaded, arm)).collect();
        // The settings of the prompt stand among the inputs too, as a text of their own.
        let files = loaded.inputs.iter().filter(|input| input.path.as_os_str() != "--set");
        let inputs: Vec<InputFile> = files
            .map(|input| InputFile {
                file: input.path.display().to_string().replace('\\', "/"),
                sha256: sha256(input.text.as_bytes()),
            })
            .collect();
        Self {
            identity: identity_of(&made_with, &inputs),
            made_with,
            resolved_sha256: sha256(resolved.as_bytes()),
            inputs,
            answers: Vec::new(),
        }
    }

    /// The same with the questions that were answered along.
    #[must_use]
    pub fn with_answers(self, topics: &[Topic]) -> Self {
        Self { answers: topics.iter().map(|topic| topic.name().to_owned()).collect(), ..self }
    }

    /// The hash over all that decides the results.
    pub fn identity(&self) -> &str {
        &self.identity
    }

    /// Reads `manifest.json`; `None` for anything that is none.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Whether its identity is the hash over what it names.
    pub fn is_sound(&self) -> bool {
        self.identity == identity_of(&self.made_with, &self.inputs)
    }

    /// What stands in `manifest.json`.
    pub fn text(&self) -> String {
        let mut text = Vec::new();
        // Writing to memory does not fail, and what is written is text.
        let _ = self.write(&mut text);
        String::from_utf8(text).unwrap_or_default()
    }

    /// Writes `manifest.json`.
    ///
    /// # Errors
    /// Whatever writing to `to` fails with.
    pub fn write(&self, to: &mut dyn Write) -> io::Result<()> {
        self.serialize(&mut serde_json::Serializer::with_formatter(&mut *to, Layout::default()))?;
        to.write_all(b"\n")
    }

    /// In what this run differs from the one whose manifest reads `earlier`; nothing when it gives the same figures.
    pub fn differences(&self, earlier: &str) -> Vec<Difference> {
        let Some(earlier) = Self::read(earlier) else { return vec![Difference::Unreadable] };
        let kept = |answer| self.answers.contains(answer);
        if earlier.identity == self.identity {
            let lost = !earlier.answers.iter().all(kept);
            return lost.then_some(Difference::Answers).into_iter().collect();
        }
        let (then, now) = (&earlier.made_with, &self.made_with);
        let versions =
            |made: &Made| (made.sim_version.clone(), made.format_version, made.summary_format_version);
        let mut all = Vec::new();
        if versions(then) != versions(now) {
            all.push(Difference::Version(then.sim_version.clone(), now.sim_version.clone()));
        }
        if then.seed != now.seed {
            all.push(Difference::Seed(then.seed, now.seed));
        }
        if then.replications != now.replications {
            all.push(Difference::Replications(then.replications, now.replications));
        }
        if (&then.scenario, &then.arms, &then.worlds) != (&now.scenario, &now.arms, &now.worlds) {
            all.push(Difference::Cast);
        }
        if then.settings != now.settings {
            all.push(Difference::Settings);
        }
        all.extend(other_files(&earlier.inputs, &self.inputs).into_iter().map(Difference::Changed));
        if all.is_empty() { vec![Difference::Unreadable] } else { all }
    }
}

/// The hash over all that decides the results.
fn identity_of(made_with: &Made, inputs: &[InputFile]) -> String {
    let contents: Vec<&str> = inputs.iter().map(|input| input.sha256.as_str()).collect();
    // These values are text and whole numbers, which always serialise.
    sha256(&serde_json::to_vec(&(made_with, contents)).unwrap_or_default())
}

/// The names of files whose contents the other run did not read, each once.
fn other_files(then: &[InputFile], now: &[InputFile]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (some, others) in [(now, then), (then, now)] {
        for file in some.iter().filter(|file| others.iter().all(|other| other.sha256 != file.sha256)) {
            if !names.contains(&file.file) {
                names.push(file.file.clone());
            }
        }
    }
    names
}

/// What `timings.json` holds: seconds by the clock.
struct Timings<'a> {
    /// One step after the other.
    steps: &'a [(&'a str, f64)],
    /// Each file of the step `write`; they are written side by side, so that together they may take longer than it.
    files: Named<'a, f64>,
}

impl Serialize for Timings<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.steps.len() + 1))?;
        for (step, seconds) in self.steps {
            map.serialize_entry(step, seconds)?;
        }
        map.serialize_entry("files", &self.files)?;
        map.end()
    }
}

/// Writes `timings.json`: how many seconds each step of a run took, and each file of the step that writes them.
///
/// # Errors
/// Whatever writing to `to` fails with.
pub fn write_timings(steps: &[(&str, f64)], files: &[(String, f64)], to: &mut dyn Write) -> io::Result<()> {
    let timings =
        Timings { steps, files: Named::of(files.iter().map(|(name, seconds)| (name.as_str(), *seconds))) };
    timings.serialize(&mut serde_json::Serializer::with_formatter(&mut *to, Layout::default()))?;
    to.write_all(b"\n")
}

/// The SHA-256 of some bytes, in lower-case hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes in lower-case hexadecimal digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Experiment, Input};

    fn manifest(seed: u64, settings: &[&str], (file, text): (&str, &str)) -> Manifest {
        let experiment = Experiment {
            name: "run".into(),
            arms: Vec::new(),
            worlds: Vec::new(),
            scenarios: Vec::new(),
            learnt: None,
        };
        let inputs = vec![Input { path: file.into(), text: text.to_owned() }];
        let loaded =
            Loaded { experiment, warnings: Vec::new(), inputs, resolved: Vec::new(), search_space: None };
        let settings: Vec<_> = settings.iter().map(ToString::to_string).collect();
        Manifest::new(&loaded, &settings, seed, 100)
    }

    #[test]
    fn where_the_files_lay_does_not_make_it_another_run() {
        let text = manifest(1, &[], ("a.toml", "x")).text();
        assert_eq!(manifest(1, &[], ("elsewhere/a.toml", "x")).differences(&text), []);
        assert!(text.contains("\"file\": \"a.toml\""), "{text}");
    }

    #[test]
    fn what_differs_is_named() {
        let text = manifest(1, &[], ("a.toml", "x")).text();
        let differs = |other: Manifest| other.differences(&text);
        assert_eq!(differs(manifest(2, &[], ("a.toml", "x"))), [Difference::Seed(1, 2)]);
        assert_eq!(differs(manifest(1, &["k=1"], ("a.toml", "x"))), [Difference::Settings]);
        assert_eq!(differs(manifest(1, &[], ("a.toml", "y"))), [Difference::Changed("a.toml".into())]);
        assert_eq!(manifest(1, &[], ("a.toml", "x")).differences("junk"), [Difference::Unreadable]);
    }

    #[test]
    fn answers_may_be_added_silently_and_are_not_lost_so() {
        let plain = || manifest(1, &[], ("a.toml", "x"));
        let asked = || plain().with_answers(&[Topic::Monitor]);
        assert_eq!(asked().differences(&plain().text()), []);
        assert_eq!(asked().differences(&asked().text()), []);
        assert_eq!(plain().differences(&asked().text()), [Difference::Answers]);
        assert!(!plain().text().contains("answers"), "what was not asked is not told");
    }

    #[test]
    fn a_manifest_that_was_changed_is_not_sound() {
        let text = manifest(1, &[], ("a.toml", "x")).text();
        let sound = |text: &str| Manifest::read(text).unwrap().is_sound();
        assert!(sound(&text));
        assert!(!sound(&text.replace("\"seed\": 1", "\"seed\": 2")));
        assert_eq!(Manifest::read("junk"), None);
    }

    #[test]
    fn a_hash_is_that_of_the_standard() {
        assert_eq!(sha256(b"abc")[..16], *"ba7816bf8f01cfea");
    }
}
