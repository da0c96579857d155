//! What values are, in words.

use crate::app::Lang;
use crate::policy::feel::{Type, Unit};

phrases! {
    anything: "anything" / "任何值";
    yes_or_no: "true or false" / "是或否";
    amount: "an amount of money" / "金額";
    number: "a number" / "數值";
    text: "text" / "文字";
    day: "a date" / "日期";
    time: "a time" / "時間";
    moment: "a date and time" / "日期與時間";
    days: "a duration of days" / "以天計的期間";
    months: "a duration of months" / "以月計的期間";
    list: "a list" / "清單";
}

/// What the values of a type are.
#[must_use]
pub const fn of(lang: Lang, kind: &Type) -> &'static str {
    match kind {
        Type::Any => anything(lang),
        Type::Bool => yes_or_no(lang),
        Type::Number(Unit::Money) => amount(lang),
        Type::Number(_) => number(lang),
        Type::Text => text(lang),
        Type::Day => day(lang),
        Type::Time => time(lang),
        Type::Instant => moment(lang),
        Type::Span => days(lang),
        Type::Months => months(lang),
        Type::List(_) => list(lang),
    }
}
