//! The form of one kept value: a header, then lines, plain or packed.
//!
//! `recourse;FORM;BOOK;HOW;PART/PARTS;LINES;TEXT BYTES;PACKED BYTES;SUM`, a line break, the lines.
//! SUM is the first 16 digits of the SHA-256 of the header before it and the unpacked lines.

use std::fmt;

use super::key::Namespace;
use super::migration::{FORM, MIGRATIONS, lift};
use super::packing::{PackingFault, TEXT_BYTES_MAX, pack, unpack};
use crate::journal::Hash;

/// Text shorter than this is kept as it is: readable in the browser's own tools, and packed later.
const PLAIN_BYTES_MAX: usize = 4 * 1024;

const MAGIC: &str = "recourse";

/// Lines read back from a value, and which part of an update they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Envelope {
    pub part: u32,
    pub parts: u32,
    pub text: String,
}

impl Envelope {
    pub(super) fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.split('\n').filter(|line| !line.is_empty())
    }
}

/// Why a kept value cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It does not begin as a value of ours does.
    NotOurs,
    /// The header is there and cannot be read.
    Header,
    /// It belongs to the other book, the sample or the real one.
    OtherBook,
    /// Characters are missing, too many, or changed.
    Changed,
    /// The value is whole, and a line in it (counted from 1) is not an entry.
    Entry { line: usize, remark: String },
    /// A newer program wrote it, in a form this one does not know.
    Newer { form: u32 },
    /// The storage did not give it out.
    Withheld(String),
}

/// Writes a value.
pub(super) fn seal(namespace: Namespace, part: (u32, u32), text: &str) -> String {
    let lines = text.split('\n').filter(|l| !l.is_empty()).count();
    let (how, body, packed) = if text.len() < PLAIN_BYTES_MAX {
        ("plain", text.to_owned(), 0)
    } else {
        let (body, packed) = pack(text);
        ("packed", body, packed)
    };
    let head = format!(
        "{MAGIC};{FORM};{};{how};{}/{};{lines};{};{packed}",
        namespace.word(),
        part.0,
        part.1,
        text.len()
    );
    format!("{head};{}\n{body}", sum(&head, text))
}

/// Reads a value and checks all of it.
pub(super) fn open(namespace: Namespace, value: &str) -> Result<Envelope, Damage> {
    let (head, body) = value.split_once('\n').ok_or(Damage::NotOurs)?;
    let header = Header::parse(head)?;
    let text = header.text(body)?;
    if sum(header.summed, &text) != header.sum {
        return Err(Damage::Changed);
    }
    if header.namespace != namespace.word() {
        return Err(Damage::OtherBook);
    }
    let text =
        lift(MIGRATIONS, header.form, text).map_err(|remark| Damage::Entry { line: 0, remark })?;
    Ok(Envelope { part: header.part, parts: header.parts, text })
}

fn sum(head: &str, text: &str) -> String {
    let mut all = Hash::of_pieces(&[head.as_bytes(), b"\n", text.as_bytes()]).to_string();
    all.truncate(16);
    all
}

struct Header<'a> {
    form: u32,
    namespace: &'a str,
    packed: bool,
    part: u32,
    parts: u32,
    text_bytes: usize,
    packed_bytes: usize,
    /// The header as far as the sum covers it.
    summed: &'a str,
    sum: &'a str,
}

impl<'a> Header<'a> {
    fn parse(head: &'a str) -> Result<Self, Damage> {
        let fields: Vec<&str> = head.split(';').collect();
        let [MAGIC, form, rest @ ..] = fields.as_slice() else {
            return Err(Damage::NotOurs);
        };
        let form = number(form)?;
        if form > FORM {
            return Err(Damage::Newer { form });
        }
        let [namespace, how, part, _lines, text_bytes, packed_bytes, sum] = rest else {
            return Err(Damage::Header);
        };
        let (part, parts) = part.split_once('/').ok_or(Damage::Header)?;
        let (summed, _) = head.rsplit_once(';').ok_or(Damage::Header)?;
        Ok(Self {
            form,
            namespace,
            packed: match *how {
                "plain" => false,
                "packed" => true,
                _ => return Err(Damage::Header),
            },
            part: number(part)?,
            parts: number(parts)?,
            text_bytes: number(text_bytes)?,
            packed_bytes: number(packed_bytes)?,
            summed,
            sum,
        })
    }

    fn text(&self, body: &str) -> Result<String, Damage> {
        if !self.packed {
            let whole = body.len() == self.text_bytes && body.len() <= TEXT_BYTES_MAX;
            return whole.then(|| body.to_owned()).ok_or(Damage::Changed);
        }
        unpack(body, self.packed_bytes, self.text_bytes).map_err(|fault| match fault {
            PackingFault::Character { .. } | PackingFault::Length | PackingFault::Inflate => {
                Damage::Changed
            }
        })
    }
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, Damage> {
    text.parse().map_err(|_| Damage::Header)
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs => f.write_str("not a value that Recourse writes"),
            Self::Header => f.write_str("its first line cannot be read"),
            Self::OtherBook => f.write_str("it belongs to another book"),
            Self::Changed => f.write_str("it was changed or cut short after it was written"),
            Self::Entry { line, remark } => write!(f, "line {line} in it: {remark}"),
            Self::Newer { form } => {
                write!(f, "written by a newer Recourse (form {form}, this program knows {FORM})")
            }
            Self::Withheld(words) => write!(f, "the browser did not give it out: {words}"),
        }
    }
}
