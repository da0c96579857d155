use super::page::number;
use crate::app::Screen;
use crate::app::update::exchange::{NameAsked, NameChoice, Naming, Stage, matches};
use crate::app::words::mapping as words;
use crate::domain::ids::CustomerId;

/// The step in which names of a ledger are joined with tenants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamingText {
    pub names: Vec<NameText>,
    /// How many names have one tenant of the same name, on a button.
    pub accept: Option<String>,
    /// What was settled in earlier imports.
    pub remembered: Option<String>,
    pub has_more: bool,
}

/// One name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameText {
    pub id: CustomerId,
    pub label: String,
    /// Why nothing is proposed, or empty.
    pub hint: &'static str,
    /// Value and text of each answer.
    pub choices: Vec<(String, String)>,
    pub answer: String,
}

/// Another customer is looked for: what is typed, and who is called so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchText {
    pub typed: String,
    pub found: Vec<(CustomerId, String)>,
    pub none: bool,
}

/// What stands for looking for another customer among the answers.
pub const OTHER: &str = "other";

/// The step; empty while nothing was read or no name is open.
#[must_use]
pub fn naming(screen: &Screen<'_>) -> NamingText {
    let state = screen.state;
    if !matches!(state.exchange.stage, Stage::Understood(_)) {
        return NamingText::default();
    }
    let (lang, naming) = (screen.lang(), &state.exchange.naming);
    let open =
        |asked: &&NameAsked| asked.same().is_some() && !naming.chosen.contains_key(&asked.id);
    let same = naming.asked.iter().filter(open).count();
    NamingText {
        names: naming
            .asked
            .iter()
            .take(naming.shown)
            .map(|asked| name(screen, naming, asked))
            .collect(),
        accept: (same > 0).then(|| words::accept_same(lang, &number(screen, same))),
        remembered: (naming.remembered > 0)
            .then(|| words::remembered(lang, &number(screen, naming.remembered))),
        has_more: naming.asked.len() > naming.shown,
    }
}

/// What the value of an answer stands for; none to decide later, and nothing for a value that is no answer.
#[must_use]
pub fn choice(value: &str) -> Option<Option<NameChoice>> {
    match value {
        "" => Some(None),
        "own" => Some(Some(NameChoice::Own)),
        "out" => Some(Some(NameChoice::LeftOut)),
        to => {
            let id = CustomerId::new(to.strip_prefix("to:")?).ok()?;
            Some(Some(NameChoice::Joined(id)))
        }
    }
}

fn name(screen: &Screen<'_>, naming: &Naming, asked: &NameAsked) -> NameText {
    let lang = screen.lang();
    let mut choices = vec![(String::new(), words::decide_later(lang).to_owned())];
    for (id, likeness) in &asked.proposals {
        let text = words::proposal(lang, &shown(screen, id), &words::likeness(lang, *likeness));
        choices.push((format!("to:{id}"), text));
    }
    let answer = match naming.chosen.get(&asked.id) {
        None => String::new(),
        Some(NameChoice::Own) => "own".to_owned(),
        Some(NameChoice::LeftOut) => "out".to_owned(),
        Some(NameChoice::Joined(to)) => {
            let value = format!("to:{to}");
            if !choices.iter().any(|(known, _)| *known == value) {
                choices.push((value.clone(), shown(screen, to)));
            }
            value
        }
    };
    choices.push((OTHER.to_owned(), words::other(lang).to_owned()));
    choices.push(("own".to_owned(), words::own(lang).to_owned()));
    choices.push(("out".to_owned(), words::leave_out(lang).to_owned()));
    let searches = naming.search.as_ref().is_some_and(|(id, _)| *id == asked.id);
    NameText {
        id: asked.id.clone(),
        label: words::is_whom(lang, &asked.name, &number(screen, asked.facts)),
        hint: if asked.proposals.is_empty() { words::no_proposal(lang) } else { "" },
        choices,
        answer: if searches { OTHER.to_owned() } else { answer },
    }
}

/// The search for another customer for a name; none while none is looked for.
#[must_use]
pub fn search(screen: &Screen<'_>, name: &CustomerId) -> Option<SearchText> {
    const FOUND_MAX: usize = 8;
    let asked = screen.state.exchange.naming.search.as_ref();
    let (_, typed) = asked.filter(|(id, _)| id == name)?;
    let found: Vec<(CustomerId, String)> = matches(screen.state, typed, FOUND_MAX)
        .into_iter()
        .map(|(id, _)| (id.clone(), shown(screen, &id)))
        .collect();
    Some(SearchText {
        none: found.is_empty() && !typed.trim().is_empty(),
        typed: typed.to_owned(),
        found,
    })
}

/// The name of a tenant of the book, or of one that comes with the same import.
fn shown(screen: &Screen<'_>, id: &CustomerId) -> String {
    let name = screen.state.book.accounts.get(id).map(|a| a.customer.value.name.as_str());
    match name.filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None => screen.state.exchange.naming.tenant(id).unwrap_or_else(|| id.as_str()).to_owned(),
    }
}
