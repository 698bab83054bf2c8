//! What was found elsewhere, with its source: held beside a forecast, never used in one.

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// The share of the positive closures that really avoids maatwerk, as a method takes it.
    AvoidanceShare,
    /// The break-even avoidance share that follows from a period's registered figures.
    BreakEvenShare,
    /// Use of youth care with such workers relative to without.
    UseRatio,
    /// The share closed without referral to specialised care.
    ClosedShare,
}

/// One finding.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finding {
    /// Its name in `summary.json`, and part of the id of its sentence.
    pub id: &'static str,
    /// What it is about.
    pub kind: FindingKind,
    /// The value found; `None` where only a direction is reported.
    pub value: Option<f64>,
    /// The 95 % interval, or the range reported.
    pub range: Option<(f64, f64)>,
    /// Where it is found.
    pub source: &'static str,
}

const fn finding(
    id: &'static str,
    kind: FindingKind,
    value: Option<f64>,
    range: Option<(f64, f64)>,
    source: &'static str,
) -> Finding {
    Finding { id, kind, value, range, source }
}

/// The findings, those on avoidance first.
///
/// The first is no measurement: the evaluation's method counts every positive closure as an avoided trajectory. The
/// second and third are cost divided by avoided cost in its table 3 (441,532.20 / 778,216.88 and
/// 204,532.20 / 451,420.09).
pub const STUDIES: &[Finding] = &[
    finding(
        "evaluation-method",
        FindingKind::AvoidanceShare,
        Some(1.0),
        None,
        "evaluatie POJ Overbetuwe 2020-2022, tabel 3 (E:465-500)",
    ),
    finding(
        "pilot-break-even",
        FindingKind::BreakEvenShare,
        Some(0.567_363_95),
        None,
        "evaluatie POJ Overbetuwe 2020-2022, tabel 3 (E:473-490)",
    ),
    finding(
        "pilot-break-even-2022",
        FindingKind::BreakEvenShare,
        Some(0.453_086_17),
        None,
        "evaluatie POJ Overbetuwe 2020-2022, tabel 3 (E:473-490)",
    ),
    finding(
        "use-ratio",
        FindingKind::UseRatio,
        Some(0.99),
        Some((0.92, 1.06)),
        "doi 10.1007/s00787-024-02619-z",
    ),
    finding("cpb-2020", FindingKind::UseRatio, None, None, "CPB 2020, nrc.nl 2020-12-09"),
    finding(
        "benchmark-2019",
        FindingKind::ClosedShare,
        Some(0.41),
        None,
        "Accare, Molendrift, Karakter 2019 (E:86)",
    ),
    finding("den-haag", FindingKind::ClosedShare, Some(0.56), None, "medicalfacts.nl 2021-03-12"),
    finding("oost-gelre", FindingKind::ClosedShare, Some(0.60), None, "oostgelre.begrotingsapp.nl"),
    finding("rotterdam", FindingKind::ClosedShare, Some(0.224), None, "doi 10.1093/pubmed/fdae008"),
    finding("aef-2020", FindingKind::ClosedShare, None, Some((0.40, 0.50)), "AEF 2020, keizersvisser.nl"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn value(id: &str) -> f64 {
        STUDIES.iter().find(|finding| finding.id == id).unwrap().value.unwrap()
    }

    #[test]
    fn the_pilots_break_even_shares_follow_from_the_printed_amounts() {
        assert!((value("pilot-break-even") - 441_532.20 / 778_216.88).abs() < 1e-6);
        assert!((value("pilot-break-even-2022") - 204_532.20 / 451_420.09).abs() < 1e-6);
    }

    #[test]
    fn every_finding_has_a_source_and_a_name_of_its_own() {
        for (index, finding) in STUDIES.iter().enumerate() {
            assert!(!finding.source.is_empty());
            assert!(STUDIES[..index].iter().all(|earlier| earlier.id != finding.id));
        }
    }
}
