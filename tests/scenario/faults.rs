//! Each fault once, made by patching one key, and told in both languages.

use std::fmt::Write;

use sim::report::wording::{Language, Wording};
use sim::scenario::{FaultKind, Faults};

use crate::bench::{Bench, page};

const BASE: &str = "base.toml";
const CHILD: &str = "child.toml";
const WORLD: &str = "worlds/leading.toml";

/// Each case: a name, the file, what is patched, and what it becomes.
const CASES: &[(&str, &str, &str, &str)] = &[
    ("unknown key", BASE, "no_show_share", "no_show_shar"),
    ("unknown table", BASE, "[queue]", "[queu]"),
    ("a key in the wrong table", BASE, "[queue]\n", "[queue]\nno_show_share = 1\n"),
    ("unknown key of a provider", CHILD, "persons", "persoons"),
    (
        "missing key",
        BASE,
        "urgent_share = { range = { low = 0.05, likely = 0.15, high = 0.30 }, unit = \"share\", source = \"fixture\", grade = \"unknown\" }\n",
        "",
    ),
    ("missing part of a range", BASE, "low = 0.03, likely = 0.10, high = 0.25", "low = 0.03, high = 0.25"),
    (
        "missing unit and source",
        BASE,
        "unit = \"weeks\", source = \"fixture\", grade = \"assumed\" }\n\n[conversations]",
        "grade = \"assumed\" }\n\n[conversations]",
    ),
    ("missing header", BASE, "format_version = 1\n", ""),
    ("other version", BASE, "format_version = 1", "format_version = 2"),
    ("wrong kind", CHILD, "kind = \"scenario\"", "kind = \"scenaro\""),
    ("a world as scenario", CHILD, "kind = \"scenario\"", "kind = \"world\""),
    ("a scenario as world", WORLD, "kind = \"world\"", "kind = \"scenario\""),
    ("text for a number", BASE, "fixed = 4,", "fixed = \"vier\","),
    ("decimal comma in quotes", CHILD, "fixed = 85000", "fixed = \"85.000,00\""),
    ("decimal comma", BASE, "events = 98", "events = \"1.234,56\""),
    ("bare decimal comma", BASE, "fixed = 112.50", "fixed = 112,50"),
    ("percent", BASE, "fixed = 0.0225", "fixed = \"2,25 %\""),
    ("number in quotes", BASE, "fixed = 12,", "fixed = \"12\","),
    (
        "a bare number",
        BASE,
        "norm_weeks = { fixed = 4, unit = \"weeks\", source = \"fixture\", grade = \"assumed\" }",
        "norm_weeks = 4",
    ),
    (
        "a list for a quantity",
        BASE,
        "norm_weeks = { fixed = 4, unit = \"weeks\", source = \"fixture\", grade = \"assumed\" }",
        "norm_weeks = [4]",
    ),
    ("wrong unit", BASE, "unit = \"youths/year\"", "unit = \"youths/month\""),
    ("nan", BASE, "likely = 0.10, high = 0.25", "likely = nan, high = 0.25"),
    ("inf", BASE, "events = 98", "events = inf"),
    ("negative hours", BASE, "fixed = 20, unit = \"hours/week\"", "fixed = -20, unit = \"hours/week\""),
    (
        "a probability above 1",
        BASE,
        "low = 0.30, likely = 0.55, high = 0.80",
        "low = 0.30, likely = 0.55, high = 1.2",
    ),
    ("a fraction of a person", BASE, "persons = { fixed = 2", "persons = { fixed = 2.5"),
    (
        "an uncertain head-count",
        BASE,
        "persons = { fixed = 2",
        "persons = { range = { low = 1, likely = 2, high = 3 }",
    ),
    ("low above likely", BASE, "low = 0.75, likely = 1.0", "low = 1.1, likely = 1.0"),
    ("a range of one number", BASE, "low = 0.75, likely = 1.0, high = 1.25", "low = 1, likely = 1, high = 1"),
    ("more seen than there were", BASE, "seen = 6, of = 100", "seen = 101, of = 100"),
    ("no years", BASE, "years = 1.0", "years = 0"),
    ("spread of 0", BASE, "sd = 0.03", "sd = 0"),
    (
        "impossible spread",
        BASE,
        "proportion = { seen = 6, of = 100, prior = \"uniform\" }",
        "mean_sd = { mean = 0.5, sd = 0.6 }",
    ),
    ("three quantiles", BASE, "p10 = 8, p90 = 40", "p10 = 8, p50 = 20, p90 = 40"),
    ("quantiles out of order", BASE, "p10 = 8, p90 = 40", "p10 = 80, p90 = 40"),
    ("two statements", BASE, "counts = {", "fixed = 98, counts = {"),
    ("no statement", BASE, "counts = { events = 98, years = 1.0, prior = \"jeffreys\" }, ", ""),
    ("counts for a share", BASE, "proportion = { seen = 6, of = 100,", "counts = { events = 6, years = 100,"),
    ("unknown grade", BASE, "grade = \"measured\"", "grade = \"measurd\""),
    ("unknown prior", BASE, "prior = \"jeffreys\"", "prior = \"jeffrey\""),
    (
        "shares that do not add up",
        BASE,
        "dirichlet = { psychisch = 3.3, opvoeding = 1.8, beweging = 0.9 }, prior = \"none\"",
        "fixed = { psychisch = 0.5, opvoeding = 0.3, beweging = 0.3 }",
    ),
    ("a missing referrer", BASE, "smw = 13, ", ""),
    ("a mistyped referrer", BASE, "huisarts = 82", "huisart = 82"),
    ("an empty part without prior", BASE, "beweging = 0.9 }", "beweging = 0 }"),
    ("too many needs", BASE, "beweging = 0.9 }", "beweging = 0.9, a = 1, b = 1, c = 1, d = 1 }"),
    (
        "a correlation with nothing",
        BASE,
        "with = \"work.direct_hours_per_conversation\"",
        "with = \"work.direct_hours\"",
    ),
    (
        "a correlation with a fixed number",
        BASE,
        "with = \"work.direct_hours_per_conversation\"",
        "with = \"queue.norm_weeks\"",
    ),
    (
        "correlations in a circle",
        BASE,
        "direct_hours_per_conversation = { range = { low = 0.75, likely = 1.0, high = 1.25 },",
        "direct_hours_per_conversation = { range = { low = 0.75, likely = 1.0, high = 1.25 }, correlation = { with = \"work.indirect_hours_per_conversation\", rank = 0.2 },",
    ),
    ("a correlation of 2", BASE, "rank = 0.3", "rank = 2"),
    ("a date in quotes", BASE, "start = 2024-01-01", "start = \"2024-01-01\""),
    ("a date with a time", BASE, "start = 2024-01-01", "start = 2024-01-01T00:00:00"),
    ("a day that does not exist", BASE, "start = 2024-01-01", "start = 2024-02-30"),
    ("another century", BASE, "measured_on = 2022-07-01", "measured_on = 1022-07-01"),
    ("a horizon of 10,000 years", BASE, "years = 5", "years = 10000"),
    ("a horizon of 175 years", BASE, "years = 5", "end = 2199-01-01"),
    ("an end before the start", BASE, "years = 5", "end = 2023-01-01"),
    ("two lengths of the horizon", BASE, "years = 5", "years = 5\nend = 2029-01-01"),
    ("a date written in Dutch", BASE, "start = 2024-01-01", "start = 01-01-2024"),
    ("a number with a letter in it", BASE, "fixed = 12,", "fixed = 1O,"),
    (
        "two periods of one name",
        BASE,
        "[inflow]",
        "[[time.periods]]\nlabel = \"a\"\nfrom = 2024-01-01\n[[time.periods]]\nlabel = \"a\"\nfrom = 2025-01-01\n\n[inflow]",
    ),
    (
        "a period called total",
        BASE,
        "[inflow]",
        "[[time.periods]]\nlabel = \"total\"\nfrom = 2024-01-01\n\n[inflow]",
    ),
    ("text that turns direction", CHILD, "title = \"", "title = \"\u{202e}"),
    (
        "periods out of order",
        BASE,
        "[inflow]",
        "[[time.periods]]\nlabel = \"a\"\nfrom = 2024-01-01\n[[time.periods]]\nlabel = \"b\"\nfrom = 2023-01-01\n\n[inflow]",
    ),
    (
        "a period without a week",
        BASE,
        "[inflow]",
        "[[time.periods]]\nlabel = \"a\"\nfrom = 2023-12-01\n[[time.periods]]\nlabel = \"b\"\nfrom = 2024-01-01\n\n[inflow]",
    ),
    ("a provider that starts after the horizon", CHILD, "start = 2024-09-01", "start = 2031-09-01"),
    ("an exit before the start", CHILD, "start = 2024-09-01", "start = 2024-09-01\nexit_on = 2024-08-01"),
    (
        "a change before the start",
        BASE,
        "from = 2026-01-01\nkey = \"money.index_per_year\"\nto = { range = { low = 0.015, likely = 0.035, high = 0.06 }, unit = \"share/year\"",
        "from = 2020-01-01\nkey = \"maatwerk.cost_average_eur\"\nto = { fixed = 1, unit = \"eur\"",
    ),
    ("a change of what cannot change", BASE, "key = \"money.index_per_year\"", "key = \"queue.norm_weeks\""),
    ("a change of nothing", BASE, "key = \"money.index_per_year\"", "key = \"money.index_per_yeer\""),
    (
        "a change for a provider that is not there",
        BASE,
        "key = \"money.index_per_year\"\nto = { fixed = 0.063, unit = \"share/year\"",
        "key = \"providers.aanbieder-c.hours_per_week\"\nto = { fixed = 10, unit = \"hours/week\"",
    ),
    ("the same change twice", BASE, "from = 2025-01-01", "from = 2024-01-01"),
    (
        "money in two ways",
        CHILD,
        "hourly_price_eur",
        "hours_per_week = { fixed = 2, unit = \"hours/week\", source = \"x\", grade = \"assumed\" }\ngrant_eur_per_year = { fixed = 2, unit = \"eur/year\", source = \"x\", grade = \"assumed\" }\nhourly_price_eur",
    ),
    ("a budget without index rule", CHILD, "budget_indexed = false\n", ""),
    (
        "a mistyped provider",
        CHILD,
        "start = 2024-09-01",
        "start = 2024-09-01\n[providers.aanbieder-c]\nexit_on = 2025-01-01\n[providers.x]",
    ),
    ("an unknown need", CHILD, "expertise = [\"beweging\"]", "expertise = [\"bewegen\"]"),
    ("a need twice", CHILD, "expertise = [\"beweging\"]", "expertise = [\"beweging\", \"beweging\"]"),
    ("an unknown attracted need", BASE, "need = \"beweging\"", "need = \"bewegng\""),
    ("a bad name", CHILD, "[providers.derde]", "[providers.\"Derde Aanbieder\"]"),
    (
        "a ceiling broken on its face",
        CHILD,
        "budget_eur_per_year = { fixed = 85000",
        "budget_eur_per_year = { fixed = 90000",
    ),
    ("more conversations than most", BASE, "most_needed = { fixed = 16", "most_needed = { fixed = 6"),
    (
        "a policy in a world",
        WORLD,
        "[maatwerk]",
        "[relief]\nadmin_share = { fixed = 0.5, unit = \"share\", source = \"x\", grade = \"assumed\" }\n[maatwerk]",
    ),
    ("a horizon in a world", WORLD, "[maatwerk]", "[time]\nyears = 3\n[maatwerk]"),
    ("worlds in a child", CHILD, "extends = \"base.toml\"", "extends = \"base.toml\"\nworlds = []"),
    (
        "other needs in a world",
        WORLD,
        "[maatwerk]",
        "[needs]\nshares = { fixed = { psychisch = 0.5, anders = 0.5 }, unit = \"share\", source = \"x\", grade = \"assumed\" }\n[maatwerk]",
    ),
    ("a missing parent", CHILD, "extends = \"base.toml\"", "extends = \"basis.toml\""),
    ("a parent outside the folder", CHILD, "extends = \"base.toml\"", "extends = \"../../elders/base.toml\""),
    ("its own parent", CHILD, "extends = \"base.toml\"", "extends = \"child.toml\""),
    ("a world as parent", CHILD, "extends = \"base.toml\"", "extends = \"worlds/second.toml\""),
    ("a missing world", BASE, "worlds/leading.toml", "worlds/leding.toml"),
    ("a world twice", BASE, "worlds/second.toml", "worlds/leading.toml"),
    (
        "registered outcomes that do not add up",
        BASE,
        "[[changes]]",
        "[[registered]]\nperiod = \"2024\"\nseen = 76\npositive = 50\nescalated = 25\nunknown = 0\nprinted = { cost_average_eur = 1, avoided_eur = 1, cost_eur = 1, net_eur = 1 }\nsource = \"x\"\ngrade = \"measured\"\n\n[[changes]]",
    ),
    (
        "registered in no period",
        BASE,
        "[[changes]]",
        "[[registered]]\nperiod = \"2023\"\nseen = 1\npositive = 1\nescalated = 0\nunknown = 0\nprinted = { cost_average_eur = 1, avoided_eur = 1, cost_eur = 1, net_eur = 1 }\nsource = \"x\"\ngrade = \"measured\"\n\n[[changes]]",
    ),
    ("an empty title", BASE, "title = \"Base\"", "title = \" \""),
    ("a title with a control character", BASE, "title = \"Base\"", "title = \"Ba\\u001bse\""),
    ("a source without end", BASE, "source = \"fixture\"", "source = \"fixture"),
    ("a bare percent", BASE, "fixed = 0.0225", "fixed = 2,25%"),
    ("a whole percent", BASE, "fixed = 0.0225", "fixed = 2%"),
    ("euros", BASE, "fixed = 112.50", "fixed = € 112"),
    ("thousands parted by a space", BASE, "fixed = 319000", "fixed = 319 000"),
    ("thousands parted by a point and a decimal comma", BASE, "fixed = 319000", "fixed = 319.000,50"),
    ("a number with a word behind it", BASE, "fixed = 12,", "fixed = 12 keer,"),
    ("a number that ends in its point", BASE, "fixed = 12,", "fixed = 12.,"),
    ("a key that ends in a point", BASE, "norm_weeks =", "norm_weeks. ="),
    ("an end of the horizon in a world", WORLD, "[maatwerk]", "[time]\nend = 2027-01-01\n[maatwerk]"),
    (
        "a share below nought",
        BASE,
        "dirichlet = { psychisch = 3.3, opvoeding = 1.8, beweging = 0.9 }, prior = \"none\"",
        "fixed = { psychisch = -0.5, opvoeding = 0.6, beweging = 0.9 }",
    ),
    ("missing referrers", BASE, "screener = 43, huisarts = 82, ", ""),
    ("mistyped referrers", BASE, "screener = 43, huisarts = 82", "screen = 43, huisart = 82"),
    ("a key twice", BASE, "years = 5", "years = 5\nyears = 6"),
    ("a table twice", BASE, "[queue]", "[work]"),
    ("no value", BASE, "years = 5", "years ="),
    ("no equals sign", BASE, "years = 5", "years 5"),
    ("text without quotes", BASE, "title = \"Base\"", "title = Base"),
    ("a list that is not closed", BASE, "providers = []", "providers = [\"a\","),
    ("a heading that is not closed", BASE, "[queue]", "[queue"),
    ("no comma", BASE, "low = 0.03, likely", "low = 0.03 likely"),
    ("a comma too many", BASE, "\"psychisch\", \"opvoeding\"", "\"psychisch\",, \"opvoeding\""),
    ("a number with a leading zero", BASE, "years = 5", "years = 05"),
    ("true in capitals", BASE, "costs_indexed = true", "costs_indexed = TRUE"),
    ("a statement that nobody asks for", BASE, "[queue]", "[reporting]\nfundin = \"wij\"\n\n[queue]"),
    ("a statement that is a number", BASE, "[queue]", "[reporting]\nfunding = 3\n\n[queue]"),
    ("statements in a world", WORLD, "[maatwerk]", "[reporting]\nfunding = \"wij\"\n\n[maatwerk]"),
];

