//! The commands that make results: `run`, and `merge` for a run that was played in parts.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};

use super::args::{self, Inputs, REPLICATIONS, SimulationOrder};
use super::choice::{self, With};
use super::number;
use crate::report::Report;
use crate::report::shard::Shard;
use crate::report::wording::Wording;

/// Longest time between two checkpoints that can be asked for: a day.
const CHECKPOINT_MOST: u64 = 86_400;

/// Most replications of a run: as many draws as their numbers can tell apart, many times over.
pub(super) const RUN_MOST: u64 = 100_000_000;
/// Up to so many replications every one is kept until the figures are known: some 350 MB of the default run. Beyond, blocks
/// are summarised and dropped.
const KEPT_MOST: u64 = 20_480;

/// A run with its reports.
#[derive(Debug)]
pub(super) struct RunOrder {
    pub(super) simulation: SimulationOrder,
    pub(super) products: Products,
    /// The questions that are answered along.
    pub(super) with: With,
    /// Whether it goes on from what an earlier try has kept.
    pub(super) resume: bool,
    /// How often it keeps what it has; only long runs do, and in their own time, when nothing is said.
    pub(super) checkpoint: Option<Duration>,
    /// The standard error, EUR, at which it may end.
    pub(super) precision: Option<f64>,
    /// Which of how many parts it plays, counted from 1; all of it when nothing is said.
    pub(super) shard: Option<(usize, usize)>,
    /// Up to so many replications every one is kept.
    pub(super) exact: usize,
}

/// Parts of a run brought together.
#[derive(Debug)]
pub(super) struct MergeOrder {
    /// Folders of parts, or folders in which those stand.
    pub(super) folders: Vec<PathBuf>,
    pub(super) out: PathBuf,
    pub(super) threads: usize,
    pub(super) quiet: bool,
    pub(super) products: Products,
    /// The options by which reports were asked for; where there are none they cannot be had.
    pub(super) report_options: Vec<&'static str>,
    /// Up to so many replications every one was kept.
    pub(super) exact: usize,
}

impl MergeOrder {
    /// What the parts were cut from, as it would have been ordered in one go.
    pub(super) fn simulation(&self, sheet: &Shard) -> SimulationOrder {
        SimulationOrder {
            inputs: Inputs {
                scenarios: sheet.scenarios.clone(),
                worlds: sheet.worlds.clone(),
                settings: sheet.settings.clone(),
                posterior: sheet.posterior.clone(),
            },
            replications: sheet.replications,
            seed: sheet.seed,
            threads: self.threads,
            out: self.out.clone(),
            quiet: self.quiet,
        }
    }
}

/// What is written of a run.
#[derive(Clone, Debug)]
pub(super) struct Products {
    /// Whether results of other input are replaced.
    pub(super) force: bool,
    /// The reports for people.
    pub(super) reports: Vec<Report>,
    /// Whether the bands are also written for Dutch spreadsheets.
    pub(super) dutch_csv: bool,
}

/// `sim run`.
pub(super) fn run(wording: &Wording) -> Command {
    args::plain("run", wording, "help-run-about", "help-run-usage", "help-run-examples")
        .args(args::inputs(wording, true))
        .args(args::chances(wording, REPLICATIONS))
        .mut_arg("replications", |arg| {
            arg.value_parser(|text: &str| number::whole(text, 1, RUN_MOST)).help(number::replications_help(
                wording,
                REPLICATIONS,
                (1, RUN_MOST),
            ))
        })
        .arg(args::posterior(wording))
        .args(products(wording))
        .arg(
            Arg::new("with")
                .long("with")
                .value_name("monitor,value,...|all")
                .value_parser(choice::with)
                .help(wording.text("help-option-with")),
        )
        .arg(
            Arg::new("precision-eur")
                .long("precision-eur")
                .value_name("EUR")
                .allow_hyphen_values(true)
                .value_parser(number::euros)
                .help(wording.text("help-option-precision")),
        )
        .arg(args::flag("resume").help(wording.text("help-option-resume")))
        .arg(
            args::whole("checkpoint", 0, CHECKPOINT_MOST)
                .value_name(wording.text("help-value-seconds"))
                .help(wording.text("help-option-checkpoint")),
        )
        .arg(
            Arg::new("shard")
                .long("shard")
                .value_name("K/N")
                .value_parser(number::shard)
                .conflicts_with_all(["precision-eur", "resume", "checkpoint", "with"])
                .help(wording.text("help-option-shard")),
        )
}

