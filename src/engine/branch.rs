//! Which plays are alike, and until which week.
//!
//! Two cases (an arm in a world) are played once when they differ only in what things cost and are worth; and a
//! policy that first differs from the base in some week need not be played before it. Both are found from the
//! scenarios, so that the results are the same to the bit as if every case were played on its own.

use crate::parameters::{Binding, Track};
use crate::scenario::{Key, Provider, ProviderKey, Scenario};

/// Quantities that decide what things cost and are worth, and nothing of what happens.
const WORTH: [Key; 20] = [
    Key::CampaignCostPerYear,
    Key::AttractedAvoidanceFactor,
    Key::ReliefScreenerHours,
    Key::ReliefHourlyCost,
    Key::AvoidanceShare,
    Key::AvoidanceScreener,
    Key::AvoidanceHuisarts,
    Key::AvoidanceSmw,
    Key::AvoidanceConsulent,
    Key::AvoidanceOther,
    Key::CareCostAverage,
    Key::CarePriceLevelYear,
    Key::CarePriceGrowth,
    Key::CareCostCv,
    Key::LightCaseFactor,
    Key::RelapseShare,
    Key::CareDelayWeeks,
    Key::CareDurationWeeks,
    Key::CashableShare,
    Key::DiscountRate,
];

fn happens(key: Key) -> bool {
    !WORTH.contains(&key)
}

/// Quantities that decide who comes, with what need and patience.
const PEOPLE: [Key; 15] = [
    Key::InflowYouthsPerYear,
    Key::InflowGrowthPerYear,
    Key::InflowYearToYearCv,
    Key::PracticesCount,
    Key::PracticesAwareShare,
    Key::AttractedShareOfInflow,
    Key::UrgentShare,
    Key::LeavePerWeek,
    Key::RecoverPerWeek,
    Key::ConversationsMean,
    Key::ConversationsDispersion,
    Key::ConversationsMost,
    Key::WeeklyShare,
    Key::FollowUpShare,
    Key::BridgingShare,
];

/// Whether two scenarios read the same assumptions about young people.
pub(super) fn same_people((mine, b): (&Scenario, &Binding), (theirs, c): (&Scenario, &Binding)) -> bool {
    PEOPLE.iter().all(|key| b.track(*key) == c.track(*key))
        && b.referrers == c.referrers
        && b.needs == c.needs
        && b.inflow_season == c.inflow_season
        && mine.inflow_measured_on == theirs.inflow_measured_on
        && mine.attracted_need == theirs.attracted_need
}

/// The first week in which what happens may differ between two scenarios over the same people: 0 when it may from the
/// start, the number of weeks when it never does.
pub(super) fn first_difference(
    (mine, b): (&Scenario, &Binding),
    (theirs, c): (&Scenario, &Binding),
) -> usize {
    let weeks = mine.calendar.weeks();
    let alike = b.outcomes == c.outcomes
        && b.leave_season == c.leave_season
        && mine.costs_indexed == theirs.costs_indexed;
    if !alike || mine.providers.len() < theirs.providers.len() {
        return 0;
    }
    let keys = Key::ALL.iter().filter(|key| happens(**key));
    let by_key = keys.map(|key| tracks_differ(b.track(*key), c.track(*key), weeks));
    let by_provider =
        mine.providers.iter().enumerate().map(|(number, provider)| match theirs.providers.get(number) {
            Some(other) => providers_differ((mine, provider, other), number, (b, c)),
            // One who comes new changes nothing before its first week.
            None => provider.start.map_or(0, |date| mine.calendar.week_from(date)),
        });
    by_key.chain(by_provider).min().unwrap_or(weeks)
}

fn providers_differ(
    (scenario, mine, theirs): (&Scenario, &Provider, &Provider),
    number: usize,
    (b, c): (&Binding, &Binding),
) -> usize {
    let weeks = scenario.calendar.weeks();
    let terms = |provider: &Provider| {
        (
            provider.name.clone(),
            provider.expertise.clone(),
            provider.accepts_other_needs,
            provider.budget_indexed,
        )
    };
    if terms(mine) != terms(theirs) || mine.start != theirs.start {
        return 0;
    }
    let exit = |provider: &Provider| provider.exit_on.map_or(weeks, |date| scenario.calendar.week_from(date));
    let by_exit = if exit(mine) == exit(theirs) { weeks } else { exit(mine).min(exit(theirs)) };
    let tracks =
        ProviderKey::ALL.iter().map(|key| match (b.provider(number, *key), c.provider(number, *key)) {
            (None, None) => weeks,
            (Some(mine), Some(theirs)) => tracks_differ(mine, theirs, weeks),
            _ => 0,
        });
    tracks.min().unwrap_or(weeks).min(by_exit)
}

/// The first week in which two tracks differ.
fn tracks_differ(mine: &Track, theirs: &Track, weeks: usize) -> usize {
    if mine == theirs {
        return weeks;
    }
    (0..weeks).find(|week| mine.place_at(*week) != theirs.place_at(*week)).unwrap_or(weeks)
}