fn told(language: Language) -> String {
    let mut all = String::new();
    for (name, file, from, to) in CASES {
        let faults = Bench::new().patch(file, from, to).faults();
        let _ = writeln!(all, "=== {name}\n{}", page(&faults, language));
    }
    all
}

#[test]
fn each_fault_is_told_in_dutch() {
    insta::assert_snapshot!("faults_nl", told(Language::Nl));
}

#[test]
fn each_fault_is_told_in_english() {
    insta::assert_snapshot!("faults_en", told(Language::En));
}

#[test]
fn one_patched_key_gives_one_fault() {
    for (name, file, from, to) in CASES {
        let faults = Bench::new().patch(file, from, to).faults();
        // A mistyped table takes its keys along; all else is told once.
        let most = match *name {
            "unknown table" | "a table twice" | "a heading that is not closed" => 10,
            "a mistyped provider" => 5,
            "a world as scenario" | "a bad name" | "a missing header" => 6,
            _ => 1,
        };
        assert!(faults.list.len() <= most, "{name}: {}", page(&faults, Language::En));
    }
}

#[test]
fn no_fault_is_left_without_a_sentence() {
    for language in [Language::Nl, Language::En] {
        let nothing = Wording::new(language).text("fault-other");
        assert!(!told(language).contains(&nothing));
    }
}

