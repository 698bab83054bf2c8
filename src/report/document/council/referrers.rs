//! The starts of specialised care by referrer, and the municipality's share of them.

use super::super::chart::{Along, Axis, Chart, Line, Lines, Picture, Plotted};
use super::super::figures::{Part, Quotes, pointer};
use super::super::model::{Align, Block, Row, Section, Table, Text};
use super::super::sentence::Piece;
use super::super::teller::FEWEST;
use super::options::{column, column_of, led, options, titled};
use crate::analyses::QuarterlyStarts;
use crate::engine::Metric;
use crate::report::number::Form;

/// The two graphs of the evaluation, continued.
pub(super) fn section(quotes: &Quotes<'_>) -> Section {
    let mut blocks = vec![Block::Paragraph(quotes.say("council-referrers", &[]))];
    if !quotes.forecast.over_time[0][0].quarters.is_empty() {
        blocks.extend(options(quotes).into_iter().map(|arm| Block::Chart(Box::new(starts(quotes, arm)))));
        blocks.push(Block::Chart(Box::new(share(quotes))));
    }
    titled(quotes, "referrers", "section-referrers", blocks)
}

type Value = fn(&QuarterlyStarts) -> Option<f64>;
const ROUTES: [(&str, &str, Value); 2] = [
    ("municipality", "referrer-municipality", |quarter| Some(quarter.municipality)),
    ("huisarts", "referrer-huisarts", |quarter| Some(quarter.huisarts)),
];

fn at(quotes: &Quotes<'_>, arm: usize, (member, quarter): (&str, usize), value: Option<f64>) -> Plotted {
    let (name, world) = (&quotes.forecast.arms[arm].name, &quotes.forecast.worlds[0].name);
    Plotted::new(value, pointer(&["starts_by_quarter", "arms", name, world, member, &quarter.to_string()]))
}

fn series(quotes: &Quotes<'_>, arm: usize, (member, value): (&str, Value)) -> Vec<Plotted> {
    let quarters = quotes.forecast.over_time[arm][0].quarters.iter().enumerate();
    quarters.map(|(index, quarter)| at(quotes, arm, (member, index), value(quarter))).collect()
}

fn dates(quotes: &Quotes<'_>) -> Along {
    Along::Dates(quotes.forecast.over_time[0][0].quarters.iter().map(|quarter| quarter.quarter).collect())
}

/// Starts per quarter by referrer, of one arm.
fn starts(quotes: &Quotes<'_>, arm: usize) -> Chart {
    let line = |(member, id, value): (&str, &str, Value)| Line {
        name: quotes.wording.text(id),
        values: series(quotes, arm, (member, value)),
        bands: Vec::new(),
    };
    let lines = ROUTES.map(line);
    let few = lines.iter().flat_map(|line| &line.values).any(|one| quotes.withholds(one.value, Form::Count));
    let mut columns = vec![column(quotes, "council-quarter", Align::Left)];
    columns.extend(ROUTES.map(|(_, id, _)| column(quotes, id, Align::Right)));
    let cells = |one: &Plotted| -> Text {
        quotes.tactful(quotes.figure(one.pointer.clone(), one.value, Form::Count, None), Form::Count).into()
    };
    let rows = rows(quotes, &lines.each_ref().map(|line| line.values.as_slice()), cells);
    let title = ("title", Piece::Name(quotes.forecast.arms[arm].title.clone()));
    Chart {
        id: format!("chart-starts-{arm}"),
        title: quotes.say("council-starts-title", &[title]),
        description: quotes.say("council-starts-text", &[]),
        picture: Picture::Lines(Lines {
            along: dates(quotes),
            up: Axis { label: quotes.wording.text("council-starts-axis"), form: Form::Count },
            series: lines.to_vec(),
            hidden_below: few.then(|| (FEWEST, quotes.wording.text("fewer-than-fewest"))),
        }),
        data: Table { caption: led(quotes, arm, quotes.say("council-starts-data", &[])), columns, rows },
    }
}

/// A row per quarter.
fn rows(quotes: &Quotes<'_>, columns: &[&[Plotted]], cell: impl Fn(&Plotted) -> Text) -> Vec<Row> {
    let quarters = quotes.forecast.over_time[0][0].quarters.iter().enumerate();
    let row = |(index, quarter): (usize, &QuarterlyStarts)| {
        let cells = columns.iter().filter_map(|column| column.get(index)).map(&cell);
        Row([Text::name(quotes.date(quarter.quarter))].into_iter().chain(cells).collect())
    };
    quarters.map(row).collect()
}

/// The municipality's share, of all arms.
fn share(quotes: &Quotes<'_>) -> Chart {
    let arms: Vec<usize> = (0..quotes.forecast.arms.len()).collect();
    let lines: Vec<Line> = arms
        .iter()
        .map(|arm| Line {
            name: quotes.forecast.arms[*arm].title.clone(),
            values: series(quotes, *arm, ("municipality_share", |quarter| quarter.municipality_share)),
            bands: Vec::new(),
        })
        .collect();
    let mut columns = vec![column(quotes, "council-quarter", Align::Left)];
    columns.extend(arms.iter().map(|arm| column_of(quotes, *arm)));
    let values: Vec<&[Plotted]> = lines.iter().map(|line| line.values.as_slice()).collect();
    let rows = rows(quotes, &values, |one| {
        quotes.figure(one.pointer.clone(), one.value, Form::Percent, None).into()
    });
    Chart {
        id: "chart-share".to_owned(),
        title: finding(quotes),
        description: quotes.say("council-share-text", &[]),
        picture: Picture::Lines(Lines {
            along: dates(quotes),
            up: Axis { label: quotes.wording.text("council-share-axis"), form: Form::Percent },
            series: lines,
            hidden_below: None,
        }),
        data: Table { caption: quotes.say("council-share-data", &[]), columns, rows },
    }
}

fn finding(quotes: &Quotes<'_>) -> Text {
    let mean = |arm| {
        let place = quotes.arm(arm, 0, Metric::MunicipalReferralShare).at(None);
        Piece::from(quotes.part(&place, Part::Mean, Form::Percent))
    };
    match options(quotes)[..] {
        [arm] if arm > 0 => quotes.say("council-share-title", &[("before", mean(0)), ("after", mean(arm))]),
        [_] => quotes.say("council-share-single", &[("value", mean(0))]),
        _ => quotes.say("council-share-several", &[("value", mean(0))]),
    }
}
