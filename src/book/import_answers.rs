//! What was said about files of a kind: the last word counts.

use std::collections::BTreeMap;

use crate::domain::ids::CustomerId;
use crate::journal::{ImportAnswer, ImportForm};

/// Answers that imports need not ask for again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportAnswers {
    /// By the folded names of all columns.
    pub forms: BTreeMap<Vec<String>, ImportForm>,
    /// Names in ledgers that stand for no tenant, and whether they are left out.
    pub names: BTreeMap<CustomerId, bool>,
}

impl ImportAnswers {
    pub(super) fn take(&mut self, answer: &ImportAnswer) {
        match answer {
            ImportAnswer::Form(form) => {
                self.forms.insert(form.headers.clone(), form.clone());
            }
            ImportAnswer::Name(name) => {
                self.names.insert(name.name.clone(), name.left_out);
            }
        }
    }
}
