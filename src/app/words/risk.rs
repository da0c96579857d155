//! Money at risk: exposure, windows, and what an action would do.

use crate::app::Lang;
use crate::domain::action::ActionKind;
use crate::domain::subscription::{Product, Status};

phrases! {
    // The panel.
    title: "Money at risk" / "風險金額";
    exposure: "Exposure" / "曝險金額";
    part: "Part" / "項目";
    amount: "Amount" / "金額";
    as_of: "Data of" / "資料日期";
    rule: "Rule" / "規則";
    total: "Together" / "合計";
    nothing_at_risk: "Nothing is open, unbilled or committed." / "沒有未付、未開立帳單或已承諾的金額。";
    not_due: "Unpaid, not due" / "未付，尚未到期";
    due_1_30: "Unpaid, 1 to 30 d overdue" / "未付，逾期 1 至 30 天";
    due_31_60: "Unpaid, 31 to 60 d overdue" / "未付，逾期 31 至 60 天";
    due_61_90: "Unpaid, 61 to 90 d overdue" / "未付，逾期 61 至 90 天";
    due_over_90: "Unpaid, more than 90 d overdue" / "未付，逾期超過 90 天";
    unbilled: "Used or begun, not invoiced yet" / "已使用或已起算，尚未開立發票";
    committed: "Committed to Microsoft to the end of the terms" / "對 Microsoft 承諾至期滿的費用";
    running: "Azure use until it is seen and stopped" / "Azure 用量（直到發現並停止為止）";
    credit: "Received and not set against an invoice" / "已收款但未沖帳";
    unbilled_assumed: "Not invoiced is counted from an assumed day, since there is no recent invoice." / "因近期沒有發票，未開立金額係自推定日起算。";
    limit_use: "Use of the limit" / "額度使用率";
    available: "may still buy" / "尚可購買";
    can_be_saved: "Can still be saved" / "今日仍可挽回";
    only_today: "only today" / "僅限今日";
    today_only: "of it only today" / "其中僅限今日";
    open_windows: "What can still be done" / "仍可採取的措施";
    no_windows: "No window is open for this customer." / "此客戶目前沒有可採取的期限。";
    all_subscriptions: "All subscriptions" / "所有訂閱";

    // Windows.
    cancel_closes: "cancel window closes" / "可取消期限即將截止";
    renews: "renews by itself" / "將自動續約";
    extends: "goes on as a paid extended term" / "將轉為付費的延長服務期";
    extended_runs: "runs in a paid extended term" / "處於付費的延長服務期";
    suspended_ends: "suspended, and the term ends" / "暫停中，且期間即將結束";
    consumption_runs: "consumption runs on under an open alert" / "警示未處理，用量持續累積";
    refund_closes: "refund exception can be asked for" / "可申請退款例外";
    own_bill_due: "your bill to Microsoft falls due" / "您對 Microsoft 的帳單即將到期";
    own_bill_suspends: "your account is suspended unless this bill is paid" / "此帳單未付，您的帳戶將被暫停";
    each_day: "each day" / "每日";
    each_hour: "each hour" / "每小時";
    saved_by_acting: "saved by acting" / "採取措施可省下";
    next_term: "a new term" / "新的期間";
    to_pay: "to pay" / "應付";
    why_cancel: "After it the whole term is billed, whatever is done." / "逾期後不論如何處理，均須支付整個期間。";
    why_renewal: "Unless \"cancel at end of term\" is set before, a new term is committed." / "若未於此前設定「期滿時取消」，將承諾新的期間。";
    why_extended: "Auto-renew is off, but only \"cancel at end of term\" ends it." / "雖已關閉自動續約，但須設定「期滿時取消」才會結束。";
    legacy_runs: "is billed until it is suspended" / "暫停前持續計費";
    why_legacy_runs: "Suspending a licence of before new commerce stops its bill and gives the rest back." / "暫停舊版授權即停止計費，並退還剩餘款項。";
    given_back: "given back" / "可退還";
    why_extended_runs: "Billed by the month at a surcharge until it is cancelled." / "取消前按月加價計費。";
    why_suspended_ends: "After the term it cannot be resumed. What follows is written nowhere." / "期滿後無法恢復；其後如何處理，並無明文。";
    why_running: "Cancelling the Azure subscription stops the bill at once." / "取消 Azure 訂閱即可立即停止計費。";
    why_refund: "Once for a tenant, at Microsoft's discretion; not all conditions are known." / "每個租用戶僅一次，由 Microsoft 裁量；其完整條件不明。";
    why_own_bill: "60 days after its date, whether or not your customers paid." / "開立日後 60 天到期，不論客戶是否付款。";
    budget_ends: "Azure budget will be used up" / "Azure 預算即將用盡";
    budget_passed: "Azure budget is used up" / "Azure 預算已用盡";
    why_budget_ends: "At the rate of the newest usage. A budget stops nothing." / "依最新用量推算；預算不會停止任何服務。";
    why_budget_passed: "Microsoft mails no more above 100\u{a0}%, and nothing is stopped." / "超過 100% 後 Microsoft 不再寄送通知，也不會停止服務。";
    provider_bill_due: "your provider's bill falls due" / "間接提供者的帳單即將到期";
    why_provider_bill: "An indirect reseller is billed by his provider, by the provider's own terms." / "間接經銷商由其提供者開立帳單，依提供者的條件付款。";
    over: "over" / "已截止";
    every_day_counts: "costs each day" / "每日計費";

    // The subscriptions tab.
    no_subscriptions: "No subscriptions are known" / "沒有已知的訂閱";
    no_subscriptions_why: "Import the subscriptions of this customer from Partner Center to see what suspending or cancelling would do." / "請從合作夥伴中心匯入此客戶的訂閱，以查看暫停或取消的影響。";
    sheet: "What an action would do" / "各項措施的影響";
    action: "Action" / "措施";
    possible: "Possible" / "可行";
    access: "Stops access" / "停止存取";
    cost: "Stops cost" / "停止成本";
    reversible: "Can be taken back" / "可復原";
    saves: "Saves" / "省下";
    still: "Still committed" / "仍須支付";
    yes: "yes" / "是";
    no: "no" / "否";
    cannot_tell: "cannot tell" / "無法判定";
    at_once: "at once" / "立即";
    never: "never" / "無法";
    any_time: "any time" / "隨時";
    better: "better:" / "較佳作法：";
    comes_with: "Comes with it" / "隨之而來";
    quantity: "Quantity" / "數量";
    uses_each_day: "Uses each day" / "每日用量";
    newest_usage: "Newest usage" / "最新用量";
    term: "Term" / "期間";
    price: "Cost per period" / "每期成本";
    auto_renew: "Auto-renew" / "自動續約";
    on: "on" / "開啟";
    off: "off" / "關閉";
    not_known: "not known" / "不明";
    cancel_until: "Cancel until" / "可取消至";
    afterwards: "Then" / "其後";
    trial: "trial" / "試用";
    suggested: "What to do" / "建議措施";
    nothing_to_do: "Nothing that saves money can be done now." / "目前沒有可節省金額的措施。";
    recorded_note: "Recording says that you did it in Partner Center; nothing is done from here." / "「記錄」表示您已在合作夥伴中心執行；本程式不會代為執行。";
}

