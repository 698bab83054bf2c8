//! The table `[reporting]`: what only people know of a study, for the appendix of its report.

use super::fault::Shape;
use super::file::Layer;
use super::inputs::{Desk, Spot};
use super::model::Place;
use super::scalar::{Reader, joined};
use super::tree::{Node, get};

macro_rules! statements {
    ($( $variant:ident = $name:literal, $about:literal; )*) => {
        /// Something that only people can say of a study.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum ReportingKey { $( #[doc = $about] $variant ),* }

        impl ReportingKey {
            /// All of them, in the order of the documents.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The key below `[reporting]`.
            pub const fn name(self) -> &'static str {
                match self { $( Self::$variant => $name ),* }
            }

            /// What it is, in one line of English.
            pub const fn about(self) -> &'static str {
                match self { $( Self::$variant => $about ),* }
            }
        }
    };
}

statements! {
    AnalysisPlan = "analysis_plan", "Whether an analysis plan was made beforehand, and where it is.";
    Population = "population", "Who the young people are: ages, background, problems.";
    Setting = "setting", "What of the place and the time may have a bearing on the result.";
    ComparatorsReason = "comparators_reason", "Why these policies are compared.";
    PerspectiveReason = "perspective_reason", "Why costs and savings are those of the municipality.";
    HorizonReason = "horizon_reason", "Why the forecast runs for these years.";
    DiscountReason = "discount_reason", "Why this discount rate.";
    DataPreparation = "data_preparation", "What was done to the data before they became the counts in the files.";
    DistributionalEffects = "distributional_effects", "How costs and effects fall on different groups.";
    Engagement = "engagement", "How young people, parents and professionals took part in the study.";
    EngagementEffect = "engagement_effect", "What their part changed in the study.";
    Generalisability = "generalisability", "Limits of the study, and what it says for other places.";
    Validation = "validation", "Who checked the model and its results, and how.";
    Computer = "computer", "The computer on which the run was made, and how long it took.";
    Access = "access", "Where the model, its code and its data can be had.";
    Funding = "funding", "Who paid for the study, and what part they had in it.";
    Interests = "interests", "Interests that those who made the study declare.";
}

/// A statement with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The words of the file.
    pub text: String,
    /// Where they stand.
    pub place: Place,
}

/// What people say of a study. What nobody said is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reporting(Vec<(ReportingKey, Said)>);

impl Reporting {
    /// What is said under a key.
    pub fn said(&self, key: ReportingKey) -> Option<&Said> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, said)| said)
    }

    /// All that is said, in the order of the documents.
    pub fn all(&self) -> impl Iterator<Item = (ReportingKey, &Said)> {
        ReportingKey::ALL.iter().filter_map(|key| Some((*key, self.said(*key)?)))
    }

    /// What a chain of files says, the root first: each statement as the last file that makes it has it.
    pub(super) fn of_chain(layers: &[Layer], chain: &[usize], desk: &Desk) -> Self {
        let mut all: Vec<(ReportingKey, Said)> = Vec::new();
        for (key, text, spot) in chain.iter().flat_map(|index| &layers[*index].reporting) {
            all.retain(|(known, _)| known != key);
            all.push((*key, Said { text: text.clone(), place: desk.place(*spot) }));
        }
        Self(all)
    }
}

/// A statement as a file makes it.
pub(super) type Stated = (ReportingKey, String, Spot);

impl Reader<'_> {
    /// The table `[reporting]`.
    pub(super) fn reporting(&mut self, node: &Node) -> Vec<Stated> {
        const WITHIN: &str = "reporting";
        let Some(table) = self.table(node, WITHIN, Shape::Table) else { return Vec::new() };
        let names: Vec<&str> = ReportingKey::ALL.iter().map(|key| key.name()).collect();
        self.only(table, WITHIN, &names);
        let said = ReportingKey::ALL.iter().filter_map(|key| {
            let node = get(table, key.name())?;
            Some((*key, self.text(node, &joined(WITHIN, key.name()))?, node.spot))
        });
        said.collect()
    }
}
