//! One registration file, read as far as it can be without knowing the others.

use jiff::civil::Date;

use super::fault::LedgerFault;
use super::model::{Conversations, Registration};
use super::quarter::Quarter;
use crate::scenario::fault::{FaultKind, Shape};
use crate::scenario::file::FORMAT_VERSION;
use crate::scenario::inputs::{Desk, Spot};
use crate::scenario::keys::Keys;
use crate::scenario::scalar::{Reader, joined};
use crate::scenario::tree::{self, Content, Node, Table, get};
use crate::scenario::vocabulary::REFERRERS;

/// Kinds of help, as a registration names them.
pub const HELP: [&str; 6] =
    ["consultation", "screening", "bridging", "psycho_education", "short_support", "other"];
/// How trajectories end, as a registration names them.
pub const CLOSURES: [&str; 4] = ["positive", "escalated", "dropped_out", "unknown"];
/// The keys of a registration that are no counts, with what they are.
pub const LEDGER_FRAME: [(&str, &str); 7] = [
    ("format_version", "The version of this format"),
    ("quarter", "The quarter, such as 2025-Q1; either this or `corrects`"),
    ("corrects", "The quarter whose earlier registration this file takes the place of"),
    ("registered_on", "The day on which these counts were known, after the quarter"),
    ("carried_out", "The scenario that was carried out in the quarter, by the name of its file"),
    ("source", "Where the counts come from"),
    ("example", "Whether the counts are made up"),
];
/// Highest count of anything in a quarter.
pub const MOST_COUNT: i32 = 100_000;
/// Most files of a ledger: thirty years of quarters, and as many corrections again.
pub const MOST_FILES: usize = 240;
/// Most kinds of need, as in a scenario.
const MOST_NEEDS: usize = 6;
const TABLES: [&str; 5] = ["inflow", "conversations", "needs", "help", "closures"];

/// A registration with the places that later checks point at.
#[derive(Debug)]
pub(super) struct Stated {
    pub(super) registration: Registration,
    pub(super) quarter: Spot,
    pub(super) date: Spot,
    pub(super) needs: Option<Spot>,
}

/// Reads an input that is on the desk; none when something in it is wrong. The second value lists where its syntax is.
pub(super) fn read(desk: &mut Desk, keys: &Keys, input: usize) -> (Option<Stated>, Vec<Spot>) {
    let (table, broken) = tree::read(desk, input);
    if !broken.is_empty() && table.is_empty() {
        return (None, broken);
    }
    let mut reader = Reader { desk, keys, prompt: false };
    (reader.registration(&table, input), broken)
}

/// The counts of a file by table; a table that is not there was not registered.
struct Counts {
    inflow: Option<[u32; 5]>,
    conversations: Option<Conversations>,
    needs: Option<Vec<(String, u32)>>,
    help: Option<[u32; 6]>,
    closures: Option<[u32; 4]>,
}

