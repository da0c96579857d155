//! The policy page as a workshop: drafts, proposals, tests, the book under a draft.

use super::credit;
use crate::app::Lang;
use crate::domain::decision::Outcome;
use crate::engine::credit::Direction;
use crate::policy::document::FieldKind;
use crate::policy::guards::Metric;

phrases! {
    no_such_tables: "No table of the file has the id of a decision table of this policy" / "檔案中沒有與本政策決策表相同識別碼的表格";
    parts: "Parts of the policy" / "政策的各部分";
    identity: "Name and day" / "名稱與生效日";
    outcome: "Outcome" / "結果";
    fields: "Fields" / "欄位";
    lists: "Lists" / "清單";
    derived: "Derived values" / "衍生值";
    authority: "Authority" / "簽核權限";
    override_reasons: "Override reasons" / "另行決定的理由";
    guards: "Guards" / "整體防線";
    ladder: "Collections ladder" / "收款階梯";
    tests: "Tests" / "測試";
    parameters: "Parameters" / "參數";
    parameters_note: "The value in force is the one with the latest day that has come" / "以已到之最近日期的值為準";
    reasons: "Reasons" / "理由";
    card_note: "the first bin that holds gives the points" / "以第一個成立的區間計分";
    base_points: "Points to begin with" / "起始分數";
    max_reasons: "Reasons told at most" / "最多列出理由數";
    round_down: "Rounded down to" / "捨去至";
    id: "Id" / "識別碼";
    label_en: "English" / "英文";
    label_zh: "Chinese" / "中文";
    why_en: "Why, in English" / "理由（英文）";
    why_zh: "Why, in Chinese" / "理由（中文）";
    reason: "Reason" / "理由";
    complete: "Some row has to hold for every value" / "任何值都須有一列成立";
    no_reason: "none" / "無";
    when: "When" / "條件";
    unless: "Unless" / "除非";
    then: "Then" / "結果";
    how: "How it is worked out" / "計算方式";
    is: "Is" / "為";
    points: "Points" / "分數";
    from: "From" / "起始日";
    number: "Number" / "數值";
    amounts: "Amounts by currency" / "各幣別金額";
    values: "Values" / "值";
    kind: "Kind" / "類型";
    source: "Source" / "來源";
    greatest_age: "Greatest age, days" / "最大天數";
    when_missing: "When missing" / "缺漏時";
    taken_instead: "Taken instead" / "改採";
    code: "Code" / "代碼";
    text_en: "Text in English" / "英文文字";
    text_zh: "Text in Chinese" / "中文文字";
    factor: "Factor" / "因素";
    adverse: "Told to the customer" / "告知客戶";
    internal_only: "Never told" / "一律不告知";
    role: "Role" / "職務";
    up_to: "Up to" / "上限";
    overrides: "May change" / "可變更";
    second: "Needs a second person" / "須第二人簽核";
    expires_days: "Ends after days" / "有效天數";
    rule: "Rule" / "規則";
    delay_days: "Days from the due date" / "距到期日天數";
    notice_days: "Days of notice" / "通知天數";
    least_overdue: "Least overdue amount" / "最低逾期金額";
    as_of: "As of" / "基準日";
    currency: "Currency" / "幣別";
    input: "Given" / "輸入";
    limit: "Limit" / "額度";
    term_days: "Days to pay" / "帳期天數";
    grade: "Grade" / "等級";
    metric: "Figure" / "指標";
    least: "At least" / "下限";
    most: "At most" / "上限";
    name_en: "Name in English" / "英文名稱";
    name_zh: "Name in Chinese" / "中文名稱";
    version: "Version" / "版本";
    author: "Written by" / "撰寫人";
    in_force_from: "In force from" / "生效日";
    in_force_to: "In force until" / "失效日";
    min_approvals: "People who have to approve" / "須核准人數";
    error_reason: "Reason when something cannot be worked out" / "無法計算時的理由";
    missing_reason: "Reason when a value is missing" / "資料缺漏時的理由";
    severity: "Outcomes from the mildest to the most severe" / "由寬至嚴的結果";
    zero_limit: "Outcomes without a limit" / "額度為零的結果";
    structure: "Stages and scorecards" / "階段與評分卡";
    structure_note: "Stages run in this order; the most severe outcome wins" / "各階段依此順序執行，以最嚴結果為準";
    stages: "Stages" / "階段";
    scorecards: "Scorecards" / "評分卡";
    which_parameters: "Which parameters there are" / "參數一覽";
    characteristics: "What the card looks at" / "評分項目";
    columns_in: "Columns that ask" / "條件欄";
    columns_out: "Columns that answer" / "結果欄";
    looks_at: "Looks at" / "參考的值";
    unit: "Its values are" / "值的類型";
    allowed: "Allowed values" / "允許的值";
    allowed_ranked: "Allowed values, most important first" / "允許的值（重要者在前）";
    role_of: "What it decides" / "用途";
    default: "When no row holds" / "無列成立時";
    key: "Name" / "名稱";
    anchor: "Counted from" / "起算點";
    delay_unit: "Counted in" / "計算單位";
    roll: "On a day off" / "遇假日";
    requires: "Comes after" / "須先完成";
    reversible: "Can be undone" / "可復原";
    approval: "Approved by" / "簽核人數";
    channel: "By" / "方式";
    kind_bool: "yes or no" / "是或否";
    kind_text: "text" / "文字";
    kind_number: "number" / "數值";
    kind_money: "amount" / "金額";
    kind_day: "day" / "日期";
    missing_default: "take a value instead" / "改採其他值";
    missing_score: "score as missing" / "以缺漏計分";
    missing_skip: "leave the candidate out" / "略過該候選";
    approved_by: "Approved by" / "核准人";
    waived: "Guard let pass" / "放行的防線";
    no_name: "Say under Settings who you are: a policy has an author, and approvals have a name" / "請先在「設定」填寫您的姓名：政策須有撰寫人，核准須具名";
    not_checked: "The latest edit is still being checked" / "最近的修改仍在檢查中";
    own_draft: "You wrote it: somebody else has to approve it" / "這是您撰寫的：須由另一人核准";
    nothing_changed: "It says the same as the policy in force" / "內容與生效中的政策相同";
    already_approved: "You approved it already: another person is wanted" / "您已核准：尚須另一人核准";
    begin: "Begin a draft" / "開始草稿";
    begin_in_force: "From the policy in force" / "以生效中的政策為底";
    import: "Open a file (JSON or DMN)" / "開啟檔案（JSON 或 DMN）";
    save_as: "Save as a file" / "另存為檔案";
    json: "The policy as JSON" / "政策（JSON）";
    dmn_15: "Tables as DMN 1.5" / "決策表（DMN 1.5）";
    dmn_13: "Tables for dmn-js and Camunda (DMN 1.3)" / "供 dmn-js 與 Camunda 使用的決策表（DMN 1.3）";
    draft: "Draft" / "草稿";
    draft_note: "Decides nothing until somebody else approves it. It is kept in this browser." / "經另一人核准前不影響任何決定。僅保存於此瀏覽器。";
    undo: "Undo the last edit" / "復原上一步";
    redo: "Redo" / "重做";
    discard: "Discard the draft" / "捨棄草稿";
    discarded: "The draft was discarded" / "已捨棄草稿";
    bring_back: "Bring it back" / "取回草稿";
    propose: "Propose it for approval" / "提請核准";
    note_of_approval: "What you say to it" / "您的意見";
    note: "Why it should change" / "變更原因";
    proposal: "Proposal" / "提案";
    look: "Look at it" / "檢視";
    take_back: "Withdraw it" / "撤回";
    send_back: "Send it back" / "退回";
    change_it: "Open it as a draft" / "以草稿開啟";
    approve: "Approve it and put it into force" / "核准並使其生效";
    approve_only: "Approve it" / "核准";
    leave_review: "Back" / "返回";
    refused_note: "The policy in force stays in force." / "生效中的政策維持不變。";
    mend: "Open it as a draft and mend it there" / "以草稿開啟並修正";
    close: "Close" / "關閉";
    add_row: "Add a row" / "新增列";
    copy_row: "Copy the row" / "複製列";
    move_up: "Move the row up" / "上移";
    move_down: "Move the row down" / "下移";
    remove_row: "Remove the row" / "刪除列";
    book_title: "The whole book under it" / "整本帳冊的影響";
    working: "Deciding the book anew…" / "重新評估帳冊中…";
    cannot_try: "Mend the faults first: nothing can be decided with it" / "請先修正錯誤：目前無法據以決定";
    nobody_moves: "Nobody moves" / "沒有客戶受影響";
    caution: "What customers who were held back would have done is not known: a milder policy looks better here than it may turn out." / "原先受限的客戶若獲放行會如何並不可知：較寬鬆的政策在此看來可能優於實際。";
    met: "met" / "符合";
    not_met: "not met" / "未符合";
    exposure: "Exposure" / "曝險金額";
    limit_before: "Limits now" / "目前額度";
    limit_after: "Limits then" / "之後額度";
    by_nothing: "several together" / "多項合併";
    dir_in: "milder outcome" / "結果變寬";
    dir_out: "more severe outcome" / "結果變嚴";
    dir_raised: "higher limit" / "額度提高";
    dir_lowered: "lower limit" / "額度降低";
    dir_terms: "other terms" / "帳期改變";
    dir_unchanged: "unchanged" / "不變";
    days_late_unknown: "How late they paid is not known" / "付款延遲情形不明";
    tests_wait: "They run as soon as the faults are mended" / "修正錯誤後即會執行";
    nothing_there: "There is nothing" / "沒有可處理的項目";
    waive_hint: "Say why to let it pass" / "附理由即可放行";
    no_row: "Go to a row first" / "請先選擇一列";
    hit_policy: "When several rows hold" / "多列成立時";
    pane_tests: "Tests" / "測試";
    pane_book: "Book" / "帳冊";
    pane_changes: "Differences" / "差異";
    panes: "What the draft does" / "草稿的影響";
    no_faults: "No faults" / "沒有錯誤";
    faults: "Faults and warnings" / "錯誤與警告";
    own_tests: "Its own tests" / "政策自帶測試";
    error: "error" / "錯誤";
    warning: "warning" / "警告";
    waiting: "Checking…" / "檢查中…";
    no_tests: "The policy carries no tests" / "此政策沒有自帶測試";
    offers: "Completions" / "自動完成";
    keys_hint: "Arrows or Enter move between cells, Escape takes back what was typed, Alt and an arrow moves the row, Ctrl Enter adds one, Ctrl D copies it, Ctrl Delete removes it, Ctrl Z undoes." / "方向鍵或 Enter 移動儲存格，Escape 取消輸入，Alt 加方向鍵移動列，Ctrl Enter 新增、Ctrl D 複製、Ctrl Delete 刪除，Ctrl Z 復原。";
    earlier_rows: "Earlier rows" / "前面的列";
    later_rows: "Later rows" / "後面的列";
    says: "What it says" / "這一列的意思";
    part_input: "input" / "輸入";
    part_limit: "limit" / "額度";
    part_outcome: "outcome" / "結果";
    part_grade: "grade" / "等級";
    part_terms: "days to pay" / "帳期天數";
    part_reasons: "reasons" / "理由";
    nothing: "nothing" / "無";
    due_day: "Due date" / "到期日";
    on_due_day: "day 0" / "當日";
    rows_of: "Rows" / "列";
    wants_in_force: "No policy can be used" / "沒有可用的政策";
    cautious: "Cautious, direct bill" / "審慎（直接計費）";
    cautious_indirect: "Cautious, indirect reseller" / "審慎（間接經銷商）";
    standard: "Standard, direct bill" / "標準（直接計費）";
    standard_indirect: "Standard, indirect reseller" / "標準（間接經銷商）";
    growth: "Growth, direct bill" / "成長（直接計費）";
    growth_indirect: "Growth, indirect reseller" / "成長（間接經銷商）";
    yes: "yes" / "是";
    approve_share: "Share approved" / "核准比例";
    refer_share: "Share referred" / "轉人工比例";
    refused_share: "Share on hold or declined" / "暫緩或不予核准比例";
    moved_share: "Share of customers that move" / "變動客戶比例";
    swap_out_share: "Share with a more severe outcome" / "結果變嚴比例";
    swap_in_share: "Share with a milder outcome" / "結果變寬比例";
    limit_change: "Change of the sum of limits" / "額度總和變化";
    over_limit_share: "Share above the new limit" / "超過新額度比例";
    swap_in_days_late: "Days late of those with a milder outcome, median" / "結果變寬者逾期天數中位數";
}

