//! The commands and options, and what a parsed line orders.

use std::ffi::OsString;
use std::path::PathBuf;
use std::thread;

use clap::builder::{PossibleValuesParser, Str, StyledStr, Styles};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use clap_complete::Shell;

use super::exit::Exit;
use super::question::{self, Ask};
use super::running::{self, MergeOrder, RunOrder};
use super::score::ScoreOrder;
use super::{learning, number};
use crate::engine::RunPlan;
use crate::random::Seed;
use crate::report::answer::ANSWERS;
use crate::report::wording::{Language, Wording};

/// Replications when `--replications` is not given.
pub(super) const REPLICATIONS: u64 = 10_000;
/// Most replications of one run: what stays well within the memory of an ordinary machine.
pub(super) const REPLICATIONS_MOST: u64 = 200_000;
/// Most threads; more would only cost memory.
const THREADS_MOST: u64 = 1_024;

/// The files and settings that make an experiment.
#[derive(Clone, Debug, Default)]
pub(super) struct Inputs {
    /// Scenario files, at least one.
    pub(super) scenarios: Vec<PathBuf>,
    /// World files; none means those that the base names.
    pub(super) worlds: Vec<PathBuf>,
    /// `KEY=VALUE` settings in the order given.
    pub(super) settings: Vec<String>,
    /// A file of weighted draws of `sim calibrate`.
    pub(super) posterior: Option<PathBuf>,
}

/// What to simulate and how, and where what follows from it goes.
#[derive(Clone, Debug)]
pub(super) struct SimulationOrder {
    pub(super) inputs: Inputs,
    pub(super) replications: usize,
    pub(super) seed: u64,
    pub(super) threads: usize,
    pub(super) out: PathBuf,
    pub(super) quiet: bool,
}

impl SimulationOrder {
    /// How so many replications are played.
    pub(super) const fn plan(&self, replications: usize) -> RunPlan {
        RunPlan { seed: Seed(self.seed), replications, threads: self.threads }
    }
}

/// What a line orders.
#[derive(Debug)]
pub(super) enum Order {
    /// Simulate.
    Run(RunOrder),
    /// Bring the parts of a run together.
    Merge(MergeOrder),
    /// Answer a question.
    Ask(Ask),
    /// Hold earlier forecasts against registrations.
    Score(ScoreOrder),
    /// Validate only.
    Check(Inputs),
    /// Print the resolved scenario.
    Show(Inputs),
    /// Print the completions of a shell.
    Completions(Shell),
    /// Print the manual page of the program or of one command.
    Man(Option<String>),
    /// Print a JSON Schema.
    Schema(Subject),
}

/// The names of what has a JSON Schema.
fn subjects() -> Vec<&'static str> {
    ["scenario", "summary", "registration"].into_iter().chain(ANSWERS).collect()
}

/// What a JSON Schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// Scenario and world files.
    Scenario,
    /// `summary.json`.
    Summary,
    /// Files of registrations.
    Registration,
    /// The answer to a question, by the name of its command.
    Answer(&'static str),
}

/// The names of the commands.
pub(super) fn names() -> Vec<String> {
    let rest = ["merge", "check", "show", "completions", "man", "schema"];
    ["run"].into_iter().chain(ANSWERS).chain(rest).map(str::to_owned).collect()
}

/// The whole command line, in the language of the user.
pub(super) fn command(wording: &Wording) -> Command {
    let told = |exit: &Exit| format!("  {}  {}", exit.code(), wording.text(meaning(*exit)));
    let codes = Exit::ALL.iter().map(told).collect::<Vec<_>>().join("\n");
    let after = format!(
        "{}\n{}\n\n{}\n{}",
        wording.text("help-examples"),
        wording.text("help-root-examples"),
        wording.text("help-exit-codes"),
        codes
    );
    let root = dress(Command::new("sim"), wording, "help-root-usage", after)
        .about(wording.text("help-root-about"))
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_help_heading(wording.text("help-commands"))
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .subcommand_required(true)
        .arg(version(wording));
    root.subcommand(running::run(wording)).subcommands(question::commands(wording)).subcommands([
        running::merge(wording),
        check(wording),
        show(wording),
        completions(wording),
        man(wording),
        schema(wording),
    ])
}

const fn meaning(exit: Exit) -> &'static str {
    match exit {
        Exit::Done => "exit-done",
        Exit::InternalFault => "exit-internal-fault",
        Exit::Usage => "exit-usage",
        Exit::ScenarioRefused => "exit-scenario-refused",
        Exit::RunFailed => "exit-run-failed",
        Exit::OutputNotWritten => "exit-output-not-written",
        Exit::PrecisionMissed => "exit-precision-missed",
        Exit::CheckFailed => "exit-check-failed",
    }
}

