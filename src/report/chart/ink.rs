//! Colours and dashes: the one place that chooses them.
//!
//! The four series colours keep at least 3 to 1 against paper, light and dark, and differ for the common kinds of
//! colour blindness; without colour the dash and the way a bar is filled tell them apart.

/// Where the picture will be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// In a page that sets the colours by [`STYLE_LIGHT`] and [`STYLE_DARK`].
    Page,
    /// In a file by itself or in print: fixed colours on white.
    File,
}

/// What is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hue {
    Text,
    Grid,
    Axis,
    Paper,
    Series(usize),
}

/// The colours of a page in light, as CSS custom properties.
pub const STYLE_LIGHT: &str = "--chart-grid:#d8dadd;--chart-axis:#5c6168;--chart-paper:#ffffff;--chart-1:#00609c;\
--chart-2:#b84300;--chart-3:#00704f;--chart-4:#7a3b91";
/// The colours of a page in the dark.
pub const STYLE_DARK: &str = "--chart-grid:#3a4048;--chart-axis:#aab0b8;--chart-paper:#14171b;--chart-1:#6cb6ec;\
--chart-2:#ff9a5c;--chart-3:#4ecba0;--chart-4:#cf9be2";

impl Ink {
    /// The colour of something.
    pub(super) const fn of(self, hue: Hue) -> &'static str {
        match (self, hue) {
            (Self::Page, Hue::Text) => "currentColor",
            (Self::Page, Hue::Grid) => "var(--chart-grid)",
            (Self::Page, Hue::Axis) => "var(--chart-axis)",
            (Self::Page, Hue::Paper) => "var(--chart-paper)",
            (Self::Page, Hue::Series(series)) => match series % 4 {
                0 => "var(--chart-1)",
                1 => "var(--chart-2)",
                2 => "var(--chart-3)",
                _ => "var(--chart-4)",
            },
            (Self::File, Hue::Text) => "#1b1e22",
            (Self::File, Hue::Grid) => "#d8dadd",
            (Self::File, Hue::Axis) => "#5c6168",
            (Self::File, Hue::Paper) => "#ffffff",
            (Self::File, Hue::Series(series)) => match series % 4 {
                0 => "#00609c",
                1 => "#b84300",
                2 => "#00704f",
                _ => "#7a3b91",
            },
        }
    }
}

/// The dash of the line of a series: the second is whole, as it is the one that a reader asks about.
pub(super) const fn dash(series: usize) -> &'static str {
    match series % 4 {
        0 => "7 4",
        1 => "",
        2 => "2 3",
        _ => "10 3 2 3",
    }
}

/// How full the bar of a series is: 0 is an outline.
pub(super) const fn fullness(series: usize) -> f64 {
    match series % 4 {
        0 => 0.2,
        1 => 1.0,
        2 => 0.6,
        _ => 0.0,
    }
}
