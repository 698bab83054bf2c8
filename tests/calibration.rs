//! Learning from what was registered: what it finds on the shipped pilot, that its uncertainty is honest, that a run takes it
//! over, and how a forecast of what is past fares.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use sim::analyses::calibration::{
    Calibration, Evidence, Simulated, Term, Verdict, by_draw, calibrate, forward, forward_ledger, terms,
};
use sim::analyses::{Backtest, BacktestPlan};
use sim::distributions::normal_score;
use sim::engine::{Metric, Outcomes, RunPlan, run};
use sim::parameters::{Draw, ParameterSpace};
use sim::random::{Seed, hash, stratified};
use sim::report::answer::{self, Answer};
use sim::report::faults::{Look, render};
use sim::report::terminal::{self, Terminal};
use sim::report::wording::{Language, Wording};
use sim::scenario::{
    DrawsFault, Experiment, FaultKind, Faults, Key, Loaded, Request, draws_text, law_of, law_text, load,
    load_ledger,
};

struct Study {
    experiment: Experiment,
    evidence: Evidence,
    terms: Vec<Term>,
    outcomes: Outcomes,
}

fn shipped(name: &str) -> Experiment {
    let path = format!("scenarios/{name}.toml").into();
    load(&Request { scenarios: vec![path], ..Request::default() }).unwrap().experiment
}

fn played(experiment: &Experiment, replications: usize, threads: usize) -> Outcomes {
    let plan = RunPlan { seed: Seed(1), replications, threads };
    run(experiment, &plan, &|_| (), &AtomicBool::new(false)).unwrap()
}

fn study(replications: usize, threads: usize) -> Study {
    let (experiment, evidence) = forward(&shipped("pilot-forward")).unwrap();
    let terms = terms(&evidence, &experiment.scenarios[0][0].calendar, evidence.periods.len()).unwrap();
    let outcomes = played(&experiment, replications, threads);
    Study { experiment, evidence, terms, outcomes }
}

fn learnt(study: &Study) -> Calibration {
    let Study { experiment, evidence, terms, outcomes } = study;
    calibrate(experiment, outcomes, (evidence, terms), Seed(1))
}

fn tested(replications: usize, threads: usize) -> Backtest {
    let plan = BacktestPlan::new(&shipped("pilot-forward")).unwrap();
    plan.judge(&played(&plan.experiment, replications, threads), Seed(1))
}

static STUDY: LazyLock<Study> = LazyLock::new(|| study(80_000, 0));
static FOUND: LazyLock<Calibration> = LazyLock::new(|| learnt(&STUDY));
static TESTED: LazyLock<Backtest> = LazyLock::new(|| tested(8_000, 0));

/// Truths of the test of the uncertainty.
const TRUTHS: u32 = 240;
/// Equal parts of the ranks.
const PARTS: usize = 10;
/// What a chi-square with nine degrees of freedom exceeds once in 100,000 times. With some 46 quantities a sound program fails
/// once in 2,000 seeds.
const BOUND: f64 = 39.34;

/// Turns registered numbers into a weight per draw.
type Weigh = dyn Fn(&Simulated, &[f64]) -> Vec<f64>;

