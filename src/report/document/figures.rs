//! Figures out of a forecast, each with its place in `summary.json`.

use super::model::{Figure, Run, Text};
use super::sentence::{Piece, say};
use super::support::{Direction, ENOUGH, exact_enough};
use crate::analyses::{Forecast, MetricBands, Odds, WorldBands};
use crate::engine::Metric;
use crate::report::number::{Form, Numbers};
use crate::report::wording::Wording;
use crate::statistics::{Band, Estimate};

/// A forecast with what is needed to quote from it.
pub(super) struct Quotes<'a> {
    pub(super) forecast: &'a Forecast,
    pub(super) wording: &'a Wording,
    pub(super) numbers: Numbers,
    /// Whether numbers of young people below [`FEWEST`] are told as fewer than that: a public document shows no small
    /// groups.
    pub(super) discreet: bool,
}

/// The smallest number of young people that a public document shows.
pub(super) const FEWEST: f64 = 5.0;

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
    /// A sentence of the catalogue.
    pub(super) fn say(&self, id: &str, gaps: &[(&str, Piece)]) -> Text {
        say(self.wording, id, gaps)
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

    /// Whether a number is told as fewer than the fewest that may be shown.
    pub(super) fn withholds(&self, value: Option<f64>, form: Form) -> bool {
        self.discreet && form == Form::Count && value.is_some_and(|value| value.abs().round() < FEWEST)
    }

    /// A figure as it may be shown.
    pub(super) fn tactful(&self, mut figure: Figure, form: Form) -> Figure {
        if self.withholds(figure.value, form) {
            figure.text = self.wording.text("fewer-than-fewest");
        }
        figure
    }

    /// A difference for a sentence that tells its direction in words: `value` and `band` are sizes, and `value` may
    /// choose a plural.
    pub(super) fn difference(
        &self,
        place: &(Option<&Band>, String),
        form: Form,
    ) -> Vec<(&'static str, Piece)> {
        let falls = place.0.is_some_and(|band| band.mean < 0.0);
        let mut gaps = if falls { self.turned_band(place, form) } else { self.band(place, form) };
        if let Some((_, value)) = gaps.first_mut()
            && let Piece::Figure(figure) = value.clone()
        {
            *value = Piece::Counted(if figure.text == "1" { 1 } else { 2 }, figure);
        }
        gaps
    }

    /// Mean for the gap `value`, P10 to P90 for the gap `band`; a band without width is left out.
    pub(super) fn band(&self, place: &(Option<&Band>, String), form: Form) -> Vec<(&'static str, Piece)> {
        let value = self.part(place, Part::Mean, form);
        let (low, high) = (self.part(place, Part::P10, form), self.part(place, Part::P90, form));
        vec![("value", value.into()), ("band", Piece::Text(self.behind(low, high)))]
    }

    /// The same with every sign turned: for a fall told as a size, and for weeks sooner.
    pub(super) fn turned_band(
        &self,
        place: &(Option<&Band>, String),
        form: Form,
    ) -> Vec<(&'static str, Piece)> {
        let turned = |part| self.turned(place, part, form);
        let band = self.behind(turned(Part::P90), turned(Part::P10));
        vec![("value", turned(Part::Mean).into()), ("band", Piece::Text(band))]
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
        let mut text = self.say("band-behind", &[("low", low.into()), ("high", high.into())]);
        text.0.insert(0, Run::Words(" ".to_owned()));
        text
    }

    /// Any value of the summary as a figure.
    pub(super) fn figure(
        &self,
        pointer: String,
        value: Option<f64>,
        form: Form,
        error: Option<f64>,
    ) -> Figure {
        let value = value.filter(|value| value.is_finite());
        Figure { text: self.numbers.show_or_dash(form, value, error), pointer, value }
    }

    /// The place of a decision's member.
    pub(super) fn decision(&self, arm: usize, world: usize, rest: &[&str]) -> String {
        let (arm, world) = (&self.forecast.arms[arm].name, &self.forecast.worlds[world].name);
        format!("{}{}", pointer(&["decision", arm, world]), pointer(rest))
    }

    /// An estimate as a figure; `at` is the place of the estimate.
    pub(super) fn estimate(&self, at: &str, estimate: Option<&Estimate>, form: Form) -> Figure {
        let (value, error) = estimate.map(|one| (one.value, one.mc_se)).unzip();
        self.figure(format!("{at}/value"), value, form, error.flatten())
    }

    /// A chance as cases out of twenty and as a percentage, for the gaps `cases` and `chance` of running text.
    pub(super) fn chance(&self, at: &str, chance: &Estimate) -> [(&'static str, Piece); 2] {
        let mut cases = self.estimate(at, Some(chance), Form::CasesOfTwenty);
        // A sign is for a table; a sentence is read aloud.
        if cases.text.starts_with('<') {
            cases.text = self.wording.text("cases-few");
        } else if cases.text.starts_with('>') {
            cases.text = self.wording.text("cases-many");
        }
        [("cases", cases.into()), ("chance", self.estimate(at, Some(chance), Form::Chance).into())]
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
            Some(direction) if self.forecast.run.replications >= ENOUGH => direction,
            _ => Direction::Unclear,
        }
    }

    /// Whether a chance or share may be said.
    pub(super) fn supports(&self, estimate: &Estimate) -> bool {
        self.forecast.run.replications >= ENOUGH && exact_enough(estimate)
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
