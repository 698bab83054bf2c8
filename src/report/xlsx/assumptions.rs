//! Every assumption with its unit, source and grade, and what not knowing it does to the outcome.

use rust_xlsxwriter::XlsxError;

use super::look::Kind;
use super::quote::{Quote, Whose};
use super::sheet::Sheet;
use crate::analyses::{Forecast, Input, InputValue};
use crate::report::document::{grade_id, key_name, part_name, pointer};
use crate::report::number::Form;
use crate::report::wording::Wording;
use crate::scenario::Unit;

/// The row of the headings.
const TOP: u32 = 3;
const HEADINGS: [&str; 13] = [
    "column-what",
    "column-unit",
    "column-expected",
    "column-p10",
    "column-p90",
    "column-grade",
    "column-on-net",
    "column-on-wait",
    "column-source",
    "column-from",
    "column-holds-in",
    "column-key",
    "column-place",
];

const WIDTHS: [f64; 13] = [42.0, 14.0, 12.0, 12.0, 12.0, 16.0, 10.0, 10.0, 54.0, 12.0, 32.0, 38.0, 38.0];

/// One row: an input, or one part of an input that has several.
struct Line<'a> {
    index: usize,
    input: &'a Input,
    part: Option<(&'a str, f64)>,
    /// Its place in the list of unknowns of the arm that was asked for.
    unknown: Option<usize>,
}

/// The sheet: what matters most first, then the rest by key.
pub(super) fn sheet<'a>(forecast: &Forecast, wording: &'a Wording) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = Sheet::new(wording, "assumptions")?;
    let arm = Whose::asked(forecast).arm();
    let gaps = [
        ("scenario", forecast.arms[arm].title.as_str().into()),
        ("world", forecast.worlds[0].title.as_str().into()),
    ];
    sheet.fill((2, 0), "assumptions-impact", &gaps)?;
    sheet.headings((TOP, 0), &HEADINGS)?;
    let mut lines = lines(forecast, arm);
    lines.sort_by_key(|line| line.unknown.unwrap_or(usize::MAX));
    let mut row = TOP + 1;
    for line in &lines {
        write_line(&mut sheet, forecast, (arm, row), line)?;
        row += 1;
    }
    sheet.paper.autofilter(TOP, 0, row - 1, 12)?;
    sheet.freeze((TOP + 1, 1))?;
    sheet.widths(&WIDTHS)?;
    // Where a value stands matters on a screen; on paper it would make all else too small to read.
    sheet.print_to(10);
    Ok(sheet)
}

fn lines(forecast: &Forecast, arm: usize) -> Vec<Line<'_>> {
    let mut all = Vec::new();
    for (index, input) in forecast.inputs.iter().enumerate() {
        let parts: Vec<Option<(&str, f64)>> = match &input.value {
            InputValue::Number { .. } => vec![None],
            InputValue::Shares { parts, .. } => {
                parts.iter().map(|(part, share)| Some((part.as_str(), *share))).collect()
            }
        };
        for part in parts {
            all.push(Line { index, input, part, unknown: unknown(forecast, arm, (input, part)) });
        }
    }
    all
}

/// The place of an input among the unknowns of an arm in the leading world; none where it is known or does not hold.
fn unknown(forecast: &Forecast, arm: usize, (input, part): (&Input, Option<(&str, f64)>)) -> Option<usize> {
    let holds = input.holds_in.iter().any(|(place, worlds)| *place == arm && worlds.contains(&0));
    let key = match part {
        Some((part, _)) => format!("{}#{part}", input.key),
        None => input.key.clone(),
    };
    // The score of a dated change bears its date behind the key.
    let dated = input.from.map(|date| format!("{key}@{date}"));
    let found = forecast.unknowns[arm].iter().position(|unknown| {
        let same = unknown.key == key && input.from.is_none() || Some(&unknown.key) == dated.as_ref();
        same && unknown.on_net.is_some()
    });
    found.filter(|_| holds)
}

