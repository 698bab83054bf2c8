//! Every young person is in one state each week, and hours are neither made nor idled away.

use std::path::{Path, PathBuf};

use sim::engine::{Metric, Seen, watch};
use sim::scenario::{Experiment, Request, load};

use crate::engine::{Stage, metric, plan};

/// The shipped forecasts; the base is an arm of each.
pub(crate) const FORECASTS: [&str; 7] =
    ["baseline", "third-provider", "more-hours", "awareness", "admin-relief", "zzp-exit", "session-cap-6"];

/// A shipped scenario under its own worlds, with values set at the prompt.
pub(crate) fn shipped(name: &str, settings: &[&str]) -> Experiment {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scenarios/{name}.toml"));
    let settings = settings.iter().map(|setting| (*setting).to_owned()).collect();
    let request = Request { scenarios: vec![path], settings, ..Request::default() };
    load(&request).expect("the shipped scenario is valid").experiment
}

/// Whether all who wait could be helped by every provider, so that no hour may idle while somebody waits.
fn all_accept(experiment: &Experiment, arm: usize) -> bool {
    experiment.scenarios[arm][0].providers.iter().all(|provider| provider.accepts_other_needs)
}

fn assert_flows(experiment: &Experiment, seen: &Seen, at: (usize, usize)) {
    let idle_forbidden = all_accept(experiment, at.0);
    let mut before = None;
    for week in &seen.weeks {
        let closed: u32 = week.closed.iter().sum();
        let (waiting, running) = (week.waiting as u64, week.running as u64);
        assert_eq!(
            u64::from(week.referred),
            waiting + u64::from(week.left + closed) + running,
            "{at:?} {week:?}"
        );
        assert_eq!(u64::from(week.started), running + u64::from(closed), "{at:?} {week:?}");
        assert!(week.hours_used <= week.hours_available + 1e-9, "{at:?} {week:?}");
        assert!(week.hours_used >= -1e-9, "{at:?} {week:?}");
        if idle_forbidden && week.waiting > 0 {
            assert!(
                week.hours_used >= week.hours_available - 1e-9,
                "idle while somebody waits: {at:?} {week:?}"
            );
        }
        if let Some((referred, started, left, closed_before)) = before {
            assert!(
                week.referred >= referred
                    && week.started >= started
                    && week.left >= left
                    && closed >= closed_before
            );
            // Whoever starts has a conversation, and no conversation is held but with somebody in a trajectory.
            assert!(week.held >= week.started - started, "{at:?} {week:?}");
        }
        before = Some((week.referred, week.started, week.left, closed));
    }
    assert!(before.is_some_and(|(referred, ..)| referred as usize <= seen.persons.len()));
}

