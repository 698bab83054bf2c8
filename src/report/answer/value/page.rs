//! What is said: which option is best now, whether knowing more changes that, and what to register first.

use super::quotes::Quotes;
use crate::analyses::value::{Advice, Observed, SampleValue, WorldValue};
use crate::report::answer::quantity::chance;
use crate::report::document::{Align, Block, Document, Piece, Row, Section, Table, Text, together};
use crate::report::number::{Form, UNDEFINED};

/// Quantities in the table.
const SHOWN: usize = 8;

pub(super) fn page(quotes: &Quotes<'_>) -> Document {
    Document {
        language: quotes.teller.wording.language(),
        title: quotes.teller.wording.text("value-title"),
        sections: vec![opening(quotes), answer(quotes), register(quotes), worlds(quotes), quantities(quotes)],
    }
}

fn opening(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let replications = teller.replications("/replications", quotes.found.run.replications);
    let gaps = [("base", quotes.option(0)), ("replications", replications)];
    let mut blocks = vec![Block::Paragraph(teller.say("value-basis", &gaps))];
    let others = (1..quotes.found.options.len())
        .map(|option| teller.say("value-option", &[("title", quotes.option(option))]));
    blocks.push(Block::List(others.collect()));
    if quotes.found.closure_worth > 0.0 {
        let at = "/closure_worth_eur".to_owned();
        let worth = teller.figure(at, Some(quotes.found.closure_worth), Form::Eur, None);
        blocks.push(Block::Paragraph(teller.say("value-with-worth", &[("worth", worth.into())])));
    }
    Section { id: "opening", heading: None, blocks }
}

fn answer(quotes: &Quotes<'_>) -> Section {
    let leading = &quotes.found.by_world[0];
    let mut blocks = vec![Block::Paragraph(together(now(quotes, leading)))];
    blocks.push(Block::Paragraph(together(knowing(quotes, leading))));
    blocks.extend(even(quotes, leading).map(Block::Paragraph));
    Section { id: "answer", heading: Some(quotes.teller.say("section-answer", &[])), blocks }
}

/// Which option is best with what is known.
fn now(quotes: &Quotes<'_>, leading: &WorldValue) -> Vec<Text> {
    let teller = &quotes.teller;
    let best = &leading.options[leading.best];
    let name = quotes.found.options[leading.best].name.as_str();
    if !teller.supports(Some(&best.chance_best)) {
        return vec![teller.say("value-now-unsupported", &[("world", quotes.world(0))])];
    }
    let mut gaps = vec![("title", quotes.option(leading.best)), ("world", quotes.world(0))];
    let at = quotes.in_world(0, &["options", name, "p_best"]);
    gaps.extend(teller.chance(&at, Some(&best.chance_best)));
    let mut said = vec![teller.say("value-now", &gaps)];
    for (option, one) in leading.options.iter().enumerate().skip(1) {
        let at = quotes.in_world(0, &["options", &quotes.found.options[option].name, "expected"]);
        let mut size = teller.estimate(&at, Some(&one.expected), Form::Eur);
        let told = one.expected.mc_se.is_some_and(|error| one.expected.value.abs() > 2.0 * error);
        size.text = teller.numbers.show(Form::Eur, one.expected.value.abs(), one.expected.mc_se);
        let id = match (told, one.expected.value > 0.0) {
            (false, _) => "value-option-even",
            (true, true) => "value-option-better",
            (true, false) => "value-option-worse",
        };
        let gaps = [("title", quotes.option(option)), ("base", quotes.option(0)), ("size", size.into())];
        said.push(teller.say(id, &gaps));
    }
    said
}

