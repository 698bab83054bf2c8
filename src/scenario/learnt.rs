//! Weighted draws that a calibration learnt: the file they stand in, and whether they suit a scenario.
//!
//! The first line says what the file is, the second names the columns, the third says under which law each was learnt,
//! and every further line is a draw: its weight, then a score or a value per column.

use std::fmt::Write as _;

use super::fault::{DrawsFault, FaultKind};
use super::inputs::{Desk, Spot};
use super::keys::nearest;
use super::model::{CompositionLaw, Scenario};
use super::vocabulary::Key;
use crate::distributions::{Law, normal_score};

/// How a file of weighted draws begins.
pub const DRAWS_MARK: &str = "# sim draws 1";
/// What stands before the law of a column that holds values instead of scores.
const LEVEL: &str = "level ";
/// Fewest draws that count.
const LEAST_DRAWS: usize = 20;
/// Furthest that a value can lie in the tail of a law, in normal scores.
const FURTHEST: f64 = 7.5;

/// Weighted draws of the scores of some uncertain quantities, all of which are read from one draw together.
#[derive(Clone, Debug, PartialEq)]
pub struct Learnt {
    keys: Vec<String>,
    /// Sums of the weights up to and with each draw; the last is 1.
    cumulative: Vec<f64>,
    /// Scores, draw after draw.
    scores: Vec<f64>,
}

impl Learnt {
    /// From weights, one per draw, and scores, draw after draw; `None` when they do not fit together, or no weight is
    /// above 0.
    pub fn new(keys: Vec<String>, weights: &[f64], scores: Vec<f64>) -> Option<Self> {
        let sum: f64 = weights.iter().sum();
        let sound = weights.iter().all(|weight| weight.is_finite() && *weight >= 0.0)
            && scores.iter().all(|score| score.is_finite());
        if keys.is_empty() || scores.len() != keys.len() * weights.len() || !sound || sum <= 0.0 {
            return None;
        }
        let mut so_far = 0.0;
        let cumulative = weights.iter().map(|weight| {
            so_far += weight / sum;
            so_far
        });
        Some(Self { keys, cumulative: cumulative.collect(), scores })
    }

    /// The quantities, by the names of their scores.
    pub fn keys(&self) -> &[String] {
        &self.keys
    }

    /// The scores of the draw that lies at `u`, from 0 to 1, along the weights.
    pub fn at(&self, u: f64) -> &[f64] {
        let draw = self.cumulative.partition_point(|sum| *sum <= u).min(self.cumulative.len() - 1);
        &self.scores[draw * self.keys.len()..][..self.keys.len()]
    }

    /// How many equal draws would tell as much: one over the sum of the squared weights.
    pub fn effective(&self) -> f64 {
        let before = std::iter::once(&0.0).chain(&self.cumulative);
        1.0 / self.cumulative.iter().zip(before).map(|(sum, before)| (sum - before).powi(2)).sum::<f64>()
    }
}

/// A law as a file of draws writes it.
pub fn law_text(law: &Law) -> String {
    match *law {
        Law::Fixed(value) => format!("fixed({value})"),
        Law::Beta { alpha, beta, low, high } => format!("beta({alpha} {beta} {low} {high})"),
        Law::Gamma { shape, rate } => format!("gamma({shape} {rate})"),
        Law::Normal { mean, sd } => format!("normal({mean} {sd})"),
        Law::LogNormal { mu, sigma } => format!("log-normal({mu} {sigma})"),
        Law::LogitNormal { mu, sigma } => format!("logit-normal({mu} {sigma})"),
    }
}

/// The text for a column of values that take the place of a law: the same counts must not speak twice.
pub fn level_text(law: &Law, scenario: &Scenario) -> String {
    format!("{LEVEL}{} on {}", law_text(law), scenario.inflow_measured_on)
}

/// The law behind a score of a scenario before any dated change, by the score's name: a dotted key, or `key#part`.
pub fn law_of(scenario: &Scenario, name: &str) -> Option<Law> {
    if let Some((key, part)) = name.split_once('#') {
        let compositions = [&scenario.referrers, &scenario.needs, &scenario.outcomes];
        let composition = compositions.into_iter().find(|one| one.key == key)?;
        let CompositionLaw::Dirichlet(weights) = &composition.law else { return None };
        let place = composition.parts.iter().position(|known| known == part)?;
        let later: f64 = weights.get(place + 1..)?.iter().sum();
        return (later > 0.0).then_some(Law::Beta {
            alpha: weights[place],
            beta: later,
            low: 0.0,
            high: 1.0,
        });
    }
    let own = scenario.providers.iter().flat_map(|provider| provider.quantities.iter().flatten());
    let timeline = scenario.quantities.iter().chain(own).find(|timeline| timeline.key == name)?;
    Some(timeline.initial.law.clone())
}

