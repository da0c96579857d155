//! The book taking in one entry at a time is the book folded anew.

use recourse::app::{Now, State, update};
use recourse::book::{Book, fold};
use recourse::domain::{Day, Instant};
use recourse::exchange::sample::drafts;
use recourse::journal::ulid::FreshIds;
use recourse::journal::{Append, Journal};

fn sample() -> Journal {
    let today = Day::parse("2026-11-22").unwrap();
    let now = Instant::parse("2026-11-22T14:02:00Z").unwrap();
    let writer = recourse::domain::ids::WriterId::new("sample").unwrap();
    let mut journal = Journal::new();
    for (count, draft) in (1..).zip(drafts(today, now).unwrap()) {
        let with = Append {
            writer: &writer,
            ids: &mut FreshIds::new(draft.at, count),
            at: draft.at,
            on: draft.on,
            by: &draft.by,
        };
        journal.append(with, draft.body).unwrap();
    }
    journal
}

fn same(a: &Book, b: &Book) {
    assert_eq!(a.accounts, b.accounts);
    assert_eq!(a.alerts, b.alerts);
    assert_eq!(a.cases, b.cases);
    assert_eq!(a.bills, b.bills);
}

#[test]
fn taking_in_each_entry_gives_the_book_folded_anew() {
    let journal = sample();
    let mut so_far = Journal::new();
    let mut book = Book::default();
    let mut simple = 0;
    for entry in journal.entries() {
        so_far.insert(entry.clone());
        match book.absorb(entry) {
            Some(_) => simple += 1,
            None => book = fold(&so_far, None),
        }
    }
    assert!(simple > 50, "only {simple} entries were taken in by themselves");
    same(&book, &fold(&journal, None));
}

#[test]
fn the_sample_opens_and_is_kept_apart() {
    use recourse::app::state::{Loaded, Namespace};
    use recourse::app::{Effect, Event};
    let mut state = State::default();
    let mut now = Now::new(
        Day::parse("2026-11-22").unwrap(),
        Instant::parse("2026-11-22T14:02:00Z").unwrap(),
        7,
    );
    let loaded = |namespace| Event::Loaded(namespace, Box::<Loaded>::default());
    update::update(&mut state, loaded(Namespace::Own), &mut now);
    assert!(state.book.accounts.is_empty());
    let asked = update::update(&mut state, Event::SampleOpened, &mut now);
    assert!(matches!(asked.as_slice(), [Effect::Load(Namespace::Sample)]));
    let asked = update::update(&mut state, loaded(Namespace::Sample), &mut now);
    let kept = asked.iter().find_map(|e| match e {
        Effect::Keep(Namespace::Sample, entries) => Some(entries.len()),
        _ => None,
    });
    assert_eq!(kept, Some(state.journal.len()));
    assert_eq!(state.book.accounts.len(), 40);
    update::update(&mut state, Event::Erased(Namespace::Sample), &mut now);
    assert!(state.book.accounts.is_empty());
    assert_eq!(state.namespace, Namespace::Own);
}
