//! What a toast says.

use crate::app::Lang;
use crate::app::format::Format;
use crate::app::toast::Message;

phrases! {
    undone: "Undone: the entry stays in the history and no longer counts" / "已復原：紀錄仍保留在歷程中，但不再計入";
    sample_removed: "The sample was removed" / "已移除範例";
    copied: "Copied" / "已複製";
    new_version: "A new version is ready" / "已有新版本";
    recorded_other: "Recorded" / "已記錄";
    decision: "Credit decision recorded" / "已記錄授信決策";
    notice: "Notice recorded" / "已記錄通知";
    hold: "Hold recorded" / "已記錄暫緩";
    hold_release: "Release of the hold recorded" / "已記錄解除暫緩";
    dispute: "Dispute recorded" / "已記錄爭議款項";
    dispute_closing: "End of the dispute recorded" / "已記錄爭議結案";
    promise: "Promise to pay recorded" / "已記錄付款承諾";
    action: "Action recorded" / "已記錄處理動作";
    case_opening: "Case opened" / "已開啟案件";
    case_move: "Case moved" / "已更新案件狀態";
    case_note: "Note recorded" / "已記錄備註";
    evidence: "Evidence recorded" / "已記錄證據";
    alert_answer: "Answer recorded" / "已記錄回覆";
    report_issue: "Report issued" / "已發出報告";
    settings: "Settings recorded" / "已記錄設定";
    rule_override: "Your own reading of the rule is recorded" / "已記錄您對規則的解讀";
    policy: "Policy put into force" / "政策已生效";
    policy_draft: "Policy proposed: somebody else approves it" / "已提出政策：須由另一人核准";
}

phrases! {
    challenger: "Challenger named: it is asked at every decision and decides nothing" / "已指定挑戰者政策：每次決策皆試算，但不影響結果";
    policy_approval: "Approval recorded: another one is wanted" / "已記錄核准：尚須另一人核准";
}

sentences! {
    imported(new: &str, known: &str): "Imported: {new} new, {known} already known" / "已匯入：新增 {new} 筆，已知 {known} 筆";
    downloaded(name: &str): "{name} was handed to the browser to save" / "已將 {name} 交給瀏覽器儲存";
}

fn count(format: &dyn Format, many: usize) -> String {
    format.number(i64::try_from(many).unwrap_or(i64::MAX))
}

/// The sentence of a toast.
#[must_use]
pub fn message(message: &Message, format: &dyn Format) -> String {
    let lang = format.lang();
    match message {
        Message::Recorded { kind } => recorded(lang, kind).to_owned(),
        Message::Undone => undone(lang).to_owned(),
        Message::Imported { new, known } => {
            imported(lang, &count(format, *new), &count(format, *known))
        }
        Message::SampleRemoved => sample_removed(lang).to_owned(),
        Message::Copied => copied(lang).to_owned(),
        Message::Downloaded { name } => downloaded(lang, name),
        Message::Told { sentence } | Message::Failed { sentence } => sentence.clone(),
        Message::NewVersion => new_version(lang).to_owned(),
    }
}

fn recorded(lang: Lang, kind: &str) -> &'static str {
    match kind {
        "decision" => decision(lang),
        "notice" => notice(lang),
        "hold" => hold(lang),
        "hold_release" => hold_release(lang),
        "dispute" => dispute(lang),
        "dispute_closing" => dispute_closing(lang),
        "promise" => promise(lang),
        "action" => action(lang),
        "case_opening" => case_opening(lang),
        "case_move" | "case_detail" => case_move(lang),
        "case_note" => case_note(lang),
        "evidence" => evidence(lang),
        "alert_answer" => alert_answer(lang),
        "report_issue" => report_issue(lang),
        "settings" => settings(lang),
        "rule_override" => rule_override(lang),
        "policy" => policy(lang),
        "policy_draft" => policy_draft(lang),
        "policy_approval" => policy_approval(lang),
        "challenger" => challenger(lang),
        _ => recorded_other(lang),
    }
}
