//! A policy of one's own: edited, tried on the book, approved by a second person; its tables in another editor.

use recourse::exchange::dmn::{DmnTable, Standard, read, write};
use recourse::policy::shipped;
use serde_json::json;

use crate::axe;
use crate::driver::key;
use crate::site::{Visit, browser, path};

#[test]
fn an_edited_cell_moves_customers_and_decides_once_another_person_approves() {
    let visit = Visit::open("");
    visit.click("button", "Open the sample reseller");
    visit.sees("Sample data");
    work_as(&visit, "Ada Example");
    visit.go("#/policy");
    press(&visit, "Begin a draft");
    press(&visit, "From the policy in force");
    press_in(&visit, "button.part", "Knock-out");
    let cell = visit.find("combobox", "When, row K3");
    let select = "const cell = document.querySelector('[aria-label=\"When, row K3\"]'); \
                  cell.focus(); cell.select(); return true";
    visit.browser.script(select, &[]);
    visit.browser.type_into(&cell, "payment.oldestDaysLate > 20");
    drop_failing_tests(&visit);
    press_in(&visit, "button.segment", "Book");
    let first = "return document.querySelector('.policy-move a')?.getAttribute('href')";
    let customer = visit.browser.wait("a customer who moves", first, &[]);
    let change = "return document.querySelector('.policy-move a + .quiet').innerText";
    let change = visit.browser.script(change, &[]);
    let after = change.as_str().unwrap().rsplit('→').next().unwrap().trim().to_owned();
    press_in(&visit, "button.segment", "Differences");
    visit.sees("is above 20");
    axe::finds_nothing(&visit.browser);
    // The draft is there again after the page was left and loaded anew.
    visit.browser.reload();
    visit.sees("Draft: ");
    visit.browser.wait("a check", ENABLED, &[json!("Propose it for approval")]);
    press(&visit, "Propose it for approval");
    visit.sees("proposed by Ada Example");
    press(&visit, "Look at it");
    let own = "return document.querySelector('main').textContent.includes('CR-056')";
    visit.browser.wait("the author to be refused", own, &[]);
    work_as(&visit, "Bo Second");
    visit.go("#/policy");
    let_guards_pass(&visit);
    let approve = "Approve it and put it into force";
    visit.browser.wait("the way to approve", ENABLED, &[json!(approve)]);
    press(&visit, approve);
    visit.sees("Approved by");
    visit.go(customer.as_str().unwrap());
    let outcome = "return document.querySelector('.verdict')?.innerText === arguments[0]";
    visit.browser.wait(&format!("the outcome `{after}`"), outcome, &[json!(after)]);
    visit.console_is_clean();
}

/// Whether a button of this name may be pressed.
const ENABLED: &str = "return [...document.querySelectorAll('button')].some((b) => \
    b.innerText.trim() === arguments[0] && b.getAttribute('aria-disabled') !== 'true')";

/// Presses a button, wherever it stands: bars that stay in sight may lie over it.
fn press(visit: &Visit, name: &str) {
    press_in(visit, "button", name);
}

/// Presses the button of this name among those of a kind; a count may stand after the name.
fn press_in(visit: &Visit, kind: &str, name: &str) {
    let button = "const all = [...document.querySelectorAll(arguments[0])]; \
                  const own = (b) => b.innerText.trim().split('\\n')[0].trim(); \
                  const one = all.find((b) => own(b) === arguments[1] && b.checkVisibility()); \
                  one?.scrollIntoView({ block: 'center' }); one?.click(); return !!one";
    let what = format!("a {kind} named `{name}`");
    visit.browser.wait(&what, button, &[json!(kind), json!(name)]);
}

/// A draft of the sample's policy with a part of it on the screen.
fn drafting(part: &str) -> Visit {
    let visit = Visit::open("");
    visit.click("button", "Open the sample reseller");
    visit.sees("Sample data");
    visit.go("#/policy");
    press(&visit, "Begin a draft");
    press(&visit, "From the policy in force");
    press_in(&visit, "button.part", part);
    visit
}

fn work_as(visit: &Visit, name: &str) {
    visit.go("#/settings");
    visit.fill("textbox", "Your name", name);
}

/// What the policy says of itself is changed with it: tests that now fail are taken out.
fn drop_failing_tests(visit: &Visit) {
    press_in(visit, "button.segment", "Tests");
    let failing = "const all = [...document.querySelectorAll('.policy-side li > b')]; \
                   return all.length ? all[0].innerText : null";
    visit.browser.wait("a test that fails", failing, &[]);
    loop {
        let id = visit.browser.script(failing, &[]);
        let Some(id) = id.as_str() else {
            return;
        };
        press_in(visit, "button.segment", "Tests");
        let row = "const cell = [...document.querySelectorAll('.policy-grid textarea')]\
                   .find((c) => c.getAttribute('aria-label') === `Id, row ${arguments[0]}`); \
                   if (!cell) return null; cell.focus(); return true";
        if visit.browser.script(row, &[json!(id)]) != true {
            press_in(visit, "button.part", "Tests");
            visit.browser.wait("the row of the test", row, &[json!(id)]);
        }
        press(visit, "Remove the row");
        let gone = "const all = [...document.querySelectorAll('.policy-side li > b')]; \
                    return !all.some((b) => b.innerText === arguments[0])";
        visit.browser.wait("the test to go", gone, &[json!(id)]);
    }
}

