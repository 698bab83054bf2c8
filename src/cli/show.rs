//! `sim show`: every resolved value of a scenario, and the schema of scenario files.

use super::args::{Inputs, Subject};
use super::exit::Exit;
use super::failure::Failure;
use super::{inputs, screen};
use crate::report::wording::Wording;
use crate::report::{self, answer, summary};

/// Prints the scenario that was named; its parents are only told where they differ.
///
/// # Errors
/// [`Failure`] when it has faults.
pub(super) fn show(named: &Inputs, wording: &Wording) -> Result<Exit, Failure> {
    let loaded = inputs::load(named, wording)?;
    inputs::warn(&loaded, wording);
    // The base comes first, the one that was named last.
    let arm = loaded.experiment.arms.len() - 1;
    screen::print(&report::show(&loaded, arm, wording), wording)?;
    Ok(Exit::Done)
}

/// Prints a JSON Schema.
///
/// # Errors
/// [`Failure`] when standard output takes no more.
pub(super) fn schema(of: Subject, wording: &Wording) -> Result<Exit, Failure> {
    let text = match of {
        Subject::Scenario => serde_json::to_string_pretty(&report::scenario_schema()).map(|text| text + "\n"),
        Subject::Registration => {
            serde_json::to_string_pretty(&report::registration_schema()).map(|text| text + "\n")
        }
        Subject::Summary => summary::schema(),
        Subject::Answer(name) => answer::schema(name),
    };
    let text = text.map_err(|fault| Failure::new(Exit::InternalFault, fault.to_string()))?;
    screen::print(&text, wording)?;
    Ok(Exit::Done)
}
