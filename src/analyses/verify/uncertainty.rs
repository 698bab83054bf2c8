//! Draws, luck, and the errors that are stated.

use super::check::{Check, Group, count, largest};
use super::laboratory::Laboratory;
use super::results::Results;
use super::variants;
use crate::distributions::Law;
use crate::engine::{Metric, RunError};
use crate::random::Seed;
use crate::scenario::{Experiment, Scenario};
use crate::statistics::{Band, Scratch, band};

/// Standard errors by which two means, or a correlation, may differ: beyond it once in some 50,000 seeds.
const CHANCE: f64 = 5.0;
/// What is looked at: euros and people.
const WATCHED: [Metric; 3] = [Metric::NetSaving, Metric::YouthsStarted, Metric::Conversations];

/// What was found.
#[derive(Clone, Debug)]
pub struct Uncertainty {
    /// Every value at its mean.
    pub known: Results,
    /// As it is, as many replications as the variants.
    pub plain: Results,
    /// Every value drawn within a hair's breadth of its mean; none when nothing is uncertain.
    pub narrow: Option<Results>,
    /// Another seed, as many replications as the main run.
    pub other_seed: Results,
    /// Half the replications.
    pub half: Results,
    /// One more quantity uncertain; none when all are.
    pub more: Option<Results>,
    /// The base alone; none when it is.
    pub alone: Option<Results>,
    /// The leading world among the others; none when it is the only one.
    pub among: Option<Results>,
    /// Bands of the main run, by arm, of what is watched.
    pub bands: Vec<(usize, Metric, Option<Band>)>,
    /// The same of the other seed.
    pub other_bands: Vec<(usize, Metric, Option<Band>)>,
}

/// Runs what the checks need.
///
/// # Errors
/// Those of a run.
pub(super) fn gather(
    lab: &Laboratory<'_>,
    experiment: &Experiment,
    (leading, main): (&Experiment, &Results),
) -> Result<Uncertainty, RunError> {
    let known = variants::steady(leading);
    let uncertain = known != *leading;
    let plan = (Seed(lab.seed.0.wrapping_add(1)), lab.replications, lab.threads);
    let other_seed = Results::of(leading, &lab.run_with(leading, plan)?);
    let half = lab.replications.div_euclid(4) * 2;
    let more = unsettled(leading);
    Ok(Uncertainty {
        known: lab.variant(&known)?,
        plain: lab.variant(leading)?,
        narrow: if uncertain { Some(lab.variant(&variants::narrow(leading))?) } else { None },
        half: Results::of(leading, &lab.run(leading, half)?),
        more: more.map(|more| lab.variant(&more)).transpose()?,
        alone: if leading.arms.len() > 1 { Some(lab.variant(&variants::arms(leading, &[0]))?) } else { None },
        among: if experiment.worlds.len() > 1 { Some(lab.variant(experiment)?) } else { None },
        bands: bands(main),
        other_bands: bands(&other_seed),
        other_seed,
    })
}

/// The same with the first known quantity that may be uncertain made so.
fn unsettled(experiment: &Experiment) -> Option<Experiment> {
    let candidate = crate::scenario::Key::ALL.iter().find(|key| {
        let timeline = experiment.scenarios[0][0].quantity(**key);
        !key.entry().fixed
            && timeline.changes.is_empty()
            && timeline.initial.law.is_fixed()
            && timeline.initial.law.mean() > 0.0
            && timeline.initial.law.mean() < key.entry().bounds.1
    })?;
    Some(variants::with(experiment, |scenario: &mut Scenario| {
        let value = scenario.quantity(*candidate).initial.law.mean();
        let high = (value * 1.1).min(candidate.entry().bounds.1);
        scenario.quantities[*candidate as usize].initial.law =
            Law::Beta { alpha: 2.0, beta: 2.0, low: value * 0.9, high };
    }))
}

fn bands(results: &Results) -> Vec<(usize, Metric, Option<Band>)> {
    let mut scratch = Scratch::default();
    let places = (0..results.metrics.len()).flat_map(|arm| WATCHED.map(|metric| (arm, metric)));
    places.map(|(arm, metric)| (arm, metric, band(results.total(arm, metric), &mut scratch))).collect()
}

/// The checks; `main` is the main run.
pub(super) fn judge(found: &Uncertainty, main: &Results) -> Vec<Check> {
    let most = |id, figure, bound| Check::at_most(Group::Uncertainty, id, figure, bound);
    let halves = found.half.numbers(|_| true).count();
    let shorter =
        found.half.metrics.first().and_then(|arm| arm.first()).and_then(|m| m.first()).map_or(0, Vec::len);
    let first = (halves > 0).then(|| main.first(shorter).differing(&found.half, |_| true));
    let (luck, same_share) = shares(main, &found.bands);
    vec![
        most(
            "uncertainty-collapsed",
            found.narrow.as_ref().and_then(|narrow| apart(narrow, &found.known)),
            1e-9,
        ),
        most("uncertainty-independent", independent(&found.known), CHANCE),
        most("uncertainty-whole", largest(luck), 1e-9),
        most("uncertainty-luck", largest(same_share), 1e-9),
        most("uncertainty-error", largest(seeds_apart(&found.bands, &found.other_bands)), CHANCE),
        most("uncertainty-order", Some(count(disordered(&found.bands))), 0.0),
        Check::at_least(Group::Uncertainty, "uncertainty-shared-luck", reduction(main), 1.0),
        most("uncertainty-new-quantity", found.more.as_ref().and_then(|more| moved(more, &found.plain)), 0.0),
        most(
            "uncertainty-new-arm",
            found.alone.as_ref().map(|alone| alone.differing(&found.plain.arm(0), |_| true)),
            0.0,
        ),
        most(
            "uncertainty-new-world",
            found.among.as_ref().map(|among| among.differing(&found.plain, |_| true)),
            0.0,
        ),
        most("uncertainty-longer", first, 0.0),
    ]
}

