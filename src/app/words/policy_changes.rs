//! What one version of a policy says otherwise than another.

use crate::app::Lang;
use crate::app::words::policy_page;
use crate::policy::diff::Section;

phrases! {
    header: "Name and day" / "名稱與生效日";
    scorecards: "Scorecard" / "評分卡";
    stages: "Rules and tables" / "規則與表格";
    suspicion: "Suspicious activity" / "可疑活動";
    outcome_then: "outcome" / "結果";
    reason: "reason" / "理由";
    how: "how it is worked out" / "計算方式";
    points: "points" / "分數";
    value: "value" / "值";
    cell: "cell" / "條件";
}

sentences! {
    added(thing: &str): "{thing} is new" / "新增{thing}";
    removed(thing: &str): "{thing} is gone" / "刪除{thing}";
    reordered(thing: &str, before: &str, after: &str): "{thing}: another order, {after} instead of {before}" / "{thing}：順序由 {before} 改為 {after}";
    of_thing(thing: &str, what: &str): "{thing}: {what}" / "{thing}：{what}";
    now(what: &str, value: &str): "{what} is now “{value}”" / "{what}設為「{value}」";
    no_longer(what: &str, value: &str): "{what} is no longer “{value}”" / "{what}不再為「{value}」";
    changed(what: &str, before: &str, after: &str): "{what} was “{before}”, now “{after}”" / "{what}由「{before}」改為「{after}」";
    unless(what: &str): "except where {what}" / "除非{what}";
    moves(count: &str, milder: &str, harsher: &str): "moves {count} {customer}: {milder} for the milder, {harsher} for the harsher" with customer(count) "customer" "customers" / "影響 {count} 位客戶：{milder} 位變寬，{harsher} 位變嚴";
}

/// The part of the document a change is in.
#[must_use]
pub const fn section(lang: Lang, section: Section) -> &'static str {
    match section {
        Section::Header => header(lang),
        Section::Fields => policy_page::fields(lang),
        Section::Parameters => policy_page::parameters(lang),
        Section::Lists => policy_page::lists(lang),
        Section::Derived => policy_page::derived(lang),
        Section::Scorecards => scorecards(lang),
        Section::Stages => stages(lang),
        Section::Outcome => policy_page::outcome(lang),
        Section::Authority => policy_page::authority(lang),
        Section::OverrideReasons => policy_page::override_reasons(lang),
        Section::Reasons => policy_page::reasons(lang),
        Section::Guards => policy_page::guards(lang),
        Section::Tests => policy_page::tests(lang),
        Section::Collections => policy_page::ladder(lang),
        Section::Suspicion => suspicion(lang),
    }
}

/// A property by its key; keys that nobody has named are shown as they are.
#[must_use]
pub fn property(lang: Lang, key: &str) -> &str {
    match key {
        "is" => cell(lang),
        "then" => outcome_then(lang),
        "reason" => reason(lang),
        "expr" => how(lang),
        "points" => points(lang),
        "value" => value(lang),
        "version" => policy_page::version(lang),
        "author" => policy_page::author(lang),
        "effective" | "effective.from" => policy_page::in_force_from(lang),
        "effective.to" => policy_page::in_force_to(lang),
        "minApprovals" => policy_page::min_approvals(lang),
        "label.en" | "name.en" => policy_page::name_en(lang),
        "label.zh-Hant" | "name.zh-Hant" => policy_page::name_zh(lang),
        "text.en" => policy_page::text_en(lang),
        "text.zh-Hant" => policy_page::text_zh(lang),
        "factor" => policy_page::factor(lang),
        "field" => policy_page::looks_at(lang),
        "allowed" => policy_page::allowed(lang),
        "role" => policy_page::role_of(lang),
        "hit" => policy_page::hit_policy(lang),
        "complete" => policy_page::complete(lang),
        "roundDownTo" => policy_page::round_down(lang),
        "base" => policy_page::base_points(lang),
        "delayDays" => policy_page::delay_days(lang),
        "minNoticeDays" => policy_page::notice_days(lang),
        "minOverdue" => policy_page::least_overdue(lang),
        "why.en" => policy_page::why_en(lang),
        "why.zh-Hant" => policy_page::why_zh(lang),
        other => other,
    }
}
