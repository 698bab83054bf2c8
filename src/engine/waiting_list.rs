//! Who waits for a first conversation: first come, first served within priority and need.

use crate::cohort::Person;

/// Highest number of needs that a scenario may name.
const NEEDS: usize = 8;

/// The queue, one line per priority. A person is their place in the order of arrival.
#[derive(Clone, Debug, Default)]
pub(super) struct WaitingList {
    lines: [Vec<u32>; 2],
    heads: [usize; 2],
    waiting: Vec<bool>,
    by_need: [u32; NEEDS],
    length: usize,
}

impl WaitingList {
    /// Empties the queue for a cohort of so many persons.
    pub(super) fn clear(&mut self, persons: usize) {
        for line in &mut self.lines {
            line.clear();
        }
        self.heads = [0; 2];
        self.waiting.clear();
        self.waiting.resize(persons, false);
        self.by_need = [0; NEEDS];
        self.length = 0;
    }

    /// How many wait.
    pub(super) const fn len(&self) -> usize {
        self.length
    }

    /// The needs with which somebody waits, one bit each.
    pub(super) fn needs(&self) -> u8 {
        if self.length == 0 {
            return 0;
        }
        let bits = self.by_need.iter().enumerate().map(|(need, number)| u8::from(*number > 0) << need);
        bits.fold(0, |needs, bit| needs | bit)
    }

    /// A person joins behind those who came before.
    pub(super) fn join(&mut self, number: u32, person: &Person) {
        self.lines[usize::from(!person.urgent)].push(number);
        self.waiting[number as usize] = true;
        self.by_need[usize::from(person.need) % NEEDS] += 1;
        self.length += 1;
    }

    /// A person leaves the queue, for a first conversation or for good; tells whether they were in it.
    pub(super) fn leave(&mut self, number: u32, need: u8) -> bool {
        let was_waiting = std::mem::take(&mut self.waiting[number as usize]);
        if was_waiting {
            self.by_need[usize::from(need) % NEEDS] -= 1;
            self.length -= 1;
        }
        was_waiting
    }

    /// The first for whom `serve` has an answer, in the order in which they are to be served: the urgent before the
    /// others, each in order of arrival.
    pub(super) fn find<T>(&mut self, mut serve: impl FnMut(u32) -> Option<T>) -> Option<(u32, T)> {
        for (line, head) in self.lines.iter().zip(&mut self.heads) {
            // Those at the head who left are passed over once and for all.
            while line.get(*head).is_some_and(|number| !self.waiting[*number as usize]) {
                *head += 1;
            }
            for number in &line[*head..] {
                if self.waiting[*number as usize]
                    && let Some(answer) = serve(*number)
                {
                    return Some((*number, answer));
                }
            }
        }
        None
    }
}
