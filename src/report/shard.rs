//! What a part of a run was ordered with, and every text that it read: enough to bring the parts together on a machine that
//! has no scenario files.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::summary::Layout;
use crate::scenario::{Loaded, Memory, Request};

/// The order of one part of a run.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Shard {
    /// Which part, from 1.
    pub shard: usize,
    /// Of how many.
    pub of: usize,
    /// The master seed.
    pub seed: u64,
    /// Replications of the whole run.
    pub replications: usize,
    /// Scenario files as named.
    pub scenarios: Vec<PathBuf>,
    /// World files as named.
    pub worlds: Vec<PathBuf>,
    /// Values set at the prompt.
    pub settings: Vec<String>,
    /// The file of weighted draws, if the run uses one.
    pub posterior: Option<PathBuf>,
    /// Every file that was read.
    pub files: Vec<ReadFile>,
}

/// A file that was read.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct ReadFile {
    /// Its name.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

impl Shard {
    /// The files that a run has read.
    pub fn files(loaded: &Loaded) -> Vec<ReadFile> {
        // The values of the prompt stand among the inputs too, as a text of their own.
        let files = loaded.inputs.iter().filter(|input| input.path.as_os_str() != "--set");
        files.map(|input| ReadFile { path: input.path.clone(), text: input.text.clone() }).collect()
    }

    /// The draws of this part, of so many.
    pub fn draws(&self, all: usize) -> std::ops::Range<usize> {
        let cut = |shard: usize| (all * shard).div_euclid(self.of);
        cut(self.shard - 1)..cut(self.shard)
    }

    /// What to load, and where from.
    pub fn source(&self) -> (Request, Memory) {
        let request = Request {
            scenarios: self.scenarios.clone(),
            worlds: self.worlds.clone(),
            settings: self.settings.clone(),
            posterior: self.posterior.clone(),
        };
        let files = self.files.iter().map(|file| (file.path.clone(), file.text.clone().into_bytes()));
        (request, Memory(files.collect::<BTreeMap<_, _>>()))
    }

    /// Writes `order.json`.
    ///
    /// # Errors
    /// Whatever writing to `to` fails with.
    pub fn write(&self, to: &mut dyn Write) -> io::Result<()> {
        self.serialize(&mut serde_json::Serializer::with_formatter(&mut *to, Layout::default()))?;
        to.write_all(b"\n")
    }

    /// Reads `order.json`; `None` for anything that is none.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().filter(Self::is_possible)
    }

    /// Whether there can be such a part.
    pub(super) fn is_possible(&self) -> bool {
        (1..=self.of).contains(&self.shard)
    }
}
