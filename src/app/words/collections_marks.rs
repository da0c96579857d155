//! Collections: what the marks of the timeline say.

use crate::app::Lang;
use crate::domain::action::ActionKind;
use crate::domain::dispute::DisputeOutcome;

phrases! {
    planned_badge: "planned" / "預定";
    next_badge: "next" / "下一步";
    not_before: "not before" / "最早";
    draft: "written, not sent" / "未寄出";
    returned: "came back" / "遭退回";
    delivered: "delivered" / "已送達";
    sent: "sent" / "已寄出";
    kept: "kept" / "已履行";
    broken: "broken" / "未履行";
    open: "open" / "進行中";
    released: "released" / "已解除";
    closed: "closed" / "已結案";
    running: "running" / "進行中";
    paid: "paid" / "已付清";
    access_full: "Full access" / "完整存取";
    access_reduced: "Reduced access" / "部分存取";
    access_none: "No access" / "無存取權";
    whole: "all of it" / "全部";
    for_customer: "settled in the customer's favour" / "有利於客戶";
    for_us: "the invoice stands" / "發票維持";
    settled: "settled" / "已和解";

    act_suspend: "Subscription recorded as suspended" / "已記錄暫停訂閱";
    act_resume: "Subscription recorded as resumed" / "已記錄恢復訂閱";
    act_cancel: "Subscription recorded as cancelled" / "已記錄取消訂閱";
    act_cancel_end: "Recorded: cancel at the end of the term" / "已記錄期滿取消";
    act_renew_off: "Auto-renew recorded as off" / "已記錄關閉自動續約";
    act_renew_on: "Auto-renew recorded as on" / "已記錄開啟自動續約";
    act_reduce: "Quantity recorded as reduced" / "已記錄減少數量";
    act_budget: "Budget recorded as set" / "已記錄設定預算";
    act_block: "User recorded as blocked" / "已記錄封鎖使用者";
    act_sessions: "Sessions recorded as revoked" / "已記錄撤銷工作階段";
    act_restrict: "New purchases recorded as stopped" / "已記錄停止新購";
    act_lift: "Restriction recorded as lifted" / "已記錄解除限制";
    act_call: "Customer recorded as called" / "已記錄致電客戶";
    act_notify: "Customer recorded as notified" / "已記錄告知客戶";
    act_request: "Service request recorded as opened" / "已記錄提出服務要求";
    act_refund: "Refund recorded as requested" / "已記錄申請退款";
    act_hand_off: "Recorded as handed over" / "已記錄移交催收";
    act_write_off: "Recorded as written off" / "已記錄沖銷呆帳";
}

