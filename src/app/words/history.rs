//! The record: who did what when, from which source.

use crate::app::Lang;

phrases! {
    when: "Recorded" / "記錄時間";
    who: "By" / "記錄者";
    what: "What" / "內容";
    about: "Customer or case" / "客戶或案件";
    effective: "Effective" / "生效日";
    source: "Source" / "來源";
    undo_head: "Undo" / "復原";
    undo: "Undo" / "復原";
    search: "Find in the record" / "搜尋歷程";
    kind: "Kind" / "種類";
    from: "From" / "起日";
    until_day: "Until" / "迄日";
    everybody: "Everybody" / "所有人";
    of_case: "The record of this case" / "此案件的歷程";
    differs: "Where sources differ" / "來源不一致之處";
    every_kind: "Every kind" / "所有種類";
    export: "Save as CSV" / "另存為 CSV";
    none_found: "No entry matches" / "沒有符合的紀錄";
    none_yet: "Nothing is recorded yet" / "尚無紀錄";
    clear: "Show every entry" / "顯示所有紀錄";
    withdrawn: "withdrawn" / "已撤回";
    nobody: "not named" / "未具名";
    already_withdrawn: "It is withdrawn already; undo the withdrawal to bring it back" / "此紀錄已撤回；可復原該撤回以恢復";
    rested_upon: "Later entries of the case rest on it; undo those first" / "案件後續紀錄以此為依據；請先復原那些紀錄";
    not_understood: "A newer program wrote it" / "由較新的程式寫入";
    observed: "Import" / "匯入資料";
    settings: "Settings" / "設定";
    rule_override: "Own reading of a rule" / "對規則的解讀";
    policy: "Policy put into force" / "政策生效";
    policy_draft: "Policy draft laid before others" / "送審政策草案";
    policy_approval: "Policy approved" / "核准政策";
    challenger: "Challenger named" / "指定挑戰者政策";
    challenger_answer: "What the challenger would have decided" / "挑戰者政策的結果";
    decision: "Credit decision" / "授信決策";
    notice: "Notice" / "通知";
    hold: "Hold" / "暫緩";
    hold_release: "Hold released" / "解除暫緩";
    dispute: "Dispute" / "爭議款項";
    dispute_closing: "Dispute closed" / "爭議結案";
    promise: "Promise to pay" / "付款承諾";
    action: "Action" / "處理動作";
    case_opening: "Case opened" / "開啟案件";
    case_move: "Case moved" / "案件狀態變更";
    case_detail: "Case corrected" / "案件更正";
    case_note: "Case note" / "案件備註";
    evidence: "Evidence" / "證據";
    alert_answer: "Answer to an alert" / "回覆警示";
    report_issue: "Report issued" / "發出報告";
    link: "Names joined" / "名稱合併";
    import_answer: "Answer about files" / "檔案設定";
    left_out: "left out of imports" / "匯入時略過";
    own_customer: "a customer of its own" / "獨立客戶";
    withdrawal: "Withdrawal" / "撤回";
}

sentences! {
    differ(what: &str, counts: &str, stands: &str): "{what}: {counts} counts; {stands} stands beside it" / "{what}：採用 {counts}；另有 {stands}";
    told(value: &str, source: &str, at: &str): "{value} ({source}, {at})" / "{value}（{source}，{at}）";
    invoice(number: &str): "Invoice {number}" / "發票 {number}";
    count(shown: &str, all: &str): "{shown} of {all} {entry}" with entry(all) "entry" "entries" / "{all} 筆紀錄中的 {shown} 筆";
    facts(count: &str): "{count} {fact}" with fact(count) "fact" "facts" / "{count} 筆資料";
    row(file: &str, row: &str): "{file}, row {row}" / "{file}，第 {row} 列";
    withdraws(count: &str): "{count} {entry}" with entry(count) "entry" "entries" / "{count} 筆紀錄";
    until(day: &str): "until {day}" / "至 {day}";
    due(day: &str): "due {day}" / "{day} 到期";
}

/// The name of a kind of entry; the kept word for a kind that is not known.
#[must_use]
pub fn kind_name(lang: Lang, kind: &str) -> Option<&'static str> {
    let name: fn(Lang) -> &'static str = match kind {
        "observed" => observed,
        "settings" => settings,
        "rule_override" => rule_override,
        "policy" => policy,
        "policy_draft" => policy_draft,
        "policy_approval" => policy_approval,
        "challenger" => challenger,
        "challenger_answer" => challenger_answer,
        "decision" => decision,
        "notice" => notice,
        "hold" => hold,
        "hold_release" => hold_release,
        "dispute" => dispute,
        "dispute_closing" => dispute_closing,
        "promise" => promise,
        "action" => action,
        "case_opening" => case_opening,
        "case_move" => case_move,
        "case_detail" => case_detail,
        "case_note" => case_note,
        "evidence" => evidence,
        "alert_answer" => alert_answer,
        "report_issue" => report_issue,
        "link" => link,
        "import_answer" => import_answer,
        "withdrawal" => withdrawal,
        _ => return None,
    };
    Some(name(lang))
}
