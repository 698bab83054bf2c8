//! What was asked along with a run stands in every report of it: the page, the summary for the council on the web and on
//! paper, the workbook and the file of figures.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use calamine::{Data, Reader, Xlsx};
use serde_json::Value as Json;
use sim::analyses::monitor::{MonitorPlan, by_quarter, monitor};
use sim::analyses::value::{ValuePlan, value};
use sim::analyses::verify::{Bound, Check, Group, Verified};
use sim::analyses::{
    Allotment, Answers, Field, Forecast, PayBack, Played, Question, Rules, RunInfo, Sought, Trial, allot,
    build, compare, search, sensitivity,
};
use sim::engine::{Outcomes, RunPlan, run, run_design};
use sim::parameters::Design;
use sim::random::Seed;
use sim::report::answer::{self, Answer};
use sim::report::document::{Block, Document, Run, council, page};
use sim::report::terminal::{Terminal, render};
use sim::report::wording::{Language, Wording};
use sim::report::{html, pdf, summary, xlsx};
use sim::scenario::{Allocation, Experiment, Loaded, Request, Scenario, SearchSpace, load, numeric};

/// Enough to support most answers, few enough to be quick.
const INFO: RunInfo = RunInfo { seed: 1, replications: 800 };

fn shipped(names: &[&str]) -> Loaded {
    // Tests run in the root of the project; a path within it reads the same on every machine.
    let scenarios: Vec<PathBuf> = names.iter().map(|name| format!("scenarios/{name}.toml").into()).collect();
    load(&Request { scenarios, ..Request::default() }).unwrap()
}

fn played(experiment: &Experiment, design: &Design, replications: usize) -> Outcomes {
    let plan = RunPlan { seed: Seed(INFO.seed), replications, threads: 0 };
    run_design(experiment, &plan, design, (&|_| (), &AtomicBool::new(false))).unwrap()
}

/// Pays back above a share of 0.5, give or take what is spread evenly over the replications.
struct Even;

impl Trial for Even {
    type Fault = ();
    fn nets(&mut self, settings: &[Vec<f64>], replications: usize) -> Result<Vec<Option<Vec<f64>>>, ()> {
        let own = |at: usize| (at as f64 * 0.618_033_988_75).fract();
        let net = |values: &Vec<f64>| (0..replications).map(|at| 1e5 * (values[0] - own(at))).collect();
        Ok(settings.iter().map(|values| Some(net(values))).collect())
    }
}

/// More hours save more and shorten the wait; four young people more at most.
struct Slope<'a> {
    space: &'a SearchSpace,
    scenario: &'a Scenario,
    worlds: usize,
}

impl Field for Slope<'_> {
    type Fault = ();
    fn play(&mut self, allocations: &[Allocation], replications: usize) -> Result<Vec<Option<Played>>, ()> {
        let column = |value: f64| vec![value; replications];
        let play = |one: &Allocation| {
            let hours = one.hours + one.more_hours;
            let cost = self.space.paper_cost(one, self.scenario);
            let noise = |at: usize| ((at as f64 * 0.618_033_988_75).fract() - 0.5) * 1_000.0;
            let net = |world: usize| {
                let lead = 1_000.0 * hours - 5_000.0 * world as f64 - one.campaign;
                (0..replications).map(|at| lead + noise(at)).collect()
            };
            Some(Played {
                cost: vec![column(cost)],
                net: (0..self.worlds).map(net).collect(),
                wait: column(10.0 - 0.4 * hours),
                wait_p90: column(14.0 - 0.6 * hours),
                started: column(0.2 * hours),
                within: vec![vec![cost <= 85_000.0; replications]],
            })
        };
        Ok(allocations.iter().map(play).collect())
    }
}

fn pay_back(experiment: &Experiment) -> PayBack {
    let key = "maatwerk.avoidance_share";
    let timeline = experiment.scenarios[1][0].timeline(key).unwrap();
    let sought = Sought::new(numeric(key).unwrap(), timeline, None).unwrap();
    let question = Question { range: sought.range, probability: 0.5, replications: INFO.replications };
    PayBack {
        name: experiment.name.clone(),
        run: INFO,
        arm: experiment.arms[1].clone(),
        base: Some(experiment.arms[0].clone()),
        world: experiment.worlds[0].clone(),
        probability: 0.5,
        threshold: search(&mut Even, &question).unwrap(),
        second: None,
        sought,
    }
}

