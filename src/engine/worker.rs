//! One thread's work: draws, replications, and all arms and worlds of each.

use super::awareness::{AwareFrom, spread};
use super::care_span::CareSpan;
use super::counts::{Counting, Counts};
use super::lines::Lines;
use super::metric::Metric;
use super::money::{Care, Money};
use super::plan::Plan;
use super::play::{Floor, Given, Play};
use super::prices::Prices;
use super::provider_plan::{ProviderPlan, absence_rates};
use super::referrals::{Admission, Referrals};
use super::setup::{Case, Setup};
use super::tally::{write_ceilings, write_metrics, write_providers};
use super::witness::Witness;
use crate::cohort::{Cohort, Outlook, People, Person, Spot, Youth, attendance, exit_weeks};
use crate::parameters::Draw;
use crate::random::Seed;

/// Everything that one thread needs, made once and reused, so that nothing is allocated per replication.
#[derive(Debug)]
pub(super) struct Worker {
    draw: Draw,
    cohort: Cohort,
    /// One per outlook.
    outlooks: Vec<Outlook>,
    people: Vec<People>,
    /// Per practice the first week from which some policy makes it refer to the POJ.
    first_aware: Vec<Vec<usize>>,
    /// One per attendance.
    present: Vec<Vec<f64>>,
    /// Hours of one provider in each week.
    hours: Vec<f64>,
    /// One per strand.
    plans: Vec<Plan>,
    floors: Vec<Floor>,
    /// One per strand, of which those count that are somebody's own.
    referrals: Vec<Referrals>,
    /// One per outlook.
    lines: Vec<Lines>,
    /// Per strand the first whose referrals are its own.
    referred_as: Vec<usize>,
    /// One per set of plays in which practices come to know the POJ alike.
    aware_from: Vec<AwareFrom>,
    /// One per case.
    prices: Vec<Prices>,
    /// Per spread what the care of each person would cost, relative to the mean; NaN until somebody asks.
    relative_costs: Vec<Vec<f64>>,
    /// One per span.
    spans: Vec<CareSpan>,
    money: Money,
    counting: Counting,
}

impl Worker {
    pub(super) fn new(setup: &Setup) -> Self {
        let weeks = setup.frame.calendar.weeks();
        let (outlooks, strands) = (setup.outlooks.len(), setup.strands.len());
        let mut people = Vec::new();
        people.resize_with(outlooks, People::default);
        Self {
            draw: Draw::default(),
            cohort: Cohort::default(),
            outlooks: vec![Outlook::default(); outlooks],
            people,
            first_aware: vec![Vec::new(); outlooks],
            present: vec![vec![0.0; weeks]; setup.attendances.len()],
            hours: vec![0.0; weeks],
            plans: vec![Plan::default(); strands],
            floors: vec![Floor::default(); strands],
            referrals: vec![Referrals::default(); strands],
            lines: vec![Lines::default(); outlooks],
            referred_as: (0..strands).collect(),
            aware_from: vec![[0; Youth::PRACTICES + 1]; setup.spreadings.len()],
            prices: vec![Prices::default(); setup.cases.len()],
            relative_costs: vec![Vec::new(); setup.spreads.len()],
            spans: vec![CareSpan::default(); setup.spans.len()],
            money: Money::default(),
            counting: Counting::new(&setup.layout),
        }
    }

    pub(super) fn into_counts(self) -> Counts {
        self.counting.into_counts()
    }

    /// Reads draw `number`; returns the scores of its quantities.
    pub(super) fn read_draw(&mut self, setup: &Setup, seed: Seed, number: u32) -> &[f64] {
        setup.space.draw(seed, number, &mut self.draw);
        for (outlook, (arm, world)) in self.outlooks.iter_mut().zip(&setup.outlooks) {
            outlook.read(setup.scenario(*arm, *world), setup.space.binding(*arm, *world), &self.draw);
        }
        for (prices, case) in self.prices.iter_mut().zip(&setup.cases) {
            let binding = setup.space.binding(case.arm, case.world);
            prices.read(&setup.frame, setup.scenario(case.arm, case.world), (binding, &self.draw));
        }
        for (span, case) in self.spans.iter_mut().zip(&setup.spans) {
            span.read(&setup.frame, self.prices[*case].care);
        }
        for (prices, case) in self.prices.iter_mut().zip(&setup.cases) {
            prices.read_usual(&self.spans[case.span]);
        }
        for (plan, strand) in self.plans.iter_mut().zip(&setup.strands) {
            let binding = setup.space.binding(strand.arm, strand.world);
            let scenario = setup.scenario(strand.arm, strand.world);
            plan.read(&setup.frame, scenario, (binding, &self.draw), &self.prices[strand.case].providers);
        }
        self.draw.scores()
    }

