//! What is said of a region: what all municipalities come to together, by size and by world.

use std::io;

use super::json::figures;
use crate::analyses::region::{ADDED, Extra, Region};
use crate::engine::Metric;
use crate::report::answer::Answer;
use crate::report::document::Teller;
use crate::report::document::{
    Align, Block, Document, Figure, Piece, Row, Section, Table, Text, pointer, together,
};
use crate::report::number::{Form, UNDEFINED};
use crate::report::wording::Wording;
use crate::statistics::Band;

/// The answer.
///
/// # Errors
/// None in practice: the figures are written to memory.
pub fn region(region: &Region, wording: &Wording) -> io::Result<Answer> {
    let page = Page { region, teller: Teller::new(wording, region.run.replications) };
    let sections = vec![page.opening(), page.answer(), page.tables()];
    Ok(Answer {
        document: Document { language: wording.language(), title: wording.text("region-title"), sections },
        charts: Vec::new(),
        json: crate::report::answer::json(&figures(region))?,
        product: None,
        beside: Vec::new(),
    })
}

/// The place of what a scenario brings, and what that is.
type Told<'a> = (String, &'a Extra);

struct Page<'a> {
    region: &'a Region,
    teller: Teller<'a>,
}

impl Page<'_> {
    fn count(&self, member: &str, number: usize) -> Piece {
        self.teller.figure(format!("/{member}"), Some(number as f64), Form::Count, None).into()
    }

    fn size(&self, place: String, size: f64) -> Figure {
        self.teller.figure(place, Some(size), Form::Ratio, None)
    }

    fn total(&self, world: usize) -> Told<'_> {
        (pointer(&["total", &self.region.worlds[world].name]), &self.region.totals[world])
    }

    fn opening(&self) -> Section {
        let region = self.region;
        let sizes = || region.locals.iter().map(|local| local.municipality.size);
        let gaps = [
            ("title", Piece::Name(region.arm.title.clone())),
            ("count", self.count("municipalities", region.locals.len())),
            ("replications", self.teller.replications("/replications", region.run.replications)),
            ("smallest", self.size("/smallest".to_owned(), sizes().fold(f64::INFINITY, f64::min)).into()),
            ("largest", self.size("/largest".to_owned(), sizes().fold(0.0, f64::max)).into()),
            ("world", Piece::Name(region.worlds[0].title.clone())),
        ];
        let mut told = vec![self.teller.say("region-basis", &gaps)];
        told.push(match &region.base {
            Some(base) => self.teller.say("region-against", &[("base", Piece::Name(base.title.clone()))]),
            None => self.teller.say("region-alone", &[]),
        });
        let blocks = vec![Block::Paragraph(together(told)), self.paragraph("region-shared")];
        Section { id: "opening", heading: None, blocks }
    }

    fn paragraph(&self, id: &str) -> Block {
        Block::Paragraph(self.teller.say(id, &[]))
    }

    fn answer(&self) -> Section {
        let (place, extra) = self.total(0);
        let mut gaps = Vec::new();
        for (metric, [value, band]) in [
            (Metric::PojCost, ["cost", "cost_band"]),
            (Metric::YouthsStarted, ["started", "started_band"]),
            (Metric::YouthsClosedPositive, ["positive", "positive_band"]),
            (Metric::NetSaving, ["net", "net_band"]),
        ] {
            let (at, found) = metric_of(&place, extra, metric);
            gaps.push((value, self.teller.mean(&at, found, form(metric, false)).into()));
            gaps.push((band, self.teller.bracketed(&at, found, form(metric, false))));
        }
        let alone = self.region.base.is_none();
        let mut told = vec![self.teller.say(if alone { "region-sums-alone" } else { "region-sums" }, &gaps)];
        let chance = Some(&extra.p_nonnegative);
        told.push(if self.teller.supports(chance) {
            self.teller
                .say("region-chance", &self.teller.chance(&format!("{place}/p_net_nonnegative"), chance))
        } else {
            self.teller.say("region-chance-open", &[])
        });
        let blocks = vec![Block::Paragraph(together(told))];
        Section { id: "answer", heading: Some(self.teller.say("section-answer", &[])), blocks }
    }

    fn tables(&self) -> Section {
        let worlds = (0..self.region.worlds.len()).map(|world| {
            let name = Text::name(self.region.worlds[world].title.clone());
            self.row(vec![name], &self.total(world))
        });
        let by_world = self.table("region-caption-worlds", &["region-world"], worlds.collect());
        let groups = self.region.groups.iter().enumerate().map(|(number, group)| {
            let at = format!("/groups/{number}");
            let [least, most] = [("least", group.least), ("most", group.most)]
                .map(|(name, size)| self.size(format!("{at}/{name}"), size));
            let sizes = self.teller.range(least, most);
            let count =
                self.teller.figure(format!("{at}/count"), Some(group.count as f64), Form::Count, None);
            self.row(vec![sizes, count.into()], &(format!("{at}/extra"), &group.extra))
        });
        let by_size = self.table("region-caption-sizes", &["region-size", "region-count"], groups.collect());
        let heading = Some(self.teller.say("region-heading-table", &[]));
        Section { id: "tables", heading, blocks: vec![Block::Table(by_world), Block::Table(by_size)] }
    }

    fn table(&self, caption: &str, first: &[&str], rows: Vec<Row>) -> Table {
        let mut columns = vec![self.teller.column(first[0], Align::Left)];
        let figures =
            ["region-cost", "region-started", "region-positive", "region-net", "region-band", "region-odds"];
        columns.extend(first[1..].iter().chain(&figures).map(|id| self.teller.column(id, Align::Right)));
        let gaps = [("world", Piece::Name(self.region.worlds[0].title.clone()))];
        Table { caption: self.teller.say(caption, &gaps), columns, rows }
    }

    /// Cells of names and sizes, then the figures.
    fn row(&self, mut cells: Vec<Text>, (place, extra): &Told<'_>) -> Row {
        for metric in ADDED {
            let (at, found) = metric_of(place, extra, metric);
            cells.push(self.teller.mean(&at, found, form(metric, true)).into());
        }
        let (at, net) = metric_of(place, extra, Metric::NetSaving);
        cells.push(self.teller.between(&at, net, Form::ThousandEur));
        let at = format!("{place}/p_net_nonnegative");
        let chance = Some(&extra.p_nonnegative);
        cells.push(if self.teller.supports(chance) {
            self.teller.estimate(&at, chance, Form::Chance).into()
        } else {
            Text::words(UNDEFINED)
        });
        Row(cells)
    }
}

fn metric_of<'a>(place: &str, extra: &'a Extra, metric: Metric) -> (String, Option<&'a Band>) {
    let at = ADDED.iter().position(|added| *added == metric).unwrap_or(0);
    (format!("{place}/metrics/{}", metric.name()), extra.bands[at].as_ref())
}

fn form(metric: Metric, in_table: bool) -> Form {
    match (metric.is_money(), in_table) {
        (true, true) => Form::ThousandEur,
        (true, false) => Form::Eur,
        _ => Form::Count,
    }
}
