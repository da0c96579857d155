//! What the columns of a table hold, and whom names in a ledger stand for.

use crate::app::Lang;
use crate::app::update::exchange::Lack;
use crate::exchange::map::names::Likeness;
use crate::exchange::map::{Confidence, Field};

phrases! {
    open_unknown: "Say what the columns hold…" / "指定各欄的內容…";
    open_known: "Columns…" / "欄位…";
    title: "What do the columns hold?" / "各欄的內容是什麼？";
    close: "Close" / "關閉";
    lead: "One line for each column, with its first cells. What you say is remembered for every file with these headers, and can be undone with the import." / "每欄一行，附前幾格內容。您的指定會套用於標題相同的所有檔案，並可隨匯入一併復原。";
    column: "Column" / "欄位";
    cells: "First cells" / "前幾格";
    holds: "Holds" / "內容";
    why: "Why" / "依據";
    nothing: "nothing that is used" / "不使用";
    no_header: "no name" / "無名稱";
    agree: "Read with these columns" / "以這些欄位讀取";
    meanings: "What each choice means" / "各選項的意義";
    names_title: "Names without a tenant" / "尚未對應租用戶的名稱";
    names_lead: "The ledger names these customers, and no tenant has been joined with the name yet. Nothing is joined unless you say so. What you say is remembered, and undone with the import." / "帳冊中的這些客戶名稱尚未對應到租用戶。除非您指定，否則不會合併。您的指定會保留，並可隨匯入一併復原。";
    decide_later: "Decide later: a customer by name" / "稍後決定：以名稱建立客戶";
    other: "Another customer…" / "其他客戶…";
    own: "A customer of its own" / "獨立客戶";
    leave_out: "Leave out" / "略過";
    find: "Find a customer" / "尋找客戶";
    no_match: "No customer is called so" / "沒有此名稱的客戶";
    more_names: "Show more names" / "顯示更多名稱";
    no_proposal: "no tenant has such a name" / "沒有名稱相近的租用戶";
    answers_only: "Record what you said" / "記錄您的指定";
}

sentences! {
    title_of(file: &str): "What do the columns of {file} hold?" / "{file} 各欄的內容是什麼？";
    holds_of(column: &str): "What “{column}” holds" / "「{column}」的內容";
    is_whom(name: &str, facts: &str): "{name} · {facts} {fact}" with fact(facts) "fact" "facts" / "{name} · {facts} 筆資料";
    accept_same(count: &str): "Join {count} {n} with the tenant of the same name" with n(count) "name" "names" / "將 {count} 個名稱與同名租用戶合併";
    remembered(count: &str): "{count} {names} settled as you said in earlier imports; History shows and undoes it." with names(count) "name is" "names are" / "{count} 個名稱依您先前匯入時的指定處理；可在歷程中查看與復原。";
    proposal(name: &str, why: &str): "{name} ({why})" / "{name}（{why}）";
    similar(share: &str): "alike, {share} % of letter pairs" / "相似，字母組相同 {share} %";
    left_out(count: &str): "{count} {fact} of names that are left out" with fact(count) "fact" "facts" / "{count} 筆資料屬於略過的名稱";
}

/// What is still missing.
#[must_use]
pub const fn lack(lang: Lang, lack: Lack) -> &'static str {
    match (lang, lack) {
        (Lang::En, Lack::Who) => "Still missing: whom it concerns (customer's name or tenant id)",
        (Lang::En, Lack::Money) => "Still missing: an amount (whole or still open)",
        (Lang::En, Lack::When) => "Still missing: a date (issued, due, received, or just a date)",
        (Lang::En, Lack::Number) => {
            "Still missing: the invoice number, which tells one invoice from another"
        }
        (Lang::ZhHant, Lack::Number) => "尚缺：用來區分各張發票的發票號碼",
        (Lang::ZhHant, Lack::Who) => "尚缺：對象（客戶名稱或租用戶識別碼）",
        (Lang::ZhHant, Lack::Money) => "尚缺：金額（總金額或未付金額）",
        (Lang::ZhHant, Lack::When) => "尚缺：日期（開立、到期、收款或一般日期）",
    }
}