    /// Puts given people in the place of those of a case; nobody else is sent to specialised care.
    pub(super) fn replace_people(&mut self, setup: &Setup, case: usize, persons: &[Person]) {
        let outlook = setup.strands[setup.cases[case].strand].outlook;
        self.people[outlook].replace(persons);
        self.cohort.forget_direct(outlook);
    }

    /// The people of a case.
    pub(super) fn persons(&self, setup: &Setup, case: usize) -> Vec<Person> {
        self.people[setup.strands[setup.cases[case].strand].outlook].persons().collect()
    }

    /// Plays one case from the first week to the last, and returns its metrics and the luck of its avoided care.
    pub(super) fn watch(
        &mut self,
        setup: &Setup,
        spot: &Spot,
        case: usize,
        witness: &mut impl Witness,
    ) -> (Vec<f64>, f64) {
        let strand = setup.cases[case].strand;
        self.prepare(setup, spot, strand);
        self.line_up(setup);
        self.refer(setup, (strand, strand), false);
        let weeks = setup.frame.calendar.weeks();
        self.run(setup, strand, (0, weeks), witness);
        self.forget_costs(setup);
        let mut metrics = vec![0.0; Metric::COUNT * (setup.frame.period_range.len() + 1)];
        self.book(setup, case);
        let books = (&self.floors[strand], &self.money);
        write_metrics(&setup.frame, &self.prices[case], books, &mut metrics);
        (metrics, self.money.luck)
    }

    /// Draws the cohort of one replication and plays every arm and world over it; writes one row of results.
    pub(super) fn replicate(&mut self, setup: &Setup, spot: &Spot, row: &mut [f64]) {
        self.draw_cohort(setup, spot);
        self.play_all(setup, spot);
        self.forget_costs(setup);
        for (number, case) in setup.cases.iter().enumerate() {
            self.book(setup, number);
            self.write(setup, number, setup.layout.parts(number, row));
            if setup.layout.is_first_of_play(number) {
                self.counting.add(number, &setup.frame, &self.floors[case.strand].journal.notes);
            }
        }
    }

    /// Plays every strand: the trunks first, each handing its state to the branches that part from it on the way.
    fn play_all(&mut self, setup: &Setup, spot: &Spot) {
        let weeks = setup.frame.calendar.weeks();
        self.line_up(setup);
        for strand in 0..setup.strands.len() {
            self.prepare(setup, spot, strand);
            let like = (0..strand).find(|earlier| self.are_referred_alike(setup, *earlier, strand));
            self.refer(setup, (strand, like.unwrap_or(strand)), true);
        }
        for (trunk, branches) in &setup.trunks {
            let (trunk, mut from) = (*trunk, 0);
            for (branch, week) in branches.iter().copied() {
                self.run(setup, trunk, (from, week), &mut ());
                from = week;
                let (before, after) = self.floors.split_at_mut(branch);
                let referrals = [branch, trunk].map(|strand| &self.referrals[self.referred_as[strand]]);
                let youths = self.people[setup.strands[branch].outlook].youths();
                let arrived = youths.partition_point(|youth| (youth.week as usize) < week);
                if let Some(floor) = after.first_mut() {
                    floor.adopt(&before[trunk], (week, arrived), (referrals[0], referrals[1]));
                }
            }
            self.run(setup, trunk, (from, weeks), &mut ());
        }
        for (branch, strand) in setup.strands.iter().enumerate() {
            if let Some((_, from)) = strand.branch {
                self.run(setup, branch, (from, weeks), &mut ());
            }
        }
    }

