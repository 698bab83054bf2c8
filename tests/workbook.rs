//! The workbook for finance, read back as a spreadsheet reads it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::Path;
use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use calamine::{Data, Reader, Xlsx};
use sim::analyses::{Forecast, RunInfo, build};
use sim::engine::{RunPlan, run};
use sim::random::Seed;
use sim::report::wording::{Language, Wording};
use sim::report::{bands_csv, summary, xlsx};
use sim::scenario::{Request, load};

/// A shipped scenario, played a few times: its totals are those of its years, as a sheet adds them up.
fn played(name: &str) -> Forecast {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scenarios/{name}.toml"));
    let loaded = load(&Request { scenarios: vec![path], ..Request::default() });
    let experiment = loaded.unwrap_or_else(|_| panic!("{name} is valid")).experiment;
    let plan = RunPlan { seed: Seed(5), replications: 80, threads: 1 };
    let outcomes = run(&experiment, &plan, &|_| (), &AtomicBool::new(false)).unwrap();
    build(&experiment, &outcomes, RunInfo { seed: 5, replications: 80 })
}

/// Compared with a base, a single scenario, a pilot held against print.
static RUNS: LazyLock<[(&str, Forecast); 3]> = LazyLock::new(|| {
    [
        ("compared", played("third-provider")),
        ("single", played("baseline")),
        ("pilot", played("pilot-2020-2022")),
    ]
});

fn bytes(forecast: &Forecast, language: Language) -> Vec<u8> {
    let mut file = Vec::new();
    xlsx::write(forecast, &Wording::new(language), &mut file).unwrap();
    file
}

type Book = Xlsx<Cursor<Vec<u8>>>;

fn open(forecast: &Forecast, language: Language) -> Book {
    Xlsx::new(Cursor::new(bytes(forecast, language))).unwrap()
}

fn summary_of(forecast: &Forecast) -> serde_json::Value {
    let mut text = Vec::new();
    summary::write(forecast, &mut text).unwrap();
    serde_json::from_slice(&text).unwrap()
}

/// Every cell of a workbook: sheet, row, column and what it holds.
fn cells(book: &mut Book) -> Vec<(String, (u32, u32), Data)> {
    let mut all = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        let (top, left) = range.start().unwrap();
        for (row, column, data) in range.used_cells() {
            let at = (top + u32::try_from(row).unwrap(), left + u32::try_from(column).unwrap());
            all.push((name.clone(), at, data.clone()));
        }
    }
    all
}

fn near(this: f64, that: f64) -> bool {
    (this - that).abs() <= 1e-9 * this.abs().max(1e-9)
}

#[test]
fn every_number_of_the_workbook_is_in_the_summary() {
    for (name, forecast) in &*RUNS {
        let json = summary_of(forecast);
        for language in Language::ALL {
            let placed = xlsx::placed(forecast, &Wording::new(language)).unwrap();
            let known: BTreeMap<_, _> = placed
                .iter()
                .map(|one| ((one.sheet.clone(), (one.cell.0, u32::from(one.cell.1))), one))
                .collect();
            let mut numbers = 0;
            for (sheet, at, data) in cells(&mut open(forecast, language)) {
                let value = match data {
                    Data::Float(value) => value,
                    Data::Int(value) => f64::from(i32::try_from(value).unwrap()),
                    Data::Error(error) => panic!("{name}: {error} in {sheet} at {at:?}"),
                    _ => continue,
                };
                numbers += 1;
                let quoted = known.get(&(sheet.clone(), at));
                let quoted =
                    quoted.unwrap_or_else(|| panic!("{name}: {value} in {sheet} at {at:?} has no source"));
                assert!(
                    near(quoted.value, value),
                    "{name}: {sheet} {at:?} holds {value}, not {}",
                    quoted.value
                );
                let stored = json.pointer(&quoted.pointer).and_then(serde_json::Value::as_f64);
                let stored = stored.unwrap_or_else(|| panic!("{name}: nothing at {}", quoted.pointer));
                assert!(near(value, stored), "{name}: {} is {stored}, shown {value}", quoted.pointer);
            }
            assert_eq!(numbers, placed.len(), "{name}: every number that was put in is read back");
            assert!(numbers > 500, "{name} says something");
        }
    }
}

/// Works out a formula of the few kinds that the workbook has, from the cells that are read back.
struct Sums {
    numbers: BTreeMap<(u32, u32), f64>,
}

impl Sums {
    fn cell(name: &str) -> (u32, u32) {
        let name = name.replace('$', "");
        let digits = name.find(|c: char| c.is_ascii_digit()).unwrap();
        let column = name[..digits].bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
        (name[digits..].parse::<u32>().unwrap() - 1, column - 1)
    }

