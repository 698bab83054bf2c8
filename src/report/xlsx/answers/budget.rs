//! The best use of a yearly amount: what every option of the last round buys and brings.

use rust_xlsxwriter::XlsxError;

use super::sheets::quoted;
use crate::analyses::{Allotment, Judged, Kept};
use crate::report::number::Form;
use crate::report::wording::Wording;
use crate::report::xlsx::chart::{self, Mark};
use crate::report::xlsx::look::Kind;
use crate::report::xlsx::quote::Quote;
use crate::report::xlsx::sheet::Sheet;
use crate::statistics::Estimate;

/// The row of the headings.
const TOP: u32 = 3;
const HEADINGS: [&str; 16] = [
    "column-option",
    "column-keeps",
    "column-frontier",
    "column-hours",
    "column-more-hours",
    "column-campaign",
    "column-relief",
    "column-cost",
    "column-error",
    "column-net-worlds",
    "column-error",
    "column-net-worst",
    "column-started",
    "column-wait",
    "column-wait-p90",
    "column-within",
];

/// The sheet.
pub(super) fn sheet<'a>(found: &Allotment, wording: &'a Wording) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = Sheet::new(wording, "budget")?;
    sheet.say((2, 0), "budget-sheet-how", Kind::Prose)?;
    sheet.headings((TOP, 0), &HEADINGS)?;
    let options = found.best_use.finalists.iter().zip(&found.best_use.kept);
    let mut row = TOP + 1;
    for (index, (one, kept)) in options.enumerate() {
        option(&mut sheet, found, (index, row), (one, *kept))?;
        row += 1;
    }
    let last = row.saturating_sub(1).max(TOP + 1);
    sheet.paper.autofilter(TOP, 0, last, 15)?;
    sheet.freeze((TOP + 1, 1))?;
    sheet.widths(&[
        12.0, 24.0, 12.0, 12.0, 12.0, 14.0, 14.0, 14.0, 12.0, 14.0, 12.0, 14.0, 12.0, 12.0, 12.0, 12.0,
    ])?;
    let best = found.best_use.verdicts.first().map(|verdict| verdict.best);
    if let Some(best) = best.and_then(|best| u32::try_from(best).ok()) {
        sheet.name("budget-name-net", (TOP + 1 + best, 9));
        let gaps = [("option", (best + 1).to_string().into())];
        let words = chart::Words {
            title: wording.fill("chart-budget", &gaps),
            alt: wording.fill("chart-budget-alt", &gaps),
            axis: wording.text("chart-axis-eur"),
        };
        let rows = (TOP + 1, last);
        let bars = [
            chart::line((9, rows), wording.text("column-net-worlds"), Mark::Main),
            chart::line((11, rows), wording.text("column-net-worst"), Mark::High),
        ];
        let drawn = chart::columns(&sheet.name, &words, (0, rows), &bars, (false, Form::Eur));
        sheet.charts.push(drawn);
    }
    Ok(sheet)
}

/// One option: what it is, what it buys, what it brings.
fn option(
    sheet: &mut Sheet<'_>,
    found: &Allotment,
    (index, row): (usize, u32),
    (one, kept): (&Judged, Kept),
) -> Result<(), XlsxError> {
    let keeps = match kept {
        Kept::Both => "budget-keeps-both",
        Kept::Ceilings => "budget-keeps-ceilings",
        Kept::Norm => "budget-keeps-norm",
        Kept::Neither => "budget-keeps-neither",
    };
    let frontier = found.best_use.verdicts.iter().any(|verdict| verdict.frontier.contains(&index));
    sheet.text((row, 0), &(index + 1).to_string(), Kind::Name)?;
    sheet.say((row, 1), keeps, Kind::Name)?;
    sheet.say((row, 2), if frontier { "word-yes" } else { "word-no" }, Kind::Name)?;
    let at = |member: &str| format!("/options/{index}/{member}");
    let what = &one.allocation;
    let bought = [
        ("hours_per_week", what.hours, Form::Hours),
        ("more_hours_per_week", what.more_hours, Form::Hours),
        ("campaign_eur_per_year", what.campaign, Form::Eur),
        ("relief_admin_share", what.relief, Form::Percent),
    ];
    for (column, (member, value, form)) in (3..).zip(bought) {
        let quote = Quote::new(format!("/answers/budget{}", at(member)), Some(value));
        sheet.figure((row, column), &quote, form)?;
    }
    let world = &found.worlds[one.worst].name;
    let worst = one.net.get(one.worst).and_then(Option::as_ref);
    let pair = |member: &str, estimate: Option<&Estimate>| quoted("budget", &at(member), estimate);
    let [cost, cost_error] = pair("cost_eur", one.cost.as_ref());
    let [net, net_error] = pair("net_saving_over_worlds_eur", one.net_over_worlds.as_ref());
    let [worst, _] = pair(&format!("net_saving_eur/{world}"), worst);
    let [started, _] = pair("youths_started", one.started.as_ref());
    let [wait, _] = pair("wait_mean_weeks", one.wait.as_ref());
    let [wait_p90, _] = pair("wait_p90_weeks", one.wait_p90.as_ref());
    let [within, _] = pair("p_within", Some(&one.within));
    let results = [
        (cost, Form::Eur),
        (cost_error, Form::Eur),
        (net, Form::Eur),
        (net_error, Form::Eur),
        (worst, Form::Eur),
        (started, Form::Weeks),
        (wait, Form::Weeks),
        (wait_p90, Form::Weeks),
        (within, Form::Chance),
    ];
    for (column, (quote, form)) in (7..).zip(&results) {
        sheet.figure((row, column), quote, *form)?;
    }
    Ok(())
}
