//! What is said: what is best under the rules, how flat that is, and what is traded for what.

use super::{Quotes, number};
use crate::analyses::{Judged, Kept, Verdict};
use crate::report::answer::quantity::chance;
use crate::report::document::{
    Align, Block, Column, Document, ENOUGH, Piece, Row, Section, Table, Text, together,
};
use crate::report::number::Form;
use crate::statistics::{Band, Estimate};

/// Where the bands of an option stand among its figures.
const NET_BAND: &str = "net_saving_over_worlds_band_eur";
const STARTED_BAND: &str = "youths_started_band";
const WAIT_BAND: &str = "wait_mean_band_weeks";

pub(super) fn page(quotes: &Quotes<'_>) -> Document {
    let wording = quotes.teller.wording;
    let heading = |id: &str| Some(quotes.teller.say(id, &[]));
    let trade = vec![
        Block::Table(options(quotes)),
        Block::Table(outcomes(quotes)),
        Block::Table(bands(quotes)),
        Block::Paragraph(quotes.teller.say("budget-how", &[])),
    ];
    let sections = vec![
        opening(quotes),
        Section { id: "answer", heading: heading("section-answer"), blocks: answer(quotes) },
        Section { id: "options", heading: heading("budget-heading-options"), blocks: trade },
    ];
    Document { language: wording.language(), title: wording.text("budget-title"), sections }
}

fn opening(quotes: &Quotes<'_>) -> Section {
    let blocks = vec![Block::Paragraph(basis(quotes, "budget-basis-how"))];
    Section { id: "opening", heading: None, blocks }
}

/// What was sought, and how it was worked out.
pub(super) fn basis(quotes: &Quotes<'_>, how: &str) -> Text {
    let (allotment, teller) = (quotes.allotment, &quotes.teller);
    let count = |pointer: &str, count: usize| -> Piece {
        teller.figure(pointer.to_owned(), Some(count as f64), Form::Count, None).into()
    };
    let rules = &allotment.rules;
    let gaps = [
        ("most", teller.figure("/eur_per_year".to_owned(), Some(rules.most), Form::EurWhole, None).into()),
        (
            "within",
            teller.figure("/within_ceilings".to_owned(), Some(rules.within), Form::Percent, None).into(),
        ),
        ("norm", teller.figure("/norm_weeks".to_owned(), Some(rules.norm), Form::Count, None).into()),
        ("replications", teller.replications("/replications", allotment.run.replications)),
        ("tried", count("/tried", allotment.best_use.tried)),
        ("world", Piece::Name(allotment.worlds[0].title.clone())),
        ("base", Piece::Name(allotment.base.title.clone())),
    ];
    together(vec![teller.say("budget-basis", &gaps), teller.say(how, &gaps)])
}

pub(super) fn answer(quotes: &Quotes<'_>) -> Vec<Block> {
    let (found, teller) = (&quotes.allotment.best_use, &quotes.teller);
    if quotes.allotment.run.replications < ENOUGH || found.verdicts.is_empty() {
        return vec![Block::Paragraph(teller.say("budget-unsupported", &[]))];
    }
    let mut blocks = Vec::new();
    if found.verdicts[0].kept != Kept::Both {
        blocks.push(Block::Paragraph(together(impossible(quotes))));
    }
    for (place, verdict) in found.verdicts.iter().enumerate() {
        let mut said = vec![best(quotes, verdict)];
        said.extend(robust(quotes, verdict));
        said.extend(flat(quotes, place, verdict));
        blocks.push(Block::Paragraph(together(said)));
        blocks.push(Block::Paragraph(together(others(quotes, verdict))));
    }
    blocks.extend(gain(quotes).map(Block::Paragraph));
    blocks
}

/// That no option keeps all rules, and how near one comes to each.
fn impossible(quotes: &Quotes<'_>) -> Vec<Text> {
    let (found, teller) = (&quotes.allotment.best_use, &quotes.teller);
    let mut said = vec![teller.say("budget-impossible", &[])];
    let options = || found.finalists.iter().enumerate();
    let within = options().max_by(|one, other| one.1.within.value.total_cmp(&other.1.within.value));
    if let Some((index, one)) = within.filter(|_| !found.kept.contains(&Kept::Ceilings)) {
        let at = format!("/options/{index}/p_within");
        let gaps = [
            ("option", Piece::Name(number(index))),
            ("chance", teller.estimate(&at, Some(&one.within), Form::Chance).into()),
            ("year", Piece::Name(quotes.allotment.periods[one.tightest].clone())),
        ];
        said.push(teller.say("budget-nearest-ceilings", &gaps));
    }
    let p90 = |one: &Judged| one.wait_p90.map_or(f64::INFINITY, |wait| wait.value);
    let wait = options().min_by(|one, other| p90(one.1).total_cmp(&p90(other.1)));
    if let Some((index, one)) = wait.filter(|_| !found.kept.contains(&Kept::Norm)) {
        let at = format!("/options/{index}/wait_p90_weeks");
        let gaps = [
            ("option", Piece::Name(number(index))),
            ("weeks", teller.estimate(&at, one.wait_p90.as_ref(), Form::Weeks).into()),
        ];
        said.push(teller.say("budget-nearest-norm", &gaps));
    }
    said
}

