//! An experiment and its outcomes made by arithmetic, so that the writers can be tested without the engine.

use jiff::civil::date;
use sim::analyses::{Forecast, RunInfo, Runs, Scores, build};
use sim::distributions::Law;
use sim::engine::{Metric, ProviderStat, Route};
use sim::scenario::{
    Arm, Calendar, Ceiling, Composition, CompositionLaw, Experiment, Grade, Key, MONTHS, OUTCOMES, Period,
    Place, Provenance, Provider, ProviderKey, Quantity, REFERRERS, Registered, Scenario, Timeline, Unit,
    World,
};

fn provenance(unit: Unit, grade: Grade, line: usize) -> Provenance {
    let file = "scenarios/baseline.toml".into();
    Provenance { unit, source: "E:388".to_owned(), grade, place: Place { file, line, column: 1 } }
}

fn quantity(unit: Unit, value: f64, line: usize) -> Quantity {
    Quantity {
        law: Law::Fixed(value),
        correlation: None,
        provenance: provenance(unit, Grade::Measured, line),
    }
}

fn uncertain(unit: Unit, law: Law, grade: Grade, line: usize) -> Quantity {
    Quantity { law, correlation: None, provenance: provenance(unit, grade, line) }
}

fn composition(key: &str, parts: &[&str], law: CompositionLaw) -> Composition {
    Composition {
        key: key.to_owned(),
        parts: parts.iter().map(|part| (*part).to_owned()).collect(),
        law,
        provenance: provenance(Unit::Share, Grade::Measured, 30),
    }
}

fn quantities(world: usize) -> Vec<Timeline> {
    let share = |alpha| Law::Beta { alpha, beta: 2.0, low: 0.0, high: 1.0 };
    let all = Key::ALL.iter().enumerate().map(|(index, key)| {
        let entry = key.entry();
        let line = 40 + index;
        let initial = match key {
            Key::AvoidanceShare => uncertain(entry.unit, share(2.0 + world as f64), Grade::Unknown, line),
            Key::IndirectHours => uncertain(entry.unit, share(2.0), Grade::Unknown, line),
            Key::PracticesAwareShare => uncertain(entry.unit, share(3.0), Grade::Assumed, line),
            _ => quantity(entry.unit, entry.bounds.0.max(0.1), line),
        };
        let changes = if *key == Key::IndexPerYear {
            vec![(date(2025, 1, 1), quantity(entry.unit, 0.0496, 12))]
        } else {
            Vec::new()
        };
        Timeline { key: entry.key.to_owned(), initial, changes }
    });
    all.collect()
}

fn provider(name: &str, start: Option<jiff::civil::Date>) -> Provider {
    let quantities = ProviderKey::ALL.iter().map(|key| {
        let entry = key.entry();
        let given =
            matches!(key, ProviderKey::HoursPerWeek | ProviderKey::HourlyPrice | ProviderKey::Persons);
        given.then(|| Timeline {
            key: format!("providers.{name}.{}", entry.key),
            initial: quantity(entry.unit, 20.0, 8),
            changes: Vec::new(),
        })
    });
    Provider {
        name: name.to_owned(),
        quantities: quantities.collect(),
        start,
        exit_on: None,
        expertise: vec![0],
        accepts_other_needs: true,
        budget_indexed: false,
    }
}

