//! Numbers as people type them at a prompt.

use thiserror::Error;

use crate::report::wording::Wording;

/// Why a word is no number for an option.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub(super) enum NumberFault {
    /// Groups of three digits, parted by points, commas or spaces.
    #[error("expected digits only, got groups; meant {meant}?")]
    Grouped {
        /// The number without its separators.
        meant: String,
    },
    /// A number with decimals.
    #[error("expected a whole number")]
    Fraction,
    /// No number at all.
    #[error("expected a number in digits")]
    NotANumber,
    /// Below the lowest or above the highest.
    #[error("expected {low} to {high}")]
    OutOfRange {
        /// Lowest value taken.
        low: u64,
        /// Highest value taken.
        high: u64,
    },
    /// Not two numbers `LOW:HIGH`, the lower first.
    #[error("expected LOW:HIGH")]
    NotARange,
    /// Not a chance above a half.
    #[error("expected a number between 0.5 and 1")]
    NotABound,
    /// Not a chance between 0 and 1.
    #[error("expected a number between 0 and 1")]
    NotAChance,
    /// Not an amount of euros above nought.
    #[error("expected an amount above 0")]
    NotAnAmount,
    /// Not two whole numbers `K/N`, the first at most the second.
    #[error("expected K/N")]
    NotAShard,
}

/// Most parts that a run can be cut in.
const MOST_SHARDS: usize = 10_000;

/// What is said of the number of replications.
pub(super) fn replications_help(wording: &Wording, usual: u64, (least, most): (u64, u64)) -> String {
    let gap = |number: u64| number.to_string().into();
    wording.fill(
        "help-option-replications",
        &[("default", gap(usual)), ("least", gap(least)), ("most", gap(most))],
    )
}

/// Reads which of how many parts `K/N`, counted from 1.
pub(super) fn shard(text: &str) -> Result<(usize, usize), NumberFault> {
    let whole = |text: &str| text.parse::<usize>().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()));
    let (shard, of) = text.split_once('/').ok_or(NumberFault::NotAShard)?;
    match (whole(shard), whole(of)) {
        (Some(shard), Some(of)) if (1..=of).contains(&shard) && of <= MOST_SHARDS => Ok((shard, of)),
        _ => Err(NumberFault::NotAShard),
    }
}

/// Reads an amount of euros, with a decimal point, of a cent or more.
pub(super) fn euros(text: &str) -> Result<f64, NumberFault> {
    decimal(text).filter(|euros| (0.01..=1e12).contains(euros)).ok_or(NumberFault::NotAnAmount)
}

/// Reads a range `LOW:HIGH` with a decimal point.
pub(super) fn range(text: &str) -> Result<(f64, f64), NumberFault> {
    let (low, high) = text.split_once(':').ok_or(NumberFault::NotARange)?;
    match (decimal(low), decimal(high)) {
        (Some(low), Some(high)) if low < high => Ok((low, high)),
        _ => Err(NumberFault::NotARange),
    }
}

/// Reads a chance from 0.01 to 0.99: nearer to the ends no number of replications says much.
pub(super) fn chance(text: &str) -> Result<f64, NumberFault> {
    decimal(text).filter(|chance| (0.01..=0.99).contains(chance)).ok_or(NumberFault::NotAChance)
}

/// Reads a chance above a half, at which a conclusion can be drawn.
pub(super) fn bound(text: &str) -> Result<f64, NumberFault> {
    decimal(text).filter(|bound| (0.51..=0.99).contains(bound)).ok_or(NumberFault::NotABound)
}

fn decimal(text: &str) -> Option<f64> {
    let number: f64 = text.trim().parse().ok()?;
    number.is_finite().then_some(number)
}

/// Reads a whole number from `low` to `high`, both included.
pub(super) fn whole(text: &str, low: u64, high: u64) -> Result<u64, NumberFault> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(NumberFault::NotANumber);
    }
    if digits.chars().all(|c| c.is_ascii_digit()) {
        // A number too long for 64 bits is a number out of range all the same.
        let value = text.parse().ok().filter(|value| (low..=high).contains(value));
        return value.ok_or(NumberFault::OutOfRange { low, high });
    }
    if !digits.chars().all(|c| c.is_ascii_digit() || is_separator(c)) {
        return Err(NumberFault::NotANumber);
    }
    let mut groups = digits.split(is_separator);
    let first = groups.next().unwrap_or_default();
    if (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3) {
        return Err(NumberFault::Grouped { meant: digits.replace(is_separator, "") });
    }
    Err(NumberFault::Fraction)
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '_' | '\'' | ' ' | '\u{a0}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_in_range_are_taken() {
        assert_eq!(whole("1", 1, 10), Ok(1));
        assert_eq!(whole("10", 1, 10), Ok(10));
        assert_eq!(whole("18446744073709551615", 0, u64::MAX), Ok(u64::MAX));
    }

    #[test]
    fn a_number_out_of_range_is_told_its_range() {
        let out = Err(NumberFault::OutOfRange { low: 1, high: 10 });
        for text in ["0", "11", "-1", "99999999999999999999999"] {
            assert_eq!(whole(text, 1, 10), out, "{text}");
        }
    }

    #[test]
    fn thousands_with_separators_are_recognised_and_never_read_as_decimals() {
        for text in ["10.000", "10,000", "10_000", "10 000", "10'000"] {
            assert_eq!(whole(text, 1, 99_999), Err(NumberFault::Grouped { meant: "10000".into() }), "{text}");
        }
        assert_eq!(whole("10000,0", 1, 99_999), Err(NumberFault::Fraction));
        assert_eq!(whole("1.5", 1, 10), Err(NumberFault::Fraction));
    }

    #[test]
    fn a_range_is_two_numbers_the_lower_first_and_a_chance_lies_between_nought_and_one() {
        assert_eq!(range("-0.5:2"), Ok((-0.5, 2.0)));
        for text in ["", "1", "2:1", "1:1", "0,1:0,5", "a:b", "nan:1", "0:inf"] {
            assert_eq!(range(text), Err(NumberFault::NotARange), "{text}");
        }
        assert_eq!(chance("0.8"), Ok(0.8));
        for text in ["0", "1", "80", "80%", "0,8", "nan", "-0.5"] {
            assert_eq!(chance(text), Err(NumberFault::NotAChance), "{text}");
        }
        assert_eq!(bound("0.9"), Ok(0.9));
        for text in ["0.5", "1", "90", "0,9", ""] {
            assert_eq!(bound(text), Err(NumberFault::NotABound), "{text}");
        }
    }

    #[test]
    fn a_shard_is_one_of_so_many_and_an_amount_is_a_cent_or_more() {
        assert_eq!(shard("2/4"), Ok((2, 4)));
        for text in ["", "2", "0/4", "5/4", "1/0", "a/b", "1/20000", "+1/4", "1/4/5", "-1/4"] {
            assert_eq!(shard(text), Err(NumberFault::NotAShard), "{text}");
        }
        assert_eq!(euros("2500"), Ok(2500.0));
        for text in ["0", "-1", "nan", "inf", "1.000,00", "veel", ""] {
            assert_eq!(euros(text), Err(NumberFault::NotAnAmount), "{text}");
        }
    }

    #[test]
    fn words_are_no_numbers() {
        for text in ["", "-", "veel", "1e4", "10k", "nan", ".5"] {
            assert_eq!(whole(text, 1, 10), Err(NumberFault::NotANumber), "{text}");
        }
    }
}
