//! A chance as dots, counted.

use super::drawing::{Anchor, Drawing, LINE};
use super::ink::Hue;
use super::svg::Canvas;
use crate::report::document::Dots;

/// Dots in a row.
const ABREAST: usize = 10;
/// From one dot to the next.
const STEP: f64 = 30.0;

/// Draws dots; where the drawing ends. As many are filled as the chance rounds to.
pub(super) fn draw(drawing: &mut Drawing, canvas: &Canvas<'_>, dots: &Dots) -> f64 {
    let filled = dots.chance.value.map_or(0.0, |chance| (chance * dots.of as f64).round());
    let mut place = (16.0, canvas.top + 16.0);
    for dot in 0..dots.of {
        if dot > 0 && dot % ABREAST == 0 {
            place = (16.0, place.1 + STEP);
        }
        drawing.dot(place, 10.0, 1, (dot as f64) < filled);
        place.0 += STEP;
    }
    let width = canvas.size.width();
    let mut top = place.1 + 34.0;
    for (text, full) in [(&dots.filled, true), (&dots.open, false)] {
        drawing.dot((10.0, top - 5.0), 6.0, 1, full);
        top += LINE * drawing.paragraph((26.0, top), (Anchor::Start, width - 30.0), Hue::Text, text) as f64
            + 4.0;
    }
    top - 6.0
}