/// Chi-square of the ranks of truths of the prior within what is learnt from data made of them, per quantity: uniform ranks
/// prove that the uncertainty after learning is right on average (Talts et al. 2018, arXiv 1804.06788). `weigh` turns the
/// registered numbers into a weight per draw; the draw of the truth itself never counts.
fn ranks(study: &Study, weigh: &Weigh) -> Vec<(String, f64)> {
    let simulated = Simulated::new(&study.outcomes, &study.terms);
    let names = study.outcomes.score_names();
    let mut counts = vec![[0.0; PARTS]; names.len()];
    for truth in 0..TRUTHS {
        let draw = usize::try_from(truth).unwrap();
        let observed: Vec<f64> = study
            .terms
            .iter()
            .enumerate()
            .map(|(place, term)| {
                let number = simulated.column(place)[2 * draw];
                let item = hash(&format!("error#{place}"));
                let score = normal_score(stratified(Seed(5), item, truth % 20, truth.div_euclid(20)));
                number + term.compared.error(number) * score
            })
            .collect();
        let mut weights = weigh(&simulated, &observed);
        weights[draw] = 0.0;
        let sum: f64 = weights.iter().sum();
        let heavy: Vec<(usize, f64)> =
            weights.iter().enumerate().filter(|(_, w)| **w > 1e-7 * sum).map(|(d, w)| (d, w / sum)).collect();
        for (place, counts) in counts.iter_mut().enumerate() {
            let scores = study.outcomes.scores(place);
            let below: f64 = heavy.iter().filter(|(d, _)| scores[*d] < scores[draw]).map(|(_, w)| w).sum();
            let part = (0..PARTS).rfind(|part| below * PARTS as f64 >= *part as f64).unwrap_or(0);
            counts[part] += 1.0;
        }
    }
    let expected = f64::from(TRUTHS) / PARTS as f64;
    let chi = |counts: &[f64; PARTS]| counts.iter().map(|n| (n - expected).powi(2) / expected).sum();
    names.iter().cloned().zip(counts.iter().map(chi)).collect()
}

fn worst(ranks: &[(String, f64)]) -> (String, f64) {
    ranks.iter().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap().clone()
}

#[test]
fn the_truth_lies_anywhere_in_what_is_learnt_from_data_made_of_it() {
    let found = ranks(&STUDY, &|simulated, observed| by_draw(&simulated.likelihoods(observed)));
    let (key, chi) = worst(&found);
    assert!(chi < BOUND, "{key} has {chi}");
}

#[test]
fn wrong_weights_are_caught_by_the_ranks() {
    let reckless = |simulated: &Simulated, observed: &[f64]| -> Vec<f64> {
        let weights = by_draw(&simulated.likelihoods(observed));
        weights.iter().map(|weight| weight.powi(20)).collect()
    };
    let biased = |simulated: &Simulated, observed: &[f64]| -> Vec<f64> {
        let weights = by_draw(&simulated.likelihoods(observed));
        let counts = by_draw(simulated.column(0));
        weights.iter().zip(counts).map(|(weight, count)| weight * (count / 100.0).powi(6)).collect()
    };
    let shifted = |simulated: &Simulated, observed: &[f64]| -> Vec<f64> {
        let higher: Vec<f64> = observed.iter().map(|number| 1.2 * number).collect();
        by_draw(&simulated.likelihoods(&higher))
    };
    let faults: [(&str, &Weigh); 3] = [
        ("weights that favour many young people", &biased),
        ("reckless weights", &reckless),
        ("data a fifth too high", &shifted),
    ];
    for (fault, weigh) in faults {
        let (key, chi) = worst(&ranks(&STUDY, weigh));
        assert!(chi > BOUND, "{fault}: the worst is {key} with {chi}");
    }
}

#[test]
fn the_demand_is_learnt_and_what_the_pilot_never_counted_is_not() {
    let found = &*FOUND;
    assert_eq!(found.verdict(), Verdict::Enough, "{}", found.effective);
    let demand = found.quantity("demand_per_year").unwrap();
    assert!(demand.is_learnt() && demand.width.value < 0.5, "{demand:?}");
    assert!((60.0..=120.0).contains(&demand.posterior.quantiles[1].value), "{demand:?}");
    let hours = found.quantity("hours_per_conversation").unwrap();
    assert!(hours.posterior.mean.value < hours.prior.mean.value, "98 young people were helped in 40 hours");
    for key in [Key::LeavePerWeek, Key::RecoverPerWeek, Key::FollowUpShare, Key::IntakeExtraHours] {
        let one = found.quantity(key.entry().key).unwrap();
        assert!(!one.is_learnt() && one.width.value > 0.8, "{one:?}");
    }
}

#[test]
fn a_registered_number_that_is_learnt_from_weighs_once() {
    let names: Vec<&str> = FOUND.terms.iter().map(|term| term.compared.name()).collect();
    assert_eq!(names, ["youths_started", "youths_started", "conversations_per_youth"]);
    assert!(!FOUND.shares_weigh, "the laws of outcomes and referrers hold those counts");
    let prior =
        shipped("pilot-forward").scenarios[1][0].quantity(Key::InflowYouthsPerYear).initial.law.clone();
    assert!(prior.sd() > 0.5 * prior.mean(), "the inflow holds no count: {prior:?}");
}