phrases! {
    only_today_head: "Only today" / "僅限今日";
    closes_first: "What closes first" / "最先截止";
    hourly: "Each hour" / "每小時";
    late_by: "Overdue" / "逾期";
    time_left: "Left" / "剩餘時間";
    nothing: "nothing" / "無";
    nothing_to_save: "Nothing is at stake" / "目前沒有風險金額";
    nothing_to_save_why: "Nobody who is late, refused or suspicious has a window open." / "逾期、不予核准或可疑的客戶，目前都沒有可採取的期限。";
    calendar_lead: "Each day on which a chance ends, whose it is, and what acting before it saves. Days end at midnight UTC, as Microsoft counts them." / "每個期限的截止日、所屬客戶，以及事前採取措施可省下的金額。依 Microsoft 的計算，一日於 UTC 午夜結束。";
    save_calendar: "Save as calendar file" / "另存為行事曆檔";
    nothing_closes: "Nothing closes within the month" / "一個月內沒有將截止的期限";
    nothing_closes_why: "Renewals are announced 30 days ahead." / "續約於 30 天前提示。";
    today_title: "What to do today" / "今日應採取的措施";
    do_head: "Do" / "可採取";
    not_head: "No longer, or not what it seems" / "已無法採取，或效果有限";
    nothing_saves: "Nothing saves money now." / "目前沒有可節省金額的措施。";
    suspend_hollow: "Suspending locks users out and saves nothing." / "暫停只會使使用者無法存取，不會省下任何金額。";
    no_last_day: "There is no last day; each day costs." / "沒有期限，每日持續計費。";
    clocks_title: "Clocks" / "時限";
    waiting_title: "Cost of waiting" / "延遲成本";
    one_child: "An Azure subscription under it still runs; cancel that first." / "其下仍有 1 個 Azure 訂閱，請先取消。";
}

