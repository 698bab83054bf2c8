//! What the council reads: which option is best for the money and for young people, and what is missed by choosing it.

use super::Quotes;
use super::page::{best, in_order, people};
use crate::analyses::Comparison;
use crate::report::document::{
    Align, Block, Chart, Dots, Picture, Plotted, Row, Table, Teller, Text, together,
};
use crate::report::number::{Form, UNDEFINED};
use crate::report::wording::Wording;

/// Cases that a chance is told in.
const CASES: usize = 20;

/// In plain words.
pub(in crate::report::answer) fn council(comparison: &Comparison, wording: &Wording) -> Vec<Block> {
    let quotes = &Quotes { comparison, teller: Teller::discreet(wording, comparison.run.replications) };
    let teller = &quotes.teller;
    let mut blocks = vec![Block::Paragraph(together(best(quotes)))];
    blocks.extend(dots(quotes).map(|chart| Block::Chart(Box::new(chart))));
    blocks.push(Block::Paragraph(together(people(quotes))));
    if !comparison.same_money {
        blocks.push(Block::Paragraph(teller.say("council-compare-other-money", &[])));
    }
    blocks.push(Block::Table(table(quotes)));
    blocks
}

/// How often the one that is best most often is so, as dots; none when the error does not tell which that is.
fn dots(quotes: &Quotes<'_>) -> Option<Chart> {
    let teller = &quotes.teller;
    let (first, _) = in_order(quotes)?;
    let chance = quotes.comparison.contenders[first].standings[0].best?;
    let at = quotes.at(first, 0, "p_best");
    let mut gaps = vec![("title", quotes.title(first))];
    gaps.extend(teller.chance(&at, &chance));
    let data = |contender: usize| {
        let name = Text::name(quotes.comparison.contenders[contender].arm.title.clone());
        Row(vec![name, in_cases(quotes, contender)])
    };
    let columns =
        vec![teller.column("compare-scenario", Align::Left), teller.column("compare-chance", Align::Right)];
    Some(Chart {
        id: "chart-compare".to_owned(),
        title: teller.say("council-compare-title", &gaps),
        description: teller.say("council-compare-text", &gaps),
        picture: Picture::Dots(Dots {
            chance: Plotted::new(Some(chance.value), format!("{at}/value")),
            of: CASES,
            filled: teller.wording.text("council-compare-filled"),
            open: teller.wording.text("council-compare-open"),
        }),
        data: Table {
            caption: teller.say("council-compare-data", &[]),
            columns,
            rows: (0..quotes.comparison.contenders.len()).map(data).collect(),
        },
    })
}

/// How often a contender is the best, in cases out of twenty; a dash where the error does not support it.
fn in_cases(quotes: &Quotes<'_>, contender: usize) -> Text {
    let chance = quotes.comparison.contenders[contender].standings[0].best;
    match chance.filter(|chance| quotes.teller.supports(chance)) {
        Some(chance) => {
            let at = quotes.at(contender, 0, "p_best");
            quotes.teller.say("table-cases", &quotes.teller.chance(&at, &chance))
        }
        None => Text::words(UNDEFINED),
    }
}

/// Every option with its cost, what it brings, and what is missed by choosing it.
fn table(quotes: &Quotes<'_>) -> Table {
    let teller = &quotes.teller;
    let rows = (0..quotes.comparison.contenders.len()).map(|contender| {
        let one = &quotes.comparison.contenders[contender];
        let standing = &one.standings[0];
        let mean = |member: &str, band, form| -> Text {
            if one.is_base {
                return Text::words(UNDEFINED);
            }
            teller.mean(&quotes.at(contender, 0, member), band, form).into()
        };
        let missed =
            teller.estimate(&quotes.at(contender, 0, "regret_eur"), standing.regret.as_ref(), Form::Eur);
        Row(vec![
            Text::name(one.arm.title.clone()),
            mean("cost_eur", standing.cost.as_ref(), Form::Eur),
            mean("youths_closed_positive", standing.positive.as_ref(), Form::Count),
            mean("weeks_sooner", standing.sooner.as_ref(), Form::Weeks),
            in_cases(quotes, contender),
            missed.into(),
        ])
    });
    let ids = ["compare-cost", "compare-positive", "compare-sooner", "compare-chance", "compare-missed"];
    let mut columns = vec![teller.column("compare-scenario", Align::Left)];
    columns.extend(ids.map(|id| teller.column(id, Align::Right)));
    Table { caption: teller.say("council-compare-caption", &[]), columns, rows: rows.collect() }
}
