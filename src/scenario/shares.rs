//! Reading shares that add up to one, and profiles over the months.

use super::fault::{FaultKind, Shape};
use super::keys::Parts;
use super::scalar::{Reader, joined};
use super::tree::{Content, Node, Table, get};
use super::unit::Unit;
use super::value::{PROFILE_STATEMENTS, SHARE_STATEMENTS, SharesStatement, StatedShares};

/// Most needs that a file can name.
pub(super) const MOST_NEEDS: usize = 6;
/// Largest count or weight of a part.
const MOST_WEIGHT: f64 = 1e9;
/// How far fixed shares may be from adding up to 1.
const TOLERANCE: f64 = 1e-9;

impl Parts {
    /// The statements that a file can make.
    pub const fn statements(self) -> &'static [&'static str] {
        match self {
            Self::Named(_) | Self::Own => &SHARE_STATEMENTS,
            Self::Profile(_) => &PROFILE_STATEMENTS,
        }
    }

    /// The unit in which a file gives them.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Named(_) | Self::Own => Unit::Share,
            Self::Profile(_) => Unit::Ratio,
        }
    }
}

impl Reader<'_> {
    /// Shares or a profile as a file states them.
    pub(super) fn shares(&mut self, node: &Node, key: &str, parts: Parts) -> Option<StatedShares> {
        let table = self.table(node, key, Shape::Shares)?;
        let options = parts.statements();
        let known: Vec<&str> = ["fixed", "dirichlet", "relative", "prior", "unit", "source", "grade"].into();
        self.only(table, key, &known);
        let provenance = self.provenance(node, table, key, parts.unit());
        let (name, found) = self.one_of((node, table, key), &known[..3], options)?;
        if !options.contains(&name.text.as_str()) {
            let (key, statement) = (key.to_owned(), name.text.clone());
            let options = options.to_vec();
            self.desk.fault(name.spot, FaultKind::UnsuitableStatement { key, statement, options });
            return None;
        }
        let statement = self.shares_statement(node, table, key, &name.text);
        let inner = joined(key, &name.text);
        let top = if name.text == "fixed" { 1.0 } else { MOST_WEIGHT };
        let numbers = self.parts(found, &inner, parts, top);
        let (statement, parts) = (statement?, numbers?);
        self.add_up(found, &inner, statement, &parts)?;
        Some(StatedShares { parts, statement, provenance: provenance? })
    }

    /// How shares are stated; the prior belongs to counts and to nothing else.
    fn shares_statement(
        &mut self,
        node: &Node,
        table: &Table,
        key: &str,
        name: &str,
    ) -> Option<SharesStatement> {
        let prior = get(table, "prior");
        match (name, prior) {
            ("dirichlet", Some(prior)) => self.prior(prior, key).map(SharesStatement::Dirichlet),
            ("dirichlet", None) => {
                let (keys, within) = (vec!["prior".to_owned()], Some(key.to_owned()));
                self.desk.fault(node.spot, FaultKind::MissingKeys { keys, within, nearest: None });
                None
            }
            (_, Some(prior)) => {
                let key = joined(key, "prior");
                self.desk.fault(prior.spot, FaultKind::UnknownKey { key, nearest: None });
                None
            }
            ("fixed", None) => Some(SharesStatement::Fixed),
            _ => Some(SharesStatement::Relative),
        }
    }

    /// The numbers of the parts, in their fixed order; `top` is the most that one of them can be.
    fn parts(&mut self, node: &Node, key: &str, parts: Parts, top: f64) -> Option<Vec<(String, f64)>> {
        let table = self.table(node, key, Shape::Table)?;
        let most = match parts {
            Parts::Named(names) | Parts::Profile(names) => names.len(),
            Parts::Own => MOST_NEEDS,
        };
        if let Parts::Named(names) | Parts::Profile(names) = parts {
            let missing: Vec<String> = names
                .iter()
                .filter(|name| get(table, name).is_none())
                .map(|name| (*name).to_owned())
                .collect();
            let unknown: Vec<String> = table
                .iter()
                .filter(|(name, _)| !names.contains(&name.text.as_str()))
                .map(|(name, _)| name.text.chars().take(60).collect())
                .take(12)
                .collect();
            if !missing.is_empty() || !unknown.is_empty() {
                self.desk.fault(node.spot, FaultKind::Parts { key: key.to_owned(), missing, unknown });
                return None;
            }
        } else if table.is_empty() || table.len() > most {
            self.desk
                .fault(node.spot, FaultKind::PartCount { key: key.to_owned(), found: table.len(), most });
            return None;
        }
        let mut whole = true;
        let mut numbers = Vec::new();
        for (name, node) in table {
            let named =
                matches!(parts, Parts::Named(_) | Parts::Profile(_)) || self.name(&name.text, name.spot);
            // Of a share above 1 the sum is told, with what may mend it.
            let is_below = matches!(node.content, Content::Number(number, _) if number < 0.0);
            let high = if is_below { top } else { MOST_WEIGHT };
            match self.bounded(node, &joined(key, &name.text), (0.0, high)) {
                Some(number) if named => numbers.push((name.text.clone(), number)),
                _ => whole = false,
            }
        }
        if let Parts::Named(names) | Parts::Profile(names) = parts {
            numbers.sort_by_key(|(name, _)| names.iter().position(|known| known == name));
        }
        whole.then_some(numbers)
    }

    /// Whether the numbers make shares.
    fn add_up(
        &mut self,
        node: &Node,
        key: &str,
        statement: SharesStatement,
        parts: &[(String, f64)],
    ) -> Option<()> {
        let sum: f64 = parts.iter().map(|(_, number)| number).sum();
        let kind = match statement {
            SharesStatement::Fixed if (sum - 1.0).abs() > TOLERANCE => {
                FaultKind::SharesSum { key: key.to_owned(), sum }
            }
            SharesStatement::Relative if sum <= 0.0 => {
                FaultKind::NotPositive { key: key.to_owned(), found: sum }
            }
            SharesStatement::Dirichlet(prior) => {
                match parts.iter().find(|(_, count)| count + prior.weight() <= 0.0) {
                    Some((name, found)) => FaultKind::NotPositive { key: joined(key, name), found: *found },
                    None => return Some(()),
                }
            }
            _ => return Some(()),
        };
        self.desk.fault(node.spot, kind);
        None
    }
}
