//! The JSON Schema by which an editor completes and checks a scenario file while it is typed.
//!
//! It is built from the same table as the checker. It cannot know the other files of a chain, so that what it lets
//! pass may still be a fault; what it refuses is always one.

use serde_json::{Map, Value, json};

use crate::scenario::{
    Described, Entry, FORMAT_VERSION, Family, Form, Grade, MOST_CEILINGS, MOST_CHANGES, MOST_PERIODS,
    MOST_PROVIDERS, MOST_WORLDS, Parts, Prior, ReportingKey, all_keys,
};

/// The schema of scenario and world files.
pub fn scenario_schema() -> Value {
    let keys = all_keys();
    let mut properties = frame();
    for described in keys.iter().filter(|key| key.family == Family::Team) {
        insert(&mut properties, described.key, leaf(described));
    }
    if let Some(time) = properties.get_mut("time").and_then(|time| time.get_mut("properties")) {
        time["periods"] = periods();
    }
    properties.insert("providers".to_owned(), named(&keys, Family::Provider, MOST_PROVIDERS));
    properties.insert("ceilings".to_owned(), named(&keys, Family::Ceiling, MOST_CEILINGS));
    properties.insert("changes".to_owned(), changes(&keys));
    properties.insert("registered".to_owned(), registered());
    properties.insert("budget".to_owned(), budget());
    properties.insert("reporting".to_owned(), reporting());
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "sim scenario or world",
        "description": "A policy for praktijkondersteuners jeugd (kind = \"scenario\") or a set of assumptions (kind = \"world\").",
        "type": "object",
        "required": ["format_version", "kind", "title", "purpose"],
        "additionalProperties": false,
        "properties": properties,
        "definitions": definitions(),
    })
}

fn frame() -> Map<String, Value> {
    let line =
        |about: &str| json!({ "type": "string", "minLength": 1, "maxLength": 300, "description": about });
    let mut properties = Map::new();
    let mut add = |key: &str, value: Value| properties.insert(key.to_owned(), value);
    add("format_version", json!({ "const": FORMAT_VERSION, "description": "The version of this format" }));
    add(
        "kind",
        json!({ "enum": ["scenario", "world"], "description": "A policy, or a set of assumptions that nobody chooses" }),
    );
    add("title", line("One line, as results show it"));
    add("purpose", line("One line: the question that this file answers"));
    add("extends", line("The one parent, as a path from this file"));
    add(
        "worlds",
        json!({
            "type": "array", "maxItems": MOST_WORLDS, "items": { "type": "string", "minLength": 1 },
            "description": "World files, as paths from this file; the first leads. Only in a scenario without parent"
        }),
    );
    properties
}

/// Puts a value at a dotted key, through tables that are made on the way.
fn insert(properties: &mut Map<String, Value>, key: &str, value: Value) {
    let Some((table, rest)) = key.split_once('.') else {
        properties.insert(key.to_owned(), value);
        return;
    };
    let empty = || json!({ "type": "object", "additionalProperties": false, "properties": {} });
    let table = properties.entry(table.to_owned()).or_insert_with(empty);
    if let Some(inner) = table.get_mut("properties").and_then(Value::as_object_mut) {
        insert(inner, rest, value);
    }
}

fn leaf(described: &Described) -> Value {
    let mut schema = match described.form {
        Form::Quantity(entry) => quantity(&entry),
        Form::Shares(parts) => shares(parts),
        Form::Flag => json!({ "type": "boolean" }),
        // An editor hands a TOML date to a JSON Schema as text.
        Form::Date => json!({ "type": "string", "format": "date" }),
        Form::Whole(low, high) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Form::Text => json!({ "type": "string", "minLength": 1 }),
        Form::Names => {
            json!({ "type": "array", "uniqueItems": true, "items": { "$ref": "#/definitions/name" } })
        }
    };
    schema["description"] = described.about.into();
    schema
}

