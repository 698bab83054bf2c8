//! The commands about what is not known: what matters, what it is worth to know, when data will tell, whether the model
//! holds.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use super::args::{self, Inputs, SimulationOrder};
use super::question::{Ask, Question};
use super::score::ScoreOrder;
use super::{number, verify};
use crate::report::wording::Wording;

/// Replications of the plain run behind a sensitivity: what answers within seconds.
pub(super) const SENSITIVITY: u64 = 6_000;
/// The same for the value of information.
pub(super) const VALUE: u64 = 4_000;
/// The same for the monitor.
pub(super) const MONITOR: u64 = 3_000;
/// The same for the checks of the model.
pub(super) const VERIFY: u64 = 1_200;
/// The same for what the registration teaches, and for a forecast of what is past: only few look like what happened.
const LEARN: u64 = 120_000;
/// Replications of an archived run in which it is seen who comes.
const SCORE: u64 = 2_000;
/// The same for each municipality of a region.
const REGION: u64 = 500;
/// Municipalities of a region when none are named: as many as the Netherlands have.
const MUNICIPALITIES: u64 = 342;
/// Fewest and most municipalities of a region.
pub(super) const MUNICIPALITIES_BOUNDS: (u64, u64) = (2, 5_000);
/// The scenario that is checked when none is named.
const CHECKED: &str = "scenarios/third-provider.toml";
/// The scenario that is learnt from when none is named.
const LEARNT_FROM: &str = "scenarios/pilot-forward.toml";
/// The same when a ledger is learnt from.
const REGISTERED: &str = "scenarios/baseline.toml";
/// Closures that may be followed, when none are named.
pub(super) const CLOSURES: [usize; 4] = [25, 50, 100, 200];
/// Most closures that can be followed: some years of them.
const CLOSURES_MOST: u64 = 1_000;
/// Most that an extra positive closure can count for, EUR.
const WORTH_MOST: u64 = 1_000_000;
/// The chance at which a conclusion is drawn.
pub(super) const BOUND: f64 = 0.9;

/// The commands.
pub(super) fn commands(wording: &Wording) -> [Command; 8] {
    let calibrate = [
        "help-argument-calibrate",
        "help-calibrate-about",
        "help-calibrate-usage",
        "help-calibrate-examples",
    ];
    let backtest =
        ["help-argument-backtest", "help-backtest-about", "help-backtest-usage", "help-backtest-examples"];
    [
        sensitivity(wording),
        value(wording),
        monitor(wording),
        verify(wording),
        score(wording),
        region(wording),
        learn("calibrate", wording, calibrate).arg(ledger(wording)).arg(args::posterior(wording)),
        learn("backtest", wording, backtest),
    ]
}

fn learn(name: &'static str, wording: &Wording, texts: [&str; 4]) -> Command {
    let [argument, about, usage, examples] = texts;
    let [scenario, world, set] = args::inputs(wording, false);
    let scenario = scenario.required(false);
    args::plain(name, wording, about, usage, examples)
        .args([scenario.help(wording.text(argument)), world, set])
        .args(args::chances(wording, LEARN))
}

fn verify(wording: &Wording) -> Command {
    let [scenario, world, set] = args::inputs(wording, false);
    let scenario = scenario.required(false).default_value(CHECKED).hide_default_value(true);
    args::plain("verify", wording, "help-verify-about", "help-verify-usage", "help-verify-examples")
        .args([scenario.help(wording.text("help-argument-verify")), world, set])
        .args(args::chances(wording, VERIFY))
        .mut_arg("replications", |arg| {
            let (least, most) = (verify::LEAST as u64, args::REPLICATIONS_MOST);
            arg.value_parser(move |text: &str| number::whole(text, least, most))
                .help(number::replications_help(wording, VERIFY, (least, most)))
        })
}

/// The folder of a ledger.
fn ledger(wording: &Wording) -> Arg {
    Arg::new("ledger")
        .long("ledger")
        .value_hint(ValueHint::DirPath)
        .value_parser(value_parser!(PathBuf))
        .value_name(wording.text("help-value-folder"))
        .help(wording.text("help-option-ledger"))
}

fn score(wording: &Wording) -> Command {
    let folder = |name: &'static str| {
        Arg::new(name).value_hint(ValueHint::DirPath).value_parser(value_parser!(PathBuf))
    };
    let [replications, _, threads, _, quiet] = args::chances(wording, SCORE);
    args::plain("score", wording, "help-score-about", "help-score-usage", "help-score-examples")
        .arg(
            folder("results")
                .value_name(wording.text("help-value-folder"))
                .help_heading(wording.text("help-arguments"))
                .help(wording.text("help-argument-score")),
        )
        .arg(ledger(wording))
        .arg(
            folder("learn")
                .long("learn")
                .value_name("SCENARIO")
                .value_hint(ValueHint::FilePath)
                .help(wording.text("help-option-learn")),
        )
        .args([replications, threads, quiet])
}

