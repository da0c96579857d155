//! Names in a ledger that stand for no tenant yet: proposed, and joined only by a person.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::intake::Given;
use crate::app::State;
use crate::book::{Book, customer_of};
use crate::domain::ids::CustomerId;
use crate::exchange::map::names::{Likeness, Names};
use crate::journal::{Body, Fact, ImportAnswer, ImportName, Link};

/// How many tenants are proposed for a name.
const PROPOSALS_MAX: usize = 4;

/// The names of what was read, and what is said of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Naming {
    /// Those with likely tenants first.
    pub asked: Vec<NameAsked>,
    pub chosen: BTreeMap<CustomerId, NameChoice>,
    /// The names of the tenants that are proposed.
    tenants: BTreeMap<CustomerId, String>,
    /// The name for which another customer is looked for, and what is typed.
    pub search: Option<(CustomerId, String)>,
    /// How many names of what was read were settled in earlier imports.
    pub remembered: usize,
    /// How many names are shown.
    pub shown: usize,
}

/// A name, and whom it may stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameAsked {
    pub id: CustomerId,
    pub name: String,
    /// How many facts bear it.
    pub facts: usize,
    pub proposals: Vec<(CustomerId, Likeness)>,
}

/// What a name is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameChoice {
    Joined(CustomerId),
    /// A customer of its own.
    Own,
    /// Nothing of it is taken in.
    LeftOut,
}

/// How many names are shown at first, and how many more each time.
const SHOWN: usize = 25;

impl Naming {
    /// Finds all names at once.
    #[must_use]
    pub fn of(given: &Given, book: &Book) -> Self {
        let mut steps = NamingSteps::default();
        while !steps.step(given, book, usize::MAX) {}
        steps.finish()
    }

    /// Joins every name with the one tenant whose name differs in its form only.
    pub fn accept_same(&mut self) {
        for asked in &self.asked {
            if let Some(tenant) = asked.same()
                && !self.chosen.contains_key(&asked.id)
            {
                self.chosen.insert(asked.id.clone(), NameChoice::Joined(tenant.clone()));
            }
        }
    }

    /// Names of which nothing is taken in.
    #[must_use]
    pub fn left_out(&self, book: &Book) -> BTreeSet<CustomerId> {
        let before = book.import_answers.names.iter().filter(|(_, out)| **out).map(|(id, _)| id);
        let mut out: BTreeSet<CustomerId> = before.cloned().collect();
        for (id, choice) in &self.chosen {
            if *choice == NameChoice::LeftOut {
                out.insert(id.clone());
            } else {
                out.remove(id);
            }
        }
        out
    }

    /// The name of a tenant that is proposed.
    #[must_use]
    pub fn tenant(&self, id: &CustomerId) -> Option<&str> {
        self.tenants.get(id).map(String::as_str)
    }

    pub fn show_more(&mut self) {
        self.shown = self.shown.saturating_add(SHOWN);
    }

    /// What is remembered of the choices.
    #[must_use]
    pub fn bodies(&self, reason: &str) -> Vec<Body> {
        let body = |(name, choice): (&CustomerId, &NameChoice)| {
            let ruled = |left_out| {
                Body::ImportAnswer(ImportAnswer::Name(ImportName { name: name.clone(), left_out }))
            };
            match choice {
                NameChoice::Joined(to) => Body::Link(Link {
                    from: name.clone(),
                    to: to.clone(),
                    reason: Some(reason.to_owned()),
                }),
                NameChoice::Own => ruled(false),
                NameChoice::LeftOut => ruled(true),
            }
        };
        self.chosen.iter().map(body).collect()
    }
}

impl NameAsked {
    /// The only tenant of the same name but for its form.
    #[must_use]
    pub fn same(&self) -> Option<&CustomerId> {
        let mut same =
            self.proposals.iter().filter(|(_, likeness)| *likeness >= Likeness::SameButForm);
        let first = same.next()?;
        same.next().is_none().then_some(&first.0)
    }
}

type Open = BTreeMap<CustomerId, (String, usize)>;

/// Names on their way, a few at a time.
#[derive(Clone, Debug, Default)]
pub struct NamingSteps {
    /// The ledger's names with the number of their facts.
    names: Open,
    /// All tenants by name, of the book and of what was read.
    tenants: BTreeMap<CustomerId, String>,
    phase: Phase,
}

#[derive(Clone, Debug)]
enum Phase {
    /// The last account of the book that was seen.
    Accounts(Option<CustomerId>),
    /// The file and the fact that come next.
    Facts(usize, usize),
    Likening(Box<Likening>),
}

impl Default for Phase {
    fn default() -> Self {
        Self::Accounts(None)
    }
}

/// Names that no one has settled, beside those of all tenants.
#[derive(Clone, Debug, Default)]
struct Likening {
    ids: Vec<CustomerId>,
    index: Names,
    open: Vec<(CustomerId, (String, usize))>,
    remembered: usize,
    asked: Vec<NameAsked>,
}

/// One name is likened in the time in which so many facts are looked at.
const FACTS_PER_NAME: usize = 20;

