//! What is drawn: what was registered against its band, quarter by quarter.

use super::quotes::Quotes;
use crate::analyses::score::{Counted, Judged};
use crate::report::document::{
    Align, Along, Axis, Chart, Column, Line, Lines, Picture, Plotted, Row, Table, Text, pointer,
};
use crate::report::number::Form;
use crate::statistics::Band;

/// Below this nothing is drawn.
const FEWEST: f64 = 5.0;
/// What is drawn, the file of each chart without ending, its name when the figures are made up, and its title.
const DRAWN: [(Counted, [&str; 2], &str); 3] = [
    (Counted::Referred, ["score", "score-example"], "score-chart-referred"),
    (
        Counted::Conversations,
        ["score-conversations", "score-example-conversations"],
        "score-chart-conversations",
    ),
    (Counted::Ended(0), ["score-positive", "score-example-positive"], "score-chart-positive"),
];

pub(super) fn all(quotes: &Quotes<'_>) -> Vec<(&'static str, Chart)> {
    let drawn = DRAWN.iter().filter_map(|(counted, names, title)| {
        let name = names[usize::from(quotes.found.example)];
        Some((name, chart(quotes, counted, (name, title))?))
    });
    drawn.collect()
}

/// The registered line over the fan of the forecast; none when it was never registered.
fn chart(quotes: &Quotes<'_>, counted: &Counted, (id, title): (&str, &str)) -> Option<Chart> {
    let (teller, found) = (&quotes.teller, quotes.found);
    let bands: Vec<(String, Option<&Band>)> = found
        .bands
        .iter()
        .map(|(quarter, bands)| {
            let band = bands.iter().find(|(one, _)| one == counted).map(|(_, band)| band);
            (quarter.to_string(), band)
        })
        .collect();
    let registered = |quarter: &str| registered(quotes, counted, quarter);
    bands.iter().find_map(|(quarter, _)| registered(quarter))?;
    let end = |level: usize, member: &str| -> Vec<Plotted> {
        let at = |quarter: &String| pointer(&["forecast", quarter, &counted.name(), member]);
        bands
            .iter()
            .map(|(quarter, band)| Plotted::new(band.map(|band| band.quantiles[level]), at(quarter)))
            .collect()
    };
    let came = bands.iter().map(|(quarter, _)| {
        let at = pointer(&["quarters", quarter, "figures", &counted.name(), "registered"]);
        Plotted::new(registered(quarter).map(|judged| judged.registered), at)
    });
    let series = vec![
        Line {
            name: teller.wording.text("score-line-forecast"),
            values: end(3, "p50"),
            bands: vec![(end(0, "p5"), end(6, "p95")), (end(1, "p10"), end(5, "p90"))],
        },
        Line {
            name: quotes.row(teller.say("score-line-registered", &[])).plain(),
            values: came.collect(),
            bands: Vec::new(),
        },
    ];
    let title = quotes.marked(teller.say(title, &[]));
    Some(Chart {
        id: id.to_owned(),
        description: quotes.marked(teller.say("score-chart-text", &[])),
        picture: Picture::Lines(Lines {
            along: Along::Dates(found.bands.iter().map(|(quarter, _)| quarter.first_day()).collect()),
            up: Axis { label: quotes.name(counted).plain(), form: Form::Count },
            series,
            hidden_below: Some((FEWEST, teller.wording.text("fewer-than-fewest"))),
        }),
        data: Table { caption: title.clone(), columns: columns(quotes), rows: rows(quotes, counted, &bands) },
        title,
    })
}

/// The levels of a fan, by their names in the file of figures.
const LEVELS: [(usize, &str); 5] = [(0, "p5"), (1, "p10"), (3, "p50"), (5, "p90"), (6, "p95")];

fn columns(quotes: &Quotes<'_>) -> Vec<Column> {
    let first = ["score-column-quarter", "score-column-registered"].into_iter().enumerate();
    let first = first
        .map(|(place, id)| quotes.teller.column(id, if place == 0 { Align::Left } else { Align::Right }));
    let rest =
        LEVELS.map(|(_, member)| Column { heading: Text::name(member.to_uppercase()), align: Align::Right });
    first.chain(rest).collect()
}

/// What was registered of a count in a quarter.
fn registered<'a>(quotes: &Quotes<'a>, counted: &Counted, quarter: &str) -> Option<&'a Judged> {
    let mut all = quotes.found.quarters.iter();
    let of = all.find(|one| one.registration.quarter.to_string() == quarter)?;
    of.figures.iter().find(|judged| judged.counted == *counted)
}

/// All that is drawn, quarter by quarter.
fn rows(quotes: &Quotes<'_>, counted: &Counted, bands: &[(String, Option<&Band>)]) -> Vec<Row> {
    let teller = &quotes.teller;
    let rows = bands.iter().map(|(quarter, band)| {
        let came = match registered(quotes, counted, quarter) {
            Some(judged) => {
                let at = pointer(&["quarters", quarter, "figures", &counted.name(), "registered"]);
                quotes.count(at, judged.registered, false).into()
            }
            None => teller.say("score-not-registered", &[]),
        };
        let quantile = |(level, member): (usize, &str)| -> Text {
            let at = pointer(&["forecast", quarter, &counted.name(), member]);
            teller.figure(at, band.map(|band| band.quantiles[level]), Form::Count, None).into()
        };
        let mut cells = vec![quotes.row(Text::name(quarter.clone())), came];
        cells.extend(LEVELS.map(quantile));
        Row(cells)
    });
    rows.collect()
}
