//! In which order young people are to be served, whatever the policy.
//!
//! Enters: the people of a replication. Leaves: the line of the urgent and that of the others, how far each reaches in every week, and how many
//! lose patience in each. Refuses to know: which of them a policy brings to the POJ; [`Referrals`](super::referrals::Referrals)
//! takes the others out.

use super::referrals::Referred;
use super::waiting_list::{Leavers, leaves_in};
use crate::cohort::Youth;

/// The lines of the people of one replication. Reused between replications.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines {
    /// The urgent, and the others, in order of arrival.
    all: [Vec<u32>; 2],
    /// By week, as if all came to the POJ.
    pub(super) weeks: Vec<Referred>,
    /// How many lose patience in each week unless they start before; one more for never.
    pub(super) leaving: Vec<Leavers>,
    /// Those who come only where the expertise is.
    pub(super) attracted: Vec<u32>,
}

impl Lines {
    /// Puts people in lines, who stand in order of arrival and come in so many weeks.
    pub(super) fn read(&mut self, youths: &[Youth], weeks: usize) {
        for line in &mut self.all {
            line.clear();
        }
        self.weeks.clear();
        self.weeks.resize(weeks, Referred::default());
        self.leaving.clear();
        self.leaving.resize(weeks + 1, Leavers::default());
        self.attracted.clear();
        for (person, youth) in (0..).zip(youths) {
            let line = usize::from(!youth.is_urgent());
            self.all[line].push(person);
            let referred = &mut self.weeks[youth.week as usize];
            referred.places[line] += 1;
            referred.joining += 1;
            self.leaving[leaves_in(youth, weeks)].add(youth);
            if youth.is_attracted() {
                self.attracted.push(person);
            }
        }
    }

    /// The urgent, and the others, in order of arrival.
    #[inline]
    pub(super) const fn all(&self) -> &[Vec<u32>; 2] {
        &self.all
    }
}
