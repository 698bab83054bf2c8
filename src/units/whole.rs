//! From a number to a whole number.

/// The whole part of a number of 0 or more, as an index; a negative number or NaN gives 0, one of 2^32 or more 2^32 - 1.
///
/// A float-to-integer cast in Rust saturates, so no value is undefined; by way of 32 bits it takes a third of the work.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, as documented"
)]
pub const fn whole_part(number: f64) -> usize {
    number as u32 as usize
}

/// The nearest whole number, halves away from nought; a negative number or NaN gives 0.
pub const fn nearest_whole(number: f64) -> usize {
    whole_part(number + 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_outside_the_range_end_at_its_ends() {
        assert_eq!(whole_part(2.9), 2);
        assert_eq!(whole_part(-3.0), 0);
        assert_eq!(whole_part(f64::NAN), 0);
        assert_eq!(nearest_whole(2.5), 3);
        assert_eq!(whole_part(f64::INFINITY), 0xFFFF_FFFF);
    }
}
