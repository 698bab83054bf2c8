//! What may be left out or moved at the prompt, put in full before it is parsed.
//!
//! `sim FILE` stands for `sim run FILE`, options may stand before the command, and `sim help run` stands for
//! `sim run --help`.

use std::ffi::OsString;
use std::path::Path;

use crate::report::wording::Language;

/// The options that take the next word as their value.
const WITH_VALUE: [&str; 23] = [
    "--replications",
    "--seed",
    "--threads",
    "--out",
    "--world",
    "--set",
    "--reports",
    "--lang",
    "--explain",
    "--key",
    "--range",
    "--probability",
    "--closures",
    "--closure-worth",
    "--bound",
    "--posterior",
    "--ledger",
    "--learn",
    "--municipalities",
    "--precision-eur",
    "--checkpoint",
    "--shard",
    "--with",
];

/// The language that the words ask for, wherever it stands; Dutch when they ask for none.
///
/// It must be known before parsing, because help and faults of the parser are told in it.
pub(super) fn language(words: &[OsString]) -> Language {
    let mut wanted = Language::default();
    let mut words = words.iter().map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        let code = match word.strip_prefix("--lang") {
            Some("") => words.next().map(std::borrow::Cow::into_owned),
            Some(rest) => rest.strip_prefix('=').map(ToOwned::to_owned),
            None => None,
        };
        if let Some(language) = code.and_then(|code| code.parse().ok()) {
            wanted = language;
        }
    }
    wanted
}

/// What the words come down to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Nothing to do was typed: the short help.
    Nothing,
    /// A command in full, to be parsed.
    Full(Vec<OsString>),
    /// The first word is neither a command nor a file.
    Unknown(String),
}

/// Puts the words in full.
pub(super) fn full(words: Vec<OsString>, commands: &[String]) -> Line {
    let Some(at) = first_positional(&words) else {
        return without_command(words);
    };
    let mut words = words;
    let word = words[at].to_string_lossy().into_owned();
    if at > 0 && words[at - 1] == "--" {
        // Behind a double dash every word is a file, whatever its name.
        words.insert(0, "run".into());
        return Line::Full(words);
    }
    if word == "help" {
        words.remove(at);
        words.push("--help".into());
        return full(words, commands);
    }
    if commands.contains(&word) {
        let command = words.remove(at);
        words.insert(0, command);
        return Line::Full(words);
    }
    let path = Path::new(&words[at]);
    let looks_like_a_file = path.extension().is_some() || path.components().count() > 1;
    if looks_like_a_file || path.exists() {
        words.insert(0, "run".into());
        return Line::Full(words);
    }
    Line::Unknown(word)
}

fn without_command(mut words: Vec<OsString>) -> Line {
    let asks = |word: &OsString| ["--help", "-h", "--version", "-V"].iter().any(|flag| word == *flag);
    if words.iter().any(asks) {
        return Line::Full(words);
    }
    let only_language =
        words.iter().all(|word| word.to_string_lossy().starts_with("--lang") || !is_option(word));
    if only_language && valid_language(&words) {
        return Line::Nothing;
    }
    // Options of `run` without a scenario: its parser tells best what is missing.
    words.insert(0, "run".into());
    Line::Full(words)
}

fn valid_language(words: &[OsString]) -> bool {
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    match words.iter().map(AsRef::as_ref).collect::<Vec<&str>>()[..] {
        [] => true,
        ["--lang", code] => code.parse::<Language>().is_ok(),
        [word] => word.strip_prefix("--lang=").is_some_and(|code| code.parse::<Language>().is_ok()),
        _ => false,
    }
}

fn is_option(word: &OsString) -> bool {
    word.to_string_lossy().starts_with('-')
}

fn first_positional(words: &[OsString]) -> Option<usize> {
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if word == "--" {
            return Some(at + 1).filter(|next| *next < words.len());
        }
        if !is_option(word) {
            return Some(at);
        }
        at += if WITH_VALUE.iter().any(|option| word == option) { 2 } else { 1 };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<OsString> {
        line.split_whitespace().map(OsString::from).collect()
    }

    fn in_full(line: &str) -> Line {
        full(words(line), &["run".to_owned(), "check".to_owned()])
    }

    #[test]
    fn a_file_alone_is_run() {
        assert_eq!(in_full("a.toml"), Line::Full(words("run a.toml")));
        assert_eq!(in_full("--seed 3 a.toml --quiet"), Line::Full(words("run --seed 3 a.toml --quiet")));
        assert_eq!(in_full("folder/a"), Line::Full(words("run folder/a")));
        assert_eq!(in_full("-- check"), Line::Full(words("run -- check")));
    }

    #[test]
    fn options_may_stand_before_the_command() {
        assert_eq!(in_full("--lang en check a.toml"), Line::Full(words("check --lang en a.toml")));
    }

    #[test]
    fn help_on_a_command_is_that_commands_help() {
        assert_eq!(in_full("help check"), Line::Full(words("check --help")));
        assert_eq!(in_full("help"), Line::Full(words("--help")));
    }

    #[test]
    fn nothing_but_a_language_is_nothing() {
        assert_eq!(in_full(""), Line::Nothing);
        assert_eq!(in_full("--lang en"), Line::Nothing);
        assert_eq!(in_full("--lang fr"), Line::Full(words("run --lang fr")));
    }

    #[test]
    fn a_word_that_is_no_command_and_no_file_is_unknown() {
        assert_eq!(in_full("chek"), Line::Unknown("chek".to_owned()));
    }

    #[test]
    fn the_language_is_found_anywhere_before_the_double_dash() {
        assert_eq!(language(&words("run a.toml --lang en")), Language::En);
        assert_eq!(language(&words("--lang=en run a.toml")), Language::En);
        assert_eq!(language(&words("run -- --lang en")), Language::Nl);
        assert_eq!(language(&words("run --lang xx")), Language::Nl);
    }
}
