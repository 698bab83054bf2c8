//! `replications.parquet`: one row per replication, arm, world and period, the total included.
//!
//! Rows are ordered by arm, world, period (the total last) and replication. Which type a column has is a choice:
//! * young people and conversations are whole: INT32;
//! * money is DOUBLE, rounded to cents. FLOAT would halve the column but keeps seven digits, so that net and avoided
//!   cost would no longer differ by the cost; a DECIMAL would be exact and smaller, but reads back as slow objects
//!   in the tools that finance and analysts use;
//! * weeks, hours and shares are FLOAT: seven digits are more than a replication knows.
//!
//! A value that a replication does not define is null, never NaN. Columns are encoded side by side and written in
//! their order, so the bytes do not depend on the number of threads. A row group holds at most [`GROUP_ROWS`] rows.
//!
//! Of a run that is too long to keep, `replications.parquet` is a folder of files with the same columns, which readers of
//! Parquet take for one table: they hold the totals of every arm in the leading world, each file those of some 20,000
//! replications, written while the next are played. All rows of ten million replications would fill a hundred gigabytes.

use std::io::Write;
use std::sync::Arc;

use bytes::Bytes;
use parquet::basic::{Compression, Encoding, LogicalType, Repetition, Type as Physical};
use parquet::column::writer::{ColumnCloseResult, get_column_writer, get_typed_column_writer};
use parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, FloatType, Int32Type};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties, WriterPropertiesPtr};
use parquet::file::writer::{SerializedFileWriter, SerializedPageWriter, TrackedWrite};
use parquet::schema::types::{ColumnDescPtr, ColumnPath, SchemaDescPtr, Type, TypePtr};
use rayon::prelude::*;

use crate::analyses::Runs;
use crate::engine::{Metric, MetricUnit};
use crate::scenario::Experiment;

/// The label of the rows that span the whole forecast.
pub const TOTAL: &str = "total";
/// The most rows in a row group: what a reader has to hold at once.
pub const GROUP_ROWS: usize = 1 << 17;
/// The columns that say which row it is.
const INDEX: [(&str, Physical); 5] = [
    ("replication", Physical::INT32),
    ("draw", Physical::INT32),
    ("arm", Physical::BYTE_ARRAY),
    ("world", Physical::BYTE_ARRAY),
    ("period", Physical::BYTE_ARRAY),
];

/// Those of them that are the same for every arm and world.
const PLACES: [usize; 3] = [0, 1, 4];

const fn physical(unit: MetricUnit) -> Physical {
    match unit {
        MetricUnit::Youths | MetricUnit::Conversations => Physical::INT32,
        MetricUnit::Eur => Physical::DOUBLE,
        MetricUnit::Weeks | MetricUnit::Share | MetricUnit::Hours => Physical::FLOAT,
    }
}

/// The rows of one row group: whole slices of one arm in one world, or a part of one slice.
struct Group {
    at: (usize, usize),
    slices: std::ops::Range<usize>,
    replications: std::ops::Range<usize>,
}

