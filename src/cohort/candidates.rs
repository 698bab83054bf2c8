//! Everybody who could be referred in one replication, in order of arrival.
//!
//! Arrivals are the points of a Poisson process over time and height: a point at height `h` exists for an arm and
//! world when its rate in that week exceeds `h` (thinning, Lewis and Shedler 1979). Points are drawn layer by layer
//! of a fixed thickness, each from a stream of its own. So a higher demand adds young people and moves nobody.

use super::luck::Luck;
use super::outlook::{ATTRACTED, CLASSES, HUISARTS, Outlook, REGISTERED};
use crate::random::{Address, Purpose, REPLICATIONS_PER_DRAW, Seed, Stream};
use crate::scenario::Calendar;
use crate::units::whole_part;

/// Thickness of a layer, in young people per week.
const LAYER: f64 = 1.0 / 32.0;

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
    /// Week of referral, from the first week of the warm-up.
    pub week: usize,
    /// Outlooks in which this candidate exists, one bit each.
    pub(super) exists: u64,
    pub(super) class: usize,
    pub(super) registered: Option<Outcome>,
    /// Decides the GP practice.
    pub(super) u_practice: f64,
    item: u64,
    time: f64,
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
    by_week: Vec<Candidate>,
    lucks: Vec<Luck>,
    starts: Vec<usize>,
    years: Vec<f64>,
    profiles: Vec<Vec<f64>>,
    peaks: Vec<f64>,
    direct: Vec<Vec<u32>>,
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

/// The item of one young person: class, layer and place in the layer, without overlap.
fn youth_item(class: usize, layer: usize, place: usize) -> u64 {
    ((class as u64) << 56) | ((layer as u64 & 0xFFF_FFFF) << 28) | (place as u64 & 0xFFF_FFFF)
}

impl Cohort {
    /// The candidates in order of arrival, each with its luck.
    pub fn candidates(&self) -> impl Iterator<Item = (&Candidate, &Luck)> {
        self.by_week.iter().zip(&self.lucks)
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
        let weeks = self.profiles.first().map_or(0, Vec::len);
        self.drawn.clear();
        self.direct.resize_with(outlooks.len(), Vec::new);
        for direct in &mut self.direct {
            direct.clear();
            direct.resize(weeks, 0);
        }
        for class in 0..CLASSES {
            let highest = outlooks
                .iter()
                .zip(&self.peaks)
                .map(|(outlook, peak)| outlook.class_rates[class] * peak)
                .fold(0.0, f64::max);
            for layer in 0..whole_part((highest / LAYER).ceil()) {
                self.draw_layer(spot, outlooks, aware, (class, layer));
            }
        }
        for (number, span) in registration.iter().enumerate() {
            self.draw_span(spot, number, span);
        }
        self.sort(weeks);
        self.lucks.clear();
        let streams = self.by_week.iter().map(|candidate| spot.stream(Purpose::Youth, candidate.item));
        self.lucks.extend(streams.map(|mut stream| Luck::draw(&mut stream)));
    }

    /// The luck of each year: the inflow of all referrers rises and falls together.
    fn draw_years(&mut self, spot: &Spot, calendar: &Calendar, outlooks: &[Outlook]) {
        self.profiles.resize_with(outlooks.len(), Vec::new);
        self.peaks.clear();
        self.years.clear();
        let (first, last) = (calendar.year(0), calendar.year(calendar.weeks() - 1));
        for year in first..=last {
            self.years.push(spot.stream(Purpose::YearShock, u64::from(year.unsigned_abs())).normal());
        }
        for (outlook, profile) in outlooks.iter().zip(&mut self.profiles) {
            let sigma = outlook.year_cv.mul_add(outlook.year_cv, 1.0).ln().sqrt();
            profile.clear();
            profile.extend_from_slice(&outlook.profile);
            let mut week = 0;
            for (place, z) in self.years.iter().enumerate() {
                let factor = (sigma * z - 0.5 * sigma * sigma).exp();
                while week < profile.len()
                    && usize::from((calendar.year(week) - first).unsigned_abs()) == place
                {
                    profile[week] *= factor;
                    week += 1;
                }
            }
            self.peaks.push(profile.iter().copied().fold(0.0, f64::max));
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
        (class, layer): (usize, usize),
    ) {
        let mut stream = spot.stream(Purpose::Arrivals, youth_item(class, layer, 0));
        let end = self.profiles.first().map_or(0, Vec::len) as f64;
        let floor = layer as f64 * LAYER;
        let mut time = 0.0;
        for place in 0.. {
            time += stream.exponential() / LAYER;
            if time >= end {
                break;
            }
            let height = floor + stream.unit() * LAYER;
            let u_practice = if class == HUISARTS { stream.unit() } else { 0.0 };
            let week = whole_part(time);
            let mut exists = 0;
            for (bit, (outlook, profile)) in outlooks.iter().zip(&self.profiles).enumerate() {
                if height >= outlook.class_rates[class] * profile[week] {
                    continue;
                }
                if class == HUISARTS && week < aware[bit][outlook.practice(u_practice)] {
                    self.direct[bit][week] += 1;
                } else if !outlook.registered_only || class == HUISARTS {
                    // In a replay the registered young people stand for all who are referred to the POJ; only those
                    // whom a practice may send straight to specialised care are still drawn.
                    exists |= 1 << bit;
                }
            }
            if exists != 0 {
                let item = youth_item(class, layer, place);
                self.drawn.push(Candidate { week, exists, class, registered: None, item, time, u_practice });
            }
        }
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
        for place in 0..self.dealt.len() {
            let time = from + stream.unit() * length;
            let item = youth_item(REGISTERED, number, place);
            let registered = Some(self.dealt[place]);
            let week = whole_part(time).min(span.until.saturating_sub(1));
            self.drawn.push(Candidate {
                week,
                exists: u64::MAX,
                class: REGISTERED,
                registered,
                item,
                time,
                u_practice: 0.0,
            });
        }
    }

    /// Orders the candidates by time: a counting sort over weeks, then by insertion within a week. Equal times, which
    /// have probability nought, stay in the order of class, layer and place.
    fn sort(&mut self, weeks: usize) {
        self.starts.clear();
        self.starts.resize(weeks + 1, 0);
        for candidate in &self.drawn {
            self.starts[candidate.week + 1] += 1;
        }
        for week in 0..weeks {
            self.starts[week + 1] += self.starts[week];
        }
        self.by_week.clear();
        self.by_week.extend_from_slice(&self.drawn);
        for candidate in &self.drawn {
            let place = &mut self.starts[candidate.week];
            self.by_week[*place] = *candidate;
            *place += 1;
        }
        // `starts[w]` has moved on to the end of week w.
        let mut from = 0;
        for week in 0..weeks {
            let until = self.starts[week];
            self.by_week[from..until].sort_by(|a, b| a.time.total_cmp(&b.time));
            from = until;
        }
    }
}

impl Candidate {
    /// Whether this candidate comes only because of a provider's expertise.
    pub(super) const fn is_attracted(&self) -> bool {
        self.class == ATTRACTED
    }
}
