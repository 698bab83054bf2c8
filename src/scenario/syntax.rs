//! From the TOML parser's own English messages to faults of ours.

use toml::de::Error;

use super::fault::{FaultKind, Syntax};
use super::number;

/// Most parts of a key that the parser follows.
const MOST_PARTS: usize = 80;

/// Each message of the parser that is ours to tell, by how it begins.
const MESSAGES: &[(&str, Syntax)] = &[
    ("key with no value", Syntax::NoEquals),
    ("missing value", Syntax::NoValue),
    ("invalid value", Syntax::NoValue),
    ("missing assignment", Syntax::NoEquals),
    ("extra `=`", Syntax::Other),
    ("extra assignment", Syntax::Other),
    ("unclosed", Syntax::Unclosed),
    ("missing array opening", Syntax::Unclosed),
    ("missing inline table opening", Syntax::Unclosed),
    ("missing table open", Syntax::Unclosed),
    ("missing comma", Syntax::NoComma),
    ("extra comma", Syntax::ExtraComma),
    ("string values must be quoted", Syntax::NoQuotes),
    ("unexpected leading zero", Syntax::BadNumber),
    ("`_` may only", Syntax::BadNumber),
    ("integers with a radix", Syntax::BadNumber),
    ("radix must be lowercase", Syntax::BadNumber),
    ("redundant", Syntax::BadNumber),
    ("unexpected sign", Syntax::BadNumber),
    ("invalid binary number", Syntax::BadNumber),
    ("invalid octal number", Syntax::BadNumber),
    ("invalid hexadecimal number", Syntax::BadNumber),
    ("invalid integer number", Syntax::BadNumber),
    ("invalid float", Syntax::BadNumber),
    ("invalid mantissa", Syntax::BadNumber),
    ("invalid exponent", Syntax::BadNumber),
    ("invalid fraction", Syntax::BadNumber),
    ("invalid date-time", Syntax::BadDate),
    ("value is out of range", Syntax::BadDate),
    ("missing opening quote", Syntax::NoQuotes),
    ("missing escaped value", Syntax::BadText),
    ("too few unicode", Syntax::BadText),
    ("invalid basic string", Syntax::BadText),
    ("invalid literal string", Syntax::BadText),
    ("invalid multi-line", Syntax::BadText),
    ("invalid string", Syntax::BadText),
    ("invalid boolean", Syntax::NoQuotes),
    ("invalid unquoted key", Syntax::BadKey),
    ("invalid key", Syntax::BadKey),
    ("unquoted keys cannot be empty", Syntax::BadKey),
    ("missing key", Syntax::BadKey),
    ("invalid comment character", Syntax::BadCharacter),
    ("carriage return", Syntax::BadCharacter),
];

