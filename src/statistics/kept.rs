//! What is kept of numbers that are dropped, and the chance that something is so.

use std::borrow::Cow;

use super::batches::{self, Sums};
use super::estimate::Estimate;

/// The numbers that something kept consists of: counts, sums in whole units, and the least and the greatest number.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers<'all> {
    /// Counts.
    pub counts: Cow<'all, [u32]>,
    /// Sums in whole units.
    pub sums: Cow<'all, [i128]>,
    /// The least and the greatest number.
    pub ends: [f64; 2],
}

/// Something that is kept of a column block by block. Adding two of them is exact, so the order leaves no trace.
pub trait Kept: Send + Sync {
    /// What it holds, to be written elsewhere.
    fn numbers(&self) -> Numbers<'_>;

    /// Takes in what one over the same first block holds; returns whether it can be one.
    fn adopt(&mut self, other: &Numbers<'_>) -> bool;
}

/// Adds numbers one by one; returns whether there are as many.
pub(super) fn add<T: Copy>(mine: &mut [T], theirs: &[T], sum: impl Fn(T, T) -> T) -> bool {
    let fits = mine.len() == theirs.len();
    for (mine, theirs) in mine.iter_mut().zip(theirs).filter(|_| fits) {
        *mine = sum(*mine, *theirs);
    }
    fits
}

/// The least of nothing, and the greatest.
pub(super) const NO_ENDS: [f64; 2] = [f64::INFINITY, f64::NEG_INFINITY];

/// The ends with one number more.
pub(super) fn stretch([least, most]: [f64; 2], value: f64) -> [f64; 2] {
    [
        if value.total_cmp(&least).is_lt() { value } else { least },
        if value.total_cmp(&most).is_gt() { value } else { most },
    ]
}

/// The ends of two parts together; a part may be empty.
pub(super) fn join(one: [f64; 2], other: [f64; 2]) -> [f64; 2] {
    let [least, _] = stretch(one, other[0]);
    let [_, most] = stretch(one, other[1]);
    [least, most]
}

/// Takes in counts, sums and ends, all or none of them; returns whether there are as many.
pub(super) fn take_in(
    (counts, sums, ends): (&mut [u32], &mut [i128], &mut [f64; 2]),
    other: &Numbers<'_>,
) -> bool {
    let fits = counts.len() == other.counts.len() && sums.len() == other.sums.len();
    *ends = if fits { join(*ends, other.ends) } else { *ends };
    fits && add(counts, &other.counts, u32::saturating_add) && add(sums, &other.sums, i128::saturating_add)
}

/// Replications by whole number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram(pub Vec<u32>);

impl Kept for Histogram {
    fn numbers(&self) -> Numbers<'_> {
        Numbers { counts: Cow::Borrowed(&self.0), sums: Cow::Borrowed(&[]), ends: NO_ENDS }
    }

    fn adopt(&mut self, other: &Numbers<'_>) -> bool {
        add(&mut self.0, &other.counts, u32::saturating_add)
    }
}

/// How often something is so, by batch.
///
/// # Example
/// ```
/// use sim::statistics::{Chance, probability};
/// let answers = [true, false, false, true];
/// let mut chance = Chance::default();
/// chance.absorb(answers);
/// assert_eq!(chance.estimate(), probability(answers));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chance {
    /// How often it is so by batch, then how many answers there are by batch.
    counts: [u32; 2 * batches::COUNT],
}

impl Default for Chance {
    fn default() -> Self {
        Self { counts: [0; 2 * batches::COUNT] }
    }
}

impl Chance {
    /// Takes a block of answers in, the first draw of which belongs to batch 0.
    pub fn absorb(&mut self, answers: impl IntoIterator<Item = bool>) {
        for (replication, so) in answers.into_iter().enumerate() {
            let batch = batches::batch_of(replication);
            self.counts[batch] += u32::from(so);
            self.counts[batches::COUNT + batch] += 1;
        }
    }

    /// The chance with its error, as [`probability`](super::probability) gives it.
    pub fn estimate(&self) -> Estimate {
        let of = |from: usize| std::array::from_fn(|batch| f64::from(self.counts[from + batch]));
        Sums { totals: of(0), weights: of(batches::COUNT) }.estimate()
    }
}

impl Kept for Chance {
    fn numbers(&self) -> Numbers<'_> {
        Numbers { counts: Cow::Borrowed(&self.counts), sums: Cow::Borrowed(&[]), ends: NO_ENDS }
    }

    fn adopt(&mut self, other: &Numbers<'_>) -> bool {
        add(&mut self.counts, &other.counts, u32::saturating_add)
    }
}
