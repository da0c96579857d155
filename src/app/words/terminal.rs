//! What the terminal program prints.

use crate::app::Lang;
use crate::domain::decision::Outcome;

phrases! {
    customer: "Customer" / "客戶";
    overdue: "Overdue" / "逾期金額";
    days: "Days" / "天數";
    next_day: "Next on" / "下一步日期";
    next_step: "Next step" / "下一步";
    clears_if: "Clears if paid" / "付清即可";
    waits_for: "Waits for" / "等待原因";
    nobody_owes: "nobody owes anything" / "沒有任何客戶欠款";
    case: "Case" / "案件";
    state: "State" / "狀態";
    severity: "Severity" / "嚴重程度";
    title: "Title" / "標題";
    owner: "Owner" / "負責人";
    opened: "Opened" / "開立日期";
    next_clock: "Next clock" / "下一個時限";
    late: "late" / "已逾時";
    outcome: "Outcome" / "建議";
    limit: "Limit" / "額度";
    terms: "Terms" / "付款天數";
    grade: "Grade" / "等級";
    reasons: "Reasons" / "理由";
    no_cases: "no cases" / "沒有案件";
    nobody: "somebody unnamed" / "未具名者";
    cannot_show: "An unsigned file shows that nothing in it was changed since its hashes were written; it cannot show who wrote it, nor that somebody did not write all of it anew." / "未簽署的檔案只能證明寫入雜湊值之後內容未被更改；無法證明由誰寫入，也無法排除整份檔案被重新製作。";
    error: "error" / "錯誤";
    warning: "warning" / "警告";
    direction: "Way" / "方向";
    rule: "Rule" / "規則";
    customers: "Customers" / "客戶數";
    exposure: "Exposure" / "曝險";
    days_late: "Days late" / "逾期天數";
    guard_nothing: "nothing to measure" / "無可衡量的資料";
    not_usable: "the policy cannot be used:" / "此政策無法使用：";
    note: "put right" / "已修正";
    row: "row not taken" / "未採用此列";
    not_taken: "file not taken" / "未採用此檔案";
    ask_currency: "its amounts name no currency: say --currency" / "金額未註明幣別：請指定 --currency";
    ask_tenant: "it does not say whose subscriptions these are: say --tenant" / "未註明這些訂閱屬於哪個客戶：請指定 --tenant";
    ask_columns: "its columns have names that are not known: rename them as the import guide says" / "無法辨識欄位名稱：請依匯入說明修改欄位名稱";
    ask_encoding: "its letters cannot be read here: save it as UTF-8" / "無法讀取文字編碼：請另存為 UTF-8";
}

/// The outcome of a credit decision in a word.
#[must_use]
pub fn outcome_word(lang: Lang, outcome: &Outcome) -> String {
    let word = match (lang, outcome) {
        (Lang::En, Outcome::Approve) => "approve",
        (Lang::En, Outcome::Prepay) => "prepay",
        (Lang::En, Outcome::Refer) => "refer",
        (Lang::En, Outcome::Hold) => "hold",
        (Lang::En, Outcome::Decline) => "decline",
        (Lang::ZhHant, Outcome::Approve) => "核准",
        (Lang::ZhHant, Outcome::Prepay) => "預付",
        (Lang::ZhHant, Outcome::Refer) => "轉人工審核",
        (Lang::ZhHant, Outcome::Hold) => "暫停",
        (Lang::ZhHant, Outcome::Decline) => "拒絕",
        (_, other) => other.word(),
    };
    word.to_owned()
}

sentences! {
    policy_unusable(day: &str, fault: &str): "the policy in force on {day} cannot be used: {fault}" / "{day} 生效的政策無法使用：{fault}";
    reason_about(reason: &str, what: &str): "{reason} ({what})" / "{reason}（{what}）";
    verified(entries: usize, writers: usize): "VERIFIED: {entries} {entry} of {writers} {writer} {is} exported" with entry(entries) "entry" "entries", writer(writers) "writer" "writers", is(entries) "is as it was" "are as they were" / "驗證通過：{writers} 位寫入者的 {entries} 筆紀錄與匯出時相同";
    not_verified(faults: usize): "NOT VERIFIED: {faults} {finding}" with finding(faults) "finding" "findings" / "驗證未通過：發現 {faults} 項問題";
    exported(by: &str, at: &str): "exported by {by} at {at}" / "由 {by} 於 {at} 匯出";
    no_such_case(case: &str): "the book knows no case `{case}`: `recourse cases` lists them" / "找不到案件 `{case}`：可用 `recourse cases` 列出";
    no_rules(day: &str): "Microsoft's rules are not known for {day}: ask for a later day" / "沒有 {day} 的 Microsoft 規則：請指定較晚的日期";
    saved(file: &str): "{file}: written" / "{file}：已寫入";
    moves(count: usize): "{count} {customers}" with customers(count) "customer moves" "customers move" / "{count} 位客戶變動";
    unchanged(count: usize, all: usize): "{count} of {all} {customer} unchanged" with customer(all) "customer" "customers" / "{all} 位客戶中有 {count} 位不變";
    guard_met(found: &str): "met: {found}" / "符合：{found}";
    guard_low(found: &str, min: &str): "not met: {found} is below {min}" / "不符合：{found} 低於 {min}";
    guard_high(found: &str, max: &str): "not met: {found} is above {max}" / "不符合：{found} 高於 {max}";
    checked(errors: usize, warnings: usize): "{errors} {error}, {warnings} {warning}" with error(errors) "error" "errors", warning(warnings) "warning" "warnings" / "{errors} 個錯誤，{warnings} 個警告";
    tested(passed: usize, failed: usize): "{passed} {test} passed, {failed} failed" with test(passed) "test" "tests" / "{passed} 項測試通過，{failed} 項未通過";
    test_failed(id: &str, part: &str, wanted: &str, found: &str): "{id}: {part}: wanted `{wanted}`, found `{found}`" / "{id}：{part}：預期 `{wanted}`，實際 `{found}`";
    merged(file: &str, new: usize, known: usize): "{file}: {new} new entries, {known} known already" / "{file}：新增 {new} 筆，已有 {known} 筆";
    took(file: &str, facts: usize, refused: usize): "{file}: {facts} {fact} taken, {refused} {row} not taken" with fact(facts) "fact" "facts", row(refused) "row" "rows" / "{file}：採用 {facts} 筆資料，{refused} 列未採用";
    wrote(file: &str, entries: usize): "{file}: {entries} {entry} written" with entry(entries) "entry" "entries" / "{file}：已寫入 {entries} 筆紀錄";
    nothing_taken(files: usize): "{files} {file} could not be taken, so nothing was: mend them, or say --partial" with file(files) "file" "files" / "有 {files} 個檔案無法採用，因此全部未匯入：請修正檔案，或指定 --partial";
    ask_date_order(example: &str): "`{example}` can be read two ways: say --date-order day-first or month-first" / "`{example}` 有兩種讀法：請指定 --date-order day-first 或 month-first";
    ask_decimal(example: &str): "`{example}` can be read two ways: say --decimal point or comma" / "`{example}` 有兩種讀法：請指定 --decimal point 或 comma";
}
