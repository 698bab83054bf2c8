//! The JSON Schema by which an editor completes and checks a registration while it is typed.
//!
//! It is built from the same lists as the checker. It cannot add up: what it lets pass may still be a fault.

use serde_json::{Map, Value, json};

use crate::scenario::{CLOSURES, FORMAT_VERSION, HELP, LEDGER_FRAME, MOST_COUNT, REFERRERS};

/// The schema of the files of a ledger.
pub fn registration_schema() -> Value {
    let mut properties: Map<String, Value> =
        LEDGER_FRAME.iter().map(|(key, about)| ((*key).to_owned(), frame(key, about))).collect();
    let total = ["total"];
    let tables = [
        ("inflow", counts(total.into_iter().chain(REFERRERS)), "Young people referred, by referrer"),
        (
            "conversations",
            counts(["held", "in_ended_trajectories"].into_iter()),
            "Conversations held in the quarter, and those of the trajectories that ended in it",
        ),
        ("needs", needs(), "Young people referred, by need: the names of `needs.shares` in the scenario"),
        ("help", counts(HELP.into_iter()), "How often each kind of help was given"),
        ("closures", counts(total.into_iter().chain(CLOSURES)), "Trajectories ended, by outcome"),
    ];
    for (name, mut table, about) in tables {
        table["description"] = json!(about);
        properties.insert(name.to_owned(), table);
    }
    let one_of =
        |names: &[&str]| -> Vec<Value> { names.iter().map(|name| json!({ "required": [name] })).collect() };
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "sim registration",
        "description": "What was registered of one quarter, in counts; nothing about persons. What was not registered is left out.",
        "type": "object",
        "required": ["format_version", "registered_on", "carried_out", "source"],
        "oneOf": one_of(&["quarter", "corrects"]),
        "anyOf": one_of(&["inflow", "conversations", "needs", "help", "closures"]),
        "additionalProperties": false,
        "properties": properties,
    })
}

fn frame(key: &str, about: &str) -> Value {
    let mut schema = match key {
        "format_version" => json!({ "const": FORMAT_VERSION }),
        "quarter" | "corrects" => json!({ "type": "string", "pattern": "^[0-9]{4}-Q[1-4]$" }),
        // An editor hands a TOML date to a JSON Schema as text.
        "registered_on" => json!({ "type": "string", "format": "date" }),
        "carried_out" => json!({ "type": "string", "pattern": "^[a-z0-9-]{1,40}$" }),
        "example" => json!({ "type": "boolean" }),
        _ => json!({ "type": "string", "minLength": 1, "maxLength": 300 }),
    };
    schema["description"] = json!(about);
    schema
}

fn count() -> Value {
    json!({ "type": "integer", "minimum": 0, "maximum": MOST_COUNT })
}

fn counts<'n>(names: impl Iterator<Item = &'n str> + Clone) -> Value {
    let properties: Map<String, Value> = names.clone().map(|name| (name.to_owned(), count())).collect();
    let required: Vec<&str> = names.collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

fn needs() -> Value {
    json!({
        "type": "object", "minProperties": 1, "maxProperties": 6,
        "propertyNames": { "pattern": "^[a-z0-9-]{1,40}$" }, "additionalProperties": count(),
    })
}