fn write_line(
    sheet: &mut Sheet<'_>,
    forecast: &Forecast,
    (arm, row): (usize, u32),
    line: &Line<'_>,
) -> Result<(), XlsxError> {
    let (wording, input) = (sheet.wording, line.input);
    let provenance = &input.provenance;
    let name = key_name(wording, &input.key).unwrap_or_else(|| input.key.clone());
    let name = match (line.part, provider(&input.key)) {
        (Some((part, _)), _) => {
            let word = part_name(wording, &input.key, part);
            format!("{name}: {}", word.as_deref().unwrap_or(part))
        }
        (None, Some(provider)) => format!("{name} ({provider})"),
        (None, None) => name,
    };
    sheet.text((row, 0), &name, Kind::Note)?;
    sheet.say(
        (row, 1),
        &format!("table-unit-{}", provenance.unit.text().replace(['/', ' '], "-")),
        Kind::Name,
    )?;
    values(sheet, line, row)?;
    sheet.say((row, 5), grade_id(provenance.grade), Kind::Note)?;
    if let Some(place) = line.unknown {
        let unknown = &forecast.unknowns[arm][place];
        let at = pointer(&["unknowns", &forecast.arms[arm].name, &place.to_string()]);
        let net = Quote::new(format!("{at}/share_of_net_saving"), unknown.on_net);
        let wait = Quote::new(format!("{at}/share_of_wait"), unknown.on_wait);
        sheet.figure((row, 6), &net, Form::Percent)?;
        sheet.figure((row, 7), &wait, Form::Percent)?;
    }
    sheet.text((row, 8), &provenance.source, Kind::Note)?;
    if let Some(from) = input.from {
        sheet.text((row, 9), &from.to_string(), Kind::Name)?;
    }
    let holds = holds_in(forecast, wording, input);
    sheet.text((row, 10), &holds, Kind::Note)?;
    sheet.text((row, 11), &input.key, Kind::Note)?;
    let file = provenance.place.file.display().to_string().replace('\\', "/");
    sheet.text((row, 12), &format!("{file}:{}", provenance.place.line), Kind::Note)?;
    sheet.fit(row, &[(&name, WIDTHS[0]), (&provenance.source, WIDTHS[8]), (&holds, WIDTHS[10])])
}

/// The provider whose key it is.
fn provider(key: &str) -> Option<&str> {
    key.strip_prefix("providers.")?.split('.').next()
}

/// What is expected, and between what it lies where it is not known.
fn values(sheet: &mut Sheet<'_>, line: &Line<'_>, row: u32) -> Result<(), XlsxError> {
    let at = format!("/inputs/{}", line.index);
    let kind = kind(line.input.provenance.unit);
    if let Some((part, share)) = line.part {
        let quote = Quote::new(format!("{at}{}", pointer(&["shares", part])), Some(share));
        return sheet.figure((row, 2), &quote, kind);
    }
    let InputValue::Number { fixed, mean, quantiles } = &line.input.value else { return Ok(()) };
    sheet.figure((row, 2), &Quote::new(format!("{at}/mean"), Some(*mean)), kind)?;
    if !fixed {
        let [p10, _, p90] = *quantiles;
        sheet.figure((row, 3), &Quote::new(format!("{at}/p10"), Some(p10)), kind)?;
        sheet.figure((row, 4), &Quote::new(format!("{at}/p90"), Some(p90)), kind)?;
    }
    Ok(())
}

/// How a value in a unit is shown.
pub(super) const fn kind(unit: Unit) -> Kind {
    match unit {
        Unit::Share | Unit::SharePerYear => Kind::Number(Form::GivenPercent),
        Unit::Eur | Unit::EurPerHour | Unit::EurPerYear => Kind::Number(Form::EurCents),
        Unit::Year => Kind::Year,
        _ => Kind::Plain,
    }
}

/// The scenarios and worlds in which a value holds; one word where that is all of them.
fn holds_in(forecast: &Forecast, wording: &Wording, input: &Input) -> String {
    let worlds = |places: &[usize]| -> String {
        if places.len() == forecast.worlds.len() {
            return wording.text("holds-all-worlds");
        }
        let titles: Vec<&str> = places.iter().map(|world| forecast.worlds[*world].title.as_str()).collect();
        titles.join(", ")
    };
    let first = input.holds_in.first().map(|(_, worlds)| worlds);
    if input.holds_in.len() == forecast.arms.len()
        && input.holds_in.iter().all(|(_, places)| Some(places) == first)
    {
        let told = first.map(|places| worlds(places)).unwrap_or_default();
        return wording.fill("holds-all-arms", &[("worlds", told.into())]);
    }
    let told = input
        .holds_in
        .iter()
        .map(|(arm, places)| format!("{}: {}", forecast.arms[*arm].title, worlds(places)));
    told.collect::<Vec<_>>().join("; ")
}
