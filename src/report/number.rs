//! The one place where a number becomes text.
//!
//! The rules, for Dutch and for English:
//! * Digits are grouped by three; the decimal sign is that of the language; a minus is a real minus sign (U+2212),
//!   also before euros, and a value that rounds to nought has none. Number and unit do not part at the end of a line.
//! * Euros are whole and rounded to what they can bear. By size: tens above 100, hundreds above 1,000, thousands above
//!   10,000, ten thousands above 1,000,000, and so on. By error: the last digit
//!   shown is worth at least a fifth of the Monte Carlo standard error. The coarser rule holds.
//! * Weeks and hours have one decimal, young people none, percentages none. A chance is never
//!   shown as 0 % or 100 %, but as less than 1 or more than 99 %: what no replication showed may still happen.
//! * An undefined number is an en dash, never a nought.

use fixed_decimal::{Decimal, FloatPrecision, SignDisplay, SignedRoundingMode, UnsignedRoundingMode};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::locale;

use super::wording::Language;

/// What kind of number it is, and so how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Euros, rounded to what they can bear.
    Eur,
    /// Euros, whole and not rounded further: a limit that somebody set.
    EurWhole,
    /// Euros and cents.
    EurCents,
    /// Euros with four decimals: an average from which a printed product was made.
    EurUnrounded,
    /// Thousands of euros, without a sign for the euro: for a table that says so in its heading.
    ThousandEur,
    /// Weeks, one decimal, without the word.
    Weeks,
    /// Hours, one decimal, without the word.
    Hours,
    /// Young people, conversations and other things counted, whole.
    Count,
    /// A share as a whole percentage.
    Percent,
    /// A share as a percentage with one decimal.
    FinePercent,
    /// A share as a percentage as somebody gave it, or a mean of what was given: three digits, and no decimals that are noughts.
    GivenPercent,
    /// A probability as a whole percentage, never 0 or 100.
    Chance,
    /// A probability as a number of cases out of twenty: less than 1 instead of none.
    CasesOfTwenty,
    /// A pure number with two decimals.
    Ratio,
    /// A number as somebody gave it, or a mean of what was given: three digits, and no decimals that are noughts.
    Given,
    /// The same, of which one digit is left when it is very small: a tolerance, or what rounding makes.
    Trace,
}

/// Writes numbers in one language.
pub struct Numbers {
    language: Language,
    formatter: Option<DecimalFormatter>,
}

/// What stands for a number that is not defined.
pub const UNDEFINED: &str = "–";
const MINUS: char = '\u{2212}';
/// A space at which no line is broken.
const HARD_SPACE: char = '\u{a0}';

