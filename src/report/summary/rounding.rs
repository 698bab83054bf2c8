//! A number rounded to the ten digits that `summary.json` shows.

/// Digits that are kept.
const DIGITS: usize = 10;
/// Powers of ten that a double holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];
/// The least number of ten digits, and the first that has more.
const TEN_DIGITS: std::ops::Range<f64> = 1e9..1e10;
/// A number of ten digits and a product with one rounding differ by less than this.
const SURE: f64 = 1e-5;

/// The number nearest to `value` that has ten significant digits; nought has no sign.
pub(in crate::report) fn rounded(value: f64) -> f64 {
    // Adding nought turns a negative nought into a plain one.
    quickly(value).unwrap_or_else(|| by_text(value)) + 0.0
}

/// Rounds by writing and reading, which holds for every number.
fn by_text(value: f64) -> f64 {
    format!("{value:.*e}", DIGITS - 1).parse().unwrap_or(value)
}

/// The same with one product and one quotient, of which a report needs a hundred thousand; `None` where those might not be
/// exact.
///
/// `whole` is right when the product is further from a half than its rounding error. It and the power of ten are exact
/// doubles then, so that their quotient is the double nearest to the decimal number: the one that reading its digits gives.
fn quickly(value: f64) -> Option<f64> {
    if value == 0.0 {
        return Some(0.0);
    }
    let size = value.abs();
    let power = |place: i32| POWERS.get(usize::try_from(place).ok()?);
    // One too many or too few is seen below.
    let place = i32::try_from(DIGITS).ok()? - 1 - leading(size)?;
    let (digits, back) = match power(place) {
        Some(power) => (size * power, None),
        None => (size / power(-place)?, power(-place)),
    };
    if !TEN_DIGITS.contains(&digits) || (digits.fract() - 0.5).abs() < SURE {
        return None;
    }
    let whole = digits.round();
    let size = match back {
        Some(power) => whole * power,
        None => whole / power(place)?,
    };
    Some(size.copysign(value))
}

/// The power of ten of the first digit, now and then one too low or too high; `None` for what is not a number.
#[expect(clippy::cast_possible_truncation, reason = "the logarithm of a double is below 400")]
fn leading(size: f64) -> Option<i32> {
    size.is_finite().then(|| size.log10().floor() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that a report may show: of all sizes, near ties and with few digits.
    fn numbers() -> impl Iterator<Item = f64> {
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        let mut next = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            state >> 11
        };
        (0..200_000).flat_map(move |_| {
            let digits = next() as f64 / (1_u64 << 53) as f64;
            let size = 10.0_f64.powi(i32::try_from(next() % 40).unwrap() - 18);
            let tie = ((next() % 10_000_000_000) as f64 + 0.5) * size;
            let few = (next() % 1_000) as f64 / 8.0;
            [digits * size, -digits * size, tie, few, f64::from_bits(next() << 11)]
        })
    }

    #[test]
    fn a_number_is_rounded_to_the_bit_as_its_text_is() {
        let mut quick = 0;
        for value in numbers().filter(|value| value.is_finite()) {
            assert_eq!(rounded(value).to_bits(), (by_text(value) + 0.0).to_bits(), "{value:e}");
            quick += usize::from(quickly(value).is_some());
        }
        assert!(quick > 500_000, "only {quick} of a million went quickly");
    }

    #[test]
    fn powers_of_ten_and_their_neighbours_are_rounded_as_their_text_is() {
        for power in -30..40 {
            let ten: f64 = format!("1e{power}").parse().unwrap();
            for value in [ten.next_down(), ten, ten.next_up(), ten * (1.0 - 1e-11), ten * (1.0 - 4e-11)] {
                assert_eq!(rounded(value).to_bits(), by_text(value).to_bits(), "{value:e}");
            }
        }
    }

    #[test]
    fn what_is_no_number_stays_so() {
        assert!(rounded(f64::NAN).is_nan());
        assert_eq!(rounded(f64::NEG_INFINITY).to_bits(), f64::NEG_INFINITY.to_bits());
        assert_eq!(rounded(-0.0).to_bits(), 0);
    }
}
