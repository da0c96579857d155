//! The page's own HTML: Trunk's, with our start, our policy and our links in the head.

use super::{Named, Parts, digest};
use crate::Outcome;

/// What the page may load and do: its own files, and no markup that runs.
/// `wasm-unsafe-eval` lets WebAssembly be compiled and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'none'; object-src 'none'; \
    require-trusted-types-for 'script'; trusted-types default";

/// The script that starts the page; a file, since the policy lets none stand in the page.
pub fn boot(glue: &Named, wasm: &Named) -> Named {
    let script = include_str!("../../templates/boot.js")
        .replace("{{glue}}", &glue.0)
        .replace("{{wasm}}", &wasm.0)
        .replace("{{integrity}}", &digest::integrity(&wasm.1));
    digest::named("boot", "js", script.into_bytes())
}

/// The file of response headers that Netlify and Cloudflare Pages read.
pub fn headers() -> String {
    include_str!("../../templates/_headers").replace("{{policy}}", POLICY)
}

/// `index.html`.
pub fn index(trunk: &str, parts: &Parts) -> Outcome<String> {
    let checked = |(name, bytes): &Named| {
        format!("href=\"./{name}\" crossorigin integrity=\"{}\"", digest::integrity(bytes))
    };
    let mut links = String::new();
    if let Some(style) = &parts.style {
        links += &format!("<link rel=\"stylesheet\" {}>\n    ", checked(style));
    }
    links += &icon_links(parts);
    links += &format!(
        "<link rel=\"manifest\" href=\"./{}\">\n    \
         <link rel=\"modulepreload\" {}>\n    \
         <script type=\"module\" src=\"./{}\" crossorigin integrity=\"{}\"></script>",
        parts.manifest.0,
        checked(&parts.glue),
        parts.boot.0,
        digest::integrity(&parts.boot.1),
    );
    with_head(trunk, POLICY, &links)
}

fn icon_links(parts: &Parts) -> String {
    let link = |(name, _): &Named| {
        let rel = if name.contains("192") { "apple-touch-icon" } else { "icon" };
        format!("<link rel=\"{rel}\" href=\"./{name}\">\n    ")
    };
    parts.icons.iter().filter(|(name, _)| !name.contains("512")).map(link).collect()
}

/// Trunk's page without what Trunk put in the head, with a policy first and our own lines last.
pub fn with_head(trunk: &str, policy: &str, last: &str) -> Outcome<String> {
    let bare = without_own_links(&without_inline_start(trunk)?);
    let charset = "<meta charset=\"utf-8\">";
    let meta = format!(
        "{charset}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"
    );
    let ruled = replace_once(&bare, charset, &meta)?;
    let closed = replace_once(&ruled, "</head>", &format!("  {last}\n  </head>"))?;
    Ok(tidy_lines(&closed))
}

/// Without the script that Trunk writes into the page.
fn without_inline_start(html: &str) -> Outcome<String> {
    let start = html
        .find("<script type=\"module\"")
        .ok_or("Trunk's page has no start script; was the format of Trunk changed?")?;
    let end = html[start..].find("</script>").ok_or("Trunk's start script has no end")?
        + start
        + "</script>".len();
    let rest = format!("{}{}", &html[..start], &html[end..]);
    if rest.contains("<script") {
        return Err(
            "Trunk's page has a second script, which the page's policy would not let run".into()
        );
    }
    Ok(rest)
}

/// Without the links to files that get new names here.
fn without_own_links(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find("<link ") {
        let end = rest[at..].find('>').map_or(rest.len(), |length| at + length + 1);
        out.push_str(&rest[..at]);
        if !is_own(&rest[at..end]) {
            out.push_str(&rest[at..end]);
        }
        rest = &rest[end..];
    }
    out + rest
}

fn is_own(link: &str) -> bool {
    ["stylesheet", "icon", "modulepreload", "preload"].iter().any(|rel| {
        link.contains(&format!("rel=\"{rel}\"")) || link.contains(&format!("rel={rel} "))
    })
}

fn replace_once(text: &str, from: &str, to: &str) -> Outcome<String> {
    if text.matches(from).count() == 1 {
        Ok(text.replacen(from, to, 1))
    } else {
        Err(format!("the page must have `{from}` exactly once"))
    }
}

fn tidy_lines(html: &str) -> String {
    let lines: Vec<&str> =
        html.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::with_head;

    const TRUNK: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
        <link rel=\"stylesheet\" href=\"./a-1.css\" integrity=\"x\"/>\n\
        <link rel=\"modulepreload\" href=\"./r-1.js\"><link rel=\"license\" href=\"./LICENSE\">\n\
        <script type=\"module\">\nimport init from './r-1.js';\n</script></head>\n<body></body>\n</html>\n";

    #[test]
    fn the_policy_comes_first_and_the_start_script_goes() {
        let page =
            with_head(TRUNK, "default-src 'none'", "<script src=\"./boot.js\"></script>").unwrap();
        let policy = page.find("Content-Security-Policy").unwrap();
        assert!(policy < page.find("<link").unwrap());
        assert!(!page.contains("import init"), "{page}");
        assert!(!page.contains("a-1.css"), "{page}");
        assert!(!page.contains("r-1.js"), "{page}");
        assert!(page.contains("rel=\"license\""), "{page}");
        assert!(page.contains("./boot.js"), "{page}");
    }

    #[test]
    fn a_second_script_is_refused() {
        let page = TRUNK.replace("<body>", "<body><script>1</script>");
        assert!(with_head(&page, "", "").unwrap_err().contains("second script"));
        assert!(with_head("<html></html>", "", "").is_err());
    }
}
