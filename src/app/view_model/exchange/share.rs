use super::page::number;
use crate::app::update::exchange::{NotAsked, What};
use crate::app::view_model::customers::shown_name;
use crate::app::words::sharing as words;
use crate::app::{Screen, State};
use crate::domain::ids::{CaseId, CustomerId};
use crate::domain::order;
use crate::domain::text::fold_name;

/// How many customers are offered at once; a search brings the others.
const OFFERED_MAX: usize = 8;

/// What can be shared, and what of it is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareText {
    pub what: What,
    pub whats: Vec<(&'static str, &'static str)>,
    pub search: String,
    /// Those that are chosen, and those that the search finds.
    pub customers: Vec<Offered>,
    /// How many the search finds beyond those.
    pub more: Option<String>,
    pub case: String,
    pub cases: Vec<(String, String)>,
    pub from: String,
    pub until: String,
    /// What would leave this browser, in sentences.
    pub leaves: Vec<String>,
    /// Why nothing can.
    pub why_not: Option<&'static str>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    pub id: CustomerId,
    pub name: String,
    pub chosen: bool,
}

#[must_use]
pub fn share(screen: &Screen<'_>) -> ShareText {
    let (state, lang) = (screen.state, screen.lang());
    let asked = &state.exchange.asked;
    let (customers, more) = match asked.what {
        What::Customers => offered(screen),
        _ => (Vec::new(), 0),
    };
    let (leaves, why_not) = leaves(screen);
    ShareText {
        what: asked.what,
        whats: What::ALL.into_iter().map(|w| (w.word(), words::what(lang, w))).collect(),
        search: asked.search.clone(),
        customers,
        more: (more > 0).then(|| words::more(lang, &number(screen, more))),
        case: asked.case.clone(),
        cases: cases(screen),
        from: asked.from.clone(),
        until: asked.until.clone(),
        leaves,
        why_not,
    }
}

fn offered(screen: &Screen<'_>) -> (Vec<Offered>, usize) {
    let state = screen.state;
    let asked = &state.exchange.asked;
    let wanted = fold_name(&asked.search);
    let (mut shown, mut found) = (Vec::new(), Vec::new());
    for (id, account) in &state.book.accounts {
        let name = shown_name(&account.customer.value);
        let chosen = asked.customers.contains(id);
        if chosen {
            shown.push(Offered { id: id.clone(), name, chosen });
        } else if fold_name(&name).contains(&wanted) {
            found.push(Offered { id: id.clone(), name, chosen });
        }
    }
    let more = found.len().saturating_sub(OFFERED_MAX);
    found.truncate(OFFERED_MAX);
    shown.extend(found);
    (shown, more)
}

/// The newest case first.
fn cases(screen: &Screen<'_>) -> Vec<(String, String)> {
    let mut cases: Vec<_> = screen.state.book.cases.iter().collect();
    order::sort_by_key(&mut cases, |(_, file)| std::cmp::Reverse(file.opening.mark.recorded));
    let none = (String::new(), words::choose_case(screen.lang()).to_owned());
    let case = |(id, file): (&CaseId, &crate::book::CaseFile)| {
        (id.to_string(), file.opening.value.title.clone())
    };
    std::iter::once(none).chain(cases.into_iter().map(case)).collect()
}

/// Which report leaves with the entries, where one is asked for.
fn report(screen: &Screen<'_>) -> Option<String> {
    let asked = &screen.state.exchange.asked;
    let case = asked.report_of()?;
    let lang = screen.lang();
    Some(match newest_revision(screen.state, &case) {
        Some(revision) => words::report_issued(lang, &screen.format.number(i64::from(revision))),
        None => words::report_draft(lang).to_owned(),
    })
}

/// The revision of a case's report that was issued last.
#[must_use]
pub fn newest_revision(state: &State, case: &CaseId) -> Option<u32> {
    state.book.cases.get(case)?.reports.iter().map(|issued| issued.value.revision).max()
}

fn leaves(screen: &Screen<'_>) -> (Vec<String>, Option<&'static str>) {
    let (state, lang) = (screen.state, screen.lang());
    let n = |count: usize| number(screen, count);
    let selection = match state.exchange.asked.selection() {
        Ok(selection) if selection.is_everything() => {
            return (vec![words::all(lang, &n(state.journal.len()))], None);
        }
        Ok(selection) => selection,
        Err(NotAsked::NoCustomer) => return (Vec::new(), Some(words::no_customer(lang))),
        Err(NotAsked::NoCase) => return (Vec::new(), Some(words::no_case(lang))),
        Err(NotAsked::NoPeriod) => return (Vec::new(), Some(words::no_period(lang))),
    };
    let Ok(part) = selection.of(&state.journal, &state.book) else {
        return (Vec::new(), Some(words::none(lang)));
    };
    if part.journal.is_empty() {
        return (Vec::new(), Some(words::none(lang)));
    }
    let mut said = vec![words::part(lang, &n(part.journal.len()), &n(state.journal.len()))];
    said.extend(report(screen));
    if part.extracts > 0 {
        said.push(words::extracts(lang, &n(part.extracts)));
    }
    if part.not_understood > 0 {
        said.push(words::not_understood(lang, &n(part.not_understood)));
    }
    (said, None)
}