    /// Plays weeks of a strand; the last of them ends it.
    fn run(
        &mut self,
        setup: &Setup,
        strand: usize,
        (from, until): (usize, usize),
        witness: &mut impl Witness,
    ) {
        let mut floor = std::mem::take(&mut self.floors[strand]);
        let mut game = Play { given: self.given(setup, strand), floor: &mut floor };
        game.run(from, until, witness);
        if until == setup.frame.calendar.weeks() {
            game.end();
        }
        self.floors[strand] = floor;
    }

    fn given<'play>(&'play self, setup: &'play Setup, strand: usize) -> Given<'play> {
        Given {
            frame: &setup.frame,
            plan: &self.plans[strand],
            youths: self.people[setup.strands[strand].outlook].youths(),
            lines: &self.lines[setup.strands[strand].outlook],
            referrals: &self.referrals[self.referred_as[strand]],
        }
    }

    /// Forgets what the care of each person would cost.
    fn forget_costs(&mut self, setup: &Setup) {
        for (costs, case) in self.relative_costs.iter_mut().zip(&setup.spreads) {
            let people = &self.people[setup.strands[setup.cases[*case].strand].outlook];
            costs.clear();
            costs.resize(people.prospects().len(), f64::NAN);
        }
    }

    fn book(&mut self, setup: &Setup, number: usize) {
        let Case { strand, spread, span, .. } = setup.cases[number];
        let mut care = Care {
            prospects: self.people[setup.strands[strand].outlook].prospects(),
            relative_costs: &mut self.relative_costs[spread],
            span: &self.spans[span],
        };
        self.money.book(&setup.frame, &self.prices[number], &self.floors[strand], &mut care);
    }

    pub(super) fn draw_cohort(&mut self, setup: &Setup, spot: &Spot) {
        let frame = &setup.frame;
        self.cohort.begin(spot, &frame.calendar, &self.outlooks);
        self.spread_awareness(setup);
        self.cohort.draw(spot, &self.outlooks, &self.first_aware, &frame.registration);
        People::read_all(&mut self.people, &self.cohort, &self.outlooks);
        for (present, of) in self.present.iter_mut().zip(&setup.attendances) {
            let rates = absence_rates(setup.space.binding(of.arm, of.world), &self.draw);
            attendance(spot, &of.items, &rates, present);
        }
    }

    fn spread_awareness(&mut self, setup: &Setup) {
        let from = setup.frame.calendar.forecast_from();
        for first in &mut self.first_aware {
            first.clear();
        }
        for (aware_from, number) in self.aware_from.iter_mut().zip(&setup.spreadings) {
            let outlook = setup.strands[*number].outlook;
            spread(&self.plans[*number], &self.cohort, &self.outlooks[outlook], from, aware_from);
            let aware_from = &aware_from[..self.outlooks[outlook].practices()];
            let first = &mut self.first_aware[outlook];
            if first.is_empty() {
                first.extend_from_slice(aware_from);
            }
            for (first, week) in first.iter_mut().zip(aware_from) {
                *first = (*first).min(*week);
            }
        }
    }

    /// Sets the floor of a strand back to the first week, and staffs it.
    fn prepare(&mut self, setup: &Setup, spot: &Spot, number: usize) {
        let (frame, strand) = (&setup.frame, &setup.strands[number]);
        let persons = self.people[strand.outlook].youths().len();
        let (plan, floor) = (&self.plans[number], &mut self.floors[number]);
        floor.clear(frame, persons, plan);
        for (provider, terms) in plan.providers.iter().enumerate() {
            let from = terms.start.max(frame.calendar.forecast_from());
            let span = (from, frame.calendar.weeks(), terms.exit);
            let stops = &mut floor.stops;
            let first = stops.len();
            exit_weeks(
                spot,
                strand.exits[provider],
                span,
                (terms.exit_per_year, terms.replacement),
                |stop, back| {
                    stops.push((stop, back, provider));
                },
            );
            staff(&mut self.hours, &mut floor.at_work, (terms, 1 << provider), &floor.stops[first..]);
            let present = &self.present[strand.attendances[provider]];
            let hours = self.hours.iter().zip(present).zip(&plan.after_leave);
            let available = hours.map(|((hours, present), leave)| hours * (present * leave));
            floor.desks.of(provider).staff(available);
        }
    }

