//! From the files named to an experiment: parents, worlds, the prompt, arms.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::check::Check;
use super::fault::{FaultKind, Faults, Input, Warning};
use super::file::{self, Layer};
use super::inputs::{Desk, PROMPT, Spot, beside};
use super::keys::Keys;
use super::model::{Arm, Experiment, World};
use super::reporting::Reporting;
use super::resolve::Resolved;
use super::search_space::{self, SearchSpace};
use super::source::{Disk, Source};
use super::{learnt, warning};

/// What to load.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Scenario files; the root parent of the first is the base.
    pub scenarios: Vec<PathBuf>,
    /// World files; empty for the worlds that the root names.
    pub worlds: Vec<PathBuf>,
    /// Values set at the prompt, each `KEY=VALUE`.
    pub settings: Vec<String>,
    /// A file of weighted draws that a calibration learnt.
    pub posterior: Option<PathBuf>,
}

/// A valid experiment, and all that is worth telling of where it comes from.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What is run.
    pub experiment: Experiment,
    /// Doubts that do not stop it.
    pub warnings: Vec<Warning>,
    /// Every text it was made of.
    pub inputs: Vec<Input>,
    /// Per arm every value, where it was set and what it was elsewhere.
    pub resolved: Vec<Vec<Resolved>>,
    /// What may be bought for a yearly amount, where the scenario that was named last says so.
    pub search_space: Option<SearchSpace>,
}

/// Longest chain of parents.
const MOST_PARENTS: usize = 10;

/// Loads an experiment from disk.
///
/// # Errors
/// All faults of all files at once.
pub fn load(request: &Request) -> Result<Loaded, Faults> {
    load_from(request, &Disk)
}

/// Loads an experiment from anything that holds files.
///
/// # Errors
/// All faults of all files at once.
pub fn load_from(request: &Request, source: &dyn Source) -> Result<Loaded, Faults> {
    let keys = Keys::new();
    let mut shelf = Shelf {
        desk: Desk::default(),
        keys: &keys,
        source,
        layers: Vec::new(),
        by_path: BTreeMap::new(),
        broken: Vec::new(),
    };
    let cast = shelf.cast(request);
    let draws = request.posterior.as_ref().and_then(|path| shelf.draws(path));
    let Shelf { mut desk, layers, broken, .. } = shelf;
    desk.drop_echoes(&broken);
    let mut made = None;
    if let Some(cast) = &cast {
        let check = Check::new(&keys, &layers, cast);
        let scenarios = check.scenarios(&mut desk);
        let space = search_space::of_last(&check, scenarios.as_deref(), &mut desk);
        let learnt = match (draws, &scenarios) {
            (Some(input), Some(scenarios)) => learnt::read(&mut desk, input, scenarios).map(Arc::new),
            _ => None,
        };
        if let (Some(scenarios), false) = (scenarios, desk.has_faults()) {
            warning::look(&check, &scenarios, &mut desk);
            let resolved = check.resolved(&desk);
            let experiment = cast.experiment(&layers, &desk, scenarios);
            made = Some((Experiment { learnt, ..experiment }, resolved, space));
        }
    }
    let told = desk.close();
    match made {
        Some((experiment, resolved, search_space)) if told.list.is_empty() => {
            let Faults { warnings, inputs, .. } = told;
            Ok(Loaded { experiment, warnings, inputs, resolved, search_space })
        }
        _ => Err(told),
    }
}

/// Who plays: the files by their part.
#[derive(Debug)]
pub(super) struct Cast {
    /// Per arm the chain of files from the root on; the base first.
    pub(super) arms: Vec<Vec<usize>>,
    /// Whether each arm was named by the user, so that policies set at the prompt hold in it.
    pub(super) named: Vec<bool>,
    /// The files of the worlds.
    pub(super) worlds: Vec<usize>,
    /// The values set at the prompt.
    pub(super) prompt: Option<usize>,
    /// The name of the run.
    pub(super) name: String,
}

