//! The tables: per budget year in the leading world, the net saving in every world, and the worlds side by side.

use super::figures::{Part, Quotes};
use super::model::{Align, Block, Column, Row, Section, Table, Text};
use super::page::heading;
use super::sentence::Piece;
use super::support::{about_all, above_all};
use crate::engine::Metric;
use crate::report::number::{Form, UNDEFINED};

/// Worlds side by side in one table before the next table begins: what fits on a page.
const WORLDS_ABREAST: usize = 4;

/// The tables of one arm.
pub(super) fn section(quotes: &Quotes<'_>, arm: usize) -> Section {
    let worlds: Vec<usize> = (0..quotes.forecast.worlds.len()).collect();
    let mut blocks = vec![Block::Table(per_year(quotes, arm))];
    blocks.extend(worlds.chunks(WORLDS_ABREAST).map(|some| Block::Table(net_by_world(quotes, arm, some))));
    blocks.push(Block::Table(worlds_abreast(quotes, arm)));
    let ids = if arm > 0 { ["section-bands", "section-bands-of"] } else { ["section-bands-single"; 2] };
    Section { id: "bands", heading: Some(heading(quotes, arm, ids)), blocks }
}

fn column(quotes: &Quotes<'_>, id: &str, align: Align) -> Column {
    Column { heading: quotes.say(id, &[]), align }
}

/// The periods and the total; the total alone would stand there twice when there is one period.
fn slices(quotes: &Quotes<'_>) -> Vec<Option<usize>> {
    let periods = quotes.forecast.periods.len();
    (0..periods).map(Some).chain((periods > 1).then_some(None)).collect()
}

fn label(quotes: &Quotes<'_>, slice: Option<usize>) -> Text {
    match slice {
        Some(period) => Text::name(quotes.forecast.periods[period].clone()),
        None => quotes.say("table-total", &[]),
    }
}

/// Each budget year in the leading world.
pub(super) fn per_year(quotes: &Quotes<'_>, arm: usize) -> Table {
    let ids = if arm > 0 {
        [
            "table-cost-extra",
            "table-started-extra",
            "table-positive-extra",
            "table-wait-sooner",
            "table-net-extra",
        ]
    } else {
        ["table-cost", "table-started", "table-positive", "table-wait", "table-net"]
    };
    let mut columns = vec![column(quotes, "table-year", Align::Left)];
    columns.extend(ids.map(|id| column(quotes, id, Align::Right)));
    columns.push(column(quotes, "table-band", Align::Right));
    columns.push(column(quotes, "table-chance", Align::Right));
    let rows = slices(quotes).into_iter().map(|slice| year_row(quotes, arm, slice)).collect();
    let id = if arm > 0 { "table-per-year-extra" } else { "table-per-year" };
    Table { caption: quotes.say(id, &[("world", quotes.world(0))]), columns, rows }
}

fn year_row(quotes: &Quotes<'_>, arm: usize, slice: Option<usize>) -> Row {
    let mean = |metric, form| -> Text {
        quotes.part(&quotes.change(arm, 0, metric).at(slice), Part::Mean, form).into()
    };
    let wait = if arm > 0 { sooner(quotes, arm, slice) } else { mean(Metric::WaitMeanWeeks, Form::Weeks) };
    let odds = &quotes.forecast.decisions[arm][0].net_nonnegative;
    let (chance, at) = quotes.odds(&quotes.decision(arm, 0, &["p_net_nonnegative"]), odds, slice);
    let chance: Text = if quotes.supports(chance) {
        quotes.estimate(&at, Some(chance), Form::Chance).into()
    } else {
        Text::words(UNDEFINED)
    };
    Row(vec![
        label(quotes, slice),
        mean(Metric::PojCost, Form::ThousandEur),
        mean(Metric::YouthsStarted, Form::Count),
        mean(Metric::YouthsClosedPositive, Form::Count),
        wait,
        mean(Metric::NetSaving, Form::ThousandEur),
        low_to_high(quotes, arm, 0, slice),
        chance,
    ])
}

/// Weeks sooner: the difference in mean wait, its sign turned.
fn sooner(quotes: &Quotes<'_>, arm: usize, slice: Option<usize>) -> Text {
    let place = quotes.change(arm, 0, Metric::WaitMeanWeeks).at(slice);
    quotes.turned(&place, Part::Mean, Form::Weeks).into()
}

