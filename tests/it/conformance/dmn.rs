//! Decision tables and FEEL literals of the DMN Technology Compatibility Kit.
//!
//! What lies outside our subset is counted apart, with the character at which it is refused.

use recourse::domain::{Day, Decimal, Instant};
use recourse::policy::feel::{Answer, Cause, Scope, Slot, Type, Unit, Value, parse_expression};
use recourse::policy::table::{
    Aggregate, HitPolicy, InputText, Outcome, OutputText, RowText, Table, TableText,
};
use serde_json::Value as Json;

use super::agreement::Agreement;

/// The names of a case's input with their values; nested objects become names with points.
#[derive(Default)]
struct Context {
    scope: Scope,
    values: Vec<Answer>,
}

impl Context {
    fn of(input: &Json) -> Result<Self, String> {
        let mut context = Self::default();
        for (name, value) in input.as_object().into_iter().flatten() {
            context.add(name, value)?;
        }
        Ok(context)
    }

    fn add(&mut self, name: &str, value: &Json) -> Result<(), String> {
        match value.as_object() {
            Some(fields) if !fields.contains_key("$type") => {
                for (key, value) in fields {
                    self.add(&format!("{name}.{key}"), value)?;
                }
                Ok(())
            }
            _ => {
                let answer = answer_of(value)?;
                let kind = answer.as_ref().map_or(Type::Any, Type::of);
                self.scope.declare(name, kind).ok_or("declared twice")?;
                self.values.push(answer);
                Ok(())
            }
        }
    }
}

fn answer_of(json: &Json) -> Result<Answer, String> {
    Ok(Ok(match json {
        Json::Null => return Ok(Err(Cause::Null)),
        Json::Bool(b) => Value::Bool(*b),
        Json::String(text) => Value::text(text),
        Json::Array(items) => {
            let items: Result<Vec<Value>, String> = items
                .iter()
                .map(|i| answer_of(i)?.map_err(|_| "null in a list".to_owned()))
                .collect();
            Value::List(items?.into())
        }
        Json::Object(fields) => {
            let text = |key: &str| fields.get(key).and_then(Json::as_str).unwrap_or_default();
            typed(text("$type"), text("$value"))
                .ok_or_else(|| format!("{} `{}` is outside", text("$type"), text("$value")))?
        }
        Json::Number(_) => return Err("a bare number".to_owned()),
    }))
}

fn typed(kind: &str, text: &str) -> Option<Value> {
    match kind {
        "number" => text.parse::<Decimal>().ok().map(Value::Number),
        "date" => Day::parse(text).ok().map(Value::Day),
        "dateTime" => Instant::parse(text).ok().map(Value::Instant),
        "time" | "duration" => {
            let function = if kind == "time" { "time" } else { "duration" };
            let expression = format!("{function}(\"{text}\")");
            let read = parse_expression(&expression, &Scope::default()).ok()?;
            read.answer(&[]).ok()
        }
        _ => None,
    }
}

/// Numbers to eight places, as the kit's own runners compare them: some of its
/// expected values were worked out in binary floating point.
fn agrees(found: &Answer, wanted: &Json) -> bool {
    let Ok(wanted) = answer_of(wanted) else {
        return false;
    };
    match (found, &wanted) {
        (Ok(Value::Number(a)), Ok(Value::Number(b))) => (a - b).abs() <= Decimal::new(1, 8),
        (Err(_), Err(_)) => true,
        (a, b) => a == b,
    }
}

/// What lies outside our subset is set aside, with the reason.
fn add(found: &mut Agreement, case: &str, result: Result<bool, String>) {
    match result {
        Ok(agrees) => found.row(agrees, || case.to_owned()),
        Err(why) => found.aside.push(format!("outside: {case}: {why}")),
    }
}

fn name(case: &Json) -> String {
    let text = |key: &str| case[key].as_str().unwrap_or_default().to_owned();
    format!("{} / {} / {}", text("source"), text("decision"), text("id"))
}

pub fn judge_literals(cases: &Json) -> Agreement {
    let mut found = Agreement::default();
    for case in cases.as_array().into_iter().flatten() {
        found.guard(&name(case), |found| add(found, &name(case), literal(case)));
    }
    found
}

fn literal(case: &Json) -> Result<bool, String> {
    let context = Context::of(&case["input"])?;
    let expression = case["expression"].as_str().unwrap_or_default();
    let expr =
        parse_expression(expression, &context.scope).map_err(|e| format!("`{expression}` {e}"))?;
    Ok(agrees(&expr.answer(&context.values), &case["expected"]))
}

