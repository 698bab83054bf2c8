//! When GP practices come to know the POJ, seen in those whom they refer directly.

use std::sync::atomic::AtomicBool;

use sim::engine::{Metric, Route, run};

use crate::engine::{Stage, plan};

const WEEKS_PER_YEAR: f64 = 365.2425 / 7.0;
/// Direct referrals per week of one practice that does not know the POJ: the GPs' quarter of the inflow, from the six that do.
const PER_PRACTICE: f64 = 0.25 * 520.0 / WEEKS_PER_YEAR / 6.0;

/// The mean number of direct referrals in 2024 over replications, with its standard error, and the most in a later month.
fn direct(settings: &[&str], replications: usize) -> (f64, f64, usize) {
    let mut stage = Stage::new()
        .patch("warm_up_weeks = 0", "warm_up_weeks = 30")
        .set("inflow.youths_per_year=520")
        .set("practices.aware_share=0.5")
        .set("providers.alfa.hours_per_week=1000");
    for setting in settings {
        stage = stage.set(setting);
    }
    let outcomes = run(&stage.load(), &plan(51, replications), &|_| (), &AtomicBool::new(false))
        .expect("the run is not stopped");
    let found = outcomes.view(outcomes.column(0, 0, Metric::SpecialistReferralsHuisarts, 0)).to_vec();
    let n = found.len() as f64;
    let mean = found.iter().sum::<f64>() / n;
    let error = (found.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (n - 1.0) / n).sqrt();
    let most = (4..outcomes.months().len())
        .filter_map(|month| {
            outcomes.starts_counts((0, 0), month, Route::Huisarts).iter().rposition(|count| *count > 0)
        })
        .max();
    (mean, error, most.unwrap_or(0))
}

/// At a hazard of 150 a year the six unaware practices know the POJ within four months, but for a chance of 10^-20.
///
/// Before, each is unaware in week k (from 0) of the forecast with probability e^(-h (k + 1)), h the weekly hazard. Learning and
/// push work alike. Two means of 150 replications within 5 standard errors (t with 149 degrees of freedom): a correct
/// program fails in less than one of 100,000 seeds.
#[test]
fn a_push_makes_practices_aware_from_the_first_week_of_the_forecast_on() {
    for settings in [
        ["campaign.push_per_year=50", "practices.learn_per_year=0"],
        ["campaign.push_per_year=3", "practices.learn_per_year=47"],
    ] {
        let (mean, error, later) = direct(&settings, 150);
        let hazard = 50.0 / WEEKS_PER_YEAR;
        let expected: f64 =
            (0..53).map(|week| 6.0 * PER_PRACTICE * (-hazard * f64::from(week + 1)).exp()).sum();
        assert!(((mean - expected) / error).abs() < 5.0, "{mean} ± {error}, expected {expected}");
        assert_eq!(later, 0, "nobody is referred directly from May on");
    }
}

/// Without learning, spreading and push as many come from the six unaware practices in every year; one mean as above.
#[test]
fn without_a_push_no_practice_ever_becomes_aware() {
    let (mean, error, later) = direct(&[], 60);
    let expected = 53.0 * 6.0 * PER_PRACTICE;
    assert!(((mean - expected) / error).abs() < 5.0, "{mean} ± {error}, expected {expected}");
    assert!(later > 5);
}

/// What spreads needs somebody who knows it: with a spread of b a year and 6 of 12 aware, the first of the six others learns
/// after an exponential time with hazard 6 b / 2, and so on upwards: a chain of pure birth, seen once a week.
///
/// Worked out here in the Markov chain of the number aware: in a week with a aware, each other learns with probability
/// 1 - e^(-b a / 12 / 52.1775). One mean as above.
#[test]
fn awareness_spreads_as_its_markov_chain_does() {
    let spread = 8.0;
    let mut law = [0.0; 13];
    law[6] = 1.0;
    let mut expected = 0.0;
    for _ in 0..53 {
        let mut next = [0.0; 13];
        for (aware, probability) in law.iter().enumerate().skip(6) {
            let stays = (-spread * aware as f64 / 12.0 / WEEKS_PER_YEAR).exp();
            // Binomial over those who do not know it yet.
            let others = 12 - aware;
            let mut chance = stays.powi(i32::try_from(others).expect("small"));
            for learn in 0..=others {
                next[aware + learn] += probability * chance;
                chance *= (others - learn) as f64 / (learn + 1) as f64 * (1.0 - stays) / stays;
            }
        }
        law = next;
        let unaware: f64 = law.iter().enumerate().map(|(aware, p)| p * (12 - aware) as f64).sum();
        expected += unaware * PER_PRACTICE;
    }
    let setting = format!("practices.spread_per_year={spread}");
    let (mean, error, _) = direct(&[&setting], 150);
    assert!(((mean - expected) / error).abs() < 5.0, "{mean} ± {error}, expected {expected}");
}
