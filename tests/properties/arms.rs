//! Arms and worlds beside each other: equal until they differ, and none moves another.

use std::sync::atomic::AtomicBool;

use sim::analyses::{RunInfo, build};
use sim::engine::{Metric, Outcomes, ProviderStat, run, watch};
use sim::scenario::Experiment;

use crate::engine::{Stage, plan};
use crate::weeks::{Dice, FORECASTS, patched, shipped};

pub(crate) fn outcomes(experiment: &Experiment, seed: u64, replications: usize) -> Outcomes {
    run(experiment, &plan(seed, replications), &|_| (), &AtomicBool::new(false))
        .expect("the run is not stopped")
}

/// Every number of an arm in a world, bit for bit: metrics, the first providers, the queue.
pub(crate) fn bits(
    experiment: &Experiment,
    outcomes: &Outcomes,
    at: (usize, usize),
    providers: usize,
) -> Vec<u64> {
    let slices = experiment.scenarios[0][0].calendar.periods().len() + 1;
    let mut all = Vec::new();
    for slice in 0..slices {
        for of in Metric::ALL {
            all.extend(outcomes.view(outcomes.column(at.0, at.1, *of, slice)).iter().map(|x| x.to_bits()));
        }
        for provider in 0..providers {
            for stat in [ProviderStat::HoursContract, ProviderStat::HoursAvailable, ProviderStat::HoursUsed] {
                let column = outcomes.provider_column(at, provider, stat, slice);
                all.extend(outcomes.view(column).iter().map(|x| x.to_bits()));
            }
        }
    }
    for week in 0..outcomes.weeks() {
        all.extend(outcomes.queue_counts(at.0, at.1, week).iter().map(|count| u64::from(*count)));
    }
    all
}

/// Each shipped policy begins on a date; in a draw without stops by chance everything before it is the base's.
#[test]
fn arms_are_equal_to_the_bit_until_the_week_in_which_they_differ() {
    for name in &FORECASTS[1..] {
        let experiment = shipped(name, &[]);
        let calendar = &experiment.scenarios[0][0].calendar;
        let first = match *name {
            "session-cap-6" => jiff::civil::date(2025, 1, 6),
            "zzp-exit" => jiff::civil::date(2025, 7, 7),
            _ => jiff::civil::date(2024, 10, 7),
        };
        let from =
            (0..calendar.weeks()).find(|week| calendar.monday(*week) == first).expect("it lies within");
        let mut differ = false;
        for (number, world) in [(0, 0), (1, 1), (2, 2), (3, 3), (4, 0), (5, 1)] {
            let [base, arm] = [0, 1].map(|arm| watch(&experiment, &plan(7, 6), number, (arm, world), None));
            assert_eq!(base.weeks[..from], arm.weeks[..from], "{name}, replication {number}");
            differ |= base.weeks[from..] != arm.weeks[from..];
        }
        assert!(differ, "{name} changes something");
    }
}

/// A provider without hours and without cost, with every other trait of a real one.
#[test]
fn a_third_provider_with_no_hours_and_no_cost_equals_the_base_to_the_bit() {
    let null = ["providers.derde.hours_per_week=0", "providers.derde.start_up_cost_eur=0"];
    let experiment = shipped("third-provider", &null);
    let outcomes = outcomes(&experiment, 8, 12);
    for world in 0..experiment.worlds.len() {
        let [base, arm] = [0, 1].map(|arm| bits(&experiment, &outcomes, (arm, world), 2));
        assert_eq!(base, arm, "world {world}");
        let forecast = build(&experiment, &outcomes, RunInfo { seed: 8, replications: 12 });
        let net =
            forecast.difference(1, world).and_then(|bands| bands.metric(Metric::NetSaving).total.clone());
        assert!(net.is_some_and(|band| {
            band.quantiles.iter().chain([&band.mean]).all(|number| number.abs() < f64::MIN_POSITIVE)
        }));
    }
}

