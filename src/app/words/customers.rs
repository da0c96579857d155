//! The customers page and the head of a customer's page.

use crate::app::Lang;
use crate::domain::partner::Cloud;

phrases! {
    customer: "Customer" / "客戶";
    owes: "Owes" / "應付款項";
    overdue: "Overdue" / "逾期";
    oldest: "Oldest" / "最久逾期";
    limit: "Credit limit" / "信用額度";
    exposure: "Exposure" / "曝險金額";
    stage: "Stage" / "收款階段";
    worked_out: "being worked out" / "計算中";
    limit_used: "Limit used" / "額度使用率";
    alerts: "Alerts" / "警示";
    no_limit: "no limit decided" / "尚未核定額度";
    not_overdue: "not overdue" / "未逾期";
    search: "Find a customer" / "尋找客戶";
    not_matched: "known by name only" / "僅知名稱";
    none_yet: "No customers yet" / "尚無客戶";
    none_yet_why: "Import your customers and invoices, or open the sample reseller." / "請匯入客戶與發票，或開啟範例經銷商。";
    none_found: "No customer matches" / "沒有符合的客戶";
    none_then: "No customer was known on this day" / "這一天尚無已知客戶";
    all_customers: "All customers" / "所有客戶";
    no_such_customer: "No such customer in this book" / "此帳冊中沒有這位客戶";
    no_such_customer_why: "The address names a customer whom the open book does not hold. It may be in your colleague's book, or in the sample." / "此網址所指的客戶不在目前開啟的帳冊中，可能在同事的帳冊或範例中。";
    copy_tenant: "Copy the tenant id" / "複製租用戶識別碼";
    parts: "Parts of this customer" / "此客戶的各項資料";
    deceiving_name: "name holds hidden characters" / "名稱含有隱藏字元";
    nothing: "nothing" / "無";
    may_still_buy: "May still buy" / "尚可購買";
    at_risk: "At risk" / "風險金額";
    cloud_global: "global cloud" / "全球雲端";
    cloud_us: "US Government cloud" / "美國政府雲端";
    cloud_germany: "Microsoft Cloud Germany" / "Microsoft Cloud 德國";
    cloud_china: "operated by 21Vianet" / "世紀互聯營運";
    clear_search: "Clear the search" / "清除搜尋";
}

sentences! {
    count(count: &str): "{count} {customer}" with customer(count) "customer" "customers" / "{count} 位客戶";
    since(day: &str): "customer since {day}" / "{day} 起為客戶";
    cloud_other(name: &str): "cloud {name}" / "雲端 {name}";
    days(days: &str): "{days}\u{a0}d" / "{days} 天";
}

/// The cloud in which a tenant lives.
#[must_use]
pub fn cloud(lang: Lang, cloud: &Cloud) -> String {
    match cloud {
        Cloud::Global => cloud_global(lang).to_owned(),
        Cloud::UsGovernment => cloud_us(lang).to_owned(),
        Cloud::Germany => cloud_germany(lang).to_owned(),
        Cloud::China => cloud_china(lang).to_owned(),
        Cloud::Other(name) => cloud_other(lang, name),
    }
}
