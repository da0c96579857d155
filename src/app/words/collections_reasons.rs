//! Collections: why a step comes on its day, and why something is not done.

phrases! {
    unnamed_step: "a step the ladder no longer has" / "階梯中已無此步驟";
    not_due: "its day has not come" / "日期未到";
    infeasible: "none of the customer's subscriptions can be suspended or cancelled any more" / "客戶已無可暫停或取消的訂閱";
    ladder_done: "every step of the ladder has been taken; a person decides what follows" / "已執行所有步驟，後續由人員決定";
    non_working: "today is no working day" / "今日非工作日";
    assumed_allocation: "Payments named no invoice and were set against the oldest; set them against invoices in the ledger to be sure." / "付款未註明發票，系統依最早到期沖帳；請於帳務系統確認沖帳對象。";
    no_address: "No e-mail address of this customer is known." / "尚無此客戶的電子郵件地址。";
}

sentences! {
    infeasible_but(instead: &str): "Microsoft allows it on none of the customer's subscriptions now; what is left: {instead}" / "依 Microsoft 規則，客戶的訂閱目前皆無法執行此步驟；仍可採取：{instead}";
    due_after(invoice: &str, due: &str, days: &str): "{invoice} was due on {due}; the step comes {days}\u{a0}d later" / "{invoice} 於{due}到期，此步驟在 {days} 天後";
    due_after_working(invoice: &str, due: &str, days: &str): "{invoice} was due on {due}; the step comes {days} working {day_s} later" with day_s(days) "day" "days" / "{invoice} 於{due}到期，此步驟在 {days} 個工作日後";
    due_before(invoice: &str, due: &str, days: &str): "{invoice} is due on {due}; the step comes {days}\u{a0}d before" / "{invoice} 於{due}到期，此步驟在 {days} 天前";
    paused(days: &str): "{days}\u{a0}d on hold do not count" / "暫緩的 {days} 天不計入";
    after_step(step: &str, day: &str): "it counts from “{step}”, done on {day}" / "自{day}執行「{step}」起算";
    notice_gave(step: &str, day: &str, days: &str): "“{step}” went out on {day} and gave {days}\u{a0}d" / "「{step}」於{day}寄出，給予 {days} 天";
    notice_would(step: &str, day: &str, days: &str): "if “{step}” goes out on {day}, it gives {days}\u{a0}d" / "若「{step}」於{day}寄出，給予 {days} 天";
    sent_on(step: &str, day: &str): "“{step}” went out on {day}" / "「{step}」於{day}寄出";
    deadline(step: &str, day: &str): "“{step}” named {day} as the last day to pay" / "「{step}」載明付款期限為{day}";
    fresh(step: &str, day: &str, days: &str): "after the wait that ended on {day}, “{step}” gives its {days}\u{a0}d afresh" / "暫緩於{day}結束後，「{step}」重新給予 {days} 天";
    after_hold(day: &str): "a hold runs until {day}" / "暫緩至{day}";
    after_promise(day: &str): "a promise to pay runs until {day}" / "付款承諾至{day}";
    moved_from(day: &str): "{day} is no working day" / "{day}非工作日";
    another_step(day: &str): "another step is taken on {day}, and one a day is enough" / "{day}已有另一步驟，每日僅一個步驟";
    late(day: &str): "its day was {day}; nothing was skipped" / "原定{day}，未略過任何步驟";

    tolerance(overdue: &str, tolerance: &str): "{overdue} is overdue, no more than the {tolerance} that the policy lets be" / "逾期 {overdue}，未超過原則容許的 {tolerance}";
    disputed(amount: &str, invoice: &str, day: &str): "{amount} of {invoice} is in dispute since {day}" / "{invoice} 中的 {amount} 自{day}起有爭議";
    held(reason: &str, owner: &str): "held by {owner}: {reason}" / "由{owner}暫緩：{reason}";
    promise(amount: &str, day: &str): "{amount} is promised for {day}" / "已承諾於{day}支付 {amount}";
    claimed(owner: &str): "the customer says he has paid; {owner} waits for the bank" / "客戶稱已付款，{owner}等待銀行確認";
    not_sent(day: &str): "the notice of {day} was written and not sent" / "{day}的通知已擬妥但未寄出";
    came_back(day: &str): "the notice of {day} came back; it does not count" / "{day}的通知遭退回，不算數";
    running(step: &str, day: &str): "“{step}” of {day} is still running" / "{day}寄出的「{step}」仍在進行";
    stale(day: &str, age: &str): "payments were last imported on {day}, {age} working {day_s} ago" with day_s(age) "day" "days" / "付款資料最後於{day}匯入，已過 {age} 個工作日";
    never_imported(limit: &str): "payments were never imported; the policy wants them within {limit} working {day_s}" with day_s(limit) "day" "days" / "尚未匯入付款資料；原則要求 {limit} 個工作日內";
    allocation(unapplied: &str, overdue: &str): "{unapplied} came in without an invoice and would cover the {overdue} overdue" / "有未沖帳款項 {unapplied}，足以支付逾期的 {overdue}";
    no_contact(day: &str): "the notice of {day} came back, and no telephone or e-mail is known" / "{day}的通知遭退回，且無電話或電子郵件";
    below_minimum(overdue: &str, minimum: &str): "{overdue} is overdue; the step asks for at least {minimum}" / "逾期 {overdue}，此步驟至少需 {minimum}";
    one_a_day(day: &str): "another step is taken on {day}" / "{day}已有另一步驟";
    due_assumed(invoice: &str, day: &str): "{invoice} names no due day; {day} follows from the agreed terms." / "{invoice} 未載明到期日，依付款條件推算為{day}。";
    holidays(year: &str): "No holidays are known for {year}: only weekends are left out." / "尚無 {year} 年假日資料，僅排除週末。";
}