/// The best of a verdict, in words.
fn best(quotes: &Quotes<'_>, verdict: &Verdict) -> Text {
    let (found, teller) = (&quotes.allotment.best_use, &quotes.teller);
    let id = match verdict.kept {
        Kept::Both => "budget-best-both",
        Kept::Ceilings => "budget-best-ceilings",
        Kept::Norm => "budget-best-norm",
        Kept::Neither => "budget-best-neither",
    };
    let one = &found.finalists[verdict.best];
    let at = |member: &str| format!("/options/{}/{member}", verdict.best);
    let net = at("net_saving_over_worlds_eur");
    let gaps = [
        ("option", Piece::Name(number(verdict.best))),
        ("what", Piece::Text(bought(quotes, verdict.best))),
        ("net", teller.estimate(&net, one.net_over_worlds.as_ref(), Form::Eur).into()),
        ("error", teller.error(&net, one.net_over_worlds.as_ref(), Form::Eur).into()),
        ("started", teller.youths(&at("youths_started"), one.started.as_ref()).into()),
        ("wait", teller.estimate(&at("wait_mean_weeks"), one.wait.as_ref(), Form::Weeks).into()),
        ("net-band", teller.bracketed(&at(NET_BAND), one.bands.net_over_worlds.as_ref(), Form::Eur)),
        ("started-band", teller.bracketed(&at(STARTED_BAND), one.bands.started.as_ref(), Form::Count)),
        ("wait-band", teller.bracketed(&at(WAIT_BAND), one.bands.wait.as_ref(), Form::Weeks)),
    ];
    let ids = [id, "budget-brings", "budget-brackets"];
    together(ids.map(|id| teller.say(id, &gaps)).into())
}

/// What an option buys, in words.
pub(super) fn bought(quotes: &Quotes<'_>, index: usize) -> Text {
    let teller = &quotes.teller;
    let what = &quotes.allotment.best_use.finalists[index].allocation;
    let figure = |member: &str, value: f64, form: Form| -> Piece {
        teller.figure(format!("/options/{index}/{member}"), Some(value), form, None).into()
    };
    let mut parts: Vec<Text> = Vec::new();
    if what.hours > 0.0 {
        parts.push(
            teller.say("budget-buys-hours", &[("hours", figure("hours_per_week", what.hours, Form::Hours))]),
        );
    }
    if what.more_hours > 0.0 {
        let hours = figure("more_hours_per_week", what.more_hours, Form::Hours);
        parts.push(teller.say("budget-buys-more", &[("hours", hours)]));
    }
    if what.campaign > 0.0 {
        let cost = figure("campaign_eur_per_year", what.campaign, Form::EurWhole);
        parts.push(teller.say("budget-buys-campaign", &[("cost", cost)]));
    }
    if what.relief > 0.0 {
        let share = figure("relief_admin_share", what.relief, Form::Percent);
        parts.push(teller.say("budget-buys-relief", &[("share", share)]));
    }
    if parts.is_empty() {
        return teller.say("budget-buys-nothing", &[]);
    }
    let mut runs = Vec::new();
    for (place, part) in parts.into_iter().enumerate() {
        if place > 0 {
            runs.push(crate::report::document::Run::Words(", ".to_owned()));
        }
        runs.extend(part.0);
    }
    Text(runs)
}

/// What to choose by the worst world.
fn robust(quotes: &Quotes<'_>, verdict: &Verdict) -> Option<Text> {
    let (found, teller) = (&quotes.allotment.best_use, &quotes.teller);
    if verdict.robust == verdict.best {
        return Some(teller.say("budget-robust-same", &[]));
    }
    let one = &found.finalists[verdict.robust];
    let world = &quotes.allotment.worlds[one.worst];
    let at = format!("/options/{}/net_saving_eur/{}", verdict.robust, world.name);
    let gaps = [
        ("option", Piece::Name(number(verdict.robust))),
        ("what", Piece::Text(bought(quotes, verdict.robust))),
        ("world", Piece::Name(world.title.clone())),
        ("net", teller.estimate(&at, one.net.get(one.worst)?.as_ref(), Form::Eur).into()),
    ];
    Some(teller.say("budget-robust", &gaps))
}

