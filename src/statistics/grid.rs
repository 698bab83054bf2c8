//! Where the numbers of a column are counted when they are too many to keep.
//!
//! Enters: the numbers of the first draws. Leaves: bins, narrow around the quantiles that are asked for, with a bin of its own for
//! a number that comes often, and a bin per number where all are whole and few apart. The first draws of a run are the same
//! however it is played or cut, so its bins are too.

use super::quantiles::{COUNT, LEVELS, between, place};

/// Bins around one quantile.
const FINE: usize = 512;
/// Bins between two of those stretches, and outside them.
const COARSE: usize = 8;
/// Bins of a group: batches are counted by group, for they only tell how far their quantiles lie apart.
const GROUP: usize = 32;
/// Standard errors of a quantile of the first draws over which bins are narrow, to either side: a quantile of all draws lies
/// outside once in a thousand million.
const ERRORS: f64 = 6.0;
/// Whole numbers have a bin each up to so many from the least to the greatest.
const WHOLE: f64 = 256.0;
/// A number has a bin of its own when more than one in so many is that number.
const OFTEN: usize = 100;

/// Bins of equal width side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stretch {
    from: f64,
    to: f64,
    bins: usize,
    /// The number of its first bin.
    first: usize,
    /// The number of its first group.
    group: usize,
}

impl Stretch {
    const fn new((from, to): (f64, f64), bins: usize) -> Self {
        Self { from, to, bins, first: 0, group: 0 }
    }

    fn per_unit(&self) -> f64 {
        self.bins as f64 / (self.to - self.from)
    }

    /// The ends of some of its bins.
    fn ends(&self, bins: std::ops::Range<usize>) -> (f64, f64) {
        let at = |bin: usize| {
            let share = bin as f64 / self.bins as f64;
            if bin == self.bins { self.to } else { self.from + share * (self.to - self.from) }
        };
        (at(bins.start), at(bins.end.min(self.bins)))
    }
}

/// The bins of one column: the first holds all below, the last all above.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Grid {
    stretches: Vec<Stretch>,
    bins: usize,
    groups: usize,
    /// Bins of a group.
    group: usize,
    /// Whether every bin but the outer ones holds one whole number.
    whole: bool,
}

impl Grid {
    /// Bins for a column of which these are the first numbers; those that are not finite are passed over.
    pub(super) fn of(first: &[f64]) -> Self {
        let mut sorted: Vec<f64> = first.iter().copied().filter(|value| value.is_finite()).collect();
        sorted.sort_unstable_by(f64::total_cmp);
        let (Some(least), Some(most)) = (sorted.first(), sorted.last()) else {
            return Self::laid(Vec::new(), false);
        };
        let few = most - least <= WHOLE && most.abs().max(least.abs()) < 1e15;
        if few && sorted.iter().all(|value| value.fract() == 0.0) {
            let margin = ((most - least) * 0.25).ceil() + 1.0;
            let (from, to) = (least - margin - 0.5, most + margin + 0.5);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 400 or so")]
            let bins = (to - from).round() as usize;
            return Self::laid(vec![Stretch::new((from, to), bins)], true);
        }
        let mut stretches = around_levels(&sorted);
        for atom in atoms(&sorted) {
            split(&mut stretches, atom);
        }
        Self::laid(stretches, false)
    }

    fn laid(mut stretches: Vec<Stretch>, whole: bool) -> Self {
        let group = if whole { 1 } else { GROUP };
        let (mut bins, mut groups) = (1, 1);
        for stretch in &mut stretches {
            (stretch.first, stretch.group) = (bins, groups);
            bins += stretch.bins;
            groups += stretch.bins.div_ceil(group);
        }
        Self { stretches, bins: bins + 1, groups: groups + 1, group, whole }
    }

    /// How many bins there are.
    pub(super) const fn bins(&self) -> usize {
        self.bins
    }

    /// How many groups of bins there are.
    pub(super) const fn groups(&self) -> usize {
        self.groups
    }

    /// Whether the bins are those of whole numbers.
    pub(super) const fn whole(&self) -> bool {
        self.whole
    }