/// The largest relative distance between two runs.
fn apart(one: &Results, other: &Results) -> Option<f64> {
    let pairs = WATCHED
        .into_iter()
        .flat_map(|metric| one.totals(metric).zip(other.totals(metric)).collect::<Vec<_>>());
    largest(pairs.map(|(a, b)| (a - b) / b.abs().max(1.0)))
}

/// With every value known, two replications of a draw have nothing in common: their correlation in standard errors.
fn independent(known: &Results) -> Option<f64> {
    let of = |arm: usize| {
        let values = known.total(arm, Metric::YouthsReferred);
        let (pairs, _) = values.as_chunks::<2>();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let product: f64 = pairs.iter().map(|[a, b]| (a - mean) * (b - mean)).sum();
        let square: f64 = values.iter().map(|a| (a - mean).powi(2)).sum::<f64>() / 2.0;
        (square > 0.0).then(|| product / square * (pairs.len() as f64).sqrt())
    };
    largest((0..known.metrics.len()).filter_map(of))
}

/// Per band: by how much its shares fail to make a whole, and by how much its luck is off one that is worked out here.
fn shares(main: &Results, bands: &[(usize, Metric, Option<Band>)]) -> (Vec<f64>, Vec<f64>) {
    let (mut whole, mut off) = (Vec::new(), Vec::new());
    for (arm, metric, band) in bands {
        let Some((ignorance, luck)) =
            band.as_ref().and_then(|band| band.share_ignorance.zip(band.share_luck))
        else {
            continue;
        };
        whole.push(ignorance + luck - 1.0);
        let (draws, _) = main.total(*arm, *metric).as_chunks::<2>();
        let number = draws.len() as f64;
        let within = draws.iter().map(|[a, b]| (a - b).powi(2) / 2.0).sum::<f64>() / number;
        let centre = draws.iter().map(|[a, b]| f64::midpoint(*a, *b)).sum::<f64>() / number;
        let between =
            draws.iter().map(|[a, b]| (f64::midpoint(*a, *b) - centre).powi(2)).sum::<f64>() / (number - 1.0);
        off.push((within / (between + within / 2.0)).min(1.0) - luck);
    }
    (whole, off)
}

/// Means of two seeds apart, in their stated errors.
fn seeds_apart(one: &[(usize, Metric, Option<Band>)], other: &[(usize, Metric, Option<Band>)]) -> Vec<f64> {
    let pairs = one.iter().zip(other).filter_map(|(a, b)| a.2.as_ref().zip(b.2.as_ref()));
    pairs
        .filter_map(|(a, b)| {
            let error = a.mc_se?.hypot(b.mc_se?);
            (error > 0.0).then(|| (a.mean - b.mean) / error)
        })
        .collect()
}

/// Quantiles that fall.
fn disordered(bands: &[(usize, Metric, Option<Band>)]) -> impl Iterator<Item = bool> {
    bands
        .iter()
        .filter_map(|(_, _, band)| band.as_ref())
        .flat_map(|band| band.quantiles.windows(2).map(|pair| pair[1] < pair[0]).collect::<Vec<bool>>())
}

/// How many times the variance of the extra net saving would be without the luck that arms share; the least of all arms.
fn reduction(main: &Results) -> Option<f64> {
    let variance = |values: &[f64]| {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len() as f64
    };
    let base = main.total(0, Metric::NetSaving);
    let of = |arm: usize| {
        let other = main.total(arm, Metric::NetSaving);
        let extra: Vec<f64> = other.iter().zip(base).map(|(other, base)| other - base).collect();
        let paired = variance(&extra);
        (paired > 0.0).then(|| (variance(base) + variance(other)) / paired)
    };
    (1..main.metrics.len()).filter_map(of).reduce(f64::min)
}

/// How many scores of quantities that were uncertain already are not what they were.
fn moved(more: &Results, before: &Results) -> Option<f64> {
    let other = |name: &String, scores: &Vec<f64>| {
        let same = more.scores.iter().find(|(known, _)| known == name);
        same.is_none_or(|(_, now)| {
            now.len() != scores.len() || now.iter().zip(scores).any(|(a, b)| a.to_bits() != b.to_bits())
        })
    };
    let changed = before.scores.iter().map(|(name, scores)| other(name, scores));
    (!before.scores.is_empty()).then(|| count(changed))
}
