//! Why a signal fired, and why one cannot be evaluated.

use crate::app::format::Format;
use crate::app::words::suspicion;
use crate::engine::suspicion::signals::BustOutBy;
use crate::engine::suspicion::{Gap, Reason, Value};

sentences! {
    spike(day: &str, usual: &str, excess: &str, days: &str): "{day}: {excess} above the usual {usual} of {days} {day_s}" with day_s(days) "day" "days" / "{day}：較 {days} 天的常態 {usual} 高出 {excess}";
    over_budget(percent: &str, spent: &str, budget: &str): "{spent} spent this month, past {percent} of the budget of {budget}" / "本月支出 {spent}，已達預算 {budget} 的 {percent}";
    forecast(forecast: &str, budget: &str): "the month comes to {forecast} at this pace, against a budget of {budget}" / "依此速度本月將達 {forecast}，預算為 {budget}";
    machine(size: &str, age: &str, day: &str): "{size} on {day}, {age} {day_s} after the customer joined" with day_s(age) "day" "days" / "客戶加入 {age} 天後，於 {day} 使用 {size}";
    service(service: &str, cost: &str, day: &str): "{service} for {cost} on {day}, at a new customer" / "新客戶於 {day} 使用 {service}，費用 {cost}";
    regions(count: &str, regions: &str, day: &str): "{count} {region} never used before, on {day}: {regions}" with region(count) "region" "regions" / "{day} 使用 {count} 個從未用過的區域：{regions}";
    first_invoice(due: &str, open: &str, unbilled: &str): "{open} open since {due}, and {unbilled} used since and not billed" / "{due} 到期的 {open} 未付，其後未出帳用量為 {unbilled}";
    bust_out(owed: &str, median: &str, also: &str): "{owed} open or unbilled against a usual invoice of {median}, and {also}" / "未付或未出帳 {owed}，常態發票為 {median}，且{also}";
    seats(before: &str, now: &str, left: &str): "from {before} to {now} {seat} in a day; {left}\u{a0}h of the cancel window left" with seat(now) "seat" "seats" / "一日內由 {before} 增至 {now} 個授權；可取消期限剩 {left} 小時";
    mining(kind: &str): "alert of the kind {kind}" / "{kind}類警示";
    alert_open(time: &str): "unanswered for {time}" / "未回覆已 {time}";
    usage_stale(newest: &str, time: &str): "newest usage of {newest}, over {time} ago" / "最新用量為 {newest}，已結束 {time}";
    used(percent: &str): "{percent} of the limit is used" / "已使用額度的 {percent}";
    seats_grew(before: &str, now: &str): "seats went from {before} to {now}" / "授權由 {before} 增至 {now}";
    thin(days: &str, needed: &str): "{days} {day_s} of usage, {needed} {is} needed" with day_s(days) "day" "days", is(needed) "is" "are" / "僅有 {days} 天用量，需 {needed} 天";
    no_threshold(currency: &str): "the policy sets no amount for {currency}" / "政策未設定 {currency} 的金額";
    hours(hours: &str): "{hours}\u{a0}h" / "{hours} 小時";
    days(days: &str): "{days}\u{a0}d" / "{days} 天";
}

phrases! {
    payment_reversed: "the last payment was taken back" / "最後一筆付款遭退回";
    no_usage: "no usage was imported" / "未匯入用量";
    no_budget: "no budget is recorded for this customer" / "未記錄此客戶的預算";
    no_age: "it is not known since when this is a customer" / "不知何時成為客戶";
    no_regions: "the usage names no region" / "用量未載明區域";
    no_meters: "the usage names no machine or service" / "用量未載明機器或服務";
    no_invoices: "no invoice was imported" / "未匯入發票";
    no_limit: "no credit limit is decided, so use of it cannot be told" / "尚未核定信用額度，無法得知使用率";
    no_earlier_seats: "subscriptions were seen only once, without the day of creation" / "訂閱僅匯入一次，且未載明建立日";
    no_alerts: "no alert was ever imported" / "從未匯入警示";
    too_large: "the figures are too large to work with" / "數字過大，無法計算";
}

/// Hours, or days where there are two or more.
fn span(format: &dyn Format, count: i64) -> String {
    const DAY: i64 = 24;
    let lang = format.lang();
    if count < 2 * DAY {
        hours(lang, &format.number(count))
    } else {
        days(lang, &format.number(count / DAY))
    }
}

