//! A module that decides by a policy, and the same module without the policy: what the second holds the
//! page has anyway (reading and writing JSON, exact decimals, money, days, hashing, text, maps, sorting).
//! The difference of both is what the policy layer adds.

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
    #[cfg(feature = "policy")]
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

/// A policy and the inputs of one customer: the decision, or the faults of the policy.
#[cfg(feature = "policy")]
fn decided(text: &str) -> Option<String> {
    use recourse::engine::credit::{Inputs, Placed, Sitting, decide};
    let json: Value = serde_json::from_str(text).ok()?;
    let policy = match recourse::policy::compile(json.get("policy")?.as_str()?) {
        Ok(policy) => policy,
        Err(faults) => return Some(faults.iter().map(ToString::to_string).collect()),
    };
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
