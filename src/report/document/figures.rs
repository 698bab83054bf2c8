//! Figures out of a forecast, each with its place in `summary.json`.

use std::cmp::Ordering;

use std::ops::Deref;

use super::model::{Figure, Run, Text};
use super::sentence::Piece;
use super::support::{Direction, ENOUGH};
use super::teller::Teller;
use crate::analyses::{Forecast, MetricBands, Odds, WorldBands};
use crate::engine::Metric;
use crate::report::number::Form;
use crate::report::wording::Wording;
use crate::statistics::{Band, Estimate};

/// A forecast with what is needed to quote from it; whatever a [`Teller`] tells, it tells too.
pub(super) struct Quotes<'a> {
    pub(super) forecast: &'a Forecast,
    teller: Teller<'a>,
}

impl<'a> Deref for Quotes<'a> {
    type Target = Teller<'a>;

    fn deref(&self) -> &Self::Target {
        &self.teller
    }
}

/// An RFC 6901 pointer.
pub(in crate::report) fn pointer(parts: &[&str]) -> String {
    parts.iter().flat_map(|part| ["/".to_owned(), part.replace('~', "~0").replace('/', "~1")]).collect()
}

/// A part of a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Mean,
    P10,
    P90,
}

impl Part {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::P10 => "p10",
            Self::P90 => "p90",
        }
    }

    pub(super) fn of(self, band: &Band) -> (f64, Option<f64>) {
        match self {
            Self::Mean => (band.mean, band.mc_se),
            Self::P10 => (band.quantiles[1], band.quantile_mc_se[1]),
            Self::P90 => (band.quantiles[5], band.quantile_mc_se[5]),
        }
    }
}

/// What the two sides of a difference are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sides {
    /// More and fewer.
    Count,
    /// More and less.
    Cost,
    /// Better and worse.
    Net,
    /// Sooner and later.
    Time,
}

impl Sides {
    /// The id of the side above nought, or below it.
    const fn id(self, up: bool) -> &'static str {
        match (self, up) {
            (Self::Count, true) => "side-more",
            (Self::Count, false) => "side-fewer",
            (Self::Cost, true) => "side-dearer",
            (Self::Cost, false) => "side-cheaper",
            (Self::Net, true) => "side-better",
            (Self::Net, false) => "side-worse",
            (Self::Time, true) => "side-sooner",
            (Self::Time, false) => "side-later",
        }
    }
}

/// A number that chooses between singular and plural.
pub(super) fn counted(figure: Figure) -> Piece {
    Piece::Counted(if figure.text == "1" { 1 } else { 2 }, figure)
}

/// Bands with their place: of an arm, of a difference, or of a provider.
#[derive(Clone, Debug)]
pub(super) struct Place<'a> {
    bands: &'a MetricBands,
    pointer: String,
    periods: &'a [String],
}

impl<'a> Place<'a> {
    /// The band of a period, or the total, with its place.
    pub(super) fn at(&self, period: Option<usize>) -> (Option<&'a Band>, String) {
        match period {
            None => (self.bands.total.as_ref(), format!("{}/total", self.pointer)),
            Some(index) => {
                let at = pointer(&["by_year", &self.periods[index]]);
                (self.bands.by_period[index].as_ref(), format!("{}{at}", self.pointer))
            }
        }
    }
}

impl<'a> Quotes<'a> {
    /// For whoever ran it: all there is.
    pub(super) fn new(forecast: &'a Forecast, wording: &'a Wording) -> Self {
        Self { forecast, teller: Teller::new(wording, forecast.run.replications) }
    }

    /// For the public: no small groups.
    pub(super) fn discreet(forecast: &'a Forecast, wording: &'a Wording) -> Self {
        Self { forecast, teller: Teller::discreet(wording, forecast.run.replications) }
    }

    /// The name of an arm or world in quotation marks is left to the sentence.
    pub(super) fn world(&self, world: usize) -> Piece {
        Piece::Name(self.forecast.worlds[world].title.clone())
    }

