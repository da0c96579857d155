//! The customers page and the head of a customer's page.

phrases! {
    customer: "Customer" / "客戶";
    owes: "Owes" / "應付款項";
    overdue: "Overdue" / "逾期";
    oldest: "Oldest" / "最久逾期";
    limit: "Credit limit" / "信用額度";
    limit_used: "Limit used" / "額度使用率";
    alerts: "Open alerts" / "待處理警示";
    no_limit: "no limit decided" / "尚未核定額度";
    not_overdue: "not overdue" / "未逾期";
    search: "Find a customer" / "尋找客戶";
    not_matched: "known by name only" / "僅知名稱";
    none_yet: "No customers yet" / "尚無客戶";
    none_yet_why: "Import your customers and invoices, or open the sample reseller." / "請匯入客戶與發票，或開啟範例經銷商。";
    none_found: "No customer matches" / "沒有符合的客戶";
    clear_search: "Clear the search" / "清除搜尋";
}

sentences! {
    count(count: &str): "{count} customers" / "{count} 位客戶";
    days(days: &str): "{days} d" / "{days} 天";
}
