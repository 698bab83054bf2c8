//! The queue written out by hand, as somebody would who needs only this queue: a heap of events, a queue, free places.
//!
//! Conversations are held at the end of a week, at the times 1, 2, ...: who comes in week w asks at time w + 1.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// What the queue needs to know.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Queue {
    /// Weeks that are simulated.
    pub(crate) weeks: u32,
    /// Young people a week.
    pub(crate) rate: f64,
    /// Trajectories that fit in a week.
    pub(crate) places: u32,
    /// A wait within the norm, in weeks.
    pub(crate) norm: u32,
    /// Share of trajectories that close positively.
    pub(crate) positive: f64,
    /// Share of those that avoid care.
    pub(crate) avoided: f64,
    /// Mean cost of that care, EUR.
    pub(crate) cost: f64,
    /// Standard deviation of that cost over its mean.
    pub(crate) cost_cv: f64,
}

/// What chance decides, asked for when it is needed.
pub(crate) trait Chance {
    /// The time at which the next young person comes, in weeks; none when nobody comes any more.
    fn arrives(&mut self) -> Option<f64>;
    /// How many conversations a young person needs, counted in order of arrival.
    fn needs(&mut self, youth: usize) -> u32;
    /// Whether the trajectory of a young person closes positively, and what that avoids, EUR.
    fn closes(&mut self, youth: usize) -> (bool, f64);
}

/// One replication.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Row {
    pub(crate) referred: u32,
    pub(crate) started: u32,
    pub(crate) positive: u32,
    pub(crate) waited: u32,
    pub(crate) within: u32,
    pub(crate) held: u32,
    pub(crate) avoided: f64,
}

impl Row {
    /// The columns of the comparison.
    pub(crate) fn columns(&self) -> [f64; 8] {
        let started = f64::from(self.started);
        [
            f64::from(self.referred),
            started,
            f64::from(self.positive),
            f64::from(self.waited) / started,
            f64::from(self.within) / started,
            f64::from(self.held),
            f64::from(self.referred - self.started),
            self.avoided,
        ]
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    /// A young person asks for a place.
    Asks(usize),
    /// A trajectory has ended, and its place is free.
    Ended(usize),
}

/// Times in weeks; equal times in the order in which they were planned.
type Planned = Reverse<(u32, u64, Event)>;

/// The events to come.
#[derive(Default)]
struct Agenda {
    heap: BinaryHeap<Planned>,
    planned: u64,
}

impl Agenda {
    fn plan(&mut self, time: u32, event: Event) {
        self.planned += 1;
        self.heap.push(Reverse((time, self.planned, event)));
    }
}

/// Simulates one replication.
pub(crate) fn simulate(queue: &Queue, chance: &mut impl Chance) -> Row {
    let (mut row, mut agenda) = (Row::default(), Agenda::default());
    let (mut waiting, mut free) = (VecDeque::new(), queue.places);
    let horizon = f64::from(queue.weeks);
    let next = |agenda: &mut Agenda, chance: &mut _, youth| {
        if let Some(time) = Chance::arrives(chance).filter(|time| *time < horizon) {
            agenda.plan(week_of(time) + 1, Event::Asks(youth));
        }
    };
    next(&mut agenda, chance, 0);
    while let Some(Reverse((time, _, event))) = agenda.heap.pop() {
        // What is free after the last week had its last conversation in it.
        if time > queue.weeks + 1 {
            break;
        }
        match event {
            Event::Asks(youth) => {
                row.referred += 1;
                waiting.push_back((youth, time));
                next(&mut agenda, chance, youth + 1);
            }
            Event::Ended(youth) => {
                free += 1;
                let (positive, avoided) = chance.closes(youth);
                row.positive += u32::from(positive);
                row.avoided += avoided;
            }
        }
        if free == 0 || time > queue.weeks {
            continue;
        }
        if let Some((youth, asked)) = waiting.pop_front() {
            free -= 1;
            let (needed, wait) = (chance.needs(youth), time - asked);
            row.started += 1;
            row.waited += wait;
            row.within += u32::from(wait <= queue.norm);
            row.held += needed.min(queue.weeks + 1 - time);
            agenda.plan(time + needed, Event::Ended(youth));
        }
    }
    row
}

/// The week in which a time falls.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "times lie between 0 and some hundreds"
)]
const fn week_of(time: f64) -> u32 {
    time as u32
}
