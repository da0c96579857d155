//! Policy: a draft is begun, edited, tried on the whole book, proposed, and approved by a second person.

mod begin;
mod challenger;
mod columns;
mod draft;
mod edit;
mod event;
mod export;
mod form;
mod hand;
mod names;
mod place;
mod publish;
mod study;
mod turn;

pub use begin::in_force_json;
pub use challenger::{may_end, may_name};
pub use draft::Draft;
pub use edit::{Edit, Item, Typed, Wants, text_of};
pub use event::{Event, From, Hand};
pub use form::{Checked, Effects, Form, OneChange, Pane, Refused, Tried};
pub use hand::act;
pub use place::{at as value_at, within};
pub use publish::{No, approvals_wanted, may_approve, may_propose, proposals};
pub use study::Study;
pub use turn::update;
