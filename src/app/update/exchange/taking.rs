//! Taking in a large import or a large book: in steps, between which the page has its turn. Nothing of it is in the
//! journal before all of it is written, so that it can be cancelled until then.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::count::{Count, Counting};
use super::form::{Found, Progress, Stage, Taken, Unit};
use super::naming::Naming;
use super::refusal::refusal;
use super::take::{answers, fitting, part};
use crate::app::desk::DeskSteps;
use crate::app::state::end_of;
use crate::app::toast::Message;
use crate::app::update::pace::{CUSTOMERS, FACTS, LARGE};
use crate::app::update::{clear, put_book, put_desk, use_policy};
use crate::app::words::exchange as words;
use crate::app::{Effect, Event as AppEvent, Lang, Now, State};
use crate::book::FoldSteps;
use crate::domain::Instant;
use crate::domain::ids::EntryId;
use crate::journal::ulid::FreshIds;
use crate::journal::{Append, Body, Chain, Entry, FactRow, Observed};

/// Entries that are written or taken in before the page has its turn.
const ENTRIES_WRITTEN: usize = 1;
const ENTRIES_TAKEN: usize = 10;

/// An import that is being taken in.
#[derive(Clone, Debug)]
pub struct Taking {
    found: Arc<Found>,
    at: Instant,
    ids: FreshIds,
    chain: Chain,
    /// The first entry of the import.
    import: Option<EntryId>,
    count: Count,
    written: Vec<Entry>,
    /// Written and taken in, to be kept.
    taken: Vec<Entry>,
    pass: Pass,
    /// Entries of book files that the first pass took in.
    merged: usize,
    phase: Phase,
}

/// What books tell decides what of the data is news, so they come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pass {
    Books,
    Files,
}

#[derive(Clone, Debug)]
enum Phase {
    Counting(Box<Counting>),
    /// The book file and the place among its entries that come next.
    Merging(usize, usize),
    /// The file and the place among its news that come next.
    Writing(usize, usize),
    /// Nothing can be cancelled from here on.
    Appending,
    Folding(Box<FoldSteps>),
    Figuring(Box<DeskSteps>),
}

impl Taking {
    /// Whether a person can no longer say no: what was given is taken in whole.
    #[must_use]
    pub const fn is_settled(&self) -> bool {
        self.merged > 0
            || matches!(self.phase, Phase::Appending | Phase::Folding(_) | Phase::Figuring(_))
    }
}

/// Begins, where what was found is so much that it is taken in by steps.
pub fn begin(state: &mut State, found: &Arc<Found>, now: &Now) -> Option<Vec<Effect>> {
    let writer = state.writer.as_ref().filter(|_| is_large(state, found))?;
    let phase = Phase::Counting(Box::new(Counting::new(&found.given, state)));
    let pass = if found.given.books.is_empty() { Pass::Files } else { Pass::Books };
    state.exchange.taking = Some(Box::new(Taking {
        found: Arc::clone(found),
        at: now.instant,
        ids: now.ids.clone(),
        chain: state.journal.chain(writer),
        import: None,
        count: Count::default(),
        written: Vec::new(),
        taken: Vec::new(),
        pass,
        merged: 0,
        phase,
    }));
    Some(go_on(state))
}

/// Whether there is so much in the book or in what is new that it is taken in by steps.
fn is_large(state: &State, found: &Found) -> bool {
    let books = found.given.books.iter().filter_map(|book| book.read.as_ref().ok());
    let entries = books.flat_map(|book| book.bundle.entries.iter());
    let weight: usize = entries.map(|entry| entry.body.weight()).sum();
    state.book.accounts.len() > LARGE || found.count.news().saturating_add(weight) > LARGE
}

/// The next step.
pub fn go_on(state: &mut State) -> Vec<Effect> {
    let Some(mut taking) = state.exchange.taking.take() else {
        return Vec::new();
    };
    match taking.step(state) {
        Ok(Some(progress)) => {
            state.exchange.stage = Stage::Reading(progress);
            state.exchange.taking = Some(taking);
            vec![Effect::Again(Box::new(AppEvent::Exchange(super::Event::TakenOn)))]
        }
        Ok(None) => taking.finish(state),
        Err(why) => {
            let Taking { found, count, .. } = *taking;
            let given = Arc::clone(&found.given);
            state.exchange.stage = Stage::Understood(Arc::new(Found { given, count }));
            if let Some(sentence) = why {
                state.toasts.push(Message::Failed { sentence }, Vec::new());
            }
            Vec::new()
        }
    }
}