/// How flat the optimum is: what cannot be told from the best, and what the next best costs.
fn flat(quotes: &Quotes<'_>, place: usize, verdict: &Verdict) -> Option<Text> {
    let teller = &quotes.teller;
    let others: Vec<String> =
        verdict.alike.iter().filter(|one| **one != verdict.best).map(|one| number(*one)).collect();
    if !others.is_empty() {
        return Some(teller.say("budget-flat", &[("options", Piece::Name(others.join(", ")))]));
    }
    let (next, less) = verdict.next.as_ref()?;
    let at = format!("/verdicts/{place}/next_less_eur");
    let gaps = [
        ("option", Piece::Name(number(*next))),
        ("what", Piece::Text(bought(quotes, *next))),
        ("less", teller.estimate(&at, Some(less), Form::Eur).into()),
        ("error", teller.error(&at, Some(less), Form::Eur).into()),
    ];
    Some(teller.say("budget-next", &gaps))
}

/// The best for young people and for the wait.
fn others(quotes: &Quotes<'_>, verdict: &Verdict) -> Vec<Text> {
    let (found, teller) = (&quotes.allotment.best_use, &quotes.teller);
    let mut said = Vec::new();
    let youths = &found.finalists[verdict.most_youths];
    let at = format!("/options/{}/youths_started", verdict.most_youths);
    let gaps = [
        ("option", Piece::Name(number(verdict.most_youths))),
        ("what", Piece::Text(bought(quotes, verdict.most_youths))),
        ("started", teller.youths(&at, youths.started.as_ref()).into()),
    ];
    if verdict.most_youths != verdict.best {
        said.push(teller.say("budget-most-youths", &gaps));
    }
    let wait = &found.finalists[verdict.shortest_wait];
    let at = format!("/options/{}/wait_mean_weeks", verdict.shortest_wait);
    let gaps = [
        ("option", Piece::Name(number(verdict.shortest_wait))),
        ("what", Piece::Text(bought(quotes, verdict.shortest_wait))),
        ("wait", teller.estimate(&at, wait.wait.as_ref(), Form::Weeks).into()),
    ];
    if verdict.shortest_wait != verdict.best {
        let same = verdict.shortest_wait == verdict.most_youths;
        said.push(teller.say(if same { "budget-shortest-same" } else { "budget-shortest-wait" }, &gaps));
    }
    if said.is_empty() {
        said.push(teller.say("budget-best-in-all", &[]));
    }
    said
}

fn gain(quotes: &Quotes<'_>) -> Option<Text> {
    let teller = &quotes.teller;
    let gain = quotes.allotment.best_use.gain_on_grid.as_ref()?;
    let grid = quotes.allotment.best_use.grid as f64;
    let gaps = [
        ("grid", teller.figure("/grid".to_owned(), Some(grid), Form::Count, None).into()),
        ("gain", teller.estimate("/gain_on_grid_eur", Some(gain), Form::Eur).into()),
        ("error", teller.error("/gain_on_grid_eur", Some(gain), Form::Eur).into()),
    ];
    let clear = gain.mc_se.is_some_and(|error| gain.value > 2.0 * error);
    Some(teller.say(if clear { "budget-gain" } else { "budget-gain-none" }, &gaps))
}

/// What every option of the last round buys.
pub(super) fn options(quotes: &Quotes<'_>) -> Table {
    let teller = &quotes.teller;
    let rows = quotes.allotment.best_use.finalists.iter().enumerate().map(|(index, one)| {
        let what = &one.allocation;
        let figure = |member: &str, value: f64, form: Form| -> Text {
            teller.figure(format!("/options/{index}/{member}"), Some(value), form, None).into()
        };
        Row(vec![
            Text::name(number(index)),
            figure("hours_per_week", what.hours, Form::Hours),
            choices(quotes, index),
            figure("more_hours_per_week", what.more_hours, Form::Hours),
            figure("campaign_eur_per_year", what.campaign, Form::EurWhole),
            figure("relief_admin_share", what.relief, Form::Percent),
        ])
    });
    let ids = ["budget-hours", "budget-choices", "budget-more", "budget-campaign", "budget-relief"];
    let aligns = [Align::Right, Align::Left, Align::Right, Align::Right, Align::Right];
    Table {
        caption: teller.say("budget-caption-options", &[]),
        columns: columns(quotes, ids.into_iter().zip(aligns)),
        rows: rows.collect(),
    }
}

