//! The catalogue itself: embedded Fluent files, looked up by id.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::Language;

const NL: &[&str] = &[
    include_str!("nl/page.ftl"),
    include_str!("nl/keys.ftl"),
    include_str!("nl/faults.ftl"),
    include_str!("nl/cli.ftl"),
    include_str!("nl/answers.ftl"),
    include_str!("nl/compare.ftl"),
    include_str!("nl/break-even.ftl"),
    include_str!("nl/budget.ftl"),
    include_str!("nl/sensitivity.ftl"),
    include_str!("nl/value.ftl"),
    include_str!("nl/monitor.ftl"),
    include_str!("nl/verify.ftl"),
    include_str!("nl/registrations.ftl"),
    include_str!("nl/score.ftl"),
    include_str!("nl/calibrate.ftl"),
    include_str!("nl/backtest.ftl"),
    include_str!("nl/account.ftl"),
    include_str!("nl/region.ftl"),
    include_str!("nl/council.ftl"),
    include_str!("nl/council-answers.ftl"),
    include_str!("nl/tables.ftl"),
    include_str!("nl/workbook.ftl"),
    include_str!("nl/workbook-answers.ftl"),
];
const EN: &[&str] = &[
    include_str!("en/page.ftl"),
    include_str!("en/keys.ftl"),
    include_str!("en/faults.ftl"),
    include_str!("en/cli.ftl"),
    include_str!("en/answers.ftl"),
    include_str!("en/compare.ftl"),
    include_str!("en/break-even.ftl"),
    include_str!("en/budget.ftl"),
    include_str!("en/sensitivity.ftl"),
    include_str!("en/value.ftl"),
    include_str!("en/monitor.ftl"),
    include_str!("en/verify.ftl"),
    include_str!("en/registrations.ftl"),
    include_str!("en/score.ftl"),
    include_str!("en/calibrate.ftl"),
    include_str!("en/backtest.ftl"),
    include_str!("en/account.ftl"),
    include_str!("en/region.ftl"),
    include_str!("en/council.ftl"),
    include_str!("en/council-answers.ftl"),
    include_str!("en/tables.ftl"),
    include_str!("en/workbook.ftl"),
    include_str!("en/workbook-answers.ftl"),
];