impl Reader<'_> {
    fn registration(&mut self, table: &Table, input: usize) -> Option<Stated> {
        let allowed: Vec<&str> = LEDGER_FRAME.iter().map(|(key, _)| *key).chain(TABLES).collect();
        self.only(table, "", &allowed);
        self.version(table);
        let mut missing: Vec<String> = ["format_version", "registered_on", "carried_out", "source"]
            .into_iter()
            .filter(|key| get(table, key).is_none())
            .map(str::to_owned)
            .collect();
        if TABLES.iter().all(|key| get(table, key).is_none()) {
            missing.extend(TABLES.map(str::to_owned));
        }
        let whole = Desk::whole(input);
        if !missing.is_empty() {
            self.desk.fault(whole, FaultKind::MissingKeys { keys: missing, within: None, nearest: None });
        }
        let quarter = self.quarter(table, whole);
        let date =
            get(table, "registered_on").and_then(|node| Some((self.date(node, "registered_on")?, node.spot)));
        if let (Some((quarter, ..)), Some((date, spot))) = (quarter, date)
            && date < quarter.end()
        {
            self.ledger(spot, LedgerFault::TooEarly { quarter, date });
        }
        let carried_out = get(table, "carried_out").and_then(|node| self.label(node, "carried_out"));
        let source = get(table, "source").and_then(|node| self.text(node, "source"));
        let example = get(table, "example").map_or(Some(false), |node| self.flag(node, "example"));
        let counts = self.registered_counts(table);
        let ((quarter, spot, corrects), (registered_on, dated)) = (quarter?, date?);
        let Counts { inflow, conversations, needs, help, closures } = counts?;
        Some(Stated {
            registration: Registration {
                quarter,
                registered_on,
                corrects,
                carried_out: carried_out?,
                source: source?,
                example: example?,
                inflow,
                conversations,
                needs,
                help,
                closures,
                place: self.desk.place(spot),
            },
            quarter: spot,
            date: dated,
            needs: get(table, "needs").map(|node| node.spot),
        })
    }

    fn ledger(&mut self, spot: Spot, fault: LedgerFault) {
        self.desk.fault(spot, FaultKind::Ledger(fault));
    }

    fn version(&mut self, table: &Table) {
        let Some(node) = get(table, "format_version") else { return };
        match &node.content {
            Content::Number(found, _) if (*found - FORMAT_VERSION as f64).abs() < f64::EPSILON => {}
            Content::Number(_, found) => {
                let found = found.chars().take(40).collect();
                self.desk.fault(node.spot, FaultKind::FormatVersion { found, supported: FORMAT_VERSION });
            }
            _ => self.wrong_type(node, "format_version", Shape::Whole),
        }
    }

    /// The quarter, where it stands, and whether it is corrected.
    fn quarter(&mut self, table: &Table, whole: Spot) -> Option<(Quarter, Spot, bool)> {
        let (key, node) = match (get(table, "quarter"), get(table, "corrects")) {
            (Some(node), None) => ("quarter", node),
            (None, Some(node)) => ("corrects", node),
            (Some(_), Some(node)) => {
                self.ledger(node.spot, LedgerFault::QuarterOrCorrects);
                return None;
            }
            (None, None) => {
                self.ledger(whole, LedgerFault::QuarterOrCorrects);
                return None;
            }
        };
        let text = self.text(node, key)?;
        let quarter = Quarter::parse(&text);
        if quarter.is_none() {
            let found = text.chars().take(40).collect();
            self.ledger(node.spot, LedgerFault::NoQuarter { found });
        }
        Some((quarter?, node.spot, key == "corrects"))
    }

    fn label(&mut self, node: &Node, key: &str) -> Option<String> {
        let text = self.text(node, key)?;
        self.name(&text, node.spot).then_some(text)
    }

    /// The counts; none when one of them is wrong.
    fn registered_counts(&mut self, table: &Table) -> Option<Counts> {
        let mut fine = true;
        let mut part = |found: Option<bool>| fine &= found.unwrap_or(false);
        let (mut inflow, mut closures, mut help) = (None, None, None);
        if let Some(node) = get(table, "inflow") {
            inflow = self.counted(node, "inflow", REFERRERS, true);
            part(inflow.map(|_| true));
        }
        if let Some(node) = get(table, "closures") {
            closures = self.counted(node, "closures", CLOSURES, true);
            part(closures.map(|_| true));
        }
        if let Some(node) = get(table, "help") {
            help = self.counted(node, "help", HELP, false);
            part(help.map(|_| true));
        }
        let mut needs = None;
        if let Some(node) = get(table, "needs") {
            needs = self.needs(node, inflow);
            part(needs.as_ref().map(|_| true));
        }
        let mut conversations = None;
        if let Some(node) = get(table, "conversations") {
            conversations = self.conversations(node, closures);
            part(conversations.map(|_| true));
        }
        fine.then_some(Counts { inflow, conversations, needs, help, closures })
    }

    /// Counts by part, with their total where the table has one.
    fn counted<const N: usize>(
        &mut self,
        node: &Node,
        key: &'static str,
        names: [&'static str; N],
        has_total: bool,
    ) -> Option<[u32; N]> {
        let table = self.table(node, key, Shape::Table)?;
        let total = has_total.then_some("total");
        let keys: Vec<&str> = total.into_iter().chain(names).collect();
        let whole = self.row_keys(node, table, key, &keys);
        let total = total.and_then(|total| Some((get(table, total)?, joined(key, total))));
        let total = total.map(|(node, name)| (node.spot, self.count(node, &name)));
        let counts = names.map(|name| self.count(get(table, name)?, &joined(key, name)));
        if !whole || counts.contains(&None) {
            return None;
        }
        let counts = counts.map(Option::unwrap_or_default);
        let Some((spot, total)) = total else { return Some(counts) };
        let (total, sum) = (total?, counts.iter().sum::<u32>());
        if total != sum {
            self.ledger(spot, LedgerFault::Sum { table: key, total: total.into(), sum: sum.into() });
            return None;
        }
        Some(counts)
    }

    fn count(&mut self, node: &Node, key: &str) -> Option<u32> {
        u32::try_from(self.whole(node, key, (0, MOST_COUNT))?).ok()
    }

    /// Needs by their own names; as many as came.
    fn needs(&mut self, node: &Node, inflow: Option<[u32; 5]>) -> Option<Vec<(String, u32)>> {
        let table = self.table(node, "needs", Shape::Table)?;
        if table.is_empty() || table.len() > MOST_NEEDS {
            let (key, found) = ("needs".to_owned(), table.len());
            self.desk.fault(node.spot, FaultKind::PartCount { key, found, most: MOST_NEEDS });
            return None;
        }
        let mut needs = Vec::new();
        let mut fine = true;
        for (name, node) in table {
            let named = self.name(&name.text, name.spot);
            match self.count(node, &joined("needs", &name.text)) {
                Some(count) if named => needs.push((name.text.clone(), count)),
                _ => fine = false,
            }
        }
        if !fine {
            return None;
        }
        needs.sort();
        let sum: u32 = needs.iter().map(|(_, count)| count).sum();
        let came: Option<u32> = inflow.map(|counts| counts.iter().sum());
        if let Some(came) = came.filter(|came| *came != sum) {
            self.ledger(node.spot, LedgerFault::Needs { came: came.into(), sum: sum.into() });
            return None;
        }
        Some(needs)
    }

    fn conversations(&mut self, node: &Node, closures: Option<[u32; 4]>) -> Option<Conversations> {
        let [held, in_ended_trajectories] =
            self.counted(node, "conversations", ["held", "in_ended_trajectories"], false)?;
        let ended: Option<u32> = closures.map(|counts| counts.iter().sum());
        if let Some(ended) = ended.filter(|ended| *ended > in_ended_trajectories) {
            let (ended, conversations) = (ended.into(), in_ended_trajectories.into());
            self.ledger(node.spot, LedgerFault::FewConversations { ended, conversations });
            return None;
        }
        Some(Conversations { held, in_ended_trajectories })
    }
}

/// The day with which a correction must compare itself, kept as a pair for sorting.
pub(super) const fn order(stated: &Stated) -> (Quarter, Date) {
    (stated.registration.quarter, stated.registration.registered_on)
}
