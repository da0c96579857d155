//! The service worker: which files it keeps, under which version.

use serde_json::json;

use super::digest;

/// The version of the site: the hash of the names and hashes of all that is kept, and of the worker itself.
pub fn version(kept: &[(String, String)]) -> String {
    let list = format!("{}{}", json!(kept), include_str!("../../templates/sw.js"));
    digest::hex(list.as_bytes())[..16].to_owned()
}

pub fn script(kept: &[(String, String)], version: &str) -> String {
    include_str!("../../templates/sw.js")
        .replace("{{version}}", version)
        .replace("{{files}}", &json!(kept).to_string())
}

#[cfg(test)]
mod tests {
    use super::{script, version};

    #[test]
    fn a_changed_file_is_a_new_version() {
        let kept = |hash: &str| vec![("./".to_owned(), hash.to_owned())];
        assert_eq!(version(&kept("sha256-a")), version(&kept("sha256-a")));
        assert_ne!(version(&kept("sha256-a")), version(&kept("sha256-b")));
        let text = script(&kept("sha256-a"), "v1");
        assert!(text.contains("const VERSION = 'v1';"));
        assert!(text.contains("[[\"./\",\"sha256-a\"]]"));
        assert!(!text.contains("{{"));
    }
}
