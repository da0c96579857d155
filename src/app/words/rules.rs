//! Microsoft's dated rules.

phrases! {
    lead: "Every number that Microsoft sets, with its source and its date. Decisions name these rules." / "Microsoft 訂定的每個數字，均附來源與日期。各項判斷皆引用這些規則。";
    caution: "The copies read are of differing age. Check a rule before much money depends on it." / "所讀資料的日期不一；重大金額據此決定前，請先確認。";
    only_today: "In force on the day shown" / "顯示當日有效";
    id: "Rule" / "規則";
    value: "Value" / "數值";
    says: "What it says" / "內容";
    since: "In force" / "有效期間";
    source: "Source" / "來源";
    other_reading: "Other reading" / "另一種解讀";
    unknown: "unknown" / "不明";
    over: "no longer in force" / "已失效";
    ahead: "not yet in force" / "尚未生效";
    windows: "Windows" / "期限";
    refunds: "Refunds" / "退款";
    extended: "Extended service term and what follows a term" / "延長服務期與期滿之後";
    suspension: "Suspending" / "暫停";
    azure: "Azure" / "Azure";
    alerts: "Alert clocks" / "警示時限";
    exception: "Refund exception for fraud" / "詐騙退款例外";
    budget: "Budgets" / "預算";
    tickets: "Service requests" / "服務要求";
    bill: "Your own bill to Microsoft" / "您對 Microsoft 的帳單";
    credit: "Metering of credit" / "額度計算";
}

phrases! {
    own_reading: "Your reading" / "您的解讀";
    in_use: "in use" / "採用中";
    read_it_otherwise: "Read it otherwise" / "採用其他解讀";
    take_other: "Use this reading" / "採用此解讀";
    take_back: "Use Microsoft's value again" / "恢復 Microsoft 的數值";
    by_policy: "Your policy sets these marks for your customers." / "此門檻由您的政策設定。";
    nothing_to_read: "There is no value here to read otherwise." / "此處沒有可另行解讀的數值。";
    it_holds: "it holds" / "成立";
    it_does_not_hold: "it does not hold" / "不成立";
    as_microsoft_says: "as Microsoft says" / "依 Microsoft 的數值";
    yes: "It holds" / "成立";
    no: "It does not hold" / "不成立";
    unit_days: "days" / "天";
    unit_hours: "hours" / "小時";
    unit_minutes: "minutes" / "分鐘";
    from_day: "From" / "自";
    from_hint: "Days before it keep the reading of their time." / "此日之前仍依當時的解讀。";
    reason: "Why" / "理由";
    reason_hint: "Such as the letter or the page that says so; it stays in the history." / "例如載明此事的信函或頁面；將保留於歷程。";
    record: "Record the reading" / "記錄解讀";
    cancel: "Cancel" / "取消";
    close: "Close" / "關閉";
    form_note: "Every figure and every answer that rests on this rule follows your reading from that day on. It can be undone." / "自該日起，依此規則得出的數字與判斷皆依您的解讀；可復原。";
    not_a_number: "Give a whole number" / "請填整數";
    not_a_day: "Give a day as YYYY-MM-DD" / "請以 YYYY-MM-DD 填寫日期";
    no_reason: "Say why" / "請填寫理由";
}

sentences! {
    own_about(from: &str, by: &str, when: &str): "from {from}, recorded by {by}, {when}" / "自 {from} 起，由 {by} 於 {when} 記錄";
    read_otherwise(rule: &str): "Read {rule} otherwise" / "對 {rule} 採用其他解讀";
    days(n: &str): "{n} {day_s}" with day_s(n) "day" "days" / "{n} 天";
    hours(n: &str): "{n} {hour}" with hour(n) "hour" "hours" / "{n} 小時";
    minutes(n: &str): "{n} {minute}" with minute(n) "minute" "minutes" / "{n} 分鐘";
    from(day: &str): "from {day}" / "自 {day} 起";
    until(day: &str): "until {day}" / "至 {day}";
    text_of(day: &str): "text of {day}" / "{day} 的版本";
}
