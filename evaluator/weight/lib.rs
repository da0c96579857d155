//! Modules that hold more and more of the policy, and one without any: what that one holds the page has
//! anyway (reading and writing JSON, exact decimals, money, days, hashing, text, maps, sorting). Each
//! difference is what a part adds at most: in the page much of it is shared with the rest, such as sorting and
//! maps of the same kinds, formatting, and the text that compression has seen before.
//!
//! In November 2026, as it travels: cells, expressions, tables and canonical bytes 40.0 kB; reading, checking and
//! compiling the document, with every fault and its sentence, 29.3 kB more; decisions with trace and reasons 27.6 kB
//! more. None of it is in the first file of the page; it is fetched with a book. What it adds to the page itself is
//! measured by taking it out of the page, `cargo xtask weigh --page`: 70.1 kB of 1,396.6 kB in one piece.

use std::cell::RefCell;
use std::collections::BTreeMap;

use recourse::domain::{Currency, Day, Decimal, Money};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

thread_local! {
    static TEXT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Room for a text of so many bytes.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    TEXT.with_borrow_mut(|text| {
        text.clear();
        text.resize(length, 0);
        text.as_mut_ptr()
    })
}

/// Works on the text and puts the answer in its place; how long it is.
#[unsafe(no_mangle)]
pub extern "C" fn work() -> usize {
    let text = TEXT.with_borrow(|text| String::from_utf8_lossy(text).into_owned());
    let mut answer = kept(&text).unwrap_or_default();
    #[cfg(feature = "tables")]
    answer.push_str(&looked_up(&text).unwrap_or_default());
    #[cfg(feature = "document")]
    answer.push_str(&compiled(&text).unwrap_or_default());
    #[cfg(feature = "credit")]
    answer.push_str(&decided(&text).unwrap_or_default());
    TEXT.with_borrow_mut(|text| {
        *text = answer.into_bytes();
        text.len()
    })
}

/// What the page does without a policy: amounts, days and texts of a JSON document, sorted and written.
fn kept(text: &str) -> Option<String> {
    let json: Value = serde_json::from_str(text).ok()?;
    let mut sums: BTreeMap<String, Money> = BTreeMap::new();
    let mut shares: Vec<(Decimal, Day)> = Vec::new();
    for item in json.as_array()? {
        let amount = Money::parse(item.get("amount")?.as_str()?, Currency::EUR).ok()?;
        let day = Day::parse(item.get("day")?.as_str()?).ok()?;
        let share: Decimal = item.get("share")?.as_str()?.parse().ok()?;
        let name = item.get("name")?.as_str()?.to_lowercase();
        let sum = sums.entry(name).or_insert(Money::new(0, Currency::EUR));
        *sum = sum.plus(amount.scaled(share).ok()?).ok()?;
        let part = amount.to_decimal().checked_div(share)?.checked_sub(share)?;
        shares.push((part.checked_mul(share)?.checked_add(share)?.normalize().round_dp(2), day));
    }
    shares.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let lines = shares.iter().map(|(share, day)| format!("{share} {day} {}", day.plus_days_clamped(30)));
    let hash = Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect::<String>();
    let sums: BTreeMap<&String, String> = sums.iter().map(|(n, m)| (n, m.to_string())).collect();
    Some(serde_json::json!({ "lines": lines.collect::<Vec<_>>(), "sums": sums, "of": hash }).to_string())
}

/// A table of cells, looked up for one value, and the hash of its canonical bytes.
#[cfg(feature = "tables")]
fn looked_up(text: &str) -> Option<String> {
    use recourse::policy::feel::{Scope, Type, Unit, Value as Known, parse_expression};
    use recourse::policy::table::{HitPolicy, InputText, OutputText, RowText, Table, TableText};
    let json: Value = serde_json::from_str(text).ok()?;
    let mut scope = Scope::default();
    scope.declare("a", Type::Number(Unit::Plain));
    let cell = |key: &str| json.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let row = RowText { id: cell("id"), when: vec![cell("when")], then: vec![cell("then")] };
    let table = TableText {
        inputs: vec![InputText { expression: cell("input"), allowed: None }],
        outputs: vec![OutputText { name: cell("name"), allowed: None, default: None }],
        rows: vec![row],
    };
    let table = match Table::compile(HitPolicy::Unique, &table, &scope) {
        Ok(table) => table,
        Err(faults) => return faults.cells.first().map(|fault| fault.error.to_string()),
    };
    let value = Ok(Known::Number(cell("value").parse().ok()?));
    let found = table.decide(&[value.clone()]).hits.len();
    let expression = parse_expression(&cell("expression"), &scope).ok()?;
    let kind = expression.kind(&scope).map_or_else(|clash| clash.to_string(), |_| String::new());
    let answer = expression.answer(&[value]).ok()?;
    Some(format!("{found} {kind} {answer} {}", recourse::policy::canonical::sha256(&json)))
}

/// A policy, or its faults.
#[cfg(feature = "document")]
fn compiled(text: &str) -> Option<String> {
    match recourse::policy::compile(text) {
        Ok(policy) => Some(policy.sha256),
        Err(faults) => Some(faults.iter().map(ToString::to_string).collect()),
    }
}

/// A policy and the inputs of one customer: the decision.
#[cfg(feature = "credit")]
fn decided(text: &str) -> Option<String> {
    use recourse::engine::credit::{Inputs, Placed, Sitting, decide};
    let json: Value = serde_json::from_str(text).ok()?;
    let policy = recourse::policy::compile(json.get("policy")?.as_str()?).ok()?;
    let as_of = Day::parse(json.get("asOf")?.as_str()?).ok()?;
    let mut inputs = Inputs::new(Currency::EUR);
    for (field, value) in json.get("inputs")?.as_object()? {
        inputs.set_text(&policy, field, value.as_str()?, ("weight", None)).ok()?;
    }
    let decision = decide(&policy, &inputs, as_of);
    let mut answer = format!("{} {:?} {}", decision.outcome.word(), decision.limit, decision.trace.len());
    for reason in &decision.reasons {
        answer.push_str(&reason.text.en);
    }
    let mut sitting = Sitting::new(&policy, as_of);
    let verdict = sitting.decide(&Placed::new(&policy, &inputs));
    answer.push_str(verdict.outcome.word());
    Some(answer)
}
