//! Quantiles of a column and of each of its batches, from one sort into buckets.
//!
//! Enters: a column of finite numbers, two replications to a draw. Leaves: the ordered numbers at the places that the
//! quantiles ask for, the same as a full sort gives. Every number goes into one of 256 buckets that rise with it, batch by batch;
//! a place then lies in one bucket, which holds few. Where the buckets split the numbers badly the
//! answer takes longer and stays the same.

use super::batches;
use super::moments::alike;
use super::quantiles::{COUNT, LEVELS, between, key, place, value};

/// Buckets: as many as a byte tells apart.
const BUCKETS: usize = 256;
/// Adding it to a number below it leaves that number rounded in the last bits: two to the power 52.
const ROUNDING: f64 = 4_503_599_627_370_496.0;
/// The same for negative numbers too.
const ROUNDING_BOTH: f64 = 1.5 * ROUNDING;
/// Numbers looked at to lay the buckets: without the outermost of them, so that a long tail does not take all buckets.
const SAMPLE: usize = 128;
/// So many at each end of that sample lie in the outer buckets: fewer than the 5 % of the outermost level.
const OUTER: usize = 2;
/// Numbers looked at side by side.
const LANES: usize = 8;

/// What one look at a column tells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    /// The least number; NaN is passed over.
    pub(super) least: f64,
    /// The greatest.
    pub(super) most: f64,
    /// Whether any number is NaN.
    pub(super) holes: bool,
    /// Whether all are whole, and none a negative nought.
    whole: bool,
}

impl Look {
    /// Looks at a column.
    pub(super) fn at(values: &[f64]) -> Self {
        let (lanes, rest) = values.as_chunks::<LANES>();
        let (mut least, mut most) = ([f64::INFINITY; LANES], [f64::NEG_INFINITY; LANES]);
        let (mut holes, mut broken) = ([0_u64; LANES], [0_u64; LANES]);
        let mut see = |lane: usize, value: f64| {
            least[lane] = if value < least[lane] { value } else { least[lane] };
            most[lane] = if value > most[lane] { value } else { most[lane] };
            holes[lane] |= u64::from(value.is_nan());
            broken[lane] |= ((value + ROUNDING_BOTH) - ROUNDING_BOTH).to_bits() ^ value.to_bits();
        };
        for chunk in lanes {
            for (lane, value) in chunk.iter().enumerate() {
                see(lane, *value);
            }
        }
        for value in rest {
            see(0, *value);
        }
        Self {
            least: least.into_iter().fold(f64::INFINITY, f64::min),
            most: most.into_iter().fold(f64::NEG_INFINITY, f64::max),
            holes: holes.iter().any(|lane| *lane != 0),
            whole: broken.iter().all(|lane| *lane == 0),
        }
    }

    /// Whether its numbers are finite and none a negative nought, if they are all the same.
    pub(super) fn plain(&self) -> bool {
        self.least.is_finite() && (self.whole || self.least != 0.0)
    }

    /// Whether all numbers are the same, but for rounding.
    pub(super) fn constant(&self) -> bool {
        alike(self.least, self.most)
    }
}

/// Where the buckets of a column lie.
#[derive(Clone, Copy, Debug)]
struct Grid {
    low: f64,
    high: f64,
    per_unit: f64,
    /// Whether every bucket holds one number only.
    exact: bool,
}

impl Grid {
    /// `None` where the distance from the lowest bucket to the highest is nothing to reckon with.
    fn new(values: &[f64], look: &Look) -> Option<Self> {
        let last = (BUCKETS - 1) as f64;
        if look.whole && look.most - look.least <= last {
            return Some(Self { low: look.least, high: look.most, per_unit: 1.0, exact: true });
        }
        let step = values.len().div_ceil(SAMPLE);
        let mut sample: Vec<f64> = values.iter().copied().step_by(step.max(1)).collect();
        sample.sort_unstable_by(f64::total_cmp);
        let outer = OUTER.min(sample.len().saturating_sub(1) >> 1);
        let (mut low, mut high) = (sample[outer], sample[sample.len() - 1 - outer]);
        if low >= high {
            (low, high) = (look.least, look.most);
        }
        let per_unit = last / (high - low);
        let sound = (high - low).is_finite() && per_unit.is_finite() && per_unit > 0.0;
        sound.then_some(Self { low, high, per_unit, exact: false })
    }

    /// The bucket of a number: never lower for a higher number, since every step of the sum keeps the order.
    #[inline]
    fn bucket(&self, value: f64) -> u8 {
        let within = if value < self.low { self.low } else { value };
        let within = if within > self.high { self.high } else { within };
        let rounded = (within - self.low) * self.per_unit + ROUNDING;
        // The last byte of the rounded number is the number of the bucket.
        rounded.to_bits().to_le_bytes()[0]
    }
}

