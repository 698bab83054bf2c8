//! An experiment made ready to be played: what is alike in several arms or worlds is found once.

use super::branch::{first_difference, same_people};
use super::frame::Frame;
use super::outcomes::Layout;
use crate::parameters::{Binding, ParameterSpace};
use crate::random::hash;
use crate::scenario::{Experiment, Key, Scenario};

/// An experiment ready to be played.
#[derive(Debug)]
pub(super) struct Setup<'run> {
    pub(super) experiment: &'run Experiment,
    pub(super) frame: Frame,
    pub(super) layout: Layout,
    pub(super) space: ParameterSpace,
    /// One per arm and world, arms first.
    pub(super) cases: Vec<Case>,
    /// The plays: one serves all cases that differ only in what things cost and are worth.
    pub(super) strands: Vec<Strand>,
    /// The plays that part from no other, each with those that part from it and the week in which they do, in order.
    pub(super) trunks: Vec<(usize, Vec<(usize, usize)>)>,
    /// Arm and world whose assumptions each outlook reads.
    pub(super) outlooks: Vec<(usize, usize)>,
    pub(super) attendances: Vec<AttendanceOf>,
    /// The first play of each set over the same people in which practices come to know the POJ alike.
    pub(super) spreadings: Vec<usize>,
    /// The first case of each set that shares people and how widely the cost of their care is spread.
    pub(super) spreads: Vec<usize>,
    /// The first case of each set in which avoided care begins and lasts alike.
    pub(super) spans: Vec<usize>,
}

/// One arm in one world.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case {
    pub(super) arm: usize,
    pub(super) world: usize,
    /// The play that serves it.
    pub(super) strand: usize,
    /// Which relative costs it shares.
    pub(super) spread: usize,
    /// Which span of avoided care it shares.
    pub(super) span: usize,
}

/// One play.
#[derive(Debug)]
pub(super) struct Strand {
    /// Arm and world that it plays.
    pub(super) arm: usize,
    pub(super) world: usize,
    /// The case that it plays.
    pub(super) case: usize,
    /// Which outlook it shares.
    pub(super) outlook: usize,
    /// With which other plays practices come to know the POJ alike.
    pub(super) spreading: usize,
    /// Which attendance each provider shares.
    pub(super) attendances: Vec<usize>,
    /// The stream item of each provider's exits.
    pub(super) exits: Vec<u64>,
    /// The earlier play from which this one parts, and the first week in which it may differ.
    pub(super) branch: Option<(usize, usize)>,
    /// Whether every provider takes everybody, here and in the plays with which this one has weeks in common: they hand one
    /// queue on.
    pub(super) whoever: bool,
}

/// The attendance of one provider's persons under one set of absence rates.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct AttendanceOf {
    pub(super) arm: usize,
    pub(super) world: usize,
    /// One stream item per person.
    pub(super) items: Vec<u64>,
}

impl<'run> Setup<'run> {
    pub(super) fn new(experiment: &'run Experiment) -> Self {
        let frame = Frame::new(&experiment.scenarios[0][0]);
        let space = ParameterSpace::new(experiment);
        let layout = Layout::new(experiment, frame.months.len());
        let mut setup = Self {
            experiment,
            frame,
            layout,
            space,
            cases: Vec::new(),
            strands: Vec::new(),
            trunks: Vec::new(),
            outlooks: Vec::new(),
            attendances: Vec::new(),
            spreadings: Vec::new(),
            spreads: Vec::new(),
            spans: Vec::new(),
        };
        for arm in 0..experiment.arms.len() {
            for world in 0..experiment.worlds.len() {
                let strand = setup.strand(arm, world);
                let spread = setup.spread((arm, world), setup.strands[strand].outlook);
                let span = setup.span((arm, world));
                setup.cases.push(Case { arm, world, strand, spread, span });
            }
        }
        let plays: Vec<usize> = setup.cases.iter().map(|case| case.strand).collect();
        setup.layout.pair(&plays);
        let trunks = setup.strands.iter().enumerate().filter(|(_, strand)| strand.branch.is_none());
        setup.trunks = trunks.map(|(trunk, _)| (trunk, setup.branches(trunk))).collect();
        setup.share_queues();
        setup
    }

