//! Three ways to decide what chance decides about the young people of the queue.

use rand::{Rng, RngExt};
use rand_distr::{Binomial, Distribution, Exp, LogNormal};
use rand_xoshiro::Xoshiro256PlusPlus;
use sim::cohort::{Luck, Person, Spot};
use sim::distributions::beta_binomial;
use sim::random::{KeyStream, Purpose, Stream};

use crate::by_hand::{Chance, Queue};

/// The samplers of `rand_distr`, drawing nothing that this queue does not need.
pub(crate) struct Own {
    time: f64,
    rng: Xoshiro256PlusPlus,
    gap: Exp<f64>,
    more: Binomial,
    cost: LogNormal<f64>,
    queue: Queue,
}

impl Own {
    pub(crate) fn new(queue: Queue, rng: Xoshiro256PlusPlus) -> Self {
        Self {
            time: 0.0,
            rng,
            gap: Exp::new(queue.rate).expect("a rate above 0"),
            more: Binomial::new(9, 5.0 / 9.0).expect("a share"),
            cost: LogNormal::from_mean_cv(queue.cost, queue.cost_cv).expect("a mean above 0"),
            queue,
        }
    }

    /// Begins the next replication.
    pub(crate) fn rewind(&mut self) {
        self.time = 0.0;
    }
}

impl Chance for Own {
    fn arrives(&mut self) -> Option<f64> {
        self.time += self.gap.sample(&mut self.rng);
        Some(self.time)
    }

    fn needs(&mut self, _: usize) -> u32 {
        1 + u32::try_from(self.more.sample(&mut self.rng)).unwrap_or(u32::MAX)
    }

    fn closes(&mut self, _: usize) -> (bool, f64) {
        let positive = self.rng.random_bool(self.queue.positive);
        let avoids = positive && self.rng.random_bool(self.queue.avoided);
        (positive, if avoids { self.cost.sample(&mut self.rng) } else { 0.0 })
    }
}

/// How the assumptions of the queue read the luck of a young person, as docs/model.md says (4.3 and 7).
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    cumulated: Vec<f64>,
    log_odds: f64,
    sigma: f64,
    queue: Queue,
}

impl Reading {
    pub(crate) fn new(queue: Queue) -> Self {
        let mut cumulated = Vec::new();
        beta_binomial(10, 6.0, 0.0, &mut cumulated);
        Self {
            cumulated,
            log_odds: (queue.positive / (1.0 - queue.positive)).ln(),
            sigma: queue.cost_cv.mul_add(queue.cost_cv, 1.0).ln().sqrt(),
            queue,
        }
    }

    fn needs(&self, u: f64) -> u32 {
        (0..).zip(&self.cumulated).find(|(_, reached)| u < **reached).map_or(10, |(more, _)| 1 + more)
    }

    fn closes(&self, logit: f64, u_avoid: f64, z_cost: f64) -> (bool, f64) {
        let positive = logit < self.log_odds;
        let avoided = if positive && u_avoid < self.queue.avoided {
            self.queue.cost * (self.sigma * z_cost - 0.5 * self.sigma * self.sigma).exp()
        } else {
            0.0
        };
        (positive, avoided)
    }
}

/// The random numbers that `sim` draws for a young person, in a stream each, most of which this queue does not read.
pub(crate) struct Same<'a> {
    reading: &'a Reading,
    arrivals: Stream,
    time: f64,
    lucks: Vec<Luck>,
}

impl<'a> Same<'a> {
    pub(crate) fn new(reading: &'a Reading, spot: &Spot) -> Self {
        Self {
            reading,
            arrivals: spot.stream(Purpose::Arrivals, 0),
            time: 0.0,
            lucks: Vec::with_capacity(700),
        }
    }
}

impl Chance for Same<'_> {
    fn arrives(&mut self) -> Option<f64> {
        self.time += self.arrivals.exponential() / self.reading.queue.rate;
        // The pair for height and source, and the key of a young person's stream.
        std::hint::black_box(self.arrivals.pair());
        self.lucks.push(Luck::draw(&mut KeyStream::of(self.arrivals.next_u64())));
        Some(self.time)
    }

    fn needs(&mut self, youth: usize) -> u32 {
        self.reading.needs(self.lucks[youth].u_conversations)
    }

    fn closes(&mut self, youth: usize) -> (bool, f64) {
        let luck = &self.lucks[youth];
        self.reading.closes(luck.logit_outcome, luck.u_avoid, luck.z_cost)
    }
}

/// The very young people of a replication of `sim`.
pub(crate) struct Given<'a> {
    reading: &'a Reading,
    persons: &'a [Person],
    next: usize,
}

impl<'a> Given<'a> {
    pub(crate) const fn new(reading: &'a Reading, persons: &'a [Person]) -> Self {
        Self { reading, persons, next: 0 }
    }
}

impl Chance for Given<'_> {
    fn arrives(&mut self) -> Option<f64> {
        let person = self.persons.get(self.next)?;
        self.next += 1;
        Some(person.week as f64 + 0.5)
    }

    fn needs(&mut self, youth: usize) -> u32 {
        u32::from(self.persons[youth].conversations)
    }

    fn closes(&mut self, youth: usize) -> (bool, f64) {
        let person = &self.persons[youth];
        self.reading.closes(person.logit_outcome, person.u_avoid, person.z_cost)
    }
}
