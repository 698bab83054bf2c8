//! The answer: what is short, what the scenario adds, what it costs, whether it pays back, how much sooner.

use super::figures::{Part, Quotes, Sides, counted};
use super::model::{Block, Section, Text};
use super::page::heading;
use super::sentence::{Piece, together};
use super::support::Direction;
use crate::analyses::{self, Shortage};
use crate::engine::Metric;
use crate::report::number::Form;
use crate::statistics::Band;

/// A change in young people with a first conversation: up, down, equal, unclear, hardly any.
pub(super) const YOUTHS: [&str; 5] =
    ["youths-up", "youths-down", "youths-equal", "youths-unclear", "youths-hardly"];
/// A change in positive closures.
pub(super) const POSITIVE: [&str; 5] =
    ["positive-up", "positive-down", "positive-equal", "positive-unclear", "positive-hardly"];

/// A change in who starts specialised care, with the sentence for what cannot be told.
pub(super) const fn specialist(unclear: &'static str) -> [&'static str; 5] {
    ["specialist-up", "specialist-down", "specialist-equal", unclear, "specialist-hardly"]
}

/// The answer of one arm in the leading world.
pub(super) fn section(quotes: &Quotes<'_>, arm: usize) -> Section {
    let compared = arm > 0;
    let adds = if compared { adds(quotes, arm) } else { does(quotes) };
    let pays = pays_back(quotes, arm);
    let waits = if compared { sooner(quotes, arm) } else { waits(quotes) };
    let mut blocks = vec![paragraph(shortage(quotes, arm)), paragraph(adds), paragraph(pays)];
    if !waits.is_empty() {
        blocks.push(paragraph(waits));
    }
    let ceilings = ceilings(quotes, arm);
    if !ceilings.is_empty() {
        blocks.push(paragraph(ceilings));
    }
    let heading = heading(quotes, arm, ["section-answer", "section-answer-of"]);
    Section { id: "answer", heading: Some(heading), blocks }
}

fn paragraph(sentences: Vec<Text>) -> Block {
    Block::Paragraph(together(sentences))
}

/// Short of hours or of referrals: under the base, in the leading world, and whether the arm changes that.
fn shortage(quotes: &Quotes<'_>, arm: usize) -> Vec<Text> {
    let bound = &quotes.forecast.decisions[0][0].capacity_bound.total;
    let at = quotes.decision(0, 0, &["p_capacity_bound", "total"]);
    let gaps = quotes.chance(&at, bound);
    let id = match analyses::shortage(bound.value) {
        _ if !quotes.supports(bound) => "shortage-unsupported",
        Shortage::Hours => "shortage-hours",
        Shortage::Referrals => "shortage-referrals",
        Shortage::Open => "shortage-open",
    };
    let mut said = vec![quotes.say(id, &gaps)];
    let after = &quotes.forecast.decisions[arm][0].capacity_bound.total;
    if arm > 0 && quotes.supports(bound) && quotes.supports(after) {
        let at = quotes.decision(arm, 0, &["p_capacity_bound", "total"]);
        said.push(quotes.say("shortage-after", &quotes.chance(&at, after)));
    }
    let used = quotes.arm(0, 0, Metric::Utilisation).at(None);
    // Without hours there is nothing that could be in use.
    if used.0.is_some() {
        said.push(quotes.say("shortage-used", &quotes.band(&used, Form::Percent)));
    }
    said
}

/// What an arm adds to the base, and for how much.
fn adds(quotes: &Quotes<'_>, arm: usize) -> Vec<Text> {
    let mut said = Vec::new();
    let counts = [(Metric::YouthsStarted, YOUTHS), (Metric::YouthsClosedPositive, POSITIVE)];
    for (metric, ids) in counts {
        said.push(change(quotes, arm, (metric, Form::Count), ids));
    }
    said.push(change(
        quotes,
        arm,
        (Metric::PojCost, Form::Eur),
        ["cost-up", "cost-down", "cost-equal", "cost-unclear", "cost-hardly"],
    ));
    said.extend(each_extra(quotes, arm));
    said.extend(new_providers(quotes, arm));
    said.push(change(
        quotes,
        arm,
        (Metric::SpecialistReferrals, Form::Count),
        specialist("specialist-unclear"),
    ));
    said
}

