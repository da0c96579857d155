//! Invoices and balances of a customer, and where each was read.

phrases! {
    title: "Invoices" / "發票";
    number: "Number" / "號碼";
    issued: "Issued" / "開立日";
    due: "Due" / "到期日";
    total: "Total" / "總額";
    open: "Open" / "未付";
    overdue: "overdue" / "逾期";
    settled: "settled" / "已結清";
    origin: "Where it was read" / "資料出處";
    no_invoices: "No invoice of this customer is known" / "沒有此客戶的發票";
    balances: "Balances told by the ledger" / "帳簿所列餘額";
    balances_why: "An ageing summary tells sums and not the invoices behind them. It counts nowhere; it stands here beside what the invoices sum to." / "帳齡摘要只列合計而無發票。不列入任何計算，僅在此與發票合計對照。";
    no_day: "The file names no day: compared on the day of its import" / "檔案未註明日期：以匯入日對照";
    agrees: "The same as the invoices sum to" / "與發票合計相同";
    hash: "SHA-256 of the file" / "檔案的 SHA-256";
    copy_hash: "Copy the hash of the file" / "複製檔案雜湊值";
    by_hand: "recorded by hand" / "手動記錄";
    nobody: "somebody unnamed" / "未具名者";
}

sentences! {
    from_file(file: &str, row: &str, day: &str, who: &str): "from {file}, row {row}, imported on {day} by {who}" / "出自 {file} 第 {row} 列，{day}由{who}匯入";
    from_hand(day: &str, who: &str): "recorded by hand on {day} by {who}" / "{day}由{who}手動記錄";
    more(count: &str): "{count} further {invoices} settled and not shown" with invoices(count) "invoice is" "invoices are" / "另有 {count} 張已結清發票未列出";
    as_of(day: &str): "As of {day}" / "截至 {day}";
    ledger_says(amount: &str): "The ledger says {amount}" / "帳簿所列：{amount}";
    invoices_say(amount: &str): "Open invoices less unapplied payments: {amount}" / "未付發票減未沖帳款項：{amount}";
    more_than(amount: &str): "The ledger says {amount} more than the invoices sum to: invoices may be missing here" / "帳簿比發票合計多 {amount}：此處可能缺少發票";
    less_than(amount: &str): "The ledger says {amount} less than the invoices sum to: payments or credit notes may be missing here" / "帳簿比發票合計少 {amount}：此處可能缺少付款或折讓單";
    bucket(name: &str, amount: &str): "{name}: {amount}" / "{name}：{amount}";
}