/// `sim merge`.
pub(super) fn merge(wording: &Wording) -> Command {
    args::plain("merge", wording, "help-merge-about", "help-merge-usage", "help-merge-examples")
        .arg(
            Arg::new("parts")
                .value_name(wording.text("help-value-folder"))
                .value_hint(ValueHint::DirPath)
                .value_parser(value_parser!(PathBuf))
                .num_args(1..)
                .required(true)
                .help_heading(wording.text("help-arguments"))
                .help(wording.text("help-argument-parts")),
        )
        .args(args::manners(wording))
        .args(products(wording))
}

/// The commands as they are typed in tests, where a small run can be one that is too long to keep.
///
/// Completions and manuals are made without: a shell would offer a hidden option.
pub(super) fn with_kept(command: Command) -> Command {
    let kept = || args::whole("kept-replications", 1, KEPT_MOST).hide(true);
    command.mut_subcommand("run", |run| run.arg(kept())).mut_subcommand("merge", |merge| merge.arg(kept()))
}

fn kept_most(given: &ArgMatches) -> usize {
    let given = given.try_get_one::<u64>("kept-replications").ok().flatten();
    let most = given.copied().unwrap_or(KEPT_MOST);
    usize::try_from(most).unwrap_or(usize::MAX)
}

fn products(wording: &Wording) -> [Arg; 3] {
    let reports = Arg::new("reports")
        .long("reports")
        .value_name("html,pdf,xlsx|none")
        .value_parser(choice::reports)
        .help(wording.text("help-option-reports"));
    [
        reports,
        args::flag("dutch-csv").help(wording.text("help-option-dutch-csv")),
        args::flag("force").help(wording.text("help-option-force")),
    ]
}

/// What a parsed line orders of `sim run`.
///
/// Where only a precision is asked for, the run may take as many replications as one may have.
pub(super) fn run_order(given: &ArgMatches) -> RunOrder {
    let precision = given.get_one("precision-eur").copied();
    let most = if precision.is_some() { RUN_MOST } else { REPLICATIONS };
    RunOrder {
        simulation: args::simulation_order(given, most),
        products: ordered_products(given),
        with: given.get_one("with").cloned().unwrap_or_default(),
        resume: given.get_flag("resume"),
        checkpoint: given.get_one("checkpoint").copied().map(Duration::from_secs),
        precision,
        shard: given.get_one("shard").copied(),
        exact: kept_most(given),
    }
}

/// What a parsed line orders of `sim merge`.
pub(super) fn merge_order(given: &ArgMatches) -> MergeOrder {
    let reports = given.get_one::<Vec<Report>>("reports").is_some_and(|reports| !reports.is_empty());
    let asked = [(reports, "--reports"), (given.get_flag("dutch-csv"), "--dutch-csv")];
    MergeOrder {
        report_options: asked.into_iter().filter_map(|(asked, option)| asked.then_some(option)).collect(),
        folders: given.get_many("parts").into_iter().flatten().cloned().collect(),
        out: args::out(given),
        threads: args::threads(given),
        quiet: given.get_flag("quiet"),
        products: ordered_products(given),
        exact: kept_most(given),
    }
}

fn ordered_products(given: &ArgMatches) -> Products {
    Products {
        force: given.get_flag("force"),
        reports: given.get_one("reports").cloned().unwrap_or_else(|| Report::ALL.to_vec()),
        dutch_csv: given.get_flag("dutch-csv"),
    }
}
