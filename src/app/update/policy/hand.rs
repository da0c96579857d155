//! What the policy page does at each event.

use std::cell::RefCell;
use std::rc::Rc;

use super::event::{Event, From};
use super::form::{Form, Pane, Refused, Tried};
use super::study::Study;
use super::{begin, challenger, export, publish};
use crate::app::effect::Slow;
use crate::app::state::Namespace;
use crate::app::toast::Message;
use crate::app::update::withdraw;
use crate::app::{Effect, Now, State};

/// A file larger than this is no policy.
pub const FILE_BYTES_MAX: usize = 16 * 1024 * 1024;

/// A draft larger than this is not kept over a reload: it would crowd out the book.
const KEPT_CHARS_MAX: usize = 1_000_000;

/// Carries an event out.
pub fn act(state: &mut State, event: Event, now: &mut Now) -> Vec<Effect> {
    match event {
        Event::Opened(_) => opened(state),
        Event::DraftFound(namespace, text) => found(state, namespace, &text),
        Event::Begun(from) => begun(state, &from, now),
        Event::FileChosen(at) => vec![Effect::ReadText { at, bytes_max: FILE_BYTES_MAX }],
        Event::FileRead { name, text } => file_read(state, name, text, now),
        Event::Proposed => {
            let effects = publish::propose(state, now);
            then_keep(state, effects)
        }
        Event::Approved(sha256) => {
            let effects = publish::approve(state, now, &sha256);
            begin::remember_in_force(state);
            effects
        }
        Event::ChallengerNamed => challenger::name(state, now),
        Event::ChallengerEnded => challenger::end(state, now),
        Event::SentBack(entry) => {
            state.policy.review = None;
            withdraw(state, now, vec![entry])
        }
        Event::ExportedJson | Event::ExportedDmn { .. } => exported(state, &event),
        Event::Edited(_)
        | Event::Undone
        | Event::Redone
        | Event::Discarded
        | Event::BroughtBack => {
            let effects = drafted(state, event);
            then_keep(state, effects)
        }
        Event::ReviewOpened(sha256) => review(state, &sha256),
        other => {
            noted(&mut state.policy, other);
            Vec::new()
        }
    }
}

/// What only changes what is shown or typed.
fn noted(form: &mut Form, event: Event) {
    match event {
        Event::CellLeft => {
            form.typing = None;
            if let Some(draft) = &mut form.draft {
                draft.pause();
            }
        }
        Event::Typing { place, text } => form.typing = Some((place, text)),
        Event::SheetChosen(sheet) => {
            form.sheet = sheet;
            form.rows_from = 0;
        }
        Event::PaneChosen(pane) => form.pane = pane,
        Event::RowsFrom(row) => form.rows_from = row,
        Event::RefusalClosed => form.refused = None,
        Event::NoteTyped(text) => form.note = text,
        Event::Waived { guard, reason } => _ = form.waived.insert(guard, reason),
        Event::ReviewClosed => {
            form.review = None;
            form.waived.clear();
        }
        Event::CheckDone(draft, edits, checked) => {
            let tried = form.of(draft);
            tried.checked = Some((edits, checked));
        }
        Event::TryDone(draft, edits, book) => {
            let tried = form.of(draft);
            tried.book = Some((edits, book));
        }
        Event::ChangesDone(draft, edits, changes) => {
            form.of(draft).changes = Some((edits, changes));
        }
        Event::Gathered(book, known) => form.gathered = Some((book, known)),
        _ => {}
    }
}

impl Form {
    /// The results of a draft; those of another one go.
    fn of(&mut self, draft: u64) -> &mut Tried {
        if self.tried.draft != draft {
            self.tried = Tried { draft, ..Tried::default() };
        }
        &mut self.tried
    }
}

fn opened(state: &mut State) -> Vec<Effect> {
    begin::remember_in_force(state);
    match state.policy.subject() {
        Some(_) => study(state),
        None => vec![Effect::ReadDraft(state.namespace)],
    }
}

