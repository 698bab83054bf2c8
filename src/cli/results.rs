//! The files of a run, each through its writer in `report`.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::time::Instant;

use rayon::ThreadPool;

use super::folder::{FolderFault, SettledFile, write_settled};
use super::running::Products;
use super::simulate::Yield;
use crate::analyses::Forecast;
use crate::report::document::council;
use crate::report::manifest::Manifest;
use crate::report::wording::Wording;
use crate::report::{Report, bands_csv, html, pdf, replications, resolved_toml, summary, xlsx};
use crate::scenario::{Experiment, Loaded};

/// The rows of a run: a file, or a folder of files where there are too many for one.
const ROWS: &str = "replications.parquet";

/// Everything that is written of a run.
pub(super) struct Results<'a> {
    /// The files and what they came to.
    pub(super) loaded: &'a Loaded,
    /// What went in.
    pub(super) manifest: &'a Manifest,
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

/// Writes the rows of a run into a folder, on the threads of a pool, and sees them on the disk; returns their name and the seconds that
/// took.
///
/// # Errors
/// [`FolderFault`] with the file that could not be written.
pub(super) fn write_rows(
    experiment: &Experiment,
    played: &Yield,
    into: &Path,
    threads: &ThreadPool,
) -> Result<(String, f64), FolderFault> {
    let (since, place) = (Instant::now(), into.join(ROWS));
    match played {
        Yield::Summarised(_, rows) => rows.settle(&place)?,
        Yield::Kept(outcomes) => {
            let write = |to: &mut SettledFile<'_>| {
                threads.install(|| replications::write(experiment, &**outcomes, to)).map_err(from_parquet)
            };
            write_settled(&place, write).map_err(FolderFault::at(&place))?;
        }
    }
    Ok((ROWS.to_owned(), since.elapsed().as_secs_f64()))
}

impl Results<'_> {
    /// Writes every file but the rows into a folder, on all threads of the pool that it is called on; returns the seconds of each.
    ///
    /// # Errors
    /// [`FolderFault`] with the file that could not be written, the first of them as they are listed here.
    pub(super) fn write(&self, into: &Path) -> Result<Vec<(String, f64)>, FolderFault> {
        let (reports, files) = rayon::join(|| self.write_reports(into), || write_all(self.files(), into));
        Ok([reports?, files?].concat())
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
        let Self { loaded, manifest, forecast, answers, wording, products } = self;
        let mut all = Vec::new();
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
