//! Where a fact was read: the file, the row, the day and the person; the file's hash on demand.

use crate::app::Screen;
use crate::app::words::ledger as words;
use crate::book::Mark;

/// How many signs of a hash are shown at first.
const SHORT: usize = 8;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OriginText {
    pub line: String,
    /// The start of the file's hash, and all of it; none for what was recorded by hand.
    pub hash: Option<(String, String)>,
}

#[must_use]
pub fn origin(screen: &Screen<'_>, mark: &Mark) -> OriginText {
    let lang = screen.lang();
    let day = screen.format.day(mark.recorded.day());
    let who = if mark.by.is_empty() { words::nobody(lang) } else { &mark.by };
    match &mark.source {
        Some(source) => OriginText {
            line: words::from_file(lang, &source.file, &source.row.to_string(), &day, who),
            hash: (!source.sha256.is_empty())
                .then(|| (source.sha256.chars().take(SHORT).collect(), source.sha256.to_string())),
        },
        None => OriginText { line: words::from_hand(lang, &day, who), hash: None },
    }
}
