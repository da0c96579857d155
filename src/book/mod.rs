//! The fold: entries as known on a day become customers, receivables, ageing and cases.
//!
//! A book is what the journal says; what follows from it on a day (days past due, ageing)
//! is computed for that day and never stored.

mod about;
mod absorb;
mod account;
pub mod ageing;
mod case_file;
mod fold;
mod fold_steps;
mod import_answers;
mod kept;
mod ledger;
mod met;
mod policies;
mod pool;
mod ready;
pub mod receivables;
mod standing;

pub use about::{About, about, case_of, customer_of, touches};
pub use account::{Account, DisputeRecord, HoldRecord};
pub use ageing::{Ageing, Bucket};
pub use case_file::{AlertRecord, CaseFile};
pub use fold::{Book, Disagreement, fold};
pub use fold_steps::FoldSteps;
pub use import_answers::ImportAnswers;
pub use kept::{Kept, Mark, Recorded, SourceRef};
pub use policies::{
    ChallengerAnswerRecord, ChallengerRecord, PolicyApprovalRecord, PolicyDraftRecord, PolicyRecord,
};
pub use ready::{Holding, OpenAmount, Ready, receivables_on};
pub use receivables::{OpenItem, Receivables, Settled, receivables};
pub use standing::{standing, standing_of};
