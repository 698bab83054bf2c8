//! One file, read as far as it can be without knowing the others.

use jiff::civil::Date;

use super::calendar::Period;
use super::fault::{FaultKind, FilePlace, Shape, WordList};
use super::inputs::{Desk, PROMPT, Spot};
use super::keys::{FRAME, Family, Form, Keys};
use super::model::Registered;
use super::reporting;
use super::scalar::{Reader, joined};
use super::search_space;
use super::tree::{self, Content, Node, Table, get};
use super::value::{Stated, Value};

/// The version of the format that this program reads.
pub const FORMAT_VERSION: i64 = 1;
/// Most providers in a scenario.
pub const MOST_PROVIDERS: usize = 20;
/// Most ceilings in a scenario.
pub const MOST_CEILINGS: usize = 20;
/// Most dated changes in a file.
pub const MOST_CHANGES: usize = 200;
/// Most worlds under a scenario.
pub const MOST_WORLDS: usize = 12;
/// Most periods in `time.periods`, and most rows of `registered`.
pub const MOST_PERIODS: usize = 30;

/// A key set in a file; no value when it was faulty.
#[derive(Debug)]
pub(super) struct Setting {
    pub(super) key: String,
    pub(super) spot: Spot,
    pub(super) value: Option<Value>,
}

/// A dated change in a file.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) key: String,
    pub(super) from: Date,
    pub(super) spot: Spot,
    pub(super) to: Option<Stated>,
}

/// All that a file says.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) input: usize,
    pub(super) is_world: bool,
    pub(super) title: String,
    pub(super) purpose: String,
    pub(super) extends: Option<(String, Spot)>,
    pub(super) worlds: Vec<(String, Spot)>,
    pub(super) settings: Vec<Setting>,
    pub(super) changes: Vec<Change>,
    pub(super) periods: Vec<(Period, Spot)>,
    pub(super) registered: Vec<(Registered, Spot)>,
    pub(super) providers: Vec<(String, Spot)>,
    pub(super) ceilings: Vec<(String, Spot)>,
    /// What only people know of the study.
    pub(super) reporting: Vec<reporting::Stated>,
    /// What may be bought for a yearly amount.
    pub(super) budget: Option<search_space::Stated>,
    /// Keys that an unknown key was probably meant for: not to be called missing as well.
    pub(super) suspects: Vec<String>,
    /// Whether it has more providers or ceilings than there can be: told already, and the rest of them is not read.
    pub(super) crowded: bool,
    /// Whether something in it could not be read, so that what is missing may have been there.
    pub(super) broken: bool,
}

impl Layer {
    fn empty(input: usize) -> Self {
        Self {
            input,
            is_world: false,
            title: String::new(),
            purpose: String::new(),
            extends: None,
            worlds: Vec::new(),
            settings: Vec::new(),
            changes: Vec::new(),
            periods: Vec::new(),
            registered: Vec::new(),
            providers: Vec::new(),
            ceilings: Vec::new(),
            reporting: Vec::new(),
            budget: None,
            suspects: Vec::new(),
            crowded: false,
            broken: false,
        }
    }

    /// What the file sets of a key.
    pub(super) fn setting(&self, key: &str) -> Option<&Setting> {
        self.settings.iter().find(|setting| setting.key == key)
    }
}

/// Reads an input that is on the desk. The second value lists where its syntax is wrong.
pub(super) fn read(desk: &mut Desk, keys: &Keys, input: usize) -> (Layer, Vec<Spot>) {
    let (table, broken) = tree::read(desk, input);
    let prompt = desk.path(input).as_os_str() == PROMPT;
    let mut layer = Layer::empty(input);
    layer.broken = !broken.is_empty();
    let mut reader = Reader { desk, keys, prompt };
    // A text of which nothing could be read is told as such, not as a file without title.
    let is_lost = layer.broken && table.is_empty();
    if !prompt && !is_lost {
        reader.frame(&table, &mut layer);
    }
    let misplaced = if prompt { &[] } else { reader.misplaced(&table, &layer) };
    // What has no place here is told as such, whatever it says.
    let table = table.into_iter().filter(|(name, _)| !misplaced.contains(&name.text.as_str())).collect();
    reader.body(&table, "", &mut layer);
    (layer, broken)
}

