//! Microsoft's dated rules, topic by topic, with this book's own readings of them.

use std::mem::discriminant;

use crate::app::update::rules::{Fault, Field};
use crate::app::words::rules as words;
use crate::app::{Lang, Screen};
use crate::domain::rule_override::OwnReading;
use crate::domain::{Day, RuleId, order};
use crate::platform::{Date, Row, Text, Topic, Value, topics};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicText {
    pub title: &'static str,
    pub rows: Vec<RowText>,
}

/// One rule over one stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowText {
    pub id: &'static str,
    pub value: String,
    pub says: &'static str,
    pub in_force: String,
    /// It holds on the day shown.
    pub holds: bool,
    pub holds_word: Option<&'static str>,
    pub source: &'static str,
    pub source_date: String,
    /// The other reading of conflicting sources: its value, its source, and why it was not chosen.
    pub other: Option<(String, &'static str, &'static str)>,
    /// This book's own readings, the newest last.
    pub own: Vec<OwnText>,
    /// Whether a person may read it otherwise, and why not.
    pub change: Result<Change, Option<&'static str>>,
}

/// An own reading that was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnText {
    pub value: String,
    pub about: String,
    pub reason: String,
    /// It holds on the day shown.
    pub holds: bool,
}

/// What the form begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub rule: RuleId,
    pub value: String,
    /// The other reading of conflicting sources, where it is a value that can be taken.
    pub other: Option<String>,
    /// An own reading holds, and Microsoft's own value can be taken again.
    pub can_return: bool,
}

/// Every topic.
#[must_use]
pub fn page(screen: &Screen<'_>) -> Vec<TopicText> {
    topics()
        .into_iter()
        .map(|(topic, rows)| TopicText {
            title: title(screen.lang(), topic),
            rows: rows.iter().map(|r| row(screen, r)).collect(),
        })
        .collect()
}

const fn title(lang: Lang, topic: Topic) -> &'static str {
    match topic {
        Topic::Windows => words::windows(lang),
        Topic::Refunds => words::refunds(lang),
        Topic::ExtendedTerm => words::extended(lang),
        Topic::Suspension => words::suspension(lang),
        Topic::Azure => words::azure(lang),
        Topic::AlertClocks => words::alerts(lang),
        Topic::RefundException => words::exception(lang),
        Topic::Budget => words::budget(lang),
        Topic::Tickets => words::tickets(lang),
        Topic::PartnerBill => words::bill(lang),
        Topic::Credit => words::credit(lang),
    }
}

fn row(screen: &Screen<'_>, row: &Row) -> RowText {
    let lang = screen.lang();
    let today = screen.state.as_of();
    let own = own(screen, row);
    let holds = row.holds_on(today);
    let ahead = row.valid_from.and_then(Date::day).is_some_and(|first| today < first);
    RowText {
        id: row.id,
        value: value(screen, row.value),
        says: text(lang, row.says),
        in_force: in_force(screen, row),
        holds,
        holds_word: match (holds, ahead) {
            (true, _) => None,
            (false, true) => Some(words::ahead(lang)),
            (false, false) => Some(words::over(lang)),
        },
        source: row.source.title,
        source_date: words::text_of(lang, &date(screen, row.source.date)),
        other: row.conflict.map(|c| {
            let reading = match c.other {
                Value::Unknown => String::new(),
                known => value(screen, known),
            };
            (reading, c.source.title, text(lang, c.why))
        }),
        change: if holds { change(screen, row) } else { Err(None) },
        own,
    }
}

/// The own readings of a rule, shown with the row that holds on the day.
fn own(screen: &Screen<'_>, row: &Row) -> Vec<OwnText> {
    let today = screen.state.as_of();
    if !row.holds_on(today) {
        return Vec::new();
    }
    let lang = screen.lang();
    let recorded = screen.state.book.own_readings.iter();
    let mut own: Vec<(Day, OwnText)> = recorded
        .filter(|own| own.value.rule.as_str() == row.id)
        .map(|own| {
            let from = screen.format.day(own.value.from);
            let when = screen.format.moment(own.mark.recorded);
            let text = OwnText {
                value: reading(screen, own.value.reading),
                about: words::own_about(lang, &from, &own.mark.by, &when),
                reason: own.value.reason.clone(),
                holds: false,
            };
            (own.value.from, text)
        })
        .collect();
    order::sort_by_key(&mut own, |(from, _)| *from);
    if let Some((_, newest)) = own.iter_mut().rev().find(|(from, _)| *from <= today) {
        newest.holds = true;
    }
    own.into_iter().map(|(_, text)| text).collect()
}

