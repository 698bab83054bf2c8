//! The standard normal distribution: its inverse, its tails.

use std::f64::consts::SQRT_2;

use statrs::function::erf::erfc;

/// Logarithm of the square root of 2 pi.
pub(super) const LN_SQRT_2_PI: f64 = 0.918_938_533_204_672_8;

/// The standard normal quantile of `u`: the score that a standard normal number stays below with probability `u`.
///
/// Relative error about 1e-15. Minus infinity at 0, infinity at 1, NaN outside 0 to 1.
///
/// # Example
/// ```
/// assert!((sim::distributions::normal_score(0.975) - 1.959_963_984_540_054).abs() < 1e-14);
/// ```
///
/// Source: Wichura (1988), Algorithm AS 241, routine PPND16, doi 10.2307/2347330.
#[inline]
pub fn normal_score(u: f64) -> f64 {
    let centred = u - 0.5;
    if centred.abs() <= 0.425 {
        let r = 0.180_625 - centred * centred;
        return centred * polynomial(&MIDDLE[0], r) / polynomial(&MIDDLE[1], r);
    }
    let r = (-u.min(1.0 - u).ln()).sqrt();
    if r == f64::INFINITY {
        return r.copysign(centred);
    }
    let size = if r <= 5.0 {
        polynomial(&TAIL[0], r - 1.6) / polynomial(&TAIL[1], r - 1.6)
    } else {
        polynomial(&FAR_TAIL[0], r - 5.0) / polynomial(&FAR_TAIL[1], r - 5.0)
    };
    size.copysign(centred)
}

/// The probability that a standard normal number stays below `z`.
pub(super) fn lower(z: f64) -> f64 {
    0.5 * erfc(-z / SQRT_2)
}

fn polynomial(coefficients: &[f64; 8], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

/// Numerator and denominator for the middle 85 % of the probabilities.
#[expect(clippy::excessive_precision, reason = "the digits as published")]
const MIDDLE: [[f64; 8]; 2] = [
    [
        3.387_132_872_796_366_608,
        133.141_667_891_784_377_45,
        1_971.590_950_306_551_442_7,
        13_731.693_765_509_461_125,
        45_921.953_931_549_871_457,
        67_265.770_927_008_700_853,
        33_430.575_583_588_128_105,
        2_509.080_928_730_122_672_7,
    ],
    [
        1.0,
        42.313_330_701_600_911_252,
        687.187_007_492_057_908_3,
        5_394.196_021_424_751_107_7,
        21_213.794_301_586_595_867,
        39_307.895_800_092_710_61,
        28_729.085_735_721_942_674,
        5_226.495_278_852_854_561,
    ],
];

/// The same for tails down to about 1e-11.
#[expect(clippy::excessive_precision, reason = "the digits as published")]
const TAIL: [[f64; 8]; 2] = [
    [
        1.423_437_110_749_683_577_34,
        4.630_337_846_156_545_295_9,
        5.769_497_221_460_691_405_5,
        3.647_848_324_763_204_605_04,
        1.270_458_252_452_368_382_58,
        0.241_780_725_177_450_611_77,
        0.022_723_844_989_269_184_583_3,
        7.745_450_142_783_414_076_4e-4,
    ],
    [
        1.0,
        2.053_191_626_637_758_821_87,
        1.676_384_830_183_803_849_4,
        0.689_767_334_985_100_004_55,
        0.148_103_976_427_480_074_59,
        0.015_198_666_563_616_457_196_6,
        5.475_938_084_995_344_946e-4,
        1.050_750_071_644_416_843_24e-9,
    ],
];

/// The same for tails beyond.
#[expect(clippy::excessive_precision, reason = "the digits as published")]
const FAR_TAIL: [[f64; 8]; 2] = [
    [
        6.657_904_643_501_103_777_2,
        5.463_784_911_164_114_369_9,
        1.784_826_539_917_291_335_8,
        0.296_560_571_828_504_891_23,
        0.026_532_189_526_576_123_093,
        1.242_660_947_388_078_438_6e-3,
        2.711_555_568_743_487_578_15e-5,
        2.010_334_399_292_288_132_65e-7,
    ],
    [
        1.0,
        0.599_832_206_555_887_937_69,
        0.136_929_880_922_735_805_31,
        0.014_875_361_290_850_614_852_5,
        7.868_691_311_456_132_591e-4,
        1.846_318_317_510_054_681_8e-5,
        1.421_511_758_316_445_888_7e-7,
        2.044_263_103_389_939_785_64e-15,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Roots of log(ncdf(z)) = log(u) by mpmath 1.3.0 at 60 digits, for the double nearest to each `u`.
    #[test]
    fn scores_equal_those_of_an_independent_computation() {
        for (u, z) in [
            (1e-300, -37.047_096_299_361_2),
            (1e-16, -8.222_082_216_130_436),
            (1e-5, -4.264_890_793_922_825),
            (0.02, -2.053_748_910_631_823),
            (0.075, -1.439_531_470_938_456),
            (0.3, -0.524_400_512_708_040_8),
            (0.5, 0.0),
            (0.9, 1.281_551_565_544_600_6),
            (0.999_999, 4.753_424_308_817_088),
        ] {
            let found = normal_score(u);
            assert!((found - z).abs() <= 2e-15 * z.abs(), "{u}: {found} instead of {z}");
        }
    }

    #[test]
    fn the_ends_have_infinite_scores_and_no_probability_has_none() {
        assert_eq!(normal_score(0.0).to_bits(), f64::NEG_INFINITY.to_bits());
        assert_eq!(normal_score(1.0).to_bits(), f64::INFINITY.to_bits());
        for outside in [-0.1, 1.1, f64::NAN] {
            assert!(normal_score(outside).is_nan(), "{outside}");
        }
    }

    #[test]
    fn the_tail_below_a_score_is_its_probability() {
        for u in [1e-200, 1e-12, 0.01, 0.2, 0.5, 0.7, 0.999] {
            let back = lower(normal_score(u));
            assert!((back - u).abs() < 1e-10 * u, "{u} came back as {back}");
        }
    }
}