#[test]
fn every_fault_points_at_the_line_of_the_patch() {
    for (name, file, from, to) in CASES {
        let bench = Bench::new().patch(file, from, to);
        let faults = bench.faults();
        for fault in &faults.list {
            let site = &fault.site;
            let Some(input) = faults.inputs.iter().find(|input| input.path == site.file) else { continue };
            let line = input.text.lines().nth(site.line.saturating_sub(1)).unwrap_or("");
            if site.line > 0 {
                assert!(site.column <= line.chars().count() + 1, "{name}: {site:?}");
                assert!(input.text.is_char_boundary(site.start) && input.text.is_char_boundary(site.end));
            }
        }
    }
}

fn kinds(faults: &Faults) -> Vec<&FaultKind> {
    faults.list.iter().map(|fault| &fault.kind).collect()
}

#[test]
fn all_faults_of_all_files_are_told_at_once() {
    let bench = Bench::new()
        .patch(BASE, "no_show_share", "no_show_shar")
        .patch(BASE, "fixed = 4,", "fixed = -4,")
        .patch(CHILD, "persons", "persoons")
        .patch(WORLD, "high = 0.6", "high = 6")
        .patch("worlds/second.toml", "unit = \"per year\"", "unit = \"per week\"")
        .set("queue.norm_weeks=five");
    let faults = bench.faults();
    let files: Vec<String> = faults.list.iter().map(|fault| fault.site.file.display().to_string()).collect();
    for file in ["base.toml", "child.toml", "worlds/leading.toml", "worlds/second.toml", "--set"] {
        assert!(files.iter().any(|known| known == file), "{file} in {files:?}");
    }
    assert_eq!(faults.list.len(), 6, "{}", page(&faults, Language::En));
}

