//! What every replication came to, of what was registered; and how likely the registration is given that.

use super::evidence::Evidence;
use super::forward::ForwardFault;
use crate::analyses::Runs;
use crate::engine::Metric;
use crate::random::REPLICATIONS_PER_DRAW;
use crate::scenario::Calendar;

/// Error of a count in a registration, as a share of the root of the count, and the least of it. In which period somebody
/// counts (that of the start or of the closing) is not told by the sources, so a count is known to a few people at best.
const COUNT_ERROR: (f64, f64) = (0.3, 1.0);
/// Error of a mean number of conversations: the source rounds to whole ones.
const CONVERSATIONS_ERROR: f64 = 0.3;
/// Half the logarithm of two pi.
const LN_ROOT_TWO_PI: f64 = 0.918_938_533_204_672_8;

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// Young people referred.
    Referred,
    /// Young people with a first conversation.
    Started,
    /// Conversations per young person that started; who is in treatment at the end has had half of them.
    Conversations,
    /// Starts of specialised care.
    Specialist,
    /// Conversations held.
    Held,
    /// Trajectories closed, however they ended.
    Closed,
}

/// One number of the registration that is held against the simulation.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// What it is.
    pub compared: Compared,
    /// The slice of the run: a period, or the number of periods for all together.
    pub slice: usize,
    /// The label of the period; `None` for all together.
    pub period: Option<String>,
    /// What was registered.
    pub observed: f64,
}

impl Compared {
    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Referred => "youths_referred",
            Self::Started => "youths_started",
            Self::Conversations => "conversations_per_youth",
            Self::Specialist => "specialist_referrals",
            Self::Held => "conversations",
            Self::Closed => "youths_closed",
        }
    }

    /// The standard deviation of the error of registration when the true number is `truth`.
    pub fn error(self, truth: f64) -> f64 {
        match self {
            Self::Referred | Self::Started | Self::Specialist | Self::Held | Self::Closed => {
                (COUNT_ERROR.0 * truth.max(0.0).sqrt()).max(COUNT_ERROR.1)
            }
            Self::Conversations => CONVERSATIONS_ERROR,
        }
    }

    /// The number in every replication, over a slice.
    pub fn column(self, runs: &dyn Runs, slice: usize) -> Vec<f64> {
        let read = |metric| runs.metric((0, 0), metric, &[slice]).swap_remove(0);
        match self {
            Self::Referred => read(Metric::YouthsReferred),
            Self::Started => read(Metric::YouthsStarted),
            Self::Specialist => read(Metric::SpecialistReferrals),
            Self::Held => read(Metric::Conversations),
            Self::Closed => {
                let mut all = read(Metric::YouthsClosedPositive);
                let others =
                    [Metric::YouthsEscalated, Metric::YouthsDroppedOut, Metric::YouthsOutcomeUnknown];
                for other in others.map(read) {
                    for (sum, count) in all.iter_mut().zip(other) {
                        *sum += count;
                    }
                }
                all
            }
            Self::Conversations => {
                let (held, started) = (read(Metric::Conversations), read(Metric::YouthsStarted));
                let running = read(Metric::YouthsInTreatmentYearEnd);
                let people = started.iter().zip(&running).map(|(all, running)| all - 0.5 * running);
                held.iter().zip(people).map(|(held, people)| held / people.max(1.0)).collect()
            }
        }
    }
}

/// What of the evidence is held against the simulation, over the first `periods` of it.
///
/// Outcomes and referrers are not: their laws hold those counts already, and counts must not speak twice.
///
/// # Errors
/// [`ForwardFault::NoSuchPeriod`] when a period of the evidence is none of the run.
pub fn terms(evidence: &Evidence, calendar: &Calendar, periods: usize) -> Result<Vec<Term>, ForwardFault> {
    let mut terms = Vec::new();
    for period in evidence.periods.iter().take(periods) {
        let place = calendar.periods().iter().position(|known| known.from == period.from);
        let slice = place.ok_or(ForwardFault::NoSuchPeriod)?;
        // Everybody that a pilot registers as seen is registered with an outcome: those two are one count.
        let closed =
            period.closed.filter(|_| period.started.is_none()).map(|counts| counts.iter().sum::<u32>());
        let counts = [
            (Compared::Referred, period.referred.map(f64::from)),
            (Compared::Started, period.started.map(f64::from)),
            (Compared::Conversations, period.conversations_mean),
            (Compared::Specialist, period.specialist_referrals.map(f64::from)),
            (Compared::Held, period.conversations_held.map(f64::from)),
            (Compared::Closed, closed.map(f64::from)),
        ];
        terms.extend(counts.into_iter().filter_map(|(compared, observed)| {
            Some(Term { compared, slice, period: Some(period.label.clone()), observed: observed? })
        }));
    }
    let whole = periods >= evidence.periods.len() && evidence.periods.len() == calendar.periods().len();
    if let (true, Some(observed)) = (whole, evidence.conversations_mean) {
        let slice = calendar.periods().len();
        terms.push(Term { compared: Compared::Conversations, slice, period: None, observed });
    }
    Ok(terms)
}

