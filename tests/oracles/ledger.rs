//! Small cases played week by week, with every number worked out by hand.

use sim::cohort::Person;
use sim::engine::{Metric, Seen, WeekEnd};

use crate::engine::{Stage, metric};
use crate::given::{person, play};

/// What a ledger says of a week: referred, started, closed (positive, escalated, dropped out, unknown) and left since the
/// first week; held this week; waiting and running at its end; hours available and used.
type Line = (u32, u32, [u32; 4], u32, u32, usize, usize, f64, f64);

fn lines_of(seen: &Seen, weeks: usize) -> Vec<Line> {
    let line = |week: &WeekEnd| {
        // Hours are worked out in halves and quarters; the engine may differ in the last bits.
        let hours = |hours: f64| (hours * 1e6).round() / 1e6;
        let (available, used) = (hours(week.hours_available), hours(week.hours_used));
        let (held, left) = (week.held, week.left);
        (week.referred, week.started, week.closed, left, held, week.waiting, week.running, available, used)
    };
    seen.weeks.iter().take(weeks).map(line).collect()
}

#[track_caller]
fn assert_ledger(seen: &Seen, expected: &[Line]) {
    for (week, (found, expected)) in lines_of(seen, expected.len()).iter().zip(expected).enumerate() {
        assert_eq!(found, expected, "week {week}");
    }
}

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-9 * expected.abs().max(1.0)
}

/// One provider of 6.25 hours, a fifth of which goes to consultation: 5 own hours a week. A conversation takes 2 hours,
/// a first one 3. The cap is 3. The odds of a positive closure are 0.6 : 0.4, so the log-odds are 0.405; they fall by 0.3 per
/// week waited, by 0.5 when the cap cuts, by 0.1 without the expertise. Of other outcomes 0.3 / 0.4 = 0.75 is escalated,
/// (0.3 + 0.1 x 0.5) / 0.4 = 0.875 escalated or dropped out.
///
/// | who | comes in | needs | every | |
/// |---|---|---|---|---|
/// | P1 | 0 | 4, cut to 3 | week | |
/// | P2 | 0 | 2 | 2 weeks | bridged if escalated |
/// | P3 | 1 | 1 | | lacks expertise; followed up if positive |
/// | P4 | 1 | 1 | | leaves in week 3 |
/// | P5 | 2 | 1 | | urgent |
#[test]
fn one_provider_week_by_week() {
    let experiment = Stage::new()
        .set("providers.alfa.hours_per_week=6.25")
        .set("work.consultation_share=0.2")
        .set("work.intake_extra_hours=1")
        .set("conversations.cap=3")
        .set("outcome.wait_effect_per_week=0.3")
        .set("outcome.cap_effect=0.5")
        .set("outcome.match_effect=0.1")
        .set("follow_up.hours_per_week=1.5")
        .set("follow_up.weeks=2")
        .set("bridging.hours_per_week=0.5")
        .set("bridging.weeks=1")
        .load();
    let persons = [
        // Cut: 0.405 - 0.5 = -0.095 is not above -0.05, which 0.405 would be. 0.9 is beyond 0.875: unknown.
        Person { conversations: 4, logit_outcome: -0.05, u_other_outcome: 0.9, ..person(0) },
        // Waits 1: 0.405 - 0.3 = 0.105 is not above 0.2. 0.5 is below 0.75: escalated.
        Person { conversations: 2, interval: 2, logit_outcome: 0.2, bridged: true, ..person(0) },
        // Waits 2, no expertise: 0.405 - 0.6 - 0.1 = -0.295 is just above -0.296: positive.
        Person { need: 1, logit_outcome: -0.296, followed_up: true, ..person(1) },
        Person { leaves: 3, ..person(1) },
        // Waits 0: 0.405 is just above 0.404: positive.
        Person { urgent: true, logit_outcome: 0.404, ..person(2) },
    ];
    let seen = play(&experiment, &persons);
    assert_ledger(
        &seen,
        &[
            // Week 0: 5 h. P1 starts (3 h). P2 does not fit in 2 h and waits: the 2 h go into preparing and are carried.
            (2, 1, [0, 0, 0, 0], 0, 1, 1, 1, 6.25, 6.25),
            // Week 1: 5 + 2 h. P1 (2 h), P2 starts (3 h), 2 h left and carried: P3 and P4 wait.
            (4, 2, [0, 0, 0, 0], 0, 2, 2, 2, 6.25, 6.25),
            // Week 2: 5 + 2 h. P1 for the third and last time (2 h): unknown. The urgent P5 starts before P3 and P4 (3 h) and
            // closes at once: positive. 2 h carried.
            (5, 3, [1, 0, 0, 1], 0, 2, 2, 1, 6.25, 6.25),
            // Week 3: P4 leaves. 5 + 2 h. P2 for the last time (2 h): escalated. P3 starts and closes (3 h): positive. Nobody
            // waits: 2 h of this week's are unused, 4.25 used.
            (5, 4, [2, 1, 0, 1], 1, 2, 0, 0, 6.25, 4.25),
            // Week 4: consultation 1.25, follow-up of P3 1.5, bridging of P2 0.5.
            (5, 4, [2, 1, 0, 1], 1, 0, 0, 0, 6.25, 3.25),
            // Week 5: consultation 1.25, follow-up of P3 for the second and last week.
            (5, 4, [2, 1, 0, 1], 1, 0, 0, 0, 6.25, 2.75),
            // Week 6: consultation alone.
            (5, 4, [2, 1, 0, 1], 1, 0, 0, 0, 6.25, 1.25),
        ],
    );
    let total = |of| metric(&experiment, &seen, of, 4);
    // Waits of 0, 1, 0, 2 weeks.
    assert!(close(total(Metric::WaitMeanWeeks), 0.75));
    assert!(close(total(Metric::WaitP50Weeks), 0.0) && close(total(Metric::WaitP90Weeks), 2.0));
    assert!(close(total(Metric::Conversations), 7.0));
    // P4 left for specialised care and P2 was escalated; no GP sent anybody.
    assert!(
        close(total(Metric::SpecialistReferrals), 2.0) && close(total(Metric::MunicipalReferralShare), 1.0)
    );
    assert!(close(total(Metric::AvoidedCostEvaluation), 16_000.0));
    // 53 + 52 x 3 = 209 weeks; somebody waits at the end of three of them.
    assert!(close(total(Metric::WeeksBoundShare), 3.0 / 209.0));
    assert!(close(total(Metric::HoursAvailable), 209.0 * 6.25));
    assert!(close(total(Metric::HoursUsed), 3.0 * 6.25 + 4.25 + 3.25 + 2.75 + 203.0 * 1.25));
}