#[test]
fn a_decimal_comma_names_the_number_that_was_meant() {
    let faults = Bench::new().patch(BASE, "events = 98", "events = \"1.234,56\"").faults();
    assert_eq!(kinds(&faults), [&FaultKind::DecimalComma { text: "1.234,56".to_owned(), meant: 1234.56 }]);
    let faults = Bench::new().patch(BASE, "fixed = 112.50", "fixed = 112,50").faults();
    assert_eq!(kinds(&faults), [&FaultKind::DecimalComma { text: "112,50".to_owned(), meant: 112.5 }]);
}

#[test]
fn a_byte_order_mark_and_carriage_returns_are_read_and_leave_every_place_right() {
    let plain = Bench::new().patch(BASE, "fixed = 4,", "fixed = -4,").faults();
    let text = String::from_utf8(
        Bench::new().patch(BASE, "fixed = 4,", "fixed = -4,").files.0[std::path::Path::new(BASE)].clone(),
    )
    .unwrap();
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let faults = Bench::new().file(BASE, windows.clone()).faults();
    assert_eq!(
        (faults.list[0].site.line, faults.list[0].site.column),
        (plain.list[0].site.line, plain.list[0].site.column)
    );
    assert_eq!(&windows[faults.list[0].site.start..faults.list[0].site.end], "-4");
    let valid = format!("\u{feff}{}", include_str!("../fixtures/scenario/base.toml").replace('\n', "\r\n"));
    Bench::new().file(BASE, valid).loaded();
}

