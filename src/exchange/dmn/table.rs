//! One decision table of a DMN file.

use crate::policy::document::{Document, StageKind};
use crate::policy::table::{HitPolicy, TableText};

/// A table with its name, as one decision of a DMN file.
#[derive(Clone, Debug, PartialEq)]
pub struct DmnTable {
    /// Letters, digits, `_`, `-` and points; unique within the file.
    pub id: String,
    pub name: String,
    pub hit: HitPolicy,
    pub text: TableText,
}

impl DmnTable {
    /// The stages of a policy that are tables, in their order.
    #[must_use]
    pub fn all_of(document: &Document) -> Vec<Self> {
        let tables = document.stages.iter().filter_map(|stage| match &stage.kind {
            StageKind::Table(table) => Some(Self {
                id: stage.id.clone(),
                name: stage.label.en.clone(),
                hit: table.hit,
                text: table.text.clone(),
            }),
            StageKind::Rules(_) | StageKind::Limit(_) => None,
        });
        tables.collect()
    }
}
