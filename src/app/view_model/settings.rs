//! The settings page.

use crate::app::Screen;
use crate::app::update::settings::{Draft, Wrong};
use crate::app::words::settings as words;
use crate::domain::partner::{Cloud, Role};
use crate::domain::{Instant, order};

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
    /// Backups in this browser, the newest first.
    pub backups: Vec<BackupText>,
    /// When a file of the whole book was handed out last, in a sentence.
    pub file_copy: String,
    /// Damaged parts by key, each with the reason.
    pub set_aside: Vec<(String, String)>,
}

/// One backup in this browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupText {
    pub at: Instant,
    pub text: String,
}

/// A file copy older than this is told as a lack.
const FILE_COPY_DAYS: i64 = 7;

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
        backups: backups(screen),
        file_copy: file_copy(screen),
        set_aside: state.set_aside.clone(),
    }
}

fn backups(screen: &Screen<'_>) -> Vec<BackupText> {
    let number = |n: usize| screen.format.number(i64::try_from(n).unwrap_or(i64::MAX));
    let mut ring = screen.state.backups.clone();
    order::sort_by_key(&mut ring, |g| std::cmp::Reverse(g.at));
    let text = |g: &crate::store::Generation| {
        words::backup(screen.lang(), &screen.format.moment(g.at), &number(g.entries))
    };
    ring.iter().map(|g| BackupText { at: g.at, text: text(g) }).collect()
}

/// How old the newest file is: only a file outlives this browser.
fn file_copy(screen: &Screen<'_>) -> String {
    let lang = screen.lang();
    let Some(at) = screen.state.file_copy else {
        return words::file_copy_none(lang).to_owned();
    };
    let moment = screen.format.moment(at);
    let age = screen.state.now.map_or(0, |now| now.millis().saturating_sub(at.millis()));
    if age > FILE_COPY_DAYS.saturating_mul(86_400_000) {
        words::file_copy_old(lang, &moment)
    } else {
        words::file_copy(lang, &moment)
    }
}
