//! Which sentence tells what is wrong with registrations.

use super::told::Told;
use crate::scenario::LedgerFault;

/// The sentence of a fault.
pub(super) fn tell(fault: &LedgerFault) -> Told {
    match fault {
        LedgerFault::Empty { folder } => {
            Told::new("fault-ledger-empty").put("folder", folder).help("help-ledger-empty")
        }
        LedgerFault::TooManyFiles { found, most } => Told::new("fault-ledger-many-files")
            .count("found", u64::try_from(*found).unwrap_or(u64::MAX))
            .count("most", u64::try_from(*most).unwrap_or(u64::MAX)),
        LedgerFault::NoQuarter { found } => {
            Told::new("fault-ledger-no-quarter").put("found", found).help("help-ledger-quarter")
        }
        LedgerFault::QuarterOrCorrects => {
            Told::new("fault-ledger-quarter-or-corrects").help("help-ledger-corrects")
        }
        LedgerFault::TooEarly { quarter, date } => Told::new("fault-ledger-too-early")
            .put("quarter", &quarter.to_string())
            .put("end", &quarter.end().to_string())
            .put("date", &date.to_string()),
        LedgerFault::Sum { table, total, sum } => Told::new("fault-ledger-sum")
            .put("table", table)
            .number("total", *total)
            .number("sum", *sum)
            .help("help-ledger-sum"),
        LedgerFault::Needs { came, sum } => Told::new("fault-ledger-needs")
            .number("came", *came)
            .number("sum", *sum)
            .help("help-ledger-needs"),
        LedgerFault::FewConversations { ended, conversations } => Told::new("fault-ledger-few-conversations")
            .number("ended", *ended)
            .number("conversations", *conversations),
        LedgerFault::Twice { quarter, file } => Told::new("fault-ledger-twice")
            .put("quarter", &quarter.to_string())
            .put("file", file)
            .help("help-ledger-corrects"),
        LedgerFault::CorrectsNothing { quarter } => {
            Told::new("fault-ledger-corrects-nothing").put("quarter", &quarter.to_string())
        }
        LedgerFault::NotLater { quarter, date, earlier, file } => Told::new("fault-ledger-not-later")
            .put("quarter", &quarter.to_string())
            .put("date", &date.to_string())
            .put("earlier", &earlier.to_string())
            .put("file", file),
        LedgerFault::OtherNeeds { missing, unknown, file } => {
            let id = match (missing.is_empty(), unknown.is_empty()) {
                (true, _) => "fault-ledger-needs-unknown",
                (_, true) => "fault-ledger-needs-missing",
                _ => "fault-ledger-needs-other",
            };
            Told::new(id).list("missing", missing).list("unknown", unknown).put("file", file)
        }
        LedgerFault::Mixed { file } => {
            Told::new("fault-ledger-mixed").put("file", file).help("help-ledger-mixed")
        }
    }
}