impl NamingSteps {
    /// Looks at up to `facts` further facts, or does as much otherwise; true when all is done.
    pub fn step(&mut self, given: &Given, book: &Book, facts: usize) -> bool {
        match &mut self.phase {
            Phase::Accounts(last) => {
                let last = last.take();
                self.phase = match self.accounts(book, last, facts) {
                    Some(last) => Phase::Accounts(Some(last)),
                    None => Phase::Facts(0, 0),
                };
                false
            }
            Phase::Facts(file, next) => {
                let at = (*file, *next);
                self.phase = match self.facts(given, at, facts) {
                    Some((file, next)) => Phase::Facts(file, next),
                    None => Phase::Likening(Box::new(self.likening(book))),
                };
                false
            }
            Phase::Likening(likening) => {
                likening.step(&self.tenants, (facts / FACTS_PER_NAME).max(1))
            }
        }
    }

    /// The last account that was seen; none when all were.
    fn accounts(
        &mut self,
        book: &Book,
        last: Option<CustomerId>,
        most: usize,
    ) -> Option<CustomerId> {
        let from = last.as_ref().map_or(Bound::Unbounded, Bound::Excluded);
        let rest = book.accounts.range::<CustomerId, _>((from, Bound::Unbounded));
        let (mut seen, mut end) = (0_usize, None);
        for (id, account) in rest.take(most) {
            let name = &account.customer.value.name;
            if !id.is_ledger_only() && !name.is_empty() {
                self.tenants.insert(id.clone(), name.clone());
            }
            seen = seen.saturating_add(1);
            end = Some(id);
        }
        end.filter(|_| seen == most).cloned()
    }

    /// The fact that comes next; none when all were seen.
    fn facts(
        &mut self,
        given: &Given,
        (file, next): (usize, usize),
        most: usize,
    ) -> Option<(usize, usize)> {
        let facts = &given.understanding.files.get(file)?.facts;
        for row in facts.iter().skip(next).take(most) {
            self.fact(&row.fact);
        }
        let next = next.saturating_add(most);
        Some(if next < facts.len() { (file, next) } else { (file.saturating_add(1), 0) })
    }

    fn fact(&mut self, fact: &Fact) {
        if let Fact::Customer(customer) = fact
            && !customer.id.is_ledger_only()
            && !customer.name.is_empty()
        {
            self.tenants.entry(customer.id.clone()).or_insert_with(|| customer.name.clone());
        }
        let Some(id) = customer_of(fact).filter(|id| id.is_ledger_only()) else {
            return;
        };
        let fallback = || id.as_str().trim_start_matches("ledger:").to_owned();
        let (name, facts) = self.names.entry(id.clone()).or_insert_with(|| (fallback(), 0));
        match fact {
            Fact::Customer(customer) => name.clone_from(&customer.name),
            _ => *facts = facts.saturating_add(1),
        }
    }

    fn likening(&mut self, book: &Book) -> Likening {
        let answers = &book.import_answers;
        let settled =
            |id: &CustomerId| book.links.contains_key(id) || answers.names.contains_key(id);
        let names = std::mem::take(&mut self.names).into_iter();
        let (known, open): (Vec<_>, Vec<_>) = names.partition(|(id, _)| settled(id));
        let remembered = known.len();
        if open.is_empty() || self.tenants.is_empty() {
            return Likening { remembered, ..Likening::default() };
        }
        Likening {
            ids: self.tenants.keys().cloned().collect(),
            open,
            remembered,
            ..Likening::default()
        }
    }

    /// Those with likely tenants first.
    #[must_use]
    pub fn finish(self) -> Naming {
        let Phase::Likening(likening) = self.phase else {
            return Naming::default();
        };
        let Likening { mut asked, remembered, .. } = *likening;
        let proposed = asked.iter().flat_map(|asked| &asked.proposals);
        let named =
            proposed.filter_map(|(id, _)| Some((id.clone(), self.tenants.get(id)?.clone())));
        let tenants = named.collect();
        asked.sort_by_key(|asked| {
            std::cmp::Reverse(asked.proposals.first().map(|(_, likeness)| *likeness))
        });
        Naming { asked, tenants, remembered, shown: SHOWN, ..Naming::default() }
    }
}

impl Likening {
    /// Some further tenants are made ready, then some names likened to them; true when none is left.
    fn step(&mut self, tenants: &BTreeMap<CustomerId, String>, names: usize) -> bool {
        let ready = self.index.len();
        if ready < self.ids.len() {
            for id in self.ids.iter().skip(ready).take(names) {
                self.index.add(tenants.get(id).map_or("", String::as_str));
            }
            return false;
        }
        for _ in 0..names {
            let Some((id, (name, facts))) = self.open.pop() else {
                // As they were: those of one likeness stand in the order of their ids.
                self.asked.reverse();
                return true;
            };
            let found = self.index.candidates(&name, PROPOSALS_MAX).into_iter();
            let proposals =
                found.filter_map(|c| Some((self.ids.get(c.at)?.clone(), c.likeness))).collect();
            self.asked.push(NameAsked { id, name, facts, proposals });
        }
        false
    }
}

/// Customers whose names hold what is typed, for a name that stands for none that is proposed.
#[must_use]
pub fn matches(state: &State, typed: &str, most: usize) -> Vec<(CustomerId, String)> {
    let wanted = crate::domain::text::fold_name(typed);
    if wanted.is_empty() {
        return Vec::new();
    }
    let tenants = state.book.accounts.iter().filter(|(id, _)| !id.is_ledger_only());
    let named = tenants.map(|(id, account)| (id, &account.customer.value.name));
    named
        .filter(|(id, name)| {
            crate::domain::text::fold_name(name).contains(&wanted) || id.as_str().contains(&wanted)
        })
        .map(|(id, name)| (id.clone(), name.clone()))
        .take(most)
        .collect()
}
