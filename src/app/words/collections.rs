//! Collections: the list of work, stages, the head of a customer's tab.

use crate::app::Lang;
use crate::domain::hold::HoldReason;
use crate::policy::ladder::StepKind;

phrases! {
    due_today: "Due today" / "今日應辦";
    waiting: "Running and coming" / "進行中與即將到來";
    held: "Held" / "暫緩中";
    view: "What is shown" / "顯示內容";
    search: "Find a customer" / "尋找客戶";
    customer: "Customer" / "客戶";
    step: "Next step" / "下一步驟";
    why: "Why" / "原因";
    amount: "Asks for" / "請求金額";
    overdue: "Overdue" / "逾期";
    day: "Day" / "日期";
    until: "Until" / "至";
    rule: "Rule" / "規則";
    none_due: "Nothing is due today" / "今日沒有應辦事項";
    none_due_why: "No notice and no other step may be taken today. What is running and what is held stands beside it." / "今日沒有可寄發的通知或可執行的步驟。進行中與暫緩中的項目請看旁邊的分頁。";
    none_here: "Nothing here" / "此處沒有項目";
    none_here_why: "No customer stands at this point." / "沒有客戶處於此階段。";
    one_a_day: "One step a day is taken towards a customer." / "對同一客戶每日僅執行一個步驟。";
    open: "Open" / "開啟";
    record_notice: "Record notice as sent" / "記錄通知已寄出";
    record_step: "Record as done" / "記錄已完成";
    import_payments: "Import payments" / "匯入付款資料";
    show_more: "Show more" / "顯示更多";
    not_known: "not known" / "未知";
    open_ended: "open" / "未定";
    clear: "Nothing is overdue" / "沒有逾期款項";
    clear_why: "When an invoice becomes overdue, the next step and its day stand here." / "發票逾期後，此處會顯示下一步驟及日期。";
    nothing_next: "Nothing comes next" / "沒有下一步驟";
    timeline: "Timeline" / "時間軸";
    zoom: "Zoom" / "縮放";
    week: "Week" / "週";
    month: "Month" / "月";
    quarter: "Quarter" / "季";
    today: "today" / "今日";
    as_list: "The same as a list" / "以清單顯示";
    past: "What was done" / "已完成";
    future: "What comes" / "即將到來";
    earlier: "Earlier" / "較早";
    record: "Record" / "記錄";
    picture_hint: "Arrow keys go from mark to mark, + and − zoom." / "以方向鍵在標記間移動，以 + 與 − 縮放。";
    lane_invoices: "Invoices" / "發票";
    lane_money: "Payments" / "付款";
    lane_notices: "Notices" / "通知";
    lane_holds: "Holds" / "暫緩";
    lane_access: "Access" / "存取權";
    lane_windows: "Windows" / "期限";
    why_held: "Why nothing is done now" / "目前未執行的原因";
    cautions: "To know" / "注意事項";
    steps_after: "What would follow" / "後續步驟";
    affects_access: "ends access" / "影響存取權";
    broken_promise: "A promise was broken" / "曾有未履行承諾";

    stage_clear: "clear" / "正常";
    stage_disputed: "disputed" / "爭議中";
    stage_tolerated: "within the tolerance" / "容許差額內";
    stage_stale: "waits for payment data" / "等待付款資料";
    stage_done: "all steps taken" / "已執行所有步驟";
    stage_blocked: "waits" / "等待中";

    reason_dispute: "dispute" / "爭議";
    reason_promise: "promise to pay" / "付款承諾";
    reason_claimed: "payment claimed" / "客戶稱已付款";
    reason_fraud: "fraud investigation" / "詐騙調查";
    reason_insolvency: "insolvency" / "破產程序";
    reason_agreement: "agreement" / "協議";
    reason_moratorium: "moratorium" / "全面暫緩";
}

