//! Lines with bands, over time or over a quantity; one line with several bands is a fan.

use super::drawing::{Anchor, Drawing, LINE, Point, width_of, wrapped};
use super::frame::{Frame, apart, frame};
use super::ink::Hue;
use super::scale::{Scale, days, ticks, years};
use super::svg::Canvas;
use crate::report::document::{Along, Line, Lines, Plotted};

/// The width kept for the names beside the lines.
const ASIDE: f64 = 130.0;
/// Names that take more than this from top to bottom stand above the picture instead.
const HEIGHT_MOST: f64 = 220.0;

/// Draws lines; where the drawing ends.
pub(super) fn draw(drawing: &mut Drawing, canvas: &Canvas<'_>, lines: &Lines) -> f64 {
    let beside = canvas.size.is_wide() && lines.series.len() > 1 && height(&lines.series) < HEIGHT_MOST;
    let names: Vec<String> = lines.series.iter().map(|line| line.name.clone()).collect();
    let least = lines.hidden_below.as_ref().map_or(f64::NEG_INFINITY, |(least, _)| *least);
    let bands = lines.series.iter().flat_map(|line| &line.bands);
    let ends = bands.flat_map(|(low, high)| low.iter().chain(high));
    let all = lines.series.iter().flat_map(|line| &line.values).chain(ends).filter_map(|one| one.value);
    let all: Vec<f64> = all.map(|value| value.max(least)).collect();
    let key: &[String] = if beside || lines.series.len() < 2 { &[] } else { &names };
    let frame = frame(drawing, canvas, &lines.up, all, (key, if beside { ASIDE } else { 14.0 }));
    let places = along(drawing, canvas, &frame, &lines.along);
    for (series, line) in lines.series.iter().enumerate() {
        for (low, high) in &line.bands {
            for part in parts(&places, low, high) {
                let point = |(x, value): (f64, f64)| (x, frame.up.at(value.max(least)));
                let up = part.iter().map(|(x, low, _)| point((*x, *low)));
                let down = part.iter().rev().map(|(x, _, high)| point((*x, *high)));
                drawing.area(&up.chain(down).collect::<Vec<Point>>(), series);
            }
        }
    }
    for (series, line) in lines.series.iter().enumerate() {
        let stretches = parts(&places, &line.values, &line.values);
        let curve: Vec<Vec<Point>> = stretches
            .iter()
            .map(|part| part.iter().map(|(x, value, _)| (*x, frame.up.at(value.max(least)))).collect())
            .collect();
        drawing.curve(&curve, series);
        // A value between two gaps has no line.
        for alone in curve.iter().filter(|part| part.len() == 1) {
            drawing.dot(alone[0], 4.0, series, true);
        }
    }
    if let Some((least, text)) = &lines.hidden_below {
        let top = frame.up.at(*least);
        drawing.cover((frame.left, top), (frame.right, frame.bottom));
        let middle = (top + frame.bottom) * 0.5 + 5.0;
        drawing.text((frame.left + 8.0, middle), Anchor::Start, Hue::Axis, text);
    }
    if beside {
        label(drawing, &frame, &lines.series, least);
    }
    // A label along may take more than one line.
    let more = match &lines.along {
        Along::Numbers(axis, _) => wrapped(&axis.label, frame.right).len().saturating_sub(1) as f64,
        Along::Dates(_) => 0.0,
    };
    LINE.mul_add(more, frame.bottom + 44.0)
}

/// The name of a line, as it stands beside it.
fn beside_it(line: &Line) -> Vec<String> {
    wrapped(&line.name, ASIDE - 42.0)
}

/// What all names take from top to bottom.
fn height(series: &[Line]) -> f64 {
    series.iter().map(|line| beside_it(line).len() as f64 * LINE + 4.0).sum()
}

/// The names of the lines at their ends.
fn label(drawing: &mut Drawing, frame: &Frame, series: &[Line], least: f64) {
    let texts: Vec<Vec<String>> = series.iter().map(beside_it).collect();
    let wanted: Vec<(f64, f64)> = series
        .iter()
        .zip(&texts)
        .map(|(line, text)| {
            let latest = line.values.iter().rev().find_map(|one| one.value).unwrap_or(0.0);
            (frame.up.at(latest.max(least)), text.len() as f64 * LINE + 4.0)
        })
        .collect();
    for (index, place) in apart(&wanted, frame.bottom + 20.0).into_iter().enumerate() {
        drawing.sample((frame.right + 5.0, place), index);
        let mut y = place + 5.0;
        for line in &texts[index] {
            drawing.text((frame.right + 38.0, y), Anchor::Start, Hue::Text, line);
            y += LINE;
        }
    }
}

/// Draws the axis along, and gives the place of every value.
fn along(drawing: &mut Drawing, canvas: &Canvas<'_>, frame: &Frame, along: &Along) -> Vec<f64> {
    let room = frame.right - frame.left;
    let tick = |drawing: &mut Drawing, x: f64, text: &str| {
        drawing.rule((x, frame.bottom), (x, frame.bottom + 6.0), Hue::Axis);
        drawing.text((x, frame.bottom + 22.0), Anchor::Start, Hue::Text, text);
    };
    drawing.rule((frame.left, frame.bottom), (frame.right, frame.bottom), Hue::Axis);
    match along {
        Along::Dates(dates) => {
            for (share, year) in years(dates, room) {
                tick(drawing, frame.left + share * room, &year);
            }
            let first = dates.first().copied().unwrap_or_default();
            let whole = dates.last().map_or(1.0, |last| days(first, *last));
            let scale = Scale::new((0.0, whole), (frame.left, frame.right));
            dates.iter().map(|date| scale.at(days(first, *date))).collect()
        }
        Along::Numbers(axis, values) => {
            let ticks = ticks(values.iter().copied(), if canvas.size.is_wide() { 8.0 } else { 4.0 });
            let range = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
            let scale = Scale::new(range, (frame.left, frame.right));
            for value in &ticks {
                let x = scale.at(*value);
                drawing.rule((x, frame.bottom), (x, frame.bottom + 6.0), Hue::Axis);
                let text = canvas.numbers.show(axis.form, *value, None);
                // The last one stays within the picture.
                let outside = x + 0.5 * width_of(&text) > canvas.size.width();
                let (x, anchor) =
                    if outside { (canvas.size.width(), Anchor::End) } else { (x, Anchor::Middle) };
                drawing.text((x, frame.bottom + 22.0), anchor, Hue::Text, &text);
            }
            let place = (frame.right, frame.bottom + 39.0);
            drawing.paragraph(place, (Anchor::End, frame.right), Hue::Axis, &axis.label);
            values.iter().map(|value| scale.at(*value)).collect()
        }
    }
}

/// The stretches in which both series are defined: place, one, other.
fn parts(places: &[f64], ones: &[Plotted], others: &[Plotted]) -> Vec<Vec<(f64, f64, f64)>> {
    let mut parts = vec![Vec::new()];
    for ((place, one), other) in places.iter().zip(ones).zip(others) {
        match (one.value, other.value) {
            (Some(one), Some(other)) => {
                if let Some(part) = parts.last_mut() {
                    part.push((*place, one, other));
                }
            }
            _ => parts.push(Vec::new()),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}