impl Cast {
    fn experiment(
        &self,
        layers: &[Layer],
        desk: &Desk,
        scenarios: Vec<Vec<super::model::Scenario>>,
    ) -> Experiment {
        let say = |index: usize| {
            let layer = &layers[index];
            (stem(desk.path(layer.input)), layer.title.clone(), layer.purpose.clone())
        };
        let arms = self.arms.iter().filter_map(|chain| Some((chain, chain.last()?))).map(|(chain, leaf)| {
            let (name, title, purpose) = say(*leaf);
            Arm { name, title, purpose, reporting: Reporting::of_chain(layers, chain, desk) }
        });
        let mut worlds: Vec<World> = self
            .worlds
            .iter()
            .map(|index| {
                let (name, title, purpose) = say(*index);
                World { name, title, purpose }
            })
            .collect();
        if worlds.is_empty() {
            // Without worlds the assumptions are those of the scenario files themselves.
            let (_, title, purpose) = say(self.arms[0][0]);
            worlds.push(World { name: "own".to_owned(), title, purpose });
        }
        Experiment { name: self.name.clone(), arms: arms.collect(), worlds, scenarios, learnt: None }
    }
}

/// The name of a scenario or world: that of its file without ending.
pub(super) fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

struct Shelf<'s> {
    desk: Desk,
    keys: &'s Keys,
    source: &'s dyn Source,
    layers: Vec<Layer>,
    by_path: BTreeMap<PathBuf, Option<usize>>,
    broken: Vec<Spot>,
}

