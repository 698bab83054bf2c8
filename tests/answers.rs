//! Answers to questions: every figure that is said or drawn stands in the file of figures, parts add up to wholes,
//! and a search finds what is known to be there.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what went wrong by stopping there; clippy excuses only the test functions themselves"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use serde_json::Value;
use sim::analyses::{
    Allotment, BestUse, Comparison, Crossing, Field, Kept, Mixes, PayBack, Played, Question, Rules, RunInfo,
    Sought, Trial, allot, compare, explain, map, paper_grid, search,
};
use sim::engine::{Metric, Outcomes, RunPlan, run};
use sim::random::Seed;
use sim::report::answer::{self, Answer};
use sim::report::document::{Picture, Plotted};
use sim::report::terminal::{Terminal, render};
use sim::report::wording::{Language, Wording};
use sim::scenario::{
    Allocation, Experiment, Loaded, Request, Scenario, SearchSpace, differences, load, mix, numeric,
};

fn shipped(names: &[&str], settings: &[&str]) -> Loaded {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let scenarios: Vec<PathBuf> = names.iter().map(|name| folder.join(format!("{name}.toml"))).collect();
    let settings = settings.iter().map(|one| (*one).to_owned()).collect();
    load(&Request { scenarios, settings, ..Request::default() }).expect("a shipped scenario is valid")
}

fn played(experiment: &Experiment, replications: usize) -> Outcomes {
    let plan = RunPlan { seed: Seed(5), replications, threads: 0 };
    run(experiment, &plan, &|_| (), &AtomicBool::new(false)).expect("nobody stops it")
}

const INFO: RunInfo = RunInfo { seed: 5, replications: 160 };

fn compared(names: &[&str], settings: &[&str], pair: (usize, usize)) -> Comparison {
    let experiment = shipped(names, settings).experiment;
    let mut comparison = compare(&experiment, &played(&experiment, INFO.replications), INFO);
    let mixes = Mixes::new(&experiment, pair);
    let figures: Vec<_> =
        mixes.batches.iter().flat_map(|batch| Mixes::read(batch, &played(batch, 40))).collect();
    comparison.explanation = Some(explain(&mixes, &figures, RunInfo { replications: 40, ..INFO }));
    comparison
}

/// Every figure of an answer has the value that stands at its place in the JSON; so has everything plotted.
fn figures_stand_in_the_file(answer: &Answer) {
    let json: Value = serde_json::from_str(&answer.json).expect("it is JSON");
    assert!(!answer.json.contains("NaN") && !answer.json.contains("inf"));
    let stands = |pointer: &str, value: Option<f64>| {
        let there = json.pointer(pointer).unwrap_or_else(|| panic!("{pointer} is not in the file"));
        match (value, there.as_f64()) {
            (None, _) => assert!(there.is_null(), "{pointer} is {there}, not null"),
            (Some(value), Some(there)) => {
                assert!(
                    (value - there).abs() <= 1e-8 * value.abs().max(1e-6),
                    "{pointer}: {value} or {there}"
                );
            }
            (Some(value), None) => panic!("{pointer} is {there}, not {value}"),
        }
    };
    let figures = answer.document.figures();
    assert!(figures.len() > 10);
    for figure in figures {
        stands(&figure.pointer, figure.value);
    }
    for (name, chart) in &answer.charts {
        for Plotted { value, pointer } in chart.picture.plotted() {
            stands(pointer, *value);
        }
        assert!(!chart.data.rows.is_empty(), "{name} has its data as a table");
    }
}

/// A page without the ends of its lines.
fn unbroken(page: &str) -> String {
    page.replace(['\u{a0}', '\n'], " ")
}

fn in_both_languages(answer: impl Fn(&Wording) -> Answer) -> [String; 2] {
    Language::ALL.map(|language| {
        let wording = Wording::new(language);
        let answer = answer(&wording);
        figures_stand_in_the_file(&answer);
        for (name, content) in answer.files("question", &wording) {
            let text = String::from_utf8(content).expect("it is text");
            let svg = Path::new(&name).extension().is_some_and(|ending| ending == "svg");
            assert!(!svg || text.starts_with("<svg") && text.contains("<title") && text.contains("<desc"));
        }
        let page = render(&answer.document, Terminal { width: 100, colour: false });
        assert!(!page.contains("{ $") && !page.contains("compare-") && !page.contains("pay-"), "{page}");
        page
    })
}

