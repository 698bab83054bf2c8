//! Seeds, addresses and the streams they lead to.

use std::convert::Infallible;

use rand::{Rng, SeedableRng, TryRng};
use rand_distr::{Distribution, Exp1, StandardNormal};
use rand_xoshiro::{SplitMix64, Xoshiro256PlusPlus};

use super::philox::philox4x64;

/// Second key word of every stream; the stratified points use another, so no block serves both.
const STREAMS: u64 = 1;

/// The master seed of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed(pub u64);

/// What a stream is for. Append only: a number that moves, moves every result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u32)]
pub enum Purpose {
    /// Values of uncertain quantities that are not stratified, such as parts of a Dirichlet draw.
    Quantity = 1,
    /// When young people are referred, by whom, and the keys of their luck. (3 was the luck itself, and stays unused.)
    Arrivals = 2,
    /// What makes one year busier than another.
    YearShock = 4,
    /// Which GP practices come to know the POJ, and when.
    Practice = 5,
    /// Illness and exit of staff.
    Staff = 6,
    /// What was registered rather than what happened.
    Registration = 7,
    /// How large a municipality of a made-up region is, and the seed of its luck.
    Municipality = 8,
}

/// Where a stream lives. The address and the seed alone decide its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address {
    /// The draw of the uncertain quantities.
    pub draw: u32,
    /// The replication within the draw.
    pub replication: u8,
    /// What the stream is for.
    pub purpose: Purpose,
    /// The young person, week, practice or (by [`hash`](super::hash)) name that it belongs to.
    pub item: u64,
}

impl Seed {
    /// The stream at an address.
    ///
    /// One Philox4x64-10 block makes the 256-bit state of a xoshiro256++ generator. The block's key is the seed
    /// with a constant; its counter holds the item in word 0, the purpose in word 1, and draw (bits 0-31) with
    /// replication (bits 32-39) in word 2. Each field has its own bits, so different addresses are different
    /// counters, and the block, being a bijection, never gives two of them the same state.
    ///
    /// # Example
    /// ```
    /// use sim::random::{Address, Purpose, Seed};
    /// let address = Address { draw: 3, replication: 1, purpose: Purpose::Arrivals, item: 42 };
    /// assert_eq!(Seed(1).stream(&address).unit(), Seed(1).stream(&address).unit());
    /// ```
    #[inline]
    pub fn stream(self, address: &Address) -> Stream {
        let place = u64::from(address.draw) | u64::from(address.replication) << 32;
        let state = philox4x64([address.item, address.purpose as u64, place, 0], [self.0, STREAMS]);
        let mut bytes = [0_u8; 32];
        for (chunk, word) in bytes.chunks_exact_mut(8).zip(state) {
            chunk.copy_from_slice(&word.to_le_bytes());
        }
        Stream(Xoshiro256PlusPlus::from_seed(bytes))
    }
}

/// A random stream: a generator behind the traits of `rand`.
///
/// An address leads to xoshiro256++ (Blackman and Vigna 2021, doi 10.1145/3460772).
#[derive(Clone, Debug)]
pub struct Stream<G = Xoshiro256PlusPlus>(G);

/// The stream of a key that another stream gave: `SplitMix64`, whose state is one number, so that nothing is to be set up.
///
/// For those of whom there are many and who need few numbers. The numbers of a key are the mixed values of the key plus 1, 2,
/// 3 ... times an odd constant, so keys are places on one cycle of 2^64; that of ten million random keys two stand within 16
/// steps of each other happens in one of 10,000 runs, and touches two of them.
///
/// # Example
/// ```
/// use sim::random::KeyStream;
/// assert_eq!(KeyStream::of(7).unit(), KeyStream::of(7).unit());
/// ```
///
/// Source: Steele, Lea and Flood (2014), doi 10.1145/2660193.2660195.
pub type KeyStream = Stream<SplitMix64>;

impl KeyStream {
    /// The stream of a key.
    #[inline]
    pub fn of(key: u64) -> Self {
        Self(SplitMix64::seed_from_u64(key))
    }
}

