//! Everybody who could be referred in one replication, in order of arrival.
//!
//! Arrivals are the points of a Poisson process over time and height: a point at height `h` exists for an arm and
//! world when its rate in that week exceeds `h` (thinning, Lewis and Shedler 1979). Points are drawn calendar year by
//! calendar year in layers of a fixed thickness, each from a stream of its own. So a higher demand adds young people and
//! moves nobody, and few points lie above every rate.

use super::outlook::{ATTRACTED, CLASSES, HUISARTS, Outlook, REGISTERED};
use crate::random::{Address, Purpose, REPLICATIONS_PER_DRAW, Seed, Stream};
use crate::scenario::Calendar;
use crate::units::whole_part;

/// Thickness of a layer, in young people per week.
const LAYER: f64 = 1.0 / 8.0;

/// How a trajectory ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Closed positively.
    Positive,
    /// Referred on to specialised care.
    Escalated,
    /// Broken off by the young person.
    DroppedOut,
    /// Not known.
    Unknown,
}

/// One who could be referred.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    time: f64,
    /// Decides the GP practice, and the referrer where the class of arrival does not.
    pub(super) u_source: f64,
    /// Where the luck is found.
    pub(super) key: u64,
    /// Outlooks in which this candidate exists, one bit each.
    pub(super) exists: u64,
    /// Week of referral, from the first week of the warm-up.
    pub week: u32,
    pub(super) class: u8,
    pub(super) registered: Option<Outcome>,
}

/// Young people registered in a span of weeks: as many, and with the outcomes, as the source says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// First week.
    pub from: usize,
    /// First week after it.
    pub until: usize,
    /// The outcomes registered, one per young person.
    pub outcomes: Vec<Outcome>,
}

/// What is replayed instead of drawn; empty for a forecast.
pub type Registration = Vec<Span>;

/// The candidates of one replication, and the staff's and practices' luck. Reused between replications.
#[derive(Debug, Default)]
pub struct Cohort {
    drawn: Vec<Candidate>,
    /// The order of arrival, as places among those drawn.
    order: Vec<u32>,
    starts: Vec<u32>,
    first_year: i16,
    years: Vec<f64>,
    profiles: Vec<Vec<f64>>,
    /// Per outlook and calendar year the highest point of its profile: `[outlook * years + year]`.
    peaks: Vec<f64>,
    /// First week of each calendar year, and the first behind the last.
    year_starts: Vec<usize>,
    direct: Vec<Vec<u32>>,
    /// Outlooks that replay nothing, one bit each.
    forecast: u64,
    dealt: Vec<Outcome>,
    /// Rank of each practice in the order of becoming aware before the forecast, as a uniform number.
    pub practice_ranks: Vec<f64>,
    /// Cumulated hazard at which each practice becomes aware.
    pub practice_thresholds: Vec<f64>,
}

/// Where in the tree of random numbers a replication stands.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// The master seed.
    pub seed: Seed,
    /// The draw.
    pub draw: u32,
    /// The replication within the draw.
    pub replication: u8,
}

impl Spot {
    /// Where replication `number` of a run stands: two replications to a draw.
    pub fn of(seed: Seed, number: usize) -> Self {
        let draw = u32::try_from(number.div_euclid(REPLICATIONS_PER_DRAW)).unwrap_or(u32::MAX);
        let replication = u8::try_from(number.rem_euclid(REPLICATIONS_PER_DRAW)).unwrap_or(u8::MAX);
        Self { seed, draw, replication }
    }

    /// The stream of one purpose and item in this replication.
    pub fn stream(&self, purpose: Purpose, item: u64) -> Stream {
        self.seed.stream(&Address { draw: self.draw, replication: self.replication, purpose, item })
    }
}

/// The item of a layer of a class in a calendar year, without overlap.
fn layer_item(class: usize, year: i16, layer: usize) -> u64 {
    ((class as u64) << 56) | (u64::from(year.unsigned_abs()) << 40) | (layer as u64 & 0xFF_FFFF_FFFF)
}

impl Cohort {
    /// The candidates in order of arrival.
    pub fn candidates(&self) -> impl Iterator<Item = &Candidate> {
        self.order.iter().map(|place| &self.drawn[*place as usize])
    }

    /// Weeks in which they come.
    pub(super) fn weeks(&self) -> usize {
        self.profiles.first().map_or(0, Vec::len)
    }

    /// Young people whom a GP sends straight to specialised care in each week, whatever the policy, in an outlook.
    pub fn direct(&self, outlook: usize) -> &[u32] {
        &self.direct[outlook]
    }