fn allotment() -> Allotment {
    let loaded = shipped(&["budget"]);
    let (experiment, space) = (loaded.experiment, loaded.search_space.unwrap());
    let scenario = &experiment.scenarios[1][0];
    let rules = Rules { most: space.eur_per_year, within: 0.9, norm: 8.0 };
    let mut field = Slope { space: &space, scenario, worlds: experiment.worlds.len() };
    let best_use = allot(&mut field, (&space, scenario), &rules, INFO.replications).unwrap();
    Allotment {
        name: experiment.name.clone(),
        run: INFO,
        arm: experiment.arms[1].clone(),
        base: experiment.arms[0].clone(),
        worlds: experiment.worlds.clone(),
        periods: vec!["2025".to_owned()],
        space: space.clone(),
        rules,
        best_use,
    }
}

/// All questions, asked of one option beside its base; the comparison has one more.
fn answers(experiment: &Experiment) -> Answers {
    let usual = Design::default();
    let quarterly = by_quarter(experiment);
    let plan = MonitorPlan { seed: Seed(INFO.seed), bound: 0.9, closures: vec![25, 50, 100] };
    let monitored = monitor(&quarterly, &played(&quarterly, &usual, INFO.replications), &plan);
    let outcomes = played(experiment, &usual, INFO.replications);
    let plan = ValuePlan::new(experiment, Seed(INFO.seed), 0.0, vec![25, 100]);
    let valued = value(experiment, &outcomes, &plan, INFO.replications);
    let alone = experiment.in_leading_world();
    let first = played(&alone, &usual, INFO.replications);
    let plan = sensitivity::plan(&alone, &first);
    let frozen = played(&alone, plan.design(), plan.replications(40));
    let moved = sensitivity::answer(&alone, (&plan, first.score_names()), &frozen, INFO);
    let several = shipped(&["third-provider", "more-hours"]).experiment;
    let compared = compare(&several, &played(&several, &usual, INFO.replications), INFO);
    Answers {
        monitor: Some(monitored),
        value: Some(valued),
        sensitivity: Some(moved),
        compare: Some(compared),
        break_even: Some(pay_back(experiment)),
        budget: Some(allotment()),
        verify: Some(verified(experiment)),
    }
}

/// Two checks of the model that hold and one that does not apply.
fn verified(experiment: &Experiment) -> Verified {
    let none = Vec::new;
    let check = |id, group, figure| Check {
        id,
        group,
        figure,
        bound: Bound::AtMost(1e-9),
        names: none(),
        elsewhere: none(),
        open: none(),
    };
    Verified {
        arm: experiment.arms[1].clone(),
        world: experiment.worlds[0].clone(),
        run: INFO,
        checks: vec![
            check("inputs-known", Group::Inputs, Some(0.0)),
            check("inputs-wholes", Group::Inputs, Some(1e-12)),
            check("inputs-bounds", Group::Inputs, None),
        ],
    }
}

/// A run of one option, and the same with everything asked along.
static RUNS: LazyLock<[Forecast; 2]> = LazyLock::new(|| {
    let experiment = shipped(&["third-provider"]).experiment;
    let plan = RunPlan { seed: Seed(INFO.seed), replications: INFO.replications, threads: 0 };
    let outcomes = run(&experiment, &plan, &|_| (), &AtomicBool::new(false)).unwrap();
    let plain = build(&experiment, &outcomes, INFO);
    let mut asked = plain.clone();
    asked.answers = answers(&experiment);
    [plain, asked]
});

fn plain() -> &'static Forecast {
    &RUNS[0]
}

fn asked() -> &'static Forecast {
    &RUNS[1]
}

fn summary_of(forecast: &Forecast) -> Json {
    let mut text = Vec::new();
    summary::write(forecast, &mut text).unwrap();
    serde_json::from_slice(&text).unwrap()
}

