//! What can happen. Each place has its own events in its own update file.

use super::lang::Lang;
use super::route::Route;
use super::state::{Kept, Loaded, Namespace, Theme};
use super::update::{
    at_risk, collections, credit, customers, exchange, history, palette, policy, rules, settings,
    subscriptions, suspicion, today,
};
use crate::domain::Day;
use crate::domain::ids::EntryId;
use crate::journal::{Body, Entry};
use crate::store::Generation;

/// Something a person did, or that the outside reports.
#[derive(Clone, Debug)]
pub enum Event {
    // From the shell.
    /// The kept book of a namespace was read, or could not be.
    Loaded(Namespace, Box<Loaded>),
    /// So many of a hundred parts of the kept book are read.
    ReadSoFar(u8),
    /// The book that was read is to be made ready further.
    OpenFurther,
    /// The book is to be folded anew further.
    RefoldFurther,
    /// More of what nobody needs is to be given back.
    ClearFurther,
    /// What became of keeping entries.
    Kept(Kept),
    Erased(Namespace),
    /// Which backups there are in this browser.
    BackedUp(Vec<Generation>),
    BackupUnreadable,
    /// Another tab recorded entries.
    Foreign(Vec<Entry>),
    /// Another tab has written the rest of what seemed to be cut off.
    Whole(Vec<String>),
    Navigated(Route),
    /// A minute has passed, or the page was shown again.
    Tick,
    /// A new version of the page waits.
    UpdateReady,
    Failed(String),

    // From anywhere on the page.
    LangChosen(Lang),
    ThemeChosen(Theme),
    /// Show the book as it was known at the end of a day; none for now.
    KnownAt(Option<Day>),
    SampleOpened,
    SampleRemoved,
    /// Record one thing; it takes effect on the day given, or today.
    Record(Box<Body>, Option<Day>),
    /// Withdraw entries.
    Undo(Vec<EntryId>),
    /// Withdraw the last thing recorded here.
    UndoLast,
    ToastDismissed(u64),
    /// Take back what a toast tells of.
    ToastUndone(u64),
    /// The pointer or the focus is on the toasts: none may go away.
    ToastsHeld(bool),
    UpdateAccepted,
    /// Save everything that was kept, readable or not, as a file.
    RescueAsked,
    /// Read the kept book again.
    ReadAgain,
    /// A single key was pressed outside of fields, by its name.
    Key(String),
    Print,
    Copy(String),

    // From one place each.
    Today(today::Event),
    Customers(customers::Event),
    Subscriptions(subscriptions::Event),
    AtRisk(at_risk::Event),
    Credit(credit::Event),
    Collections(collections::Event),
    Suspicion(suspicion::Event),
    Policy(policy::Event),
    Rules(rules::Event),
    Exchange(exchange::Event),
    History(history::Event),
    Settings(settings::Event),
    Palette(palette::Event),
}
