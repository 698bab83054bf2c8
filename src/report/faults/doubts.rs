//! Which sentence tells which doubt.

use super::told::Told;
use crate::scenario::WarningKind;

/// The sentence of a doubt.
pub(super) fn tell(kind: &WarningKind) -> Told {
    match kind {
        WarningKind::ChangesNothing { key, file, line } => Told::new("warning-changes-nothing")
            .put("key", key)
            .put("place", &format!("{}:{line}", file.display())),
        WarningKind::HiddenByWorlds { key } => Told::new("warning-hidden-by-worlds").put("key", key),
        WarningKind::HiddenByChanges { key, from } => Told::new("warning-hidden-by-changes")
            .put("key", key)
            .put("from", &from.to_string())
            .help("help-hidden-by-changes"),
        WarningKind::ChangeAfterHorizon { key, date, end } => Told::new("warning-change-after-horizon")
            .put("key", key)
            .put("date", &date.to_string())
            .put("end", &end.to_string()),
        WarningKind::NoSuchProvider { provider, nearest } => {
            Told::new("warning-no-such-provider").put("provider", provider).nearest(nearest.as_ref())
        }
        WarningKind::NotReadForProvider { key } => Told::new("warning-not-read-for-provider").put("key", key),
        WarningKind::CeilingWithoutProvider { provider, nearest } => {
            Told::new("warning-ceiling-without-provider").put("provider", provider).nearest(nearest.as_ref())
        }
        WarningKind::WishAboveBudget { provider, wish, affordable } => Told::new("warning-wish-above-budget")
            .put("provider", provider)
            .number("wish", *wish)
            .number("affordable", (affordable * 10.0).round() / 10.0),
        WarningKind::NotReadWhenRegistered { key } => {
            Told::new("warning-not-read-when-registered").put("key", key)
        }
        WarningKind::ExpertiseUnneeded { need } => Told::new("warning-expertise-unneeded").put("need", need),
        WarningKind::NeedWithoutProvider { need } => {
            Told::new("warning-need-without-provider").put("need", need)
        }
        WarningKind::ThousandsPoint { text, read, meant } => Told::new("warning-thousands-point")
            .put("text", text)
            .number("read", *read)
            .number("meant", *meant),
        WarningKind::Unread { key, because } => {
            Told::new("warning-unread").put("key", key).put("because", because)
        }
    }
}
