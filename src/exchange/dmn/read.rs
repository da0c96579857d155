//! Reading the decision tables of a DMN file of any version.

use std::collections::BTreeSet;

use super::DmnTable;
use super::problem::{XmlError, XmlProblem};
use super::xml::{Element, parse, trimmed};
use crate::policy::table::{Aggregate, HitPolicy, InputText, OutputText, RowText, TableText};

/// The decision tables of a file, in its order. Decisions that are no tables are left out.
///
/// # Errors
/// The line and the problem, when it is no XML, no DMN, or a table is not whole.
pub fn read(text: &str) -> Result<Vec<DmnTable>, XmlError> {
    let root = parse(text)?;
    if root.name != "definitions" {
        return Err(XmlError { line: root.line, problem: XmlProblem::NotDmn(root.name) });
    }
    let mut tables = Vec::new();
    let mut ids = BTreeSet::new();
    for decision in root.all("decision") {
        if let Some(table) = decision.first("decisionTable") {
            let table = table_of(decision, table)?;
            // Which of the two is meant for the stage, only their author knows.
            if !table.id.is_empty() && !ids.insert(table.id.clone()) {
                let problem = XmlProblem::Twice(table.id);
                return Err(XmlError { line: decision.line, problem });
            }
            tables.push(table);
        }
    }
    Ok(tables)
}

fn table_of(decision: &Element, table: &Element) -> Result<DmnTable, XmlError> {
    let id = decision.attribute("id").unwrap_or_default().to_owned();
    let inputs = table.all("input").map(input).collect();
    let outputs = table.all("output").map(output).collect();
    let rows = table.all("rule").enumerate();
    let text = TableText { inputs, outputs, rows: rows.map(|(at, rule)| row(at, rule)).collect() };
    let odd = text
        .rows
        .iter()
        .find(|r| r.when.len() != text.inputs.len() || r.then.len() != text.outputs.len());
    if let Some(odd) = odd {
        return Err(XmlError { line: table.line, problem: XmlProblem::RowWidth(odd.id.clone()) });
    }
    Ok(DmnTable {
        name: decision.attribute("name").unwrap_or(&id).to_owned(),
        id,
        hit: hit(table)?,
        text,
    })
}

fn wrapped(element: &Element, name: &str) -> Option<String> {
    let text = element.first(name)?.wrapped()?;
    Some(text.to_owned()).filter(|t| !t.is_empty())
}

fn input(input: &Element) -> InputText {
    InputText {
        expression: wrapped(input, "inputExpression").unwrap_or_default(),
        allowed: wrapped(input, "inputValues"),
    }
}

fn output(output: &Element) -> OutputText {
    OutputText {
        name: output.attribute("name").unwrap_or_default().to_owned(),
        allowed: wrapped(output, "outputValues"),
        default: wrapped(output, "defaultOutputEntry"),
    }
}

/// An empty cell is written by some editors for "anything".
fn row(at: usize, rule: &Element) -> RowText {
    let described = rule.first("description").map(|d| trimmed(&d.text));
    let own = rule.attribute("id").map(trimmed);
    let cells = |name: &str, empty: &str| -> Vec<String> {
        rule.all(name)
            .map(|entry| entry.wrapped().unwrap_or_default())
            .map(|text| if text.is_empty() { empty } else { text }.to_owned())
            .collect()
    };
    RowText {
        id: [described, own]
            .into_iter()
            .flatten()
            .find(|id| !id.is_empty())
            .map_or_else(|| at.saturating_add(1).to_string(), str::to_owned),
        when: cells("inputEntry", "-"),
        then: cells("outputEntry", "null"),
    }
}

fn hit(table: &Element) -> Result<HitPolicy, XmlError> {
    let wrong =
        |word: &str| XmlError { line: table.line, problem: XmlProblem::HitPolicy(word.to_owned()) };
    let aggregate = match table.attribute("aggregation") {
        None => Aggregate::List,
        Some("SUM") => Aggregate::Sum,
        Some("MIN") => Aggregate::Min,
        Some("MAX") => Aggregate::Max,
        Some("COUNT") => Aggregate::Count,
        Some(other) => return Err(wrong(other)),
    };
    Ok(match table.attribute("hitPolicy").unwrap_or("UNIQUE") {
        "UNIQUE" => HitPolicy::Unique,
        "ANY" => HitPolicy::Any,
        "PRIORITY" => HitPolicy::Priority,
        "FIRST" => HitPolicy::First,
        "RULE ORDER" => HitPolicy::RuleOrder,
        "OUTPUT ORDER" => HitPolicy::OutputOrder,
        "COLLECT" => HitPolicy::Collect(aggregate),
        other => return Err(wrong(other)),
    })
}