sentences! {
    expected(part: &str, wanted: &str, found: &str): "{part}: expected {wanted}, got {found}" / "{part}：預期 {wanted}，得到 {found}";
    signed_of(signed: &str, wanted: &str): "{signed} of {wanted} {approval}" with approval(wanted) "approval" "approvals" / "核准 {signed}／{wanted}";
    proposed_by(who: &str, when: &str): "proposed by {who}, {when}" / "{who} 於 {when} 提出";
    refused_title(name: &str): "{name} was not taken" / "未採用 {name}";
    has_faults(count: &str): "Mend the faults first: {count}" / "請先修正錯誤：{count} 項";
    tests_fail(count: &str): "{count} of its own tests {fail}: mend the table or the test" with fail(count) "fails" "fail" / "自帶測試有 {count} 項未通過：請修正表格或測試";
    guard_unmet(guard: &str): "The guard “{guard}” is not met: change the draft, or let it pass with a reason" / "未符合防線「{guard}」：請修改草稿，或附理由放行";
    in_currency(figure: &str, currency: &str): "{figure} in {currency}" / "{currency} {figure}";
    guard_met(label: &str, found: &str): "{label}: met ({found})" / "{label}：符合（{found}）";
    guard_low(label: &str, found: &str, min: &str): "{label}: {found}, at least {min} is asked for" / "{label}：{found}，要求至少 {min}";
    guard_high(label: &str, found: &str, max: &str): "{label}: {found}, at most {max} is allowed" / "{label}：{found}，最多允許 {max}";
    guard_none(label: &str): "{label}: nothing to measure" / "{label}：無可衡量的資料";
    customers(count: &str): "{count} {customer}" with customer(count) "customer" "customers" / "{count} 位客戶";
    days_late(median: &str, worst: &str, now: &str): "Really paid late in 12 months: {median} d in the middle, {worst} d at worst; {now} {are} late now" with are(now) "is" "are" / "近 12 個月實際遲付：中位數 {median} 天，最長 {worst} 天；目前 {now} 位逾期";
    missing_field(field: &str): "“{field}” is missing" / "缺少「{field}」";
    from_to(before: &str, after: &str): "{before} → {after}" / "{before} → {after}";
    day_passed(day: &str): "It would be in force from {day}, which has passed: earlier days keep their policy. Choose today or later" / "生效日 {day} 已過：先前各日沿用原政策。請改為今天或之後";
    more_faults(count: &str): "and {count} more" / "另有 {count} 項";
    rows_shown(first: &str, last: &str, all: &str): "Rows {first} to {last} of {all}" / "第 {first} 至 {last} 列，共 {all} 列";
    ladder_lead(day: &str): "An invoice due on {day} that nobody pays and nothing holds: each step on the first day it may be taken" / "以 {day} 到期、無人付款且無任何暫停的發票為例：各步驟最早可執行的日期";
    after_due(days: &str): "{days} d after" / "到期後 {days} 天";
    before_due(days: &str): "{days} d before" / "到期前 {days} 天";
    cell_of(column: &str, row: &str): "{column}, row {row}" / "{row} 列，{column}";
}

