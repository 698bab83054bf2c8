//! A provider that is there no more hands over its trajectories.

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
            self.desks.hand_over(provider, self.tracks, self.moved);
            for place in 0..self.moved.len() {
                let person = self.moved[place];
                let need = self.given.youths[person as usize].need;
                let to = self.successor(provider, need, week).unwrap_or(provider);
                self.desks.take_over(to, person, &mut self.tracks[person as usize]);
            }
        }
    }

    /// Who takes over a trajectory from a provider that leaves.
    fn successor(&self, leaver: usize, need: u8, week: usize) -> Option<usize> {
        let providers = &self.given.plan.providers;
        let working = (0..providers.len()).filter(|p| *p != leaver && self.at_work[week] >> p & 1 == 1);
        working.fold(None, |best: Option<usize>, candidate| {
            let rank = |p: usize| (providers[p].is_expert(need), providers[p].contract[week]);
            match best {
                Some(best) if rank(candidate) <= rank(best) => Some(best),
                _ => Some(candidate),
            }
        })
    }
}
