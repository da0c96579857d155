//! Today: what ends soon.

phrases! {
    ends_today: "Ends today" / "今日截止";
    next_48: "Next 48 hours" / "未來 48 小時";
    next_week: "Next 7 days" / "未來 7 天";
    next_month: "Next 30 days" / "未來 30 天";
    no_end: "Costs while it waits" / "持續產生成本";
    calm: "Nothing ends in the next 30 days" / "未來 30 天沒有即將截止的項目";
    calm_why: "Windows, promises, alerts, expiring limits and your own bills appear here with their clocks." / "期限、付款承諾、警示、即將到期的額度與您的帳單，會連同時限顯示在此。";
    savable: "Can still be saved" / "仍可挽回";
    overdue: "Overdue" / "逾期";
    alerts: "Alerts without an answer" / "未回應的警示";
    promises: "Promises due in 7 days" / "7 天內到期的承諾";
    own_bills: "Your bills to Microsoft" / "您對 Microsoft 的帳單";
    nothing: "nothing" / "無";
    promise_due: "promise to pay is due" / "付款承諾到期";
    promise_why: "Notices wait for it; when it is broken they go on." / "通知暫緩至承諾日；未履行則繼續催收。";
    promised: "promised" / "承諾金額";
    limit_expires: "credit limit expires" / "信用額度到期";
    limit_why: "After it nothing may be bought on credit until it is decided again." / "到期後須重新核定，始可賒購。";
    limit_figure: "limit" / "額度";
    alert_unanswered: "alert without an answer" / "警示未回應";
    alert_why: "The mean time to answer must stay under 24 h." / "平均回應時間須低於 24 小時。";
    decide: "Decide" / "核定";
    open_case: "Open" / "開啟";
    see_effects: "See consequences" / "查看影響";
    no_mean: "no answer in 30 days" / "30 天內無回應紀錄";
    late_answer: "the 24 hours are over" / "已逾 24 小時";
}

sentences! {
    and(first: &str, second: &str): "{first}, {second}" / "{first}，{second}";
    about(subject: &str, text: &str): "{subject}: {text}" / "{subject}：{text}";
    lead(count: &str): "{count} {things} you." with things(count) "thing wants" "things want" / "有 {count} 件事待處理。";
    lead_saved(amount: &str): "{amount} can still be saved." / "仍可挽回 {amount}。";
    lead_today(amount: &str): "{amount} of it only today." / "其中 {amount} 僅限今日。";
    customers(count: &str): "{count} {customer}" with customer(count) "customer" "customers" / "{count} 位客戶";
    only_today(amount: &str): "{amount} only today" / "{amount} 僅限今日";
    mean(length: &str): "30-day mean {length}" / "30 天平均 {length}";
    waiting(length: &str): "unanswered {length}" / "未回應 {length}";
    days_overdue(days: &str): "{days}\u{a0}d overdue" / "逾期 {days} 天";
    first_due(day: &str): "first due {day}" / "最早到期 {day}";
    answer_by(moment: &str): "answer by {moment}" / "請於 {moment} 前回應";
}
