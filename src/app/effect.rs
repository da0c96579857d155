//! What the shell is asked to do. The only way out of the pure part.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use super::event::Event;
use super::lang::Lang;
use super::route::Route;
use super::state::{Namespace, Theme};
use super::update::exchange::Job;
use crate::domain::Instant;
use crate::journal::{Entry, Operator};

/// A wish to the outside world.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Keep new entries; answered by `Event::Kept`.
    Keep(Namespace, Vec<Entry>),
    /// The book is on the screen: what can wait until then may begin.
    Opened,
    /// Read the kept book of a namespace; answered by `Event::Loaded`.
    Load(Namespace),
    /// Remove everything kept in a namespace; answered by `Event::Erased`.
    Erase(Namespace),
    /// Read a backup of the own book; answered by an exchange event.
    OpenBackup(Instant),
    /// Remember in this browser when a file of the whole book was handed out.
    KeepFileCopy(Instant),
    /// Hand a file to the browser to save.
    Download {
        name: String,
        mime: &'static str,
        content: String,
    },
    /// Go to a place; the address changes and comes back as `Event::Navigated`.
    Go(Route),
    /// Remember and apply the language.
    UseLang(Lang),
    /// Remember and apply the theme.
    UseTheme(Theme),
    /// Remember in this browser who works here.
    KeepOperator(Operator),
    /// Remember in this browser whether single keys act.
    KeepSingleKeys(bool),
    CopyText(String),
    Print,
    /// Move the keyboard's focus to the element with this id.
    Focus(String),
    /// Activate the new version of the page and load it.
    AcceptUpdate,
    /// Tell this event after the page has had its turn: long work goes on in steps.
    Again(Box<Event>),
    /// Read files a piece at a time; answered by exchange events.
    ReadFiles(Box<Job>),
    /// Give up reading the job of this number.
    StopReading(u64),
    /// Read one of the files of this number as text; answered by a policy event.
    ReadText {
        at: u64,
        bytes_max: usize,
    },
    /// Keep the draft of a policy over a reload, or forget it.
    KeepDraft(Namespace, Option<String>),
    /// Read the draft that was kept; answered by a policy event when there is one.
    ReadDraft(Namespace),
    /// Do slow work in pieces while the page stays live. Work that is asked for later takes its place.
    Work(Slow),
}

/// Work in pieces, each of a few milliseconds.
pub trait Work {
    fn step(&mut self) -> Progress;
}

/// How far work is.
pub enum Progress {
    More,
    /// There is something to tell, and more to do.
    Tell(Box<Event>),
    Done(Box<Event>),
}

/// Work that the shell carries out.
#[derive(Clone)]
pub struct Slow(pub Rc<RefCell<dyn Work>>);

impl fmt::Debug for Slow {
    /// Work holds the whole book and policies; were they written out here, the page would carry
    /// the code for all of them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Slow")
    }
}
