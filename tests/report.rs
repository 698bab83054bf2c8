//! The reports of a run, from forecasts made by arithmetic.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod synthetic;

use std::sync::LazyLock;

use parquet::file::reader::{FileReader, SerializedFileReader};
use sim::analyses::Forecast;
use sim::report::document::{self, Run};
use sim::report::terminal::{self, Terminal};
use sim::report::wording::{Language, Wording};
use sim::report::{bands_csv, replications, summary};
use synthetic::{Synthetic, experiment, forecast, pilot, single};

fn summary_text(forecast: &Forecast) -> String {
    let mut bytes = Vec::new();
    summary::write(forecast, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_summary_is_json_by_the_contract() {
    let text = summary_text(&forecast(&experiment(), 400));
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    for pointer in [
        "/format_version",
        "/differences/third-provider/world/cautious/metrics/net_saving_eur/total/p50",
        "/differences/third-provider/world/cautious/metrics/net_saving_eur/by_year/2024/mean",
        "/arms/baseline/world/headwind/metrics/wait_mean_weeks/by_year/2028/mc_se",
        "/decision/third-provider/evaluation/p_net_nonnegative/total/value",
        "/decision/third-provider/cautious/break_even_avoidance_share/real/value",
        "/decision/third-provider/cautious/p_within_ceiling/structureel/by_year/2026/value",
        "/decision/baseline/cautious/p_capacity_bound/total/value",
        "/providers/third-provider/cautious/derde/hours_per_week/total/mean",
        "/queue_by_week/arms/baseline/cautious/p90/260",
        "/starts_by_month/arms/baseline/cautious/municipality_share/59",
    ] {
        assert!(json.pointer(pointer).is_some_and(serde_json::Value::is_number), "{pointer}");
    }
    assert_eq!(json["base"], "baseline");
    assert!(!text.contains("NaN"));
}

#[test]
fn a_registered_pilot_reconciles_with_table_3_to_the_cent() {
    let forecast = forecast(&pilot(), 8);
    let table = &forecast.reconciliation.as_ref().unwrap()[0];
    assert_eq!(table.deviations(), 0, "{table:#?}");
    assert_eq!(table.total.cost_average.printed.unwrap().to_string(), "7227.79");
    assert_eq!(table.total.net.simulated.unwrap().to_string(), "336684.68");
}

#[test]
fn the_replications_are_read_back_as_they_were() {
    let (experiment, runs) = (experiment(), Synthetic::new(&experiment(), 200));
    let mut file = Vec::new();
    replications::write(&experiment, &runs, &mut file).unwrap();
    let reader = SerializedFileReader::new(bytes::Bytes::from(file)).unwrap();
    let mut rows = 0;
    for row in reader.get_row_iter(None).unwrap() {
        let row = row.unwrap();
        if rows == 5 {
            assert_eq!(row.to_string().matches("null").count(), 3, "replication 5 defines no wait: {row}");
        }
        rows += 1;
    }
    assert_eq!(rows, 200 * 2 * 4 * 6);
}

#[test]
fn the_bands_have_one_row_per_arm_or_difference_world_metric_and_period() {
    let mut file = Vec::new();
    bands_csv::write(&forecast(&experiment(), 40), &mut file).unwrap();
    let rows = csv::Reader::from_reader(file.as_slice()).records().map(Result::unwrap).count();
    assert_eq!(rows, 3 * 4 * sim::engine::Metric::COUNT * 6);
}

#[test]
fn the_same_forecast_gives_the_same_bytes() {
    let experiment = experiment();
    assert_eq!(summary_text(&forecast(&experiment, 40)), summary_text(&forecast(&experiment, 40)));
    let replications = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let mut file = Vec::new();
        let runs = Synthetic::new(&experiment, 60);
        pool.install(|| replications::write(&experiment, &runs, &mut file)).unwrap();
        file
    };
    assert_eq!(replications(1), replications(3));
}

fn page(forecast: &Forecast, language: Language, width: usize) -> String {
    let document = document::page(forecast, &Wording::new(language), Some("results/example"));
    terminal::render(&document, Terminal { width, colour: false })
}

/// The three kinds of page: compared with a base, a single arm, a pilot held against print.
static PAGES: LazyLock<[(&str, Forecast); 3]> = LazyLock::new(|| {
    [
        ("compared", forecast(&experiment(), 1_000)),
        ("single", forecast(&single(), 1_000)),
        ("pilot", forecast(&pilot(), 120)),
    ]
});

#[test]
fn the_terminal_page_reads_as_it_did() {
    for (name, forecast) in &*PAGES {
        for language in Language::ALL {
            insta::assert_snapshot!(format!("{name}_{language}"), page(forecast, language, 100));
        }
    }
}

#[test]
fn no_line_of_the_page_is_wider_than_the_terminal() {
    for (name, forecast) in &*PAGES {
        for width in [80, 100] {
            for line in page(forecast, Language::Nl, width).lines() {
                assert!(console::measure_text_width(line) <= width, "{name} at {width}: {line}");
            }
        }
    }
}

#[test]
fn no_heading_is_broken_within_a_word_on_a_narrow_terminal() {
    for (name, forecast) in &*PAGES {
        for language in Language::ALL {
            let narrow = page(forecast, language, 80);
            let words: Vec<&str> = narrow.split_whitespace().collect();
            let document = document::page(forecast, &Wording::new(language), None);
            for block in document.sections.iter().flat_map(|section| &section.blocks) {
                let document::Block::Table(table) = block else { continue };
                for heading in table.columns.iter().map(|column| column.heading.plain()) {
                    for word in heading.split(' ') {
                        assert!(words.contains(&word), "{name}, {language}: {word}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_figure_on_the_page_is_in_the_summary() {
    for (name, forecast) in &*PAGES {
        let json: serde_json::Value = serde_json::from_str(&summary_text(forecast)).unwrap();
        let document = document::page(forecast, &Wording::new(Language::Nl), None);
        let figures = document.figures();
        assert!(figures.len() > 50, "{name} says something");
        for figure in figures {
            let at = json.pointer(&figure.pointer);
            let at = at.unwrap_or_else(|| panic!("{name}: nothing at {}", figure.pointer));
            match (figure.value, at.as_f64()) {
                (Some(shown), Some(stored)) => {
                    let near = (shown - stored).abs() <= 1e-9 * shown.abs().max(1e-9);
                    assert!(near, "{name}: {} is {stored}, shown {shown}", figure.pointer);
                }
                (None, None) => assert!(at.is_null()),
                _ => panic!("{name}: {} is {at}, shown {}", figure.pointer, figure.text),
            }
        }
    }
}

#[test]
fn no_digit_stands_on_the_page_but_in_a_figure_or_a_name() {
    // What the sentences themselves may say: a count of cases, a band, a table, a unit.
    let said = [
        "16 van de 20",
        "van de 20",
        "van\u{a0}20",
        "16 of 20",
        "of 20",
        "of\u{a0}20",
        "P10",
        "P90",
        "tabel 3",
        "table 3",
        "€\u{a0}1.000",
        "€1,000",
        "≥ 0",
        "100%",
        "Tabel 3",
        "Table 3",
    ];
    for (name, forecast) in &*PAGES {
        for language in Language::ALL {
            let document = document::page(forecast, &Wording::new(language), Some("results/example"));
            for text in document.texts() {
                for run in &text.0 {
                    let Run::Words(words) = run else { continue };
                    let rest = said.iter().fold(words.clone(), |rest, known| rest.replace(known, ""));
                    assert!(
                        !rest.contains(|letter: char| letter.is_ascii_digit()),
                        "{name} {language}: {words}"
                    );
                }
            }
        }
    }
}

#[test]
fn an_answer_that_the_error_does_not_support_is_not_given() {
    let text = page(&forecast(&experiment(), 8), Language::Nl, 100).replace('\n', " ");
    assert!(text.contains("is bij dit aantal herhalingen niet te zeggen"), "{text}");
    for words in ["Of dat meer of minder kost, is", "Wat het meeste uitmaakt, is"] {
        assert!(text.contains(&format!("{words} bij dit aantal herhalingen niet te zeggen")), "{text}");
    }
    assert!(text.contains("niet nauwkeurig genoeg te noemen"), "{text}");
    assert!(!text.contains("van de 20 gevallen ("), "no chance is counted out of eight: {text}");
}

#[test]
fn a_projection_is_never_called_a_prediction() {
    for (_, forecast) in &*PAGES {
        let text = page(forecast, Language::Nl, 100).to_lowercase();
        assert!(!text.contains("voorspel") && !text.contains("verwachten wij zeker"));
        assert!(!page(forecast, Language::En, 100).to_lowercase().contains("predict"));
    }
}

#[test]
fn a_page_without_colour_has_no_escape_and_one_with_colour_has() {
    let forecast = forecast(&single(), 80);
    let document = document::page(&forecast, &Wording::new(Language::Nl), None);
    let shown = |colour| terminal::render(&document, Terminal { width: 100, colour });
    assert!(!shown(false).contains('\u{1b}'));
    assert!(shown(true).contains('\u{1b}'));
}

#[test]
fn a_title_from_a_file_is_shown_as_text_everywhere() {
    let mut experiment = experiment();
    experiment.arms[1].title = "{ $value } \u{1b}[2J \u{202e}=HYPERLINK(\"x\")".to_owned();
    experiment.arms[1].name = "a/b~c".to_owned();
    let forecast = forecast(&experiment, 80);
    let text = page(&forecast, Language::Nl, 100);
    assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'));
    assert!(text.contains("{ $value }"));
    let json: serde_json::Value = serde_json::from_str(&summary_text(&forecast)).unwrap();
    let document = document::page(&forecast, &Wording::new(Language::Nl), None);
    assert!(document.figures().iter().all(|figure| json.pointer(&figure.pointer).is_some()));
}

#[test]
fn the_schema_of_the_summary_is_the_committed_one() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/summary.schema.json");
    let schema = summary::schema().unwrap();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &schema).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == schema, "docs/summary.schema.json is out of date: run this test with UPDATE=1");
}

#[test]
fn the_machine_tables_are_equal_to_the_summary() {
    let (_, forecast) = &PAGES[0];
    let json: serde_json::Value = serde_json::from_str(&summary_text(forecast)).unwrap();
    let mut file = Vec::new();
    bands_csv::write(forecast, &mut file).unwrap();
    for row in csv::Reader::from_reader(file.as_slice()).records().map(Result::unwrap).step_by(97) {
        let root = if &row[0] == "arm" { "arms" } else { "differences" };
        let period = if &row[5] == "total" { "total".to_owned() } else { format!("by_year/{}", &row[5]) };
        let at = format!("/{root}/{}/world/{}/metrics/{}/{period}/mean", &row[1], &row[2], &row[3]);
        let stored = json.pointer(&at).and_then(serde_json::Value::as_f64);
        assert_eq!(row[6].parse::<f64>().ok(), stored, "{at}");
    }
}
