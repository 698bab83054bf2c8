//! What is wrong with what was typed, in the language of the user.

use std::error::Error as _;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args;
use super::choice::ChoiceFault;
use super::exit::Exit;
use super::failure::Failure;
use super::number::NumberFault;
use crate::report::wording::Wording;

/// Below this likeness a word is no misspelling of another.
const LIKENESS: f64 = 0.75;

/// A fault of the parser, told in the catalogue's words.
pub(super) fn tell(fault: &clap::Error, line: &str, wording: &Wording) -> Failure {
    let arg = context(fault, ContextKind::InvalidArg);
    let value = context(fault, ContextKind::InvalidValue);
    let name = option_name(&arg);
    let told = match fault.kind() {
        ErrorKind::UnknownArgument if arg.starts_with('-') => {
            wording.fill("usage-unknown-option", &[("option", name.into())])
        }
        ErrorKind::UnknownArgument => wording.fill("usage-too-many", &[("word", (&arg).into())]),
        ErrorKind::InvalidValue if value.is_empty() => {
            wording.fill("usage-no-value", &[("option", name.into())])
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            wording.fill("usage-no-value", &[("option", name.into())])
        }
        ErrorKind::InvalidValue => {
            let valid = context(fault, ContextKind::ValidValue);
            let gaps = [("option", name.into()), ("value", (&value).into()), ("valid", valid.into())];
            wording.fill("usage-invalid-value", &gaps)
        }
        ErrorKind::ValueValidation => invalid(fault, name, &value, wording),
        ErrorKind::TooManyValues => {
            wording.fill("usage-flag-with-value", &[("option", name.into()), ("value", (&value).into())])
        }
        ErrorKind::ArgumentConflict => conflict(name, &context(fault, ContextKind::PriorArg), wording),
        ErrorKind::MissingRequiredArgument => wording.fill("usage-missing", &[("argument", name.into())]),
        ErrorKind::InvalidUtf8 => wording.text("usage-not-text"),
        _ => wording.text("usage-other"),
    };
    Failure::new(Exit::Usage, format!("{told}{}\n{}", suggestion(fault, wording), hint(line, wording)))
}

/// An option that stands there twice, or beside one that it does not go with.
fn conflict(name: &str, beside: &str, wording: &Wording) -> String {
    let other = option_name(beside);
    if other.is_empty() || other == name {
        return wording.fill("usage-twice", &[("option", name.into())]);
    }
    wording.fill("usage-conflict", &[("option", name.into()), ("other", other.into())])
}

/// The first word is neither a command nor a file.
pub(super) fn unknown(word: &str, wording: &Wording) -> Failure {
    let told = wording.fill("usage-unknown-command", &[("word", word.into())]);
    let meant = [format!("{word}.toml"), format!("scenarios/{word}.toml")]
        .into_iter()
        .find(|path| Path::new(path).exists())
        .or_else(|| nearest(word, &args::names()));
    let help = match meant {
        Some(meant) => wording.fill("usage-meant", &[("meant", meant.into())]),
        None => wording.fill("usage-commands", &[("commands", args::names().join(", ").into())]),
    };
    Failure::new(Exit::Usage, format!("{told} {help}\n{}", hint("", wording)))
}

/// The likest of some names, if any is like enough.
fn nearest(word: &str, names: &[String]) -> Option<String> {
    let likeness = |name: &String| strsim::jaro_winkler(word, name);
    let best = names.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(best) >= LIKENESS).then(|| best.clone())
}

/// A value that its own reader refused: a choice, or else a number.
fn invalid(fault: &clap::Error, name: &str, value: &str, wording: &Wording) -> String {
    match fault.source().and_then(|source| source.downcast_ref()) {
        Some(ChoiceFault::Unknown { found, valid }) => {
            let gaps = [("option", name.into()), ("value", found.into()), ("valid", valid.into())];
            wording.fill("usage-invalid-value", &gaps)
        }
        Some(ChoiceFault::NotAlone { word }) => {
            wording.fill("usage-not-alone", &[("option", name.into()), ("word", (*word).into())])
        }
        None => invalid_number(fault, name, value, wording),
    }
}

fn invalid_number(fault: &clap::Error, name: &str, value: &str, wording: &Wording) -> String {
    let option = ("option", name.into());
    let value = ("value", value.into());
    match fault.source().and_then(|source| source.downcast_ref()) {
        Some(NumberFault::Grouped { meant }) => {
            wording.fill("usage-number-grouped", &[option, value, ("meant", meant.into())])
        }
        Some(NumberFault::Fraction) => wording.fill("usage-number-fraction", &[option, value]),
        Some(NumberFault::OutOfRange { low, high }) => {
            let range = [("low", low.to_string().into()), ("high", high.to_string().into())];
            let [low, high] = range;
            wording.fill("usage-number-range", &[option, value, low, high])
        }
        Some(NumberFault::NotARange) => wording.fill("usage-not-a-range", &[option, value]),
        Some(NumberFault::NotABound) => wording.fill("usage-not-a-bound", &[option, value]),
        Some(NumberFault::NotAChance) => wording.fill("usage-not-a-chance", &[option, value]),
        Some(NumberFault::NotAnAmount) => wording.fill("usage-not-an-amount", &[option, value]),
        Some(NumberFault::NotAShard) => wording.fill("usage-not-a-shard", &[option, value]),
        Some(NumberFault::NotANumber) | None => wording.fill("usage-not-a-number", &[option, value]),
    }
}

fn suggestion(fault: &clap::Error, wording: &Wording) -> String {
    [ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .map(|kind| context(fault, kind))
        .find(|meant| !meant.is_empty())
        .map(|meant| format!(" {}", wording.fill("usage-meant", &[("meant", meant.into())])))
        .unwrap_or_default()
}

fn hint(command: &str, wording: &Wording) -> String {
    let help = if command.is_empty() { "sim --help".to_owned() } else { format!("sim {command} --help") };
    wording.fill("usage-hint", &[("help", help.into())])
}

/// `--seed` of `--seed <N>`, and `SHELL` of `<SHELL>`.
fn option_name(arg: &str) -> &str {
    arg.split([' ', '=', ',']).next().unwrap_or(arg).trim_matches(['<', '>', '[', ']', '.'])
}

fn context(fault: &clap::Error, kind: ContextKind) -> String {
    match fault.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}
