//! Money worked out by hand.

use std::sync::atomic::AtomicBool;

use sim::cohort::Person;
use sim::engine::{Metric, Outcomes, ProviderStat, run};
use sim::scenario::Experiment;

use crate::engine::{Stage, metric, plan};
use crate::given::{person, play};

/// Twenty hours of 100 euros in 52 contract weeks.
const YEAR: f64 = 104_000.0;

#[track_caller]
fn assert_close(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{found}, by hand {expected}");
}

/// A metric of the four years and in total, over no young people at all.
fn years_of(stage: &Stage, of: Metric) -> [f64; 5] {
    let experiment = stage.load();
    let seen = play(&experiment, &[]);
    [0, 1, 2, 3, 4].map(|slice| metric(&experiment, &seen, of, slice))
}

#[track_caller]
fn assert_costs(stage: &Stage, by_year: [f64; 4]) {
    let found = years_of(stage, Metric::PojCost);
    for (found, expected) in found.iter().zip(by_year) {
        assert_close(*found, expected);
    }
    assert_close(found[4], by_year.iter().sum());
}

fn few(experiment: &Experiment) -> Outcomes {
    run(experiment, &plan(1, 2), &|_| (), &AtomicBool::new(false)).expect("the run is not stopped")
}

/// Another provider, beta, with what the lines say of its pay and start.
fn with_beta(lines: &str) -> Stage {
    Stage::new().set("providers.alfa.hourly_price_eur=1").set("providers.alfa.hours_per_week=0").with(
        &format!(
            "\n[providers.beta]
        persons = {{ fixed = 1, unit = \"count\", source = \"fixture\", grade = \"assumed\" }}
        exit_per_year = {{ fixed = 0, unit = \"per year\", source = \"fixture\", grade = \"assumed\" }}
        replacement_weeks = {{ fixed = 4, unit = \"weeks\", source = \"fixture\", grade = \"assumed\" }}
        ramp_up_weeks = {{ fixed = 0, unit = \"weeks\", source = \"fixture\", grade = \"assumed\" }}
        expertise = [\"praten\"]
        accepts_other_needs = true
        {lines}\n"
        ),
    )
}

fn quantity(key: &str, value: &str, unit: &str) -> String {
    format!("{key} = {{ fixed = {value}, unit = \"{unit}\", source = \"fixture\", grade = \"assumed\" }}\n")
}

#[test]
fn a_year_costs_the_same_in_52_weeks_as_in_53() {
    assert_costs(&Stage::new(), [YEAR; 4]);
    let grant =
        quantity("hours_per_week", "20", "hours/week") + &quantity("grant_eur_per_year", "53000", "eur/year");
    assert_costs(&with_beta(&grant), [53_000.0; 4]);
}

/// From Monday 1 July to Monday 30 December 2024 are 27 of the 53 Mondays. Growing to full hours costs the full contract.
#[test]
fn a_part_of_a_year_costs_its_mondays_and_the_start_its_own() {
    let grant =
        quantity("hours_per_week", "20", "hours/week") + &quantity("grant_eur_per_year", "53000", "eur/year");
    let late = grant + &quantity("start_up_cost_eur", "1234", "eur") + "start = 2024-07-01\n";
    assert_costs(&with_beta(&late), [27_000.0 + 1234.0, 53_000.0, 53_000.0, 53_000.0]);
    let slow = with_beta(&late).set("providers.beta.ramp_up_weeks=10");
    assert_costs(&slow, [27_000.0 + 1234.0, 53_000.0, 53_000.0, 53_000.0]);
}

/// 2024 is the level year. Announced is 5 %, corrected afterwards to 6 %.
///
/// | year | announced | corrected | settled of the year before |
/// |---|---|---|---|
/// | 2024 | 1 | 1 | |
/// | 2025 | 1.05 | 1.06 | 0 |
/// | 2026 | 1.06 x 1.05 = 1.113 | 1.06 x 1.06 = 1.1236 | 0.01 |
/// | 2027 | 1.1236 x 1.05 = 1.17978 | | 1.1236 - 1.113 = 0.0106 |
#[test]
fn the_index_is_announced_corrected_and_settled_a_year_later() {
    let indexed = || Stage::new().set("money.index_per_year=0.05").set("money.index_correction=0.01");
    assert_costs(&indexed(), [YEAR, 1.05 * YEAR, (1.113 + 0.01) * YEAR, (1.179_78 + 0.0106) * YEAR]);
    assert_costs(&indexed().set("money.costs_indexed=false"), [YEAR; 4]);
    // What began on 7 April 2025 was paid for 39 of 52 Mondays: three quarters are settled.
    let grant =
        quantity("hours_per_week", "20", "hours/week") + &quantity("grant_eur_per_year", "52000", "eur/year");
    let late = with_beta(&(grant + "start = 2025-04-07\n"))
        .set("money.index_per_year=0.05")
        .set("money.index_correction=0.01");
    let settled = 0.75 * 0.01;
    assert_costs(
        &late,
        [0.0, 0.75 * 1.05 * 52_000.0, (1.113 + settled) * 52_000.0, (1.179_78 + 0.0106) * 52_000.0],
    );
    // The level year before the run: its index of 2023 counts as well.
    let older = Stage::new().set("money.index_per_year=0.05").set("money.price_level_year=2022");
    let levels = [2, 3, 4, 5].map(|years| YEAR * 1.05_f64.powi(years));
    assert_costs(&older, levels);
}

#[test]
fn another_index_from_a_year_on_holds_from_that_year() {
    let change = "\n[[changes]]\nfrom = 2026-01-01\nkey = \"money.index_per_year\"\n\
        to = { fixed = 0.20, unit = \"share/year\", source = \"fixture\", grade = \"assumed\" }\n";
    // A setting would replace the change too, so the first value is patched in the file.
    let stage = || {
        Stage::new().patch("index_per_year = { fixed = 0,", "index_per_year = { fixed = 0.10,").with(change)
    };
    assert_costs(&stage(), [YEAR, 1.1 * YEAR, 1.1 * 1.2 * YEAR, 1.1 * 1.2 * 1.2 * YEAR]);
    let set = stage().set("money.index_per_year=0.10");
    assert_costs(&set, [YEAR, 1.1 * YEAR, 1.21 * YEAR, 1.331 * YEAR]);
}

/// A budget of 52,000 at 100 euros an hour and 10 % a year buys 10 h a week in 2024, 10 / 1.1 in 2025, 10 / 1.21 in 2026 and
/// 10 / 1.331 = 7.51 in 2027. Of 8 hours wanted it buys 8 until 2026, at 8 x 52 x 100 x the index.
#[test]
fn a_budget_buys_fewer_hours_as_prices_rise() {
    let budget = quantity("budget_eur_per_year", "52000", "eur/year")
        + &quantity("hourly_price_eur", "100", "eur/hour");
    let free = || with_beta(&(budget.clone() + "budget_indexed = false\n")).set("money.index_per_year=0.1");
    let wanted = quantity("hours_per_week", "8", "hours/week");
    let most = || {
        with_beta(&(budget.clone() + &wanted + "budget_indexed = false\n")).set("money.index_per_year=0.1")
    };
    let follows = || with_beta(&(budget.clone() + "budget_indexed = true\n")).set("money.index_per_year=0.1");
    let levels = [1.0, 1.1, 1.21, 1.331];
    assert_costs(&free(), [52_000.0; 4]);
    assert_costs(&most(), [41_600.0, 41_600.0 * 1.1, 41_600.0 * 1.21, 52_000.0]);
    assert_costs(&follows(), levels.map(|level| 52_000.0 * level));
    let hours = |stage: Stage| {
        let outcomes = few(&stage.load());
        [0, 1, 2, 3].map(|year| {
            outcomes.view(outcomes.provider_column((0, 0), 1, ProviderStat::HoursContract, year))[0]
        })
    };
    for (stage, expected) in [
        (free(), levels.map(|level| 10.0 / level)),
        (most(), [8.0, 8.0, 8.0, 10.0 / 1.331]),
        (follows(), [10.0; 4]),
    ] {
        for (found, expected) in hours(stage).iter().zip(expected) {
            assert_close(*found, expected);
        }
    }
    // The price of the year holds; a correction is not settled with a budget, but the next year's price knows it.
    let corrected = with_beta(&(budget + &wanted + "budget_indexed = false\n"))
        .set("money.index_per_year=0.05")
        .set("money.index_correction=0.01");
    assert_costs(&corrected, [1.0, 1.05, 1.113, 1.179_78].map(|level| 41_600.0 * level));
}

/// One conversation in week 40 of 53, care 10 weeks later for 20 weeks: weeks 50 to 69. Three of them fall in 2024,
/// seventeen in 2025. The cost of one young person is 1.3 times the average, those of two others, who avoid nothing, 0.25 times: with a
/// coefficient of variation of sqrt(e - 1) the sd of the logarithm is 1, and the factor 0.8 exp(z - 1/2).
///
/// Who avoids: 0.5 x 0.9 = 0.45 of those whom the second referrer sends, unless they come back, as a fifth does.
#[test]
fn avoided_cost_falls_in_the_weeks_in_which_the_care_would_have_run() {
    let late = Stage::new()
        .set("maatwerk.start_delay_weeks=10")
        .set("maatwerk.duration_weeks=20")
        .set(&format!("maatwerk.cost_cv={}", (1.0_f64.exp() - 1.0).sqrt()))
        .set("maatwerk.light_case_factor=0.8")
        .set("maatwerk.relapse_share=0.2")
        .set("maatwerk.avoidance_factor.huisarts=0.9")
        .load();
    let z = |factor: f64| 0.5 + (factor / 0.8).ln();
    let persons = [
        Person { z_cost: z(1.3), referrer: 1, u_avoid: 0.449, u_relapse: 0.201, ..person(40) },
        Person { z_cost: z(0.25), referrer: 1, u_avoid: 0.451, ..person(40) },
        Person { z_cost: z(0.25), u_relapse: 0.199, ..person(40) },
    ];
    let seen = play(&late, &persons);
    let of = |of, slice| metric(&late, &seen, of, slice);
    assert_close(of(Metric::AvoidedCost, 0), 1.3 * 8000.0 * 3.0 / 20.0);
    assert_close(of(Metric::AvoidedCost, 1), 1.3 * 8000.0 * 17.0 / 20.0);
    assert_close(of(Metric::AvoidedCostIfAll, 0), 1.8 * 8000.0 * 3.0 / 20.0);
    assert_close(of(Metric::AvoidedCost, 4), 1.3 * 8000.0);
    assert_close(of(Metric::AvoidedCostEvaluation, 0), 24_000.0);
    assert_close(of(Metric::NetSaving, 1), 1.3 * 8000.0 * 17.0 / 20.0 - YEAR);
    assert_close(of(Metric::CashableSaving, 1), 0.5 * 1.3 * 8000.0 * 17.0 / 20.0 - YEAR);
    // Expected of these three: 0.45 x 0.8 twice and 0.5 x 0.8, at 0.8 times the average.
    assert_close(seen.luck, (1.3 - 1.12 * 0.8) * 8000.0);
}

/// Half weeks count for half: 1.5 weeks after week 50, so from 51.5, for 2 weeks: one and a half of two in 2024.
#[test]
fn a_part_of_a_week_avoids_its_part() {
    let experiment =
        Stage::new().set("maatwerk.start_delay_weeks=1.5").set("maatwerk.duration_weeks=2").load();
    let seen = play(&experiment, &[person(50)]);
    assert_close(metric(&experiment, &seen, Metric::AvoidedCost, 0), 6000.0);
    assert_close(metric(&experiment, &seen, Metric::AvoidedCost, 1), 2000.0);
}

/// Ten weeks of warm-up. Closed in week 4, care from week 7 on for 4 weeks: one of them in the forecast. Closed in the
/// last week of all (10 + 209 - 1 = 218): nothing falls within the horizon. Closed in week 213: care from 216, three of four.
/// Half of it was to be expected.
#[test]
fn closures_of_the_warm_up_count_later_and_what_falls_behind_the_horizon_nowhere() {
    let experiment = Stage::new()
        .patch("warm_up_weeks = 0", "warm_up_weeks = 10")
        .set("maatwerk.start_delay_weeks=3")
        .set("maatwerk.duration_weeks=4")
        .load();
    let seen = play(&experiment, &[person(4), person(213), person(218)]);
    assert_close(metric(&experiment, &seen, Metric::AvoidedCost, 0), 2000.0);
    assert_close(metric(&experiment, &seen, Metric::AvoidedCost, 3), 6000.0);
    assert_close(metric(&experiment, &seen, Metric::AvoidedCost, 4), 8000.0);
    assert_close(seen.luck, 4000.0);
    // The evaluation's method books in the week of closure: the warm-up counts nowhere, the last week does.
    assert_close(metric(&experiment, &seen, Metric::AvoidedCostEvaluation, 4), 16_000.0);
    assert_close(metric(&experiment, &seen, Metric::YouthsReferred, 4), 2.0);
}

/// A trajectory of 8,000 in prices of 2022, 5 % index and 2 % more care a year: in 2024 two steps, in 2026 four.
#[test]
fn the_average_cost_follows_the_index_and_grows_above_it() {
    let experiment = Stage::new()
        .set("maatwerk.price_level_year=2022")
        .set("maatwerk.price_growth_above_index=0.02")
        .set("money.index_per_year=0.05")
        .load();
    // Weeks 0 to 52 are 2024, 53 to 104 are 2025, 105 to 156 are 2026.
    let seen = play(&experiment, &[person(0), person(105)]);
    let step: f64 = 1.05 * 1.02;
    assert_close(metric(&experiment, &seen, Metric::AvoidedCostEvaluation, 0), 8000.0 * step.powi(2));
    assert_close(metric(&experiment, &seen, Metric::AvoidedCostEvaluation, 2), 8000.0 * step.powi(4));
}

/// The run begins in 2024, the price level is of 2022, and the index of 2023 changed on 1 January 2023: 1.5 x 1.063.
#[test]
fn an_index_dated_before_the_run_is_not_lost() {
    let index = |from: &str, rise: &str| {
        format!(
            "\n[[changes]]\nfrom = {from}\nkey = \"money.index_per_year\"\nto = {{ fixed = {rise}, unit = \"share/year\", source = \"fixture\", grade = \"assumed\" }}\n"
        )
    };
    let experiment = Stage::new()
        .with(&(index("2023-01-01", "0.5") + &index("2024-01-01", "0.063")))
        .patch(
            "price_level_year = { fixed = 2024, unit = \"year\", source = \"fixture\", grade = \"assumed\" }\nprice_growth",
            "price_level_year = { fixed = 2022, unit = \"year\", source = \"fixture\", grade = \"assumed\" }\nprice_growth",
        )
        .load();
    let seen = play(&experiment, &[person(0)]);
    assert_close(metric(&experiment, &seen, Metric::AvoidedCostEvaluation, 0), 8000.0 * 1.5 * 1.063);
}

/// Costs of 104,000 x 1.05^k against nothing: in prices of 2024 they are 104,000 each year, discounted by 1.03^k.
#[test]
fn the_present_value_takes_out_the_index_and_the_discount() {
    let stage = Stage::new().set("money.index_per_year=0.05").set("money.discount_rate_per_year=0.03");
    let found = years_of(&stage, Metric::NetPresentSaving);
    let expected = [0, 1, 2, 3].map(|years| -YEAR / 1.03_f64.powi(years));
    for (found, expected) in found.iter().zip(expected) {
        assert_close(*found, expected);
    }
    assert_close(found[4], expected.iter().sum());
}

/// Relief by the screeners: of the indirect hour half is administration, of which they take 40 %: 0.2 hour a conversation at 1.5
/// hours of a screener and 60 euros, so 18 euros; 2025 at 1.1. A conversation then takes 1.8 hours. A campaign of 5,200 a year from
/// 1 July 2024 has 27 of 53 weeks of 2024.
#[test]
fn relief_and_campaign_cost_what_they_take() {
    let experiment = Stage::new()
        .set("relief.admin_share=0.4")
        .set("relief.screener_hours_per_admin_hour=1.5")
        .set("money.index_per_year=0.1")
        .set("providers.alfa.hours_per_week=9")
        .with(
            "\n[[changes]]\nfrom = 2024-07-01\nkey = \"campaign.cost_eur_per_year\"\n\
            to = { fixed = 5200, unit = \"eur/year\", source = \"fixture\", grade = \"assumed\" }\n",
        )
        .load();
    let persons = [person(0), person(0), person(0), person(0), person(0), person(60)];
    let seen = play(&experiment, &persons);
    assert_eq!(seen.weeks[0].started, 5, "five of 1.8 hours fit in nine");
    let contract = 9.0 * 52.0 * 100.0;
    let first = contract + 5.0 * 18.0 + 5200.0 * 27.0 / 53.0;
    assert_close(metric(&experiment, &seen, Metric::PojCost, 0), first);
    assert_close(metric(&experiment, &seen, Metric::PojCost, 1), 1.1 * (contract + 18.0 + 5200.0));
}

/// Costs rise by 5 % from 104,000; the ceiling stands still at 104,000, or rises along. Another covers beta alone, which is not
/// there in the base.
#[test]
fn a_ceiling_is_cost_less_limit_and_the_highest_in_total() {
    for (indexed, expected) in [(false, [0.0, 0.05, 0.1025, 0.157_625]), (true, [0.0; 4])] {
        let stage = Stage::new()
            .set("money.index_per_year=0.05")
            .patch("indexed = false\nproviders = []", &format!("indexed = {indexed}\nproviders = []"));
        let outcomes = few(&stage.load());
        let over = |slice| outcomes.view(outcomes.ceiling_column((0, 0), 0, slice))[0];
        for (year, share) in expected.iter().enumerate() {
            assert!((over(year) - share * YEAR).abs() < 1e-6, "{year}: {}", over(year));
        }
        assert!((over(4) - expected[3] * YEAR).abs() < 1e-6);
    }
    let grant =
        quantity("hours_per_week", "20", "hours/week") + &quantity("grant_eur_per_year", "53000", "eur/year");
    let covered = with_beta(&(grant + "start = 2024-07-01\n")).with(
        "\n[ceilings.beta]\nindexed = false\nproviders = [\"beta\"]\nmay_break = true\n\
        eur_per_year = { fixed = 50000, unit = \"eur/year\", source = \"fixture\", grade = \"assumed\" }\n",
    );
    let outcomes = few(&covered.load());
    let over = |slice| outcomes.view(outcomes.ceiling_column((0, 0), 1, slice))[0];
    assert_close(over(0), 27_000.0 - 50_000.0);
    assert_close(over(2), 3000.0);
    assert_close(over(4), 3000.0);
}
