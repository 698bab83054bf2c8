//! Which sentence tells which fault.

use std::path::Path;

use super::registrations;
use super::told::{Told, shape};
use crate::scenario::{DrawsFault, FaultKind, FileFault, FilePlace, Shape, Syntax, WordList};

/// The sentence of a fault. The kinds are told in groups, each function passing on what is not in its group.
pub(super) fn tell(kind: &FaultKind) -> Told {
    match kind {
        FaultKind::NoScenario => Told::new("fault-no-scenario"),
        FaultKind::File { path, fault } => file(path, fault),
        FaultKind::Syntax { syntax: about, found, expected } => syntax(*about, found, expected),
        FaultKind::DuplicateKey { key } => {
            Told::new("fault-duplicate-key").put("key", key).help("help-duplicate-key")
        }
        FaultKind::TooDeep { most } => Told::new("fault-too-deep").count("most", wide(*most)),
        FaultKind::LongKey { most } => Told::new("fault-long-key").count("most", wide(*most)),
        FaultKind::FormatVersion { found, supported } => Told::new("fault-format-version")
            .put("found", found)
            .count("supported", u64::try_from(*supported).unwrap_or(0))
            .help("help-format-version"),
        FaultKind::OtherKind { expected } => Told::new("fault-other-kind")
            .put("expected", expected)
            .help(if *expected == "world" { "help-world-wanted" } else { "help-scenario-wanted" }),
        FaultKind::NoEqualsInSetting { text } => {
            Told::new("fault-no-equals-in-setting").found("text", text).help("help-setting")
        }
        FaultKind::NotHere { key, place } => Told::new(match place {
            FilePlace::World => "fault-not-in-world",
            FilePlace::Child => "fault-not-in-child",
            FilePlace::Prompt => "fault-not-at-prompt",
        })
        .put("key", key),
        FaultKind::PolicyInWorld { key } => {
            Told::new("fault-policy-in-world").put("key", key).help("help-policy-in-world")
        }
        FaultKind::CircularParents { chain } => {
            Told::new("fault-circular-parents").put("chain", &chain.join(" -> "))
        }
        FaultKind::Draws(fault) => draws(fault),
        FaultKind::LongChain { most } => Told::new("fault-long-chain").count("most", wide(*most)),
        FaultKind::OtherRoot { root, expected } => {
            Told::new("fault-other-root").put("root", root).put("expected", expected).help("help-other-root")
        }
        FaultKind::Ledger(fault) => registrations::tell(fault),
        other => keys(other),
    }
}

