//! The languages of the catalogue.

use std::fmt;
use std::str::FromStr;

/// A language in which `sim` can speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Dutch, the language of the readers.
    #[default]
    Nl,
    /// English.
    En,
}

impl Language {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The code, as `--lang` takes it and as documents declare it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = String;

    /// Reads a language code; the text that is none comes back.
    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|language| language.code() == text).ok_or_else(|| text.to_owned())
    }
}
