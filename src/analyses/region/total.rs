//! Sums over the municipalities of a region, replication by replication.
//!
//! What nobody knows is the same for all municipalities of a replication, and chance is of each its own: so replication r of
//! the region is the sum of the replications r of its municipalities.

use super::municipalities::Municipality;
use crate::analyses::bands::Subject;
use crate::analyses::{RunInfo, Runs};
use crate::engine::Metric;
use crate::scenario::{Arm, Experiment, World};
use crate::statistics::{Band, Estimate, Scratch, band, probability};

/// What is added up, over the whole forecast.
pub const ADDED: [Metric; 4] =
    [Metric::PojCost, Metric::YouthsStarted, Metric::YouthsClosedPositive, Metric::NetSaving];
/// Groups of municipalities by size, equally many in each as far as that goes.
const GROUPS: usize = 5;

/// The columns that are added up, in replication order: all of [`ADDED`] in the first world, then in the next.
pub(super) type Columns = Vec<Vec<f64>>;

/// What the last scenario of an experiment brings less the base; of the base by itself when it is alone.
pub fn extra(experiment: &Experiment, runs: &dyn Runs) -> Vec<Vec<f64>> {
    let subject = match experiment.arms.len() - 1 {
        0 => Subject::Arm(0),
        last => Subject::Difference(last),
    };
    let total = experiment.scenarios[0][0].calendar.periods().len();
    let worlds = 0..experiment.worlds.len();
    worlds.flat_map(|world| ADDED.map(|metric| subject.column(runs, world, metric, total))).collect()
}

/// Bands of what is added up, in one world.
#[derive(Clone, Debug, PartialEq)]
pub struct Extra {
    /// In the order of [`ADDED`].
    pub bands: [Option<Band>; 4],
    /// How often the net saving is not negative.
    pub p_nonnegative: Estimate,
}

impl Extra {
    fn of(columns: &[Vec<f64>]) -> Self {
        let mut scratch = Scratch::default();
        let bands = std::array::from_fn(|at| columns.get(at).and_then(|column| band(column, &mut scratch)));
        let net = columns.get(ADDED.len() - 1).into_iter().flatten();
        Self { bands, p_nonnegative: probability(net.map(|net| *net >= 0.0)) }
    }
}

/// One municipality in the leading world.
#[derive(Clone, Debug, PartialEq)]
pub struct Local {
    /// Which one.
    pub municipality: Municipality,
    /// What the scenario brings there.
    pub extra: Extra,
}

impl Local {
    /// What the scenario brings in a municipality, out of its columns.
    pub fn new(municipality: &Municipality, columns: &[Vec<f64>]) -> Self {
        Self { municipality: municipality.clone(), extra: Extra::of(columns) }
    }
}

/// Municipalities of about the same size, in the leading world.
#[derive(Clone, Debug, PartialEq)]
pub struct SizeGroup {
    /// How many they are.
    pub count: usize,
    /// The smallest size.
    pub least: f64,
    /// The largest size.
    pub most: f64,
    /// What the scenario brings in all of them together.
    pub extra: Extra,
}

/// What a region comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// The name of the template.
    pub name: String,
    /// The policy.
    pub arm: Arm,
    /// What it is compared with; `None` when it stands by itself.
    pub base: Option<Arm>,
    /// The worlds, the leading one first.
    pub worlds: Vec<World>,
    /// How it was made; the seed is that of the region.
    pub run: RunInfo,
    /// All municipalities together, by world.
    pub totals: Vec<Extra>,
    /// From small to large.
    pub groups: Vec<SizeGroup>,
    /// By number.
    pub locals: Vec<Local>,
}

/// Sums that grow municipality by municipality.
#[derive(Debug)]
pub struct Adder {
    groups_of: Vec<usize>,
    totals: Columns,
    groups: Vec<Columns>,
    locals: Vec<Local>,
}

impl Adder {
    /// Nothing yet of these municipalities, in so many worlds and replications.
    pub fn new(municipalities: &[Municipality], worlds: usize, replications: usize) -> Self {
        let mut order: Vec<usize> = (0..municipalities.len()).collect();
        order.sort_by(|one, other| municipalities[*one].size.total_cmp(&municipalities[*other].size));
        let mut groups_of = vec![0; order.len()];
        for (rank, place) in order.iter().enumerate() {
            groups_of[*place] = (rank * GROUPS).div_euclid(order.len());
        }
        let columns = |count| vec![vec![0.0; replications]; count];
        Self {
            groups_of,
            totals: columns(worlds * ADDED.len()),
            groups: vec![columns(ADDED.len()); GROUPS],
            locals: Vec::new(),
        }
    }

    /// Adds the next municipality; they come by number, so that the sums are the same each time.
    pub fn add(&mut self, local: Local, columns: &[Vec<f64>]) {
        let group = self.groups_of.get(self.locals.len()).copied().unwrap_or(0);
        for sums in [&mut self.totals, &mut self.groups[group]] {
            for (sum, value) in
                sums.iter_mut().zip(columns).flat_map(|(sums, values)| sums.iter_mut().zip(values))
            {
                *sum += value;
            }
        }
        self.locals.push(local);
    }

    /// The region, once all are added.
    pub fn region(self, experiment: &Experiment, run: RunInfo) -> Region {
        let Self { groups_of, totals, groups, locals } = self;
        let sizes_in = |group: usize| {
            let all = locals.iter().zip(&groups_of).filter(move |(_, of)| **of == group);
            all.map(|(local, _)| local.municipality.size)
        };
        let groups = groups.iter().enumerate().filter(|(group, _)| sizes_in(*group).next().is_some());
        let groups = groups.map(|(group, columns)| SizeGroup {
            count: sizes_in(group).count(),
            least: sizes_in(group).fold(f64::INFINITY, f64::min),
            most: sizes_in(group).fold(0.0, f64::max),
            extra: Extra::of(columns),
        });
        let last = experiment.arms.len() - 1;
        Region {
            name: experiment.name.clone(),
            arm: experiment.arms[last].clone(),
            base: (last > 0).then(|| experiment.arms[0].clone()),
            worlds: experiment.worlds.clone(),
            run,
            totals: totals.chunks(ADDED.len()).map(Extra::of).collect(),
            groups: groups.collect(),
            locals,
        }
    }
}
