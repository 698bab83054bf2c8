//! The policies held against each other over the same young people.

use super::Explanation;
use crate::analyses::bands::Subject;
use crate::analyses::{RunInfo, Runs};
use crate::engine::Metric;
use crate::scenario::{Arm, Experiment, World};
use crate::statistics::{Band, Estimate, Scratch, band, mean, ratio};

/// Errors away from nought that a difference must be to count.
const ERRORS: f64 = 2.0;
/// Policies spend the same when the dearest costs at most this share more than the cheapest.
const SAME_MONEY: f64 = 0.05;

/// What a policy brings in one world, less the base, over the whole forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Extra cost of the POJ, EUR.
    pub cost: Option<Band>,
    /// Extra net saving, EUR.
    pub net: Option<Band>,
    /// Extra positive closures.
    pub positive: Option<Band>,
    /// Extra young people with a first conversation.
    pub started: Option<Band>,
    /// Weeks by which the first conversation comes sooner.
    pub sooner: Option<Band>,
    /// How often it has the highest net saving of all policies, doing nothing included; ties are shared.
    pub best: Option<Estimate>,
    /// How much less than the best of that replication it saves on average, EUR.
    pub regret: Option<Estimate>,
    /// Extra net saving per extra euro; `None` when it costs nothing more.
    pub net_per_euro: Option<Estimate>,
    /// Extra positive closures per extra 10,000 euros; `None` when it costs nothing more.
    pub positive_per_ten_thousand: Option<Estimate>,
}

/// A policy in every world.
#[derive(Clone, Debug, PartialEq)]
pub struct Contender {
    /// Who it is.
    pub arm: Arm,
    /// Whether it is the base, against which all are held.
    pub is_base: bool,
    /// By world.
    pub standings: Vec<Standing>,
}

/// One policy is better than another in every respect: net saving, positive closures and wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dominance {
    /// The better one, by its place among the contenders.
    pub better: usize,
    /// The other one.
    pub worse: usize,
    /// The worlds in which it is so.
    pub worlds: Vec<usize>,
}

/// Several policies held against each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The name of the run.
    pub name: String,
    /// How it was made.
    pub run: RunInfo,
    /// The worlds, the leading one first.
    pub worlds: Vec<World>,
    /// The policies, the base first.
    pub contenders: Vec<Contender>,
    /// Who is better than whom in every respect.
    pub dominance: Vec<Dominance>,
    /// Whether all but the base spend the same in the leading world.
    pub same_money: bool,
    /// Why two of them differ in the leading world.
    pub explanation: Option<Explanation>,
}

/// Holds all arms of an experiment against each other; the explanation is left open.
pub fn compare(experiment: &Experiment, runs: &dyn Runs, run: RunInfo) -> Comparison {
    let periods = experiment.scenarios[0][0].calendar.periods().len();
    let (arms, worlds) = (experiment.arms.len(), experiment.worlds.len());
    let mut contenders: Vec<Contender> = experiment
        .arms
        .iter()
        .enumerate()
        .map(|(index, arm)| Contender { arm: arm.clone(), is_base: index == 0, standings: Vec::new() })
        .collect();
    let mut dominance: Vec<Dominance> = Vec::new();
    for world in 0..worlds {
        let columns: Vec<Columns> = (0..arms).map(|arm| Columns::of(runs, (arm, world), periods)).collect();
        let (best, regret) = contest(&columns);
        for (arm, contender) in contenders.iter_mut().enumerate() {
            contender.standings.push(columns[arm].standing(&columns[0], &best[arm], &regret[arm]));
        }
        for better in 0..arms {
            for worse in (0..arms).filter(|worse| *worse != better) {
                if columns[better].dominates(&columns[worse]) {
                    note(&mut dominance, (better, worse), world);
                }
            }
        }
    }
    let costs: Vec<f64> = contenders[1..]
        .iter()
        .filter_map(|contender| contender.standings[0].cost.as_ref().map(|cost| cost.mean))
        .collect();
    let (least, most) = costs
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), cost| (cost.min(least), cost.max(most)));
    Comparison {
        name: experiment.name.clone(),
        run,
        worlds: experiment.worlds.clone(),
        contenders,
        dominance,
        same_money: costs.len() < 2 || most - least <= SAME_MONEY * most.abs().max(least.abs()),
        explanation: None,
    }
}

