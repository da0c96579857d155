//! The form of a case that is open, ready to show.

use crate::app::Screen;
use crate::app::update::case_form;
use crate::app::update::suspicion::{Field, Panel};
use crate::app::words::{case as words, suspicion as sus};
use crate::domain::action::ActionKind;
use crate::domain::alert::{Level, Verdict};
use crate::domain::case::{CaseState, CustomerPart, Disposition, Typology};
use crate::domain::ids::CaseId;

/// A form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    pub title: String,
    /// Said above the fields.
    pub notes: Vec<String>,
    pub fields: Vec<FieldText>,
    pub action: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    Area,
    Date,
    Number,
    Choice,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldText {
    pub field: Field,
    pub kind: Kind,
    pub label: &'static str,
    pub hint: Option<&'static str>,
    /// Value and text; only for a choice.
    pub choices: Vec<(String, String)>,
}

/// What is wrong, once recording was tried.
#[must_use]
pub fn faults(screen: &Screen<'_>) -> Vec<(Field, String)> {
    let form = &screen.state.suspicion;
    match (&form.panel, form.tried) {
        (Some(panel), true) => case_form::faults(screen.state, panel),
        _ => Vec::new(),
    }
}

/// The form that is open; none when none is.
#[must_use]
pub fn form(screen: &Screen<'_>) -> Option<Form> {
    let panel = screen.state.suspicion.panel.as_ref()?;
    let lang = screen.lang();
    let make = |title: &str, action: &str, fields| Form {
        title: title.to_owned(),
        notes: Vec::new(),
        fields,
        action: action.to_owned(),
    };
    Some(match panel {
        Panel::OpenFromAlert(_) | Panel::OpenFromSignals(..) => Form {
            notes: opening_notes(screen, panel),
            ..make(words::open_title(lang), words::open_action(lang), opening_fields(screen))
        },
        Panel::Move(case, to) => {
            let title = words::move_to(lang, to);
            make(&title, &title, move_fields(screen, case, to))
        }
        Panel::Note(_) => {
            let title = words::add_note(lang);
            make(title, title, vec![area(Field::Text, words::text(lang))])
        }
        Panel::Act(case, ..) => Form {
            notes: vec![words::records_only(lang).to_owned()],
            ..make(
                words::record_action(lang),
                words::record_action(lang),
                action_fields(screen, case),
            )
        },
        Panel::Evidence(_) => {
            let title = words::add_evidence(lang);
            make(title, title, evidence_fields(screen))
        }
        Panel::Answer(..) => Form {
            notes: vec![words::records_only(lang).to_owned()],
            ..make(
                words::answer_alert(lang),
                words::answer_alert(lang),
                vec![verdicts(screen), area(Field::Text, words::note_optional(lang))],
            )
        },
        Panel::Change(_) => {
            let title = words::change(lang);
            make(title, title, detail_fields(screen))
        }
    })
}

const fn field(field: Field, kind: Kind, label: &'static str) -> FieldText {
    FieldText { field, kind, label, hint: None, choices: Vec::new() }
}

const fn area(of: Field, label: &'static str) -> FieldText {
    field(of, Kind::Area, label)
}

fn choice<T>(
    of: Field,
    label: &'static str,
    all: &[T],
    say: impl Fn(&T) -> (String, String),
) -> FieldText {
    FieldText { choices: all.iter().map(say).collect(), ..field(of, Kind::Choice, label) }
}

/// With nothing chosen at first.
fn open_choice(screen: &Screen<'_>, mut made: FieldText) -> FieldText {
    let nothing = words::pick(screen.lang()).to_owned();
    made.choices.insert(0, (String::new(), nothing));
    made
}

fn opening_notes(screen: &Screen<'_>, panel: &Panel) -> Vec<String> {
    let lang = screen.lang();
    let book = &screen.state.book;
    let customer = match panel {
        Panel::OpenFromAlert(id) => book.alerts.get(id).map(|r| &r.alert.value.customer),
        Panel::OpenFromSignals(customer, _) => Some(customer),
        _ => None,
    };
    let mut cases = book.cases.values();
    let open = cases.any(|c| !c.is_closed() && Some(&c.opening.value.customer) == customer);
    let again = open.then(|| words::already_open(lang).to_owned());
    again.into_iter().collect()
}

fn opening_fields(screen: &Screen<'_>) -> Vec<FieldText> {
    let lang = screen.lang();
    let mut fields = vec![field(Field::Title, Kind::Text, words::title_field(lang))];
    fields.extend(detail_fields(screen));
    fields.push(area(Field::Reason, words::reason(lang)));
    fields
}

