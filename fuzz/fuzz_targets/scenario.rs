//! No bytes make the reader of scenarios panic, run long or run out of stack; what it understands it writes back to
//! the same.
//!
//! The input is up to three texts with a NUL between them: the root, a child of it, and a setting at the prompt.

#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sim::report::faults::{Look, render, render_warnings};
use sim::report::wording::{Language, Wording};
use sim::report::{resolved_toml, show};
use sim::scenario::{Memory, Request, load_from};

const WORLD: &[u8] = include_bytes!("../../tests/fixtures/scenario/worlds/second.toml");
const LEADING: &[u8] = include_bytes!("../../tests/fixtures/scenario/worlds/leading.toml");

// Costly to build, and the same for every input.
static WORDING: LazyLock<Wording> = LazyLock::new(|| Wording::new(Language::Nl));

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(3, |byte| *byte == 0);
    let mut files = Memory::default();
    files.0.insert("base.toml".into(), parts.next().unwrap_or_default().to_vec());
    let child = parts.next();
    files.0.insert("child.toml".into(), child.unwrap_or_default().to_vec());
    files.0.insert("worlds/leading.toml".into(), LEADING.to_vec());
    files.0.insert("worlds/second.toml".into(), WORLD.to_vec());
    let scenario = if child.is_some_and(|text| !text.is_empty()) { "child.toml" } else { "base.toml" };
    let settings = parts.next().map(|text| String::from_utf8_lossy(text).into_owned()).into_iter().collect();
    let request = Request { scenarios: vec![PathBuf::from(scenario)], settings, ..Request::default() };
    let look = Look { width: 80, colour: false };
    match load_from(&request, &files) {
        Err(faults) => {
            assert!(!faults.list.is_empty(), "refused without a reason");
            render(&faults, &WORDING, look);
        }
        Ok(loaded) => {
            render_warnings(&loaded.warnings, &loaded.inputs, &WORDING, look);
            let arm = loaded.resolved.len() - 1;
            show(&loaded, arm, &WORDING);
            files.0.insert("resolved.toml".into(), resolved_toml(&loaded, arm).into_bytes());
            let again = Request { scenarios: vec!["resolved.toml".into()], ..Request::default() };
            let again = load_from(&again, &files).expect("what was written back loads again");
            assert_eq!(resolved_toml(&again, 0).lines().count(), resolved_toml(&loaded, arm).lines().count());
        }
    }
});
