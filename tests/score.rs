//! An archived forecast held against registrations: what fits, what is far off, what is said, and that it is the same each time.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use sim::analyses::score::{ALARM_RATE, Counted, Gauge, Looked, Score, Simulated, score, simulate};
use sim::engine::RunPlan;
use sim::random::Seed;
use sim::report::answer::{self, Answer};
use sim::report::terminal::{self, Terminal};
use sim::report::wording::{Language, Wording};
use sim::scenario::{Ledger, Memory, Quarter, Request, load, load_ledger_from};

const REPLICATIONS: usize = 400;

fn simulated(seed: u64, replications: usize, threads: usize) -> Simulated {
    let request = Request { scenarios: vec!["scenarios/baseline.toml".into()], ..Request::default() };
    let experiment = load(&request).unwrap().experiment.in_leading_world();
    let plan = RunPlan { seed: Seed(seed), replications, threads };
    simulate(&experiment, &plan, replications, (&|_| (), &AtomicBool::new(false))).unwrap()
}

static FORECAST: LazyLock<Simulated> = LazyLock::new(|| simulated(1, REPLICATIONS, 2));

fn ledger(files: &BTreeMap<PathBuf, Vec<u8>>) -> Ledger {
    let paths: Vec<PathBuf> = files.keys().cloned().collect();
    load_ledger_from(&paths, "memory", &Memory(files.clone())).unwrap()
}

fn example() -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = std::fs::read_dir("registratie/voorbeeld").unwrap();
    entries
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect()
}

/// What one replication would have registered in each quarter, its counts `lift` times as large.
fn future(simulated: &Simulated, replication: usize, quarters: usize, lift: f64) -> Ledger {
    let mut files = BTreeMap::new();
    for (place, quarter) in simulated.quarters.iter().take(quarters).enumerate() {
        let count = |wanted: &Counted| {
            let at = simulated.counted.iter().position(|counted| counted == wanted).unwrap();
            (simulated.columns[at][place][replication] * lift).round()
        };
        let by: Vec<f64> = (0..5).map(|referrer| count(&Counted::ReferredBy(referrer))).collect();
        let ended: Vec<f64> = (0..4).map(|kind| count(&Counted::Ended(kind))).collect();
        let sum = |counts: &[f64]| counts.iter().sum::<f64>();
        let (total, closed, held) = (sum(&by), sum(&ended), count(&Counted::Conversations));
        let text = format!(
            "format_version = 1\nquarter = \"{quarter}\"\nregistered_on = {}\ncarried_out = \"baseline\"\nsource = \"test\"\n\
             [inflow]\ntotal = {total}\nscreener = {}\nhuisarts = {}\nsmw = {}\nconsulent = {}\nother = {}\n\
             [conversations]\nheld = {held}\nin_ended_trajectories = {closed}\n\
             [closures]\ntotal = {closed}\npositive = {}\nescalated = {}\ndropped_out = {}\nunknown = {}\n",
            quarter.end(),
            by[0],
            by[1],
            by[2],
            by[3],
            by[4],
            ended[0],
            ended[1],
            ended[2],
            ended[3],
        );
        files.insert(PathBuf::from(format!("{quarter}.toml")), text.into_bytes());
    }
    ledger(&files)
}

static EXAMPLE: LazyLock<Score> = LazyLock::new(|| score(&FORECAST, &ledger(&example())).unwrap());

fn answers() -> [(Language, Answer); 2] {
    Language::ALL.map(|language| (language, answer::score(&EXAMPLE, &Wording::new(language)).unwrap()))
}

#[test]
fn the_parts_of_the_inflow_add_up_to_it_in_every_quarter_and_replication() {
    let forecast = &*FORECAST;
    assert_eq!(forecast.quarters.len(), 20, "five years");
    let columns = |wanted: fn(&Counted) -> bool| {
        forecast
            .counted
            .iter()
            .zip(&forecast.columns)
            .filter(move |(counted, _)| wanted(counted))
            .map(|(_, all)| all)
    };
    let total = columns(|counted| *counted == Counted::Referred).next().unwrap();
    for parts in [
        columns(|counted| matches!(counted, Counted::ReferredBy(_))).collect::<Vec<_>>(),
        columns(|counted| matches!(counted, Counted::WithNeed(_))).collect(),
    ] {
        for quarter in 0..20 {
            for replication in 0..REPLICATIONS {
                let sum: f64 = parts.iter().map(|part| part[quarter][replication]).sum();
                assert!((sum - total[quarter][replication]).abs() < 1e-9, "{quarter}, {replication}");
            }
        }
    }
}

