//! The score of a forecast: every figure of every registered quarter, and the whole on every day of registration.

use jiff::civil::Date;

use super::counted::Counted;
use super::rule::Gauge;
use super::simulated::Simulated;
use crate::analyses::RunInfo;
use crate::random::REPLICATIONS_PER_DRAW;
use crate::scenario::{Arm, Ledger, Quarter, REFERRERS, Registration, World};
use crate::statistics::{Band, Estimate, Sample, Scratch, band};

/// One registered figure against what was forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// What is counted.
    pub counted: Counted,
    /// What was registered.
    pub registered: f64,
    /// What was forecast.
    pub band: Band,
    /// Where it fell: the share of the forecast below it, half of what equals it included.
    pub place: Estimate,
    /// How far off the forecast was, in the unit of the count.
    pub crps: Estimate,
}

impl Judged {
    /// Whether it lies from P10 to P90.
    pub fn within_80(&self) -> bool {
        (self.band.quantiles[1]..=self.band.quantiles[5]).contains(&self.registered)
    }

    /// Whether it lies from P5 to P95.
    pub fn within_90(&self) -> bool {
        (self.band.quantiles[0]..=self.band.quantiles[6]).contains(&self.registered)
    }
}

/// A registered quarter with its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoredQuarter {
    /// What was registered last.
    pub registration: Registration,
    /// The figures that the forecast knows.
    pub figures: Vec<Judged>,
}

/// What was known on a day of registration, and what it said of the forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct Looked {
    /// The day.
    pub day: Date,
    /// Quarters that were known.
    pub quarters: usize,
    /// Figures that were known.
    pub figures: usize,
    /// Of these from P10 to P90.
    pub within_80: usize,
    /// Of these from P5 to P95.
    pub within_90: usize,
    /// The share of futures of the forecast at least as unusual as what was known.
    pub share: Estimate,
    /// At or below this share the forecast needs revising.
    pub threshold: f64,
}

impl Looked {
    /// Figures that lie from P10 to P90 when the forecast is right.
    pub fn expected_within_80(&self) -> f64 {
        0.8 * self.figures as f64
    }

    /// Figures that lie from P5 to P95 when the forecast is right.
    pub fn expected_within_90(&self) -> f64 {
        0.9 * self.figures as f64
    }

    /// Whether the forecast needs revising.
    pub fn revise(&self) -> bool {
        self.share.value <= self.threshold
    }
}

/// An archived forecast held against the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// The name of the archived run.
    pub name: String,
    /// The policy that was carried out.
    pub arm: Arm,
    /// The assumptions.
    pub world: World,
    /// How the archived run was made.
    pub run: RunInfo,
    /// Replications that the figures are held against.
    pub sampled: usize,
    /// Whether the registrations are made up.
    pub example: bool,
    /// Every whole quarter of the forecast, with the bands of what is counted.
    pub bands: Vec<(Quarter, Vec<(Counted, Band)>)>,
    /// The registered quarters, in order.
    pub quarters: Vec<ScoredQuarter>,
    /// All registered quarters together.
    pub so_far: Vec<Judged>,
    /// On every day of registration what was known then; the last is today's.
    pub history: Vec<Looked>,
    /// Needs that were registered under names that the forecast does not know.
    pub other_needs: Vec<String>,
}

/// The score of a forecast; `None` when no quarter of it was registered under its policy.
pub fn score(simulated: &Simulated, ledger: &Ledger) -> Option<Score> {
    let mut history: Vec<Looked> = Vec::new();
    let mut before: Held<'_> = Vec::new();
    for day in ledger.days() {
        let known = held(simulated, &ledger.known_on(day));
        if known != before {
            history.push(look(simulated, day, &known));
            before = known;
        }
    }
    let known = before;
    if known.is_empty() {
        return None;
    }
    let needs = known.iter().filter_map(|(_, registration)| registration.needs.as_ref()).flatten();
    let mut other_needs: Vec<String> = needs
        .map(|(name, _)| name)
        .filter(|name| !simulated.counted.contains(&Counted::WithNeed((*name).clone())))
        .cloned()
        .collect();
    other_needs.sort();
    other_needs.dedup();
    Some(Score {
        name: simulated.name.clone(),
        arm: simulated.arm.clone(),
        world: simulated.world.clone(),
        run: simulated.run,
        sampled: simulated.sampled,
        example: ledger.is_example(),
        bands: bands(simulated),
        quarters: known
            .iter()
            .map(|(place, registration)| ScoredQuarter {
                registration: (*registration).clone(),
                figures: judged(simulated, *place, registration),
            })
            .collect(),
        so_far: so_far(simulated, &known),
        history,
        other_needs,
    })
}

type Held<'a> = Vec<(usize, &'a Registration)>;