fn change(screen: &Screen<'_>, row: &Row) -> Result<Change, Option<&'static str>> {
    let lang = screen.lang();
    let value = match typed(row.value) {
        Some(value) => value,
        None if matches!(row.value, Value::Percents(_)) => {
            return Err(Some(words::by_policy(lang)));
        }
        None => return Err(Some(words::nothing_to_read(lang))),
    };
    let now = screen.state.book.rules.on(screen.state.as_of(), row.id, None, None);
    Ok(Change {
        rule: row.rule(),
        value: now.and_then(|now| typed(now.value)).unwrap_or(value),
        other: row.conflict.and_then(|c| typed(c.other)).filter(|_| {
            row.conflict.is_some_and(|c| discriminant(&c.other) == discriminant(&row.value))
        }),
        can_return: now.is_some_and(|now| now.shipped.is_some()),
    })
}

/// A value as it is typed in the form; none for what is not a single value.
fn typed(value: Value) -> Option<String> {
    Some(match value {
        Value::Days(n) | Value::Hours(n) | Value::Minutes(n) | Value::Percent(n) => n.to_string(),
        Value::Count(n) => n.to_string(),
        Value::From(date) => date.day()?.to_string(),
        Value::Yes => "yes".to_owned(),
        Value::No => "no".to_owned(),
        Value::Percents(_) | Value::Unknown => return None,
    })
}

/// An own reading in words.
fn reading(screen: &Screen<'_>, reading: OwnReading) -> String {
    let lang = screen.lang();
    let number = |n: i64| screen.format.number(n);
    match reading {
        OwnReading::Days(n) => words::days(lang, &number(n)),
        OwnReading::Hours(n) => words::hours(lang, &number(n)),
        OwnReading::Minutes(n) => words::minutes(lang, &number(n)),
        OwnReading::Percent(n) => screen.format.percent(n),
        OwnReading::Count(n) => number(n),
        OwnReading::From(day) => words::from(lang, &screen.format.day(day)),
        OwnReading::Yes => words::it_holds(lang).to_owned(),
        OwnReading::No => words::it_does_not_hold(lang).to_owned(),
        OwnReading::Unknown => words::unknown(lang).to_owned(),
        OwnReading::Shipped => words::as_microsoft_says(lang).to_owned(),
    }
}

/// The form that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    pub title: String,
    pub says: &'static str,
    pub unit: &'static str,
    pub is_day: bool,
    /// Value and text of what may be chosen, where it is a plain yes or no.
    pub choices: Vec<(String, String)>,
    pub read_only: Option<String>,
}

/// None when no form is open.
#[must_use]
pub fn form(screen: &Screen<'_>) -> Option<Form> {
    let draft = screen.state.rules.draft.as_ref()?;
    let lang = screen.lang();
    let all = || topics().into_iter().flat_map(|(_, rows)| rows);
    let of_rule = |row: &&Row| row.id == draft.rule.as_str();
    let row = all()
        .find(|row| of_rule(row) && row.holds_on(screen.state.as_of()))
        .or_else(|| all().find(of_rule))?;
    let plain = matches!(row.value, Value::Yes | Value::No);
    let choices =
        [("yes", words::yes(lang)), ("no", words::no(lang)), ("unknown", words::unknown(lang))];
    Some(Form {
        title: words::read_otherwise(lang, row.id),
        says: text(lang, row.says),
        unit: match row.value {
            Value::Days(_) => words::unit_days(lang),
            Value::Hours(_) => words::unit_hours(lang),
            Value::Minutes(_) => words::unit_minutes(lang),
            Value::Percent(_) => "%",
            _ => "",
        },
        is_day: matches!(row.value, Value::From(_)),
        choices: if plain {
            choices.iter().map(|(v, t)| ((*v).to_owned(), (*t).to_owned())).collect()
        } else {
            Vec::new()
        },
        read_only: crate::app::view_model::frame::read_only(screen),
    })
}

/// What is wrong in the form, once recording was tried.
#[must_use]
pub fn faults(screen: &Screen<'_>) -> Vec<(Field, &'static str)> {
    let lang = screen.lang();
    let draft = screen.state.rules.draft.as_ref().filter(|draft| draft.tried);
    let faults = draft.and_then(|draft| draft.read().err()).unwrap_or_default();
    let say = |fault| match fault {
        Fault::NotANumber => words::not_a_number(lang),
        Fault::NotADay => words::not_a_day(lang),
        Fault::NoReason => words::no_reason(lang),
    };
    faults.into_iter().map(|(field, fault)| (field, say(fault))).collect()
}

const fn text(lang: Lang, text: Text) -> &'static str {
    match lang {
        Lang::En => text.en,
        Lang::ZhHant => text.zh_hant,
    }
}

fn date(screen: &Screen<'_>, date: Date) -> String {
    date.day().map_or_else(String::new, |day| screen.format.day(day))
}

fn in_force(screen: &Screen<'_>, row: &Row) -> String {
    let lang = screen.lang();
    let from = row.valid_from.map(|d| words::from(lang, &date(screen, d)));
    let until = row.valid_to.map(|d| words::until(lang, &date(screen, d)));
    match (from, until) {
        (None, None) => String::new(),
        (from, until) => [from, until].into_iter().flatten().collect::<Vec<_>>().join(" "),
    }
}

fn value(screen: &Screen<'_>, value: Value) -> String {
    let lang = screen.lang();
    let number = |n: i64| screen.format.number(n);
    match value {
        Value::Days(n) => words::days(lang, &number(n)),
        Value::Hours(n) => words::hours(lang, &number(n)),
        Value::Minutes(n) => words::minutes(lang, &number(n)),
        Value::Percent(n) => screen.format.percent(n),
        Value::Percents(all) => {
            let shown: Vec<String> = all.iter().map(|n| screen.format.percent(*n)).collect();
            shown.join(", ")
        }
        Value::Count(n) => number(n),
        Value::From(d) => words::from(lang, &date(screen, d)),
        // The sentence beside it says it all.
        Value::Yes | Value::No => String::new(),
        Value::Unknown => words::unknown(lang).to_owned(),
    }
}
