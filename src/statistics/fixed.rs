//! Sums that add up in any order to the same bits: whole numbers of a unit.

/// About what a column is summed, and in which units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fixed {
    /// A number near the mean: sums are of distances from it.
    pub(super) pivot: f64,
    /// The unit of sums.
    pub(super) unit: f64,
    /// The unit of sums of squares.
    pub(super) square: f64,
}

/// Bits of a sum below the greatest distance seen first; a 128-bit number leaves room for sums of thousands of millions.
const BITS: i32 = 60;
/// The same for squares.
const SQUARE_BITS: i32 = 70;
/// Powers of two within which distances are told apart.
const MOST_POWER: i32 = 400;

impl Fixed {
    /// For a column of which these are the first numbers; those that are not finite are passed over.
    pub(super) fn around(first: &[f64]) -> Self {
        let defined = || first.iter().copied().filter(|value| value.is_finite());
        let mean = defined().sum::<f64>() / defined().count().max(1) as f64;
        let pivot = if mean.is_finite() { mean } else { 0.0 };
        let reach = defined().map(|value| (value - pivot).abs()).fold(0.0, f64::max);
        // Numbers that are all the same have only rounding between them and their mean.
        let reach = reach.max(pivot.abs() * 1e-9);
        let power = if reach > 0.0 { exponent(reach) } else { 0 };
        Self { pivot, unit: 2.0_f64.powi(power - BITS), square: 2.0_f64.powi(2 * power - SQUARE_BITS) }
    }

    /// A sum as a whole number of units.
    #[expect(clippy::cast_possible_truncation, reason = "a cast saturates, far beyond any sum")]
    pub(super) fn whole(sum: f64, unit: f64) -> i128 {
        (sum / unit).round() as i128
    }

    /// The sum of so many units.
    pub(super) fn number(whole: i128, unit: f64) -> f64 {
        whole as f64 * unit
    }
}

/// The power of two of a positive number, within what is told apart.
fn exponent(value: f64) -> i32 {
    let biased = i32::try_from((value.to_bits() >> 52) & 0x7ff).unwrap_or(0);
    (biased - 1023).clamp(-MOST_POWER, MOST_POWER)
}
