//! A number for an item that is named by text.

/// A stable 64-bit number of a name: 64-bit FNV-1a of its UTF-8 bytes.
///
/// The number goes into an [`Address`](super::Address) as its item. It need not look random, for the block
/// function behind the address mixes it; it only has to differ between names and stay the same for ever.
///
/// # Example
/// ```
/// use sim::random::hash;
/// assert_ne!(hash("inflow.youths_per_year"), hash("money.index_per_year"));
/// ```
///
/// Source: Fowler, Noll, Vo and Eastlake (2025), RFC 9923.
pub const fn hash(text: &str) -> u64 {
    const OFFSET_BASIS: u64 = 0xCBF2_9CE4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01B3;
    let bytes = text.as_bytes();
    let mut state = OFFSET_BASIS;
    let mut at = 0;
    while at < bytes.len() {
        // A byte widens without loss; `From` cannot be called in a const function.
        state = (state ^ bytes[at] as u64).wrapping_mul(PRIME);
        at += 1;
    }
    state
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hash_to_the_published_values_of_fnv_1a() {
        assert_eq!(hash(""), 0xCBF2_9CE4_8422_2325);
        assert_eq!(hash("a"), 0xAF63_DC4C_8601_EC8C);
        assert_eq!(hash("foobar"), 0x8594_4171_F739_67E8);
    }
}
