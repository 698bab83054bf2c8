//! The appendix that accounts for the study: every item of two checklists, filled by the run or by people.
//!
//! STRESS-DES: Monks et al. (2019), doi 10.1080/17477778.2018.1442155. CHEERS 2022: Husereau et al. (2022),
//! doi 10.1136/bmj-2021-067975.

use super::super::figures::{Quotes, pointer};
use super::super::model::{Align, Block, Row, Section, Table, Text};
use super::super::page::asked;
use super::super::sentence::{Piece, together};
use super::asked::asked as along;
use super::options::{column, titled};
use crate::report::Topic;
use crate::report::number::Form;
use crate::report::summary::grade_text;
use crate::scenario::ReportingKey;

/// An item of a checklist: its number, whether the run answers it, and what only people can say of it.
type Item = (&'static str, bool, &'static [ReportingKey]);

/// The 20 items of STRESS-DES; the fifth of its second part is told in five.
const STRESS: [Item; 24] = [
    ("1.1", true, &[]),
    ("1.2", true, &[]),
    ("1.3", true, &[]),
    ("2.1", true, &[]),
    ("2.2", true, &[]),
    ("2.3", true, &[]),
    ("2.4", true, &[]),
    ("2.5.1", true, &[]),
    ("2.5.2", true, &[]),
    ("2.5.3", true, &[]),
    ("2.5.4", true, &[]),
    ("2.5.5", true, &[]),
    ("3.1", true, &[]),
    ("3.2", true, &[ReportingKey::DataPreparation]),
    ("3.3", true, &[]),
    ("3.4", true, &[]),
    ("4.1", true, &[]),
    ("4.2", true, &[]),
    ("4.3", true, &[]),
    ("5.1", true, &[]),
    ("5.2", true, &[]),
    ("5.3", true, &[]),
    ("5.4", false, &[ReportingKey::Computer]),
    ("6.1", true, &[ReportingKey::Access]),
];

/// The 28 items of CHEERS 2022.
const CHEERS: [Item; 28] = [
    ("1", true, &[]),
    ("2", true, &[]),
    ("3", true, &[]),
    ("4", false, &[ReportingKey::AnalysisPlan]),
    ("5", true, &[ReportingKey::Population]),
    ("6", true, &[ReportingKey::Setting]),
    ("7", true, &[ReportingKey::ComparatorsReason]),
    ("8", true, &[ReportingKey::PerspectiveReason]),
    ("9", true, &[ReportingKey::HorizonReason]),
    ("10", true, &[ReportingKey::DiscountReason]),
    ("11", true, &[]),
    ("12", true, &[]),
    ("13", true, &[]),
    ("14", true, &[]),
    ("15", true, &[]),
    ("16", true, &[ReportingKey::Access]),
    ("17", true, &[ReportingKey::Validation]),
    ("18", true, &[]),
    ("19", false, &[ReportingKey::DistributionalEffects]),
    ("20", true, &[]),
    ("21", false, &[ReportingKey::Engagement]),
    ("22", true, &[]),
    ("23", true, &[]),
    ("24", true, &[]),
    ("25", false, &[ReportingKey::EngagementEffect]),
    ("26", true, &[ReportingKey::Generalisability]),
    ("27", false, &[ReportingKey::Funding]),
    ("28", false, &[ReportingKey::Interests]),
];

/// The account of the study.
pub(super) fn section(quotes: &Quotes<'_>) -> Section {
    let gaps = gaps(quotes);
    let mut blocks = vec![
        Block::Paragraph(quotes.say("account-opening", &gaps)),
        Block::Table(table(quotes, "stress", &STRESS, &gaps)),
        Block::Table(table(quotes, "cheers", &CHEERS, &gaps)),
    ];
    blocks.extend(along(quotes, Topic::Verify));
    titled(quotes, "account", "section-account", blocks)
}

