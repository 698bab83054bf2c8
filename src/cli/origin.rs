//! Which run the parts belong to, and which of their files are no longer what was written.
//!
//! Every part says it twice: by its order with all texts, from which a manifest follows, and by the manifest that was written with
//! it. Where one says something else, what most of all say is right, and the other is told.

use std::io;
use std::path::Path;

use super::run::differs;
use crate::report::manifest::{Difference, Manifest};
use crate::report::shard::Shard;
use crate::report::wording::Wording;
use crate::scenario::load_from;

/// The file of a part that says what it was made with.
pub(super) const MANIFEST: &str = "manifest.json";

/// What a part says of itself.
pub(super) struct Claim<'f> {
    pub(super) folder: &'f Path,
    /// The name of the file that holds the order.
    pub(super) file: &'static str,
    pub(super) order: &'f Shard,
    /// Whether that file is to the byte what is written of such an order.
    pub(super) untouched: bool,
    /// The text of its manifest.
    pub(super) manifest: &'f str,
}

/// Whether a text is to the byte what a writer writes.
pub(super) fn is_written_as(text: &str, write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> bool {
    let mut written = Vec::new();
    write(&mut written).is_ok() && written == text.as_bytes()
}

/// What the parts come to together.
pub(super) struct Verdict {
    /// The first part whose order is that of the run.
    pub(super) first: Option<usize>,
    /// What is wrong with each part, if anything is.
    pub(super) faults: Vec<Option<String>>,
}

/// Says of all parts whether they belong to the run that most of them say.
pub(super) fn judge(claims: &[Claim<'_>], wording: &Wording) -> Verdict {
    let ordered = manifests(claims);
    let stated: Vec<Option<Manifest>> =
        claims.iter().map(|claim| Manifest::read(claim.manifest).filter(Manifest::is_sound)).collect();
    let said: Vec<&Manifest> = ordered.iter().chain(&stated).flatten().collect();
    let Some((run, clear)) = most_said(&said) else {
        let faults = claims.iter().map(|claim| Some(about(claim, "merge-changed", claim.file, wording)));
        return Verdict { first: None, faults: faults.collect() };
    };
    let of_run =
        |manifest: &Option<Manifest>| manifest.as_ref().is_some_and(|one| one.identity() == run.identity());
    let first = ordered.iter().position(&of_run);
    // Where no order is that of the run, some manifest is.
    let holder = first.or_else(|| stated.iter().position(&of_run));
    let faults = claims.iter().enumerate().map(|(at, claim)| {
        let agree = ordered[at].as_ref().is_some_and(|manifest| manifest.text() == claim.manifest);
        let differences = run.differences(claim.manifest);
        let other_version = differences.iter().any(|one| matches!(one, Difference::Version(..)));
        match (of_run(&ordered[at]), of_run(&stated[at])) {
            (true, _) if agree => {
                (!claim.untouched).then(|| about(claim, "merge-changed", claim.file, wording))
            }
            _ if agree || other_version => {
                let beside = holder.map(|holder| claims[holder].folder).filter(|_| !clear);
                Some(other_run(claim, (&differences, beside), wording))
            }
            _ if !clear => {
                let files = format!("{} / {MANIFEST}", claim.file);
                Some(about(claim, "merge-changed", &files, wording))
            }
            (false, true) => Some(about(claim, "merge-changed", claim.file, wording)),
            (false, false) if stated[at].is_some() => Some(other_run(claim, (&differences, None), wording)),
            _ => Some(about(claim, "merge-changed", MANIFEST, wording)),
        }
    });
    Verdict { first, faults: faults.collect() }
}

/// The manifest that follows from the order of each part; none where its texts make no scenario.
fn manifests(claims: &[Claim<'_>]) -> Vec<Option<Manifest>> {
    let follows = |order: &Shard| {
        let (request, files) = order.source();
        let loaded = load_from(&request, &files).ok()?;
        Some(Manifest::new(&loaded, &order.settings, order.seed, order.replications))
    };
    let mut all: Vec<Option<Manifest>> = Vec::new();
    for claim in claims {
        // Of hundreds of parts nearly all have the order of the one before.
        let alike = all.len().checked_sub(1).filter(|before| {
            let same = Shard { shard: claim.order.shard, ..claims[*before].order.clone() };
            same == *claim.order
        });
        all.push(alike.map_or_else(|| follows(claim.order), |before| all[before].clone()));
    }
    all
}

/// The manifest of the run that is said most often, and whether no other is said as often.
fn most_said<'m>(said: &[&'m Manifest]) -> Option<(&'m Manifest, bool)> {
    let times = |one: &Manifest| said.iter().filter(|other| other.identity() == one.identity()).count();
    // Of several that are said as often, the first.
    let most = said.iter().rev().max_by_key(|one| times(one))?;
    let others = said.iter().filter(|other| other.identity() != most.identity());
    Some((most, others.map(|other| times(other)).max().unwrap_or(0) < times(most)))
}

/// A part of another run than the others, or, where nobody can say which is the other, than the one beside it.
fn other_run(
    claim: &Claim<'_>,
    (differences, beside): (&[Difference], Option<&Path>),
    wording: &Wording,
) -> String {
    let (id, change) = match beside {
        None => ("merge-other-run", "merge-change-of-most"),
        Some(_) => ("merge-two-runs", "merge-change-of-two"),
    };
    let what: Vec<String> =
        differences.iter().map(|difference| differs(difference, change, wording)).collect();
    let beside = beside.map(|beside| ("beside", beside.display().to_string().into()));
    let own = [("folder", claim.folder.display().to_string().into()), ("what", what.join("; ").into())];
    wording.fill(id, &own.into_iter().chain(beside).collect::<Vec<_>>())
}

/// A sentence about a file of a part.
fn about(claim: &Claim<'_>, id: &str, file: &str, wording: &Wording) -> String {
    let gaps = [
        ("folder", claim.folder.display().to_string().into()),
        ("file", file.into()),
        ("shard", claim.order.shard.into()),
        ("of", claim.order.of.into()),
    ];
    wording.fill(id, &gaps)
}
