//! What makes collections wait, one reason a file.

pub(super) mod allocation;
pub(super) mod cash_data;
pub mod checks;
pub(super) mod contact;
pub(super) mod dispute;
pub(super) mod hold;
pub mod pauses;
pub(super) mod promise;
pub(super) mod tolerance;