/// The same play with option and base changed over: every number stays with its arm, and every difference turns its sign.
#[test]
fn swapping_base_and_option_flips_the_sign_of_every_difference() {
    let experiment = shipped("third-provider", &[]);
    let mut swapped = experiment.clone();
    swapped.arms.swap(0, 1);
    swapped.scenarios.swap(0, 1);
    let [there, back] = [&experiment, &swapped].map(|experiment| outcomes(experiment, 9, 24));
    let info = RunInfo { seed: 9, replications: 24 };
    let [forth, reverse] = [(&experiment, &there), (&swapped, &back)]
        .map(|(experiment, outcomes)| build(experiment, outcomes, info));
    for world in 0..experiment.worlds.len() {
        for arm in 0..2 {
            let [mine, theirs] =
                [bits(&experiment, &there, (arm, world), 2), bits(&swapped, &back, (1 - arm, world), 2)];
            assert_eq!(mine, theirs, "arm {arm}, world {world}");
        }
        let [Some(forth), Some(reverse)] = [forth.difference(1, world), reverse.difference(1, world)] else {
            panic!("there are two arms")
        };
        for of in Metric::ALL {
            let both = [forth, reverse].map(|bands| bands.metric(*of).total.clone());
            let [Some(forth), Some(reverse)] = both else { continue };
            let sum = forth.mean + reverse.mean;
            assert!(sum.abs() < f64::MIN_POSITIVE, "{}: {sum}", of.name());
            // The k-th quantile from below is the k-th from above, but for the last bit of an interpolation.
            for (low, high) in forth.quantiles.iter().zip(reverse.quantiles.iter().rev()) {
                assert!((low + high).abs() <= 1e-9 * low.abs().max(1.0), "{}: {low} and {high}", of.name());
            }
        }
    }
}

#[test]
fn another_arm_or_world_moves_no_number_of_the_others() {
    let cautious = "[maatwerk]\navoidance_share = { range = { low = 0.1, likely = 0.4, high = 0.8 }, unit = \"share\", source = \"fixture\", grade = \"unknown\" }\n";
    let busy = "[inflow]\nyouths_per_year = { fixed = 300, unit = \"youths/year\", source = \"fixture\", grade = \"assumed\" }\n\
        [absence]\nlong_sick_per_year = { fixed = 2, unit = \"per year\", source = \"fixture\", grade = \"assumed\" }\n\
        [practices]\ncount = { fixed = 20, unit = \"count\", source = \"fixture\", grade = \"assumed\" }\n";
    let push = "[campaign]\npush_per_year = { fixed = 2, unit = \"per year\", source = \"fixture\", grade = \"assumed\" }\n";
    let base = || {
        Stage::new()
            .set("inflow.year_to_year_cv=0.2")
            .set("absence.short_sick_share=0.1")
            .set("practices.aware_share=0.5")
            .set("practices.learn_per_year=0.3")
            .set("queue.leave_per_week={ range = { low = 0.01, likely = 0.02, high = 0.2 } }")
            .set("providers.alfa.exit_per_year=0.5")
    };
    let alone = base().world("cautious", cautious).load();
    let expected = bits(&alone, &outcomes(&alone, 10, 10), (0, 0), 1);
    let beta = "[providers.beta]\nexpertise = [\"beweging\"]\naccepts_other_needs = true\nstart = 2024-09-02\n\
        hours_per_week = { fixed = 8, unit = \"hours/week\", source = \"fixture\", grade = \"assumed\" }\n\
        hourly_price_eur = { range = { low = 80, likely = 90, high = 120 }, unit = \"eur/hour\", source = \"fixture\", grade = \"assumed\" }\n\
        persons = { fixed = 2, unit = \"count\", source = \"fixture\", grade = \"assumed\" }\n\
        exit_per_year = { fixed = 0.5, unit = \"per year\", source = \"fixture\", grade = \"assumed\" }\n\
        replacement_weeks = { fixed = 7, unit = \"weeks\", source = \"fixture\", grade = \"assumed\" }\n\
        ramp_up_weeks = { fixed = 5, unit = \"weeks\", source = \"fixture\", grade = \"assumed\" }\n";
    let more = [
        base().world("cautious", cautious).world("busy", busy),
        base().world("cautious", cautious).arm("push", push),
        base().world("cautious", cautious).arm("beta", beta).arm("push", push).world("busy", busy),
    ];
    for (number, stage) in more.iter().enumerate() {
        let experiment = stage.load();
        let found = bits(&experiment, &outcomes(&experiment, 10, 10), (0, 0), 1);
        assert!(found == expected, "company {number}");
    }
}