    pub(super) fn scenario(&self, arm: usize, world: usize) -> &'run Scenario {
        &self.experiment.scenarios[arm][world]
    }

    /// The plays that part from a trunk, in the order of the weeks in which they do.
    fn branches(&self, trunk: usize) -> Vec<(usize, usize)> {
        let mut branches: Vec<_> = self
            .strands
            .iter()
            .enumerate()
            .filter_map(|(number, strand)| {
                strand.branch.filter(|(from, _)| *from == trunk).map(|(_, week)| (number, week))
            })
            .collect();
        branches.sort_by_key(|(_, week)| *week);
        branches
    }

    /// Finds the plays in whose queues needs are not told apart.
    fn share_queues(&mut self) {
        for (trunk, branches) in &self.trunks {
            let plays = || branches.iter().map(|(branch, _)| *branch).chain([*trunk]);
            let whoever = plays().all(|play| {
                let Strand { arm, world, .. } = self.strands[play];
                self.experiment.scenarios[arm][world]
                    .providers
                    .iter()
                    .all(|provider| provider.accepts_other_needs)
            });
            for play in plays() {
                self.strands[play].whoever = whoever;
            }
        }
    }

    /// The play that serves an arm in a world: one that is there, or a new one.
    fn strand(&mut self, arm: usize, world: usize) -> usize {
        let outlook = self.outlook(arm, world);
        let weeks = self.frame.calendar.weeks();
        let mut branch: Option<(usize, usize)> = None;
        for (number, strand) in
            self.strands.iter().enumerate().filter(|(_, strand)| strand.outlook == outlook)
        {
            let differs = first_difference(self.view(arm, world), self.view(strand.arm, strand.world));
            if differs == weeks && strand.exits.len() == self.scenario(arm, world).providers.len() {
                return number;
            }
            // A play that itself parts from another is no trunk, so that one level of branches is enough.
            if strand.branch.is_none() && differs > branch.map_or(0, |(_, week)| week) {
                branch = Some((number, differs));
            }
        }
        self.add_strand(arm, world, outlook, branch)
    }

    fn add_strand(
        &mut self,
        arm: usize,
        world: usize,
        outlook: usize,
        branch: Option<(usize, usize)>,
    ) -> usize {
        let providers = &self.scenario(arm, world).providers;
        let mut attendances = Vec::new();
        for (number, provider) in providers.iter().enumerate() {
            attendances.push(self.attendance(arm, world, number, &provider.name));
        }
        let exits = providers.iter().map(|provider| hash(&format!("{}#exit", provider.name))).collect();
        let (case, spreading) = (self.cases.len(), self.spreading((arm, world), outlook));
        self.strands.push(Strand {
            arm,
            world,
            case,
            outlook,
            spreading,
            attendances,
            exits,
            branch,
            whoever: false,
        });
        self.strands.len() - 1
    }

    /// How practices come to know the POJ in a play: as in the first over the same people with the same hazards.
    fn spreading(&mut self, (arm, world): (usize, usize), outlook: usize) -> usize {
        let keys = [Key::PracticesLearnPerYear, Key::PracticesSpreadPerYear, Key::CampaignPushPerYear];
        let mine = self.space.binding(arm, world);
        let shared = self.spreadings.iter().position(|number| {
            let other = &self.strands[*number];
            let theirs = self.space.binding(other.arm, other.world);
            other.outlook == outlook && keys.iter().all(|key| mine.track(*key) == theirs.track(*key))
        });
        shared.unwrap_or_else(|| {
            self.spreadings.push(self.strands.len());
            self.spreadings.len() - 1
        })
    }

    /// The relative costs that an arm in a world reads: those of the first case over the same people with the same
    /// spread.
    fn spread(&mut self, (arm, world): (usize, usize), outlook: usize) -> usize {
        let mine = self.space.binding(arm, world).track(Key::CareCostCv);
        let shared = self.spreads.iter().position(|case| {
            let other = self.cases[*case];
            self.strands[other.strand].outlook == outlook
                && self.space.binding(other.arm, other.world).track(Key::CareCostCv) == mine
        });
        shared.unwrap_or_else(|| {
            self.spreads.push(self.cases.len());
            self.spreads.len() - 1
        })
    }

    /// The span of avoided care that an arm in a world reads: that of the first case with the same delay and length.
    fn span(&mut self, (arm, world): (usize, usize)) -> usize {
        let mine = self.space.binding(arm, world);
        let shared = self.spans.iter().position(|case| {
            let other = self.space.binding(self.cases[*case].arm, self.cases[*case].world);
            [Key::CareDelayWeeks, Key::CareDurationWeeks]
                .iter()
                .all(|key| other.track(*key) == mine.track(*key))
        });
        shared.unwrap_or_else(|| {
            self.spans.push(self.cases.len());
            self.spans.len() - 1
        })
    }

    fn view(&self, arm: usize, world: usize) -> (&'run Scenario, &Binding) {
        (self.scenario(arm, world), self.space.binding(arm, world))
    }

    fn outlook(&mut self, arm: usize, world: usize) -> usize {
        let alike = |other: &(usize, usize)| same_people(self.view(arm, world), self.view(other.0, other.1));
        self.outlooks.iter().position(alike).unwrap_or_else(|| {
            self.outlooks.push((arm, world));
            self.outlooks.len() - 1
        })
    }

    fn attendance(&mut self, arm: usize, world: usize, number: usize, name: &str) -> usize {
        let persons = self.scenario(arm, world).providers[number]
            .quantity(crate::scenario::ProviderKey::Persons)
            .map_or(1, |persons| crate::units::nearest_whole(persons.initial.law.mean()).max(1));
        let items: Vec<u64> = (0..persons).map(|person| hash(&format!("{name}#{person}"))).collect();
        let alike = |other: &AttendanceOf| {
            let (mine, theirs) = (self.space.binding(arm, world), self.space.binding(other.arm, other.world));
            let rates = [Key::ShortSickShare, Key::LongSickPerYear, Key::LongSickWeeks];
            other.items == items && rates.into_iter().all(|key| mine.track(key) == theirs.track(key))
        };
        self.attendances.iter().position(alike).unwrap_or_else(|| {
            self.attendances.push(AttendanceOf { arm, world, items });
            self.attendances.len() - 1
        })
    }
}
