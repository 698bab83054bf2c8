//! More hours and those who wait, over the same young people, of whom nobody leaves.
//!
//! First come is first served, so somebody waits longer exactly when in some week fewer have started. That more hours never make it
//! so is true where a conversation takes one place among equal places in a week: of single conversations with any hours, and of
//! weekly ones when the hours are whole conversations. Elsewhere it is not true week by week, and not a fault: an earlier start puts
//! later conversations into other weeks (two-weekly rhythms), or leaves another rest of hours to carry over. There the mean
//! wait never rose in any case tried.

use sim::engine::watch;

use crate::engine::{Stage, plan};

/// Hours that are whole conversations of two, and hours that are not.
const WHOLE: [f64; 6] = [8.0, 10.0, 12.0, 14.0, 18.0, 30.0];
const ODD: [f64; 6] = [8.3, 9.0, 10.5, 11.3, 14.0, 30.0];

/// How many more had started with fewer hours by the end of each week.
struct Behind(Vec<i64>);

/// Every neighbouring pair of hours over some seeds.
fn pairs(settings: &[&str], hours: &[f64]) -> Vec<Behind> {
    let stage = |hours: &f64| {
        let stage = settings.iter().fold(Stage::new(), |stage, setting| stage.set(setting));
        stage.set(&format!("providers.alfa.hours_per_week={hours}")).load()
    };
    let experiments: Vec<_> = hours.iter().map(stage).collect();
    let mut found = Vec::new();
    for seed in 0..12 {
        let started = |experiment| -> Vec<i64> {
            let seen = watch(experiment, &plan(seed, 2), 0, (0, 0), None);
            seen.weeks.iter().map(|week| i64::from(week.started)).collect()
        };
        let runs: Vec<Vec<i64>> = experiments.iter().map(started).collect();
        assert!(runs[0].last() < runs[hours.len() - 1].last(), "hours are short at first");
        for pair in runs.windows(2) {
            found.push(Behind(pair[0].iter().zip(&pair[1]).map(|(fewer, more)| fewer - more).collect()));
        }
    }
    found
}

fn most_behind(pairs: &[Behind]) -> i64 {
    pairs.iter().flat_map(|pair| pair.0.iter().copied()).max().unwrap_or(0)
}

const SINGLE: [&str; 3] =
    ["conversations.mean=1", "conversations.most_needed=1", "inflow.youths_per_year=300"];
const CUT_TO_ONE: [&str; 3] =
    ["conversations.cap=1", "work.intake_extra_hours=0.7", "inflow.youths_per_year=250"];
const LONG: [&str; 4] = [
    "conversations.mean=6",
    "conversations.most_needed=16",
    "conversations.dispersion=0.2",
    "inflow.youths_per_year=60",
];

#[test]
fn more_hours_lengthen_no_wait_of_single_conversations() {
    for settings in [SINGLE, CUT_TO_ONE] {
        for hours in [WHOLE, ODD] {
            assert_eq!(most_behind(&pairs(&settings, &hours)), 0);
        }
    }
}

#[test]
fn more_hours_lengthen_no_wait_of_weekly_conversations_that_fill_the_hours() {
    for settings in [&[][..], &LONG, &["work.intake_extra_hours=2"]] {
        assert_eq!(most_behind(&pairs(settings, &WHOLE)), 0, "{settings:?}");
    }
}

#[test]
fn more_hours_lengthen_no_mean_wait_whatever_the_rhythm() {
    let two_weekly = "conversations.weekly_share=0";
    let mixed = "conversations.weekly_share=0.5";
    for settings in [&[][..], &LONG, &["work.intake_extra_hours=1.5"], &[two_weekly], &[mixed]] {
        for hours in [WHOLE, ODD] {
            let pairs = pairs(settings, &hours);
            for pair in &pairs {
                assert!(pair.0.iter().sum::<i64>() <= 0, "{settings:?}");
            }
            // Somebody may wait longer, but few and shortly.
            assert!(most_behind(&pairs) <= 3, "{settings:?}: {}", most_behind(&pairs));
        }
    }
}
