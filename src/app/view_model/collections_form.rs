//! The forms of collections, ready to show.

use super::collections_text::policy_words;
use crate::app::update::collections_draft::{Draft, DraftKind, Field, Problem, leading_currency};
use crate::app::words::collections_forms as words;
use crate::app::words::{collections, collections_marks};
use crate::app::{Lang, Screen};
use crate::domain::action::ActionKind;
use crate::domain::dispute::DisputeOutcome;
use crate::domain::hold::HoldReason;
use crate::domain::notice::Delivery;
use crate::engine::collections::HoldFault;

/// An open form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormText {
    pub title: String,
    /// What recording it means.
    pub notes: Vec<String>,
    pub fields: Vec<FieldText>,
    pub submit: String,
    pub problems: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldText {
    pub field: Field,
    pub id: String,
    pub label: &'static str,
    pub hint: Option<String>,
    pub control: Control,
    pub value: String,
    pub error: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    Text,
    Area,
    Day,
    /// With the currency before it.
    Amount(String),
    Choice(Vec<(String, String)>),
    /// Several of them, one value a line.
    Checks(Vec<(String, String)>),
}

/// The form that is open; none when none is.
#[must_use]
pub fn form(screen: &Screen<'_>) -> Option<FormText> {
    let draft = screen.state.collections.draft.as_ref()?;
    let lang = screen.lang();
    let fields = fields(screen, draft);
    let problems =
        fields.iter().filter_map(|f| f.error.clone().map(|e| (f.id.clone(), e))).collect();
    let title = title(lang, &draft.kind);
    Some(FormText {
        title: title.to_owned(),
        notes: notes(screen, draft),
        fields,
        submit: title.to_owned(),
        problems,
    })
}

fn title(lang: Lang, kind: &DraftKind) -> &'static str {
    match kind {
        DraftKind::Notice(_) => words::notice_title(lang),
        DraftKind::Hold => words::hold_title(lang),
        DraftKind::Release(_) => words::release_title(lang),
        DraftKind::Dispute => words::dispute_title(lang),
        DraftKind::CloseDispute(_) => words::close_title(lang),
        DraftKind::Promise => words::promise_title(lang),
        DraftKind::Action(_) => words::action_title(lang),
    }
}

/// What the reader should know before recording.
fn notes(screen: &Screen<'_>, draft: &Draft) -> Vec<String> {
    let lang = screen.lang();
    let rules = &screen.state.desk.rules.ladder;
    let number = |n: u32| screen.format.number(i64::from(n));
    let mut notes = Vec::new();
    match &draft.kind {
        DraftKind::Notice(_) => notes.push(words::nothing_sent(lang).to_owned()),
        DraftKind::Hold => notes.push(words::hold_max(lang, &number(rules.hold.max_days))),
        DraftKind::Promise => {
            let percent = crate::domain::Decimal::ONE_HUNDRED
                .checked_sub(rules.promise.tolerance_percent)
                .map_or_else(String::new, |p| format!("{p}\u{202f}%"));
            notes.push(words::kept_when(lang, &percent, &number(rules.promise.grace_days)));
        }
        DraftKind::Action(_) => {
            notes.push(words::nothing_sent(lang).to_owned());
            if draft.get(Field::Act) == ActionKind::ResumeSubscription.word() {
                notes.push(words::resume_note(lang).to_owned());
            }
            if draft.get(Field::Act) == ActionKind::SuspendSubscription.word() {
                notes.extend(bill_note(screen, draft));
            }
        }
        DraftKind::Release(_) | DraftKind::Dispute | DraftKind::CloseDispute(_) => {}
    }
    notes
}

fn bill_note(screen: &Screen<'_>, draft: &Draft) -> Option<String> {
    use crate::domain::subscription::{Product, Status};
    let account = screen.state.book.accounts.get(&draft.customer)?;
    let billed = account
        .subscriptions
        .values()
        .filter(|s| s.value.product == Product::NceLicence && s.value.status == Status::Active)
        .count();
    let count = screen.format.number(i64::try_from(billed).unwrap_or(0));
    (billed > 0).then(|| collections::goes_on(screen.lang(), &count))
}