/// First byte, byte after the last, and the fault.
pub(super) fn translate(text: &str, error: &Error) -> (usize, usize, FaultKind) {
    let span = error.span().unwrap_or(text.len()..text.len());
    let (mut start, mut end) = (floor(text, span.start), floor(text, span.end.max(span.start)));
    let mut found: String = text[start..end].chars().take(40).collect();
    let message = error.message();
    if message.starts_with("duplicate key") {
        return (start, end, FaultKind::DuplicateKey { key: found });
    }
    if message.contains("recurs") {
        // Brackets were looked at before: it is a key of many parts that the parser follows by calling itself.
        let (start, end) = long_key(text).unwrap_or((start, end));
        return (start, end, FaultKind::LongKey { most: MOST_PARTS });
    }
    if let Some((from, to, comma)) = decimal_comma(text, start) {
        return (from, to, comma);
    }
    let mut syntax = MESSAGES
        .iter()
        .find(|(beginning, _)| message.starts_with(beginning))
        .map_or(Syntax::Other, |(_, syntax)| *syntax);
    if syntax == Syntax::BadNumber && found.starts_with(|c: char| c.is_alphabetic()) {
        syntax = Syntax::NoQuotes;
    }
    // A number with a letter or sign in it, such as 1O or 10%: quotes would not mend it.
    if syntax == Syntax::NoQuotes && found.starts_with(|c: char| c.is_ascii_digit()) {
        syntax = Syntax::BadNumber;
    }
    if is_date(&found) {
        syntax = Syntax::BadDate;
    }
    let rest = text[start..].lines().next().unwrap_or("");
    if syntax == Syntax::BadKey && rest.starts_with('=') {
        // A key that ends in a point: what is wrong stands before the sign.
        let before = text[..start].lines().next_back().unwrap_or("");
        found = before.trim().chars().take(40).collect();
    } else if syntax == Syntax::NoQuotes || (found.trim().is_empty() && syntax != Syntax::BadNumber) {
        found = rest.split([',', '#']).next().unwrap_or("").trim().chars().take(40).collect();
    } else if matches!(syntax, Syntax::BadNumber | Syntax::BadDate) {
        (start, end) = number_around(text, start, end);
        found = text[start..end].chars().take(40).collect();
    }
    if syntax == Syntax::NoQuotes && found.is_empty() {
        syntax = Syntax::NoValue;
    } else if ["true", "false"].contains(&found.to_lowercase().as_str()) {
        syntax = Syntax::BadFlag;
    }
    // The literal tokens that would have fitted stand between back ticks; what else is expected is prose.
    let expected = message.split_once(", expected ").map_or_else(Vec::new, |(_, list)| {
        list.split(", ")
            .filter_map(|item| item.strip_prefix('`').and_then(|item| item.strip_suffix('`')))
            .filter(|item| *item != "\\n" && *item != "#")
            .map(str::to_owned)
            .collect()
    });
    // The marks that a key may hold are no advice where one goes wrong.
    let expected: Vec<String> = if syntax == Syntax::BadKey { Vec::new() } else { expected };
    if syntax == Syntax::Other && expected == [","] {
        syntax = Syntax::NoComma;
    }
    (start, end, FaultKind::Syntax { syntax, found, expected })
}

/// The whole of what was meant for a number or date, around a stretch where the parser stumbled.
fn number_around(text: &str, start: usize, end: usize) -> (usize, usize) {
    let is_part = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '_' | '+' | '-' | ':' | '/' | '%');
    let before: usize = text[..start].chars().rev().take_while(is_part).map(char::len_utf8).sum();
    let from = start - before;
    let own: usize = text[from..].chars().take_while(is_part).map(char::len_utf8).sum();
    let line = text[from..].find('\n').map_or(text.len(), |length| from + length);
    let to = end.min(line).max(from + own);
    let found = text[from..to].trim_end_matches([',', '}', ' ', '\t', '\r']);
    if found.is_empty() { (start, end) } else { (from, from + found.len()) }
}

/// Where a key stands that has more parts than the parser follows.
fn long_key(text: &str) -> Option<(usize, usize)> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '=' | '{' | '}' | '[' | ']' | ',' | '#' | '"');
    let mut from = 0;
    for piece in text.split_inclusive(ends) {
        let key = piece.trim_end_matches(ends);
        if key.matches('.').count() >= MOST_PARTS && !key.contains("..") {
            return Some((from, from + key.len()));
        }
        from += piece.len();
    }
    None
}

/// Whether this was meant for a date: 2024-9-1, 1-9-2024 or 01/09/2024.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.trim().split(['-', '/']).collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let moment = parts.len() >= 3 && parts[0].len() == 4 && digits(&parts[0]);
    moment || (parts.len() == 3 && parts.iter().all(digits) && parts[2].len() == 4)
}