/// Why it is not taken in; none where the page itself says so.
type Failure = Option<String>;

impl Taking {
    /// None when everything is done.
    fn step(&mut self, state: &mut State) -> Result<Option<Progress>, Failure> {
        match &mut self.phase {
            Phase::Counting(counting) => {
                if counting.journal() != state.journal.len() {
                    **counting = Counting::new(&self.found.given, state);
                }
                if counting.step(&self.found.given, state, FACTS) {
                    self.count = std::mem::take(counting.as_mut()).finish(&self.found.given, state);
                    return self.counted(state);
                }
            }
            Phase::Merging(book, next) => {
                let at = (*book, *next);
                self.phase = match self.merge(state, at) {
                    Some((book, next)) => Phase::Merging(book, next),
                    None if self.written.is_empty() => return Ok(None),
                    None => Phase::Appending,
                };
            }
            Phase::Writing(file, next) => {
                let at = (*file, *next);
                self.phase = match self.write(state, at)? {
                    Some((file, next)) => Phase::Writing(file, next),
                    None => Phase::Appending,
                };
            }
            Phase::Appending => {
                let rest = self.written.split_off(self.written.len().min(ENTRIES_TAKEN));
                let some = std::mem::replace(&mut self.written, rest);
                self.taken.extend(some.iter().cloned());
                state.journal.extend(some);
                if self.written.is_empty() {
                    let until = state.known_at.map(end_of);
                    self.phase = Phase::Folding(Box::new(FoldSteps::begin(&state.journal, until)));
                }
            }
            Phase::Folding(fold) => {
                let until = state.known_at.map(end_of);
                if fold.step(&state.journal, until, FACTS) {
                    put_book(state, fold.finish());
                    use_policy(state);
                    self.phase = Phase::Figuring(Box::new(DeskSteps::begin(state)));
                }
            }
            Phase::Figuring(desk) => {
                if desk.step(&state.book, CUSTOMERS) {
                    put_desk(state, desk.finish());
                    return Ok(None);
                }
            }
        }
        Ok(Some(self.progress(state.lang)))
    }

    /// What is news is known. After the books that may be nothing.
    fn counted(&mut self, state: &State) -> Result<Option<Progress>, Failure> {
        let is_refused = || refusal(state, &self.found.given, &self.count).is_some();
        self.phase = match self.pass {
            Pass::Files if self.merged > 0 && !self.has_files(state) => return Ok(None),
            Pass::Books | Pass::Files if self.merged == 0 && is_refused() => return Err(None),
            Pass::Books => Phase::Merging(0, 0),
            Pass::Files => Phase::Writing(0, 0),
        };
        Ok(Some(self.progress(state.lang)))
    }

    /// Whether data files tell of anything, or anything was said about them.
    fn has_files(&self, state: &State) -> bool {
        self.count.news() > 0 || !state.exchange.naming.chosen.is_empty()
    }

    /// Lays some entries of book files beside those that are written; none when all are.
    fn merge(&mut self, state: &State, (book, next): (usize, usize)) -> Option<(usize, usize)> {
        let read = self.found.given.books.get(book)?;
        let is_taken = self.count.books.get(book).is_some_and(Option::is_some);
        let entries = match &read.read {
            Ok(checked) if is_taken => checked.bundle.entries.get(next..).unwrap_or_default(),
            _ => &[],
        };
        if entries.is_empty() {
            return Some((book.saturating_add(1), 0));
        }
        let some = entries.iter().take(ENTRIES_TAKEN);
        let new = some.filter(|entry| !state.journal.knows(&entry.hash()));
        self.written.extend(new.cloned());
        Some((book, next.saturating_add(ENTRIES_TAKEN)))
    }

    /// Writes some entries; none when all are written.
    fn write(
        &mut self,
        state: &State,
        (mut file, mut next): (usize, usize),
    ) -> Result<Option<(usize, usize)>, Failure> {
        for _ in 0..ENTRIES_WRITTEN {
            let Some((reading, count)) =
                self.found.given.understanding.files.get(file).zip(self.count.files.get(file))
            else {
                return self.write_answers(state).map(|()| None);
            };
            let rest = count.news.get(next..).unwrap_or_default();
            if rest.is_empty() {
                (file, next) = (file.saturating_add(1), 0);
                continue;
            }
            let rows = || rest.iter().filter_map(|at| reading.facts.get(*at));
            let facts: Vec<FactRow> = rows().take(fitting(rows())).cloned().collect();
            next = next.saturating_add(facts.len().max(1));
            // The first entry names itself: all of the import bears its id.
            self.import = self.import.take().or_else(|| self.ids.clone().entry().ok());
            let observed = Observed { import: self.import.clone(), ..part(reading, facts) };
            self.append(state, Body::Observed(observed))?;
        }
        Ok(Some((file, next)))
    }