/// What all commands share: the layout of their help, `--help` and `--lang`.
fn dress(command: Command, wording: &Wording, usage: &str, after: String) -> Command {
    let heading = Styles::styled().get_header().to_owned();
    let template = format!(
        "{{about-with-newline}}\n{}{}{} {{usage}}\n\n{{all-args}}{{after-help}}",
        heading.render(),
        wording.text("help-usage"),
        heading.render_reset()
    );
    command
        .help_template(StyledStr::from(template))
        .override_usage(wording.text(usage))
        .after_help(after)
        .max_term_width(100)
        .disable_help_flag(true)
        .next_help_heading(wording.text("help-heading-options"))
        .arg(lang(wording))
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(wording.text("help-option-help"))
                .display_order(999),
        )
}

/// A command with its help.
pub(super) fn plain(
    name: &'static str,
    wording: &Wording,
    about: &str,
    usage: &str,
    examples: &str,
) -> Command {
    let after = format!("{}\n{}", wording.text("help-examples"), wording.text(examples));
    dress(Command::new(name), wording, usage, after).about(wording.text(about))
}

/// What everything that simulates takes.
pub(super) fn chances(wording: &Wording, replications: u64) -> [Arg; 5] {
    let count = number::replications_help(wording, replications, (1, REPLICATIONS_MOST));
    let [threads, out, quiet] = manners(wording);
    [
        whole("replications", 1, REPLICATIONS_MOST).help(count),
        whole("seed", 0, u64::MAX).help(wording.text("help-option-seed")),
        threads,
        out,
        quiet,
    ]
}

/// How anything is done that takes its time and leaves files.
pub(super) fn manners(wording: &Wording) -> [Arg; 3] {
    let out = Arg::new("out")
        .long("out")
        .value_name(wording.text("help-value-folder"))
        .value_hint(ValueHint::DirPath)
        .value_parser(value_parser!(PathBuf))
        .help(wording.text("help-option-out"));
    [
        whole("threads", 1, THREADS_MOST).help(wording.text("help-option-threads")),
        out,
        flag("quiet").help(wording.text("help-option-quiet")),
    ]
}

fn check(wording: &Wording) -> Command {
    plain("check", wording, "help-check-about", "help-check-usage", "help-check-examples")
        .args(inputs(wording, true))
        .arg(posterior(wording))
}

fn show(wording: &Wording) -> Command {
    plain("show", wording, "help-show-about", "help-show-usage", "help-show-examples")
        .args(inputs(wording, false))
}

fn completions(wording: &Wording) -> Command {
    let about = ("help-completions-about", "help-completions-usage", "help-completions-examples");
    plain("completions", wording, about.0, about.1, about.2).arg(
        Arg::new("shell")
            .value_name("SHELL")
            .value_parser(value_parser!(Shell))
            .hide_possible_values(true)
            .required(true)
            .help_heading(wording.text("help-arguments"))
            .help(wording.text("help-argument-shell")),
    )
}

fn man(wording: &Wording) -> Command {
    plain("man", wording, "help-man-about", "help-man-usage", "help-man-examples").arg(
        Arg::new("command")
            .value_name(wording.text("help-value-command"))
            .value_parser(PossibleValuesParser::new(names().into_iter().map(Str::from)))
            .hide_possible_values(true)
            .help_heading(wording.text("help-arguments"))
            .help(wording.text("help-argument-man")),
    )
}

fn schema(wording: &Wording) -> Command {
    plain("schema", wording, "help-schema-about", "help-schema-usage", "help-schema-examples").arg(
        Arg::new("of")
            .value_name(wording.text("help-value-name"))
            .value_parser(PossibleValuesParser::new(subjects()))
            .hide_possible_values(true)
            .help_heading(wording.text("help-arguments"))
            .help(wording.fill("help-argument-schema", &[("names", subjects().join(", ").into())])),
    )
}

