//! Microsoft's dated rules, topic by topic.

use crate::app::words::rules as words;
use crate::app::{Lang, Screen};
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
    }
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
