//! Parents, worlds, the prompt: which value holds, and which override is doubted.

use sim::distributions::Law;
use sim::report::wording::{Language, Wording};
use sim::scenario::{Key, ProviderKey, WarningKind};

use crate::bench::{Bench, doubts};

#[test]
fn the_arms_are_the_root_and_the_scenarios_named() {
    let loaded = Bench::new().loaded();
    let names: Vec<_> = loaded.experiment.arms.iter().map(|arm| arm.name.as_str()).collect();
    assert_eq!(names, ["base", "child"]);
    assert_eq!(loaded.experiment.name, "child");
    let worlds: Vec<_> = loaded.experiment.worlds.iter().map(|world| world.name.as_str()).collect();
    assert_eq!(worlds, ["leading", "second"]);
    assert_eq!(loaded.experiment.scenarios[0][0].providers.len(), 2);
    assert_eq!(loaded.experiment.scenarios[1][0].providers.len(), 3);
    assert!(loaded.warnings.is_empty(), "{}", doubts(&loaded, Language::En));
}

#[test]
fn a_root_alone_is_one_arm() {
    let loaded = Bench::new().run(&["base.toml"]).loaded();
    assert_eq!(loaded.experiment.arms.len(), 1);
    assert_eq!(loaded.experiment.name, "base");
}

#[test]
fn without_worlds_the_scenario_stands_alone() {
    let worlds = "worlds = [\"worlds/leading.toml\", \"worlds/second.toml\"]\n";
    let loaded = Bench::new().patch("base.toml", worlds, "").loaded();
    assert_eq!(loaded.experiment.worlds.len(), 1);
    assert_eq!(loaded.experiment.worlds[0].name, "own");
}

#[test]
fn a_middle_file_is_inherited_from_but_not_run() {
    let middle = "format_version = 1\nkind = \"scenario\"\ntitle = \"m\"\npurpose = \"m\"\nextends = \"base.toml\"\n\
        [queue]\nnorm_weeks = { fixed = 6, unit = \"weeks\", source = \"m\", grade = \"assumed\" }\n";
    let loaded = Bench::new()
        .patch("child.toml", "extends = \"base.toml\"", "extends = \"middle.toml\"")
        .file("middle.toml", middle)
        .loaded();
    assert_eq!(loaded.experiment.arms.len(), 2);
    let norm = |arm: usize| loaded.experiment.scenarios[arm][0].quantity(Key::NormWeeks).initial.law.clone();
    assert_eq!((norm(0), norm(1)), (Law::Fixed(4.0), Law::Fixed(6.0)));
}

#[test]
fn a_world_is_laid_over_every_arm_that_has_a_place_for_it() {
    let loaded = Bench::new().loaded();
    let scenarios = &loaded.experiment.scenarios;
    for arm in scenarios {
        assert_eq!(arm[1].quantity(Key::AvoidanceShare).initial.law, Law::Fixed(1.0));
        assert_ne!(arm[0].quantity(Key::AvoidanceShare).initial.law, Law::Fixed(1.0));
        assert_eq!(arm[0].quantity(Key::IndexPerYear).changes.len(), 4, "the world adds a change");
        assert_eq!(arm[1].quantity(Key::IndexPerYear).changes.len(), 3);
    }
    let price = |world: usize| {
        scenarios[1][world].providers[2].quantity(ProviderKey::HourlyPrice).unwrap().initial.law.clone()
    };
    assert_eq!((price(0), price(1)), (Law::Fixed(112.5), Law::Fixed(120.0)));
}

#[test]
fn a_correlation_with_what_a_world_fixes_is_let_go() {
    let loaded = Bench::new().loaded();
    let factor =
        |world: usize| loaded.experiment.scenarios[0][world].quantity(Key::LightCaseFactor).initial.clone();
    assert!(factor(0).correlation.is_some());
    assert!(factor(1).correlation.is_none());
}