fn in_words(wording: &Wording) -> [(&'static str, Answer); 7] {
    let answers = &asked().answers;
    [
        ("monitor", answer::monitor(answers.monitor.as_ref().unwrap(), wording).unwrap()),
        ("value", answer::value(answers.value.as_ref().unwrap(), wording).unwrap()),
        ("sensitivity", answer::sensitivity(answers.sensitivity.as_ref().unwrap(), wording).unwrap()),
        ("compare", answer::compare(answers.compare.as_ref().unwrap(), wording).unwrap()),
        ("break-even", answer::break_even(answers.break_even.as_ref().unwrap(), wording).unwrap()),
        ("budget", answer::budget(answers.budget.as_ref().unwrap(), wording).unwrap()),
        ("verify", answer::verify(answers.verify.as_ref().unwrap(), wording).unwrap()),
    ]
}

fn near(this: f64, that: f64) -> bool {
    (this - that).abs() <= 1e-8 * this.abs().max(1e-6)
}

/// The charts of the council's document that come with the answers.
const CHARTS: [&str; 6] = [
    "chart-break-even",
    "chart-compare",
    "chart-sensitivity",
    "chart-value",
    "chart-budget",
    "chart-monitor",
];

#[test]
fn the_summary_holds_every_answer_as_its_own_file_does() {
    let summary = summary_of(asked());
    for (name, answer) in in_words(&Wording::new(Language::Nl)) {
        let own: Json = serde_json::from_str(&answer.json).unwrap();
        assert!(summary["answers"][name] == own, "{name}");
    }
    assert!(summary_of(plain()).get("answers").is_none(), "what was not asked is not told");
}

#[test]
fn every_figure_and_every_point_of_page_and_council_is_in_the_summary() {
    let json = summary_of(asked());
    for language in Language::ALL {
        let wording = Wording::new(language);
        for document in [council(asked(), &wording), page(asked(), &wording, Some("results/x"))] {
            let said = document.figures().into_iter().map(|figure| (&figure.pointer, figure.value));
            let charts = document.charts();
            let drawn = charts.iter().flat_map(|chart| chart.picture.plotted());
            let mut answered = 0;
            for (pointer, value) in said.chain(drawn.map(|one| (&one.pointer, one.value))) {
                let at = json.pointer(pointer).unwrap_or_else(|| panic!("nothing at {pointer}"));
                match (value, at.as_f64()) {
                    (Some(shown), Some(stored)) => assert!(near(shown, stored), "{pointer} is {stored}"),
                    (None, None) => assert!(at.is_null(), "{pointer}"),
                    _ => panic!("{pointer} is {at}, shown {value:?}"),
                }
                answered += usize::from(pointer.starts_with("/answers/"));
            }
            assert!(answered > 15, "{answered} figures come from the answers");
        }
    }
}

#[test]
fn the_council_reads_each_answer_where_it_looks_for_it() {
    for language in Language::ALL {
        let wording = Wording::new(language);
        let document = council(asked(), &wording);
        let ids: Vec<&str> = document.sections.iter().map(|section| section.id).collect();
        let order = ["needed", "payback", "compared", "queue", "unknowns", "choices", "budget", "risks"];
        let places = order.map(|id| ids.iter().position(|one| *one == id).unwrap());
        assert!(places.is_sorted(), "{ids:?}");
        let charts: Vec<&str> = document.charts().iter().map(|chart| chart.id.as_str()).collect();
        let found: Vec<&str> = charts.into_iter().filter(|id| CHARTS.contains(id)).collect();
        assert_eq!(found, CHARTS, "{language}");
        let home = |chart: &str| {
            let holds = |block: &Block| block.chart().is_some_and(|one| one.id == chart);
            document.sections.iter().find(|one| one.blocks.iter().any(holds)).unwrap().id
        };
        let homes = CHARTS.map(home);
        assert_eq!(homes, ["needed", "compared", "unknowns", "unknowns", "budget", "monitoring"]);
    }
    let said = |forecast| -> String {
        let document = council(forecast, &Wording::new(Language::Nl));
        document.texts().iter().map(|text| text.plain()).collect()
    };
    assert!(said(plain()).contains("aparte berekening") && !said(asked()).contains("aparte berekening"));
    for words in ["onjuist, dus", "stoppen voor het geld", "het eerst uitzoeken", "Misgelopen"] {
        assert!(said(asked()).to_lowercase().contains(&words.to_lowercase()), "{words}");
        assert!(!said(plain()).contains(words), "{words}");
    }
}

#[test]
fn all_that_the_answers_plot_stands_in_the_table_of_its_chart() {
    let document = council(asked(), &Wording::new(Language::En));
    for chart in document.charts().into_iter().filter(|chart| CHARTS.contains(&chart.id.as_str())) {
        let told = chart.data.texts().into_iter().flat_map(|text| &text.0).filter_map(Run::figure);
        let told: Vec<&str> = told.map(|one| one.pointer.as_str()).collect();
        for point in chart.picture.plotted() {
            assert!(told.contains(&point.pointer.as_str()), "{}: {}", chart.id, point.pointer);
        }
        assert!(!chart.title.plain().is_empty() && chart.description.plain().len() > 40, "{}", chart.id);
    }
}

/// The sentences of what the answers say to the council; a figure or a name counts as one word.
fn sentences(document: &Document) -> Vec<String> {
    let text = |text: &sim::report::document::Text| -> String {
        let word = |run: &Run| match run {
            Run::Words(words) => words.clone(),
            Run::Name(_) | Run::Figure(_) => "getal".to_owned(),
        };
        text.0.iter().map(word).collect()
    };
    let mut all = Vec::new();
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Paragraph(said) => all.push(text(said)),
            Block::List(items) => all.extend(items.iter().map(text)),
            Block::Chart(chart) => all.extend([&chart.title, &chart.description].map(text)),
            Block::Table(_) => {}
        }
    }
    let ends = |letter: char| matches!(letter, '.' | '?' | ':' | ';');
    all.iter().flat_map(|text| text.split(ends)).map(str::to_owned).collect()
}

