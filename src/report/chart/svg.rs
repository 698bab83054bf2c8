//! The whole SVG of a chart: size, title, description, and the picture of its kind.

use super::drawing::{Anchor, Drawing, LETTER, LINE, escaped, wrapped};
use super::ink::{Hue, Ink};
use super::{columns, dots, lines, plane, rows};
use crate::report::document::{Chart, Picture};
use crate::report::number::Numbers;

/// How wide the reader's page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A screen or a sheet of paper.
    Wide,
    /// A telephone, or a page that was enlarged four times.
    Narrow,
}

impl Size {
    /// Units along, of which 14 are a letter's height.
    pub(super) const fn width(self) -> f64 {
        match self {
            Self::Wide => 720.0,
            Self::Narrow => 320.0,
        }
    }

    pub(super) const fn is_wide(self) -> bool {
        matches!(self, Self::Wide)
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Narrow => "narrow",
        }
    }
}

/// How a chart is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Where it will be seen.
    pub ink: Ink,
    /// How wide.
    pub size: Size,
    /// Whether the title stands in the picture; not where the page shows it.
    pub titled: bool,
}

/// A chart as SVG text.
pub fn svg(chart: &Chart, numbers: &Numbers, look: Look) -> String {
    let mut drawing = Drawing::new(look.ink);
    let title = chart.title.plain();
    let mut top = 0.0;
    if look.titled {
        for line in wrapped(&title, look.size.width() * 0.92) {
            top += LINE + 2.0;
            drawing.bold((0.0, top - 3.0), Anchor::Start, &line);
        }
        top += 8.0;
    }
    let canvas = Canvas { numbers, size: look.size, top };
    let bottom = match &chart.picture {
        Picture::Lines(picture) => lines::draw(&mut drawing, &canvas, picture),
        Picture::Columns(picture) => columns::draw(&mut drawing, &canvas, picture),
        Picture::Rows(picture) => rows::draw(&mut drawing, &canvas, picture),
        Picture::Dots(picture) => dots::draw(&mut drawing, &canvas, picture),
        Picture::Plane(picture) => plane::draw(&mut drawing, &canvas, picture),
    };
    let (width, name, id) = (look.size.width(), look.size.name(), escaped(&chart.id));
    let (size, paper) = match look.ink {
        Ink::Page => (String::new(), String::new()),
        Ink::File => (
            format!(r#" width="{width}" height="{bottom:.0}""#),
            format!(
                "<rect width=\"{width}\" height=\"{bottom:.0}\" fill=\"{}\"/>\n",
                look.ink.of(Hue::Paper)
            ),
        ),
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {bottom:.0}\"{size} class=\"{name}\" \
role=\"img\" aria-labelledby=\"{id}-{name}-title\" aria-describedby=\"{id}-{name}-text\" \
font-family=\"'Noto Sans', system-ui, sans-serif\" font-size=\"{LETTER}\">\n\
<title id=\"{id}-{name}-title\">{}</title>\n<desc id=\"{id}-{name}-text\">{}</desc>\n{paper}{}</svg>\n",
        escaped(&title),
        escaped(&chart.description.plain()),
        drawing.into_body()
    )
}

/// What every picture is drawn on.
pub(super) struct Canvas<'a> {
    pub(super) numbers: &'a Numbers,
    pub(super) size: Size,
    /// Where the picture begins.
    pub(super) top: f64,
}
