//! Every place of the page, with the sample open: complete, accessible, in both languages, wide and narrow.

use recourse::app::words::{first_run, places as words};
use recourse::app::{Lang, Route};
use serde_json::json;

use crate::axe;
use crate::site::Visit;

/// How a visitor comes.
struct Look {
    lang: Lang,
    tag: &'static str,
    width: u32,
    scheme: &'static str,
}

const WIDE_LIGHT: Look = Look { lang: Lang::En, tag: "en-GB", width: 1280, scheme: "light" };
const NARROW_DARK: Look = Look { lang: Lang::ZhHant, tag: "zh-TW", width: 380, scheme: "dark" };

fn places() -> Vec<Route> {
    vec![
        Route::Today,
        Route::Customers,
        Route::AtRisk,
        Route::Closing,
        Route::Credit,
        Route::Collections,
        Route::Suspicion,
        Route::Policy,
        Route::Rules,
        Route::Exchange,
        Route::History,
        Route::Settings,
        Route::Help,
    ]
}

#[test]
fn every_place_is_whole_in_english_wide_and_light() {
    walk(&WIDE_LIGHT);
}

#[test]
fn every_place_is_whole_in_chinese_narrow_and_dark() {
    walk(&NARROW_DARK);
}

fn walk(look: &Look) {
    let visit = Visit::in_language(look.tag, "");
    visit.browser.resize(look.width, 900);
    visit.browser.prefer(&[("prefers-color-scheme", look.scheme)]);
    axe::finds_nothing(&visit.browser);
    visit.click("button", first_run::open_sample(look.lang));
    visit.sees(words::sample_band(look.lang));
    for route in places() {
        visit.go(&route.to_string());
        whole(&visit, look, &words::page_title(look.lang, words::place(look.lang, &route)));
    }
    for place in customer_pages(&visit).into_iter().chain(case_pages(&visit)) {
        visit.go(&place);
        visit.browser.wait("a heading", "return document.querySelectorAll('h1').length === 1", &[]);
        fits(&visit, look.width);
        axe::finds_nothing(&visit.browser);
    }
    visit.console_is_clean();
}

/// What must be so on every page.
fn whole(visit: &Visit, look: &Look, title: &str) {
    visit.browser.wait(
        &format!("the title `{title}`"),
        "return document.title === arguments[0]",
        &[json!(title)],
    );
    let tag = visit.browser.script("return document.documentElement.lang", &[]);
    assert_eq!(tag, json!(look.lang.tag()));
    let headings = visit.browser.script("return document.querySelectorAll('h1').length", &[]);
    assert_eq!(headings, json!(1), "one first heading at {}", visit.browser.url());
    visit.sees(words::sample_band(look.lang));
    fits(visit, look.width);
    axe::finds_nothing(&visit.browser);
}

/// Nothing makes the page itself scroll sideways.
fn fits(visit: &Visit, width: u32) {
    let wide = visit.browser.script("return document.scrollingElement.scrollWidth", &[]);
    assert!(
        wide.as_u64() <= Some(u64::from(width)),
        "{wide} px wide of {width} at {}",
        visit.browser.url()
    );
}

/// The first customer's page, and the pages its tabs lead to.
fn customer_pages(visit: &Visit) -> Vec<String> {
    let first = first_link(visit, &Route::Customers, "customers/");
    let words = ["", "/credit", "/collections", "/subscriptions", "/cases", "/history"];
    words.iter().map(|word| format!("{first}{word}")).collect()
}

/// The first case, and its report.
fn case_pages(visit: &Visit) -> Vec<String> {
    let first = first_link(visit, &Route::Suspicion, "cases/");
    vec![first.clone(), format!("{first}/report")]
}

/// Where the first link in the content of a place leads, among those to such places.
fn first_link(visit: &Visit, from: &Route, to: &str) -> String {
    visit.go(&from.to_string());
    let link = "const link = document.querySelector(`main a[href*=\"${arguments[0]}\"]`); return link && link.getAttribute('href')";
    let first = visit.browser.wait(&format!("a link to {to}"), link, &[json!(to)]);
    first.as_str().unwrap_or_default().to_owned()
}
