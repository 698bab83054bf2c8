//! What was asked along with a run, as it stands in the reports of the run.
//!
//! Its figures are those of the file of the answer, put under `/answers/<command>` of `summary.json`.

use schemars::JsonSchema;
use serde::Serialize;

use super::given::Answer;
use super::{break_even, budget, compare, monitor, sensitivity, value, verify};
use crate::analyses::Answers;
use crate::report::Topic;
use crate::report::document::{Block, Section, Text, beneath, together};
use crate::report::wording::Wording;

/// The figures of the answers, each as in the file of its own.
#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Along<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    monitor: Option<monitor::Figures<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<value::Figures<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sensitivity: Option<sensitivity::Figures<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    compare: Option<compare::Figures<'a>>,
    #[serde(rename = "break-even", skip_serializing_if = "Option::is_none")]
    break_even: Option<break_even::Figures<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    budget: Option<budget::Figures<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verify: Option<verify::Figures<'a>>,
}

impl<'a> Along<'a> {
    /// The figures; none when nothing was asked.
    pub(in crate::report) fn new(answers: &'a Answers) -> Option<Self> {
        (!answers.is_empty()).then(|| Self {
            monitor: answers.monitor.as_ref().map(monitor::figures),
            value: answers.value.as_ref().map(value::figures),
            sensitivity: answers.sensitivity.as_ref().map(sensitivity::figures),
            compare: answers.compare.as_ref().map(compare::figures),
            break_even: answers.break_even.as_ref().map(break_even::figures),
            budget: answers.budget.as_ref().map(budget::figures),
            verify: answers.verify.as_ref().map(verify::figures),
        })
    }
}

/// Where the figures of a question stand in the summary of a run.
pub(in crate::report) fn place(topic: Topic) -> String {
    format!("/answers/{}", topic.name())
}

/// What the council reads of an answer; none when it was not asked.
pub(in crate::report) fn for_council(
    topic: Topic,
    answers: &Answers,
    wording: &Wording,
) -> Option<Vec<Block>> {
    let blocks = match topic {
        Topic::Monitor => monitor::council(answers.monitor.as_ref()?, wording),
        Topic::Value => value::council(answers.value.as_ref()?, wording),
        Topic::Sensitivity => sensitivity::council(answers.sensitivity.as_ref()?, wording),
        Topic::Compare => compare::council(answers.compare.as_ref()?, wording),
        Topic::BreakEven => break_even::council(answers.break_even.as_ref()?, wording),
        Topic::Budget => budget::council(answers.budget.as_ref()?, wording),
        Topic::Verify => verify::appendix(answers.verify.as_ref()?, wording).blocks,
    };
    Some(beneath(&place(topic), blocks))
}

/// The questions that were asked.
pub(in crate::report) fn asked(answers: &Answers) -> Vec<Topic> {
    let there = |topic: &Topic| match topic {
        Topic::Monitor => answers.monitor.is_some(),
        Topic::Value => answers.value.is_some(),
        Topic::Sensitivity => answers.sensitivity.is_some(),
        Topic::Compare => answers.compare.is_some(),
        Topic::BreakEven => answers.break_even.is_some(),
        Topic::Budget => answers.budget.is_some(),
        Topic::Verify => answers.verify.is_some(),
    };
    Topic::ALL.into_iter().filter(there).collect()
}

/// What is said first of each answer, for the page of the run.
pub(in crate::report) fn gists(answers: &Answers, wording: &Wording) -> Vec<Section> {
    Topic::ALL
        .into_iter()
        .filter_map(|topic| {
            let mut section = gist(topic, &given(topic, answers, wording)?, wording)?;
            add(section.blocks.first_mut(), beside(topic, answers, wording));
            Some(section)
        })
        .collect()
}

/// How an answer goes with the results of the run above it, where that may puzzle.
fn beside(topic: Topic, answers: &Answers, wording: &Wording) -> Option<Text> {
    match topic {
        Topic::Monitor => monitor::beside_run(answers.monitor.as_ref()?, wording),
        Topic::BreakEven => break_even::beside_run(answers.break_even.as_ref()?, wording),
        _ => None,
    }
}

/// One more sentence at the end of a paragraph.
fn add(block: Option<&mut Block>, sentence: Option<Text>) {
    if let (Some(Block::Paragraph(text)), Some(sentence)) = (block, sentence) {
        *text = together(vec![std::mem::take(text), sentence]);
    }
}

/// An answer in its own words; none when it was not asked.
fn given(topic: Topic, answers: &Answers, wording: &Wording) -> Option<Answer> {
    // What is written to memory does not fail.
    match topic {
        Topic::Monitor => monitor::monitor(answers.monitor.as_ref()?, wording).ok(),
        Topic::Value => value::value(answers.value.as_ref()?, wording).ok(),
        Topic::Sensitivity => sensitivity::sensitivity(answers.sensitivity.as_ref()?, wording).ok(),
        Topic::Compare => compare::compare(answers.compare.as_ref()?, wording).ok(),
        Topic::BreakEven => break_even::break_even(answers.break_even.as_ref()?, wording).ok(),
        Topic::Budget => budget::budget(answers.budget.as_ref()?, wording).ok(),
        Topic::Verify => verify::verify(answers.verify.as_ref()?, wording).ok(),
    }
}

/// The paragraphs that answer a question: the section and the place of each in it.
const fn telling(topic: Topic) -> (&'static str, &'static [(&'static str, usize)]) {
    match topic {
        // With today's knowledge, and when it is also registered who comes back.
        Topic::Monitor => ("answer-monitor", &[("answer", 0), ("answer", 2)]),
        Topic::Value => ("answer-value", &[("answer", 0), ("register", 0)]),
        Topic::Sensitivity => ("answer-sensitivity", &[("answer", 0)]),
        Topic::Compare => ("answer-compare", &[("answer", 0), ("answer", 1)]),
        Topic::BreakEven => ("answer-break-even", &[("answer", 0)]),
        Topic::Budget => ("answer-budget", &[("answer", 0), ("answer", 1)]),
        Topic::Verify => ("answer-verify", &[("answer", 0)]),
    }
}

fn gist(topic: Topic, answer: &Answer, wording: &Wording) -> Option<Section> {
    let (id, wanted) = telling(topic);
    let sections = &answer.document.sections;
    let found = wanted.iter().filter_map(|(section, place)| {
        let section = sections.iter().find(|one| one.id == *section)?;
        section.blocks.iter().filter(|block| matches!(block, Block::Paragraph(_))).nth(*place).cloned()
    });
    let blocks = beneath(&place(topic), found.collect());
    // The page of a run has a section on paying back of its own: this one is about the chance.
    let heading = match topic {
        Topic::BreakEven => wording.text("pay-heading-curve"),
        _ => answer.document.title.clone(),
    };
    (!blocks.is_empty()).then(|| Section { id, heading: Some(Text::words(heading)), blocks })
}
