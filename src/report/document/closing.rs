//! Doubts, how exact the calculation is, and where the files are.

use super::figures::{Part, Quotes, pointer};
use super::model::{Block, Section, Text};
use super::sentence::{Piece, together};
use crate::analyses::{Forecast, Warning};
use crate::engine::Metric;
use crate::report::Report;
use crate::report::answer::asked;
use crate::report::number::Form;
use crate::report::wording::Wording;
use crate::statistics::Band;

/// The doubts about the run; none when there are none.
pub(super) fn doubts(quotes: &Quotes<'_>) -> Option<Section> {
    let items: Vec<Text> = quotes
        .forecast
        .warnings
        .iter()
        .enumerate()
        .map(|(index, warning)| doubt(quotes, index, warning))
        .collect();
    let section = Section {
        id: "doubts",
        heading: Some(quotes.say("section-doubts", &[])),
        blocks: vec![Block::List(items)],
    };
    (!quotes.forecast.warnings.is_empty()).then_some(section)
}

pub(super) fn doubt(quotes: &Quotes<'_>, index: usize, warning: &Warning) -> Text {
    let forecast = quotes.forecast;
    let arm = |arm: usize| ("arm", Piece::Name(forecast.arms[arm].title.clone()));
    let count = |member: &str, value: usize| {
        let at = pointer(&["warnings", &index.to_string(), member]);
        let figure = quotes.figure(at, Some(value as f64), Form::Count, None);
        Piece::Counted(i64::try_from(value).unwrap_or(i64::MAX), figure)
    };
    let so_many = |count: usize| {
        quotes.replications(&pointer(&["warnings", &index.to_string(), "replications"]), count)
    };
    match warning {
        Warning::FewReplications { replications } => {
            quotes.say("doubt-few-replications", &[("replications", so_many(*replications))])
        }
        Warning::AvoidanceNotMeasured { .. } => quotes.say("doubt-avoidance", &[]),
        Warning::ShortageNotIdentified { arm: at } => quotes.say("doubt-shortage", &[arm(*at)]),
        Warning::CeilingAtRisk { arm: at, ceiling } => {
            let odds = &forecast.decisions[*at][0].ceilings[*ceiling];
            let place = quotes.decision(*at, 0, &["p_within_ceiling", &odds.name, "all_years"]);
            let mut gaps = quotes.chance(&place, &odds.within_all).to_vec();
            gaps.extend([arm(*at), ("name", Piece::Name(odds.name.clone()))]);
            let told = quotes.supports(&odds.within_all);
            quotes.say(if told { "doubt-ceiling" } else { "doubt-ceiling-unsupported" }, &gaps)
        }
        Warning::PartYear { arm: at, provider, period } => {
            let provider = ("provider", Piece::Name(provider.clone()));
            let year = ("year", Piece::Name(forecast.periods[*period].clone()));
            quotes.say("doubt-part-year", &[arm(*at), provider, year])
        }
        Warning::PartPeriod { period, weeks } => {
            let year = ("year", Piece::Name(forecast.periods[*period].clone()));
            quotes.say("doubt-part-period", &[year, ("weeks", count("weeks", *weeks))])
        }
        Warning::Calibrated { draws } => quotes.say("doubt-calibrated", &[("draws", count("draws", *draws))]),
        Warning::Summarised { replications, bound } => {
            let at = pointer(&["warnings", &index.to_string(), "quantile_bound"]);
            let bound = ("bound", quotes.figure(at, Some(*bound), Form::Eur, None).into());
            quotes.say("doubt-summarised", &[("replications", so_many(*replications)), bound])
        }
        Warning::NotReconciled { world, cells } => {
            let world = ("world", quotes.world(*world));
            quotes.say("doubt-not-reconciled", &[world, ("cells", count("cells", *cells))])
        }
    }
}

/// The doubts of a run as plain sentences.
pub(in crate::report) fn doubt_texts(forecast: &Forecast, wording: &Wording) -> Vec<String> {
    let quotes = Quotes::new(forecast, wording);
    let blocks = doubts(&quotes).map(|section| section.blocks).unwrap_or_default();
    let items =
        blocks.into_iter().flat_map(|block| if let Block::List(items) = block { items } else { Vec::new() });
    items.map(|text| text.plain()).collect()
}