#[test]
fn a_policy_set_at_the_prompt_leaves_the_base_alone_unless_it_is_named() {
    let hours = |bench: Bench, arm: usize| {
        let loaded = bench.set("providers.aanbieder-a.hours_per_week=10").loaded();
        loaded.experiment.scenarios[arm][0].providers[0]
            .quantity(ProviderKey::HoursPerWeek)
            .unwrap()
            .initial
            .law
            .clone()
    };
    assert_eq!(hours(Bench::new(), 0), Law::Fixed(20.0));
    assert_eq!(hours(Bench::new(), 1), Law::Fixed(10.0));
    assert_eq!(hours(Bench::new().run(&["base.toml"]), 0), Law::Fixed(10.0));
    assert_eq!(hours(Bench::new().run(&["base.toml", "child.toml"]), 0), Law::Fixed(10.0));
}

#[test]
fn an_assumption_set_at_the_prompt_holds_in_every_arm_and_world_and_on_every_date() {
    let loaded = Bench::new()
        .set("maatwerk.avoidance_share={ range = { low = 0.1, likely = 0.2, high = 0.3 } }")
        .set("money.index_per_year=0.0")
        .set("attracted.need=opvoeding")
        .set("time.years=2")
        .loaded();
    for scenario in loaded.experiment.scenarios.iter().flatten() {
        assert_eq!(scenario.quantity(Key::AvoidanceShare).initial.law.bounds(), (0.1, 0.3));
        assert!(scenario.quantity(Key::IndexPerYear).changes.is_empty());
        assert_eq!(scenario.attracted_need, 1);
        assert_eq!(scenario.calendar.periods().len(), 2);
    }
    let provenance = &loaded.experiment.scenarios[0][0].quantity(Key::IndexPerYear).initial.provenance;
    assert_eq!((provenance.source.as_str(), provenance.place.line), ("--set", 0));
}

/// The doubts that a patch raises.
fn raised(bench: &Bench) -> Vec<WarningKind> {
    bench.loaded().warnings.into_iter().map(|warning| warning.kind).collect()
}

#[test]
fn an_override_that_changes_nothing_is_doubted() {
    let same = "[queue]\nnorm_weeks = { fixed = 4.0, unit = \"weeks\", source = \"other\", grade = \"unknown\" }\n[ceilings.derde]";
    let bench = Bench::new().patch("child.toml", "[ceilings.derde]", same);
    assert!(
        matches!(&raised(&bench)[..], [WarningKind::ChangesNothing { key, line: 63.., .. }] if key == "queue.norm_weeks")
    );
    let world = "[queue]\nnorm_weeks = { fixed = 4.0, unit = \"weeks\", source = \"other\", grade = \"unknown\" }\n[maatwerk]";
    let bench = Bench::new().patch("worlds/second.toml", "[maatwerk]", world);
    assert!(
        matches!(&raised(&bench)[..], [WarningKind::ChangesNothing { key, .. }] if key == "queue.norm_weeks")
    );
}

#[test]
fn what_is_set_at_the_prompt_is_doubted_as_the_last_layer() {
    let same = Bench::new().set("queue.norm_weeks=4");
    assert!(
        matches!(&raised(&same)[..], [WarningKind::ChangesNothing { key, line: 64, .. }] if key == "queue.norm_weeks")
    );
    assert!(doubts(&same.loaded(), Language::En).contains("--set:1"));
    assert!(raised(&Bench::new().set("queue.norm_weeks=5")).is_empty());
    // What a world or a change makes of it before is replaced, and that does something.
    assert!(raised(&Bench::new().set("maatwerk.avoidance_share=1")).is_empty());
    let value = "money.index_per_year={fixed=0.0474}";
    assert!(raised(&Bench::new().set(value)).is_empty());
    let wish = Bench::new().set("providers.derde.hours_per_week=20");
    assert!(matches!(&raised(&wish)[..], [WarningKind::WishAboveBudget { wish: 20.0, .. }]));
    // Where the child that has the provider is not run as named, a policy of the base is what is looked at.
    let base = Bench::new().run(&["base.toml"]).set("providers.aanbieder-a.hours_per_week=20");
    assert!(matches!(&raised(&base)[..], [WarningKind::ChangesNothing { .. }]));
}

