//! How cells look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::report::number::{Form, cell_code};
use crate::report::wording::Language;

/// What a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The title of a sheet.
    Title,
    /// The title of a part of a sheet.
    Subtitle,
    /// Running text over several columns.
    Prose,
    /// The heading of a column.
    Heading,
    /// The heading of a column of numbers.
    NumberHeading,
    /// A way to another sheet.
    Link,
    /// A name in a table.
    Name,
    /// A longer text in a table.
    Note,
    /// A number in its form.
    Number(Form),
    /// A number that stands left, as a text does.
    LeftNumber(Form),
    /// A pure number with as many digits as it needs.
    Plain,
    /// A year.
    Year,
    /// An amount that rounds to nought: it has no sign.
    Nought,
    /// A share too large to mean anything.
    Huge,
    /// A number that the reader may replace.
    Input(Form),
}

/// A kind of cell, in a row of totals or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) kind: Kind,
    pub(super) total: bool,
}

impl From<Kind> for Look {
    fn from(kind: Kind) -> Self {
        Self { kind, total: false }
    }
}

impl From<Form> for Look {
    fn from(form: Form) -> Self {
        Kind::Number(form).into()
    }
}

impl Look {
    /// The same in a row of totals.
    pub(super) fn of(look: impl Into<Self>, total: bool) -> Self {
        Self { total, ..look.into() }
    }

    /// The format of such a cell.
    pub(super) fn format(self, language: Language) -> Format {
        let plain = Format::new().set_font_name("Arial").set_font_size(10).set_align(FormatAlign::Top);
        let format = match self.kind {
            Kind::Title => plain.set_bold().set_font_size(16),
            Kind::Subtitle => plain.set_bold().set_font_size(12),
            Kind::Prose => plain,
            Kind::Heading => heading(plain).set_align(FormatAlign::Left).set_indent(1),
            Kind::NumberHeading => heading(plain).set_align(FormatAlign::Right),
            Kind::Link => plain.set_font_color(LINK).set_underline(FormatUnderline::Single).set_indent(1),
            Kind::Name => plain.set_align(FormatAlign::Left).set_indent(1),
            Kind::Note => plain.set_align(FormatAlign::Left).set_indent(1).set_text_wrap(),
            Kind::Plain => plain.set_align(FormatAlign::Right).set_num_format("#,##0.0##"),
            Kind::Nought => plain.set_align(FormatAlign::Right).set_num_format("\"€\"\u{a0}0;\"€\"\u{a0}0"),
            Kind::Huge => plain.set_align(FormatAlign::Right).set_num_format("\">\u{a0}1000%\""),
            Kind::Year => plain.set_align(FormatAlign::Right).set_num_format("0"),
            Kind::Number(form) => {
                plain.set_align(FormatAlign::Right).set_num_format(cell_code(form, language))
            }
            Kind::LeftNumber(form) => {
                plain.set_align(FormatAlign::Left).set_indent(1).set_num_format(cell_code(form, language))
            }
            Kind::Input(form) => plain
                .set_align(FormatAlign::Right)
                .set_num_format(cell_code(form, language))
                .set_background_color(INPUT)
                .set_font_color(INPUT_TEXT)
                .set_border(FormatBorder::Thin)
                .set_unlocked(),
        };
        if self.total { format.set_bold().set_border_top(FormatBorder::Thin) } else { format }
    }
}

/// White on dark blue, with room for two lines.
fn heading(plain: Format) -> Format {
    plain
        .set_bold()
        .set_text_wrap()
        .set_font_color(Color::White)
        .set_background_color(HEADING)
        .set_align(FormatAlign::VerticalCenter)
}

/// A dark blue that white text stands out against.
const HEADING: Color = Color::RGB(0x1F_3A_5F);
/// A light yellow: here the reader types.
const INPUT: Color = Color::RGB(0xFF_F2_CC);
const INPUT_TEXT: Color = Color::RGB(0x00_00_80);
const LINK: Color = Color::RGB(0x05_4A_91);
