//! What can only be judged with all registrations at hand.

use std::path::PathBuf;

use super::fault::LedgerFault;
use super::model::Ledger;
use super::read::{MOST_FILES, Stated, order, read};
use crate::scenario::fault::{FaultKind, Faults};
use crate::scenario::inputs::Desk;
use crate::scenario::keys::Keys;
use crate::scenario::source::{Disk, Source};

/// Loads registrations from disk; `folder` is where they were looked for, to be named when there are none.
///
/// # Errors
/// All faults of all files at once.
pub fn load_ledger(files: &[PathBuf], folder: &str) -> Result<Ledger, Faults> {
    load_ledger_from(files, folder, &Disk)
}

/// Loads registrations from anything that holds files.
///
/// # Errors
/// All faults of all files at once.
pub fn load_ledger_from(files: &[PathBuf], folder: &str, source: &dyn Source) -> Result<Ledger, Faults> {
    let keys = Keys::new();
    let mut desk = Desk::default();
    let mut all = Vec::new();
    let mut broken = Vec::new();
    for path in files.iter().take(MOST_FILES) {
        match source.read(path) {
            Ok(text) => {
                let input = desk.add(path, Some(text));
                let (stated, places) = read(&mut desk, &keys, input);
                all.extend(stated);
                broken.extend(places);
            }
            Err(fault) => {
                let input = desk.add(path, None);
                desk.fault(Desk::whole(input), FaultKind::File { path: path.clone(), fault });
            }
        }
    }
    if files.is_empty() || files.len() > MOST_FILES {
        let input = desk.add(PathBuf::from(folder).as_path(), None);
        let fault = if files.is_empty() {
            LedgerFault::Empty { folder: folder.to_owned() }
        } else {
            LedgerFault::TooManyFiles { found: files.len(), most: MOST_FILES }
        };
        desk.fault(Desk::whole(input), FaultKind::Ledger(fault));
    }
    all.sort_by_key(|stated| (order(stated), stated.registration.corrects));
    compare(&all, &mut desk);
    desk.drop_echoes(&broken);
    if desk.has_faults() {
        return Err(desk.close());
    }
    Ok(Ledger { all: all.into_iter().map(|stated| stated.registration).collect() })
}

/// Faults between files: double quarters, corrections out of place, needs and examples that do not go together.
fn compare(all: &[Stated], desk: &mut Desk) {
    let file = |stated: &Stated| stated.registration.place.file.display().to_string();
    for quarters in all.chunk_by(|one, next| one.registration.quarter == next.registration.quarter) {
        let first = quarters.iter().find(|stated| !stated.registration.corrects);
        let mut latest = first;
        for stated in quarters {
            let (quarter, date) = order(stated);
            let fault = match (stated.registration.corrects, first, latest) {
                (false, Some(first), _) if !std::ptr::eq(first, stated) => {
                    Some((stated.quarter, LedgerFault::Twice { quarter, file: file(first) }))
                }
                (true, None, _) => Some((stated.quarter, LedgerFault::CorrectsNothing { quarter })),
                (true, _, Some(earlier)) if date <= order(earlier).1 => {
                    let (earlier, file) = (order(earlier).1, file(earlier));
                    Some((stated.date, LedgerFault::NotLater { quarter, date, earlier, file }))
                }
                _ => None,
            };
            if let Some((spot, fault)) = fault {
                desk.fault(spot, FaultKind::Ledger(fault));
            } else if stated.registration.corrects {
                latest = Some(stated);
            }
        }
    }
    let Some(example) = all.iter().find(|stated| stated.registration.example) else {
        needs(all, desk);
        return;
    };
    for stated in all.iter().filter(|stated| !stated.registration.example) {
        desk.fault(stated.quarter, FaultKind::Ledger(LedgerFault::Mixed { file: file(example) }));
    }
    needs(all, desk);
}

/// Every file names the same needs.
fn needs(all: &[Stated], desk: &mut Desk) {
    let mut named = all.iter().filter_map(|stated| {
        let needs = stated.registration.needs.as_ref()?;
        Some((stated, needs, stated.needs?))
    });
    let Some((first, model, _)) = named.next() else { return };
    for (_, needs, spot) in named {
        let lacks = |some: &[(String, u32)], others: &[(String, u32)]| -> Vec<String> {
            let known = |name: &String| others.iter().any(|(other, _)| other == name);
            some.iter().map(|(name, _)| name).filter(|name| !known(name)).cloned().collect()
        };
        let (missing, unknown) = (lacks(model, needs), lacks(needs, model));
        if !missing.is_empty() || !unknown.is_empty() {
            let file = first.registration.place.file.display().to_string();
            desk.fault(spot, FaultKind::Ledger(LedgerFault::OtherNeeds { missing, unknown, file }));
        }
    }
}