/// The arms of an experiment the other way round: whichever is played first, on which another may build.
fn turned(experiment: &Experiment) -> Experiment {
    let mut turned = experiment.clone();
    turned.arms.reverse();
    turned.scenarios.reverse();
    turned
}

/// An arm may be played from the week in which it differs from the one before it; that must not show. Tells whether any two
/// arms differ at all.
#[track_caller]
fn assert_order_does_not_matter(experiment: &Experiment, seed: u64, replications: usize) -> bool {
    let turned = turned(experiment);
    let [there, back] = [experiment, &turned].map(|experiment| outcomes(experiment, seed, replications));
    let arms = experiment.arms.len();
    let first = bits(experiment, &there, (0, 0), 1);
    let mut differ = false;
    for arm in 0..arms {
        for world in 0..experiment.worlds.len() {
            let providers = experiment.scenarios[arm][world].providers.len();
            let mine = bits(experiment, &there, (arm, world), providers);
            let theirs = bits(&turned, &back, (arms - 1 - arm, world), providers);
            assert!(mine == theirs, "{}, world {world}, seed {seed}", experiment.arms[arm].name);
        }
        differ |= bits(experiment, &there, (arm, 0), 1) != first;
    }
    differ
}

#[test]
fn the_order_of_the_arms_moves_no_number_of_the_shipped_scenarios() {
    for name in &FORECASTS[1..] {
        assert!(assert_order_does_not_matter(&shipped(name, &[]), 13, 16), "{name} changes something");
    }
}

/// A provider that begins on a date and takes nobody but those who need what it is expert in.
fn closed_newcomer(name: &str, start: &str) -> String {
    let quantity = |key: &str, value: &str, unit: &str| {
        format!(
            "{key} = {{ fixed = {value}, unit = \"{unit}\", source = \"fixture\", grade = \"assumed\" }}\n"
        )
    };
    format!("[providers.{name}]\nexpertise = [\"beweging\"]\naccepts_other_needs = false\nstart = {start}\n")
        + &quantity("hours_per_week", "8", "hours/week")
        + &quantity("hourly_price_eur", "90", "eur/hour")
        + &quantity("persons", "1", "count")
        + &quantity("exit_per_year", "0", "per year")
        + &quantity("replacement_weeks", "0", "weeks")
        + &quantity("ramp_up_weeks", "0", "weeks")
}

/// The base hands its queue on to the arm, in which the newcomer may not take everybody.
#[test]
fn a_newcomer_that_takes_only_its_expertise_is_played_as_on_its_own() {
    let closed = shipped("third-provider", &["providers.derde.accepts_other_needs=false"]);
    assert!(assert_order_does_not_matter(&closed, 14, 16), "the newcomer changes something");
    let [open, closed] = [shipped("third-provider", &[]), closed].map(|experiment| {
        let outcomes = outcomes(&experiment, 14, 16);
        bits(&experiment, &outcomes, (1, 0), 3)
    });
    assert!(open != closed, "somebody waits whom it does not take");
}