/// A bare number with a decimal comma, around a place where the parser stumbled.
fn decimal_comma(text: &str, at: usize) -> Option<(usize, usize, FaultKind)> {
    let line_from = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line_to = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    let from_line = text[..line_to].get(line_from..)?;
    let value_from = line_from + from_line[..at - line_from].rfind('=')? + 1;
    let rest = text.get(value_from..line_to)?;
    let from = value_from + (rest.len() - rest.trim_start().len());
    let written = as_people_write(text.get(from..line_to)?);
    if !written.contains(',') {
        return None;
    }
    let meant = number::dutch(written)?;
    Some((from, from + written.len(), FaultKind::DecimalComma { text: written.to_owned(), meant }))
}

/// The number that a stretch begins with, with a euro sign before it, spaces between its thousands, or a percent sign.
fn as_people_write(text: &str) -> &str {
    let number = text.trim_start_matches(['€', ' ', '\u{a0}']);
    let before = text.len() - number.len();
    let mut end = 0;
    for (at, c) in number.char_indices() {
        let next = number[at + c.len_utf8()..].chars().next();
        let parts_thousands = matches!(c, ' ' | '\u{a0}' | '\u{202f}')
            && number[..at].ends_with(|c: char| c.is_ascii_digit())
            && next.is_some_and(|c| c.is_ascii_digit());
        if !(parts_thousands || c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | '_')) {
            break;
        }
        end = at + c.len_utf8();
    }
    let rest = &number[end..];
    let percent = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
    if rest[percent..].starts_with('%') {
        return &text[..=before + end + percent];
    }
    text[..before + end].trim_end_matches([',', '.'])
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What a look at the brackets alone tells.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Brackets {
    /// The first bracket within too many others. The parser behind this follows brackets by calling itself, so
    /// that a file of nothing but `[` would use up the stack of a small thread.
    pub(super) too_deep: Option<usize>,
    /// Brackets and braces of values that are not closed, each with the place where that becomes clear. To the
    /// parser all that follows such a bracket is part of the value, and every line of it wrong.
    pub(super) unclosed: Vec<(usize, usize)>,
    /// Texts that are not closed on their line, each with the end of that line.
    pub(super) endless: Vec<(usize, usize)>,
}

/// Looks at the brackets of a text; those in texts, comments and headings do not count.
pub(super) fn brackets(text: &str, most: usize) -> Brackets {
    let bytes = text.as_bytes();
    let mut found = Brackets::default();
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let is_line_start = at == 0 || bytes[at - 1] == b'\n';
        if is_line_start {
            let line = &text[at..end_of_line(bytes, at)];
            if let (Some(first), true) = (open.first(), begins_anew(line, open.last().map(|at| bytes[*at]))) {
                found.unclosed.push((*first, at));
                open.clear();
            }
            if open.is_empty() && line.trim_start().starts_with('[') {
                at = end_of_line(bytes, at) + 1;
                continue;
            }
        }
        match bytes[at] {
            b'#' => at = end_of_line(bytes, at),
            quote @ (b'"' | b'\'') => {
                let (end, is_closed) = end_of_text(bytes, at, quote);
                if !is_closed {
                    found.endless.push((at, end));
                    open.clear();
                }
                at = end;
            }
            b'[' | b'{' => {
                open.push(at);
                if open.len() > most {
                    found.too_deep = Some(at);
                    return found;
                }
                at += 1;
            }
            b']' | b'}' => {
                open.pop();
                at += 1;
            }
            _ => at += 1,
        }
    }
    found.unclosed.extend(open.first().map(|first| (*first, bytes.len())));
    found
}

/// Whether a line can only be a new key or heading, never a part of a list or inline table.
fn begins_anew(line: &str, within: Option<u8>) -> bool {
    let is_bare = |text: &str| {
        !text.is_empty()
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
    };
    let heading = line.trim().trim_start_matches('[').split([']', '#']).next().unwrap_or("").trim();
    if line.starts_with('[') && is_bare(heading) && heading.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return true;
    }
    // A key within braces may stand on a line of its own.
    within == Some(b'[') && line.split_once('=').is_some_and(|(key, _)| is_bare(key.trim()))
}

