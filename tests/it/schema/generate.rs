//! From the kept types to JSON Schema, draft 2020-12.

use serde_json::{Map, Value, json};

use super::source::{Field, Form, facts, forms, kinds, texts, vocabularies, words};

pub fn schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "recourse-book.schema.json",
        "title": "A book of Recourse",
        "description": "Version 1. Fields and kinds that are not named here are kept and passed on. \
            Hashes are over exact bytes and are not checked by this schema: `recourse verify` does that.",
        "type": "object",
        "required": ["format", "version", "exported", "entries", "hashes", "sha256"],
        "properties": {
            "format": { "const": "recourse-book" },
            "version": { "const": 1 },
            "exported": {
                "type": "object",
                "required": ["at"],
                "properties": {
                    "at": { "$ref": "#/$defs/Instant" },
                    "by": { "$ref": "#/$defs/Operator" },
                    "program": { "type": "string" },
                },
            },
            "selection": {
                "description": "What was asked for, in a file that holds a part of a book.",
                "type": "object",
                "properties": {
                    "customers": { "type": "array", "items": { "type": "string" } },
                    "case": { "type": ["string", "null"] },
                    "from": { "type": ["string", "null"] },
                    "until": { "type": ["string", "null"] },
                },
            },
            "report": {
                "description": "The files of a case's report, in a file that holds the entries it rests on.",
                "type": "object",
                "required": ["files", "verified"],
                "properties": {
                    "files": { "type": "array", "items": {
                        "type": "object",
                        "required": ["name", "mime", "sha256", "text"],
                        "properties": {
                            "name": { "type": "string" },
                            "mime": { "type": "string" },
                            "sha256": { "$ref": "#/$defs/Sha256" },
                            "text": { "type": "string" },
                        },
                    } },
                    "verified": {
                        "description": "What checking the entries gave when the file was written.",
                        "type": "object",
                        "required": ["entries", "writers", "leftOut", "whole", "faults", "cannotShow"],
                        "properties": {
                            "entries": { "type": "integer" },
                            "writers": { "type": "integer" },
                            "leftOut": { "type": "integer" },
                            "whole": { "type": "boolean" },
                            "faults": { "type": "array", "items": { "type": "string" } },
                            "cannotShow": { "type": "string" },
                        },
                    },
                },
            },
            "entries": { "type": "array", "items": { "$ref": "#/$defs/Entry" } },
            "hashes": { "type": "array", "items": { "$ref": "#/$defs/Sha256" } },
            "sha256": { "$ref": "#/$defs/Sha256" },
        },
        "$defs": definitions(),
    })
}

fn definitions() -> Map<String, Value> {
    let mut all = Map::new();
    for name in texts() {
        all.insert(name.clone(), text(&name));
    }
    let known = vocabularies();
    for name in words() {
        let words = known.get(&name).unwrap_or_else(|| panic!("no words of `{name}`"));
        let about = "A word; one that is not among the examples is kept as it is.";
        all.insert(name, json!({ "type": "string", "description": about, "examples": words }));
    }
    all.insert("Sha256".to_owned(), json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" }));
    let forms = forms();
    let names: Vec<String> =
        forms.iter().map(|f| f.name.clone()).chain(all.keys().cloned()).collect();
    for form in forms.iter().filter(|f| !matches!(f.name.as_str(), "Entry" | "Parts" | "Version")) {
        let name = if form.name == "Line" { "Entry" } else { &form.name };
        all.insert(name.to_owned(), object(form, &names));
    }
    all.insert("Fact".to_owned(), fact());
    all.insert("ImportAnswer".to_owned(), import_answer());
    if let Some(entry) = all.get_mut("Entry") {
        entry["description"] = json!("One line of the journal, exactly as it was recorded.");
        entry["allOf"] = kinds()
            .into_iter()
            .map(|kind| {
                json!({
                    "if": { "properties": { "kind": { "const": kind.word } } },
                    "then": { "properties": { "body": reference(&kind.body) } },
                })
            })
            .collect();
    }
    all
}

/// How the texts look that the program reads back with a constructor that checks them.
fn text(name: &str) -> Value {
    match name {
        "Day" => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        "Instant" => json!({
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}",
            "description": "RFC 3339, in UTC.",
        }),
        "Currency" => json!({ "type": "string", "pattern": "^[A-Z]{3}$" }),
        "Money" => json!({
            "type": "string",
            "pattern": "^[A-Z]{3} -?[0-9]+",
            "description": "A currency and an amount, such as `EUR 1912.50`.",
        }),
        _ => json!({ "type": "string", "minLength": 1 }),
    }
}

fn object(form: &Form, names: &[String]) -> Value {
    let properties: Map<String, Value> =
        form.fields.iter().map(|f| (f.name.clone(), property(f, names))).collect();
    let required: Vec<&str> =
        form.fields.iter().filter(|f| !f.optional).map(|f| f.name.as_str()).collect();
    let mut object = json!({ "type": "object", "required": required, "properties": properties });
    if !form.about.is_empty() {
        object["description"] = json!(form.about);
    }
    object
}

fn property(field: &Field, names: &[String]) -> Value {
    let mut value = of_kind(&field.kind, names);
    if !field.about.is_empty() && value.is_object() {
        value["description"] = json!(field.about);
    }
    value
}

fn of_kind(kind: &str, names: &[String]) -> Value {
    let inner = |outer: &str| kind.strip_prefix(outer).and_then(|rest| rest.strip_suffix('>'));
    if let Some(kind) = inner("Box<") {
        return of_kind(kind, names);
    }
    // A missing value is left out; a reader takes `null` for the same.
    if let Some(kind) = inner("Option<") {
        return json!({ "anyOf": [of_kind(kind, names), { "type": "null" }] });
    }
    if let Some(kind) = inner("Vec<") {
        return json!({ "type": "array", "items": of_kind(kind, names) });
    }
    match kind {
        "String" | "std::borrow::Cow<'a, str>" => json!({ "type": "string" }),
        "bool" => json!({ "type": "boolean" }),
        "u8" | "u16" | "u32" | "u64" => json!({ "type": "integer", "minimum": 0 }),
        "i64" => json!({ "type": "integer" }),
        "Extra" => json!({ "type": "object", "additionalProperties": { "type": "string" } }),
        "&'a RawValue" | "Value" => json!({}),
        "Fact" => reference("Fact"),
        name => {
            let own = name.rsplit("::").next().unwrap_or(name);
            assert!(names.iter().any(|n| n == own), "no form for the kept type `{name}`");
            reference(own)
        }
    }
}

/// What was said about a file: about its columns, or about a name in it.
fn import_answer() -> Value {
    json!({
        "type": "object",
        "properties": { "form": reference("ImportForm"), "name": reference("ImportName") },
        "minProperties": 1,
        "maxProperties": 1,
    })
}

/// A fact is an object with one field, whose name says what it is.
fn fact() -> Value {
    let properties: Map<String, Value> =
        facts().into_iter().map(|(word, form)| (word, reference(&form))).collect();
    json!({
        "type": "object",
        "description": "One field, which says what is told.",
        "minProperties": 1,
        "maxProperties": 1,
        "properties": properties,
        "additionalProperties": false,
    })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}