    /// A metric of an arm by itself.
    pub(super) fn arm(&self, arm: usize, world: usize, metric: Metric) -> Place<'a> {
        self.place("arms", arm, world, (metric, &self.forecast.results[arm][world]))
    }

    /// A metric of an arm less the base; of the base itself where the arm is the base.
    pub(super) fn change(&self, arm: usize, world: usize, metric: Metric) -> Place<'a> {
        match self.forecast.difference(arm, world) {
            Some(bands) => self.place("differences", arm, world, (metric, bands)),
            None => self.arm(arm, world, metric),
        }
    }

    fn place(
        &self,
        root: &str,
        arm: usize,
        world: usize,
        (metric, bands): (Metric, &'a WorldBands),
    ) -> Place<'a> {
        let (arm, world) = (&self.forecast.arms[arm].name, &self.forecast.worlds[world].name);
        Place {
            bands: bands.metric(metric),
            pointer: pointer(&[root, arm, "world", world, "metrics", metric.name()]),
            periods: &self.forecast.periods,
        }
    }

    /// Contract hours per week of a provider.
    pub(super) fn hours_per_week(&self, arm: usize, world: usize, provider: usize) -> Place<'a> {
        let member = &self.forecast.teams[arm][world][provider];
        let (arm, world) = (&self.forecast.arms[arm].name, &self.forecast.worlds[world].name);
        Place {
            bands: &member.hours_per_week,
            pointer: pointer(&["providers", arm, world, &member.name, "hours_per_week"]),
            periods: &self.forecast.periods,
        }
    }

    /// A part of a band as a figure.
    pub(super) fn part(&self, place: &(Option<&Band>, String), part: Part, form: Form) -> Figure {
        let (value, error) = place.0.map(|band| part.of(band)).unzip();
        self.tactful(self.figure(format!("{}/{}", place.1, part.name()), value, form, error.flatten()), form)
    }

    /// A difference for a sentence that tells its direction in words: `value` is a size, and may choose a plural. So are the ends of
    /// `band`, each with its own direction where they lie on both sides of nought.
    pub(super) fn difference(
        &self,
        place: &(Option<&Band>, String),
        (form, sides): (Form, Sides),
    ) -> Vec<(&'static str, Piece)> {
        let size = |part| self.size(place, part, form);
        let falls = place.0.is_some_and(|band| band.mean < 0.0);
        let parts = if falls { [Part::P90, Part::P10] } else { [Part::P10, Part::P90] };
        let [near, far] = parts.map(size);
        let both = [Part::P10, Part::P90].map(|part| self.side(place, part, form));
        let band = if both == [Ordering::Less, Ordering::Greater] {
            let told = |end: Figure| {
                let up = end.value.is_some_and(|value| value > 0.0);
                Piece::Text(self.say(sides.id(up), &[("value", end.into())]))
            };
            self.spaced("band-behind", &[("low", told(near)), ("high", told(far))])
        } else {
            self.behind(near, far)
        };
        vec![("value", counted(size(Part::Mean))), ("band", Piece::Text(band))]
    }

    /// On which side of nought a part of a band is told to be: on none where it is written as nought.
    fn side(&self, place: &(Option<&Band>, String), part: Part, form: Form) -> Ordering {
        let value = place.0.map_or(0.0, |band| part.of(band).0);
        let nought = self.is_nought(place, part, form);
        if nought { Ordering::Equal } else { value.partial_cmp(&0.0).unwrap_or(Ordering::Equal) }
    }

    /// Whether a part of a band is written as nought; what is withheld is not.
    pub(super) fn is_nought(&self, place: &(Option<&Band>, String), part: Part, form: Form) -> bool {
        place.0.is_some_and(|band| {
            let (value, error) = part.of(band);
            let written = self.numbers.show(form, value.abs(), error);
            !self.withholds(Some(value), form) && written == self.numbers.show(form, 0.0, error)
        })
    }

    /// The size of a part of a band, whichever way it goes.
    fn size(&self, place: &(Option<&Band>, String), part: Part, form: Form) -> Figure {
        let mut figure = self.part(place, part, form);
        let error = place.0.and_then(|band| part.of(band).1);
        figure.text = if self.withholds(figure.value, form) {
            self.wording.text("at-most-few")
        } else {
            self.numbers.show_or_dash(form, figure.value.map(f64::abs), error)
        };
        figure
    }

    /// Mean for the gap `value`, P10 to P90 for the gap `band`; a band without width is left out.
    pub(super) fn band(&self, place: &(Option<&Band>, String), form: Form) -> Vec<(&'static str, Piece)> {
        let value = self.part(place, Part::Mean, form);
        let (low, high) = (self.part(place, Part::P10, form), self.part(place, Part::P90, form));
        vec![("value", value.into()), ("band", Piece::Text(self.behind(low, high)))]
    }

    /// A part of a band, its sign turned.
    pub(super) fn turned(&self, place: &(Option<&Band>, String), part: Part, form: Form) -> Figure {
        let mut figure = self.part(place, part, form);
        let error = place.0.and_then(|band| part.of(band).1);
        figure.text = self.numbers.show_or_dash(form, figure.value.map(|value| 0.0 - value), error);
        self.tactful(figure, form)
    }

    /// A band to stand behind its value.
    pub(super) fn behind(&self, low: Figure, high: Figure) -> Text {
        if low.text == high.text {
            return Text::default();
        }
        self.spaced("band-behind", &[("low", low.into()), ("high", high.into())])
    }

    /// A sentence behind a space.
    fn spaced(&self, id: &str, gaps: &[(&str, Piece)]) -> Text {
        let mut text = self.say(id, gaps);
        text.0.insert(0, Run::Words(" ".to_owned()));
        text
    }

    /// The place of a decision's member.
    pub(super) fn decision(&self, arm: usize, world: usize, rest: &[&str]) -> String {
        let (arm, world) = (&self.forecast.arms[arm].name, &self.forecast.worlds[world].name);
        format!("{}{}", pointer(&["decision", arm, world]), pointer(rest))
    }

    /// Whether there are too few replications to support any answer.
    pub(super) fn too_few(&self) -> bool {
        self.forecast.run.replications < ENOUGH
    }

    /// Whether an arm costs no more than the base: then there is nothing to pay back.
    pub(super) fn costs_no_more(&self, arm: usize) -> bool {
        let cost = self.direction(self.change(arm, 0, Metric::PojCost).at(None).0);
        arm > 0 && matches!(cost, Direction::Down | Direction::Equal)
    }

    /// Which way the mean of a band goes, as far as the run tells.
    pub(super) fn direction(&self, band: Option<&Band>) -> Direction {
        match band.map(Direction::of) {
            Some(Direction::Equal) => Direction::Equal,
            Some(direction) if !self.too_few() => direction,
            _ => Direction::Unclear,
        }
    }

    /// The estimate of a period or of the total with its place below `at`.
    pub(super) fn odds<'o>(&self, at: &str, odds: &'o Odds, period: Option<usize>) -> (&'o Estimate, String) {
        match period {
            None => (&odds.total, format!("{at}/total")),
            Some(index) => {
                let by_year = pointer(&["by_year", &self.forecast.periods[index]]);
                (&odds.by_period[index], format!("{at}{by_year}"))
            }
        }
    }
}
