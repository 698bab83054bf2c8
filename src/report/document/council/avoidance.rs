//! The share of the positive closures that must really avoid maatwerk, and the chance of paying back.

use super::super::break_even;
use super::super::chart::{Chart, Dots, Picture, Plotted};
use super::super::figures::{Part, Quotes};
use super::super::model::{Align, Block, Row, Section, Table, Text};
use super::super::{answer, bands};
use super::asked::asked;
use super::options::{about, column, led, options, titled};
use crate::analyses::FindingKind;
use crate::engine::Metric;
use crate::report::Topic;
use crate::report::number::{Form, UNDEFINED};

/// The share that is needed, beside what is assumed and what was found elsewhere.
pub(super) fn needed(quotes: &Quotes<'_>) -> Section {
    let mut blocks = vec![Block::Paragraph(quotes.say("council-avoidance-why", &[]))];
    for arm in options(quotes) {
        let mut said = break_even::needed(quotes, arm);
        said.extend(break_even::assumed(quotes, arm));
        blocks.push(about(quotes, arm, said));
    }
    let about_avoidance = |kind| kind != FindingKind::ClosedShare;
    blocks.extend(asked(quotes, Topic::BreakEven));
    blocks.push(Block::Table(break_even::findings(quotes, about_avoidance)));
    titled(quotes, "needed", "section-needed", blocks)
}

/// The chance of paying back, as dots, in words, and in every world.
pub(super) fn payback(quotes: &Quotes<'_>) -> Section {
    let mut blocks = Vec::new();
    for arm in options(quotes) {
        blocks.push(about(quotes, arm, answer::pays_back(quotes, arm)));
        blocks.extend(dots(quotes, arm));
    }
    for arm in options(quotes) {
        let mut table = bands::worlds_abreast(quotes, arm);
        table.caption = led(quotes, arm, table.caption);
        blocks.push(Block::Table(table));
    }
    titled(quotes, "payback", "section-payback", blocks)
}

/// The chance in the leading world as twenty dots; none when the error does not support it.
fn dots(quotes: &Quotes<'_>, arm: usize) -> Option<Block> {
    let chance = &quotes.forecast.decisions[arm][0].net_nonnegative.total;
    if !quotes.supports(chance) {
        return None;
    }
    let at = quotes.decision(arm, 0, &["p_net_nonnegative", "total"]);
    let cheaper = quotes.costs_no_more(arm);
    let pick = |ids: [&'static str; 2]| if cheaper { ids[1] } else { ids[0] };
    let gaps = quotes.chance(&at, chance);
    let chart = Chart {
        id: format!("chart-payback-{arm}"),
        title: led(
            quotes,
            arm,
            quotes.say(pick(["council-dots-title", "council-dots-title-cheaper"]), &gaps),
        ),
        description: quotes.say(pick(["council-dots-text", "council-dots-text-cheaper"]), &gaps),
        picture: Picture::Dots(Dots {
            chance: Plotted::new(Some(chance.value), format!("{at}/value")),
            of: 20,
            filled: quotes.wording.text(pick(["council-dots-filled", "council-dots-filled-cheaper"])),
            open: quotes.wording.text(pick(["council-dots-open", "council-dots-open-cheaper"])),
        }),
        data: worlds(quotes, arm),
    };
    Some(Block::Chart(Box::new(chart)))
}

/// The chance in every world.
fn worlds(quotes: &Quotes<'_>, arm: usize) -> Table {
    let row = |world: usize| {
        let chance = &quotes.forecast.decisions[arm][world].net_nonnegative.total;
        let at = quotes.decision(arm, world, &["p_net_nonnegative", "total"]);
        let chance: Text = if quotes.supports(chance) {
            quotes.say("council-cases", &quotes.chance(&at, chance))
        } else {
            Text::words(UNDEFINED)
        };
        let net = quotes.change(arm, world, Metric::NetSaving).at(None);
        let title = Text::name(quotes.forecast.worlds[world].title.clone());
        Row(vec![title, quotes.part(&net, Part::Mean, Form::Eur).into(), chance])
    };
    Table {
        caption: led(quotes, arm, quotes.say("council-dots-data", &[])),
        columns: vec![
            column(quotes, "table-world", Align::Left),
            column(quotes, if arm > 0 { "table-net-extra" } else { "table-net" }, Align::Right),
            column(quotes, "council-dots-chance", Align::Right),
        ],
        rows: (0..quotes.forecast.worlds.len()).map(row).collect(),
    }
}
