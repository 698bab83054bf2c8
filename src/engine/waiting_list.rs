//! Who waits for a first conversation: first come, first served within priority and need.

use super::track::{Track, link};
use crate::cohort::Youth;

/// Highest number of needs that a scenario may name.
const NEEDS: usize = 8;

/// The queue, one line per priority. That somebody is in it stands in the person's track.
#[derive(Clone, Debug, Default)]
pub(super) struct WaitingList {
    /// The urgent and the others, in order of arrival, those who left or started among them.
    lines: [Vec<u32>; 2],
    /// All before it are in the line no more.
    heads: [usize; 2],
    /// Whether every provider takes everybody, so that needs are not told apart.
    whoever: bool,
    by_need: [u32; NEEDS],
    length: u32,
    /// Per week the first of those who would leave in it, as [`link`] holds it.
    leaving: Vec<u32>,
}

impl WaitingList {
    /// Empties the queue for so many weeks. `whoever`: every provider takes everybody.
    pub(super) fn clear(&mut self, weeks: usize, whoever: bool) {
        for line in &mut self.lines {
            line.clear();
        }
        self.heads = [0; 2];
        self.whoever = whoever;
        self.by_need = [0; NEEDS];
        self.length = 0;
        self.leaving.clear();
        self.leaving.resize(weeks, 0);
    }

    /// How many wait.
    #[inline]
    pub(super) const fn len(&self) -> u32 {
        self.length
    }

    /// The needs with which somebody waits, one bit each; all of them where needs are not told apart.
    #[inline]
    pub(super) fn needs(&self) -> u8 {
        if self.whoever {
            return if self.length > 0 { u8::MAX } else { 0 };
        }
        self.by_need.iter().rev().fold(0, |bits, waiting| bits << 1 | u8::from(*waiting > 0))
    }

    /// A person joins behind those who came before.
    #[inline]
    pub(super) fn join(&mut self, person: u32, youth: &Youth, track: &mut Track) {
        self.lines[usize::from(!youth.is_urgent())].push(person);
        *track = Track::WAITING;
        self.length += 1;
        if !self.whoever {
            self.by_need[usize::from(youth.need % 8)] += 1;
        }
    }

    /// One who waits with a need is in the queue no more. The track must say so already, or say it next.
    #[inline]
    pub(super) fn leave(&mut self, need: u8) {
        self.length -= 1;
        if !self.whoever {
            self.by_need[usize::from(need % 8)] -= 1;
        }
    }

    /// Notes in which week somebody who waits would leave; never when behind the last.
    #[inline]
    pub(super) fn will_leave(&mut self, person: u32, week: u32, track: &mut Track) {
        if let Some(first) = self.leaving.get_mut(week as usize) {
            track.later = *first;
            *first = link(person);
        }
    }

    /// Those who would leave in a week if they still waited: the first of them, as [`link`] holds it; each names the next.
    #[inline]
    pub(super) fn leaving(&self, week: u32) -> u32 {
        self.leaving[week as usize]
    }

    /// The first with one of some needs, given as one bit each, in the order in which they are to be served: the urgent
    /// before the others, each in order of arrival.
    #[inline]
    pub(super) fn first(&mut self, needs: u8, youths: &[Youth], tracks: &[Track]) -> Option<u32> {
        if needs == 0 || self.length == 0 {
            return None;
        }
        for (line, head) in self.lines.iter().zip(&mut self.heads) {
            // Those at the head who left are passed over once and for all.
            while let Some(person) = line.get(*head) {
                if tracks[*person as usize].waits() {
                    if self.whoever {
                        return Some(*person);
                    }
                    break;
                }
                *head += 1;
            }
            let found = find(&line[*head..], needs, youths, tracks);
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

/// The first in a line who waits with one of some needs.
fn find(line: &[u32], needs: u8, youths: &[Youth], tracks: &[Track]) -> Option<u32> {
    let fits = |person: usize| tracks[person].waits() && needs >> (youths[person].need % 8) & 1 == 1;
    line.iter().copied().find(|person| fits(*person as usize))
}