/// Writes all replications.
///
/// # Errors
/// Whatever writing to `to` fails with, wrapped by the Parquet writer.
pub fn write(
    experiment: &Experiment,
    runs: &dyn Runs,
    to: &mut (dyn Write + Send),
) -> Result<(), ParquetError> {
    let labels: Vec<&str> = experiment.scenarios[0][0]
        .calendar
        .periods()
        .iter()
        .map(|period| period.label.as_str())
        .chain([TOTAL])
        .collect();
    let mut file = SerializedFileWriter::new(to, schema()?, properties())?;
    // By row group of the first case; then by world of an arm, the row groups that stand again in a later world.
    let mut first: Vec<Vec<Encoded>> = Vec::new();
    let mut written: Vec<Vec<Vec<Encoded>>> = Vec::new();
    for arm in 0..experiment.arms.len() {
        written.clear();
        for world in 0..experiment.worlds.len() {
            let (at, twin) = ((arm, world), runs.twin((arm, world)));
            let again = (world + 1..experiment.worlds.len()).any(|later| runs.twin((arm, later)) == world);
            let mut kept = Vec::new();
            for (number, group) in groups(at, labels.len(), runs.replications()).into_iter().enumerate() {
                let columns = |metric: Metric, slices: &[usize]| runs.metric(at, metric, slices);
                let known = |column: usize| {
                    let metrics = written.get(twin).filter(|_| is_shared(column));
                    let all = if PLACES.contains(&column) { Some(&first) } else { metrics };
                    all?.get(number)?.get(column).cloned()
                };
                let encoded = put(&mut file, experiment, (group, 0), &labels, (&columns, &known))?;
                if at == (0, 0) {
                    first.push(encoded[..INDEX.len()].to_vec());
                }
                if again {
                    kept.push(encoded);
                }
            }
            written.push(kept);
        }
    }
    file.close()?;
    Ok(())
}

/// A column of a row group as it stands in the file.
type Encoded = (Bytes, ColumnCloseResult);

/// Encodes the columns of one row group side by side, and writes them in their order; returns them. Those that are `known` are those of
/// another row group.
fn put<W: Write + Send>(
    file: &mut SerializedFileWriter<W>,
    experiment: &Experiment,
    (group, first): (Group, usize),
    labels: &[&str],
    (columns, known): (&Columns<'_>, &Known<'_>),
) -> Result<Vec<Encoded>, ParquetError> {
    let descriptor = Arc::new(file.schema_descr().clone());
    let rows = Rows { experiment, columns, labels, group, first, descriptor, properties: file.properties() };
    let encode = |column: usize| known(column).map_or_else(|| rows.encode(column), Ok);
    let columns: Vec<Result<Encoded, ParquetError>> =
        (0..INDEX.len() + Metric::COUNT).into_par_iter().map(encode).collect();
    let columns = columns.into_iter().collect::<Result<Vec<Encoded>, _>>()?;
    let mut into = file.next_row_group()?;
    for (bytes, close) in &columns {
        into.append_column(bytes, close.clone())?;
    }
    into.close()?;
    Ok(columns)
}

/// Whether a column is the same in worlds in which all but the euros is.
fn is_shared(column: usize) -> bool {
    column.checked_sub(INDEX.len()).is_some_and(|metric| !Metric::ALL[metric].is_money())
}

/// The totals of every arm in the leading world, of consecutive replications.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// By arm and metric, in replication order.
    pub columns: Vec<Vec<f64>>,
}

impl Totals {
    /// Those of a block of replications.
    pub fn of(experiment: &Experiment, runs: &dyn Runs) -> Self {
        let total = experiment.scenarios[0][0].calendar.periods().len();
        let arms = 0..experiment.arms.len();
        let all = arms.flat_map(|arm| Metric::ALL.iter().map(move |metric| (arm, *metric)));
        Self { columns: all.flat_map(|(arm, metric)| runs.metric((arm, 0), metric, &[total])).collect() }
    }

    /// How many replications there are.
    pub fn replications(&self) -> usize {
        self.columns.first().map_or(0, Vec::len)
    }

    /// Puts those of the next replications behind them.
    pub fn append(&mut self, more: Self) {
        if self.columns.is_empty() {
            *self = more;
        } else {
            for (column, more) in self.columns.iter_mut().zip(more.columns) {
                column.extend(more);
            }
        }
    }
}

/// Writes the totals of some replications, the first of which has a number: a group of rows per arm.
///
/// # Errors
/// Whatever writing to `to` fails with, wrapped by the Parquet writer.
pub fn write_totals(
    experiment: &Experiment,
    (first, totals): (usize, &Totals),
    to: &mut (dyn Write + Send),
) -> Result<(), ParquetError> {
    let mut file = SerializedFileWriter::new(to, schema()?, properties())?;
    for arm in 0..experiment.arms.len() {
        let columns =
            |metric: Metric, _: &[usize]| vec![totals.columns[arm * Metric::COUNT + metric as usize].clone()];
        let group = Group { at: (arm, 0), slices: 0..1, replications: 0..totals.replications() };
        put(&mut file, experiment, (group, first), &[TOTAL], (&columns, &|_| None))?;
    }
    file.close()?;
    Ok(())
}