impl Shelf<'_> {
    /// Reads everything that is named and everything that those name.
    fn cast(&mut self, request: &Request) -> Option<Cast> {
        if request.scenarios.is_empty() {
            let at = Desk::whole(self.desk.add(Path::new(""), None));
            self.desk.fault(at, FaultKind::NoScenario);
        }
        let chains: Vec<Option<Vec<usize>>> = request.scenarios.iter().map(|path| self.chain(path)).collect();
        let worlds = self.worlds(request, chains.first().and_then(Option::as_ref).map(|chain| chain[0]));
        let prompt = self.prompt(&request.settings);
        let chains: Vec<Vec<usize>> = chains.into_iter().collect::<Option<_>>()?;
        let worlds = worlds?;
        let root = chains.first()?[0];
        let mut arms = vec![vec![root]];
        let mut is_named = vec![false];
        let mut names = vec![self.stem(root)];
        let mut whole = true;
        for chain in &chains {
            let leaf = *chain.last()?;
            if chain[0] != root {
                let (found, expected) = (self.path(chain[0]), self.path(root));
                let at = Desk::whole(self.layers[leaf].input);
                self.desk.fault(at, FaultKind::OtherRoot { root: found, expected });
                whole = false;
            } else if leaf == root {
                is_named[0] = true;
            } else if names.contains(&self.stem(leaf)) {
                let at = Desk::whole(self.layers[leaf].input);
                self.desk.fault(at, FaultKind::DuplicateName { name: self.stem(leaf) });
                whole = false;
            } else {
                names.push(self.stem(leaf));
                arms.push(chain.clone());
                is_named.push(true);
            }
        }
        let name = match &names[usize::from(!is_named[0])..] {
            [] => return None,
            run => run.join("+"),
        };
        whole.then_some(Cast { arms, named: is_named, worlds, prompt, name })
    }

    fn stem(&self, layer: usize) -> String {
        stem(self.desk.path(self.layers[layer].input))
    }

    fn path(&self, layer: usize) -> String {
        self.desk.path(self.layers[layer].input).display().to_string()
    }

    /// Reads a file once; `at` is where another file names it.
    fn open(&mut self, path: &Path, at: Option<Spot>) -> Option<usize> {
        if let Some(known) = self.by_path.get(path) {
            return *known;
        }
        let layer = match self.source.read(path) {
            Ok(text) => {
                let input = self.desk.add(path, Some(text));
                let (layer, broken) = file::read(&mut self.desk, self.keys, input);
                self.broken.extend(broken);
                self.layers.push(layer);
                Some(self.layers.len() - 1)
            }
            Err(fault) => {
                let at = at.unwrap_or_else(|| Desk::whole(self.desk.add(path, None)));
                self.desk.fault(at, FaultKind::File { path: path.to_path_buf(), fault });
                None
            }
        };
        self.by_path.insert(path.to_path_buf(), layer);
        layer
    }

    /// Puts a file of weighted draws on the desk, to be read when the scenarios are known.
    fn draws(&mut self, path: &Path) -> Option<usize> {
        match self.source.read(path) {
            Ok(text) => Some(self.desk.add(path, Some(text))),
            Err(fault) => {
                let at = Desk::whole(self.desk.add(path, None));
                self.desk.fault(at, FaultKind::File { path: path.to_path_buf(), fault });
                None
            }
        }
    }

    /// A scenario with its parents, the root first.
    fn chain(&mut self, path: &Path) -> Option<Vec<usize>> {
        let mut path = beside(Path::new(""), &path.to_string_lossy());
        let mut at = None;
        let mut paths: Vec<PathBuf> = Vec::new();
        let mut chain = Vec::new();
        loop {
            if let Some(first) = paths.iter().position(|known| *known == path) {
                let names = paths[first..].iter().chain([&path]).map(|path| path.display().to_string());
                let chain = names.collect();
                self.desk.fault(at?, FaultKind::CircularParents { chain });
                return None;
            }
            if paths.len() > MOST_PARENTS {
                self.desk.fault(at?, FaultKind::LongChain { most: MOST_PARENTS });
                return None;
            }
            paths.push(path.clone());
            let index = self.open(&path, at)?;
            let layer = &self.layers[index];
            if layer.is_world {
                let at = at.unwrap_or_else(|| Desk::whole(layer.input));
                self.desk.fault(at, FaultKind::OtherKind { expected: "scenario" });
                return None;
            }
            chain.insert(0, index);
            let Some((parent, spot)) = &layer.extends else { return Some(chain) };
            at = Some(*spot);
            path = beside(&path, parent);
        }
    }

    /// The worlds of the run: those named at the prompt, or those that the root names.
    fn worlds(&mut self, request: &Request, root: Option<usize>) -> Option<Vec<usize>> {
        let mut wanted: Vec<(PathBuf, Option<Spot>)> = request
            .worlds
            .iter()
            .map(|path| (beside(Path::new(""), &path.to_string_lossy()), None))
            .collect();
        if let (true, Some(root)) = (wanted.is_empty(), root) {
            let layer = &self.layers[root];
            let file = self.desk.path(layer.input);
            wanted = layer.worlds.iter().map(|(path, spot)| (beside(file, path), Some(*spot))).collect();
        }
        let mut worlds = Vec::new();
        let mut names: Vec<String> = Vec::new();
        let mut whole = true;
        for (path, at) in wanted {
            let Some(index) = self.open(&path, at) else {
                whole = false;
                continue;
            };
            let at = at.unwrap_or_else(|| Desk::whole(self.layers[index].input));
            let name = self.stem(index);
            if !self.layers[index].is_world && !self.layers[index].broken {
                self.desk.fault(at, FaultKind::OtherKind { expected: "world" });
                whole = false;
            } else if names.contains(&name) {
                self.desk.fault(at, FaultKind::DuplicateName { name });
                whole = false;
            } else {
                names.push(name);
                worlds.push(index);
            }
        }
        whole.then_some(worlds)
    }

    /// The values set at the prompt, as a file with a line for each.
    fn prompt(&mut self, settings: &[String]) -> Option<usize> {
        if settings.is_empty() {
            return None;
        }
        let lines: Vec<String> = settings.iter().map(|setting| line_of(setting)).collect();
        let input = self.desk.add(Path::new(PROMPT), Some(lines.join("\n")));
        let mut start = 0;
        for (line, setting) in lines.iter().zip(settings) {
            if line.starts_with('#') {
                let spot = Spot { input, start, end: start + line.len() };
                self.desk
                    .fault(spot, FaultKind::NoEqualsInSetting { text: setting.chars().take(60).collect() });
            }
            start += line.len() + 1;
        }
        let (layer, broken) = file::read(&mut self.desk, self.keys, input);
        self.broken.extend(broken);
        self.layers.push(layer);
        Some(self.layers.len() - 1)
    }
}

/// A setting as a line of TOML. A shell eats quotes, so that a bare word is taken for a text.
fn line_of(setting: &str) -> String {
    let setting = setting.replace(['\n', '\r'], " ");
    let named = setting.split_once('=').map(|(key, value)| (key.trim(), value.trim()));
    // Told as what it is, not as bad TOML: the parser is to pass over it.
    let Some((key, value)) = named.filter(|(key, _)| !key.is_empty() && !key.starts_with('#')) else {
        return format!("# {setting}");
    };
    let is_word = value.starts_with(|c: char| c.is_ascii_alphabetic())
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
        && !matches!(value, "true" | "false" | "nan" | "inf");
    if is_word { format!("{key}=\"{value}\"") } else { format!("{key}={value}") }
}
