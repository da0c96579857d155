//! What stands under the book's keys: which values were seen, which are whole, which wait for the rest.

use std::collections::{BTreeMap, BTreeSet};

use super::envelope::{Damage, Envelope, open};
use super::heads::Heads;
use super::key::{Key, Namespace, session_of};
use super::storage::units;
use crate::journal::{Entry, EntryError};

/// A value that cannot be used. It stays where it is: nothing writes to its key again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    pub key: String,
    pub why: Damage,
    /// The value as it was found, for a rescue copy.
    pub raw: String,
}

/// One value seen under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub units: usize,
    pub text_bytes: usize,
    /// Parts of the update it belongs to; 1 for a whole one.
    pub parts: u32,
    /// Whether all of it was understood; only then may it be packed into another and removed.
    pub whole: bool,
}

/// Parts of one update, waiting for the others.
type Waiting = BTreeMap<(String, u64, u32), BTreeMap<u32, Vec<Entry>>>;

/// All pieces of one book.
#[derive(Clone, Debug)]
pub(super) struct Shelf {
    pub namespace: Namespace,
    pub pieces: BTreeMap<Key, Piece>,
    /// What must be there, by all heads read so far.
    pub promised: Heads,
    /// Which head keys said what.
    pub heads: BTreeMap<Key, Heads>,
    waiting: Waiting,
}

/// What one value gave.
#[derive(Clone, Debug, Default)]
pub(super) struct Taken {
    pub entries: Vec<Entry>,
    pub set_aside: Vec<SetAside>,
    /// The update of many parts that is whole with this value.
    pub whole: Option<String>,
}

impl Shelf {
    pub(super) fn new(namespace: Namespace) -> Self {
        Self {
            namespace,
            pieces: BTreeMap::new(),
            promised: Heads::default(),
            heads: BTreeMap::new(),
            waiting: BTreeMap::new(),
        }
    }

    /// Takes in the value found under a key of the book.
    pub(super) fn take(&mut self, name: &str, value: &str) -> Taken {
        let Some(key) = Key::parse(self.namespace, name) else {
            return aside(name, value, Damage::NotOurs);
        };
        let mut piece = Piece { units: units(name, value), text_bytes: 0, parts: 1, whole: false };
        let taken = match open(self.namespace, value) {
            Err(why) => aside(name, value, why),
            Ok(envelope) => {
                piece.text_bytes = envelope.text.len();
                piece.parts = envelope.parts;
                self.sort_in(&key, (name, value), &envelope)
            }
        };
        piece.whole = taken.set_aside.is_empty();
        self.pieces.insert(key.clone(), piece);
        self.release(&key, taken)
    }

    /// Puts away what this program has just written itself.
    pub(super) fn put(&mut self, key: Key, piece: Piece) {
        self.pieces.insert(key, piece);
    }

    /// Forgets a key that is gone; the units it took.
    pub(super) fn drop_key(&mut self, key: &Key) -> usize {
        self.heads.remove(key);
        self.pieces.remove(key).map_or(0, |p| p.units)
    }

    /// Parts whose update never became whole, after everything was read.
    ///
    /// Where a head says that the update was finished, what is left of it counts; otherwise the
    /// update was interrupted, and nothing of it counts, unless another tab is just writing the rest.
    pub(super) fn settle(&mut self) -> (Vec<Entry>, Vec<String>) {
        let waiting = std::mem::take(&mut self.waiting);
        let (finished, interrupted): (Waiting, Waiting) = waiting
            .into_iter()
            .partition(|((session, number, _), _)| self.finished(session, *number));
        let names = interrupted.keys().map(|(session, number, _)| name_of(session, *number));
        let names = names.collect();
        self.waiting = interrupted;
        (finished.into_values().flat_map(BTreeMap::into_values).flatten().collect(), names)
    }

    fn finished(&self, session: &str, number: u64) -> bool {
        self.promised
            .iter()
            .any(|(writer, reach)| reach.updates >= number && session_of(writer) == session)
    }

    fn sort_in(&mut self, key: &Key, found: (&str, &str), envelope: &Envelope) -> Taken {
        match key {
            Key::Update { session, number, .. } if envelope.parts > 1 => {
                let taken = read_entries(found, envelope);
                let group = (session.clone(), *number, envelope.parts);
                self.waiting.entry(group).or_default().insert(envelope.part, taken.entries);
                Taken { set_aside: taken.set_aside, ..Taken::default() }
            }
            Key::Update { .. } | Key::Segment { .. } => read_entries(found, envelope),
            Key::Head { .. } | Key::Heads { .. } => match Heads::read(&envelope.text) {
                Some(heads) => {
                    self.promised.join(&heads);
                    self.heads.insert(key.clone(), heads);
                    Taken::default()
                }
                None => aside(found.0, found.1, Damage::Header),
            },
            Key::Erasing => Taken::default(),
        }
    }

    /// Adds the entries of an update that has become whole.
    fn release(&mut self, key: &Key, mut taken: Taken) -> Taken {
        let Key::Update { session, number, .. } = key else {
            return taken;
        };
        let ready: Vec<_> = self
            .waiting
            .keys()
            .filter(|(s, n, parts)| {
                s == session && n == number && self.has_all(session, *number, *parts)
            })
            .cloned()
            .collect();
        for group in ready {
            let parts = self.waiting.remove(&group).unwrap_or_default();
            taken.entries.extend(parts.into_values().flatten());
            taken.whole = Some(name_of(session, *number));
        }
        taken
    }

    /// Whether every part of an update stands under its key; a damaged one counts as standing there.
    fn has_all(&self, session: &str, number: u64, parts: u32) -> bool {
        let here: BTreeSet<u32> = self
            .pieces
            .iter()
            .filter_map(|(key, piece)| match key {
                Key::Update { session: s, number: n, part }
                    if s == session && *n == number && (piece.parts == parts || !piece.whole) =>
                {
                    Some(*part)
                }
                _ => None,
            })
            .collect();
        (1..=parts).all(|part| here.contains(&part))
    }
}

/// How an update of many parts is named.
fn name_of(session: &str, number: u64) -> String {
    format!("op/{session}/{number}")
}

fn aside(name: &str, value: &str, why: Damage) -> Taken {
    let set_aside = vec![SetAside { key: name.to_owned(), why, raw: value.to_owned() }];
    Taken { set_aside, ..Taken::default() }
}

/// Reads the lines of a whole value; a line that is not an entry is named, the others count.
fn read_entries((name, value): (&str, &str), envelope: &Envelope) -> Taken {
    let mut taken = Taken::default();
    for (line, text) in (1..).zip(envelope.lines()) {
        let why = match Entry::read(text) {
            Ok(entry) => {
                taken.entries.push(entry);
                continue;
            }
            Err(EntryError::Newer { version }) => Damage::Newer { form: version },
            Err(e @ EntryError::Unreadable(_)) => Damage::Entry { line, remark: e.to_string() },
        };
        taken.set_aside.push(SetAside { key: name.to_owned(), why, raw: value.to_owned() });
    }
    taken
}