/// A file in a folder of its own, and what comes of loading a scenario with it.
fn with_draws(text: &str, scenario: &str, settings: &[&str]) -> Result<Loaded, Faults> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("draws.csv");
    std::fs::write(&path, text).unwrap();
    load(&Request {
        scenarios: vec![PathBuf::from(format!("scenarios/{scenario}.toml"))],
        settings: settings.iter().map(|setting| (*setting).to_owned()).collect(),
        posterior: Some(path),
        ..Request::default()
    })
}

fn values(experiment: &Experiment, key: Key, draws: u32) -> Vec<f64> {
    let space = ParameterSpace::new(experiment);
    let mut draw = Draw::default();
    let value = |number| {
        space.draw(Seed(3), number, &mut draw);
        space.binding(0, 0).value(&draw, key)
    };
    (0..draws).map(value).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

#[test]
fn every_forecast_takes_over_what_was_learnt() {
    let text = FOUND.draws_file.as_ref().unwrap();
    for scenario in ["baseline", "third-provider", "more-hours", "session-cap-6"] {
        let loaded =
            with_draws(text, scenario, &[]).unwrap_or_else(|faults| panic!("{scenario}: {faults:?}"));
        let found = values(&loaded.experiment, Key::InflowYouthsPerYear, 2_000);
        let demand = FOUND.quantity("demand_per_year").unwrap().posterior;
        // 2,000 stratified draws: a hundredth of the mean is three standard errors at least.
        assert!((mean(&found) / demand.mean.value - 1.0).abs() < 0.01, "{scenario}: {}", mean(&found));
        assert!(
            loaded.inputs.iter().any(|input| input.path.ends_with("draws.csv")),
            "the manifest hashes it"
        );
    }
}

#[test]
fn what_is_not_learnt_stays_as_it_was_to_the_bit() {
    let learnt = with_draws(FOUND.draws_file.as_ref().unwrap(), "baseline", &[]).unwrap().experiment;
    let plain = shipped("baseline");
    for key in [Key::AvoidanceShare, Key::UrgentShare, Key::LongSickWeeks, Key::PracticesAwareShare] {
        assert_eq!(values(&learnt, key, 50), values(&plain, key, 50), "{key:?}");
    }
    assert_ne!(values(&learnt, Key::DirectHours, 50), values(&plain, Key::DirectHours, 50));
}

/// 4,000 draws of equal weight out of the prior, read 2,000 times: the mean has a standard error of some 0.03 standard
/// deviations, and the spread one of 0.02; five of them fail once in a million seeds.
#[test]
fn equal_draws_of_the_prior_give_the_prior_back() {
    let plain = shipped("baseline");
    let scenario = &plain.scenarios[0][0];
    let keys = [Key::DirectHours, Key::InflowGrowthPerYear, Key::LeavePerWeek];
    let columns: Vec<(String, String)> = keys
        .map(|key| key.entry().key.to_owned())
        .map(|key| (key.clone(), law_text(&law_of(scenario, &key).unwrap())))
        .to_vec();
    let rows: Vec<(f64, Vec<f64>)> = (0..4_000_u32)
        .map(|draw| {
            let score = |item| normal_score(stratified(Seed(9), item, draw % 20, draw.div_euclid(20)));
            (1.0, vec![score(1), score(2), score(3)])
        })
        .collect();
    let learnt = with_draws(&draws_text("a test", &columns, &rows), "baseline", &[]).unwrap().experiment;
    assert!((learnt.learnt.as_ref().unwrap().effective() - 4_000.0).abs() < 1e-6);
    for key in keys {
        let law = &scenario.quantity(key).initial.law;
        let found = values(&learnt, key, 2_000);
        let centre = mean(&found);
        let sd = (found.iter().map(|value| (value - centre).powi(2)).sum::<f64>() / 2_000.0).sqrt();
        assert!((centre - law.mean()).abs() < 0.15 * law.sd(), "{key:?}: mean {centre}");
        assert!((sd / law.sd() - 1.0).abs() < 0.1, "{key:?}: sd {sd}");
    }
}

#[test]
fn all_faults_of_a_file_of_draws_are_told_at_once_in_both_languages() {
    let text = "# sim draws 1; a test\n\
                weight,queue.leave_per_week,work.direct_hour,work.intake_extra_hours\n\
                law,beta(1 2 0 1),fixed(1),gamma(2 3)\n\
                1,0.5,0.5,0.5\n\
                -1,0.5,much,0.5\n\
                1,0.5\n";
    let faults = with_draws(text, "baseline", &["work.intake_extra_hours=1"]).unwrap_err();
    let count =
        |wanted: fn(&FaultKind) -> bool| faults.list.iter().filter(|fault| wanted(&fault.kind)).count();
    assert_eq!(count(|kind| matches!(kind, FaultKind::Draws(DrawsFault::OtherLaw { .. }))), 2);
    assert_eq!(count(|kind| matches!(kind, FaultKind::UnknownKey { .. })), 1);
    assert_eq!(count(|kind| matches!(kind, FaultKind::Draws(DrawsFault::Number { .. }))), 2);
    assert_eq!(count(|kind| matches!(kind, FaultKind::Draws(DrawsFault::Cells { .. }))), 1);
    assert!(faults.list.iter().all(|fault| fault.site.line >= 2), "each is pointed at");
    for (language, words) in [
        (Language::Nl, ["is geleerd onder", "Deze regel heeft 2 cellen", "Een gewicht is"]),
        (Language::En, ["was learnt under", "This line has 2 cells", "A weight is"]),
    ] {
        let told = render(&faults, &Wording::new(language), Look { width: 100, colour: false });
        for word in words {
            assert!(told.contains(word), "{word}: {told}");
        }
    }
    for text in ["", "weight,a\n", "# sim draws 1\nweight\nlaw\n"] {
        let faults = with_draws(text, "baseline", &[]).unwrap_err();
        assert!(matches!(faults.list[0].kind, FaultKind::Draws(DrawsFault::NotDraws)), "{text}");
    }
}

#[test]
fn a_forecast_of_2022_knows_nothing_of_2022() {
    let plan = BacktestPlan::new(&shipped("pilot-forward")).unwrap();
    let scenario = &plan.experiment.scenarios[0][0];
    assert!(scenario.registered.is_empty());
    assert!(scenario.quantity(Key::CareCostAverage).changes.is_empty(), "the price of 2022 was not known");
    assert!(!scenario.quantity(Key::ConversationsCap).changes.is_empty(), "what the policy was to be, was");
    let periods: Vec<&str> = TESTED.learnt_from.iter().filter_map(|term| term.period.as_deref()).collect();
    assert_eq!(periods, ["okt 2020 - dec 2021"]);
    assert!(TESTED.is_enough(), "{}", TESTED.effective);
    let cost = TESTED.figures.iter().find(|one| one.name == Metric::PojCost.name()).unwrap();
    assert!((cost.mean.value - 189_600.0).abs() < 1.0, "the grants of 2021: {}", cost.mean.value);
    assert!((cost.happened - 204_532.20).abs() < 1e-9);
}

#[test]
fn a_score_and_a_place_agree_with_each_other() {
    for one in &TESTED.figures {
        assert!((0.0..=1.0).contains(&one.pit.value) && one.crps.value >= 0.0, "{one:?}");
        let inside = one.happened >= one.quantiles[1].value && one.happened <= one.quantiles[3].value;
        // A forecast without spread may hold what happened at either end.
        let spread = one.quantiles[3].value > one.quantiles[1].value;
        assert!(!spread || !inside || (0.04..=0.96).contains(&one.pit.value), "{one:?}");
    }
}

#[test]
fn a_ledger_teaches_too_and_says_when_it_is_made_up() {
    let base = shipped("baseline");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir("registratie/voorbeeld").unwrap().map(|entry| entry.unwrap().path()).collect();
    // Half a year, its correction included: fewer counts leave more draws.
    files.retain(|path| {
        path.display().to_string().contains("-q1") || path.display().to_string().contains("-q2")
    });
    files.sort();
    let ledger = load_ledger(&files, "registratie/voorbeeld").unwrap();
    let (experiment, evidence) = forward_ledger(&base, &ledger).unwrap();
    assert_eq!(evidence.periods.len(), 1, "quarters of one year are one period");
    let terms = terms(&evidence, &experiment.scenarios[0][0].calendar, 1).unwrap();
    assert_eq!(terms.len(), 3, "referred, held and closed: {terms:?}");
    let found = calibrate(&experiment, &played(&experiment, 24_000, 0), (&evidence, &terms), Seed(1));
    assert!(found.example && found.shares_weigh);
    assert_eq!(found.verdict(), Verdict::Enough, "{}", found.effective);
    let text = found.draws_file.as_ref().unwrap();
    assert!(text.lines().next().unwrap().contains("MADE-UP EXAMPLE"));
    assert!(text.contains("outcome.shares#positive"));
    assert!(with_draws(text, "baseline", &[]).is_ok());
    let wording = Wording::new(Language::Nl);
    let said: String = answer::calibrate(&found, &wording)
        .unwrap()
        .document
        .texts()
        .iter()
        .map(|text| text.plain())
        .collect();
    assert!(said.contains("verzonnen voorbeeld"), "{said}");
}

fn answers(language: Language) -> [(&'static str, Answer); 2] {
    let wording = Wording::new(language);
    let calibrated = answer::calibrate(&FOUND, &wording).unwrap();
    [("calibrate", calibrated), ("backtest", answer::backtest(&TESTED, &wording).unwrap())]
}

#[test]
fn every_figure_that_is_said_or_drawn_is_in_the_file_of_figures() {
    for language in Language::ALL {
        for (name, answer) in answers(language) {
            let json: serde_json::Value = serde_json::from_str(&answer.json).unwrap();
            let said = answer.document.figures().into_iter().map(|figure| (figure.value, &figure.pointer));
            let drawn = answer.charts.iter().flat_map(|(_, chart)| chart.picture.plotted());
            let mut count = 0;
            for (value, pointer) in said.chain(drawn.map(|point| (point.value, &point.pointer))) {
                let there = json.pointer(pointer).unwrap_or_else(|| panic!("{name}: no {pointer}"));
                match (there.as_f64(), value) {
                    (Some(there), Some(value)) => {
                        assert!((there - value).abs() <= 1e-8 * value.abs(), "{name}: {pointer}");
                    }
                    (None, None) => assert!(there.is_null(), "{name}: {pointer}"),
                    _ => panic!("{name}: {pointer} is {there}, not {value:?}"),
                }
                count += 1;
            }
            assert!(count > 50, "{name} tells only {count} figures");
            assert!(!answer.json.contains("NaN"), "{name}");
        }
    }
}

#[test]
fn every_answer_reads_as_it_did() {
    for language in Language::ALL {
        for (name, answer) in answers(language) {
            let page = terminal::render(&answer.document, Terminal { width: 100, colour: false });
            for line in page.lines() {
                assert!(console::measure_text_width(line) <= 100, "{name}: {line}");
            }
            insta::assert_snapshot!(format!("{name}_{language}"), page);
        }
    }
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let wording = Wording::new(Language::Nl);
    let told = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let study = study(4_000, threads);
        let found = pool.install(|| learnt(&study));
        let calibrated = answer::calibrate(&found, &wording).unwrap();
        let tested = pool.install(|| tested(2_000, threads));
        (calibrated.json, found.draws_file, answer::backtest(&tested, &wording).unwrap().json)
    };
    assert_eq!(told(1), told(3));
}

#[test]
fn with_too_few_draws_left_nothing_is_claimed() {
    let found = learnt(&study(200, 1));
    assert_eq!(found.draws_file, None);
    let answer = answer::calibrate(&found, &Wording::new(Language::Nl)).unwrap();
    assert!(answer.product.is_none() && answer.charts.is_empty());
    let said: String = answer.document.texts().iter().map(|text| text.plain()).collect();
    assert!(said.contains("Daar is niets uit te besluiten"), "{said}");
}
