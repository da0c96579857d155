//! What the exchange page shows.

mod book;
mod file;
mod outlook;
mod page;
mod share;
mod understood;

pub use book::{BookText, Word, checked};
pub use file::{CountText, FileText, ProblemText};
pub use outlook::OutlookText;
pub use page::{Page, ProgressText, Reason, StageText, StepText, page, progress};
pub use share::{Offered, ShareText, share};
pub use understood::{ColumnText, QuestionText, Understood};
