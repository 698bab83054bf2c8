//! What was registered of a stretch of time, as a calibration takes it.

use jiff::civil::Date;

use crate::distributions::Law;
use crate::scenario::{Ledger, OUTCOMES, REFERRERS, Registration, Scenario};

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
    /// Conversations held.
    pub conversations_held: Option<u32>,
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
    /// Whether forecasts take their inflow from the count of the last of these periods. What is learnt of the demand then
    /// takes the place of that count, which must not speak twice.
    pub counts_inflow: bool,
    /// Whether it is made up, to show how it works.
    pub example: bool,
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
            conversations_held: None,
            specialist_referrals: None,
        }
    }
}

impl Evidence {
    /// The law that a forecast gives its inflow when it takes it from the last count: what was counted, over whole months, with
    /// half a count for what was believed before (Jeffreys).
    pub(super) fn count_law(&self) -> Option<Law> {
        let last = self.periods.last().filter(|_| self.counts_inflow)?;
        let days = f64::from((last.until - last.from).get_days());
        let years = (days / 365.2425 * 12.0).round() / 12.0;
        Law::rate(f64::from(last.started?), years, 0.5).ok()
    }

    /// What a ledger registers while a scenario was carried out, as it is known now.
    ///
    /// Quarters that follow each other within a calendar year are one period: what counts is their sum. A count that one of them
    /// lacks, the period lacks. Closed as unknown are also those who broke off.
    pub fn of_ledger(ledger: &Ledger, carried_out: &str) -> Self {
        let latest = ledger.days().last().copied();
        let known = latest.map(|day| ledger.known_on(day)).unwrap_or_default();
        let mut periods: Vec<EvidencePeriod> = Vec::new();
        for one in known.into_iter().filter(|one| one.carried_out == carried_out) {
            let quarter = of_quarter(one);
            match periods.last_mut() {
                Some(last) if last.until == quarter.from && last.from.year() == quarter.from.year() => {
                    last.extend(&quarter);
                }
                _ => periods.push(quarter),
            }
        }
        Self { periods, conversations_mean: None, counts_inflow: false, example: ledger.is_example() }
    }

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
            counts_inflow: true,
            example: false,
        }
    }
}

impl EvidencePeriod {
    /// Lets the period run on over the one that follows it.
    fn extend(&mut self, next: &Self) {
        let sum = |one: Option<u32>, other: Option<u32>| Some(one? + other?);
        let sums = |one: &[u32], other: &[u32], into: &mut [u32]| {
            for (sum, (one, other)) in into.iter_mut().zip(one.iter().zip(other)) {
                *sum = one + other;
            }
        };
        self.referred = sum(self.referred, next.referred);
        self.started = sum(self.started, next.started);
        self.conversations_held = sum(self.conversations_held, next.conversations_held);
        self.specialist_referrals = sum(self.specialist_referrals, next.specialist_referrals);
        self.conversations_mean = None;
        self.referrers = self.referrers.zip(next.referrers).map(|(one, other)| {
            let mut all = [0; REFERRERS.len()];
            sums(&one, &other, &mut all);
            all
        });
        self.closed = self.closed.zip(next.closed).map(|(one, other)| {
            let mut all = [0; OUTCOMES.len()];
            sums(&one, &other, &mut all);
            all
        });
        self.label = format!("{} - {}", self.label.split(" - ").next().unwrap_or_default(), next.label);
        self.until = next.until;
    }
}

fn of_quarter(one: &Registration) -> EvidencePeriod {
    EvidencePeriod {
        referred: one.referred(),
        referrers: one.inflow,
        closed: one
            .closures
            .map(|[positive, escalated, dropped, unknown]| [positive, escalated, dropped + unknown]),
        conversations_held: one.conversations.map(|conversations| conversations.held),
        ..EvidencePeriod::empty(one.quarter.to_string(), one.quarter.first_day(), one.quarter.end())
    }
}
