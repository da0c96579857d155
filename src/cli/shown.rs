//! Text from files, harmless at a terminal: what moves the cursor, colors, hides or reorders is shown as `�`.

use crate::domain::text::is_invisible;

/// One line; a break within it would pass for a line of our own.
pub fn line(text: &str) -> String {
    text.chars().map(|c| if acts(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// Several lines of our own.
pub fn lines(text: &str) -> String {
    let shown = |c: char| if acts(c) && c != '\n' { char::REPLACEMENT_CHARACTER } else { c };
    text.chars().map(shown).collect()
}

fn acts(c: char) -> bool {
    c.is_control() || is_invisible(c)
}
