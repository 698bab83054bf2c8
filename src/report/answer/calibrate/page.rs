//! What is said: what the registration teaches, what it does not, and whether it looks as expected.

use super::quotes::{Quotes, form, form_of_metric};
use crate::analyses::calibration::{Checked, LearntQuantity, Verdict};
use crate::report::document::{Align, Block, Document, Piece, Row, Section, Table, Text, pointer, together};
use crate::report::number::Form;

pub(super) fn page(quotes: &Quotes<'_>) -> Document {
    let mut sections = vec![opening(quotes)];
    if quotes.found.verdict() == Verdict::TooFew {
        sections.push(too_few(quotes));
    } else {
        sections.extend([
            answer(quotes),
            quantities(quotes),
            checks(quotes),
            sources(quotes),
            use_it(quotes),
        ]);
    }
    let wording = quotes.teller.wording;
    Document { language: wording.language(), title: wording.text("calibrate-title"), sections }
}

fn number(quotes: &Quotes<'_>, member: &str, value: f64) -> Piece {
    quotes.teller.figure(format!("/{member}"), Some(value), Form::Count, None).into()
}

fn opening(quotes: &Quotes<'_>) -> Section {
    let found = quotes.found;
    let gaps = [
        ("arm", Piece::Name(found.arm.title.clone())),
        ("replications", number(quotes, "replications", found.run.replications as f64)),
        ("draws", number(quotes, "draws", found.draws as f64)),
        ("effective", number(quotes, "effective_draws", found.effective)),
    ];
    let basis = quotes.teller.say("calibrate-basis", &gaps);
    let terms = found.terms.iter().enumerate().map(|(place, term)| {
        let at = pointer(&["learnt_from", &place.to_string(), "registered"]);
        let form = if term.observed.fract() > 0.0 { Form::Weeks } else { Form::Count };
        let registered = quotes.teller.figure(at, Some(term.observed), form, None);
        let what = quotes.registered(term.compared.name(), term.period.as_deref());
        quotes.teller.say("calibrate-term", &[("what", Piece::Text(what)), ("value", registered.into())])
    });
    let mut blocks = vec![Block::Paragraph(basis), Block::List(terms.collect())];
    if found.example {
        blocks.push(Block::Paragraph(quotes.teller.say("calibrate-example", &[])));
    }
    Section { id: "opening", heading: None, blocks }
}

fn too_few(quotes: &Quotes<'_>) -> Section {
    let least = quotes.teller.numbers.show(Form::Count, crate::analyses::calibration::LEAST_EFFECTIVE, None);
    let gaps = [
        ("effective", number(quotes, "effective_draws", quotes.found.effective)),
        ("least", Piece::Name(least)),
    ];
    let blocks = vec![Block::Paragraph(quotes.teller.say("calibrate-too-few", &gaps))];
    Section { id: "answer", heading: Some(quotes.teller.say("section-answer", &[])), blocks }
}

fn answer(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let (learnt, not): (Vec<_>, Vec<_>) = quotes.found.quantities.iter().partition(|one| one.is_learnt());
    let mut blocks = Vec::new();
    if learnt.is_empty() {
        blocks.push(Block::Paragraph(teller.say("calibrate-nothing-learnt", &[])));
    } else {
        blocks.push(Block::Paragraph(teller.say("calibrate-learnt", &[])));
        blocks.push(Block::List(learnt.iter().map(|one| told(quotes, one)).collect()));
    }
    if !not.is_empty() {
        let names: Vec<String> = not.iter().map(|one| quotes.name(&one.key).plain()).collect();
        let gaps = [("names", Piece::Name(names.join("; ")))];
        blocks.push(Block::Paragraph(teller.say("calibrate-not-learnt", &gaps)));
    }
    blocks.extend(hidden(quotes));
    blocks.extend(ridges(quotes));
    Section { id: "answer", heading: Some(teller.say("section-answer", &[])), blocks }
}

/// A quantity that was learnt about, before and after.
fn told(quotes: &Quotes<'_>, one: &LearntQuantity) -> Text {
    let [prior, posterior] = [("prior", &one.prior), ("posterior", &one.posterior)]
        .map(|(name, of)| quotes.spread(&Quotes::at(one, &[name]), of, form(one)));
    let gaps = [
        ("name", Piece::Text(quotes.name(&one.key))),
        ("prior", Piece::Text(prior)),
        ("posterior", Piece::Text(posterior)),
    ];
    quotes.teller.say("calibrate-told", &gaps)
}

/// What nobody registered, before and after.
fn hidden(quotes: &Quotes<'_>) -> Vec<Block> {
    let items = quotes.found.hidden.iter().map(|one| {
        let form = form_of_metric(one.metric.unit());
        let [prior, posterior] = [("prior", &one.prior), ("posterior", &one.posterior)].map(|(name, of)| {
            quotes.spread(&pointer(&["not_registered", one.metric.name(), name]), of, form)
        });
        let name = quotes.teller.say(&format!("metric-{}", one.metric.name()), &[]);
        let gaps = [
            ("name", Piece::Text(name)),
            ("prior", Piece::Text(prior)),
            ("posterior", Piece::Text(posterior)),
        ];
        quotes.teller.say("calibrate-told", &gaps)
    });
    let items: Vec<Text> = items.collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Paragraph(quotes.teller.say("calibrate-hidden", &[])), Block::List(items)]
}