    fn range(&self, text: &str) -> Vec<f64> {
        let (from, until) = text.split_once(':').unwrap();
        let (from, until) = (Self::cell(from), Self::cell(until));
        let inside =
            |at: &(u32, u32)| (from.0..=until.0).contains(&at.0) && (from.1..=until.1).contains(&at.1);
        self.numbers.iter().filter(|(at, _)| inside(at)).map(|(_, value)| *value).collect()
    }

    /// The value of a text: a sum of products, read from left to right; the rest of the text is given back.
    fn sum<'t>(&self, mut text: &'t str) -> (f64, &'t str) {
        let mut total;
        (total, text) = self.product(text);
        while let Some(sign @ ('+' | '-')) = text.chars().next() {
            let (term, rest) = self.product(&text[1..]);
            total += if sign == '+' { term } else { -term };
            text = rest;
        }
        (total, text)
    }

    fn product<'t>(&self, mut text: &'t str) -> (f64, &'t str) {
        let mut total;
        (total, text) = self.factor(text);
        while let Some(sign @ ('*' | '/')) = text.chars().next() {
            let (factor, rest) = self.factor(&text[1..]);
            total = if sign == '*' { total * factor } else { total / factor };
            text = rest;
        }
        (total, text)
    }

    fn factor<'t>(&self, text: &'t str) -> (f64, &'t str) {
        if let Some(inside) = text.strip_prefix('(') {
            let (value, rest) = self.sum(inside);
            return (value, rest.strip_prefix(')').unwrap());
        }
        for (name, mean) in [("SUM(", false), ("AVERAGE(", true)] {
            if let Some(inside) = text.strip_prefix(name) {
                let (range, rest) = inside.split_once(')').unwrap();
                let all = self.range(range);
                let sum: f64 = all.iter().sum();
                return (if mean { sum / all.len() as f64 } else { sum }, rest);
            }
        }
        if let Some(inside) = text.strip_prefix("ROUND(") {
            let (value, rest) = self.sum(inside);
            let (places, rest) = rest.strip_prefix(',').unwrap().split_once(')').unwrap();
            let scale = 10_f64.powi(places.parse().unwrap());
            // A product that ends in a half cent may lie a bit below it in binary.
            return ((value * scale + value.signum() * 1e-6).round() / scale, rest);
        }
        if let Some(inside) = text.strip_prefix("IF(") {
            let (left, rest) = self.sum(inside);
            let rest = rest.strip_prefix(">0,").unwrap();
            let (value, rest) = self.sum(rest);
            assert!(left > 0.0, "{text}");
            return (value, &rest[rest.find(')').unwrap() + 1..]);
        }
        let end =
            text.find(|c: char| !c.is_ascii_alphanumeric() && c != '$' && c != '.').unwrap_or(text.len());
        let (name, rest) = text.split_at(end);
        if let Ok(number) = name.parse() {
            return (number, rest);
        }
        (*self.numbers.get(&Self::cell(name)).unwrap_or_else(|| panic!("{name} holds no number")), rest)
    }
}

#[test]
fn the_stored_result_of_every_formula_is_what_the_formula_gives() {
    for (name, forecast) in &*RUNS {
        let mut book = open(forecast, Language::Nl);
        let all = cells(&mut book);
        let mut seen = 0;
        for sheet in book.sheet_names() {
            let numbers =
                all.iter().filter(|(of, _, _)| *of == sheet).filter_map(|(_, at, data)| match data {
                    Data::Float(value) => Some((*at, *value)),
                    Data::Int(value) => Some((*at, f64::from(i32::try_from(*value).unwrap()))),
                    _ => None,
                });
            let sums = Sums { numbers: numbers.collect() };
            let formulas = book.worksheet_formula(&sheet).unwrap();
            let Some((top, left)) = formulas.start() else { continue };
            for (row, column, formula) in formulas.used_cells().filter(|(_, _, formula)| !formula.is_empty())
            {
                let at = (top + u32::try_from(row).unwrap(), left + u32::try_from(column).unwrap());
                let Some(stored) = sums.numbers.get(&at) else { continue };
                let (value, rest) = sums.sum(formula.trim_start_matches('='));
                assert_eq!(rest, "", "{sheet}: {formula}");
                assert!(
                    (value - stored).abs() < 0.005,
                    "{name}, {sheet} {at:?}: {formula} is {value}, not {stored}"
                );
                seen += 1;
            }
        }
        assert!(seen > 60, "{name} has {seen} formulas");
    }
}

#[test]
fn a_cell_that_is_worked_out_has_its_formula() {
    let wording = Wording::new(Language::En);
    let (_, forecast) = &RUNS[0];
    let mut book = open(forecast, Language::En);
    for one in xlsx::placed(forecast, &wording).unwrap() {
        if one.formula {
            let formulas = book.worksheet_formula(&one.sheet).unwrap();
            let formula = formulas.get_value((one.cell.0, u32::from(one.cell.1)));
            assert!(formula.is_some_and(|formula| !formula.is_empty()), "{one:?}");
        }
    }
}