fn wide(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn file(path: &Path, fault: &FileFault) -> Told {
    let told = match fault {
        FileFault::NotFound { nearest } => Told::new("fault-file-not-found").nearest(nearest.as_ref()),
        FileFault::IsFolder => Told::new("fault-file-is-folder").help("help-file-is-folder"),
        FileFault::NotAFile => Told::new("fault-file-no-file"),
        FileFault::TooLarge { bytes, most } => {
            Told::new("fault-file-too-large").count("bytes", *bytes).count("most", *most)
        }
        FileFault::Unreadable { reason } if reason == "permission denied" => {
            Told::new("fault-file-not-allowed")
        }
        FileFault::Unreadable { reason } => Told::new("fault-file-unreadable").put("reason", reason),
        FileFault::NotText => Told::new("fault-file-not-text").help("help-file-not-text"),
    };
    told.put("path", &path.display().to_string())
}

fn draws(fault: &DrawsFault) -> Told {
    match fault {
        DrawsFault::NotDraws => Told::new("fault-draws-none").help("help-draws-none"),
        DrawsFault::Cells { found, expected } => {
            Told::new("fault-draws-cells").count("found", wide(*found)).count("expected", wide(*expected))
        }
        DrawsFault::Number { found, is_weight } => {
            let id = if *is_weight { "fault-draws-weight" } else { "fault-draws-number" };
            Told::new(id).found("found", found)
        }
        DrawsFault::TooFew { found, least } => {
            Told::new("fault-draws-few").count("found", wide(*found)).count("least", wide(*least))
        }
        DrawsFault::NoWeight => Told::new("fault-draws-no-weight"),
        DrawsFault::OtherLaw { key, learnt, here } => Told::new("fault-draws-law")
            .put("key", key)
            .put("learnt", learnt)
            .put("here", here)
            .help("help-draws-law"),
    }
}

fn syntax(about: Syntax, found: &str, expected: &[String]) -> Told {
    let told = Told::new(match about {
        Syntax::NoValue => "fault-syntax-no-value",
        Syntax::NoEquals => "fault-syntax-no-equals",
        Syntax::Unclosed => "fault-syntax-unclosed",
        Syntax::NoComma => "fault-syntax-no-comma",
        Syntax::ExtraComma => "fault-syntax-extra-comma",
        Syntax::NoQuotes => "fault-syntax-no-quotes",
        Syntax::BadNumber => "fault-syntax-bad-number",
        Syntax::BadFlag => "fault-syntax-bad-flag",
        Syntax::BadDate => "fault-syntax-bad-date",
        Syntax::BadText => "fault-syntax-bad-text",
        Syntax::BadKey => "fault-syntax-bad-key",
        Syntax::BadCharacter => "fault-syntax-bad-character",
        Syntax::Other => "fault-syntax-other",
    })
    .found("found", found);
    match about {
        Syntax::NoQuotes => told.help("help-no-quotes"),
        Syntax::BadDate => told.help("help-bad-date"),
        Syntax::BadNumber => told.help("help-bad-number"),
        Syntax::BadKey => told.help("help-bad-key"),
        _ if expected.is_empty() => told,
        _ => told.put("expected", &expected.join("  ")).help("help-expected"),
    }
}

fn keys(kind: &FaultKind) -> Told {
    match kind {
        FaultKind::UnknownKey { key, nearest } => {
            Told::new("fault-unknown-key").put("key", key).nearest(nearest.as_ref())
        }
        FaultKind::MissingKeys { keys, within, nearest } => {
            let told = match within {
                Some(within) => Told::new("fault-missing-keys-within").put("within", within),
                None => Told::new("fault-missing-keys"),
            };
            told.list("keys", keys).count("count", wide(keys.len())).nearest(nearest.as_ref())
        }
        FaultKind::WrongType { key, expected, found } => {
            let told = Told::new("fault-wrong-type")
                .put("key", key)
                .word("expected", shape(*expected))
                .word("found", shape(*found));
            match expected {
                Shape::Quantity => told.help("help-quantity"),
                Shape::Date => told.help("help-bad-date"),
                Shape::Shares => told.help("help-shares"),
                _ => told,
            }
        }
        FaultKind::BareNumber { key, value, unit } => Told::new("fault-bare-number")
            .put("key", key)
            .number("value", *value)
            .put("unit", unit)
            .help("help-bare-number"),
        FaultKind::DecimalComma { text, meant } => Told::new("fault-decimal-comma")
            .put("text", text)
            .number("meant", *meant)
            .help("help-decimal-comma"),
        FaultKind::QuotedNumber { text } => {
            Told::new("fault-quoted-number").put("text", text).help("help-quoted-number")
        }
        FaultKind::UnknownWord { list, found, nearest } => {
            let told = Told::new(match list {
                WordList::Kind => "fault-unknown-kind",
                WordList::Grade => "fault-unknown-grade",
                WordList::Prior => "fault-unknown-prior",
            })
            .put("found", found)
            .list("options", list.words());
            told.nearest(nearest.as_ref())
        }
        FaultKind::BadText { key, most } => {
            Told::new("fault-bad-text").put("key", key).count("most", wide(*most))
        }
        FaultKind::BadName { name, most } => {
            Told::new("fault-bad-name").put("name", name).count("most", wide(*most))
        }
        FaultKind::TooMany { what, found, most } => Told::new("fault-too-many")
            .put("what", what)
            .count("found", wide(*found))
            .count("most", wide(*most)),
        FaultKind::DuplicateName { name } => Told::new("fault-duplicate-name").put("name", name),
        other => numbers(other),
    }
}

fn numbers(kind: &FaultKind) -> Told {
    match kind {
        FaultKind::NotFinite { key, text } => Told::new("fault-not-finite").put("key", key).put("text", text),
        FaultKind::OutOfBounds { key, found, low, high, unit } => Told::new("fault-out-of-bounds")
            .put("key", key)
            .number("found", *found)
            .number("low", *low)
            .number("high", *high)
            .put("unit", &if unit.is_empty() { String::new() } else { format!(" {unit}") }),
        FaultKind::NotWhole { key, found } => {
            Told::new("fault-not-whole").put("key", key).number("found", *found)
        }
        FaultKind::MustBeFixed { key, statement } => Told::new("fault-must-be-fixed")
            .put("key", key)
            .put("statement", statement)
            .help("help-must-be-fixed"),
        FaultKind::WrongUnit { key, found, expected } => Told::new("fault-wrong-unit")
            .put("key", key)
            .put("found", found)
            .put("expected", expected)
            .help("help-wrong-unit"),
        FaultKind::NoStatement { key, options } => {
            Told::new("fault-no-statement").put("key", key).list("options", options)
        }
        FaultKind::TwoStatements { key, first, second } => Told::new("fault-two-statements")
            .put("key", key)
            .put("first", first)
            .put("second", second)
            .help("help-two-statements"),
        FaultKind::UnsuitableStatement { key, statement, options } => Told::new("fault-unsuitable-statement")
            .put("key", key)
            .put("statement", statement)
            .list("options", options)
            .help("help-options"),
        FaultKind::LowHigh { key, low, likely, high } => Told::new("fault-low-high")
            .put("key", key)
            .number("low", *low)
            .number("likely", *likely)
            .number("high", *high),
        FaultKind::SeenOf { key, seen, of } => {
            let id = if seen > of { "fault-seen-of" } else { "fault-seen-of-all-or-none" };
            Told::new(id).put("key", key).number("seen", *seen).number("of", *of)
        }
        FaultKind::NotPositive { key, found } => {
            Told::new("fault-not-positive").put("key", key).number("found", *found)
        }
        FaultKind::Impossible { key, mean, sd } => {
            Told::new("fault-impossible").put("key", key).number("mean", *mean).number("sd", *sd)
        }
        other => shares(other),
    }
}

fn shares(kind: &FaultKind) -> Told {
    match kind {
        FaultKind::QuantileNames { key, found } => {
            Told::new("fault-quantile-names").put("key", key).list("found", found).help("help-quantile-names")
        }
        FaultKind::QuantileOrder { key, low, high } => {
            Told::new("fault-quantile-order").put("key", key).put("low", low).put("high", high)
        }
        FaultKind::Law { key, error } => {
            Told::new("fault-law").put("key", key).put("error", &error.to_string())
        }
        FaultKind::SharesSum { key, sum } => Told::new("fault-shares-sum")
            .put("key", key)
            .number("sum", (sum * 1e9).round() / 1e9)
            .help("help-shares-sum"),
        FaultKind::Parts { key, missing, unknown } => {
            let id = match (missing.is_empty(), unknown.is_empty()) {
                (false, true) => "fault-parts-missing",
                (true, _) => "fault-parts-unknown",
                (false, false) => "fault-parts",
            };
            Told::new(id)
                .put("key", key)
                .list("missing", missing)
                .count("missing-count", wide(missing.len()))
                .list("unknown", unknown)
                .count("unknown-count", wide(unknown.len()))
        }
        FaultKind::PartCount { key, found, most } => Told::new("fault-part-count")
            .put("key", key)
            .count("found", wide(*found))
            .count("most", wide(*most)),
        FaultKind::CorrelationUnknown { with, nearest } => {
            Told::new("fault-correlation-unknown").put("with", with).nearest(nearest.as_ref())
        }
        FaultKind::CorrelationFixed { key } => Told::new("fault-correlation-fixed").put("key", key),
        FaultKind::CorrelationCircle { keys } => {
            Told::new("fault-correlation-circle").put("keys", &keys.join(" -> "))
        }
        FaultKind::MeanAboveMost { mean, most } => {
            Told::new("fault-mean-above-most").number("mean", *mean).number("most", *most)
        }
        FaultKind::RegisteredSum { seen, sum } => {
            Told::new("fault-registered-sum").number("seen", *seen).number("sum", *sum)
        }
        other => dates(other),
    }
}

fn dates(kind: &FaultKind) -> Told {
    match kind {
        FaultKind::DateOutOfRange { key, found } => {
            Told::new("fault-date-out-of-range").put("key", key).put("found", &found.to_string())
        }
        FaultKind::EndBeforeStart { start, end } => {
            Told::new("fault-end-before-start").put("start", &start.to_string()).put("end", &end.to_string())
        }
        FaultKind::LongHorizon { years, most } => Told::new("fault-long-horizon")
            .count("years", u64::from(years.unsigned_abs()))
            .count("most", u64::from(most.unsigned_abs())),
        FaultKind::YearsOrEnd => Told::new("fault-years-or-end"),
        FaultKind::ReservedName { name } => Told::new("fault-reserved-name").put("name", name),
        FaultKind::EmptyPeriod { name } => Told::new("fault-empty-period").put("name", name),
        FaultKind::PeriodOrder { from, before } => {
            Told::new("fault-period-order").put("from", &from.to_string()).put("before", &before.to_string())
        }
        FaultKind::AfterHorizon { key, date, end } => Told::new("fault-after-horizon")
            .put("key", key)
            .put("date", &date.to_string())
            .put("end", &end.to_string())
            .help("help-after-horizon"),
        FaultKind::BeforeStart { key, date, first } => Told::new("fault-before-start")
            .put("key", key)
            .put("date", &date.to_string())
            .put("first", &first.to_string())
            .help("help-before-start"),
        FaultKind::ExitBeforeStart { start, exit } => Told::new("fault-exit-before-start")
            .put("start", &start.to_string())
            .put("exit", &exit.to_string()),
        FaultKind::DuplicateChange { key, from } => {
            Told::new("fault-duplicate-change").put("key", key).put("from", &from.to_string())
        }
        FaultKind::NotDated { key } => Told::new("fault-not-dated").put("key", key).help("help-not-dated"),
        FaultKind::UnknownPeriod { found, nearest } => {
            Told::new("fault-unknown-period").put("found", found).nearest(nearest.as_ref())
        }
        other => policies(other),
    }
}

fn policies(kind: &FaultKind) -> Told {
    match kind {
        FaultKind::Payment { provider, given } => {
            let id = if given.is_empty() { "fault-payment-none" } else { "fault-payment" };
            Told::new(id).put("provider", provider).list("given", given).help("help-payment")
        }
        FaultKind::BudgetIndexed { provider } => Told::new("fault-budget-indexed").put("provider", provider),
        FaultKind::UnknownNeed { found, needs, nearest } => {
            Told::new("fault-unknown-need").put("found", found).list("needs", needs).nearest(nearest.as_ref())
        }
        FaultKind::UnknownProvider { found, nearest } => {
            Told::new("fault-unknown-provider").put("found", found).nearest(nearest.as_ref())
        }
        FaultKind::CeilingBroken { ceiling, limit, total, year, parts } => {
            let cents = |value: f64| (value * 100.0).round() / 100.0;
            let sum: Vec<String> = parts
                .iter()
                .map(|(name, amount)| format!("{name} {}", crate::scenario::as_written(cents(*amount))))
                .collect();
            Told::new("fault-ceiling-broken")
                .put("ceiling", ceiling)
                .number("limit", cents(*limit))
                .number("total", cents(*total))
                .number("over", cents(total - limit))
                .put("year", &year.to_string())
                .put("sum", &sum.join(" + "))
                .help("help-ceiling-broken")
        }
        // Every kind is told above; a test holds every group to it.
        _ => Told::new("fault-other"),
    }
}
