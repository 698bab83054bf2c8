//! What a reader sees: the terminal page, files, faults, all wording and all number formats.
//!
//! Enters: answers and faults as plain values. Leaves: text and files. Refuses to know: how a figure was computed;
//! a writer computes nothing.
