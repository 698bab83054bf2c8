//! What the council reads: the best use of the amount, and what is traded for what.

use super::page::{answer, basis, bought};
use super::{Quotes, charts, number};
use crate::analyses::{Allotment, Judged};
use crate::report::document::{Align, Block, Chart, ENOUGH, Piece, Row, Table, Teller, Text};
use crate::report::number::Form;
use crate::report::wording::Wording;
use crate::statistics::Estimate;

/// In plain words.
pub(in crate::report::answer) fn council(allotment: &Allotment, wording: &Wording) -> Vec<Block> {
    let quotes = &Quotes { allotment, teller: Teller::discreet(wording, allotment.run.replications) };
    let mut blocks = vec![Block::Paragraph(basis(quotes, "council-budget-how"))];
    blocks.extend(answer(quotes));
    if allotment.run.replications >= ENOUGH && !allotment.best_use.verdicts.is_empty() {
        let table = options(quotes);
        let chart = charts::frontier(quotes);
        // The same figures stand behind the picture; two tables on a page must not have one name.
        let data = Table { caption: quotes.teller.say("council-budget-caption-data", &[]), ..table.clone() };
        let chart = Chart { id: "chart-budget".to_owned(), title: finding(quotes), data, ..chart };
        blocks.push(Block::Chart(Box::new(chart)));
        blocks.push(Block::Table(table));
    }
    blocks
}

/// What stands out in the picture: the best in saldo, and the shortest wait.
fn finding(quotes: &Quotes<'_>) -> Text {
    let verdict = &quotes.allotment.best_use.verdicts[0];
    let gaps = [
        ("best", Piece::Name(number(verdict.best))),
        ("shortest", Piece::Name(number(verdict.shortest_wait))),
    ];
    let same = verdict.best == verdict.shortest_wait;
    quotes.teller.say(if same { "council-budget-title-same" } else { "council-budget-title" }, &gaps)
}

/// The options that are drawn: what each buys and what it brings.
fn options(quotes: &Quotes<'_>) -> Table {
    let teller = &quotes.teller;
    let finalists = quotes.allotment.best_use.finalists.iter().enumerate();
    let rows =
        finalists.filter(|(index, _)| charts::drawn(quotes, *index)).map(|(index, one): (_, &Judged)| {
            let figure = |member: &str, estimate: Option<&Estimate>, form: Form| -> Text {
                let figure = teller.estimate(&format!("/options/{index}/{member}"), estimate, form);
                teller.tactful(figure, form).into()
            };
            Row(vec![
                Text::name(number(index)),
                bought(quotes, index),
                figure("net_saving_over_worlds_eur", one.net_over_worlds.as_ref(), Form::Eur),
                figure("youths_started", one.started.as_ref(), Form::Count),
                figure("wait_mean_weeks", one.wait.as_ref(), Form::Weeks),
                figure("p_within", Some(&one.within), Form::Chance),
            ])
        });
    let rows = rows.collect();
    let heads = ["budget-net-mean", "budget-started", "budget-wait", "budget-within"];
    let mut columns =
        vec![teller.column("budget-option", Align::Left), teller.column("council-budget-what", Align::Left)];
    columns.extend(heads.map(|id| teller.column(id, Align::Right)));
    Table { caption: teller.say("council-budget-caption", &[]), columns, rows }
}
