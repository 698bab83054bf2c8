//! The elements of a drawing, written as SVG.

use std::fmt::Write as _;

use super::ink::{Hue, Ink, dash, fullness};

/// A place in a drawing, in its units.
pub(super) type Point = (f64, f64);

/// How a text stands to its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// The size of letters.
pub(super) const LETTER: u8 = 14;
/// From one line of text to the next.
pub(super) const LINE: f64 = 17.0;
/// The width of an average letter, a little too wide rather than too narrow.
const LETTER_WIDTH: f64 = 8.6;

/// A drawing in the making.
pub(super) struct Drawing {
    pub(super) ink: Ink,
    body: String,
}

impl Drawing {
    pub(super) const fn new(ink: Ink) -> Self {
        Self { ink, body: String::new() }
    }

    /// What was drawn.
    pub(super) fn into_body(self) -> String {
        self.body
    }

    fn put(&mut self, arguments: std::fmt::Arguments<'_>) {
        // Writing to a text cannot fail.
        let _ = self.body.write_fmt(arguments);
        self.body.push('\n');
    }

    /// A straight line of the frame.
    pub(super) fn rule(&mut self, from: Point, to: Point, hue: Hue) {
        let colour = self.ink.of(hue);
        self.put(format_args!(
            r#"<path d="M{} {}L{} {}" fill="none" stroke="{colour}"/>"#,
            at(from.0),
            at(from.1),
            at(to.0),
            at(to.1)
        ));
    }

