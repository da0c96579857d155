//! Names of a ledger beside names of tenants: what may be the same customer.
//! Only a person joins them; likeness alone never does.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::domain::order;
use crate::domain::text::fold_name;

/// How alike two names are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// This share of letter pairs in common, in hundredths, after legal forms are taken away.
    Similar(u8),
    /// The same once legal forms, marks and spaces are taken away.
    SameButForm,
    /// The same but for case and spaces.
    Same,
}

/// A tenant that a ledger's name may stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The place in the list of tenant names.
    pub at: usize,
    pub likeness: Likeness,
}

/// Less alike than this is not proposed.
const SIMILAR_MIN: u8 = 60;

/// The most alike tenants for a ledger's name, best first, at most `most`.
#[must_use]
pub fn candidates(ledger_name: &str, tenant_names: &[&str], most: usize) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = tenant_names
        .iter()
        .enumerate()
        .filter_map(|(at, name)| {
            likeness(ledger_name, name).map(|likeness| Candidate { at, likeness })
        })
        .collect();
    order::sort_by_key(&mut found, |c| (Reverse(c.likeness), c.at));
    found.truncate(most);
    found
}

/// Names of tenants, made ready to be compared with many names of a ledger.
#[derive(Clone, Debug, Default)]
pub struct Names {
    all: Vec<Known>,
    by_core: BTreeMap<String, Vec<usize>>,
    by_pair: BTreeMap<(char, char), Vec<usize>>,
}

#[derive(Clone, Debug)]
struct Known {
    folded: String,
    pairs: usize,
}

impl Names {
    #[must_use]
    pub fn of<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let mut index = Self::default();
        for name in names {
            index.add(name);
        }
        index
    }

    /// A further name; its place is after all others.
    pub fn add(&mut self, name: &str) {
        let at = self.all.len();
        let core = core(name);
        let pairs = pairs(&core);
        self.all.push(Known { folded: fold_name(name), pairs: pairs.len() });
        for pair in pairs {
            self.by_pair.entry(pair).or_default().push(at);
        }
        self.by_core.entry(core).or_default().push(at);
    }

    #[must_use]
    pub const fn len(&self) -> usize {
        self.all.len()
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// As [`candidates`], without comparing with every name.
    #[must_use]
    pub fn candidates(&self, ledger_name: &str, most: usize) -> Vec<Candidate> {
        let (folded, core) = (fold_name(ledger_name), core(ledger_name));
        let wanted = pairs(&core);
        let mut common: BTreeMap<usize, usize> = BTreeMap::new();
        for at in wanted.iter().filter_map(|pair| self.by_pair.get(pair)).flatten() {
            *common.entry(*at).or_default() += 1;
        }
        let same = self.by_core.get(&core).filter(|_| !core.is_empty());
        let same: BTreeSet<usize> = same.into_iter().flatten().copied().collect();
        let mut found: Vec<Candidate> = common
            .into_iter()
            .filter_map(|(at, common)| {
                let all = wanted.len() + self.all.get(at)?.pairs;
                let share = u8::try_from(200 * common / all.max(1)).unwrap_or(100);
                (share >= SIMILAR_MIN).then_some((at, Likeness::Similar(share)))
            })
            .filter(|(at, _)| !same.contains(at))
            .chain(same.iter().map(|at| (*at, Likeness::SameButForm)))
            .map(|(at, likeness)| {
                let is_same = self.all.get(at).is_some_and(|known| known.folded == folded);
                Candidate { at, likeness: if is_same { Likeness::Same } else { likeness } }
            })
            .collect();
        order::sort_by_key(&mut found, |c| (Reverse(c.likeness), c.at));
        found.truncate(most);
        found
    }
}

fn pairs(text: &str) -> BTreeSet<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
}

/// How alike two names are; nothing when they are not.
#[must_use]
pub fn likeness(a: &str, b: &str) -> Option<Likeness> {
    if fold_name(a) == fold_name(b) {
        return Some(Likeness::Same);
    }
    let (a, b) = (core(a), core(b));
    if a.is_empty() || b.is_empty() {
        return None;
    }
    if a == b {
        return Some(Likeness::SameButForm);
    }
    let share = pair_share(&a, &b);
    (share >= SIMILAR_MIN).then_some(Likeness::Similar(share))
}

/// Words that tell a company's legal form and not its name.
const FORMS: &str = "ltd limited llc inc incorporated corp corporation co company plc gmbh ag kg ug \
     bv nv sa sas sarl srl spa oy ab as aps pty pte llp lp";

/// Legal forms in Chinese, longest first.
const FORMS_CJK: [&str; 4] = ["股份有限公司", "有限公司", "公司", "企業社"];

/// Letters and digits of a name without its legal form.
fn core(name: &str) -> String {
    let spaced: String =
        fold_name(name).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let joined: String = spaced
        .split_whitespace()
        .filter(|word| !FORMS.split_whitespace().any(|form| form == *word))
        .collect();
    FORMS_CJK.iter().find_map(|form| joined.strip_suffix(form)).unwrap_or(&joined).to_owned()
}

/// Pairs of neighbouring letters that both have, twice over the number of pairs of each (Dice).
fn pair_share(a: &str, b: &str) -> u8 {
    let (a, b) = (pairs(a), pairs(b));
    let all = a.len() + b.len();
    if all == 0 {
        return 0;
    }
    let common = a.intersection(&b).count();
    u8::try_from(200 * common / all).unwrap_or(100)
}
