//! The index of prices over the years, as announced and as corrected later.

use jiff::civil::Date;

use super::frame::Frame;
use crate::parameters::{Binding, Draw};
use crate::scenario::{Key, Scenario, first_monday};
use crate::units::nearest_whole;

/// Price levels per calendar year of a run, in one draw. Reused between draws.
#[derive(Clone, Debug, Default)]
pub(super) struct PriceIndex {
    /// Level of the costs of the POJ as announced for the year; 1 in the level year and before.
    pub(super) announced: Vec<f64>,
    /// What the correction of the year before adds to its level, settled in the year.
    pub(super) settled: Vec<f64>,
    /// Level of the cost of a maatwerk trajectory against its own level year.
    pub(super) care: Vec<f64>,
}

impl PriceIndex {
    /// Reads the index of a draw.
    pub(super) fn read(&mut self, frame: &Frame, scenario: &Scenario, (binding, draw): (&Binding, &Draw)) {
        for years in [&mut self.announced, &mut self.settled, &mut self.care] {
            years.clear();
        }
        let level_year = binding.value(draw, Key::PriceLevelYear);
        let care_year = binding.value(draw, Key::CarePriceLevelYear);
        let correction = binding.value(draw, Key::IndexCorrection);
        let care_growth = binding.value(draw, Key::CarePriceGrowth);
        let (track, changes) =
            (binding.track(Key::IndexPerYear), &scenario.quantity(Key::IndexPerYear).changes);
        // The value that holds in the first week of a year, also of one before the run.
        let rise_in = |year: i16| {
            // The first Monday is asked for only where the year does not decide.
            let holds = |from: Date| from.year() < year || from.year() == year && from <= first_monday(year);
            let before = changes.iter().take_while(|(from, _)| holds(*from)).count();
            before.checked_sub(1).map_or_else(|| track.initial(draw), |last| track.changed(draw, last))
        };
        let first = level_year.min(care_year).min(f64::from(frame.calendar.year(0)));
        let mut year = i16::try_from(nearest_whole(first)).unwrap_or(i16::MAX);
        let mut now = Level { announced: 1.0, corrected: 1.0, settled: 0.0, care: 1.0 };
        for week in std::iter::once(0).chain(frame.new_years.iter().map(|(week, _)| *week)) {
            let wanted = frame.calendar.year(week);
            while year < wanted {
                year += 1;
                let rise = rise_in(year);
                now.settled = now.corrected - now.announced;
                if f64::from(year) > level_year {
                    now.announced = now.corrected * (1.0 + rise);
                    now.corrected *= 1.0 + rise + correction;
                }
                if f64::from(year) > care_year {
                    now.care *= (1.0 + rise) * (1.0 + care_growth);
                }
            }
            self.announced.push(now.announced);
            self.settled.push(now.settled);
            self.care.push(now.care);
        }
    }
}

struct Level {
    announced: f64,
    corrected: f64,
    settled: f64,
    care: f64,
}