sentences! {
    invoice_open(number: &str, total: &str): "{number} over {total}" / "{number}，{total}";
    invoice_overdue(number: &str, open: &str, days: &str): "{number}: {open} open, {days}\u{a0}d overdue" / "{number}：未付 {open}，逾期 {days} 天";
    invoice_due(number: &str, open: &str, day: &str): "{number}: {open} open, due {day}" / "{number}：未付 {open}，{day}到期";
    invoice_settled(number: &str, day: &str): "{number} paid on {day}" / "{number} 於{day}付清";
    issued(number: &str): "{number} issued" / "{number} 開立";
    fell_due(number: &str): "{number} due" / "{number} 到期";
    payment(amount: &str): "{amount} received" / "收到 {amount}";
    payment_of(amount: &str, invoices: &str): "{amount} received for {invoices}" / "收到 {amount}（{invoices}）";
    refund(amount: &str): "{amount} paid back" / "退回 {amount}";
    chargeback(amount: &str): "{amount} taken back by the bank" / "銀行退回 {amount}";
    credit_note(number: &str, amount: &str): "Credit note {number} over {amount}" / "折讓單 {number}，{amount}";
    credit_note_of(number: &str, amount: &str, invoice: &str): "Credit note {number} over {amount} for {invoice}" / "折讓單 {number}，{amount}（{invoice}）";
    notice(step: &str): "{step} recorded as sent" / "已記錄寄出：{step}";
    notice_delivered(step: &str): "{step} recorded as delivered" / "已記錄送達：{step}";
    notice_draft(step: &str): "{step} written, not sent" / "{step}已擬妥，未寄出";
    notice_returned(step: &str): "{step} came back; it does not count" / "{step}遭退回，不算數";
    may_be_taken(step: &str): "{step} may be taken" / "可執行：{step}";
    may_be_sent(step: &str): "{step} may be sent" / "可寄發：{step}";
    would_suspend(step: &str): "{step} would be permitted; it would not stop the bill" / "可執行：{step}，但不會停止計費";
    hold(reason: &str, owner: &str): "Hold by {owner}: {reason}" / "{owner}暫緩：{reason}";
    dispute(invoice: &str, amount: &str): "Dispute about {invoice}: {amount}" / "{invoice} 爭議款項：{amount}";
    promise(amount: &str, day: &str): "Promise of {amount} for {day}" / "承諾於{day}支付 {amount}";
    access_off(off: &str, of: &str): "{off} of {of} subscriptions off" / "{of} 個訂閱中有 {off} 個停用";
    cancel_window(offer: &str, day: &str): "{offer} can be cancelled until {day}" / "{offer} 可於{day}前取消";
    renews(offer: &str, amount: &str): "{offer} renews; {amount} for the next period" / "{offer} 續約，下期 {amount}";
    renews_plain(offer: &str): "{offer} renews" / "{offer} 續約";
    ends(offer: &str): "The term of {offer} ends" / "{offer} 合約期滿";
    other_action(word: &str): "Recorded: {word}" / "已記錄：{word}";
    due_short(day: &str): "due {day}" / "{day}到期";
    days_to_run(days: &str): "{days}\u{a0}d to run" / "尚有 {days} 天";
    from_to(from: &str, to: &str): "{from} – {to}" / "{from}至{to}";
    since(from: &str): "since {from}" / "自{from}起";
    still_bills(days: &str): "no access from {days}, billed on" / "{days}起無存取權，仍計費";
}

/// What an action is called once it was recorded.
#[must_use]
pub fn action(lang: Lang, kind: &ActionKind) -> String {
    use ActionKind as A;
    let words = match kind {
        A::SuspendSubscription => act_suspend(lang),
        A::ResumeSubscription => act_resume(lang),
        A::CancelSubscription | A::CancelAzureSubscription | A::CancelAzurePlan => act_cancel(lang),
        A::CancelAtTermEnd => act_cancel_end(lang),
        A::AutoRenewOff => act_renew_off(lang),
        A::AutoRenewOn => act_renew_on(lang),
        A::ReduceQuantity => act_reduce(lang),
        A::SetBudget => act_budget(lang),
        A::BlockUser => act_block(lang),
        A::RevokeSessions => act_sessions(lang),
        A::RestrictNewPurchases => act_restrict(lang),
        A::LiftRestriction => act_lift(lang),
        A::CallCustomer => act_call(lang),
        A::NotifyCustomer => act_notify(lang),
        A::OpenServiceRequest => act_request(lang),
        A::RequestRefund => act_refund(lang),
        A::HandOff => act_hand_off(lang),
        A::WriteOff => act_write_off(lang),
        A::Other(word) => return other_action(lang, word),
    };
    words.to_owned()
}

/// How a dispute ended.
#[must_use]
pub fn outcome(lang: Lang, outcome: &DisputeOutcome) -> String {
    match outcome {
        DisputeOutcome::ForCustomer => for_customer(lang).to_owned(),
        DisputeOutcome::ForUs => for_us(lang).to_owned(),
        DisputeOutcome::Settled => settled(lang).to_owned(),
        DisputeOutcome::Other(word) => word.clone(),
    }
}
