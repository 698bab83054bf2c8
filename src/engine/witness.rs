//! Somebody who watches a play: the balance of every week, for tests and self-checks.

/// What can be seen at the end of a week. Units: people, conversations, hours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeekEnd {
    /// The week, from the first of the warm-up.
    pub week: usize,
    /// Referred to the POJ since the first week.
    pub referred: u32,
    /// With a first conversation since the first week.
    pub started: u32,
    /// Trajectories ended since the first week: positive, escalated, dropped out, unknown.
    pub closed: [u32; 4],
    /// Left the queue since the first week.
    pub left: u32,
    /// Conversations held this week.
    pub held: u32,
    /// In the queue.
    pub waiting: usize,
    /// In a trajectory.
    pub running: usize,
    /// Hours available to all providers this week.
    pub hours_available: f64,
    /// Hours used by all providers this week.
    pub hours_used: f64,
}

/// Watches the weeks of a play; `()` does not, and costs nothing.
pub trait Witness {
    /// Whether to be told at all.
    fn watches(&self) -> bool;
    /// Is told of the end of a week.
    fn week_end(&mut self, week: &WeekEnd);
}

impl Witness for () {
    fn watches(&self) -> bool {
        false
    }
    fn week_end(&mut self, _: &WeekEnd) {}
}

impl Witness for Vec<WeekEnd> {
    fn watches(&self) -> bool {
        true
    }
    fn week_end(&mut self, week: &WeekEnd) {
        self.push(*week);
    }
}
