//! The units in which a scenario file may give a quantity.

macro_rules! units {
    ($( $(#[$doc:meta])* $variant:ident = $text:literal ),* $(,)?) => {
        /// A unit, spelt in a file exactly as [`Unit::text`] says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Unit { $( $(#[$doc])* $variant ),* }

        impl Unit {
            /// All units.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The spelling in a file.
            pub const fn text(self) -> &'static str {
                match self { $( Self::$variant => $text ),* }
            }
        }
    };
}

units! {
    /// Young people per year.
    YouthsPerYear = "youths/year",
    /// A part of a whole, 0 to 1.
    Share = "share",
    /// Relative change per year, 0.05 for five per cent.
    SharePerYear = "share/year",
    /// A pure number.
    Ratio = "ratio",
    /// A number of things.
    Count = "count",
    /// Hours.
    Hours = "hours",
    /// Hours per week.
    HoursPerWeek = "hours/week",
    /// Weeks.
    Weeks = "weeks",
    /// Weeks per year.
    WeeksPerYear = "weeks/year",
    /// A hazard per week.
    PerWeek = "per week",
    /// A hazard per year.
    PerYear = "per year",
    /// Conversations.
    Conversations = "conversations",
    /// Natural logarithm of odds.
    LogOdds = "log-odds",
    /// Log-odds per week.
    LogOddsPerWeek = "log-odds/week",
    /// Euros.
    Eur = "eur",
    /// Euros per hour.
    EurPerHour = "eur/hour",
    /// Euros per year.
    EurPerYear = "eur/year",
    /// A calendar year.
    Year = "year",
}
