//! One question of a user per file.
//!
//! Enters: the outcomes of the engine. Leaves: answers as plain values. Refuses to know: language, number format,
//! files.
