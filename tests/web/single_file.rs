//! `recourse.html` works opened from a disk.

use crate::site::{browser, find, mounted, path, sees};

#[test]
fn the_single_file_opens_from_a_disk() {
    let browser = browser();
    let file = path("RECOURSE_DIST").join("recourse.html").canonicalize().unwrap();
    browser.goto(&format!("file://{}", file.display()));
    mounted(&browser);
    let title = browser.title();
    assert!(title.ends_with("Recourse"), "the title is `{title}`");
    browser.click(&find(&browser, "button", "Open the sample reseller"));
    sees(&browser, "Sample data");
    let said = browser.console();
    assert!(said.is_empty(), "the console should be empty: {said:#?}");
}
