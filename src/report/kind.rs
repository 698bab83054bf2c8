//! The reports that a run can write for people, beside the files for machines, and the questions that it can answer along.

/// A report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Report {
    /// The page for the council.
    Html,
    /// The same page on paper.
    Pdf,
    /// The workbook for finance.
    Xlsx,
}

impl Report {
    /// All reports, in the order in which they are written and told of.
    pub const ALL: [Self; 3] = [Self::Html, Self::Pdf, Self::Xlsx];

    /// What it is called at the prompt.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
        }
    }

    /// The name of its file.
    pub const fn file(self) -> &'static str {
        match self {
            Self::Html => "samenvatting.html",
            Self::Pdf => "samenvatting.pdf",
            Self::Xlsx => "bandbreedtes.xlsx",
        }
    }
}

/// A question that a run can answer along with its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// When real data will tell.
    Monitor,
    /// What it is worth to know more.
    Value,
    /// What moves the answer most.
    Sensitivity,
    /// Which option is best.
    Compare,
    /// Where it pays back.
    BreakEven,
    /// The best use of a yearly amount.
    Budget,
    /// Whether the model holds on it.
    Verify,
}

impl Topic {
    /// All of them, in the order in which they are answered and told.
    pub const ALL: [Self; 7] = [
        Self::Monitor,
        Self::Value,
        Self::Sensitivity,
        Self::Compare,
        Self::BreakEven,
        Self::Budget,
        Self::Verify,
    ];

    /// Its command.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Monitor => "monitor",
            Self::Value => "value",
            Self::Sensitivity => "sensitivity",
            Self::Compare => "compare",
            Self::BreakEven => "break-even",
            Self::Budget => "budget",
            Self::Verify => "verify",
        }
    }

    /// Whether it is about every scenario of a run; else about the first beside the base.
    pub const fn is_about_all(self) -> bool {
        matches!(self, Self::Compare | Self::Value)
    }
}
