//! Groups of uncertain quantities that a reader thinks of as one thing.

/// What a quantity is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    /// Who comes, with what need, sent by whom.
    People,
    /// Hours of work per young person, and absence.
    Work,
    /// Patience and priority in the queue.
    Queue,
    /// How many conversations, how often.
    Conversations,
    /// How trajectories end.
    Outcome,
    /// Whether maatwerk is avoided, and what it would have cost.
    AvoidedCare,
    /// Prices and their rise.
    Money,
    /// The providers: price, start, exit.
    Providers,
}

impl Theme {
    /// All of them, in the order of the model.
    pub const ALL: [Self; 8] = [
        Self::People,
        Self::Work,
        Self::Queue,
        Self::Conversations,
        Self::Outcome,
        Self::AvoidedCare,
        Self::Money,
        Self::Providers,
    ];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Work => "work",
            Self::Queue => "queue",
            Self::Conversations => "conversations",
            Self::Outcome => "outcome",
            Self::AvoidedCare => "avoided_care",
            Self::Money => "money",
            Self::Providers => "providers",
        }
    }

    /// The theme of a dotted key.
    pub fn of(key: &str) -> Self {
        match key.split('.').next().unwrap_or(key) {
            "work" | "relief" | "absence" | "follow_up" | "bridging" => Self::Work,
            "queue" => Self::Queue,
            "conversations" => Self::Conversations,
            "outcome" => Self::Outcome,
            "maatwerk" => Self::AvoidedCare,
            "money" | "campaign" => Self::Money,
            "providers" => Self::Providers,
            _ => Self::People,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Key;

    #[test]
    fn every_quantity_has_a_theme_and_every_theme_but_the_providers_a_quantity() {
        let mut found: Vec<Theme> = Key::ALL.iter().map(|key| Theme::of(key.entry().key)).collect();
        found.push(Theme::of("providers.derde.hourly_price_eur"));
        found.sort_unstable();
        found.dedup();
        assert_eq!(found, Theme::ALL);
        assert_eq!(Theme::of("needs.shares#beweging"), Theme::People);
        assert_eq!(Theme::of("outcome.shares#positive"), Theme::Outcome);
    }
}
