//! The wait list by week, base and options, with bands.

use super::super::chart::{Along, Axis, Chart, Line, Lines, Picture, Plotted};
use super::super::figures::{Part, Quotes, pointer};
use super::super::model::{Align, Block, Column, Row, Section, Table, Text};
use super::super::sentence::Piece;
use super::super::teller::FEWEST;
use super::options::{column, column_of, options, several, titled};
use crate::engine::Metric;
use crate::report::number::Form;

/// Bands of more arms than this would cover each other.
const BANDS_MOST: usize = 2;
/// The places of P10 and P90 among the quantiles.
const ENDS: [(&str, usize); 2] = [("p10", 1), ("p90", 5)];

/// The wait list.
pub(super) fn section(quotes: &Quotes<'_>) -> Section {
    let chart = Chart {
        id: "chart-queue".to_owned(),
        title: finding(quotes),
        description: quotes.say("council-queue-text", &[]),
        picture: Picture::Lines(Lines {
            along: Along::Dates(quotes.forecast.over_time[0][0].queue.iter().map(|week| week.week).collect()),
            up: Axis { label: quotes.wording.text("council-queue-axis"), form: Form::Count },
            series: (0..quotes.forecast.arms.len()).map(|arm| line(quotes, arm)).collect(),
            hidden_below: Some((FEWEST, quotes.wording.text("fewer-than-fewest"))),
        }),
        data: data(quotes),
    };
    let blocks = vec![Block::Paragraph(quotes.say("council-queue", &[])), Block::Chart(Box::new(chart))];
    titled(quotes, "queue", "section-queue", blocks)
}

/// What the end of the forecast comes to.
fn finding(quotes: &Quotes<'_>) -> Text {
    let last = quotes.forecast.periods.len() - 1;
    let year = ("year", Piece::Name(quotes.forecast.periods[last].clone()));
    let at = |arm| quotes.arm(arm, 0, Metric::YouthsWaitingYearEnd).at(Some(last));
    let mean = |arm| Piece::from(quotes.part(&at(arm), Part::Mean, Form::Count));
    if several(quotes) {
        return quotes.say("council-queue-several", &[]);
    }
    match options(quotes).first() {
        Some(&arm) if arm > 0 => {
            let change = quotes.change(arm, 0, Metric::YouthsWaitingYearEnd).at(Some(last));
            let ids = [
                "council-queue-longer",
                "council-queue-shorter",
                "council-queue-equal",
                "council-queue-unclear",
            ];
            let gaps = [year, ("before", mean(0)), ("after", mean(arm))];
            quotes.say(quotes.direction(change.0).pick(ids), &gaps)
        }
        _ => quotes.say("council-queue-single", &[year, ("value", mean(0))]),
    }
}

fn at(quotes: &Quotes<'_>, arm: usize, (member, week): (&str, usize), value: Option<f64>) -> Plotted {
    let (name, world) = (&quotes.forecast.arms[arm].name, &quotes.forecast.worlds[0].name);
    Plotted::new(value, pointer(&["queue_by_week", "arms", name, world, member, &week.to_string()]))
}

fn line(quotes: &Quotes<'_>, arm: usize) -> Line {
    let queue = &quotes.forecast.over_time[arm][0].queue;
    let mean = |(week, one): (usize, &crate::analyses::WeeklyQueue)| {
        at(quotes, arm, ("mean", week), one.waiting.map(|band| band.mean))
    };
    let ends = ENDS.map(|(member, rank)| -> Vec<Plotted> {
        let weeks = queue.iter().enumerate();
        weeks
            .map(|(week, one)| at(quotes, arm, (member, week), one.waiting.map(|band| band.quantiles[rank])))
            .collect()
    });
    let [low, high] = ends;
    let bands = if quotes.forecast.arms.len() <= BANDS_MOST { vec![(low, high)] } else { Vec::new() };
    let values = queue.iter().enumerate().map(mean).collect();
    Line { name: quotes.forecast.arms[arm].title.clone(), values, bands }
}

fn data(quotes: &Quotes<'_>) -> Table {
    let arms = 0..quotes.forecast.arms.len();
    let mut columns = vec![column(quotes, "council-week", Align::Left)];
    for arm in arms.clone() {
        columns.push(column_of(quotes, arm));
        columns.push(Column { heading: quotes.say("council-band", &[]), align: Align::Right });
    }
    let weeks = quotes.forecast.over_time[0][0].queue.iter().enumerate();
    let rows = weeks.map(|(week, one)| {
        let mut cells = vec![Text::name(quotes.date(one.week))];
        for arm in arms.clone() {
            let band = quotes.forecast.over_time[arm][0].queue[week].waiting;
            let figure = |member, value: Option<f64>| {
                let place = at(quotes, arm, (member, week), value);
                quotes.tactful(quotes.figure(place.pointer, value, Form::Count, None), Form::Count)
            };
            cells.push(figure("mean", band.map(|band| band.mean)).into());
            let [low, high] =
                ENDS.map(|(member, rank)| figure(member, band.map(|band| band.quantiles[rank])));
            cells.push(quotes.say("answer-between", &[("low", low.into()), ("high", high.into())]));
        }
        Row(cells)
    });
    Table { caption: quotes.say("council-queue-data", &[]), columns, rows: rows.collect() }
}
