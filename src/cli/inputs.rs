//! Scenario files as named at the prompt, and what is told about their faults and doubts.

use super::args::Inputs;
use super::exit::Exit;
use super::failure::Failure;
use super::screen;
use crate::report::faults;
use crate::report::wording::Wording;
use crate::scenario::{Faults, Loaded, Request, load as load_files};

/// Loads what was named.
///
/// # Errors
/// All faults of all files, told at once.
pub(super) fn load(named: &Inputs, wording: &Wording) -> Result<Loaded, Failure> {
    read(named).map_err(|faults| refused(&faults, wording))
}

/// Loads what was named, faults as data.
///
/// # Errors
/// All faults of all files.
pub(super) fn read(named: &Inputs) -> Result<Loaded, Faults> {
    load_files(&Request {
        scenarios: named.scenarios.clone(),
        worlds: named.worlds.clone(),
        settings: named.settings.clone(),
        posterior: named.posterior.clone(),
    })
}

/// What is told of faults.
pub(super) fn refused(faults: &Faults, wording: &Wording) -> Failure {
    Failure::plain(Exit::ScenarioRefused, faults::render(faults, wording, screen::look_of_errors()))
}

/// Tells the doubts that do not stop anything.
pub(super) fn warn(loaded: &Loaded, wording: &Wording) {
    let told = faults::render_warnings(&loaded.warnings, &loaded.inputs, wording, screen::look_of_errors());
    screen::complain(&told);
}