    /// Forgets those sent straight to specialised care in an outlook.
    pub fn forget_direct(&mut self, outlook: usize) {
        self.direct[outlook].fill(0);
    }

    /// Draws the luck that all young people share: that of the years and of the GP practices.
    pub fn begin(&mut self, spot: &Spot, calendar: &Calendar, outlooks: &[Outlook]) {
        self.draw_years(spot, calendar, outlooks);
        self.draw_practices(spot, outlooks);
    }

    /// Draws the young people of a replication for all outlooks (at most 64) together.
    ///
    /// `aware` says per outlook and practice from which week on some policy makes it refer to the POJ: those whom it
    /// refers before are only counted.
    pub fn draw(
        &mut self,
        spot: &Spot,
        outlooks: &[Outlook],
        aware: &[Vec<usize>],
        registration: &Registration,
    ) {
        let weeks = self.weeks();
        self.drawn.clear();
        self.starts.clear();
        self.starts.resize(weeks + 1, 0);
        // In a replay the registered young people stand for all who are referred to the POJ; only those whom a practice may
        // send straight to specialised care are still drawn.
        self.forecast = outlooks
            .iter()
            .enumerate()
            .fold(0, |bits, (bit, outlook)| bits | u64::from(!outlook.registered_only) << bit);
        self.direct.resize_with(outlooks.len(), Vec::new);
        for direct in &mut self.direct {
            direct.clear();
            direct.resize(weeks, 0);
        }
        for class in 0..CLASSES {
            for year in 0..self.years.len() {
                let peaks = self.peaks.iter().skip(year).step_by(self.years.len());
                let highest = outlooks
                    .iter()
                    .zip(peaks)
                    .map(|(outlook, peak)| outlook.class_rates[class] * peak)
                    .fold(0.0, f64::max);
                for layer in 0..whole_part((highest * (1.0 / LAYER)).ceil()) {
                    self.draw_layer(spot, outlooks, aware, (class, year, layer));
                }
            }
        }
        for (number, span) in registration.iter().enumerate() {
            self.draw_span(spot, number, span);
        }
        self.sort(weeks);
    }

    /// The luck of each year: the inflow of all referrers rises and falls together.
    fn draw_years(&mut self, spot: &Spot, calendar: &Calendar, outlooks: &[Outlook]) {
        let weeks = calendar.weeks();
        self.first_year = calendar.year(0);
        self.years.clear();
        self.year_starts.clear();
        for week in (0..weeks).filter(|week| *week == 0 || calendar.year(*week) != calendar.year(*week - 1)) {
            self.year_starts.push(week);
            let item = u64::from(calendar.year(week).unsigned_abs());
            self.years.push(spot.stream(Purpose::YearShock, item).normal());
        }
        self.year_starts.push(weeks);
        self.profiles.resize_with(outlooks.len(), Vec::new);
        self.peaks.clear();
        for (outlook, profile) in outlooks.iter().zip(&mut self.profiles) {
            let sigma = outlook.year_cv.mul_add(outlook.year_cv, 1.0).ln().sqrt();
            profile.clear();
            profile.extend_from_slice(&outlook.profile);
            for (z, span) in self.years.iter().zip(self.year_starts.windows(2)) {
                let factor = (sigma * z - 0.5 * sigma * sigma).exp();
                let mut peak = 0.0_f64;
                for height in &mut profile[span[0]..span[1]] {
                    *height *= factor;
                    peak = peak.max(*height);
                }
                self.peaks.push(peak);
            }
        }
    }

    fn draw_practices(&mut self, spot: &Spot, outlooks: &[Outlook]) {
        let practices = outlooks.iter().map(Outlook::practices).max().unwrap_or(0);
        self.practice_ranks.clear();
        self.practice_thresholds.clear();
        for practice in 0..practices {
            let mut stream = spot.stream(Purpose::Practice, practice as u64);
            self.practice_ranks.push(stream.unit());
            self.practice_thresholds.push(stream.exponential());
        }
    }