/// The metrics are the weeks of the forecast added up.
fn assert_metrics(experiment: &Experiment, seen: &Seen) {
    let calendar = &experiment.scenarios[0][0].calendar;
    let (from, periods) = (calendar.forecast_from(), calendar.periods().len());
    let at = |week: usize| seen.weeks[week - 1];
    for period in 0..periods {
        let weeks: Vec<usize> =
            (from..calendar.weeks()).filter(|week| calendar.period(*week) == Some(period)).collect();
        let (first, last) = (weeks[0], weeks[weeks.len() - 1]);
        let then = if first == 0 { None } else { Some(at(first)) };
        let grown = |now: u32, then: Option<u32>| f64::from(now - then.unwrap_or(0));
        let now = seen.weeks[last];
        let of = |of| metric(experiment, seen, of, period);
        let expected = [
            (Metric::YouthsReferred, grown(now.referred, then.map(|week| week.referred))),
            (Metric::YouthsStarted, grown(now.started, then.map(|week| week.started))),
            (Metric::YouthsClosedPositive, grown(now.closed[0], then.map(|week| week.closed[0]))),
            (Metric::YouthsEscalated, grown(now.closed[1], then.map(|week| week.closed[1]))),
            (Metric::YouthsDroppedOut, grown(now.closed[2], then.map(|week| week.closed[2]))),
            (Metric::YouthsOutcomeUnknown, grown(now.closed[3], then.map(|week| week.closed[3]))),
            (Metric::YouthsLeftQueue, grown(now.left, then.map(|week| week.left))),
            (Metric::YouthsWaitingYearEnd, now.waiting as f64),
            (Metric::YouthsInTreatmentYearEnd, now.running as f64),
            (Metric::Conversations, weeks.iter().map(|week| f64::from(seen.weeks[*week].held)).sum()),
        ];
        for (which, expected) in expected {
            assert!(
                (of(which) - expected).abs() < 1e-9,
                "{}: {} against {expected}",
                which.name(),
                of(which)
            );
        }
        let hours: f64 = weeks.iter().map(|week| seen.weeks[*week].hours_used).sum();
        assert!((of(Metric::HoursUsed) - hours).abs() < 1e-6);
        let routes = [
            Metric::SpecialistReferralsPoj,
            Metric::SpecialistReferralsQueue,
            Metric::SpecialistReferralsHuisarts,
        ];
        let care: f64 = routes.map(of).iter().sum();
        assert!((of(Metric::SpecialistReferrals) - care).abs() < 1e-9, "the routes add up");
        let net = of(Metric::AvoidedCost) - of(Metric::PojCost);
        assert!((of(Metric::NetSaving) - net).abs() < 1e-6);
    }
}

#[test]
fn every_young_person_is_in_one_state_in_every_week_of_the_shipped_scenarios() {
    for name in FORECASTS {
        let experiment = shipped(name, &[]);
        for arm in 0..experiment.arms.len() {
            for (number, world) in [(0, 0), (1, 1), (2, 3)] {
                let seen = watch(&experiment, &plan(5, 4), number, (arm, world), None);
                assert_flows(&experiment, &seen, (arm, world));
                assert_metrics(&experiment, &seen);
            }
        }
    }
}

/// Numbers of a linear congruential generator with the constants of Knuth's MMIX, the upper 32 bits: for patches only.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A whole number from `low` to `high`.
    pub(crate) fn roll(&mut self, low: u32, high: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let upper = u32::try_from(self.0 >> 32).unwrap_or(0);
        low + upper % (high - low + 1)
    }

    /// A number from `low` to `high` in a hundred steps.
    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * f64::from(self.roll(0, 100)) / 100.0
    }
}

/// What may be anything within the bounds of a key, or nearly so.
const RANGES: &[(&str, f64, f64)] = &[
    ("work.consultation_share", 0.0, 0.3),
    ("work.intake_extra_hours", 0.0, 3.0),
    ("work.direct_hours_per_conversation", 0.0, 2.0),
    ("work.no_show_share", 0.0, 0.4),
    ("absence.leave_weeks_per_year", 0.0, 15.0),
    ("absence.short_sick_share", 0.0, 0.4),
    ("absence.long_sick_per_year", 0.0, 3.0),
    ("queue.urgent_share", 0.0, 1.0),
    ("queue.leave_per_week", 0.0, 0.2),
    ("queue.recover_per_week", 0.0, 0.1),
    ("conversations.weekly_share", 0.0, 1.0),
    ("conversations.dispersion", 0.0, 0.8),
    ("follow_up.share", 0.0, 1.0),
    ("follow_up.hours_per_week", 0.0, 3.0),
    ("follow_up.weeks", 0.0, 30.0),
    ("bridging.share", 0.0, 1.0),
    ("bridging.hours_per_week", 0.0, 3.0),
    ("bridging.weeks", 0.0, 30.0),
    ("outcome.match_effect", -1.0, 1.0),
    ("outcome.wait_effect_per_week", 0.0, 0.3),
    ("outcome.cap_effect", 0.0, 2.0),
    ("attracted.share_of_inflow", 0.0, 1.0),
    ("practices.aware_share", 0.0, 1.0),
    ("practices.learn_per_year", 0.0, 2.0),
    ("providers.alfa.exit_per_year", 0.0, 3.0),
    ("providers.beta.exit_per_year", 0.0, 3.0),
    ("maatwerk.relapse_share", 0.0, 1.0),
    ("maatwerk.start_delay_weeks", 0.0, 60.0),
    ("maatwerk.duration_weeks", 1.0, 90.0),
];

