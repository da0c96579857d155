//! Importing step by step: columns that nobody knows, names without tenants, a large file stopped, refused rows saved.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use recourse::app::words::{exchange, mapping};
use recourse::app::{Lang, Route};

use crate::axe;
use crate::site::Visit;

const LANG: Lang = Lang::En;

/// Invented, and plainly so.
const CUSTOMERS: &str = r#"{"totalCount": 1, "items": [{
    "id": "5a3b1e00-0000-4000-8000-00000000aaaa",
    "companyProfile": {"tenantId": "5a3b1e00-0000-4000-8000-00000000aaaa",
        "domain": "sample-bakery.example", "companyName": "Sample Bakery"},
    "relationshipToPartner": "reseller"}]}"#;

/// Headers of no ledger that is known.
const UNKNOWN: &str = "Wer;Nr;Tag;Summe\nSample Bakery;U-1;2026-01-05;EUR 10.00\n";

const NAMES: &str = "customer_name,invoice_number,issued,due,amount,currency\n\
    Sample Bakery Ltd.,N-1,2026-01-05,2026-02-04,10.00,EUR\n\
    Sample Bakery Ltd.,N-2,2026-01-05,2026-02-04,many,EUR\n";

/// A folder with some files, which goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn with(name: &str, files: &[(&str, &str)]) -> (Self, Vec<PathBuf>) {
        let folder = std::env::temp_dir().join(format!("recourse-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let write = |(name, text): &(&str, &str)| {
            let path = folder.join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let paths = files.iter().map(write).collect();
        (Self(folder), paths)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

fn give(visit: &Visit, files: &[PathBuf]) {
    visit.go(&Route::Exchange.to_string());
    let paths: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    visit.choose(exchange::choose(LANG), &paths);
}

/// Chooses a value of a field as a person does.
fn pick(visit: &Visit, field: &str, value: &str) {
    let script = "const field = document.getElementById(arguments[0]); field.value = arguments[1]; \
                  field.dispatchEvent(new Event('change', { bubbles: true })); return true";
    visit.browser.script(script, &[field.into(), value.into()]);
}

#[test]
fn unknown_columns_are_said_in_a_dialog_previewed_taken_in_and_undone() {
    let (_folder, files) = Folder::with("columns", &[("unknown.csv", UNKNOWN)]);
    let visit = Visit::in_language("en-GB", "");
    give(&visit, &files);
    visit.click("button", mapping::open_unknown(LANG));
    visit.sees("Sample Bakery");
    axe::finds_nothing(&visit.browser);
    for (column, field) in
        ["customer_name", "invoice_number", "issued", "amount"].iter().enumerate()
    {
        pick(&visit, &format!("column-{column}"), field);
    }
    visit.click("button", mapping::agree(LANG));
    visit.click("button", "Take in");
    visit.sees("Imported");
    visit.click("button", "Undo");
    // The answer went with the import: the same file is asked about again.
    give_again(&visit, &files);
    visit.find("button", mapping::open_unknown(LANG));
    visit.console_is_clean();
}

fn give_again(visit: &Visit, files: &[PathBuf]) {
    visit.click("button", exchange::import_more(LANG));
    give(visit, files);
}

#[test]
fn a_name_is_joined_with_its_tenant_and_refused_rows_are_saved() {
    let (folder, files) =
        Folder::with("names", &[("customers.json", CUSTOMERS), ("names.csv", NAMES)]);
    let visit = Visit::in_language("en-GB", "");
    visit.browser.download_to(&folder.0);
    give(&visit, &files);
    visit.sees(mapping::names_title(LANG));
    axe::finds_nothing(&visit.browser);
    visit.click("button", exchange::save_refused(LANG));
    let refused = arrived(&folder.0.join("names-refused.csv"));
    assert!(refused.contains("\"many\"") && refused.contains("IMP-021"), "{refused}");
    visit.click("button", "Join 1 name");
    visit.click("button", "Take in");
    visit.sees("Imported");
    visit.go("#/customers/5a3b1e00-0000-4000-8000-00000000aaaa");
    visit.sees("10.00");
    visit.console_is_clean();
}

/// The text of a download, once it is whole.
fn arrived(path: &Path) -> String {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(15) {
        if let Ok(text) = std::fs::read_to_string(path)
            && !text.is_empty()
        {
            return text;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("`{}` did not arrive", path.display());
}

#[test]
fn a_large_file_is_stopped_in_the_middle_and_leaves_nothing() {
    let mut text = String::from("tenant_id,invoice_number,issued,due,amount,currency\n");
    for at in 0..200_000 {
        text += &format!(
            "{:08}-0000-4000-8000-00000000aaaa,L-{at},2026-01-05,2026-02-04,1.00,EUR\n",
            at % 900
        );
    }
    let (_folder, files) = Folder::with("large", &[("large.csv", &text)]);
    let visit = Visit::in_language("en-GB", "");
    give(&visit, &files);
    visit.click("button", exchange::cancel(LANG));
    visit.find("file", exchange::choose(LANG));
    assert!(!visit.text().contains("large.csv"));
    visit.console_is_clean();
}