/// What it is worth to know everything, and which world holds.
fn knowing(quotes: &Quotes<'_>, leading: &WorldValue) -> Vec<Text> {
    let teller = &quotes.teller;
    let at = quotes.in_world(0, &["perfect"]);
    let mut said = Vec::new();
    if quotes.supports(&leading.perfect) {
        let gaps = [("world", quotes.world(0)), ("value", quotes.euros(&at, &leading.perfect))];
        said.push(teller.say("value-perfect", &gaps));
    } else {
        // Where the choice itself cannot be said, it cannot be said either that knowing more does not change it.
        let open = !quotes.enough() || !teller.supports(&leading.options[leading.best].chance_best);
        let id = if open { "value-perfect-open" } else { "value-perfect-none" };
        said.push(teller.say(id, &[("world", quotes.world(0))]));
    }
    if let Some(mixture) = quotes.found.mixture.as_ref().filter(|_| quotes.enough()) {
        let gaps = [
            ("title", quotes.option(mixture.best)),
            ("known", quotes.euros("/all_worlds/world_known", &mixture.world_known)),
            ("perfect", quotes.euros("/all_worlds/perfect", &mixture.perfect)),
        ];
        let both = quotes.supports(&mixture.world_known) && quotes.supports(&mixture.perfect);
        said.push(teller.say(if both { "value-mixture" } else { "value-mixture-none" }, &gaps));
    }
    said
}

/// What an extra positive closure has to be worth for the choice to turn.
pub(super) fn even(quotes: &Quotes<'_>, leading: &WorldValue) -> Option<Text> {
    let teller = &quotes.teller;
    let options = leading.options.iter().enumerate().filter(|_| quotes.enough());
    let said = options.filter_map(|(option, one)| {
        let worth = one.even_worth?;
        let told = worth.value > 0.0 && worth.mc_se.is_some_and(|error| worth.value > 4.0 * error);
        let at =
            quotes.in_world(0, &["options", &quotes.found.options[option].name, "even_closure_worth_eur"]);
        let gaps = [
            ("title", quotes.option(option)),
            ("worth", quotes.euros(&at, &worth)),
            ("base", quotes.option(0)),
        ];
        told.then(|| teller.say("value-even", &gaps))
    });
    let mut said: Vec<Text> = said.collect();
    if said.is_empty() {
        return None;
    }
    said.insert(0, teller.say("value-even-why", &[("world", quotes.world(0))]));
    Some(together(said))
}

/// Register this first.
fn register(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let mut blocks = Vec::new();
    match quotes.advice() {
        None => blocks.push(Block::Paragraph(teller.say("value-register-open", &[]))),
        Some(Advice::Follow(place)) => {
            let sample = &quotes.found.samples()[*place];
            let closures = closures(quotes, sample);
            let value = quotes.euros(&quotes.of_sample(sample), &sample.value);
            let id = match sample.observed {
                Observed::Relapse => "value-register-relapse",
                Observed::Avoided => "value-register-avoided",
            };
            blocks.push(Block::Paragraph(teller.say(id, &[("closures", closures), ("value", value)])));
        }
        Some(Advice::Quantity(place)) => {
            let one = &quotes.found.by_world[0].quantities[*place];
            let at = quotes.in_world(0, &["quantities", &one.key]);
            let gaps = [
                ("what", Piece::Text(quotes.key(&one.key))),
                ("value", quotes.euros(&at, &one.value)),
                ("world", quotes.world(0)),
            ];
            blocks.push(Block::Paragraph(teller.say("value-register-quantity", &gaps)));
        }
        Some(Advice::Nothing) => blocks.push(Block::Paragraph(teller.say("value-register-nothing", &[]))),
    }
    blocks.push(Block::Paragraph(teller.say("value-follow-how", &[])));
    blocks.push(Block::Table(samples(quotes)));
    blocks.push(Block::Paragraph(teller.say("value-follow-limits", &[])));
    Section { id: "register", heading: Some(teller.say("value-heading-register", &[])), blocks }
}

/// A number of closures that the user asked about: the sample that it belongs to is its place.
fn closures(quotes: &Quotes<'_>, sample: &SampleValue) -> Piece {
    Piece::Name(quotes.teller.numbers.show(Form::Count, sample.closures as f64, None))
}

