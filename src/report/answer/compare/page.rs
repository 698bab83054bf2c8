//! What is said: who is best, whether the money is the same, and why two of them differ.

use super::Quotes;
use crate::analyses::{Explanation, MOST_PARTS, Share};
use crate::engine::Metric;
use crate::report::answer::quantity::chance;
use crate::report::document::{
    Align, Block, Column, Direction, Document, ENOUGH, Piece, Row, Section, Table, Text, error_form, pointer,
    together,
};
use crate::report::number::Form;

pub(super) fn page(quotes: &Quotes<'_>) -> Document {
    let mut sections = vec![opening(quotes), answer(quotes), tables(quotes)];
    sections.extend(quotes.comparison.explanation.as_ref().map(|one| explanation(quotes, one)));
    Document {
        language: quotes.teller.wording.language(),
        title: quotes.teller.wording.text("compare-title"),
        sections,
    }
}

fn opening(quotes: &Quotes<'_>) -> Section {
    let comparison = quotes.comparison;
    let gaps = [
        ("base", quotes.title(0)),
        ("world", Piece::Name(comparison.worlds[0].title.clone())),
        ("replications", quotes.teller.replications("/replications", comparison.run.replications)),
    ];
    let blocks = vec![Block::Paragraph(quotes.teller.say("compare-basis", &gaps))];
    Section { id: "opening", heading: None, blocks }
}

fn answer(quotes: &Quotes<'_>) -> Section {
    let mut blocks =
        vec![Block::Paragraph(together(best(quotes))), Block::Paragraph(together(people(quotes)))];
    if !quotes.comparison.same_money {
        blocks.push(Block::Paragraph(quotes.teller.say("compare-other-money", &[])));
    }
    Section { id: "answer", heading: Some(quotes.teller.say("section-answer", &[])), blocks }
}

/// The contender that is the best most often and all in order of that; none when the error does not tell.
pub(super) fn in_order(quotes: &Quotes<'_>) -> Option<(usize, Vec<usize>)> {
    let teller = &quotes.teller;
    let chance = |contender: usize| quotes.comparison.contenders[contender].standings[0].best;
    let value = |contender: usize| chance(contender).map_or(0.0, |best| best.value);
    let mut order: Vec<usize> = (0..quotes.comparison.contenders.len()).collect();
    order.sort_by(|one, other| value(*other).total_cmp(&value(*one)));
    let (first, second) = (order[0], order.get(1).copied());
    let apart = second.is_none_or(|second| {
        let error = |one: usize| chance(one).and_then(|best| best.mc_se).unwrap_or(f64::INFINITY);
        value(first) - value(second) > 2.0 * error(first).hypot(error(second))
    });
    (apart && teller.supports(chance(first).as_ref())).then_some((first, order))
}

/// Which one is most often the best for the money, and what is missed by choosing it.
pub(super) fn best(quotes: &Quotes<'_>) -> Vec<Text> {
    let teller = &quotes.teller;
    let chance = |contender: usize| quotes.comparison.contenders[contender].standings[0].best;
    let Some((_, order)) = in_order(quotes) else {
        return vec![teller.say("compare-best-unsupported", &[])];
    };
    let mut said = Vec::new();
    for (place, contender) in order.into_iter().enumerate().filter(|(place, _)| *place < 2) {
        if !teller.supports(chance(contender).as_ref()) {
            continue;
        }
        let mut gaps = vec![("title", quotes.title(contender))];
        gaps.extend(teller.chance(&quotes.at(contender, 0, "p_best"), chance(contender).as_ref()));
        let is_base = quotes.comparison.contenders[contender].is_base;
        let id = match (place, is_base) {
            (0, true) => "compare-best-nothing",
            (0, false) => "compare-best",
            (_, true) => "compare-second-nothing",
            (_, false) => "compare-second",
        };
        said.push(teller.say(id, &gaps));
        if place == 0 {
            let regret = quotes.comparison.contenders[contender].standings[0].regret;
            let at = quotes.at(contender, 0, "regret_eur");
            let missed = teller.estimate(&at, regret.as_ref(), Form::Eur);
            said.push(teller.say("compare-regret", &[("regret", missed.into())]));
        }
    }
    said
}