/// The text without parts that are not closed: blanks in their place, so that every position stays.
pub(super) fn without(text: &str, parts: &[(usize, usize)]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (at, end) in parts {
        let from = text[..*at].rfind('\n').map_or(0, |newline| newline + 1);
        for byte in &mut bytes[from..*end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    // Whole lines were blanked, hence whole characters.
    String::from_utf8(bytes).unwrap_or_default()
}

fn end_of_line(bytes: &[u8], from: usize) -> usize {
    bytes[from..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| from + length)
}

/// The byte after a text that begins at `from`, and whether it is closed; a text of one line that is not ends with
/// its line.
fn end_of_text(bytes: &[u8], from: usize, quote: u8) -> (usize, bool) {
    let is_long = bytes[from..].starts_with(&[quote; 3]);
    let mut at = from + if is_long { 3 } else { 1 };
    while at < bytes.len() {
        match bytes[at] {
            b'\n' if !is_long => return (at, false),
            b'\\' if quote == b'"' && bytes.get(at + 1) != Some(&b'\n') => at += 1,
            byte if byte == quote && !is_long => return (at + 1, true),
            byte if byte == quote && bytes[at..].starts_with(&[quote; 3]) => return (at + 3, true),
            _ => {}
        }
        at += 1;
    }
    (bytes.len(), false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_of_a_number_is_found_around_where_it_goes_wrong() {
        let around = |text: &'static str, at: usize, end: usize| {
            let (from, to) = number_around(text, at, end);
            &text[from..to]
        };
        assert_eq!(around("a = 14., b = 1", 7, 8), "14.");
        assert_eq!(around("a = 14.\nb = 1", 7, 7), "14.");
        assert_eq!(around("a = 20 uur", 4, 10), "20 uur");
        assert_eq!(around("a = 1O,", 4, 6), "1O");
    }

    #[test]
    fn a_number_is_read_as_people_write_it_up_to_what_follows() {
        for (text, number) in [
            ("1.234,56, unit = 1", "1.234,56"),
            ("2,25%, unit = 1", "2,25%"),
            ("2,25 % }", "2,25 %"),
            ("€ 5,50, unit = 1", "€ 5,50"),
            ("1 234,56 }", "1 234,56"),
            ("5, 6", "5"),
        ] {
            assert_eq!(as_people_write(text), number, "{text}");
        }
    }

    #[test]
    fn a_key_of_too_many_parts_is_found() {
        let key = vec!["a"; MOST_PARTS + 1].join(".");
        let text = format!("b = 1 # 1.2.3\nx = {{ {key} = 1 }}\n");
        let (from, to) = long_key(&text).unwrap();
        assert_eq!(&text[from..to], key);
        assert_eq!(long_key("a.b.c = 1"), None);
    }

    #[test]
    fn brackets_in_texts_comments_and_headings_do_not_count() {
        let text = "a = \"[[[[[[\" # {{{{{{\nb = '''\n[[[[[[\n'''\nc = \"\\\"[[[\"\n[b]\n[[c]]\n[d]\n";
        assert_eq!(brackets(text, 2), Brackets::default());
        assert_eq!(brackets("a = [[[1]]]", 2).too_deep, Some(6));
    }

    #[test]
    fn a_text_that_is_not_closed_ends_with_its_line() {
        let text = "a = { b = \"x, c = 1 }\nd = 2\ne = 'y\n";
        assert_eq!(brackets(text, 9), Brackets { endless: vec![(10, 21), (32, 34)], ..Brackets::default() });
    }

    #[test]
    fn a_bracket_that_is_not_closed_ends_at_the_next_key() {
        let text = "a = [1,\n2\nb = 3\nc = { x = [1, 2\n[table]\nd = [\n 1,\n 2,\n]\n";
        let found = brackets(text, 9).unclosed;
        assert_eq!(found, [(4, 10), (20, 32)]);
        assert_eq!(
            without(text, &found).split_whitespace().collect::<Vec<_>>().join(" "),
            "b = 3 [table] d = [ 1, 2, ]"
        );
    }
}
