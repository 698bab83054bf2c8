//! A sentence of the catalogue with figures and names in its gaps.

use super::model::{Figure, Run, Text};
use crate::report::wording::{Value, Wording};

/// What fills a gap.
#[derive(Clone, Debug)]
pub(in crate::report) enum Piece {
    Figure(Figure),
    Name(String),
    /// A text with figures of its own, or nothing.
    Text(Text),
    /// A figure that also chooses between singular (1) and plural, by the gap's name and `-count`.
    Counted(i64, Figure),
}

impl From<Figure> for Piece {
    fn from(figure: Figure) -> Self {
        Self::Figure(figure)
    }
}

/// A gap is marked by one character of a private plane while Fluent fills the sentence; what stands in the gap is put
/// in afterwards, so no name can forge a mark.
const FIRST_MARK: u32 = 0x000F_0000;

/// The sentence `id`, its gaps filled.
pub(in crate::report) fn say(wording: &Wording, id: &str, gaps: &[(&str, Piece)]) -> Text {
    let marks: Vec<String> =
        (FIRST_MARK..).take(gaps.len()).filter_map(char::from_u32).map(String::from).collect();
    let mut values: Vec<(&str, Value<'_>)> = Vec::new();
    let count_names: Vec<String> = gaps.iter().map(|(name, _)| format!("{name}-count")).collect();
    for (((name, piece), mark), count_name) in gaps.iter().zip(&marks).zip(&count_names) {
        values.push((name, mark.into()));
        if let Piece::Counted(count, _) = piece {
            values.push((count_name, (*count).into()));
        }
    }
    let filled = wording.fill(id, &values).replace('\n', " ");
    let mut runs = Vec::new();
    let mut words = String::new();
    for letter in filled.chars() {
        let gap =
            u32::from(letter).checked_sub(FIRST_MARK).and_then(|at| gaps.get(usize::try_from(at).ok()?));
        let Some((_, piece)) = gap else {
            words.push(letter);
            continue;
        };
        if !words.is_empty() {
            runs.push(Run::Words(std::mem::take(&mut words)));
        }
        match piece.clone() {
            Piece::Figure(figure) | Piece::Counted(_, figure) => runs.push(Run::Figure(figure)),
            Piece::Name(name) => runs.push(Run::Name(name)),
            Piece::Text(text) => runs.extend(text.0),
        }
    }
    if !words.is_empty() {
        runs.push(Run::Words(words));
    }
    Text(runs)
}

/// Sentences that make one paragraph.
pub(in crate::report) fn together(sentences: Vec<Text>) -> Text {
    let mut all = Vec::new();
    for (index, sentence) in sentences.into_iter().enumerate() {
        if index > 0 {
            all.push(Run::Words(" ".to_owned()));
        }
        all.extend(sentence.0);
    }
    Text(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::wording::Language;

    #[test]
    fn a_name_is_put_in_as_it_is_even_if_it_looks_like_a_gap() {
        let wording = Wording::new(Language::Nl);
        let name = "{ $title } \u{F0000}".to_owned();
        let text = say(&wording, "page-question", &[("purpose", Piece::Name(name.clone()))]);
        assert!(text.0.contains(&Run::Name(name)));
    }
}