#[test]
fn columns_count_characters_not_bytes() {
    let faults =
        Bench::new().patch(BASE, "title = \"Base\"", "\"één sleutel\" = 1 # ééé\ntitle = \"é\" x").faults();
    let site = &faults.list.last().unwrap().site;
    assert_eq!((site.line, site.column), (6, 13));
}

#[test]
fn ten_thousand_providers_are_refused_at_once() {
    let mut text = String::from(include_str!("../fixtures/scenario/base.toml"));
    for provider in 0..10_000 {
        let _ = writeln!(text, "[providers.p{provider}]\nhours_per_wek = 1");
    }
    let started = std::time::Instant::now();
    let faults = Bench::new().file(BASE, text).faults();
    assert!(
        faults
            .list
            .iter()
            .any(|fault| matches!(fault.kind, FaultKind::TooMany { found: 10_002, most: 20, .. }))
    );
    assert!(started.elapsed().as_secs() < 5, "a debug build took {:?}", started.elapsed());
}

#[test]
fn a_flood_of_faults_is_cut_and_counted() {
    let mut text = String::new();
    for key in 0..50_000 {
        let _ = writeln!(text, "unknown{key} = 1");
    }
    let faults = Bench::new().file(BASE, text).faults();
    assert_eq!(faults.list.len(), Faults::MOST);
    assert_eq!((faults.left_out, faults.uncounted), (1_900, true));
    assert!(
        page(&faults, Language::En)
            .contains("At least 2000 faults found. Nothing was run. The first 100 are shown.")
    );
    let mut some = String::new();
    for key in 0..300 {
        let _ = writeln!(some, "unknown{key} = 1");
    }
    let faults = Bench::new().patch(BASE, "[queue]", &format!("{some}[queue]")).faults();
    assert_eq!((faults.list.len(), faults.left_out, faults.uncounted), (100, 200, false));
}

