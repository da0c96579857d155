use std::sync::Arc;

use super::answers::Ask;
use super::form::{Progress, What};
use super::intake::Given;
use super::naming::NameChoice;
use crate::app::state::Backup;
use crate::domain::Instant;
use crate::domain::ids::CustomerId;
use crate::exchange::parcel::Listed;

/// What can happen here.
#[derive(Clone, Debug)]
pub enum Event {
    /// Files were dropped or chosen; they wait in the shell under this number. 0 when there were none.
    FilesGiven(u64),
    PasteNamed(String),
    PasteTyped(String),
    /// The pasted text is to be read.
    PasteGiven,
    Answered(Ask, String),
    /// What the columns of a file hold is to be said.
    MappingOpened(usize),
    MappingClosed,
    /// What a column holds, by the documented name of a field; empty for nothing.
    ColumnChosen {
        column: usize,
        field: String,
    },
    /// The files are to be read again with the columns as chosen.
    MappingAgreed,
    /// What a ledger's name is; none to decide later.
    NameChosen(CustomerId, Option<NameChoice>),
    /// Another customer is looked for, for this name.
    NameSearched(CustomerId, String),
    /// Names are to be joined with tenants of the same name but for its form.
    SameNamesAccepted,
    MoreNamesAsked,
    /// Reading is to stop; nothing is kept of it.
    Cancelled,
    /// Everything that was read is to be forgotten.
    StartedAgain,
    /// Everything new is to be appended.
    TakenIn,
    /// The rows of a file that were not taken are to be saved as a table.
    RefusedAsked(usize),
    /// A backup in this browser is to be looked at, as a colleague's file would be.
    BackupAsked(Instant),
    /// A backup was read.
    BackupOpened(Box<Backup>),
    /// The whole book is to be saved as a file.
    Exported,
    /// What is to be shared.
    WhatChosen(What),
    CustomerSearched(String),
    /// A customer is to be among those shared, or not.
    CustomerChosen(CustomerId, bool),
    /// A case, by its id.
    CaseChosen(String),
    FromTyped(String),
    UntilTyped(String),
    /// The part that is chosen is to be saved as a file.
    PartExported,
    /// A book file was given only to be checked.
    CheckGiven(u64),

    // From the shell.
    Progressed(u64, Progress),
    /// A job is done.
    Finished(u64, Box<Given>),
    /// What the files of a job are, while what they tell still travels.
    Listed(u64, Arc<[Listed]>),
    /// What was read is to be compared with the book, some further facts of it.
    ComparedOn(u64),
    /// What would read otherwise is to be tried further.
    TriedOn(u64),
    /// A large import is to be taken in further.
    TakenOn,
    /// Reading broke off, with the browser's remark.
    ReadingFailed(u64, String),
}
