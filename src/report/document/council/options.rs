//! The arms that the council is asked about, and what is said of each.

use super::super::chart::{Plotted, Spread};
use super::super::figures::{Part, Place, Quotes};
use super::super::model::{Align, Block, Column, Run, Section, Text};
use super::super::sentence::together;
use crate::statistics::Band;

/// The arms that were asked for: all but the base, or the base where it stands alone.
pub(super) fn options(quotes: &Quotes<'_>) -> Vec<usize> {
    let arms = quotes.forecast.arms.len();
    if arms > 1 { (1..arms).collect() } else { vec![0] }
}

/// Whether several arms are set beside the base: then what is said of one begins with its title.
pub(super) fn several(quotes: &Quotes<'_>) -> bool {
    quotes.forecast.arms.len() > 2
}

/// A paragraph about one arm.
pub(super) fn about(quotes: &Quotes<'_>, arm: usize, sentences: Vec<Text>) -> Block {
    Block::Paragraph(led(quotes, arm, together(sentences)))
}

/// A text about one arm, led by its title where there are several.
pub(super) fn led(quotes: &Quotes<'_>, arm: usize, mut text: Text) -> Text {
    if several(quotes) {
        let title = quotes.forecast.arms[arm].title.clone();
        text.0.splice(0..0, [Run::Name(title), Run::Words(": ".to_owned())]);
    }
    text
}

/// A section with a heading of the catalogue.
pub(super) fn titled(quotes: &Quotes<'_>, id: &'static str, heading: &str, blocks: Vec<Block>) -> Section {
    Section { id, heading: Some(quotes.say(heading, &[])), blocks }
}

/// A column of a table.
pub(super) fn column(quotes: &Quotes<'_>, id: &str, align: Align) -> Column {
    Column { heading: quotes.say(id, &[]), align }
}

/// A column of numbers of one arm.
pub(super) fn column_of(quotes: &Quotes<'_>, arm: usize) -> Column {
    Column { heading: Text::name(quotes.forecast.arms[arm].title.clone()), align: Align::Right }
}

/// A part of a band to be plotted.
pub(super) fn plotted(place: &(Option<&Band>, String), part: Part) -> Plotted {
    Plotted::new(place.0.map(|band| part.of(band).0), format!("{}/{}", place.1, part.name()))
}

/// A mean with its band to be plotted.
pub(super) fn spread(place: &Place<'_>, period: Option<usize>) -> Spread {
    let at = place.at(period);
    let interval = Some((plotted(&at, Part::P10), plotted(&at, Part::P90)));
    Spread { value: plotted(&at, Part::Mean), interval }
}

/// The titles of some arms.
pub(super) fn titles(quotes: &Quotes<'_>) -> Vec<String> {
    quotes.forecast.arms.iter().map(|arm| arm.title.clone()).collect()
}
