//! The accessibility checker axe-core, run inside the page.

use serde_json::Value;

use crate::driver::Browser;
use crate::site::path;

const RULES: &str = "['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']";

/// Fails if the page as it stands breaks a rule of WCAG 2.2 A or AA that a machine can check.
pub fn finds_nothing(browser: &Browser) {
    let found = findings(browser);
    assert!(found.is_empty(), "at {}: {found:#?}", browser.url());
}

/// Each broken rule with the elements that break it.
pub fn findings(browser: &Browser) -> Vec<String> {
    let source = std::fs::read_to_string(path("RECOURSE_AXE")).unwrap();
    let body = format!(
        "{source};\nreturn axe.run(document, {{ runOnly: {{ type: 'tag', values: {RULES} }} }})\
         .then((report) => ({{ passes: report.passes.length, violations: report.violations }}));"
    );
    let report = browser.script(&body, &[]);
    assert!(report["passes"].as_u64() > Some(0), "axe looked at nothing: {report}");
    let violations = report["violations"].as_array().cloned().unwrap_or_default();
    violations.iter().map(line).collect()
}

fn line(violation: &Value) -> String {
    let nodes = violation["nodes"].as_array().cloned().unwrap_or_default();
    let places: Vec<String> =
        nodes.iter().map(|node| format!("{} {}", node["target"], node["html"])).collect();
    format!("{} ({}): {}", violation["id"], violation["impact"], places.join("; "))
}

#[cfg(test)]
mod tests {
    use crate::site::browser;

    #[test]
    fn a_button_without_a_name_is_found() {
        let browser = browser();
        browser.goto(
            "data:text/html,<html lang=en><title>t</title><main><h1>t</h1><button></button></main>",
        );
        let found = super::findings(&browser);
        assert!(found.iter().any(|line| line.contains("button-name")), "{found:?}");
    }
}
