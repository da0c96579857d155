//! The policy page.

use crate::app::Lang;
use crate::policy::table::{Aggregate, HitPolicy};

phrases! {
    lead: "What decides credit, collections and signals. Each number stands here with its reason." / "決定授信、收款與警訊的依據。每個數字都附有理由。";
    none: "No policy can be used" / "沒有可用的政策";
    none_why: "The one put into force last cannot be read. Nothing is decided until it is put right or withdrawn under History." / "最後生效的政策無法讀取。在修正或於「歷程」撤回之前，不會作出任何決定。";
    identity: "In force" / "生效中";
    version: "Version" / "版本";
    hash: "SHA-256" / "SHA-256";
    from: "In force from" / "生效日";
    origin: "Origin" / "來源";
    shipped: "comes with Recourse" / "Recourse 隨附";
    recorded: "put into force in this book" / "於此帳冊生效";
    tests: "Its own tests" / "政策自帶測試";
    export: "Save as JSON" / "儲存為 JSON";
    always: "always" / "一律";
    rules: "Rules" / "規則";
    tables: "Decision tables" / "決策表";
    limit: "Limit" / "額度";
    limit_note: "the smallest candidate counts" / "取最小者";
    scorecards: "Scorecards" / "評分卡";
    ladder: "Collections ladder" / "收款階梯";
    parameters: "Parameters" / "參數";
    fields: "What a decision looks at" / "決策參考的資料";
    rule: "Rule" / "規則";
    when: "When" / "條件";
    unless: "unless" / "除非";
    then: "Then" / "結果";
    row: "Row" / "列";
    step: "Step" / "步驟";
    day: "Day" / "日";
    notice: "Notice given" / "通知期間";
    reason: "Why" / "理由";
    field: "Field" / "欄位";
    source: "Source" / "來源";
    greatest_age: "Greatest age" / "最大天數";
    is: "Is" / "為";
    points: "Points" / "分數";
    value: "Value" / "值";
    candidate: "Candidate" / "候選";
    how: "How" / "計算方式";
    missing: "missing" / "缺漏";
    unique: "unique: at most one row holds" / "唯一：至多一列成立";
    any: "any: rows that hold agree" / "任一：成立的列結果一致";
    priority: "priority: the most important output counts" / "優先：取最重要的結果";
    first: "first: the first row that holds" / "首列：取第一個成立的列";
    rule_order: "rule order: all rows that hold" / "規則順序：所有成立的列";
    output_order: "output order: all rows that hold, most important first" / "輸出順序：所有成立的列，重要者在前";
    collect: "collect: all rows that hold" / "彙集：所有成立的列";
    collect_sum: "collect: the sum" / "彙集：總和";
    collect_min: "collect: the smallest" / "彙集：最小值";
    collect_max: "collect: the largest" / "彙集：最大值";
    collect_count: "collect: how many" / "彙集：筆數";
}

sentences! {
    tests_passed(passed: &str, all: &str): "{passed} of {all} passed" / "{all} 項中通過 {passed} 項";
    days(days: &str): "{days}\u{a0}d" / "{days} 天";
    from_day(day: &str, value: &str): "{value} from {day}" / "自 {day} 起 {value}";
}

/// What a hit policy means.
#[must_use]
pub const fn hit(lang: Lang, of: HitPolicy) -> &'static str {
    match of {
        HitPolicy::Unique => unique(lang),
        HitPolicy::Any => any(lang),
        HitPolicy::Priority => priority(lang),
        HitPolicy::First => first(lang),
        HitPolicy::RuleOrder => rule_order(lang),
        HitPolicy::OutputOrder => output_order(lang),
        HitPolicy::Collect(Aggregate::List) => collect(lang),
        HitPolicy::Collect(Aggregate::Sum) => collect_sum(lang),
        HitPolicy::Collect(Aggregate::Min) => collect_min(lang),
        HitPolicy::Collect(Aggregate::Max) => collect_max(lang),
        HitPolicy::Collect(Aggregate::Count) => collect_count(lang),
    }
}
