//! Blocks whose figures stand deeper in a larger file: every place put beneath another.

use super::chart::{Chart, Picture, Plotted, Spread};
use super::model::{Block, Run, Table, Text};

/// The same blocks with every place beneath `root`, an RFC 6901 pointer.
pub(in crate::report) fn beneath(root: &str, mut blocks: Vec<Block>) -> Vec<Block> {
    for block in &mut blocks {
        match block {
            Block::Paragraph(text) => move_text(root, text),
            Block::List(items) => items.iter_mut().for_each(|item| move_text(root, item)),
            Block::Table(table) => move_table(root, table),
            Block::Chart(chart) => move_chart(root, chart),
        }
    }
    blocks
}

fn move_text(root: &str, text: &mut Text) {
    for run in &mut text.0 {
        if let Run::Figure(figure) = run {
            figure.pointer.insert_str(0, root);
        }
    }
}

fn move_table(root: &str, table: &mut Table) {
    let headings = table.columns.iter_mut().map(|column| &mut column.heading);
    let cells = table.rows.iter_mut().flat_map(|row| &mut row.0);
    [&mut table.caption].into_iter().chain(headings).chain(cells).for_each(|text| move_text(root, text));
}

fn move_chart(root: &str, chart: &mut Chart) {
    move_text(root, &mut chart.title);
    move_text(root, &mut chart.description);
    move_table(root, &mut chart.data);
    let point = |plotted: &mut Plotted| plotted.pointer.insert_str(0, root);
    let spread = |spread: &mut Spread| {
        point(&mut spread.value);
        if let Some((low, high)) = &mut spread.interval {
            point(low);
            point(high);
        }
    };
    match &mut chart.picture {
        Picture::Lines(lines) => {
            for line in &mut lines.series {
                line.values.iter_mut().for_each(point);
                let ends = line.bands.iter_mut().flat_map(|(low, high)| low.iter_mut().chain(high));
                ends.for_each(point);
            }
        }
        Picture::Columns(columns) => {
            columns.series.iter_mut().flat_map(|(_, bars)| bars).for_each(spread);
            columns.limits.iter_mut().for_each(|(_, limit)| point(limit));
        }
        Picture::Rows(rows) => {
            for bar in rows.rows.iter_mut().flat_map(|row| &mut row.bars) {
                if let Some(start) = &mut bar.from {
                    point(&mut start.at);
                    start.shown.iter_mut().for_each(|shown| shown.pointer.insert_str(0, root));
                }
                point(&mut bar.to);
                bar.shown.pointer.insert_str(0, root);
            }
            rows.line.iter_mut().for_each(|(_, at)| point(at));
        }
        Picture::Dots(dots) => point(&mut dots.chance),
        Picture::Plane(plane) => {
            for (_, along, up) in &mut plane.points {
                spread(along);
                spread(up);
            }
            let places = plane.curves.iter_mut().flat_map(|(_, curve)| curve);
            places.for_each(|(along, up)| {
                point(along);
                point(up);
            });
        }
    }
}
