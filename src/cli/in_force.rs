//! The policy that decides on a day, or why none can be told.

use super::end::Stop;
use crate::app::Lang;
use crate::app::words::{policy_faults, terminal as words};
use crate::book::Book;
use crate::domain::Day;
use crate::engine::credit;
use crate::policy::Compiled;
use crate::policy::fault::Weight;

/// The policy in force on the day.
///
/// # Errors
/// [`Stop::Findings`] when it cannot be used: another would answer otherwise, so none is taken for it.
pub fn in_force(book: &Book, day: Day, lang: Lang) -> Result<Compiled, Stop> {
    credit::in_force(book, day).map_err(|faults| {
        let first = faults.iter().find(|f| f.weight == Weight::Error);
        let first = first.map(|f| policy_faults::placed(lang, f)).unwrap_or_default();
        Stop::Findings(words::policy_unusable(lang, &day.to_string(), &first))
    })
}
