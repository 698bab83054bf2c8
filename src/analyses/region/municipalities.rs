//! Who lives in a made-up region.

use crate::random::{Address, Purpose, Seed};

/// Spread of the logarithm of the sizes: two in three municipalities lie between a third and 1.6 times the size
/// of the template, the mean being the template. Chosen, as a round number; it states nothing about municipalities that exist.
pub const SPREAD: f64 = 0.8;

/// One municipality of a made-up region.
#[derive(Clone, Debug, PartialEq)]
pub struct Municipality {
    /// Its number, from 1.
    pub number: usize,
    /// Its name: `gemeente-001`.
    pub name: String,
    /// How many times as large as the template it is.
    pub size: f64,
    /// The seed of its luck.
    pub luck: Seed,
}

/// The municipalities of a region, by number.
///
/// Sizes are log-normal with mean 1 and [`SPREAD`]. Size and luck of each come from a stream of its own, so a larger region
/// holds the smaller one.
///
/// # Example
/// ```
/// use sim::analyses::region::municipalities;
/// use sim::random::Seed;
/// let region = municipalities(Seed(1), 342);
/// assert_eq!(region[16].name, "gemeente-017");
/// assert_eq!(region[..10], municipalities(Seed(1), 10));
/// ```
pub fn municipalities(seed: Seed, count: usize) -> Vec<Municipality> {
    (1..=count)
        .map(|number| {
            let address =
                Address { draw: 0, replication: 0, purpose: Purpose::Municipality, item: number as u64 };
            let mut stream = seed.stream(&address);
            let luck = Seed(stream.key());
            let size = (SPREAD * stream.normal() - 0.5 * SPREAD * SPREAD).exp();
            Municipality { number, name: format!("gemeente-{number:03}"), size, luck }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The mean of 5,000 sizes lies within 4.5 standard errors of 1 and the mean of their logarithms within 4.5 of its own:
    /// a correct program fails in one of 70,000 seeds.
    #[test]
    fn sizes_are_log_normal_with_mean_one() {
        let region = municipalities(Seed(5), 5_000);
        let mean = |of: &dyn Fn(&Municipality) -> f64| region.iter().map(of).sum::<f64>() / 5_000.0;
        let sd = ((SPREAD * SPREAD).exp() - 1.0).sqrt();
        assert!((mean(&|one| one.size) - 1.0).abs() < 4.5 * sd / 5_000_f64.sqrt());
        let middle = -0.5 * SPREAD * SPREAD;
        assert!((mean(&|one| one.size.ln()) - middle).abs() < 4.5 * SPREAD / 5_000_f64.sqrt());
    }

    #[test]
    fn no_two_municipalities_share_their_luck() {
        let mut seeds: Vec<u64> = municipalities(Seed(5), 1_000).iter().map(|one| one.luck.0).collect();
        seeds.sort_unstable();
        seeds.dedup();
        assert_eq!(seeds.len(), 1_000);
    }
}
