//! `cargo xtask bench`: the same pieces of work natively and inside Chromium, side by side.

use std::process::Stdio;

use serde_json::{Value, json};

use crate::Outcome;
use crate::dist;
use crate::driver::Browser;
use crate::run::{cargo, say};
use crate::server::Server;
use crate::setup;

/// One piece of work as timed natively.
struct Native {
    name: String,
    n: u64,
    millis: f64,
    least: f64,
    sum: u64,
}

/// Runs in the page: makes the input, untimed.
const PREPARE: &str = "
    const [glue, at, n] = arguments;
    return import(glue).then((page) => page.bench_prepare(at, n));";

/// Runs in the page: the median and least of as many rounds as natively, after one to warm up.
const TIME: &str = "
    const [glue] = arguments;
    return import(glue).then((page) => {
      const sum = page.bench_once();
      const times = [];
      for (let round = 0; round < 15; round++) {
        const started = performance.now();
        page.bench_once();
        times.push(performance.now() - started);
      }
      times.sort((a, b) => a - b);
      return { sum, millis: times[7], least: times[0] };
    });";

pub fn run() -> Outcome {
    let native = native()?;
    let site = dist::with_bench()?;
    let glue = dist::glue_of(&site)?;
    let found = setup::browser()?;
    let server =
        Server::start(&site).map_err(|why| format!("the page could not be served: {why}"))?;
    let browser = Browser::start(&found.driver, &found.chromium)?;
    browser.goto(&server.url(""));
    browser.wait("the page to start", "return !!document.querySelector('h1')", &[]);
    println!(
        "{:<56}{:>8}{:>12}{:>10}{:>12}{:>10}{:>8}",
        "median and least of 15", "things", "native ms", "least", "wasm ms", "least", "ratio"
    );
    for (at, kernel) in native.iter().enumerate() {
        let glue = json!(server.url(&glue));
        browser.script(PREPARE, &[glue.clone(), json!(at), json!(kernel.n)]);
        let answer = browser.script(TIME, &[glue]);
        println!("{}", line(kernel, &answer)?);
    }
    Ok(())
}

fn native() -> Outcome<Vec<Native>> {
    say("cargo bench --bench native --features bench");
    let output = cargo()
        .args(["bench", "--bench", "native", "--features", "bench"])
        .env("RECOURSE_BENCH", "plain")
        .current_dir(crate::paths::root())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|why| format!("the native bench did not start: {why}"))?;
    if !output.status.success() {
        return Err(format!("the native bench ended with {}", output.status));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(text.lines().filter_map(parse).collect())
}

/// Name, count, median and least in nanoseconds, sum, with tabs between; other lines are cargo's.
fn parse(line: &str) -> Option<Native> {
    let mut fields = line.split('\t');
    let name = fields.next()?.to_owned();
    let n = fields.next()?.parse().ok()?;
    let median: f64 = fields.next()?.parse().ok()?;
    let least: f64 = fields.next()?.parse().ok()?;
    let sum = fields.next()?.parse().ok()?;
    Some(Native { name, n, millis: median / 1e6, least: least / 1e6, sum })
}

/// One row of the table; that both sums agree is part of the measurement.
fn line(native: &Native, answer: &Value) -> Outcome<String> {
    let millis = answer["millis"]
        .as_f64()
        .ok_or_else(|| format!("`{}` was not timed in the page", native.name))?;
    if answer["sum"].as_u64() != Some(native.sum) {
        return Err(format!(
            "`{}` answered {} in the page and {} natively",
            native.name, answer["sum"], native.sum
        ));
    }
    let least = answer["least"].as_f64().unwrap_or(millis);
    let ratio = millis / native.millis.max(1e-6);
    Ok(format!(
        "{:<56}{:>8}{:>12.3}{:>10.3}{millis:>12.3}{least:>10.3}{ratio:>8.2}",
        native.name, native.n, native.millis, native.least
    ))
}

#[cfg(test)]
mod tests {
    use super::{line, parse};
    use serde_json::json;

    #[test]
    fn a_line_of_the_native_bench_is_read() {
        let native = parse("money: add\t100000\t250000\t240000\t42").unwrap();
        let shown = line(&native, &json!({"millis": 0.5, "sum": 42})).unwrap();
        assert!(shown.ends_with("2.00"), "{shown}");
        assert!(line(&native, &json!({"millis": 0.5, "sum": 43})).is_err());
        assert!(line(&native, &json!({})).is_err());
        assert!(parse("   Compiling recourse v0.1.0").is_none());
    }
}