/// How sure a match is, and why.
#[must_use]
pub const fn confidence(lang: Lang, how: Confidence) -> &'static str {
    match (lang, how) {
        (Lang::En, Confidence::Told) => "you said so",
        (Lang::En, Confidence::Exact) => "certain: the documented name",
        (Lang::En, Confidence::Known) => "sure: a name ledgers use for it",
        (Lang::En, Confidence::Part) => "likely: a part of the name",
        (Lang::En, Confidence::Content) => "a guess: the cells look like it",
        (Lang::ZhHant, Confidence::Told) => "由您指定",
        (Lang::ZhHant, Confidence::Exact) => "確定：文件所載名稱",
        (Lang::ZhHant, Confidence::Known) => "可信：帳冊常用名稱",
        (Lang::ZhHant, Confidence::Part) => "可能：名稱的一部分",
        (Lang::ZhHant, Confidence::Content) => "推測：內容看起來相符",
    }
}

/// Why a tenant is proposed for a name.
#[must_use]
pub fn likeness(lang: Lang, likeness: Likeness) -> String {
    match (lang, likeness) {
        (Lang::En, Likeness::Same) => "the same name".to_owned(),
        (Lang::En, Likeness::SameButForm) => "the same but for legal form and marks".to_owned(),
        (Lang::ZhHant, Likeness::Same) => "名稱相同".to_owned(),
        (Lang::ZhHant, Likeness::SameButForm) => "除公司型態與符號外相同".to_owned(),
        (_, Likeness::Similar(share)) => similar(lang, &share.to_string()),
    }
}

/// What a field means, in a sentence.
#[must_use]
pub const fn meaning(lang: Lang, field: Field) -> &'static str {
    match (lang, field) {
        (Lang::En, Field::TenantId) => {
            "The customer's Microsoft id, a GUID: joins everything without doubt"
        }
        (Lang::En, Field::CustomerName) => {
            "The name in your ledger; you join it with a tenant in the next step"
        }
        (Lang::En, Field::Kind) => "A word that says invoice, credit note or payment, row by row",
        (Lang::En, Field::InvoiceNumber) => {
            "The number printed on the invoice; one invoice per number"
        }
        (Lang::En, Field::Reference) => "What tells one payment from another",
        (Lang::En, Field::Issued) => "The day on the invoice",
        (Lang::En, Field::Due) => {
            "The last day to pay; without it the agreed terms count from the day of issue"
        }
        (Lang::En, Field::Received) => "The day the money came",
        (Lang::En, Field::Date) => {
            "A date that is the day of issue or of receipt, as the row's kind says"
        }
        (Lang::En, Field::Amount) => "The invoice's total, or what was paid",
        (Lang::En, Field::Open) => "What of the invoice is not paid yet",
        (Lang::En, Field::Currency) => "Three letters, such as EUR; without it you are asked",
        (Lang::En, Field::Description) => "Shown beside the fact, never computed with",
        (Lang::En, Field::Status) => "Such as paid or voided",
        (Lang::En, Field::Corrects) => "On a credit note: the number of the invoice it corrects",
        (Lang::En, Field::Email) => "Where notices to the customer go",
        (Lang::ZhHant, Field::TenantId) => "客戶的 Microsoft 識別碼（GUID）：可明確對應所有資料",
        (Lang::ZhHant, Field::CustomerName) => "帳冊中的名稱；下一步再與租用戶對應",
        (Lang::ZhHant, Field::Kind) => "逐列說明為發票、折讓單或付款的文字",
        (Lang::ZhHant, Field::InvoiceNumber) => "發票上的號碼；一個號碼對應一張發票",
        (Lang::ZhHant, Field::Reference) => "用來區分各筆付款",
        (Lang::ZhHant, Field::Issued) => "發票上的日期",
        (Lang::ZhHant, Field::Due) => "最後付款日；若無，則依付款條件自開立日起算",
        (Lang::ZhHant, Field::Received) => "款項入帳日",
        (Lang::ZhHant, Field::Date) => "依該列類型，為開立日或收款日",
        (Lang::ZhHant, Field::Amount) => "發票總額或付款金額",
        (Lang::ZhHant, Field::Open) => "發票尚未支付的金額",
        (Lang::ZhHant, Field::Currency) => "三個字母，例如 TWD；若無則會詢問",
        (Lang::ZhHant, Field::Description) => "顯示於資料旁，不用於計算",
        (Lang::ZhHant, Field::Status) => "例如已付或作廢",
        (Lang::ZhHant, Field::Corrects) => "折讓單所更正的發票號碼",
        (Lang::ZhHant, Field::Email) => "寄送通知給客戶的地址",
    }
}
