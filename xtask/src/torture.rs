//! `cargo xtask torture`: the tests of faults, as long as is asked for, and the figures they give.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use crate::Outcome;
use crate::run::{cargo, say};
use crate::test;

/// What runs on the host: everything with the number of a fault, once and for every k.
const ON_HOST: &[&str] =
    &["_f3_", "_f4_", "_f6_", "_f7_", "_f8_", "_f9_", "_f11_", "_f12_", "_f13_", "st7_", "st9_"];

/// What runs in Chromium, and how long runs are asked for: variable, word on the command line, count.
const IN_CHROMIUM: &[(&str, &str, &str)] = &[
    ("RECOURSE_TORTURE_KILLS", "--kills", "300"),
    ("RECOURSE_TORTURE_CRASHES", "--crashes", "300"),
    ("RECOURSE_TORTURE_TRAPS", "--traps", "60"),
    ("RECOURSE_TORTURE_HANDLERS", "--handlers", "20"),
    ("RECOURSE_TORTURE_TABS", "--tab-runs", "100"),
    ("RECOURSE_TORTURE_TABS_AT_ONCE", "--tabs-at-once", "4"),
    ("RECOURSE_TORTURE_TAB_EDITS", "--tab-edits", "1000"),
    ("RECOURSE_TORTURE_DAMAGES", "--damages", "50"),
    ("RECOURSE_TORTURE_LEAVES", "--leaves", "300"),
    ("RECOURSE_TORTURE_IMPORTS", "--imports", "10"),
    ("RECOURSE_TORTURE_TAKEN", "--taken", "100"),
    ("RECOURSE_TORTURE_EDITS", "--edits", "400"),
    ("RECOURSE_TORTURE_INVOICES", "--invoices", "100000"),
];

/// One run of a test program, and what it said.
struct Ran {
    figures: Vec<String>,
    good: bool,
}

/// `words`: `--host` or `--chromium` for one half; `--times N` multiplies what runs on the host;
/// the counts of the other half by their names; `--only NAME` for tests whose name holds it.
pub fn run(words: &[&str]) -> Outcome {
    check(words)?;
    let (host, chromium) = (words.contains(&"--host"), words.contains(&"--chromium"));
    let mut ran = Vec::new();
    if host || !chromium {
        ran.push(on_host(words)?);
    }
    if chromium || !host {
        ran.push(in_chromium(words)?);
    }
    println!("\nfigures of this run:");
    for figure in ran.iter().flat_map(|half| &half.figures) {
        println!("  {figure}");
    }
    if ran.iter().all(|half| half.good) {
        Ok(())
    } else {
        Err("a promise did not hold; see above".to_owned())
    }
}

fn check(words: &[&str]) -> Outcome {
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let takes_count = IN_CHROMIUM.iter().any(|(_, own, _)| own == word) || *word == "--times";
        let good = match *word {
            "--host" | "--chromium" => true,
            "--only" => rest.next().is_some(),
            _ => takes_count && rest.next().is_some_and(|n| n.parse::<u32>().is_ok()),
        };
        if !good {
            return Err(format!("`torture` does not take `{word}`, or not without a number"));
        }
    }
    Ok(())
}

fn given<'a>(words: &[&'a str], name: &str) -> Option<&'a str> {
    let at = words.iter().position(|word| *word == name)?;
    words.get(at.checked_add(1)?).copied()
}

fn on_host(words: &[&str]) -> Outcome<Ran> {
    let times = given(words, "--times").unwrap_or("100");
    say(&format!("on this machine, {times} times what every change runs"));
    let mut command = tests(&["--release", "--test", "it"]);
    match given(words, "--only") {
        Some(name) => command.arg(name),
        None => command.args(ON_HOST),
    };
    watch(command.env("RECOURSE_TORTURE_RUNS", times))
}

fn in_chromium(words: &[&str]) -> Outcome<Ran> {
    say("in Chromium");
    // What is tried is the page; what tries it may be as slow as it is.
    let mut command = tests(&["--test", "web"]);
    command.args([given(words, "--only").unwrap_or("faults::"), "--test-threads=1"]);
    for (variable, word, long) in IN_CHROMIUM {
        command.env(variable, given(words, word).unwrap_or(long));
    }
    watch(command.envs(test::environment()?))
}

fn tests(which: &[&str]) -> Command {
    let mut command = cargo();
    command.arg("test").args(which).args(["--", "--nocapture"]).current_dir(crate::paths::root());
    command
}

/// Runs it, passes on what it says, and gathers its figures.
fn watch(command: &mut Command) -> Outcome<Ran> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|why| format!("the tests did not start: {why}"))?;
    let mut figures = Vec::new();
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            println!("{line}");
            figures.extend(line.split_once("figure: ").map(|(_, figure)| figure.to_owned()));
        }
    }
    let status = child.wait().map_err(|why| format!("the tests were lost: {why}"))?;
    Ok(Ran { figures, good: status.success() })
}

#[cfg(test)]
mod tests {
    use super::{check, given};

    #[test]
    fn words_are_understood_or_refused() {
        assert!(check(&["--host", "--times", "10"]).is_ok());
        assert!(check(&["--kills", "5", "--chromium"]).is_ok());
        assert!(check(&["--only", "f1_"]).is_ok());
        for wrong in [&["--kills"][..], &["--kills", "many"], &["--else"], &["--only"]] {
            assert!(check(wrong).is_err(), "{wrong:?}");
        }
        assert_eq!(given(&["--kills", "5"], "--kills"), Some("5"));
        assert_eq!(given(&["--kills"], "--kills"), None);
    }
}
