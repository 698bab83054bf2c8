//! What could go wrong.

use super::super::closing;
use super::super::figures::{Part, Quotes};
use super::super::model::{Block, Section, Text};
use super::super::sentence::Piece;
use super::options::{led, options, titled};
use crate::engine::Metric;
use crate::report::number::Form;

/// The doubts about the run, and the bad ends of the bands.
pub(super) fn section(quotes: &Quotes<'_>) -> Section {
    let mut items: Vec<Text> = Vec::new();
    for arm in options(quotes) {
        let told = worst(quotes, arm).into_iter().chain(crowded(quotes, arm));
        items.extend(told.map(|text| led(quotes, arm, text)));
    }
    let doubts = quotes.forecast.warnings.iter().enumerate();
    items.extend(doubts.map(|(index, warning)| closing::doubt(quotes, index, warning)));
    items.push(quotes.say("risk-model", &[]));
    titled(quotes, "risks", "section-risks", vec![Block::List(items)])
}

/// The net saving in the bad end of the band, and in the world in which it is lowest.
fn worst(quotes: &Quotes<'_>, arm: usize) -> Vec<Text> {
    let net = |world| quotes.change(arm, world, Metric::NetSaving).at(None);
    let mean = |world: usize| net(world).0.map_or(f64::INFINITY, |band| band.mean);
    let [low, middle] = [Part::P10, Part::Mean].map(|part| quotes.part(&net(0), part, Form::Eur));
    let mut said = Vec::new();
    // Where nothing varies there is no worse case.
    if low.text != middle.text {
        said.push(quotes.say(if arm > 0 { "risk-net-extra" } else { "risk-net" }, &[("low", low.into())]));
    }
    let lowest = (0..quotes.forecast.worlds.len()).min_by(|a, b| mean(*a).total_cmp(&mean(*b)));
    if let Some(world) = lowest.filter(|world| *world > 0) {
        let gaps = [
            ("world", quotes.world(world)),
            ("value", quotes.part(&net(world), Part::Mean, Form::Eur).into()),
        ];
        said.push(quotes.say(if arm > 0 { "risk-world-extra" } else { "risk-world" }, &gaps));
    }
    said
}

/// The wait list in the bad end of the band.
fn crowded(quotes: &Quotes<'_>, arm: usize) -> Option<Text> {
    let last = quotes.forecast.periods.len() - 1;
    let place = quotes.arm(arm, 0, Metric::YouthsWaitingYearEnd).at(Some(last));
    let high = quotes.part(&place, Part::P90, Form::Count);
    if quotes.withholds(high.value, Form::Count) {
        return None;
    }
    let gaps = [("year", Piece::Name(quotes.forecast.periods[last].clone())), ("high", high.into())];
    Some(quotes.say("risk-queue", &gaps))
}
