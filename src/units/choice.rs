//! A choice without a branch.

/// A number, or nought.
///
/// By its bits, because a branch on what chance decides is often foreseen wrongly.
///
/// # Example
/// ```
/// use sim::units::if_so;
/// assert_eq!([if_so(true, 2.5), if_so(false, 2.5)], [2.5, 0.0]);
/// ```
#[inline]
pub fn if_so(is: bool, number: f64) -> f64 {
    f64::from_bits(number.to_bits() & 0_u64.wrapping_sub(u64::from(is)))
}
