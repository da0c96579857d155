//! The clocks that run from a security alert.

use super::row::{Date, Row, Value, says};
use super::rulebook::Rulebook;
use super::sources::{ALERTS_DASHBOARD, ARROW, FRAUD_NOTIFICATION, SECURITY_REQUIREMENTS};
use crate::domain::Day;
use crate::domain::partner::{Cloud, Role};

pub const ANSWER_TARGET: &str = "PLT-401";
pub const MEAN_ANSWER: &str = "PLT-402";
pub const MEAN_OVER: &str = "PLT-403";
pub const MANDATORY: &str = "PLT-404";
pub const NEW_WITHIN: &str = "PLT-405";
pub const SUMMARY_WITHIN: &str = "PLT-406";
pub const BACKLOG_FROM: &str = "PLT-407";
pub const MINING_MAIL: &str = "PLT-408";
pub const CLOUDS: &str = "PLT-409";

pub static ROWS: &[Row] = &[
    Row::new(
        ANSWER_TARGET,
        Value::Hours(1),
        ALERTS_DASHBOARD,
        says(
            "Microsoft's guideline is to answer an alert within one hour.",
            "Microsoft 的準則是於一小時內回應警示。",
        ),
    ),
    Row::new(
        MEAN_ANSWER,
        Value::Hours(24),
        SECURITY_REQUIREMENTS,
        says(
            "The mean time to answer must not be above 24 hours.",
            "平均回應時間不得超過 24 小時。",
        ),
    ),
    Row::new(
        MEAN_OVER,
        Value::Days(30),
        SECURITY_REQUIREMENTS,
        says(
            "The mean is taken over the last 30 days.",
            "平均值以最近 30 天計算。",
        ),
    ),
    Row::new(
        MANDATORY,
        Value::No,
        ALERTS_DASHBOARD,
        says(
            "Answering in time was a recommendation.",
            "及時回應為建議事項。",
        ),
    )
    .until(Date(2025, 9, 30)),
    Row::new(
        MANDATORY,
        Value::Yes,
        SECURITY_REQUIREMENTS,
        says(
            "Since 1 October 2025 the mean is a condition of the authorisation of direct-bill partners and distributors.",
            "自 2025 年 10 月 1 日起，此平均值為直接計費合作夥伴與經銷商的授權條件。",
        ),
    )
    .from(Date(2025, 10, 1)),
    Row::new(
        NEW_WITHIN,
        Value::Days(7),
        ALERTS_DASHBOARD,
        says(
            "An alert counts as new for 7 days.",
            "警示於 7 天內視為新警示。",
        ),
    ),
    Row::new(
        SUMMARY_WITHIN,
        Value::Days(60),
        FRAUD_NOTIFICATION,
        says(
            "A daily summary is mailed while anything of the last 60 days is unresolved.",
            "最近 60 天內有未解決項目時，每日寄送摘要。",
        ),
    ),
    Row::new(
        BACKLOG_FROM,
        Value::From(Date(2021, 12, 1)),
        ARROW,
        says(
            "Alerts go back to December 2021 and must all be resolved, stale ones as \"ignore\".",
            "警示可追溯至 2021 年 12 月，均須結案；過時者以「忽略」結案。",
        ),
    ),
    Row::new(
        MINING_MAIL,
        Value::Hours(24),
        ARROW,
        says(
            "Mining alerts are mailed at most once in 24 hours for a subscription; others at most once an hour.",
            "挖礦警示每個訂閱每 24 小時至多寄送一次；其他警示每小時至多一次。",
        ),
    ),
    Row::new(
        CLOUDS,
        Value::Yes,
        SECURITY_REQUIREMENTS,
        says(
            "Security alerts come from the global and the US Government cloud; none come from the cloud operated by 21Vianet.",
            "安全性警示來自全球雲端與美國政府雲端；世紀互聯營運的雲端則無。",
        ),
    )
    .for_clouds(&[Cloud::Global, Cloud::UsGovernment]),
];

/// The numbers of the alert clocks on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockRules {
    /// Microsoft's guideline for the first answer.
    pub answer_target_minutes: i64,
    /// The mean that must not be passed.
    pub mean_answer_minutes: i64,
    /// Days over which the mean is taken.
    pub mean_over_days: i64,
    /// Whether the mean is a condition of the partner's authorisation.
    pub mean_is_mandatory: bool,
    /// Days for which an alert counts as new.
    pub new_within_days: i64,
    /// Days within which an unresolved alert is mailed about every day.
    pub summary_within_days: i64,
    /// Days from the first fraudulent usage in which a refund exception may be asked for.
    pub refund_exception_days: i64,
    /// Whether this cloud has alerts at all.
    pub has_alerts: bool,
}

/// The alert clocks as they stood on a day in a cloud; none where a row is missing.
#[must_use]
pub fn on(rules: &Rulebook, day: Day, cloud: &Cloud) -> Option<ClockRules> {
    let row = |id: &str| rules.on(day, id, None, None);
    Some(ClockRules {
        answer_target_minutes: row(ANSWER_TARGET)?.minutes()?,
        mean_answer_minutes: row(MEAN_ANSWER)?.minutes()?,
        mean_over_days: row(MEAN_OVER)?.days()?,
        mean_is_mandatory: row(MANDATORY)?.value == Value::Yes,
        new_within_days: row(NEW_WITHIN)?.days()?,
        summary_within_days: row(SUMMARY_WITHIN)?.days()?,
        refund_exception_days: row(super::refund_exception::ASK_WITHIN)?.days()?,
        has_alerts: rules.on(day, CLOUDS, None, Some(cloud)).is_some(),
    })
}

/// Whether the mean is a condition of the authorisation of a reseller in this role: of those whom
/// Microsoft bills. An indirect reseller answers for his customers, and his provider is scored.
#[must_use]
pub fn binds(rules: &ClockRules, role: &Role) -> bool {
    rules.mean_is_mandatory && *role != Role::IndirectReseller
}
