//! The scenario that is simulated to learn from: the registered one, drawn instead of replayed.

use crate::scenario::{Calendar, CompositionLaw, Experiment, Ledger, Period, Scenario, Unit};

use super::evidence::Evidence;

/// What is believed of shares before counting: half a count for each part (Jeffreys).
const JEFFREYS: f64 = 0.5;

/// Why nothing can be learnt from a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForwardFault {
    /// It registers nothing.
    NothingRegistered,
    /// It registers a single period, so that there is nothing to hold a forecast against.
    OnePeriod,
    /// Inflow is one fixed number, so that there is nothing to learn of demand.
    KnownInflow,
    /// A period of the evidence is no period of the scenario.
    NoSuchPeriod,
}

/// The last arm in the leading world by itself, its young people drawn instead of replayed, and what was registered.
///
/// # Errors
/// [`ForwardFault`] when it registers nothing or its inflow is known.
pub fn forward(experiment: &Experiment) -> Result<(Experiment, Evidence), ForwardFault> {
    let last = experiment.arms.len() - 1;
    let mut alone = experiment.in_leading_world();
    alone.arms = vec![experiment.arms[last].clone()];
    alone.scenarios = vec![alone.scenarios.swap_remove(last)];
    let scenario = &mut alone.scenarios[0][0];
    let evidence = Evidence::of_registered(scenario);
    if evidence.periods.is_empty() {
        return Err(ForwardFault::NothingRegistered);
    }
    if scenario.quantity(crate::scenario::Key::InflowYouthsPerYear).initial.law.is_fixed() {
        return Err(ForwardFault::KnownInflow);
    }
    scenario.registered.clear();
    Ok((alone, evidence))
}

/// The arm that was carried out when the ledger was last written, in the leading world, up to the last registered day, and what
/// was registered; its periods are those of the registration.
///
/// # Errors
/// [`ForwardFault`] when no arm was carried out, or when a quarter lies outside the forecast.
pub fn forward_ledger(
    experiment: &Experiment,
    ledger: &Ledger,
) -> Result<(Experiment, Evidence), ForwardFault> {
    let last = ledger.all().last().ok_or(ForwardFault::NothingRegistered)?;
    let arm = experiment.arms.iter().position(|arm| arm.name == last.carried_out);
    let arm = arm.ok_or(ForwardFault::NothingRegistered)?;
    let mut alone = experiment.in_leading_world();
    alone.arms = vec![experiment.arms[arm].clone()];
    alone.scenarios = vec![alone.scenarios.swap_remove(arm)];
    let scenario = &mut alone.scenarios[0][0];
    let evidence = Evidence::of_ledger(ledger, &last.carried_out);
    let (Some(first), Some(end)) = (evidence.periods.first(), evidence.periods.last()) else {
        return Err(ForwardFault::NothingRegistered);
    };
    let calendar = &scenario.calendar;
    let start = calendar.monday(calendar.forecast_from());
    let behind = calendar.monday(calendar.weeks() - 1).saturating_add(jiff::Span::new().days(7));
    // The first quarter may begin up to a week before the first Monday of the forecast.
    if first.from.saturating_add(jiff::Span::new().days(7)) < start || end.until > behind {
        return Err(ForwardFault::NoSuchPeriod);
    }
    let mut periods: Vec<Period> = Vec::new();
    let mut until = start;
    for period in &evidence.periods {
        if period.from > until {
            periods.push(Period { label: format!("< {}", period.label), from: until });
        }
        periods.push(Period { label: period.label.clone(), from: period.from });
        until = period.until;
    }
    scenario.calendar = Calendar::new(start, end.until, calendar.forecast_from(), periods);
    Ok((alone, evidence))
}

/// The same as it could be known on the eve of the last registered period.
///
/// Shares of outcomes rest on the periods before it alone, and no price, grant or other amount that changes on or after its
/// first day is known; what a policy was going to be, is.
///
/// # Errors
/// [`ForwardFault`] as for [`forward`], or when there is a single period.
pub fn eve(experiment: &Experiment) -> Result<(Experiment, Evidence), ForwardFault> {
    let (mut alone, evidence) = forward(experiment)?;
    let [before @ .., last] = evidence.periods.as_slice() else {
        return Err(ForwardFault::NothingRegistered);
    };
    if before.is_empty() {
        return Err(ForwardFault::OnePeriod);
    }
    let scenario = &mut alone.scenarios[0][0];
    let mut counts = [JEFFREYS; crate::scenario::OUTCOMES.len()];
    for closed in before.iter().filter_map(|period| period.closed) {
        for (sum, count) in counts.iter_mut().zip(closed) {
            *sum += f64::from(count);
        }
    }
    if matches!(scenario.outcomes.law, CompositionLaw::Dirichlet(_)) {
        scenario.outcomes.law = CompositionLaw::Dirichlet(counts.to_vec());
    }
    let from = last.from;
    forget_amounts(scenario, from);
    Ok((alone, evidence))
}

/// Takes away every change of an amount of money from a day on.
fn forget_amounts(scenario: &mut Scenario, from: jiff::civil::Date) {
    let own = scenario.providers.iter_mut().flat_map(|provider| provider.quantities.iter_mut().flatten());
    for timeline in scenario.quantities.iter_mut().chain(own) {
        let unit = timeline.initial.provenance.unit;
        if matches!(unit, Unit::Eur | Unit::EurPerYear | Unit::EurPerHour) {
            timeline.changes.retain(|(date, _)| *date < from);
        }
    }
}
