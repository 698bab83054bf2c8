//! The search: a few values over the whole range, then more replications where the curve crosses.

use crate::statistics::{Estimate, crossing, mean, probability};

/// Values over the whole range in the first round.
const COARSE: usize = 9;
/// Values in the stretch that holds the crossing in the second round, its ends included.
const FINE: usize = 4;
/// Replications of the first round are this part of those of the second.
const FIRST_ROUND: f64 = 0.3;
/// Errors that a chance must be from the level to lie on one side of it for certain.
const ERRORS: f64 = 2.0;

/// Plays a policy with quantities set to given values, always over the same young people.
pub trait Trial {
    /// Why it cannot.
    type Fault;

    /// The net saving of every replication at each setting, one value per quantity; `None` where the scenario refuses
    /// the setting.
    ///
    /// # Errors
    /// When it was stopped.
    fn nets(
        &mut self,
        settings: &[Vec<f64>],
        replications: usize,
    ) -> Result<Vec<Option<Vec<f64>>>, Self::Fault>;
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// Lowest and highest value that is looked at.
    pub range: (f64, f64),
    /// How often it must pay back.
    pub probability: f64,
    /// Replications of the last round.
    pub replications: usize,
}

/// The policy at one value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The value.
    pub value: f64,
    /// How often the net saving is not negative.
    pub chance: Estimate,
    /// The expected net saving, EUR.
    pub net: Option<Estimate>,
}

/// Where the chance crosses what is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Crossing {
    /// At this value; above it the policy pays back more often when `rising`.
    Found {
        /// The value with its error.
        value: Estimate,
        /// Whether the chance rises with the value.
        rising: bool,
        /// Whether the curve crosses more than once for certain; the first is told.
        several: bool,
    },
    /// Nowhere: it pays back more often than asked everywhere.
    Always,
    /// Nowhere: it pays back less often than asked everywhere.
    Never,
    /// Not to be told: somewhere the chance is too near to what is asked.
    Unclear,
    /// The scenario refuses nearly every value.
    Refused,
}

/// What was found for one quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct Threshold {
    /// Where the chance crosses.
    pub crossing: Crossing,
    /// Where the expected net saving is nought, within the same stretch or elsewhere.
    pub mean_zero: Option<Estimate>,
    /// The curve over the whole range.
    pub curve: Vec<Point>,
    /// Replications behind the curve.
    pub curve_replications: usize,
    /// Values that the scenario refuses.
    pub refused: Vec<f64>,
}

/// Looks for the value.
///
/// # Errors
/// Those of the trial.
pub fn search<T: Trial>(trial: &mut T, question: &Question) -> Result<Threshold, T::Fault> {
    let values = spaced(question.range, COARSE);
    let first = first_round(question.replications);
    let nets = trial.nets(&single(&values), first)?;
    let refused: Vec<f64> =
        values.iter().zip(&nets).filter(|(_, nets)| nets.is_none()).map(|(value, _)| *value).collect();
    let (values, nets): (Vec<f64>, Vec<Vec<f64>>) =
        values.into_iter().zip(nets).filter_map(|(value, nets)| Some((value, nets?))).unzip();
    let curve: Vec<Point> = values.iter().zip(&nets).map(|(value, nets)| point(*value, nets)).collect();
    let mut threshold = Threshold {
        crossing: Crossing::Refused,
        mean_zero: crossing((&values, &nets), |net| net, 0.0),
        curve,
        curve_replications: first,
        refused,
    };
    if values.len() < 2 {
        return Ok(threshold);
    }
    let Some(at) = stretch(&threshold.curve, question.probability) else {
        threshold.crossing = one_sided(&threshold.curve, question.probability);
        return Ok(threshold);
    };
    let fine = spaced((values[at], values[at + 1]), FINE);
    let found = trial.nets(&single(&fine), question.replications)?;
    let (fine, nets): (Vec<f64>, Vec<Vec<f64>>) =
        fine.into_iter().zip(found).filter_map(|(value, nets)| Some((value, nets?))).unzip();
    let value = crossing((&fine, &nets), pays, question.probability);
    threshold.crossing = value.map_or(Crossing::Unclear, |value| Crossing::Found {
        value,
        rising: threshold.curve[at + 1].chance.value > threshold.curve[at].chance.value,
        several: turns(&threshold.curve, question.probability) > 1,
    });
    if let Some(exact) = crossing((&fine, &nets), |net| net, 0.0) {
        threshold.mean_zero = Some(exact);
    }
    Ok(threshold)
}

/// Replications played in all at most, for the progress of a search.
pub(super) fn first_round(replications: usize) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a part of a count is a count"
    )]
    let first = (replications as f64 * FIRST_ROUND).ceil() as usize;
    // Whole draws, so that every batch holds both replications of each; never more than were asked for.
    first.next_multiple_of(2).min(replications)
}

/// Whether it pays back, as a number to be averaged.
pub(super) fn pays(net: f64) -> f64 {
    f64::from(u8::from(net >= 0.0))
}