fn fields(screen: &Screen<'_>, draft: &Draft) -> Vec<FieldText> {
    let lang = screen.lang();
    let make = |field, label, control| field_text(screen, draft, field, label, control);
    let day = |label| make(Field::Day, label, Control::Day);
    let note = || make(Field::Note, words::note(lang), Control::Area);
    match &draft.kind {
        DraftKind::Notice(_) => vec![
            make(Field::Step, words::step(lang), Control::Choice(notices(screen))),
            day(words::day_sent(lang)),
            make(Field::Delivery, words::delivery(lang), deliveries(lang)),
            make(Field::Invoices, words::invoices(lang), Control::Checks(invoices(screen, draft))),
            make(Field::Deadline, words::deadline(lang), Control::Day),
            note(),
        ],
        DraftKind::Hold => vec![
            make(Field::Reason, words::reason(lang), hold_reasons(lang)),
            day(words::start(lang)),
            make(Field::End, words::end(lang), Control::Day),
            make(Field::Owner, words::owner(lang), Control::Text),
            note(),
        ],
        DraftKind::Release(_) => vec![day(words::release_day(lang)), note()],
        DraftKind::Dispute => vec![
            make(Field::Invoice, words::invoice(lang), Control::Choice(invoices(screen, draft))),
            make(Field::Amount, words::disputed_amount(lang), amount(screen, draft)),
            make(Field::Reason, words::dispute_reason(lang), Control::Area),
            day(words::opened(lang)),
        ],
        DraftKind::CloseDispute(_) => vec![
            make(Field::Outcome, words::outcome(lang), outcomes(lang)),
            day(words::closed(lang)),
            note(),
        ],
        DraftKind::Promise => vec![
            make(Field::Amount, words::promised(lang), amount(screen, draft)),
            make(Field::DueDay, words::promised_day(lang), Control::Day),
            day(words::made(lang)),
            make(Field::ByWhom, words::by_whom(lang), Control::Text),
            note(),
        ],
        DraftKind::Action(_) => vec![
            make(Field::Act, words::action(lang), actions(lang)),
            make(Field::Subscription, words::subscription(lang), subscriptions(screen, draft)),
            day(words::done(lang)),
            make(Field::Where, words::done_where(lang), Control::Text),
            make(Field::Reference, words::reference(lang), Control::Text),
            note(),
        ],
    }
}

fn field_text(
    screen: &Screen<'_>,
    draft: &Draft,
    field: Field,
    label: &'static str,
    control: Control,
) -> FieldText {
    let lang = screen.lang();
    let hint = match (field, &draft.kind) {
        (Field::Delivery, _) => Some(words::delivery_hint(lang)),
        (Field::Invoices, _) => Some(words::invoices_hint(lang)),
        (Field::Amount, DraftKind::Dispute) => Some(words::disputed_hint(lang)),
        _ => None,
    };
    let problem = draft.problems.iter().find(|(f, _)| *f == field);
    FieldText {
        field,
        id: format!("collections-{field:?}").to_lowercase(),
        label,
        hint: hint.map(str::to_owned),
        control,
        value: draft.get(field).to_owned(),
        error: problem.map(|(_, p)| problem_text(screen, p)),
    }
}

fn notices(screen: &Screen<'_>) -> Vec<(String, String)> {
    let steps = screen.state.desk.rules.ladder.steps.iter();
    steps
        .filter(|s| s.kind.is_notice())
        .map(|s| (s.key.clone(), policy_words(screen.lang(), &s.label)))
        .collect()
}

fn invoices(screen: &Screen<'_>, draft: &Draft) -> Vec<(String, String)> {
    let summary = screen.state.desk.summary(&draft.customer);
    let items = summary.map_or(&[][..], |s| &s.receivables.items);
    items
        .iter()
        .map(|item| {
            let open = screen.format.money(item.open);
            let day = screen.format.day_short(item.due);
            let text =
                collections_marks::invoice_due(screen.lang(), item.number.as_str(), &open, &day);
            (item.number.to_string(), text)
        })
        .collect()
}

fn amount(screen: &Screen<'_>, draft: &Draft) -> Control {
    let summary = screen.state.desk.summary(&draft.customer);
    let item = summary.and_then(|s| {
        let chosen = draft.get(Field::Invoice);
        let items = &s.receivables.items;
        items.iter().find(|i| i.number.as_str() == chosen)
    });
    let currency = match (&draft.kind, item) {
        (DraftKind::Dispute, Some(item)) => item.open.currency(),
        _ => leading_currency(screen.state, &draft.customer),
    };
    Control::Amount(currency.to_string())
}

