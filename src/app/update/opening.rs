//! From what was read to what is shown, some thousand facts at a time.

use super::pace::{self, FACTS};
use super::{clear, put_book, put_desk, refresh, sample, take_foreign, use_policy};
use crate::app::desk::DeskSteps;
use crate::app::state::{Reading, end_of};
use crate::app::{Effect, Event, Now, State};
use crate::book::FoldSteps;
use crate::journal::Entry;

/// Customers whose sums, and whose plans, are computed in one step: some ten milliseconds, so that a step and what the
/// page does to show it stay short together.
const SUMMED: usize = 40;
const PLANNED: usize = 20;

/// Of a hundred parts of the whole way: up to here the shell reads, the book is folded,
/// and sums are made.
const READ: u8 = 55;
const FOLDED: u8 = 80;
const SUMS: u8 = 90;

/// A book that was read and is not shown yet.
#[derive(Clone, Debug)]
pub struct Opening {
    stage: Stage,
    /// What may be said of the reading once the book is shown.
    then: Reading,
    /// So little that nobody waits for it.
    is_small: bool,
    /// What others recorded meanwhile: taken in last, so that a busy tab keeps no other from opening.
    late: Vec<Entry>,
}

#[derive(Clone, Debug)]
enum Stage {
    Folding(Box<FoldSteps>),
    Sums(Box<DeskSteps>),
    /// The lists are on the screen; plans and signals follow. With the length of the journal they are for.
    Plans(Box<DeskSteps>, usize),
}

/// The shell has read so many of a hundred parts.
pub fn read_so_far(state: &mut State, percent: u8) {
    let share = u16::from(percent.min(100)) * u16::from(READ) / 100;
    state.opened_percent = u8::try_from(share).unwrap_or(READ);
}

/// Begins with the journal that is in the state. A small book is shown at once.
pub fn begin(state: &mut State, then: Reading, now: &Now) -> Vec<Effect> {
    set_out(state, then);
    go_on(state, now)
}

/// The same from the start, where another day is to be shown. False when nothing is being opened.
pub fn begin_anew(state: &mut State) -> bool {
    let Some(opening) = state.opening.take() else {
        return false;
    };
    state.journal.extend(opening.late);
    set_out(state, opening.then);
    true
}

/// The same with a book that is on the screen: it comes again as it is known on the day shown.
pub fn show_anew(state: &mut State, now: &Now) -> Vec<Effect> {
    let then = std::mem::replace(&mut state.reading, Reading::NotYet);
    begin(state, then, now)
}

/// Keeps what others recorded until the book is shown; gives it back when none is being opened.
pub fn wait_with(state: &mut State, entries: Vec<Entry>) -> Option<Vec<Entry>> {
    match &mut state.opening {
        Some(opening) => {
            opening.late.extend(entries);
            None
        }
        None => Some(entries),
    }
}

fn set_out(state: &mut State, then: Reading) {
    let fold = FoldSteps::begin(&state.journal, state.known_at.map(end_of));
    state.opened_percent = READ;
    let (stage, is_small) = (Stage::Folding(Box::new(fold)), !pace::is_long(&state.journal));
    state.opening = Some(Opening { stage, then, is_small, late: Vec::new() });
}

/// One step of the way; at its end the book is shown.
pub fn go_on(state: &mut State, now: &Now) -> Vec<Effect> {
    while let Some(opening) = state.opening.take() {
        match step(state, opening) {
            Way::Further(next) => {
                let is_small = next.is_small;
                state.opening = Some(next);
                if !is_small {
                    return vec![Effect::Again(Box::new(Event::OpenFurther))];
                }
            }
            Way::Done(late) => return shown(state, late, now),
        }
    }
    Vec::new()
}

fn plans(state: &State) -> Stage {
    Stage::Plans(Box::new(DeskSteps::begin(state)), state.journal.len())
}

enum Way {
    Further(Opening),
    /// The book is whole but for these entries.
    Done(Vec<Entry>),
}

fn step(state: &mut State, mut opening: Opening) -> Way {
    if let Stage::Folding(fold) = &mut opening.stage {
        if !fold.step(&state.journal, state.known_at.map(end_of), FACTS) {
            state.opened_percent = between(READ, FOLDED, fold.progress());
            return Way::Further(opening);
        }
        put_book(state, fold.finish());
        use_policy(state);
        opening.stage = Stage::Sums(Box::new(DeskSteps::begin_with_sums(state)));
        state.opened_percent = FOLDED;
    }
    if let Stage::Sums(sums) = &mut opening.stage {
        if !sums.step(&state.book, SUMMED) {
            state.opened_percent = between(FOLDED, SUMS, sums.progress(&state.book));
            return Way::Further(opening);
        }
        put_desk(state, sums.finish());
        state.reading = opening.then.clone();
        state.opened_percent = SUMS;
        opening.stage = plans(state);
    }
    if let Stage::Plans(plans_on_the_way, journal) = &mut opening.stage {
        if *journal != state.journal.len() {
            opening.stage = plans(state);
            return Way::Further(opening);
        }
        if !plans_on_the_way.step(&state.book, PLANNED) {
            state.opened_percent = between(SUMS, 100, plans_on_the_way.progress(&state.book));
            return Way::Further(opening);
        }
        put_desk(state, plans_on_the_way.finish());
    }
    Way::Done(opening.late)
}

/// How far the whole way is gone when so many of so many are done between two of its marks.
fn between(from: u8, to: u8, (done, all): (usize, usize)) -> u8 {
    let way = usize::from(to.saturating_sub(from)).saturating_sub(1);
    let gone = way.saturating_mul(done) / all.max(1);
    u8::try_from(gone).unwrap_or_default().saturating_add(from).min(to)
}

fn shown(state: &mut State, late: Vec<Entry>, now: &Now) -> Vec<Effect> {
    take_foreign(state, late);
    if state.desk.as_of != Some(state.as_of()) {
        refresh(state);
    }
    let mut effects = vec![Effect::Opened];
    effects.extend(clear(state));
    if state.reading == Reading::Ready {
        effects.extend(sample::seed(state, now));
    }
    effects
}
