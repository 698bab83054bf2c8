//! Who waits for a first conversation: first come, first served within priority and need.

use crate::cohort::Person;

/// Highest number of needs that a scenario may name.
const NEEDS: usize = 8;

/// One who joined the queue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waiter {
    /// The person, by place in the order of arrival.
    pub(super) number: u32,
    /// The need.
    pub(super) need: u8,
}

/// The queue, one line per priority.
#[derive(Clone, Debug, Default)]
pub(super) struct WaitingList {
    lines: [Vec<Waiter>; 2],
    heads: [usize; 2],
    waiting: Vec<bool>,
    by_need: [u32; NEEDS],
    /// The needs with which somebody waits, one bit each.
    needs: u8,
    length: u32,
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
        self.needs = 0;
        self.length = 0;
    }

    /// How many wait.
    pub(super) const fn len(&self) -> u32 {
        self.length
    }

    /// The needs with which somebody waits, one bit each.
    pub(super) const fn needs(&self) -> u8 {
        self.needs
    }

    /// Whether a person waits.
    pub(super) fn holds(&self, number: u32) -> bool {
        self.waiting[number as usize]
    }

    /// A person joins behind those who came before.
    pub(super) fn join(&mut self, number: u32, person: &Person) {
        self.lines[usize::from(!person.urgent)].push(Waiter { number, need: person.need });
        self.waiting[number as usize] = true;
        self.by_need[usize::from(person.need) % NEEDS] += 1;
        self.needs |= 1 << (person.need % 8);
        self.length += 1;
    }

    /// One who waits leaves the queue, for a first conversation or for good.
    pub(super) fn leave(&mut self, waiter: Waiter) {
        self.waiting[waiter.number as usize] = false;
        let alike = &mut self.by_need[usize::from(waiter.need) % NEEDS];
        *alike -= 1;
        if *alike == 0 {
            self.needs &= !(1 << (waiter.need % 8));
        }
        self.length -= 1;
    }

    /// The first with one of some needs, given as one bit each, in the order in which they are to be served: the urgent
    /// before the others, each in order of arrival.
    pub(super) fn first(&mut self, needs: u8) -> Option<Waiter> {
        if self.needs & needs == 0 {
            return None;
        }
        for (line, head) in self.lines.iter().zip(&mut self.heads) {
            // Those at the head who left are passed over once and for all.
            while line.get(*head).is_some_and(|waiter| !self.waiting[waiter.number as usize]) {
                *head += 1;
            }
            let found = line[*head..]
                .iter()
                .find(|waiter| needs >> (waiter.need % 8) & 1 == 1 && self.waiting[waiter.number as usize]);
            if found.is_some() {
                return found.copied();
            }
        }
        None
    }
}