/// The registrations that the forecast speaks of, each with the place of its quarter.
fn held<'a>(simulated: &Simulated, known: &[&'a Registration]) -> Held<'a> {
    let mine = known.iter().filter(|one| one.carried_out == simulated.arm.name);
    mine.filter_map(|one| {
        Some((simulated.quarters.iter().position(|quarter| *quarter == one.quarter)?, *one))
    })
    .collect()
}

fn bands(simulated: &Simulated) -> Vec<(Quarter, Vec<(Counted, Band)>)> {
    let mut scratch = Scratch::default();
    let mut of = |place: usize| {
        let all = simulated.counted.iter().zip(&simulated.columns);
        all.filter_map(|(counted, columns)| Some((counted.clone(), band(&columns[place], &mut scratch)?)))
            .collect()
    };
    simulated.quarters.iter().enumerate().map(|(place, quarter)| (*quarter, of(place))).collect()
}

fn judged(simulated: &Simulated, place: usize, registration: &Registration) -> Vec<Judged> {
    let all = simulated.counted.iter().zip(&simulated.columns);
    all.filter_map(|(counted, columns)| judge(counted, counted.registered(registration)?, &columns[place]))
        .collect()
}

fn judge(counted: &Counted, registered: f64, column: &[f64]) -> Option<Judged> {
    let sample = Sample::new(column, &vec![1.0; column.len()], REPLICATIONS_PER_DRAW);
    Some(Judged {
        counted: counted.clone(),
        registered,
        band: band(column, &mut Scratch::default())?,
        place: sample.pit(registered)?,
        crps: sample.crps(registered)?,
    })
}

/// The counts that every known quarter has, with their sum and a sum per replication.
fn so_far(simulated: &Simulated, known: &Held<'_>) -> Vec<Judged> {
    let all = simulated.counted.iter().zip(&simulated.columns);
    all.filter_map(|(counted, columns)| {
        let registered: Vec<f64> =
            known.iter().map(|(_, registration)| counted.registered(registration)).collect::<Option<_>>()?;
        judge(counted, registered.iter().sum(), &summed(columns, known.iter().map(|(place, _)| *place)))
    })
    .collect()
}

fn summed(columns: &[Vec<f64>], places: impl Iterator<Item = usize>) -> Vec<f64> {
    let mut sum = vec![0.0; columns.first().map_or(0, Vec::len)];
    for place in places {
        for (sum, value) in sum.iter_mut().zip(&columns[place]) {
            *sum += value;
        }
    }
    sum
}

/// What was known on a day, and how unusual that is among the futures of the forecast.
fn look(simulated: &Simulated, day: Date, known: &Held<'_>) -> Looked {
    let figures: Vec<Judged> =
        known.iter().flat_map(|(place, registration)| judged(simulated, *place, registration)).collect();
    let (looks, came) = looks(simulated, known);
    let gauge = Gauge::new(&looks);
    let share = gauge.shares(&came).last().copied().unwrap_or(1.0);
    // Two replications share a draw, so that as many are independent as there are draws at the least.
    let draws = simulated.sampled.div_ceil(REPLICATIONS_PER_DRAW).max(1) as f64;
    Looked {
        day,
        quarters: known.len(),
        figures: figures.len(),
        within_80: figures.iter().filter(|figure| figure.within_80()).count(),
        within_90: figures.iter().filter(|figure| figure.within_90()).count(),
        share: Estimate { value: share, mc_se: Some((share * (1.0 - share) / draws).sqrt()) },
        threshold: gauge.threshold(),
    }
}

/// Per look the sums so far, of replications and of what came: first the known quarters, then those still to come.
///
/// Only what every known quarter has counts, and of the parts of the inflow all but the last, which the whole makes up.
fn looks(simulated: &Simulated, known: &Held<'_>) -> (Vec<Vec<Vec<f64>>>, Vec<Vec<f64>>) {
    let last_need = simulated.counted.last();
    let counts: Vec<usize> = (0..simulated.counted.len())
        .filter(|index| {
            let counted = &simulated.counted[*index];
            *counted != Counted::ReferredBy(REFERRERS.len() - 1)
                && Some(counted) != last_need
                && known.iter().all(|(_, registration)| counted.registered(registration).is_some())
        })
        .collect();
    let latest = known.last().map_or(0, |(place, _)| *place);
    let places: Vec<usize> =
        known.iter().map(|(place, _)| *place).chain(latest + 1..simulated.quarters.len()).collect();
    let upto =
        |count: usize, until: usize| summed(&simulated.columns[count], places[..=until].iter().copied());
    let looks =
        (0..places.len()).map(|until| counts.iter().map(|count| upto(*count, until)).collect()).collect();
    let mut sums = vec![0.0; counts.len()];
    let came = known.iter().map(|(_, registration)| {
        for (sum, count) in sums.iter_mut().zip(&counts) {
            *sum += simulated.counted[*count].registered(registration).unwrap_or(0.0);
        }
        sums.clone()
    });
    let came = came.collect();
    (looks, came)
}