fn columns<'c>(quotes: &Quotes<'_>, rest: impl Iterator<Item = (&'c str, Align)>) -> Vec<Column> {
    let first = quotes.teller.column("budget-option", Align::Left);
    std::iter::once(first).chain(rest.map(|(id, align)| quotes.teller.column(id, align))).collect()
}

/// The price, start and expertise of an option, where there was a choice.
fn choices(quotes: &Quotes<'_>, index: usize) -> Text {
    let teller = &quotes.teller;
    let one = &quotes.allotment.best_use.finalists[index].allocation;
    let Some(new) = quotes.allotment.space.provider.as_ref().filter(|_| one.hours > 0.0) else {
        return Text::name("–");
    };
    let [price, start, expertise] = one.choices;
    let mut parts = Vec::new();
    if let Some(price) = new.prices.get(price) {
        parts.push(teller.numbers.show(Form::EurCents, *price, None));
    }
    parts.extend(new.starts.get(start).map(ToString::to_string));
    parts.extend(new.expertises.get(expertise).map(|names| names.join(" + ")));
    Text::name(parts.join(", "))
}

/// What every option of the last round brings.
fn outcomes(quotes: &Quotes<'_>) -> Table {
    let teller = &quotes.teller;
    let allotment = quotes.allotment;
    let rows = allotment.best_use.finalists.iter().enumerate().map(|(index, one)| {
        let figure = |member: &str, estimate: Option<&Estimate>, form: Form| -> Text {
            teller.estimate(&format!("/options/{index}/{member}"), estimate, form).into()
        };
        let world = &allotment.worlds[one.worst];
        let worst = one.net.get(one.worst).and_then(Option::as_ref);
        let leading = one.net.first().and_then(Option::as_ref);
        Row(vec![
            Text::name(number(index)),
            figure("cost_eur", one.cost.as_ref(), Form::ThousandEur),
            figure(&format!("net_saving_eur/{}", allotment.worlds[0].name), leading, Form::ThousandEur),
            figure("net_saving_over_worlds_eur", one.net_over_worlds.as_ref(), Form::ThousandEur),
            figure(&format!("net_saving_eur/{}", world.name), worst, Form::ThousandEur),
            figure("youths_started", one.started.as_ref(), Form::Count),
            figure("wait_mean_weeks", one.wait.as_ref(), Form::Weeks),
            figure("wait_p90_weeks", one.wait_p90.as_ref(), Form::Weeks),
            chance(teller, &format!("/options/{index}/p_within"), Some(&one.within)).into(),
        ])
    });
    let ids = [
        "budget-cost",
        "budget-net",
        "budget-net-mean",
        "budget-net-worst",
        "budget-started",
        "budget-wait",
        "budget-wait-p90",
        "budget-within",
    ];
    let world = Piece::Name(allotment.worlds[0].title.clone());
    Table {
        caption: teller.say("budget-caption-outcomes", &[("world", world)]),
        columns: columns(quotes, ids.into_iter().map(|id| (id, Align::Right))),
        rows: rows.collect(),
    }
}

/// How far the results of every option of the last round lie apart.
fn bands(quotes: &Quotes<'_>) -> Table {
    let teller = &quotes.teller;
    let rows = quotes.allotment.best_use.finalists.iter().enumerate().map(|(index, one)| {
        let cell = |member: &str, band: Option<&Band>, form: Form| {
            teller.between(&format!("/options/{index}/{member}"), band, form)
        };
        Row(vec![
            Text::name(number(index)),
            cell(NET_BAND, one.bands.net_over_worlds.as_ref(), Form::ThousandEur),
            cell(STARTED_BAND, one.bands.started.as_ref(), Form::Count),
            cell(WAIT_BAND, one.bands.wait.as_ref(), Form::Weeks),
        ])
    });
    let ids = ["budget-net-mean", "budget-started", "budget-wait"];
    let world = Piece::Name(quotes.allotment.worlds[0].title.clone());
    Table {
        caption: teller.say("budget-caption-bands", &[("world", world)]),
        columns: columns(quotes, ids.into_iter().map(|id| (id, Align::Right))),
        rows: rows.collect(),
    }
}