#[test]
fn a_comparison_says_only_what_stands_in_its_file() {
    let comparison = compared(&["third-provider", "more-hours", "admin-relief"], &[], (1, 2));
    let [nl, en] = in_both_languages(|wording| answer::compare(&comparison, wording).unwrap());
    assert!(nl.contains("Let op: de scenario's geven niet evenveel geld uit"), "{nl}");
    assert!(en.contains("the scenarios do not spend the same money"), "{en}");
    assert!(nl.contains("aanbieder derde eraf"), "{nl}");
}

#[test]
fn a_comparison_of_one_replication_tells_no_chance() {
    let experiment = shipped(&["third-provider", "more-hours"], &[]).experiment;
    let one = RunInfo { replications: 1, ..INFO };
    let comparison = compare(&experiment, &played(&experiment, 1), one);
    for page in in_both_languages(|wording| answer::compare(&comparison, wording).unwrap()) {
        assert!(!page.contains("99%") && !page.contains("1%"), "{page}");
    }
}

#[test]
fn chances_of_being_best_add_up_to_one_and_regret_is_never_a_gain() {
    let comparison = compared(&["third-provider", "awareness"], &[], (1, 2));
    for world in 0..comparison.worlds.len() {
        let standings = comparison.contenders.iter().map(|one| &one.standings[world]);
        let sum: f64 = standings.clone().map(|one| one.best.unwrap().value).sum();
        assert!((sum - 1.0).abs() < 1e-9, "world {world}: {sum}");
        assert!(standings.clone().all(|one| one.regret.unwrap().value >= 0.0));
        // What is missed by one instead of another is the difference of their net savings.
        let pair: Vec<_> = standings.take(2).collect();
        let missed = pair[1].regret.unwrap().value - pair[0].regret.unwrap().value;
        let saved = pair[0].net.as_ref().unwrap().mean - pair[1].net.as_ref().unwrap().mean;
        assert!((missed - saved).abs() < 1e-6, "world {world}");
    }
}

#[test]
fn who_does_the_same_as_the_base_shares_every_tie_with_it_and_explains_nothing() {
    let null = ["providers.derde.hours_per_week=0", "providers.derde.start_up_cost_eur=0"];
    let comparison = compared(&["third-provider"], &null, (0, 1));
    for one in &comparison.contenders {
        assert!((one.standings[0].best.unwrap().value - 0.5).abs() < 1e-12);
    }
    assert!(comparison.dominance.is_empty());
    let shares = &comparison.explanation.as_ref().unwrap().shares;
    assert!(shares.iter().all(|share| share.steps.iter().all(|step| step.unwrap().value.abs() < 1e-12)));
}

/// Dearer for the same: worse in nothing but money, which is no dominance in young people, so cost alone must do it.
#[test]
fn the_same_for_more_money_is_dominated() {
    let mut experiment = shipped(&["more-hours", "third-provider"], &[]).experiment;
    let mut dear = experiment.scenarios[1].clone();
    for scenario in &mut dear {
        let price = sim::scenario::ProviderKey::HourlyPrice as usize;
        for provider in &mut scenario.providers {
            provider.quantities[price].as_mut().unwrap().initial.law = sim::distributions::Law::Fixed(150.0);
        }
    }
    experiment.scenarios[2] = dear;
    let comparison = compare(&experiment, &played(&experiment, 80), RunInfo { replications: 80, ..INFO });
    let found =
        comparison.dominance.iter().find(|one| one.better == 1 && one.worse == 2).expect("it dominates");
    assert_eq!(found.worlds.len(), experiment.worlds.len());
    assert!(!comparison.dominance.iter().any(|one| one.better == 2 && one.worse == 1));
}

#[test]
fn the_steps_of_an_explanation_add_up_to_the_difference() {
    let comparison = compared(&["third-provider", "more-hours"], &[], (1, 2));
    let explanation = comparison.explanation.unwrap();
    let parts: BTreeSet<&str> = explanation.steps.iter().map(|step| step.part.as_str()).collect();
    let expected =
        ["providers.aanbieder-a.hours_per_week", "providers.aanbieder-b.hours_per_week", "providers.derde"];
    assert_eq!(parts, BTreeSet::from(expected));
    for share in &explanation.shares {
        let steps: f64 = share.steps.iter().map(|step| step.unwrap().value).sum();
        let whole = share.to.unwrap().value - share.from.unwrap().value;
        assert!(
            (steps - whole).abs() <= 1e-6 * whole.abs().max(1.0),
            "{:?}: {steps} of {whole}",
            share.metric
        );
    }
    assert_eq!(explanation.shares[0].metric, Metric::NetSaving);
}

