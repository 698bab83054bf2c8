//! Lying bars with their labels and numbers beside them.

use super::drawing::{Anchor, Drawing, LINE, width_of};
use super::ink::Hue;
use super::scale::{Scale, ticks};
use super::svg::Canvas;
use crate::report::document::{Rows, Span};

/// The height of a bar.
const BAR: f64 = 15.0;

/// Draws bars; where the drawing ends.
pub(super) fn draw(drawing: &mut Drawing, canvas: &Canvas<'_>, rows: &Rows) -> f64 {
    let width = canvas.size.width();
    let mut top = canvas.top;
    if rows.series.len() > 1 {
        for (series, name) in rows.series.iter().enumerate() {
            drawing.bar((0.0, top + 3.0), (14.0, top + 15.0), series);
            let place = (22.0, top + 14.0);
            top +=
                LINE * drawing.paragraph(place, (Anchor::Start, width - 24.0), Hue::Text, name) as f64 + 2.0;
        }
    }
    top += LINE
        * drawing.paragraph((0.0, top + 14.0), (Anchor::Start, width), Hue::Axis, &rows.along.label) as f64;
    top += 6.0;
    // On a narrow page the label stands above its bars.
    let beside = if canvas.size.is_wide() { 250.0 } else { 1.0 };
    let number =
        rows.rows.iter().flat_map(|row| &row.bars).map(|bar| width_of(&bar.shown.text)).fold(0.0, f64::max);
    let ends =
        rows.rows.iter().flat_map(|row| row.bars.iter().flat_map(|bar| bar.from.iter().chain([&bar.to])));
    let line = rows.line.iter().map(|(_, at)| at);
    let values: Vec<f64> = ends.chain(line).filter_map(|one| one.value).chain([0.0]).collect();
    let ticks = ticks(values, 5.0);
    let range = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
    // Room for a number on either side, where bars go to both.
    let left = beside + if range.0 < 0.0 { number + 8.0 } else { 0.0 };
    let along = Scale::new(range, (left, width - number - 10.0));
    let begin = top;
    for row in &rows.rows {
        top += 5.0;
        let lines = if canvas.size.is_wide() {
            drawing.paragraph(
                (beside - 10.0, top + 12.0),
                (Anchor::End, beside - 14.0),
                Hue::Text,
                &row.label,
            )
        } else {
            let lines = drawing.paragraph((0.0, top + 12.0), (Anchor::Start, width), Hue::Text, &row.label);
            top += LINE * lines as f64;
            0
        };
        let end = top + LINE * lines as f64;
        for (series, bar) in row.bars.iter().enumerate() {
            lie(drawing, &along, top, series, bar);
            top += BAR + 3.0;
        }
        top = top.max(end);
    }
    let zero = along.at(0.0);
    drawing.rule((zero, begin), (zero, top), Hue::Axis);
    if let Some((name, value)) = rows.line.as_ref().and_then(|(name, at)| Some((name, at.value?))) {
        let x = along.at(value);
        drawing.rule((x, begin), (x, top + 6.0), Hue::Text);
        let anchor = if x > width * 0.6 { Anchor::End } else { Anchor::Start };
        drawing.text((x, top + 22.0), anchor, Hue::Text, name);
        // Nought is no end of these bars, so it is named where there is room.
        if (x - zero).abs() > width_of(name) + 2.0 * number {
            let nought = canvas.numbers.show(rows.along.form, 0.0, None);
            drawing.text((zero, top + 22.0), Anchor::Middle, Hue::Axis, &nought);
        }
        top += 24.0;
    }
    top + 8.0
}

fn lie(drawing: &mut Drawing, along: &Scale, top: f64, series: usize, bar: &Span) {
    let text = &bar.shown.text;
    let (Some(to), false) = (bar.to.value, bar.hidden) else {
        drawing.text((along.at(0.0) + 6.0, top + 12.0), Anchor::Start, Hue::Text, text);
        return;
    };
    let from = bar.from.as_ref().and_then(|from| from.value).unwrap_or(0.0);
    let (one, other) = (along.at(from), along.at(to));
    drawing.bar((one, top), (other, top + BAR), series);
    if to < from && bar.from.is_none() {
        drawing.text((other - 6.0, top + 12.0), Anchor::End, Hue::Text, text);
    } else {
        drawing.text((one.max(other) + 6.0, top + 12.0), Anchor::Start, Hue::Text, text);
    }
}