fn note(dominance: &mut Vec<Dominance>, (better, worse): (usize, usize), world: usize) {
    match dominance.iter_mut().find(|known| known.better == better && known.worse == worse) {
        Some(known) => known.worlds.push(world),
        None => dominance.push(Dominance { better, worse, worlds: vec![world] }),
    }
}

/// One policy in one world, replication by replication.
struct Columns {
    cost: Vec<f64>,
    net: Vec<f64>,
    positive: Vec<f64>,
    started: Vec<f64>,
    wait: Vec<f64>,
}

impl Columns {
    fn of(runs: &dyn Runs, (arm, world): (usize, usize), periods: usize) -> Self {
        let column = |metric| Subject::Arm(arm).column(runs, world, metric, periods);
        Self {
            cost: column(Metric::PojCost),
            net: column(Metric::NetSaving),
            positive: column(Metric::YouthsClosedPositive),
            started: column(Metric::YouthsStarted),
            wait: column(Metric::WaitMeanWeeks),
        }
    }

    fn standing(&self, base: &Self, best: &[f64], regret: &[f64]) -> Standing {
        let (cost, net) = (less(&self.cost, &base.cost), less(&self.net, &base.net));
        let positive = less(&self.positive, &base.positive);
        let ten_thousands: Vec<f64> = cost.iter().map(|euros| euros / 10_000.0).collect();
        let mut scratch = Scratch::default();
        let mut of = |values: &[f64]| band(values, &mut scratch);
        Standing {
            cost: of(&cost),
            net: of(&net),
            positive: of(&positive),
            started: of(&less(&self.started, &base.started)),
            sooner: of(&less(&base.wait, &self.wait)),
            best: mean(best),
            regret: mean(regret),
            net_per_euro: ratio(&net, &cost),
            positive_per_ten_thousand: ratio(&positive, &ten_thousands),
        }
    }

    /// Better or alike in all respects as far as the error tells, and better in one.
    fn dominates(&self, other: &Self) -> bool {
        let gains = [
            less(&self.net, &other.net),
            less(&self.positive, &other.positive),
            less(&other.wait, &self.wait),
        ];
        let judged: Vec<Option<bool>> = gains.iter().map(|gain| judge(gain)).collect();
        judged.iter().all(Option::is_some) && judged.contains(&Some(true))
    }
}

/// Whether a gain is one beyond its error; `None` when it is or may be a loss.
fn judge(gain: &[f64]) -> Option<bool> {
    if gain.iter().all(|value| value.abs() <= f64::MIN_POSITIVE) {
        return Some(false);
    }
    let gain = mean(gain)?;
    (gain.value > ERRORS * gain.mc_se?).then_some(true)
}

fn less(one: &[f64], other: &[f64]) -> Vec<f64> {
    one.iter().zip(other).map(|(one, other)| one - other).collect()
}

/// Per policy and replication: its part in being the best, and what it falls short of the best.
fn contest(columns: &[Columns]) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
    let replications = columns.first().map_or(0, |columns| columns.net.len());
    let mut best = vec![vec![0.0; replications]; columns.len()];
    let mut regret = vec![vec![0.0; replications]; columns.len()];
    for replication in 0..replications {
        let nets = || columns.iter().map(|columns| columns.net[replication]);
        let most = nets().fold(f64::NEG_INFINITY, f64::max);
        let winners = nets().filter(|net| *net >= most).count() as f64;
        for (arm, net) in nets().enumerate() {
            best[arm][replication] = if net >= most { 1.0 / winners } else { 0.0 };
            regret[arm][replication] = most - net;
        }
    }
    (best, regret)
}
