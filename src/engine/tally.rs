//! The results of one replication of one arm in one world.

use super::counters::Counters;
use super::frame::Frame;
use super::metric::Metric;
use super::money::Money;
use super::plan::Plan;
use super::play::Floor;
use super::prices::Prices;
use crate::cohort::Outcome;

/// Sums of euros and hours of a period or of all periods.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    hours_used: f64,
    hours_available: f64,
    cost: f64,
    evaluation: f64,
    avoided: f64,
    avoided_if_all: f64,
    cost_constant: f64,
    avoided_constant: f64,
    present: f64,
}

impl Sums {
    fn add(&mut self, later: &Self) {
        self.hours_used += later.hours_used;
        self.hours_available += later.hours_available;
        self.cost += later.cost;
        self.evaluation += later.evaluation;
        self.avoided += later.avoided;
        self.avoided_if_all += later.avoided_if_all;
        self.cost_constant += later.cost_constant;
        self.avoided_constant += later.avoided_constant;
        self.present += later.present;
    }
}

/// Writes the metrics of a finished play, per period and in total: `row[metric * (periods + 1) + slice]`, the total last.
pub(super) fn write_metrics(
    frame: &Frame,
    prices: &Prices,
    (floor, money): (&Floor, &Money),
    row: &mut [f64],
) {
    let periods = frame.period_range.len();
    let (mut all_counters, mut all_sums) = (Counters::default(), Sums::default());
    let mut slice = Slice { row, slices: periods + 1, place: 0 };
    for period in 0..periods {
        let (counters, sums) =
            (&floor.journal.counters[period], sums_of(frame, prices, (floor, money), period));
        slice.place = period;
        slice.write(counters, &sums, prices.cashable);
        slice.write_waits(floor, counters, period..period + 1);
        all_counters.add(counters);
        all_sums.add(&sums);
    }
    slice.place = periods;
    slice.write(&all_counters, &all_sums, prices.cashable);
    slice.write_waits(floor, &all_counters, 0..periods);
}

fn sums_of(frame: &Frame, prices: &Prices, (floor, money): (&Floor, &Money), period: usize) -> Sums {
    let periods = frame.period_range.len();
    let mut sums = Sums { cost: money.other[period], ..Sums::default() };
    for (number, desk) in floor.desks.all().iter().enumerate() {
        let [available, used] = desk.sums[period];
        sums.hours_available += available;
        sums.hours_used += used;
        sums.cost += money.providers[number * periods + period];
    }
    sums.evaluation = money.evaluation[period];
    sums.cost_constant = money.constant[period];
    [sums.avoided, sums.avoided_if_all, sums.avoided_constant] = money.avoided[period];
    sums.present = (sums.avoided - sums.cost) * prices.present_value[period];
    sums
}

/// One period, or the total, of a row of metrics.
struct Slice<'row> {
    row: &'row mut [f64],
    slices: usize,
    place: usize,
}

