//! How the calculation works, and how sure it is itself.

use super::super::closing;
use super::super::figures::{Part, Quotes};
use super::super::model::{Block, Section, Text};
use super::super::sentence::Piece;
use super::options::{about, options, titled};
use crate::engine::Metric;
use crate::report::number::Form;

fn replications(quotes: &Quotes<'_>) -> (&'static str, Piece) {
    let count = Some(quotes.forecast.run.replications as f64);
    ("replications", quotes.figure("/replications".to_owned(), count, Form::Count, None).into())
}

/// How the calculation works.
pub(super) fn method(quotes: &Quotes<'_>) -> Section {
    let ids = ["method-young-people", "method-weeks", "method-unknown", "method-saving", "method-not"];
    let blocks = ids.map(|id| Block::Paragraph(quotes.say(id, &[replications(quotes)])));
    titled(quotes, "method", "section-method", blocks.to_vec())
}

/// The Monte Carlo error.
pub(super) fn section(quotes: &Quotes<'_>) -> Section {
    let mut blocks = vec![Block::Paragraph(quotes.say("council-exact", &[replications(quotes)]))];
    for arm in options(quotes) {
        let said = errors(quotes, arm);
        if !said.is_empty() {
            blocks.push(about(quotes, arm, said));
        }
    }
    let seed = Piece::Figure(closing::seed(quotes));
    blocks.push(Block::Paragraph(quotes.say("council-repeat", &[("seed", seed)])));
    titled(quotes, "exactness", "section-exactness", blocks)
}

fn errors(quotes: &Quotes<'_>, arm: usize) -> Vec<Text> {
    let net = quotes.change(arm, 0, Metric::NetSaving).at(None);
    let Some((band, error)) = net.0.and_then(|band| Some((band, band.mc_se?))) else {
        return vec![quotes.say("council-exact-not", &[])];
    };
    let figure = quotes.figure(format!("{}/mc_se", net.1), Some(error), Form::Eur, None);
    let gaps = [("value", quotes.part(&net, Part::Mean, Form::Eur).into()), ("error", figure.into())];
    let id = if arm > 0 { "council-exact-net-extra" } else { "council-exact-net" };
    let mut said = vec![quotes.say(id, &gaps)];
    let chance = &quotes.forecast.decisions[arm][0].net_nonnegative.total;
    if let Some(error) = chance.mc_se.filter(|_| quotes.supports(chance)) {
        let at = quotes.decision(arm, 0, &["p_net_nonnegative", "total"]);
        let mut figure = quotes.figure(format!("{at}/mc_se"), Some(error), Form::FinePercent, None);
        // The sentence says that these are percentage points.
        figure.text.retain(|sign| sign != '%');
        let chance = quotes.estimate(&at, Some(chance), Form::Chance);
        said.push(quotes.say("council-exact-chance", &[("chance", chance.into()), ("error", figure.into())]));
    }
    // Only where it is so: the error is a small part of the width of the band.
    if error * SMALL < band.quantiles[5] - band.quantiles[1] {
        said.push(quotes.say("council-exact-small", &[]));
    }
    said
}

/// An error is small when the band is this many times as wide.
const SMALL: f64 = 10.0;
