//! The page's own HTML: with our start, our policy and our links in the head.

use super::{Named, Parts, digest};
use crate::Outcome;

/// What the page may load and do: its own files, and no markup that runs.
/// `wasm-unsafe-eval` lets WebAssembly be compiled and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'none'; object-src 'none'; \
    require-trusted-types-for 'script'; trusted-types default";

/// The script that starts the page; a file, since the policy lets none stand in the page.
pub fn boot(glue: &Named, wasm: &Named, reader: &Named) -> Named {
    let script = include_str!("../../templates/boot.js")
        .replace("{{glue}}", &glue.0)
        .replace("{{wasm}}", &wasm.0)
        .replace("{{reader}}", &reader.0)
        .replace("{{integrity}}", &digest::integrity(&wasm.1));
    digest::named("boot", "js", script.into_bytes())
}

/// The script of the worker that reads files.
pub fn reader(glue: &Named, wasm: &Named) -> Named {
    let script = include_str!("../../templates/reader.js")
        .replace("{{glue}}", &glue.0)
        .replace("{{wasm}}", &wasm.0)
        .replace("{{integrity}}", &digest::integrity(&wasm.1));
    digest::named("reader", "js", script.into_bytes())
}

/// How the script gets a part that comes later: a file other than the one built is refused.
pub fn fetch_of(name: &str, later: &[(String, Named)]) -> Outcome<String> {
    let part = later.iter().find(|(own, _)| own == name);
    let (_, (file, bytes)) =
        part.ok_or_else(|| format!("the loader asks for `{name}`, which is no part"))?;
    let integrity = digest::integrity(bytes);
    Ok(format!("fetch(new URL(\"./{file}\", import.meta.url), {{ integrity: \"{integrity}\" }})"))
}

/// The file of response headers that Netlify and Cloudflare Pages read.
pub fn headers() -> String {
    include_str!("../../templates/_headers").replace("{{policy}}", POLICY)
}

/// `index.html`.
pub fn index(plain: &str, parts: &Parts) -> Outcome<String> {
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
    with_head(plain, POLICY, &links)
}

fn icon_links(parts: &Parts) -> String {
    let link = |(name, _): &Named| {
        let rel = if name.contains("192") { "apple-touch-icon" } else { "icon" };
        format!("<link rel=\"{rel}\" href=\"./{name}\">\n    ")
    };
    parts.icons.iter().filter(|(name, _)| !name.contains("512")).map(link).collect()
}

/// The page without the links that are for Trunk, with a policy first and our own lines last.
pub fn with_head(plain: &str, policy: &str, last: &str) -> Outcome<String> {
    if plain.contains("<script") {
        return Err("index.html has a script, which the page's policy would not let run".into());
    }
    let bare = without_links_for_trunk(plain);
    let charset = "<meta charset=\"utf-8\">";
    let meta = format!(
        "{charset}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"
    );
    let ruled = replace_once(&bare, charset, &meta)?;
    let closed = replace_once(&ruled, "</head>", &format!("  {last}\n  </head>"))?;
    Ok(tidy_lines(&closed))
}

/// `cargo xtask serve` leaves them to Trunk; here the files get names of their own.
fn without_links_for_trunk(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find("<link data-trunk ") {
        let end = rest[at..].find('>').map_or(rest.len(), |length| at + length + 1);
        out.push_str(&rest[..at]);
        rest = &rest[end..];
    }
    out + rest
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

    const PLAIN: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
        <link data-trunk rel=\"css\" href=\"style/a.css\">\n\
        <link rel=\"license\" href=\"./LICENSE\">\n\
        <link data-trunk rel=\"rust\" data-bin=\"recourse\">\n</head>\n<body></body>\n</html>\n";

    #[test]
    fn the_policy_comes_first_and_the_links_for_trunk_go() {
        let page =
            with_head(PLAIN, "default-src 'none'", "<script src=\"./boot.js\"></script>").unwrap();
        let policy = page.find("Content-Security-Policy").unwrap();
        assert!(policy < page.find("<link").unwrap());
        assert!(!page.contains("data-trunk"), "{page}");
        assert!(!page.contains("a.css"), "{page}");
        assert!(page.contains("rel=\"license\""), "{page}");
        assert!(page.contains("./boot.js"), "{page}");
    }

    #[test]
    fn a_script_in_the_page_is_refused() {
        let page = PLAIN.replace("<body>", "<body><script>1</script>");
        assert!(with_head(&page, "", "").unwrap_err().contains("has a script"));
        assert!(with_head("<html></html>", "", "").is_err());
    }

    #[test]
    fn a_part_is_fetched_by_its_name_and_its_hash() {
        let later = [("split_desk".to_owned(), ("part-split_desk-1.wasm".to_owned(), vec![1]))];
        let fetch = super::fetch_of("split_desk", &later).unwrap();
        assert!(fetch.contains("./part-split_desk-1.wasm") && fetch.contains("sha256-"), "{fetch}");
        assert!(super::fetch_of("chunk_9", &later).unwrap_err().contains("chunk_9"));
    }
}
