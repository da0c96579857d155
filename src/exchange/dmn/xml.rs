//! As much XML as DMN needs: elements, attributes and text; no document types, no entities of
//! its own, no namespaces beyond dropping the prefix.

use super::problem::{XmlError, XmlProblem};

/// An element with what it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Without its prefix.
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Element>,
    /// All text directly within.
    pub text: String,
    pub line: usize,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> + 'a {
        self.children.iter().filter(move |c| c.name == name)
    }

    pub fn first(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|c| c.name == name)
    }

    /// The content of the `text` element within, as DMN wraps every cell.
    pub fn wrapped(&self) -> Option<&str> {
        self.first("text").map(|t| trimmed(&t.text))
    }
}

/// Deeper than any DMN file goes.
const DEPTH_MAX: usize = 64;

/// Reads one document.
pub fn parse(text: &str) -> Result<Element, XmlError> {
    let text = text.trim_start_matches('\u{FEFF}');
    let mut reader = Reader { text, at: 0, line: 1 };
    let mut open: Vec<Element> = vec![Element::default()];
    while let Some(rest) = reader.rest().filter(|rest| !rest.is_empty()) {
        if rest.starts_with('<') {
            reader.markup(&mut open)?;
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            let decoded = reader.decoded(rest.get(..end).unwrap_or_default())?;
            if let Some(element) = open.last_mut() {
                element.text.push_str(&decoded);
            }
            reader.skip(end);
        }
    }
    match open.as_slice() {
        [document] => match document.children.as_slice() {
            [root] => Ok(root.clone()),
            _ => Err(reader.error(XmlProblem::NotOneElement)),
        },
        [.., unclosed] => Err(reader.error(XmlProblem::NotClosed(unclosed.name.clone()))),
        [] => Err(reader.error(XmlProblem::NotOneElement)),
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// Counted along: from the beginning for each element, long files would take minutes.
    line: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> Option<&'a str> {
        self.text.get(self.at..)
    }

    fn skip(&mut self, bytes: usize) {
        let end = self.at.saturating_add(bytes);
        let passed = self.text.as_bytes().get(self.at..end).unwrap_or_default();
        let breaks = passed.iter().filter(|byte| **byte == b'\n').count();
        self.line = self.line.saturating_add(breaks);
        self.at = end;
    }

    fn error(&self, problem: XmlProblem) -> XmlError {
        XmlError { line: self.line, problem }
    }

    /// Up to an end mark, which is passed over; the position stands behind it.
    fn until(&mut self, start: &str, end: &str) -> Result<&'a str, XmlError> {
        let rest = self.rest().unwrap_or_default();
        let body = rest.get(start.len()..).unwrap_or_default();
        let Some(length) = body.find(end) else {
            return Err(
                self.error(XmlProblem::NoEnd { start: start.to_owned(), end: end.to_owned() })
            );
        };
        self.skip(start.len().saturating_add(length).saturating_add(end.len()));
        Ok(body.get(..length).unwrap_or_default())
    }

    fn markup(&mut self, open: &mut Vec<Element>) -> Result<(), XmlError> {
        let rest = self.rest().unwrap_or_default();
        if rest.starts_with("<!--") {
            self.until("<!--", "-->")?;
        } else if rest.starts_with("<?") {
            self.until("<?", "?>")?;
        } else if rest.starts_with("<![CDATA[") {
            let text = self.until("<![CDATA[", "]]>")?;
            if let Some(element) = open.last_mut() {
                element.text.push_str(text);
            }
        } else if rest.starts_with("<!") {
            return Err(self.error(XmlProblem::DocumentType));
        } else if rest.starts_with("</") {
            let name = local(self.until("</", ">")?.trim()).to_owned();
            self.close(&name, open)?;
        } else {
            self.begin(open)?;
        }
        Ok(())
    }

    fn close(&self, name: &str, open: &mut Vec<Element>) -> Result<(), XmlError> {
        let matches = open.len() > 1 && open.last().is_some_and(|e| e.name == name);
        if !matches {
            return Err(self.error(XmlProblem::NotOpen(name.to_owned())));
        }
        if let (Some(done), Some(parent)) = (open.pop(), open.last_mut()) {
            parent.children.push(done);
        }
        Ok(())
    }

    fn begin(&mut self, open: &mut Vec<Element>) -> Result<(), XmlError> {
        if open.len() > DEPTH_MAX {
            return Err(self.error(XmlProblem::TooDeep));
        }
        let line = self.line;
        self.skip(1);
        let mut element =
            Element { name: local(self.name()?).to_owned(), line, ..Element::default() };
        loop {
            self.space();
            let rest = self.rest().unwrap_or_default();
            if rest.starts_with("/>") {
                self.skip(2);
                if let Some(parent) = open.last_mut() {
                    parent.children.push(element);
                }
                return Ok(());
            }
            if rest.starts_with('>') {
                self.skip(1);
                open.push(element);
                return Ok(());
            }
            element.attributes.push(self.attribute()?);
        }
    }

    fn attribute(&mut self) -> Result<(String, String), XmlError> {
        let name = self.name()?.to_owned();
        self.space();
        if !self.rest().unwrap_or_default().starts_with('=') {
            return Err(self.error(XmlProblem::NoValue(name)));
        }
        self.skip(1);
        self.space();
        let quote = match self.rest().and_then(|r| r.chars().next()) {
            Some('"') => "\"",
            Some('\'') => "'",
            _ => return Err(self.error(XmlProblem::NotQuoted(name))),
        };
        let value = self.until(quote, quote)?;
        Ok((name, self.decoded(value)?))
    }

    fn name(&mut self) -> Result<&'a str, XmlError> {
        let rest = self.rest().unwrap_or_default();
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
        let length = rest.find(|c| !fits(c)).unwrap_or(rest.len());
        if length == 0 {
            return Err(self.error(XmlProblem::NoName));
        }
        self.skip(length);
        Ok(rest.get(..length).unwrap_or_default())
    }

    fn space(&mut self) {
        let rest = self.rest().unwrap_or_default();
        self.skip(rest.len().saturating_sub(rest.trim_start().len()));
    }

    /// Text with its references resolved; only the five of XML itself and characters by number.
    fn decoded(&self, text: &str) -> Result<String, XmlError> {
        let mut decoded = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('&') {
            decoded.push_str(before);
            let (name, behind) =
                after.split_once(';').ok_or_else(|| self.error(XmlProblem::BareAmpersand))?;
            let character = match name {
                "lt" => Some('<'),
                "gt" => Some('>'),
                "amp" => Some('&'),
                "quot" => Some('"'),
                "apos" => Some('\''),
                _ => numbered(name),
            };
            let character = character
                .ok_or_else(|| self.error(XmlProblem::UnknownReference(name.to_owned())))?;
            decoded.push(character);
            rest = behind;
        }
        decoded.push_str(rest);
        Ok(decoded)
    }
}

fn numbered(name: &str) -> Option<char> {
    let code = name.strip_prefix('#')?;
    let number = match code.strip_prefix('x') {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => code.parse().ok(),
    };
    number.and_then(char::from_u32)
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Without the white space of XML round it, which editors put there to make a file easier to read.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\r', '\n'])
}

/// Text for content and attributes. Characters that XML cannot hold are an error of the caller.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            '\t' => escaped.push_str("&#9;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Whether XML 1.0 can hold a character.
pub fn can_hold(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}
