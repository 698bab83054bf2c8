//! What the council reads: how long it takes before real figures tell, how often they mislead, and when to stop.

use super::chart;
use super::page::told;
use super::quotes::Quotes;
use crate::analyses::monitor::{Monitor, Register, Verdicts};
use crate::report::document::{Block, Chart, Piece, Teller, Text, together};
use crate::report::number::Form;
use crate::report::wording::Wording;

/// In plain words, with relapse registered.
pub(in crate::report::answer) fn council(found: &Monitor, wording: &Wording) -> Vec<Block> {
    let quotes = &Quotes { found, teller: Teller::discreet(wording, found.run.replications) };
    let teller = &quotes.teller;
    let relapse = found.verdicts.iter().find(|one| one.register == Register::AndRelapse);
    let (Some(relapse), true) = (relapse, teller.supports(&found.prior)) else {
        return vec![Block::Paragraph(teller.say("monitor-unsupported", &[]))];
    };
    let mut said = vec![teller.say("council-monitor-now", &teller.chance("/p_pays_back", &found.prior))];
    if found.worlds.len() > 1 {
        said.push(teller.say("council-monitor-worlds", &[]));
    }
    let mut blocks = vec![Block::Paragraph(together(said))];
    if relapse.passed[0].value >= 1.0 {
        let pays = found.prior.value >= found.bound;
        let id = if pays { "council-monitor-known-pays" } else { "council-monitor-known-not" };
        blocks.push(Block::Paragraph(teller.say(id, &[])));
        return blocks;
    }
    blocks.push(Block::Paragraph(together(with_relapse(quotes, relapse))));
    blocks.push(Block::Paragraph(together(otherwise(quotes))));
    blocks.extend(drawn(quotes, relapse).map(|chart| Block::Chart(Box::new(chart))));
    blocks.extend(rules(quotes));
    blocks
}

/// The chance of a conclusion within the forecast; none when the error does not support it.
fn ever(quotes: &Quotes<'_>, one: &Verdicts) -> Option<[(&'static str, Piece); 2]> {
    let last = one.passed.last()?;
    let at = Quotes::passed(one, quotes.found.quarters);
    quotes.teller.supports(last).then(|| quotes.teller.chance(&at, last))
}

fn with_relapse(quotes: &Quotes<'_>, one: &Verdicts) -> Vec<Text> {
    let teller = &quotes.teller;
    let bound = teller.figure("/bound".to_owned(), Some(quotes.found.bound), Form::Percent, None);
    let mut said = vec![
        teller.say("council-monitor-five", &[]),
        teller.say("council-monitor-bound", &[("bound", bound.into())]),
    ];
    let Some(chance) = ever(quotes, one) else {
        said.push(teller.say("monitor-unsupported", &[]));
        return said;
    };
    said.push(teller.say("council-monitor-relapse", &chance));
    let at = |member: &str| Quotes::at(one.register, &[member]);
    let months = teller.estimate(&at("months"), Some(&one.months), Form::Count);
    said.push(teller.say("council-monitor-months", &[("months", months.into())]));
    match &one.wrong {
        Some(wrong) if teller.supports(wrong) => {
            said.push(teller.say("council-monitor-wrong", &teller.chance(&at("wrong"), wrong)));
        }
        _ => said.push(teller.say("council-monitor-wrong-open", &[])),
    }
    said
}

/// What less and what more registration would do.
fn otherwise(quotes: &Quotes<'_>) -> Vec<Text> {
    let of = |register| quotes.found.verdicts.iter().find(|one| one.register == register);
    let ids =
        [(Register::Five, "council-monitor-without"), (Register::AndAvoided, "council-monitor-avoided")];
    let told = |(register, id)| Some(quotes.teller.say(id, &ever(quotes, of(register)?)?));
    ids.into_iter().filter_map(told).collect()
}

/// How often there is a conclusion, by month, with the finding as its title.
fn drawn(quotes: &Quotes<'_>, relapse: &Verdicts) -> Option<Chart> {
    let chart = chart::passed(quotes)?;
    let title = match ever(quotes, relapse) {
        Some(chance) => quotes.teller.say("council-monitor-title", &chance),
        None => chart.title.clone(),
    };
    Some(Chart { id: "chart-monitor".to_owned(), title, ..chart })
}

/// The rules for the fewest and for the most closures that can be followed in time, where they say anything.
fn rules(quotes: &Quotes<'_>) -> Vec<Block> {
    let (found, teller) = (quotes.found, &quotes.teller);
    let within = found.rules.iter().filter(|rule| rule.followed as f64 <= found.registered.followed);
    let says: Vec<_> = within.filter(|rule| rule.pays_from.is_some() || rule.not_up_to.is_some()).collect();
    let mut chosen: Vec<_> = says.first().into_iter().chain(says.last()).collect();
    chosen.dedup();
    if chosen.is_empty() {
        return vec![Block::Paragraph(teller.say("council-monitor-no-rule", &[]))];
    }
    vec![
        Block::Paragraph(teller.say("council-monitor-rule", &[])),
        Block::List(chosen.into_iter().map(|rule| told(quotes, rule)).collect()),
        Block::Paragraph(teller.say("council-monitor-rule-limits", &[])),
    ]
}
