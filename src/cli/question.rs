//! The questions behind a forecast: their commands, and what a parsed line asks.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::args::{self, SimulationOrder};
use super::{learning, number};
use crate::report::Topic;
use crate::report::wording::Wording;

/// What is asked.
#[derive(Clone, Debug)]
pub(super) enum Question {
    /// Which of several scenarios is best, and why two of them differ.
    Compare {
        /// The two scenarios whose difference is explained, by name; empty for the first two.
        explain: Vec<String>,
    },
    /// The value at which a scenario pays back as often as asked.
    BreakEven {
        /// One key, or two for a map.
        keys: Vec<String>,
        /// Where to look, per key.
        ranges: Vec<(f64, f64)>,
        /// How often it must pay back.
        probability: f64,
    },
    /// The best use of a budget.
    Budget,
    /// What moves the answer most.
    Sensitivity,
    /// What it is worth to know more.
    Value {
        /// Numbers of closures that may be followed.
        closures: Vec<usize>,
        /// What an extra positive closure counts for, EUR.
        worth: f64,
    },
    /// When real data will tell.
    Monitor {
        /// Numbers of closures for which a rule is given.
        closures: Vec<usize>,
        /// The chance at which a conclusion is drawn.
        bound: f64,
    },
    /// Whether the model holds on it.
    Verify,
    /// What it comes to in all municipalities of a made-up region.
    Region {
        /// How many there are.
        municipalities: usize,
        /// Whether results of other input are replaced.
        force: bool,
        /// Which of how many parts is worked out, counted from 1; all of it when nothing is said.
        shard: Option<(usize, usize)>,
    },
    /// What the registration teaches.
    Calibrate {
        /// The folder of a ledger; without one the scenario's own registration.
        ledger: Option<PathBuf>,
    },
    /// What a forecast would have said of what is past.
    Backtest,
}

/// A question with the scenarios that it is about and how they are simulated.
#[derive(Debug)]
pub(super) struct Ask {
    /// Its command.
    pub(super) name: &'static str,
    /// What is asked.
    pub(super) question: Question,
    /// How it is simulated.
    pub(super) order: SimulationOrder,
}

/// Replications of a comparison unless told otherwise: what answers within seconds.
const COMPARE: u64 = 2_000;
/// The same for a break-even value.
const BREAK_EVEN: u64 = 1_000;
/// The same for the last round of the search for the best use of a budget.
const BUDGET: u64 = 2_000;

/// How often it must pay back unless told otherwise.
const PROBABILITY: f64 = 0.5;
/// The key whose break-even value is sought when none is named.
const AVOIDANCE: &str = "maatwerk.avoidance_share";

/// A question as it is asked when nothing more is said, and the replications that it then takes.
pub(super) fn usual(of: Topic) -> (Question, u64) {
    match of {
        Topic::Compare => (Question::Compare { explain: Vec::new() }, COMPARE),
        Topic::BreakEven => {
            let keys = vec![AVOIDANCE.to_owned()];
            (Question::BreakEven { keys, ranges: Vec::new(), probability: PROBABILITY }, BREAK_EVEN)
        }
        Topic::Budget => (Question::Budget, BUDGET),
        Topic::Verify => (Question::Verify, learning::VERIFY),
        Topic::Sensitivity => (Question::Sensitivity, learning::SENSITIVITY),
        Topic::Value => {
            (Question::Value { closures: learning::CLOSURES.to_vec(), worth: 0.0 }, learning::VALUE)
        }
        Topic::Monitor => {
            let closures = learning::CLOSURES.to_vec();
            (Question::Monitor { closures, bound: learning::BOUND }, learning::MONITOR)
        }
    }
}

/// The commands.
pub(super) fn commands(wording: &Wording) -> Vec<Command> {
    let mut all = vec![compare(wording), break_even(wording), budget(wording)];
    all.extend(learning::commands(wording));
    all
}

fn compare(wording: &Wording) -> Command {
    args::plain("compare", wording, "help-compare-about", "help-compare-usage", "help-compare-examples")
        .args(args::inputs(wording, true))
        .args(args::chances(wording, COMPARE))
        .arg(args::posterior(wording))
        .arg(
            Arg::new("explain")
                .long("explain")
                .value_name(wording.text("help-value-name"))
                .action(ArgAction::Append)
                .help(wording.text("help-option-explain")),
        )
}

fn break_even(wording: &Wording) -> Command {
    let repeated = |name: &'static str| Arg::new(name).long(name).action(ArgAction::Append);
    let about = ("help-break-even-about", "help-break-even-usage", "help-break-even-examples");
    args::plain("break-even", wording, about.0, about.1, about.2)
        .args(args::inputs(wording, false))
        .args(args::chances(wording, BREAK_EVEN))
        .arg(args::posterior(wording))
        .arg(repeated("key").value_name(wording.text("help-value-key")).help(wording.text("help-option-key")))
        .arg(
            repeated("range")
                .value_name(wording.text("help-value-range"))
                .allow_hyphen_values(true)
                .value_parser(number::range)
                .help(wording.text("help-option-range")),
        )
        .arg(
            Arg::new("probability")
                .long("probability")
                .value_name("P")
                .allow_hyphen_values(true)
                .value_parser(number::chance)
                .help(wording.text("help-option-probability")),
        )
}

fn budget(wording: &Wording) -> Command {
    args::plain("budget", wording, "help-budget-about", "help-budget-usage", "help-budget-examples")
        .args(args::inputs(wording, false))
        .args(args::chances(wording, BUDGET))
        .arg(args::posterior(wording))
}

/// What a parsed line asks.
pub(super) fn read(name: &str, given: &ArgMatches) -> Ask {
    if let Some(ask) = learning::read(name, given) {
        return ask;
    }
    if name == "compare" {
        let explain = given.get_many("explain").into_iter().flatten().cloned().collect();
        let order = args::simulation_order(given, COMPARE);
        return Ask { name: "compare", question: Question::Compare { explain }, order };
    }
    if name == "budget" {
        return Ask {
            name: "budget",
            question: Question::Budget,
            order: args::simulation_order(given, BUDGET),
        };
    }
    let keys: Vec<String> = given.get_many("key").into_iter().flatten().cloned().collect();
    let keys = if keys.is_empty() { vec![AVOIDANCE.to_owned()] } else { keys };
    let ranges = given.get_many("range").into_iter().flatten().copied().collect();
    let probability = given.get_one("probability").copied().unwrap_or(PROBABILITY);
    let question = Question::BreakEven { keys, ranges, probability };
    Ask { name: "break-even", question, order: args::simulation_order(given, BREAK_EVEN) }
}