pub fn judge_tables(tables: &Json) -> Agreement {
    let mut found = Agreement::default();
    for table in tables.as_array().into_iter().flatten() {
        for case in table["cases"].as_array().into_iter().flatten() {
            let title = format!("{}{}", name(table), case["id"].as_str().unwrap_or_default());
            found.guard(&title, |found| add(found, &title, table_case(table, case)));
        }
    }
    found
}

fn hit_policy(table: &Json) -> Result<HitPolicy, String> {
    let aggregate = match table["aggregation"].as_str() {
        None => Aggregate::List,
        Some("SUM") => Aggregate::Sum,
        Some("MIN") => Aggregate::Min,
        Some("MAX") => Aggregate::Max,
        Some("COUNT") => Aggregate::Count,
        Some(other) => return Err(format!("aggregation {other}")),
    };
    Ok(match table["hitPolicy"].as_str().unwrap_or("UNIQUE") {
        "UNIQUE" => HitPolicy::Unique,
        "ANY" => HitPolicy::Any,
        "PRIORITY" => HitPolicy::Priority,
        "FIRST" => HitPolicy::First,
        "RULE ORDER" => HitPolicy::RuleOrder,
        "OUTPUT ORDER" => HitPolicy::OutputOrder,
        "COLLECT" => HitPolicy::Collect(aggregate),
        other => return Err(format!("hit policy {other}")),
    })
}

fn text_of(table: &Json) -> TableText {
    let list = |v: &Json| -> Vec<Json> { v.as_array().cloned().unwrap_or_default() };
    let own = |v: &Json| v.as_str().map(str::to_owned);
    let cells =
        |v: &Json| -> Vec<String> { list(v).iter().map(|c| own(c).unwrap_or_default()).collect() };
    TableText {
        inputs: list(&table["inputs"])
            .iter()
            .map(|i| InputText {
                expression: own(&i["expression"]).unwrap_or_default(),
                allowed: own(&i["inputValues"]),
            })
            .collect(),
        outputs: list(&table["outputs"])
            .iter()
            .map(|o| OutputText {
                name: own(&o["name"]).unwrap_or_default(),
                allowed: own(&o["outputValues"]),
                default: own(&o["default"]),
            })
            .collect(),
        rows: list(&table["rules"])
            .iter()
            .enumerate()
            .map(|(at, row)| RowText {
                id: at.to_string(),
                when: cells(&row["when"]),
                then: cells(&row["then"]),
            })
            .collect(),
    }
}

fn table_case(table: &Json, case: &Json) -> Result<bool, String> {
    if table["dependsOnOtherDecisions"] == true || table["usesKnowledgeModel"] == true {
        return Err("its inputs come from other decisions, which the case does not hold".to_owned());
    }
    let context = Context::of(&case["input"])?;
    let compiled = Table::compile(hit_policy(table)?, &text_of(table), &context.scope)
        .map_err(|faults| format!("{faults:?}"))?;
    let decided = compiled.decide(&context.values);
    let names: Vec<String> = compiled.outputs.iter().map(|o| o.name.clone()).collect();
    Ok(match decided.answer {
        Err(_) | Ok(Outcome::Nothing) => case["expected"].is_null(),
        Ok(Outcome::Single(answer)) => agrees(&answer, &case["expected"]),
        Ok(Outcome::One(row)) => row_agrees(&row, &names, &case["expected"]),
        Ok(Outcome::Many(rows)) => {
            let wanted = case["expected"].as_array().cloned().unwrap_or_default();
            wanted.len() == rows.len()
                && rows.iter().zip(&wanted).all(|(row, wanted)| row_agrees(row, &names, wanted))
        }
    })
}

fn row_agrees(row: &[Answer], names: &[String], wanted: &Json) -> bool {
    match row {
        [single] => agrees(single, wanted),
        _ => row.iter().zip(names).all(|(answer, name)| agrees(answer, &wanted[name.as_str()])),
    }
}

#[test]
fn names_and_nulls_are_carried_over() {
    let json = serde_json::json!({ "Full Name": null, "loan": { "rate": { "$type": "number", "$value": "0.5" } } });
    let context = Context::of(&json).unwrap();
    let names: Vec<&str> = context.scope.names().collect();
    assert_eq!(names, ["Full Name", "loan.rate"]);
    assert_eq!(context.values[0], Err(Cause::Null));
    assert_eq!(context.scope.kind(Slot(1)), Type::Number(Unit::Free));
}