impl Numbers {
    /// The writer for `language`.
    pub fn new(language: Language) -> Self {
        let locale = match language {
            Language::Nl => locale!("nl"),
            Language::En => locale!("en"),
        };
        // Both locales are compiled in; without one the digits would merely stand ungrouped.
        Self {
            language,
            formatter: DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).ok(),
        }
    }

    /// A number in its form; `error` is its Monte Carlo standard error where it has one.
    ///
    /// # Example
    /// ```
    /// use sim::report::number::{Form, Numbers};
    /// use sim::report::wording::Language;
    /// let nl = Numbers::new(Language::Nl);
    /// assert_eq!(nl.show(Form::Eur, -78_612.4, Some(250.0)), "€\u{a0}\u{2212}79.000");
    /// assert_eq!(nl.show(Form::Weeks, 3.42, None), "3,4");
    /// ```
    pub fn show(&self, form: Form, value: f64, error: Option<f64>) -> String {
        if !value.is_finite() {
            return UNDEFINED.to_owned();
        }
        match form {
            Form::Eur => self.euro(value, eur_step(value, error).max(0)),
            Form::EurWhole => self.euro(value, 0),
            Form::EurCents => self.euro(value, -2),
            Form::EurUnrounded => self.euro(value, -4),
            Form::ThousandEur => {
                let step = error.map_or(3, |error| bearable(error).max(3));
                self.plain(value / 1000.0, step - 3)
            }
            Form::Weeks | Form::Hours => self.plain(value, -1),
            Form::Count => self.plain(value, 0),
            Form::Percent => self.percent(value),
            Form::FinePercent => format!("{}%", self.plain(value * 100.0, -1)),
            Form::GivenPercent => format!("{}%", self.given(value * 100.0)),
            Form::Chance => self.chance(value),
            Form::CasesOfTwenty => self.cases(value),
            Form::Ratio => self.plain(value, -2),
            Form::Given => self.given(value),
            Form::Trace => self.trace(value),
        }
    }

    /// A number that may be undefined.
    pub fn show_or_dash(&self, form: Form, value: Option<f64>, error: Option<f64>) -> String {
        value.map_or_else(|| UNDEFINED.to_owned(), |value| self.show(form, value, error))
    }

    fn euro(&self, value: f64, position: i16) -> String {
        let digits = self.plain(value, position);
        match (self.language, digits.strip_prefix(MINUS)) {
            (Language::Nl, _) => format!("€{HARD_SPACE}{digits}"),
            (Language::En, Some(rest)) => format!("{MINUS}€{rest}"),
            (Language::En, None) => format!("€{digits}"),
        }
    }

    fn trace(&self, value: f64) -> String {
        let size = value.abs();
        let reaches = |position: &i16| size >= 0.95 * 10.0_f64.powi(i32::from(*position));
        match (-15..=-4_i16).rev().find(reaches) {
            Some(position) if size < 0.000_95 => self.plain(value, position),
            _ => self.given(value),
        }
    }

    fn given(&self, value: f64) -> String {
        let size = value.abs();
        let most: i16 = match size {
            _ if size >= 99.95 => 0,
            _ if size >= 9.995 => -1,
            _ if size >= 0.9995 => -2,
            _ => -3,
        };
        let shorter = (most..=0).rev().find(|position| {
            let shown = |position: i16| {
                let scale = 10.0_f64.powi(i32::from(-position));
                (value * scale).round() / scale
            };
            (shown(*position) - shown(most)).abs() < 1e-9
        });
        self.plain(value, shorter.unwrap_or(most))
    }

    fn percent(&self, share: f64) -> String {
        format!("{}%", self.plain(share * 100.0, 0))
    }

    fn chance(&self, chance: f64) -> String {
        if chance < 0.005 {
            format!("<{HARD_SPACE}1%")
        } else if chance >= 0.995 {
            format!(">{HARD_SPACE}99%")
        } else {
            self.percent(chance)
        }
    }

    fn cases(&self, chance: f64) -> String {
        match self.plain(chance * 20.0, 0).as_str() {
            "0" => format!("<{HARD_SPACE}1"),
            "20" if chance < 1.0 => format!(">{HARD_SPACE}19"),
            cases => cases.to_owned(),
        }
    }

    /// Digits rounded half away from nought at a power of ten.
    fn plain(&self, value: f64, position: i16) -> String {
        let Ok(mut decimal) = Decimal::try_from_f64(value, FloatPrecision::RoundTrip) else {
            return UNDEFINED.to_owned();
        };
        decimal.round_with_mode(position, SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand));
        decimal.absolute.trim_end();
        decimal.absolute.trim_start();
        decimal.absolute.pad_end(position.min(0));
        decimal.apply_sign_display(SignDisplay::ExceptZero);
        let text = match &self.formatter {
            Some(formatter) => formatter.format(&decimal).to_string(),
            None => decimal.to_string(),
        };
        let digits = text.trim_start_matches(|first: char| !first.is_ascii_digit());
        if value < 0.0 && !decimal.absolute.is_zero() {
            format!("{MINUS}{digits}")
        } else {
            digits.to_owned()
        }
    }
}

/// Shares that are told beside each other as whole percentages: where they add up to 1, what is told adds up to 100%.
///
/// All are rounded down; what is then missing goes to those that lost most, of equals to the first (largest remainders).
///
/// # Example
/// ```
/// use sim::report::number::whole_percentages;
/// assert_eq!(whole_percentages(&[0.495, 0.255, 0.25]), [0.50, 0.25, 0.25]);
/// ```
pub fn whole_percentages(shares: &[f64]) -> Vec<f64> {
    let total = shares.iter().sum::<f64>();
    if (total - 1.0).abs() > 1e-9 {
        return shares.to_vec();
    }
    // What is a whole percentage but for the last bit stays one.
    let mut whole: Vec<f64> = shares.iter().map(|share| (share * 100.0 + 1e-9).floor()).collect();
    let mut losers: Vec<usize> = (0..shares.len()).collect();
    losers.sort_by(|one, other| {
        let lost = |at: usize| shares[at] * 100.0 - whole[at];
        lost(*other).total_cmp(&lost(*one))
    });
    let mut missing = 100.0 - whole.iter().sum::<f64>();
    for at in losers {
        let more = missing.clamp(0.0, 1.0);
        whole[at] += more;
        missing -= more;
    }
    whole.into_iter().map(|percentage| percentage / 100.0).collect()
}

