//! The sentence that a row says.

use serde_json::Value;

use super::source::Source;
use crate::app::words::{credit, policy_cells as words};
use crate::domain::decision::Outcome;
use crate::policy::feel::parse_cell;

fn text<'v>(row: &'v Value, key: &str) -> &'v str {
    row.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn items<'v>(row: &'v Value, key: &str) -> &'v [Value] {
    row.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

impl Source<'_> {
    /// `“Overdue” is above 60`; none while the cell cannot be read.
    fn condition(&self, field: &str, is: &str) -> Option<String> {
        let scope = &self.compiled?.scope;
        let cell = parse_cell(is, scope).ok()?;
        let label = |name: &str| self.label(name);
        let said = words::cell(self.lang(), &cell, scope, &label);
        Some(words::condition(self.lang(), &self.label(field), &said))
    }

    fn conditions(&self, all: &[Value]) -> Option<String> {
        let said: Option<Vec<String>> =
            all.iter().map(|c| self.condition(text(c, "field"), text(c, "is"))).collect();
        Some(said?.join(words::and(self.lang())))
    }

    fn reason(&self, code: &str) -> Option<String> {
        let said = self.words(&format!("reasons.{code}.text"));
        Some(said).filter(|t| !code.is_empty() && !t.is_empty())
    }

    fn because(&self, then: String, code: &str) -> String {
        match self.reason(code) {
            Some(why) => words::because(self.lang(), &then, &why),
            None => then,
        }
    }

    pub(super) fn rule_says(&self, row: &Value) -> Option<String> {
        let lang = self.lang();
        let outcome = credit::outcome_name(lang, &Outcome::from_word(text(row, "then")));
        let then = self.because(outcome, text(row, "reason"));
        let when = self.conditions(items(row, "when"))?;
        let unless = self.conditions(items(row, "unless"))?;
        Some(match (when.is_empty(), unless.is_empty()) {
            (true, _) => words::always(lang, &then),
            (false, true) => words::when(lang, &when, &then),
            (false, false) => words::when_unless(lang, &when, &unless, &then),
        })
    }

    pub(super) fn table_row_says(&self, table: &Value, row: &Value) -> Option<String> {
        let lang = self.lang();
        let cells = items(row, "when").iter().zip(items(table, "inputs"));
        let asked = cells.filter(|(cell, _)| cell.as_str() != Some("-"));
        let when: Option<Vec<String>> = asked
            .map(|(cell, input)| self.condition(text(input, "field"), cell.as_str().unwrap_or("")))
            .collect();
        let when = when?.join(words::and(lang));
        let outputs = items(table, "outputs").iter().zip(items(row, "then"));
        let results = outputs.map(|(output, cell)| {
            let label = self.label(text(output, "id"));
            let bare = cell.as_str().unwrap_or_default().trim_matches('"');
            let value = match text(output, "role") {
                "outcome" => credit::outcome_name(lang, &Outcome::from_word(bare)),
                _ => words::expression(lang, bare, &|name| self.label(name)),
            };
            words::result(lang, &label, &value)
        });
        let results = results.collect::<Vec<_>>().join(words::comma(lang));
        let then = self.because(results, text(row, "reason"));
        Some(if when.is_empty() {
            words::always(lang, &then)
        } else {
            words::when(lang, &when, &then)
        })
    }

    pub(super) fn bin_says(&self, field: &str, row: &Value) -> Option<String> {
        let lang = self.lang();
        let when = self.condition(field, text(row, "is"))?;
        let points = match row.get("points")? {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let then = self.because(words::points(lang, &points), text(row, "reason"));
        Some(words::when(lang, &when, &then))
    }

    /// An expression with the labels of its names.
    pub(super) fn expression_says(&self, row: &Value) -> Option<String> {
        let said = words::expression(self.lang(), text(row, "expr"), &|name| self.label(name));
        Some(said)
    }
}
