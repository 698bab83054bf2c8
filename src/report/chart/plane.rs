//! Points, curves and named regions between two axes.

use super::drawing::{Anchor, Drawing, LINE, Point, width_of};
use super::frame::{apart, frame};
use super::ink::Hue;
use super::scale::{Scale, ticks};
use super::svg::Canvas;
use crate::report::document::{Plane, Spread};

/// Draws a plane; where the drawing ends.
pub(super) fn draw(drawing: &mut Drawing, canvas: &Canvas<'_>, picture: &Plane) -> f64 {
    let curves = || picture.curves.iter().flat_map(|(_, curve)| curve);
    let ups = picture.points.iter().flat_map(|(_, _, up)| up.all()).chain(curves().map(|(_, up)| up));
    let ups: Vec<f64> =
        ups.filter_map(|one| one.value).chain(picture.regions.iter().map(|(_, _, up)| *up)).collect();
    let frame = frame(drawing, canvas, &picture.up, ups, (&[], 24.0));
    let alongs =
        picture.points.iter().flat_map(|(_, along, _)| along.all()).chain(curves().map(|(along, _)| along));
    let alongs = alongs.filter_map(|one| one.value).chain(picture.regions.iter().map(|(_, along, _)| *along));
    let ticks = ticks(alongs, if canvas.size.is_wide() { 8.0 } else { 4.0 });
    let range = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
    let along = Scale::new(range, (frame.left, frame.right));
    for value in &ticks {
        let x = along.at(*value);
        drawing.rule((x, frame.top), (x, frame.bottom + 5.0), Hue::Grid);
        let text = canvas.numbers.show(picture.along.form, *value, None);
        drawing.text((x, frame.bottom + 21.0), Anchor::Middle, Hue::Text, &text);
    }
    for (text, x, y) in &picture.regions {
        let place = (along.at(*x), frame.up.at(*y));
        drawing.paragraph(place, (Anchor::Middle, (frame.right - frame.left) * 0.4), Hue::Axis, text);
    }
    for (series, (name, curve)) in picture.curves.iter().enumerate() {
        let points: Vec<Point> =
            curve.iter().filter_map(|(x, y)| Some((along.at(x.value?), frame.up.at(y.value?)))).collect();
        if let (Some((_, first)), Some((x, y))) = (points.first(), points.last()) {
            // On the side from which the curve does not come.
            let y = if first < y { y + 20.0 } else { y - 10.0 };
            drawing.text((x - 4.0, y), Anchor::End, Hue::Text, name);
        }
        drawing.curve(&[points], series);
    }
    let mut labels: Vec<(Point, &str)> = Vec::new();
    for (index, (name, x, y)) in picture.points.iter().enumerate() {
        let (Some(at_x), Some(at_y)) = (x.value.value, y.value.value) else { continue };
        let centre = (along.at(at_x), frame.up.at(at_y));
        if let Some((low, high)) = ends(x) {
            drawing.whisker((along.at(low), centre.1), (along.at(high), centre.1));
        }
        if let Some((low, high)) = ends(y) {
            drawing.whisker((centre.0, frame.up.at(low)), (centre.0, frame.up.at(high)));
        }
        drawing.dot(centre, 6.0, index, index % 2 == 1);
        labels.push((centre, name));
    }
    let wanted: Vec<(f64, f64)> = labels.iter().map(|((_, y), _)| (*y, LINE)).collect();
    for (((x, _), name), y) in labels.iter().zip(apart(&wanted, frame.bottom + LINE)) {
        let fits = x + 12.0 + width_of(name) <= frame.right;
        let (x, anchor) = if fits { (x + 12.0, Anchor::Start) } else { (x - 12.0, Anchor::End) };
        drawing.text((x, y - 6.0), anchor, Hue::Text, name);
    }
    let place = (frame.right, frame.bottom + 39.0);
    let lines = drawing.paragraph(place, (Anchor::End, frame.right), Hue::Axis, &picture.along.label);
    frame.bottom + 30.0 + LINE * lines as f64
}

fn ends(spread: &Spread) -> Option<(f64, f64)> {
    let (low, high) = spread.interval.as_ref()?;
    Some((low.value?, high.value?))
}