/// Every replication but those of the forecast is a right forecast's future: 300 of them, 15 alarms expected over 20 looks. With
/// the error of a threshold from 400 replications the standard deviation is some 6, so that a correct program gives more than
/// 45 once in 100,000 seeds.
#[test]
fn a_right_forecast_is_hardly_ever_called_wrong_over_its_whole_length() {
    let forecast = &*FORECAST;
    let others = simulated(2, 300, 2);
    let counts: Vec<usize> = (0..6).collect();
    let sums = |of: &Simulated, replication: usize| -> Vec<Vec<f64>> {
        let mut sums = vec![0.0; counts.len()];
        let mut add = |quarter: usize| {
            for (sum, count) in sums.iter_mut().zip(&counts) {
                *sum += of.columns[*count][quarter][replication];
            }
            sums.clone()
        };
        (0..20).map(&mut add).collect()
    };
    let mine: Vec<Vec<Vec<f64>>> = (0..REPLICATIONS).map(|replication| sums(forecast, replication)).collect();
    let look = |look: usize| -> Vec<Vec<f64>> {
        counts.iter().map(|count| mine.iter().map(|sums| sums[look][*count]).collect()).collect()
    };
    let gauge = Gauge::new(&(0..20).map(look).collect::<Vec<_>>());
    let alarms = (0..300).filter(|replication| gauge.alarm(&sums(&others, *replication)).is_some()).count();
    assert!(alarms <= 45, "{alarms} of 300, {} wanted", 300.0 * ALARM_RATE.value);
    assert!(gauge.threshold() > 0.0, "something would be called wrong");
}

#[test]
fn a_forecast_of_half_of_what_comes_is_called_wrong_within_two_years() {
    let others = simulated(3, 20, 1);
    let wrong: Vec<bool> = (0..6)
        .map(|replication| {
            let found = score(&FORECAST, &future(&others, 3 * replication, 8, 2.2)).unwrap();
            found.history.iter().any(Looked::revise)
        })
        .collect();
    assert!(wrong.iter().filter(|wrong| **wrong).count() >= 5, "{wrong:?}");
    let found = score(&FORECAST, &future(&others, 0, 8, 2.2)).unwrap();
    let page = answer::score(&found, &Wording::new(Language::Nl)).unwrap().document;
    let said: String = page.texts().iter().map(|text| text.plain()).collect();
    assert!(
        said.contains("moet worden herzien") && said.contains("meer dan geraamd: verwezen jeugdigen"),
        "{said}"
    );
    assert!(!said.contains("verzonnen"), "these are no examples");
}

#[test]
fn what_was_known_before_a_correction_stays_in_the_score() {
    let history = &EXAMPLE.history;
    assert_eq!(history.len(), 5, "four quarters and a correction");
    assert_eq!(history.iter().map(|looked| looked.quarters).collect::<Vec<_>>(), [1, 2, 2, 3, 4]);
    let mut before = example();
    before.retain(|path, _| !path.display().to_string().contains("correctie"));
    let uncorrected = score(&FORECAST, &ledger(&before)).unwrap();
    assert_eq!(uncorrected.history[1], history[1]);
    let second = |found: &Score| found.quarters[1].registration.ended();
    assert_eq!((second(&uncorrected), second(&EXAMPLE)), (Some(24), Some(26)), "the latest holds now");
}

#[test]
fn registrations_of_another_policy_or_another_time_say_nothing() {
    let changed = |from: &str, to: &str| {
        let files = example()
            .into_iter()
            .map(|(path, text)| (path, String::from_utf8(text).unwrap().replace(from, to).into_bytes()));
        ledger(&files.collect())
    };
    assert_eq!(score(&FORECAST, &changed("\"baseline\"", "\"third-provider\"")), None);
    let years_ago = changed("\"2024-Q", "\"2014-Q");
    assert_eq!(score(&FORECAST, &years_ago), None);
    let other_needs = score(&FORECAST, &changed("beweging =", "iets-anders =")).unwrap();
    assert_eq!(other_needs.other_needs, ["iets-anders"]);
    let known: Vec<&Counted> = other_needs.so_far.iter().map(|judged| &judged.counted).collect();
    assert!(!known.contains(&&Counted::WithNeed("beweging".to_owned())), "{known:?}");
}

