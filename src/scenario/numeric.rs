//! Keys whose value can be moved freely, as a search for a break-even value needs them.

use super::keys::{Family, Form, Keys, split};
use super::model::{Scenario, Timeline};
use super::vocabulary::Entry;

/// Why a key cannot be moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumericFault {
    /// Nobody knows it; the key that is most like it, if any.
    Unknown(Option<String>),
    /// It holds a date, a name, shares or a choice.
    NotNumeric,
    /// It is a whole number by nature, so that there is nothing between two values.
    Whole,
    /// It is a limit, which changes no outcome.
    Limit,
}

/// What is known of a key whose value can be moved.
///
/// # Errors
/// [`NumericFault`] when there is no such key or it is not of that kind.
///
/// # Example
/// ```
/// use sim::scenario::{NumericFault, numeric};
/// assert_eq!(numeric("maatwerk.avoidance_share").map(|entry| entry.bounds), Ok((0.0, 1.0)));
/// assert_eq!(numeric("time.start").err(), Some(NumericFault::NotNumeric));
/// ```
pub fn numeric(key: &str) -> Result<Entry, NumericFault> {
    let keys = Keys::new();
    let Some(described) = keys.find_full(key) else {
        let (family, own) = split(key);
        let near = keys.nearest(family, own);
        let prefix = key.strip_suffix(own).unwrap_or_default();
        return Err(NumericFault::Unknown(near.map(|near| format!("{prefix}{near}"))));
    };
    match described.form {
        Form::Quantity(_) if described.family == Family::Ceiling => Err(NumericFault::Limit),
        Form::Quantity(entry) if entry.whole => Err(NumericFault::Whole),
        Form::Quantity(entry) => Ok(entry),
        _ => Err(NumericFault::NotNumeric),
    }
}

impl Scenario {
    /// A quantity over time by its dotted key; `None` when the scenario has none of that key.
    pub fn timeline(&self, key: &str) -> Option<&Timeline> {
        let of_providers = self.providers.iter().flat_map(|provider| provider.quantities.iter().flatten());
        self.quantities.iter().chain(of_providers).find(|timeline| timeline.key == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_cannot_be_moved_says_why() {
        let fault = |key: &str| numeric(key).err();
        assert_eq!(
            fault("maatwerk.avoidence_share"),
            Some(NumericFault::Unknown(Some("maatwerk.avoidance_share".to_owned())))
        );
        assert_eq!(
            fault("providers.derde.hourly_prise_eur"),
            Some(NumericFault::Unknown(Some("providers.derde.hourly_price_eur".to_owned())))
        );
        assert_eq!(fault("zzz"), Some(NumericFault::Unknown(None)));
        assert_eq!(fault("providers.derde.expertise"), Some(NumericFault::NotNumeric));
        assert_eq!(fault("conversations.cap"), Some(NumericFault::Whole));
        assert_eq!(fault("ceilings.totaal.eur_per_year"), Some(NumericFault::Limit));
        assert_eq!(fault("providers.derde.hourly_price_eur"), None);
    }
}
