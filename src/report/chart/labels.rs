//! Places for names beside points: where they touch no interval, mark, curve or other name.

use super::drawing::{LINE, Point, width_of};

/// Steps away from a point, along and up or down.
const ALONG: [f64; 6] = [10.0, 18.0, 34.0, 58.0, 90.0, 140.0];
const UPWARDS: usize = 24;
const STEP: f64 = 7.0;
/// What is kept free around a name.
const MARGIN: f64 = 2.0;
/// A name further away than this has a line to its point.
const NEAR: f64 = 14.0;
/// What it counts, in units of distance, that a name stands nearer to the point of another one.
const ASTRAY: f64 = 30.0;
/// From the top of a line to the foot of its letters.
const FOOT: f64 = 13.0;

/// A rectangle of a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Field {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

/// Where a name stands, with the line to its point where it stands away from it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) field: Field,
    pub(super) leader: Option<(Point, Point)>,
}

/// What names must not touch.
#[derive(Clone, Debug, Default)]
pub(super) struct Crowd {
    strokes: Vec<(Point, Point)>,
    fields: Vec<Field>,
}

impl Field {
    /// The square around a point.
    pub(super) const fn around((x, y): Point, reach: f64) -> Self {
        Self { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
    }

    /// The foot of the first line of a text in it.
    pub(super) const fn foot(&self) -> f64 {
        self.top + FOOT
    }

    const fn wider(self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    fn holds(&self, other: &Self) -> bool {
        other.left >= self.left
            && other.right <= self.right
            && other.top >= self.top
            && other.bottom <= self.bottom
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether a line comes into it (Liang and Barsky's way of clipping).
    fn is_crossed(&self, (from, to): (Point, Point)) -> bool {
        let (along, up) = (to.0 - from.0, to.1 - from.1);
        let sides = [
            (-along, from.0 - self.left),
            (along, self.right - from.0),
            (-up, from.1 - self.top),
            (up, self.bottom - from.1),
        ];
        let (mut first, mut last) = (0.0_f64, 1.0_f64);
        for (pace, room) in sides {
            if pace.abs() < 1e-9 {
                if room < 0.0 {
                    return false;
                }
            } else if pace < 0.0 {
                first = first.max(room / pace);
            } else {
                last = last.min(room / pace);
            }
        }
        first <= last
    }

    /// The point of it that is nearest to a place.
    const fn nearest(&self, (x, y): Point) -> Point {
        (x.clamp(self.left, self.right), y.clamp(self.top, self.bottom))
    }

    fn distance(&self, place: Point) -> f64 {
        let (x, y) = self.nearest(place);
        (x - place.0).hypot(y - place.1)
    }
}

impl Crowd {
    /// A line that is drawn.
    pub(super) fn stroke(&mut self, from: Point, to: Point) {
        self.strokes.push((from, to));
    }

    /// A mark or a text that is drawn.
    pub(super) fn field(&mut self, field: Field) {
        self.fields.push(field);
    }

    fn touches(&self, field: &Field) -> usize {
        let wide = field.wider(MARGIN);
        self.strokes.iter().filter(|stroke| wide.is_crossed(**stroke)).count()
            + self.fields.iter().filter(|other| wide.meets(other)).count()
    }
}

/// The place of each name, near its point and touching nothing; where everything touches, what touches least.
///
/// `names` are points with the lines of their names, and all marks are in the crowd; `room` is where names may stand.
pub(super) fn place(mut crowd: Crowd, room: &Field, names: &[(Point, Vec<String>)]) -> Vec<Place> {
    let points: Vec<Point> = names.iter().map(|(point, _)| *point).collect();
    let mut texts: Vec<Field> = Vec::new();
    let mut places = Vec::new();
    for (index, (point, lines)) in names.iter().enumerate() {
        let width = lines.iter().map(|line| width_of(line)).fold(0.0, f64::max);
        let size = (width, LINE * lines.len() as f64);
        let others = || points.iter().enumerate().filter(|(other, _)| *other != index);
        let astray = |field: &Field| {
            let own = field.distance(*point);
            others().any(|(_, other)| field.distance(*other) <= own)
        };
        let far = |field: &Field| field.distance(*point) > NEAR || astray(field);
        let cost = |field: &Field| {
            let line = leader(*point, field);
            let crossed = texts.iter().filter(|text| text.is_crossed(line)).count();
            let touches = crowd.touches(field) + if far(field) { crossed } else { 0 };
            let outside = usize::from(!room.holds(field));
            let away = field.distance(*point) + if astray(field) { ASTRAY } else { 0.0 };
            (touches + 2 * outside, away)
        };
        let all = candidates(*point, size).into_iter().map(|field| (cost(&field), field));
        let least =
            all.min_by(|((one, near), _), ((other, far), _)| one.cmp(other).then(near.total_cmp(far)));
        let Some((_, field)) = least else { continue };
        let leader = far(&field).then(|| leader(*point, &field));
        if let Some((from, to)) = leader {
            crowd.stroke(from, to);
        }
        crowd.field(field);
        texts.push(field);
        places.push(Place { field, leader });
    }
    places
}

/// The line from the edge of a mark to a name.
fn leader(point: Point, field: &Field) -> (Point, Point) {
    let to = field.nearest(point);
    let distance = field.distance(point).max(1e-9);
    let share = (7.0 / distance).min(1.0);
    ((point.0 + share * (to.0 - point.0), point.1 + share * (to.1 - point.1)), to)
}

/// Places around a point; of equals the first is taken, so right of it and above it come first.
fn candidates((x, y): Point, (width, height): (f64, f64)) -> Vec<Field> {
    let field = |left: f64, top: f64| Field { left, top, right: left + width, bottom: top + height };
    let mut all = Vec::new();
    for along in ALONG {
        for left in [x + along, x - along - width] {
            all.push(field(left, y - height / 2.0));
        }
    }
    for step in 0..UPWARDS {
        let away = STEP * step as f64;
        for top in [y - away - height, y + away] {
            for along in ALONG {
                all.extend([x + along, x - along - width].map(|left| field(left, top)));
            }
            // Straight above or below the mark itself.
            if step > 0 {
                all.push(field(x - width / 2.0, top));
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Field = Field { left: 40.0, top: 50.0, right: 700.0, bottom: 300.0 };

    fn crossed(crowd: &mut Crowd, (x, y): Point, (along, up): (f64, f64)) {
        crowd.stroke((x - along, y), (x + along, y));
        crowd.stroke((x, y - up), (x, y + up));
        crowd.field(Field::around((x, y), 7.0));
    }

    fn named(points: &[(f64, f64)]) -> Vec<(Point, Vec<String>)> {
        points.iter().map(|point| (*point, vec!["Meer uren voor de huidige twee".to_owned()])).collect()
    }

    #[test]
    fn no_name_touches_an_interval_a_mark_or_another_name() {
        // Two pairs of points, each within the intervals of the other, as a comparison draws them.
        let points = [(306.0, 106.0), (358.0, 107.0), (436.0, 226.0), (458.0, 234.0), (196.0, 109.0)];
        let reach = [(0.0, 0.0), (57.0, 16.0), (125.0, 47.0), (143.0, 49.0), (118.0, 35.0)];
        let mut crowd = Crowd::default();
        for (point, reach) in points.iter().zip(reach) {
            crossed(&mut crowd, *point, reach);
        }
        let places = place(crowd.clone(), &ROOM, &named(&points));
        assert_eq!(places.len(), points.len());
        for (index, one) in places.iter().enumerate() {
            assert_eq!(crowd.touches(&one.field), 0, "{one:?}");
            assert!(ROOM.holds(&one.field), "{one:?}");
            assert!(places[..index].iter().all(|other| !other.field.meets(&one.field)), "{one:?}");
            let leaders = places.iter().filter_map(|other| other.leader);
            let mut others = leaders.filter(|leader| Some(*leader) != one.leader);
            assert!(!others.any(|leader| one.field.is_crossed(leader)), "{one:?}");
        }
    }

    #[test]
    fn a_name_stands_right_of_a_point_that_has_nothing_around_it() {
        let mut crowd = Crowd::default();
        crowd.field(Field::around((100.0, 100.0), 7.0));
        let places = place(crowd, &ROOM, &named(&[(100.0, 100.0)]));
        assert_eq!((places[0].field.left, places[0].leader), (110.0, None));
    }

    #[test]
    fn a_name_that_must_stand_away_from_its_point_has_a_line_to_it() {
        let mut crowd = Crowd::default();
        crossed(&mut crowd, (300.0, 180.0), (300.0, 20.0));
        for y in [150.0, 160.0, 170.0, 190.0, 200.0, 210.0] {
            crowd.stroke((40.0, y), (700.0, y));
        }
        let places = place(crowd, &ROOM, &named(&[(300.0, 180.0)]));
        assert!(places[0].leader.is_some(), "{places:?}");
    }

    #[test]
    fn a_line_through_a_corner_comes_in_and_one_beside_it_does_not() {
        let field = Field { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };
        assert!(field.is_crossed(((-5.0, 5.0), (5.0, -4.0))));
        assert!(!field.is_crossed(((-5.0, 5.0), (5.0, -6.0))));
        assert!(field.is_crossed(((2.0, 2.0), (3.0, 3.0))));
        assert!(!field.is_crossed(((-5.0, 11.0), (15.0, 11.0))));
    }
}