/// The cost of each extra young person, where it is certain that there are more and that they cost more.
pub(super) fn each_extra(quotes: &Quotes<'_>, arm: usize) -> Option<Text> {
    let goes_up = |metric| quotes.direction(quotes.change(arm, 0, metric).at(None).0) == Direction::Up;
    let certain = goes_up(Metric::YouthsStarted) && goes_up(Metric::PojCost);
    let some =
        !quotes.is_nought(&quotes.change(arm, 0, Metric::YouthsStarted).at(None), Part::Mean, Form::Count);
    each(quotes, arm, "cost-each-extra").filter(|_| certain && some)
}

/// The cost of each young person of a single arm.
pub(super) fn each_alone(quotes: &Quotes<'_>) -> Option<Text> {
    each(quotes, 0, "single-cost-each")
}

/// The cost of each (extra) young person, where it is known well enough and their number may be told.
fn each(quotes: &Quotes<'_>, arm: usize, id: &str) -> Option<Text> {
    let each = quotes.forecast.decisions[arm][0].cost_per_youth_started.as_ref()?;
    let youths = quotes.change(arm, 0, Metric::YouthsStarted).at(None).0.map(|band| band.mean);
    if quotes.withholds(youths, Form::Count) || relative_error(each.value, each.mc_se) >= 0.1 {
        return None;
    }
    let at = quotes.decision(arm, 0, &["cost_per_youth_started_eur"]);
    Some(quotes.say(id, &[("each", quotes.estimate(&at, Some(each), Form::Eur).into())]))
}

fn relative_error(value: f64, error: Option<f64>) -> f64 {
    error.map_or(f64::INFINITY, |error| error / value.abs())
}