/// What fills a gap in a sentence.
///
/// There is no variant for a number with decimals on purpose: such a number is formatted by `report::number` and
/// arrives as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Text that is shown as it is.
    Text(Cow<'a, str>),
    /// A count, shown in plain digits, that may choose between singular and plural.
    Count(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

macro_rules! counts {
    ($($number:ty),*) => { $(
        impl From<$number> for Value<'_> {
            fn from(count: $number) -> Self {
                Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
            }
        }
    )* };
}

counts!(u16, u32, u64, usize, i32, i64);

/// The catalogue of one language. Cheap to share between threads, costly to build: build it once.
pub struct Wording {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Wording {
    /// The catalogue of `language`.
    pub fn new(language: Language) -> Self {
        let files = match language {
            Language::Nl => NL,
            Language::En => EN,
        };
        // Without a locale the plural rules would be those of no language; both codes parse.
        let locale: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Isolating marks are invisible characters around every filled gap: right for a mixed-direction screen,
        // wrong for a terminal, a file and a test.
        bundle.set_use_isolating(false);
        for text in files {
            // A faulty entry costs that entry only; a test reads all files strictly.
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { language, bundle }
    }

    /// Its language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a sentence with this id.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.value().is_some())
    }

    /// A sentence without gaps. An id that does not exist is shown itself.
    pub fn text(&self, id: &str) -> String {
        self.fill(id, &[])
    }

    /// A sentence with its gaps filled. An id that does not exist is shown itself.
    ///
    /// # Example
    /// ```
    /// use sim::report::wording::{Language, Wording};
    /// let nl = Wording::new(Language::Nl);
    /// assert_eq!(nl.fill("years-count", &[("count", 1_usize.into())]), "1 jaar");
    /// ```
    pub fn fill(&self, id: &str, gaps: &[(&str, Value<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut arguments = FluentArgs::with_capacity(gaps.len());
        for (name, value) in gaps {
            let value: FluentValue<'_> = match value {
                Value::Text(text) => FluentValue::String(Cow::Borrowed(text)),
                Value::Count(count) => FluentValue::from(*count),
            };
            arguments.set(*name, value);
        }
        // Errors are gaps left open, which then show their name; the tests of the catalogue keep them out.
        self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use super::*;

    #[test]
    fn one_is_told_in_the_singular() {
        let told = |language, id, number: usize| {
            let gaps: [(&str, Value<'_>); 4] = [
                ("done", number.into()),
                ("count", number.into()),
                ("fail", number.into()),
                ("folder", "map".into()),
            ];
            Wording::new(language).fill(id, &gaps)
        };
        for (id, one, two) in [
            (
                "region-stopped",
                "gemeenten is klaar en bewaard in map.",
                "gemeenten zijn klaar en bewaard in map.",
            ),
            ("verify-some-fail", "klopt er 1 niet. Gebruik", "kloppen er 2 niet. Gebruik"),
            ("verify-not-applicable", "scenario: 1 controle.", "scenario: 2 controles."),
        ] {
            for (number, expected) in [(1, one), (2, two)] {
                let text = told(Language::Nl, id, number);
                assert!(text.contains(expected), "{text}");
            }
        }
        let english = told(Language::En, "region-stopped", 1);
        assert!(english.contains("1 municipalities is done and kept in map."), "{english}");
    }

    /// Every id of some files with the names of its gaps.
    fn sentences(files: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for line in files.iter().flat_map(|text| text.lines()) {
            if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
                let id = line.split('=').next().unwrap().trim();
                assert!(found.insert(id.to_owned(), BTreeSet::new()).is_none(), "{id} is there twice");
            }
        }
        for text in files {
            let mut current = None;
            for line in text.lines() {
                if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
                    current = Some(line.split('=').next().unwrap().trim().to_owned());
                }
                let Some(id) = &current else { continue };
                for part in line.split('$').skip(1) {
                    let name: String = part
                        .chars()
                        .take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-')
                        .collect();
                    found.get_mut(id).unwrap().insert(name);
                }
            }
        }
        found
    }

    /// All Rust sources of the crate, up to their tests.
    fn sources(folder: &Path, into: &mut Vec<(String, String)>) {
        let mut entries: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                sources(&path, into);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]").next().unwrap().to_owned();
                into.push((path.display().to_string(), code));
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_sentences_with_the_same_gaps() {
        let (nl, en) = (sentences(NL), sentences(EN));
        assert_eq!(nl.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
        for (id, gaps) in &nl {
            assert_eq!(gaps, &en[id], "the gaps of {id}");
        }
    }

    #[test]
    fn every_file_is_read_without_a_fault() {
        for text in NL.iter().chain(EN) {
            if let Err((_, faults)) = FluentResource::try_new((*text).to_owned()) {
                panic!("{faults:?}");
            }
        }
    }

    #[test]
    fn every_sentence_that_the_code_names_exists() {
        let wording = Wording::new(Language::Nl);
        let mut files = Vec::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
        for (file, code) in files {
            for call in [".text(", ".fill(", "say(", "say_with("] {
                for part in code.split(call).skip(1) {
                    let Some(literal) = part.trim_start().strip_prefix('"') else { continue };
                    let id = literal.split('"').next().unwrap();
                    assert!(wording.has(id), "{file} names {id}, which is not in the catalogue");
                }
            }
        }
    }

    #[test]
    fn every_id_that_the_document_picks_from_exists() {
        // Ids are chosen by direction and kind there, so any literal that looks like one must be one.
        let wording = Wording::new(Language::Nl);
        let mut files = Vec::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report/document"), &mut files);
        let looks_like_an_id = |text: &str| {
            text.contains('-') && text.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
        };
        for (file, code) in files {
            for literal in code.split('"').skip(1).step_by(2).filter(|literal| looks_like_an_id(literal)) {
                let named = literal == "break-even" || literal.starts_with("chart-");
                let stem = literal.ends_with('-') || wording.has(literal) || named;
                assert!(stem, "{file} names {literal}, which is not in the catalogue");
            }
        }
        for finding in crate::analyses::STUDIES {
            assert!(wording.has(&format!("finding-{}", finding.id)), "{} has no sentence", finding.id);
        }
    }

    #[test]
    fn every_quantity_of_a_scenario_has_a_name() {
        use crate::scenario::{Key, ProviderKey};
        let wording = Wording::new(Language::Nl);
        for key in Key::ALL {
            let id = format!("key-{}", key.entry().key.replace('.', "-"));
            assert!(wording.has(&id), "{id} is not in the catalogue");
        }
        for key in ProviderKey::ALL {
            let id = format!("provider-key-{}", key.entry().key);
            assert!(wording.has(&id), "{id} is not in the catalogue");
        }
    }

    #[test]
    fn every_part_of_shares_that_a_scenario_does_not_name_itself_has_a_name() {
        use crate::scenario::{OUTCOMES, REFERRERS};
        for wording in [Wording::new(Language::Nl), Wording::new(Language::En)] {
            let referrers = REFERRERS.map(|part| format!("part-inflow-referrer_shares-{part}"));
            for id in referrers.into_iter().chain(OUTCOMES.map(|part| format!("part-outcome-shares-{part}")))
            {
                assert!(wording.has(&id), "{id} is not in the catalogue");
            }
        }
    }

    #[test]
    fn a_sentence_that_does_not_exist_shows_its_id() {
        assert_eq!(Wording::new(Language::Nl).text("no-such-id"), "no-such-id");
    }

    #[test]
    fn a_count_chooses_between_singular_and_plural() {
        let en = Wording::new(Language::En);
        assert_eq!(en.fill("years-count", &[("count", 1_usize.into())]), "1 year");
        assert_eq!(en.fill("years-count", &[("count", 5_usize.into())]), "5 years");
    }
}
