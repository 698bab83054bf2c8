//! The questions that a run answers along: which of them it can answer, and their answers.

use super::answer::{Desk, find};
use super::args::{Inputs, SimulationOrder};
use super::choice::With;
use super::exit::Exit;
use super::failure::Failure;
use super::run::failed;
use super::running::RunOrder;
use super::stop::Stop;
use super::stopwatch::Stopwatch;
use super::{budget, inputs, question, screen};
use crate::analyses::Answers;
use crate::engine::RunError;
use crate::report::Topic;
use crate::report::wording::Wording;
use crate::scenario::Loaded;

/// What is asked of a run, all of which can be answered.
pub(super) struct Agenda<'a> {
    order: &'a SimulationOrder,
    loaded: &'a Loaded,
    /// The first scenario that was named beside its base, where the run has more: most questions are about one.
    first: Option<Loaded>,
    pub(super) topics: Vec<Topic>,
}

/// What was answered: as values, and the files of every answer.
#[derive(Default)]
pub(super) struct Answered {
    pub(super) answers: Answers,
    pub(super) files: Vec<(String, Vec<u8>)>,
}

impl<'a> Agenda<'a> {
    /// Looks which questions can be answered, so that nobody waits for a run that ends in a fault. Of all questions
    /// those that cannot are told and left out.
    ///
    /// # Errors
    /// [`Failure`] with everything that stands in the way of the questions that were named.
    pub(super) fn new(order: &'a RunOrder, loaded: &'a Loaded, wording: &Wording) -> Result<Self, Failure> {
        let (wanted, all) = match &order.with {
            With::Nothing => (Vec::new(), false),
            With::These(topics) => (topics.clone(), false),
            // Checking the model is no question about the future, and takes longest: who wants it names it.
            With::All => (Topic::ALL.into_iter().filter(|topic| *topic != Topic::Verify).collect(), true),
        };
        let order = &order.simulation;
        let several = order.inputs.scenarios.len() > 1 && !wanted.is_empty();
        let first = if several { Some(inputs::load(&first_of(&order.inputs), wording)?) } else { None };
        let mut agenda = Self { order, loaded, first, topics: Vec::new() };
        let mut obstacles = Vec::new();
        for topic in wanted {
            match agenda.obstacle(topic, all, wording) {
                None => agenda.topics.push(topic),
                Some(told) => {
                    let gaps = [("question", topic.name().into()), ("why", told.into())];
                    obstacles
                        .push(wording.fill(if all { "with-left-out" } else { "with-impossible" }, &gaps));
                }
            }
        }
        if all {
            if !order.quiet && !obstacles.is_empty() {
                screen::note(&obstacles.join("\n"));
            }
        } else if !obstacles.is_empty() {
            return Err(Failure::new(Exit::Usage, obstacles.join("\n")));
        }
        Ok(agenda)
    }

    /// What a question is about: every scenario of the run, or one beside its base.
    fn subject(&self, topic: Topic) -> &Loaded {
        if topic.is_about_all() { self.loaded } else { self.first.as_ref().unwrap_or(self.loaded) }
    }

    /// Why a question cannot be answered, in words.
    fn obstacle(&self, topic: Topic, all: bool, wording: &Wording) -> Option<String> {
        let loaded = self.subject(topic);
        let alone = loaded.experiment.arms.len() < 2;
        match topic {
            Topic::Monitor => alone.then(|| wording.text("monitor-nothing-to-conclude")),
            Topic::Value => alone.then(|| wording.text("value-nothing-to-choose")),
            Topic::Compare if alone => Some(wording.text("with-nothing-to-compare")),
            // One option beside doing nothing can be compared by who asks for it; the run itself tells as much.
            Topic::Compare => {
                (all && loaded.experiment.arms.len() < 3).then(|| wording.text("with-one-to-compare"))
            }
            Topic::Budget => loaded.search_space.is_none().then(|| budget::no_table(loaded, wording)),
            Topic::Sensitivity | Topic::BreakEven | Topic::Verify => None,
        }
    }

    /// Answers the questions one after another, each with the replications that it usually takes, or those of the run
    /// where these are fewer.
    ///
    /// # Errors
    /// [`Failure`] when stopped or refused.
    pub(super) fn answer(
        &self,
        stop: &Stop,
        wording: &Wording,
        watch: &mut Stopwatch,
    ) -> Result<Answered, Failure> {
        let mut answered = Answered::default();
        for topic in &self.topics {
            let (question, usual) = question::usual(*topic);
            let usual = usize::try_from(usual).unwrap_or(usize::MAX);
            let order = SimulationOrder {
                inputs: if topic.is_about_all() {
                    self.order.inputs.clone()
                } else {
                    first_of(&self.order.inputs)
                },
                replications: usual.min(self.order.replications),
                ..self.order.clone()
            };
            let loaded = self.subject(*topic);
            let desk = Desk { order: &order, loaded, stop, wording, about: Some(topic.name()) };
            let answer = find(&desk, &question, &mut answered.answers)?;
            if stop.wanted() {
                return Err(failed(&RunError::Stopped, wording));
            }
            answered.files.extend(answer.files(topic.name(), wording));
            watch.lap(topic.name());
        }
        Ok(answered)
    }
}

/// The same with the first scenario alone.
fn first_of(inputs: &Inputs) -> Inputs {
    let mut one = inputs.clone();
    one.scenarios.truncate(1);
    one
}