fn scenario(arm: usize, world: usize, calendar: &Calendar) -> Scenario {
    let mut providers = vec![provider("aanbieder-a", None), provider("aanbieder-b", None)];
    if arm == 1 {
        providers.push(provider("derde", Some(date(2024, 9, 1))));
    }
    let ceiling = |name: &str, limit, providers: &[&str]| Ceiling {
        name: name.to_owned(),
        limit: quantity(Unit::EurPerYear, limit, 90),
        indexed: false,
        providers: providers.iter().map(|name| (*name).to_owned()).collect(),
        may_break: false,
    };
    Scenario {
        calendar: calendar.clone(),
        quantities: quantities(world),
        inflow_measured_on: date(2022, 7, 1),
        referrers: composition(
            "inflow.referrer_shares",
            &REFERRERS,
            CompositionLaw::Dirichlet(vec![43.5, 82.5, 13.5, 31.5, 5.5]),
        ),
        inflow_season: composition("inflow.season", &MONTHS, CompositionLaw::Fixed(vec![1.0; 12])),
        leave_season: composition("absence.leave_season", &MONTHS, CompositionLaw::Fixed(vec![1.0; 12])),
        needs: composition(
            "needs.shares",
            &["psychisch", "beweging"],
            CompositionLaw::Dirichlet(vec![80.0, 20.0]),
        ),
        outcomes: composition("outcome.shares", &OUTCOMES, CompositionLaw::Dirichlet(vec![57.5, 37.5, 4.5])),
        attracted_need: 1,
        costs_indexed: true,
        providers,
        ceilings: vec![
            ceiling("structureel", 319_000.0, &[]),
            ceiling("derde-aanbieder", 85_000.0, &["derde"]),
        ],
        registered: Vec::new(),
    }
}

/// Two arms, four worlds, five budget years.
pub(crate) fn experiment() -> Experiment {
    let calendar = Calendar::new(date(2024, 1, 1), date(2029, 1, 1), 104, Vec::new());
    let arm = |name: &str, title: &str, purpose: &str| Arm {
        name: name.to_owned(),
        title: title.to_owned(),
        purpose: purpose.to_owned(),
        ..Arm::default()
    };
    let world = |name: &str, title: &str| World {
        name: name.to_owned(),
        title: title.to_owned(),
        purpose: "Aannamen die niemand kiest.".to_owned(),
    };
    Experiment {
        name: "third-provider".to_owned(),
        arms: vec![
            arm("baseline", "De twee aanbieders van nu", "Wat gebeurt er als alles blijft zoals het is?"),
            arm(
                "third-provider",
                "Een derde aanbieder voor € 85.000",
                "Wat voegt een derde aanbieder toe, en wat kost dat?",
            ),
        ],
        worlds: vec![
            world("cautious", "Voorzichtig"),
            world("evaluation", "Zoals de evaluatie rekent"),
            world("literature", "Wat onderzoek vond"),
            world("headwind", "Tegenwind"),
        ],
        scenarios: (0..2).map(|arm| (0..4).map(|world| scenario(arm, world, &calendar)).collect()).collect(),
        learnt: None,
    }
}

/// The base of [`experiment`] by itself.
pub(crate) fn single() -> Experiment {
    let mut all = experiment();
    "baseline".clone_into(&mut all.name);
    all.arms.truncate(1);
    all.scenarios.truncate(1);
    all
}

/// The registered pilot, whose simulated figures are those of the evaluation.
pub(crate) fn pilot() -> Experiment {
    let labels = ["okt 2020 - dec 2021", "2022"];
    let periods = vec![
        Period { label: labels[0].to_owned(), from: date(2020, 10, 1) },
        Period { label: labels[1].to_owned(), from: date(2022, 1, 1) },
    ];
    let calendar = Calendar::new(date(2020, 10, 1), date(2023, 1, 1), 0, periods);
    let registered = |at: usize, seen, positive, escalated, unknown| {
        let (average, avoided, cost, net) = PRINTED[at];
        Registered {
            period: labels[at].to_owned(),
            seen,
            positive,
            escalated,
            unknown,
            printed_cost_average: average,
            printed_avoided: avoided,
            printed_cost: cost,
            printed_net: net,
            printed_conversations_mean: None,
            provenance: provenance(Unit::Count, Grade::Measured, 60),
        }
    };
    let mut all = single();
    "pilot-2020-2022".clone_into(&mut all.name);
    "pilot-2020-2022".clone_into(&mut all.arms[0].name);
    "De pilot, nagerekend".clone_into(&mut all.arms[0].title);
    "Komt de rekenwijze uit op tabel 3 van de evaluatie?".clone_into(&mut all.arms[0].purpose);
    all.worlds.swap(0, 1);
    for scenario in &mut all.scenarios[0] {
        scenario.calendar = calendar.clone();
        scenario.registered = vec![registered(0, 76, 50, 26, 0), registered(1, 98, 57, 37, 4)];
    }
    all
}

