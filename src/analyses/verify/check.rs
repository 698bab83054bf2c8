//! One check: a figure, the bound that it must keep, and whether it does.

/// What a check is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What goes in is what comes out of the draws.
    Inputs,
    /// Young people, hours and weeks.
    Flow,
    /// Euros.
    Money,
    /// Draws, luck and their errors.
    Uncertainty,
    /// Seeds, threads, files and pages.
    Interface,
}

impl Group {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Inputs, Self::Flow, Self::Money, Self::Uncertainty, Self::Interface];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Inputs => "inputs",
            Self::Flow => "flow",
            Self::Money => "money",
            Self::Uncertainty => "uncertainty",
            Self::Interface => "interface",
        }
    }
}

/// What a figure must keep to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// No more than this.
    AtMost(f64),
    /// No less than this.
    AtLeast(f64),
}

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The figure keeps its bound.
    Holds,
    /// It does not.
    Fails,
    /// The scenario has nothing to check it on.
    NotApplicable,
}

/// One check.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Its name, which is also that of its sentence.
    pub id: &'static str,
    /// What it is about.
    pub group: Group,
    /// What was found; `None` when the scenario has nothing to check it on.
    pub figure: Option<f64>,
    /// What it must keep to.
    pub bound: Bound,
    /// What breaks the bound, by name, where that can be said.
    pub names: Vec<String>,
    /// What could only be checked in a variant that is unlike the scenario, by name.
    pub elsewhere: Vec<String>,
    /// What could not be checked, by name.
    pub open: Vec<String>,
}

impl Check {
    /// A figure that may be no more than `most`.
    pub(super) const fn at_most(group: Group, id: &'static str, figure: Option<f64>, most: f64) -> Self {
        Self::new(group, id, figure, Bound::AtMost(most))
    }

    /// A figure that must be at least `least`.
    pub(super) const fn at_least(group: Group, id: &'static str, figure: Option<f64>, least: f64) -> Self {
        Self::new(group, id, figure, Bound::AtLeast(least))
    }

    const fn new(group: Group, id: &'static str, figure: Option<f64>, bound: Bound) -> Self {
        Self { id, group, figure, bound, names: Vec::new(), elsewhere: Vec::new(), open: Vec::new() }
    }

    /// How it ended; a figure that is not a number fails.
    pub fn verdict(&self) -> Verdict {
        let holds = match (self.figure, self.bound) {
            (None, _) => return Verdict::NotApplicable,
            (Some(figure), Bound::AtMost(most)) => figure <= most,
            (Some(figure), Bound::AtLeast(least)) => figure >= least,
        };
        if holds { Verdict::Holds } else { Verdict::Fails }
    }
}

/// The largest distance from nought; infinite where a number is not one, nothing where there are none.
pub(super) fn largest(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let sizes = values.into_iter().map(|value| if value.is_nan() { f64::INFINITY } else { value.abs() });
    sizes.reduce(f64::max)
}

/// A number of cases as a figure.
pub(super) fn count(cases: impl Iterator<Item = bool>) -> f64 {
    cases.filter(|case| *case).count() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_that_is_no_number_fails_and_a_missing_one_does_not_apply() {
        let check = |figure| Check::at_most(Group::Flow, "x", figure, 1.0).verdict();
        assert_eq!(check(Some(1.0)), Verdict::Holds);
        assert_eq!(check(Some(1.1)), Verdict::Fails);
        assert_eq!(check(Some(f64::NAN)), Verdict::Fails);
        assert_eq!(check(None), Verdict::NotApplicable);
        assert_eq!(largest([1.0, f64::NAN]), Some(f64::INFINITY));
        assert_eq!(largest([]), None);
    }
}