    /// Whether the same young people are referred in the same weeks in two plays that are staffed.
    fn are_referred_alike(&self, setup: &Setup, one: usize, other: usize) -> bool {
        let [a, b] = [one, other].map(|number| &setup.strands[number]);
        let attracting = self.plans[one].attracting();
        (a.spreading, a.whoever) == (b.spreading, b.whoever)
            && attracting == self.plans[other].attracting()
            && (attracting == 0 || self.floors[one].at_work == self.floors[other].at_work)
    }

    /// Puts the people of each outlook in lines.
    fn line_up(&mut self, setup: &Setup) {
        for (lines, people) in self.lines.iter_mut().zip(&self.people) {
            lines.read(people.youths(), setup.frame.weeks.len());
        }
    }

    /// Finds who is referred in a play that is staffed: those of an earlier one, or its own. `drawn`: these are the people of the cohort,
    /// in which whoever no policy brings to the POJ is only counted.
    fn refer(&mut self, setup: &Setup, (number, like): (usize, usize), drawn: bool) {
        let (strand, floor) = (&setup.strands[number], &mut self.floors[number]);
        if like == number {
            let aware_from = &self.aware_from[strand.spreading];
            let known = drawn && aware_from.starts_with(&self.first_aware[strand.outlook]);
            let admission = Admission {
                direct: self.cohort.direct(strand.outlook),
                aware_from: (!known).then_some(aware_from),
                at_work: &floor.at_work,
                attracting: self.plans[number].attracting(),
                replays: setup.frame.replays,
                whoever: strand.whoever,
            };
            let (lines, people) = (&self.lines[strand.outlook], &self.people[strand.outlook]);
            self.referrals[number].read(lines, people.youths(), &admission);
        }
        self.referred_as[number] = like;
        floor.expect(&self.referrals[like], strand.whoever);
    }

    fn write(&self, setup: &Setup, case: usize, [metrics, providers, ceilings, luck]: [&mut [f64]; 4]) {
        let (frame, strand) = (&setup.frame, setup.cases[case].strand);
        let (prices, floor, money) = (&self.prices[case], &self.floors[strand], &self.money);
        write_metrics(frame, prices, (floor, money), metrics);
        write_providers(frame, &self.plans[strand], floor, providers);
        let slices = frame.period_range.len() + 1;
        let total_cost = &metrics[Metric::PojCost as usize * slices..][..slices];
        write_ceilings(frame, prices, (money, total_cost), ceilings);
        luck[0] = money.luck;
    }
}

/// The hours of a provider in each week before illness and leave, and whether it is there (`bit`): contract, start,
/// ramp-up, stops.
fn staff(
    hours: &mut [f64],
    at_work: &mut [u32],
    (terms, bit): (&ProviderPlan, u32),
    stops: &[(usize, usize, usize)],
) {
    let (weeks, start) = (hours.len(), terms.start.min(hours.len()));
    hours[..start].fill(0.0);
    hours[start..].copy_from_slice(&terms.contract[start..]);
    for (there, contract) in at_work[start..].iter_mut().zip(&terms.contract[start..]) {
        *there |= if *contract > 0.0 { bit } else { 0 };
    }
    if start > 0 {
        ramp_up(hours, terms, start);
    }
    for (stop, back, _) in stops {
        let back = (*back).min(weeks);
        hours[*stop..back].fill(0.0);
        for there in &mut at_work[*stop..back] {
            *there &= !bit;
        }
        // A replacement grows anew, also where the provider before it was still growing.
        ramp_up(hours, terms, back);
    }
}

/// Lets the hours of a provider that begins in week `from` grow evenly to the full contract.
fn ramp_up(hours: &mut [f64], terms: &ProviderPlan, from: usize) {
    for (week, (hours, contract)) in hours.iter_mut().zip(&terms.contract).enumerate().skip(from) {
        let grown = (week - from + 1) as f64 / (terms.ramp_up + 1) as f64;
        if grown >= 1.0 && *hours >= *contract {
            return;
        }
        *hours = contract * grown.min(1.0);
    }
}
