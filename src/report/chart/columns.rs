//! Standing bars in groups, signed, with intervals and limits.

use super::drawing::{Anchor, Drawing, LINE};
use super::frame::{Frame, frame};
use super::ink::Hue;
use super::svg::Canvas;
use crate::report::document::{Columns, Spread};

/// Draws bars; where the drawing ends.
pub(super) fn draw(drawing: &mut Drawing, canvas: &Canvas<'_>, columns: &Columns) -> f64 {
    let width = canvas.size.width();
    let mut top = canvas.top;
    if columns.series.len() > 1 {
        for (series, (name, _)) in columns.series.iter().enumerate() {
            drawing.bar((0.0, top + 3.0), (14.0, top + 15.0), series);
            let place = (22.0, top + 14.0);
            top +=
                LINE * drawing.paragraph(place, (Anchor::Start, width - 24.0), Hue::Text, name) as f64 + 2.0;
        }
    }
    let canvas = &Canvas { numbers: canvas.numbers, size: canvas.size, top };
    let bars = columns.series.iter().flat_map(|(_, bars)| bars.iter().flat_map(Spread::all));
    let limits = columns.limits.iter().map(|(_, limit)| limit);
    let values: Vec<f64> = bars.chain(limits).filter_map(|one| one.value).chain([0.0]).collect();
    let frame = frame(drawing, canvas, &columns.up, values, (&[], 8.0));
    let each = (frame.right - frame.left) / (columns.labels.len().max(1) as f64);
    for (group, text) in columns.labels.iter().enumerate() {
        let left = frame.left + each * group as f64;
        drawing.text((left + each * 0.5, frame.bottom + 20.0), Anchor::Middle, Hue::Text, text);
        let wide = (each * 0.8 / columns.series.len().max(1) as f64).min(64.0);
        let first = left + (each - wide * columns.series.len() as f64) * 0.5;
        for (series, (_, bars)) in columns.series.iter().enumerate() {
            let Some(spread) = bars.get(group) else { continue };
            bar(drawing, &frame, (first + wide * series as f64, wide), series, spread);
        }
    }
    for (name, limit) in &columns.limits {
        let Some(value) = limit.value else { continue };
        let y = frame.up.at(value);
        drawing.rule((frame.left, y), (frame.right, y), Hue::Text);
        drawing.text((frame.right, y - 5.0), Anchor::End, Hue::Text, name);
    }
    frame.bottom + 30.0
}

fn bar(drawing: &mut Drawing, frame: &Frame, (left, wide): (f64, f64), series: usize, spread: &Spread) {
    let Some(value) = spread.value.value else { return };
    drawing.bar((left + 1.0, frame.up.at(0.0)), (left + wide - 1.0, frame.up.at(value)), series);
    if let Some((Some(low), Some(high))) = spread.interval.as_ref().map(|(low, high)| (low.value, high.value))
    {
        let x = left + wide * 0.5;
        drawing.whisker((x, frame.up.at(low)), (x, frame.up.at(high)));
    }
}