fn point(value: f64, nets: &[f64]) -> Point {
    Point { value, chance: probability(nets.iter().map(|net| *net >= 0.0)), net: mean(nets) }
}

fn single(values: &[f64]) -> Vec<Vec<f64>> {
    values.iter().map(|value| vec![*value]).collect()
}

/// Values at equal distances, the ends included.
pub(super) fn spaced((low, high): (f64, f64), count: usize) -> Vec<f64> {
    let last = (count - 1) as f64;
    (0..count).map(|step| low + (high - low) * step as f64 / last).collect()
}

/// The first stretch in which the curve crosses.
fn stretch(curve: &[Point], level: f64) -> Option<usize> {
    let above = |point: &Point| point.chance.value > level;
    (1..curve.len()).find(|at| above(&curve[at - 1]) != above(&curve[*at])).map(|at| at - 1)
}

/// Which side a point lies on for certain.
fn side(point: &Point, level: f64) -> Option<bool> {
    let error = point.chance.mc_se?;
    let away = point.chance.value - level;
    (away.abs() > ERRORS * error).then_some(away > 0.0)
}

/// How often the curve certainly crosses.
fn turns(curve: &[Point], level: f64) -> usize {
    let sides: Vec<bool> = curve.iter().filter_map(|point| side(point, level)).collect();
    sides.windows(2).filter(|pair| pair[0] != pair[1]).count()
}

fn one_sided(curve: &[Point], level: f64) -> Crossing {
    let sides: Vec<Option<bool>> = curve.iter().map(|point| side(point, level)).collect();
    match sides.first().copied().flatten() {
        Some(first) if sides.iter().all(|side| *side == Some(first)) => {
            if first {
                Crossing::Always
            } else {
                Crossing::Never
            }
        }
        _ => Crossing::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pays back when the value exceeds the replication's own threshold, which are spread evenly over 0 to 1.
    struct Known(fn(f64) -> f64);

    impl Trial for Known {
        type Fault = ();
        fn nets(&mut self, settings: &[Vec<f64>], replications: usize) -> Result<Vec<Option<Vec<f64>>>, ()> {
            let own = |at: usize| (at as f64 * 0.618_033_988_75).fract();
            let nets = |setting: &Vec<f64>| {
                (setting[0] <= 3.0)
                    .then(|| (0..replications).map(|at| 1_000.0 * ((self.0)(setting[0]) - own(at))).collect())
            };
            Ok(settings.iter().map(nets).collect())
        }
    }

    fn ask(curve: fn(f64) -> f64, range: (f64, f64), probability: f64) -> Threshold {
        search(&mut Known(curve), &Question { range, probability, replications: 2_000 }).unwrap()
    }

    #[test]
    fn the_value_of_a_known_curve_is_found_for_any_chance_rising_or_falling() {
        for (probability, expected) in [(0.5, 0.5), (0.8, 0.8), (0.1, 0.1)] {
            let Crossing::Found { value, rising, several } = ask(|x| x, (0.0, 2.0), probability).crossing
            else {
                panic!("it crosses at {expected}");
            };
            assert!((value.value - expected).abs() < 0.005, "{value:?} for {expected}");
            assert!(rising && !several);
        }
        let falling = ask(|x| 1.0 - x, (0.0, 2.0), 0.8);
        assert!(
            matches!(falling.crossing, Crossing::Found { value, rising: false, .. } if (value.value - 0.2).abs() < 0.005)
        );
        assert!((falling.mean_zero.unwrap().value - 0.5).abs() < 0.02);
    }

    #[test]
    fn the_first_round_plays_whole_draws_and_no_more_than_was_asked() {
        assert_eq!([1, 2, 3, 50, 2_000].map(first_round), [1, 2, 2, 16, 600]);
    }

    #[test]
    fn a_curve_on_one_side_is_told_as_such() {
        assert_eq!(ask(|x| x, (0.7, 2.0), 0.5).crossing, Crossing::Always);
        assert_eq!(ask(|x| x, (0.0, 0.3), 0.5).crossing, Crossing::Never);
    }

    #[test]
    fn a_curve_that_comes_back_crosses_more_than_once() {
        let found = ask(|x| 1.0 - (x - 1.0) * (x - 1.0) * 4.0, (0.0, 2.0), 0.5).crossing;
        assert!(matches!(found, Crossing::Found { several: true, rising: true, .. }), "{found:?}");
    }

    #[test]
    fn values_that_the_scenario_refuses_are_left_out_and_told() {
        let found = ask(|x| x, (0.0, 4.0), 0.25);
        assert_eq!(found.refused, [3.5, 4.0]);
        assert!(
            matches!(found.crossing, Crossing::Found { value, .. } if (value.value - 0.25).abs() < 0.005)
        );
        assert_eq!(ask(|x| x, (3.5, 4.0), 0.5).crossing, Crossing::Refused);
    }
}
