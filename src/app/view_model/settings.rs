//! The settings page.

use crate::app::Screen;
use crate::app::update::settings::{Draft, Wrong};
use crate::app::words::settings as words;
use crate::domain::partner::{Cloud, Role};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub draft: Draft,
    /// Each choice: its word and its name.
    pub roles: Vec<(String, String)>,
    pub clouds: Vec<(String, String)>,
    pub wrong_currency: Option<String>,
    pub wrong_terms: Option<String>,
    pub changed: bool,
    /// Why nothing can be recorded.
    pub read_only: Option<String>,
    pub operator_name: String,
    pub operator_role: String,
    pub single_keys: bool,
    pub room: u32,
    pub room_text: String,
    /// Damaged parts by key, each with the reason.
    pub set_aside: Vec<(String, String)>,
}

#[must_use]
pub fn page(screen: &Screen<'_>) -> Page {
    let state = screen.state;
    let form = &state.settings;
    let lang = screen.lang();
    let wrong = |w: Wrong, text: &str| form.wrong.contains(&w).then(|| text.to_owned());
    Page {
        draft: form.draft.clone().unwrap_or_else(|| Draft::of(&state.book.partner)),
        roles: Role::KNOWN
            .iter()
            .map(|r| (r.word().to_owned(), words::role_name(lang, r)))
            .collect(),
        clouds: Cloud::KNOWN
            .iter()
            .map(|c| (c.word().to_owned(), words::cloud_name(lang, c)))
            .collect(),
        wrong_currency: wrong(Wrong::Currency, words::wrong_currency(lang)),
        wrong_terms: wrong(Wrong::Terms, words::wrong_terms(lang)),
        changed: form.draft.is_some(),
        read_only: super::frame::read_only(screen),
        operator_name: state.operator.name.clone(),
        operator_role: state.operator.role.clone(),
        single_keys: form.single_keys,
        room: u32::from(state.room_percent),
        room_text: screen.format.percent(i64::from(state.room_percent)),
        set_aside: state.set_aside.clone(),
    }
}