fn table(quotes: &Quotes<'_>, list: &str, items: &[Item], gaps: &[(&str, Piece)]) -> Table {
    let rows = items.iter().map(|(number, by_run, by_people)| {
        let id = format!("{list}-{}", number.replace('.', "-"));
        let name =
            [("number", Piece::Name((*number).to_owned())), ("what", Piece::Text(quotes.say(&id, &[])))];
        let mut said = Vec::new();
        if *by_run {
            said.push(quotes.say(&format!("{id}-answer"), gaps));
        }
        said.extend(by_people.iter().map(|key| statement(quotes, *key, *by_run)));
        Row(vec![quotes.say("account-item", &name), together(said)])
    });
    Table {
        caption: quotes.say(&format!("{list}-caption"), &[]),
        columns: vec![
            column(quotes, "account-column-item", Align::Left),
            column(quotes, "account-column-answer", Align::Left),
        ],
        rows: rows.collect(),
    }
}

/// What people say under a key, or that they say nothing; named where the run says something too.
fn statement(quotes: &Quotes<'_>, key: ReportingKey, named: bool) -> Text {
    let said = quotes.forecast.account.reporting.said(key);
    let said =
        said.map_or_else(|| quotes.say("account-not-reported", &[]), |said| Text::name(said.text.clone()));
    if !named {
        return said;
    }
    let what = quotes.say(&format!("reporting-{}", key.name().replace('_', "-")), &[]);
    quotes.say("account-statement", &[("what", Piece::Text(what)), ("said", Piece::Text(said))])
}

/// Everything that an answer may quote.
fn gaps(quotes: &Quotes<'_>) -> Vec<(&'static str, Piece)> {
    let (forecast, account) = (quotes.forecast, &quotes.forecast.account);
    let listed = |all: Vec<&str>| Piece::Name(all.join(" · "));
    let count = |at: &str, count: usize| -> Piece {
        quotes.figure(at.to_owned(), Some(count as f64), Form::Count, None).into()
    };
    let of = |member: &'static str, number: usize| count(&pointer(&["account", member]), number);
    let year = |member: &'static str, year: f64| -> Piece {
        let mut figure = quotes.figure(pointer(&["account", member]), Some(year), Form::Count, None);
        // A year is a name made of digits.
        figure.text = format!("{year:.0}");
        figure.into()
    };
    let mut seed = quotes.figure("/seed".to_owned(), Some(forecast.run.seed as f64), Form::Count, None);
    seed.text = forecast.run.seed.to_string();
    let discount = quotes.figure(
        pointer(&["account", "discount_rate_per_year"]),
        Some(account.discount_rate),
        Form::GivenPercent,
        None,
    );
    let mut gaps = vec![
        ("titles", listed(asked(forecast).iter().map(|arm| arm.title.as_str()).collect())),
        ("purposes", listed(asked(forecast).iter().map(|arm| arm.purpose.as_str()).collect())),
        ("policies", listed(forecast.arms.iter().map(|arm| arm.title.as_str()).collect())),
        ("worlds", listed(forecast.worlds.iter().map(|world| world.title.as_str()).collect())),
        ("from", Piece::Name(quotes.date(account.from))),
        ("until", Piece::Name(quotes.date(account.until))),
        ("version", Piece::Name(env!("CARGO_PKG_VERSION").to_owned())),
        ("replications", quotes.replications("/replications", forecast.run.replications)),
        ("seed", seed.into()),
        ("weeks", of("weeks", account.weeks)),
        ("warm_up", of("warm_up_weeks", account.warm_up_weeks)),
        ("draws", of("draws", account.draws)),
        ("uncertain", of("uncertain_values", account.uncertain)),
        ("fixed", of("fixed_values", account.fixed)),
        ("asked", of("statements_asked", account.statements_asked())),
        ("made", of("statements_made", account.statements_made())),
        ("discount", discount.into()),
        ("price_year", year("price_level_year", account.price_level_year)),
        ("care_year", year("care_price_level_year", account.care_price_level_year)),
    ];
    gaps.extend(account.grades.iter().map(|(grade, number)| {
        let name = grade_text(*grade);
        (name, count(&pointer(&["account", "grades", name]), *number))
    }));
    gaps
}
