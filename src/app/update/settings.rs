//! Settings: its events and its form.

use crate::app::{Effect, Now, State};

/// What can happen here.
#[derive(Clone, Debug)]
pub enum Event {}

/// What is being typed or chosen here.
#[derive(Clone, Debug)]
pub struct Form {
    /// Single keys act; switched off for those who speak to their computer.
    pub single_keys: bool,
}

impl Default for Form {
    fn default() -> Self {
        Self { single_keys: true }
    }
}

pub fn update(_state: &mut State, event: Event, _now: &mut Now) -> Vec<Effect> {
    match event {}
}
