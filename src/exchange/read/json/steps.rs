//! A text parsed some values at a time: what is open stands beside the parser and not on its stack.

use super::fault::{JsonError, JsonFault, Wanted};
use super::mend::{MendKind, Mends};
use super::parser::{DEPTH_MAX, Document, Open, Parser};
use super::value::{Member, Node, Span, Value};

/// A list or an object that is open, as far as it was read.
#[derive(Clone, Debug)]
pub(super) enum Partial {
    List {
        start: usize,
        items: Vec<Node>,
    },
    /// Without a start where it stands in another object without a name: its members are that one's.
    Object {
        start: Option<usize>,
        members: Vec<Member>,
        /// Of the value that comes next.
        name: Box<str>,
    },
}

impl Partial {
    fn object(start: Option<usize>) -> Self {
        Self::Object { start, members: Vec::new(), name: Box::default() }
    }

    fn takes(&mut self, node: Node) {
        match self {
            Self::List { items, .. } => items.push(node),
            Self::Object { members, name, .. } => {
                members.push(Member { name: std::mem::take(name), value: node });
            }
        }
    }
}

/// A text that is being parsed, some values at a time.
#[derive(Clone, Debug)]
pub struct Parsing {
    text: String,
    at: usize,
    mends: Mends,
    open: Vec<Open>,
    partial: Vec<Partial>,
    looks: u32,
    roots: Vec<Node>,
}

impl Parsing {
    #[must_use]
    pub fn begin(text: String) -> Self {
        let Parser { at, mends, open, partial, looks, .. } = Parser::new("");
        Self { text, at, mends, open, partial, looks, roots: Vec::new() }
    }

    /// Goes on by some values; true when none is left.
    ///
    /// # Errors
    /// As [`parse`].
    pub fn step(&mut self, values: usize) -> Result<bool, JsonError> {
        let mut parser = Parser {
            text: &self.text,
            at: self.at,
            mends: std::mem::take(&mut self.mends),
            open: std::mem::take(&mut self.open),
            partial: std::mem::take(&mut self.partial),
            looks: self.looks,
        };
        let is_done = parser.roots(&mut self.roots, values)?;
        let Parser { at, mends, open, partial, looks, .. } = parser;
        (self.at, self.mends, self.open, self.partial, self.looks) =
            (at, mends, open, partial, looks);
        Ok(is_done)
    }

    /// The text, and what it holds; of one that was not parsed to its end what was.
    #[must_use]
    pub fn finish(self) -> (String, Document) {
        (self.text, Document { roots: self.roots, mends: self.mends })
    }

    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl Parser<'_> {
    /// Goes on with the documents of a text by some values; true when the text is at its end.
    pub(super) fn roots(
        &mut self,
        roots: &mut Vec<Node>,
        mut values: usize,
    ) -> Result<bool, JsonError> {
        loop {
            if !self.partial.is_empty() {
                match self.go_on(0, &mut values)? {
                    Some(root) => roots.push(root),
                    None => return Ok(false),
                }
            }
            self.space();
            // Whatever stands before the last was followed by another, so it is no bare value.
            let follows = roots.last().is_none_or(|root| root.is_object() || root.is_list());
            match self.peek() {
                None if roots.is_empty() => return Err(self.error(JsonFault::Empty)),
                None => return Ok(true),
                Some(_) if roots.is_empty() => {}
                Some(b'{' | b'[') if follows => {
                    self.note(MendKind::SeveralDocuments);
                }
                Some(_) if follows => {
                    self.note(MendKind::TrailingText);
                    return Ok(true);
                }
                Some(_) => return Err(self.unexpected(Wanted::CommaOrClose)),
            }
            roots.extend(self.begin()?);
        }
    }

    /// A whole value.
    pub(super) fn value(&mut self) -> Result<Node, JsonError> {
        let (depth, mut values) = (self.partial.len(), usize::MAX);
        if let Some(node) = self.begin()? {
            return Ok(node);
        }
        self.go_on(depth, &mut values)?.ok_or_else(|| self.cut_off())
    }