#[test]
fn every_figure_that_is_said_or_drawn_is_in_the_file_of_figures() {
    for (_, answer) in answers() {
        let json: serde_json::Value = serde_json::from_str(&answer.json).unwrap();
        let said = answer.document.figures().into_iter().map(|figure| (figure.value, &figure.pointer));
        let drawn = answer.charts.iter().flat_map(|(_, chart)| chart.picture.plotted());
        let data = answer.charts.iter().flat_map(|(_, chart)| chart.data.texts());
        let tabled = data.flat_map(|text| &text.0).filter_map(|run| run.figure());
        let charted = tabled.map(|figure| (figure.value, &figure.pointer));
        let mut count = 0;
        for (value, pointer) in said.chain(charted).chain(drawn.map(|point| (point.value, &point.pointer))) {
            // A quarter that is not registered yet has no place of its own.
            let Some(there) = json.pointer(pointer) else {
                assert!(value.is_none() && pointer.ends_with("/registered"), "nothing at {pointer}");
                continue;
            };
            let there = there.as_f64();
            let near =
                there.zip(value).is_some_and(|(there, value)| (there - value).abs() <= 1e-8 * value.abs());
            assert!(near || there.is_none() && value.is_none(), "{pointer}: {there:?}, not {value:?}");
            count += 1;
        }
        assert!(count > 300, "{count}");
        assert!(!answer.json.contains("NaN"));
    }
}

#[test]
fn made_up_figures_are_marked_in_every_line_that_uses_them() {
    for (language, answer) in answers() {
        let json: serde_json::Value = serde_json::from_str(&answer.json).unwrap();
        assert_eq!(json["example"], true);
        for entry in
            json["history"].as_array().unwrap().iter().chain(json["quarters"].as_object().unwrap().values())
        {
            assert_eq!(entry["example"], true, "{entry}");
        }
        let marks = if language == Language::Nl { ["Voorbeeld", "vb."] } else { ["Example", "ex."] };
        let tables = answer.document.sections.iter().flat_map(|section| &section.blocks);
        let rows = tables.filter_map(|block| match block {
            sim::report::document::Block::Table(table) => Some(&table.rows),
            _ => None,
        });
        for row in rows.flatten() {
            assert!(row.0[0].plain().starts_with(marks[1]), "{}", row.0[0].plain());
        }
        for (name, chart) in &answer.charts {
            assert!(name.starts_with("score-example") && chart.title.plain().starts_with(marks[0]), "{name}");
        }
    }
}

#[test]
fn no_count_below_five_is_told() {
    for (language, answer) in answers() {
        let page = terminal::render(&answer.document, Terminal { width: 100, colour: false });
        let few = Wording::new(language).text("fewer-than-fewest");
        assert!(page.contains(&few), "{page}");
        for figure in answer.document.figures() {
            let registered = figure.pointer.ends_with("/registered");
            let small = figure.value.is_some_and(|value| value < 5.0);
            assert!(!(registered && small) || figure.text == few, "{}: {}", figure.pointer, figure.text);
        }
    }
}

#[test]
fn the_example_year_scores_as_it_did() {
    for (language, answer) in answers() {
        let page = terminal::render(&answer.document, Terminal { width: 100, colour: false });
        for line in page.lines() {
            assert!(console::measure_text_width(line) <= 100, "{line}");
        }
        insta::assert_snapshot!(format!("score_{language}"), page);
    }
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let told = |threads: usize| {
        let found = score(&simulated(1, 120, threads), &ledger(&example())).unwrap();
        answer::score(&found, &Wording::new(Language::Nl)).unwrap().json
    };
    assert_eq!(told(1), told(3));
}

#[test]
fn a_quarter_is_read_as_it_is_written() {
    assert_eq!(Quarter::parse("2024-Q4").unwrap().to_string(), "2024-Q4");
}
