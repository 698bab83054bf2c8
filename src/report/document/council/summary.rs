//! The order of the summary.

use super::super::figures::Quotes;
use super::super::model::{Block, Document, Section};
use super::super::page;
use super::super::pilot;
use super::super::sentence::{Piece, together};
use super::{
    account, asked, avoidance, choices, exactness, flows, proposal, queue, referrers, risks, sources,
    unknown, years,
};
use crate::analyses::Forecast;
use crate::report::wording::Wording;

/// The summary of a run for the gemeenteraad.
pub fn council(forecast: &Forecast, wording: &Wording) -> Document {
    let quotes = &Quotes::discreet(forecast, wording);
    let mut sections = vec![opening(quotes)];
    if let Some(tables) = &forecast.reconciliation {
        sections.push(pilot::section(quotes, tables));
    }
    sections.push(proposal::cost(quotes));
    sections.push(proposal::help(quotes));
    sections.push(avoidance::needed(quotes));
    sections.push(avoidance::payback(quotes));
    sections.extend(asked::compared(quotes));
    sections.push(queue::section(quotes));
    sections.push(flows::section(quotes));
    sections.push(years::section(quotes));
    sections.push(flows::specialist(quotes));
    sections.push(referrers::section(quotes));
    sections.extend(unknown::section(quotes));
    sections.push(choices::section(quotes));
    sections.extend(asked::best_use(quotes));
    sections.push(risks::section(quotes));
    sections.push(unknown::monitoring(quotes));
    sections.push(exactness::method(quotes));
    sections.push(exactness::section(quotes));
    sections.push(sources::section(quotes));
    sections.push(account::section(quotes));
    let titles: Vec<&str> = page::asked(forecast).iter().map(|arm| arm.title.as_str()).collect();
    let title = wording.fill("council-title", &[("titles", titles.join(" · ").into())]);
    Document { language: wording.language(), title, sections }
}

fn opening(quotes: &Quotes<'_>) -> Section {
    let forecast = quotes.forecast;
    let id = if forecast.reconciliation.is_some() { "council-opening-pilot" } else { "council-opening" };
    let mut basis = vec![quotes.say(id, &[("span", page::span(quotes))])];
    if forecast.arms.len() > 1 {
        let base = Piece::Name(forecast.arms[0].title.clone());
        basis.push(quotes.say("council-compared", &[("base", base)]));
    }
    basis.push(quotes.say("council-world", &[("world", quotes.world(0))]));
    basis.push(quotes.say("council-bands", &[]));
    let blocks = vec![Block::Paragraph(together(basis)), Block::Paragraph(quotes.say("council-terms", &[]))];
    Section { id: "opening", heading: None, blocks }
}
