//! What the page and the summary for the council say of odd but sound runs.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::command::sim;

/// The page, its lines joined, and the folder of results below `out`.
fn told(line: &str, out: &Path) -> String {
    let told = sim(&format!("{line} --out {}", out.display()));
    assert_eq!(told.code, Some(0), "{}", told.err);
    told.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_band_on_both_sides_of_nought_says_on_which_side_each_end_is() {
    let out = tempfile::tempdir().unwrap();
    let page = told("scenarios/awareness.toml --replications 400 --reports html", out.path());
    for words in ["minder tot 4", "gunstiger tot € "] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("(€ −"), "{page}");
    let council = fs::read_to_string(out.path().join("awareness/samenvatting.html")).unwrap();
    assert!(
        council.contains("hooguit 4 minder") || council.contains(" minder tot "),
        "no group, but its side"
    );
}

/// The limit is about all positive closures, and so is what is said beside it to be assumed.
#[test]
fn the_assumed_share_stands_on_the_scale_of_the_limit() {
    let out = tempfile::tempdir().unwrap();
    let page = told("scenarios/third-provider.toml --replications 1200 --reports none", out.path());
    let text = fs::read_to_string(out.path().join("third-provider/summary.json")).unwrap();
    let summary: Value = serde_json::from_str(&text).unwrap();
    let at = |pointer: &str| summary.pointer(pointer).and_then(Value::as_f64).unwrap();
    let extra =
        |metric: &str| at(&format!("/differences/third-provider/world/cautious/metrics/{metric}/total/mean"));
    let assumed = at("/decision/third-provider/cautious/break_even_avoidance_share/assumed/value");
    let ratio = extra("avoided_cost_eur") / extra("avoided_cost_if_all_eur");
    assert!((assumed / ratio - 1.0).abs() < 1e-6, "{assumed} {ratio}");
    let said = format!("gerekend met {:.0}% van de extra positieve afrondingen", 100.0 * assumed);
    assert!(page.contains(&said), "{said}: {page}");
}

#[test]
fn few_replications_support_no_answer_and_no_first_step() {
    let out = tempfile::tempdir().unwrap();
    let page = told("scenarios/third-provider.toml --replications 39 --reports none", out.path());
    assert!(page.contains("Of dat meer of minder kost, is bij dit aantal herhalingen niet te zeggen"));
    assert!(page.contains("Wat het meeste uitmaakt, is bij dit aantal herhalingen niet te zeggen"));
    assert!(!page.contains("begint hier:") && !page.contains("van de 20 gevallen ("), "{page}");
}

#[test]
fn a_year_that_is_not_whole_is_named_and_one_year_is_no_span() {
    let out = tempfile::tempdir().unwrap();
    let line = "scenarios/baseline.toml --replications 200 --reports none --set time.years=1 --set";
    let page = told(&format!("{line} time.start=2024-06-17"), out.path());
    for year in
        ["2024 is hier geen heel jaar: er tellen 29 weken mee", "2025 is hier geen heel jaar: er tellen 24"]
    {
        assert!(page.contains(year), "{year}: {page}");
    }
    let page = told(&format!("{line} time.start=2024-01-01 --force"), out.path());
    assert!(page.contains("een raming voor 2024, uit") && !page.contains("geen heel jaar"), "{page}");
    assert!(page.contains("per jaar standhoudt, is"), "{page}");
}

#[test]
fn hardly_anybody_is_told_as_such_and_one_is_singular() {
    let out = tempfile::tempdir().unwrap();
    let line = "--replications 2000 --reports none --force --set inflow.youths_per_year";
    let page = told(&format!("scenarios/third-provider.toml {line}=1"), out.path());
    assert!(page.contains("verandert naar verwachting nauwelijks"), "{page}");
    assert!(!page.contains("0 jeugdigen meer") && !page.contains("Per extra jeugdige"), "{page}");
    let page = told(&format!("scenarios/baseline.toml {line}=0.3"), out.path());
    assert!(page.contains("wordt 1 traject positief afgerond"), "{page}");
}
