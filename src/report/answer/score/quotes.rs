//! An answer, and what is needed to quote from it.

use std::io;

use super::{chart, json, page};
use crate::analyses::score::{Counted, Judged, Score};
use crate::report::answer::Answer;
use crate::report::document::Teller;
use crate::report::document::{Figure, Piece, Run, Text, pointer};
use crate::report::number::Form;
use crate::report::wording::Wording;
use crate::scenario::{CLOSURES, REFERRERS};

/// Fewer young people than this are not told.
const FEWEST: f64 = 5.0;

/// The answer.
///
/// # Errors
/// None in practice: the figures are written to memory.
pub fn score(found: &Score, wording: &Wording) -> io::Result<Answer> {
    let quotes = Quotes { found, teller: Teller::new(wording, found.run.replications) };
    Ok(Answer {
        document: page::page(&quotes),
        charts: chart::all(&quotes),
        json: crate::report::answer::json(&json::figures(found))?,
        product: None,
        beside: Vec::new(),
    })
}

/// A score with what is needed to quote from it.
pub(super) struct Quotes<'a> {
    pub(super) found: &'a Score,
    pub(super) teller: Teller<'a>,
}

impl Quotes<'_> {
    /// A text that says so when it rests on made-up figures.
    pub(super) fn marked(&self, text: Text) -> Text {
        self.headed("score-example-mark", text)
    }

    /// The heading of a row that says so in short.
    pub(super) fn row(&self, text: Text) -> Text {
        self.headed("score-example-row", text)
    }

    fn headed(&self, mark: &str, text: Text) -> Text {
        if !self.found.example {
            return text;
        }
        let mut runs = vec![Run::Words(format!("{} ", self.teller.wording.text(mark)))];
        runs.extend(text.0);
        Text(runs)
    }

    /// What a count is called.
    pub(super) fn name(&self, counted: &Counted) -> Text {
        let say = |id: &str| self.teller.say(id, &[]);
        match counted {
            Counted::Referred => say("score-count-referred"),
            Counted::Conversations => say("score-count-conversations"),
            Counted::Ended(kind) => say(&format!("score-count-{}", CLOSURES[*kind].replace('_', "-"))),
            Counted::ReferredBy(referrer) => say(&format!("score-count-by-{}", REFERRERS[*referrer])),
            Counted::WithNeed(need) => {
                self.teller.say("score-count-need", &[("need", Piece::Name(need.clone()))])
            }
        }
    }

    /// A count as it may be shown.
    pub(super) fn count(&self, at: String, value: f64, hidden: bool) -> Figure {
        let mut figure = self.teller.figure(at, Some(value), Form::Count, None);
        if hidden || value < FEWEST {
            figure.text =
                self.teller.wording.text(if value < FEWEST { "fewer-than-fewest" } else { "score-withheld" });
        }
        figure
    }

    /// Which of some figures are withheld though they are not small: where one part of a whole is, a reader would find it by
    /// taking the others off the whole, so the next smallest part is withheld as well.
    pub(super) fn withheld(figures: &[Judged]) -> Vec<bool> {
        let group = |counted: &Counted| match counted {
            Counted::Ended(_) => Some(0),
            Counted::ReferredBy(_) => Some(1),
            Counted::WithNeed(_) => Some(2),
            Counted::Referred | Counted::Conversations => None,
        };
        let mut hidden = vec![false; figures.len()];
        for family in 0..3 {
            let mut parts: Vec<usize> =
                (0..figures.len()).filter(|at| group(&figures[*at].counted) == Some(family)).collect();
            parts.sort_by(|a, b| figures[*a].registered.total_cmp(&figures[*b].registered));
            let small = parts.iter().filter(|at| figures[**at].registered < FEWEST).count();
            // A part of nought tells nobody apart, but it is not known that it is nought either.
            if let (1, Some(next)) = (small, parts.get(1)) {
                hidden[*next] = true;
            }
        }
        hidden
    }

    /// The place of a figure over all quarters so far.
    pub(super) fn so_far(counted: &Counted, rest: &str) -> String {
        pointer(&["so_far", &counted.name(), rest])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::{Estimate, Scratch, band};

    fn judged(counted: Counted, registered: f64) -> Judged {
        let band = band(&[1.0, 2.0], &mut Scratch::default()).unwrap();
        let known = Estimate { value: 0.5, mc_se: None };
        Judged { counted, registered, band, place: known, crps: known }
    }

    #[test]
    fn a_small_part_takes_its_neighbour_with_it() {
        let figures = [
            judged(Counted::Referred, 100.0),
            judged(Counted::ReferredBy(0), 50.0),
            judged(Counted::ReferredBy(1), 30.0),
            judged(Counted::ReferredBy(2), 17.0),
            judged(Counted::ReferredBy(3), 3.0),
        ];
        assert_eq!(Quotes::withheld(&figures), [false, false, false, true, false]);
        assert_eq!(Quotes::withheld(&figures[..4]), [false; 4]);
    }
}
