//! The queue by week and the starts of specialised care by month.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::engine::Route;
use crate::scenario::Calendar;
use crate::statistics::{HistogramBand, histogram_band};

/// How many young people wait at the end of one week.
#[derive(Clone, Debug, PartialEq)]
pub struct WeeklyQueue {
    /// The Monday of the week.
    pub week: Date,
    /// Over the replications.
    pub waiting: Option<HistogramBand>,
}

/// How many young people start specialised care in one calendar month, by route.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthlyStarts {
    /// The first day of the month.
    pub month: Date,
    /// Through the municipality.
    pub municipality: Option<HistogramBand>,
    /// Directly by a GP.
    pub huisarts: Option<HistogramBand>,
    /// The municipality's share of the two expected numbers; `None` when nobody starts.
    pub municipality_share: Option<f64>,
}

/// How many young people are expected to start specialised care in one whole calendar quarter, by route.
#[derive(Clone, Debug, PartialEq)]
pub struct QuarterlyStarts {
    /// The first day of the quarter.
    pub quarter: Date,
    /// Through the municipality.
    pub municipality: f64,
    /// Directly by a GP.
    pub huisarts: f64,
    /// The municipality's share of both; `None` when nobody starts.
    pub municipality_share: Option<f64>,
}

/// One arm in one world over time.
#[derive(Clone, Debug, PartialEq)]
pub struct OverTime {
    /// The queue, week by week.
    pub queue: Vec<WeeklyQueue>,
    /// The starts of specialised care, month by month.
    pub starts: Vec<MonthlyStarts>,
    /// The expected starts of specialised care, quarter by quarter.
    pub quarters: Vec<QuarterlyStarts>,
}

/// The calendar months in which the weeks of the forecast fall, in order.
pub(super) fn months(calendar: &Calendar) -> Vec<Date> {
    let from = calendar.forecast_from();
    if from >= calendar.weeks() {
        return Vec::new();
    }
    let last = calendar.monday(calendar.weeks() - 1);
    let mut month = calendar.monday(from).first_of_month();
    let mut all = Vec::new();
    while month <= last {
        all.push(month);
        month = month.saturating_add(1.month());
    }
    all
}

/// One arm in one world, week by week and month by month, from the replications by number waiting in a week, and by starts in a
/// month and by a route.
pub(super) fn over_time<'all>(
    calendar: &Calendar,
    waiting: impl Fn(usize) -> &'all [u32],
    started: impl Fn(usize, Route) -> &'all [u32],
) -> OverTime {
    let from = calendar.forecast_from();
    let queue = (from..calendar.weeks())
        .map(|week| WeeklyQueue {
            week: calendar.monday(week),
            waiting: histogram_band(waiting(week - from)),
        })
        .collect();
    let starts: Vec<MonthlyStarts> = months(calendar)
        .into_iter()
        .enumerate()
        .map(|(index, month)| {
            let of = |route| histogram_band(started(index, route));
            let (municipality, huisarts) = (of(Route::Municipality), of(Route::Huisarts));
            let mean = |band: &Option<HistogramBand>| band.as_ref().map_or(0.0, |band| band.mean);
            let all = mean(&municipality) + mean(&huisarts);
            let municipality_share = (all > 0.0).then(|| mean(&municipality) / all);
            MonthlyStarts { month, municipality, huisarts, municipality_share }
        })
        .collect();
    let quarters = quarters(&starts);
    OverTime { queue, starts, quarters }
}

/// The whole quarters: those of which the forecast has all three months.
fn quarters(months: &[MonthlyStarts]) -> Vec<QuarterlyStarts> {
    let whole = months.windows(3).filter(|three| matches!(three[0].month.month(), 1 | 4 | 7 | 10));
    let of = |three: &[MonthlyStarts]| {
        let sum = |route: fn(&MonthlyStarts) -> &Option<HistogramBand>| {
            three.iter().map(|month| route(month).as_ref().map_or(0.0, |band| band.mean)).sum::<f64>()
        };
        let (municipality, huisarts) = (sum(|month| &month.municipality), sum(|month| &month.huisarts));
        let all = municipality + huisarts;
        let municipality_share = (all > 0.0).then(|| municipality / all);
        QuarterlyStarts { quarter: three[0].month, municipality, huisarts, municipality_share }
    };
    whole.map(of).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_quarter_is_the_sum_of_its_months_and_a_part_of_one_is_left_out() {
        let month = |at: i8| MonthlyStarts {
            month: date(2024, at, 1),
            municipality: histogram_band(&[0, 0, 1]),
            huisarts: histogram_band(&[0, 1]),
            municipality_share: None,
        };
        let quarters = quarters(&[3, 4, 5, 6, 7, 8].map(month));
        assert_eq!(quarters.len(), 1);
        assert_eq!((quarters[0].quarter, quarters[0].municipality), (date(2024, 4, 1), 6.0));
        assert_eq!(quarters[0].municipality_share, Some(6.0 / 9.0));
    }
}