/// What is tied together.
fn ridges(quotes: &Quotes<'_>) -> Vec<Block> {
    let items = quotes.found.ridges.iter().enumerate().map(|(place, ridge)| {
        let at = pointer(&["together", &place.to_string(), "correlation"]);
        let gaps = [
            ("one", Piece::Text(quotes.name(&ridge.one))),
            ("other", Piece::Text(quotes.name(&ridge.other))),
            ("correlation", quotes.teller.estimate(&at, Some(&ridge.correlation), Form::Ratio).into()),
        ];
        let id = if ridge.correlation.value < 0.0 { "calibrate-ridge-down" } else { "calibrate-ridge-up" };
        quotes.teller.say(id, &gaps)
    });
    let items: Vec<Text> = items.collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Paragraph(quotes.teller.say("calibrate-ridges", &[])), Block::List(items)]
}

/// Prior beside posterior of every quantity.
fn quantities(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let heads = ["calibrate-before", "calibrate-after", "calibrate-width", "calibrate-width-error"];
    let mut columns = vec![teller.column("calibrate-quantity", Align::Left)];
    columns.extend(heads.map(|id| teller.column(id, Align::Right)));
    let rows = quotes.found.quantities.iter().map(|one| {
        let [prior, posterior] = [("prior", &one.prior), ("posterior", &one.posterior)]
            .map(|(name, of)| quotes.spread(&Quotes::at(one, &[name]), of, form(one)));
        let at = Quotes::at(one, &["width"]);
        Row(vec![
            quotes.name(&one.key),
            prior,
            posterior,
            teller.estimate(&at, Some(&one.width), Form::Percent).into(),
            teller.error(&at, Some(&one.width), Form::Percent).into(),
        ])
    });
    let table = Table { caption: teller.say("calibrate-caption", &[]), columns, rows: rows.collect() };
    Section {
        id: "quantities",
        heading: Some(teller.say("calibrate-heading-quantities", &[])),
        blocks: vec![Block::Table(table), Block::Paragraph(teller.say("calibrate-width-text", &[]))],
    }
}

/// What was registered beside what is expected.
fn checks(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let found = quotes.found;
    let gaps = [
        (
            "expected",
            number(quotes, "as_expected", found.checks.iter().filter(|one| one.is_expected()).count() as f64),
        ),
        ("all", number(quotes, "checked", found.checks.len() as f64)),
    ];
    let mut said = vec![teller.say("calibrate-as-expected", &gaps)];
    let odd: Vec<&Checked> = found.checks.iter().filter(|one| !one.is_expected()).collect();
    if !odd.is_empty() {
        let names: Vec<String> =
            odd.iter().map(|one| quotes.registered(one.name, one.period.as_deref()).plain()).collect();
        said.push(teller.say("calibrate-odd", &[("names", Piece::Name(names.join("; ")))]));
    }
    let heads = ["calibrate-registered", "calibrate-expected", "calibrate-below"];
    let mut columns = vec![teller.column("calibrate-what", Align::Left)];
    columns.extend(heads.map(|id| teller.column(id, Align::Right)));
    let rows = found.checks.iter().enumerate().map(|(place, one)| {
        let at = |member: &str| pointer(&["checks", &place.to_string(), member]);
        let form = if one.name == "conversations_per_youth" { Form::Weeks } else { Form::Count };
        let [low, high] = [("p5", 0), ("p95", 2)]
            .map(|(member, level)| teller.estimate(&at(member), Some(&one.expected[level]), form));
        Row(vec![
            quotes.registered(one.name, one.period.as_deref()),
            teller.figure(at("registered"), Some(one.observed), form, None).into(),
            teller.range(low, high),
            teller.estimate(&at("below"), Some(&one.below), Form::Chance).into(),
        ])
    });
    let table = Table { caption: teller.say("calibrate-checks-caption", &[]), columns, rows: rows.collect() };
    Section {
        id: "checks",
        heading: Some(teller.say("calibrate-heading-checks", &[])),
        blocks: vec![Block::Paragraph(together(said)), Block::Table(table)],
    }
}

/// Which figures informed what.
fn sources(quotes: &Quotes<'_>) -> Section {
    let weigh = quotes.found.shares_weigh;
    let shares = if weigh { "calibrate-source-shares-weigh" } else { "calibrate-source-shares" };
    let items = ["calibrate-source-counts", shares, "calibrate-source-error", "calibrate-source-model"];
    Section {
        id: "sources",
        heading: Some(quotes.teller.say("calibrate-heading-sources", &[])),
        blocks: vec![Block::List(items.map(|id| quotes.teller.say(id, &[])).to_vec())],
    }
}

fn use_it(quotes: &Quotes<'_>) -> Section {
    Section {
        id: "use",
        heading: Some(quotes.teller.say("calibrate-heading-use", &[])),
        blocks: vec![Block::Paragraph(quotes.teller.say("calibrate-use", &[]))],
    }
}