#[test]
fn the_same_forecast_gives_the_same_bytes() {
    let again = played("third-provider");
    assert!(bytes(&RUNS[0].1, Language::Nl) == bytes(&again, Language::Nl));
}

#[test]
fn table_3_is_rebuilt_to_the_cent_in_every_run() {
    for (name, forecast) in &*RUNS {
        let mut book = open(forecast, Language::Nl);
        let sheet = book.worksheet_range("Aansluiting tabel 3").unwrap();
        let value = |row: u32, column: u32| match sheet.get_value((row, column)) {
            Some(Data::Float(value)) => *value,
            other => panic!("{name}: {other:?} at {row}, {column}"),
        };
        for (row, printed) in [
            (7, [6_535.94, 7_919.65, 7_227.79]),
            (8, [326_796.79, 451_420.09, 778_216.88]),
            (9, [237_000.00, 204_532.20, 441_532.20]),
            (10, [89_796.79, 246_887.89, 336_684.68]),
        ] {
            for (column, printed) in (1..).zip(printed) {
                assert!((value(row, column) - printed).abs() < 1e-9, "{name}: row {row}");
                assert!((value(row, column + 4) - printed).abs() < 1e-9, "{name}: row {row}");
                assert!(value(row, column + 8).abs() < 1e-9, "{name}: row {row}");
            }
        }
    }
}

#[test]
fn a_title_from_a_file_is_text_however_it_looks() {
    let mut forecast = RUNS[0].1.clone();
    forecast.arms[1].title = format!("=HYPERLINK(\"x\") \u{202e}<script>&{}", "lang ".repeat(9_000));
    forecast.worlds[0].title = "=1+1".to_owned();
    forecast.arms[1].name = "=cmd|' /C calc'!A0".to_owned();
    let mut book = open(&forecast, Language::Nl);
    let titles: Vec<String> = cells(&mut book)
        .into_iter()
        .filter_map(|(_, _, data)| if let Data::String(text) = data { Some(text) } else { None })
        .collect();
    assert!(
        titles.iter().any(|text| text.starts_with("=HYPERLINK(\"x\") \u{fffd}<script>&")),
        "shown as it is"
    );
    assert!(titles.iter().any(|text| text == "=1+1"));
    assert!(titles.iter().all(|text| !text.contains('\u{202e}') && text.encode_utf16().count() <= 32_767));
    for sheet in book.sheet_names() {
        for (_, _, formula) in book.worksheet_formula(&sheet).unwrap().used_cells() {
            assert!(!formula.contains("HYPERLINK") && !formula.contains("1+1"), "{formula}");
        }
    }
    let mut file = Vec::new();
    bands_csv::write_dutch(&forecast, &Wording::new(Language::Nl), &mut file).unwrap();
    let text = String::from_utf8(file).unwrap();
    assert!(text.contains(";'=cmd|") && !text.contains(";=cmd"), "no cell of the table begins a formula");
}

#[test]
fn names_of_sheets_and_cells_are_fit_for_a_spreadsheet() {
    for (_, forecast) in &*RUNS {
        for language in Language::ALL {
            let book = open(forecast, language);
            let names = book.sheet_names();
            assert!(names.iter().all(|name| name.chars().count() <= 31));
            assert!(names.iter().all(|name| !name.contains(['[', ']', ':', '*', '?', '/', '\\', '\''])));
            assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
            let defined: Vec<&str> = book.defined_names().iter().map(|(name, _)| name.as_str()).collect();
            let share = Wording::new(language).text("own-name-share");
            assert!(defined.contains(&share.as_str()), "{defined:?}");
        }
    }
}

#[test]
fn the_table_for_dutch_spreadsheets_holds_the_figures_of_the_other_one() {
    let (_, forecast) = &RUNS[0];
    let (mut plain, mut dutch) = (Vec::new(), Vec::new());
    bands_csv::write(forecast, &mut plain).unwrap();
    bands_csv::write_dutch(forecast, &Wording::new(Language::Nl), &mut dutch).unwrap();
    let text = String::from_utf8(dutch).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a spreadsheet knows the alphabet by the first mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().get(6), Some("verwacht"));
    let mut rows = 0;
    let mut others = csv::Reader::from_reader(plain.as_slice());
    for (row, other) in reader.records().zip(others.records()) {
        let (row, other) = (row.unwrap(), other.unwrap());
        for column in 6..other.len() {
            assert_eq!(row[column].replace(',', "."), other[column], "{row:?}");
        }
        assert!(!row.iter().skip(6).any(|cell| cell.contains('.')));
        rows += 1;
    }
    assert_eq!(rows, 3 * 4 * sim::engine::Metric::COUNT * 6);
}