#[test]
fn more_parts_than_can_be_shared_out_are_listed_and_not_explained() {
    let mut experiment = shipped(&["more-hours"], &[]).experiment;
    for key in &mut experiment.scenarios[1][0].quantities[20..30] {
        key.initial.law = sim::distributions::Law::Fixed(key.initial.law.mean() + 0.001);
    }
    let mixes = Mixes::new(&experiment, (0, 1));
    assert_eq!(mixes.count(), 0);
    let explanation = explain(&mixes, &[], INFO);
    assert!(explanation.steps.len() > 8 && explanation.shares.is_empty());
}

#[test]
fn a_scenario_with_every_part_of_another_is_that_other() {
    let names = ["third-provider", "more-hours", "awareness", "admin-relief", "zzp-exit", "session-cap-6"];
    let experiment = shipped(&names, &[]).experiment;
    let scenarios: Vec<&Scenario> = experiment.scenarios.iter().map(|worlds| &worlds[0]).collect();
    for one in &scenarios {
        for other in &scenarios {
            let parts = differences(one, other);
            let all = mix((one, other), &parts, &vec![true; parts.len()]);
            let none = mix((one, other), &parts, &vec![false; parts.len()]);
            assert!(differences(&all, other).is_empty());
            assert!(differences(&none, one).is_empty());
        }
    }
}

/// Pays back where the value exceeds a threshold that is spread evenly from 0 to 1 over the replications.
struct Even;

impl Trial for Even {
    type Fault = ();
    fn nets(&mut self, settings: &[Vec<f64>], replications: usize) -> Result<Vec<Option<Vec<f64>>>, ()> {
        let own = |at: usize| (at as f64 * 0.618_033_988_75).fract();
        let net = |values: &Vec<f64>| {
            let lead = values[0] - values.get(1).map_or(0.0, |second| second / 10_000.0 - 0.3);
            (0..replications).map(|at| 100_000.0 * (lead - own(at))).collect()
        };
        Ok(settings.iter().map(|values| Some(net(values))).collect())
    }
}

fn pay_back(range: (f64, f64), second: bool) -> PayBack {
    pay_back_from(range, second, 1_000)
}

fn pay_back_from(range: (f64, f64), second: bool, replications: usize) -> PayBack {
    let experiment = shipped(&["third-provider"], &[]).experiment;
    let sought = |key: &str, range| {
        let timeline = experiment.scenarios[1][0].timeline(key).unwrap();
        Sought::new(numeric(key).unwrap(), timeline, range).unwrap()
    };
    let first = sought("maatwerk.avoidance_share", Some(range));
    let question = Question { range: first.range, probability: 0.5, replications };
    let other = sought("maatwerk.cost_average_eur", Some((1_000.0, 5_000.0)));
    PayBack {
        name: experiment.name.clone(),
        run: RunInfo { seed: 5, replications },
        arm: experiment.arms[1].clone(),
        base: Some(experiment.arms[0].clone()),
        world: experiment.worlds[0].clone(),
        probability: 0.5,
        threshold: search(&mut Even, &question).unwrap(),
        second: second.then(|| (other.clone(), map(&mut Even, &question, other.range).unwrap())),
        sought: first,
    }
}

#[test]
fn a_break_even_value_is_said_as_it_stands_in_its_file() {
    let found = pay_back((0.0, 1.0), true);
    assert!(
        matches!(found.threshold.crossing, Crossing::Found { value, .. } if (value.value - 0.5).abs() < 0.01)
    );
    let [nl, en] = in_both_languages(|wording| answer::break_even(&found, wording).unwrap());
    assert!(nl.contains("is 50% als") && nl.contains("Hoe zeker dat is: onbekend"), "{nl}");
    assert!(en.contains("How certain that is"), "{en}");
    assert!(nl.contains("wat elders staat"), "what studies found stands beside it");
    assert!(unbroken(&nl).contains("Dit deel gaat over jeugdigen die de huisarts verwijst"), "{nl}");
    assert!(unbroken(&en).contains("young people whom a GP refers"), "{en}");
}