/// The score at which a law takes a value, where it can; far tails end at 7.5.
pub fn score_of(law: &Law, value: f64) -> Option<f64> {
    let (low, high) = law.bounds();
    let inside = !law.is_fixed() && value > low && value < high;
    inside.then(|| normal_score(law.cdf(value)).clamp(-FURTHEST, FURTHEST))
}

/// A file of weighted draws as text.
///
/// `about` is told in the first line. Each column is the name of a score and the text of its law; a row is a weight and a
/// number per column.
pub fn draws_text(about: &str, columns: &[(String, String)], rows: &[(f64, Vec<f64>)]) -> String {
    let mut text = format!("{DRAWS_MARK}; {}\nweight", about.replace(['\n', '\r'], " "));
    for (key, _) in columns {
        let _ = write!(text, ",{key}");
    }
    text.push_str("\nlaw");
    for (_, law) in columns {
        let _ = write!(text, ",{law}");
    }
    for (weight, numbers) in rows {
        let _ = write!(text, "\n{weight:.6e}");
        for number in numbers {
            let _ = write!(text, ",{number:.4}");
        }
    }
    text.push('\n');
    text
}

/// A cell with its place.
type Cell<'t> = (&'t str, Spot);

/// The lines of a text with their cells; empty lines are passed over.
fn cells(text: &str, input: usize) -> impl Iterator<Item = Vec<Cell<'_>>> {
    let mut start = 0;
    text.split('\n').filter_map(move |line| {
        let mut at = start;
        start += line.len() + 1;
        let row: Vec<Cell<'_>> = line
            .trim_end_matches('\r')
            .split(',')
            .map(|cell| {
                let spot = Spot { input, start: at, end: at + cell.len().max(1) };
                at += cell.len() + 1;
                (cell.trim(), spot)
            })
            .collect();
        (!line.trim().is_empty()).then_some(row)
    })
}

/// Reads a file of weighted draws for these scenarios; all that is wrong goes on the desk.
pub(super) fn read(desk: &mut Desk, input: usize, scenarios: &[Vec<Scenario>]) -> Option<Learnt> {
    let text = desk.text(input).to_owned();
    let mut lines = cells(text.trim_start_matches('\u{feff}'), input);
    let marked = text.trim_start_matches('\u{feff}').starts_with(DRAWS_MARK);
    let (Some(_), Some(names), Some(laws), true) = (lines.next(), lines.next(), lines.next(), marked) else {
        desk.fault(Desk::whole(input), FaultKind::Draws(DrawsFault::NotDraws));
        return None;
    };
    if names[0].0 != "weight" || laws[0].0 != "law" || names.len() < 2 || names.len() != laws.len() {
        desk.fault(names[0].1, FaultKind::Draws(DrawsFault::NotDraws));
        return None;
    }
    let mut columns = Vec::new();
    for (number, (name, law)) in names.iter().zip(&laws).enumerate().skip(1) {
        if names[1..number].iter().any(|(known, _)| known == &name.0) {
            desk.fault(name.1, FaultKind::DuplicateKey { key: name.0.to_owned() });
        }
        columns.push(suits(desk, *name, *law, scenarios));
    }
    let (mut weights, mut scores) = (Vec::new(), Vec::new());
    for row in lines {
        let mut numbers = Vec::with_capacity(row.len());
        if row.len() != names.len() {
            let fault = DrawsFault::Cells { found: row.len(), expected: names.len() };
            desk.fault(row[0].1, FaultKind::Draws(fault));
            continue;
        }
        for (place, (cell, spot)) in row.iter().enumerate() {
            let law = place.checked_sub(1).and_then(|column| columns[column].as_ref());
            numbers.extend(number(desk, (*cell, *spot), place == 0, law));
        }
        if let ([weight, rest @ ..], true) = (numbers.as_slice(), numbers.len() == names.len()) {
            weights.push(*weight);
            scores.extend_from_slice(rest);
        }
    }
    if weights.len() < LEAST_DRAWS && !desk.has_faults() {
        let fault = DrawsFault::TooFew { found: weights.len(), least: LEAST_DRAWS };
        desk.fault(Desk::whole(input), FaultKind::Draws(fault));
    }
    let keys = names[1..].iter().map(|(name, _)| (*name).to_owned()).collect();
    let learnt = Learnt::new(keys, &weights, scores);
    if learnt.is_none() && !desk.has_faults() {
        desk.fault(Desk::whole(input), FaultKind::Draws(DrawsFault::NoWeight));
    }
    learnt
}

