//! Random numbers that stay where they are.

use sim::engine::{Metric, watch};
use sim::parameters::{Draw, ParameterSpace};
use sim::random::Seed;

use crate::arms::outcomes;
use crate::engine::{Stage, plan};

const UNCERTAIN: &str =
    "inflow.youths_per_year={ counts = { events = 98, years = 1.0, prior = \"jeffreys\" } }";

#[test]
fn when_everything_is_known_every_draw_is_the_same_and_has_no_scores() {
    let experiment = Stage::new().load();
    let space = ParameterSpace::new(&experiment);
    assert!(space.score_names().is_empty());
    let told = |number| {
        let mut draw = Draw::default();
        space.draw(Seed(number), u32::try_from(number).expect("small"), &mut draw);
        format!("{draw:?}")
    };
    assert_eq!(told(0), told(7));
    // Both replications of a draw, and all draws, then differ by luck alone, and a play is the play of its people.
    let run = outcomes(&experiment, 3, 8);
    assert!(run.score_names().is_empty());
    let referred = run.view(run.column(0, 0, Metric::YouthsReferred, 4)).to_vec();
    assert!(referred.iter().any(|count| count.to_bits() != referred[0].to_bits()));
    for number in [0, 5] {
        let drawn = watch(&experiment, &plan(3, 8), number, (0, 0), None);
        let given = watch(&experiment, &plan(99, 8), 1, (0, 0), Some(&drawn.persons));
        assert_eq!(drawn, given, "nothing but the people is left to chance");
    }
}

#[test]
fn another_uncertain_quantity_moves_no_other_score() {
    let few = Stage::new().set(UNCERTAIN);
    let many = few
        .clone()
        .set("absence.leave_weeks_per_year={ range = { low = 4, likely = 7, high = 9 } }")
        .set("outcome.shares={ dirichlet = { positive = 57, escalated = 37, unknown = 4 }, prior = \"jeffreys\" }")
        .set("work.indirect_hours_per_conversation={ mean_sd = { mean = 1.0, sd = 0.3 } }");
    let [few, many] = [few, many].map(|stage| outcomes(&stage.load(), 4, 40));
    assert_eq!(few.score_names(), ["inflow.youths_per_year"]);
    assert_eq!(many.score_names().len(), 5);
    for (place, name) in few.score_names().iter().enumerate() {
        let there = many.score_names().iter().position(|other| other == name).expect("it is still uncertain");
        assert_eq!(few.scores(place), many.scores(there));
    }
}

/// A quantity that no young person depends on is made uncertain: the same young people come, with the same traits.
#[test]
fn making_a_quantity_uncertain_moves_no_young_person() {
    let known = Stage::new().set(UNCERTAIN).load();
    let unsure = Stage::new()
        .set(UNCERTAIN)
        .set("absence.leave_weeks_per_year={ range = { low = 0, likely = 1, high = 9 } }")
        .set("money.index_per_year={ range = { low = 0, likely = 0.01, high = 0.09 } }")
        .load();
    for number in 0..4 {
        let [before, after] =
            [&known, &unsure].map(|experiment| watch(experiment, &plan(6, 4), number, (0, 0), None).persons);
        assert_eq!(before, after);
    }
}

/// Growing demand adds young people and moves nobody: all who came still come, in the same week with the same traits.
#[test]
fn a_higher_demand_adds_young_people_and_moves_nobody() {
    let [low, high] =
        ["60", "150"].map(|rate| Stage::new().set(&format!("inflow.youths_per_year={rate}")).load());
    for number in 0..4 {
        let [few, many] =
            [&low, &high].map(|experiment| watch(experiment, &plan(6, 4), number, (0, 0), None).persons);
        let mut rest = many.iter();
        assert!(few.iter().all(|person| rest.any(|other| other == person)), "in the same order");
        assert!(many.len() > few.len());
    }
}
