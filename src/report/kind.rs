//! The reports that a run can write for people, beside the files for machines.

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
