//! What it is worth to know more, in euros a year.

use rust_xlsxwriter::XlsxError;

use super::sheets::quoted;
use crate::analyses::value::{Observed, SampleValue, Value, supported};
use crate::report::document::{ENOUGH, key_name, pointer};
use crate::report::number::Form;
use crate::report::wording::Wording;
use crate::report::xlsx::chart::{self, Mark};
use crate::report::xlsx::look::Kind;
use crate::report::xlsx::sheet::Sheet;
use crate::statistics::Estimate;

/// The row of the headings.
const TOP: u32 = 3;
const HEADINGS: [&str; 5] =
    ["column-world", "column-what", "column-worth", "column-error", "column-told-apart"];
/// The table of what is followed: its headings.
const FOLLOWED: [&str; 5] =
    ["column-followed", "column-relapse", "column-error", "column-avoided", "column-error"];
const WIDTHS: [f64; 5] = [30.0, 62.0, 16.0, 14.0, 18.0];

/// The sheet.
pub(super) fn sheet<'a>(found: &Value, wording: &'a Wording) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = Sheet::new(wording, "value")?;
    sheet.say((2, 0), "value-sheet-how", Kind::Prose)?;
    sheet.headings((TOP, 0), &HEADINGS)?;
    let mut row = TOP + 1;
    let enough = found.run.replications >= ENOUGH;
    if let Some(all) = &found.mixture {
        let worlds = wording.text("value-all-worlds");
        let known = ("value-knows-world", "/all_worlds/world_known");
        worth(&mut sheet, row, (&worlds, &wording.text(known.0)), (known.1, &all.world_known), enough)?;
        sheet.name("value-name-world", (row, 2));
        let what = wording.text("value-knows-all");
        worth(&mut sheet, row + 1, (&worlds, &what), ("/all_worlds/perfect", &all.perfect), enough)?;
        sheet.name("value-name-all", (row + 1, 2));
        row += 2;
    }
    for (world, one) in found.worlds.iter().zip(&found.by_world) {
        let at = |rest: &[&str]| pointer(&["worlds", &world.name]) + &pointer(rest);
        let title = world.title.as_str();
        let what = wording.text("value-knows-all");
        worth(&mut sheet, row, (title, &what), (&at(&["perfect"]), &one.perfect), enough)?;
        if found.mixture.is_none() {
            sheet.name("value-name-all", (row, 2));
        }
        row += 1;
        for theme in &one.themes {
            let name = wording.text(&format!("theme-{}", theme.theme.name().replace('_', "-")));
            let what = wording.fill("value-knows-theme", &[("what", name.into())]);
            let at = at(&["themes", theme.theme.name()]);
            worth(&mut sheet, row, (title, &what), (&at, &theme.value), enough)?;
            row += 1;
        }
        for learnt in one.quantities.iter().filter(|one| enough && supported(&one.value)) {
            let what = key_name(wording, &learnt.key).unwrap_or_else(|| learnt.key.clone());
            let at = at(&["quantities", &learnt.key]);
            worth(&mut sheet, row, (title, &what), (&at, &learnt.value), enough)?;
            row += 1;
        }
    }
    sheet.paper.autofilter(TOP, 0, row - 1, 4)?;
    sheet.freeze((TOP + 1, 0))?;
    followed(&mut sheet, found, row + 1)?;
    sheet.widths(&WIDTHS)?;
    Ok(sheet)
}

/// A row: what is known, in which world, what that is worth, and whether that is told apart from nought, for which there must be
/// replications `enough`.
fn worth(
    sheet: &mut Sheet<'_>,
    row: u32,
    (world, what): (&str, &str),
    (at, value): (&str, &Estimate),
    enough: bool,
) -> Result<(), XlsxError> {
    let [value_quote, error] = quoted("value", at, Some(value));
    sheet.text((row, 0), world, Kind::Name)?;
    sheet.text((row, 1), what, Kind::Note)?;
    sheet.figure((row, 2), &value_quote, Form::Eur)?;
    sheet.figure((row, 3), &error, Form::Eur)?;
    sheet.say((row, 4), if enough && supported(value) { "word-yes" } else { "word-no" }, Kind::Name)?;
    sheet.fit(row, &[(what, WIDTHS[1])])
}

/// What it is worth to follow so many closures, with its chart.
fn followed(sheet: &mut Sheet<'_>, found: &Value, top: u32) -> Result<(), XlsxError> {
    let wording = sheet.wording;
    let all = found.samples();
    let of = |closures: usize, observed: Observed| -> Option<&SampleValue> {
        all.iter().find(|one| one.closures == closures && one.observed == observed)
    };
    let root = match (&found.mixture, found.worlds.first()) {
        (None, Some(world)) => pointer(&["worlds", &world.name]),
        _ => "/all_worlds".to_owned(),
    };
    sheet.say((top, 0), "value-followed", Kind::Subtitle)?;
    sheet.headings((top + 1, 0), &FOLLOWED)?;
    let numbers = all.iter().filter(|one| one.observed == Observed::Relapse).map(|one| one.closures);
    let mut row = top + 2;
    for closures in numbers {
        sheet.text((row, 0), &closures.to_string(), Kind::Name)?;
        for (column, observed) in [(1, Observed::Relapse), (3, Observed::Avoided)] {
            let at = root.clone() + &pointer(&["samples", &closures.to_string(), observed.name()]);
            let [value, error] = quoted("value", &at, of(closures, observed).map(|one| &one.value));
            sheet.figure((row, column), &value, Form::Eur)?;
            sheet.figure((row, column + 1), &error, Form::Eur)?;
        }
        row += 1;
    }
    if row == top + 2 {
        return Ok(());
    }
    let rows = (top + 2, row - 1);
    let words = chart::Words {
        title: wording.text("chart-value"),
        alt: wording.text("chart-value-alt"),
        axis: wording.text("chart-axis-eur-year"),
    };
    let bars = [
        chart::line((1, rows), wording.text("column-relapse"), Mark::High),
        chart::line((3, rows), wording.text("column-avoided"), Mark::Main),
    ];
    let drawn = chart::columns(&sheet.name, &words, (0, rows), &bars, (false, Form::Eur));
    sheet.charts.push(drawn);
    Ok(())
}