/// How the numbers of a column are read.
enum Reading {
    /// As they stand: scores.
    Scores,
    /// As values of this law.
    Values(Law),
}

/// Whether a column was learnt under the law that every arm has in the leading world.
fn suits(
    desk: &mut Desk,
    (key, at): Cell<'_>,
    (learnt, law_at): Cell<'_>,
    scenarios: &[Vec<Scenario>],
) -> Option<Reading> {
    let mut reading = None;
    for scenario in scenarios.iter().filter_map(|worlds| worlds.first()) {
        let Some(law) = law_of(scenario, key) else {
            let known = scenario.quantities.iter().map(|timeline| timeline.key.as_str());
            let nearest = nearest(key, known);
            desk.fault(at, FaultKind::UnknownKey { key: key.chars().take(100).collect(), nearest });
            return None;
        };
        let is_level = learnt.starts_with(LEVEL) && key == Key::InflowYouthsPerYear.entry().key;
        let here = if is_level { level_text(&law, scenario) } else { law_text(&law) };
        if law.is_fixed() || here != learnt {
            let learnt = learnt.chars().take(100).collect();
            let fault = DrawsFault::OtherLaw { key: key.to_owned(), learnt, here };
            desk.fault(law_at, FaultKind::Draws(fault));
            return None;
        }
        reading = Some(if is_level { Reading::Values(law) } else { Reading::Scores });
    }
    reading
}

/// A number of a row: a weight, a score, or a value as a score.
fn number(
    desk: &mut Desk,
    (cell, spot): Cell<'_>,
    is_weight: bool,
    reading: Option<&Reading>,
) -> Option<f64> {
    let read = cell.parse::<f64>().ok().filter(|number| number.is_finite());
    let sound = match reading {
        _ if is_weight => read.filter(|weight| *weight >= 0.0),
        Some(Reading::Values(law)) => read.and_then(|value| score_of(law, value)),
        // What is wrong with a column was told of the column.
        Some(Reading::Scores) | None => read.filter(|score| score.abs() <= FURTHEST + 1.0),
    };
    if sound.is_none() {
        let found = cell.chars().take(40).collect();
        desk.fault(spot, FaultKind::Draws(DrawsFault::Number { found, is_weight }));
    }
    sound
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draw_is_met_as_often_as_it_weighs() {
        let learnt = Learnt::new(vec!["a".into()], &[1.0, 0.0, 3.0], vec![-1.0, 0.0, 1.0]).unwrap();
        for (u, score) in [(0.0, -1.0), (0.2, -1.0), (0.25, 1.0), (0.9, 1.0), (1.0, 1.0)] {
            assert_eq!(learnt.at(u)[0].to_bits(), f64::to_bits(score), "at {u}");
        }
        assert!((learnt.effective() - 1.6).abs() < 1e-12);
    }

    #[test]
    fn draws_that_do_not_fit_together_are_none() {
        let key = || vec!["a".to_owned()];
        assert_eq!(Learnt::new(key(), &[0.0, 0.0], vec![1.0, 2.0]), None);
        assert_eq!(Learnt::new(key(), &[1.0], vec![1.0, 2.0]), None);
        assert_eq!(Learnt::new(key(), &[-1.0, 2.0], vec![1.0, 2.0]), None);
        assert_eq!(Learnt::new(Vec::new(), &[1.0], Vec::new()), None);
    }

    #[test]
    fn a_value_comes_back_from_its_score() {
        let law = Law::Gamma { shape: 98.5, rate: 1.0 };
        for value in [60.0, 98.0, 150.0] {
            let score = score_of(&law, value).unwrap();
            assert!((law.quantile(law.cdf(value)) / value - 1.0).abs() < 1e-9 && score.is_finite());
        }
        assert_eq!(score_of(&law, -1.0), None);
        assert_eq!(score_of(&Law::Fixed(3.0), 3.0), None);
        assert_eq!(score_of(&law, 1e6), Some(FURTHEST));
    }
}
