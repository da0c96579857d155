//! Files that no module names are never compiled, and rot.

use std::collections::BTreeSet;

use super::holds;
use super::source::Source;

const ROOTS: &[&str] =
    &["src/lib.rs", "src/main.rs", "tests/it/main.rs", "tests/web/main.rs", "xtask/src/main.rs"];

#[test]
fn every_file_belongs_to_a_module() {
    holds(dead);
}

#[test]
fn this_check_can_fail() {
    let sources = |list: &[(&str, &str)]| {
        list.iter().map(|(path, text)| Source::new(path, text)).collect::<Vec<_>>()
    };
    let tree = [
        ("src/lib.rs", "pub mod a;\nmod b;"),
        ("src/a/mod.rs", "mod c;"),
        ("src/a/c.rs", ""),
        ("src/b.rs", ""),
    ];
    assert_eq!(dead(&sources(&tree)), Vec::<String>::new());
    let mut more = tree.to_vec();
    more.push(("src/a/d.rs", ""));
    assert_eq!(dead(&sources(&more)), ["src/a/d.rs: no module names this file"]);
}

fn dead(sources: &[Source]) -> Vec<String> {
    let mut alive = BTreeSet::new();
    for source in sources {
        if ROOTS.contains(&source.path.as_str()) || source.path.starts_with("benches/") {
            reach(source, sources, &mut alive);
        }
    }
    let unreached = sources.iter().filter(|source| !alive.contains(source.path.as_str()));
    unreached.map(|source| format!("{}: no module names this file", source.path)).collect()
}

fn reach<'a>(source: &'a Source, sources: &'a [Source], alive: &mut BTreeSet<&'a str>) {
    if !alive.insert(&source.path) {
        return;
    }
    let folder = folder_of_children(&source.path);
    for name in &source.children {
        let places = [format!("{folder}/{name}.rs"), format!("{folder}/{name}/mod.rs")];
        for child in sources.iter().filter(|child| places.contains(&child.path)) {
            reach(child, sources, alive);
        }
    }
}

fn folder_of_children(path: &str) -> String {
    let is_root = ROOTS.contains(&path) || path.ends_with("/mod.rs");
    let end = if is_root { path.rfind('/').unwrap_or(0) } else { path.len() - ".rs".len() };
    path[..end].to_owned()
}