impl Slice<'_> {
    fn set(&mut self, metric: Metric, value: f64) {
        self.row[metric as usize * self.slices + self.place] = value;
    }

    /// What is divided by nought is NaN: undefined in this replication.
    fn write(&mut self, counters: &Counters, sums: &Sums, cashable: f64) {
        let (escalated, queue) = (counters.closed(Outcome::Escalated), counters.care_from_queue());
        let care = escalated + queue + counters.care_direct;
        let started = f64::from(counters.started);
        let values = [
            (Metric::YouthsReferred, f64::from(counters.referred)),
            (Metric::YouthsStarted, started),
            (Metric::YouthsClosedPositive, f64::from(counters.closed(Outcome::Positive))),
            (Metric::YouthsEscalated, f64::from(escalated)),
            (Metric::YouthsDroppedOut, f64::from(counters.closed(Outcome::DroppedOut))),
            (Metric::YouthsOutcomeUnknown, f64::from(counters.closed(Outcome::Unknown))),
            (Metric::YouthsLeftQueue, f64::from(counters.left)),
            (Metric::YouthsRecoveredWaiting, f64::from(counters.recovered)),
            (Metric::YouthsWaitingYearEnd, f64::from(counters.waiting_at_end)),
            (Metric::YouthsInTreatmentYearEnd, f64::from(counters.running_at_end)),
            (Metric::WaitMeanWeeks, f64::from(counters.wait_weeks) / started),
            (Metric::ShareWithinNorm, f64::from(counters.within_norm) / started),
            (Metric::Utilisation, sums.hours_used / sums.hours_available),
            (Metric::HoursUsed, sums.hours_used),
            (Metric::HoursAvailable, sums.hours_available),
            (Metric::WeeksBoundShare, f64::from(counters.bound_weeks) / f64::from(counters.weeks)),
            (Metric::Conversations, f64::from(counters.conversations)),
            (Metric::SpecialistReferrals, f64::from(care)),
            (Metric::SpecialistReferralsPoj, f64::from(escalated)),
            (Metric::SpecialistReferralsQueue, f64::from(queue)),
            (Metric::SpecialistReferralsHuisarts, f64::from(counters.care_direct)),
            (Metric::MunicipalReferralShare, f64::from(escalated + queue) / f64::from(care)),
            (Metric::PojCost, sums.cost),
            (Metric::AvoidedCostEvaluation, sums.evaluation),
            (Metric::AvoidedCost, sums.avoided),
            (Metric::AvoidedCostIfAll, sums.avoided_if_all),
            (Metric::PojCostConstant, sums.cost_constant),
            (Metric::AvoidedCostConstant, sums.avoided_constant),
            (Metric::NetSavingEvaluation, sums.evaluation - sums.cost),
            (Metric::NetSaving, sums.avoided - sums.cost),
            (Metric::CashableSaving, sums.avoided * cashable - sums.cost),
            (Metric::NetPresentSaving, sums.present),
        ];
        for (metric, value) in values {
            self.set(metric, value);
        }
    }

    fn write_waits(&mut self, floor: &Floor, counters: &Counters, slots: std::ops::Range<usize>) {
        self.set(Metric::WaitP50Weeks, floor.journal.waits.quantile(slots.clone(), counters.started, 0.5));
        self.set(Metric::WaitP90Weeks, floor.journal.waits.quantile(slots, counters.started, 0.9));
    }
}

/// Writes contract hours per week, hours available and hours used of each provider, per period and in total:
/// `row[(3 * provider + statistic) * (periods + 1) + slice]`.
pub(super) fn write_providers(frame: &Frame, plan: &Plan, floor: &Floor, row: &mut [f64]) {
    let periods = frame.period_range.len();
    for ((desk, terms), out) in
        floor.desks.all().iter().zip(&plan.providers).zip(row.chunks_mut(3 * (periods + 1)))
    {
        let mut total = [0.0; 4];
        for period in 0..=periods {
            let sums = if period < periods {
                let [contract, weeks] = terms.contract_by_period[period];
                let [available, used] = desk.sums[period];
                let sums = [contract, weeks, available, used];
                for (all, part) in total.iter_mut().zip(sums) {
                    *all += part;
                }
                sums
            } else {
                total
            };
            out[period] = sums[0] / sums[1];
            out[periods + 1 + period] = sums[2];
            out[2 * (periods + 1) + period] = sums[3];
        }
    }
}

/// Writes cost less limit of each ceiling, per period, and the highest of them: `row[ceiling * (periods + 1) + slice]`.
pub(super) fn write_ceilings(
    frame: &Frame,
    prices: &Prices,
    (money, cost): (&Money, &[f64]),
    row: &mut [f64],
) {
    let periods = frame.period_range.len();
    for ((limits, covered), out) in
        prices.ceilings.iter().zip(&prices.covered).zip(row.chunks_mut(periods + 1))
    {
        let mut highest = f64::NEG_INFINITY;
        for (period, limit) in limits.iter().enumerate() {
            let cost = covered.as_ref().map_or(cost[period], |providers| {
                providers.iter().map(|provider| money.providers[provider * periods + period]).sum()
            });
            out[period] = cost - limit;
            highest = highest.max(out[period]);
        }
        out[periods] = highest;
    }
}
