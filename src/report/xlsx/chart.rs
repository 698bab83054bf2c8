//! Charts that can be told apart without colour and are described for who cannot see them.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType,
    ChartMarker, ChartMarkerType, ChartPatternFill, ChartPatternFillType, ChartSolidFill, ChartType, Color,
};

use crate::report::number::{Form, cell_code};
use crate::report::wording::Language;

/// Rows and columns that a chart covers, so that the next one stands clear of it and both are printed.
pub(super) const SPAN: (u32, u16) = (18, 9);
/// Width and height in pixels.
const SIZE: (u32, u32) = (640, 330);
/// Most characters in an alternative text.
const ALT_MOST: usize = 255;
/// Most characters in a title: more would leave no room for the chart.
const TITLE_MOST: usize = 180;

/// The words of a chart.
pub(super) struct Words {
    /// What it shows, as a finding.
    pub(super) title: String,
    /// What it shows for who cannot see it, and where the figures stand.
    pub(super) alt: String,
    /// What the vertical axis counts.
    pub(super) axis: String,
}

/// What a series is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// What is to be expected.
    Main,
    /// The upper edge, or the second of two.
    High,
    /// The lower edge.
    Low,
}

/// A column and its rows.
pub(super) type Range = (u16, (u32, u32));

/// A series of a chart.
pub(super) struct Series {
    range: Range,
    name: String,
    mark: Mark,
}

/// A series out of a range.
pub(super) fn line(range: Range, name: String, mark: Mark) -> Series {
    Series { range, name, mark }
}

/// A line per series.
pub(super) fn lines(sheet: &str, words: &Words, names: Range, all: &[Series], form: Form) -> Chart {
    let mut chart = framed(ChartType::Line, words, form);
    for series in all {
        let (colour, dash, marker, width) = match series.mark {
            Mark::Main => (BLUE, ChartLineDashType::Solid, ChartMarkerType::Circle, 2.5),
            Mark::High => (ORANGE, ChartLineDashType::Dash, ChartMarkerType::Triangle, 1.5),
            Mark::Low => (GREEN, ChartLineDashType::RoundDot, ChartMarkerType::Square, 1.5),
        };
        let mut line = ChartLine::new();
        line.set_color(colour).set_width(width).set_dash_type(dash);
        let mut fill = ChartSolidFill::new();
        fill.set_color(colour);
        let mut marker_look = ChartFormat::new();
        marker_look.set_solid_fill(&fill);
        let mut look = ChartMarker::new();
        look.set_type(marker).set_size(7).set_format(&mut marker_look);
        add(&mut chart, sheet, names, series).set_format(&mut line).set_marker(&look);
    }
    chart
}

/// A column per series, beside each other or `stacked`.
pub(super) fn columns(
    sheet: &str,
    words: &Words,
    names: Range,
    all: &[Series],
    (stacked, form): (bool, Form),
) -> Chart {
    let kind = if stacked { ChartType::ColumnStacked } else { ChartType::Column };
    let mut chart = framed(kind, words, form);
    for series in all {
        let mut look = ChartFormat::new();
        let mut border = ChartLine::new();
        border.set_color(INK).set_width(0.75);
        look.set_border(&border);
        if series.mark == Mark::Main {
            let mut fill = ChartSolidFill::new();
            fill.set_color(BLUE);
            look.set_solid_fill(&fill);
        } else {
            let mut fill = ChartPatternFill::new();
            let pattern = if series.mark == Mark::High {
                ChartPatternFillType::DiagonalStripesWideUpwards
            } else {
                ChartPatternFillType::DottedGrid
            };
            fill.set_pattern(pattern).set_foreground_color(ORANGE).set_background_color(Color::White);
            look.set_pattern_fill(&fill);
        }
        add(&mut chart, sheet, names, series).set_format(&mut look).set_gap(80);
    }
    chart
}

fn add<'chart>(
    chart: &'chart mut Chart,
    sheet: &str,
    (column, (from, until)): Range,
    series: &Series,
) -> &'chart mut rust_xlsxwriter::ChartSeries {
    let (values, (first, last)) = series.range;
    chart
        .add_series()
        .set_name(series.name.as_str())
        .set_categories((sheet, from, column, until, column))
        .set_values((sheet, first, values, last, values))
}

fn framed(kind: ChartType, words: &Words, form: Form) -> Chart {
    let mut chart = Chart::new(kind);
    let mut bold = ChartFont::new();
    bold.set_bold().set_size(11);
    let mut plain = ChartFont::new();
    plain.set_size(9);
    let title = within(&words.title, TITLE_MOST);
    chart.title().set_name(title.as_str()).set_font(&bold).set_overlay(false);
    chart.set_width(SIZE.0).set_height(SIZE.1).set_alt_text(within(&words.alt, ALT_MOST));
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&plain);
    // Names of years stand below the lowest value, not across it.
    chart.x_axis().set_label_position(ChartAxisLabelPosition::Low).set_font(&plain);
    // Without a fixed sign for the currency the code is the same in both languages.
    let code = if form == Form::Eur { "#,##0" } else { cell_code(form, Language::Nl) };
    chart.y_axis().set_name(words.axis.as_str()).set_name_font(&plain).set_font(&plain).set_num_format(code);
    chart
}

/// A text of so many characters at most, cut with an ellipsis where it has more.
fn within(text: &str, most: usize) -> String {
    let text = super::sheet::shown(text);
    if text.chars().count() <= most {
        return text;
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

/// Three colours that are told apart with any kind of colour vision (Okabe and Ito).
const BLUE: Color = Color::RGB(0x00_72_B2);
const ORANGE: Color = Color::RGB(0xD5_5E_00);
const GREEN: Color = Color::RGB(0x00_9E_73);
const INK: Color = Color::RGB(0x33_33_33);
