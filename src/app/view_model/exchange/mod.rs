//! What the exchange page shows.

mod book;
mod file;
mod first;
mod listed;
mod mapping;
mod naming;
mod outlook;
mod page;
mod share;
mod understood;

pub use book::{BookText, Word, checked};
pub use file::{CountText, FileText, IdleText, ProblemText};
pub use listed::ListedText;
pub use mapping::{ColumnText, MappingText, held, mapping};
pub use naming::{NameText, NamingText, OTHER, SearchText, choice, naming, search};
pub use outlook::{OutlookText, outlook};
pub use page::{Page, ProgressText, Reason, StageText, StepText, page, progress};
pub use share::{Offered, ShareText, newest_revision, share};
pub use understood::{QuestionText, Understood};
