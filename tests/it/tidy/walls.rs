//! Which part may name which. The reasons stand in `ARCHITECTURE.md`.

use super::source::Source;
use super::{finds, holds};

/// Each part with the parts that it may name. Itself is always allowed.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("platform", &["domain"]),
    ("policy", &["domain"]),
    ("journal", &["domain"]),
    ("book", &["journal", "domain", "platform"]),
    ("engine", &["book", "policy", "platform", "domain"]),
    ("exchange", &["engine", "book", "journal", "policy", "platform", "domain"]),
    ("store", &["journal", "domain"]),
    ("app", &["domain", "platform", "policy", "journal", "book", "engine", "exchange", "store"]),
    (
        "ui",
        &[
            "ui/files",
            "ui/here",
            "ui/kit",
            "ui/late",
            "ui/parts",
            "ui/pages",
            "ui/shell",
            "ui/watched",
        ],
    ),
    ("ui/kit", &[]),
    // What every page is handed: the state to see, a way to say what happened.
    ("ui/here", &["app", "ui/watched"]),
    // A signal that forgets readers which are gone.
    ("ui/watched", &[]),
    // How files get from a page to the shell: a number for each event.
    ("ui/files", &[]),
    // Which code is fetched when it is first needed.
    ("ui/late", &[]),
    ("ui/parts", &["app", "ui/here", "ui/kit", "domain"]),
    ("ui/pages", &["app", "ui/files", "ui/here", "ui/kit", "ui/late", "ui/parts", "domain"]),
    (
        "ui/shell",
        &[
            "domain",
            "platform",
            "policy",
            "journal",
            "book",
            "exchange",
            "store",
            "app",
            "kernels",
            "ui/files",
            "ui/here",
            "ui/kit",
            "ui/late",
            "ui/parts",
            "ui/pages",
            "ui/watched",
        ],
    ),
    (
        "cli",
        &[
            "domain", "platform", "policy", "journal", "book", "engine", "exchange", "store",
            "app", "kernels",
        ],
    ),
    (
        "kernels",
        &["domain", "platform", "policy", "journal", "book", "engine", "exchange", "store", "app"],
    ),
];

/// Packages that reach into the browser, and Leptos's own ways there.
const BROWSER: &[&str] =
    &["web_sys", "js_sys", "gloo_storage", "wasm_bindgen", "wasm_bindgen_futures"];

#[test]
fn every_part_names_only_what_it_may() {
    holds(walls);
}

#[test]
fn only_the_shell_touches_the_browser() {
    holds(browser);
}

#[test]
fn serde_is_derived_only_where_a_format_is_kept() {
    holds(serde);
}

#[test]
fn these_checks_can_fail() {
    finds(walls, 1, "src/engine/a.rs", "use crate::journal::Entry;");
    finds(walls, 2, "src/engine/a.rs", "use crate::{domain::Day, store, ui::{kit::Button}};");
    finds(walls, 1, "src/ui/pages/a.rs", "fn a() { crate::engine::plan() }");
    finds(walls, 1, "src/ui/kit/a.rs", "use crate::ui::parts::Bar;");
    finds(walls, 1, "src/domain/money.rs", "use super::super::book::Book;");
    finds(walls, 1, "src/novel/a.rs", "use crate::domain::Day;");
    finds(
        walls,
        0,
        "src/engine/a.rs",
        "use crate::{domain::{self, Day}, book::Book}; // crate::store",
    );
    finds(walls, 0, "src/ui/pages/a.rs", "use super::super::kit::Button;");
    finds(browser, 1, "src/app/a.rs", "use web_sys::Window;");
    finds(browser, 0, "src/ui/shell/a.rs", "use web_sys::Window;");
    finds(serde, 1, "src/domain/a.rs", "#[derive(Clone, serde::Serialize)] struct A;");
    finds(serde, 0, "src/journal/a.rs", "#[derive(Clone, Deserialize)] struct A;");
}

fn walls(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources {
        let Some(area) = source.area() else { continue };
        let Some((_, allowed)) = MAY_NAME.iter().find(|(name, _)| *name == area) else {
            faults.push(format!("{}: `{area}` is not in the table of walls", source.path));
            continue;
        };
        for (at, named) in named_parts(source) {
            if named != area && !allowed.contains(&named.as_str()) {
                faults.push(format!(
                    "{}:{}: `{area}` may not name `{named}`",
                    source.path,
                    source.line(at)
                ));
            }
        }
    }
    faults
}

/// Every part that the source names, and where.
fn named_parts(source: &Source) -> Vec<(usize, String)> {
    let mut named = Vec::new();
    for (at, root) in source.code.match_indices("crate::") {
        if !source.code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            heads(&source.code[at + root.len()..], &[], at, &mut named);
        }
    }
    let depth = depth(&source.path);
    let climb = "super::".repeat(depth);
    for (at, _) in source.code.match_indices(&climb) {
        if !source.code[..at].ends_with("super::") {
            heads(&source.code[at + climb.len()..], &[], at, &mut named);
        }
    }
    named
}

/// How many steps lead from the file's module to the root.
fn depth(path: &str) -> usize {
    let inner = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    inner.split('/').count()
}

/// The first one or two names of each path that begins here, through braces.
fn heads(text: &str, before: &[&str], at: usize, named: &mut Vec<(usize, String)>) {
    let text = text.trim_start();
    if let Some(group) = text.strip_prefix('{') {
        for member in members(group) {
            heads(member, before, at, named);
        }
        return;
    }
    let length = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let (name, rest) = text.split_at(length);
    let rest = rest.trim_start();
    match (before, name) {
        ([], "ui") if rest.starts_with("::") => heads(&rest[2..], &["ui"], at, named),
        ([], "" | "self") => {}
        ([], name) => named.push((at, name.to_owned())),
        (_, "self" | "") => named.push((at, "ui".to_owned())),
        (_, part) => named.push((at, format!("ui/{part}"))),
    }
}

/// The members of a group whose opening brace has been read.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut from, mut found) = (0, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                found.push(&group[from..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&group[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    found
}

fn browser(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| source.path.starts_with("src/")) {
        if source.path.starts_with("src/ui/shell/") {
            continue;
        }
        for package in BROWSER {
            for (at, _) in source.code.match_indices(package) {
                faults.push(format!(
                    "{}:{}: only ui/shell may use `{package}`",
                    source.path,
                    source.line(at)
                ));
            }
        }
    }
    faults
}

/// A derived format is a promise to read it for ever. Four parts make that promise:
/// the journal (kept), the policy document, files exchanged with others, and the terminal's output.
/// The timed pieces promise nothing: they derive what a rival would.
fn serde(sources: &[Source]) -> Vec<String> {
    let free = ["journal", "policy", "exchange", "cli", "kernels"];
    let mut faults = Vec::new();
    for source in sources {
        let Some(area) = source.area() else { continue };
        if free.contains(&area.as_str()) {
            continue;
        }
        for (at, _) in source.code.match_indices("derive(") {
            let list = source.code[at..].split(')').next().unwrap_or_default();
            if list.contains("Serialize") || list.contains("Deserialize") {
                faults.push(format!(
                    "{}:{}: serde is not derived in `{area}`",
                    source.path,
                    source.line(at)
                ));
            }
        }
    }
    faults
}
