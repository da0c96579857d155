//! How numbers, money, days and moments look. In the page the browser's own `Intl` does it;
//! in the terminal and in tests [`PlainFormat`] does, alike enough that both read the same.

use super::lang::Lang;
use crate::domain::day::Weekday;
use crate::domain::{Day, Decimal, Instant, Money};

/// Turns values into text of one language.
///
/// Money is always shown with its code before the number, since TWD and USD both print as `$`.
pub trait Format {
    fn lang(&self) -> Lang;

    /// The number of an amount without its currency: `1,912.00`, with a true minus sign.
    fn amount(&self, money: Money) -> String;

    /// A whole number with grouping.
    fn number(&self, number: i64) -> String;

    /// A day that cannot be misread: `Tue 24 Nov 2026`, `2026年11月24日（二）`.
    fn day(&self, day: Day) -> String;

    /// A day near today, without its year: `24 Nov`, `11月24日`.
    fn day_short(&self, day: Day) -> String;

    /// A moment to the minute where the person sits: `24 Nov 2026, 14:02`.
    fn moment(&self, instant: Instant) -> String;

    /// The time of a moment where the person sits: `14:02`.
    fn time(&self, instant: Instant) -> String;

    /// `EUR 1,912.00`, the space never breaking.
    fn money(&self, money: Money) -> String {
        format!("{}\u{a0}{}", money.currency(), self.amount(money))
    }

    /// A whole number of percent: `85 %`, `85%`.
    fn percent(&self, percent: i64) -> String {
        match self.lang() {
            Lang::En => format!("{}\u{202f}%", self.number(percent)),
            Lang::ZhHant => format!("{}%", self.number(percent)),
        }
    }

    /// A share of one in per cent, to two places where it is no whole number of them: `12.5 %`, `12.5%`.
    fn share(&self, share: Decimal) -> String {
        let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(Decimal::MAX).round_dp(2);
        let says = signed(&percent.normalize().to_string());
        match self.lang() {
            Lang::En => format!("{says}\u{202f}%"),
            Lang::ZhHant => format!("{says}%"),
        }
    }
}

/// Formats without a browser; moments are in UTC and say so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlainFormat {
    pub lang: Lang,
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Puts a comma between each three digits.
fn grouped(digits: &str) -> String {
    let count = digits.len();
    digits
        .char_indices()
        .flat_map(|(at, digit)| {
            let comma = at > 0 && (count.saturating_sub(at)).is_multiple_of(3);
            comma.then_some(',').into_iter().chain([digit])
        })
        .collect()
}

fn signed(text: &str) -> String {
    match text.strip_prefix('-') {
        Some(positive) => format!("\u{2212}{}", grouped_number(positive)),
        None => grouped_number(text),
    }
}

fn grouped_number(text: &str) -> String {
    match text.split_once('.') {
        Some((whole, part)) => format!("{}.{part}", grouped(whole)),
        None => grouped(text),
    }
}

/// The weekday's short name.
#[must_use]
pub const fn weekday(day: Weekday, lang: Lang) -> &'static str {
    match (day, lang) {
        (Weekday::Mon, Lang::En) => "Mon",
        (Weekday::Tue, Lang::En) => "Tue",
        (Weekday::Wed, Lang::En) => "Wed",
        (Weekday::Thu, Lang::En) => "Thu",
        (Weekday::Fri, Lang::En) => "Fri",
        (Weekday::Sat, Lang::En) => "Sat",
        (Weekday::Sun, Lang::En) => "Sun",
        (Weekday::Mon, Lang::ZhHant) => "一",
        (Weekday::Tue, Lang::ZhHant) => "二",
        (Weekday::Wed, Lang::ZhHant) => "三",
        (Weekday::Thu, Lang::ZhHant) => "四",
        (Weekday::Fri, Lang::ZhHant) => "五",
        (Weekday::Sat, Lang::ZhHant) => "六",
        (Weekday::Sun, Lang::ZhHant) => "日",
    }
}

fn month_name(day: Day) -> &'static str {
    let at = usize::try_from(day.month().saturating_sub(1)).unwrap_or(0);
    MONTHS.get(at).copied().unwrap_or("???")
}

impl Format for PlainFormat {
    fn lang(&self) -> Lang {
        self.lang
    }

    fn amount(&self, money: Money) -> String {
        signed(&money.number())
    }

    fn number(&self, number: i64) -> String {
        signed(&number.to_string())
    }

    fn day(&self, day: Day) -> String {
        let name = weekday(day.weekday(), self.lang);
        let (y, m, d) = (day.year(), day.month(), day.day_of_month());
        match self.lang {
            Lang::En => format!("{name} {d} {} {y}", month_name(day)),
            Lang::ZhHant => format!("{y}年{m}月{d}日（{name}）"),
        }
    }

    fn day_short(&self, day: Day) -> String {
        match self.lang {
            Lang::En => format!("{} {}", day.day_of_month(), month_name(day)),
            Lang::ZhHant => format!("{}月{}日", day.month(), day.day_of_month()),
        }
    }

    fn moment(&self, instant: Instant) -> String {
        format!("{}, {}", self.day(instant.day()), self.time(instant))
    }

    fn time(&self, instant: Instant) -> String {
        let text = instant.to_string();
        format!("{} UTC", text.get(11..16).unwrap_or_default())
    }
}
