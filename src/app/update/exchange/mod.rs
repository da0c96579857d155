//! Exchange: files in, the whole book out, files checked.

mod answers;
mod comparing;
mod count;
mod event;
mod form;
mod intake;
mod job;
mod mapping;
mod naming;
mod outlook;
mod refusal;
mod restore;
mod share;
mod take;
mod taking;
mod turn;

pub use answers::{Answers, Ask};
pub use count::{Count, Counting, FileCount};
pub use event::Event;
pub use form::{Asked, Check, Form, Found, NotAsked, Paste, Progress, Stage, Taken, Unit, What};
pub use intake::{BookFile, CheckedBook, Given, Input, Intake, looks_like_book};
pub use job::{Job, Origin, Purpose};
pub use mapping::{Lack, Mapping, table_of};
pub use naming::{NameAsked, NameChoice, Naming, matches};
pub use outlook::{Change, Disagreement, Figure, Outlook};
pub use refusal::{Refusal, closed, refusal, sealed};
pub use taking::Taking;
pub use turn::update;
