//! Sentences and figures as they are told: of a forecast, and of the answer to a question.

use jiff::civil::Date;

use super::chart::{Plotted, Spread};
use super::model::{Align, Column, Figure, Run, Text};
use super::sentence::{Piece, say};
use super::support::{ENOUGH, exact_enough};
use crate::report::number::{Form, Numbers};
use crate::report::wording::Wording;
use crate::scenario::Unit;
use crate::statistics::{Band, Estimate};

/// The smallest number of young people that a public document shows.
pub(super) const FEWEST: f64 = 5.0;

/// What is needed to tell figures: the words, the numbers, and how much the run supports.
pub(in crate::report) struct Teller<'a> {
    pub(in crate::report) wording: &'a Wording,
    pub(in crate::report) numbers: Numbers,
    pub(in crate::report) replications: usize,
    /// Whether numbers of young people below [`FEWEST`] are told as fewer than that: a public document shows no small
    /// groups.
    pub(in crate::report) discreet: bool,
}

impl<'a> Teller<'a> {
    /// Tells all there is.
    pub(in crate::report) fn new(wording: &'a Wording, replications: usize) -> Self {
        Self { wording, numbers: Numbers::new(wording.language()), replications, discreet: false }
    }

    /// Tells what may be public: no small groups.
    pub(in crate::report) fn discreet(wording: &'a Wording, replications: usize) -> Self {
        Self { discreet: true, ..Self::new(wording, replications) }
    }

    /// A day as it is written in the language.
    pub(in crate::report) fn date(&self, day: Date) -> String {
        let gaps = [
            ("day", day.strftime("%d").to_string().into()),
            ("month", day.strftime("%m").to_string().into()),
            ("year", day.strftime("%Y").to_string().into()),
        ];
        self.wording.fill("date", &gaps)
    }

    /// A sentence of the catalogue.
    pub(in crate::report) fn say(&self, id: &str, gaps: &[(&str, Piece)]) -> Text {
        say(self.wording, id, gaps)
    }

    /// So many replications, the noun in its number; `at` is the place of the number.
    pub(in crate::report) fn replications(&self, at: &str, count: usize) -> Piece {
        let figure = self.figure(at.to_owned(), Some(count as f64), Form::Count, None);
        let counted = Piece::Counted(i64::try_from(count).unwrap_or(i64::MAX), figure);
        Piece::Text(self.say("replications-count", &[("count", counted)]))
    }

    /// A column of a table.
    pub(in crate::report) fn column(&self, id: &str, align: Align) -> Column {
        Column { heading: self.say(id, &[]), align }
    }

    /// Any value of the file of figures.
    pub(in crate::report) fn figure(
        &self,
        pointer: String,
        value: Option<f64>,
        form: Form,
        error: Option<f64>,
    ) -> Figure {
        let value = value.filter(|value| value.is_finite());
        Figure { text: self.numbers.show_or_dash(form, value, error), pointer, value }
    }

    /// Whether a number is told as fewer than the fewest that may be shown.
    pub(in crate::report) fn withholds(&self, value: Option<f64>, form: Form) -> bool {
        self.discreet && form == Form::Count && value.is_some_and(|value| value.abs().round() < FEWEST)
    }

    /// A number of young people as it may be shown.
    pub(in crate::report) fn tactful(&self, mut figure: Figure, form: Form) -> Figure {
        if self.withholds(figure.value, form) {
            // Only a difference lies below nought; which side it is on is no small group.
            let below = figure.value.is_some_and(|value| value.round() < 0.0);
            figure.text =
                self.wording.text(if below { "less-than-fewest-below" } else { "fewer-than-fewest" });
        }
        figure
    }

    /// An estimate; `at` is its place.
    pub(in crate::report) fn estimate(&self, at: &str, estimate: Option<&Estimate>, form: Form) -> Figure {
        let (value, error) = estimate.map(|one| (one.value, one.mc_se)).unzip();
        self.figure(format!("{at}/value"), value, form, error.flatten())
    }

    /// A number of young people.
    pub(in crate::report) fn youths(&self, at: &str, estimate: Option<&Estimate>) -> Figure {
        self.tactful(self.estimate(at, estimate, Form::Count), Form::Count)
    }

    /// The error of an estimate.
    pub(in crate::report) fn error(&self, at: &str, estimate: Option<&Estimate>, form: Form) -> Figure {
        self.figure(format!("{at}/mc_se"), estimate.and_then(|one| one.mc_se), form, None)
    }

    /// The mean of a band; `at` is its place.
    pub(in crate::report) fn mean(&self, at: &str, band: Option<&Band>, form: Form) -> Figure {
        let (value, error) = band.map(|band| (band.mean, band.mc_se)).unzip();
        self.tactful(self.figure(format!("{at}/mean"), value, form, error.flatten()), form)
    }

    /// P10 to P90 of a band, as a text of its own.
    pub(in crate::report) fn between(&self, at: &str, band: Option<&Band>, form: Form) -> Text {
        let [low, high] = [("p10", 1), ("p90", 5)].map(|(name, level)| {
            let error = band.and_then(|band| band.quantile_mc_se[level]);
            let figure =
                self.figure(format!("{at}/{name}"), band.map(|band| band.quantiles[level]), form, error);
            self.tactful(figure, form)
        });
        self.range(low, high)
    }

