//! What a JSON text says, with the places where it says it.

/// Bytes of the text, from `start` up to but not with `end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

/// One value and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub value: Value,
    pub span: Span,
}

/// A JSON value. Numbers stay text, so that no digit is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Null,
    Bool(bool),
    Number(Box<str>),
    Text(Box<str>),
    List(Vec<Node>),
    Object(Vec<Member>),
}

/// A named value of an object, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub name: Box<str>,
    pub value: Node,
}

impl Node {
    /// The members of an object; none for anything else.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        match &self.value {
            Value::Object(members) => members,
            _ => &[],
        }
    }

    /// The items of a list; none for anything else.
    #[must_use]
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The member of this name; failing that, one whose name differs only in the case of letters.
    /// Of two members with one name the later counts, as in a browser.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Node> {
        let members = self.members();
        let exact = members.iter().rev().find(|m| &*m.name == name);
        exact
            .or_else(|| members.iter().rev().find(|m| m.name.eq_ignore_ascii_case(name)))
            .map(|m| &m.value)
    }

    /// The first of several names that is there and not null.
    #[must_use]
    pub fn get_any(&self, names: &[&str]) -> Option<&Node> {
        names.iter().filter_map(|name| self.get(name)).find(|node| node.value != Value::Null)
    }

    /// The member at the end of a path of names.
    #[must_use]
    pub fn at(&self, path: &[&str]) -> Option<&Node> {
        path.iter().try_fold(self, |node, name| node.get(name))
    }

    #[must_use]
    pub fn is_object(&self) -> bool {
        matches!(self.value, Value::Object(_))
    }

    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self.value, Value::List(_))
    }

    /// Text, number or truth value as text; nothing for null, lists and objects.
    #[must_use]
    pub fn scalar(&self) -> Option<&str> {
        match &self.value {
            Value::Number(text) | Value::Text(text) => Some(text),
            Value::Bool(true) => Some("true"),
            Value::Bool(false) => Some("false"),
            Value::Null | Value::List(_) | Value::Object(_) => None,
        }
    }

    /// The value as compact JSON text, for fields that are kept without being understood.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match &self.value {
            Value::Null => out.push_str("null"),
            Value::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
            Value::Number(text) => out.push_str(text),
            Value::Text(text) => write_text(text, out),
            Value::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    separate(index, out);
                    item.write(out);
                }
                out.push(']');
            }
            Value::Object(members) => {
                out.push('{');
                for (index, member) in members.iter().enumerate() {
                    separate(index, out);
                    write_text(&member.name, out);
                    out.push(':');
                    member.value.write(out);
                }
                out.push('}');
            }
        }
    }
}

fn separate(index: usize, out: &mut String) {
    if index > 0 {
        out.push(',');
    }
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if u32::from(c) < 0x20 => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}