/// Tries what is shown; work on an earlier edit is given up by whoever carries it out.
fn study(state: &State) -> Vec<Effect> {
    let Some(subject) = state.policy.subject() else {
        return Vec::new();
    };
    vec![Effect::Work(Slow(Rc::new(RefCell::new(Study::of(state, subject)))))]
}

fn then_keep(state: &State, mut effects: Vec<Effect>) -> Vec<Effect> {
    let text = state.policy.draft.as_ref().map(|d| d.text());
    let text = text.filter(|t| t.len() <= KEPT_CHARS_MAX);
    effects.push(Effect::KeepDraft(state.namespace, text));
    effects
}

fn found(state: &mut State, namespace: Namespace, text: &str) -> Vec<Effect> {
    if namespace != state.namespace || state.policy.draft.is_some() {
        return Vec::new();
    }
    let Ok(json) = serde_json::from_str(text) else {
        return Vec::new();
    };
    begin::start(state, json);
    study(state)
}

fn begun(state: &mut State, from: &From, now: &Now) -> Vec<Effect> {
    if !begin::begin(state, from, now.today) {
        return Vec::new();
    }
    let effects = study(state);
    then_keep(state, effects)
}

fn file_read(
    state: &mut State,
    name: String,
    text: Result<String, String>,
    now: &Now,
) -> Vec<Effect> {
    match text {
        Ok(text) => {
            if !begin::take_file(state, &name, &text, now.today) {
                return Vec::new();
            }
            let effects = study(state);
            then_keep(state, effects)
        }
        Err(sentence) => {
            let sentence = Some(sentence);
            state.policy.refused = Some(Refused { name, sentence, ..Refused::default() });
            Vec::new()
        }
    }
}

fn drafted(state: &mut State, event: Event) -> Vec<Effect> {
    let form = &mut state.policy;
    let changed = match (event, &mut form.draft) {
        (Event::Edited(edit), Some(draft)) => draft.edit(edit),
        (Event::Undone, Some(draft)) => draft.undo(),
        (Event::Redone, Some(draft)) => draft.redo(),
        (Event::Discarded, _) => {
            form.discarded = form.draft.take();
            form.waived.clear();
            return Vec::new();
        }
        (Event::BroughtBack, _) => {
            form.draft = form.discarded.take();
            true
        }
        _ => false,
    };
    if changed { study(state) } else { Vec::new() }
}

fn review(state: &mut State, sha256: &str) -> Vec<Effect> {
    let Some(proposal) = publish::proposal(state, sha256) else {
        return Vec::new();
    };
    let Ok(json) = serde_json::from_str(&proposal.document) else {
        return Vec::new();
    };
    let base = begin::in_force_json(state).unwrap_or_default();
    let form = &mut state.policy;
    form.drafts = form.drafts.saturating_add(1);
    form.review = Some(super::Draft::new(json, base, form.drafts));
    form.note.clear();
    // Who approves asks first what is otherwise.
    form.pane = Pane::Changes;
    study(state)
}

fn exported(state: &mut State, event: &Event) -> Vec<Effect> {
    let Some(text) = export::shown_text(state) else {
        return Vec::new();
    };
    let (name, mime, content) = match event {
        Event::ExportedDmn { older } => {
            let xml = export::tables(&text, *older, state.lang);
            (export::file_name(&text, "dmn"), "application/xml", xml)
        }
        _ => (export::file_name(&text, "json"), "application/json", Ok(text)),
    };
    match content {
        Ok(content) => {
            state.toasts.push(Message::Downloaded { name: name.clone() }, Vec::new());
            vec![Effect::Download { name, mime, content }]
        }
        Err(sentence) => {
            state.toasts.push(Message::Failed { sentence }, Vec::new());
            Vec::new()
        }
    }
}