/// A difference in words, with its size and band.
pub(super) fn change(
    quotes: &Quotes<'_>,
    arm: usize,
    (metric, form): (Metric, Form),
    ids: [&'static str; 5],
) -> Text {
    let place = quotes.change(arm, 0, metric).at(None);
    let sides = if form == Form::Count { Sides::Count } else { Sides::Cost };
    quotes.say(which(quotes, &place, form, ids), &quotes.difference(&place, (form, sides)))
}

/// Of five sentences about a difference the one that is true: up, down, equal, unclear, hardly any.
fn which(
    quotes: &Quotes<'_>,
    place: &(Option<&Band>, String),
    form: Form,
    [up, down, equal, unclear, hardly]: [&'static str; 5],
) -> &'static str {
    match quotes.direction(place.0) {
        Direction::Up | Direction::Down if quotes.is_nought(place, Part::Mean, form) => hardly,
        other => other.pick([up, down, equal, unclear]),
    }
}

/// The hours that a provider works who is not in the base.
pub(super) fn new_providers(quotes: &Quotes<'_>, arm: usize) -> Vec<Text> {
    let in_base = &quotes.forecast.teams[0][0];
    let team = quotes.forecast.teams[arm][0].iter().enumerate();
    team.filter(|(_, member)| in_base.iter().all(|one| one.name != member.name))
        .filter_map(|(index, member)| {
            let hours = quotes.hours_per_week(arm, 0, index).at(None);
            // Undefined for a provider that never works.
            hours.0?;
            let mut gaps = quotes.band(&hours, Form::Hours);
            gaps.push(("provider", Piece::Name(member.name.clone())));
            Some(quotes.say("provider-hours", &gaps))
        })
        .collect()
}

/// A number of young people of a single arm.
pub(super) fn alone(quotes: &Quotes<'_>, metric: Metric, id: &str) -> Text {
    let place = quotes.arm(0, 0, metric).at(None);
    let mut gaps = quotes.band(&place, Form::Count);
    gaps[0].1 = counted(quotes.part(&place, Part::Mean, Form::Count));
    quotes.say(id, &gaps)
}

/// What a single arm does, and for how much.
pub(super) fn does(quotes: &Quotes<'_>) -> Vec<Text> {
    let mut said = vec![
        alone(quotes, Metric::YouthsStarted, "single-youths"),
        alone(quotes, Metric::YouthsClosedPositive, "single-positive"),
        alone(quotes, Metric::YouthsEscalated, "single-escalated"),
        quotes.say("single-cost", &quotes.band(&quotes.arm(0, 0, Metric::PojCost).at(None), Form::Eur)),
    ];
    said.extend(each_alone(quotes));
    said
}

/// The net saving and the chance that it is not negative.
pub(super) fn pays_back(quotes: &Quotes<'_>, arm: usize) -> Vec<Text> {
    let place = quotes.change(arm, 0, Metric::NetSaving).at(None);
    let direction = quotes.direction(place.0);
    let net = if arm > 0 {
        let ids = ["net-better", "net-worse", "net-equal", "net-change-unclear"];
        quotes.say(direction.pick(ids), &quotes.difference(&place, (Form::Eur, Sides::Net)))
    } else {
        let ids = ["net-single", "net-single", "net-single", "net-single-unclear"];
        quotes.say(direction.pick(ids), &quotes.band(&place, Form::Eur))
    };
    let mut said = Vec::new();
    let decision = &quotes.forecast.decisions[arm][0];
    let payback = if quotes.costs_no_more(arm) { "payback-cheaper" } else { "payback" };
    let chances = [
        (&decision.net_nonnegative.total, "p_net_nonnegative", payback, "payback-unsupported"),
        (
            &decision.cashable_nonnegative.total,
            "p_cashable_nonnegative",
            "payback-cashable",
            "payback-cashable-unsupported",
        ),
    ];
    for (chance, member, supported, unsupported) in chances {
        let at = quotes.decision(arm, 0, &[member, "total"]);
        let id = if quotes.supports(chance) { supported } else { unsupported };
        said.push(quotes.say(id, &quotes.chance(&at, chance)));
    }
    said.insert(1, net);
    said
}

/// Weeks sooner than under the base.
pub(super) fn sooner(quotes: &Quotes<'_>, arm: usize) -> Vec<Text> {
    let Some(band) = &quotes.forecast.decisions[arm][0].weeks_sooner else { return Vec::new() };
    let place = (Some(band), quotes.decision(arm, 0, &["weeks_sooner"]));
    let before = quotes.arm(0, 0, Metric::WaitMeanWeeks).at(None);
    let after = quotes.arm(arm, 0, Metric::WaitMeanWeeks).at(None);
    let mut gaps = quotes.difference(&place, (Form::Weeks, Sides::Time));
    gaps.push(("before", quotes.part(&before, Part::Mean, Form::Weeks).into()));
    gaps.push(("after", quotes.part(&after, Part::Mean, Form::Weeks).into()));
    let ids = ["wait-sooner", "wait-later", "wait-equal", "wait-unclear", "wait-hardly"];
    vec![quotes.say(which(quotes, &place, Form::Weeks, ids), &gaps)]
}

/// The wait of a single arm.
pub(super) fn waits(quotes: &Quotes<'_>) -> Vec<Text> {
    let wait = quotes.arm(0, 0, Metric::WaitMeanWeeks).at(None);
    let within = quotes.arm(0, 0, Metric::ShareWithinNorm).at(None);
    if wait.0.is_none() {
        return Vec::new();
    }
    vec![
        quotes.say("single-wait", &quotes.band(&wait, Form::Weeks)),
        quotes.say("single-within-norm", &quotes.band(&within, Form::Percent)),
    ]
}

/// How the ceilings hold.
pub(super) fn ceilings(quotes: &Quotes<'_>, arm: usize) -> Vec<Text> {
    let mut said = Vec::new();
    let one = quotes.forecast.periods.len() == 1;
    for ceiling in quotes.forecast.decisions[arm][0].ceilings.iter().filter(|ceiling| ceiling.applies) {
        let at = quotes.decision(arm, 0, &["p_within_ceiling", &ceiling.name]);
        let limit = super::figures::pointer(&[
            "ceilings",
            &quotes.forecast.arms[arm].name,
            &ceiling.name,
            "limit_eur_per_year",
        ]);
        let mut gaps = vec![
            ("name", Piece::Name(ceiling.name.clone())),
            ("limit", quotes.figure(limit, Some(ceiling.limit), Form::EurWhole, None).into()),
        ];
        if !quotes.supports(&ceiling.within_all) {
            said.push(quotes.say(if one { "ceiling-unsupported-one" } else { "ceiling-unsupported" }, &gaps));
            continue;
        }
        gaps.extend(quotes.chance(&format!("{at}/all_years"), &ceiling.within_all));
        said.push(quotes.say(if one { "ceiling-within-one" } else { "ceiling-within" }, &gaps));
        if let Some(period) = ceiling.likeliest_first_break.filter(|_| !one) {
            let year = &quotes.forecast.periods[period];
            let first = format!("{at}{}", super::figures::pointer(&["first_break_by_year", year]));
            let mut gaps = quotes.chance(&first, &ceiling.first_break[period]).to_vec();
            gaps.push(("year", Piece::Name(year.clone())));
            said.push(quotes.say("ceiling-first-break", &gaps));
        }
    }
    said
}
