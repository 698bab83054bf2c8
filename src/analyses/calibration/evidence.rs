//! What was registered of a stretch of time, as a calibration takes it.

use jiff::civil::Date;

use crate::scenario::{OUTCOMES, REFERRERS, Scenario};

/// The counts of one period, as far as they were made. `None` is "not counted", which is not nought.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidencePeriod {
    /// What it is called, for example `2022` or `2024-1`.
    pub label: String,
    /// Its first day.
    pub from: Date,
    /// The first day after it.
    pub until: Date,
    /// Young people referred to the POJ.
    pub referred: Option<u32>,
    /// The same by referrer, in the order of [`REFERRERS`].
    pub referrers: Option<[u32; REFERRERS.len()]>,
    /// Young people who had their first conversation, or were seen.
    pub started: Option<u32>,
    /// Trajectories closed by outcome, in the order of [`OUTCOMES`].
    pub closed: Option<[u32; OUTCOMES.len()]>,
    /// Mean number of conversations per trajectory.
    pub conversations_mean: Option<f64>,
    /// Starts of specialised care by every route.
    pub specialist_referrals: Option<u32>,
}

/// What was registered, in order of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// The periods; they do not overlap.
    pub periods: Vec<EvidencePeriod>,
    /// Mean number of conversations per trajectory over all periods together, where it is not told per period.
    pub conversations_mean: Option<f64>,
}

impl EvidencePeriod {
    /// A period of which nothing was counted yet.
    pub fn empty(label: impl Into<String>, from: Date, until: Date) -> Self {
        Self {
            label: label.into(),
            from,
            until,
            referred: None,
            referrers: None,
            started: None,
            closed: None,
            conversations_mean: None,
            specialist_referrals: None,
        }
    }
}

impl Evidence {
    /// What a scenario registers of its own periods.
    ///
    /// All that were seen count as started, in the period in which the source counts them. Empty when the scenario
    /// registers nothing.
    pub fn of_registered(scenario: &Scenario) -> Self {
        let calendar = &scenario.calendar;
        let day_after = calendar.monday(calendar.weeks() - 1).saturating_add(jiff::Span::new().days(7));
        let periods = scenario.registered.iter().filter_map(|row| {
            let place = calendar.periods().iter().position(|period| period.label == row.period)?;
            let until = calendar.periods().get(place + 1).map_or(day_after, |next| next.from);
            Some(EvidencePeriod {
                started: Some(row.seen),
                closed: Some([row.positive, row.escalated, row.unknown]),
                ..EvidencePeriod::empty(&row.period, calendar.periods()[place].from, until)
            })
        });
        Self {
            periods: periods.collect(),
            conversations_mean: scenario.registered.iter().find_map(|row| row.printed_conversations_mean),
        }
    }
}
