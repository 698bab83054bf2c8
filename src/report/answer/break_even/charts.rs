//! What is drawn: the chance over the values of the quantity, and the line of two quantities.

use super::Quotes;
use super::page::{curve_table, curve_told, exact_on_map, line_table};
use crate::report::document::{
    Along, Axis, Chart, ENOUGH, Line, Lines, Picture, Piece, Plane, Plotted, form_of,
};
use crate::report::number::Form;

pub(super) fn charts(quotes: &Quotes<'_>) -> Vec<(&'static str, Chart)> {
    let map = map(quotes).map(|chart| ("break-even-map", chart));
    curve(quotes).map(|chart| ("break-even", chart)).into_iter().chain(map).collect()
}

/// The chance that it pays back, with what is asked beside it; none when its replications do not support the chances.
pub(super) fn curve(quotes: &Quotes<'_>) -> Option<Chart> {
    curve_told(quotes).then(|| drawn(quotes))
}

fn drawn(quotes: &Quotes<'_>) -> Chart {
    let (pay_back, teller) = (quotes.pay_back, &quotes.teller);
    let points = &pay_back.threshold.curve;
    let places: Vec<f64> = points.iter().map(|point| point.value).collect();
    let chances = points.iter().enumerate().map(|(index, point)| {
        Plotted::new(Some(point.chance.value), format!("/curve/{index}/p_net_nonnegative/value"))
    });
    let asked = places.iter().map(|_| Plotted::new(Some(pay_back.probability), "/probability"));
    let line =
        |id: &str, values: Vec<Plotted>| Line { name: teller.wording.text(id), values, bands: Vec::new() };
    let key = teller.key(&pay_back.sought.key);
    let gaps = [("title", Piece::Name(pay_back.arm.title.clone())), ("key", Piece::Text(key.clone()))];
    Chart {
        id: "break-even".to_owned(),
        title: teller.say("pay-chart-title", &gaps),
        description: teller.say("pay-chart-text", &gaps),
        picture: Picture::Lines(Lines {
            along: Along::Numbers(
                Axis { label: key.plain(), form: form_of(pay_back.sought.unit) },
                places.clone(),
            ),
            up: Axis { label: teller.wording.text("pay-column-chance"), form: Form::Percent },
            series: vec![line("pay-line-chance", chances.collect()), line("pay-line-asked", asked.collect())],
            hidden_below: None,
        }),
        data: curve_table(quotes),
    }
}

/// The line along which it pays back as often as asked.
fn map(quotes: &Quotes<'_>) -> Option<Chart> {
    let (pay_back, teller) = (quotes.pay_back, &quotes.teller);
    let (second, map) = pay_back.second.as_ref().filter(|(_, map)| map.replications >= ENOUGH)?;
    let first = &pay_back.sought;
    let curve: Vec<(Plotted, Plotted)> = map
        .up
        .iter()
        .zip(&map.line)
        .enumerate()
        .filter_map(|(index, (up, line))| {
            let line = line.as_ref().filter(|line| exact_on_map(first, map, line))?;
            Some((
                Plotted::new(Some(line.value), format!("/map/line/{index}/value")),
                Plotted::new(Some(*up), format!("/map/up/{index}")),
            ))
        })
        .collect();
    let mut regions = Vec::new();
    for (asked, id) in [(true, "pay-region-above"), (false, "pay-region-below")] {
        regions.extend(
            middle(map, |chance| (chance > pay_back.probability) == asked)
                .map(|(along, up)| (teller.wording.text(id), along, up)),
        );
    }
    let (one, other) = (teller.key(&first.key), teller.key(&second.key));
    let gaps = [("one", Piece::Text(one.clone())), ("other", Piece::Text(other.clone()))];
    let today = (
        teller.wording.text("pay-point-today"),
        spread(first.today.mean, "/key/today"),
        spread(second.today.mean, "/second/today"),
    );
    Some(Chart {
        id: "break-even-map".to_owned(),
        title: teller.say("pay-map-title", &gaps),
        description: teller.say("pay-map-text", &gaps),
        picture: Picture::Plane(Plane {
            along: Axis { label: one.plain(), form: form_of(first.unit) },
            up: Axis { label: other.plain(), form: form_of(second.unit) },
            points: vec![today],
            curves: vec![(teller.wording.text("pay-curve"), curve)],
            regions,
        }),
        data: line_table(quotes)?,
    })
}

fn spread(value: f64, pointer: &str) -> crate::report::document::Spread {
    crate::report::document::Spread { value: Plotted::new(Some(value), pointer), interval: None }
}

/// The middle of the cells of a map on one side of what is asked; none when there are none.
fn middle(map: &crate::analyses::Map, holds: impl Fn(f64) -> bool) -> Option<(f64, f64)> {
    let cells = map.chances.iter().zip(&map.up).flat_map(|(row, up)| {
        row.iter()
            .zip(&map.along)
            .filter_map(move |(chance, along)| Some((chance.as_ref()?.value, *along, *up)))
    });
    let inside: Vec<(f64, f64)> =
        cells.filter(|(chance, ..)| holds(*chance)).map(|(_, along, up)| (along, up)).collect();
    let count = inside.len() as f64;
    let (along, up) = inside.iter().fold((0.0, 0.0), |sum, cell| (sum.0 + cell.0, sum.1 + cell.1));
    (count > 0.0).then(|| (along / count, up / count))
}