/// The quantiles of a column and of its batches.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantiles {
    /// Of the whole column.
    pub(super) whole: [f64; COUNT],
    /// Of each batch.
    pub(super) batches: [[f64; COUNT]; batches::COUNT],
}

/// Room to work in, kept from one column to the next.
#[derive(Clone, Debug)]
pub(super) struct Buckets {
    /// Numbers per batch and bucket, then the place behind the last of them.
    counts: Vec<[u32; BUCKETS]>,
    /// The same while numbers are put in their places.
    next: Vec<[u32; BUCKETS]>,
    /// The bucket of each number.
    numbers: Vec<u8>,
    /// All numbers, batch by batch and bucket by bucket.
    keys: Vec<i64>,
    /// What one bucket holds of all batches.
    bucket: Vec<i64>,
}

impl Default for Buckets {
    fn default() -> Self {
        let counts = vec![[0; BUCKETS]; batches::COUNT];
        Self { next: counts.clone(), counts, numbers: Vec::new(), keys: Vec::new(), bucket: Vec::new() }
    }
}

impl Buckets {
    /// The quantiles of a column without holes, of which every batch holds a number. `None` where buckets are of no use.
    pub(super) fn quantiles(&mut self, values: &[f64], look: &Look) -> Option<Quantiles> {
        let grid = Grid::new(values, look)?;
        self.count(values, &grid);
        let totals: [u32; BUCKETS] =
            std::array::from_fn(|bucket| self.counts.iter().map(|batch| batch[bucket]).sum());
        let ends = risen(&totals, 0);
        let mut first = 0;
        for batch in &mut self.counts {
            *batch = risen(batch, first);
            first = batch[BUCKETS - 1];
        }
        Some(if grid.exact { self.of_whole(&grid, &ends) } else { self.of_any(values, &ends) })
    }

    /// Notes the bucket of every number and how many each batch has in each.
    fn count(&mut self, values: &[f64], grid: &Grid) {
        self.counts.fill([0; BUCKETS]);
        self.numbers.clear();
        self.numbers.extend(values.iter().map(|value| grid.bucket(*value)));
        let (draws, rest) = self.numbers.as_chunks::<2>();
        for round in draws.chunks(batches::COUNT) {
            for ([one, other], counts) in round.iter().zip(self.counts.iter_mut()) {
                counts[usize::from(*one)] += 1;
                counts[usize::from(*other)] += 1;
            }
        }
        for number in rest {
            self.counts[draws.len() % batches::COUNT][usize::from(*number)] += 1;
        }
    }

    /// Of numbers that their bucket tells.
    fn of_whole(&self, grid: &Grid, ends: &[u32; BUCKETS]) -> Quantiles {
        let number =
            |ends: &[u32; BUCKETS], place: u32| grid.low + ends.partition_point(|end| *end <= place) as f64;
        let mut first = 0;
        let batches = std::array::from_fn(|batch| {
            let ends = &self.counts[batch];
            let from = first;
            first = ends[BUCKETS - 1];
            levels(from, first, |place| number(ends, place))
        });
        Quantiles { whole: levels(0, ends[BUCKETS - 1], |place| number(ends, place)), batches }
    }

    /// Of any numbers: those of the bucket in which a place lies are put in order.
    fn of_any(&mut self, values: &[f64], ends: &[u32; BUCKETS]) -> Quantiles {
        self.sort(values);
        let Self { counts, keys, bucket, .. } = self;
        let mut first = 0;
        let batches = std::array::from_fn(|batch| {
            let ends = &counts[batch];
            let (from, mut sorted) = (first, BUCKETS);
            first = ends[BUCKETS - 1];
            levels(from, first, |place| {
                let at = ends.partition_point(|end| *end <= place);
                let begin = if at == 0 { from } else { ends[at - 1] };
                if at != sorted {
                    sorted = at;
                    keys[begin as usize..ends[at] as usize].sort_unstable();
                }
                value(keys[place as usize])
            })
        });
        let mut sorted = BUCKETS;
        let whole = levels(0, ends[BUCKETS - 1], |place| {
            let at = ends.partition_point(|end| *end <= place);
            if at != sorted {
                sorted = at;
                bucket.clear();
                let mut before = 0;
                for ends in counts.iter() {
                    let begin = if at == 0 { before } else { ends[at - 1] };
                    bucket.extend_from_slice(&keys[begin as usize..ends[at] as usize]);
                    before = ends[BUCKETS - 1];
                }
                bucket.sort_unstable();
            }
            let begin = if at == 0 { 0 } else { ends[at - 1] };
            value(bucket[(place - begin) as usize])
        });
        Quantiles { whole, batches }
    }