/// What is held against what.
pub(super) fn score_order(given: &ArgMatches) -> ScoreOrder {
    let folder =
        |name: &str, usual: &str| given.get_one(name).cloned().unwrap_or_else(|| PathBuf::from(usual));
    let (results, ledger) = (folder("results", "results"), folder("ledger", "registratie"));
    let (threads, quiet) = (args::threads(given), given.get_flag("quiet"));
    let wanted = |usual: u64| {
        let number = given.get_one::<u64>("replications").copied().unwrap_or(usual);
        usize::try_from(number).unwrap_or(usize::MAX)
    };
    let learn = given.get_one::<PathBuf>("learn").map(|scenario| Ask {
        name: "calibrate",
        question: Question::Calibrate { ledger: Some(ledger.clone()) },
        order: SimulationOrder {
            inputs: Inputs { scenarios: vec![scenario.clone()], ..Inputs::default() },
            replications: wanted(LEARN),
            seed: 1,
            threads,
            out: results.clone(),
            quiet,
        },
    });
    ScoreOrder { results, ledger, replications: wanted(SCORE), threads, quiet, learn }
}

fn region(wording: &Wording) -> Command {
    let (least, most) = MUNICIPALITIES_BOUNDS;
    args::plain("region", wording, "help-region-about", "help-region-usage", "help-region-examples")
        .args(args::inputs(wording, false))
        .args(args::chances(wording, REGION))
        .arg(args::whole("municipalities", least, most).help(wording.text("help-option-municipalities")))
        .arg(args::flag("force").help(wording.text("help-option-force")))
        .arg(
            Arg::new("shard")
                .long("shard")
                .value_name("K/N")
                .value_parser(number::shard)
                .help(wording.text("help-option-region-shard")),
        )
}

fn sensitivity(wording: &Wording) -> Command {
    let about = ("help-sensitivity-about", "help-sensitivity-usage", "help-sensitivity-examples");
    args::plain("sensitivity", wording, about.0, about.1, about.2)
        .args(args::inputs(wording, false))
        .args(args::chances(wording, SENSITIVITY))
}

fn value(wording: &Wording) -> Command {
    args::plain("value", wording, "help-value-about", "help-value-usage", "help-value-examples")
        .args(args::inputs(wording, true))
        .args(args::chances(wording, VALUE))
        .arg(args::posterior(wording))
        .arg(closures(wording))
        .arg(
            args::whole("closure-worth", 0, WORTH_MOST)
                .value_name("EUR")
                .help(wording.text("help-option-closure-worth")),
        )
}

fn monitor(wording: &Wording) -> Command {
    args::plain("monitor", wording, "help-monitor-about", "help-monitor-usage", "help-monitor-examples")
        .args(args::inputs(wording, false))
        .args(args::chances(wording, MONITOR))
        .arg(args::posterior(wording))
        .arg(closures(wording))
        .arg(
            Arg::new("bound")
                .long("bound")
                .value_name("P")
                .allow_hyphen_values(true)
                .value_parser(number::bound)
                .help(wording.text("help-option-bound")),
        )
}

fn closures(wording: &Wording) -> Arg {
    args::whole("closures", 1, CLOSURES_MOST)
        .action(ArgAction::Append)
        .help(wording.text("help-option-closures"))
}

/// What a parsed line asks; nothing when the command is another.
pub(super) fn read(name: &str, given: &ArgMatches) -> Option<Ask> {
    let ask = |name, question, replications| {
        Some(Ask { name, question, order: args::simulation_order(given, replications) })
    };
    match name {
        "sensitivity" => ask("sensitivity", Question::Sensitivity, SENSITIVITY),
        "value" => {
            // At most a million, which a float holds exactly.
            let worth = given.get_one::<u64>("closure-worth").map_or(0.0, |worth| *worth as f64);
            ask("value", Question::Value { closures: numbers(given), worth }, VALUE)
        }
        "verify" => ask("verify", Question::Verify, VERIFY),
        "region" => {
            let count = given.get_one::<u64>("municipalities").copied().unwrap_or(MUNICIPALITIES);
            let municipalities = usize::try_from(count).unwrap_or(usize::MAX);
            let (force, shard) = (given.get_flag("force"), given.get_one("shard").copied());
            let question = Question::Region { municipalities, force, shard };
            ask("region", question, REGION)
        }
        "calibrate" => {
            let ledger: Option<PathBuf> = given.get_one("ledger").cloned();
            let usual = if ledger.is_some() { REGISTERED } else { LEARNT_FROM };
            ask("calibrate", Question::Calibrate { ledger }, LEARN).map(|asked| unless_named(asked, usual))
        }
        "backtest" => {
            ask("backtest", Question::Backtest, LEARN).map(|asked| unless_named(asked, LEARNT_FROM))
        }
        "monitor" => {
            let bound = given.get_one("bound").copied().unwrap_or(BOUND);
            ask("monitor", Question::Monitor { closures: numbers(given), bound }, MONITOR)
        }
        _ => None,
    }
}

/// The usual scenario where none is named.
fn unless_named(mut asked: Ask, usual: &str) -> Ask {
    if asked.order.inputs.scenarios.is_empty() {
        asked.order.inputs.scenarios.push(PathBuf::from(usual));
    }
    asked
}

/// The numbers of closures, each once, in rising order.
fn numbers(given: &ArgMatches) -> Vec<usize> {
    let named = given.get_many::<u64>("closures").into_iter().flatten();
    let mut all: Vec<usize> = named.filter_map(|number| usize::try_from(*number).ok()).collect();
    if all.is_empty() {
        all.extend(CLOSURES);
    }
    all.sort_unstable();
    all.dedup();
    all
}
