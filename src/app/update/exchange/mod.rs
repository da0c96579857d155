//! Exchange: files in, the whole book out, files checked.

mod answers;
mod count;
mod event;
mod form;
mod intake;
mod job;
mod outlook;
mod refusal;
mod restore;
mod share;
mod take;
mod turn;

pub use answers::{Answers, Ask};
pub use count::{Count, FileCount};
pub use event::Event;
pub use form::{Asked, Check, Form, Found, NotAsked, Paste, Progress, Stage, Taken, Unit, What};
pub use intake::{BookFile, CheckedBook, Given, Input, Intake};
pub use job::{Job, Origin, Purpose};
pub use outlook::{Change, Disagreement, Figure, Outlook};
pub use refusal::{Refusal, closed, refusal, sealed};
pub use turn::update;
