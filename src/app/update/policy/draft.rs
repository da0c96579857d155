//! A policy in the making.

use std::sync::Arc;

use serde_json::Value;

use super::edit::{Before, Edit, apply};
use super::place;

/// Edits that can be taken back.
const UNDO_MAX: usize = 200;

/// A draft: the document as it stands, and the way back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    pub json: Arc<Value>,
    /// The policy in force when it began, for the differences.
    pub base: Arc<Value>,
    /// Tells this draft from others.
    pub number: u64,
    /// Counts the edits: results of older counts are old.
    pub edits: u64,
    undo: Vec<Before>,
    redo: Vec<Before>,
    /// The last edit was typing at this place; more typing there is the same edit.
    typing: Option<String>,
}

impl Draft {
    #[must_use]
    pub fn new(json: Value, base: Arc<Value>, number: u64) -> Self {
        Self { json: Arc::new(json), base, number, ..Self::default() }
    }

    /// The document as text, without white space.
    #[must_use]
    pub fn text(&self) -> String {
        self.json.to_string()
    }

    #[must_use]
    pub fn at(&self, place: &str) -> Option<&Value> {
        place::at(&self.json, place)
    }

    #[must_use]
    pub fn text_at(&self, place: &str) -> &str {
        self.at(place).and_then(Value::as_str).unwrap_or_default()
    }

    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Whether the edit changed anything.
    pub fn edit(&mut self, edit: Edit) -> bool {
        let typed = match &edit {
            Edit::Set { place, .. } => Some(place.clone()),
            _ => None,
        };
        let Some(before) = apply(Arc::make_mut(&mut self.json), edit) else {
            return false;
        };
        let goes_on = typed.is_some() && typed == self.typing;
        if !goes_on {
            self.undo.push(before);
            if self.undo.len() > UNDO_MAX {
                self.undo.remove(0);
            }
        }
        self.typing = typed;
        self.redo.clear();
        self.edits = self.edits.saturating_add(1);
        true
    }

    /// What is typed next is an edit of its own.
    pub fn pause(&mut self) {
        self.typing = None;
    }

    pub fn undo(&mut self) -> bool {
        let Some(before) = self.undo.pop() else {
            return false;
        };
        let now = self.put_back(before);
        self.redo.push(now);
        true
    }

    pub fn redo(&mut self) -> bool {
        let Some(before) = self.redo.pop() else {
            return false;
        };
        let now = self.put_back(before);
        self.undo.push(now);
        true
    }

    fn put_back(&mut self, before: Before) -> Before {
        self.typing = None;
        self.edits = self.edits.saturating_add(1);
        let json = Arc::make_mut(&mut self.json);
        let value = place::put(json, &before.place, before.value);
        Before { place: before.place, value }
    }
}