sentences! {
    customers_at_stake(count: &str): "Customers with something at stake: {count}." / "{count} 位客戶有風險金額。";
    closes_today(day: &str): "Today, {day}" / "今日，{day}";
    other_windows(count: &str): "{count} {window} of customers who pay in time {is} not shown." with window(count) "window" "windows", is(count) "is" "are" / "另有 {count} 個期限屬於準時付款的客戶，未列出。";
    do_now(action: &str, offer: &str): "{offer}: {action}" / "{offer}：{action}";
    saves_by(amount: &str, until: &str): "Saves {amount}, until {until}." / "可省下 {amount}，期限 {until}。";
    saves_now(amount: &str): "Stops the bill and gives back {amount}; the sooner the more." / "立即停止計費並退還 {amount}；越早越多。";
    saves_daily(amount: &str): "Stops {amount} each day at once." / "立即停止每日 {amount} 的費用。";
    cancel_gone(day: &str, amount: &str, end: &str): "Can no longer be cancelled: the window closed on {day}. Microsoft bills {amount} to {end}, whatever is done." / "已無法取消：可取消期限已於 {day} 截止。不論如何處理，Microsoft 仍計費 {amount} 至 {end}。";
    cancel_gone_plain(day: &str): "Can no longer be cancelled: the window closed on {day}." / "已無法取消：可取消期限已於 {day} 截止。";
    cannot_tell_about(action: &str, why: &str): "{action}: cannot tell. {why}" / "{action}：無法判定。{why}";
    waiting_costs(hour: &str, day: &str): "{hour} each hour, {day} each day" / "每小時 {hour}，每日 {day}";
    usage_of(day: &str): "by the usage of {day}" / "依 {day} 的用量";
    left_days(days: &str): "{days}\u{a0}d left" / "剩 {days} 天";
    left_hours(hours: &str, minutes: &str): "{hours}\u{a0}h {minutes}\u{a0}min left" / "剩 {hours} 小時 {minutes} 分";
    left_minutes(minutes: &str): "{minutes}\u{a0}min left" / "剩 {minutes} 分";
    until_day(day: &str): "until {day}" / "至 {day}";
    until_end_of(day: &str): "to the end of {day}, UTC" / "至 {day} 結束（UTC）";
    from_day(day: &str): "from {day}" / "自 {day} 起";
    window_closed(day: &str): "The cancel window closed on {day}." / "可取消期限已於 {day} 截止。";
    window_open(moment: &str): "The cancel window is open until {moment}." / "可取消期限至 {moment}。";
    until_term_end(day: &str): "Possible up to the end of the term, {day}." / "期間結束（{day}）前皆可。";
    children(count: &str): "{count} Azure {runs} first." with runs(count) "subscription under it still runs; cancel that" "subscriptions under it still run; cancel those" / "其下仍有 {count} 個 Azure 訂閱，請先取消。";
    state_forbids(state: &str): "Its state is \"{state}\"." / "其狀態為「{state}」。";
    data_saved_by(day: &str): "An administrator can save data until {day}." / "管理員可於 {day} 前備份資料。";
    deleted_on(day: &str): "It is deleted with its data on {day}." / "將於 {day} 連同資料刪除。";
    renews_on(day: &str): "A new term of the same length begins on {day}." / "{day} 起將開始相同長度的新期間。";
    extended_from(day: &str): "It goes on as a paid extended term from {day}." / "自 {day} 起轉為付費的延長服務期。";
    free_from(day: &str): "From {day} users may work on for 30 days and nobody is billed." / "自 {day} 起使用者仍可使用 30 天且不計費。";
    unknown_from(day: &str): "What happens to a suspended subscription from {day} is written nowhere." / "暫停中的訂閱自 {day} 起如何處理，並無明文。";
    per_day(amount: &str): "{amount} each day" / "每日 {amount}";
    record(action: &str): "Record: {action}" / "記錄：{action}";
    step_from(day: &str, stage: &str): "{day}: {stage}" / "{day}：{stage}";
    gap_no_price(offer: &str): "The price of {offer} is not known, so its commitment is not counted." / "{offer} 的價格不明，未計入其承諾金額。";
    gap_no_term(offer: &str): "The end of the term of {offer} is not known, so its commitment is not counted." / "{offer} 的期間結束日不明，未計入其承諾金額。";
    gap_unknown(offer: &str): "{offer} is of a kind that is not known, so its commitment is not counted." / "{offer} 的類型不明，未計入其承諾金額。";
    used_of(percent: &str): "{percent} of the limit" / "額度的 {percent}";
    other_currency(amount: &str): "{amount} in another currency is not measured by it." / "另一幣別的 {amount} 不計入此額度。";
    count_subscriptions(count: &str): "{count} {subscription}" with subscription(count) "subscription" "subscriptions" / "{count} 個訂閱";
    seats(count: &str): "{count} {seat}" with seat(count) "seat" "seats" / "{count} 個授權";
    bought_or_renewed(start: &str, end: &str): "{start} to {end}" / "{start} 至 {end}";
}

