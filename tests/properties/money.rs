//! What money may and may not do.

use sim::engine::{Metric, Outcomes};
use sim::scenario::Experiment;

use crate::arms::outcomes;
use crate::engine::{Stage, metric, plan};
use crate::weeks::shipped;

/// A metric of an arm in a world, over all replications and slices.
fn all(experiment: &Experiment, outcomes: &Outcomes, at: (usize, usize), of: Metric) -> Vec<f64> {
    let slices = experiment.scenarios[0][0].calendar.periods().len() + 1;
    (0..slices).flat_map(|slice| outcomes.view(outcomes.column(at.0, at.1, of, slice)).to_vec()).collect()
}

fn same(left: &[f64], right: &[f64]) -> bool {
    left.len() == right.len() && left.iter().zip(right).all(|(left, right)| left.to_bits() == right.to_bits())
}

#[test]
fn when_nothing_is_avoided_the_net_saving_is_less_the_cost_exactly() {
    let experiment = shipped("third-provider", &["maatwerk.avoidance_share=0"]);
    let outcomes = outcomes(&experiment, 21, 8);
    for at in [(0, 0), (1, 0), (1, 3)] {
        let of = |of| all(&experiment, &outcomes, at, of);
        assert!(of(Metric::AvoidedCost).iter().all(|avoided| *avoided == 0.0));
        let less: Vec<f64> = of(Metric::PojCost).iter().map(|cost| -cost).collect();
        assert_eq!(of(Metric::NetSaving), less);
        assert_eq!(of(Metric::CashableSaving), less);
        assert!(of(Metric::AvoidedCostIfAll).iter().any(|avoided| *avoided > 0.0));
    }
}

#[test]
fn when_every_closure_avoids_the_real_avoided_cost_is_that_if_all() {
    let settings = [
        "maatwerk.avoidance_share=1",
        "maatwerk.relapse_share=0",
        "attracted.avoidance_factor=1",
        "maatwerk.avoidance_factor.screener=1",
        "maatwerk.avoidance_factor.smw=1",
        "maatwerk.avoidance_factor.consulent=1",
        "maatwerk.avoidance_factor.other=1",
    ];
    let experiment = shipped("third-provider", &settings);
    let outcomes = outcomes(&experiment, 22, 8);
    for at in [(0, 0), (1, 1), (1, 2)] {
        let [real, if_all] =
            [Metric::AvoidedCost, Metric::AvoidedCostIfAll].map(|of| all(&experiment, &outcomes, at, of));
        assert!(same(&real, &if_all));
    }
}

#[test]
fn a_doubled_price_of_care_doubles_what_is_avoided_and_nothing_else() {
    let once = shipped("third-provider", &["maatwerk.cost_average_eur=4000"]);
    let twice = shipped("third-provider", &["maatwerk.cost_average_eur=8000"]);
    let [single, double] = [&once, &twice].map(|experiment| outcomes(experiment, 23, 8));
    for of in Metric::ALL {
        let [low, high] =
            [(&once, &single), (&twice, &double)].map(|(experiment, run)| all(experiment, run, (1, 0), *of));
        match of {
            Metric::AvoidedCost
            | Metric::AvoidedCostConstant
            | Metric::AvoidedCostEvaluation
            | Metric::AvoidedCostIfAll => {
                let doubled: Vec<f64> = low.iter().map(|avoided| 2.0 * avoided).collect();
                assert!(same(&doubled, &high), "{}", of.name());
            }
            Metric::NetSaving
            | Metric::NetSavingEvaluation
            | Metric::CashableSaving
            | Metric::NetPresentSaving => {
                assert!(low.iter().zip(&high).all(|(low, high)| high >= low), "{}", of.name());
            }
            _ => assert!(same(&low, &high), "{}", of.name()),
        }
    }
}

#[test]
fn without_index_and_discount_the_present_value_is_the_nominal_one() {
    let settings = ["money.index_per_year=0", "money.index_correction=0", "money.discount_rate_per_year=0"];
    let experiment = shipped("third-provider", &settings);
    let outcomes = outcomes(&experiment, 24, 8);
    for at in [(0, 0), (1, 1)] {
        let [nominal, present] =
            [Metric::NetSaving, Metric::NetPresentSaving].map(|of| all(&experiment, &outcomes, at, of));
        // The total is added up from the periods in both, but from their parts in the one and from their nets in the other.
        for (nominal, present) in nominal.iter().zip(&present) {
            assert!((nominal - present).abs() <= 1e-12 * nominal.abs().max(1e6), "{nominal} and {present}");
        }
    }
}

#[test]
fn the_discount_rate_moves_the_present_value_alone() {
    let [none, some] = ["0", "0.05"].map(|rate| {
        let experiment = shipped("third-provider", &[&format!("money.discount_rate_per_year={rate}")]);
        let outcomes = outcomes(&experiment, 25, 8);
        (experiment, outcomes)
    });
    for of in Metric::ALL {
        let [plain, discounted] = [&none, &some].map(|(experiment, run)| all(experiment, run, (1, 0), *of));
        assert_eq!(same(&plain, &discounted), *of != Metric::NetPresentSaving, "{}", of.name());
    }
}

/// Costs depend on no young person where nothing is paid by the conversation.
#[test]
fn the_cost_of_the_poj_is_the_same_in_every_replication_when_it_is_known() {
    let experiment = Stage::new().set("money.index_per_year=0.03").load();
    let outcomes = outcomes(&experiment, 26, 10);
    let costs = outcomes.view(outcomes.column(0, 0, Metric::PojCost, 4)).to_vec();
    assert!(costs.iter().all(|cost| cost.to_bits() == costs[0].to_bits()));
    let seen = sim::engine::watch(&experiment, &plan(26, 10), 3, (0, 0), None);
    assert_eq!(metric(&experiment, &seen, Metric::PojCost, 4).to_bits(), costs[0].to_bits());
}

#[test]
fn without_index_what_is_nominal_is_real() {
    let settings = [
        "money.index_per_year=0",
        "money.index_correction=0",
        "maatwerk.price_growth_above_index=0",
        "relief.admin_share=0.2",
    ];
    for scenario in ["third-provider", "awareness", "zzp-exit"] {
        let experiment = shipped(scenario, &settings);
        let outcomes = outcomes(&experiment, 26, 8);
        for at in [(0, 0), (1, 0), (1, 2)] {
            for (nominal, constant) in [
                (Metric::PojCost, Metric::PojCostConstant),
                (Metric::AvoidedCost, Metric::AvoidedCostConstant),
            ] {
                let [nominal, constant] = [nominal, constant].map(|of| all(&experiment, &outcomes, at, of));
                assert!(nominal.iter().any(|amount| *amount > 0.0));
                // The same euros, added up in another order.
                for (nominal, constant) in nominal.iter().zip(&constant) {
                    assert!((nominal - constant).abs() <= 1e-7, "{scenario}: {nominal} and {constant}");
                }
            }
        }
    }
}
