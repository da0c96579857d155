//! State, events and effects; one update for each place; view models and words. Pure.
//!
//! One turn: a person acts, a page sends an [`Event`], the shell adds [`Now`],
//! [`update::update`] changes the [`State`] and answers with [`Effect`]s, the shell
//! carries them out, and what fails comes back as an event.

pub mod credit_desk;
pub mod desk;
pub mod effect;
pub mod event;
pub mod format;
pub mod in_force;
pub mod lang;
pub mod leftovers;
pub mod now;
pub mod route;
pub mod state;
pub mod toast;
pub mod update;
pub mod view_model;
pub mod watch;
pub mod words;

pub use desk::{Desk, Summary};
pub use effect::Effect;
pub use event::Event;
pub use format::{Format, PlainFormat};
pub use lang::Lang;
pub use now::Now;
pub use route::Route;
pub use state::{Screen, State};