#[test]
fn a_curve_of_few_replications_tells_no_chance_and_no_limit() {
    for replications in [1, 50, 300] {
        // A map is made with 120 replications or more where there are so many.
        let found = pay_back_from((0.0, 0.3), replications < 200, replications);
        let [nl, _] = in_both_languages(|wording| {
            let answer = answer::break_even(&found, wording).unwrap();
            assert!(answer.charts.is_empty(), "{replications}");
            answer
        });
        assert!(!nl.contains("geen grens") && !nl.contains("<\u{a0}1%"), "{nl}");
        assert!(unbroken(&nl).contains("niet nauwkeurig genoeg te zeggen"), "{nl}");
        assert!(replications > 1 || !nl.contains("2 herhalingen"), "{nl}");
    }
}

#[test]
fn a_break_even_value_outside_the_range_is_said_to_be_outside() {
    let never = pay_back((0.0, 0.3), false);
    assert_eq!(never.threshold.crossing, Crossing::Never);
    let [nl, _] = in_both_languages(|wording| answer::break_even(&never, wording).unwrap());
    assert!(nl.contains("Er is geen grens") && nl.contains("kleiner dan 50%"), "{nl}");
    let always = pay_back((0.8, 1.0), false);
    let [nl, _] = in_both_languages(|wording| answer::break_even(&always, wording).unwrap());
    assert!(nl.contains("groter dan 50%"), "{nl}");
}

/// Net saving falls with the distance from 5 hours and a share of 0.3; hours shorten the wait; money is what it costs
/// on paper.
struct Hill<'a> {
    space: &'a SearchSpace,
    scenario: &'a Scenario,
    shortest: f64,
}

impl Field for Hill<'_> {
    type Fault = ();
    fn play(&mut self, allocations: &[Allocation], replications: usize) -> Result<Vec<Option<Played>>, ()> {
        let noise = |at: usize| ((at as f64 * 0.618_033_988_75).fract() - 0.5) * 1_000.0;
        let play = |one: &Allocation| {
            let top = (one.hours - 5.0).powi(2) + one.more_hours.powi(2) + (one.relief - 0.3).powi(2) * 100.0;
            let net = 10_000.0 - 1_000.0 * top - one.campaign;
            let cost = self.space.paper_cost(one, self.scenario);
            let hours = one.hours + one.more_hours;
            let column = |value: f64| vec![value; replications];
            Some(Played {
                cost: vec![column(cost)],
                net: vec![(0..replications).map(|at| net + noise(at)).collect(), column(net - 2_000.0)],
                wait: column(10.0 - 0.4 * hours),
                wait_p90: column(self.shortest + 10.0 - 0.6 * hours),
                started: column(hours),
                within: vec![vec![cost <= 50_000.0; replications]],
            })
        };
        Ok(allocations.iter().map(play).collect())
    }
}

fn best_use(shortest: f64) -> (Allotment, BestUse) {
    let loaded = shipped(&["budget"], &[]);
    let space = loaded.search_space.expect("the shipped scenario says what there is to choose");
    let scenario = &loaded.experiment.scenarios[1][0];
    let rules = Rules { most: space.eur_per_year, within: 0.9, norm: 8.0 };
    let mut field = Hill { space: &space, scenario, shortest };
    let found = allot(&mut field, (&space, scenario), &rules, 400).unwrap();
    let allotment = Allotment {
        name: "budget".to_owned(),
        run: RunInfo { seed: 5, replications: 400 },
        arm: loaded.experiment.arms[1].clone(),
        base: loaded.experiment.arms[0].clone(),
        worlds: loaded.experiment.worlds[..2].to_vec(),
        periods: vec!["2025".to_owned()],
        space: space.clone(),
        rules,
        best_use: found.clone(),
    };
    (allotment, found)
}

