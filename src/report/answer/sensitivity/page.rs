//! What is said: what matters most for the net saving and the wait, and where to begin.

use super::quotes::{Quotes, Target, told};
use crate::analyses::sensitivity::{ThemeIndices, Unsure};
use crate::report::document::{
    Align, Block, Document, ENOUGH, Piece, Row, Section, Table, Text, form_of, grade_id, pointer, together,
};
use crate::report::number::Form;
use crate::statistics::Estimate;

/// Quantities in the tornado and in the table beside it.
pub(super) const SHOWN: usize = 10;
/// Quantities in the list of what to find out.
const LISTED: usize = 5;
/// Standard errors on either side of an index, t with 19 degrees of freedom: 19 of 20 intervals hold the truth.
const WIDTH: f64 = 2.093;

pub(super) fn page(quotes: &Quotes<'_>) -> Document {
    let sections = [opening(quotes), answer(quotes), matters(quotes), swings(quotes), themes(quotes)];
    Document {
        language: quotes.teller.wording.language(),
        title: quotes.teller.wording.text("sensitivity-title"),
        sections: sections.into_iter().collect(),
    }
}

fn opening(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let mut gaps = vec![
        ("arm", quotes.arm()),
        ("world", quotes.world()),
        ("replications", teller.replications("/replications", quotes.found.run.replications)),
    ];
    let id = match &quotes.found.base {
        Some(base) => {
            gaps.push(("base", Piece::Name(base.title.clone())));
            "sensitivity-basis-compared"
        }
        None => "sensitivity-basis-single",
    };
    Section { id: "opening", heading: None, blocks: vec![Block::Paragraph(teller.say(id, &gaps))] }
}

fn answer(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let mut blocks = Vec::new();
    for target in [Target::Net, Target::Wait] {
        let all = quotes.swings(target);
        let ids = match target {
            Target::Net => ["sensitivity-net-first", "sensitivity-net-next", "sensitivity-net-none"],
            Target::Wait if quotes.found.base.is_some() => {
                ["sensitivity-wait-first", "sensitivity-wait-next", "sensitivity-wait-none"]
            }
            Target::Wait => ["sensitivity-wait-single", "sensitivity-wait-next", "sensitivity-wait-none"],
        };
        let Some(first) = all.first() else {
            blocks.push(Block::Paragraph(teller.say(ids[2], &[])));
            continue;
        };
        let mut said = vec![teller.say(ids[0], &swing(quotes, first, target))];
        let next: Vec<Text> = all.iter().skip(1).take(2).map(|one| quotes.key(one)).collect();
        if !next.is_empty() {
            said.push(teller.say(ids[1], &[("next", Piece::Text(Quotes::list(next)))]));
        }
        if target == Target::Net {
            said.extend(one_alone(quotes));
        }
        blocks.push(Block::Paragraph(together(said)));
    }
    let enough = quotes.found.run.replications >= ENOUGH;
    if let Some(luck) = quotes.found.luck[0].filter(|_| enough) {
        let share = teller.figure("/share_luck/net_saving_eur".to_owned(), Some(luck), Form::Percent, None);
        blocks.push(Block::Paragraph(teller.say("sensitivity-luck", &[("share", share.into())])));
    }
    Section { id: "answer", heading: Some(teller.say("section-answer", &[])), blocks }
}

/// A quantity with its own values and the result at each.
pub(super) fn swing(quotes: &Quotes<'_>, one: &Unsure, target: Target) -> Vec<(&'static str, Piece)> {
    let teller = &quotes.teller;
    let effect = target.effect(one);
    let form = if target == Target::Net { Form::Eur } else { Form::Weeks };
    let end = |member: &str, of: Option<Estimate>| -> Piece {
        teller.estimate(&Quotes::at(one, target, member), of.as_ref(), form).into()
    };
    vec![
        ("what", Piece::Text(quotes.key(one))),
        ("low", Piece::Text(own(quotes, one, 0))),
        ("high", Piece::Text(own(quotes, one, 1))),
        ("at-low", end("at_p10", effect.map(|effect| effect.swing.low))),
        ("at-high", end("at_p90", effect.map(|effect| effect.swing.high))),
    ]
}

