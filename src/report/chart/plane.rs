//! Points, curves and named regions between two axes.

use super::drawing::{Anchor, Drawing, LINE, Point, width_of, wrapped};
use super::frame::{Frame, frame};
use super::ink::Hue;
use super::labels::{self, Crowd, Field};
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
    let scales = (&along, &frame);
    let mut crowd = Crowd::default();
    regions(drawing, scales, picture, &mut crowd);
    curves_named(drawing, scales, picture, &mut crowd);
    points(drawing, scales, picture, crowd);
    let place = (frame.right, frame.bottom + 39.0);
    let lines = drawing.paragraph(place, (Anchor::End, frame.right), Hue::Axis, &picture.along.label);
    frame.bottom + 30.0 + LINE * lines as f64
}

/// The texts that name what lies on either side of a curve.
fn regions(drawing: &mut Drawing, (along, frame): (&Scale, &Frame), picture: &Plane, crowd: &mut Crowd) {
    let width = (frame.right - frame.left) * 0.4;
    for (text, x, y) in &picture.regions {
        let (x, y) = (along.at(*x), frame.up.at(*y));
        let lines = drawing.paragraph((x, y), (Anchor::Middle, width), Hue::Axis, text) as f64;
        let half = width_of(text).min(width) / 2.0;
        let (top, bottom) = (y - LINE + 4.0, LINE.mul_add(lines - 1.0, y + 4.0));
        crowd.field(Field { left: x - half, top, right: x + half, bottom });
    }
}

/// The curves, each with its name at its end.
fn curves_named(drawing: &mut Drawing, (along, frame): (&Scale, &Frame), picture: &Plane, crowd: &mut Crowd) {
    for (series, (name, curve)) in picture.curves.iter().enumerate() {
        let points: Vec<Point> =
            curve.iter().filter_map(|(x, y)| Some((along.at(x.value?), frame.up.at(y.value?)))).collect();
        if let (Some((_, first)), Some((x, y))) = (points.first(), points.last()) {
            // On the side from which the curve does not come.
            let y = if first < y { y + 20.0 } else { y - 10.0 };
            drawing.text((x - 4.0, y), Anchor::End, Hue::Text, name);
            crowd.field(Field {
                left: x - 4.0 - width_of(name),
                top: y - 13.0,
                right: x - 4.0,
                bottom: y + 4.0,
            });
        }
        for pair in points.windows(2) {
            crowd.stroke(pair[0], pair[1]);
        }
        drawing.curve(&[points], series);
    }
}

/// The points with their intervals, and their names where these touch nothing.
fn points(drawing: &mut Drawing, (along, frame): (&Scale, &Frame), picture: &Plane, mut crowd: Crowd) {
    let mut names: Vec<(Point, Vec<String>)> = Vec::new();
    let mut marks: Vec<(Point, usize)> = Vec::new();
    let most = ((frame.right - frame.left) * 0.45).max(150.0);
    for (index, (name, x, y)) in picture.points.iter().enumerate() {
        let (Some(at_x), Some(at_y)) = (x.value.value, y.value.value) else { continue };
        let centre = (along.at(at_x), frame.up.at(at_y));
        let lying = ends(x).map(|(low, high)| ((along.at(low), centre.1), (along.at(high), centre.1)));
        let upright =
            ends(y).map(|(low, high)| ((centre.0, frame.up.at(low)), (centre.0, frame.up.at(high))));
        for (from, to) in lying.into_iter().chain(upright) {
            drawing.whisker(from, to);
            crowd.stroke(from, to);
            // The strokes at either end.
            crowd.field(Field::around(from, 4.0));
            crowd.field(Field::around(to, 4.0));
        }
        crowd.field(Field::around(centre, 7.0));
        marks.push((centre, index));
        names.push((centre, wrapped(name, most)));
    }
    // Marks lie on all intervals.
    for (centre, index) in marks {
        drawing.dot(centre, 6.0, index, index % 2 == 1);
    }
    let room = Field { left: frame.left, top: frame.top, right: frame.right, bottom: frame.bottom };
    for (place, (centre, lines)) in labels::place(crowd, &room, &names).iter().zip(&names) {
        if let Some((from, to)) = place.leader {
            drawing.rule(from, to, Hue::Axis);
        }
        let field = &place.field;
        let (x, anchor) = if field.left >= centre.0 {
            (field.left, Anchor::Start)
        } else if field.right <= centre.0 {
            (field.right, Anchor::End)
        } else {
            (f64::midpoint(field.left, field.right), Anchor::Middle)
        };
        let mut foot = field.foot();
        for line in lines {
            drawing.text((x, foot), anchor, Hue::Text, line);
            foot += LINE;
        }
    }
}

fn ends(spread: &Spread) -> Option<(f64, f64)> {
    let (low, high) = spread.interval.as_ref()?;
    Some((low.value?, high.value?))
}