fn low_to_high(quotes: &Quotes<'_>, arm: usize, world: usize, slice: Option<usize>) -> Text {
    let place = quotes.change(arm, world, Metric::NetSaving).at(slice);
    let part = |part| quotes.part(&place, part, Form::ThousandEur);
    quotes.range(part(Part::P10), part(Part::P90))
}

/// The net saving per budget year in some of the worlds.
fn net_by_world(quotes: &Quotes<'_>, arm: usize, worlds: &[usize]) -> Table {
    let mut columns = vec![column(quotes, "table-year", Align::Left)];
    for world in worlds {
        let title = Text::name(quotes.forecast.worlds[*world].title.clone());
        columns.push(Column { heading: title, align: Align::Right });
    }
    let rows = slices(quotes).into_iter().map(|slice| {
        let cells = worlds.iter().map(|world| {
            let place = quotes.change(arm, *world, Metric::NetSaving).at(slice);
            quotes.say("table-mean-and-band", &quotes.band(&place, Form::ThousandEur))
        });
        Row([label(quotes, slice)].into_iter().chain(cells).collect())
    });
    let id = if arm > 0 { "table-net-by-world-extra" } else { "table-net-by-world" };
    Table { caption: quotes.say(id, &[]), columns, rows: rows.collect() }
}

/// Every world over the whole forecast.
pub(super) fn worlds_abreast(quotes: &Quotes<'_>, arm: usize) -> Table {
    let ids = if arm > 0 {
        ["table-positive-extra", "table-wait-sooner", "table-net-extra"]
    } else {
        ["table-positive", "table-wait", "table-net"]
    };
    let mut columns = vec![column(quotes, "table-world", Align::Left)];
    columns.extend(ids.map(|id| column(quotes, id, Align::Right)));
    let payback = if quotes.costs_no_more(arm) { "table-not-worse" } else { "table-payback" };
    columns.extend([payback, "table-break-even"].map(|id| column(quotes, id, Align::Right)));
    let rows = (0..quotes.forecast.worlds.len()).map(|world| world_row(quotes, arm, world)).collect();
    Table { caption: quotes.say("table-worlds", &[]), columns, rows }
}

fn world_row(quotes: &Quotes<'_>, arm: usize, world: usize) -> Row {
    let mean = |metric, form| -> Text {
        quotes.part(&quotes.change(arm, world, metric).at(None), Part::Mean, form).into()
    };
    let decision = &quotes.forecast.decisions[arm][world];
    let wait = match &decision.weeks_sooner {
        Some(band) => {
            let at = quotes.decision(arm, world, &["weeks_sooner"]);
            quotes.part(&(Some(band), at), Part::Mean, Form::Weeks).into()
        }
        None if arm > 0 => Text::words(UNDEFINED),
        None => mean(Metric::WaitMeanWeeks, Form::Weeks),
    };
    let chance = &decision.net_nonnegative.total;
    let at = quotes.decision(arm, world, &["p_net_nonnegative", "total"]);
    let chance = if quotes.supports(chance) {
        let figure = |form| quotes.estimate(&at, Some(chance), form).into();
        quotes.say("table-cases", &[("cases", figure(Form::CasesOfTwenty)), ("chance", figure(Form::Chance))])
    } else {
        Text::words(UNDEFINED)
    };
    let at = quotes.decision(arm, world, &["break_even_avoidance_share", "real"]);
    let break_even: Text = match &decision.break_even.real {
        Some(real) if above_all(real) => quotes.say("table-above-all", &[]),
        Some(real) if !quotes.supports(real) || real.value <= 0.0 => Text::words(UNDEFINED),
        Some(real) if about_all(real) => quotes.say("table-about-all", &[]),
        Some(real) => quotes.estimate(&at, Some(real), Form::Percent).into(),
        None => Text::words(UNDEFINED),
    };
    let title = Piece::Name(quotes.forecast.worlds[world].title.clone());
    Row(vec![
        quotes.say("table-world-title", &[("title", title)]),
        mean(Metric::YouthsClosedPositive, Form::Count),
        wait,
        mean(Metric::NetSaving, Form::ThousandEur),
        chance,
        break_even,
    ])
}