/// A figure with its unit.
#[must_use]
pub fn value(format: &dyn Format, value: &Value) -> String {
    let lang = format.lang();
    match value {
        Value::Money(m) => format.money(*m),
        Value::Count(n) => format.number(*n),
        Value::Percent(n) => format.percent(*n),
        Value::Hours(n) => span(format, *n),
        Value::Days(n) => days(lang, &format.number(*n)),
        Value::Times(n) => format!("{n}×"),
        Value::Words(text) => text.clone(),
    }
}

/// Why a signal fired.
#[must_use]
pub fn why(format: &dyn Format, reason: &Reason) -> String {
    let lang = format.lang();
    let money = |m| format.money(m);
    let number = |n: i64| format.number(n);
    let day = |d| format.day_short(d);
    match reason {
        Reason::Spike { day: on, usual, excess, days, .. } => {
            spike(lang, &day(*on), &money(*usual), &money(*excess), &number(i64::from(*days)))
        }
        Reason::OverBudget { percent, spent, budget } => {
            let percent = format.percent(i64::from(*percent));
            over_budget(lang, &percent, &money(*spent), &money(*budget))
        }
        Reason::ForecastOverBudget { forecast: f, budget } => {
            forecast(lang, &money(*f), &money(*budget))
        }
        Reason::CostlyMachine { size, age_days, day: on } => {
            machine(lang, size, &number(*age_days), &day(*on))
        }
        Reason::CostlyService { service: s, cost, day: on, .. } => {
            service(lang, s, &money(*cost), &day(*on))
        }
        Reason::NewRegions { regions: all, day: on } => {
            let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
            regions(lang, &number(count), &all.join(", "), &day(*on))
        }
        other => why_of_customer(format, other),
    }
}

/// Reasons that lie in payments, seats and alerts.
fn why_of_customer(format: &dyn Format, reason: &Reason) -> String {
    let lang = format.lang();
    let money = |m| format.money(m);
    let number = |n: i64| format.number(n);
    let day = |d| format.day_short(d);
    match reason {
        Reason::FirstInvoiceUnpaid { due, open, unbilled } => {
            first_invoice(lang, &day(*due), &money(*open), &money(*unbilled))
        }
        Reason::BustOut { owed, median_paid, by, .. } => {
            bust_out(lang, &money(*owed), &money(*median_paid), &besides(format, *by))
        }
        Reason::SeatSurge { before, now, window_hours_left } => {
            seats(lang, &number(*before), &number(*now), &number(*window_hours_left))
        }
        Reason::Mining { family } => mining(lang, &suspicion::family(lang, family)),
        Reason::AlertOpen { hours, .. } => alert_open(lang, &span(format, *hours)),
        Reason::UsageStale { newest, hours } => {
            usage_stale(lang, &day(*newest), &span(format, *hours))
        }
        _ => String::new(),
    }
}

fn besides(format: &dyn Format, by: BustOutBy) -> String {
    let lang = format.lang();
    match by {
        BustOutBy::PaymentReversed => payment_reversed(lang).to_owned(),
        BustOutBy::Utilisation { percent } => used(lang, &format.percent(percent)),
        BustOutBy::Seats { before, now } => {
            seats_grew(lang, &format.number(before), &format.number(now))
        }
    }
}

/// Why a signal cannot be evaluated.
#[must_use]
pub fn gap(format: &dyn Format, gap: &Gap) -> String {
    let lang = format.lang();
    let fixed = match gap {
        Gap::StaleUsage { newest, hours } => {
            return usage_stale(lang, &format.day_short(*newest), &span(format, *hours));
        }
        Gap::ThinHistory { days, needed } => {
            let number = |n: u32| format.number(i64::from(n));
            return thin(lang, &number(*days), &number(*needed));
        }
        Gap::NoThreshold(currency) => return no_threshold(lang, currency.code()),
        Gap::NoUsage => no_usage(lang),
        Gap::NoBudget => no_budget(lang),
        Gap::NoAge => no_age(lang),
        Gap::NoRegions => no_regions(lang),
        Gap::NoMeters => no_meters(lang),
        Gap::NoInvoices => no_invoices(lang),
        Gap::NoLimit => no_limit(lang),
        Gap::NoEarlierSeats => no_earlier_seats(lang),
        Gap::NoAlerts => no_alerts(lang),
        Gap::TooLarge => too_large(lang),
    };
    fixed.to_owned()
}
