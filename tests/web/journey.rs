//! What a person does first, by mouse and by keyboard.

use recourse::app::words::{first_run, places as words};
use recourse::app::{Lang, Route};

use crate::driver::key;
use crate::site::Visit;

#[test]
fn the_sample_opens_with_one_click_and_goes_with_one() {
    let visit = Visit::open("");
    visit.click("button", "Open the sample reseller");
    visit.sees("Sample data");
    visit.click("link", "Customers");
    let rows = visit.browser.wait(
        "customers",
        "return document.querySelectorAll('main tbody tr').length || false",
        &[],
    );
    assert!(rows.as_u64() > Some(10), "{rows} rows");
    visit.browser.reload();
    visit.sees("Sample data");
    visit.click("button", "Remove the sample");
    visit.click("link", "Today");
    visit.find("button", "Open the sample reseller");
    assert!(!visit.text().contains("Sample data. Everything"));
    visit.console_is_clean();
}

#[test]
fn the_language_changes_without_loading_the_page_again() {
    let visit = Visit::open("");
    visit.browser.script("window.same = true", &[]);
    visit.click("button", words::language(Lang::En));
    visit.click("button", Lang::ZhHant.own_name());
    visit.sees(first_run::open_sample(Lang::ZhHant));
    assert_eq!(visit.browser.script("return window.same", &[]), true);
    assert_eq!(
        visit.browser.script("return document.documentElement.lang", &[]),
        Lang::ZhHant.tag()
    );
    visit.browser.reload();
    visit.sees(first_run::open_sample(Lang::ZhHant));
}

#[test]
fn the_keyboard_alone_reaches_every_place() {
    let visit = Visit::open("");
    tab_to(&visit, "button", "Open the sample reseller");
    visit.browser.press(key::ENTER);
    visit.sees("Sample data");
    for (letter, route) in [
        ("c", Route::Customers),
        ("r", Route::Credit),
        ("l", Route::Collections),
        ("s", Route::Suspicion),
        ("p", Route::Policy),
        ("e", Route::Exchange),
        ("h", Route::History),
        ("t", Route::Today),
    ] {
        visit.browser.press("g");
        visit.browser.press(letter);
        let here = route.to_string();
        visit.browser.wait(&here, "return location.hash === arguments[0]", &[here.clone().into()]);
        visit.browser.wait(
            "the page's name in its title",
            "return document.title.startsWith(arguments[0])",
            &[words::place(Lang::En, &route).into()],
        );
    }
    visit.console_is_clean();
}

#[test]
fn the_first_stop_of_the_keyboard_skips_to_the_content() {
    let visit = Visit::open("");
    visit.browser.press(key::TAB);
    let name = visit.browser.script("return document.activeElement.textContent.trim()", &[]);
    assert_eq!(name, words::skip(Lang::En));
    visit.browser.press(key::ENTER);
    let inside = "return document.querySelector('main').contains(document.activeElement)";
    visit.browser.wait("the focus in the content", inside, &[]);
}

/// Presses the tabulator until the thing of this name has the focus.
fn tab_to(visit: &Visit, role: &str, name: &str) {
    let wanted = visit.find(role, name);
    for _ in 0..60 {
        visit.browser.press(key::TAB);
        if visit.browser.script(
            "return document.activeElement === arguments[0]",
            std::slice::from_ref(&wanted.0),
        ) == true
        {
            let ring =
                visit.browser.script("return arguments[0].matches(':focus-visible')", &[wanted.0]);
            assert_eq!(ring, true, "the focus on `{name}` can be seen");
            return;
        }
    }
    panic!("sixty tabs did not reach the {role} `{name}`\n{}", visit.browser.seen());
}
