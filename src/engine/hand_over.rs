//! A provider that is there no more hands over its trajectories.

use super::journal::short;
use super::week::Hall;

impl Hall<'_> {
    /// Providers (one bit each) that were there last week and are not this week hand their trajectories to the others: to one
    /// with a matching expertise first, then to the one with most contract hours, then to the first in the file. Where nobody
    /// is left they wait until it is there again.
    pub(super) fn hand_over(&mut self, providers: u32, week: usize) {
        let mut gone = providers;
        while gone != 0 {
            let provider = gone.trailing_zeros() as usize;
            gone &= gone - 1;
            self.desks.of(provider).give_away(short(week), self.tracks, self.moved);
            for place in 0..self.moved.len() {
                let person = self.moved[place];
                let youth = &self.given.youths[person as usize];
                let to = self.successor(provider, youth.need, week).unwrap_or(provider);
                let track = &mut self.tracks[person as usize];
                self.given.foresee(youth, to, track);
                self.desks.of(to).take_on(person, track);
            }
        }
    }

    /// Who takes over a trajectory from a provider that leaves.
    fn successor(&self, leaver: usize, need: u8, week: usize) -> Option<usize> {
        let plan = self.given.plan;
        let working = (0..plan.providers.len()).filter(|p| *p != leaver && self.at_work[week] >> p & 1 == 1);
        working.fold(None, |best: Option<usize>, candidate| {
            let rank = |p: usize| (plan.is_expert(p, need), plan.providers[p].contract[week]);
            match best {
                Some(best) if rank(candidate) <= rank(best) => Some(best),
                _ => Some(candidate),
            }
        })
    }
}
