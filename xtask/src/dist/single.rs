//! `recourse.html`: the whole program in one file, which works opened from a disk.

use super::{Parts, digest, page, split};
use crate::Outcome;

/// The page with its style, its script and all its wasm inside. `glue` is the script before its
/// downloads got their names.
pub fn page(plain: &str, glue: &str, parts: &Parts) -> Outcome<String> {
    let glue = split::fetches(glue, |name| Ok(format!("inPage(\"{name}\")")))?;
    let script = script(&glue)?;
    let style = parts.style.as_ref().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
    let style = style.unwrap_or_default();
    if style.contains("</style") {
        return Err("a style sheet holds `</style`, which cannot stand in one file".into());
    }
    let last = format!(
        "{}<style>{style}</style>\n    {}<script type=\"module\">{script}</script>",
        icon(parts),
        wasm(parts),
    );
    page::with_head(plain, &policy(&script, &style), &last)
}

/// Only these two pieces of text may run or style, and nothing may be fetched.
fn policy(script: &str, style: &str) -> String {
    format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data: blob:; \
         base-uri 'none'; form-action 'none'; object-src 'none'; \
         require-trusted-types-for 'script'; trusted-types default",
        digest::integrity(script.as_bytes()),
        digest::integrity(style.as_bytes()),
    )
}

/// Each piece of wasm as text in an element that does nothing.
fn wasm(parts: &Parts) -> String {
    let first = std::iter::once(("recourse", &parts.wasm.1));
    let later = parts.later.iter().map(|(name, (_, bytes))| (name.as_str(), bytes));
    let element = |(name, bytes): (&str, &Vec<u8>)| {
        let packed = digest::base64(bytes);
        format!(
            "<script type=\"application/octet-stream\" id=\"wasm-{name}\">{packed}</script>\n    "
        )
    };
    first.chain(later).map(element).collect()
}

fn icon(parts: &Parts) -> String {
    let svg = parts.icons.iter().find(|(name, _)| name.ends_with(".svg"));
    svg.map_or_else(String::new, |(_, bytes)| {
        let data = digest::base64(bytes);
        format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{data}\">\n    ")
    })
}

/// The glue as text of the page's own module: nothing to import, nothing to export.
fn script(glue: &str) -> Outcome<String> {
    let export =
        glue.rfind("export {").ok_or("the glue of wasm-bindgen does not end in `export {…}`")?;
    let end = glue[export..].find(';').ok_or("the glue's export has no end")? + export + 1;
    let body = format!("{}{}", &glue[..export], &glue[end..])
        .replace("import.meta.url", "location.href")
        .replace("\nexport function ", "\nfunction ")
        .replace("\nexport class ", "\nclass ");
    if body.contains("\nimport ") || body.contains("\nexport ") {
        return Err("the glue imports or exports more than one file can hold".into());
    }
    let whole = tidy(&format!("\n{body}\n{}", include_str!("../../templates/single.js")));
    if whole.contains("</script") {
        return Err("the glue holds `</script`, which cannot stand in one file".into());
    }
    Ok(whole)
}

/// As the page's lines are tidied, so that the policy's hash is that of the text in the page.
fn tidy(script: &str) -> String {
    let lines: Vec<&str> =
        script.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
    format!("\n{}\n", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::script;

    const GLUE: &str = "let wasm;\nexport function initSync() {}\nasync function __wbg_init() { return import.meta.url; }\n\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn the_glue_becomes_a_script_of_its_own() {
        let text = script(GLUE).unwrap();
        assert!(text.contains("\nfunction initSync() {}"), "{text}");
        assert!(text.contains("return location.href"), "{text}");
        assert!(!text.contains("export"), "{text}");
        assert!(!text.contains("\n\n"), "{text}");
    }

    #[test]
    fn glue_that_needs_other_files_is_refused() {
        assert!(script(&format!("\nimport {{ a }} from './snippets/a.js';\n{GLUE}")).is_err());
        assert!(script("let wasm;").is_err());
    }
}