fn change(dice: &mut Dice, key: &str, value: &str, unit: &str) -> String {
    let (year, month) = (dice.roll(2024, 2025), dice.roll(1, 12));
    format!(
        "[[changes]]\nfrom = {year}-{month:02}-03\nkey = \"{key}\"\n\
        to = {{ fixed = {value}, unit = \"{unit}\", source = \"fixture\", grade = \"assumed\" }}\n"
    )
}

/// Arms that differ from a date on, or from the first week, in hours, cap, relief, price, push, expertise, start or stop.
fn random_arm(dice: &mut Dice) -> String {
    let mut lines = match dice.roll(0, 7) {
        6 => closed_newcomer("gamma", &format!("2024-{:02}-03", dice.roll(1, 12))),
        0 => format!("[providers.alfa]\nexit_on = 2025-{:02}-03\n", dice.roll(1, 12)),
        1 => format!("[providers.beta]\nstart = 2024-{:02}-03\n", dice.roll(1, 8)),
        2 => "[providers.beta]\naccepts_other_needs = false\n".to_owned(),
        3 => "[providers.alfa]\nexpertise = [\"praten\", \"beweging\"]\n".to_owned(),
        _ => String::new(),
    };
    let hours = dice.roll(0, 40).to_string();
    let cap = dice.roll(1, 8).to_string();
    let relief = dice.between(0.0, 1.0).to_string();
    let push = dice.between(0.0, 5.0).to_string();
    let price = dice.roll(50, 150).to_string();
    for (key, value, unit) in [
        ("providers.alfa.hours_per_week", &hours, "hours/week"),
        ("conversations.cap", &cap, "conversations"),
        ("relief.admin_share", &relief, "share"),
        ("campaign.push_per_year", &push, "per year"),
        ("providers.beta.hourly_price_eur", &price, "eur/hour"),
    ] {
        if dice.roll(0, 2) == 0 {
            lines.push_str(&change(dice, key, value, unit));
        }
    }
    lines
}

/// Nobody takes the need `beweging` before the newcomer begins: until then nobody waits for want of hours, whether the arm is
/// played on its own or from the week in which it parts from the base.
#[test]
fn a_provider_that_has_not_begun_keeps_nobody_waiting() {
    let experiment = Stage::new()
        .patch("accepts_other_needs = true", "accepts_other_needs = false")
        .set("inflow.youths_per_year=60")
        .arm("newcomer", &closed_newcomer("beta", "2024-10-01"))
        .load();
    let together = outcomes(&experiment, 17, 4);
    for number in 0..4 {
        let alone = watch(&experiment, &plan(17, 4), number, (1, 0), None).metrics;
        let slices = experiment.scenarios[0][0].calendar.periods().len() + 1;
        for of in Metric::ALL {
            for slice in 0..slices {
                let run = together.view(together.column(1, 0, *of, slice))[number];
                assert_eq!(
                    alone[*of as usize * slices + slice].to_bits(),
                    run.to_bits(),
                    "{} {slice}",
                    of.name()
                );
            }
        }
    }
}

#[test]
fn the_order_of_the_arms_moves_no_number_of_any_scenario() {
    let mut dice = Dice(29);
    let rough = "[queue]\nleave_per_week = { fixed = 0.1, unit = \"per week\", source = \"fixture\", grade = \"assumed\" }\n\
        [maatwerk]\ncost_average_eur = { fixed = 5000, unit = \"eur\", source = \"fixture\", grade = \"assumed\" }\n";
    let cheap = "[maatwerk]\ncost_average_eur = { fixed = 100, unit = \"eur\", source = \"fixture\", grade = \"assumed\" }\n";
    let mut differ = 0;
    for case in 0..40 {
        let [first, second] = [0, 1].map(|_| random_arm(&mut dice));
        let stage = patched(&mut dice).arm("first", &first).arm("second", &second);
        let stage = stage.world("cheap", cheap).world("rough", rough);
        differ += usize::from(assert_order_does_not_matter(&stage.load(), case, 3));
    }
    assert!(differ > 30, "only {differ} of 40 cases have arms that differ");
}