    /// A value that is no list and no object; of those only the bracket is read, and nothing given.
    fn begin(&mut self) -> Result<Option<Node>, JsonError> {
        let start = self.at;
        let value = match self.peek() {
            Some(b'{') => {
                self.enter(Open::Object, Partial::object(Some(start)))?;
                return Ok(None);
            }
            Some(b'[') => {
                self.enter(Open::List, Partial::List { start, items: Vec::new() })?;
                return Ok(None);
            }
            Some(b'"') => match self.unescaped_json() {
                Some(value) => value,
                None => Value::Text(self.quoted()?),
            },
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b'<') if !self.open.is_empty() => self.placeholder()?,
            Some(byte) if byte.is_ascii_alphabetic() => self.word()?,
            Some(0x80..) if self.at_curly_quote() => Value::Text(self.quoted()?),
            _ => return Err(self.unexpected(Wanted::Value)),
        };
        Ok(Some(Node { value, span: Span { start, end: self.at } }))
    }

    fn enter(&mut self, open: Open, partial: Partial) -> Result<(), JsonError> {
        if self.open.len() >= DEPTH_MAX {
            return Err(self.error(JsonFault::TooDeep));
        }
        self.open.push(open);
        self.partial.push(partial);
        self.at += 1;
        Ok(())
    }

    /// Goes on until the bracket is closed around which `depth` are open, or for so many values;
    /// nothing when it is not closed yet.
    fn go_on(&mut self, depth: usize, values: &mut usize) -> Result<Option<Node>, JsonError> {
        loop {
            let Some(left) = values.checked_sub(1) else {
                return Ok(None);
            };
            *values = left;
            let Some(node) = self.next()? else {
                continue;
            };
            let is_whole = self.partial.len() <= depth;
            match self.partial.last_mut().filter(|_| !is_whole) {
                Some(partial) => partial.takes(node),
                None => return Ok(Some(node)),
            }
        }
    }

    /// The next value of the innermost bracket, or that bracket's own value when it is closed.
    fn next(&mut self) -> Result<Option<Node>, JsonError> {
        let (is_first, close) = match self.partial.last() {
            Some(Partial::List { items, .. }) => (items.is_empty(), b']'),
            Some(Partial::Object { members, .. }) => (members.is_empty(), b'}'),
            None => return self.begin(),
        };
        if self.between(is_first, close)? {
            return Ok(self.close());
        }
        if close == b'}' {
            if self.peek() == Some(b'{') {
                self.note(MendKind::UnnamedObject);
                self.enter(Open::Object, Partial::object(None))?;
                return Ok(None);
            }
            let named = self.name()?;
            if let Some(Partial::Object { name, .. }) = self.partial.last_mut() {
                *name = named;
            }
        }
        self.begin()
    }

    fn close(&mut self) -> Option<Node> {
        self.open.pop();
        let (start, value) = match self.partial.pop()? {
            Partial::List { start, items } => (start, Value::List(items)),
            Partial::Object { start, members, .. } => {
                self.note_duplicates(&members);
                let Some(start) = start else {
                    self.add_members(members);
                    return None;
                };
                (start, Value::Object(members))
            }
        };
        Some(Node { value, span: Span { start, end: self.at } })
    }

    /// What an object without a name holds belongs to the one around it.
    fn add_members(&mut self, members: Vec<Member>) {
        if let Some(Partial::Object { members: around, .. }) = self.partial.last_mut() {
            around.extend(members);
        }
    }

    /// The name of a member, up to its value.
    fn name(&mut self) -> Result<Box<str>, JsonError> {
        if self.peek() != Some(b'"') && !self.at_curly_quote() {
            return Err(self.unexpected(Wanted::Name));
        }
        let name = self.quoted()?;
        self.space();
        if self.peek() != Some(b':') {
            return Err(self.unexpected(Wanted::Colon));
        }
        self.at += 1;
        self.space();
        Ok(name)
    }
}