/// Power of ten of the last digit of an amount.
fn eur_step(value: f64, error: Option<f64>) -> i16 {
    let size = value.abs();
    let by_size = match size {
        _ if size < 100.0 => 0,
        _ if size < 1e3 => 1,
        _ if size < 1e4 => 2,
        _ if size < 1e6 => 3,
        _ if size < 1e7 => 4,
        _ => 5,
    };
    error.map_or(by_size, |error| by_size.max(bearable(error)))
}

/// The largest power of ten not above two standard errors: smaller digits are noise.
fn bearable(error: f64) -> i16 {
    let mut power = 0;
    let mut next = 10.0;
    while next <= 2.0 * error && power < 12 {
        power += 1;
        next *= 10.0;
    }
    power
}

/// The code by which a spreadsheet shows a number in its form; the spreadsheet knows groups and decimal sign itself.
///
/// Negative amounts bear a minus and are red too. A chance is never shown as 0 % or 100 %.
pub const fn cell_code(form: Form, language: Language) -> &'static str {
    match (form, language) {
        (Form::Eur | Form::EurWhole | Form::ThousandEur, Language::Nl) => {
            "\"€\"\u{a0}#,##0;[Red]\"€\"\u{a0}-#,##0"
        }
        (Form::Eur | Form::EurWhole | Form::ThousandEur, Language::En) => "\"€\"#,##0;[Red]-\"€\"#,##0",
        (Form::EurCents, Language::Nl) => "\"€\"\u{a0}#,##0.00;[Red]\"€\"\u{a0}-#,##0.00",
        (Form::EurCents, Language::En) => "\"€\"#,##0.00;[Red]-\"€\"#,##0.00",
        (Form::EurUnrounded, Language::Nl) => "\"€\"\u{a0}#,##0.0000",
        (Form::EurUnrounded, Language::En) => "\"€\"#,##0.0000",
        (Form::Weeks | Form::Hours, _) => "#,##0.0",
        (Form::Count, _) => "#,##0",
        (Form::Percent | Form::FinePercent, _) => "0.0%",
        (Form::GivenPercent, _) => "0.0#%",
        (Form::Given, _) => "General",
        (Form::Chance, _) => "[<0.005]\"<\u{a0}1%\";[>=0.995]\">\u{a0}99%\";0%",
        (Form::CasesOfTwenty | Form::Ratio, _) => "0.00",
        (Form::Trace, _) => "0.0E+00",
    }
}

