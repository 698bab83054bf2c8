//! Scales and their ticks: the one place that decides them.

use jiff::civil::Date;

/// From values to places along one axis of a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    from: f64,
    to: f64,
    first: f64,
    last: f64,
}

impl Scale {
    /// Values `from..to` on places `first..last`.
    pub(super) fn new((from, to): (f64, f64), (first, last): (f64, f64)) -> Self {
        let to = if to > from { to } else { from + 1.0 };
        Self { from, to, first, last }
    }

    /// The place of a value; a value outside stands at the edge.
    pub(super) fn at(&self, value: f64) -> f64 {
        let share = ((value - self.from) / (self.to - self.from)).clamp(0.0, 1.0);
        self.first + share * (self.last - self.first)
    }
}

/// Round values that cover all `values`, about `most` of them; from nought where that is near.
pub(super) fn ticks(values: impl IntoIterator<Item = f64>, most: f64) -> Vec<f64> {
    let mut low = f64::INFINITY;
    let mut high = f64::NEG_INFINITY;
    for value in values {
        low = low.min(value);
        high = high.max(value);
    }
    if !(low.is_finite() && high.is_finite()) {
        (low, high) = (0.0, 1.0);
    }
    // Bars and lines are read from nought unless that would squeeze what there is to see.
    if low > 0.0 && low < 0.7 * high {
        low = 0.0;
    }
    if high < 0.0 && high > 0.7 * low {
        high = 0.0;
    }
    if high - low <= f64::EPSILON * high.abs().max(1.0) {
        (low, high) = (low.min(0.0), high.max(low.min(0.0) + 1.0));
    }
    let step = step((high - low) / most);
    let (first, last) = ((low / step + 1e-9).floor(), (high / step - 1e-9).ceil());
    let mut ticks = Vec::new();
    let mut count = first;
    while count <= last {
        // Adding nought makes a plain nought of a negative one.
        ticks.push(count * step + 0.0);
        count += 1.0;
    }
    ticks
}

/// The smallest of 1, 2, 5 and their tenfolds that is not below `least`.
fn step(least: f64) -> f64 {
    let power = 10.0_f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0]
        .map(|factor| factor * power)
        .into_iter()
        .find(|step| *step >= least * (1.0 - 1e-9))
        .unwrap_or(10.0 * power)
}

/// The beginnings of the years within `dates`, that of the first date included, as places from 0 to 1.
pub(super) fn years(dates: &[Date], room: f64) -> Vec<(f64, String)> {
    let (Some(first), Some(last)) = (dates.first(), dates.last()) else { return Vec::new() };
    let share = |date: Date| days(*first, date) / days(*first, *last).max(1.0);
    let mut all: Vec<(f64, String)> = vec![(0.0, first.year().to_string())];
    let mut year = first.year() + 1;
    while let Some(begin) = Date::new(year, 1, 1).ok().filter(|begin| begin <= last) {
        all.push((share(begin), year.to_string()));
        year += 1;
    }
    // Every second, third, ... year where there is no room for all.
    let mut kept: Vec<(f64, String)> = Vec::new();
    for tick in all {
        match kept.last() {
            Some(previous) if (tick.0 - previous.0) * room < 44.0 => {
                // A year that hardly has begun gives way to the whole year after it.
                if kept.len() == 1 && previous.0 <= 0.0 && tick.0 * room < 44.0 && room > 44.0 * 4.0 {
                    kept[0] = tick;
                }
            }
            _ => kept.push(tick),
        }
    }
    kept
}

/// Days from one date to another.
pub(super) fn days(from: Date, to: Date) -> f64 {
    from.until(to).map_or(0.0, |span| f64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_cover_everything() {
        assert_eq!(ticks([3.0, 17.0], 5.0), [0.0, 5.0, 10.0, 15.0, 20.0]);
        assert_eq!(
            ticks([-85_000.0, 12_000.0], 5.0),
            [-100_000.0, -80_000.0, -60_000.0, -40_000.0, -20_000.0, 0.0, 20_000.0]
        );
        assert_eq!(ticks([], 5.0).first(), Some(&0.0));
        assert!(ticks([2.0, 2.0], 4.0).len() > 1);
    }

    #[test]
    fn a_scale_stays_within_its_places() {
        let scale = Scale::new((0.0, 10.0), (100.0, 0.0));
        assert_eq!((scale.at(5.0), scale.at(20.0), scale.at(-3.0)), (50.0, 0.0, 100.0));
    }

    #[test]
    fn years_stand_where_they_begin_and_far_enough_apart() {
        let dates = [jiff::civil::date(2024, 1, 1), jiff::civil::date(2028, 12, 25)];
        let labels: Vec<String> = years(&dates, 600.0).into_iter().map(|(_, label)| label).collect();
        assert_eq!(labels, ["2024", "2025", "2026", "2027", "2028"]);
        assert_eq!(years(&dates, 100.0).len(), 2);
    }
}
