//! The weeks of the run, and what must lie within them.

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::Calendar;
use super::check::Check;
use super::fault::FaultKind;
use super::inputs::Desk;
use super::keys::{Family, MOST_YEARS, nearest};
use super::model::Registered;
use super::value::Value;
use super::vocabulary::Key;

/// Results call the whole forecast so; no period may.
const WHOLE: &str = "total";

impl Check<'_> {
    /// The calendar of the run.
    pub(super) fn calendar(&self, desk: &mut Desk) -> Option<Calendar> {
        let root = &self.layers[self.cast.arms[0][0]];
        let force = &self.forces[0][0];
        let date = |key| match force.value(key) {
            Some(Value::Date(date)) => Some(*date),
            _ => None,
        };
        let whole = |key| match force.value(key) {
            Some(Value::Whole(whole)) => Some(*whole),
            _ => None,
        };
        self.missing(desk, root, (Family::Team, ""), force);
        if force.held.contains_key("time.years") == force.held.contains_key("time.end") {
            if !root.broken && !self.is_suspect(|suspect| suspect.starts_with("time")) {
                let spot = force.spot("time.end").or_else(|| force.spot("time.start"));
                desk.fault(spot.unwrap_or(Desk::whole(root.input)), FaultKind::YearsOrEnd);
            }
            return None;
        }
        let start = date("time.start")?;
        let warm_up = usize::try_from(whole("time.warm_up_weeks")?).ok()?;
        let end = match whole("time.years") {
            Some(years) => start.saturating_add(years.years()),
            None => date("time.end")?,
        };
        let spot = force.spot("time.end").unwrap_or(Desk::whole(root.input));
        if end <= start {
            desk.fault(spot, FaultKind::EndBeforeStart { start, end });
            return None;
        }
        let most = i16::try_from(MOST_YEARS).unwrap_or(i16::MAX);
        if end > start.saturating_add(MOST_YEARS.years()) {
            desk.fault(spot, FaultKind::LongHorizon { years: end.year() - start.year(), most });
            return None;
        }
        if !self.periods_in_order(desk, start, end) {
            return None;
        }
        let periods = root.periods.iter().map(|(period, _)| period.clone()).collect();
        let calendar = Calendar::new(start, end, warm_up, periods);
        if calendar.weeks() <= warm_up {
            desk.fault(spot, FaultKind::EndBeforeStart { start, end });
            return None;
        }
        for (number, (period, spot)) in root.periods.iter().enumerate() {
            if !(warm_up..calendar.weeks()).any(|week| calendar.period(week) == Some(number)) {
                desk.fault(*spot, FaultKind::EmptyPeriod { name: period.label.clone() });
                return None;
            }
        }
        let first = calendar.monday(0).min(start);
        self.changes(desk, first);
        Some(calendar)
    }

    /// Whether the reporting periods follow each other within the forecast, each under a name of its own.
    fn periods_in_order(&self, desk: &mut Desk, start: Date, end: Date) -> bool {
        let root = &self.layers[self.cast.arms[0][0]];
        let mut before = None;
        let mut names = Vec::new();
        for (period, spot) in &root.periods {
            if period.label == WHOLE {
                desk.fault(*spot, FaultKind::ReservedName { name: period.label.clone() });
                return false;
            }
            // Results are kept by the name of the period.
            if names.contains(&&period.label) {
                desk.fault(*spot, FaultKind::DuplicateName { name: period.label.clone() });
                return false;
            }
            names.push(&period.label);
            let is_late = before.is_none() && period.from > start;
            if let Some(before) = before.filter(|before| *before >= period.from).or(is_late.then_some(start))
            {
                desk.fault(*spot, FaultKind::PeriodOrder { from: period.from, before });
                return false;
            }
            if period.from >= end {
                let (key, date) = ("time.periods".to_owned(), period.from);
                desk.fault(*spot, FaultKind::AfterHorizon { key, date, end });
                return false;
            }
            before = Some(period.from);
        }
        true
    }

    /// Changes before the first week; the index may, since prices are brought from their year to the start.
    fn changes(&self, desk: &mut Desk, first: Date) {
        for index in self.layers_in_use() {
            for change in &self.layers[index].changes {
                if change.from < first && change.key != Key::IndexPerYear.entry().key {
                    let (key, date) = (change.key.clone(), change.from);
                    desk.fault(change.spot, FaultKind::BeforeStart { key, date, first });
                }
            }
        }
    }

    /// What was registered, each row in a period of the run and in order.
    pub(super) fn registered(&self, desk: &mut Desk, calendar: &Calendar) -> Option<Vec<Registered>> {
        let root = &self.layers[self.cast.arms[0][0]];
        let labels: Vec<&str> = calendar.periods().iter().map(|period| period.label.as_str()).collect();
        let mut whole = true;
        let mut seen: Vec<&str> = Vec::new();
        for (row, spot) in &root.registered {
            if !labels.contains(&row.period.as_str()) {
                // A wrong year is no mistyped one.
                let is_year = row.period.parse::<u16>().is_ok();
                let nearest = if is_year { None } else { nearest(&row.period, labels.iter().copied()) };
                desk.fault(*spot, FaultKind::UnknownPeriod { found: row.period.clone(), nearest });
                whole = false;
            } else if seen.contains(&row.period.as_str()) {
                desk.fault(*spot, FaultKind::DuplicateName { name: row.period.clone() });
                whole = false;
            }
            seen.push(&row.period);
        }
        let mut rows: Vec<Registered> = root.registered.iter().map(|(row, _)| row.clone()).collect();
        rows.sort_by_key(|row| labels.iter().position(|label| *label == row.period));
        whole.then_some(rows)
    }
}
