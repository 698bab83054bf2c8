//! The young people of one replication, and everything that chance decides about them and their helpers.
//!
//! Enters: an address and the highest demand that any arm or world can have. Leaves: candidates in order of
//! arrival with their luck, the people among them as the assumptions of one arm and world see them, and the
//! attendance of the staff. Refuses to know: the policy. A cohort is drawn once and played through every arm and
//! world.

mod candidates;
mod luck;
mod outlook;
mod people;
mod staff;
mod worth;

pub use candidates::{Candidate, Cohort, Outcome, Registration, Span, Spot};
pub use luck::Luck;
pub use outlook::Outlook;
pub use people::{People, Person, Prospect, Youth};
pub use staff::{AbsenceRates, attendance, exit_weeks};
pub use worth::Worth;
