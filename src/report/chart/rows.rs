//! Lying bars with their labels and numbers beside them.

use super::drawing::{Anchor, Drawing, LINE, width_of};
use super::ink::Hue;
use super::scale::{Scale, ticks};
use super::svg::Canvas;
use crate::report::document::{Rows, Span};
use crate::report::number::Form;

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
    let (along, ticks) = scale(rows, beside, width);
    let begin = top;
    // Where an upright line may stand: on a narrow page not through the labels.
    let mut stretches: Vec<(f64, f64)> = Vec::new();
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
        let (first, end) = (top, top + LINE * lines as f64);
        for (series, bar) in row.bars.iter().enumerate() {
            lie(drawing, &along, top, series, bar);
            top += BAR + 3.0;
        }
        top = top.max(end);
        stretches.push((first - 3.0, top));
    }
    if canvas.size.is_wide() {
        stretches = vec![(begin, top)];
    }
    let upright = |drawing: &mut Drawing, x: f64, hue: Hue| {
        for (from, to) in &stretches {
            drawing.rule((x, *from), (x, *to), hue);
        }
    };
    upright(drawing, along.at(0.0), Hue::Axis);
    if let Some((name, value)) = rows.line.as_ref().and_then(|(name, at)| Some((name, at.value?))) {
        let x = along.at(value);
        upright(drawing, x, Hue::Text);
        top = mark(drawing, canvas, (&along, &ticks, rows.along.form), (x, top), name);
    }
    top + 8.0
}

/// From values to places, with room for the numbers beside the bars, and its ticks.
fn scale(rows: &Rows, beside: f64, width: f64) -> (Scale, Vec<f64>) {
    let bars = || rows.rows.iter().flat_map(|row| &row.bars);
    let starts = || bars().filter_map(|bar| bar.from.as_ref());
    let numbers = bars().map(|bar| &bar.shown).chain(starts().filter_map(|start| start.shown.as_ref()));
    let number = numbers.map(|shown| width_of(&shown.text)).fold(0.0, f64::max);
    let ends = bars().map(|bar| &bar.to).chain(starts().map(|start| &start.at));
    let line = rows.line.iter().map(|(_, at)| at);
    let values: Vec<f64> = ends.chain(line).filter_map(|one| one.value).chain([0.0]).collect();
    let ticks = ticks(values, 5.0);
    let range = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
    // Room for a number on either side, where bars go to both.
    let both = range.0 < 0.0 || starts().any(|start| start.shown.is_some());
    let left = beside + if both { number + 8.0 } else { 0.0 };
    (Scale::new(range, (left, width - number - 10.0)), ticks)
}

/// The name at the foot of a line across all bars, below an axis with numbers; where this ends.
fn mark(
    drawing: &mut Drawing,
    canvas: &Canvas<'_>,
    (along, ticks, form): (&Scale, &[f64], Form),
    (x, end): (f64, f64),
    name: &str,
) -> f64 {
    let mut free = f64::NEG_INFINITY;
    for tick in ticks {
        let place = along.at(*tick);
        let text = canvas.numbers.show(form, *tick, None);
        let half = width_of(&text) / 2.0;
        // A narrow page has no room for all.
        if place - half >= free {
            drawing.rule((place, end), (place, end + 5.0), Hue::Axis);
            drawing.text((place, end + 20.0), Anchor::Middle, Hue::Axis, &text);
            free = place + half + 6.0;
        }
    }
    drawing.rule((x, end), (x, end + 26.0), Hue::Text);
    let anchor = if x > canvas.size.width() * 0.6 { Anchor::End } else { Anchor::Start };
    drawing.text((x, end + 40.0), anchor, Hue::Text, name);
    end + 42.0
}

fn lie(drawing: &mut Drawing, along: &Scale, top: f64, series: usize, bar: &Span) {
    let text = &bar.shown.text;
    let (Some(to), false) = (bar.to.value, bar.hidden) else {
        drawing.text((along.at(0.0) + 6.0, top + 12.0), Anchor::Start, Hue::Text, text);
        return;
    };
    let from = bar.from.as_ref().and_then(|from| from.at.value).unwrap_or(0.0);
    let (one, other) = (along.at(from), along.at(to));
    drawing.bar((one, top), (other, top + BAR), series);
    let left = |drawing: &mut Drawing, text: &str| {
        drawing.text((one.min(other) - 6.0, top + 12.0), Anchor::End, Hue::Text, text);
    };
    let right = |drawing: &mut Drawing, text: &str| {
        drawing.text((one.max(other) + 6.0, top + 12.0), Anchor::Start, Hue::Text, text);
    };
    match bar.from.as_ref().map(|from| from.shown.as_ref()) {
        // Each number at its own end.
        Some(Some(first)) if to < from => {
            left(drawing, text);
            right(drawing, &first.text);
        }
        Some(Some(first)) => {
            left(drawing, &first.text);
            right(drawing, text);
        }
        None if to < from => left(drawing, text),
        _ => right(drawing, text),
    }
}
