//! Numbers as people write them, to say what was probably meant.

/// The number meant by a text with a decimal comma, thousands points, a percent or a euro sign; none for a text
/// that is no such number, or that is a number as TOML writes it.
pub(super) fn dutch(text: &str) -> Option<f64> {
    let trimmed =
        text.trim().trim_start_matches('€').trim_start_matches("EUR").trim_start_matches("eur").trim();
    let (bare, percent) = match trimmed.strip_suffix('%') {
        Some(bare) => (bare.trim_end(), true),
        None => (trimmed, false),
    };
    let (sign, digits) = bare.strip_prefix('-').map_or((1.0, bare), |digits| (-1.0, digits));
    let digits: String = digits.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '_')).collect();
    if digits.is_empty() || digits.len() > 30 {
        return None;
    }
    let (whole, fraction) = digits.split_once(',').unwrap_or((&digits, ""));
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole = if whole.contains('.') {
        let grouped = grouped(whole);
        if grouped {
            whole.replace('.', "")
        } else if fraction.is_empty() {
            whole.to_owned()
        } else {
            return None;
        }
    } else {
        whole.to_owned()
    };
    let value: f64 =
        format!("{whole}.{fraction}0").replace("..", ".").parse().or_else(|_| whole.parse()).ok()?;
    let value = if percent { value / 100.0 } else { value };
    value.is_finite().then_some(sign * value)
}

/// Whether points stand where Dutch groups thousands: `1.234.567`.
pub(super) fn grouped(whole: &str) -> bool {
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or("");
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let mut rest = 0;
    for group in groups {
        if group.len() != 3 || !digits(group) {
            return false;
        }
        rest += 1;
    }
    rest > 0 && (1..=3).contains(&first.len()) && digits(first)
}

/// A number as a scenario file writes it: exactly, and the shorter way.
pub fn written(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 { format!("{value:.0}") } else { format!("{value:?}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_comma_is_understood() {
        assert_eq!(dutch("1.234,56"), Some(1234.56));
        assert_eq!(dutch("0,5"), Some(0.5));
        assert_eq!(dutch("-0,5"), Some(-0.5));
        assert_eq!(dutch("€ 85.000"), Some(85000.0));
        assert_eq!(dutch("5 %"), Some(0.05));
        assert_eq!(dutch("1.234.567"), Some(1_234_567.0));
        assert_eq!(dutch("12 uur"), None);
        assert_eq!(dutch("1,2,3"), None);
        assert_eq!(dutch(""), None);
    }

    #[test]
    fn a_number_is_written_so_that_it_is_read_back_exactly() {
        for value in [0.1, 1.0 / 3.0, 6535.9358, 20.0, -0.5, 1e300, 5e-324] {
            assert_eq!(written(value).parse::<f64>().unwrap().to_bits(), value.to_bits());
        }
    }
}