impl Reader<'_> {
    /// What the file says of itself.
    fn frame(&mut self, table: &Table, layer: &mut Layer) {
        let whole = Desk::whole(layer.input);
        if let Some(node) = get(table, "format_version") {
            match &node.content {
                Content::Number(found, _) if (*found - FORMAT_VERSION as f64).abs() < f64::EPSILON => {}
                Content::Number(_, found) => {
                    let found = found.chars().take(40).collect();
                    self.desk.fault(node.spot, FaultKind::FormatVersion { found, supported: FORMAT_VERSION });
                }
                _ => self.wrong_type(node, "format_version", Shape::Whole),
            }
        }
        let kind = get(table, "kind").map(|node| self.word(node, "kind", WordList::Kind));
        layer.is_world = kind == Some(Some(1));
        layer.broken |= kind == Some(None);
        if let Some(node) = get(table, "title") {
            layer.title = self.text(node, "title").unwrap_or_default();
        }
        if let Some(node) = get(table, "purpose") {
            layer.purpose = self.text(node, "purpose").unwrap_or_default();
        }
        if let Some(node) = get(table, "extends") {
            layer.extends = self.text(node, "extends").map(|path| (path, node.spot));
            layer.broken |= layer.extends.is_none();
        }
        if let Some(node) = get(table, "worlds") {
            self.worlds(node, layer);
        }
        let missing: Vec<String> = ["format_version", "kind", "title", "purpose"]
            .into_iter()
            .filter(|key| get(table, key).is_none())
            .map(str::to_owned)
            .collect();
        if !missing.is_empty() && !layer.broken {
            self.desk.fault(whole, FaultKind::MissingKeys { keys: missing, within: None, nearest: None });
        }
    }

    /// The keys that may not stand in a file of its kind, with a fault for each that does.
    fn misplaced(&mut self, table: &Table, layer: &Layer) -> &'static [&'static str] {
        let (misplaced, place): (&[&str], _) = if layer.is_world {
            let never = &["extends", "worlds", "ceilings", "registered", "time", "budget", "reporting"];
            (never, FilePlace::World)
        } else if layer.extends.is_some() {
            (&["worlds", "time", "registered"], FilePlace::Child)
        } else {
            (&[], FilePlace::Child)
        };
        for (name, _) in table.iter().filter(|(name, _)| misplaced.contains(&name.text.as_str())) {
            let key = name.text.clone();
            self.desk.fault(name.spot, FaultKind::NotHere { key, place });
        }
        misplaced
    }

    fn worlds(&mut self, node: &Node, layer: &mut Layer) {
        let Content::List(items) = &node.content else {
            self.wrong_type(node, "worlds", Shape::Texts);
            return;
        };
        if items.len() > MOST_WORLDS {
            let what = "worlds".to_owned();
            self.desk.fault(node.spot, FaultKind::TooMany { what, found: items.len(), most: MOST_WORLDS });
            return;
        }
        for item in items {
            if let Some(path) = self.text(item, "worlds") {
                layer.worlds.push((path, item.spot));
            }
        }
    }

    /// The keys of a table of the team; `path` is empty for the whole file.
    fn body(&mut self, table: &Table, path: &str, layer: &mut Layer) {
        for (name, node) in table {
            if self.desk.is_full() {
                return;
            }
            let key = joined(path, &name.text);
            match key.as_str() {
                "providers" | "ceilings" | "changes" | "registered" | "time.periods" | "budget"
                | "reporting" => {
                    self.special(&key, name.spot, node, layer);
                }
                frame if FRAME.contains(&frame) => {
                    if self.prompt {
                        self.desk.fault(name.spot, FaultKind::NotHere { key, place: FilePlace::Prompt });
                    }
                }
                known if self.keys.find(Family::Team, known).is_some() => {
                    self.setting((Family::Team, &key.clone()), key, (name.spot, node), layer);
                }
                prefix if self.keys.is_table(prefix) => {
                    if let Some(table) = self.table(node, &key, Shape::Table) {
                        self.body(table, &key, layer);
                    }
                }
                _ => {
                    let nearest = self.keys.nearest(Family::Team, &key);
                    layer.suspects.extend(nearest.clone());
                    self.desk.fault(name.spot, FaultKind::UnknownKey { key, nearest });
                }
            }
        }
    }

    fn special(&mut self, key: &str, spot: Spot, node: &Node, layer: &mut Layer) {
        match key {
            _ if self.prompt && !matches!(key, "providers" | "ceilings") => {
                let key = key.to_owned();
                self.desk.fault(spot, FaultKind::NotHere { key, place: FilePlace::Prompt });
            }
            "providers" => self.named(Family::Provider, MOST_PROVIDERS, node, layer),
            "ceilings" => self.named(Family::Ceiling, MOST_CEILINGS, node, layer),
            "changes" => {
                self.rows(node, key, MOST_CHANGES, |reader, row, table| reader.change(row, table, layer));
            }
            "budget" => layer.budget = self.search_space(spot, node),
            "reporting" => layer.reporting = self.reporting(node),
            "registered" => {
                self.rows(node, key, MOST_PERIODS, |reader, row, table| reader.registered(row, table, layer));
            }
            _ => self.rows(node, key, MOST_PERIODS, |reader, row, table| reader.period(row, table, layer)),
        }
    }

    /// Tables by name: providers or ceilings.
    fn named(&mut self, family: Family, most: usize, node: &Node, layer: &mut Layer) {
        let what = if family == Family::Provider { "providers" } else { "ceilings" };
        let Some(table) = self.table(node, what, Shape::Table) else { return };
        if table.len() > most {
            let spot = table.get(most).map_or(node.spot, |(name, _)| name.spot);
            self.desk.fault(spot, FaultKind::TooMany { what: what.to_owned(), found: table.len(), most });
            layer.crowded = true;
        }
        for (name, node) in table.iter().take(most) {
            let within = joined(what, &name.text);
            if !self.name(&name.text, name.spot) {
                layer.broken = true;
                continue;
            }
            let Some(table) = self.table(node, &within, Shape::Table) else {
                layer.broken = true;
                continue;
            };
            let list = if family == Family::Provider { &mut layer.providers } else { &mut layer.ceilings };
            list.push((name.text.clone(), name.spot));
            for (inner, node) in table {
                if self.keys.find(family, &inner.text).is_some() {
                    let key = joined(&within, &inner.text);
                    self.setting((family, &inner.text), key, (inner.spot, node), layer);
                } else {
                    let nearest = self.keys.nearest(family, &inner.text);
                    layer.suspects.extend(nearest.as_ref().map(|key| joined(&within, key)));
                    let key = joined(&within, &inner.text);
                    self.desk.fault(inner.spot, FaultKind::UnknownKey { key, nearest });
                    if self.desk.is_full() {
                        return;
                    }
                }
            }
        }
    }

    /// One known key with its value.
    fn setting(
        &mut self,
        (family, name): (Family, &str),
        key: String,
        (spot, node): (Spot, &Node),
        layer: &mut Layer,
    ) {
        let Some(described) = self.keys.find(family, name) else { return };
        let value = match described.form {
            Form::Quantity(entry) => self.quantity(node, &key, &entry).map(Value::Quantity),
            Form::Shares(parts) => self.shares(node, &key, parts).map(Value::Shares),
            Form::Flag => self.flag(node, &key).map(Value::Flag),
            Form::Date => self.date(node, &key).map(Value::Date),
            Form::Whole(low, high) => self.whole(node, &key, (low, high)).map(Value::Whole),
            Form::Text => self.text(node, &key).map(Value::Text),
            Form::Names => self.names(node, &key).map(Value::Names),
        };
        // A value is found by its key; what the eye should rest on is the value with it.
        let spot = if node.spot.start >= spot.end { Spot { end: spot.end, ..spot } } else { spot };
        layer.settings.push(Setting { key, spot, value });
    }
}
