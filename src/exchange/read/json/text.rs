//! Texts in quotation marks, straight or curly, and their escapes.

use super::fault::JsonError;
use super::mend::MendKind;
use super::parser::Parser;

/// Curly and full-width quotation marks that word processors put in place of `"`.
const CURLY: [char; 5] = ['“', '”', '„', '‟', '＂'];

impl Parser<'_> {
    pub(super) fn at_curly_quote(&self) -> bool {
        self.rest().starts_with(CURLY)
    }

    /// Reads a text whose opening mark is here.
    pub(super) fn quoted(&mut self) -> Result<Box<str>, JsonError> {
        let curly = self.at_curly_quote();
        if curly {
            self.note(MendKind::CurlyQuotes);
        }
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
        if !curly && let Some(plain) = self.plain() {
            return Ok(plain);
        }
        let mut out = String::new();
        loop {
            let Some(c) = self.rest().chars().next() else {
                return Err(self.cut_off());
            };
            if c == '"' || (curly && CURLY.contains(&c)) {
                self.at += c.len_utf8();
                return Ok(out.into());
            }
            self.character(c, &mut out)?;
        }
    }

    /// The common case: no escape and no control character up to the closing mark.
    fn plain(&mut self) -> Option<Box<str>> {
        let rest = self.rest();
        let end = rest.bytes().position(|b| b == b'"' || b == b'\\' || b < 0x20)?;
        if rest.as_bytes().get(end) != Some(&b'"') {
            return None;
        }
        let text = rest.get(..end)?;
        self.at += end + 1;
        Some(text.into())
    }

    fn character(&mut self, c: char, out: &mut String) -> Result<(), JsonError> {
        if c == '\\' {
            return self.escape(out);
        }
        if u32::from(c) < 0x20 {
            self.note(MendKind::RawControl);
        }
        out.push(c);
        self.at += c.len_utf8();
        Ok(())
    }

    fn escape(&mut self, out: &mut String) -> Result<(), JsonError> {
        let plain = match self.byte_at(self.at + 1) {
            None => return Err(self.cut_off()),
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.unicode(out);
                return Ok(());
            }
            Some(_) => {
                self.note(MendKind::BadEscape);
                out.push('\\');
                self.at += 1;
                return Ok(());
            }
        };
        out.push(plain);
        self.at += 2;
        Ok(())
    }

    fn unicode(&mut self, out: &mut String) {
        let Some(first) = self.hex_at(self.at) else {
            self.note(MendKind::BadEscape);
            out.push('\\');
            self.at += 1;
            return;
        };
        if let Some(c) = char::from_u32(first) {
            out.push(c);
            self.at += 6;
            return;
        }
        let low = self.hex_at(self.at + 6).filter(|_| first < 0xDC00);
        let pair = low
            .filter(|l| (0xDC00..0xE000).contains(l))
            .and_then(|l| char::from_u32(0x10000 + ((first - 0xD800) << 10) + (l - 0xDC00)));
        match pair {
            Some(c) => {
                out.push(c);
                self.at += 12;
            }
            None => {
                self.note(MendKind::LoneSurrogate);
                out.push('\u{FFFD}');
                self.at += 6;
            }
        }
    }

    /// The code unit of `\uXXXX` at this place.
    fn hex_at(&self, at: usize) -> Option<u32> {
        let text = self.text.get(at..at + 6)?;
        let digits = text.strip_prefix("\\u")?;
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        u32::from_str_radix(digits, 16).ok()
    }
}