#[test]
fn the_council_reads_short_sentences_and_no_group_of_fewer_than_five() {
    for language in Language::ALL {
        let document = council(asked(), &Wording::new(language));
        for sentence in sentences(&document) {
            assert!(sentence.split_whitespace().count() <= 30, "{language}: {sentence}");
        }
        let few = |figure: &&&sim::report::document::Figure| {
            let youths = figure.pointer.split('/').any(|step| step.starts_with("youths"));
            youths && figure.value.is_some_and(|value| value.abs() < 4.5)
        };
        let figures = document.figures();
        let hidden: Vec<_> = figures.iter().filter(few).collect();
        assert!(hidden.iter().any(|figure| figure.pointer.starts_with("/answers/budget")));
        for figure in hidden {
            assert!(figure.text.contains('5') && figure.text.contains(' '), "{figure:?}");
        }
    }
}

#[test]
fn the_page_of_the_run_tells_what_each_answer_says_first() {
    for language in Language::ALL {
        let wording = Wording::new(language);
        let document = page(asked(), &wording, Some("results/x"));
        let told = render(&document, Terminal { width: 100, colour: false });
        assert!(!told.contains("--with"), "{told}");
        for (name, answer) in in_words(&wording) {
            let id = format!("answer-{name}");
            let section = document.sections.iter().find(|section| section.id == id).unwrap();
            let first = answer.document.sections.iter().find(|one| one.id == "answer").unwrap();
            let (Block::Paragraph(here), Block::Paragraph(there)) = (&section.blocks[0], &first.blocks[0])
            else {
                panic!("{name} begins with a sentence")
            };
            // What may puzzle beside the results of the run is explained behind it.
            let more = match name {
                "monitor" => format!(" {}", wording.text("monitor-prior-worlds")),
                "break-even" => format!(" {}", wording.text("pay-share-elsewhere")),
                _ => String::new(),
            };
            assert_eq!(here.plain(), there.plain() + &more);
            assert!(told.contains(&format!("{name}.json")), "{name}: {told}");
        }
        let plain = render(&page(plain(), &wording, None), Terminal { width: 100, colour: false });
        assert!(plain.contains("--with monitor,value,sensitivity"), "{plain}");
    }
}

