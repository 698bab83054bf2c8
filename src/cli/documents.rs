//! Documents that follow from the command line itself: shell completions and manual pages.

use std::io;

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::report::wording::Wording;

/// The completions of `shell`.
pub(super) fn completions(shell: Shell, mut command: Command) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "sim", &mut script);
    script
}

/// The manual page of the whole program, or of one command, in roff.
///
/// # Errors
/// None in practice: it is written to memory.
pub(super) fn manual(of: Option<&str>, mut command: Command, wording: &Wording) -> io::Result<String> {
    command.build();
    let page = match of.and_then(|name| command.find_subcommand(name)) {
        Some(found) => found.clone(),
        None => command,
    };
    let mut roff = Vec::new();
    Man::new(page).render(&mut roff)?;
    let mut text = String::from_utf8_lossy(&roff).into_owned();
    // The generator knows English headings only.
    for (heading, id) in [
        (".SH NAME\n", "man-name"),
        (".SH SYNOPSIS\n", "man-synopsis"),
        (".SH DESCRIPTION\n", "man-description"),
        (".SH OPTIONS\n", "man-options"),
        (".SH SUBCOMMANDS\n", "man-commands"),
        (".SH EXTRA\n", "man-extra"),
        (".SH VERSION\n", "man-version"),
    ] {
        text = text.replace(heading, &format!(".SH {}\n", wording.text(id)));
    }
    Ok(text)
}
