//! How deep brackets go, found without recursion before any parser sees the text.

/// No book nests deeper: an entry's body has at most a dozen levels.
const DEPTH_MAX: usize = 64;

/// The line, counted from 1, in which brackets get too deep; `depth` of them are open before.
pub(super) fn too_deep(text: &str, mut depth: usize) -> Option<usize> {
    let mut line = 1_usize;
    let (mut in_text, mut escaped) = (false, false);
    for byte in text.bytes() {
        if byte == b'\n' {
            line = line.saturating_add(1);
        }
        if in_text {
            (in_text, escaped) = (escaped || byte != b'"', !escaped && byte == b'\\');
            continue;
        }
        match byte {
            b'"' => in_text = true,
            b'{' | b'[' => depth = depth.saturating_add(1),
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH_MAX {
            return Some(line);
        }
    }
    None
}