    /// From one number to another; two that are written alike are told once.
    pub(in crate::report) fn range(&self, low: Figure, high: Figure) -> Text {
        if low.text != high.text {
            return self.say("answer-between", &[("low", low.into()), ("high", high.into())]);
        }
        // What is withheld is not told about either.
        let vague = low.text == self.wording.text("fewer-than-fewest");
        if low.value == high.value || vague {
            low.into()
        } else {
            self.say("answer-about", &[("value", low.into())])
        }
    }

    /// The same in brackets, to stand behind a value.
    pub(in crate::report) fn bracketed(&self, at: &str, band: Option<&Band>, form: Form) -> Piece {
        let between = self.between(at, band, form);
        let mut runs = vec![Run::Words(" (".to_owned())];
        runs.extend(between.0);
        runs.push(Run::Words(")".to_owned()));
        Piece::Text(Text(runs))
    }

    /// A chance as cases out of twenty and as a percentage, for the gaps `cases` and `chance`.
    pub(in crate::report) fn chance<'e>(
        &self,
        at: &str,
        chance: impl Into<Option<&'e Estimate>>,
    ) -> [(&'static str, Piece); 2] {
        let chance = chance.into();
        let mut cases = self.estimate(at, chance, Form::CasesOfTwenty);
        // A sign is for a table; a sentence is read aloud.
        if cases.text.starts_with('<') {
            cases.text = self.wording.text("cases-few");
        } else if cases.text.starts_with('>') {
            cases.text = self.wording.text("cases-many");
        }
        [("cases", cases.into()), ("chance", self.estimate(at, chance, Form::Chance).into())]
    }

    /// Whether a chance or share is exact enough to be said.
    pub(in crate::report) fn supports<'e>(&self, estimate: impl Into<Option<&'e Estimate>>) -> bool {
        self.replications >= ENOUGH && estimate.into().is_some_and(exact_enough)
    }

    /// A mean with P10 to P90, to be drawn.
    pub(in crate::report) fn spread(at: &str, band: Option<&Band>) -> Spread {
        let end = |name: &str, level: usize| {
            Plotted::new(band.map(|band| band.quantiles[level]), format!("{at}/{name}"))
        };
        Spread {
            value: Plotted::new(band.map(|band| band.mean), format!("{at}/mean")),
            interval: Some((end("p10", 1), end("p90", 5))),
        }
    }

    /// A value with its unit in words.
    pub(in crate::report) fn with_unit(&self, unit: Unit, figure: Figure) -> Text {
        let id = format!("in-{}", unit.text().replace(['/', ' '], "-"));
        self.say(&id, &[("value", figure.into())])
    }

    /// What a quantity is called: the table when it stands for several keys.
    pub(in crate::report) fn key(&self, key: &str) -> Text {
        let parts: Vec<&str> = key.split('.').collect();
        let (id, provider) = match parts.as_slice() {
            ["providers", name] => ("part-provider".to_owned(), Some(*name)),
            ["providers", name, own] => (format!("provider-key-{own}"), Some(*name)),
            _ => (format!("key-{}", key.replace('.', "-")), None),
        };
        if !self.wording.has(&id) {
            return Text::name(key);
        }
        match provider {
            Some(name) if parts.len() == 2 => {
                self.say("part-provider", &[("name", Piece::Name(name.to_owned()))])
            }
            Some(name) => self.say(
                "part-of-provider",
                &[("what", Piece::Text(self.say(&id, &[]))), ("name", Piece::Name(name.to_owned()))],
            ),
            None => self.say(&id, &[]),
        }
    }
}

/// How a value of a unit is written.
pub(in crate::report) const fn form_of(unit: Unit) -> Form {
    match unit {
        Unit::Share | Unit::SharePerYear => Form::Percent,
        Unit::EurPerHour => Form::EurCents,
        Unit::Eur | Unit::EurPerYear => Form::Eur,
        Unit::HoursPerWeek | Unit::Weeks | Unit::WeeksPerYear | Unit::Conversations => Form::Weeks,
        Unit::YouthsPerYear | Unit::Count | Unit::Year => Form::Count,
        _ => Form::Given,
    }
}

/// How the error of a value is written: one digit more than the value.
pub(in crate::report) const fn error_form(form: Form) -> Form {
    match form {
        Form::Percent | Form::Chance => Form::FinePercent,
        Form::Weeks | Form::Hours => Form::Ratio,
        Form::Count => Form::Weeks,
        Form::ThousandEur => Form::Eur,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::wording::Language;

    #[test]
    fn two_ends_that_are_written_alike_are_told_as_one_number() {
        for (language, about, apart) in
            [(Language::Nl, "ongeveer 0,44", "0,44 tot 0,50"), (Language::En, "about 0.44", "0.44 to 0.50")]
        {
            let wording = Wording::new(language);
            let teller = Teller::new(&wording, 100);
            let told = |form, low: f64, high: f64| {
                let end = |value| teller.figure("/end".to_owned(), Some(value), form, None);
                teller.range(end(low), end(high)).plain()
            };
            assert_eq!(told(Form::Ratio, 0.4412, 0.4437), about);
            assert_eq!(told(Form::Ratio, 0.4412, 0.4976), apart);
            assert_eq!(told(Form::Count, 7.0, 7.0), "7", "it is known");
        }
    }

    #[test]
    fn two_ends_that_are_withheld_are_not_told_about_either() {
        let wording = Wording::new(Language::Nl);
        let teller = Teller::discreet(&wording, 100);
        let end = |value| {
            let figure = teller.figure("/end".to_owned(), Some(value), Form::Count, None);
            teller.tactful(figure, Form::Count)
        };
        assert_eq!(teller.range(end(1.0), end(3.0)).plain(), wording.text("fewer-than-fewest"));
    }
}
