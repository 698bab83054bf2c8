//! Which option is best: every option in every world, and the leading world side by side.

use rust_xlsxwriter::XlsxError;

use super::sheets::quoted;
use crate::analyses::{Comparison, Standing};
use crate::report::document::pointer;
use crate::report::number::Form;
use crate::report::wording::Wording;
use crate::report::xlsx::chart::{self, Mark};
use crate::report::xlsx::look::Kind;
use crate::report::xlsx::quote::{Quote, parts};
use crate::report::xlsx::sheet::Sheet;
use crate::statistics::Band;

/// The row of the headings.
const TOP: u32 = 3;
const HEADINGS: [&str; 8] = [
    "column-scenario",
    "column-world",
    "column-amount",
    "column-expected",
    "column-p10",
    "column-p50",
    "column-p90",
    "column-error",
];
const BESIDE: [&str; 7] = [
    "column-scenario",
    "column-net",
    "column-error",
    "column-best",
    "column-error",
    "column-regret",
    "column-error",
];

/// A result: its member in the file of the answer, which its sentence is named after, its form, and itself.
type Told = (&'static str, Form, fn(&Standing) -> Option<&Band>);
const TOLD: [Told; 5] = [
    ("net_saving_eur", Form::Eur, |one| one.net.as_ref()),
    ("cost_eur", Form::Eur, |one| one.cost.as_ref()),
    ("youths_started", Form::Weeks, |one| one.started.as_ref()),
    ("youths_closed_positive", Form::Weeks, |one| one.positive.as_ref()),
    ("weeks_sooner", Form::Weeks, |one| one.sooner.as_ref()),
];

/// The sheet.
pub(super) fn sheet<'a>(found: &Comparison, wording: &'a Wording) -> Result<Sheet<'a>, XlsxError> {
    let mut sheet = Sheet::new(wording, "compare")?;
    sheet.say((2, 0), if found.same_money { "compare-same" } else { "compare-not-same" }, Kind::Prose)?;
    sheet.headings((TOP, 0), &HEADINGS)?;
    let mut row = TOP + 1;
    for one in found.contenders.iter().filter(|one| !one.is_base) {
        for (world, standing) in found.worlds.iter().zip(&one.standings) {
            for (member, form, of) in TOLD {
                let at = place(&one.arm.name, &world.name, member);
                sheet.text((row, 0), &one.arm.title, Kind::Name)?;
                sheet.text((row, 1), &world.title, Kind::Name)?;
                sheet.say((row, 2), &format!("compare-told-{}", member.replace('_', "-")), Kind::Name)?;
                let band: (Option<&Band>, String) = (of(standing), format!("/answers/compare{at}"));
                for (column, quote) in (3..).zip(&parts(&band)) {
                    sheet.figure((row, column), quote, form)?;
                }
                row += 1;
            }
        }
    }
    sheet.paper.autofilter(TOP, 0, row - 1, 7)?;
    sheet.freeze((TOP + 1, 0))?;
    beside(&mut sheet, found, row + 1)?;
    sheet.widths(&[40.0, 28.0, 44.0, 14.0, 14.0, 14.0, 14.0, 12.0])?;
    Ok(sheet)
}

fn place(arm: &str, world: &str, member: &str) -> String {
    pointer(&["contenders", arm, "world", world, member])
}

/// All options in the leading world, doing nothing included, with the chart.
fn beside(sheet: &mut Sheet<'_>, found: &Comparison, top: u32) -> Result<(), XlsxError> {
    let wording = sheet.wording;
    let world = &found.worlds[0];
    let gaps = [("world", world.title.as_str().into())];
    sheet.text((top, 0), &wording.fill("compare-beside", &gaps), Kind::Subtitle)?;
    sheet.headings((top + 1, 0), &BESIDE)?;
    let mut row = top + 2;
    for one in &found.contenders {
        let standing = &one.standings[0];
        let at = |member: &str| place(&one.arm.name, &world.name, member);
        let net = format!("/answers/compare{}", at("net_saving_eur"));
        let band = standing.net.as_ref();
        let [best, best_error] = quoted("compare", &at("p_best"), standing.best.as_ref());
        let [regret, regret_error] = quoted("compare", &at("regret_eur"), standing.regret.as_ref());
        let cells: [(Quote, Form); 6] = [
            (Quote::new(format!("{net}/mean"), band.map(|band| band.mean)), Form::Eur),
            (Quote::new(format!("{net}/mc_se"), band.and_then(|band| band.mc_se)), Form::Eur),
            (best, Form::Chance),
            (best_error, Form::Percent),
            (regret, Form::Eur),
            (regret_error, Form::Eur),
        ];
        sheet.text((row, 0), &one.arm.title, Kind::Name)?;
        for (column, (quote, form)) in (1..).zip(&cells) {
            sheet.figure((row, column), quote, *form)?;
        }
        row += 1;
    }
    let rows = (top + 2, row - 1);
    let words = chart::Words {
        title: wording.fill("chart-compare", &gaps),
        alt: wording.fill("chart-compare-alt", &gaps),
        axis: wording.text("chart-axis-chance"),
    };
    let bars = [chart::line((3, rows), wording.text("column-best"), Mark::Main)];
    let mut drawn = chart::columns(&sheet.name, &words, (0, rows), &bars, (false, Form::Percent));
    drawn.y_axis().set_min(0).set_max(1).set_num_format("0%");
    drawn.legend().set_hidden();
    sheet.charts.push(drawn);
    Ok(())
}
