//! The files of a run, each through its writer in `report`.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::time::Instant;

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

/// The rows of a run: a file, or a folder of files where there are too many for one.
const ROWS: &str = "replications.parquet";

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

/// A file still to be written, by the writer that it has.
struct Piece<'a> {
    name: String,
    writer: Writer<'a>,
}

/// Writes a file to where it belongs.
type Writer<'a> = Box<dyn FnOnce(&mut BufWriter<File>) -> io::Result<()> + Send + 'a>;

impl<'a> Piece<'a> {
    fn new(
        name: impl Into<String>,
        writer: impl FnOnce(&mut BufWriter<File>) -> io::Result<()> + Send + 'a,
    ) -> Self {
        Self { name: name.into(), writer: Box::new(writer) }
    }

    /// Writes it into a folder; returns its name and the seconds that took.
    fn write(self, into: &Path) -> Result<(String, f64), FolderFault> {
        let since = Instant::now();
        file(into, &self.name, self.writer)?;
        Ok((self.name, since.elapsed().as_secs_f64()))
    }
}

/// Writes pieces side by side, begun in their order; the seconds of each, or the first fault in that order.
fn write_all(pieces: Vec<Piece<'_>>, into: &Path) -> Result<Vec<(String, f64)>, FolderFault> {
    let mut written: Vec<_> = pieces.iter().map(|_| None).collect();
    rayon::scope_fifo(|scope| {
        for (piece, place) in pieces.into_iter().zip(&mut written) {
            scope.spawn_fifo(move |_| *place = Some(piece.write(into)));
        }
    });
    written.into_iter().flatten().collect()
}

impl Results<'_> {
    /// Writes every file into a folder, on all threads of the pool that it is called on.
    ///
    /// # Errors
    /// [`FolderFault`] with the file that could not be written, the first of them as they are listed here.
    pub(super) fn write(&self, into: &Path, watch: &mut Stopwatch) -> Result<(), FolderFault> {
        let since = Instant::now();
        let settled = match self.played {
            Yield::Summarised(_, rows) => {
                rows.settle(&into.join(ROWS))?;
                vec![(ROWS.to_owned(), since.elapsed().as_secs_f64())]
            }
            Yield::Kept(_) => Vec::new(),
        };
        let (reports, files) = rayon::join(|| self.write_reports(into), || write_all(self.files(), into));
        let seconds = [settled, reports?, files?].concat();
        watch.lap("write");
        file(into, "timings.json", |to| write_timings(watch.laps(), &seconds, to))
    }

    /// Writes the reports, the slowest first; what is not asked for is not there, for the folder begins empty.
    fn write_reports(&self, into: &Path) -> Result<Vec<(String, f64)>, FolderFault> {
        let Self { forecast, wording, .. } = self;
        let wanted = |report: Report| self.products.reports.contains(&report);
        // Two reports say the same.
        let told = (wanted(Report::Pdf) || wanted(Report::Html)).then(|| council(forecast, wording));
        let mut pieces = Vec::new();
        if let Some(council) = told.as_ref().filter(|_| wanted(Report::Pdf)) {
            pieces.push(Piece::new(Report::Pdf.file(), |to| pdf::write(council, wording, to)));
        }
        if wanted(Report::Xlsx) {
            pieces.push(Piece::new(Report::Xlsx.file(), |to| xlsx::write(forecast, wording, to)));
        }
        if let Some(council) = told.as_ref().filter(|_| wanted(Report::Html)) {
            pieces.push(Piece::new(Report::Html.file(), |to| html::write(council, wording, to)));
        }
        write_all(pieces, into)
    }

    /// The files that are always there, the slowest first, and what was asked along.
    fn files(&self) -> Vec<Piece<'_>> {
        let Self { loaded, manifest, played, forecast, answers, wording, products } = self;
        let mut all = Vec::new();
        if let Yield::Kept(outcomes) = played {
            all.push(Piece::new(ROWS, move |to| {
                replications::write(&loaded.experiment, &**outcomes, to).map_err(from_parquet)
            }));
        }
        all.push(Piece::new("summary.json", |to| summary::write(forecast, to)));
        all.push(Piece::new("bands.csv", |to| bands_csv::write(forecast, to).map_err(from_csv)));
        if products.dutch_csv {
            let dutch =
                |to: &mut BufWriter<File>| bands_csv::write_dutch(forecast, wording, to).map_err(from_csv);
            all.push(Piece::new("banden.csv", dutch));
        }
        all.push(Piece::new("manifest.json", |to| manifest.write(to)));
        all.extend(resolved_files(loaded).into_iter().map(|(arm, name)| {
            Piece::new(name, move |to| to.write_all(resolved_toml(loaded, arm).as_bytes()))
        }));
        all.extend(answers.iter().map(|(name, content)| Piece::new(name, |to| to.write_all(content))));
        all
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
