//! Taking in: what is news is appended as one import; book files are merged by union.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::count::Count;
use super::form::{Found, Stage, Taken};
use super::naming::Naming;
use super::refusal::refusal;
use super::taking;
use crate::app::toast::Message;
use crate::app::update::{record_as, refold};
use crate::app::words::exchange as words;
use crate::app::{Effect, Now, State};
use crate::domain::ids::EntryId;
use crate::exchange::read::import::FileReading;
use crate::exchange::read::options::form_of;
use crate::journal::{Body, Entry, FactRow, ImportAnswer, Observed, Source};

/// One entry stays under this many bytes of facts, so that it is read, hashed and packed at once.
const ENTRY_BYTES_MAX: usize = 60_000;

/// Appends everything that is new. When that is not possible nothing changes.
pub fn take_in(state: &mut State, now: &mut Now) -> Vec<Effect> {
    let Stage::Understood(found) = state.exchange.stage.clone() else {
        return Vec::new();
    };
    state.exchange.trying = None;
    if let Some(effects) = taking::begin(state, &found, now) {
        return effects;
    }
    let count = Count::of(&found.given, state);
    if refusal(state, &found.given, &count).is_some() {
        state.exchange.stage =
            Stage::Understood(Arc::new(Found { given: Arc::clone(&found.given), count }));
        return Vec::new();
    }
    let entries = new_entries(&found, &count, state);
    let mut effects = merge(state, &entries);
    let count = Count::of(&found.given, state);
    effects.extend(append(state, now, &found, &count));
    state.exchange.stage =
        Stage::Taken(Taken { facts: count.news(), known: count.known(), entries: entries.len() });
    state.exchange.origin = None;
    state.exchange.naming = Naming::default();
    state.exchange.mapping = None;
    effects
}

fn new_entries(found: &Found, count: &Count, state: &State) -> Vec<Entry> {
    let books = found.given.books.iter().zip(&count.books);
    let taken = books.filter_map(|(book, taken)| taken.as_ref().and(book.read.as_ref().ok()));
    let entries = taken.flat_map(|book| book.bundle.entries.iter());
    let new = entries.filter(|e| !state.journal.knows(&e.hash()));
    new.cloned().collect()
}

/// Union with entries of other books. Undone, all of them are withdrawn as one.
fn merge(state: &mut State, entries: &[Entry]) -> Vec<Effect> {
    if entries.is_empty() {
        return Vec::new();
    }
    let here: BTreeSet<EntryId> = state.journal.entries().iter().map(|e| e.id.clone()).collect();
    let merged = state.journal.extend(entries.iter().cloned());
    refold(state);
    let (new, known) = (merged.new, merged.known);
    // An id that an entry here carries too would withdraw that one with it.
    let ids = entries.iter().map(|e| e.id.clone()).filter(|id| !here.contains(id));
    let ids: Vec<EntryId> = ids.collect();
    state.toasts.push(Message::Imported { new, known }, ids.clone());
    state.undo.push(ids);
    vec![Effect::Keep(state.namespace, entries.to_vec())]
}

fn append(state: &mut State, now: &mut Now, found: &Found, count: &Count) -> Vec<Effect> {
    let files = found.given.understanding.files.iter().zip(&count.files);
    let mut observed: Vec<Observed> = files
        .flat_map(|(file, count)| {
            let news: Vec<FactRow> = count.facts(file).cloned().collect();
            chunks(news).map(|facts| part(file, facts))
        })
        .collect();
    if observed.len() > 1
        && let Ok(first) = now.ids.clone().entry()
    {
        for part in &mut observed {
            part.import = Some(first.clone());
        }
    }
    let answers = answers(state, found);
    let bodies = observed.into_iter().map(Body::Observed).chain(answers).collect();
    let message = Message::Imported { new: count.news(), known: count.known() };
    record_as(state, now, bodies, None, message)
}

/// What was said about the files and about the names in them, for the next import.
pub(super) fn answers(state: &State, found: &Found) -> Vec<Body> {
    let files = &found.given.understanding.files;
    let tables =
        files.iter().filter(|file| !file.facts.is_empty()).filter_map(|f| f.table.as_ref());
    let forms: BTreeSet<Vec<String>> = tables.map(|table| form_of(&table.headers())).collect();
    let said = state.exchange.answers.said().iter().filter(|form| forms.contains(&form.headers));
    let said = said.map(|form| Body::ImportAnswer(ImportAnswer::Form(form.clone())));
    let reason = words::joined_on_import(state.lang);
    said.chain(state.exchange.naming.bodies(reason)).collect()
}

pub(super) fn part(file: &FileReading, facts: Vec<FactRow>) -> Observed {
    Observed {
        source: Source {
            file: file.name.clone(),
            sha256: file.sha256.clone(),
            format: file.kind.map_or("unknown", |k| k.word()).to_owned(),
        },
        import: None,
        facts,
    }
}

/// Runs of facts, each of bounded size as it will be written.
fn chunks(facts: Vec<FactRow>) -> impl Iterator<Item = Vec<FactRow>> {
    let mut rest = facts;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let tail = rest.split_off(fitting(rest.iter()).min(rest.len()));
        Some(std::mem::replace(&mut rest, tail))
    })
}

/// How many facts from the first on fit into one entry; at least one.
pub(super) fn fitting<'f>(facts: impl Iterator<Item = &'f FactRow>) -> usize {
    let mut bytes = 0_usize;
    let fits = facts.take_while(|fact| {
        let size = serde_json::to_string(fact).map_or(0, |json| json.len());
        bytes = bytes.saturating_add(size).saturating_add(1);
        bytes <= ENTRY_BYTES_MAX
    });
    fits.count().max(1)
}
