//! The summary for the gemeenteraad: every figure and every plotted point is in `summary.json`, in plain words, and no
//! small group is told.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod synthetic;

use std::sync::LazyLock;

use sim::analyses::Forecast;
use sim::report::document::{Block, Document, Picture, Run, council};
use sim::report::summary;
use sim::report::wording::{Language, Wording};
use synthetic::{experiment, forecast, pilot, single};

/// The kinds of run: one option beside the base, a single arm, a pilot held against print, several options.
static RUNS: LazyLock<[(&str, Forecast); 4]> = LazyLock::new(|| {
    let mut several = experiment();
    several.arms.push(several.arms[1].clone());
    "other".clone_into(&mut several.arms[2].name);
    several.scenarios.push(several.scenarios[1].clone());
    [
        ("compared", forecast(&experiment(), 1_000)),
        ("single", forecast(&single(), 1_000)),
        ("pilot", forecast(&pilot(), 120)),
        ("several", forecast(&several, 1_000)),
    ]
});

fn documents() -> Vec<(String, &'static Forecast, Document)> {
    let mut all = Vec::new();
    for language in Language::ALL {
        let wording = Wording::new(language);
        for (name, forecast) in &*RUNS {
            all.push((format!("{name} {language}"), forecast, council(forecast, &wording)));
        }
    }
    all
}

#[test]
fn every_figure_and_every_plotted_point_is_in_the_summary() {
    for (name, forecast, document) in documents() {
        let mut bytes = Vec::new();
        summary::write(forecast, &mut bytes).unwrap();
        let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let said = document.figures().into_iter().map(|figure| (&figure.pointer, figure.value));
        let charts = document.charts();
        let drawn = charts.iter().flat_map(|chart| chart.picture.plotted());
        let drawn: Vec<_> = drawn.map(|one| (&one.pointer, one.value)).collect();
        assert!(drawn.len() > 100, "{name} draws something");
        for (pointer, value) in said.chain(drawn) {
            let at = json.pointer(pointer).unwrap_or_else(|| panic!("{name}: nothing at {pointer}"));
            match (value, at.as_f64()) {
                (Some(shown), Some(stored)) => {
                    let near = (shown - stored).abs() <= 1e-9 * shown.abs().max(1e-9);
                    assert!(near, "{name}: {pointer} is {stored}, shown {shown}");
                }
                (None, None) => assert!(at.is_null(), "{name}: {pointer}"),
                _ => panic!("{name}: {pointer} is {at}, shown {value:?}"),
            }
        }
    }
}

#[test]
fn all_that_is_plotted_stands_in_the_table_of_its_chart() {
    for (name, _, document) in documents() {
        for chart in document.charts() {
            let told: Vec<&str> = chart
                .data
                .texts()
                .into_iter()
                .flat_map(|text| &text.0)
                .filter_map(Run::figure)
                .map(|one| one.pointer.as_str())
                .collect();
            for point in chart.picture.plotted() {
                assert!(told.contains(&point.pointer.as_str()), "{name}, {}: {}", chart.id, point.pointer);
            }
        }
    }
}

#[test]
fn the_questions_of_the_council_stand_in_their_order() {
    let order = [
        "proposal",
        "help",
        "needed",
        "payback",
        "queue",
        "flows",
        "years",
        "specialist",
        "referrers",
        "unknowns",
        "choices",
        "risks",
        "monitoring",
        "method",
        "exactness",
        "sources",
        "account",
    ];
    for (name, _, document) in documents() {
        let ids: Vec<&str> = document.sections.iter().map(|section| section.id).collect();
        let places: Vec<_> = order.iter().filter_map(|id| ids.iter().position(|one| one == id)).collect();
        let least = if name.starts_with("pilot") { order.len() - 1 } else { order.len() };
        assert!(places.len() >= least, "{name}: {ids:?}");
        assert!(places.is_sorted(), "{name}: {ids:?}");
    }
}

#[test]
fn no_group_of_fewer_than_five_is_told() {
    for (name, forecast, document) in documents() {
        let unit = |metric: &str| {
            forecast
                .arms
                .iter()
                .any(|_| metric.starts_with("youths") || metric.starts_with("specialist_referrals"))
        };
        for figure in document.figures() {
            let counted = figure.pointer.split('/').any(unit)
                || figure.pointer.starts_with("/queue_by_week")
                || (figure.pointer.starts_with("/starts_by_quarter") && !figure.pointer.contains("share"));
            if counted
                && !figure.pointer.contains("share")
                && figure.value.is_some_and(|value| value.abs() < 4.5)
            {
                assert!(figure.text.contains('5') && figure.text.contains(' '), "{name}: {figure:?}");
            }
        }
        for chart in document.charts() {
            if let Picture::Lines(lines) = &chart.picture
                && chart.id != "chart-share"
            {
                let few = lines
                    .series
                    .iter()
                    .flat_map(|line| &line.values)
                    .any(|one| one.value.is_some_and(|value| value < 4.5));
                assert!(!few || lines.hidden_below.is_some(), "{name}: {}", chart.id);
            }
        }
    }
}