/// The files and settings that a command takes.
pub(super) fn inputs(wording: &Wording, several: bool) -> [Arg; 3] {
    let scenarios = Arg::new("scenario")
        .value_name("SCENARIO")
        .value_hint(ValueHint::FilePath)
        .value_parser(value_parser!(PathBuf))
        .required(true)
        .help_heading(wording.text("help-arguments"));
    let scenarios = if several {
        scenarios.num_args(1..).help(wording.text("help-argument-scenarios"))
    } else {
        scenarios.help(wording.text("help-argument-scenario"))
    };
    let worlds = Arg::new("world")
        .long("world")
        .value_name(wording.text("help-value-file"))
        .value_hint(ValueHint::FilePath)
        .value_parser(value_parser!(PathBuf))
        .action(ArgAction::Append)
        .help(wording.text("help-option-world"));
    let settings = Arg::new("set")
        .long("set")
        .value_name(wording.text("help-value-setting"))
        .action(ArgAction::Append)
        .allow_hyphen_values(true)
        .help(wording.text("help-option-set"));
    [scenarios, worlds, settings]
}

/// What is read with what a calibration learnt.
pub(super) fn posterior(wording: &Wording) -> Arg {
    Arg::new("posterior")
        .long("posterior")
        .value_name(wording.text("help-value-file"))
        .value_hint(ValueHint::FilePath)
        .value_parser(value_parser!(PathBuf))
        .help(wording.text("help-option-posterior"))
}

pub(super) fn whole(name: &'static str, low: u64, high: u64) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("N")
        .allow_negative_numbers(true)
        .value_parser(move |text: &str| number::whole(text, low, high))
}

pub(super) fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

fn lang(wording: &Wording) -> Arg {
    Arg::new("lang")
        .long("lang")
        .value_name("nl|en")
        .value_parser(PossibleValuesParser::new(Language::ALL.map(Language::code)))
        .hide_possible_values(true)
        .help(wording.text("help-option-lang"))
        .display_order(998)
}

fn version(wording: &Wording) -> Arg {
    Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help(wording.text("help-option-version"))
        .display_order(1000)
}

/// Parses words that are put in full.
pub(super) fn parse(words: Vec<OsString>, command: Command) -> Result<Order, clap::Error> {
    let named = std::iter::once(OsString::from("sim")).chain(words);
    let matches = command.try_get_matches_from(named)?;
    Ok(match matches.subcommand() {
        Some(("run", run)) => Order::Run(running::run_order(run)),
        Some(("score", asked)) => Order::Score(learning::score_order(asked)),
        Some((name, asked)) if ANSWERS.contains(&name) => Order::Ask(question::read(name, asked)),
        Some(("merge", merge)) => Order::Merge(running::merge_order(merge)),
        Some(("check", check)) => Order::Check(chosen(check)),
        Some(("show", show)) => Order::Show(chosen(show)),
        Some(("completions", given)) => {
            Order::Completions(given.get_one("shell").copied().unwrap_or(Shell::Bash))
        }
        Some(("man", given)) => Order::Man(given.get_one("command").cloned()),
        given => {
            let of = given.and_then(|(_, given)| given.get_one::<String>("of"));
            let answer = ANSWERS.into_iter().find(|name| of.is_some_and(|of| of == name));
            Order::Schema(match answer {
                Some(name) => Subject::Answer(name),
                None if of.is_some_and(|of| of == "summary") => Subject::Summary,
                None if of.is_some_and(|of| of == "registration") => Subject::Registration,
                None => Subject::Scenario,
            })
        }
    })
}

/// How something is simulated, with this many replications unless told otherwise.
pub(super) fn simulation_order(given: &ArgMatches, replications: u64) -> SimulationOrder {
    let number = |name: &str| given.get_one::<u64>(name).copied();
    // The ranges above keep both numbers far within a machine word.
    let fitting = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    SimulationOrder {
        inputs: chosen(given),
        replications: fitting(number("replications").unwrap_or(replications)),
        seed: number("seed").unwrap_or(1),
        threads: threads(given),
        out: out(given),
        quiet: given.get_flag("quiet"),
    }
}

/// The number of threads: more than the computer has would only cost memory.
pub(super) fn threads(given: &ArgMatches) -> usize {
    let wanted = given.get_one::<u64>("threads").and_then(|wanted| usize::try_from(*wanted).ok());
    wanted.unwrap_or_else(all_threads).min(all_threads())
}

/// The folder in which the results come.
pub(super) fn out(given: &ArgMatches) -> PathBuf {
    given.get_one("out").cloned().unwrap_or_else(|| PathBuf::from("results"))
}

fn all_threads() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

fn chosen(given: &ArgMatches) -> Inputs {
    let paths = |name| given.get_many::<PathBuf>(name).into_iter().flatten().cloned().collect();
    Inputs {
        scenarios: paths("scenario"),
        worlds: paths("world"),
        settings: given.get_many::<String>("set").into_iter().flatten().cloned().collect(),
        posterior: given.try_get_one("posterior").ok().flatten().cloned(),
    }
}