/// A second provider of 4 hours, expert in movement.
const BETA: &str = "\n[providers.beta]
            hours_per_week = { fixed = 4, unit = \"hours/week\", source = \"fixture\", grade = \"assumed\" }
            hourly_price_eur = { fixed = 100, unit = \"eur/hour\", source = \"fixture\", grade = \"assumed\" }
            persons = { fixed = 1, unit = \"count\", source = \"fixture\", grade = \"assumed\" }
            exit_per_year = { fixed = 0, unit = \"per year\", source = \"fixture\", grade = \"assumed\" }
            replacement_weeks = { fixed = 4, unit = \"weeks\", source = \"fixture\", grade = \"assumed\" }
            ramp_up_weeks = { fixed = 0, unit = \"weeks\", source = \"fixture\", grade = \"assumed\" }
            expertise = [\"beweging\"]
            accepts_other_needs = true\n";

/// Two providers of 4 hours, 2 hours to a conversation. alfa is expert in talking and stops in week 2, beta in movement. The
/// replacement of alfa comes in week 5.
///
/// P1 and P2 talk, P3 moves, P4 comes in week 3 and P5 in week 5, both to talk. Without the expertise the log-odds fall by 1
/// to -0.595.
#[test]
fn a_provider_that_stops_hands_over_and_comes_back() {
    let experiment = Stage::new()
        .set("providers.alfa.hours_per_week=4")
        .set("providers.alfa.replacement_weeks=3")
        .set("outcome.match_effect=1")
        .with(BETA)
        .patch("accepts_other_needs = true\n", "accepts_other_needs = true\nexit_on = 2024-01-15\n")
        .load();
    let persons = [
        // Begins with alfa, ends with beta, which lacks the expertise: -0.595 is not above 0. Escalated.
        Person { conversations: 3, logit_outcome: 0.0, ..person(0) },
        Person { conversations: 2, interval: 2, ..person(0) },
        Person { need: 1, conversations: 5, logit_outcome: 0.0, ..person(0) },
        // Begins and ends with beta: -0.595 is above -0.6. Positive.
        Person { conversations: 2, logit_outcome: -0.6, ..person(3) },
        Person { logit_outcome: 0.0, ..person(5) },
    ];
    let seen = play(&experiment, &persons);
    assert_ledger(
        &seen,
        &[
            // Week 0: alfa starts P1 and P2 (4 h), beta P3 (2 h).
            (3, 3, [0, 0, 0, 0], 0, 3, 0, 3, 8.0, 6.0),
            // Week 1: P1 with alfa, P3 with beta.
            (3, 3, [0, 0, 0, 0], 0, 2, 0, 3, 8.0, 4.0),
            // Week 2: alfa is gone. Beta has P3 planned (2 h) and takes P1 (2 h, its last); P2 does not fit and is late.
            (3, 3, [0, 1, 0, 0], 0, 2, 0, 2, 4.0, 4.0),
            // Week 3: P2 (its last) and P3; P4 waits.
            (4, 3, [1, 1, 0, 0], 0, 2, 1, 1, 4.0, 4.0),
            // Week 4: P3 for the last time; P4 starts with beta, which lacks the expertise.
            (4, 4, [2, 1, 0, 0], 0, 2, 0, 1, 4.0, 4.0),
            // Week 5: the replacement of alfa is there at full strength and helps P5 at once; P4 ends with beta.
            (5, 5, [4, 1, 0, 0], 0, 2, 0, 0, 8.0, 4.0),
        ],
    );
    // Of 53 weeks of 2024 alfa is paid for 50, each 4 x 52 x 100 / 53; beta for all.
    let cost = 20_800.0 * (50.0 / 53.0) + 20_800.0;
    assert!(close(metric(&experiment, &seen, Metric::PojCost, 0), cost));
}

/// One provider of 5 hours, 2 hours to a conversation. X and Y begin in week 0, every two weeks, 3 conversations; Z begins in
/// week 1, weekly, 3 conversations, and finds no room in the weeks of X and Y.
#[test]
fn a_conversation_that_does_not_fit_is_held_next_week_and_the_rhythm_goes_on_from_there() {
    let experiment = Stage::new().set("providers.alfa.hours_per_week=5").load();
    let two_weekly = Person { conversations: 3, interval: 2, ..person(0) };
    let persons = [two_weekly, two_weekly, Person { conversations: 3, ..person(1) }];
    assert_ledger(
        &play(&experiment, &persons),
        &[
            (2, 2, [0, 0, 0, 0], 0, 2, 0, 2, 5.0, 4.0),
            (3, 3, [0, 0, 0, 0], 0, 1, 0, 3, 5.0, 2.0),
            // Week 2: X and Y (4 h) were planned before Z, which is late: the fifth hour goes into it and is carried.
            (3, 3, [0, 0, 0, 0], 0, 2, 0, 3, 5.0, 5.0),
            // Week 3: Z takes 2 of 6 hours, one of which was worked last week.
            (3, 3, [0, 0, 0, 0], 0, 1, 0, 3, 5.0, 1.0),
            // Week 4: X and Y end, Z is late again.
            (3, 3, [2, 0, 0, 0], 0, 2, 0, 1, 5.0, 5.0),
            // Week 5: Z ends.
            (3, 3, [3, 0, 0, 0], 0, 1, 0, 0, 5.0, 1.0),
        ],
    );
}

/// Outcomes were measured under a cap of 4. The log-odds are 0.405 and fall by 1 for whom the cap of today cuts but that of
/// then did not; they rise by 1 for whom that of then cut and today's does not.
///
/// | needs | under a cap of 2 | under a cap of 6 |
/// |---|---|---|
/// | 2 | 0.405 | 0.405 |
/// | 3, 4 | -0.595: cut now, not then | 0.405 |
/// | 5, 6 | 0.405: cut now and then | 1.405: not cut now, but then |
/// | 7 | 0.405 | 0.405: cut now and then |
#[test]
fn a_cap_counts_from_the_cap_under_which_the_outcomes_were_measured() {
    for (cap, helped) in [(2, [2, 5, 6, 7].as_slice()), (6, &[2, 3, 4, 5, 6, 7])] {
        let experiment = Stage::new()
            .set("providers.alfa.hours_per_week=1000")
            .set(&format!("conversations.cap={cap}"))
            .set("outcome.measured_at_cap=4")
            .set("outcome.cap_effect=1")
            .load();
        for needs in 2..=7 {
            for (logit, expected) in
                [(0.4, helped.contains(&needs)), (1.4, cap == 6 && (needs == 5 || needs == 6)), (-0.6, true)]
            {
                let one = Person { conversations: needs, logit_outcome: logit, ..person(0) };
                let seen = play(&experiment, &[one]);
                let positive = seen.weeks[10].closed[0];
                assert_eq!(positive == 1, expected, "cap {cap}, needs {needs}, {logit}");
                // As many conversations as the cap leaves, one a week.
                let held: u32 = seen.weeks.iter().map(|week| week.held).sum();
                assert_eq!(held, u32::from(needs).min(cap));
            }
        }
    }
}

/// One provider of 4 hours, 2 hours to a conversation: two a week. A (weekly, 5 conversations) and B (two-weekly) begin in week
/// 0, C (weekly) in week 1.
///
/// Week 2: due are A, B and C: C came last and moves on. Week 3: A and C. Week 4: due are A, B and C again: A has its fifth
/// conversation and ends, C moves on.
#[test]
fn the_earliest_trajectories_go_first_and_the_latest_moves_on_by_a_week() {
    let experiment = Stage::new().set("providers.alfa.hours_per_week=4").load();
    let persons = [
        Person { conversations: 5, ..person(0) },
        Person { conversations: 10, interval: 2, ..person(0) },
        Person { conversations: 10, ..person(1) },
    ];
    let seen = play(&experiment, &persons);
    let closed: Vec<u32> = seen.weeks.iter().take(6).map(|week| week.closed[0]).collect();
    assert_eq!(closed, [0, 0, 0, 0, 1, 1]);
    let held: Vec<u32> = seen.weeks.iter().take(6).map(|week| week.held).collect();
    assert_eq!(held, [2, 2, 2, 2, 2, 1], "in week 5 only C is due");
}

/// With 60 % positive the log-odds are ln 1.5 = 0.405. Of those measured a quarter was without a matching provider, at an
/// effect of 1, and they waited 4 weeks, at 0.1 a week: who starts at once with a matching provider has 0.405 + 0.25 + 0.4 =
/// 1.055, who does so with another 0.055.
#[test]
fn effects_count_from_the_circumstances_of_the_measurement() {
    let experiment = Stage::new()
        .set("outcome.match_effect=1")
        .set("outcome.measured_matched_share=0.75")
        .set("outcome.wait_effect_per_week=0.1")
        .set("outcome.measured_at_wait_weeks=4")
        .load();
    let with = |need, logit_outcome| Person { need, logit_outcome, ..person(0) };
    let persons = [with(0, 1.05), with(0, 1.06), with(1, 0.05), with(1, 0.06)];
    let seen = play(&experiment, &persons);
    let closed = seen.weeks.last().map(|week| week.closed);
    assert_eq!(closed.map(|outcomes| outcomes[0]), Some(2), "one of each need");
    let alone: Vec<bool> =
        persons.iter().map(|one| play(&experiment, &[*one]).weeks[0].closed[0] == 1).collect();
    assert_eq!(alone, [true, false, true, false]);
}

/// The contract of alfa ends on Monday 15 January, week 2: whoever it had in a trajectory goes on with beta, and is done after three
/// conversations in weeks 0 to 2.
#[test]
fn a_provider_whose_hours_end_hands_over_too() {
    let end = "\n[[changes]]\nfrom = 2024-01-15\nkey = \"providers.alfa.hours_per_week\"\n\
        to = { fixed = 0, unit = \"hours/week\", source = \"fixture\", grade = \"assumed\" }\n";
    let experiment = Stage::new()
        .patch("hours_per_week = { fixed = 20", "hours_per_week = { fixed = 4")
        .with(BETA)
        .with(end)
        .load();
    let seen = play(&experiment, &[Person { conversations: 3, ..person(0) }]);
    let closed: Vec<u32> = seen.weeks.iter().take(4).map(|week| week.closed[0]).collect();
    assert_eq!(closed, [0, 0, 1, 1]);
}
