//! The block function that turns an address into 256 random bits.

/// Multipliers of the two halves of a round.
const MULTIPLIERS: [u64; 2] = [0xD2E7_470E_E14C_6C93, 0xCA5A_8263_9512_1157];
/// Steps of the key between rounds: the golden ratio and the square root of three, less one, in 64 bits.
const WEYL: [u64; 2] = [0x9E37_79B9_7F4A_7C15, 0xBB67_AE85_84CA_A73B];
/// Seven rounds pass `BigCrush`; ten are the published margin.
const ROUNDS: usize = 10;

/// Philox4x64-10: a keyed bijection of 256-bit counters whose outputs are statistically independent.
///
/// Source: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3,
/// doi 10.1145/2063384.2063405.
///
/// # Example
/// ```
/// assert_eq!(sim::random::philox4x64([0; 4], [0; 2])[0], 0x1655_4D9E_CA36_314C);
/// ```
#[inline]
pub fn philox4x64(counter: [u64; 4], key: [u64; 2]) -> [u64; 4] {
    let [mut a, mut b, mut c, mut d] = counter;
    let [mut left, mut right] = key;
    let mut round = 0;
    while round < ROUNDS {
        let (low_a, high_a) = MULTIPLIERS[0].carrying_mul(a, 0);
        let (low_c, high_c) = MULTIPLIERS[1].carrying_mul(c, 0);
        [a, b, c, d] = [high_c ^ b ^ left, low_c, high_a ^ d ^ right, low_a];
        left = left.wrapping_add(WEYL[0]);
        right = right.wrapping_add(WEYL[1]);
        round += 1;
    }
    [a, b, c, d]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The known answers of the Random123 library; the Philox generator of `NumPy` 2.4 gave the same three.
    #[test]
    fn blocks_equal_the_known_answers() {
        assert_eq!(
            philox4x64([0; 4], [0; 2]),
            [0x1655_4D9E_CA36_314C, 0xDB20_FE9D_672D_0FDC, 0xD7E7_72CE_E186_176B, 0x7E68_B68A_EC7B_A23B]
        );
        assert_eq!(
            philox4x64([u64::MAX; 4], [u64::MAX; 2]),
            [0x87B0_92C3_013F_E90B, 0x438C_3C67_BE8D_0224, 0x9CC7_D7C6_9CD7_77B6, 0xA09C_AEBF_594F_0BA0]
        );
        let digits_of_pi =
            [0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344, 0xA409_3822_299F_31D0, 0x082E_FA98_EC4E_6C89];
        assert_eq!(
            philox4x64(digits_of_pi, [0x4528_21E6_38D0_1377, 0xBE54_66CF_34E9_0C6C]),
            [0xA528_F454_03E6_1D95, 0x38C7_2DBD_566E_9788, 0xA5A1_610E_72FD_18B5, 0x57BD_43B5_E52B_7FE6]
        );
    }
}
