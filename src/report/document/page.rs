//! The page that a run ends with: the answer first, where the files are last.

use super::closing::Written;
use super::figures::Quotes;
use super::model::{Block, Document, Section};
use super::sentence::{Piece, together};
use super::{answer, bands, break_even, closing, pilot, unknowns};
use crate::analyses::Forecast;
use crate::report::answer::gists;
use crate::report::wording::Wording;
use crate::scenario::Arm;

/// The page of a run. `folder` is where its files are, as the reader would type it; none when none were written.
pub fn page(forecast: &Forecast, wording: &Wording, folder: Option<&str>) -> Document {
    let written = folder.map(|folder| Written { folder, reports: &[], dutch_bands: false });
    page_with(forecast, wording, written.as_ref())
}

/// The page of a run that wrote more than the files for machines.
pub fn page_with(forecast: &Forecast, wording: &Wording, written: Option<&Written<'_>>) -> Document {
    let quotes = Quotes::new(forecast, wording);
    let mut sections = vec![opening(&quotes)];
    let options = if forecast.arms.len() > 1 { 1..forecast.arms.len() } else { 0..1 };
    for arm in options {
        if arm == 0
            && let Some(tables) = &forecast.reconciliation
        {
            sections.push(pilot::section(&quotes, tables));
        } else {
            sections.push(answer::section(&quotes, arm));
        }
        sections.push(break_even::section(&quotes, arm));
        sections.push(bands::section(&quotes, arm));
        sections.extend(unknowns::section(&quotes, arm));
    }
    sections.extend(gists(&forecast.answers, wording));
    sections.extend(closing::doubts(&quotes));
    sections.push(closing::files(&quotes, written));
    let titles: Vec<&str> = asked(forecast).iter().map(|arm| arm.title.as_str()).collect();
    let title = titles.join(" · ");
    Document { language: wording.language(), title, sections }
}

/// The arms that were asked for: all but the base, or the base where it stands alone.
pub(super) fn asked(forecast: &Forecast) -> &[Arm] {
    if forecast.arms.len() > 1 { &forecast.arms[1..] } else { &forecast.arms }
}

/// The periods of the forecast, from the first to the last.
pub(super) fn span(quotes: &Quotes<'_>) -> Piece {
    let name = |text: Option<&String>| Piece::Name(text.cloned().unwrap_or_default());
    let periods = &quotes.forecast.periods;
    let id = if periods.len() > 1 { "span-several" } else { "span-one" };
    Piece::Text(quotes.say(id, &[("from", name(periods.first())), ("to", name(periods.last()))]))
}

fn opening(quotes: &Quotes<'_>) -> Section {
    let forecast = quotes.forecast;
    let mut gaps = vec![
        ("span", span(quotes)),
        ("world", quotes.world(0)),
        ("replications", quotes.replications("/replications", forecast.run.replications)),
    ];
    let basis = if forecast.reconciliation.is_some() {
        quotes.say("page-basis-pilot", &gaps)
    } else if forecast.arms.len() > 1 {
        gaps.push(("base", Piece::Name(forecast.arms[0].title.clone())));
        quotes.say("page-basis-compared", &gaps)
    } else {
        quotes.say("page-basis-single", &gaps)
    };
    let mut blocks = Vec::new();
    for arm in asked(forecast) {
        let id = if forecast.arms.len() > 2 { "page-question-of" } else { "page-question" };
        let gaps = [("title", Piece::Name(arm.title.clone())), ("purpose", Piece::Name(arm.purpose.clone()))];
        blocks.push(Block::Paragraph(quotes.say(id, &gaps)));
    }
    let mut sentences = vec![basis];
    if forecast.reconciliation.is_none() {
        sentences.push(quotes.say("page-bands", &[]));
    }
    blocks.push(Block::Paragraph(together(sentences)));
    Section { id: "opening", heading: None, blocks }
}

/// The heading of a section about one arm: with its title when several are compared.
pub(super) fn heading(quotes: &Quotes<'_>, arm: usize, ids: [&str; 2]) -> super::Text {
    if quotes.forecast.arms.len() > 2 {
        quotes.say(ids[1], &[("title", Piece::Name(quotes.forecast.arms[arm].title.clone()))])
    } else {
        quotes.say(ids[0], &[])
    }
}