/// A part of a test's expectation.
#[must_use]
pub fn part(lang: Lang, part: &str) -> &str {
    match part {
        "outcome" => part_outcome(lang),
        "grade" => part_grade(lang),
        "limit" => part_limit(lang),
        "termDays" => part_terms(lang),
        "reasons" => part_reasons(lang),
        "input" => part_input(lang),
        other => other,
    }
}

/// A policy that comes with the program, by its id.
#[must_use]
pub fn shipped_name(lang: Lang, id: &'static str) -> &'static str {
    match id {
        "standard" => standard(lang),
        "standard-indirect" => standard_indirect(lang),
        "cautious-direct-bill" => cautious(lang),
        "cautious-indirect" => cautious_indirect(lang),
        "growth-direct-bill" => growth(lang),
        "growth-indirect" => growth_indirect(lang),
        other => other,
    }
}

/// A figure that a guard looks at.
#[must_use]
pub const fn metric_name(lang: Lang, metric: Metric) -> &'static str {
    match metric {
        Metric::ApproveShare => approve_share(lang),
        Metric::ReferShare => refer_share(lang),
        Metric::RefusedShare => refused_share(lang),
        Metric::MovedShare => moved_share(lang),
        Metric::SwapOutShare => swap_out_share(lang),
        Metric::SwapInShare => swap_in_share(lang),
        Metric::LimitChange => limit_change(lang),
        Metric::OverLimitShare => over_limit_share(lang),
        Metric::SwapInDaysLate => swap_in_days_late(lang),
    }
}

/// What a field holds.
#[must_use]
pub const fn field_kind(lang: Lang, kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Bool => kind_bool(lang),
        FieldKind::Text => kind_text(lang),
        FieldKind::Number => kind_number(lang),
        FieldKind::Money => kind_money(lang),
        FieldKind::Day => kind_day(lang),
    }
}

/// What a missing value does, by its word in the document.
#[must_use]
pub fn when_missing_name(lang: Lang, word: &str) -> String {
    match word {
        "default" => missing_default(lang).to_owned(),
        "score-as-missing" => missing_score(lang).to_owned(),
        "skip-candidate" => missing_skip(lang).to_owned(),
        outcome => credit::outcome_name(lang, &Outcome::from_word(outcome)),
    }
}

/// Which way a customer moves.
#[must_use]
pub const fn direction(lang: Lang, of: Direction) -> &'static str {
    match of {
        Direction::In => dir_in(lang),
        Direction::Out => dir_out(lang),
        Direction::Raised => dir_raised(lang),
        Direction::Lowered => dir_lowered(lang),
        Direction::Terms => dir_terms(lang),
        Direction::Unchanged => dir_unchanged(lang),
    }
}
