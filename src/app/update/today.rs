//! Today: its events and its form.

use crate::app::{Effect, Now, State};

/// What can happen here.
#[derive(Clone, Debug)]
pub enum Event {}

/// What is being typed or chosen here.
#[derive(Clone, Debug, Default)]
pub struct Form {}

pub fn update(_state: &mut State, event: Event, _now: &mut Now) -> Vec<Effect> {
    match event {}
}
