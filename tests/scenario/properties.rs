//! No text makes the reader panic, and what it understood is written back to the same.

use proptest::prelude::*;
use sim::report::resolved_toml;
use sim::report::wording::Language;
use sim::scenario::{Grade, Loaded};

use crate::bench::{Bench, page, placeless};

fn assert_round_trip(loaded: &Loaded) {
    for arm in 0..loaded.experiment.arms.len() {
        let text = resolved_toml(loaded, arm);
        let again = Bench::new().file("resolved.toml", text.clone()).run(&["resolved.toml"]).load();
        let again = again.unwrap_or_else(|faults| panic!("{}\n{text}", page(&faults, Language::En)));
        let [once, twice] = [&loaded.experiment.scenarios[arm][0], &again.experiment.scenarios[0][0]]
            .map(|scenario| placeless(scenario.clone()));
        assert_eq!(once, twice);
        // What is written back once is written back alike for ever, but for the places.
        let bare = |text: &str| -> Vec<String> {
            text.lines().skip(2).map(|line| line.split("  # ").next().unwrap().to_owned()).collect()
        };
        assert_eq!(bare(&text), bare(&resolved_toml(&again, 0)));
    }
}

#[test]
fn a_resolved_scenario_loads_again_to_the_same() {
    assert_round_trip(&Bench::new().loaded());
}

#[test]
fn a_resolved_scenario_keeps_periods_what_was_registered_and_odd_texts() {
    let periods = "[[time.periods]]\nlabel = \"okt \\\"2023\\\"\"\nfrom = 2023-10-01\n\
        [[time.periods]]\nlabel = \"daarna\"\nfrom = 2025-01-01\n[inflow]";
    let registered = "[[registered]]\nperiod = \"daarna\"\nseen = 3\npositive = 1\nescalated = 1\nunknown = 1\n\
        printed = { cost_average_eur = 6535.94, avoided_eur = 326796.79, cost_eur = 237000.00, net_eur = -0.1 }\n\
        source = \"a \\\\ b \\\" ' # é\"\ngrade = \"conflicting\"\n[[changes]]";
    let loaded = Bench::new()
        .patch("base.toml", "[inflow]", periods)
        .patch("base.toml", "[[changes]]", registered)
        .patch("base.toml", "source = \"fixture\"", "source = 'tab and \\ and # \"quoted\"'")
        .set("providers.derde.persons=2")
        .loaded();
    assert_eq!(loaded.experiment.scenarios[0][0].registered[0].provenance.grade, Grade::Conflicting);
    assert_round_trip(&loaded);
}

/// A statement of a positive number, as a file writes it.
fn statement() -> impl Strategy<Value = String> {
    let number = || (1_u32..400_000).prop_map(|thousandths| f64::from(thousandths) / 997.0);
    let three = (number(), number(), number());
    prop_oneof![
        number().prop_map(|x| format!("fixed = {x:?}")),
        (number(), number()).prop_map(|(events, years)| format!(
            "counts = {{ events = {events:?}, years = {:?}, prior = \"uniform\" }}",
            years + 5.0
        )),
        three.prop_map(|(a, b, c)| format!(
            "range = {{ low = {a:?}, likely = {:?}, high = {:?} }}",
            a + b,
            a + b + c
        )),
        (number(), number())
            .prop_map(|(mean, sd)| format!("mean_sd = {{ mean = {mean:?}, sd = {:?} }}", sd * 0.3)),
        (number(), number())
            .prop_map(|(low, more)| format!("quantiles = {{ p05 = {low:?}, p95 = {:?} }}", low + more)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_valid_statement_survives_the_round_trip(first in statement(), second in statement()) {
        let price = "cost_average_eur = { fixed = 7919.6507";
        let bench = Bench::new()
            .patch("base.toml", "counts = { events = 98, years = 1.0, prior = \"jeffreys\" }", &first)
            .patch("base.toml", price, &format!("cost_average_eur = {{ {second}"));
        // Some statements name no distribution; they must be refused, not misread.
        if let Ok(loaded) = bench.load() {
            assert_round_trip(&loaded);
        }
    }

    #[test]
    fn a_mutilated_scenario_never_panics(
        cuts in prop::collection::vec((0_usize..14_000, 0_usize..40, "\\PC{0,8}"), 1..6),
        in_child in any::<bool>(),
    ) {
        let path = if in_child { "child.toml" } else { "base.toml" };
        let mut bench = Bench::new();
        let bytes = bench.files.0.get_mut(std::path::Path::new(path)).unwrap();
        for (at, length, instead) in cuts {
            let at = at % bytes.len().max(1);
            let to = (at + length).min(bytes.len());
            bytes.splice(at..to, instead.into_bytes());
        }
        match bench.load() {
            Ok(loaded) => assert_round_trip(&loaded),
            Err(faults) => {
                prop_assert!(!faults.list.is_empty());
                page(&faults, Language::Nl);
            }
        }
    }

    #[test]
    fn any_text_at_all_never_panics(text in "[\\PC\\n]{0,200}", setting in "\\PC{0,40}") {
        let bench = Bench::new().file("base.toml", text).set(&setting);
        if let Err(faults) = bench.load() {
            page(&faults, Language::En);
        }
    }

    #[test]
    fn any_setting_of_a_known_key_never_panics(key in prop::sample::select(sim::scenario::all_keys()), value in "\\PC{0,30}") {
        let bench = Bench::new().set(&format!("{}={value}", key.key)).set(&format!("providers.derde.{}={value}", key.key));
        if let Err(faults) = bench.load() {
            page(&faults, Language::En);
        }
    }
}
