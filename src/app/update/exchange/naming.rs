//! Names in a ledger that stand for no tenant yet: proposed, and joined only by a person.

use std::collections::{BTreeMap, BTreeSet};

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
    #[must_use]
    pub fn of(given: &Given, book: &Book) -> Self {
        let (names, tenants) = gather(given, book);
        let answers = &book.import_answers;
        let settled =
            |id: &CustomerId| book.links.contains_key(id) || answers.names.contains_key(id);
        let (known, open): (Vec<_>, Vec<_>) = names.into_iter().partition(|(id, _)| settled(id));
        let mut naming = Self { remembered: known.len(), shown: SHOWN, ..Self::default() };
        if tenants.is_empty() {
            return naming;
        }
        let ids: Vec<&CustomerId> = tenants.keys().collect();
        let index = Names::of(tenants.values().map(String::as_str));
        let ask = |(id, (name, facts)): (CustomerId, (String, usize))| {
            let found = index.candidates(&name, PROPOSALS_MAX);
            let proposals = found
                .into_iter()
                .filter_map(|c| Some(((*ids.get(c.at)?).clone(), c.likeness)))
                .collect();
            NameAsked { id, name, facts, proposals }
        };
        naming.asked = open.into_iter().map(ask).collect();
        let proposed = naming.asked.iter().flat_map(|asked| &asked.proposals);
        let named = proposed.filter_map(|(id, _)| Some((id.clone(), tenants.get(id)?.clone())));
        naming.tenants = named.collect();
        naming.asked.sort_by_key(|asked| {
            std::cmp::Reverse(asked.proposals.first().map(|(_, likeness)| *likeness))
        });
        naming
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

/// The ledger's names with the number of their facts, and all tenants by name, of the book and of what was read.
fn gather(given: &Given, book: &Book) -> (Open, BTreeMap<CustomerId, String>) {
    let mut names = Open::new();
    let accounts = book.accounts.iter().filter(|(id, _)| !id.is_ledger_only());
    let mut tenants: BTreeMap<CustomerId, String> = accounts
        .map(|(id, account)| (id.clone(), account.customer.value.name.clone()))
        .filter(|(_, name)| !name.is_empty())
        .collect();
    let rows = given.understanding.files.iter().flat_map(|file| &file.facts);
    for fact in rows.map(|row| &row.fact) {
        if let Fact::Customer(customer) = fact
            && !customer.id.is_ledger_only()
            && !customer.name.is_empty()
        {
            tenants.entry(customer.id.clone()).or_insert_with(|| customer.name.clone());
        }
        let Some(id) = customer_of(fact).filter(|id| id.is_ledger_only()) else {
            continue;
        };
        let fallback = || id.as_str().trim_start_matches("ledger:").to_owned();
        let (name, facts) = names.entry(id.clone()).or_insert_with(|| (fallback(), 0));
        match fact {
            Fact::Customer(customer) => name.clone_from(&customer.name),
            _ => *facts = facts.saturating_add(1),
        }
    }
    (names, tenants)
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