/// A quantity's own value at P10 (0) or P90 (1), with its unit.
fn own(quotes: &Quotes<'_>, one: &Unsure, end: usize) -> Text {
    let Some((values, provenance)) = one.values.zip(one.provenance.as_ref()) else {
        return quotes.teller.say(if end == 0 { "sensitivity-low" } else { "sensitivity-high" }, &[]);
    };
    let at = pointer(&["quantities", &one.key, if end == 0 { "p10" } else { "p90" }]);
    let figure = quotes.teller.figure(at, Some(values[end]), form_of(provenance.unit), None);
    quotes.teller.with_unit(provenance.unit, figure)
}

/// Whether any one quantity by itself turns the sign of the net saving.
pub(super) fn one_alone(quotes: &Quotes<'_>) -> Option<Text> {
    let ends = |one: &Unsure| one.on_net.map(|effect| [effect.swing.low, effect.swing.high]);
    let all: Vec<Estimate> = quotes.swings(Target::Net).into_iter().filter_map(ends).flatten().collect();
    let below = |end: &Estimate| end.value < 0.0 && told(end);
    let above = |end: &Estimate| end.value > 0.0 && told(end);
    if all.iter().all(below) {
        Some(quotes.teller.say("sensitivity-stays-below", &[]))
    } else if all.iter().all(above) {
        Some(quotes.teller.say("sensitivity-stays-above", &[]))
    } else {
        let turns =
            |one: &&Unsure| ends(one).is_some_and(|ends| ends.iter().any(below) && ends.iter().any(above));
        let turning: Vec<Text> =
            quotes.swings(Target::Net).into_iter().filter(turns).take(3).map(|one| quotes.key(one)).collect();
        let gaps = [("what", Piece::Text(Quotes::list(turning.clone())))];
        (!turning.is_empty()).then(|| quotes.teller.say("sensitivity-turns", &gaps))
    }
}

/// Impact times grade: what to find out first.
fn matters(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let heading = Some(teller.say("section-unknowns", &[]));
    let told: Vec<&Unsure> =
        quotes.found.quantities.iter().filter(|one| quotes.moves(one, Target::Net)).take(LISTED).collect();
    let blocks = match told.first() {
        None => vec![Block::Paragraph(teller.say("sensitivity-net-none", &[]))],
        Some(first) => {
            let rows = told.iter().map(|one| {
                let share = |member: &str, value: Option<Estimate>| -> Text {
                    cell(quotes, &Quotes::at(one, Target::Net, member), value)
                };
                let (grade, place) = one.provenance.as_ref().map_or_else(Default::default, |from| {
                    let place = format!("{}:{}", from.place.file.display(), from.place.line);
                    (teller.say(grade_id(from.grade), &[]), Text::name(place))
                });
                let first = share("first_order", one.on_net.map(|effect| effect.first));
                Row(vec![quotes.key(one), first, share("total_order", one.total_on_net), grade, place])
            });
            let caption = teller.say("sensitivity-matters-caption", &[("world", quotes.world())]);
            let columns = vec![
                teller.column("unknowns-what", Align::Left),
                teller.column("sensitivity-first", Align::Right),
                teller.column("sensitivity-total", Align::Right),
                teller.column("unknowns-grade", Align::Left),
                teller.column("unknowns-where", Align::Left),
            ];
            let start = teller.say("unknowns-first", &[("what", Piece::Text(quotes.key(first)))]);
            vec![Block::Paragraph(start), Block::Table(Table { caption, columns, rows: rows.collect() })]
        }
    };
    Section { id: "unknowns", heading, blocks }
}