/// Which one helps most young people, which one shortens the wait most, and who is better in every respect.
pub(super) fn people(quotes: &Quotes<'_>) -> Vec<Text> {
    let teller = &quotes.teller;
    let mut said = Vec::new();
    let questions = [
        ("youths_closed_positive", Form::Count, "compare-most-positive", "compare-most-positive-open"),
        ("weeks_sooner", Form::Weeks, "compare-most-sooner", "compare-most-sooner-open"),
    ];
    for (member, form, told, open) in questions {
        let band = |contender: usize| {
            let standing = &quotes.comparison.contenders[contender].standings[0];
            if form == Form::Weeks { standing.sooner.as_ref() } else { standing.positive.as_ref() }
        };
        let mean = |contender: usize| band(contender).map_or(f64::NEG_INFINITY, |band| band.mean);
        let mut order: Vec<usize> = (1..quotes.comparison.contenders.len()).collect();
        order.sort_by(|one, other| mean(*other).total_cmp(&mean(*one)));
        let Some(first) = order.first().copied() else { continue };
        let rival = order.get(1).copied().unwrap_or(0);
        // Both are less the same base; the error of their difference is at most the sum of both errors.
        let error = |one: usize| band(one).and_then(|band| band.mc_se).unwrap_or(0.0);
        let enough = quotes.comparison.run.replications >= ENOUGH;
        let apart = enough && mean(first) - mean(rival) > 2.0 * (error(first) + error(rival));
        let gains = enough && band(first).is_some_and(|band| Direction::of(band) == Direction::Up);
        if !apart || !gains {
            said.push(teller.say(open, &[]));
            continue;
        }
        let at = quotes.at(first, 0, member);
        let gaps = [
            ("title", quotes.title(first)),
            ("value", teller.mean(&at, band(first), form).into()),
            ("band", teller.bracketed(&at, band(first), form)),
        ];
        said.push(teller.say(told, &gaps));
    }
    let everywhere = quotes.comparison.worlds.len();
    let enough = quotes.comparison.run.replications >= ENOUGH;
    for one in quotes.comparison.dominance.iter().filter(|one| enough && one.worlds.contains(&0)) {
        let id = if one.worlds.len() == everywhere { "compare-dominates" } else { "compare-dominates-here" };
        said.push(
            teller.say(id, &[("better", quotes.title(one.better)), ("worse", quotes.title(one.worse))]),
        );
    }
    said
}

/// All scenarios side by side.
fn tables(quotes: &Quotes<'_>) -> Section {
    let tables = [leading(quotes), worlds(quotes), per_euro(quotes)];
    let heading = Some(quotes.teller.say("compare-heading-table", &[]));
    Section { id: "tables", heading, blocks: tables.into_iter().map(Block::Table).collect() }
}

/// Every scenario in the leading world.
fn leading(quotes: &Quotes<'_>) -> Table {
    let teller = &quotes.teller;
    let mut columns = vec![teller.column("compare-scenario", Align::Left)];
    let ids = [
        "compare-cost",
        "compare-positive",
        "compare-sooner",
        "compare-net",
        "compare-band",
        "compare-chance",
        "compare-missed",
    ];
    columns.extend(ids.map(|id| teller.column(id, Align::Right)));
    let rows = (0..quotes.comparison.contenders.len()).map(|contender| {
        let standing = &quotes.comparison.contenders[contender].standings[0];
        let at = |member: &str| quotes.at(contender, 0, member);
        let mean = |member: &str, band, form| -> Text { teller.mean(&at(member), band, form).into() };
        let cost = standing.cost.as_ref();
        Row(vec![
            Text::name(quotes.comparison.contenders[contender].arm.title.clone()),
            mean("cost_eur", cost, Form::ThousandEur),
            mean("youths_closed_positive", standing.positive.as_ref(), Form::Count),
            mean("weeks_sooner", standing.sooner.as_ref(), Form::Weeks),
            mean("net_saving_eur", standing.net.as_ref(), Form::ThousandEur),
            teller.between(&at("net_saving_eur"), standing.net.as_ref(), Form::ThousandEur),
            chance(teller, &at("p_best"), standing.best.as_ref()).into(),
            teller.estimate(&at("regret_eur"), standing.regret.as_ref(), Form::ThousandEur).into(),
        ])
    });
    let world = Piece::Name(quotes.comparison.worlds[0].title.clone());
    let caption = teller.say("compare-caption", &[("world", world)]);
    Table { caption, columns, rows: rows.collect() }
}

/// The net saving and the chance of being best in every world.
fn worlds(quotes: &Quotes<'_>) -> Table {
    let teller = &quotes.teller;
    let mut columns = vec![teller.column("compare-scenario", Align::Left)];
    let heads = quotes
        .comparison
        .worlds
        .iter()
        .map(|world| Column { heading: Text::name(world.title.clone()), align: Align::Right });
    columns.extend(heads);
    let rows = (0..quotes.comparison.contenders.len()).map(|contender| {
        let standings = &quotes.comparison.contenders[contender].standings;
        let cell = |world: usize| {
            let at = quotes.at(contender, world, "net_saving_eur");
            let best = quotes.at(contender, world, "p_best");
            let gaps = [
                ("net", teller.mean(&at, standings[world].net.as_ref(), Form::ThousandEur).into()),
                ("chance", chance(teller, &best, standings[world].best.as_ref()).into()),
            ];
            teller.say("compare-cell-world", &gaps)
        };
        let name = Text::name(quotes.comparison.contenders[contender].arm.title.clone());
        Row(std::iter::once(name).chain((0..standings.len()).map(cell)).collect())
    });
    Table { caption: teller.say("compare-caption-worlds", &[]), columns, rows: rows.collect() }
}

