//! Index and volume worked out by hand.

use sim::engine::Metric;

use crate::engine::{Stage, metric};
use crate::given::{person, play};

/// Twenty hours of 100 euros in 52 contract weeks.
const YEAR: f64 = 104_000.0;

#[track_caller]
fn assert_years(stage: &Stage, persons: &[sim::cohort::Person], of: Metric, by_year: [f64; 4]) {
    let experiment = stage.load();
    let seen = play(&experiment, persons);
    for (year, expected) in by_year.into_iter().chain([by_year.iter().sum()]).enumerate() {
        let found = metric(&experiment, &seen, of, year);
        assert!(
            (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
            "{year}: {found}, by hand {expected}"
        );
    }
}

#[test]
fn an_index_and_its_settlement_are_no_volume() {
    let stage = Stage::new().set("money.index_per_year=0.05").set("money.index_correction=0.01");
    assert_years(&stage, &[], Metric::PojCostConstant, [YEAR; 4]);
    let older = stage.set("money.price_level_year=2022");
    // The level year lies before the run: 2024 is its first year, at 1.06 x 1.05 times the prices of 2022.
    assert_years(&older, &[], Metric::PojCostConstant, [1.06 * 1.05 * YEAR; 4]);
}

/// A budget of 104,000 that stands still while an hour of 100 euros rises by 10 % a year buys fewer hours: less volume.
#[test]
fn a_budget_that_stands_still_loses_volume() {
    let stage = Stage::new()
        .patch(
            "[providers.alfa]",
            "[providers.alfa]\nbudget_eur_per_year = { fixed = 104000, unit = \"eur/year\", source = \"fixture\", \
             grade = \"assumed\" }\nbudget_indexed = false",
        )
        .set("money.index_per_year=0.1");
    assert_years(&stage, &[], Metric::PojCost, [YEAR; 4]);
    assert_years(&stage, &[], Metric::PojCostConstant, [1.0, 1.1, 1.21, 1.331].map(|level| YEAR / level));
}

/// Three closures, in 2024 and twice in 2026, of 8,000 in prices of 2022 at 5 % index and 2 % growth above it; from 2026 on
/// an average trajectory costs 10,000. The volume of 2026 is that of two closures at the price of 2024.
#[test]
fn avoided_cost_has_the_volume_of_its_closures() {
    let stage = Stage::new()
        .set("maatwerk.price_level_year=2022")
        .set("maatwerk.price_growth_above_index=0.02")
        .set("money.index_per_year=0.05")
        .with(
            "\n[[changes]]\nfrom = 2026-01-01\nkey = \"maatwerk.cost_average_eur\"\n\
            to = { fixed = 10000, unit = \"eur\", source = \"fixture\", grade = \"assumed\" }\n",
        );
    let persons = [person(0), person(105), person(106)];
    let (step, first) = (1.05_f64 * 1.02, 8000.0 * (1.05_f64 * 1.02).powi(2));
    assert_years(&stage, &persons, Metric::AvoidedCost, [first, 0.0, 2.0 * 10_000.0 * step.powi(4), 0.0]);
    assert_years(&stage, &persons, Metric::AvoidedCostConstant, [first, 0.0, 2.0 * first, 0.0]);
}

/// Conversation for conversation the relief of 18 euros rises with the index, and the campaign of 5,200 a year.
#[test]
fn relief_and_campaign_keep_their_volume() {
    let quantity = "unit = \"eur/year\", source = \"fixture\", grade = \"assumed\" }\n";
    let stage = Stage::new()
        .set("relief.admin_share=0.4")
        .set("relief.screener_hours_per_admin_hour=1.5")
        .set("money.index_per_year=0.1")
        .with(&format!(
            "\n[[changes]]\nfrom = 2025-01-01\nkey = \"campaign.cost_eur_per_year\"\nto = {{ fixed = 5200, {quantity}"
        ));
    let persons = [person(0), person(60)];
    let later = YEAR + 5200.0;
    assert_years(&stage, &persons, Metric::PojCostConstant, [YEAR + 18.0, later + 18.0, later, later]);
}