/// The row groups of an arm in a world.
fn groups(at: (usize, usize), slices: usize, replications: usize) -> Vec<Group> {
    // Whole slices while they are small, parts of one slice when they are large.
    let at_once = GROUP_ROWS.checked_div(replications).unwrap_or(slices).clamp(1, slices);
    let part = replications.clamp(1, GROUP_ROWS);
    let mut all = Vec::new();
    for first in (0..slices).step_by(at_once) {
        for from in (0..replications).step_by(part) {
            all.push(Group {
                at,
                slices: first..(first + at_once).min(slices),
                replications: from..(from + part).min(replications),
            });
        }
    }
    all
}

fn schema() -> Result<TypePtr, ParquetError> {
    let mut fields = Vec::new();
    for (name, physical) in INDEX {
        let text = (physical == Physical::BYTE_ARRAY).then_some(LogicalType::String);
        let field = Type::primitive_type_builder(name, physical).with_repetition(Repetition::REQUIRED);
        fields.push(Arc::new(field.with_logical_type(text).build()?));
    }
    for metric in Metric::ALL {
        let field = Type::primitive_type_builder(metric.name(), physical(metric.unit()));
        fields.push(Arc::new(field.with_repetition(Repetition::OPTIONAL).build()?));
    }
    Ok(Arc::new(Type::group_type_builder("replications").with_fields(fields).build()?))
}

fn properties() -> WriterPropertiesPtr {
    let mut builder = WriterProperties::builder()
        .set_compression(Compression::LZ4_RAW)
        .set_created_by(concat!("sim ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_statistics_enabled(EnabledStatistics::None)
        .set_offset_index_disabled(true)
        .set_dictionary_enabled(false);
    for (name, physical) in INDEX {
        let path = ColumnPath::from(name);
        builder = builder.set_column_statistics_enabled(path.clone(), EnabledStatistics::Chunk);
        builder = if physical == Physical::BYTE_ARRAY {
            builder.set_column_dictionary_enabled(path, true)
        } else {
            builder.set_column_encoding(path, Encoding::DELTA_BINARY_PACKED)
        };
    }
    for metric in Metric::ALL {
        let path = ColumnPath::from(metric.name());
        builder = match physical(metric.unit()) {
            Physical::INT32 => builder.set_column_encoding(path, Encoding::DELTA_BINARY_PACKED),
            _ => builder.set_column_encoding(path, Encoding::BYTE_STREAM_SPLIT),
        };
    }
    Arc::new(builder.build())
}

/// A column that another row group has already.
type Known<'a> = dyn Fn(usize) -> Option<Encoded> + Sync + 'a;
/// The columns by slice of a metric.
type Columns<'a> = dyn Fn(Metric, &[usize]) -> Vec<Vec<f64>> + Sync + 'a;

/// One row group on its way into columns.
struct Rows<'a> {
    experiment: &'a Experiment,
    columns: &'a Columns<'a>,
    labels: &'a [&'a str],
    group: Group,
    /// The number of the replication that counts as the first.
    first: usize,
    descriptor: SchemaDescPtr,
    properties: &'a WriterPropertiesPtr,
}

