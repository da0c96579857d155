//! What text itself can tell: names folded for comparing, and characters that deceive the eye.

/// A name for comparing: trimmed, lower case, inner white space single, no-break and zero-width spaces gone.
/// Two names that fold alike are the same name written twice; nothing looser joins customers.
#[must_use]
pub fn fold_name(name: &str) -> String {
    let visible: String =
        name.chars().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters that reorder or hide text: direction overrides and isolates, zero-width marks.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}' | '\u{061C}')
}

/// Whether a name carries characters that reorder or hide what is read.
#[must_use]
pub fn deceives(name: &str) -> bool {
    name.chars().any(is_invisible)
}

/// At most `max` characters, with an ellipsis where something was cut.
#[must_use]
pub fn shorten(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(max.saturating_sub(1)).collect();
    cut.push('…');
    cut
}
