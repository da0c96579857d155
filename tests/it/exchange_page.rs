//! The exchange page without a browser: what is given, understood, taken in, and refused.

use recourse::app::format::PlainFormat;
use recourse::app::state::{Loaded, Namespace};
use recourse::app::toast::Message;
use recourse::app::update::exchange::{
    Answers, Ask, Check, Event as Act, Given, Input, Intake, Job, NameChoice, Origin, Purpose,
    Stage,
};
use recourse::app::update::update;
use recourse::app::view_model::exchange::{self, OutlookText, StageText, Understood};
use recourse::app::view_model::{ledger, report};
use recourse::app::{Effect, Event, Now, Screen, State};
use recourse::domain::ids::{CustomerId, WriterId};
use recourse::domain::{Day, Instant};
use recourse::exchange::parcel::{Gathering, Listed, Parcel, parcels};
use recourse::exchange::read::bytes::NamedBytes;
use recourse::journal::{Body, Journal, verify};

const CUSTOMERS: &str = r#"{"totalCount": 2, "items": [
  {"id": "11111111-2222-4333-8444-555555555555",
   "companyProfile": {"tenantId": "11111111-2222-4333-8444-555555555555",
     "domain": "samplebakery.example", "companyName": "Sample Bakery"}},
  {"id": "22222222-2222-4333-8444-555555555555",
   "companyProfile": {"tenantId": "22222222-2222-4333-8444-555555555555",
     "domain": "samplegarage.example", "companyName": "Sample Garage"}}
]}"#;

const LEDGER: &str = "tenant_id,customer_name,invoice_number,issued,due,amount,currency\n\
    11111111-2222-4333-8444-555555555555,Sample Bakery,S-1,2026-07-01,2026-07-31,1200.00,EUR\n\
    22222222-2222-4333-8444-555555555555,Sample Garage,S-2,2026-07-01,2026-07-31,80.00,EUR\n\
    22222222-2222-4333-8444-555555555555,Sample Garage,S-3,2026-07-01,2026-07-31,many,EUR\n";

