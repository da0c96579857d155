//! Files out: the whole book, and the rows of a file that were not taken.

use crate::app::state::Namespace;
use crate::app::toast::Message;
use crate::app::update::suspicion::{self, FileKind};
use crate::app::view_model::exchange::newest_revision;
use crate::app::{Effect, Now, State};
use crate::exchange::bundle::{self, Meta};
use crate::exchange::read::import::FileReading;

/// The whole book as a file.
pub fn export(state: &mut State, now: &Now) -> Vec<Effect> {
    let meta = meta(state, now);
    let which = match state.namespace {
        Namespace::Own => "book",
        Namespace::Sample => "sample",
    };
    let name = format!("recourse-{which}-{}.json", now.today);
    let content = bundle::write(&state.journal, &meta);
    let mut effects = download(state, name, "application/json", content);
    if state.namespace == Namespace::Own {
        state.file_copy = Some(now.instant);
        effects.push(Effect::KeepFileCopy(now.instant));
    }
    effects
}

/// The part of the book that is chosen, as a file that says so.
pub fn export_part(state: &mut State, now: &Now) -> Vec<Effect> {
    if let Some(case) = state.exchange.asked.report_of() {
        let revision = newest_revision(state, &case);
        return suspicion::save(state, &case, revision, FileKind::Bundle);
    }
    let Ok(selection) = state.exchange.asked.selection() else {
        return Vec::new();
    };
    match selection.of(&state.journal, &state.book) {
        Ok(part) => {
            let content = bundle::write_part(&part.journal, &meta(state, now), &selection);
            // No name of a customer: the name of a file is seen by more people than its content.
            let name = format!("recourse-{}-{}.json", state.exchange.asked.what.word(), now.today);
            download(state, name, "application/json", content)
        }
        Err(error) => {
            state.toasts.push(Message::Failed { sentence: error.to_string() }, Vec::new());
            Vec::new()
        }
    }
}

fn meta(state: &State, now: &Now) -> Meta {
    Meta {
        at: now.instant,
        by: state.operator.clone(),
        program: format!("recourse {}", env!("CARGO_PKG_VERSION")),
    }
}

/// The refused rows of a file, each with its reason.
pub fn refused(state: &mut State, file: &FileReading) -> Vec<Effect> {
    let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |s| s.0);
    let stem: String = stem.replace(['/', '\\'], "-");
    // Spreadsheets take a table without a mark for one of their own encoding.
    let content = format!("\u{FEFF}{}", file.refused_csv());
    download(state, format!("{stem}-refused.csv"), "text/csv", content)
}

fn download(state: &mut State, name: String, mime: &'static str, content: String) -> Vec<Effect> {
    let message = Message::Downloaded { name: name.clone() };
    state.toasts.push(message, Vec::new());
    vec![Effect::Download { name, mime, content }]
}
