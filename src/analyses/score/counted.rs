//! What is counted both by the municipality and by the model.

use crate::engine::Metric;
use crate::scenario::{REFERRERS, Registration};

/// One count of a quarter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// Young people referred.
    Referred,
    /// Conversations held.
    Conversations,
    /// Trajectories ended so: positive, escalated, dropped out, unknown.
    Ended(usize),
    /// Young people referred by one kind of referrer, by its place in [`REFERRERS`].
    ReferredBy(usize),
    /// Young people referred with a need.
    WithNeed(String),
}

/// How trajectories end, in the order of a registration.
const ENDED: [Metric; 4] = [
    Metric::YouthsClosedPositive,
    Metric::YouthsEscalated,
    Metric::YouthsDroppedOut,
    Metric::YouthsOutcomeUnknown,
];

impl Counted {
    /// Everything that is counted under these needs, whole counts first.
    pub fn all(needs: &[String]) -> Vec<Self> {
        let whole =
            [Self::Referred, Self::Conversations].into_iter().chain((0..ENDED.len()).map(Self::Ended));
        let referrers = (0..REFERRERS.len()).map(Self::ReferredBy);
        whole.chain(referrers).chain(needs.iter().cloned().map(Self::WithNeed)).collect()
    }

    /// Its name in files: that of the metric where it is one.
    pub fn name(&self) -> String {
        match (self, self.metric()) {
            (_, Some(metric)) => metric.name().to_owned(),
            (Self::ReferredBy(referrer), _) => format!("referred_by_{}", REFERRERS[*referrer]),
            (Self::WithNeed(need), _) => format!("need_{need}"),
            _ => String::new(),
        }
    }

    /// The metric of the model that it is; none for parts of the inflow, which no metric tells.
    pub const fn metric(&self) -> Option<Metric> {
        match self {
            Self::Referred => Some(Metric::YouthsReferred),
            Self::Conversations => Some(Metric::Conversations),
            Self::Ended(kind) => Some(ENDED[*kind]),
            Self::ReferredBy(_) | Self::WithNeed(_) => None,
        }
    }

    /// What was registered of it.
    pub fn registered(&self, registration: &Registration) -> Option<f64> {
        let count = match self {
            Self::Referred => registration.referred(),
            Self::Conversations => registration.conversations.map(|counted| counted.held),
            Self::Ended(kind) => registration.closures.map(|counts| counts[*kind]),
            Self::ReferredBy(referrer) => registration.inflow.map(|counts| counts[*referrer]),
            Self::WithNeed(need) => {
                let needs = registration.needs.as_ref()?;
                needs.iter().find(|(name, _)| name == need).map(|(_, count)| *count)
            }
        };
        count.map(f64::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_count_has_a_name_of_its_own() {
        let all = Counted::all(&["psychisch".to_owned(), "beweging".to_owned()]);
        let mut names: Vec<String> = all.iter().map(Counted::name).collect();
        names.sort();
        names.dedup();
        assert_eq!((names.len(), all.len()), (13, 13));
        assert!(names.contains(&"need_beweging".to_owned()) && !names.contains(&String::new()));
    }
}
