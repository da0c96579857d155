//! The policy page: the document as tables, its checks and tests, the book under a draft, the way into force.

mod book_pane;
mod build;
mod challenger;
mod changes_pane;
mod choices;
mod columns;
mod head;
mod ladder_line;
mod nav;
mod says;
mod sheet;
mod source;
mod spoken;
mod suggest;
mod swayed;
mod tests_pane;
mod thresholds;

pub use book_pane::{BookPane, GuardLine, RuleLine, book_pane};
pub use build::{ROWS_SHOWN, sheet};
pub use challenger::{ChallengerPanel, Running, Tried, challenger, why_not_name};
pub use changes_pane::{ChangeLine, ChangesPane, changes_pane};
pub use columns::new_row;
pub use head::{Head, InForce, Proposal, Refusal, RefusedFile, Work, head};
pub use ladder_line::{LadderLine, LadderMark, ladder_line};
pub use nav::{Part, parts};
pub use sheet::{CellText, ColumnHead, Control, Group, Problem, RowText, Sheet};
pub use suggest::{Offer, offers};
pub use swayed::{Limits, Swayed, Who};
pub use tests_pane::{FaultLine, TestLine, TestsPane, tests_pane};
