//! Reading quantities: the statement, and what says how far to trust it.

use super::fault::{FaultKind, Shape, WordList};
use super::model::{Grade, Provenance};
use super::number::written;
use super::scalar::{Reader, joined};
use super::tree::{Content, Name, Node, Table, get};
use super::unit::Unit;
use super::value::{Prior, STATEMENTS, Stated, Statement};
use super::vocabulary::Entry;
use crate::distributions::{Law, LawError, Support};

/// The keys of a quantity besides its statement.
const COMPANIONS: [&str; 4] = ["unit", "source", "grade", "correlation"];

impl Entry {
    /// The family of distributions that suits its bounds.
    pub fn support(&self) -> Support {
        if self.bounds.0 >= 0.0 && self.bounds.1 <= 1.0 {
            Support::Share
        } else if self.bounds.0 >= 0.0 {
            Support::Positive
        } else {
            Support::Real
        }
    }

    /// The statements that a file can make of it.
    pub fn statements(&self) -> Vec<&'static str> {
        if self.fixed {
            return vec!["fixed"];
        }
        let unsuitable = match self.support() {
            Support::Share => vec!["counts"],
            Support::Positive => vec!["proportion"],
            Support::Real => vec!["counts", "proportion"],
        };
        STATEMENTS.into_iter().filter(|statement| !unsuitable.contains(statement)).collect()
    }
}

