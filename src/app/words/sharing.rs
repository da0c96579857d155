//! Sharing a part of the book.

use crate::app::Lang;
use crate::app::update::exchange::What;

phrases! {
    share_what: "What to share" / "分享內容";
    everything: "The whole book" / "整本帳冊";
    customers: "Some customers" / "部分客戶";
    case: "A case and its customer" / "案件及其客戶";
    report: "A report bundle" / "報告套件";
    export_report: "Export the report bundle" / "匯出報告套件";
    report_draft: "The report leaves as it stands now, as a page, a record and a table; no revision was issued yet." / "將以頁面、紀錄與表格匯出目前的報告；尚未發出任何版次。";
    period: "A period" / "一段期間";
    find_customer: "Find a customer" / "搜尋客戶";
    which_case: "Case" / "案件";
    choose_case: "Choose…" / "請選擇…";
    from: "Recorded from" / "記錄起日";
    until: "Recorded until" / "記錄迄日";
    export_part: "Export this part" / "匯出此部分";
    no_customer: "No customer is chosen yet" / "尚未選擇客戶";
    no_case: "No case is chosen yet" / "尚未選擇案件";
    no_period: "Give a first and a last day, the first not after the last" / "請提供起日與迄日，且起日不得晚於迄日";
    none: "Nothing in the book is about this" / "帳冊中沒有相關內容";
}

sentences! {
    all(entries: &str): "All {entries} entries leave." / "將匯出全部 {entries} 筆紀錄。";
    part(entries: &str, of: &str): "{entries} of {of} {entry} {leave}, and nothing about other customers." with entry(of) "entry" "entries", leave(entries) "leaves" "leave" / "將匯出 {of} 筆紀錄中的 {entries} 筆，不含其他客戶的內容。";
    extracts(count: &str): "{count} of them {extract} of others too." with extract(count) "is an extract of an import that tells" "are extracts of imports that tell" / "其中 {count} 筆為同時涉及其他客戶之匯入資料的摘錄。";
    report_issued(revision: &str): "The report leaves as a page, a record and a table: revision {revision}, as it was issued." / "將以頁面、紀錄與表格匯出報告：已發出之第 {revision} 版。";
    not_understood(count: &str): "{count} {entry} of a newer program {stay} cannot be told." with entry(count) "entry" "entries", stay(count) "stays: whom it is about" "stay: whom they are about" / "{count} 筆由較新程式寫入的紀錄不匯出：無法判斷其對象。";
    more(count: &str): "and {count} more: type a part of the name" / "另有 {count} 位：請輸入部分名稱";
}

/// The name of what can be shared.
#[must_use]
pub const fn what(lang: Lang, what: What) -> &'static str {
    match what {
        What::Everything => everything(lang),
        What::Customers => customers(lang),
        What::Case => case(lang),
        What::Report => report(lang),
        What::Period => period(lang),
    }
}