fn named(name: &str, text: &str) -> NamedBytes {
    NamedBytes { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// A page with an open book, and the files that wait in its shell.
struct Page {
    state: State,
    turns: u128,
    waiting: Vec<Input>,
}

impl Page {
    fn of(namespace: Namespace, journal: Journal) -> Self {
        let state = State { namespace, ..State::default() };
        let mut page = Self { state, turns: 0, waiting: Vec::new() };
        let loaded =
            Loaded { journal, writer: Some(WriterId::new("page").unwrap()), ..Loaded::default() };
        page.turn(Event::Loaded(namespace, Box::new(loaded)));
        page
    }

    fn open() -> Self {
        Self::of(Namespace::Own, Journal::new())
    }

    fn turn(&mut self, event: Event) -> Vec<Effect> {
        self.turns += 1;
        let minutes = i64::try_from(self.turns).unwrap();
        let instant = Instant::parse("2026-11-22T09:00:00Z").unwrap().plus_minutes(minutes);
        let today = Day::parse("2026-11-22").unwrap();
        let mut now = Now::new(today, instant, self.turns * 1_000_003);
        update(&mut self.state, event, &mut now)
    }

    fn act(&mut self, act: Act) -> Vec<Effect> {
        self.turn(Event::Exchange(act))
    }

    /// Drops files; gives the job that the shell is asked to do.
    fn drop(&mut self, files: Vec<NamedBytes>) -> Option<Job> {
        self.waiting = files.into_iter().map(Input::Bytes).collect();
        job(&self.act(Act::FilesGiven(7)))
    }

    /// What the shell does with a job.
    fn read(&mut self, job: &Job) {
        let inputs = match &job.origin {
            Origin::Files(_) => self.waiting.clone(),
            Origin::Text { name, text } => vec![Input::Bytes(named(name, text))],
        };
        let given = Box::new(read(inputs, job.purpose, &job.answers));
        let mut effects = self.act(Act::Finished(job.number, given));
        while let Some(Effect::Again(event)) = effects.pop() {
            effects = self.turn(*event);
        }
    }

    fn import(&mut self, files: Vec<NamedBytes>) -> Vec<Effect> {
        let job = self.drop(files).unwrap();
        self.read(&job);
        let first = self.act(Act::TakenIn);
        go_on(self, first, usize::MAX)
    }

    fn understood(&self) -> Understood {
        let format = PlainFormat::default();
        let page = exchange::page(&Screen { state: &self.state, format: &format });
        match page.stage {
            StageText::Understood(what) => *what,
            other => panic!("nothing was understood: {other:?}"),
        }
    }

    fn outlook(&self) -> OutlookText {
        let format = PlainFormat::default();
        exchange::outlook(&Screen { state: &self.state, format: &format })
    }

    fn invoices(&self) -> usize {
        let accounts = self.state.book.accounts.values();
        accounts.map(|a| a.invoices.len()).sum()
    }
}

fn read(inputs: Vec<Input>, purpose: Purpose, answers: &Answers) -> Given {
    let customer = answers.customer();
    let mut intake = Intake::new(inputs, purpose, answers.options(customer.as_ref(), None));
    while intake.step(1).is_some() {}
    intake.finish()
}

fn job(effects: &[Effect]) -> Option<Job> {
    effects.iter().find_map(|effect| match effect {
        Effect::ReadFiles(job) => Some(job.as_ref().clone()),
        _ => None,
    })
}

fn kept(effects: &[Effect]) -> usize {
    let kept = effects.iter().map(|effect| match effect {
        Effect::Keep(Namespace::Own, entries) => entries.len(),
        _ => 0,
    });
    kept.sum()
}

fn both() -> Vec<NamedBytes> {
    vec![named("customers.json", CUSTOMERS), named("ledger.csv", LEDGER)]
}

/// The book of a page as a file.
fn exported(page: &mut Page) -> String {
    let effects = page.act(Act::Exported);
    let [Effect::Download { name, content, .. }, Effect::KeepFileCopy(_)] = effects.as_slice()
    else {
        panic!("no file: {effects:?}");
    };
    assert_eq!(name, "recourse-book-2026-11-22.json");
    content.clone()
}

#[test]
fn files_are_understood_and_taken_in() {
    let mut page = Page::open();
    let job = page.drop(both()).unwrap();
    assert!(matches!(page.state.exchange.stage, Stage::Reading(_)));
    page.read(&job);
    let what = page.understood();
    assert_eq!(what.take, "Take in 4 facts");
    assert_eq!(what.why_not, None);
    assert_eq!(what.files[0].counts[0].new, "2");
    assert_eq!(what.files[1].counts[0].kind, "Invoices");
    assert_eq!(what.files[1].refused.as_deref(), Some("1 row was not taken"));
    let refused = &what.files[1].problems[0];
    assert_eq!(refused.rule, "IMP-021");
    assert!(refused.places.contains("line 4"), "{}", refused.places);
    assert!(page.state.journal.is_empty());

    let effects = page.act(Act::TakenIn);
    assert_eq!(kept(&effects), 2);
    assert_eq!(page.state.book.accounts.len(), 2);
    assert_eq!(page.invoices(), 2);
    let first = &page.state.journal.entries()[0];
    for entry in page.state.journal.entries() {
        let Body::Observed(observed) = &*entry.body else {
            panic!("not observed");
        };
        assert_eq!(observed.import.as_ref(), Some(&first.id));
        assert_eq!(observed.source.sha256.len(), 64);
    }
    let toast = page.state.toasts.list().last().unwrap();
    assert_eq!(toast.message, Message::Imported { new: 4, known: 0 });
    assert_eq!(toast.undo.len(), 2);
}

#[test]
fn the_same_files_twice_change_nothing() {
    let mut page = Page::open();
    page.import(both());
    let before = page.state.journal.len();
    let effects = page.import(both());
    assert_eq!(kept(&effects), 0);
    assert_eq!(page.state.journal.len(), before);
    let what = page.understood();
    assert_eq!(what.why_not.unwrap().rule, "IMP-063");
    assert_eq!(what.files[1].counts[0].known, "2");
}

#[test]
fn only_what_is_news_is_appended() {
    let mut page = Page::open();
    page.import(both());
    let longer = LEDGER.replace("80.00", "90.00")
        + "11111111-2222-4333-8444-555555555555,Sample Bakery,S-4,2026-08-01,2026-08-31,5.00,EUR\n";
    page.import(vec![named("later.csv", &longer)]);
    let last = page.state.journal.entries().last().unwrap();
    let Body::Observed(observed) = &*last.body else {
        panic!("not observed");
    };
    let rows: Vec<u32> = observed.facts.iter().map(|f| f.row).collect();
    assert_eq!(rows, [3, 5]);
    assert_eq!(page.invoices(), 3);
}

#[test]
fn what_is_cancelled_leaves_nothing() {
    let mut page = Page::open();
    let job = page.drop(both()).unwrap();
    let effects = page.act(Act::Cancelled);
    assert!(matches!(effects.as_slice(), [Effect::StopReading(n)] if *n == job.number));
    // The shell's last words come too late.
    page.read(&job);
    assert!(matches!(page.state.exchange.stage, Stage::Waiting));
    assert!(page.act(Act::TakenIn).is_empty());
    assert!(page.state.journal.is_empty());
}

#[test]
fn one_undo_takes_all_of_an_import_back() {
    let mut page = Page::open();
    page.import(both());
    page.turn(Event::UndoLast);
    assert_eq!(page.invoices(), 0);
    assert!(page.state.book.accounts.is_empty());
    // What was withdrawn is news again.
    page.import(both());
    assert_eq!(page.invoices(), 2);
}

#[test]
fn a_broken_file_is_named_and_nothing_is_appended() {
    let mut page = Page::open();
    let effects = page.import(vec![named("broken.json", "{\"items\": [{\"id\": \"a\"")]);
    assert_eq!(kept(&effects), 0);
    let what = page.understood();
    let problem = &what.files[0].problems[0];
    assert_eq!(problem.rule, "IMP-007");
    assert!(problem.sentence.contains("ends too early"));
    assert_eq!(what.why_not.unwrap().rule, "IMP-064");
    assert!(page.state.journal.is_empty());
}

#[test]
fn too_large_is_said_without_reading() {
    let mut page = Page::open();
    let bytes = 200 * 1024 * 1024;
    let name = "huge.csv".to_owned();
    page.waiting = vec![Input::TooLarge { name, bytes }];
    let job = job(&page.act(Act::FilesGiven(7))).unwrap();
    page.read(&job);
    let problem = &page.understood().files[0].problems[0];
    assert_eq!(problem.rule, "IMP-002");
    assert!(problem.sentence.contains("200 MB"));
}

#[test]
fn the_sample_refuses_files() {
    let mut page = Page::of(Namespace::Sample, Journal::new());
    let before = page.state.journal.len();
    assert!(before > 0, "the sample is there");
    assert_eq!(page.drop(both()), None);
    assert_eq!(page.state.journal.len(), before);
    let format = PlainFormat::default();
    let shown = exchange::page(&Screen { state: &page.state, format: &format });
    assert!(shown.in_sample);
    assert_eq!(shown.closed.unwrap().rule, "IMP-060");
}

#[test]
fn reports_of_the_sample_can_be_made_again_as_they_were_issued() {
    let page = Page::of(Namespace::Sample, Journal::new());
    let cases = page.state.book.cases.iter();
    let issued: Vec<_> = cases
        .flat_map(|(id, case)| case.reports.iter().map(move |r| (id, r.value.revision)))
        .collect();
    assert!(!issued.is_empty(), "the sample has a report");
    for (case, revision) in issued {
        assert!(report::still_holds(&page.state, case, revision), "{case:?} {revision}");
    }
}

#[test]
fn an_earlier_day_refuses_files() {
    let mut page = Page::open();
    page.turn(Event::KnownAt(Some(Day::parse("2026-11-01").unwrap())));
    assert_eq!(page.drop(both()), None);
}

#[test]
fn pasted_text_is_read_as_a_file() {
    let mut page = Page::open();
    page.act(Act::PasteNamed("mail of 22 Nov".to_owned()));
    page.act(Act::PasteTyped(LEDGER.to_owned()));
    let job = job(&page.act(Act::PasteGiven)).unwrap();
    page.read(&job);
    assert_eq!(page.understood().files[0].name, "mail of 22 Nov");
    page.act(Act::TakenIn);
    assert_eq!(page.invoices(), 2);
}

#[test]
fn a_question_names_the_files_that_ask_it() {
    let header = "customer_name,invoice_number,issued,amount,currency\n";
    let ledger = |at: usize| {
        let text = format!("{header}Sample Bakery,S-{at},03/04/2026,10.00,EUR\n");
        named(&format!("{at}.csv"), &text)
    };
    let mut page = Page::open();
    for (files, asked) in [
        (vec![ledger(1)], "stands first?"),
        (vec![ledger(1), named("plain.csv", LEDGER)], "stands first? (1.csv)"),
        ((1..=5).map(ledger).collect(), "stands first? (1.csv, 2.csv, 3.csv, …)"),
    ] {
        let job = page.drop(files).unwrap();
        page.read(&job);
        let said = page.understood().questions[0].text.clone();
        assert!(said.ends_with(asked), "{said}");
    }
}

#[test]
fn a_question_is_asked_and_the_file_read_again() {
    let ledger = "customer_name,invoice_number,issued,amount,currency\nSample Bakery,S-1,03/04/2026,10.00,EUR\n";
    let mut page = Page::open();
    page.import(vec![named("ledger.csv", ledger)]);
    let what = page.understood();
    assert_eq!(what.why_not.unwrap().rule, "IMP-062");
    assert_eq!(what.questions[0].ask, Ask::DateOrder);
    let job = job(&page.act(Act::Answered(Ask::DateOrder, "day".to_owned()))).unwrap();
    page.read(&job);
    page.act(Act::TakenIn);
    let accounts = &page.state.book.accounts;
    let invoice = accounts.values().next().unwrap().invoices.values().next();
    assert_eq!(invoice.unwrap().value.issued.to_string(), "2026-04-03");
}

#[test]
fn a_large_import_is_kept_in_entries_of_bounded_size() {
    let head = "tenant_id,invoice_number,issued,amount,currency\n";
    let rows = (0..1000)
        .map(|n| format!("11111111-2222-4333-8444-555555555555,S-{n},2026-07-01,10.00,EUR\n"));
    let ledger: String = std::iter::once(head.to_owned()).chain(rows).collect();
    let mut page = Page::open();
    page.import(vec![named("ledger.csv", &ledger)]);
    assert_eq!(page.invoices(), 1000);
    let entries = page.state.journal.entries();
    assert!(entries.len() > 1);
    assert!(entries.iter().all(|e| e.raw().len() < 64 * 1024));
    page.turn(Event::UndoLast);
    assert_eq!(page.invoices(), 0);
}

#[test]
fn a_colleagues_book_is_merged_by_union() {
    let mut colleague = Page::open();
    colleague.import(both());
    let file = exported(&mut colleague);
    let mut page = Page::open();
    let effects = page.import(vec![named("book.json", &file)]);
    assert_eq!(kept(&effects), 2);
    assert_eq!(page.invoices(), 2);
    assert_eq!(exported(&mut page).len(), file.len());
    page.import(vec![named("book.json", &file)]);
    let what = page.understood();
    assert_eq!(what.books[0].word.text, "VERIFIED");
    assert_eq!(what.why_not.unwrap().rule, "IMP-063");
}

#[test]
fn a_changed_book_is_told_and_not_taken() {
    let mut colleague = Page::open();
    colleague.import(both());
    let file = exported(&mut colleague).replace("Sample Garage", "Sample Palace");
    let mut page = Page::open();
    page.import(vec![named("book.json", &file)]);
    assert!(page.state.journal.is_empty());
    let book = &page.understood().books[0];
    assert_eq!(book.word.text, "NOT VERIFIED");
    assert!(book.faults[0].starts_with("entry 1 "), "{:?}", book.faults);
    assert_eq!(book.why_not.as_ref().unwrap().rule, "IMP-065");
}

#[test]
fn the_samples_book_is_not_taken() {
    let mut sample = Page::of(Namespace::Sample, Journal::new());
    let effects = sample.act(Act::Exported);
    let [Effect::Download { name, content, .. }] = effects.as_slice() else {
        panic!("no file");
    };
    assert_eq!(name, "recourse-sample-2026-11-22.json");
    let mut page = Page::open();
    page.import(vec![named("book.json", content)]);
    assert!(page.state.journal.is_empty());
    let book = &page.understood().books[0];
    assert_eq!(book.why_not.as_ref().unwrap().rule, "IMP-066");
}

#[test]
fn a_check_takes_nothing_in() {
    let mut colleague = Page::open();
    colleague.import(both());
    let file = exported(&mut colleague);
    let mut page = Page::open();
    page.waiting =
        vec![Input::Bytes(named("book.json", &file)), Input::Bytes(named("ledger.csv", LEDGER))];
    let job = job(&page.act(Act::CheckGiven(3))).unwrap();
    assert_eq!(job.purpose, Purpose::Check);
    page.read(&job);
    assert!(matches!(page.state.exchange.check, Check::Done(_)));
    let format = PlainFormat::default();
    let shown = exchange::checked(&Screen { state: &page.state, format: &format });
    let words: Vec<&str> = shown.unwrap().iter().map(|b| b.word.text).collect();
    assert_eq!(words, ["VERIFIED", "NOT A BOOK"]);
    assert!(page.state.journal.is_empty());
}

#[test]
fn refused_rows_are_saved_as_a_table() {
    let mut page = Page::open();
    let job = page.drop(both()).unwrap();
    page.read(&job);
    let effects = page.act(Act::RefusedAsked(1));
    let [Effect::Download { name, content, .. }] = effects.as_slice() else {
        panic!("no file");
    };
    assert_eq!(name, "ledger-refused.csv");
    assert!(content.contains("IMP-021") && content.contains("\"many\""));
}

const UNKNOWN: &str = "Wer,Nr,Tag,Summe\nSample Bakery,S-1,2026-07-01,EUR 10.00\n";

/// Opens the dialog of the first file and chooses what each column holds.
fn say(page: &mut Page, fields: &[&str]) -> Option<Job> {
    page.act(Act::MappingOpened(0));
    for (column, field) in fields.iter().enumerate() {
        page.act(Act::ColumnChosen { column, field: (*field).to_owned() });
    }
    job(&page.act(Act::MappingAgreed))
}

fn dialog(page: &Page) -> Option<exchange::MappingText> {
    let format = PlainFormat::default();
    exchange::mapping(&Screen { state: &page.state, format: &format })
}

#[test]
fn unknown_columns_are_asked_for_in_a_dialog_that_says_what_is_missing() {
    let mut page = Page::open();
    page.import(vec![named("table.csv", UNKNOWN)]);
    let what = page.understood();
    assert_eq!(what.why_not.unwrap().rule, "IMP-062");
    assert_eq!(what.files[0].columns, Some(("Say what the columns hold…", true)));
    assert!(say(&mut page, &["customer_name", "invoice_number", "", ""]).is_none());
    let shown = dialog(&page).unwrap();
    let headers: Vec<&str> = shown.columns.iter().map(|c| c.header.as_str()).collect();
    assert_eq!(headers, ["Wer", "Nr", "Tag", "Summe"]);
    assert_eq!(shown.columns[0].cells, ["Sample Bakery"]);
    assert_eq!(shown.columns[2].why, "a guess: the cells look like it");
    assert_eq!(shown.lacks.len(), 2, "{:?}", shown.lacks);
    let job = say(&mut page, &["customer_name", "invoice_number", "issued", "amount"]).unwrap();
    assert!(dialog(&page).is_none());
    page.read(&job);
    page.act(Act::TakenIn);
    assert_eq!(page.invoices(), 1);
}

#[test]
fn what_was_said_of_columns_is_remembered_shared_and_undone_with_the_import() {
    let mut page = Page::open();
    page.import(vec![named("table.csv", UNKNOWN)]);
    let job = say(&mut page, &["customer_name", "invoice_number", "issued", "amount"]).unwrap();
    page.read(&job);
    page.act(Act::TakenIn);
    let next = UNKNOWN.replace("S-1", "S-2");
    // A colleague's page: only the journal came.
    let mut other = Page::of(Namespace::Own, page.state.journal.clone());
    other.import(vec![named("table-2.csv", &next)]);
    assert_eq!(other.invoices(), 2);
    other.turn(Event::UndoLast);
    assert_eq!(other.invoices(), 1);
    page.turn(Event::UndoLast);
    page.import(vec![named("table-2.csv", &next)]);
    assert_eq!(page.understood().why_not.unwrap().rule, "IMP-062");
}

#[test]
fn a_remembered_order_of_dates_never_overrules_what_a_file_shows() {
    let table = |day: &str| {
        format!(
            "customer_name,invoice_number,issued,amount,currency\nSample Bakery,S-1,{day},10.00,EUR\n"
        )
    };
    let mut page = Page::open();
    page.import(vec![named("a.csv", &table("03/04/2026"))]);
    let what = page.understood();
    let read: Vec<&str> = what.questions[0].choices.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(read, ["03/04/2026 is Fri 3 Apr 2026", "03/04/2026 is Wed 4 Mar 2026"]);
    let job = job(&page.act(Act::Answered(Ask::DateOrder, "month".to_owned()))).unwrap();
    page.read(&job);
    page.act(Act::TakenIn);
    for (day, issued) in [("05/06/2026", "2026-05-06"), ("25/06/2026", "2026-06-25")] {
        page.import(vec![named("b.csv", &table(day).replace("S-1", day))]);
        let account = page.state.book.accounts.values().next().unwrap();
        let last = account.invoices.values().find(|i| i.value.number.as_str() == day).unwrap();
        assert_eq!(last.value.issued.to_string(), issued);
    }
}

const NAMES: &str = "customer_name,invoice_number,issued,due,amount,currency\n\
    Sample Bakery Ltd.,N-1,2026-07-01,2026-07-31,10.00,EUR\n\
    Sample Garages,N-2,2026-07-01,2026-07-31,20.00,EUR\n\
    Nobody Known,N-3,2026-07-01,2026-07-31,30.00,EUR\n";

fn names(page: &Page) -> exchange::NamingText {
    let format = PlainFormat::default();
    exchange::naming(&Screen { state: &page.state, format: &format })
}

fn ledger(name: &str) -> CustomerId {
    CustomerId::from_ledger_name(name).unwrap()
}

/// A page that knows the two tenants, with a ledger of names read.
fn page_with_names() -> Page {
    let mut page = Page::open();
    page.import(vec![named("customers.json", CUSTOMERS)]);
    let job = page.drop(vec![named("ledger.csv", NAMES)]).unwrap();
    page.read(&job);
    page
}

#[test]
fn names_are_proposed_with_their_reason_and_never_joined_unasked() {
    let mut page = page_with_names();
    let shown = names(&page);
    let labels: Vec<&str> = shown.names.iter().map(|n| n.label.as_str()).collect();
    assert_eq!(labels[0], "Sample Bakery Ltd. · 1 fact");
    assert_eq!(
        shown.names[0].choices[1].1,
        "Sample Bakery (the same but for legal form and marks)"
    );
    assert!(shown.names[1].choices[1].1.starts_with("Sample Garage (alike, "), "{shown:?}");
    assert_eq!(shown.names[2].hint, "no tenant has such a name");
    page.act(Act::TakenIn);
    assert!(page.state.book.links.is_empty());
    assert!(page.state.book.accounts.contains_key(&ledger("Sample Bakery Ltd.")));
}

#[test]
fn names_joined_left_out_and_kept_are_remembered_and_undone() {
    let mut page = page_with_names();
    page.act(Act::SameNamesAccepted);
    page.act(Act::NameChosen(ledger("Sample Garages"), Some(NameChoice::LeftOut)));
    page.act(Act::NameChosen(ledger("Nobody Known"), Some(NameChoice::Own)));
    assert_eq!(
        page.understood().files[0].left_out.as_deref(),
        Some("2 facts of names that are left out")
    );
    page.act(Act::TakenIn);
    let tenant = CustomerId::new("11111111-2222-4333-8444-555555555555").unwrap();
    assert_eq!(page.state.book.accounts[&tenant].invoices.len(), 1);
    assert!(!page.state.book.accounts.contains_key(&ledger("Sample Garages")));
    assert!(page.state.book.accounts.contains_key(&ledger("Nobody Known")));
    let job = page.drop(vec![named("again.csv", &NAMES.replace("N-", "M-"))]).unwrap();
    page.read(&job);
    assert!(names(&page).names.is_empty());
    assert!(names(&page).remembered.unwrap().starts_with("3 names are settled"));
    page.act(Act::StartedAgain);
    page.turn(Event::UndoLast);
    assert!(page.state.book.links.is_empty() && page.state.book.import_answers.names.is_empty());
}

#[test]
fn another_customer_is_found_by_what_is_typed() {
    let mut page = page_with_names();
    let name = ledger("Nobody Known");
    page.act(Act::NameSearched(name.clone(), "garage".to_owned()));
    let format = PlainFormat::default();
    let found = exchange::search(&Screen { state: &page.state, format: &format }, &name).unwrap();
    assert_eq!(found.found.len(), 1);
    assert_eq!(found.found[0].1, "Sample Garage");
    page.act(Act::NameChosen(name.clone(), Some(NameChoice::Joined(found.found[0].0.clone()))));
    page.act(Act::TakenIn);
    assert_eq!(page.state.book.links[&name], found.found[0].0);
}

#[test]
fn a_reading_travels_in_parcels_and_arrives_as_it_was() {
    let files =
        vec![named("ledger.csv", LEDGER), named("table.csv", UNKNOWN), named("empty.csv", "")];
    let given =
        read(files.into_iter().map(Input::Bytes).collect(), Purpose::Import, &Answers::default());
    let mut gathering = Gathering::default();
    let (mut told, mut listed, mut is_done) = (None, Vec::new(), false);
    for parcel in parcels(given.understanding.clone(), vec!["folder".to_owned()]) {
        match Parcel::open(&parcel.pack().unwrap()).unwrap() {
            Parcel::File(file) => {
                assert!(told.is_none(), "files are told before anything else");
                gathering.file(&file);
                listed.push(*file);
            }
            Parcel::Listed { unreadable } => told = Some(unreadable),
            Parcel::Facts(at, facts) => gathering.facts(at, facts),
            Parcel::Refused(at, rows) => gathering.refused(at, rows),
            Parcel::Done => is_done = true,
            other @ Parcel::Progress { .. } => panic!("{other:?}"),
        }
    }
    assert!(is_done && told == Some(vec!["folder".to_owned()]));
    assert_eq!(gathering.understanding, given.understanding);
    assert_eq!((listed[0].facts(), listed[0].refused, listed[0].first.len()), (2, 1, 2));
    assert!(listed[0].file.facts.is_empty() && listed[0].file.refused.is_empty());
    let (here, all) = gathering.progress();
    assert_eq!(here, all);
    assert!(Parcel::open(b"{\"Facts\":").is_none());
}

#[test]
fn files_are_shown_before_they_are_compared() {
    let mut page = Page::open();
    let job = page.drop(vec![named("ledger.csv", LEDGER)]).unwrap();
    let given = read(page.waiting.clone(), Purpose::Import, &Answers::default());
    let listed: Vec<Listed> = given.understanding.files.iter().map(Listed::of).collect();
    page.act(Act::Listed(job.number, listed.clone().into()));
    let format = PlainFormat::default();
    let shown = exchange::page(&Screen { state: &page.state, format: &format });
    let StageText::Listed(text) = shown.stage else { panic!("{:?}", shown.stage) };
    let file = &text.files[0];
    assert!(!file.is_compared && file.refused.is_some() && file.columns.is_none());
    let counts: Vec<(&str, &str)> =
        file.counts.iter().map(|c| (c.all.as_str(), c.new.as_str())).collect();
    assert_eq!(counts, [("2", "")], "read, and not compared");
    assert_eq!(file.first.len(), 2);
    assert!(file.first.iter().any(|line| line.contains("S-1") && line.contains("Row 2")));
    // A late word of a job that was stopped changes nothing.
    page.act(Act::Cancelled);
    page.act(Act::Listed(job.number, listed.into()));
    assert!(page.state.exchange.listed.is_none());
}

#[test]
fn folders_that_are_too_large_say_what_was_left() {
    let mut page = Page::open();
    let job = page.drop(vec![named("ledger.csv", LEDGER)]).unwrap();
    let given = read(page.waiting.clone(), Purpose::Import, &Answers::default());
    page.act(Act::Finished(job.number, Box::new(Given { left: 7, ..given })));
    let aside = page.understood().unreadable;
    assert!(aside.iter().any(|line| line.starts_with("7 further files")), "{aside:?}");
}

#[test]
fn answers_travel_as_words() {
    let mut answers = Answers { currency: "EUR".to_owned(), ..Answers::default() };
    answers.set(Ask::DateOrder, "day".to_owned());
    answers.form_mut(&["A b".to_owned()]).unwrap().date_order = Some("month".to_owned());
    let there = Answers::from_words(&answers.to_words());
    assert_eq!(there, answers);
}

#[test]
fn a_worker_that_breaks_off_appends_nothing_and_says_so() {
    let mut page = Page::open();
    let job = page.drop(both()).unwrap();
    page.act(Act::ReadingFailed(job.number, "out of memory".to_owned()));
    assert!(matches!(page.state.exchange.stage, Stage::Waiting));
    assert!(page.state.journal.is_empty());
    let told = page.state.toasts.list().iter().any(|t| matches!(&t.message, Message::Failed { sentence } if sentence.contains("out of memory")));
    assert!(told);
    // An answer that comes after that is too late.
    page.act(Act::Finished(job.number, Box::default()));
    assert!(matches!(page.state.exchange.stage, Stage::Waiting));
}

/// More invoices than are taken in at once, of a few customers.
fn large() -> String {
    let mut text =
        String::from("tenant_id,customer_name,invoice_number,issued,due,amount,currency\n");
    for at in 0..4_500 {
        let tenant = format!("{:08}-2222-4333-8444-555555555555", at % 300);
        text += &format!("{tenant},Sample {},L-{at},2026-07-01,2026-07-31,12.50,EUR\n", at % 300);
    }
    text
}

/// Reads a file and stops before it is taken in.
fn read_large(page: &mut Page) {
    let job = page.drop(vec![named("large.csv", &large())]).unwrap();
    page.read(&job);
}

/// Goes on while the page asks for it, at most some turns; gives the last effects.
fn go_on(page: &mut Page, mut effects: Vec<Effect>, turns: usize) -> Vec<Effect> {
    for _ in 0..turns {
        match effects.pop() {
            Some(Effect::Again(event)) => effects.extend(page.turn(*event)),
            Some(other) => {
                effects.push(other);
                break;
            }
            None => break,
        }
    }
    effects
}

#[test]
fn a_large_import_is_taken_in_by_steps_and_gives_the_same_book() {
    let mut page = Page::open();
    read_large(&mut page);
    let first = page.act(Act::TakenIn);
    assert!(page.state.journal.is_empty());
    let effects = go_on(&mut page, first, usize::MAX);
    let [Effect::Keep(Namespace::Own, entries)] = effects.as_slice() else {
        panic!("nothing is kept: {}", effects.len());
    };
    assert_eq!(entries.len(), page.state.journal.len());
    assert!(verify(&page.state.journal).faults.is_empty());
    assert_eq!(page.invoices(), 4_500);
    let imports: Vec<_> = entries
        .iter()
        .map(|e| match &*e.body {
            Body::Observed(o) => o.import.clone(),
            _ => None,
        })
        .collect();
    assert!(imports.iter().all(|import| *import == Some(entries[0].id.clone())));
    let (book, desk) = (page.state.book.clone(), page.state.desk.clone());
    recourse::app::update::refold(&mut page.state);
    assert_eq!(format!("{book:?}"), format!("{:?}", page.state.book));
    assert_eq!(format!("{desk:?}"), format!("{:?}", page.state.desk));
}

/// What is on the screen is what follows from the journal.
fn is_whole(page: &mut Page) {
    let (book, desk) = (page.state.book.clone(), page.state.desk.clone());
    recourse::app::update::refold(&mut page.state);
    assert_eq!(format!("{book:?}"), format!("{:?}", page.state.book));
    assert_eq!(format!("{desk:?}"), format!("{:?}", page.state.desk));
}

/// Undoes the last thing and goes on some turns; gives the last effects.
fn undo(page: &mut Page, turns: usize) -> Vec<Effect> {
    let mut effects = page.turn(Event::UndoLast);
    assert_eq!(kept(&effects), 1, "the withdrawal is kept at once");
    effects.remove(0);
    go_on(page, effects, turns)
}

fn undone(page: &Page) -> usize {
    let toasts = page.state.toasts.list();
    toasts.iter().filter(|toast| matches!(toast.message, Message::Undone)).count()
}

#[test]
fn a_large_import_is_undone_by_steps() {
    let mut page = Page::open();
    page.import(vec![named("large.csv", &large())]);
    let effects = undo(&mut page, 0);
    assert_eq!((page.invoices(), undone(&page)), (4_500, 0), "the book before stays meanwhile");
    // What is recorded meanwhile is in the book too.
    let note = recourse::journal::Withdrawal { entries: Vec::new(), reason: String::new() };
    page.turn(Event::Record(Box::new(Body::Withdrawal(note)), None));
    go_on(&mut page, effects, usize::MAX);
    assert_eq!((page.invoices(), undone(&page)), (0, 1));
    assert!(page.state.refolding.is_none());
    is_whole(&mut page);
}

#[test]
fn a_small_part_of_a_large_book_is_undone_by_steps_of_some_customers() {
    let mut page = Page::open();
    page.import(vec![named("large.csv", &large())]);
    page.import(vec![named("ledger.csv", LEDGER)]);
    assert_eq!(page.invoices(), 4_502);
    let mut effects = page.turn(Event::UndoLast);
    let mut turns = 0;
    while let Some(Effect::Again(event)) = effects.pop() {
        effects = page.turn(*event);
        turns += 1;
    }
    assert!(turns > 4_500 / 400 + 300 / 2, "{turns}");
    assert_eq!((page.invoices(), undone(&page)), (4_500, 1));
    is_whole(&mut page);
}

#[test]
fn two_things_undone_one_after_the_other_are_both_told_of() {
    let mut page = Page::open();
    page.import(vec![named("large.csv", &large())]);
    page.import(vec![named("ledger.csv", LEDGER)]);
    let first = undo(&mut page, 5);
    let second = undo(&mut page, 5);
    go_on(&mut page, first, usize::MAX);
    go_on(&mut page, second, usize::MAX);
    assert_eq!((page.invoices(), undone(&page)), (0, 2));
    is_whole(&mut page);
}

#[test]
fn a_book_that_is_left_meanwhile_stays_left() {
    let mut page = Page::open();
    page.import(vec![named("large.csv", &large())]);
    let effects = undo(&mut page, 5);
    page.turn(Event::SampleOpened);
    go_on(&mut page, effects, usize::MAX);
    assert!(page.state.journal.is_empty() && page.state.book.accounts.is_empty());
}

#[test]
fn a_large_book_of_a_colleague_is_taken_in_and_undone_by_steps() {
    let mut theirs = colleague();
    let file = exported(&mut theirs);
    let mut page = Page::of(Namespace::Own, mine());
    let job = page.drop(vec![named("book.json", &file)]).unwrap();
    page.read(&job);
    let first = page.act(Act::TakenIn);
    assert_eq!(page.invoices(), 0, "nothing is taken in at once");
    let effects = go_on(&mut page, first, usize::MAX);
    assert_eq!(kept(&effects), theirs.state.journal.len());
    assert_eq!(page.invoices(), 4_500);
    assert!(verify(&page.state.journal).faults.is_empty());
    let Stage::Taken(taken) = &page.state.exchange.stage else { panic!("it is not taken in") };
    assert_eq!((taken.facts, taken.entries), (0, theirs.state.journal.len()));
    is_whole(&mut page);
    undo(&mut page, usize::MAX);
    assert_eq!((page.invoices(), undone(&page)), (0, 1));
    is_whole(&mut page);
}

/// A colleague's book and a ledger in one go: 4,500 invoices of the book, and what the ledger says otherwise.
fn read_book_and(page: &mut Page, ledger: &str) {
    let file = exported(&mut colleague());
    let job = page.drop(vec![named("book.json", &file), named("ledger.csv", ledger)]).unwrap();
    page.read(&job);
}

#[test]
fn a_large_book_and_data_at_once_go_by_steps_and_the_book_comes_first() {
    for (ledger, facts, invoices) in [(LEDGER, 2, 4_502), (&large(), 0, 4_500)] {
        let mut page = Page::of(Namespace::Own, mine());
        read_book_and(&mut page, ledger);
        let first = page.act(Act::TakenIn);
        assert_eq!(page.invoices(), 0, "nothing is taken in at once");
        let effects = go_on(&mut page, first, usize::MAX);
        let keeps = effects.iter().filter(|effect| matches!(effect, Effect::Keep(..))).count();
        assert_eq!((page.invoices(), keeps), (invoices, if facts > 0 { 2 } else { 1 }));
        let Stage::Taken(taken) = &page.state.exchange.stage else { panic!("it is not taken in") };
        assert_eq!(taken.facts, facts, "what the book tells is no news");
        assert!(taken.entries > 1, "{taken:?}");
        assert!(verify(&page.state.journal).faults.is_empty());
        assert_eq!(page.state.journal.len(), kept(&effects) + mine().len());
        is_whole(&mut page);
    }
}

#[test]
fn what_was_given_with_a_book_is_no_longer_cancelled_once_the_book_is_in() {
    let mut page = Page::of(Namespace::Own, mine());
    read_book_and(&mut page, LEDGER);
    let mut effects = page.act(Act::TakenIn);
    let mut turns = 0;
    while page.state.journal.len() == mine().len() && turns < 1_000 {
        turns += 1;
        effects = go_on(&mut page, effects, 1);
    }
    page.act(Act::Cancelled);
    go_on(&mut page, effects, usize::MAX);
    assert_eq!(page.invoices(), 4_502);
    is_whole(&mut page);
}

#[test]
fn a_large_book_can_be_cancelled_on_its_way() {
    let file = exported(&mut colleague());
    let mut page = Page::open();
    let job = page.drop(vec![named("book.json", &file)]).unwrap();
    page.read(&job);
    let first = page.act(Act::TakenIn);
    let effects = go_on(&mut page, first, 3);
    page.act(Act::Cancelled);
    go_on(&mut page, effects, usize::MAX);
    assert!(page.state.journal.is_empty() && page.invoices() == 0);
}

/// The page of someone else who took in many invoices.
fn colleague() -> Page {
    let mut page = Page::open();
    page.state.writer = Some(WriterId::new("colleague").unwrap());
    page.turns += 1_000;
    page.import(vec![named("large.csv", &large())]);
    page
}

/// A few entries of one's own.
fn mine() -> Journal {
    let mut page = Page::open();
    page.import(vec![named("customers.json", CUSTOMERS)]);
    page.state.journal
}

/// How often the page has its turn while these files are read, with so many rows to a step.
fn steps_of(inputs: Vec<NamedBytes>, rows: usize) -> (usize, Given) {
    let inputs = inputs.into_iter().map(Input::Bytes).collect();
    let answers = Answers::default();
    let mut intake = Intake::new(inputs, Purpose::Import, answers.options(None, None));
    let mut steps = 1;
    while intake.step(rows).is_some() {
        steps += 1;
    }
    (steps, intake.finish())
}

#[test]
fn no_step_of_reading_does_more_than_its_rows() {
    const ROWS: usize = 100;
    let ledger = named("large.csv", &large());
    let (steps, given) = steps_of(vec![ledger.clone()], ROWS);
    // It is hashed, cut, mended, looked over, settled, read, and looked through for repeats.
    let through = 4_500 / ROWS;
    assert!(steps >= 6 * through + ledger.bytes.len() / (ROWS * 256), "{steps}");
    let (_, whole) = steps_of(vec![ledger], usize::MAX);
    assert_eq!(given.understanding, whole.understanding);
    let mut theirs = colleague();
    let file = exported(&mut theirs);
    let (steps, given) = steps_of(vec![named("book.json", &file)], ROWS);
    assert!(steps > theirs.state.journal.len(), "an entry is a step: {steps}");
    assert!(given.books[0].read.as_ref().unwrap().verdict.is_verified());
}

#[test]
fn a_large_import_cancelled_on_its_way_leaves_nothing() {
    let mut page = Page::open();
    read_large(&mut page);
    let first = page.act(Act::TakenIn);
    let effects = go_on(&mut page, first, 3);
    assert!(page.state.exchange.taking.is_some());
    // Nothing else is recorded meanwhile.
    let note = recourse::journal::Withdrawal { entries: Vec::new(), reason: String::new() };
    page.turn(Event::Record(Box::new(Body::Withdrawal(note)), None));
    assert!(page.state.journal.is_empty());
    page.act(Act::Cancelled);
    go_on(&mut page, effects, usize::MAX);
    assert!(page.state.journal.is_empty() && page.invoices() == 0);
    assert!(matches!(page.state.exchange.stage, Stage::Waiting));
}

const AGEING: &str = "Sample Books,,,\nAs of 2026-08-15,,,\n,,,\n\
    Customer,Current,1 - 30,31 - 60,61 - 90,91 and over,Total (EUR)\n\
    Sample Bakery,0.00,1250.00,0.00,0.00,0.00,1250.00\n";

const LEDGER_BY_NAME: &str = "customer_name,invoice_number,issued,due,amount,currency\n\
    Sample Bakery,S-1,2026-07-01,2026-07-31,1200.00,EUR\n";

#[test]
fn an_invoice_and_a_balance_say_where_they_were_read() {
    let mut page = Page::open();
    page.import(vec![named("ledger.csv", LEDGER_BY_NAME), named("ageing.csv", AGEING)]);
    let format = PlainFormat::default();
    let id = CustomerId::from_ledger_name("Sample Bakery").unwrap();
    let screen = Screen { state: &page.state, format: &format };
    let shown = ledger::ledger(&screen, &id).unwrap();
    let invoice = &shown.invoices[0];
    assert_eq!((invoice.number.as_str(), invoice.is_overdue), ("S-1", true));
    let line = &invoice.origin.line;
    assert!(line.starts_with("from ledger.csv, row 2, imported on"), "{line}");
    let (short, full) = invoice.origin.hash.clone().unwrap();
    assert!(full.starts_with(&short) && (short.len(), full.len()) == (8, 64));
    let balance = &shown.balances[0];
    assert!(balance.as_of.contains("2026"), "{balance:?}");
    assert!(!balance.agrees && balance.difference.contains("50.00"), "{balance:?}");
    assert!(balance.difference.contains("more than"), "{balance:?}");
    assert!(balance.origin.line.starts_with("from ageing.csv, row 5"), "{balance:?}");
    // The balance counts nowhere: what is owed is what the invoices say.
    assert_eq!(page.invoices(), 1);
    let owed = page.state.desk.summary(&id).unwrap().owed.clone();
    assert_eq!(owed.iter().map(|m| m.minor()).sum::<i64>(), 120_000);
}

#[test]
fn what_changes_is_tried_after_the_counts_are_shown() {
    let mut page = Page::open();
    page.import(vec![named("large.csv", &large())]);
    let paid = large().replace(",12.50,", ",13.50,");
    let job = page.drop(vec![named("again.csv", &paid)]).unwrap();
    let given = read(page.waiting.clone(), Purpose::Import, &job.answers);
    let mut effects = page.act(Act::Finished(job.number, Box::new(given)));
    let mut turns = 0;
    while page.state.exchange.trying.is_none() {
        let Some(Effect::Again(event)) = effects.pop() else { panic!("it goes on by itself") };
        effects = page.turn(*event);
        turns += 1;
    }
    assert!(turns > 5, "4,500 facts are not compared in one turn");
    let seen = page.understood();
    let tried = page.outlook();
    assert!(seen.why_not.is_none() && tried.changes.is_empty());
    assert!(tried.lead.contains("being tried"), "{}", tried.lead);
    go_on(&mut page, effects, usize::MAX);
    assert_eq!(page.understood(), seen, "the rest of the page stays as it is");
    let tried = page.outlook();
    assert!(tried.lead.contains("figures would change"), "{}", tried.lead);
    assert!(tried.changes[0].contains("187.50"), "{:?}", tried.changes);
}
