//! A quarter of a calendar year.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::scenario::scalar::YEARS;

/// A quarter of a calendar year, written `2025-Q1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    /// The calendar year.
    pub year: i16,
    /// 1 to 4.
    pub number: u8,
}

impl Quarter {
    /// The quarter that a text names, if it lies in the years that the calendar serves.
    ///
    /// # Example
    /// ```
    /// use sim::scenario::Quarter;
    /// assert_eq!(Quarter::parse("2025-Q1"), Some(Quarter { year: 2025, number: 1 }));
    /// assert_eq!(Quarter::parse("2025-Q5"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let (year, number) = text.split_once("-Q")?;
        let plain = |part: &str, length| part.len() == length && part.bytes().all(|c| c.is_ascii_digit());
        if !plain(year, 4) || !plain(number, 1) {
            return None;
        }
        let (year, number) = (year.parse().ok()?, number.parse().ok()?);
        ((YEARS.0..=YEARS.1).contains(&year) && (1..=4).contains(&number)).then_some(Self { year, number })
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        let month = i8::try_from(self.number).unwrap_or(1) * 3 - 2;
        Date::new(self.year, month, 1).unwrap_or(Date::MIN)
    }

    /// The day after its last.
    pub fn end(self) -> Date {
        self.first_day().saturating_add(3.months())
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-Q{}", self.year, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_is_written_in_one_way_only() {
        assert_eq!(Quarter::parse("2025-Q3").map(|quarter| quarter.to_string()).as_deref(), Some("2025-Q3"));
        for text in ["2025-3", "2025-Q0", "2025-Q5", "25-Q1", "2025-Q11", "2025-q1", "1200-Q1", "", "+025-Q1"]
        {
            assert_eq!(Quarter::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_quarter_ends_where_the_next_begins() {
        let last = Quarter { year: 2024, number: 4 };
        assert_eq!((last.first_day(), last.end()), (Date::constant(2024, 10, 1), Date::constant(2025, 1, 1)));
    }
}
