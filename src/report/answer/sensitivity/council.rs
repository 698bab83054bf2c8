//! What the council reads: which unknown moves the saldo most, and how little we know of it.

use super::chart;
use super::page::{SHOWN, one_alone, swing};
use super::quotes::{Quotes, Target};
use crate::analyses::sensitivity::Sensitivity;
use crate::report::document::{Align, Block, Chart, Teller, Text, grade_id, together};
use crate::report::number::Form;
use crate::report::wording::Wording;

/// In plain words: the tornado, with how certain each quantity is in its table.
pub(in crate::report::answer) fn council(found: &Sensitivity, wording: &Wording) -> Vec<Block> {
    let quotes = &Quotes { found, teller: Teller::discreet(wording, found.run.replications) };
    let teller = &quotes.teller;
    let swings = quotes.swings(Target::Net);
    let Some(first) = swings.first() else {
        return vec![Block::Paragraph(teller.say("sensitivity-net-none", &[]))];
    };
    let gaps = swing(quotes, first, Target::Net);
    let mut said = vec![teller.say("council-sensitivity-first", &gaps)];
    said.push(teller.say("council-sensitivity-means", &[]));
    said.extend(one_alone(quotes));
    let mut blocks = vec![Block::Paragraph(together(said))];
    blocks.extend(chart::tornado(quotes).map(|chart| {
        let title = teller.say("council-sensitivity-title", &gaps);
        Block::Chart(Box::new(graded(quotes, Chart { id: "chart-sensitivity".to_owned(), title, ..chart })))
    }));
    blocks
}

/// The chart with how certain each quantity is, beside its name in the table.
fn graded(quotes: &Quotes<'_>, mut chart: Chart) -> Chart {
    let teller = &quotes.teller;
    if let Some(net) = &quotes.found.net {
        let expected = teller.estimate("/net_saving_eur", Some(net), Form::ThousandEur);
        chart.data.caption = teller.say("council-sensitivity-data", &[("expected", expected.into())]);
    }
    chart.data.columns.insert(1, teller.column("unknowns-grade", Align::Left));
    for (row, one) in chart.data.rows.iter_mut().zip(quotes.swings(Target::Net).into_iter().take(SHOWN)) {
        let grade = one.provenance.as_ref().map(|from| teller.say(grade_id(from.grade), &[]));
        row.0.insert(1, grade.unwrap_or_else(Text::default));
    }
    chart
}
