//! What is told of a run that is less exact than was asked.

use super::running::{RUN_MOST, RunOrder};
use crate::analyses::LargestError;
use crate::report::number::{Form, Numbers};
use crate::report::wording::Wording;
use crate::scenario::Experiment;

/// Which number has the largest error after so many replications, how large that is, and how many would do.
pub(super) fn missed(
    order: &RunOrder,
    experiment: &Experiment,
    (found, replications): (&LargestError, usize),
    wording: &Wording,
) -> String {
    let numbers = Numbers::new(wording.language());
    let count = |count: f64| numbers.show(Form::Count, count, None);
    let which = match found.level {
        None => wording.text("precision-mean"),
        Some(level) => format!("P{:.0}", level * 100.0),
    };
    let wanted = order.precision.unwrap_or_default();
    let (whole_or_cents, unit) =
        if wanted.fract() == 0.0 { (Form::EurWhole, 1.0) } else { (Form::EurCents, 0.01) };
    // Rounded as figures are, unless that would tell of an error that was small enough.
    let error = if found.error < 1.2 * wanted {
        numbers.show(whole_or_cents, (found.error / unit).ceil() * unit, None)
    } else {
        numbers.show(Form::Eur, found.error, None)
    };
    let needed = rounded_up(found.replications(wanted, replications));
    // Another id per end: more replications help, more than one run may have would, or nothing is known yet.
    let (id, needed) = match needed {
        _ if !found.error.is_finite() => {
            let gaps = [("count", count(replications as f64).into()), ("count-count", replications.into())];
            ("precision-unknown", wording.fill("replications-count", &gaps))
        }
        needed if needed > RUN_MOST as f64 => ("precision-beyond", count(RUN_MOST as f64)),
        needed => ("precision-missed", count(needed)),
    };
    let mut told = wording.fill(
        id,
        &[
            ("which", which.into()),
            ("arm", (&experiment.arms[found.arm].title).into()),
            ("world", (&experiment.worlds[0].title).into()),
            ("error", error.into()),
            ("wanted", numbers.show(whole_or_cents, wanted, None).into()),
            ("needed", needed.into()),
        ],
    );
    if found.level.is_some() {
        told = format!("{told} {}", wording.text("precision-page"));
    }
    told
}

/// Two digits, the second rounded up: an error is itself an estimate.
fn rounded_up(count: f64) -> f64 {
    let unit = 10.0_f64.powf(count.max(1.0).log10().floor() - 1.0).max(1.0);
    (count / unit).ceil() * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_replications_is_told_in_two_digits_that_suffice() {
        for (count, told) in [(7.2, 8.0), (41_001.0, 42_000.0), (5_200.0, 5_200.0), (99_999.0, 100_000.0)] {
            assert!((rounded_up(count) - told).abs() < 1e-6, "{count}");
        }
        assert!(rounded_up(f64::INFINITY).is_nan() || rounded_up(f64::INFINITY).is_infinite());
    }
}