/// A number for a spreadsheet with Dutch settings: a decimal comma, no groups, every digit.
pub fn with_decimal_comma(value: f64) -> String {
    value.to_string().replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nl(form: Form, value: f64) -> String {
        Numbers::new(Language::Nl).show(form, value, None)
    }

    fn en(form: Form, value: f64) -> String {
        Numbers::new(Language::En).show(form, value, None)
    }

    #[test]
    fn whole_percentages_add_up_and_none_is_off_by_more_than_one() {
        for shares in [
            vec![1.0 / 3.0; 3],
            vec![0.125; 8],
            vec![0.005, 0.995],
            vec![43.5 / 176.5, 82.5 / 176.5, 13.5 / 176.5, 31.5 / 176.5, 5.5 / 176.5],
            vec![1.0],
        ] {
            let told = whole_percentages(&shares);
            let sum = told.iter().map(|share| (share * 100.0).round()).sum::<f64>();
            assert!((sum - 100.0).abs() < 1e-9, "{shares:?}: {told:?}");
            assert!(shares.iter().zip(&told).all(|(share, told)| (share - told).abs() < 0.01), "{told:?}");
        }
        assert_eq!(whole_percentages(&[1.2, 0.6]), [1.2, 0.6], "these are no shares of a whole");
    }

    #[test]
    fn euros_are_rounded_by_their_size() {
        for (value, text) in [
            (84.4, "€\u{a0}84"),
            (-846.0, "€\u{a0}−850"),
            (8_461.0, "€\u{a0}8.500"),
            (84_612.0, "€\u{a0}85.000"),
            (-778_216.88, "€\u{a0}−778.000"),
            (1_234_567.0, "€\u{a0}1.230.000"),
            (0.2, "€\u{a0}0"),
            (-0.2, "€\u{a0}0"),
        ] {
            assert_eq!(nl(Form::Eur, value), text);
        }
        assert_eq!(en(Form::Eur, -78_612.0), "−€79,000");
    }

    #[test]
    fn an_amount_shows_no_digit_that_is_noise() {
        let numbers = Numbers::new(Language::Nl);
        assert_eq!(numbers.show(Form::Eur, 84_612.0, Some(100.0)), "€\u{a0}85.000");
        assert_eq!(numbers.show(Form::Eur, 84_612.0, Some(6_000.0)), "€\u{a0}80.000");
        assert_eq!(numbers.show(Form::ThousandEur, 84_612.0, Some(6_000.0)), "80");
        assert_eq!(numbers.show(Form::ThousandEur, -1_284_612.0, None), "−1.285");
    }

    #[test]
    fn cents_are_there_when_asked_for() {
        assert_eq!(nl(Form::EurCents, 778_216.88), "€\u{a0}778.216,88");
        assert_eq!(nl(Form::EurCents, 237_000.0), "€\u{a0}237.000,00");
        assert_eq!(nl(Form::EurCents, -0.004), "€\u{a0}0,00");
        assert_eq!(en(Form::EurCents, -89_796.79), "−€89,796.79");
    }

    #[test]
    fn weeks_have_one_decimal_and_young_people_none() {
        assert_eq!(nl(Form::Weeks, 3.449), "3,4");
        assert_eq!(nl(Form::Weeks, -0.04), "0,0");
        assert_eq!(nl(Form::Weeks, 12.0), "12,0");
        assert_eq!(nl(Form::Count, 1_234.5), "1.235");
        assert_eq!(en(Form::Count, 10_000.0), "10,000");
        assert_eq!(nl(Form::Ratio, 0.99), "0,99");
    }

    #[test]
    fn a_given_number_keeps_its_decimals_and_gets_no_noughts() {
        assert_eq!((nl(Form::Given, 20.0), nl(Form::Given, 14.5)), ("20".to_owned(), "14,5".to_owned()));
        assert_eq!(
            (nl(Form::Given, 0.021_666), nl(Form::Given, -0.25)),
            ("0,022".to_owned(), "−0,25".to_owned())
        );
    }

    #[test]
    fn a_chance_is_never_shown_as_certain() {
        assert_eq!(nl(Form::Chance, 0.0001), "<\u{a0}1%");
        assert_eq!(nl(Form::Chance, 0.9999), ">\u{a0}99%");
        assert_eq!(nl(Form::Chance, 0.0), "<\u{a0}1%");
        assert_eq!(nl(Form::Chance, 1.0), ">\u{a0}99%");
        assert_eq!(nl(Form::Chance, 0.994), "99%");
        assert_eq!(nl(Form::Percent, 0.567), "57%");
        assert_eq!(nl(Form::FinePercent, 0.0123), "1,2%");
        assert_eq!(
            [0.0225, 0.0496, 0.42, 1.0].map(|share| nl(Form::GivenPercent, share)),
            ["2,25%", "4,96%", "42%", "100%"]
        );
        assert_eq!(nl(Form::CasesOfTwenty, 0.71), "14");
        assert_eq!(nl(Form::CasesOfTwenty, 0.01), "<\u{a0}1");
        assert_eq!(nl(Form::CasesOfTwenty, 0.99), ">\u{a0}19");
    }

    #[test]
    fn what_is_undefined_is_a_dash() {
        assert_eq!(nl(Form::Eur, f64::NAN), UNDEFINED);
        assert_eq!(nl(Form::Weeks, f64::INFINITY), UNDEFINED);
        assert_eq!(Numbers::new(Language::En).show_or_dash(Form::Count, None, None), UNDEFINED);
    }

    #[test]
    fn a_huge_number_is_still_a_number() {
        assert_eq!(nl(Form::Count, 1e15), "1.000.000.000.000.000");
        assert_eq!(nl(Form::Eur, -1e12), "€\u{a0}−1.000.000.000.000");
    }
}
