//! Two quantities at once: how often it pays back over a grid, and the line between often enough and not.

use super::search::{Question, Trial, pays, spaced};
use crate::statistics::{Estimate, crossing, probability};

/// Values of each quantity.
const SIDE: usize = 7;
/// Replications of a map are this part of those of a search, at least [`LEAST`].
const PART: f64 = 0.2;
/// Fewest replications of a map.
const LEAST: usize = 120;

/// How often a policy pays back over values of two quantities.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// Values of the first quantity.
    pub along: Vec<f64>,
    /// Values of the second quantity.
    pub up: Vec<f64>,
    /// By the second, then by the first: the chance; `None` where the scenario refuses both together.
    pub chances: Vec<Vec<Option<Estimate>>>,
    /// By the second: the value of the first at which it pays back as often as asked.
    pub line: Vec<Option<Estimate>>,
    /// Replications behind it.
    pub replications: usize,
}

/// Draws the map; `up` is the range of the second quantity.
///
/// # Errors
/// Those of the trial.
pub fn map<T: Trial>(trial: &mut T, question: &Question, up: (f64, f64)) -> Result<Map, T::Fault> {
    let (along, up) = (spaced(question.range, SIDE), spaced(up, SIDE));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a part of a count is a count"
    )]
    let part = ((question.replications as f64 * PART) as usize).next_multiple_of(2);
    let replications = part.max(LEAST).min(question.replications);
    let settings: Vec<Vec<f64>> =
        up.iter().flat_map(|up| along.iter().map(move |along| vec![*along, *up])).collect();
    let nets = trial.nets(&settings, replications)?;
    let (mut chances, mut line) = (Vec::new(), Vec::new());
    for row in nets.chunks(SIDE) {
        let chance = |nets: &Option<Vec<f64>>| {
            nets.as_ref().map(|nets| probability(nets.iter().map(|net| *net >= 0.0)))
        };
        chances.push(row.iter().map(chance).collect());
        let (places, columns): (Vec<f64>, Vec<Vec<f64>>) =
            along.iter().zip(row).filter_map(|(place, nets)| Some((*place, nets.clone()?))).unzip();
        line.push(crossing((&places, &columns), pays, question.probability));
    }
    Ok(Map { along, up, chances, line, replications })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pays back when the first value exceeds the second in half of the replications.
    struct Diagonal;

    impl Trial for Diagonal {
        type Fault = ();
        fn nets(&mut self, settings: &[Vec<f64>], replications: usize) -> Result<Vec<Option<Vec<f64>>>, ()> {
            let own = |at: usize| (at as f64 * 0.618_033_988_75).fract() - 0.5;
            let nets =
                |both: &Vec<f64>| Some((0..replications).map(|at| both[0] - both[1] + own(at)).collect());
            Ok(settings.iter().map(nets).collect())
        }
    }

    #[test]
    fn the_line_of_a_known_map_is_its_diagonal() {
        let question = Question { range: (0.0, 3.0), probability: 0.5, replications: 2_000 };
        let map = map(&mut Diagonal, &question, (0.5, 2.5)).unwrap();
        for (up, line) in map.up.iter().zip(&map.line) {
            let line = line.expect("it crosses in every row");
            assert!((line.value - up).abs() < 0.05, "{line:?} at {up}");
        }
    }
}