/// The files of a run, as far as a reader chose them.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// Where they are, as the reader would type it.
    pub folder: &'a str,
    /// The reports among them.
    pub reports: &'a [Report],
    /// Whether the bands are there for Dutch spreadsheets too.
    pub dutch_bands: bool,
}

impl Written<'_> {
    /// Each file with the id of its sentence: those for people first. `summarised`: there were too many replications to keep.
    fn files(&self, summarised: bool) -> Vec<(&'static str, &'static str)> {
        let told = |report: &Report| match report {
            Report::Html => "file-html",
            Report::Pdf => "file-pdf",
            Report::Xlsx => "file-xlsx",
        };
        let mut all: Vec<_> = self.reports.iter().map(|report| (report.file(), told(report))).collect();
        all.extend([("summary.json", "file-summary"), ("bands.csv", "file-bands")]);
        if self.dutch_bands {
            all.push(("banden.csv", "file-dutch-bands"));
        }
        all.extend([
            ("replications.parquet", if summarised { "file-rows" } else { "file-replications" }),
            ("resolved.toml", "file-resolved"),
            ("manifest.json", "file-manifest"),
        ]);
        all
    }
}

/// The errors of the ends of a band, where there are enough replications to tell them.
fn ends(quotes: &Quotes<'_>, (band, place): &(Option<&Band>, String)) -> Option<Text> {
    let gap = |name: &'static str, part: Part| {
        let error = band.and_then(|band| part.of(band).1).filter(|error| *error > 0.0)?;
        let place = format!("{place}/quantile_mc_se/{}", part.name());
        Some((name, quotes.figure(place, Some(error), Form::Eur, None).into()))
    };
    Some(quotes.say("closing-exact-ends", &[gap("low", Part::P10)?, gap("high", Part::P90)?]))
}

/// How exact the calculation is, and where the files are.
pub(super) fn files(quotes: &Quotes<'_>, written: Option<&Written<'_>>) -> Section {
    let forecast = quotes.forecast;
    let last = forecast.arms.len() - 1;
    let net = quotes.change(last, 0, Metric::NetSaving).at(None);
    let error = net.0.and_then(|band| band.mc_se);
    let replications = ("replications", quotes.replications("/replications", forecast.run.replications));
    let seed = ("seed", Piece::Figure(seed(quotes)));
    let mut sentences = Vec::new();
    if let Some(error) = error {
        let exact = quotes.figure(format!("{}/mc_se", net.1), Some(error), Form::Eur, None);
        let mean = quotes.part(&net, Part::Mean, Form::Eur);
        let gaps = [replications, seed, ("error", exact.into()), ("value", mean.into())];
        let id = if last > 0 { "closing-exact-extra" } else { "closing-exact" };
        sentences.push(quotes.say(id, &gaps));
        sentences.extend(ends(quotes, &net));
    } else {
        sentences.push(quotes.say("closing-not-exact", &[replications, seed]));
    }
    let mut blocks = vec![Block::Paragraph(together(sentences))];
    if let Some(written) = written {
        blocks.push(Block::Paragraph(
            quotes.say("closing-files", &[("folder", Piece::Name(written.folder.to_owned()))]),
        ));
        let item = |(name, id): (&str, &str)| quotes.say(id, &[("name", Piece::Name(name.to_owned()))]);
        let answers = asked(&forecast.answers).into_iter().map(|topic| {
            let gaps = [format!("{}.json", topic.name()), format!("sim {}", topic.name())].map(Piece::Name);
            let [name, command] = gaps;
            quotes.say("file-answer", &[("name", name), ("command", command)])
        });
        let summarised =
            forecast.warnings.iter().any(|warning| matches!(warning, Warning::Summarised { .. }));
        blocks.push(Block::List(written.files(summarised).into_iter().map(item).chain(answers).collect()));
    }
    if forecast.answers.is_empty() && forecast.arms.len() > 1 {
        blocks.push(Block::Paragraph(quotes.say("closing-more", &[])));
    }
    Section { id: "files", heading: Some(quotes.say("section-files", &[])), blocks }
}

/// The seed is a name made of digits: it is shown ungrouped, as it is typed.
pub(super) fn seed(quotes: &Quotes<'_>) -> super::Figure {
    let seed = quotes.forecast.run.seed;
    super::Figure { text: seed.to_string(), pointer: "/seed".to_owned(), value: Some(seed as f64) }
}
