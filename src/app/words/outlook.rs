//! What an import would change, and where two say different things.

phrases! {
    title: "What would read otherwise" / "匯入後的變化";
    disagreements: "Where two say different things" / "說法不一致之處";
    nothing_changes: "No figure on any page would change." / "任何頁面上的數字都不會改變。";
    trying: "This is being tried; the counts above stand already." / "正在試算；上方筆數已確定。";
    not_tried: "This is too much to try beforehand; the counts above say what is new." / "資料量過大，無法事先試算；新增內容請見上方筆數。";
    none: "none" / "無";
    somebody: "somebody unnamed" / "未具名者";
}

sentences! {
    changes(figures: &str, customers: &str): "{figures} {figure} would change, and {customers} {customer} would be new." with figure(figures) "figure" "figures", customer(customers) "customer" "customers" / "{figures} 個數字會改變，並新增 {customers} 位客戶。";
    limit(name: &str, then: &str, now: &str): "{name}: limit {then} → {now}" / "{name}：額度 {then} → {now}";
    owed(name: &str, then: &str, now: &str): "{name}: owes {then} → {now}" / "{name}：應收 {then} → {now}";
    overdue(name: &str, then: &str, now: &str): "{name}: overdue {then} → {now}" / "{name}：逾期 {then} → {now}";
    alerts(name: &str, then: &str, now: &str): "{name}: open alerts {then} → {now}" / "{name}：未結警示 {then} → {now}";
    cases(name: &str, then: &str, now: &str): "{name}: open cases {then} → {now}" / "{name}：未結案件 {then} → {now}";
    set_by(limit: &str, by: &str, on: &str): "{limit} ({by}, {on})" / "{limit}（{by}，{on}）";
    limits_differ(name: &str, counts: &str, stands: &str): "{name}: limit {counts} would count; {stands} stays in the record" / "{name}：採用額度 {counts}；{stands} 保留於歷程";
    invoices_differ(name: &str, number: &str, counts: &str, stands: &str): "{name}, invoice {number}: {counts} would count; {stands} stays in the record" / "{name} 發票 {number}：採用 {counts}；{stands} 保留於歷程";
    facts_differ(name: &str): "{name}: name, address or another fact differs; the latest would count, the other stays in the record" / "{name}：名稱、地址或其他資料不一致；採用最新者，其餘保留於歷程";
    more(count: &str): "and {count} more" / "另有 {count} 項";
}