#[test]
fn the_search_finds_a_known_hill_and_beats_the_coarse_grid() {
    let (allotment, found) = best_use(0.0);
    let verdict = &found.verdicts[0];
    assert_eq!((found.verdicts.len(), verdict.kept), (1, Kept::Both));
    let best = found.finalists[verdict.best].allocation;
    assert!((best.hours - 5.0).abs() < 1.0 && best.more_hours < 1.0, "{best:?}");
    assert!((best.relief - 0.3).abs() < 0.1 && best.campaign < 1.0, "{best:?}");
    let gain = found.gain_on_grid.unwrap();
    assert!(gain.value > 2.0 * gain.mc_se.unwrap(), "the hill does not stand on the grid: {gain:?}");
    assert!(verdict.alike.contains(&verdict.best) && verdict.frontier.contains(&verdict.most_youths));
    // 50,000 euros buy 8.5 hours; more break the ceiling.
    let most = found.finalists[verdict.most_youths].allocation;
    assert!(most.hours + most.more_hours <= 9.2 && most.hours + most.more_hours > 7.0, "{most:?}");
    let [nl, en] = in_both_languages(|wording| answer::budget(&allotment, wording).unwrap());
    assert!(nl.contains("Het beste is mogelijkheid") && nl.contains("Ter controle"), "{nl}");
    assert!(en.contains("Best is option"), "{en}");
}

#[test]
fn the_best_use_has_its_bands_and_the_same_amount_in_text_and_table() {
    let (mut allotment, found) = best_use(0.0);
    let best = found.verdicts[0].best;
    allotment.best_use.finalists[best].allocation.campaign = 1_875.0;
    let [nl, en] = in_both_languages(|wording| answer::budget(&allotment, wording).unwrap());
    let (amounts, en) = (unbroken(&nl), unbroken(&en));
    assert!(amounts.contains("Tussen haakjes staat P10 tot P90"), "{nl}");
    assert!(amounts.contains("van P10 tot P90") && en.contains("In brackets stands P10 to P90"), "{nl}");
    assert!(amounts.contains("€ 1.875 per jaar") && amounts.matches("€ 1.875").count() > 1, "{nl}");
    let json: Value =
        serde_json::from_str(&answer::budget(&allotment, &Wording::new(Language::Nl)).unwrap().json).unwrap();
    let band = &json["options"][best]["net_saving_over_worlds_band_eur"];
    let mean = json["options"][best]["net_saving_over_worlds_eur"]["value"].as_f64().unwrap();
    let [low, high] = ["p10", "p90"].map(|end| band[end].as_f64().unwrap());
    // The noise of one of two worlds is even over 1,000 euros, so that of their mean over 500.
    assert!((high - low - 400.0).abs() < 20.0 && low < mean && mean < high, "{band}");
}

#[test]
fn rules_that_cannot_be_met_together_are_told_with_the_best_on_each() {
    let (allotment, found) = best_use(4.0);
    let kept: Vec<Kept> = found.verdicts.iter().map(|verdict| verdict.kept).collect();
    assert_eq!(kept, [Kept::Ceilings, Kept::Norm]);
    let [nl, _] = in_both_languages(|wording| answer::budget(&allotment, wording).unwrap());
    assert!(nl.contains("Geen enkele mogelijkheid voldoet aan beide voorwaarden"), "{nl}");
    let (allotment, found) = best_use(50.0);
    assert_eq!(found.verdicts[0].kept, Kept::Ceilings);
    let [nl, _] = in_both_languages(|wording| answer::budget(&allotment, wording).unwrap());
    assert!(nl.contains("De norm voor de wachttijd wordt nooit gehaald"), "{nl}");
}

#[test]
fn the_coarse_grid_keeps_to_the_amount_on_paper() {
    let loaded = shipped(&["budget"], &[]);
    let space = loaded.search_space.unwrap();
    let scenario = &loaded.experiment.scenarios[1][0];
    let grid = paper_grid(&space, scenario);
    assert!(grid.len() > 10);
    for (index, one) in grid.iter().enumerate() {
        assert!(space.paper_cost(one, scenario) <= space.eur_per_year + 1.0, "{one:?}");
        assert!(!grid[..index].contains(one), "{one:?} is there twice");
    }
}

#[test]
fn the_plane_of_a_comparison_holds_every_scenario() {
    let comparison = compared(&["third-provider", "awareness"], &[], (0, 1));
    let answer = answer::compare(&comparison, &Wording::new(Language::Nl)).unwrap();
    let Picture::Plane(plane) = &answer.charts[0].1.picture else { panic!("it is a plane") };
    assert_eq!(plane.points.len(), comparison.contenders.len());
}
