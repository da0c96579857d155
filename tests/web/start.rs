//! The page starts, under its policy, without a word on the console.

use crate::axe;
use crate::site::Visit;

#[test]
fn the_page_starts_and_the_console_stays_empty() {
    let visit = Visit::open("");
    visit.find("heading", "");
    visit.kept_offline();
    visit.console_is_clean();
}

#[test]
fn the_first_page_is_accessible() {
    let visit = Visit::open("");
    axe::finds_nothing(&visit.browser);
}

#[test]
fn the_policy_refuses_code_in_markup_and_other_hosts() {
    let visit = Visit::open("");
    let refused = visit.browser.script(
        "const at = document.createElement('div');
         const tried = [];
         for (const markup of ['<img src=x onerror=alert(1)>', '<script>1</script>', '<a href=\"javascript:1\">a</a>']) {
           try { at.innerHTML = markup; tried.push('let in: ' + markup); } catch { tried.push('refused'); }
         }
         return fetch('https://example.invalid/').then(() => tried, () => tried.concat('no fetch'));",
        &[],
    );
    assert_eq!(refused, serde_json::json!(["refused", "refused", "refused", "no fetch"]));
    let said = visit.browser.console();
    assert!(
        said.iter().any(|line| line.contains("connect-src")),
        "the policy should be named: {said:#?}"
    );
}

#[test]
fn an_address_given_while_the_page_starts_is_heeded() {
    let visit = Visit::open("");
    // The first thing a visit without an address asks: whether a second copy was ever made here.
    let early = "const asked = indexedDB.databases.bind(indexedDB);
         indexedDB.databases = () => { location.hash = '#/settings'; return asked(); };";
    let source = serde_json::json!({"source": early});
    visit.browser.cdp("Page.addScriptToEvaluateOnNewDocument", &source);
    visit.browser.script("history.replaceState(null, '', location.pathname); return true", &[]);
    visit.browser.reload();
    visit.find("heading", "Settings");
}