/// The printed amounts of table 3 per period: average, avoided, cost, net.
pub(crate) const PRINTED: [(f64, f64, f64, f64); 2] =
    [(6_535.94, 326_796.79, 237_000.0, 89_796.79), (7_919.65, 451_420.09, 204_532.2, 246_887.89)];

/// Outcomes made by arithmetic.
pub(crate) struct Synthetic {
    replications: usize,
    periods: usize,
    pilot: bool,
    queue: Vec<u32>,
}

impl Synthetic {
    /// Outcomes for `experiment`.
    pub(crate) fn new(experiment: &Experiment, replications: usize) -> Self {
        let leading = &experiment.scenarios[0][0];
        let each = u32::try_from(replications >> 2).unwrap();
        Self {
            replications,
            periods: leading.calendar.periods().len(),
            pilot: !leading.registered.is_empty(),
            queue: vec![0, each, each, each, each],
        }
    }

    /// Something like a standard normal number that depends on its arguments only.
    fn score(draw: usize, what: usize) -> f64 {
        let mut state = (draw as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15)
            ^ (what as u64 + 7).wrapping_mul(0xD6E8_FEB8_6659_FD93);
        let mut sum = 0.0;
        for _ in 0..4 {
            state ^= state >> 32;
            state = state.wrapping_mul(0xD6E8_FEB8_6659_FD93);
            state ^= state >> 29;
            sum += (state >> 11) as f64 / (1_u64 << 53) as f64;
        }
        (sum - 2.0) * 1.732
    }

    fn value(&self, at: (usize, usize), metric: Metric, slice: usize, replication: usize) -> f64 {
        let (arm, world) = (at.0 as f64, at.1 as f64);
        let (ignorance, luck) = (Self::score(replication >> 1, 1), Self::score(replication, 2 + slice));
        let years = if slice == self.periods { self.periods as f64 } else { 1.0 };
        let started = (years * (95.0 + 8.0 * ignorance + 3.0 * luck + 25.0 * arm)).round();
        let positive = (started * 0.58).round();
        let cost = years * (234_000.0 + 84_000.0 * arm) * (1.0 + 0.03 * slice as f64);
        let if_all = positive * 6_900.0;
        let share = (0.42 + 0.12 * ignorance - 0.08 * world).clamp(0.0, 1.0);
        let avoided = if_all * share + 9_000.0 * luck;
        match metric {
            Metric::YouthsReferred => started + 12.0 - 4.0 * arm,
            Metric::YouthsStarted => started,
            Metric::YouthsClosedPositive => positive,
            Metric::YouthsEscalated => (started * 0.36).round(),
            Metric::YouthsWaitingYearEnd => (14.0 - 9.0 * arm + 3.0 * luck).round().max(0.0),
            Metric::WaitMeanWeeks | Metric::WaitP50Weeks | Metric::WaitP90Weeks if replication % 97 == 5 => {
                f64::NAN
            }
            Metric::WaitMeanWeeks | Metric::WaitP50Weeks => {
                (7.5 - 4.0 * arm + 2.0 * ignorance + luck).max(0.0)
            }
            Metric::WaitP90Weeks => (15.0 - 7.0 * arm + 4.0 * ignorance).max(0.0),
            Metric::ShareWithinNorm => (0.4 + 0.3 * arm + 0.1 * ignorance).clamp(0.0, 1.0),
            Metric::Utilisation => (0.93 - 0.1 * arm + 0.05 * ignorance).clamp(0.0, 1.0),
            Metric::WeeksBoundShare => (0.62 - 0.35 * arm + 0.3 * ignorance).clamp(0.0, 1.0),
            Metric::HoursUsed => years * (1_700.0 + 500.0 * arm),
            Metric::HoursAvailable => years * (1_830.0 + 660.0 * arm),
            Metric::Conversations => started * 6.0,
            Metric::SpecialistReferrals => (started * 0.5).round() + 30.0,
            Metric::MunicipalReferralShare => 0.55,
            Metric::PojCost => cost,
            Metric::AvoidedCostEvaluation => positive * 7_919.650_7,
            Metric::AvoidedCost => avoided,
            Metric::AvoidedCostIfAll => if_all,
            Metric::NetSavingEvaluation => positive * 7_919.650_7 - cost,
            Metric::NetSaving => avoided - cost,
            Metric::CashableSaving => 0.5 * avoided - cost,
            Metric::NetPresentSaving => 0.95 * (avoided - cost),
            _ => (10.0 + luck).round().max(0.0),
        }
    }