#[test]
fn the_web_page_and_the_paper_hold_every_section_and_chart() {
    let wording = Wording::new(Language::Nl);
    let document = council(asked(), &wording);
    let mut web = Vec::new();
    html::write(&document, &wording, &mut web).unwrap();
    let web = String::from_utf8(web).unwrap();
    for chart in CHARTS {
        assert_eq!(web.matches(&format!("<figure id=\"{chart}\"")).count(), 1, "{chart}");
    }
    let mut names: Vec<&str> =
        web.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all, "no name is there twice");
    let mut paper = Vec::new();
    pdf::write(&document, &wording, &mut paper).unwrap();
    let pages = hayro_syntax::Pdf::new(paper.clone()).unwrap().pages().len();
    let mut short = Vec::new();
    pdf::write(&council(plain(), &wording), &wording, &mut short).unwrap();
    let fewer = hayro_syntax::Pdf::new(short).unwrap().pages().len();
    assert!((2..=4).contains(&fewer) && fewer < pages && pages <= 9, "{fewer} and {pages} pages");
}

#[test]
fn the_workbook_has_a_sheet_per_answer_and_every_number_is_in_the_summary() {
    let json = summary_of(asked());
    for language in Language::ALL {
        let wording = Wording::new(language);
        let placed = xlsx::placed(asked(), &wording).unwrap();
        let known: BTreeMap<_, _> = placed
            .iter()
            .map(|one| ((one.sheet.clone(), (one.cell.0, u32::from(one.cell.1))), one))
            .collect();
        let mut file = Vec::new();
        xlsx::write(asked(), &wording, &mut file).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).unwrap();
        let names: Vec<String> = book.defined_names().iter().map(|(name, _)| name.clone()).collect();
        for id in ["value-name-world", "value-name-all", "pay-back-name", "budget-name-net"] {
            assert!(names.contains(&wording.text(id)), "{id}: {names:?}");
        }
        for id in ["compare", "pay-back", "budget", "value"] {
            let sheet = wording.text(&format!("sheet-{id}"));
            let range = book.worksheet_range(&sheet).unwrap();
            let (top, left) = range.start().unwrap();
            let mut numbers = 0;
            for (row, column, data) in range.used_cells() {
                let at = (top + u32::try_from(row).unwrap(), left + u32::try_from(column).unwrap());
                let Data::Float(value) = data else { continue };
                let quoted = known.get(&(sheet.clone(), at)).unwrap_or_else(|| panic!("{sheet} {at:?}"));
                let stored = json.pointer(&quoted.pointer).and_then(Json::as_f64);
                let stored = stored.unwrap_or_else(|| panic!("nothing at {}", quoted.pointer));
                assert!(near(*value, stored), "{}: {value} or {stored}", quoted.pointer);
                assert!(quoted.pointer.starts_with(&format!("/answers/{}", question(id))));
                numbers += 1;
            }
            assert!(numbers >= 20, "{sheet} holds {numbers} numbers");
        }
        let without = xlsx::placed(plain(), &wording).unwrap();
        assert!(without.iter().all(|one| !one.pointer.starts_with("/answers")));
    }
}

/// The question behind a sheet.
fn question(sheet: &str) -> &str {
    if sheet == "pay-back" { "break-even" } else { sheet }
}

/// A reader who hears the page goes from table to table by name.
#[test]
fn no_two_tables_of_a_page_have_the_same_name() {
    for language in [Language::Nl, Language::En] {
        for forecast in RUNS.iter() {
            let document = council(forecast, &Wording::new(language));
            let mut names: Vec<String> = document
                .sections
                .iter()
                .flat_map(|section| &section.blocks)
                .filter_map(|block| match block {
                    Block::Table(table) => Some(table.caption.plain()),
                    Block::Chart(chart) => Some(chart.data.caption.plain()),
                    _ => None,
                })
                .collect();
            names.sort();
            let all = names.len();
            names.dedup();
            assert_eq!(names.len(), all, "{names:#?}");
        }
    }
}
