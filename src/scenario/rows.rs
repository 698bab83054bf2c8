//! The lists of tables in a file: dated changes, reporting periods, what was registered.

use super::calendar::Period;
use super::fault::{FaultKind, Shape, WordList};
use super::file::{Change, Layer};
use super::keys::{Form, nearest, split};
use super::model::{Grade, Provenance, Registered};
use super::scalar::{Reader, joined};
use super::tree::{Content, Node, Table, get};
use super::unit::Unit;

impl Reader<'_> {
    /// The tables of a list.
    pub(super) fn rows(
        &mut self,
        node: &Node,
        key: &str,
        most: usize,
        mut row: impl FnMut(&mut Self, &Node, &Table),
    ) {
        let Content::List(items) = &node.content else {
            self.wrong_type(node, key, Shape::Tables);
            return;
        };
        if items.len() > most {
            let what = key.to_owned();
            self.desk.fault(node.spot, FaultKind::TooMany { what, found: items.len(), most });
        }
        for item in items.iter().take(most) {
            if let Some(table) = self.table(item, key, Shape::Table) {
                row(self, item, table);
            }
        }
    }

    /// Faults for keys of a row that are unknown or missing; whether all are there.
    pub(super) fn row_keys(&mut self, node: &Node, table: &Table, within: &str, keys: &[&str]) -> bool {
        self.only(table, within, keys);
        self.row_has(node, table, within, keys)
    }

    /// Faults for keys of a row that are missing; whether all are there.
    fn row_has(&mut self, node: &Node, table: &Table, within: &str, keys: &[&str]) -> bool {
        let missing: Vec<String> =
            keys.iter().filter(|key| get(table, key).is_none()).map(|key| (*key).to_owned()).collect();
        let whole = missing.is_empty();
        if !whole {
            let within = Some(within.to_owned());
            self.desk.fault(node.spot, FaultKind::MissingKeys { keys: missing, within, nearest: None });
        }
        whole
    }

    pub(super) fn change(&mut self, node: &Node, table: &Table, layer: &mut Layer) {
        if !self.row_keys(node, table, "changes", &["from", "key", "to"]) {
            return;
        }
        let (Some(from), Some(key), Some(to)) = (get(table, "from"), get(table, "key"), get(table, "to"))
        else {
            return;
        };
        let date = self.date(from, "changes.from");
        let Some(name) = self.text(key, "changes.key") else { return };
        let keys = self.keys;
        let Some(described) = keys.find_full(&name) else {
            self.desk.fault_with(key.spot, || {
                let dated = keys.all().iter().filter(|known| is_dated(&known.form));
                let (family, inner) = split(&name);
                let nearest =
                    nearest(inner, dated.filter(|known| known.family == family).map(|known| known.key));
                FaultKind::UnknownKey { key: name.chars().take(100).collect(), nearest }
            });
            return;
        };
        let Form::Quantity(entry) = described.form else {
            self.desk.fault(key.spot, FaultKind::NotDated { key: name });
            return;
        };
        if !entry.dated {
            self.desk.fault(key.spot, FaultKind::NotDated { key: name });
            return;
        }
        let to = self.quantity(to, &name, &entry);
        let Some(from) = date else { return };
        if layer.changes.iter().any(|known| known.key == name && known.from == from) {
            self.desk.fault(node.spot, FaultKind::DuplicateChange { key: name, from });
            return;
        }
        layer.changes.push(Change { key: name, from, spot: key.spot, to });
    }

    pub(super) fn period(&mut self, node: &Node, table: &Table, layer: &mut Layer) {
        if !self.row_keys(node, table, "time.periods", &["label", "from"]) {
            return;
        }
        let label = get(table, "label").and_then(|node| self.text(node, "time.periods.label"));
        let from = get(table, "from").and_then(|node| self.date(node, "time.periods.from"));
        if let (Some(label), Some(from)) = (label, from) {
            layer.periods.push((Period { label, from }, node.spot));
        } else {
            layer.broken = true;
        }
    }

    pub(super) fn registered(&mut self, node: &Node, table: &Table, layer: &mut Layer) {
        const COUNTS: [&str; 4] = ["seen", "positive", "escalated", "unknown"];
        const PRINTED: [&str; 4] = ["cost_average_eur", "avoided_eur", "cost_eur", "net_eur"];
        const CONVERSATIONS: &str = "conversations_mean";
        let keys = ["period", "seen", "positive", "escalated", "unknown", "printed", "source", "grade"];
        if !self.row_keys(node, table, "registered", &keys) {
            layer.broken = true;
            return;
        }
        let counts = COUNTS.map(|name| {
            let node = get(table, name)?;
            u32::try_from(self.whole(node, &joined("registered", name), (0, 1_000_000))?).ok()
        });
        let printed = get(table, "printed").and_then(|node| {
            let table = self.table(node, "registered.printed", Shape::Table)?;
            let all: Vec<&str> = PRINTED.into_iter().chain([CONVERSATIONS]).collect();
            self.only(table, "registered.printed", &all);
            self.row_has(node, table, "registered.printed", &PRINTED).then_some(table)
        });
        let conversations = printed
            .and_then(|table| get(table, CONVERSATIONS))
            .map(|node| self.bounded(node, &joined("registered.printed", CONVERSATIONS), (1.0, 100.0)));
        let printed = printed.map(|table| {
            PRINTED.map(|name| {
                let key = joined("registered.printed", name);
                get(table, name).and_then(|node| self.bounded(node, &key, (-1e9, 1e9)))
            })
        });
        let period = get(table, "period").and_then(|node| self.text(node, "registered.period"));
        let source = get(table, "source").and_then(|node| self.text(node, "registered.source"));
        let grade = get(table, "grade").and_then(|node| self.word(node, "registered.grade", WordList::Grade));
        let place = self.desk.place(node.spot);
        let row = || -> Option<Registered> {
            let [seen, positive, escalated, unknown] = counts;
            let [cost_average, avoided, cost, net] = printed?;
            let grade = Grade::ALL[grade?];
            Some(Registered {
                period: period?,
                seen: seen?,
                positive: positive?,
                escalated: escalated?,
                unknown: unknown?,
                printed_cost_average: cost_average?,
                printed_avoided: avoided?,
                printed_cost: cost?,
                printed_net: net?,
                printed_conversations_mean: conversations.map_or(Some(None), |mean| mean.map(Some))?,
                provenance: Provenance { unit: Unit::Count, source: source?, grade, place },
            })
        };
        let Some(row) = row() else {
            layer.broken = true;
            return;
        };
        let sum = row.positive + row.escalated + row.unknown;
        if sum != row.seen {
            let (seen, sum) = (row.seen.into(), sum.into());
            self.desk.fault(node.spot, FaultKind::RegisteredSum { seen, sum });
        }
        layer.registered.push((row, node.spot));
    }
}

const fn is_dated(form: &Form) -> bool {
    matches!(form, Form::Quantity(entry) if entry.dated)
}