/// A number within the bounds of a quantity.
fn number(entry: &Entry) -> Value {
    let kind = if entry.whole { "integer" } else { "number" };
    json!({ "type": kind, "minimum": entry.bounds.0, "maximum": entry.bounds.1 })
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it is made in place at every call, and ends up in the result"
)]
fn table(required: &[&str], properties: Value) -> Value {
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

fn quantity(entry: &Entry) -> Value {
    let one = number(entry);
    let statements = entry.statements();
    let mut properties = Map::new();
    for statement in &statements {
        let schema = match *statement {
            "fixed" => one.clone(),
            "counts" => json!({ "$ref": "#/definitions/counts" }),
            "proportion" => json!({ "$ref": "#/definitions/proportion" }),
            "range" => table(&["low", "likely", "high"], json!({ "low": one, "likely": one, "high": one })),
            "mean_sd" => table(
                &["mean", "sd"],
                json!({ "mean": one, "sd": { "type": "number", "exclusiveMinimum": 0 } }),
            ),
            _ => json!({
                "type": "object", "minProperties": 2, "maxProperties": 2, "additionalProperties": false,
                "patternProperties": { "^p(0[1-9]|[1-9][0-9])$": one },
            }),
        };
        properties.insert((*statement).to_owned(), schema);
    }
    companions(&mut properties, entry.unit.text());
    if !entry.fixed {
        properties.insert("correlation".to_owned(), json!({ "$ref": "#/definitions/correlation" }));
    }
    let mut schema = table(&["unit", "source", "grade"], Value::Object(properties));
    schema["oneOf"] = statements.iter().map(|statement| json!({ "required": [statement] })).collect();
    schema
}

fn companions(properties: &mut Map<String, Value>, unit: &str) {
    properties.insert("unit".to_owned(), json!({ "const": unit }));
    properties.insert("source".to_owned(), json!({ "$ref": "#/definitions/source" }));
    properties.insert("grade".to_owned(), json!({ "$ref": "#/definitions/grade" }));
}

fn shares(parts: Parts) -> Value {
    let count = json!({ "type": "number", "minimum": 0 });
    let named = |one: &Value| match parts {
        Parts::Named(names) | Parts::Profile(names) => {
            let properties: Map<String, Value> =
                names.iter().map(|name| ((*name).to_owned(), one.clone())).collect();
            table(names, Value::Object(properties))
        }
        Parts::Own => json!({
            "type": "object", "minProperties": 1, "maxProperties": 6,
            "propertyNames": { "pattern": "^[a-z0-9-]{1,40}$" }, "additionalProperties": one,
        }),
    };
    let mut properties = Map::new();
    for statement in parts.statements() {
        let one = if *statement == "fixed" {
            json!({ "type": "number", "minimum": 0, "maximum": 1 })
        } else {
            count.clone()
        };
        properties.insert((*statement).to_owned(), named(&one));
    }
    if parts.statements().contains(&"dirichlet") {
        properties.insert("prior".to_owned(), json!({ "$ref": "#/definitions/prior" }));
    }
    companions(&mut properties, parts.unit().text());
    let mut schema = table(&["unit", "source", "grade"], Value::Object(properties));
    schema["oneOf"] = parts.statements().iter().map(|statement| json!({ "required": [statement] })).collect();
    schema
}

fn named(keys: &[Described], family: Family, most: usize) -> Value {
    let mut properties = Map::new();
    for described in keys.iter().filter(|key| key.family == family) {
        properties.insert(described.key.to_owned(), leaf(described));
    }
    json!({
        "type": "object", "maxProperties": most,
        "propertyNames": { "pattern": "^[a-z0-9-]{1,40}$" },
        "additionalProperties": { "type": "object", "additionalProperties": false, "properties": properties },
    })
}

fn changes(keys: &[Described]) -> Value {
    let dated = keys.iter().filter_map(|key| match key.form {
        Form::Quantity(entry) if entry.dated => Some((key, entry)),
        _ => None,
    });
    let rows: Vec<Value> = dated
        .map(|(key, entry)| {
            let name = match key.family {
                Family::Team => json!({ "const": key.key }),
                Family::Provider => json!({ "type": "string", "pattern": format!("^providers\\.[a-z0-9-]{{1,40}}\\.{}$", key.key) }),
                Family::Ceiling => json!({ "type": "string", "pattern": format!("^ceilings\\.[a-z0-9-]{{1,40}}\\.{}$", key.key) }),
            };
            let from = json!({ "type": "string", "format": "date" });
            table(&["from", "key", "to"], json!({ "from": from, "key": name, "to": quantity(&entry) }))
        })
        .collect();
    json!({
        "type": "array", "maxItems": MOST_CHANGES, "items": { "oneOf": rows },
        "description": "Dated changes: each holds from the first Monday on or after its date"
    })
}

fn periods() -> Value {
    let from = json!({ "type": "string", "format": "date" });
    let label = json!({ "type": "string", "minLength": 1 });
    json!({
        "type": "array", "maxItems": MOST_PERIODS, "items": table(&["label", "from"], json!({ "label": label, "from": from })),
        "description": "Reporting periods in order of time; absent for budget years"
    })
}

fn budget() -> Value {
    let range = |about: &str| {
        let end = json!({ "type": "number", "minimum": 0 });
        let mut range = table(&["low", "high"], json!({ "low": end, "high": end }));
        range["description"] = json!(about);
        range
    };
    let date = json!({ "type": "string", "format": "date" });
    let names = json!({ "type": "array", "items": { "$ref": "#/definitions/name" } });
    let push = json!({ "type": "number", "minimum": 0, "maximum": 50 });
    let provider = table(
        &["name", "hours_per_week"],
        json!({
            "name": { "type": "string", "description": "The new provider; its other values stand under providers.<name>" },
            "hours_per_week": range("Fewest and most hours a week"),
            "hourly_price_eur": { "type": "array", "maxItems": 6, "items": { "type": "number", "minimum": 1 }, "description": "Hourly prices to choose from; absent for the price of the file" },
            "start": { "type": "array", "maxItems": 6, "items": date, "description": "First days to choose from; absent for that of the file" },
            "expertise": { "type": "array", "maxItems": 6, "items": names, "description": "Expertises to choose from; absent for that of the file" },
        }),
    );
    let campaign = table(
        &["eur_per_year", "push_per_year"],
        json!({
            "eur_per_year": range("Least and most that the campaign costs a year"),
            "push_per_year": table(&["low", "likely", "high"], json!({ "low": push, "likely": push, "high": push })),
        }),
    );
    let mut budget = table(
        &["eur_per_year", "from", "within_ceilings"],
        json!({
            "eur_per_year": { "type": "number", "minimum": 0, "description": "The most that may be spent more than in the base, per year, not indexed" },
            "from": date,
            "within_ceilings": { "type": "number", "minimum": 0, "maximum": 1, "description": "The least chance, year by year, of staying within the amount and every ceiling" },
            "provider": provider,
            "more_hours": table(&["providers", "hours_per_week"], json!({ "providers": names, "hours_per_week": range("Fewest and most extra hours a week of all together") })),
            "campaign": campaign,
            "relief": table(&["admin_share"], json!({ "admin_share": range("Least and most share of the administration that the screeners take over") })),
        }),
    );
    budget["description"] = json!(
        "What may be bought for a yearly amount, as `sim budget` searches it; at least one of provider, more_hours, campaign, relief"
    );
    budget
}

fn reporting() -> Value {
    let line =
        |about: &str| json!({ "type": "string", "minLength": 1, "maxLength": 300, "description": about });
    let said = ReportingKey::ALL.iter().map(|key| (key.name().to_owned(), line(key.about())));
    let mut reporting = table(&[], Value::Object(said.collect()));
    reporting["description"] = json!(
        "What only people know of the study, for the appendix of its report; all of it may be left out"
    );
    reporting
}

fn registered() -> Value {
    let count = json!({ "type": "integer", "minimum": 0 });
    let amount = json!({ "type": "number" });
    let printed = table(
        &["cost_average_eur", "avoided_eur", "cost_eur", "net_eur"],
        json!({
            "cost_average_eur": amount, "avoided_eur": amount, "cost_eur": amount, "net_eur": amount,
            "conversations_mean": { "type": "number", "minimum": 1, "maximum": 100 },
        }),
    );
    let row = table(
        &["period", "seen", "positive", "escalated", "unknown", "printed", "source", "grade"],
        json!({
            "period": { "type": "string", "minLength": 1 }, "seen": count, "positive": count, "escalated": count,
            "unknown": count, "printed": printed, "source": { "$ref": "#/definitions/source" },
            "grade": { "$ref": "#/definitions/grade" },
        }),
    );
    json!({
        "type": "array", "maxItems": MOST_PERIODS, "items": row,
        "description": "What was registered per period, replayed instead of drawn"
    })
}

fn definitions() -> Value {
    let count = json!({ "type": "number", "minimum": 0 });
    let prior = json!({ "$ref": "#/definitions/prior" });
    json!({
        "name": { "type": "string", "pattern": "^[a-z0-9-]{1,40}$" },
        "source": { "type": "string", "minLength": 1, "maxLength": 300, "description": "Where the number comes from" },
        "grade": {
            "enum": Grade::ALL.map(Grade::text),
            "description": "measured: counted; derived: arithmetic on measured; assumed: a choice or a guess; conflicting: sources disagree; unknown: needed, and nobody has it"
        },
        "prior": {
            "enum": Prior::ALL.map(Prior::text),
            "description": "jeffreys: half an observation per possibility; uniform: one; none: the counts as they are"
        },
        "counts": table(&["events", "years", "prior"], json!({ "events": count, "years": { "type": "number", "exclusiveMinimum": 0 }, "prior": prior })),
        "proportion": table(&["seen", "of", "prior"], json!({ "seen": count, "of": { "type": "number", "exclusiveMinimum": 0 }, "prior": prior })),
        "correlation": table(&["with", "rank"], json!({
            "with": { "type": "string", "description": "The dotted key of an uncertain quantity" },
            "rank": { "type": "number", "minimum": -0.99, "maximum": 0.99, "description": "Spearman's rank correlation" },
        })),
    })
}
