//! An answer, and what is needed to quote from it.

use std::io;

use super::{chart, json, page};
use crate::analyses::sensitivity::{Effect, Sensitivity, Unsure};
use crate::report::answer::Answer;
use crate::report::answer::quantity::quantity;
use crate::report::document::{ENOUGH, Piece, Run, Teller, Text, pointer};
use crate::report::wording::Wording;
use crate::statistics::Estimate;

/// Standard errors that an effect must be away from nought to be told.
const ERRORS: f64 = 2.0;

/// The answer.
///
/// # Errors
/// None in practice: the figures are written to memory.
pub fn sensitivity(found: &Sensitivity, wording: &Wording) -> io::Result<Answer> {
    let quotes = Quotes { found, teller: Teller::new(wording, found.run.replications) };
    Ok(Answer {
        document: page::page(&quotes),
        charts: chart::tornado(&quotes).map(|chart| ("sensitivity", chart)).into_iter().collect(),
        json: crate::report::answer::json(&json::figures(found))?,
        product: None,
        beside: Vec::new(),
    })
}

/// One of the two results.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Net,
    Wait,
}

impl Target {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Net => "net_saving_eur",
            Self::Wait => "wait_mean_weeks",
        }
    }

    pub(super) const fn effect(self, one: &Unsure) -> Option<&Effect> {
        match self {
            Self::Net => one.on_net.as_ref(),
            Self::Wait => one.on_wait.as_ref(),
        }
    }
}

/// A sensitivity with what is needed to quote from it.
pub(super) struct Quotes<'a> {
    pub(super) found: &'a Sensitivity,
    pub(super) teller: Teller<'a>,
}

impl<'a> Quotes<'a> {
    /// The place of what is known of a quantity.
    pub(super) fn at(one: &Unsure, target: Target, member: &str) -> String {
        pointer(&["quantities", &one.key, target.name(), member])
    }

    /// What a quantity is called; a part of shares by the name of the whole and its own.
    pub(super) fn key(&self, one: &Unsure) -> Text {
        quantity(&self.teller, &one.key)
    }

    /// The quantities whose swing is told apart from nought, the widest first.
    pub(super) fn swings(&self, target: Target) -> Vec<&'a Unsure> {
        let width = |one: &Unsure| target.effect(one).map_or(0.0, |effect| effect.swing.width.value.abs());
        let mut all: Vec<&Unsure> =
            self.found.quantities.iter().filter(|one| self.moves(one, target)).collect();
        all.sort_by(|a, b| width(b).total_cmp(&width(a)).then_with(|| a.key.cmp(&b.key)));
        all
    }

    pub(super) fn moves(&self, one: &Unsure, target: Target) -> bool {
        self.found.run.replications >= ENOUGH
            && target.effect(one).is_some_and(|effect| told(&effect.swing.width))
    }

    pub(super) fn arm(&self) -> Piece {
        Piece::Name(self.found.arm.title.clone())
    }

    pub(super) fn world(&self) -> Piece {
        Piece::Name(self.found.world.title.clone())
    }

    /// Several texts with commas between.
    pub(super) fn list(texts: Vec<Text>) -> Text {
        let mut all = Vec::new();
        for (index, text) in texts.into_iter().enumerate() {
            if index > 0 {
                all.push(Run::Words(", ".to_owned()));
            }
            all.extend(text.0);
        }
        Text(all)
    }
}

/// Whether an effect is told apart from nought by its error.
pub(super) fn told(width: &Estimate) -> bool {
    width.mc_se.is_some_and(|error| width.value.abs() > ERRORS * error)
}
