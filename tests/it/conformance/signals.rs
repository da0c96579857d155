//! Vectors of the signals' arithmetic.

use recourse::domain::{Currency, Decimal};
use recourse::engine::suspicion::signals::SpikeScore;
use recourse::engine::suspicion::signals::spend_spike::{Spike, by_all_days, by_weekday};
use recourse::engine::suspicion::vm_size;
use recourse::policy::shipped;
use recourse::policy::signals::SpendSpike;
use serde_json::Value;

use super::agreement::Agreement;

/// What the vectors ask for and no import brings: mail volumes and sign-in places.
const BEYOND: &[&str] = &["terrl", "impossible_travel"];

pub fn judge(vectors: &Value) -> Agreement {
    let mut found = Agreement::default();
    for (section, check) in [
        ("spend_spike", all_days as fn(&Value) -> Result<(), String>),
        ("seasonal_spike", weekdays),
        ("sku", sku),
    ] {
        for vector in vectors[section].as_array().into_iter().flatten() {
            found.guard(section, |found| found.check(section, check(vector)));
        }
    }
    for section in BEYOND {
        let count = vectors[*section].as_array().map_or(0, Vec::len);
        if count > 0 {
            found.aside.push(format!("{section}: {count}, nothing imported answers them"));
        }
    }
    found
}

fn settings() -> SpendSpike {
    shipped::thresholds().unwrap().spend_spike
}

fn numbers(vector: &Value) -> (i128, Vec<i128>) {
    let whole = |v: &Value| i128::from(v.as_i64().unwrap());
    let baseline = vector["baseline"].as_array().unwrap();
    (whole(&vector["x"]), baseline.iter().map(whole).collect())
}

fn all_days(vector: &Value) -> Result<(), String> {
    let (x, baseline) = numbers(vector);
    let found = by_all_days(x, &baseline, &settings()).ok_or("too large")?;
    let method = match found.score {
        SpikeScore::Mad(_) => "mad",
        SpikeScore::MeanDeviation(_) => "mean_ad",
        SpikeScore::Flat => "flat",
    };
    same("z_method", method, &vector["expect"]["z_method"])?;
    compare(vector, x, &found, "median")
}

fn weekdays(vector: &Value) -> Result<(), String> {
    let (x, baseline) = numbers(vector);
    let found = by_weekday(x, &baseline, &settings()).ok_or("too large")?;
    compare(vector, x, &found, "weekday_median")
}

fn compare(vector: &Value, x: i128, found: &Spike, median: &str) -> Result<(), String> {
    let expect = &vector["expect"];
    let floor = settings().excess_min[&Currency::EUR].minor();
    let fires = found.passes_score && found.passes_factor && found.excess >= Decimal::from(floor);
    same("fires", fires, &expect["fires"])?;
    let score = match found.score {
        SpikeScore::Mad(z) | SpikeScore::MeanDeviation(z) => Some(z),
        SpikeScore::Flat => None,
    };
    near("z", score, &expect["z"])?;
    near(median, Some(found.median), &expect[median])?;
    near("excess", Some(found.excess), &expect["excess"])?;
    let ratio = Decimal::from(x).checked_div(found.median);
    near("ratio", ratio, &expect["ratio"])
}

fn sku(vector: &Value) -> Result<(), String> {
    let name = vector["sku"].as_str().unwrap();
    let expect = &vector["expect"];
    let settings = shipped::thresholds().unwrap().new_tenant;
    let size = vm_size::parse(name);
    same(name, size.is_some(), &expect["parsed"])?;
    let Some(size) = size else { return Ok(()) };
    let large = size.vcpus.is_some_and(|n| n >= settings.vcpus_min);
    let family = size.is_of(&settings.families);
    same(name, size.family.as_str(), &expect["family"])?;
    same(name, size.vcpus, &expect["vcpu"])?;
    same(name, large, &expect["large"])?;
    same(name, large || family, &expect["high_risk"])?;
    let listed = expect["gpu"] == true || expect["hpc"] == true;
    same(name, family, &Value::Bool(listed))
}

fn same<T: Into<Value>>(what: &str, found: T, expected: &Value) -> Result<(), String> {
    let found = found.into();
    if found == *expected {
        return Ok(());
    }
    Err(format!("{what}: {found}, expected {expected}"))
}

/// The vectors give three decimal places.
fn near(what: &str, found: Option<Decimal>, expected: &Value) -> Result<(), String> {
    let expected: Option<Decimal> = match expected {
        Value::Null => None,
        number => Some(number.to_string().parse().unwrap()),
    };
    let close = match (found, expected) {
        (Some(found), Some(wanted)) => (found - wanted).abs() <= Decimal::new(5, 4),
        (None, None) => true,
        _ => false,
    };
    if close {
        return Ok(());
    }
    Err(format!("{what}: {found:?}, expected {expected:?}"))
}
