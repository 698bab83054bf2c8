//! What an uncertain quantity is called, and how a chance is told in a table.

use crate::report::document::{Figure, Piece, Teller, Text, part_name};
use crate::report::number::{Form, UNDEFINED};
use crate::statistics::Estimate;

/// By its dotted key; a part of shares, `key#part`, by the name of the whole and its own.
pub(super) fn quantity(teller: &Teller<'_>, key: &str) -> Text {
    match key.split_once('#') {
        Some((whole, part)) => {
            let part = match part_name(teller.wording, whole, part) {
                Some(word) => Piece::Text(Text::words(word)),
                // A part that the scenario names itself.
                None => Piece::Name(part.replace('_', " ")),
            };
            teller.say("answer-part-of-shares", &[("what", Piece::Text(teller.key(whole))), ("part", part)])
        }
        None => teller.key(key),
    }
}

/// A chance in a table without errors; a dash where its own error does not support it.
pub(super) fn chance(teller: &Teller<'_>, at: &str, chance: Option<&Estimate>) -> Figure {
    let figure = teller.estimate(at, chance, Form::Chance);
    if teller.supports(chance) { figure } else { Figure { text: UNDEFINED.to_owned(), ..figure } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::wording::{Language, Wording};

    #[test]
    fn a_part_of_shares_is_told_in_words_of_the_reader() {
        for (language, told) in [
            (Language::Nl, "hoe trajecten aflopen: positief afgerond"),
            (Language::En, "how trajectories end: closed positively"),
        ] {
            let wording = Wording::new(language);
            let teller = Teller::new(&wording, 100);
            assert_eq!(quantity(&teller, "outcome.shares#positive").plain(), told);
            assert!(quantity(&teller, "needs.shares#own_name").plain().ends_with("own name"));
        }
    }

    #[test]
    fn a_chance_that_the_replications_do_not_support_is_a_dash() {
        let wording = Wording::new(Language::Nl);
        let told = |replications, mc_se| {
            let teller = Teller::new(&wording, replications);
            chance(&teller, "/p", Some(&Estimate { value: 1.0, mc_se })).text
        };
        assert_eq!(told(1, None), UNDEFINED);
        assert_eq!(told(40, Some(0.0)), UNDEFINED, "none of so few showed it");
        assert_eq!(told(2_000, Some(0.04)), UNDEFINED);
        assert_eq!(told(2_000, Some(0.0)), ">\u{a0}99%");
    }
}
