//! The first sheet: what this is, where what stands, how to read it, and what may be booked.

use rust_xlsxwriter::XlsxError;

use super::look::Kind;
use super::quote::Quote;
use super::sheet::Sheet;
use crate::analyses::Forecast;
use crate::report::document::doubt_texts;
use crate::report::number::Form;
use crate::report::wording::Wording;

/// Width of the wide column.
const WIDTH: f64 = 100.0;

/// The sheet, with a way to each of the `others`: name and what it tells.
pub(super) fn sheet<'a>(
    forecast: &Forecast,
    wording: &'a Wording,
    others: &[(String, String)],
) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = Sheet::new(wording, "guide")?;
    let mut row = run(&mut sheet, forecast, 3)?;
    sheet.say((row, 0), "guide-sheets", Kind::Subtitle)?;
    for (name, about) in others {
        row += 1;
        sheet.link((row, 0), name)?;
        sheet.paragraph((row, 1), about, WIDTH)?;
    }
    row = paragraphs(&mut sheet, row + 2, "guide-how", &wording.text("guide-how-lines"))?;
    row = paragraphs(&mut sheet, row + 1, "guide-booking", &wording.text("guide-booking-lines"))?;
    let doubts = doubt_texts(forecast, wording);
    if !doubts.is_empty() {
        paragraphs(&mut sheet, row + 1, "section-doubts", &doubts.join("\n"))?;
    }
    sheet.widths(&[30.0, WIDTH])?;
    Ok(sheet)
}

/// What was calculated; gives the next free row.
fn run(sheet: &mut Sheet<'_>, forecast: &Forecast, top: u32) -> Result<u32, XlsxError> {
    let mut row = top;
    for arm in forecast.arms.iter().skip(usize::from(forecast.arms.len() > 1)) {
        sheet.say((row, 0), "guide-scenario", Kind::Name)?;
        sheet.text((row, 1), &arm.title, Kind::Note)?;
        sheet.say((row + 1, 0), "guide-question", Kind::Name)?;
        sheet.paragraph((row + 1, 1), &arm.purpose, WIDTH)?;
        row += 2;
    }
    if let (Some(base), true) = (forecast.arms.first(), forecast.arms.len() > 1) {
        sheet.say((row, 0), "guide-base", Kind::Name)?;
        sheet.text((row, 1), &base.title, Kind::Note)?;
        row += 1;
    }
    for (index, world) in forecast.worlds.iter().enumerate() {
        sheet.say((row, 0), if index == 0 { "guide-leading-world" } else { "guide-world" }, Kind::Name)?;
        sheet.paragraph((row, 1), &format!("{}: {}", world.title, world.purpose), WIDTH)?;
        row += 1;
    }
    let periods = [forecast.periods.first(), forecast.periods.last()];
    let told: Vec<&str> = periods.into_iter().flatten().map(String::as_str).collect();
    let gaps = [
        ("from", told.first().copied().unwrap_or_default().into()),
        ("to", told.last().copied().unwrap_or_default().into()),
    ];
    sheet.say((row, 0), "guide-years", Kind::Name)?;
    sheet.text((row, 1), &sheet.wording.fill("guide-from-to", &gaps), Kind::Note)?;
    sheet.say((row + 1, 0), "guide-replications", Kind::Name)?;
    let replications = Quote::new("/replications".to_owned(), Some(forecast.run.replications as f64));
    sheet.figure((row + 1, 1), &replications, Kind::LeftNumber(Form::Count))?;
    sheet.say((row + 2, 0), "guide-seed", Kind::Name)?;
    sheet.text((row + 2, 1), &forecast.run.seed.to_string(), Kind::Note)?;
    sheet.say((row + 3, 0), "guide-version", Kind::Name)?;
    sheet.text((row + 3, 1), concat!("sim ", env!("CARGO_PKG_VERSION")), Kind::Note)?;
    Ok(row + 5)
}

/// A title and a paragraph per line; gives the next free row.
fn paragraphs(sheet: &mut Sheet<'_>, top: u32, title: &str, lines: &str) -> Result<u32, XlsxError> {
    sheet.say((top, 0), title, Kind::Subtitle)?;
    let mut row = top + 1;
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        sheet.paragraph((row, 1), line.trim(), WIDTH)?;
        row += 1;
    }
    Ok(row)
}
