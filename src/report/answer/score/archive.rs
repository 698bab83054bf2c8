//! A folder of results as it is found: which policies it holds, and by which figures they are recognised.

use std::path::PathBuf;

use serde_json::Value;

use crate::analyses::score::Simulated;
use crate::scenario::World;

/// How far a figure may be from that of the archive: what ten digits leave.
const NEAR: f64 = 1e-8;

/// A folder of results.
#[derive(Clone, Debug)]
pub struct Archive {
    summary: Value,
    /// The files that the run was made of.
    files: Vec<PathBuf>,
}

/// One policy of it that can be played again.
#[derive(Clone, Debug, PartialEq)]
pub struct Archived {
    /// The name of the run.
    pub name: String,
    /// The policy, by the name of its file.
    pub arm: String,
    /// The file that holds it, with every value.
    pub resolved: String,
    /// The assumptions under which that file holds.
    pub world: World,
    /// The weighted draws that it was made with, where it was.
    pub posterior: Option<PathBuf>,
    /// The master seed.
    pub seed: u64,
    /// The number of replications.
    pub replications: usize,
}

impl Archive {
    /// Reads a `summary.json` and the `manifest.json` beside it; none when they are no such files.
    pub fn read(summary: &str, manifest: &str) -> Option<Self> {
        let summary: Value = serde_json::from_str(summary).ok()?;
        summary.get("arms")?.as_object()?;
        let manifest: Value = serde_json::from_str(manifest).ok()?;
        let inputs = manifest.get("inputs")?.as_array()?.iter();
        let files = inputs.filter_map(|input| Some(PathBuf::from(input.get("file")?.as_str()?)));
        Some(Self { summary, files: files.collect() })
    }

    /// The policies that can be played again: all that the run was about, and the base where it stands alone.
    pub fn policies(&self) -> Vec<Archived> {
        let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
        let (name, base) = (text(self.summary.get("scenario")), text(self.summary.get("base")));
        let world = text(self.summary.pointer("/worlds/0"));
        let about = self.summary.get("world_texts").and_then(|texts| texts.get(&world));
        let about = |member: &str| text(about.and_then(|about| about.get(member)));
        let world = World { title: about("title"), purpose: about("purpose"), name: world };
        let number = |member: &str| self.summary.get(member).and_then(Value::as_u64);
        let (Some(seed), Some(replications)) = (number("seed"), number("replications")) else {
            return Vec::new();
        };
        let arms = self.summary.get("arms").and_then(Value::as_object);
        let arms: Vec<&String> = arms.map(|arms| arms.keys().collect()).unwrap_or_default();
        let own: Vec<&String> = arms.iter().copied().filter(|arm| arms.len() == 1 || **arm != base).collect();
        // The run is named after the policy that gives it its meaning, whose file has the plain name.
        let file = |arm: &str| {
            if arm == name || own.len() == 1 {
                "resolved.toml".to_owned()
            } else {
                format!("resolved-{arm}.toml")
            }
        };
        own.iter()
            .map(|arm| Archived {
                name: name.clone(),
                arm: (*arm).clone(),
                resolved: file(arm),
                world: world.clone(),
                posterior: self.posterior(),
                seed,
                replications: usize::try_from(replications).unwrap_or(usize::MAX),
            })
            .collect()
    }

    /// The only file of a run that is no scenario or world.
    fn posterior(&self) -> Option<PathBuf> {
        self.files.iter().find(|file| file.extension().is_none_or(|ending| ending != "toml")).cloned()
    }

    /// Whether what was played again is what the folder holds.
    pub fn recognises(&self, simulated: &Simulated) -> bool {
        let arm = self.summary.get("arms").and_then(|arms| arms.get(&simulated.arm.name));
        let world = arm.and_then(|arm| arm.get("world")).and_then(|worlds| worlds.get(&simulated.world.name));
        let metrics = world.and_then(|world| world.get("metrics"));
        !simulated.totals.is_empty()
            && simulated.totals.iter().all(|(metric, mean)| {
                let kept = metrics.and_then(|metrics| metrics.get(metric.name()));
                let kept = kept.and_then(|kept| kept.pointer("/total/mean")).and_then(Value::as_f64);
                kept.is_some_and(|kept| (kept - mean).abs() <= NEAR * (1.0 + kept.abs()))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_holds_what_it_was_made_for_and_not_the_base_beside_it() {
        let text = r#"{"scenario": "option", "base": "base", "worlds": ["w"], "seed": 3, "replications": 40,
            "world_texts": {"w": {"title": "W", "purpose": "why"}}, "arms": {"base": {}, "option": {}}}"#;
        let manifest = r#"{"inputs": [{"file": "a.toml"}, {"file": "draws.csv"}]}"#;
        let read = |text: &str| Archive::read(text, manifest).unwrap().policies();
        let found = read(text);
        assert_eq!(found[0].posterior, Some("draws.csv".into()));
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].arm.as_str(), found[0].resolved.as_str(), found[0].seed),
            ("option", "resolved.toml", 3)
        );
        let alone = text.replace(r#""base": {}, "option": {}"#, r#""base": {}"#);
        assert_eq!(read(&alone)[0].arm, "base");
        let three = text.replace(r#""option": {}"#, r#""option": {}, "third": {}"#);
        let files: Vec<_> = read(&three).into_iter().map(|one| one.resolved).collect();
        assert_eq!(files, ["resolved.toml", "resolved-third.toml"]);
        assert!(Archive::read("{}", manifest).is_none() && Archive::read(text, "no").is_none());
    }
}
