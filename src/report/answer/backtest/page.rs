//! What is said: what was forecast and what happened, how good that was, and what a miss means.

use super::json::rise;
use super::quotes::{Quotes, form};
use crate::analyses::calibration::LEAST_EFFECTIVE;
use crate::analyses::{Hit, Tested};
use crate::report::document::{
    Align, Block, Document, Piece, Row, Section, Table, Text, error_form, together,
};
use crate::report::number::Form;

pub(super) fn page(quotes: &Quotes<'_>) -> Document {
    let mut sections = vec![opening(quotes)];
    if quotes.found.is_enough() {
        sections.extend([answer(quotes), table(quotes), scores(quotes), meaning(quotes)]);
    } else {
        let least = quotes.teller.numbers.show(Form::Count, LEAST_EFFECTIVE, None);
        let gaps = [
            ("effective", number(quotes, "/effective_draws", quotes.found.effective)),
            ("least", Piece::Name(least)),
        ];
        let blocks = vec![Block::Paragraph(quotes.teller.say("calibrate-too-few", &gaps))];
        let heading = Some(quotes.teller.say("section-answer", &[]));
        sections.push(Section { id: "answer", heading, blocks });
    }
    let wording = quotes.teller.wording;
    Document { language: wording.language(), title: wording.text("backtest-title"), sections }
}

fn number(quotes: &Quotes<'_>, at: &str, value: f64) -> Piece {
    quotes.teller.figure(at.to_owned(), Some(value), Form::Count, None).into()
}

fn opening(quotes: &Quotes<'_>) -> Section {
    let found = quotes.found;
    let gaps = [
        ("arm", Piece::Name(found.arm.title.clone())),
        ("period", Piece::Name(found.period.clone())),
        ("replications", quotes.teller.replications("/replications", found.run.replications)),
        ("effective", number(quotes, "/effective_draws", found.effective)),
    ];
    let blocks = vec![Block::Paragraph(quotes.teller.say("backtest-basis", &gaps))];
    Section { id: "opening", heading: None, blocks }
}

fn answer(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let (inside, edge) = quotes.found.hits();
    let gaps = [
        ("all", number(quotes, "/within/all", quotes.found.figures.len() as f64)),
        ("inside", number(quotes, "/within/p10_p90", inside as f64)),
        ("edge", number(quotes, "/within/p5_p95", edge as f64)),
    ];
    let mut blocks = vec![Block::Paragraph(teller.say("backtest-within", &gaps))];
    blocks.push(Block::List(quotes.found.figures.iter().map(|one| told(quotes, one)).collect()));
    Section { id: "answer", heading: Some(teller.say("section-answer", &[])), blocks }
}

fn told(quotes: &Quotes<'_>, one: &Tested) -> Text {
    let teller = &quotes.teller;
    let quantile = |member: &str, place: usize| -> Piece {
        teller.estimate(&Quotes::at(one, &[member]), Some(&one.quantiles[place]), form(one)).into()
    };
    let gaps = [
        ("name", Piece::Text(quotes.name(one))),
        ("low", quantile("p10", 1)),
        ("middle", quantile("p50", 2)),
        ("high", quantile("p90", 3)),
        ("happened", happened(quotes, one)),
    ];
    let id = match one.hit() {
        Hit::Inside => "backtest-inside",
        Hit::Edge => "backtest-edge",
        Hit::Outside => "backtest-outside",
    };
    teller.say(id, &gaps)
}

fn happened(quotes: &Quotes<'_>, one: &Tested) -> Piece {
    quotes.teller.figure(Quotes::at(one, &["happened"]), Some(one.happened), form(one), None).into()
}

fn table(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let heads = ["backtest-low", "backtest-middle", "backtest-high", "backtest-happened"];
    let mut columns = vec![teller.column("backtest-what", Align::Left)];
    columns.extend(heads.map(|id| teller.column(id, Align::Right)));
    let rows = quotes.found.figures.iter().map(|one| {
        let cells = [("p10", 1), ("p50", 2), ("p90", 3)].map(|(member, place)| -> Text {
            teller.estimate(&Quotes::at(one, &[member]), Some(&one.quantiles[place]), form(one)).into()
        });
        let happened = teller.figure(Quotes::at(one, &["happened"]), Some(one.happened), form(one), None);
        Row(std::iter::once(quotes.name(one)).chain(cells).chain([happened.into()]).collect())
    });
    let gaps = [("period", Piece::Name(quotes.found.period.clone()))];
    let table = Table { caption: teller.say("backtest-caption", &gaps), columns, rows: rows.collect() };
    Section {
        id: "figures",
        heading: Some(teller.say("backtest-heading-figures", &[])),
        blocks: vec![Block::Table(table)],
    }
}

/// PIT and CRPS of every figure with their errors.
fn scores(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let heads = ["backtest-pit", "backtest-error", "backtest-crps", "backtest-error", "backtest-naive"];
    let mut columns = vec![teller.column("backtest-what", Align::Left)];
    columns.extend(heads.map(|id| teller.column(id, Align::Right)));
    let rows = quotes.found.figures.iter().map(|one| {
        let (pit, crps) = (Quotes::at(one, &["pit"]), Quotes::at(one, &["crps"]));
        let fine = error_form(form(one));
        let naive = teller.figure(Quotes::at(one, &["naive_error"]), one.naive_error, fine, None);
        Row(vec![
            quotes.name(one),
            teller.estimate(&pit, Some(&one.pit), Form::Chance).into(),
            teller.error(&pit, Some(&one.pit), Form::FinePercent).into(),
            teller.estimate(&crps, Some(&one.crps), fine).into(),
            teller.error(&crps, Some(&one.crps), fine).into(),
            naive.into(),
        ])
    });
    let table = Table { caption: teller.say("backtest-scores-caption", &[]), columns, rows: rows.collect() };
    Section {
        id: "scores",
        heading: Some(teller.say("backtest-heading-scores", &[])),
        blocks: vec![Block::Table(table), Block::Paragraph(teller.say("backtest-scores-text", &[]))],
    }
}

/// What a miss means, and what it does not.
fn meaning(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let (known, became) = quotes.found.average_cost;
    let euros = |member: &str, value: f64| -> Piece {
        teller.figure(format!("/average_cost_eur/{member}"), Some(value), Form::EurCents, None).into()
    };
    let rise =
        teller.figure("/average_cost_eur/rise".to_owned(), rise(quotes.found), Form::FinePercent, None);
    let gaps =
        [("known", euros("known", known)), ("became", euros("happened", became)), ("rise", rise.into())];
    let said = [
        teller.say("backtest-one-year", &[]),
        teller.say("backtest-not-knowable", &gaps),
        teller.say("backtest-known-price", &[]),
        teller.say("backtest-grants", &[]),
        teller.say("backtest-leaks", &[]),
        teller.say("backtest-model", &[]),
    ];
    Section {
        id: "meaning",
        heading: Some(teller.say("backtest-heading-meaning", &[])),
        blocks: vec![Block::Paragraph(together(said[..1].to_vec())), Block::List(said[1..].to_vec())],
    }
}