fn let_guards_pass(visit: &Visit) {
    visit.browser.wait(
        "the check of the proposal",
        "return !document.body.innerText.includes('The latest edit is still being checked')",
        &[],
    );
    let script = "for (const field of document.querySelectorAll('[id^=waive-]:is(input)')) { \
                  field.value = 'tried with the owner'; \
                  field.dispatchEvent(new Event('input', { bubbles: true })); } return true";
    visit.browser.script(script, &[]);
}

#[test]
fn a_cell_low_on_the_page_is_in_sight_and_no_row_of_another_part_is_acted_on() {
    let visit = drafting("Tests");
    let first = "const cells = document.querySelectorAll('.policy-grid tr td:first-child textarea'); \
                 if (cells.length < 30) return false; cells[0].focus(); \
                 return document.activeElement === cells[0]";
    visit.browser.wait("the first test", first, &[]);
    for _ in 0..30 {
        visit.browser.press(key::ENTER);
    }
    let clear = "const cell = document.activeElement.getBoundingClientRect(); \
                 const foot = document.querySelector('.policy-foot-on')?.getBoundingClientRect(); \
                 const row = document.activeElement.getAttribute('aria-label'); \
                 return row.endsWith('T31') && !!foot && foot.bottom <= innerHeight + 1 \
                     && cell.top >= 0 && cell.bottom <= foot.top";
    visit.browser.wait("the cell above the tools that stay in sight", clear, &[]);
    press_in(&visit, "button.part", "Fraud");
    let off = "const tools = [...document.querySelectorAll('.policy-tools button')]; \
               return tools.length > 3 && !document.querySelector('.policy-foot-on') \
                   && tools.every((b) => b.getAttribute('aria-disabled') === 'true')";
    visit.browser.wait("tools that wait for a row", off, &[]);
    visit.console_is_clean();
}

#[test]
fn a_column_is_added_chosen_moved_and_taken_out_with_the_keyboard_alone() {
    let visit = drafting("Grade, terms and deposit");
    let head = "document.querySelector('.policy-head')?.focus(); \
                return document.activeElement?.className === 'policy-head'";
    visit.browser.wait("the head of a column", head, &[]);
    let stands = |label: &str| {
        let at = "return document.activeElement?.getAttribute('aria-label') === arguments[0]";
        visit.browser.wait(&format!("the focus in `{label}`"), at, &[json!(label)]);
    };
    let heads = || {
        let all = "return [...document.querySelectorAll('.policy-head')].map((h) => h.innerText)";
        visit.browser.script(all, &[])
    };
    visit.browser.press(key::ENTER);
    stands("Looks at, row 1");
    visit.browser.chord(key::CONTROL, key::ENTER);
    stands("Looks at, row 2");
    visit.browser.press("payment.oldestDaysL");
    let offered = "return document.querySelectorAll('.policy-offer').length === 1";
    visit.browser.wait("one completion", offered, &[]);
    visit.browser.press(key::DOWN);
    visit.browser.press(key::ENTER);
    let second = "return document.querySelectorAll('.policy-head')[1]?.innerText === arguments[0]";
    let late = "Oldest open invoice, days past due";
    visit.browser.wait("the column by its label", second, &[json!(late)]);
    visit.sees("82 of 82 passed");
    visit.browser.chord(key::ALT, key::UP);
    stands("Looks at, row 1");
    assert_eq!(heads()[0], late);
    visit.browser.chord(key::CONTROL, "z");
    visit.browser.wait("the move to be undone", second, &[json!(late)]);
    press_in(&visit, "button.part", "Thresholds");
    visit.sees("Days before the one looked at that say what is usual");
    axe::finds_nothing(&visit.browser);
    visit.console_is_clean();
}

#[test]
fn tables_open_in_another_editor_and_come_back_equal() {
    let policy = shipped::standard().unwrap();
    let tables = DmnTable::all_of(&policy.document);
    assert!(!tables.is_empty());
    let xml = write("standard", &tables, Standard::Dmn13).unwrap();
    let browser = browser();
    browser.goto("data:text/html,<html lang=en><title>t</title><body><div id=canvas></div></body>");
    let editor = std::fs::read_to_string(path("RECOURSE_DMN_JS")).unwrap();
    let body = format!(
        "{editor};\n\
         const modeler = new (globalThis.DmnJS ?? DmnJS)({{ container: '#canvas' }}); \
         const [xml] = arguments; \
         return modeler.importXML(xml).then(async ({{ warnings }}) => {{ \
           const views = modeler.getViews().map((v) => v.type); \
           await modeler.open(modeler.getViews().find((v) => v.type === 'decisionTable')); \
           const rows = document.querySelectorAll('.tjs-table tbody tr').length; \
           const saved = await modeler.saveXML({{ format: true }}); \
           return {{ warnings: warnings.length, views, rows, xml: saved.xml }}; \
         }});"
    );
    let told = browser.script(&body, &[json!(xml)]);
    assert_eq!(told["warnings"], 0, "{told}");
    assert!(told["rows"].as_u64() >= Some(tables[0].text.rows.len() as u64), "{told}");
    let back = read(told["xml"].as_str().unwrap()).unwrap();
    assert_eq!(back, tables);
}
