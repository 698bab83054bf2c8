//! `sim check`: all faults of all files at once, and nothing simulated.

use super::args::Inputs;
use super::exit::Exit;
use super::failure::Failure;
use super::{inputs, screen};
use crate::report::wording::Wording;
use crate::scenario::{Fault, Faults, Warning};

/// Checks each scenario that was named, by itself with its parents and worlds.
///
/// Scenarios of different roots may be checked together, though they cannot be run together. What several of them
/// share is told once.
///
/// # Errors
/// [`Failure`] with all faults.
pub(super) fn check(named: &Inputs, wording: &Wording) -> Result<Exit, Failure> {
    let mut all =
        Faults { list: Vec::new(), left_out: 0, uncounted: false, warnings: Vec::new(), inputs: Vec::new() };
    for scenario in &named.scenarios {
        let one = Inputs {
            scenarios: vec![scenario.clone()],
            worlds: named.worlds.clone(),
            settings: named.settings.clone(),
            posterior: named.posterior.clone(),
        };
        let faults = inputs::read(&one).map_or_else(
            |faults| faults,
            |loaded| Faults {
                list: Vec::new(),
                left_out: 0,
                uncounted: false,
                warnings: loaded.warnings,
                inputs: loaded.inputs,
            },
        );
        add(&mut all, faults);
    }
    if !all.list.is_empty() {
        return Err(inputs::refused(&all, wording));
    }
    let doubts =
        crate::report::faults::render_warnings(&all.warnings, &all.inputs, wording, screen::look_of_errors());
    screen::complain(&doubts);
    let count = named.scenarios.len();
    let told = if all.warnings.is_empty() {
        wording.fill("check-fine", &[("count", count.into())])
    } else {
        wording.fill("check-doubts", &[("count", count.into()), ("doubts", all.warnings.len().into())])
    };
    screen::print(&format!("{told}\n"), wording)?;
    Ok(Exit::Done)
}

/// Adds what is not known yet.
fn add(all: &mut Faults, more: Faults) {
    let known = |fault: &Fault| all.list.contains(fault);
    let new: Vec<_> = more.list.into_iter().filter(|fault| !known(fault)).collect();
    all.list.extend(new);
    all.left_out += more.left_out;
    all.uncounted |= more.uncounted;
    let known = |warning: &Warning| all.warnings.contains(warning);
    let new: Vec<_> = more.warnings.into_iter().filter(|warning| !known(warning)).collect();
    all.warnings.extend(new);
    let known: Vec<_> = all.inputs.iter().map(|input| input.path.clone()).collect();
    all.inputs.extend(more.inputs.into_iter().filter(|input| !known.contains(&input.path)));
}