impl Rows<'_> {
    fn encode(&self, column: usize) -> Result<Encoded, ParquetError> {
        let (arm, world) = self.group.at;
        match column {
            0 => self.index(column, whole),
            1 => self.index(column, |replication| whole(replication >> 1)),
            2 => self.text(column, |_| &self.experiment.arms[arm].name),
            3 => self.text(column, |_| &self.experiment.worlds[world].name),
            4 => self.text(column, |slice| self.labels[slice]),
            _ => self.metric(column, Metric::ALL[column - INDEX.len()]),
        }
    }

    /// A column of whole numbers that follow from the place of the row.
    fn index(&self, column: usize, of: impl Fn(usize) -> i32) -> Result<Encoded, ParquetError> {
        let numbers = || self.group.replications.clone().map(|at| of(self.first + at));
        let values: Vec<i32> = self.group.slices.clone().flat_map(|_| numbers()).collect();
        self.store::<Int32Type>(column, &values, None)
    }

    /// A column of names, one per slice.
    fn text<'b>(&'b self, column: usize, of: impl Fn(usize) -> &'b str) -> Result<Encoded, ParquetError> {
        let names = self.group.slices.clone().map(|slice| ByteArray::from(of(slice)));
        let values: Vec<ByteArray> =
            names.flat_map(|name| std::iter::repeat_n(name, self.group.replications.len())).collect();
        self.store::<ByteArrayType>(column, &values, None)
    }

    fn metric(&self, column: usize, metric: Metric) -> Result<Encoded, ParquetError> {
        let slices: Vec<usize> = self.group.slices.clone().collect();
        let columns = (self.columns)(metric, &slices);
        let parts: Vec<&[f64]> =
            columns.iter().map(|column| &column[self.group.replications.clone()]).collect();
        // Where nothing is undefined, as a rule, every number is taken over without a question.
        let holes = parts.iter().copied().flatten().fold(false, |holes, value| holes | value.is_nan());
        let defined: Vec<i16> = if holes {
            each(&parts, false, |value| i16::from(!value.is_nan()))
        } else {
            vec![1; parts.iter().map(|part| part.len()).sum()]
        };
        match physical(metric.unit()) {
            Physical::INT32 => self.store::<Int32Type>(column, &each(&parts, holes, count), Some(&defined)),
            Physical::DOUBLE => self.store::<DoubleType>(column, &each(&parts, holes, cents), Some(&defined)),
            _ => self.store::<FloatType>(column, &each(&parts, holes, single), Some(&defined)),
        }
    }

    /// Encodes and compresses one column into memory.
    fn store<T: DataType>(
        &self,
        column: usize,
        values: &[T::T],
        defined: Option<&[i16]>,
    ) -> Result<Encoded, ParquetError> {
        let mut sink = TrackedWrite::new(Vec::new());
        let description: ColumnDescPtr = self.descriptor.column(column);
        let pages = Box::new(SerializedPageWriter::new(&mut sink));
        let writer = get_column_writer(description, Arc::clone(self.properties), pages);
        let mut writer = get_typed_column_writer::<T>(writer);
        writer.write_batch(values, defined, None)?;
        let close = writer.close()?;
        Ok((Bytes::from(sink.into_inner()?), close))
    }
}

/// What every number of the parts, one after another, becomes; without those that are undefined where there are `holes`.
fn each<T>(parts: &[&[f64]], holes: bool, of: impl Fn(f64) -> T) -> Vec<T> {
    let mut all = Vec::with_capacity(parts.iter().map(|part| part.len()).sum());
    for part in parts {
        if holes {
            all.extend(part.iter().filter(|value| !value.is_nan()).map(|value| of(*value)));
        } else {
            all.extend(part.iter().map(|value| of(*value)));
        }
    }
    all
}

fn whole(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

#[expect(clippy::cast_possible_truncation, reason = "a cast of a float saturates, and counts are far below")]
fn count(value: f64) -> i32 {
    value.round() as i32
}

/// Rounded to cents. Adding nought turns a negative nought into a plain one.
fn cents(value: f64) -> f64 {
    (value * 100.0).round() / 100.0 + 0.0
}

#[expect(clippy::cast_possible_truncation, reason = "seven digits are kept on purpose")]
const fn single(value: f64) -> f32 {
    value as f32
}
