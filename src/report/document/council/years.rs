//! The euros per budget year, and the ceilings.

use super::super::answer;
use super::super::bands;
use super::super::chart::{Axis, Chart, Columns, Picture};
use super::super::figures::{Part, Quotes};
use super::super::model::{Align, Block, Row, Section, Table, Text};
use super::super::sentence::Piece;
use super::super::support::Direction;
use super::options::{about, column, led, options, spread, titled};
use crate::engine::Metric;
use crate::report::number::Form;

/// The euros per budget year.
pub(super) fn section(quotes: &Quotes<'_>) -> Section {
    let mut blocks = Vec::new();
    for arm in options(quotes) {
        let ceilings = answer::ceilings(quotes, arm);
        if !ceilings.is_empty() {
            blocks.push(about(quotes, arm, ceilings));
        }
        blocks.push(Block::Chart(Box::new(chart(quotes, arm))));
        blocks.push(Block::Table(table(quotes, arm)));
    }
    titled(quotes, "years", "section-years", blocks)
}

/// Each year, with plain headings for the band and the chance.
fn table(quotes: &Quotes<'_>, arm: usize) -> Table {
    let mut table = bands::per_year(quotes, arm);
    table.caption = led(quotes, arm, table.caption);
    for (column, id) in table.columns.iter_mut().rev().zip(["council-chance", "council-band"]) {
        column.heading = quotes.say(id, &[]);
    }
    table
}

fn chart(quotes: &Quotes<'_>, arm: usize) -> Chart {
    let periods = quotes.forecast.periods.len();
    let series = |id: &str, metric| {
        let place = quotes.change(arm, 0, metric);
        (quotes.wording.text(id), (0..periods).map(|period| spread(&place, Some(period))).collect())
    };
    let cost = if arm > 0 { "council-years-cost-extra" } else { "council-years-cost" };
    let avoided = if arm > 0 { "council-years-avoided-extra" } else { "council-years-avoided" };
    Chart {
        id: format!("chart-years-{arm}"),
        title: finding(quotes, arm),
        description: quotes.say("council-years-text", &[]),
        picture: Picture::Columns(Columns {
            labels: quotes.forecast.periods.clone(),
            up: Axis { label: quotes.wording.text("council-years-axis"), form: Form::ThousandEur },
            series: vec![series(avoided, Metric::AvoidedCost), series(cost, Metric::PojCost)],
            limits: Vec::new(),
        }),
        data: data(quotes, arm, [cost, avoided]),
    }
}

/// Whether what is avoided meets what is spent, year by year.
fn finding(quotes: &Quotes<'_>, arm: usize) -> Text {
    let net = quotes.change(arm, 0, Metric::NetSaving);
    let directions: Vec<Direction> =
        (0..quotes.forecast.periods.len()).map(|period| quotes.direction(net.at(Some(period)).0)).collect();
    let all = |wanted| directions.iter().all(|direction| *direction == wanted);
    let id = if all(Direction::Down) {
        "council-years-less"
    } else if all(Direction::Up) {
        "council-years-more"
    } else {
        "council-years-mixed"
    };
    quotes.say(id, &[("title", Piece::Name(quotes.forecast.arms[arm].title.clone()))])
}

fn data(quotes: &Quotes<'_>, arm: usize, ids: [&str; 2]) -> Table {
    let mut columns = vec![column(quotes, "table-year", Align::Left)];
    for id in ids {
        columns.push(column(quotes, id, Align::Right));
        columns.push(column(quotes, "council-band", Align::Right));
    }
    let row = |period: usize| {
        let mut cells = vec![Text::name(quotes.forecast.periods[period].clone())];
        for metric in [Metric::PojCost, Metric::AvoidedCost] {
            let place = quotes.change(arm, 0, metric).at(Some(period));
            let part = |part| quotes.part(&place, part, Form::ThousandEur);
            cells.push(part(Part::Mean).into());
            let gaps = [("low", part(Part::P10).into()), ("high", part(Part::P90).into())];
            cells.push(quotes.say("answer-between", &gaps));
        }
        Row(cells)
    };
    let rows = (0..quotes.forecast.periods.len()).map(row).collect();
    Table { caption: led(quotes, arm, quotes.say("council-years-data", &[])), columns, rows }
}