#[test]
fn too_many_providers_of_a_child_are_told_once_with_their_number() {
    let mut providers = String::new();
    for provider in 0..4_500 {
        let _ = writeln!(providers, "[providers.p{provider}]\nstart = 2024-10-01");
    }
    let bench = Bench::new().patch(CHILD, "[ceilings.derde]", &format!("{providers}[ceilings.derde]"));
    assert!(matches!(kinds(&bench.faults())[..], [FaultKind::TooMany { found: 4_501, most: 20, .. }]));
}

#[test]
fn a_key_of_too_many_parts_is_told_as_such_and_where_it_stands() {
    let key = vec!["a"; 200].join(".");
    let faults = Bench::new().patch(BASE, "norm_weeks =", &format!("{key} = 1\nnorm_weeks =")).faults();
    assert!(
        matches!(kinds(&faults)[..], [FaultKind::LongKey { most: 80 }]),
        "{}",
        page(&faults, Language::En)
    );
    assert_eq!((faults.list[0].site.line, faults.list[0].site.column), (64, 1));
}

#[test]
fn a_number_as_people_write_it_is_told_once_at_the_prompt_too() {
    for (written, meant) in [
        ("5%", 0.05),
        ("€ 5000", 5000.0),
        ("5 000", 5000.0),
        ("1.234,56", 1234.56),
        ("€ 5,50", 5.5),
        ("1 234,56", 1234.56),
        ("2,25 %", 0.0225),
    ] {
        let faults = Bench::new().set(&format!("queue.norm_weeks={written}")).faults();
        assert_eq!(kinds(&faults), [&FaultKind::DecimalComma { text: written.to_owned(), meant }]);
        assert!(faults.warnings.is_empty(), "{}", page(&faults, Language::En));
    }
    let faults = Bench::new().set("queue.norm_weeks=20 weken").faults();
    assert!(
        page(&faults, Language::En).contains("cannot be read: 20 weken"),
        "{}",
        page(&faults, Language::En)
    );
}

