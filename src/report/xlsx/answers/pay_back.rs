//! Where a policy pays back: the chance over the values of a quantity.

use rust_xlsxwriter::XlsxError;

use super::sheets::quoted;
use crate::analyses::{Crossing, PayBack};
use crate::report::document::key_name;
use crate::report::number::Form;
use crate::report::wording::Wording;
use crate::report::xlsx::assumptions::kind;
use crate::report::xlsx::chart::{self, Mark};
use crate::report::xlsx::look::Kind;
use crate::report::xlsx::quote::Quote;
use crate::report::xlsx::sheet::Sheet;

/// The row of the headings.
const TOP: u32 = 3;
const HEADINGS: [&str; 5] =
    ["column-value", "column-pays-back", "column-error", "column-net", "column-error"];

const WIDTHS: [f64; 5] = [46.0, 18.0, 14.0, 16.0, 14.0];

fn one(at: &str, value: Option<f64>) -> Quote {
    Quote::new(format!("/answers/break-even{at}"), value)
}

/// The sheet.
pub(super) fn sheet<'a>(found: &PayBack, wording: &'a Wording) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = Sheet::new(wording, "pay-back")?;
    let sought = &found.sought;
    let what = key_name(wording, &sought.key).unwrap_or_else(|| sought.key.clone());
    let gaps = [
        ("what", what.as_str().into()),
        ("scenario", found.arm.title.as_str().into()),
        ("world", found.world.title.as_str().into()),
    ];
    sheet.fill((2, 0), "pay-back-what", &gaps)?;
    sheet.headings((TOP, 0), &HEADINGS)?;
    let look = kind(sought.unit);
    let mut row = TOP + 1;
    for (index, point) in found.threshold.curve.iter().enumerate() {
        let at = format!("/curve/{index}");
        let [chance, chance_error] =
            quoted("break-even", &format!("{at}/p_net_nonnegative"), Some(&point.chance));
        let [net, net_error] = quoted("break-even", &format!("{at}/net_saving_eur"), point.net.as_ref());
        sheet.figure((row, 0), &one(&format!("{at}/value"), Some(point.value)), look)?;
        sheet.figure((row, 1), &chance, Form::Chance)?;
        sheet.figure((row, 2), &chance_error, Form::Percent)?;
        sheet.figure((row, 3), &net, Form::Eur)?;
        sheet.figure((row, 4), &net_error, Form::Eur)?;
        row += 1;
    }
    let rows = (TOP + 1, row.saturating_sub(1).max(TOP + 1));
    border(&mut sheet, found, row + 1)?;
    let words = chart::Words {
        title: wording.fill("chart-pay-back", &gaps),
        alt: wording.fill("chart-pay-back-alt", &gaps),
        axis: wording.text("chart-axis-chance"),
    };
    let lines = [chart::line((1, rows), wording.text("column-pays-back"), Mark::Main)];
    let mut drawn = chart::lines(&sheet.name, &words, (0, rows), &lines, Form::Percent);
    drawn.y_axis().set_min(0).set_max(1).set_num_format("0%");
    drawn.x_axis().set_name(what.as_str());
    if look == Kind::Number(Form::Percent) {
        drawn.x_axis().set_num_format("0%");
    }
    drawn.legend().set_hidden();
    sheet.charts.push(drawn);
    sheet.freeze((TOP + 1, 0))?;
    sheet.widths(&WIDTHS)?;
    Ok(sheet)
}

/// What was asked, where it is reached, and what is reckoned with now.
fn border(sheet: &mut Sheet<'_>, found: &PayBack, mut row: u32) -> Result<(), XlsxError> {
    let look = kind(found.sought.unit);
    let value = match &found.threshold.crossing {
        Crossing::Found { value, .. } => Some(value),
        _ => None,
    };
    let [border, error] = quoted("break-even", "/break_even", value);
    let today = one("/key/today", Some(found.sought.today.mean));
    let asked = one("/probability", Some(found.probability));
    let answers = [
        ("pay-back-asked", &asked, Kind::Number(Form::Percent), None),
        ("pay-back-border", &border, look, Some("pay-back-name")),
        ("pay-back-error", &error, look, None),
        ("pay-back-today", &today, look, None),
    ];
    for (id, quote, look, name) in answers {
        sheet.say((row, 0), id, Kind::Note)?;
        sheet.fit(row, &[(&sheet.wording.text(id), WIDTHS[0])])?;
        sheet.figure((row, 1), quote, look)?;
        if let Some(name) = name {
            sheet.name(name, (row, 1));
        }
        row += 1;
    }
    Ok(())
}