fn samples(quotes: &Quotes<'_>) -> Table {
    let teller = &quotes.teller;
    let all = quotes.found.samples();
    let rows = all.iter().filter(|one| one.observed == Observed::Relapse).map(|one| {
        let cell = |observed: Observed| {
            let found = all.iter().find(|other| other.closures == one.closures && other.observed == observed);
            found.map_or_else(Text::default, |found| quotes.cell(&quotes.of_sample(found), &found.value))
        };
        let count = teller.numbers.show(Form::Count, one.closures as f64, None);
        Row(vec![Text::name(count), cell(Observed::Relapse), cell(Observed::Avoided)])
    });
    let columns = vec![
        teller.column("value-closures", Align::Left),
        teller.column("value-relapse", Align::Right),
        teller.column("value-avoided", Align::Right),
    ];
    let caption = match quotes.found.mixture {
        Some(_) => teller.say("value-caption-samples", &[]),
        None => teller.say("value-caption-samples-of", &[("world", quotes.world(0))]),
    };
    Table { caption, columns, rows: rows.collect() }
}

fn worlds(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let rows = quotes.found.by_world.iter().enumerate().map(|(world, one)| {
        let name = quotes.found.options[one.best].name.as_str();
        let option = &one.options[one.best];
        let at = |member: &str| quotes.in_world(world, &["options", name, member]);
        let told = teller.supports(Some(&option.chance_best));
        let [best, expected] = if told {
            let expected = teller.estimate(&at("expected"), Some(&option.expected), Form::Eur);
            [Text::name(quotes.found.options[one.best].title.clone()), expected.into()]
        } else {
            [teller.say("value-cell-none", &[]), Text::words(UNDEFINED)]
        };
        Row(vec![
            Text::name(quotes.found.worlds[world].title.clone()),
            best,
            chance(teller, &at("p_best"), Some(&option.chance_best)).into(),
            expected,
            quotes.cell(&quotes.in_world(world, &["perfect"]), &one.perfect),
        ])
    });
    let columns = vec![
        teller.column("table-world", Align::Left),
        teller.column("value-best", Align::Left),
        teller.column("value-chance", Align::Right),
        teller.column("value-expected", Align::Right),
        teller.column("value-perfect-head", Align::Right),
    ];
    let table = Table { caption: teller.say("value-caption-worlds", &[]), columns, rows: rows.collect() };
    let heading = Some(teller.say("value-heading-worlds", &[]));
    Section { id: "worlds", heading, blocks: vec![Block::Table(table)] }
}

/// Every world's most valuable quantities and themes.
fn quantities(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let mut rows = Vec::new();
    for (world, one) in quotes.found.by_world.iter().enumerate() {
        let title = || Text::name(quotes.found.worlds[world].title.clone());
        for theme in one.themes.iter().filter(|theme| quotes.supports(&theme.value)).take(SHOWN) {
            let id = format!("theme-{}", theme.theme.name().replace('_', "-"));
            let what = teller.say("value-all-of", &[("what", Piece::Text(teller.say(&id, &[])))]);
            let at = quotes.in_world(world, &["themes", theme.theme.name()]);
            rows.push(Row(vec![title(), what, quotes.cell(&at, &theme.value)]));
        }
        for one in one.quantities.iter().filter(|one| quotes.supports(&one.value)).take(SHOWN) {
            let at = quotes.in_world(world, &["quantities", &one.key]);
            rows.push(Row(vec![title(), quotes.key(&one.key), quotes.cell(&at, &one.value)]));
        }
    }
    let heading = Some(teller.say("value-heading-quantities", &[]));
    let blocks = if rows.is_empty() {
        vec![Block::Paragraph(teller.say("value-quantities-none", &[]))]
    } else {
        let columns = vec![
            teller.column("table-world", Align::Left),
            teller.column("unknowns-what", Align::Left),
            teller.column("value-worth", Align::Right),
        ];
        let caption = teller.say("value-caption-quantities", &[]);
        let mut blocks = vec![Block::Table(Table { caption, columns, rows })];
        blocks.push(Block::Paragraph(teller.say("value-how", &[])));
        blocks
    };
    Section { id: "quantities", heading, blocks }
}