    /// Puts every number behind those before it of its batch and bucket; `counts` are places behind the last before and after.
    fn sort(&mut self, values: &[f64]) {
        let Self { counts, next, numbers, keys, .. } = self;
        keys.resize(values.len(), 0);
        // From the last place of a bucket to its first, in a copy: the ends are still wanted.
        next.clone_from(counts);
        let mut put = |next: &mut [u32; BUCKETS], value: f64, number: u8| {
            let place = &mut next[usize::from(number)];
            *place -= 1;
            keys[*place as usize] = key(value);
        };
        let ((draws, rest), (buckets, last)) = (values.as_chunks::<2>(), numbers.as_chunks::<2>());
        for (draws, buckets) in draws.chunks(batches::COUNT).zip(buckets.chunks(batches::COUNT)) {
            for ((draw, bucket), next) in draws.iter().zip(buckets).zip(next.iter_mut()) {
                put(next, draw[0], bucket[0]);
                put(next, draw[1], bucket[1]);
            }
        }
        for (value, number) in rest.iter().zip(last) {
            put(&mut next[draws.len() % batches::COUNT], *value, *number);
        }
    }
}

/// Running sums from `first` on.
fn risen(counts: &[u32; BUCKETS], first: u32) -> [u32; BUCKETS] {
    let mut sum = first;
    counts.map(|count| {
        sum += count;
        sum
    })
}

/// The quantiles of the numbers at the places from `first` up to `end`.
fn levels(first: u32, end: u32, mut at: impl FnMut(u32) -> f64) -> [f64; COUNT] {
    let count = (end - first) as usize;
    LEVELS.map(|level| {
        let (below, fraction) = place(level, count);
        let [below, above] = [below, (below + 1).min(count - 1)].map(|place| {
            // A place is below a count of 32 bits.
            first + u32::try_from(place).unwrap_or(0)
        });
        between(at(below), at(above), fraction)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Address, Purpose, Seed};
    use crate::statistics::quantiles::of_keys;

    /// The shapes that results have, and those that buckets split badly.
    fn shape(which: u64, normal: f64, unit: f64) -> f64 {
        match which {
            0 => normal,
            1 => unit.powi(-4),
            2 => -unit.powi(-4),
            3 => (20.0 * normal).round(),
            4 => (2_000.0 * normal).round(),
            5 => f64::from(u8::from(unit > 0.93)) * normal,
            6 => 1e9 + 1e-6 * normal,
            7 => -0.0 * normal,
            8 => f64::from(u8::from(unit > 0.5)) * 1e300,
            9 => normal * 1e-310,
            10 => (3.0 * normal).round() * 0.1,
            11 => {
                if unit < 0.5 {
                    5.0
                } else {
                    5.0 + unit
                }
            }
            12 => 1e308 * normal.signum(),
            _ => 7.0 + f64::from(u8::from(unit > 0.9995)),
        }
    }

    #[test]
    fn quantiles_are_those_of_a_full_sort_whatever_the_shape() {
        let (mut room, mut found) = (Buckets::default(), 0);
        for which in 0..14 {
            for count in [400, 401, 1_000, 4_003] {
                let address =
                    Address { draw: count, replication: 0, purpose: Purpose::Quantity, item: which };
                let mut stream = Seed(11).stream(&address);
                let values: Vec<f64> =
                    (0..count).map(|_| shape(which, stream.normal(), stream.unit())).collect();
                let Some(quantiles) = room.quantiles(&values, &Look::at(&values)) else { continue };
                found += 1;
                let sorted = |some: &[f64]| {
                    let mut keys: Vec<i64> = some.iter().map(|value| key(*value)).collect();
                    of_keys(&mut keys).unwrap().map(f64::to_bits)
                };
                let told = format!("shape {which} of {count} numbers");
                assert_eq!(quantiles.whole.map(f64::to_bits), sorted(&values), "{told}");
                for (number, batch) in quantiles.batches.iter().enumerate() {
                    let draws = values.chunks(2).skip(number).step_by(batches::COUNT);
                    let numbers: Vec<f64> = draws.flatten().copied().collect();
                    assert_eq!(batch.map(f64::to_bits), sorted(&numbers), "{told}, batch {number}");
                }
            }
        }
        assert!(found >= 40, "buckets served {found} of 56 columns");
    }

    #[test]
    fn one_look_tells_the_ends_the_holes_and_whole_numbers() {
        let look = Look::at(&[3.0, f64::NAN, -2.0, 0.5]);
        assert_eq!((look.least, look.most, look.holes, look.whole), (-2.0, 3.0, true, false));
        for (value, whole) in [(0.0, true), (-0.0, false), (-7.0, true), (1e15, true), (0.5, false)] {
            assert_eq!(Look::at(&[value]).whole, whole, "{value}");
        }
        assert!(!Look::at(&[f64::INFINITY]).plain() && Look::at(&[0.0; 20]).plain());
        assert!(!Look::at(&[-0.0; 20]).plain());
    }
}
