//! The frame of a picture with an axis up: grid, ticks, label, zero line, key.

use super::drawing::{Anchor, Drawing, LINE, width_of};
use super::ink::Hue;
use super::scale::{Scale, ticks};
use super::svg::Canvas;
use crate::report::document::Axis;

/// Where things stand within a picture with two axes.
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) up: Scale,
}

/// Draws the key, the label and the grid of the axis up. `aside` is what is kept free on the right for labels.
pub(super) fn frame(
    drawing: &mut Drawing,
    canvas: &Canvas<'_>,
    up: &Axis,
    values: impl IntoIterator<Item = f64>,
    (key, aside): (&[String], f64),
) -> Frame {
    let width = canvas.size.width();
    let mut top = canvas.top;
    for (series, name) in key.iter().enumerate() {
        drawing.sample((0.0, top + 9.0), series);
        top += LINE
            * drawing.paragraph((36.0, top + 14.0), (Anchor::Start, width - 40.0), Hue::Text, name) as f64;
        top += 3.0;
    }
    top += LINE * drawing.paragraph((0.0, top + 14.0), (Anchor::Start, width), Hue::Axis, &up.label) as f64;
    top += 14.0;
    let ticks = ticks(values, 5.0);
    let texts: Vec<String> = ticks.iter().map(|tick| canvas.numbers.show(up.form, *tick, None)).collect();
    let left = texts.iter().map(|text| width_of(text)).fold(0.0, f64::max) + 8.0;
    let bottom = top + if canvas.size.is_wide() { 240.0 } else { 190.0 };
    let range = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
    let frame = Frame { left, right: width - aside, top, bottom, up: Scale::new(range, (bottom, top)) };
    for (tick, text) in ticks.iter().zip(&texts) {
        let y = frame.up.at(*tick);
        let hue = if tick.abs() < f64::EPSILON { Hue::Axis } else { Hue::Grid };
        drawing.rule((left, y), (frame.right, y), hue);
        drawing.text((left - 6.0, y + 5.0), Anchor::End, Hue::Text, text);
    }
    frame
}

/// Labels that must not overlap: moved apart downwards, and back up from `bottom`.
pub(super) fn apart(wanted: &[(f64, f64)], bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].0.total_cmp(&wanted[*b].0).then(a.cmp(b)));
    let mut places: Vec<f64> = wanted.iter().map(|(at, _)| *at).collect();
    let mut free = f64::NEG_INFINITY;
    for index in &order {
        places[*index] = places[*index].max(free);
        free = places[*index] + wanted[*index].1;
    }
    let mut limit = bottom;
    for index in order.iter().rev() {
        places[*index] = places[*index].min(limit - wanted[*index].1);
        limit = places[*index];
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_moved_until_none_covers_another() {
        let places = apart(&[(10.0, 17.0), (12.0, 17.0), (95.0, 17.0)], 100.0);
        assert_eq!(places, [10.0, 27.0, 83.0]);
    }
}