phrases! {
    suspend: "suspend" / "暫停";
    resume: "resume" / "恢復";
    cancel: "cancel" / "取消";
    cancel_at_end: "cancel at end of term" / "期滿時取消";
    renew_off: "auto-renew off" / "關閉自動續約";
    renew_on: "auto-renew on" / "開啟自動續約";
    cancel_azure: "cancel the Azure subscription" / "取消 Azure 訂閱";
    cancel_plan: "cancel the Azure plan" / "取消 Azure 方案";
    reduce: "reduce seats" / "減少數量";
    ask_refund: "ask for a refund exception" / "申請退款例外";
    pay: "pay Microsoft" / "付款給 Microsoft";
    users_locked: "Users are locked out at once." / "使用者立即無法存取。";
    users_back: "Users are back at once." / "使用者立即恢復存取。";
    still_billed: "Microsoft bills on to the end of the term." / "Microsoft 仍計費至期間結束。";
    renew_switched_off: "Auto-renew is switched off." / "自動續約會被關閉。";
    renew_stays_off: "Auto-renew stays off; switch it on by hand." / "自動續約仍為關閉，須手動開啟。";
    changes_dropped: "Changes scheduled for the next term are dropped." / "排定於下一期間的變更會被移除。";
    transfer_blocked: "It cannot be transferred to another partner." / "無法轉移給其他合作夥伴。";
    seats_blocked: "The number of seats cannot be changed." / "無法變更數量。";
    not_recoverable: "It cannot be recovered." / "無法復原。";
    customer_reactivates: "The customer can reactivate it himself unless the plan is cancelled too." / "除非一併取消方案，否則客戶可自行重新啟用。";
    software_first: "Software bought through it must be cancelled first." / "透過其購買的軟體須先取消。";
    why_any_time: "Possible at any time." / "隨時可行。";
    why_window_unknown: "The day of purchase or the end of the term is not known." / "購買日或期間結束日不明。";
    why_term_over: "The term is over." / "期間已結束。";
    why_suspended: "It is suspended." / "目前為暫停。";
    why_not_suspended: "It is not suspended." / "目前並未暫停。";
    why_set: "It is set already." / "已經設定。";
    why_not_for: "There is no such action for this kind of subscription." / "此類訂閱沒有這項措施。";
    why_unwritten: "No source says what happens." / "沒有來源說明其結果。";
    why_unknown_product: "This kind of product is not known." / "不明的產品類型。";
    stage_active: "active" / "使用中";
    stage_suspended: "suspended" / "已暫停";
    stage_renewed: "renewed" / "續約";
    stage_extended: "extended term, paid" / "延長服務期（付費）";
    stage_expired: "expired: users may work on, nobody is billed" / "過期：使用者仍可使用、不計費";
    stage_disabled: "disabled: nobody but administrators" / "停用：僅管理員可存取";
    stage_deleted: "deleted with its data" / "連同資料刪除";
    stage_unknown: "written nowhere" / "並無明文";
    billed_on: "suspended, still billed" / "已暫停，仍計費";
    product_nce: "licence" / "授權";
    product_legacy: "legacy licence" / "舊版授權";
    product_plan: "Azure plan" / "Azure 方案";
    product_azure: "Azure subscription" / "Azure 訂閱";
    product_software: "software subscription" / "軟體訂閱";
    product_perpetual: "software, bought once" / "永久授權軟體";
    product_marketplace: "marketplace" / "市集";
    status_pending: "pending" / "處理中";
    status_none: "state not stated" / "未載明狀態";
}

