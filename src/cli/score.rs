//! `sim score`: earlier forecasts held against what was registered.

use std::fs;
use std::path::{Path, PathBuf};

use super::args::Inputs;
use super::exit::Exit;
use super::failure::Failure;
use super::folder::{self, Reservation};
use super::progress::Progress;
use super::question::Ask;
use super::run::{failed, not_written};
use super::stop::Stop;
use super::{answer, inputs, screen};
use crate::analyses::score::{Simulated, score, simulate};
use crate::engine::RunPlan;
use crate::random::Seed;
use crate::report::answer::{self as answers, Answer, Archive, Archived};
use crate::report::wording::Wording;
use crate::scenario::{Ledger, load_ledger};

/// What to hold against what.
#[derive(Debug)]
pub(super) struct ScoreOrder {
    /// The folder of results.
    pub(super) results: PathBuf,
    /// The folder of registrations.
    pub(super) ledger: PathBuf,
    /// Replications in which it is seen who comes.
    pub(super) replications: usize,
    /// Threads.
    pub(super) threads: usize,
    /// Whether nothing is shown.
    pub(super) quiet: bool,
    /// What is learnt from the registrations afterwards.
    pub(super) learn: Option<Ask>,
}

/// Where it is done, and what for.
struct Desk<'a> {
    order: &'a ScoreOrder,
    ledger: &'a Ledger,
    stop: &'a Stop,
    wording: &'a Wording,
}

/// Why a folder is passed over, in a sentence.
struct Skipped(String);

/// Holds every forecast in a folder against the registrations.
///
/// # Errors
/// [`Failure`] for faults of registrations, when stopped, and when there is nothing to judge.
pub(super) fn run(order: &ScoreOrder, wording: &Wording) -> Result<Exit, Failure> {
    let name = order.ledger.display().to_string();
    let ledger =
        load_ledger(&files(&order.ledger), &name).map_err(|faults| inputs::refused(&faults, wording))?;
    let stop = Stop::listen();
    let desk = Desk { order, ledger: &ledger, stop: &stop, wording };
    let mut judged = 0;
    for folder in folders(&order.results) {
        match desk.judge(&folder)? {
            Ok(answer) => {
                judged += 1;
                desk.keep(&folder, &answer)?;
            }
            Err(Skipped(why)) => {
                let gaps = [("folder", folder.display().to_string().into()), ("why", why.into())];
                screen::note(&wording.fill("score-skipped", &gaps));
            }
        }
    }
    if judged == 0 {
        let gaps = [("folder", order.results.display().to_string().into())];
        return Err(Failure::new(Exit::Usage, wording.fill("score-nothing", &gaps)));
    }
    if let Some(learn) = &order.learn {
        return answer::answer(learn, &stop, wording);
    }
    if !order.quiet {
        let id = if ledger.is_example() { "score-next-example" } else { "score-next" };
        let told = format!("{}\n", wording.fill(id, &[("folder", name.into())]));
        screen::present(&told, &order.results, wording)?;
    }
    Ok(Exit::Done)
}

/// The registration files of a folder, in order of name; none when it cannot be read.
pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    listed(folder, |path| path.extension().is_some_and(|ending| ending == "toml") && !path.is_dir())
}

/// The folders of results in a folder.
fn folders(folder: &Path) -> Vec<PathBuf> {
    listed(folder, |path| path.join("manifest.json").is_file() && path.join("summary.json").is_file())
}

fn listed(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| wanted(path) && !hidden(path));
    paths.sort();
    paths
}

fn hidden(path: &Path) -> bool {
    path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'))
}

impl Desk<'_> {
    fn skipped<T>(&self, id: &str) -> Result<T, Skipped> {
        Err(Skipped(self.wording.text(id)))
    }

    /// The score of the forecast in a folder, or why it has none.
    fn judge(&self, folder: &Path) -> Result<Result<Answer, Skipped>, Failure> {
        let text = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
        let Some(archive) = Archive::read(&text("summary.json"), &text("manifest.json")) else {
            return Ok(self.skipped("score-why-unreadable"));
        };
        let policies = archive.policies();
        let carried_out: Vec<&str> = self.carried_out();
        // What was carried out last is what the forecast is about now.
        let policy = carried_out.iter().rev().find_map(|name| policies.iter().find(|one| one.arm == *name));
        let Some(policy) = policy else {
            let arms: Vec<&str> = policies.iter().map(|one| one.arm.as_str()).collect();
            let gaps = [("carried_out", carried_out.join(", ").into()), ("arms", arms.join(", ").into())];
            return Ok(Err(Skipped(self.wording.fill("score-why-not-carried-out", &gaps))));
        };
        let Some(simulated) = self.play_again(folder, policy)? else {
            return Ok(self.skipped("score-why-other"));
        };
        if !archive.recognises(&simulated) {
            return Ok(self.skipped("score-why-other"));
        }
        let pool = rayon::ThreadPoolBuilder::new().num_threads(self.order.threads).build();
        let pool = pool.map_err(|fault| failed(&fault.into(), self.wording))?;
        let Some(found) = pool.install(|| score(&simulated, self.ledger)) else {
            return Ok(self.skipped("score-why-no-quarter"));
        };
        answers::score(&found, self.wording).map(Ok).map_err(|fault| answer::unspoken(&fault))
    }

    /// The policies that were carried out, each once, the last one last.
    fn carried_out(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for one in self.ledger.all() {
            names.retain(|name| *name != one.carried_out);
            names.push(&one.carried_out);
        }
        names
    }

    /// Plays an archived policy once more from the file that holds its every value; nothing when that file has faults now.
    fn play_again(&self, folder: &Path, policy: &Archived) -> Result<Option<Simulated>, Failure> {
        let scenarios = vec![folder.join(&policy.resolved)];
        let (worlds, settings, posterior) = (Vec::new(), Vec::new(), policy.posterior.clone());
        let Ok(loaded) = inputs::read(&Inputs { scenarios, worlds, settings, posterior }) else {
            return Ok(None);
        };
        let mut experiment = loaded.experiment;
        experiment.name.clone_from(&policy.name);
        experiment.arms[0].name.clone_from(&policy.arm);
        experiment.worlds[0] = policy.world.clone();
        let plan = RunPlan {
            seed: Seed(policy.seed),
            replications: policy.replications,
            threads: self.order.threads,
        };
        let sampled = self.order.replications.min(policy.replications);
        let progress = Progress::new(policy.replications + sampled, self.order.quiet, self.wording);
        let simulated =
            simulate(&experiment, &plan, sampled, (&|more| progress.advance(more), self.stop.flag()));
        progress.finish();
        simulated.map(Some).map_err(|fault| failed(&fault, self.wording))
    }

    /// Keeps an answer beside the results and shows it.
    fn keep(&self, folder: &Path, answer: &Answer) -> Result<(), Failure> {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let fault = |fault| not_written(&fault, self.wording);
        let reservation = Reservation::take(&self.order.results, &name).map_err(fault)?;
        reservation.earlier().map_err(fault)?;
        // Made-up registrations never take the place of a score by real ones.
        let question = if self.ledger.is_example() { "score-example" } else { "score" };
        let files = answer.files(question, self.wording);
        folder::keep(&reservation, &files).map_err(fault)?;
        if self.order.quiet {
            return Ok(());
        }
        answer::show(answer, &files, &reservation, self.wording)
    }
}
