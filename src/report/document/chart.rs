//! A chart as data: what is plotted, each point with its place in the summary, and the same as a table.

use jiff::civil::Date;

use super::model::{Figure, Table, Text};
use crate::report::number::Form;

/// A chart: a title that says the finding, a description for who does not see it, a picture, and its data as a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// A name for links, unique in its document: letters, digits and hyphens.
    pub id: String,
    /// What the chart shows, as a finding.
    pub title: Text,
    /// What there is to see, in words, the unit included: the text alternative.
    pub description: Text,
    /// What is drawn.
    pub picture: Picture,
    /// All that is plotted, as a table.
    pub data: Table,
}

/// A value that is plotted, with where it was taken from.
#[derive(Clone, Debug, PartialEq)]
pub struct Plotted {
    /// The value there; `None` for `null`.
    pub value: Option<f64>,
    /// Its place in the JSON file of the command, an RFC 6901 pointer.
    pub pointer: String,
}

/// A value with the interval around it, where there is one.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// The value.
    pub value: Plotted,
    /// Lower and upper end.
    pub interval: Option<(Plotted, Plotted)>,
}

/// An axis: what stands along it, and how its numbers are written.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// What it measures, the unit included.
    pub label: String,
    /// How its ticks are written.
    pub form: Form,
}

/// The kinds of picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    /// Lines over time or over a quantity, with bands; one line with several bands is a fan.
    Lines(Lines),
    /// Standing bars, signed, with intervals.
    Columns(Columns),
    /// Lying bars with long labels: side by side, from low to high (tornado), or one after the other (waterfall).
    Rows(Rows),
    /// A chance as dots.
    Dots(Dots),
    /// Points, curves and named regions between two axes.
    Plane(Plane),
}

/// Lines with bands.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// Where the values stand.
    pub along: Along,
    /// The axis of the values.
    pub up: Axis,
    /// The lines.
    pub series: Vec<Line>,
    /// Values below this are not shown but covered by a field with this text.
    pub hidden_below: Option<(f64, String)>,
}

/// Where the values of lines stand.
#[derive(Clone, Debug, PartialEq)]
pub enum Along {
    /// On days.
    Dates(Vec<Date>),
    /// On values of a quantity.
    Numbers(Axis, Vec<f64>),
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its name, shown beside it.
    pub name: String,
    /// Its values; a gap where undefined.
    pub values: Vec<Plotted>,
    /// Bands around it, the widest first: lower and upper ends.
    pub bands: Vec<(Vec<Plotted>, Vec<Plotted>)>,
}

/// Standing bars in groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// What each group stands for.
    pub labels: Vec<String>,
    /// The axis of the values.
    pub up: Axis,
    /// The bars: a name, and one per group.
    pub series: Vec<(String, Vec<Spread>)>,
    /// Horizontal lines, such as a limit.
    pub limits: Vec<(String, Plotted)>,
}

/// Lying bars in groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// The axis of the values.
    pub along: Axis,
    /// The names of the bars within a group; one name is not shown.
    pub series: Vec<String>,
    /// The groups.
    pub rows: Vec<RowOfBars>,
    /// A vertical line, such as today's answer.
    pub line: Option<(String, Plotted)>,
}

/// A group of lying bars.
#[derive(Clone, Debug, PartialEq)]
pub struct RowOfBars {
    /// What the group stands for.
    pub label: String,
    /// One bar per series.
    pub bars: Vec<Span>,
}

/// A lying bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// Where it begins; at nought when not given.
    pub from: Option<Start>,
    /// Where it ends; no bar where undefined.
    pub to: Plotted,
    /// The number beside it; where it begins has one too, the number of where it ends.
    pub shown: Figure,
    /// Whether only the text is shown and no bar.
    pub hidden: bool,
}

/// Where a lying bar begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// The value there.
    pub at: Plotted,
    /// Its number, at this end of the bar; none where one number is told of the whole bar.
    pub shown: Option<Figure>,
}

/// A chance as dots, of which as many are filled as there are cases.
#[derive(Clone, Debug, PartialEq)]
pub struct Dots {
    /// The chance.
    pub chance: Plotted,
    /// How many dots.
    pub of: usize,
    /// What a filled dot stands for.
    pub filled: String,
    /// What an open dot stands for.
    pub open: String,
}

/// Points, curves and regions between two axes.
#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    /// The axis along.
    pub along: Axis,
    /// The axis up.
    pub up: Axis,
    /// Points with names beside them.
    pub points: Vec<(String, Spread, Spread)>,
    /// Curves with names beside them.
    pub curves: Vec<(String, Vec<(Plotted, Plotted)>)>,
    /// Texts in the plane, along and up, that name what lies on either side of a curve.
    pub regions: Vec<(String, f64, f64)>,
}

impl Plotted {
    /// A value of the JSON file at `pointer`.
    pub fn new(value: Option<f64>, pointer: impl Into<String>) -> Self {
        Self { value: value.filter(|value| value.is_finite()), pointer: pointer.into() }
    }
}

impl From<Plotted> for Start {
    fn from(at: Plotted) -> Self {
        Self { at, shown: None }
    }
}

impl From<&Figure> for Plotted {
    fn from(figure: &Figure) -> Self {
        Self { value: figure.value, pointer: figure.pointer.clone() }
    }
}

impl Spread {
    /// All its values.
    pub(in crate::report) fn all(&self) -> impl Iterator<Item = &Plotted> {
        let ends = self.interval.iter().flat_map(|(low, high)| [low, high]);
        [&self.value].into_iter().chain(ends)
    }
}

impl Picture {
    /// Everything that is plotted.
    pub fn plotted(&self) -> Vec<&Plotted> {
        match self {
            Self::Lines(lines) => {
                let values = lines.series.iter().flat_map(|line| &line.values);
                let bands = lines.series.iter().flat_map(|line| &line.bands);
                values.chain(bands.flat_map(|(low, high)| low.iter().chain(high))).collect()
            }
            Self::Columns(columns) => {
                let bars = columns.series.iter().flat_map(|(_, bars)| bars.iter().flat_map(Spread::all));
                bars.chain(columns.limits.iter().map(|(_, limit)| limit)).collect()
            }
            Self::Rows(rows) => {
                let bars = rows.rows.iter().flat_map(|row| &row.bars);
                let ends = bars.flat_map(|bar| bar.from.iter().map(|from| &from.at).chain([&bar.to]));
                ends.chain(rows.line.iter().map(|(_, at)| at)).collect()
            }
            Self::Dots(dots) => vec![&dots.chance],
            Self::Plane(plane) => {
                let points = plane.points.iter().flat_map(|(_, along, up)| along.all().chain(up.all()));
                let curves = plane.curves.iter().flat_map(|(_, curve)| curve);
                points.chain(curves.flat_map(|(along, up)| [along, up])).collect()
            }
        }
    }
}