fn subscriptions(screen: &Screen<'_>, draft: &Draft) -> Control {
    let all = (String::new(), words::all_subscriptions(screen.lang()).to_owned());
    let account = screen.state.book.accounts.get(&draft.customer);
    let known = account.into_iter().flat_map(|a| &a.subscriptions);
    let named = known.map(|(id, s)| (id.to_string(), s.value.offer.clone()));
    Control::Choice(std::iter::once(all).chain(named).collect())
}

fn pair(word: &str, text: impl Into<String>) -> (String, String) {
    (word.to_owned(), text.into())
}

fn deliveries(lang: Lang) -> Control {
    Control::Choice(vec![
        pair(Delivery::Sent.word(), collections_marks::sent(lang)),
        pair(Delivery::Delivered.word(), collections_marks::delivered(lang)),
        pair(Delivery::Bounced.word(), collections_marks::returned(lang)),
        pair(Delivery::Draft.word(), collections_marks::draft(lang)),
    ])
}

fn hold_reasons(lang: Lang) -> Control {
    let reason = |r: &HoldReason| pair(r.word(), collections::hold_reason(lang, r));
    Control::Choice(HoldReason::KNOWN.iter().map(reason).collect())
}

fn outcomes(lang: Lang) -> Control {
    let outcome = |o: &DisputeOutcome| pair(o.word(), collections_marks::outcome(lang, o));
    Control::Choice(DisputeOutcome::KNOWN.iter().map(outcome).collect())
}

fn actions(lang: Lang) -> Control {
    use ActionKind as A;
    Control::Choice(vec![
        pair(A::CallCustomer.word(), words::call(lang)),
        pair(A::SuspendSubscription.word(), words::suspend(lang)),
        pair(A::ResumeSubscription.word(), words::resume(lang)),
        pair(A::CancelSubscription.word(), words::cancel_subscription(lang)),
        pair(A::CancelAtTermEnd.word(), words::cancel_at_end(lang)),
        pair(A::AutoRenewOff.word(), words::renew_off(lang)),
        pair(A::RestrictNewPurchases.word(), words::restrict(lang)),
        pair(A::LiftRestriction.word(), words::lift(lang)),
        pair(A::HandOff.word(), words::hand_off(lang)),
        pair(A::WriteOff.word(), words::write_off(lang)),
    ])
}

fn problem_text(screen: &Screen<'_>, problem: &Problem) -> String {
    let lang = screen.lang();
    let text = match problem {
        Problem::NeedStep => words::need_step(lang).to_owned(),
        Problem::NeedDay => words::need_day(lang).to_owned(),
        Problem::DayAhead => words::day_ahead(lang).to_owned(),
        Problem::NeedOwner => words::need_owner(lang).to_owned(),
        Problem::NeedReason => words::need_reason(lang).to_owned(),
        Problem::NeedInvoice => words::need_invoice(lang).to_owned(),
        Problem::NeedAmount => words::need_amount(lang).to_owned(),
        Problem::AmountWrong => words::amount_wrong(lang).to_owned(),
        Problem::MoreThanInvoice => words::more_than_invoice(lang).to_owned(),
        Problem::PromiseBack => words::promise_back(lang).to_owned(),
        Problem::PromiseTooFar { max } => {
            words::promise_too_far(lang, &screen.format.number(i64::from(*max)))
        }
        Problem::TooManyPromises => words::too_many_promises(lang).to_owned(),
        Problem::Hold(fault) => hold_problem(screen, fault),
    };
    super::collections_text::sentence_start(&text)
}

fn hold_problem(screen: &Screen<'_>, fault: &HoldFault) -> String {
    let lang = screen.lang();
    let day = |d| screen.format.day(d);
    match fault {
        HoldFault::Empty => words::hold_empty(lang).to_owned(),
        HoldFault::Over { .. } => words::hold_over(lang).to_owned(),
        HoldFault::Overlaps { start, end } => {
            let fault = words::hold_overlaps(lang, &day(*start), &day(*end));
            format!("{fault}. {}", words::overlap_help(lang))
        }
        HoldFault::TooLong { days, max } => {
            let max = screen.format.number(i64::from(*max));
            words::hold_too_long(lang, &screen.format.number(*days), &max)
        }
        HoldFault::Unknown => words::hold_unknown(lang).to_owned(),
        HoldFault::ReleasedBefore { on } => words::released_before(lang, &day(*on)),
        HoldFault::NotRunning { .. } => words::hold_not_running(lang).to_owned(),
    }
}
