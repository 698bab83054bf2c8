//! The files of a run, each through its writer in `report`.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::folder::FolderFault;
use super::running::Products;
use super::simulate::Yield;
use super::stopwatch::Stopwatch;
use crate::analyses::Forecast;
use crate::report::document::council;
use crate::report::manifest::{Manifest, write_timings};
use crate::report::wording::Wording;
use crate::report::{Report, bands_csv, html, pdf, replications, resolved_toml, summary, xlsx};
use crate::scenario::Loaded;

/// Everything that is written of a run.
pub(super) struct Results<'a> {
    /// The files and what they came to.
    pub(super) loaded: &'a Loaded,
    /// What went in.
    pub(super) manifest: &'a Manifest,
    /// What was played.
    pub(super) played: &'a Yield,
    /// What it says.
    pub(super) forecast: &'a Forecast,
    /// The files of the answers that were asked along.
    pub(super) answers: &'a [(String, Vec<u8>)],
    /// The words in which reports are written.
    pub(super) wording: &'a Wording,
    /// Which reports are wanted.
    pub(super) products: &'a Products,
}

impl Results<'_> {
    /// Writes every file into a folder.
    ///
    /// # Errors
    /// [`FolderFault`] with the file that could not be written.
    pub(super) fn write(&self, into: &Path, watch: &mut Stopwatch) -> Result<(), FolderFault> {
        let Self { loaded, manifest, played, forecast, answers, wording, products } = self;
        file(into, "manifest.json", |to| manifest.write(to))?;
        for (arm, name) in resolved_files(loaded) {
            file(into, &name, |to| to.write_all(resolved_toml(loaded, arm).as_bytes()))?;
        }
        file(into, "summary.json", |to| summary::write(forecast, to))?;
        file(into, "bands.csv", |to| bands_csv::write(forecast, to).map_err(from_csv))?;
        match played {
            Yield::Kept(outcomes) => file(into, "replications.parquet", |to| {
                replications::write(&loaded.experiment, &**outcomes, to).map_err(from_parquet)
            })?,
            Yield::Summarised(_, rows) => rows.settle(&into.join("replications.parquet"))?,
        }
        for (name, content) in *answers {
            file(into, name, |to| to.write_all(content))?;
        }
        if products.dutch_csv {
            file(into, "banden.csv", |to| bands_csv::write_dutch(forecast, wording, to).map_err(from_csv))?;
        }
        watch.lap("write");
        let reports: Vec<_> =
            products.reports.par_iter().map(|report| self.write_report(*report, into)).collect();
        reports.into_iter().collect::<Result<(), _>>()?;
        watch.lap("report");
        file(into, "timings.json", |to| write_timings(watch.laps(), to))
    }

    /// Writes one report; what is not asked for is not there, for the folder begins empty.
    fn write_report(&self, report: Report, into: &Path) -> Result<(), FolderFault> {
        match report {
            Report::Html => {
                let council = council(self.forecast, self.wording);
                file(into, report.file(), |to| html::write(&council, self.wording, to))
            }
            Report::Pdf => {
                let council = council(self.forecast, self.wording);
                file(into, report.file(), |to| pdf::write(&council, self.wording, to))
            }
            Report::Xlsx => file(into, report.file(), |to| xlsx::write(self.forecast, self.wording, to)),
        }
    }
}

/// The arms that were named, each with its file: the first, which gives the run its meaning, under the plain name.
pub(super) fn resolved_files(loaded: &Loaded) -> Vec<(usize, String)> {
    let arms = &loaded.experiment.arms;
    let first = usize::from(arms.len() > 1);
    let name = |arm: usize| {
        if arm == first { "resolved.toml".to_owned() } else { format!("resolved-{}.toml", arms[arm].name) }
    };
    (first..arms.len()).map(|arm| (arm, name(arm))).collect()
}

/// Writes one file through a buffer.
pub(super) fn file(
    into: &Path,
    name: &str,
    content: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
) -> Result<(), FolderFault> {
    let path = into.join(name);
    File::create(&path)
        .map(BufWriter::new)
        .and_then(|mut to| content(&mut to).and_then(|()| to.flush()))
        .map_err(FolderFault::at(&path))
}

pub(super) fn from_csv(fault: csv::Error) -> io::Error {
    match fault.into_kind() {
        csv::ErrorKind::Io(fault) => fault,
        other => io::Error::other(format!("{other:?}")),
    }
}

pub(super) fn from_parquet(fault: parquet::errors::ParquetError) -> io::Error {
    match fault {
        parquet::errors::ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(fault) => *fault,
            Err(inner) => io::Error::other(inner),
        },
        other => io::Error::other(other),
    }
}