#[test]
fn a_value_that_nobody_reads_is_doubted() {
    let quantity = |value: &str, unit: &str| {
        format!("{{ fixed = {value}, unit = \"{unit}\", source = \"x\", grade = \"assumed\" }}")
    };
    let price = quantity("100", "eur/hour");
    let mistyped = Bench::new().patch("worlds/second.toml", "[providers.derde]", "[providers.derdee]");
    assert!(
        matches!(&raised(&mistyped)[..], [WarningKind::NoSuchProvider { nearest: Some(near), .. }] if near == "derde")
    );
    let start_up = format!("[providers.aanbieder-b]\nexit_per_year = {}\n", quantity("0.3", "per year"));
    let grant = Bench::new()
        .patch(
            "base.toml",
            "hourly_price_eur = { fixed = 112.50, unit = \"eur/hour\"",
            "grant_eur_per_year = { fixed = 117000, unit = \"eur/year\"",
        )
        .patch(
            "worlds/second.toml",
            "[providers.aanbieder-b]",
            &format!("[providers.aanbieder-a]\nhourly_price_eur = {price}\n[providers.aanbieder-b]"),
        );
    assert!(matches!(&raised(&grant)[..], [WarningKind::NotReadForProvider { .. }]), "{start_up}");
    let campaign = Bench::new().patch(
        "base.toml",
        "cost_eur_per_year = { fixed = 0",
        "cost_eur_per_year = { fixed = 5000",
    );
    assert!(matches!(&raised(&campaign)[..], [WarningKind::Unread { .. }]));
    let late = Bench::new().patch("base.toml", "from = 2026-01-01", "from = 2036-01-01");
    assert!(matches!(&raised(&late)[..], [WarningKind::ChangeAfterHorizon { .. }]));
    let wish = format!("hours_per_week = {}\nbudget_indexed = false", quantity("20", "hours/week"));
    let wish = Bench::new().patch("child.toml", "budget_indexed = false", &wish);
    assert!(matches!(&raised(&wish)[..], [WarningKind::WishAboveBudget { wish: 20.0, .. }]));
}

#[test]
fn expertise_without_need_and_a_need_without_provider_are_doubted() {
    let none = Bench::new()
        .patch(
            "base.toml",
            "dirichlet = { psychisch = 3.3, opvoeding = 1.8, beweging = 0.9 }, prior = \"none\"",
            "fixed = { psychisch = 1, opvoeding = 0, beweging = 0 }",
        )
        .run(&["base.toml"]);
    assert!(matches!(&raised(&none)[..], [WarningKind::ExpertiseUnneeded { .. }, ..]));
    let picky = Bench::new()
        .patch("base.toml", "accepts_other_needs = true", "accepts_other_needs = false")
        .patch("base.toml", "accepts_other_needs = true", "accepts_other_needs = false")
        .run(&["base.toml"]);
    assert!(matches!(&raised(&picky)[..], [WarningKind::NeedWithoutProvider { need }] if need == "beweging"));
}

#[test]
fn a_thousands_point_is_doubted() {
    let bench = Bench::new().patch("base.toml", "fixed = 319000", "fixed = 319.000");
    assert!(matches!(
        raised(&bench)[..],
        [WarningKind::ThousandsPoint { read: 319.0, meant: 319_000.0, .. }]
    ));
}

#[test]
fn an_override_that_changes_or_worlds_undo_is_doubted() {
    let index = "[money]\nindex_per_year = { fixed = 0, unit = \"share/year\", source = \"x\", grade = \"assumed\" }\n[ceilings.derde]";
    let bench = Bench::new().patch("child.toml", "[ceilings.derde]", index);
    assert!(matches!(&raised(&bench)[..], [WarningKind::HiddenByChanges { .. }]));
    let cash = "[maatwerk]\ncashable_share = { fixed = 0.5, unit = \"share\", source = \"x\", grade = \"assumed\" }\n[ceilings.derde]";
    let bench = Bench::new().patch("child.toml", "[ceilings.derde]", cash).patch(
        "base.toml",
        ", \"worlds/second.toml\"",
        "",
    );
    assert!(matches!(&raised(&bench)[..], [WarningKind::HiddenByWorlds { .. }]));
}

