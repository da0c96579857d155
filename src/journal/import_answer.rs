//! What a person said about files, remembered for the next of their kind.

use serde::{Deserialize, Serialize};

use crate::domain::Currency;
use crate::domain::ids::CustomerId;

/// An answer that later imports need not ask for again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportAnswer {
    /// About tables with certain headers.
    Form(ImportForm),
    /// About a name in a ledger.
    Name(ImportName),
}

/// What the columns of tables with these headers hold, and how their days and amounts are read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportForm {
    /// The names of all columns in their order, letters and digits only, in lower case.
    pub headers: Vec<String>,
    /// For a column of each of these names, the documented name of what it holds; empty for nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ImportColumn>,
    /// `day` or `month`: which stands first in dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_order: Option<String>,
    /// `point` or `comma`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal_mark: Option<String>,
    /// Of amounts that name none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportColumn {
    pub header: String,
    pub holds: String,
}

/// A ledger's name that stands for no tenant: it is a customer of its own, or is left out.
/// One that stands for a tenant is a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportName {
    pub name: CustomerId,
    pub left_out: bool,
}
