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

/// A number as it is typed without its grouping: `1,234,567.50` is `1234567.50`.
///
/// Only whole groups of three before the point are grouping. Any other comma may be a decimal one, so that text stays as
/// it is, to be refused by whoever reads it: `12,5` is no 125.
#[must_use]
pub fn ungrouped(text: &str) -> String {
    let text = text.trim();
    let (whole, part) = text.split_once('.').map_or((text, None), |(w, p)| (w, Some(p)));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |rest| ("-", rest));
    let Some(mark) = whole.chars().find(|c| matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}')) else {
        return text.to_owned();
    };
    let is_group = |(at, group): (usize, &str)| {
        let fits = if at == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 };
        fits && group.bytes().all(|b| b.is_ascii_digit())
    };
    if !whole.split(mark).enumerate().all(is_group) {
        return text.to_owned();
    }
    let whole = whole.replace(mark, "");
    part.map_or_else(|| format!("{sign}{whole}"), |part| format!("{sign}{whole}.{part}"))
}

#[cfg(test)]
mod tests {
    use super::ungrouped;

    #[test]
    fn only_whole_groups_of_three_are_grouping() {
        for (typed, read) in [
            (" 1,234,567.50 ", "1234567.50"),
            ("-12,500", "-12500"),
            ("12\u{a0}500", "12500"),
            ("12.50", "12.50"),
            ("", ""),
            ("12,5", "12,5"),
            ("1.000,00", "1.000,00"),
            ("1,23,456", "1,23,456"),
            ("1,234 567", "1,234 567"),
            (",500", ",500"),
            ("EUR 500", "EUR 500"),
        ] {
            assert_eq!(ungrouped(typed), read, "{typed}");
        }
    }
}