    /// The pilot does not vary: its figures are those that were registered.
    fn registered(metric: Metric, slice: usize) -> f64 {
        let of = |periods: [f64; 2]| if slice == 2 { periods[0] + periods[1] } else { periods[slice] };
        let avoided = [50.0 * 6_535.935_8, 57.0 * 7_919.650_7];
        let cost = [237_000.0, 204_532.2];
        match metric {
            Metric::YouthsReferred | Metric::YouthsStarted => of([76.0, 98.0]),
            Metric::YouthsClosedPositive => of([50.0, 57.0]),
            Metric::YouthsEscalated => of([26.0, 37.0]),
            Metric::PojCost => of(cost),
            Metric::AvoidedCostEvaluation | Metric::AvoidedCost | Metric::AvoidedCostIfAll => of(avoided),
            Metric::NetSavingEvaluation | Metric::NetSaving => {
                of([avoided[0] - cost[0], avoided[1] - cost[1]])
            }
            Metric::WaitMeanWeeks => f64::NAN,
            _ => 0.0,
        }
    }
}

impl Runs for Synthetic {
    fn replications(&self) -> usize {
        self.replications
    }
    fn metric(&self, at: (usize, usize), metric: Metric, slices: &[usize]) -> Vec<Vec<f64>> {
        let value = |slice: usize, replication| {
            if self.pilot {
                Self::registered(metric, slice)
            } else {
                self.value(at, metric, slice, replication)
            }
        };
        let column =
            |slice: &usize| (0..self.replications).map(|replication| value(*slice, replication)).collect();
        slices.iter().map(column).collect()
    }
    fn provider(&self, at: (usize, usize), which: (usize, ProviderStat), slice: usize, into: &mut Vec<f64>) {
        into.clear();
        let years = if slice == self.periods { self.periods as f64 } else { 1.0 };
        let contract = if which.0 == 2 { 14.5 } else { 20.0 };
        into.extend((0..self.replications).map(|replication| match which.1 {
            ProviderStat::HoursContract => contract,
            ProviderStat::HoursAvailable => contract * years * 44.0,
            ProviderStat::HoursUsed => {
                contract * years * (38.0 - 3.0 * at.0 as f64 + Self::score(replication, 50 + which.0))
            }
        }));
    }
    fn ceiling(&self, at: (usize, usize), ceiling: usize, slice: usize, into: &mut Vec<f64>) {
        *into = self.metric(at, Metric::PojCost, &[slice]).remove(0);
        for (replication, value) in into.iter_mut().enumerate() {
            let luck = 4_000.0 * Self::score(replication, 70);
            *value = if ceiling == 0 { *value + luck - 330_000.0 } else { -1_000.0 };
        }
    }
    fn queue(&self, _: (usize, usize), _: usize) -> &[u32] {
        &self.queue
    }
    fn starts(&self, _: (usize, usize), _: usize, route: Route) -> &[u32] {
        if route == Route::Municipality { &self.queue } else { &self.queue[..3] }
    }
    fn scores(&self) -> Vec<Scores> {
        let keys = [
            "maatwerk.avoidance_share",
            "work.indirect_hours_per_conversation",
            "practices.aware_share",
            "money.index_per_year@2025-01-01",
            "outcome.shares.positive",
        ];
        let of = |(index, key): (usize, &&str)| Scores {
            key: (*key).to_owned(),
            values: (0..self.replications >> 1).map(|draw| Self::score(draw, index + 1)).collect(),
        };
        keys.iter().enumerate().map(of).collect()
    }
}

/// The forecast of an experiment with synthetic outcomes.
pub(crate) fn forecast(experiment: &Experiment, replications: usize) -> Forecast {
    let run = RunInfo { seed: 1, replications };
    build(experiment, &Synthetic::new(experiment, replications), run)
}
