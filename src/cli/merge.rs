//! `sim merge`: the parts of a run brought together, to the same bytes as one run gives.

use std::fs;
use std::path::{Path, PathBuf};

use super::agenda::Agenda;
use super::choice::With;
use super::exit::Exit;
use super::failure::Failure;
use super::inputs;
use super::long::{Long, Rows};
use super::origin::{Claim, MANIFEST, is_written_as, judge};
use super::parts::Parts;
use super::progress::Progress;
use super::run::{Finish, failed, manifest, reserve};
use super::running::{MergeOrder, RunOrder};
use super::shard::{ORDER, long_draws};
use super::simulate::{Table, Yield};
use super::stop::Stop;
use super::stopwatch::Stopwatch;
use crate::engine::{RunError, Simulation, Stretch};
use crate::parameters::Design;
use crate::random::REPLICATIONS_PER_DRAW;
use crate::report::manifest::Manifest;
use crate::report::part::DigestPart;
use crate::report::shard::Shard;
use crate::report::wording::Wording;
use crate::scenario::{Loaded, load_from};

/// One part as it was found.
struct Found {
    folder: PathBuf,
    sheet: Shard,
    /// Whether its order is to the byte as it was written.
    untouched: bool,
    /// What its manifest says.
    manifest: String,
}

/// Brings parts together and finishes the run.
///
/// # Errors
/// [`Failure`] with everything that is wrong with the parts at once; earlier results are then as they were.
pub(super) fn merge(order: &MergeOrder, wording: &Wording) -> Result<Exit, Failure> {
    let mut watch = Stopwatch::start();
    let (found, mut faults) = find(&order.folders, wording);
    let claims: Vec<Claim<'_>> = found.iter().map(Found::claim).collect();
    let verdict = judge(&claims, wording);
    let fits: Vec<bool> = verdict.faults.iter().map(Option::is_none).collect();
    faults.extend(misfits(&found, verdict.faults, wording));
    let Some(first) = verdict.first.map(|first| &found[first]) else { return Err(refused(faults, wording)) };
    let loaded = load(&first.sheet, wording)?;
    let run = run_order(order, &first.sheet);
    let manifest = manifest(&loaded, &run.simulation, run.simulation.replications);
    if !faults.is_empty() {
        // What is damaged is told at once with what is not there.
        let fitting = found.iter().zip(fits).filter(|(_, fits)| *fits).map(|(part, _)| part);
        let damaged = fitting.filter(|part| !is_whole(part, &manifest, order.exact));
        faults.extend(damaged.map(|part| about(part, "merge-damaged", wording)));
        return Err(refused(faults, wording));
    }
    let stop = Stop::listen();
    let reservation = reserve(&run, &loaded.experiment.name, &manifest, wording)?;
    watch.lap("read");
    let table = Table { order: &run, loaded: &loaded, stop: &stop, wording };
    let whole = if run.simulation.replications > order.exact {
        gather_long(&table, &found, &manifest)
    } else {
        gather_kept(&table, &found, &manifest)
    };
    let whole = whole.map_err(|fault| failed(&fault, wording))?;
    let whole = whole.map_err(|damaged| {
        refused(damaged.into_iter().map(|part| about(part, "merge-damaged", wording)).collect(), wording)
    })?;
    watch.lap("merge");
    let agenda = Agenda::new(&run, &loaded, wording)?;
    let mut finish = Finish { order: &run, loaded: &loaded, agenda, stop: &stop, wording, watch };
    let placed = finish.write(whole, reservation)?;
    finish.show(&placed)
}

/// Every part in the folders, in the order of its number; and what is none.
fn find(folders: &[PathBuf], wording: &Wording) -> (Vec<Found>, Vec<String>) {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for folder in folders {
        let parts = if folder.join(ORDER).is_file() { vec![folder.clone()] } else { below(folder) };
        if parts.is_empty() {
            let gaps = [("folder", folder.display().to_string().into())];
            faults.push(wording.fill("merge-no-part", &gaps));
        }
        for folder in parts {
            match open(&folder) {
                Ok(part) => found.push(part),
                Err(file) => {
                    let gaps = [("folder", folder.display().to_string().into()), ("file", file.into())];
                    faults.push(wording.fill("merge-unreadable", &gaps));
                }
            }
        }
    }
    found.sort_by(|one, other| {
        (one.sheet.of, one.sheet.shard, &one.folder).cmp(&(other.sheet.of, other.sheet.shard, &other.folder))
    });
    (found, faults)
}

/// The folders of parts that stand in a folder.
fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let hidden = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let mut parts: Vec<PathBuf> =
        entries.filter(|path| !hidden(path) && path.join(ORDER).is_file()).collect();
    // A folder lists its own in an order that differs from machine to machine.
    parts.sort();
    parts
}

/// Opens a part; or the name of the file that cannot be read.
fn open(folder: &Path) -> Result<Found, &'static str> {
    let text = |name: &'static str| fs::read_to_string(folder.join(name)).map_err(|_| name);
    let order = text(ORDER)?;
    let sheet = Shard::read(&order).ok_or(ORDER)?;
    let untouched = is_written_as(&order, |to| sheet.write(to));
    Ok(Found { folder: folder.to_path_buf(), sheet, untouched, manifest: text(MANIFEST)? })
}

impl Found {
    /// What it has kept of the run that a manifest is of.
    fn parts(&self, manifest: &Manifest) -> Parts {
        Parts::new(self.folder.clone(), manifest.identity())
    }