/// The sentences of a text, each with its number of words; a figure or a name counts as one.
fn sentences(document: &Document) -> Vec<(String, usize)> {
    let mut all = Vec::new();
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        let texts: Vec<&sim::report::document::Text> = match block {
            Block::Paragraph(text) => vec![text],
            Block::List(items) => items.iter().collect(),
            Block::Chart(chart) => vec![&chart.title, &chart.description],
            Block::Table(_) => Vec::new(),
        };
        for text in texts {
            let plain: String = text
                .0
                .iter()
                .map(|run| match run {
                    Run::Words(words) => words.clone(),
                    Run::Name(_) => "naam".to_owned(),
                    Run::Figure(_) => "getal".to_owned(),
                })
                .collect();
            let ends = |letter: char| matches!(letter, '.' | '?' | ':' | ';');
            all.extend(plain.split(ends).map(|one| (one.to_owned(), one.split_whitespace().count())));
        }
    }
    all
}

#[test]
fn sentences_are_short_enough_to_read_aloud() {
    for (name, _, document) in documents() {
        let sentences = sentences(&document);
        for (sentence, words) in &sentences {
            assert!(*words <= 30, "{name}, {words} words: {sentence}");
        }
        let told: Vec<usize> = sentences.iter().map(|(_, words)| *words).filter(|words| *words > 0).collect();
        let mean = told.iter().sum::<usize>() as f64 / told.len() as f64;
        assert!(mean < 13.0, "{name}: {mean} words a sentence on average");
    }
}

#[test]
fn a_likelihood_is_never_said_without_its_number() {
    let vague = [
        "waarschijnlijk",
        "vermoedelijk",
        "mogelijkerwijs",
        "zeer zeker",
        "probably",
        "likely that",
        "voorspel",
        "predict",
    ];
    for (name, _, document) in documents() {
        for text in document.texts() {
            for run in &text.0 {
                if let Run::Words(words) = run {
                    let found = vague.iter().find(|word| words.to_lowercase().contains(**word));
                    assert!(found.is_none(), "{name}: {words}");
                }
            }
        }
    }
}

#[test]
fn an_answer_that_the_error_does_not_support_is_not_drawn() {
    let forecast = forecast(&experiment(), 8);
    let document = council(&forecast, &Wording::new(Language::Nl));
    assert!(document.charts().iter().all(|chart| !matches!(chart.picture, Picture::Dots(_))));
    let plain: String = document.texts().iter().map(|text| text.plain()).collect();
    assert!(plain.contains("niet nauwkeurig genoeg"), "{plain}");
    assert!(!plain.contains("in elk jaar"), "{plain}");
}

/// The answers of the appendix by the number of the item, for a checklist: 0 is STRESS-DES, 1 CHEERS 2022.
fn account(document: &Document, list: usize) -> Vec<(String, String)> {
    let section = document.sections.iter().find(|section| section.id == "account").unwrap();
    let tables = section.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let rows = &tables.collect::<Vec<_>>()[list].rows;
    let number = |text: String| text.split_whitespace().next().unwrap().to_owned();
    rows.iter().map(|row| (number(row.0[0].plain()), row.0[1].plain())).collect()
}

#[test]
fn the_account_answers_every_item_of_both_checklists_in_both_languages() {
    for (name, _, document) in documents() {
        let stress = account(&document, 0);
        let mut items: Vec<String> = stress
            .iter()
            .map(|(number, _)| number.split('.').take(2).collect::<Vec<_>>().join("."))
            .collect();
        items.dedup();
        let parts = [("1", 3), ("2", 5), ("3", 4), ("4", 3), ("5", 4), ("6", 1)];
        let wanted: Vec<String> = parts
            .iter()
            .flat_map(|(part, count)| (1..=*count).map(move |item| format!("{part}.{item}")))
            .collect();
        assert_eq!(items, wanted, "{name}: the 20 items of STRESS-DES");
        assert_eq!(stress.len(), 24, "{name}: 2.5 is told in five");
        let cheers: Vec<String> = account(&document, 1).into_iter().map(|(number, _)| number).collect();
        assert_eq!(cheers, (1..=28).map(|item| item.to_string()).collect::<Vec<_>>(), "{name}: CHEERS 2022");
        for (number, answer) in stress.into_iter().chain(account(&document, 1)) {
            assert!(
                !answer.trim().is_empty() && !answer.contains("-answer"),
                "{name}: {number} is {answer:?}"
            );
        }
    }
}

#[test]
fn what_only_people_know_reads_not_reported_until_somebody_says_it() {
    let silent = [("4", 1), ("19", 1), ("21", 1), ("25", 1), ("27", 1), ("28", 1), ("5.4", 0)];
    for (language, words) in [(Language::Nl, "niet gerapporteerd"), (Language::En, "not reported")] {
        let document = council(&RUNS[0].1, &Wording::new(language));
        for (number, list) in silent {
            let items = account(&document, list);
            let (_, answer) = items.iter().find(|(item, _)| item == number).unwrap();
            assert_eq!(answer, words, "{number}");
        }
    }
}
