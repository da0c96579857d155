//! Language, theme and which book was open: this browser's own, beside the book and never in it.

use web_sys::Element;

use super::local_storage::BrowserStorage;
use crate::app::Lang;
use crate::app::state::{Namespace, Theme};
use crate::domain::Instant;
use crate::journal::Operator;
use crate::store::Storage as _;

const LANG: &str = "recourse/preference/lang";
const THEME: &str = "recourse/preference/theme";
const NAME: &str = "recourse/preference/operator-name";
const ROLE: &str = "recourse/preference/operator-role";
const KEYS: &str = "recourse/preference/single-keys";
const FILE_COPY: &str = "recourse/preference/file-copy";
const BOOK: &str = "recourse/preference/book";

fn read(key: &str) -> Option<String> {
    let text = BrowserStorage.get(key).ok().flatten()?;
    serde_json::from_str(&text).ok()
}

/// A preference that cannot be kept is only forgotten at the next start.
fn keep(key: &str, value: &str) {
    if let Ok(text) = serde_json::to_string(value) {
        let _ = BrowserStorage.set(key, &text);
    }
}

/// As chosen before, or the browser's own language.
pub fn lang() -> Lang {
    let tag = read(LANG).or_else(|| web_sys::window()?.navigator().language()).unwrap_or_default();
    Lang::from_tag(&tag)
}

pub fn theme() -> Theme {
    match read(THEME).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

/// The book that was open last.
pub fn namespace() -> Namespace {
    match read(BOOK).as_deref() {
        Some("sample") => Namespace::Sample,
        _ => Namespace::Own,
    }
}

pub fn keep_namespace(namespace: Namespace) {
    keep(
        BOOK,
        match namespace {
            Namespace::Own => "own",
            Namespace::Sample => "sample",
        },
    );
}

pub fn keep_lang(lang: Lang) {
    keep(LANG, lang.tag());
}

pub fn keep_theme(theme: Theme) {
    keep(THEME, theme_word(theme));
}

const fn theme_word(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

/// Who works here, as typed in this browser.
pub fn operator() -> Operator {
    Operator { name: read(NAME).unwrap_or_default(), role: read(ROLE).unwrap_or_default() }
}

pub fn keep_operator(operator: &Operator) {
    keep(NAME, &operator.name);
    keep(ROLE, &operator.role);
}

/// When a file of the whole book was handed out last.
pub fn file_copy() -> Option<Instant> {
    read(FILE_COPY).and_then(|text| Instant::parse(&text).ok())
}

pub fn keep_file_copy(at: Instant) {
    keep(FILE_COPY, &at.to_string());
}

pub fn single_keys() -> bool {
    read(KEYS).as_deref() != Some("off")
}

pub fn keep_single_keys(on: bool) {
    keep(KEYS, if on { "on" } else { "off" });
}

/// The draft of a policy that was begun over a book and not proposed yet.
pub fn draft(namespace: Namespace) -> Option<String> {
    read(draft_key(namespace)).filter(|text| !text.is_empty())
}

pub fn keep_draft(namespace: Namespace, text: Option<&str>) {
    keep(draft_key(namespace), text.unwrap_or_default());
}

const fn draft_key(namespace: Namespace) -> &'static str {
    match namespace {
        Namespace::Own => "recourse/preference/policy-draft",
        Namespace::Sample => "recourse/preference/policy-draft-sample",
    }
}

/// Puts language and theme on the document.
pub fn apply(lang: Lang, theme: Theme) {
    if let Some(root) = root() {
        // Fails only for names that are no attribute names.
        let _ = root.set_attribute("lang", lang.tag());
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            chosen => root.set_attribute("data-theme", theme_word(chosen)),
        };
    }
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}
