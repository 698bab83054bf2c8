//! What the council reads: what to find out first, and what that is worth.

use super::chart;
use super::page::even;
use super::quotes::Quotes;
use crate::analyses::value::{Advice, Observed, Value};
use crate::report::document::{Block, Chart, Piece, Teller, Text, together};
use crate::report::number::Form;
use crate::report::wording::Wording;

/// In plain words.
pub(in crate::report::answer) fn council(found: &Value, wording: &Wording) -> Vec<Block> {
    let quotes = &Quotes { found, teller: Teller::discreet(wording, found.run.replications) };
    let teller = &quotes.teller;
    let mut said = vec![teller.say("council-value-why", &[])];
    said.extend(first(quotes));
    let mut blocks = vec![Block::Paragraph(together(said))];
    if let Some(Advice::Follow(place)) = quotes.advice()
        && let Some(chart) = chart::samples(quotes)
    {
        let best = &found.samples()[*place];
        let gaps = [("value", quotes.euros(&quotes.of_sample(best), &best.value))];
        let title = teller.say("council-value-title", &gaps);
        blocks.push(Block::Chart(Box::new(Chart { id: "chart-value".to_owned(), title, ..chart })));
        blocks.push(Block::Paragraph(teller.say("council-value-limits", &[])));
    }
    blocks.extend(found.by_world.first().and_then(|leading| even(quotes, leading)).map(Block::Paragraph));
    blocks
}

/// What to find out first.
fn first(quotes: &Quotes<'_>) -> Vec<Text> {
    let teller = &quotes.teller;
    match quotes.advice() {
        None => vec![teller.say("value-register-open", &[])],
        Some(Advice::Follow(place)) => {
            let sample = &quotes.found.samples()[*place];
            let count = teller.numbers.show(Form::Count, sample.closures as f64, None);
            let id = match sample.observed {
                Observed::Relapse => "council-value-relapse",
                Observed::Avoided => "council-value-avoided",
            };
            let worth = [("value", quotes.euros(&quotes.of_sample(sample), &sample.value))];
            vec![
                teller.say(id, &[("closures", Piece::Name(count))]),
                teller.say("council-value-worth", &worth),
                teller.say("council-value-means", &[]),
            ]
        }
        Some(Advice::Quantity(place)) => {
            let one = &quotes.found.by_world[0].quantities[*place];
            let at = quotes.in_world(0, &["quantities", &one.key]);
            let what = Piece::Text(quotes.key(&one.key));
            vec![
                teller.say("council-value-quantity", &[("what", what)]),
                teller.say("council-value-worth", &[("value", quotes.euros(&at, &one.value))]),
                teller.say("council-value-means", &[]),
            ]
        }
        Some(Advice::Nothing) => vec![teller.say("council-value-nothing", &[])],
    }
}