#[test]
fn deep_nesting_is_refused_without_exhausting_the_stack() {
    let brackets = format!("x = {}", "[".repeat(500_000));
    let dotted = format!("x = {{ {} = 1 }}", vec!["a"; 200_000].join("."));
    let braces = format!("x = {}", "{ a = ".repeat(100_000));
    let tables = format!("[{}]\n", vec!["a"; 200_000].join("."));
    let mixed: String = format!("{{ {} = ", vec!["a"; 79].join(".")).repeat(24);
    for text in [brackets, dotted, braces, tables, format!("x = {mixed}")] {
        Bench::new().file(BASE, text).faults();
    }
}

#[test]
fn binary_junk_and_nul_bytes_are_told_as_such() {
    for bytes in
        [vec![0xff, 0xfe, 0x00, 0x41], vec![0x89, b'P', b'N', b'G', 0x0d, 0x0a], b"a = 1\0\n".to_vec()]
    {
        let faults = Bench::new().file(BASE, bytes).faults();
        assert!(matches!(faults.list[0].kind, FaultKind::File { .. }), "{:?}", faults.list);
    }
}

#[test]
fn control_characters_of_a_file_never_reach_the_terminal() {
    let faults = Bench::new().patch(BASE, "[queue]", "\"\\u001b[31mred\" = 1\n[queue]").faults();
    assert!(!page(&faults, Language::En).contains('\u{1b}'));
}

#[test]
fn scenarios_of_two_roots_are_refused() {
    let other = include_str!("../fixtures/scenario/base.toml");
    let faults = Bench::new().file("other.toml", other).run(&["child.toml", "other.toml"]).faults();
    assert!(matches!(kinds(&faults)[..], [FaultKind::OtherRoot { .. }]));
}

#[test]
fn parents_in_a_circle_are_named_in_order() {
    let faults = Bench::new()
        .patch(CHILD, "extends = \"base.toml\"", "extends = \"middle.toml\"")
        .file("middle.toml", "format_version = 1\nkind = \"scenario\"\ntitle = \"m\"\npurpose = \"m\"\nextends = \"child.toml\"\n")
        .faults();
    let FaultKind::CircularParents { chain } = kinds(&faults)[0] else { panic!("{faults:?}") };
    assert_eq!(chain, &["child.toml", "middle.toml", "child.toml"]);
}

#[test]
fn a_setting_without_value_or_of_nothing_known_is_refused() {
    let faults = Bench::new()
        .set("norm_weeks")
        .set(" = 5")
        .set("queue.norm_week=3")
        .set("providers.derd.persons=2")
        .faults();
    assert_eq!(faults.list.len(), 4, "{}", page(&faults, Language::En));
    let faults = Bench::new().set("providers.derd.persons=2").faults();
    assert!(
        matches!(kinds(&faults)[..], [FaultKind::UnknownProvider { nearest: Some(near), .. }] if near == "derde")
    );
    let faults = Bench::new().set("title=x").faults();
    assert!(matches!(kinds(&faults)[..], [FaultKind::NotHere { .. }]));
}
