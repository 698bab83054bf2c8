//! The whole of `summary.json`, its schema and its writer.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::account::{Account, account, reporting};
use super::context::{Doubt, InputRow, Study, Unknown, inputs, studies, unknowns, warnings};
use super::decision::{Ceiling, Decisions, ceilings, decisions};
use super::figure::Named;
use super::layout::Layout;
use super::over_time::{
    QueueByWeek, StartsByMonth, StartsByQuarter, queue_by_week, starts_by_month, starts_by_quarter,
};
use super::own_sum::{OwnSum, own_sums};
use super::price_effect::{PriceEffects, price_effects};
use super::reconciliation::{Reconciled, reconciliation};
use super::results::{ArmResults, Providers, arms, differences, providers};
use super::table_3::{Table, table_3};
use crate::analyses::Forecast;
use crate::report::answer::Along;

/// The version of the format of `summary.json`.
pub const FORMAT_VERSION: u32 = 1;

/// The results of one run of `sim`: every figure that any report shows.
///
/// Money is in EUR, time in weeks. `null` stands for undefined. An object `by_year` has one member per reporting
/// period. The first arm is the base, the first world leads.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "summary.json of sim")]
struct Summary<'a> {
    format_version: u32,
    /// The name of the run: the scenario that was asked for.
    scenario: &'a str,
    /// The arm against which the others are held.
    base: &'a str,
    /// The worlds, the leading one first.
    worlds: Vec<&'a str>,
    seed: u64,
    replications: usize,
    /// Labels of the reporting periods.
    periods: &'a [String],
    /// What each world stands for.
    world_texts: Named<'a, WorldText<'a>>,
    /// Each arm by itself.
    arms: Named<'a, ArmResults<'a>>,
    /// Each arm less the base, replication by replication.
    differences: Named<'a, ArmResults<'a>>,
    /// What a decision needs, by arm and world.
    decision: Decisions<'a>,
    /// The ceilings of each arm.
    ceilings: Named<'a, Named<'a, Ceiling>>,
    /// What part of an amount, and of its change, is volume and what part index, by arm and world.
    price_effect: PriceEffects<'a>,
    /// A sum to do again with other assumptions, by arm.
    own_sum: Named<'a, OwnSum<'a>>,
    /// The providers, by arm and world.
    providers: Providers<'a>,
    /// The uncertain quantities of each arm in the leading world, in order of attention.
    unknowns: Named<'a, Vec<Unknown<'a>>>,
    queue_by_week: QueueByWeek<'a>,
    starts_by_month: StartsByMonth<'a>,
    starts_by_quarter: StartsByQuarter<'a>,
    /// A registered pilot held against what is printed, by world; `null` for a forecast.
    reconciliation: Option<Named<'a, Reconciled<'a>>>,
    /// Table 3 of the evaluation of the pilot, printed and made again; the same in every run.
    table_3: Table<'a>,
    /// What was found elsewhere.
    studies: Named<'a, Study<'a>>,
    /// Doubts that did not stop the run.
    warnings: Vec<Doubt<'a>>,
    /// Every value that went in.
    inputs: Vec<InputRow<'a>>,
    /// What the run was.
    account: Account<'a>,
    /// What people say of the study, by the keys of `[reporting]`; `null` where nobody said anything.
    reporting: Named<'a, Option<&'a str>>,
    /// What was asked along with the run, by the command of the question; absent when nothing was.
    #[serde(skip_serializing_if = "Option::is_none")]
    answers: Option<Along<'a>>,
}

/// What a world stands for.
#[derive(Serialize, JsonSchema)]
struct WorldText<'a> {
    title: &'a str,
    purpose: &'a str,
}

/// Whether a text can be read to its end as `summary.json` can: a file that was cut off cannot.
pub fn is_whole(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// Writes `summary.json`.
///
/// # Errors
/// Whatever writing to `to` fails with.
pub fn write(forecast: &Forecast, to: &mut dyn Write) -> io::Result<()> {
    let summary =
        Summary {
            format_version: FORMAT_VERSION,
            scenario: &forecast.name,
            base: forecast.arms.first().map_or("", |arm| &arm.name),
            worlds: forecast.worlds.iter().map(|world| world.name.as_str()).collect(),
            seed: forecast.run.seed,
            replications: forecast.run.replications,
            periods: &forecast.periods,
            world_texts: Named::of(forecast.worlds.iter().map(|world| {
                (world.name.as_str(), WorldText { title: &world.title, purpose: &world.purpose })
            })),
            arms: arms(forecast),
            differences: differences(forecast),
            decision: decisions(forecast),
            ceilings: ceilings(forecast),
            price_effect: price_effects(forecast),
            own_sum: own_sums(forecast),
            providers: providers(forecast),
            unknowns: unknowns(forecast),
            queue_by_week: queue_by_week(forecast),
            starts_by_month: starts_by_month(forecast),
            starts_by_quarter: starts_by_quarter(forecast),
            reconciliation: reconciliation(forecast),
            table_3: table_3(),
            studies: studies(forecast),
            warnings: warnings(forecast),
            inputs: inputs(forecast),
            account: account(forecast),
            reporting: reporting(forecast),
            answers: Along::new(&forecast.answers),
        };
    summary.serialize(&mut serde_json::Serializer::with_formatter(&mut *to, Layout::default()))?;
    to.write_all(b"\n")
}

/// The JSON Schema of `summary.json`, as committed in `docs/summary.schema.json`.
///
/// # Errors
/// When it cannot be written as JSON, which would be a fault of this program.
pub fn schema() -> Result<String, serde_json::Error> {
    let schema = schemars::schema_for!(Summary<'_>);
    serde_json::to_string_pretty(&schema).map(|text| text + "\n")
}
