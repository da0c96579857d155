//! A book made from files: taken in, decided on, kept, exported, and opened by somebody else.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use recourse::app::words::{credit, customers, exchange};
use recourse::app::{Lang, Route};

use crate::axe;
use crate::site::Visit;

const LANG: Lang = Lang::En;

/// Invented, and plainly so.
const CUSTOMERS: &str = r#"{"totalCount": 1, "items": [{
    "id": "5a3b1e00-0000-4000-8000-00000000aaaa",
    "companyProfile": {
        "tenantId": "5a3b1e00-0000-4000-8000-00000000aaaa",
        "domain": "sample-bakery.example",
        "companyName": "Sample Bakery"
    },
    "relationshipToPartner": "reseller",
    "attributes": {"objectType": "Customer"}
}], "attributes": {"objectType": "Collection"}}"#;

const INVOICES: &str = "tenant_id,invoice_number,issued,due,amount,currency
5a3b1e00-0000-4000-8000-00000000aaaa,SB-1,2026-01-05,2026-02-04,1250.00,EUR
";

#[test]
fn a_book_from_files_is_decided_on_kept_and_shared() {
    let folder = folder();
    let (first, second) = (folder.join("customers.json"), folder.join("invoices.csv"));
    std::fs::write(&first, CUSTOMERS).unwrap();
    std::fs::write(&second, INVOICES).unwrap();

    let visit = Visit::in_language("en-GB", "");
    take_in(&visit, &[&first, &second]);
    decide(&visit);
    let book = export(&visit, &folder);
    visit.console_is_clean();

    let colleague = Visit::in_language("en-GB", "");
    take_in(&colleague, &[&book]);
    shows_the_customer(&colleague);
    shows_the_decision(&colleague);
    nothing_is_new(&colleague, &book);
    colleague.console_is_clean();
    std::fs::remove_dir_all(&folder).ok();
}

/// Gives the files, sees what was understood, and takes it in.
fn take_in(visit: &Visit, files: &[&Path]) {
    visit.go(&Route::Exchange.to_string());
    visit.choose(exchange::choose(LANG), files);
    visit.click("button", "Take in");
    visit.sees("Imported");
    axe::finds_nothing(&visit.browser);
}

fn shows_the_customer(visit: &Visit) {
    visit.go(&Route::Customers.to_string());
    visit.sees("Sample Bakery");
    visit.sees("1,250.00");
}

/// Signs what the policy proposes, in a role that may, and finds it again after a reload.
fn decide(visit: &Visit) {
    shows_the_customer(visit);
    visit.click("link", "Sample Bakery");
    visit.sees("sample-bakery.example");
    visit.go("#/customers/5a3b1e00-0000-4000-8000-00000000aaaa/credit");
    visit.sees(credit::proposal(LANG));
    axe::finds_nothing(&visit.browser);
    let choose = "const field = document.getElementById('sign-as'); field.value = 'cfo'; \
                  field.dispatchEvent(new Event('change', { bubbles: true })); return true";
    visit.browser.script(choose, &[]);
    visit.click("button", credit::accept(LANG));
    shows_the_decision(visit);
    visit.browser.reload();
    shows_the_decision(visit);
}

fn shows_the_decision(visit: &Visit) {
    visit.go("#/customers/5a3b1e00-0000-4000-8000-00000000aaaa/credit");
    visit.sees(credit::in_force(LANG));
    visit.sees(customers::owes(LANG));
}

/// The whole book as a file.
fn export(visit: &Visit, folder: &Path) -> PathBuf {
    visit.browser.download_to(folder);
    visit.go(&Route::Exchange.to_string());
    visit.click("button", exchange::export(LANG));
    let started = Instant::now();
    loop {
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let is_book = |file: &PathBuf| {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            name.starts_with("recourse-book") && name.ends_with(".json")
        };
        if let Some(file) = files.into_iter().find(is_book) {
            return file;
        }
        assert!(started.elapsed() < Duration::from_secs(15), "no book came into {folder:?}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// The same book once more changes nothing, and the button says why.
fn nothing_is_new(visit: &Visit, book: &Path) {
    visit.go(&Route::Exchange.to_string());
    visit.browser.reload();
    visit.choose(exchange::choose(LANG), &[book]);
    visit.find("button", "Take in");
    let off = "const all = [...document.querySelectorAll('button')]; \
               const take = all.find((b) => b.textContent.trim().startsWith('Take in')); \
               return take.disabled || take.getAttribute('aria-disabled') === 'true'";
    assert_eq!(visit.browser.script(off, &[]), serde_json::Value::Bool(true));
}

fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("recourse-book-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