/// What each scenario brings per euro, for scenarios that do not spend the same.
fn per_euro(quotes: &Quotes<'_>) -> Table {
    let teller = &quotes.teller;
    let columns = vec![
        teller.column("compare-scenario", Align::Left),
        teller.column("compare-net-per-euro", Align::Right),
        teller.column("compare-positive-per-euro", Align::Right),
    ];
    let rows = (1..quotes.comparison.contenders.len()).map(|contender| {
        let standing = &quotes.comparison.contenders[contender].standings[0];
        let net = standing.net_per_euro.as_ref();
        let positive = standing.positive_per_ten_thousand.as_ref();
        let [at, place] = ["net_saving_per_euro", "youths_closed_positive_per_10000_eur"]
            .map(|member| quotes.at(contender, 0, member));
        Row(vec![
            Text::name(quotes.comparison.contenders[contender].arm.title.clone()),
            teller.estimate(&at, net, Form::Ratio).into(),
            teller.estimate(&place, positive, Form::Ratio).into(),
        ])
    });
    Table { caption: teller.say("compare-caption-euro", &[]), columns, rows: rows.collect() }
}

/// Why two of them differ.
fn explanation(quotes: &Quotes<'_>, one: &Explanation) -> Section {
    let teller = &quotes.teller;
    let gaps = [("from", Piece::Name(one.from.title.clone())), ("to", Piece::Name(one.to.title.clone()))];
    let heading = Some(teller.say("compare-heading-why", &gaps));
    let mut blocks = Vec::new();
    if one.steps.is_empty() {
        blocks.push(Block::Paragraph(teller.say("compare-why-equal", &gaps)));
    } else if one.shares.is_empty() {
        let [found, most] = [one.steps.len(), MOST_PARTS].map(|count| Piece::Name(count.to_string()));
        let gaps = [("found", found), ("most", most)];
        blocks.push(Block::Paragraph(teller.say("compare-why-many", &gaps)));
        blocks.push(Block::List(one.steps.iter().map(|step| quotes.step(step)).collect()));
    } else {
        blocks.push(Block::Table(waterfall(quotes, one)));
        blocks.push(Block::Paragraph(teller.say("compare-why-how", &[])));
    }
    Section { id: "why", heading, blocks }
}

fn waterfall(quotes: &Quotes<'_>, one: &Explanation) -> Table {
    let teller = &quotes.teller;
    let form = |share: &Share| match share.metric {
        Metric::NetSaving => Form::ThousandEur,
        Metric::WaitMeanWeeks => Form::Weeks,
        _ => Form::Count,
    };
    let at = |share: &Share, rest: &[&str]| {
        let mut parts = vec!["explanation", "metrics", share.metric.name()];
        parts.extend(rest);
        pointer(&parts)
    };
    let mut columns = vec![teller.column("compare-part", Align::Left)];
    let ids = ["compare-why-net", "compare-why-positive", "compare-why-wait"];
    columns.extend(ids.map(|id| teller.column(id, Align::Right)));
    let row = |label: Text, rest: &[&str], step: Option<usize>| {
        let cells = one.shares.iter().map(|share| {
            let estimate = match step {
                Some(step) => share.steps[step].as_ref(),
                None if rest == ["from"] => share.from.as_ref(),
                None => share.to.as_ref(),
            };
            let at = at(share, rest);
            let gaps = [
                ("value", teller.estimate(&at, estimate, form(share)).into()),
                ("error", teller.error(&at, estimate, error_form(form(share))).into()),
            ];
            teller.say("compare-cell", &gaps)
        });
        Row(std::iter::once(label).chain(cells).collect())
    };
    let mut rows = vec![row(Text::name(one.from.title.clone()), &["from"], None)];
    for (index, step) in one.steps.iter().enumerate() {
        rows.push(row(quotes.step(step), &["parts", &step.part], Some(index)));
    }
    rows.push(row(Text::name(one.to.title.clone()), &["to"], None));
    let world = Piece::Name(quotes.comparison.worlds[0].title.clone());
    Table { caption: teller.say("compare-caption-why", &[("world", world)]), columns, rows }
}
