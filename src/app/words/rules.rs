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

sentences! {
    days(n: &str): "{n} days" / "{n} 天";
    hours(n: &str): "{n} hours" / "{n} 小時";
    minutes(n: &str): "{n} minutes" / "{n} 分鐘";
    from(day: &str): "from {day}" / "自 {day} 起";
    until(day: &str): "until {day}" / "至 {day}";
    text_of(day: &str): "text of {day}" / "{day} 的版本";
}