    fn draw_layer(
        &mut self,
        spot: &Spot,
        outlooks: &[Outlook],
        aware: &[Vec<usize>],
        (class, year, layer): (usize, usize, usize),
    ) {
        let calendar_year = self.first_year.saturating_add(i16::try_from(year).unwrap_or(i16::MAX));
        let mut stream = spot.stream(Purpose::Arrivals, layer_item(class, calendar_year, layer));
        let (mut time, end) = (self.year_starts[year] as f64, self.year_starts[year + 1] as f64);
        let floor = layer as f64 * LAYER;
        loop {
            time += stream.exponential() * (1.0 / LAYER);
            if time >= end {
                return;
            }
            let ([u_height, u_source], key) = (stream.pair(), stream.key());
            let height = floor + u_height * LAYER;
            let week = whole_part(time);
            let mut exists = 0;
            for (bit, (outlook, profile)) in outlooks.iter().zip(&self.profiles).enumerate() {
                exists |= u64::from(height < outlook.class_rates[class] * profile[week]) << bit;
            }
            if exists == 0 {
                continue;
            }
            if class == HUISARTS {
                exists = self.pass_by((week, exists), u_source, outlooks, aware);
            } else {
                exists &= self.forecast;
            }
            if exists != 0 {
                self.push(Candidate {
                    time,
                    u_source,
                    key,
                    exists,
                    week: short(week),
                    class: byte(class),
                    registered: None,
                });
            }
        }
    }

    /// The outlooks in which a GP may refer to the POJ; where its practice does not know it yet whatever the policy, the young
    /// person is only counted.
    fn pass_by(
        &mut self,
        (week, exists): (usize, u64),
        u_source: f64,
        outlooks: &[Outlook],
        aware: &[Vec<usize>],
    ) -> u64 {
        let mut refers = 0;
        for (bit, outlook) in outlooks.iter().enumerate().filter(|(bit, _)| exists >> bit & 1 == 1) {
            // Without a branch, since chance decides on it.
            let is_known = week >= aware[bit][outlook.practice(u_source)];
            self.direct[bit][week] += u32::from(!is_known);
            refers |= u64::from(is_known) << bit;
        }
        refers
    }

    fn push(&mut self, candidate: Candidate) {
        self.starts[candidate.week as usize + 1] += 1;
        self.drawn.push(candidate);
    }

    /// Registered young people come at uniform times in their span; their outcomes are dealt in random order.
    fn draw_span(&mut self, spot: &Spot, number: usize, span: &Span) {
        let mut stream = spot.stream(Purpose::Registration, number as u64);
        self.dealt.clear();
        self.dealt.extend_from_slice(&span.outcomes);
        for last in (1..self.dealt.len()).rev() {
            let other = whole_part(stream.unit() * (last + 1) as f64).min(last);
            self.dealt.swap(last, other);
        }
        let (from, length) = (span.from as f64, span.until.saturating_sub(span.from) as f64);
        let mut drawn = Vec::with_capacity(self.dealt.len());
        for outcome in &self.dealt {
            let time = from + stream.unit() * length;
            let week = whole_part(time).min(span.until.saturating_sub(1));
            let (u_source, key) = (stream.unit(), stream.key());
            let (exists, class, registered) = (u64::MAX, byte(REGISTERED), Some(*outcome));
            drawn.push(Candidate { week: short(week), exists, class, registered, u_source, key, time });
        }
        for candidate in drawn {
            self.push(candidate);
        }
    }

    /// Orders the candidates by time: a counting sort over weeks, then by insertion within a week. Equal times, which
    /// have probability nought, stay in the order of class, layer and place.
    fn sort(&mut self, weeks: usize) {
        for week in 0..weeks {
            self.starts[week + 1] += self.starts[week];
        }
        self.order.clear();
        self.order.resize(self.drawn.len(), 0);
        for (number, candidate) in (0..).zip(&self.drawn) {
            let place = &mut self.starts[candidate.week as usize];
            self.order[*place as usize] = number;
            *place += 1;
        }
        // `starts[w]` has moved on to the end of week w.
        let mut from = 0;
        for until in &self.starts[..weeks] {
            let week = &mut self.order[from..*until as usize];
            for next in 1..week.len() {
                let mut place = next;
                while place > 0
                    && self.drawn[week[place] as usize].time < self.drawn[week[place - 1] as usize].time
                {
                    week.swap(place, place - 1);
                    place -= 1;
                }
            }
            from = *until as usize;
        }
    }
}

fn short(week: usize) -> u32 {
    u32::try_from(week).unwrap_or(u32::MAX)
}

fn byte(class: usize) -> u8 {
    u8::try_from(class).unwrap_or(u8::MAX)
}

impl Candidate {
    /// Whether this candidate comes only because of a provider's expertise.
    pub(super) const fn is_attracted(&self) -> bool {
        self.class as usize == ATTRACTED
    }
}