fn detail_fields(screen: &Screen<'_>) -> Vec<FieldText> {
    let lang = screen.lang();
    let first = FieldText {
        hint: Some(words::guess_day(lang)),
        ..field(Field::FirstDay, Kind::Date, words::first_day(lang))
    };
    vec![
        field(Field::Owner, Kind::Text, words::owner(lang)),
        choice(Field::Typology, words::typology(lang), Typology::KNOWN, |t| {
            (t.word().to_owned(), words::typology_name(lang, t))
        }),
        choice(Field::Severity, words::severity(lang), Level::KNOWN, |l| {
            (l.word().to_owned(), sus::level(lang, l))
        }),
        choice(Field::Part, words::part(lang), CustomerPart::KNOWN, |p| {
            (p.word().to_owned(), words::part_name(lang, p))
        }),
        first,
    ]
}

fn move_fields(screen: &Screen<'_>, case: &CaseId, to: &CaseState) -> Vec<FieldText> {
    let lang = screen.lang();
    let mut fields = Vec::new();
    match to {
        CaseState::Decided => {
            let all =
                choice(Field::Disposition, words::disposition(lang), Disposition::KNOWN, |d| {
                    (d.word().to_owned(), words::disposition_name(lang, d))
                });
            fields.push(open_choice(screen, all));
        }
        CaseState::Waiting => {
            let whom = [
                words::microsoft(lang),
                words::provider(lang),
                words::the_customer(lang),
                words::bank(lang),
                words::police(lang),
            ];
            let all = choice(Field::WaitingFor, words::waiting_for(lang), &whom, |w| {
                ((*w).to_owned(), (*w).to_owned())
            });
            fields.push(open_choice(screen, all));
            fields.push(field(Field::Wake, Kind::Date, words::wake(lang)));
        }
        CaseState::Merged => fields.push(survivors(screen, case)),
        _ => {}
    }
    fields.push(area(Field::Reason, words::reason(lang)));
    fields
}

fn survivors(screen: &Screen<'_>, case: &CaseId) -> FieldText {
    let cases = screen.state.book.cases.values();
    let others: Vec<_> = cases
        .filter(|c| c.opening.value.case != *case && !c.is_closed())
        .map(|c| (c.opening.value.case.to_string(), c.opening.value.title.clone()))
        .collect();
    let label = words::survivor(screen.lang());
    open_choice(screen, choice(Field::Survivor, label, &others, Clone::clone))
}

fn action_fields(screen: &Screen<'_>, case: &CaseId) -> Vec<FieldText> {
    let lang = screen.lang();
    let kinds = choice(Field::Action, words::what_done(lang), ActionKind::KNOWN, |k| {
        (k.word().to_owned(), words::action(lang, k))
    });
    let mut subscriptions = vec![(String::new(), words::whole_customer(lang).to_owned())];
    subscriptions.extend(subscriptions_of(screen, case));
    let of = choice(Field::Subscription, words::subscription(lang), &subscriptions, Clone::clone);
    let amount = FieldText {
        hint: Some(words::amount_hint(lang)),
        ..field(Field::Amount, Kind::Text, words::amount(lang))
    };
    vec![
        open_choice(screen, kinds),
        of,
        field(Field::DoneOn, Kind::Date, words::done_on(lang)),
        field(Field::DoneWhere, Kind::Text, words::done_where(lang)),
        field(Field::Reference, Kind::Text, words::reference(lang)),
        amount,
        area(Field::Text, words::note_optional(lang)),
    ]
}

fn subscriptions_of(screen: &Screen<'_>, case: &CaseId) -> Vec<(String, String)> {
    let book = &screen.state.book;
    let Some(file) = book.cases.get(case) else {
        return Vec::new();
    };
    let account = book.accounts.get(&file.opening.value.customer);
    let all = account.into_iter().flat_map(|a| a.subscriptions.values());
    all.map(|s| {
        let offer = s.value.nickname.as_ref().unwrap_or(&s.value.offer);
        (s.value.id.to_string(), format!("{offer} · {}", s.value.id))
    })
    .collect()
}

fn evidence_fields(screen: &Screen<'_>) -> Vec<FieldText> {
    let lang = screen.lang();
    let hash = FieldText {
        hint: Some(words::sha256_hint(lang)),
        ..field(Field::Hash, Kind::Text, words::sha256(lang))
    };
    vec![
        field(Field::Name, Kind::Text, words::name(lang)),
        hash,
        field(Field::Bytes, Kind::Number, words::bytes(lang)),
        field(Field::How, Kind::Text, words::how(lang)),
    ]
}

fn verdicts(screen: &Screen<'_>) -> FieldText {
    let lang = screen.lang();
    let all = [Verdict::Fraud, Verdict::Legitimate, Verdict::Ignore];
    let made = choice(Field::Verdict, words::verdict(lang), &all, |v| {
        (v.word().to_owned(), sus::verdict(lang, v))
    });
    open_choice(screen, made)
}