    /// The line of a series through points; a gap begins anew.
    pub(super) fn curve(&mut self, parts: &[Vec<Point>], series: usize) {
        let (colour, dash) = (self.ink.of(Hue::Series(series)), dash(series));
        let path: String = parts.iter().map(|part| path(part)).collect();
        let dashed = if dash.is_empty() { String::new() } else { format!(r#" stroke-dasharray="{dash}""#) };
        self.put(format_args!(
            r#"<path d="{path}" fill="none" stroke="{colour}" stroke-width="2.5"{dashed}/>"#
        ));
    }

    /// A filled area of a series.
    pub(super) fn area(&mut self, outline: &[Point], series: usize) {
        let colour = self.ink.of(Hue::Series(series));
        let path = path(outline);
        self.put(format_args!(r#"<path d="{path}Z" fill="{colour}" fill-opacity="0.16"/>"#));
    }

    /// A bar of a series between two corners.
    pub(super) fn bar(&mut self, from: Point, to: Point, series: usize) {
        let colour = self.ink.of(Hue::Series(series));
        self.boxed(
            from,
            to,
            &format!(
                r#"fill="{colour}" fill-opacity="{}" stroke="{colour}" stroke-width="1.5""#,
                fullness(series)
            ),
        );
    }

    /// A field of paper with a grey edge that covers what is below it.
    pub(super) fn cover(&mut self, from: Point, to: Point) {
        let (paper, grid) = (self.ink.of(Hue::Paper), self.ink.of(Hue::Grid));
        self.boxed(from, to, &format!(r#"fill="{paper}" stroke="{grid}""#));
    }

    fn boxed(&mut self, from: Point, to: Point, style: &str) {
        let (left, top) = (from.0.min(to.0), from.1.min(to.1));
        let (width, height) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        self.put(format_args!(
            r#"<rect x="{}" y="{}" width="{}" height="{}" {style}/>"#,
            at(left),
            at(top),
            at(width),
            at(height)
        ));
    }

    /// An interval with a stroke at either end: upright when the ends stand above each other, else lying.
    pub(super) fn whisker(&mut self, from: Point, to: Point) {
        let (x, y) = if (from.0 - to.0).abs() < 1e-9 { (4.0, 0.0) } else { (0.0, 4.0) };
        for (one, other) in [
            (from, to),
            ((from.0 - x, from.1 - y), (from.0 + x, from.1 + y)),
            ((to.0 - x, to.1 - y), (to.0 + x, to.1 + y)),
        ] {
            self.rule(one, other, Hue::Text);
        }
    }

    /// A dot, filled or open.
    pub(super) fn dot(&mut self, centre: Point, radius: f64, series: usize, filled: bool) {
        let (colour, paper) = (self.ink.of(Hue::Series(series)), self.ink.of(Hue::Paper));
        let fill = if filled { colour } else { paper };
        self.put(format_args!(
            r#"<circle cx="{}" cy="{}" r="{}" fill="{fill}" stroke="{colour}" stroke-width="2"/>"#,
            at(centre.0),
            at(centre.1),
            at(radius)
        ));
    }

    /// A line of text.
    pub(super) fn text(&mut self, place: Point, anchor: Anchor, hue: Hue, text: &str) {
        self.lettering((place, anchor), hue, "", text);
    }

    /// A line of text in bold.
    pub(super) fn bold(&mut self, place: Point, anchor: Anchor, text: &str) {
        self.lettering((place, anchor), Hue::Text, r#" font-weight="bold""#, text);
    }

    fn lettering(&mut self, (place, anchor): (Point, Anchor), hue: Hue, style: &str, text: &str) {
        let colour = self.ink.of(hue);
        let anchored = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        self.put(format_args!(
            r#"<text x="{}" y="{}" fill="{colour}"{anchored}{style}>{}</text>"#,
            at(place.0),
            at(place.1),
            escaped(text)
        ));
    }

    /// A text in lines no wider than `width`, from `place` downwards; the number of lines.
    pub(super) fn paragraph(
        &mut self,
        place: Point,
        (anchor, width): (Anchor, f64),
        hue: Hue,
        text: &str,
    ) -> usize {
        let lines = wrapped(text, width);
        let mut y = place.1;
        for line in &lines {
            self.text((place.0, y), anchor, hue, line);
            y += LINE;
        }
        lines.len()
    }

    /// The sample of a line in a key.
    pub(super) fn sample(&mut self, from: Point, series: usize) {
        self.curve(&[vec![from, (from.0 + 28.0, from.1)]], series);
    }
}

/// The width that a text takes, about.
pub(super) fn width_of(text: &str) -> f64 {
    let wide = |letter: char| matches!(letter, '%' | 'm' | 'w' | 'M' | 'W' | '−');
    let letters = text.chars().map(|letter| if wide(letter) { 1.6 } else { 1.0 });
    letters.sum::<f64>() * LETTER_WIDTH
}

/// A text in lines of about `width`; a longer word is cut.
pub(super) fn wrapped(text: &str, width: f64) -> Vec<String> {
    let fits = |line: &str| width_of(line) <= width.max(4.0 * LETTER_WIDTH);
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if let Some(line) = lines.last_mut().filter(|line| fits(&format!("{line} {word}"))) {
            line.push(' ');
            line.push_str(word);
            continue;
        }
        let mut line = String::new();
        for letter in word.chars() {
            if !line.is_empty() && !fits(&format!("{line}{letter}")) {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
        lines.push(line);
    }
    lines
}

fn path(points: &[Point]) -> String {
    let mut path = String::new();
    for (index, (x, y)) in points.iter().enumerate() {
        let _ = write!(path, "{}{} {}", if index == 0 { 'M' } else { 'L' }, at(*x), at(*y));
    }
    path
}

/// A coordinate with one decimal at most.
fn at(coordinate: f64) -> String {
    let text = format!("{:.1}", coordinate + 0.0);
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A text without the marks of SVG, and with everything that steers made visible.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in crate::report::safe::visible(text).chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_markup_or_turns_the_line() {
        assert_eq!(escaped("<script>&\"\u{202e}x"), "&lt;script&gt;&amp;&quot;\u{fffd}x");
    }

    #[test]
    fn a_coordinate_is_short_and_never_a_negative_nought() {
        assert_eq!((at(12.0), at(12.34), at(-0.04)), ("12".to_owned(), "12.3".to_owned(), "0".to_owned()));
    }

    #[test]
    fn a_long_text_is_broken_between_words_and_a_long_word_within() {
        assert_eq!(wrapped("een twee drie", 9.0 * LETTER_WIDTH), ["een twee", "drie"]);
        assert_eq!(wrapped("abcdefgh", 4.0 * LETTER_WIDTH), ["abcd", "efgh"]);
    }
}