    /// The bin and the group of a number; neither is lower for a higher number.
    #[inline]
    pub(super) fn locate(&self, value: f64) -> (usize, usize) {
        let after = self.stretches.partition_point(|stretch| stretch.from <= value);
        let Some(stretch) = after.checked_sub(1).and_then(|at| self.stretches.get(at)) else {
            return (0, 0);
        };
        if value >= stretch.to {
            return (self.bins - 1, self.groups - 1);
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast saturates")]
        let within = (((value - stretch.from) * stretch.per_unit()) as usize).min(stretch.bins - 1);
        (stretch.first + within, stretch.group + within.div_euclid(self.group))
    }

    /// The ends of every bin, of numbers from `least` to `most`; equal ends where it holds one number only.
    pub(super) fn bin_ends(&self, outer: (f64, f64), whole: bool) -> Vec<(f64, f64)> {
        self.ends(1, outer, whole && self.whole)
    }

    /// The ends of every group.
    pub(super) fn group_ends(&self, outer: (f64, f64), whole: bool) -> Vec<(f64, f64)> {
        self.ends(self.group, outer, whole && self.whole)
    }

    fn ends(&self, size: usize, outer: (f64, f64), whole: bool) -> Vec<(f64, f64)> {
        let (Some(first), Some(last)) = (self.stretches.first(), self.stretches.last()) else {
            return vec![outer; 2];
        };
        let mut all = vec![(outer.0, first.from)];
        for stretch in &self.stretches {
            for bin in (0..stretch.bins).step_by(size) {
                let (from, to) = stretch.ends(bin..bin + size);
                all.push(if whole {
                    (from + 0.5, from + 0.5)
                } else if to <= from.next_up() {
                    (from, from)
                } else {
                    (from, to)
                });
            }
        }
        all.push((last.to, outer.1));
        all
    }
}

/// Stretches side by side: narrow bins where the quantiles will lie, wide ones between.
///
/// Narrow ones are laid by the order of the numbers, a few at a time, so that a tail, however long, takes no more of them than
/// its share.
fn around_levels(sorted: &[f64]) -> Vec<Stretch> {
    let last = sorted.len() - 1;
    let mut narrow: Vec<(usize, usize, usize)> = Vec::new();
    for level in LEVELS {
        let reach = ERRORS * (sorted.len() as f64 * level * (1.0 - level)).sqrt() / last.max(1) as f64;
        let [low, high] = [level - reach, level + reach].map(|level| {
            let (below, fraction) = place(level.clamp(0.0, 1.0), sorted.len());
            (below + usize::from(fraction > 0.0)).min(last)
        });
        match narrow.last_mut().filter(|before| low <= before.1) {
            Some(before) => (before.1, before.2) = (high, before.2 + 1),
            None => narrow.push((low, high, 1)),
        }
    }
    let mut all = Vec::new();
    let mut from = sorted[0];
    let mut up_to = |to: f64, bins: usize| {
        if to > from {
            all.push(Stretch::new((from, to), bins));
            from = to;
        }
    };
    for (low, high, levels) in narrow {
        up_to(sorted[low], COARSE);
        let pieces = levels * FINE.div_euclid(GROUP);
        for piece in 1..=pieces {
            up_to(sorted[low + ((high - low) * piece).div_euclid(pieces)], GROUP);
        }
    }
    up_to(sorted[last].next_up(), COARSE);
    // A width that is nothing to reckon with makes one bin.
    for stretch in &mut all {
        let sound = stretch.per_unit().is_finite() && stretch.per_unit() > 0.0;
        stretch.bins = if sound { stretch.bins } else { 1 };
    }
    all
}

/// The numbers that come often, rising.
fn atoms(sorted: &[f64]) -> Vec<f64> {
    let often = sorted.len().div_euclid(OFTEN).max(1);
    #[expect(clippy::float_cmp, reason = "the very same number is meant")]
    let runs = sorted.chunk_by(|one, other| one == other);
    runs.filter(|run| run.len() > often).map(|run| run[0]).collect()
}

/// Gives one number a bin of its own.
fn split(stretches: &mut Vec<Stretch>, atom: f64) {
    let Some(at) = stretches.iter().position(|stretch| stretch.from <= atom && atom < stretch.to) else {
        return;
    };
    let whole = stretches[at];
    let parts = [(whole.from, atom), (atom, atom.next_up()), (atom.next_up(), whole.to)];
    let made = parts.into_iter().enumerate().filter(|(_, (from, to))| from < to).map(|(part, ends)| {
        let share = (ends.1 - ends.0) / (whole.to - whole.from) * whole.bins as f64;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast saturates")]
        let bins = if part == 1 { 1 } else { (share.ceil() as usize).clamp(1, whole.bins) };
        Stretch::new(ends, bins)
    });
    let made: Vec<Stretch> = made.collect();
    stretches.splice(at..=at, made);
}

/// Quantiles of numbers that were counted in bins with these ends, and how far each may be off; behind the last bin may
/// stand how many are infinite. `None` when nothing was counted.
///
/// In a bin the numbers are taken to lie evenly, so an ordered number is off by less than the width of its bin.
pub(super) fn of_counts(
    counts: &[u32],
    ends: &[(f64, f64)],
    infinite: u32,
) -> Option<([f64; COUNT], [f64; COUNT])> {
    let total = counts.iter().map(|count| *count as usize).sum::<usize>() + infinite as usize;
    if total == 0 {
        return None;
    }
    let (mut bin, mut before) = (0, 0_usize);
    let mut bounds = [0.0; COUNT];
    let mut level_bound = bounds.iter_mut();
    let quantiles = LEVELS.map(|level| {
        let (below, fraction) = place(level, total);
        while bin < counts.len() && before + counts[bin] as usize <= below {
            before += counts[bin] as usize;
            bin += 1;
        }
        let (low, low_bound) = ordered(counts, ends, (bin, before), below);
        let (high, high_bound) = ordered(counts, ends, (bin, before), (below + 1).min(total - 1));
        if let Some(bound) = level_bound.next() {
            *bound = if fraction > 0.0 { low_bound.max(high_bound) } else { low_bound };
        }
        if low.total_cmp(&high).is_eq() { low } else { between(low, high, fraction) }
    });
    Some((quantiles, bounds))
}

/// The number at a place of the order, and how far it may be off, walking on from a bin and how many stand before it.
fn ordered(
    counts: &[u32],
    ends: &[(f64, f64)],
    (mut bin, mut before): (usize, usize),
    place: usize,
) -> (f64, f64) {
    while bin < counts.len() && before + counts[bin] as usize <= place {
        before += counts[bin] as usize;
        bin += 1;
    }
    let Some((from, to)) = ends.get(bin).filter(|_| bin < counts.len()) else {
        return (f64::INFINITY, 0.0);
    };
    if from >= to {
        return (*from, 0.0);
    }
    let share = ((place - before) as f64 + 0.5) / f64::from(counts[bin]);
    // The ends of a bin are rounded, so a number may lie a little outside.
    let rounding = 4.0 * f64::EPSILON * from.abs().max(to.abs());
    (from + share * (to - from), to - from + rounding)
}
