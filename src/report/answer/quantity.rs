//! What an uncertain quantity is called.

use crate::report::document::{Piece, Teller, Text};

/// By its dotted key; a part of shares, `key#part`, by the name of the whole and its own.
pub(super) fn quantity(teller: &Teller<'_>, key: &str) -> Text {
    match key.split_once('#') {
        Some((whole, part)) => {
            let gaps =
                [("what", Piece::Text(teller.key(whole))), ("part", Piece::Name(part.replace('_', " ")))];
            teller.say("answer-part-of-shares", &gaps)
        }
        None => teller.key(key),
    }
}