#[test]
fn doubts_are_told_in_both_languages() {
    let bench = Bench::new()
        .patch("base.toml", "fixed = 319000", "fixed = 319.000")
        .patch("base.toml", "from = 2026-01-01", "from = 2036-01-01")
        .patch("worlds/second.toml", "[providers.derde]", "[providers.derdee]")
        .patch("base.toml", "cost_eur_per_year = { fixed = 0", "cost_eur_per_year = { fixed = 5000");
    let loaded = bench.loaded();
    insta::assert_snapshot!("doubts_nl", doubts(&loaded, Language::Nl));
    insta::assert_snapshot!("doubts_en", doubts(&loaded, Language::En));
    let line = sim::report::faults::line(&loaded.warnings[0], &Wording::new(Language::En));
    assert!(line.starts_with("base.toml:"), "{line}");
}

#[test]
fn show_tells_where_each_value_stands_and_what_it_is_elsewhere() {
    let extra = "[queue]\nnorm_weeks = { fixed = 6, unit = \"weeks\", source = \"x\", grade = \"assumed\" }\n[ceilings.derde]";
    let loaded =
        Bench::new().patch("child.toml", "[ceilings.derde]", extra).set("practices.count=13").loaded();
    insta::assert_snapshot!("show_nl", sim::report::show(&loaded, 1, &Wording::new(Language::Nl)));
    insta::assert_snapshot!("show_en", sim::report::show(&loaded, 1, &Wording::new(Language::En)));
}

#[test]
fn what_people_say_of_a_study_is_inherited_and_replaced_one_statement_at_a_time() {
    use sim::scenario::ReportingKey;
    let said = "\n[reporting]\nfunding = \"the municipality\"\ninterests = \"none\"\n";
    let text =
        |file: &str| String::from_utf8(Bench::new().files.0[std::path::Path::new(file)].clone()).unwrap();
    let child = format!("{}\n[reporting]\nfunding = \"a grant\"\n", text("child.toml"));
    let bench =
        Bench::new().file("base.toml", format!("{}{said}", text("base.toml"))).file("child.toml", child);
    let loaded = bench.loaded();
    let of = |arm: usize, key| {
        loaded.experiment.arms[arm]
            .reporting
            .said(key)
            .map(|said| (said.text.as_str(), said.place.file.clone()))
    };
    assert_eq!(of(0, ReportingKey::Funding), Some(("the municipality", "base.toml".into())));
    assert_eq!(of(1, ReportingKey::Funding), Some(("a grant", "child.toml".into())));
    assert_eq!(of(1, ReportingKey::Interests), Some(("none", "base.toml".into())));
    assert_eq!(of(1, ReportingKey::Validation), None);
    let resolved = sim::report::resolved_toml(&loaded, 1);
    assert!(resolved.contains("[reporting]\nfunding = \"a grant\"  # child.toml:"), "{resolved}");
    let again = Bench::new().file("again.toml", resolved).run(&["again.toml"]).loaded();
    let reporting = |loaded: &sim::scenario::Loaded, arm: usize| -> Vec<(&'static str, String)> {
        loaded.experiment.arms[arm]
            .reporting
            .all()
            .map(|(key, said)| (key.name(), said.text.clone()))
            .collect()
    };
    assert_eq!(reporting(&again, 0), reporting(&loaded, 1), "a resolved file says the same");
    let shown = sim::report::show(&loaded, 1, &sim::report::wording::Wording::new(Language::Nl));
    assert!(shown.contains("[reporting]\nfunding\n    a grant\n    child.toml:"), "{shown}");
}