sentences! {
    due_count(count: &str): "{count} {step} may be taken today" with step(count) "step" "steps" / "今日可執行 {count} 個步驟";
    more(count: &str): "{count} more" / "另有 {count} 項";
    stale(day: &str, age: &str, limit: &str): "Payments were last imported on {day}, {age} working {day_s} ago; the policy allows {limit}. Notices and steps that touch access wait until newer payments are imported." with day_s(age) "day" "days" / "付款資料最後於{day}匯入，已過 {age} 個工作日，原則容許 {limit} 個。匯入較新資料前，通知與影響存取權的步驟均暫停。";
    never_imported(limit: &str): "Payments were never imported; the policy wants them no older than {limit} working {day_s}. Notices and steps that touch access wait until payments are imported." with day_s(limit) "day" "days" / "尚未匯入任何付款資料；原則要求資料不得超過 {limit} 個工作日。匯入前，通知與影響存取權的步驟均暫停。";
    next_is(step: &str, day: &str): "Next: {step}, {day}." / "下一步驟：{step}，{day}。";
    next_today(step: &str): "Next: {step}, today." / "下一步驟：{step}，今日。";
    clears_if(amount: &str): "It falls away if {amount} comes in before then." / "在此之前收到 {amount} 即可免除。";
    suspension_from(day: &str): "Suspension can follow from {day}." / "最早可於{day}暫停訂閱。";
    held_sentence(reason: &str, day: &str): "Held until {day}: {reason}." / "暫緩至{day}：{reason}。";
    stage_due(step: &str): "{step} due" / "應辦：{step}";
    stage_running(step: &str, day: &str): "{step} runs until {day}" / "{step}進行中，至{day}";
    stage_may_suspend(day: &str): "may be suspended from {day}" / "{day}起可暫停訂閱";
    stage_waiting(step: &str, day: &str): "{step} from {day}" / "{day}起：{step}";
    stage_held(reason: &str, day: &str): "held until {day}: {reason}" / "暫緩至{day}：{reason}";
    stage_promised(day: &str): "promise until {day}" / "付款承諾至{day}";
    days_overdue(days: &str): "{days}\u{a0}d overdue" / "逾期 {days} 天";
    collection_age(days: &str, age: &str): "{days}\u{a0}d overdue, {age}\u{a0}d without days on hold" / "逾期 {days} 天，扣除暫緩為 {age} 天";
    invoices(list: &str): "lists {list}" / "列出 {list}";
    by_day(day: &str): "to pay by {day}" / "付款期限{day}";
    goes_on(count: &str): "Suspending ends the users' access and not the bill: Microsoft charges {count} licence {subscription} as before." with subscription(count) "subscription" "subscriptions" / "暫停會停止使用者存取，但不停止計費：Microsoft 仍對 {count} 個授權訂閱收費。";
    broken(count: &str): "{count} {promise} not kept" with promise(count) "promise was" "promises were" / "有 {count} 次承諾未履行";
    picture(name: &str): "Collections timeline of {name}" / "{name} 的收款時間軸";
}

/// A reason to hold, as a word.
#[must_use]
pub fn hold_reason(lang: Lang, reason: &HoldReason) -> String {
    match reason {
        HoldReason::Dispute => reason_dispute(lang).to_owned(),
        HoldReason::PromiseToPay => reason_promise(lang).to_owned(),
        HoldReason::PaymentClaimed => reason_claimed(lang).to_owned(),
        HoldReason::FraudInvestigation => reason_fraud(lang).to_owned(),
        HoldReason::Insolvency => reason_insolvency(lang).to_owned(),
        HoldReason::Agreement => reason_agreement(lang).to_owned(),
        HoldReason::Moratorium => reason_moratorium(lang).to_owned(),
        HoldReason::Other(word) => word.clone(),
    }
}

/// What recording a step is called on its button.
#[must_use]
pub fn record_button(lang: Lang, kind: StepKind) -> &'static str {
    if kind.is_notice() { record_notice(lang) } else { record_step(lang) }
}