    /// What was said about the files is part of the same import.
    fn write_answers(&mut self, state: &State) -> Result<(), Failure> {
        for body in answers(state, &self.found) {
            self.append(state, body)?;
        }
        Ok(())
    }

    fn append(&mut self, state: &State, body: Body) -> Result<(), Failure> {
        let Some(writer) = &state.writer else {
            return Err(None);
        };
        let with =
            Append { writer, ids: &mut self.ids, at: self.at, on: None, by: &state.operator };
        let entry = self.chain.write(with, body).map_err(|error| Some(error.to_string()))?;
        self.written.push(entry);
        Ok(())
    }

    /// Counting, writing, appending, folding and figuring each count as one of five parts.
    fn progress(&self, lang: Lang) -> Progress {
        let files = &self.found.given.understanding.files;
        let all = files.iter().map(|f| f.facts.len()).sum::<usize>().max(1);
        let (parts, done) = match &self.phase {
            Phase::Counting(counting) => (0, counting.progress(&self.found.given).0),
            Phase::Merging(..) => (1, 0),
            Phase::Writing(file, next) => {
                let files = self.count.files.iter().take(*file);
                (1, files.map(|f| f.news.len()).sum::<usize>().saturating_add(*next))
            }
            Phase::Appending => (2, 0),
            Phase::Folding(_) => (3, 0),
            Phase::Figuring(_) => (4, 0),
        };
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        let done = parts * all + done;
        let file = words::taking_in(lang).to_owned();
        Progress { file, unit: Unit::Parts, done: count(done), total: count(5 * all) }
    }

    fn finish(mut self: Box<Self>, state: &mut State) -> Vec<Effect> {
        let mut effects = Vec::new();
        let taken = std::mem::take(&mut self.taken);
        if !taken.is_empty() {
            self.tell(state, &taken);
            effects.push(Effect::Keep(state.namespace, taken));
        }
        if self.pass == Pass::Books && self.has_files(state) {
            effects.extend(self.go_on_with_files(state));
            return effects;
        }
        let (facts, known) = (self.count.news(), self.count.known());
        state.exchange.stage = Stage::Taken(Taken { facts, known, entries: self.merged });
        state.exchange.origin = None;
        state.exchange.naming = Naming::default();
        state.exchange.mapping = None;
        if let Some(found) = Arc::into_inner(self.found) {
            state.leftovers.take_given(found.given);
        }
        effects.extend(clear(state));
        effects
    }

    /// Each pass has a message and an undo of its own.
    fn tell(&mut self, state: &mut State, taken: &[Entry]) {
        // An id that an entry here carries too would withdraw that one with it.
        let conflicts = self.count.books.iter().flatten().flat_map(|book| &book.in_conflict);
        let conflicts: BTreeSet<&EntryId> = conflicts.collect();
        let ids = taken.iter().map(|entry| &entry.id).filter(|id| !conflicts.contains(id));
        let ids: Vec<EntryId> = ids.cloned().collect();
        let new = match self.pass {
            Pass::Books => taken.len(),
            Pass::Files => self.count.news(),
        };
        if self.pass == Pass::Books {
            self.merged = taken.len();
        }
        state.toasts.push(Message::Imported { new, known: self.count.known() }, ids.clone());
        state.undo.push(ids);
    }

    /// The data is compared with what the books told.
    fn go_on_with_files(mut self: Box<Self>, state: &mut State) -> Vec<Effect> {
        if let Some(writer) = &state.writer {
            self.chain = state.journal.chain(writer);
        }
        self.pass = Pass::Files;
        self.phase = Phase::Counting(Box::new(Counting::new(&self.found.given, state)));
        state.exchange.stage = Stage::Reading(self.progress(state.lang));
        state.exchange.taking = Some(self);
        vec![Effect::Again(Box::new(AppEvent::Exchange(super::Event::TakenOn)))]
    }
}
