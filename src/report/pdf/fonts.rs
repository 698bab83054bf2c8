//! The letters of the page: Noto Sans, regular and bold, under the SIL Open Font License 1.1.

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};

use crate::report::safe::visible;

/// What stands for a letter that the fonts do not have.
const REPLACEMENT: char = '\u{fffd}';
/// Letters in a row without a space after which a line may be broken.
const UNBROKEN: usize = 24;
/// Where a line may be broken without a mark.
const BREAK: char = '\u{200b}';

/// The fonts that are built in.
#[derive(Debug)]
pub(super) struct Fonts {
    faces: Vec<Font>,
}

impl Fonts {
    /// The built-in fonts.
    pub(super) fn new() -> Self {
        let files = [notosans::REGULAR_TTF, notosans::BOLD_TTF];
        Self { faces: files.into_iter().filter_map(|file| Font::new(Bytes::new(file), 0)).collect() }
    }

    /// What there is to choose from.
    pub(super) fn book(&self) -> FontBook {
        FontBook::from_fonts(&self.faces)
    }

    /// The font at a place in the book.
    pub(super) fn face(&self, index: usize) -> Option<Font> {
        self.faces.get(index).cloned()
    }

    /// Text of which every letter can be printed: others are replaced by a visible mark, and so is what would turn
    /// the reading direction. Long words may be broken anywhere.
    pub(super) fn printable(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut unbroken = 0;
        for letter in visible(text).chars() {
            unbroken = if letter.is_whitespace() || letter == '-' { 0 } else { unbroken + 1 };
            if unbroken > UNBROKEN {
                out.push(BREAK);
                unbroken = 1;
            }
            out.push(self.shown(letter));
        }
        out
    }

    /// A picture of which every letter can be printed.
    pub(super) fn printable_picture(&self, svg: &str) -> String {
        svg.chars().map(|letter| if letter.is_ascii() { letter } else { self.shown(letter) }).collect()
    }

    /// The letter itself, or what stands for it.
    fn shown(&self, letter: char) -> char {
        match letter {
            // Not in the fonts; a plain hyphen says the same.
            '\u{2010}' | '\u{2011}' => '-',
            // A mark of the order of bytes, which no file for an archive may show.
            '\u{feff}' => REPLACEMENT,
            _ if self.faces.iter().all(|face| face.info().coverage.contains(u32::from(letter))) => letter,
            _ => REPLACEMENT,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_weights_are_there() {
        assert_eq!(Fonts::new().faces.len(), 2);
    }

    #[test]
    fn every_sign_that_the_house_writes_is_in_the_fonts() {
        let fonts = Fonts::new();
        for sign in "aA0€−–×≥≤%‘’“”·•●○½ëïé→\u{a0}\u{fffd}".chars() {
            assert_eq!(fonts.shown(sign), sign, "{sign}");
        }
    }

    #[test]
    fn a_letter_that_cannot_be_printed_leaves_a_visible_mark() {
        let fonts = Fonts::new();
        assert_eq!(
            fonts.printable("a\u{202e}b\u{7}c\u{1f600}d漢e\u{e000}"),
            "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}"
        );
    }

    #[test]
    fn a_long_word_can_be_broken_over_lines() {
        let shown = Fonts::new().printable(&"w".repeat(60));
        assert_eq!(shown.matches(BREAK).count(), 2);
        assert!(!Fonts::new().printable("gewone woorden blijven heel").contains(BREAK));
    }
}