impl<G: Rng> Stream<G> {
    /// A key for a stream of its own.
    #[inline]
    pub fn key(&mut self) -> u64 {
        self.next_u64()
    }

    /// Two independent uniform numbers strictly between 0 and 1, out of one draw of 64 bits: the odd multiples of 2^-33,
    /// each equally likely.
    #[inline]
    pub fn pair(&mut self) -> [f64; 2] {
        const CELL: f64 = 1.0 / (1_u64 << 33) as f64;
        let bits = self.next_u64();
        // Signed, because that conversion is one step of the processor.
        [bits >> 32, bits & 0xFFFF_FFFF].map(|half| (half << 1 | 1).cast_signed() as f64 * CELL)
    }

    /// A uniform number strictly between 0 and 1.
    ///
    /// The odd multiples of 2^-53, each equally likely: never 0 or 1, symmetric, with mean exactly one half.
    #[inline]
    pub fn unit(&mut self) -> f64 {
        open_unit(self.next_u64())
    }

    /// An exponential number with mean 1.
    ///
    /// Method: the ziggurat of `rand_distr`, in half the time of minus the logarithm of a uniform number.
    #[inline]
    pub fn exponential(&mut self) -> f64 {
        Exp1.sample(self)
    }

    /// A normal number with mean 0 and standard deviation 1.
    ///
    /// Method: the ziggurat of `rand_distr`.
    #[inline]
    pub fn normal(&mut self) -> f64 {
        StandardNormal.sample(self)
    }
}

impl<G: Rng> TryRng for Stream<G> {
    type Error = Infallible;

    #[inline]
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(self.0.next_u32())
    }

    #[inline]
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.0.next_u64())
    }

    #[inline]
    fn try_fill_bytes(&mut self, into: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill_bytes(into);
        Ok(())
    }
}

/// The top 53 bits as a number strictly between 0 and 1, the lowest of them set.
///
/// The set bit is the midpoint of a cell of width 2^-52; adding half a cell of width 2^-53 instead would round
/// the last cell up to 1.
#[inline]
pub(super) const fn open_unit(bits: u64) -> f64 {
    const CELL: f64 = 1.0 / (1_u64 << 53) as f64;
    ((bits >> 11) | 1).cast_signed() as f64 * CELL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uniform_number_is_never_nought_or_one() {
        assert!(open_unit(0) > 0.0);
        assert!(open_unit(u64::MAX) < 1.0);
        assert!((open_unit(0) + open_unit(u64::MAX) - 1.0).abs() < f64::EPSILON, "symmetric about one half");
    }

    #[test]
    fn every_field_of_an_address_moves_the_stream() {
        let home = Address { draw: 0, replication: 0, purpose: Purpose::Quantity, item: 0 };
        let others = [
            home,
            Address { draw: 1, ..home },
            Address { draw: u32::MAX, ..home },
            Address { replication: 1, ..home },
            Address { replication: u8::MAX, ..home },
            Address { purpose: Purpose::Arrivals, ..home },
            Address { item: 1, ..home },
            Address { item: 1 << 32, ..home },
            Address { item: u64::MAX, ..home },
        ];
        let mut firsts: Vec<u64> = others.iter().map(|address| Seed(9).stream(address).next_u64()).collect();
        firsts.extend(others.iter().map(|address| Seed(10).stream(address).next_u64()));
        let all = firsts.len();
        firsts.sort_unstable();
        firsts.dedup();
        assert_eq!(firsts.len(), all, "two addresses gave the same stream");
    }

    /// Golden: these numbers move only with a change tagged [values].
    #[test]
    fn the_first_numbers_of_an_address_stay_what_they_are() {
        let address = Address { draw: 7, replication: 1, purpose: Purpose::Arrivals, item: 123 };
        let mut stream = Seed(1).stream(&address);
        assert_eq!(
            [stream.next_u64(), stream.next_u64()],
            [15_389_290_652_920_907_814, 9_239_747_234_559_337_371]
        );
    }
}
