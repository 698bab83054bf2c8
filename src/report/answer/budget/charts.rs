//! What is drawn: net saving against wait, a point per option of the last round.

use super::page::options;
use super::{Quotes, number};
use crate::report::document::{Axis, Chart, Picture, Plane, Plotted, Spread};
use crate::report::number::Form;
use crate::statistics::Estimate;

/// Whether an option is drawn: those on a frontier and those that are best at something; more would only lie on top of
/// each other.
pub(super) fn drawn(quotes: &Quotes<'_>, index: usize) -> bool {
    quotes.allotment.best_use.verdicts.iter().any(|verdict| {
        let best = [verdict.best, verdict.robust, verdict.most_youths, verdict.shortest_wait];
        best.contains(&index) || verdict.frontier.contains(&index)
    })
}

pub(super) fn frontier(quotes: &Quotes<'_>) -> Chart {
    let teller = &quotes.teller;
    let found = &quotes.allotment.best_use;
    let finalists = found.finalists.iter().enumerate();
    let points = finalists.filter(|(index, _)| drawn(quotes, *index)).map(|(index, one)| {
        let spread = |member: &str, estimate: Option<&Estimate>| Spread {
            value: Plotted::new(estimate.map(|one| one.value), format!("/options/{index}/{member}/value")),
            interval: None,
        };
        (
            number(index),
            spread("wait_mean_weeks", one.wait.as_ref()),
            spread("net_saving_over_worlds_eur", one.net_over_worlds.as_ref()),
        )
    });
    let axis = |id: &str, form| Axis { label: teller.wording.text(id), form };
    Chart {
        id: "budget".to_owned(),
        title: teller.say("budget-chart-title", &[]),
        description: teller.say("budget-chart-text", &[]),
        picture: Picture::Plane(Plane {
            along: axis("budget-axis-wait", Form::Weeks),
            up: axis("budget-axis-net", Form::ThousandEur),
            points: points.collect(),
            curves: Vec::new(),
            regions: Vec::new(),
        }),
        data: options(quotes),
    }
}
