//! `recourse evaluate`: decides one account per line, as the lines come.

use std::io::{BufRead, BufWriter, Read as _, Write};

use serde_json::{Map, Value, json};

use super::args::EvaluateArgs;
use super::end::{Done, End, Stop};
use super::policy::usable;
use crate::app::Lang;
use crate::domain::text::shorten;
use crate::domain::{Currency, Day};
use crate::engine::credit::{ENGINE, ENGINE_SHA256, Input, Inputs, Placed, Sitting, Verdict};
use crate::policy::Compiled;

/// A longer line is not read to its end.
const LINE_MAX: u64 = 1_000_000;

/// Reads accounts from standard input and writes decisions to standard output.
///
/// Every line has its answer, in order: a decision, or what keeps it from being made.
pub fn run(args: &EvaluateArgs, lang: Lang) -> End {
    let policy = usable(&args.policy, lang)?;
    let input = std::io::stdin().lock();
    let mut output = BufWriter::new(std::io::stdout().lock());
    let counts = evaluate((&policy, args.as_of), input, &mut output)
        .and_then(|counts| output.flush().map(|()| counts));
    match counts {
        Ok(counts) => {
            Ok(Done { notes: counts.notes(), findings: counts.refused > 0, ..Done::default() })
        }
        // A closed pipe, as with `| head`, is the reader's choice.
        Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => Ok(Done::default()),
        Err(e) => Err(Stop::Use(format!("standard input or output: {e}"))),
    }
}

/// How many lines were decided, and how many not.
#[derive(Debug, Default)]
struct Counts {
    refused: usize,
    first: Option<(u64, String)>,
}

impl Counts {
    fn notes(&self) -> Vec<String> {
        let first = self.first.iter().map(|(line, why)| format!("line {line}: {why}"));
        let more = self.refused.saturating_sub(1);
        let more =
            (more > 0).then(|| format!("{more} more lines could not be decided; each says why"));
        first.chain(more).collect()
    }

    fn refuse(&mut self, line: u64, why: &str) {
        self.refused = self.refused.saturating_add(1);
        self.first.get_or_insert_with(|| (line, why.to_owned()));
    }
}

fn evaluate(
    (policy, as_of): (&Compiled, Day),
    mut input: impl BufRead,
    output: &mut impl Write,
) -> std::io::Result<Counts> {
    let mut sitting = Sitting::new(policy, as_of);
    let mut counts = Counts::default();
    let mut bytes = Vec::new();
    let mut number = 0_u64;
    loop {
        bytes.clear();
        if input.by_ref().take(LINE_MAX).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(counts);
        }
        number = number.saturating_add(1);
        let line = if bytes.last() != Some(&b'\n') && bytes.len() as u64 == LINE_MAX {
            skip_line(&mut input)?;
            Err(format!("longer than {LINE_MAX} bytes: give one account per line"))
        } else {
            account(policy, &bytes)
        };
        let answer = match line {
            Ok(None) => continue,
            Ok(Some(account)) => {
                let verdict = sitting.decide(&Placed::new(policy, &account.inputs));
                record(policy, (number, as_of), &account, &verdict)
            }
            Err(why) => {
                counts.refuse(number, &why);
                json!({ "line": number, "error": why })
            }
        };
        serde_json::to_writer(&mut *output, &answer)?;
        output.write_all(b"\n")?;
    }
}

fn skip_line(input: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |at| at.saturating_add(1));
        let done = end.is_some() || buffer.is_empty();
        input.consume(used);
        if done {
            return Ok(());
        }
    }
}

/// One line, read.
struct Account {
    id: Value,
    inputs: Inputs,
}