/// The tornado as a table.
fn swings(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let table = |target: Target| {
        let form = if target == Target::Net { Form::ThousandEur } else { Form::Weeks };
        let rows = quotes.swings(target).into_iter().take(SHOWN).map(|one| {
            let effect = target.effect(one);
            let end = |member: &str, of: Option<Estimate>| -> Text {
                teller.estimate(&Quotes::at(one, target, member), of.as_ref(), form).into()
            };
            Row(vec![
                quotes.key(one),
                own(quotes, one, 0),
                own(quotes, one, 1),
                end("at_p10", effect.map(|effect| effect.swing.low)),
                end("at_p90", effect.map(|effect| effect.swing.high)),
            ])
        });
        let rows: Vec<Row> = rows.collect();
        let mut columns = vec![teller.column("unknowns-what", Align::Left)];
        let results = match target {
            Target::Net => ["sensitivity-net-at-low", "sensitivity-net-at-high"],
            Target::Wait => ["sensitivity-wait-at-low", "sensitivity-wait-at-high"],
        };
        let ids = ["sensitivity-p10", "sensitivity-p90", results[0], results[1]];
        columns.extend(ids.map(|id| teller.column(id, Align::Right)));
        let id = match (target, quotes.found.base.is_some()) {
            (Target::Net, true) => "sensitivity-caption-net-extra",
            (Target::Net, false) => "sensitivity-caption-net",
            (Target::Wait, true) => "sensitivity-caption-wait-extra",
            (Target::Wait, false) => "sensitivity-caption-wait",
        };
        let caption = teller.say(id, &[("world", quotes.world())]);
        (!rows.is_empty()).then_some(Block::Table(Table { caption, columns, rows }))
    };
    let mut blocks = vec![Block::Paragraph(teller.say("sensitivity-how", &[]))];
    blocks.extend([Target::Net, Target::Wait].into_iter().filter_map(table));
    Section { id: "swings", heading: Some(teller.say("sensitivity-heading-swings", &[])), blocks }
}

/// The themes with their indices.
fn themes(quotes: &Quotes<'_>) -> Section {
    let teller = &quotes.teller;
    let rows = quotes.found.themes.iter().map(|one: &ThemeIndices| {
        let share = |target: Target, member: &str, value: Option<Estimate>| -> Text {
            cell(quotes, &pointer(&["themes", one.theme.name(), target.name(), member]), value)
        };
        Row(vec![
            teller.say(&format!("theme-{}", one.theme.name().replace('_', "-")), &[]),
            share(Target::Net, "first_order", one.on_net.first),
            share(Target::Net, "total_order", one.on_net.frozen.map(|frozen| frozen.total)),
            share(Target::Wait, "first_order", one.on_wait.first),
            share(Target::Wait, "total_order", one.on_wait.frozen.map(|frozen| frozen.total)),
        ])
    });
    let mut columns = vec![teller.column("sensitivity-theme", Align::Left)];
    let ids = [
        "sensitivity-first-net",
        "sensitivity-total-net",
        "sensitivity-first-wait",
        "sensitivity-total-wait",
    ];
    columns.extend(ids.map(|id| teller.column(id, Align::Right)));
    let caption = teller.say("sensitivity-caption-themes", &[("world", quotes.world())]);
    let table = Table { caption, columns, rows: rows.collect() };
    let pairs = teller.figure("/pairs".to_owned(), Some(quotes.found.pairs as f64), Form::Count, None);
    let how = teller.say("sensitivity-themes-how", &[("pairs", pairs.into())]);
    let heading = Some(teller.say("sensitivity-heading-themes", &[]));
    Section { id: "themes", heading, blocks: vec![Block::Paragraph(how), Block::Table(table)] }
}

/// A share with half the width of its interval; a dash where it is not known.
fn cell(quotes: &Quotes<'_>, at: &str, value: Option<Estimate>) -> Text {
    let Some(estimate) = value else { return quotes.teller.estimate(at, None, Form::Percent).into() };
    // An index is never below nought: what the error leaves of one is not told.
    let mut share = quotes.teller.estimate(at, Some(&estimate), Form::Percent);
    if estimate.value < 0.0 {
        share.text = quotes.teller.numbers.show(Form::Percent, 0.0, None);
    }
    let mut error = quotes.teller.error(at, Some(&estimate), Form::Percent);
    error.text =
        quotes.teller.numbers.show_or_dash(Form::Percent, estimate.mc_se.map(|error| WIDTH * error), None);
    quotes.teller.say("sensitivity-cell", &[("value", share.into()), ("error", error.into())])
}