impl Reader<'_> {
    /// A quantity as a file states it.
    pub(super) fn quantity(&mut self, node: &Node, key: &str, entry: &Entry) -> Option<Stated> {
        let table = match &node.content {
            Content::Table(table) => table,
            Content::Number(value, _) if self.prompt || !value.is_finite() => {
                return self.bare(node, key, entry);
            }
            Content::Number(value, _) => {
                let kind =
                    FaultKind::BareNumber { key: key.to_owned(), value: *value, unit: entry.unit.text() };
                self.desk.fault(node.spot, kind);
                return None;
            }
            Content::Text(_) => {
                // What was meant as a number is told as such: a decimal comma is the likeliest slip of all.
                self.number(node, key);
                return None;
            }
            _ => {
                self.wrong_type(node, key, Shape::Quantity);
                return None;
            }
        };
        let allowed: Vec<&str> = STATEMENTS.into_iter().chain(COMPANIONS).collect();
        self.only(table, key, &allowed);
        let provenance = self.provenance(node, table, key, entry.unit);
        let correlation = get(table, "correlation").map(|node| self.correlation(node, key));
        let statement = self.statement(node, table, key, entry)?;
        let law = self.law(node, key, entry, &statement)?;
        let correlation = match correlation {
            Some(found) => Some(found?),
            None => None,
        };
        Some(Stated { statement, law, correlation, provenance: provenance? })
    }

    /// A bare number, as it may be set at the prompt.
    fn bare(&mut self, node: &Node, key: &str, entry: &Entry) -> Option<Stated> {
        let value = self.within(node, key, entry)?;
        let provenance = self.prompt_provenance(node, entry.unit);
        let statement = Statement::Fixed(value);
        let law = self.law(node, key, entry, &statement)?;
        Some(Stated { statement, law, correlation: None, provenance })
    }

    fn prompt_provenance(&self, node: &Node, unit: Unit) -> Provenance {
        let place = self.desk.place(node.spot);
        Provenance { unit, source: super::inputs::PROMPT.to_owned(), grade: Grade::Assumed, place }
    }

    /// Unit, source and grade; all three must be there, except at the prompt.
    pub(super) fn provenance(
        &mut self,
        node: &Node,
        table: &Table,
        key: &str,
        unit: Unit,
    ) -> Option<Provenance> {
        let mut whole = true;
        if let Some(node) = get(table, "unit") {
            let found = self.text(node, &joined(key, "unit"));
            if found.as_deref() != Some(unit.text()) {
                whole = false;
                if let Some(found) = found {
                    let key = key.to_owned();
                    self.desk.fault(node.spot, FaultKind::WrongUnit { key, found, expected: unit.text() });
                }
            }
        }
        let source = get(table, "source").map(|node| self.text(node, &joined(key, "source")));
        let grade = get(table, "grade").map(|node| self.word(node, &joined(key, "grade"), WordList::Grade));
        if self.prompt {
            let known = self.prompt_provenance(node, unit);
            let grade = grade.map_or(Some(known.grade), |place| place.map(|place| Grade::ALL[place]));
            let source = source.unwrap_or(Some(known.source));
            return Some(Provenance { source: source?, grade: grade?, ..known }).filter(|_| whole);
        }
        let missing: Vec<String> = ["unit", "source", "grade"]
            .into_iter()
            .filter(|name| get(table, name).is_none())
            .map(str::to_owned)
            .collect();
        if !missing.is_empty() {
            let within = Some(key.to_owned());
            self.desk.fault(node.spot, FaultKind::MissingKeys { keys: missing, within, nearest: None });
            return None;
        }
        let place = self.desk.place(node.spot);
        let grade = Grade::ALL[grade??];
        Some(Provenance { unit, source: source??, grade, place }).filter(|_| whole)
    }

    fn correlation(&mut self, node: &Node, key: &str) -> Option<(String, f64)> {
        let key = joined(key, "correlation");
        let table = self.table(node, &key, Shape::Table)?;
        let found = self.exactly(node, table, &key, &["with", "rank"])?;
        let with = self.text(found[0], &joined(&key, "with"));
        let rank = self.bounded(found[1], &joined(&key, "rank"), (-0.99, 0.99));
        Some((with?, rank?))
    }

    /// The nodes of these keys, if they and no others are there.
    fn exactly<'n>(
        &mut self,
        node: &Node,
        table: &'n Table,
        within: &str,
        keys: &[&str],
    ) -> Option<Vec<&'n Node>> {
        self.only(table, within, keys);
        let missing: Vec<String> =
            keys.iter().filter(|key| get(table, key).is_none()).map(|key| (*key).to_owned()).collect();
        if missing.is_empty() {
            return Some(keys.iter().filter_map(|key| get(table, key)).collect());
        }
        let within = Some(within.to_owned());
        self.desk.fault(node.spot, FaultKind::MissingKeys { keys: missing, within, nearest: None });
        None
    }

    /// A number that the quantity can take.
    fn within(&mut self, node: &Node, key: &str, entry: &Entry) -> Option<f64> {
        let found = self.number(node, key)?;
        let (low, high) = entry.bounds;
        if !(low..=high).contains(&found) {
            let key = key.to_owned();
            let unit = entry.unit.text();
            self.desk.fault(node.spot, FaultKind::OutOfBounds { key, found, low, high, unit });
            return None;
        }
        if entry.whole && found.fract() != 0.0 {
            self.desk.fault(node.spot, FaultKind::NotWhole { key: key.to_owned(), found });
            return None;
        }
        Some(found)
    }

    /// The one statement among `all`; `options` are those that suit the key.
    pub(super) fn one_of<'t>(
        &mut self,
        (node, table, key): (&Node, &'t Table, &str),
        all: &[&str],
        options: &[&'static str],
    ) -> Option<(&'t Name, &'t Node)> {
        let mut stated = table.iter().filter(|(name, _)| all.contains(&name.text.as_str()));
        let Some((name, found)) = stated.next() else {
            let options = options.to_vec();
            self.desk.fault(node.spot, FaultKind::NoStatement { key: key.to_owned(), options });
            return None;
        };
        if let Some((second, _)) = stated.next() {
            let (first, second, spot) = (name.text.clone(), second.text.clone(), second.spot);
            self.desk.fault(spot, FaultKind::TwoStatements { key: key.to_owned(), first, second });
            return None;
        }
        Some((name, found))
    }

    /// The one statement of a quantity.
    fn statement(&mut self, node: &Node, table: &Table, key: &str, entry: &Entry) -> Option<Statement> {
        let options = entry.statements();
        let (name, found) = self.one_of((node, table, key), &STATEMENTS, &options)?;
        if !options.contains(&name.text.as_str()) {
            let (key, statement) = (key.to_owned(), name.text.clone());
            self.desk.fault(
                name.spot,
                if entry.fixed {
                    FaultKind::MustBeFixed { key, statement }
                } else {
                    FaultKind::UnsuitableStatement { key, statement, options }
                },
            );
            return None;
        }
        if name.text == "fixed" {
            return self.within(found, key, entry).map(Statement::Fixed);
        }
        let inner = joined(key, &name.text);
        let table = self.table(found, &inner, Shape::Table)?;
        match name.text.as_str() {
            "counts" => self.counts(found, table, &inner),
            "proportion" => self.proportion(found, table, &inner),
            "range" => self.range(found, table, &inner, entry),
            "mean_sd" => self.mean_sd(found, table, &inner, entry),
            _ => self.quantiles(found, table, &inner, entry),
        }
    }

    fn counts(&mut self, node: &Node, table: &Table, key: &str) -> Option<Statement> {
        let found = self.exactly(node, table, key, &["events", "years", "prior"])?;
        let events = self.bounded(found[0], &joined(key, "events"), (0.0, 1e9));
        let years = self.bounded(found[1], &joined(key, "years"), (1e-6, 1e6));
        let prior = self.prior(found[2], key);
        let (events, years, prior) = (events?, years?, prior?);
        if prior == Prior::None && events <= 0.0 {
            self.desk
                .fault(found[0].spot, FaultKind::NotPositive { key: joined(key, "events"), found: events });
            return None;
        }
        Some(Statement::Counts { events, years, prior })
    }

    pub(super) fn prior(&mut self, node: &Node, key: &str) -> Option<Prior> {
        self.word(node, &joined(key, "prior"), WordList::Prior).map(|place| Prior::ALL[place])
    }

    fn proportion(&mut self, node: &Node, table: &Table, key: &str) -> Option<Statement> {
        let found = self.exactly(node, table, key, &["seen", "of", "prior"])?;
        let seen = self.bounded(found[0], &joined(key, "seen"), (0.0, 1e9));
        let of = self.bounded(found[1], &joined(key, "of"), (1e-6, 1e9));
        let prior = self.prior(found[2], key);
        let (seen, of, prior) = (seen?, of?, prior?);
        if seen > of || (prior == Prior::None && (seen <= 0.0 || seen >= of)) {
            self.desk.fault(node.spot, FaultKind::SeenOf { key: key.to_owned(), seen, of });
            return None;
        }
        Some(Statement::Proportion { seen, of, prior })
    }

    fn range(&mut self, node: &Node, table: &Table, key: &str, entry: &Entry) -> Option<Statement> {
        let found = self.exactly(node, table, key, &["low", "likely", "high"])?;
        let low = self.within(found[0], &joined(key, "low"), entry);
        let likely = self.within(found[1], &joined(key, "likely"), entry);
        let high = self.within(found[2], &joined(key, "high"), entry);
        let (low, likely, high) = (low?, likely?, high?);
        if !(low <= likely && likely <= high && low < high) {
            self.desk.fault(node.spot, FaultKind::LowHigh { key: key.to_owned(), low, likely, high });
            return None;
        }
        Some(Statement::Range { low, likely, high })
    }

    fn mean_sd(&mut self, node: &Node, table: &Table, key: &str, entry: &Entry) -> Option<Statement> {
        let found = self.exactly(node, table, key, &["mean", "sd"])?;
        let mean = self.within(found[0], &joined(key, "mean"), entry);
        let sd = self.number(found[1], &joined(key, "sd"));
        let (mean, sd) = (mean?, sd?);
        if sd <= 0.0 {
            self.desk.fault(found[1].spot, FaultKind::NotPositive { key: joined(key, "sd"), found: sd });
            return None;
        }
        Some(Statement::MeanSd { mean, sd })
    }

    fn quantiles(&mut self, node: &Node, table: &Table, key: &str, entry: &Entry) -> Option<Statement> {
        let level = |name: &str| {
            let digits = name.strip_prefix('p').filter(|digits| digits.len() == 2)?;
            digits.parse::<u8>().ok().filter(|level| (1..=99).contains(level))
        };
        let mut found: Vec<(u8, &Node)> =
            table.iter().filter_map(|(name, node)| Some((level(&name.text)?, node))).collect();
        if found.len() != 2 || table.len() != 2 {
            let names = table.iter().take(6).map(|(name, _)| name.text.chars().take(20).collect()).collect();
            self.desk.fault(node.spot, FaultKind::QuantileNames { key: key.to_owned(), found: names });
            return None;
        }
        found.sort_by_key(|(level, _)| *level);
        let low = self.within(found[0].1, &joined(key, &format!("p{:02}", found[0].0)), entry);
        let high = self.within(found[1].1, &joined(key, &format!("p{:02}", found[1].0)), entry);
        let (low, high) = (low?, high?);
        if low >= high {
            let say = |level: u8, value| format!("p{level:02} = {}", written(value));
            let (low, high) = (say(found[0].0, low), say(found[1].0, high));
            self.desk.fault(node.spot, FaultKind::QuantileOrder { key: key.to_owned(), low, high });
            return None;
        }
        Some(Statement::Quantiles { low: (found[0].0, low), high: (found[1].0, high) })
    }

    /// The distribution of a statement.
    fn law(&mut self, node: &Node, key: &str, entry: &Entry, statement: &Statement) -> Option<Law> {
        let support = entry.support();
        let share = |level: u8| f64::from(level) / 100.0;
        let made = match *statement {
            Statement::Fixed(value) => Law::fixed(value),
            Statement::Counts { events, years, prior } => Law::rate(events, years, prior.weight()),
            Statement::Proportion { seen, of, prior } => {
                Law::proportion(seen, of, prior.weight(), prior.weight())
            }
            Statement::Range { low, likely, high } => Law::pert(low, likely, high),
            Statement::MeanSd { mean, sd } => Law::mean_sd(support, mean, sd),
            Statement::Quantiles { low, high } => {
                Law::two_quantiles(support, (share(low.0), low.1), (share(high.0), high.1))
            }
        };
        let key = key.to_owned();
        let kind = match made {
            Ok(law) => return Some(law),
            Err(LawError::OutOfOrder { low, likely, high }) => FaultKind::LowHigh { key, low, likely, high },
            Err(LawError::Counts { seen, of }) => FaultKind::SeenOf { key, seen, of },
            Err(LawError::NotPositive(found)) => FaultKind::NotPositive { key, found },
            Err(LawError::Impossible { mean, sd }) => FaultKind::Impossible { key, mean, sd },
            Err(error) => FaultKind::Law { key, error },
        };
        self.desk.fault(node.spot, kind);
        None
    }
}