/// The name of an action, as a verb.
#[must_use]
pub fn action_name(lang: Lang, action: &ActionKind) -> String {
    let phrase = match action {
        ActionKind::SuspendSubscription => suspend(lang),
        ActionKind::ResumeSubscription => resume(lang),
        ActionKind::CancelSubscription => cancel(lang),
        ActionKind::CancelAtTermEnd => cancel_at_end(lang),
        ActionKind::AutoRenewOff => renew_off(lang),
        ActionKind::AutoRenewOn => renew_on(lang),
        ActionKind::CancelAzureSubscription => cancel_azure(lang),
        ActionKind::CancelAzurePlan => cancel_plan(lang),
        ActionKind::ReduceQuantity => reduce(lang),
        ActionKind::RequestRefund => ask_refund(lang),
        ActionKind::Other(word) if word == "pay_microsoft" => pay(lang),
        other => return other.word().to_owned(),
    };
    phrase.to_owned()
}

/// The kind of a subscription.
#[must_use]
pub fn product_name(lang: Lang, product: &Product) -> String {
    let phrase = match product {
        Product::NceLicence => product_nce(lang),
        Product::LegacyLicence => product_legacy(lang),
        Product::AzurePlan => product_plan(lang),
        Product::AzureSubscription => product_azure(lang),
        Product::SoftwareSubscription => product_software(lang),
        Product::PerpetualSoftware => product_perpetual(lang),
        Product::Marketplace => product_marketplace(lang),
        Product::Other(word) if word.is_empty() => not_known(lang),
        Product::Other(word) => return word.clone(),
    };
    phrase.to_owned()
}

/// A state as Partner Center has it.
#[must_use]
pub fn status_name(lang: Lang, status: &Status) -> String {
    let phrase = match status {
        Status::Active => stage_active(lang),
        Status::Suspended => stage_suspended(lang),
        Status::Deleted => stage_deleted(lang),
        Status::Expired => stage_expired(lang),
        Status::Disabled => stage_disabled(lang),
        Status::Pending => status_pending(lang),
        Status::Unstated => status_none(lang),
        Status::Other(word) => return word.clone(),
    };
    phrase.to_owned()
}
