//! How long a function and a file may be: what is not seen at once is not understood at once.

use super::source::{Source, item_end};
use super::{finds, holds};

const FUNCTION_LINES: usize = 70;
const COMPONENT_LINES: usize = 80;
const FILE_LINES: usize = 500;
/// A function that is one table, a row to a line, is long without being hard.
const TABLE_LINES: usize = 150;
/// The median function, so that many middling ones do not pass where a few long ones fail.
const MEDIAN_LINES: usize = 10;

#[test]
fn functions_fit_on_a_screen() {
    holds(functions);
}

#[test]
fn the_usual_function_is_short() {
    holds(median);
}

#[test]
fn files_hold_one_concept() {
    holds(files);
}

#[test]
fn these_checks_can_fail() {
    let body = |n: usize| format!("fn a(b: [u8; 3]) {{\n{}}}\n", "    b();\n".repeat(n));
    finds(functions, 0, "src/a/b.rs", &body(68));
    finds(functions, 1, "src/a/b.rs", &body(69));
    finds(functions, 0, "src/ui/a.rs", &format!("#[component]\npub {}", body(78)));
    finds(functions, 1, "src/ui/a.rs", &format!("#[component]\npub {}", body(79)));
    finds(functions, 0, "src/a/b.rs", &format!("#[cfg(test)]\nmod tests {{\n{}}}", body(90)));
    let table = |row: &str| format!("fn a(b: B) -> u8 {{\n match b {{\n{}}}\n}}\n", row.repeat(90));
    finds(functions, 0, "src/a/b.rs", &table("B::C => 1,\n"));
    finds(functions, 1, "src/a/b.rs", &table("B::C => d(1),\n"));
    finds(median, 1, "src/a/b.rs", &body(12));
    finds(files, 0, "src/a/b.rs", &"use a;\n".repeat(500));
    finds(files, 1, "src/a/b.rs", &"use a;\n".repeat(501));
}

fn functions(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| source.is_product()) {
        for function in all(source) {
            let limit = function.limit();
            if function.lines > limit {
                faults.push(format!(
                    "{}:{}: {} lines, at most {limit}",
                    source.path, function.at_line, function.lines
                ));
            }
        }
    }
    faults
}

fn median(sources: &[Source]) -> Vec<String> {
    let product = sources.iter().filter(|source| source.is_product());
    let mut lines: Vec<usize> = product.flat_map(all).map(|function| function.lines).collect();
    lines.sort_unstable();
    let median = lines.get(lines.len() / 2).copied().unwrap_or(0);
    let fault = format!("the median function has {median} lines, at most {MEDIAN_LINES}");
    if median > MEDIAN_LINES { vec![fault] } else { Vec::new() }
}

fn files(sources: &[Source]) -> Vec<String> {
    let product = sources.iter().filter(|source| source.is_product());
    product
        .map(|source| (source, lines_of_product(source)))
        .filter(|(_, lines)| *lines > FILE_LINES)
        .map(|(source, lines)| format!("{}: {lines} lines, at most {FILE_LINES}", source.path))
        .collect()
}

/// Lines without those of the tests at the end.
fn lines_of_product(source: &Source) -> usize {
    source.code.trim_end().lines().count()
}

struct Function {
    at_line: usize,
    lines: usize,
    is_component: bool,
    is_table: bool,
}

impl Function {
    fn limit(&self) -> usize {
        match (self.is_component, self.is_table) {
            (true, _) => COMPONENT_LINES,
            (false, true) => TABLE_LINES,
            (false, false) => FUNCTION_LINES,
        }
    }
}

/// One `match` from names to constants: no statement, no call, no condition.
fn is_table(item: &str) -> bool {
    item.split_once('{').is_some_and(|(_, body)| {
        body.trim_start().starts_with("match ")
            && ![";", "(", " if "].iter().any(|sign| body.contains(sign))
    })
}

fn all(source: &Source) -> Vec<Function> {
    let mut found = Vec::new();
    for (at, _) in source.code.match_indices("fn ") {
        let before = &source.code[..at];
        if before.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let end = item_end(&source.code, at);
        let item = &source.code[at..end];
        if item.ends_with('}') {
            let head: Vec<&str> = before
                .lines()
                .rev()
                .take(8)
                .take_while(|line| !line.trim().ends_with(['}', ';']))
                .collect();
            found.push(Function {
                at_line: source.line(at),
                lines: item.lines().count(),
                is_table: is_table(item),
                is_component: head.iter().any(|line| line.contains("#[component]")),
            });
        }
    }
    found
}