    /// What it has kept of a run that is too long to keep; none when that is damaged.
    fn digest(&self, manifest: &Manifest) -> Option<DigestPart<'static>> {
        self.parts(manifest).read_digest(&long_draws(&self.sheet))
    }

    fn claim(&self) -> Claim<'_> {
        let Self { folder, sheet, untouched, manifest } = self;
        Claim { folder, file: ORDER, order: sheet, untouched: *untouched, manifest }
    }
}

/// The scenario as the first part read it.
fn load(sheet: &Shard, wording: &Wording) -> Result<Loaded, Failure> {
    let (request, files) = sheet.source();
    load_from(&request, &files).map_err(|faults| inputs::refused(&faults, wording))
}

/// What does not belong together: parts with a fault of their own, parts that stand there twice, parts that are not there.
fn misfits(found: &[Found], own: Vec<Option<String>>, wording: &Wording) -> Vec<String> {
    let mut faults = Vec::new();
    let of = found.first().map_or(0, |part| part.sheet.of);
    for (part, fault) in found.iter().zip(own) {
        let other_cut = (part.sheet.of != of).then(|| about(part, "merge-other-cut", wording));
        faults.extend(fault.or(other_cut));
    }
    for shard in 1..=of {
        let there = found.iter().filter(|part| part.sheet.shard == shard && part.sheet.of == of).count();
        let gaps = [("shard", shard.into()), ("of", of.into())];
        match there {
            0 => faults.push(wording.fill("merge-missing", &gaps)),
            1 => {}
            _ => faults.push(wording.fill("merge-twice", &gaps)),
        }
    }
    faults
}

/// The whole of a run, or the parts of it that are damaged.
type Gathered<'found> = Result<Yield, Vec<&'found Found>>;

/// Takes over every number of all parts.
fn gather_kept<'found>(
    table: &Table<'_>,
    found: &'found [Found],
    manifest: &Manifest,
) -> Result<Gathered<'found>, RunError> {
    let order = &table.order.simulation;
    let plan = order.plan(order.replications);
    let mut whole = Simulation::new(&table.loaded.experiment, &plan, &Design::default())?;
    let damaged: Vec<&Found> = found.iter().filter(|part| !gather(&mut whole, part, manifest)).collect();
    Ok(if damaged.is_empty() { Ok(Yield::Kept(Box::new(whole.into_outcomes()))) } else { Err(damaged) })
}

/// Adds up what all parts have kept of a run that is too long to keep; the bins of counts come from its first block.
fn gather_long<'found>(
    table: &Table<'_>,
    found: &'found [Found],
    manifest: &Manifest,
) -> Result<Gathered<'found>, RunError> {
    let order = &table.order.simulation;
    let progress = Progress::new(found.len(), true, table.wording);
    let mut whole = Long::begin(*table, (order.replications, 0), &progress)?;
    let (mut files, mut damaged) = (Vec::new(), Vec::new());
    for part in found {
        let handed_in = part.digest(manifest);
        // Behind one that is damaged none follows on; those are looked at and not taken over.
        match handed_in.filter(|digest| !damaged.is_empty() || whole.adopt(digest)) {
            Some(digest) => files.extend(digest.files.iter().map(|(name, _)| part.folder.join(name))),
            None => damaged.push(part),
        }
    }
    let (digest, _) = whole.into_parts();
    let rows = Rows { files, copied: true };
    Ok(if damaged.is_empty() { Ok(Yield::Summarised(Box::new(digest), rows)) } else { Err(damaged) })
}

/// Takes all draws of a part over; returns whether all of them were there and whole.
fn gather(whole: &mut Simulation<'_>, part: &Found, manifest: &Manifest) -> bool {
    every_stretch(part, manifest, whole.draws(), |stretch| whole.adopt(stretch))
}

/// Whether a part by itself is what was written.
fn is_whole(part: &Found, manifest: &Manifest, exact: usize) -> bool {
    if part.sheet.replications > exact {
        return part.digest(manifest).is_some();
    }
    every_stretch(part, manifest, part.sheet.replications.div_ceil(REPLICATIONS_PER_DRAW), |_| true)
}

/// Hands over the stretches of a part of a run of so many draws, as long as each is taken; returns whether they were all of its draws.
fn every_stretch(
    part: &Found,
    manifest: &Manifest,
    draws: usize,
    mut take: impl FnMut(&Stretch<'_>) -> bool,
) -> bool {
    let parts = part.parts(manifest);
    let wanted = part.sheet.draws(draws);
    let mut next = wanted.start;
    for draws in parts.list() {
        let fits = draws.start == next && draws.end <= wanted.end;
        match parts.read(&draws).filter(|_| fits) {
            Some(stretch) if take(&stretch) => next = draws.end,
            _ => return false,
        }
    }
    next == wanted.end
}

fn about(part: &Found, id: &str, wording: &Wording) -> String {
    let gaps = [
        ("folder", part.folder.display().to_string().into()),
        ("shard", part.sheet.shard.into()),
        ("of", part.sheet.of.into()),
    ];
    wording.fill(id, &gaps)
}

/// All faults at once.
fn refused(faults: Vec<String>, wording: &Wording) -> Failure {
    let list: Vec<String> = faults.into_iter().map(|fault| format!("  - {fault}")).collect();
    let told = format!("{}\n{}", wording.text("merge-refused"), list.join("\n"));
    Failure::new(Exit::RunFailed, told)
}

/// The run as it would have been ordered in one go.
fn run_order(order: &MergeOrder, sheet: &Shard) -> RunOrder {
    RunOrder {
        simulation: order.simulation(sheet),
        products: order.products.clone(),
        with: With::default(),
        resume: false,
        checkpoint: None,
        precision: None,
        exact: order.exact,
        // The files may stand on another machine, and some questions read them again.
        shard: None,
    }
}