/// What every replication came to, per term.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulated {
    compared: Vec<Compared>,
    columns: Vec<Vec<f64>>,
    replications: usize,
}

impl Simulated {
    /// From the outcomes of a run.
    pub fn new(runs: &dyn Runs, terms: &[Term]) -> Self {
        Self {
            compared: terms.iter().map(|term| term.compared).collect(),
            columns: terms.iter().map(|term| term.compared.column(runs, term.slice)).collect(),
            replications: runs.replications(),
        }
    }

    /// The numbers of one term, in replication order.
    pub fn column(&self, term: usize) -> &[f64] {
        &self.columns[term]
    }

    /// The likelihood of what was registered, one number per term, given each replication, up to a common factor.
    ///
    /// A registered number is the true one with a normal error of [`Compared::error`]. So the weights are exact for a
    /// registration with such errors, and not an approximation of one without (Wilkinson 2013, doi 10.1515/sagmb-2013-0010).
    pub fn likelihoods(&self, observed: &[f64]) -> Vec<f64> {
        let mut logs = vec![0.0; self.replications];
        for ((compared, column), observed) in self.compared.iter().zip(&self.columns).zip(observed) {
            for (log, truth) in logs.iter_mut().zip(column) {
                let error = compared.error(*truth);
                let distance = (observed - truth) / error;
                *log -= 0.5 * distance * distance + error.ln() + LN_ROOT_TWO_PI;
            }
        }
        let most = logs.iter().copied().filter(|log| !log.is_nan()).fold(f64::NEG_INFINITY, f64::max);
        logs.iter().map(|log| if log.is_nan() { 0.0 } else { (log - most).exp() }).collect()
    }
}

/// The weight of each draw: the mean likelihood of its replications, which is without bias that of the draw (Andrieu and
/// Roberts 2009, doi 10.1214/07-AOS574).
pub fn by_draw(likelihoods: &[f64]) -> Vec<f64> {
    let draws = likelihoods.chunks(REPLICATIONS_PER_DRAW);
    draws.map(|pair| pair.iter().sum::<f64>() / pair.len() as f64).collect()
}

/// Every replication weighed by the other one of its draw: the uncertainty is that after learning, the luck is new.
pub fn crossed(likelihoods: &[f64]) -> Vec<f64> {
    let draws = likelihoods.chunks(REPLICATIONS_PER_DRAW);
    draws.flat_map(|pair| pair.iter().rev().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn simulated(columns: Vec<Vec<f64>>) -> Simulated {
        let replications = columns[0].len();
        Simulated { compared: vec![Compared::Started; columns.len()], columns, replications }
    }

    #[test]
    fn the_likelihood_is_that_of_the_error_of_registration() {
        let table = simulated(vec![vec![100.0, 103.0, 400.0]]);
        let found = table.likelihoods(&[100.0]);
        let error: f64 = 0.3 * 103.0_f64.sqrt();
        let expected = (-0.5 * (3.0 / error).powi(2)).exp() * 3.0 / error;
        assert!((found[0] - 1.0).abs() < 1e-12 && (found[1] - expected).abs() < 1e-9, "{found:?}");
        assert!(found[2] < 1e-100);
    }

    #[test]
    fn a_draw_weighs_the_mean_of_its_replications_and_lends_each_to_the_other() {
        assert_eq!(by_draw(&[1.0, 3.0, 0.5, 0.5]), [2.0, 0.5]);
        assert_eq!(crossed(&[1.0, 3.0, 0.5, 0.25]), [3.0, 1.0, 0.25, 0.5]);
    }

    #[test]
    fn small_counts_keep_an_error_of_one() {
        assert!((Compared::Started.error(4.0) - 1.0).abs() < 1e-12);
        assert!((Compared::Started.error(100.0) - 3.0).abs() < 1e-12);
    }
}
