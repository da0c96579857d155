//! As much of JSON Schema as the published one uses; an unknown word in a schema is an error here.

use serde_json::Value;

/// Everything in which a value does not follow a schema, each with its place.
pub fn check(root: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    walk(root, schema, value, ("", &mut faults));
    faults
}

fn walk(root: &Value, schema: &Value, value: &Value, (at, faults): (&str, &mut Vec<String>)) {
    let Some(words) = schema.as_object() else { return };
    for (word, asked) in words {
        let holds = match word.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" | "examples" | "then" => true,
            "$ref" => {
                let path = asked.as_str().unwrap().trim_start_matches('#');
                let form = root.pointer(path).unwrap_or_else(|| panic!("nothing at `{path}`"));
                walk(root, form, value, (at, faults));
                true
            }
            "type" => is_of(asked, value),
            "const" => asked == value,
            "pattern" => value.as_str().is_none_or(|text| fits(asked.as_str().unwrap(), text)),
            "minLength" => value.as_str().is_none_or(|t| t.chars().count() as u64 >= number(asked)),
            "minimum" => value.as_i64().is_none_or(|n| n >= asked.as_i64().unwrap()),
            "minProperties" => value.as_object().is_none_or(|o| o.len() as u64 >= number(asked)),
            "maxProperties" => value.as_object().is_none_or(|o| o.len() as u64 <= number(asked)),
            "required" => {
                names(asked).all(|name| value.as_object().is_none_or(|o| o.contains_key(name)))
            }
            "items" => {
                for (place, item) in value.as_array().into_iter().flatten().enumerate() {
                    walk(root, asked, item, (&format!("{at}/{place}"), faults));
                }
                true
            }
            "properties" => {
                for (name, form) in asked.as_object().unwrap() {
                    if let Some(own) = value.get(name) {
                        walk(root, form, own, (&format!("{at}/{name}"), faults));
                    }
                }
                true
            }
            "additionalProperties" => others(root, schema, value, (at, faults)),
            "anyOf" => {
                asked.as_array().unwrap().iter().any(|one| check(root, one, value).is_empty())
            }
            "allOf" => {
                for one in asked.as_array().unwrap() {
                    walk(root, one, value, (at, faults));
                }
                true
            }
            "if" => {
                if check(root, asked, value).is_empty() {
                    walk(root, &schema["then"], value, (at, faults));
                }
                true
            }
            other => panic!("the schema uses `{other}`, which nobody checks"),
        };
        if !holds {
            faults.push(format!("{at}: `{word}` does not hold"));
        }
    }
}

fn others(
    root: &Value,
    schema: &Value,
    value: &Value,
    (at, faults): (&str, &mut Vec<String>),
) -> bool {
    let asked = &schema["additionalProperties"];
    for (name, own) in value.as_object().into_iter().flatten() {
        if schema["properties"].get(name).is_some() {
            continue;
        }
        if *asked == Value::Bool(false) {
            faults.push(format!("{at}/{name}: not a field that is known"));
        } else {
            walk(root, asked, own, (&format!("{at}/{name}"), faults));
        }
    }
    true
}

fn is_of(asked: &Value, value: &Value) -> bool {
    let one = |name: &str| match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the schema asks for `{other}`"),
    };
    match asked {
        Value::String(name) => one(name),
        list => names(list).any(one),
    }
}

fn names(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

/// Sets of characters with a count, plain characters, an optional sign; from the start, and to the end where `$` stands.
fn fits(pattern: &str, text: &str) -> bool {
    let (mut pattern, mut text) = (pattern.strip_prefix('^').unwrap(), text.as_bytes());
    while let Some(first) = pattern.chars().next() {
        if pattern == "$" {
            return text.is_empty();
        }
        if let Some(rest) = pattern.strip_prefix('[') {
            let (set, rest) = rest.split_once(']').unwrap();
            let inside = text.iter().take_while(|b| in_set(set, **b)).count();
            if let Some(rest) = rest.strip_prefix('+') {
                if inside == 0 {
                    return false;
                }
                (pattern, text) = (rest, &text[inside..]);
            } else {
                let (count, rest) = rest.strip_prefix('{').unwrap().split_once('}').unwrap();
                let count: usize = count.parse().unwrap();
                if inside < count {
                    return false;
                }
                (pattern, text) = (rest, &text[count..]);
            }
        } else if let Some(rest) = pattern.strip_prefix("-?") {
            (pattern, text) = (rest, text.strip_prefix(b"-").unwrap_or(text));
        } else {
            let Some(rest) = text.strip_prefix(first.to_string().as_bytes()) else { return false };
            (pattern, text) = (&pattern[first.len_utf8()..], rest);
        }
    }
    true
}

fn in_set(set: &str, byte: u8) -> bool {
    let bytes = set.as_bytes();
    bytes.chunks(3).any(|range| match range {
        [from, b'-', to] => (*from..=*to).contains(&byte),
        plain => plain.contains(&byte),
    })
}
