//! Quantiles by selection.

/// The levels of every band.
pub const LEVELS: [f64; 7] = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];

/// The number of levels.
pub(super) const COUNT: usize = LEVELS.len();

/// The place of a level among `count` ordered numbers: the lower neighbour, from 0, and the fraction towards the
/// next.
///
/// Type 7 of Hyndman and Fan (1996), doi 10.2307/2684934: the place is (count - 1) times the level.
pub(super) fn place(level: f64, count: usize) -> (usize, f64) {
    let place = (count - 1) as f64 * level;
    let below = place.floor();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a level times a count lies between 0 and that count"
    )]
    let index = below as usize;
    (index.min(count - 1), place - below)
}

/// Between two neighbours in order, exact where they are equal.
pub(super) fn between(below: f64, above: f64, fraction: f64) -> f64 {
    if fraction > 0.0 { below + fraction * (above - below) } else { below }
}

/// The quantiles of all levels; `None` for no numbers. Reorders `keys`.
pub(super) fn of_keys(keys: &mut [i64]) -> Option<[f64; COUNT]> {
    let count = keys.len();
    if count == 0 {
        return None;
    }
    let places = LEVELS.map(|level| place(level, count));
    let mut wanted = [0_usize; 2 * COUNT];
    for (pair, (below, _)) in wanted.chunks_exact_mut(2).zip(places) {
        pair.copy_from_slice(&[below, (below + 1).min(count - 1)]);
    }
    select(keys, 0, &wanted);
    Some(places.map(|(below, fraction)| {
        between(value(keys[below]), value(keys[(below + 1).min(count - 1)]), fraction)
    }))
}

/// Puts the wanted places of the sorted order in place, the rest anywhere between them. `wanted` rises, and
/// counts from `offset`.
fn select(keys: &mut [i64], offset: usize, wanted: &[usize]) {
    if wanted.is_empty() || keys.len() < 2 {
        return;
    }
    let middle = wanted[wanted.len() >> 1];
    let (below, _, above) = keys.select_nth_unstable(middle - offset);
    let first = wanted.partition_point(|&place| place < middle);
    let after = wanted.partition_point(|&place| place <= middle);
    select(below, offset, &wanted[..first]);
    select(above, middle + 1, &wanted[after..]);
}

/// An integer in the order of `total_cmp`: comparing it is what selection spends its time on.
#[inline]
pub(super) const fn key(value: f64) -> i64 {
    flip(value.to_bits().cast_signed())
}

/// The number of a key.
#[inline]
pub(super) const fn value(key: i64) -> f64 {
    f64::from_bits(flip(key).cast_unsigned())
}

/// Reverses the order of negative numbers, whose bits rise with their size; its own inverse.
#[inline]
const fn flip(bits: i64) -> i64 {
    bits ^ ((bits >> 63).cast_unsigned() >> 1).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Seed, stratified};

    #[test]
    fn keys_keep_the_order_and_the_numbers() {
        let ordered = [f64::NEG_INFINITY, -3.0, -1e-300, -0.0, 0.0, 2e-308, 1.0, 7.5, f64::INFINITY];
        for pair in ordered.windows(2) {
            assert!(key(pair[0]) < key(pair[1]), "{} before {}", pair[0], pair[1]);
        }
        for number in ordered {
            assert_eq!(value(key(number)).to_bits(), number.to_bits());
        }
    }

    #[test]
    fn selection_agrees_with_sorting_at_every_size() {
        for count in 1..200 {
            let mut numbers: Vec<f64> = (0..count)
                .map(|index| (stratified(Seed(5), u64::from(count), 0, index) * 50.0).floor())
                .collect();
            let mut keys: Vec<i64> = numbers.iter().copied().map(key).collect();
            let selected = of_keys(&mut keys).unwrap();
            numbers.sort_by(f64::total_cmp);
            for (level, quantile) in LEVELS.into_iter().zip(selected) {
                // Checked against the definition: the sum of all tents around the place.
                let at = level * f64::from(count - 1);
                let tents =
                    numbers.iter().enumerate().map(|(n, x)| x * (1.0 - (n as f64 - at).abs()).max(0.0));
                let sorted: f64 = tents.sum();
                assert!((quantile - sorted).abs() < 1e-9, "level {level} of {count} numbers");
            }
        }
    }

    #[test]
    fn no_numbers_have_no_quantiles_and_one_number_is_all_of_them() {
        assert_eq!(of_keys(&mut []), None);
        assert_eq!(of_keys(&mut [key(4.5)]), Some([4.5; COUNT]));
    }
}
