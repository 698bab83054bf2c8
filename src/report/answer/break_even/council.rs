//! What the council reads: how the chance of paying back follows the share that really avoids maatwerk, which is what a
//! run asks about.

use super::page::{about, beside_run, exact, mean_zero, nearest, with_unit};
use super::{Quotes, charts};
use crate::analyses::{Crossing, PayBack};
use crate::report::document::{Along, Block, Chart, Picture, Piece, Teller, Text, together};
use crate::report::number::Form;
use crate::report::wording::Wording;

/// In plain words.
pub(in crate::report::answer) fn council(pay_back: &PayBack, wording: &Wording) -> Vec<Block> {
    let quotes = &Quotes { pay_back, teller: Teller::discreet(wording, pay_back.run.replications) };
    let teller = &quotes.teller;
    let asked = teller.figure("/probability".to_owned(), Some(pay_back.probability), Form::Chance, None);
    let (title, more) = finding(quotes, &asked.clone().into());
    let Some(curve) = charts::curve(quotes) else {
        let key = Piece::Text(teller.key(&pay_back.sought.key));
        let gaps = [("key", key), ("chance", asked.into())];
        return vec![Block::Paragraph(teller.say("pay-unsupported", &gaps))];
    };
    let mut chart = Chart { id: "chart-break-even".to_owned(), title, ..curve };
    if let Picture::Lines(lines) = &mut chart.picture
        && let (Some(line), Along::Numbers(axis, _)) = (lines.series.last_mut(), &mut lines.along)
    {
        let gaps = [("chance", asked.clone().into())];
        chart.data.caption = teller.say("council-break-even-data", &gaps);
        axis.label = teller.wording.text("council-break-even-axis");
        line.name = teller.wording.fill("council-break-even-line", &[("chance", asked.text.into())]);
    }
    let mut blocks = vec![Block::Chart(Box::new(chart))];
    let whom = about(quotes).into_iter().chain(beside_run(pay_back, wording));
    let said: Vec<Text> = more.into_iter().chain(mean_zero(quotes)).chain(whom).collect();
    if !said.is_empty() {
        blocks.push(Block::Paragraph(together(said)));
    }
    blocks
}

/// Where it pays back as often as asked, as a title, and what more there is to say.
fn finding(quotes: &Quotes<'_>, asked: &Piece) -> (Text, Option<Text>) {
    let (threshold, sought) = (&quotes.pay_back.threshold, &quotes.pay_back.sought);
    let chance = ("chance", asked.clone());
    let say = |id: &str, gaps: &[(&str, Piece)]| quotes.teller.say(id, gaps);
    match &threshold.crossing {
        Crossing::Found { value, .. } if exact(quotes, value) => {
            let at = with_unit(quotes, sought, "/break_even/value", value.value);
            (say("council-break-even-found", &[chance, ("value", at)]), None)
        }
        Crossing::Always => (say("council-break-even-always", &[chance]), nearest(quotes, true)),
        Crossing::Never => (say("council-break-even-never", &[chance]), nearest(quotes, false)),
        Crossing::Found { .. } | Crossing::Unclear | Crossing::Refused => {
            (say("council-break-even-open", &[chance]), None)
        }
    }
}
