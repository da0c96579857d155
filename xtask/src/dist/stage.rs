//! What the site is made from, before anything is given its final name.

use std::fs;
use std::path::Path;

use super::compile;
use super::split::{self, Pieces};
use crate::Outcome;
use crate::paths;
use crate::setup::Builders;

/// The pieces of the page.
pub struct Stage {
    /// `index.html` as it stands at the root of the project.
    pub index: String,
    pub pieces: Pieces,
    /// All style sheets in the order of their links.
    pub style: String,
}

/// `features` are those of the package, such as `bench`; none is the product.
pub fn build(builders: &Builders, optimiser: Option<&Path>, features: &[&str]) -> Outcome<Stage> {
    let wasm = compile::page(features)?;
    let folder = paths::target().join("page").join("stage");
    let pieces = split::pieces(&wasm, builders, optimiser, &folder)?;
    let index = text(&paths::root().join("index.html"))?;
    Ok(Stage { style: style(&paths::root(), &index)?, pieces, index })
}

/// The style sheets that the page links, in order, as one text.
fn style(root: &Path, index: &str) -> Outcome<String> {
    let mut all = String::new();
    for link in index.split("<link ").skip(1) {
        let link = link.split('>').next().unwrap_or_default();
        if !link.contains("rel=\"css\"") {
            continue;
        }
        let href = link.split("href=\"").nth(1).and_then(|rest| rest.split('"').next());
        all += &text(&root.join(href.ok_or("a style sheet of the page has no address")?))?;
        all.push('\n');
    }
    Ok(all)
}

fn text(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|why| format!("cannot read `{}`: {why}", file.display()))
}