/// A scenario patched at random: its load, its staff, what fits and what does not.
pub(crate) fn patched(dice: &mut Dice) -> Stage {
    let beta = "\n[providers.beta]\nexpertise = [\"beweging\"]\naccepts_other_needs = true\nstart = 2024-09-02\n\
        hours_per_week = { fixed = 8, unit = \"hours/week\", source = \"fixture\", grade = \"assumed\" }\n\
        hourly_price_eur = { fixed = 90, unit = \"eur/hour\", source = \"fixture\", grade = \"assumed\" }\n\
        persons = { fixed = 1, unit = \"count\", source = \"fixture\", grade = \"assumed\" }\n\
        exit_per_year = { fixed = 0, unit = \"per year\", source = \"fixture\", grade = \"assumed\" }\n\
        replacement_weeks = { fixed = 7, unit = \"weeks\", source = \"fixture\", grade = \"assumed\" }\n\
        ramp_up_weeks = { fixed = 5, unit = \"weeks\", source = \"fixture\", grade = \"assumed\" }\n";
    let mut stage = Stage::new()
        .with(beta)
        .patch("warm_up_weeks = 0", "warm_up_weeks = 26")
        .patch("years = 4", "years = 2");
    if dice.roll(0, 1) == 1 {
        stage = stage.patch("accepts_other_needs = true", "accepts_other_needs = false");
    }
    for (key, low, high) in RANGES {
        // Half of the keys keep the value of the base, so that the ends of the ranges are met too.
        if dice.roll(0, 1) == 1 {
            stage = stage.set(&format!("{key}={}", dice.between(*low, *high)));
        }
    }
    // A setting would hold over the dated changes of an arm, so what arms change is patched in the file.
    stage
        .patch(
            "hours_per_week = { fixed = 20",
            &format!("hours_per_week = {{ fixed = {}", dice.between(0.0, 30.0)),
        )
        .patch("cap = { fixed = 10", &format!("cap = {{ fixed = {}", dice.roll(1, 8)))
        .set(&format!("inflow.youths_per_year={}", dice.roll(0, 250)))
        .set(&format!("conversations.mean={}", dice.between(1.0, 5.0)))
        .set(&format!("providers.alfa.replacement_weeks={}", dice.roll(0, 40)))
        .set(&format!("providers.alfa.ramp_up_weeks={}", dice.roll(0, 20)))
        .set(&format!("providers.alfa.persons={}", dice.roll(1, 4)))
}

#[test]
fn every_young_person_is_in_one_state_in_every_week_of_any_scenario() {
    let mut dice = Dice(17);
    for case in 0..150 {
        let stage = patched(&mut dice);
        let experiment = stage.load();
        let seen = watch(&experiment, &plan(case, 2), 0, (0, 0), None);
        assert_flows(&experiment, &seen, (0, 0));
        assert_metrics(&experiment, &seen);
    }
}

/// As many as the format allows: all of them start in the week in which they come, in one reporting period.
#[test]
fn a_hundred_thousand_young_people_a_year_are_counted_one_by_one() {
    let experiment = Stage::new()
        .patch("years = 4", "years = 1")
        .set("inflow.youths_per_year=100000")
        .set("providers.alfa.hours_per_week=10000")
        .set("conversations.cap=1")
        .load();
    let seen = watch(&experiment, &plan(1, 2), 0, (0, 0), None);
    assert_flows(&experiment, &seen, (0, 0));
    let of = |of| metric(&experiment, &seen, of, 1);
    assert!(of(Metric::YouthsReferred) > 65_536.0 && of(Metric::WaitP90Weeks) < 1.0);
}