/// None for an empty line.
fn account(policy: &Compiled, bytes: &[u8]) -> Result<Option<Account>, String> {
    let text =
        std::str::from_utf8(bytes).map_err(|_| "not UTF-8 text: save it as UTF-8".to_owned())?;
    let text = text.trim_start_matches('\u{FEFF}').trim();
    if text.is_empty() {
        return Ok(None);
    }
    let value: Value = serde_json::from_str(text).map_err(|e| {
        format!("not JSON at column {}: write one JSON object per line", e.column())
    })?;
    let object = value.as_object().ok_or("not an object: write `{\"id\": …, \"input\": {…}}`")?;
    if let Some(key) =
        object.keys().find(|key| !["id", "currency", "input"].contains(&key.as_str()))
    {
        let key = shorten(key, 60);
        return Err(format!("`{key}` means nothing here: use `id`, `currency`, `input`"));
    }
    let mut inputs = Inputs::new(currency(object)?);
    let given = object.get("input").and_then(Value::as_object);
    for (field, value) in given.ok_or("`input` is missing: give an object of values by field")? {
        set(policy, &mut inputs, field, value)?;
    }
    let id = object.get("id").cloned().unwrap_or(Value::Null);
    Ok(Some(Account { id, inputs }))
}

fn currency(object: &Map<String, Value>) -> Result<Currency, String> {
    let text = object.get("currency").and_then(Value::as_str);
    let text = text.ok_or("`currency` is missing: give a code such as \"EUR\"")?;
    Currency::parse(text).map_err(|e| format!("`currency`: {e}"))
}

/// A value alone, or an object with `value`, `source` and `ageDays`.
fn set(policy: &Compiled, inputs: &mut Inputs, field: &str, given: &Value) -> Result<(), String> {
    let part = |key: &str| given.as_object().and_then(|o| o.get(key));
    let value = if given.is_object() { part("value").unwrap_or(&Value::Null) } else { given };
    let source = part("source").and_then(Value::as_str).unwrap_or("given");
    let age = match part("ageDays") {
        None | Some(Value::Null) => None,
        Some(age) => Some(age.as_i64().filter(|days| *days >= 0).ok_or_else(|| {
            format!("`{}.ageDays` is not a whole number of days", shorten(field, 60))
        })?),
    };
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(number) if number.is_i64() || number.is_u64() => number.to_string(),
        Value::Null => {
            if !policy.document.fields.iter().any(|f| f.id == field) {
                return Err(unknown(policy, field));
            }
            inputs.set(field, Input { value: None, source: source.to_owned(), age_days: age });
            return Ok(());
        }
        _ => {
            let field = shorten(field, 60);
            return Err(format!(
                "`{field}`: write decimals as text such as \"12.50\", so that no digit is lost"
            ));
        }
    };
    if !policy.document.fields.iter().any(|f| f.id == field) {
        return Err(unknown(policy, field));
    }
    let set = inputs.set_text(policy, field, &text, (source, age));
    set.map_err(|problem| format!("`{field}`: {problem}"))
}

fn unknown(policy: &Compiled, field: &str) -> String {
    let near =
        policy.scope.nearest(field).map_or(String::new(), |n| format!(": did you mean `{n}`?"));
    format!("the policy has no field `{}`{near}", shorten(field, 60))
}

fn record(
    policy: &Compiled,
    (line, as_of): (u64, Day),
    account: &Account,
    verdict: &Verdict<'_, '_>,
) -> Value {
    let document = &policy.document;
    let reasons: Vec<Value> = verdict
        .reasons
        .iter()
        .map(|ground| {
            let reason = document.reason(ground.code);
            json!({
                "code": ground.code,
                "adverse": reason.is_some_and(|r| r.adverse && !r.internal_only),
                "outcome": ground.outcome.as_ref().map(|o| o.word().to_owned()),
            })
        })
        .collect();
    json!({
        "line": line,
        "id": account.id,
        "as_of": as_of.to_string(),
        "currency": account.inputs.currency.code(),
        "outcome": verdict.outcome.word(),
        "limit": verdict.limit.map(|l| l.number()),
        "term_days": verdict.term_days,
        "deposit": verdict.deposit.map(|d| d.number()),
        "grade": verdict.grade,
        "next_review": verdict.next_review().to_string(),
        "expires": verdict.expires().to_string(),
        "reasons": reasons,
        "policy": { "id": document.id, "version": document.version, "sha256": policy.sha256 },
        "engine": { "name": ENGINE, "sha256": ENGINE_SHA256 },
    })
}
