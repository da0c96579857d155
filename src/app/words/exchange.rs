//! Exchange: import in three steps, the whole book as a file, a file checked.

use super::keeping;
use crate::app::Lang;
use crate::app::update::exchange::{Ask, Refusal};
use crate::exchange::map::Field;
use crate::exchange::read::options::Question;

phrases! {
    import: "Import" / "匯入";
    lead: "Files come in, the whole book goes out. Nothing leaves this browser unless you save it." / "檔案匯入、帳冊匯出。除非您儲存，否則任何資料都不會離開此瀏覽器。";
    steps: "Steps of the import" / "匯入步驟";
    step_give: "Give files" / "提供檔案";
    step_understand: "See what was understood" / "查看讀取結果";
    step_take: "Take in" / "匯入資料";
    step_done: "done" / "已完成";
    step_current: "now" / "目前";
    step_ahead: "to come" / "尚未";
    drop_title: "Drop files or folders here" / "將檔案或資料夾拖放到這裡";
    drop_hint: "Exports of Partner Center, your ledger as CSV, Graph alerts, zip of these, a colleague's book. Up to 100 MB each" / "合作夥伴中心匯出檔、CSV 帳冊、Graph 警示、上述檔案的壓縮檔，或同事的帳冊。每個檔案上限 100 MB";
    choose: "Choose files" / "選擇檔案";
    paste: "Or paste text" / "或貼上文字";
    paste_name: "Name of the source" / "來源名稱";
    paste_name_hint: "Stands beside every fact that comes from it" / "會顯示在來自此來源的每筆資料旁";
    paste_text: "Text" / "文字";
    paste_hint: "JSON or a table, as it stands" / "JSON 或表格，依原樣貼上";
    read_text: "Read the text" / "讀取文字";
    no_text: "Nothing is pasted yet" / "尚未貼上任何內容";
    reading: "Reading" / "讀取中";
    joined_on_import: "said when the file was imported" / "匯入檔案時指定";
    taking_in: "and taking in" / "並匯入";
    comparing: "and comparing with your book" / "並與帳冊比較";
    cancel: "Cancel" / "取消";
    start_again: "Start again" / "重新開始";
    understood: "What was understood" / "讀取結果";
    kind: "Facts" / "資料";
    all_read: "Read" / "已讀取";
    first_rows: "First rows" / "前幾列";
    new: "New" / "新增";
    changed: "Changed" / "已變更";
    known: "Known" / "已知";
    given_again: "the same file again" / "重複的檔案";
    no_rows: "names its columns, and has no rows" / "只有欄位名稱，沒有資料列";
    not_recognised: "not recognised" / "無法辨識";
    mended: "put right" / "已修正";
    row_refused: "not taken" / "未採用";
    file_refused: "file not taken" / "未採用此檔案";
    save_refused: "Save the rows that were not taken" / "儲存未採用的列";
    questions: "Answer first" / "請先回答";
    questions_why: "The files leave something open that only you can settle. They are read again with your answer." / "檔案中有些內容只有您能確定。回答後會重新讀取。";
    answer: "Read with this answer" / "以此答案重新讀取";
    not_answered: "Choose…" / "請選擇…";
    day_first: "the day: 03/04 is 3 April" / "日在前：03/04 為 4 月 3 日";
    month_first: "the month: 03/04 is 4 March" / "月在前：03/04 為 3 月 4 日";
    decimal_point: "a decimal point: 1,234.50" / "小數點：1,234.50";
    decimal_comma: "a decimal comma: 1.234,50" / "小數逗號：1.234,50";
    ask_currency: "In which currency are the amounts?" / "金額為何種幣別？";
    ask_currency_hint: "Three letters, such as EUR or TWD" / "三個字母，例如 EUR 或 TWD";
    ask_tenant: "Whose subscriptions are these?" / "這些訂閱屬於哪個客戶？";
    ask_tenant_hint: "The tenant id of the customer" / "客戶的租用戶識別碼";
    answered_date_order: "What stands first in dates?" / "日期中何者在前？";
    answered_decimal: "What do the marks in amounts mean?" / "金額中的符號代表什麼？";
    ask_columns: "What do the columns hold?" / "各欄的內容是什麼？";
    all_files: "All files together" / "所有檔案合計";
    ask_encoding: "In which encoding is the file written?" / "檔案使用哪種編碼？";
    merge: "Book file" / "帳冊檔";
    see_customers: "See the customers" / "查看客戶";
    import_more: "Import more" / "繼續匯入";
    in_sample: "The sample is open. Your files never mix with it: remove the sample to import into your own book." / "目前開啟的是範例。您的檔案不會與範例混合：請先移除範例，再匯入您自己的帳冊。";
    nothing_new: "Your book knows all of this already; nothing would change" / "帳冊已有所有這些資料；不會有任何變更";
    nothing_read: "Nothing could be read out of what was given" / "無法從所提供的內容讀取任何資料";
    question_open: "A question is not answered yet" / "尚有問題未回答";
    changed_book: "The file was changed after it was exported: ask for it again" / "檔案在匯出後被更改：請重新索取";
    sample_book: "The file holds the sample's invented entries: they never mix with a real book" / "檔案包含範例的虛構紀錄：不會與真實帳冊混合";
    share: "Share" / "分享";
    share_text: "The whole book as one file: for a colleague, for another browser, or as a backup. A colleague takes it in here, and both books become the same." / "整本帳冊存為一個檔案：供同事、其他瀏覽器使用，或作為備份。同事在此匯入後，兩本帳冊即相同。";
    export: "Export the whole book" / "匯出整本帳冊";
    check: "Check a file" / "驗證檔案";
    check_text: "Whether a book file is as it was exported. Nothing of it is taken in." / "檢查帳冊檔是否與匯出時相同。不會匯入任何內容。";
    check_title: "Drop a book file here" / "將帳冊檔拖放到這裡";
    check_hint: "recourse-book-….json" / "recourse-book-….json";
    check_reading: "Checking" / "驗證中";
}

sentences! {
    rows(count: &str): "rows {count}" / "第 {count} 列";
    rows_and_more(count: &str, more: &str): "rows {count} and {more} more" / "第 {count} 列及其他 {more} 列";
    rows_refused(count: &str): "{count} {rows} not taken" with rows(count) "row was" "rows were" / "{count} 列未採用";
    so_many(count: &str, word: &str): "{count} {word}" / "{count} 筆{word}";
    idle(count: &str): "{count} {files} nothing that is used here" with files(count) "file holds" "files hold" / "{count} 個檔案沒有可使用的內容";
    times(count: &str): "{count} {time}" with time(count) "time" "times" / "{count} 次";
    size(kb: &str): "{kb} kB" / "{kb} kB";
    more_problems(count: &str): "and {count} further {remark}" with remark(count) "remark" "remarks" / "另有 {count} 項說明";
    read_rows(done: &str, total: &str): "{done} of {total} {row}" with row(total) "row" "rows" / "{total} 列中的 {done} 列";
    read_bytes(done: &str, total: &str): "{done} of {total} kB" / "{total} kB 中的 {done} kB";
    take_facts(count: &str): "Take in {count} {fact}" with fact(count) "fact" "facts" / "匯入 {count} 筆資料";
    take_entries(count: &str): "Take in {count} {entry}" with entry(count) "entry" "entries" / "匯入 {count} 筆紀錄";
    take_both(facts: &str, entries: &str): "Take in {facts} {fact} and {entries} {entry}" with fact(facts) "fact" "facts", entry(entries) "entry" "entries" / "匯入 {facts} 筆資料與 {entries} 筆紀錄";
    taken(facts: &str, known: &str): "{facts} {fact} taken in; {known} {was} known already." with fact(facts) "fact was" "facts were", was(known) "was" "were" / "已匯入 {facts} 筆資料；{known} 筆先前已知。";
    merged(entries: &str): "{entries} {entry} of other books {was} taken in." with entry(entries) "entry" "entries", was(entries) "was" "were" / "已匯入其他帳冊的 {entries} 筆紀錄。";
    unreadable(name: &str): "{name}: the browser would not give its content; give it again, or copy it to another place first" / "{name}：瀏覽器無法提供其內容；請重新提供，或先複製到其他位置";
    left(count: &str): "{count} further {files} left: folders are read up to 1,000 files at once. Give the rest by itself" with files(count) "file or folder was" "files and folders were" / "另有 {count} 個檔案與資料夾未讀取：一次最多讀取資料夾中的 1,000 個檔案。請分次提供其餘部分";
    more_files(count: &str): "and {count} further {file}" with file(count) "file" "files" / "另有 {count} 個檔案";
    first_row(row: &str, what: &str): "Row {row}: {what}" / "第 {row} 列：{what}";
    due(day: &str): "due {day}" / "{day} 到期";
    reading_failed(why: &str): "Reading stopped and nothing was taken in: {why}. Give the files again, fewer at once or in smaller parts" / "讀取已中斷，未匯入任何資料：{why}。請重新提供檔案，一次少一些或分成較小的部分";
    means(example: &str, read: &str): "{example} is {read}" / "{example} 為 {read}";
    ask_date_order(example: &str): "In “{example}”, what stands first?" / "「{example}」中何者在前？";
    ask_decimal(example: &str): "What does the mark in “{example}” mean?" / "「{example}」中的符號代表什麼？";
}

/// Why nothing is taken in; `day` is the earlier day being looked at.
#[must_use]
pub fn refusal(lang: Lang, why: Refusal, day: &str) -> String {
    match why {
        Refusal::Sample => in_sample(lang).to_owned(),
        Refusal::ReadOnly(why) => keeping::read_only(lang, why, day),
        Refusal::Question => question_open(lang).to_owned(),
        Refusal::NothingNew => nothing_new(lang).to_owned(),
        Refusal::NothingRead => nothing_read(lang).to_owned(),
        Refusal::Changed => changed_book(lang).to_owned(),
        Refusal::OfTheSample => sample_book(lang).to_owned(),
    }
}

/// Which of several files ask it.
#[must_use]
pub fn asked_of(lang: Lang, question: &str, files: &[&str]) -> String {
    const SHOWN: usize = 3;
    let (comma, more) = match lang {
        Lang::En => (", ", ", …"),
        Lang::ZhHant => ("、", "…"),
    };
    let names = files.iter().take(SHOWN).copied().collect::<Vec<_>>().join(comma);
    let more = if files.len() > SHOWN { more } else { "" };
    match lang {
        Lang::En => format!("{question} ({names}{more})"),
        Lang::ZhHant => format!("{question}（{names}{more}）"),
    }
}

/// What is asked.
#[must_use]
pub fn question(lang: Lang, question: &Question) -> String {
    match question {
        Question::DateOrder { example } => ask_date_order(lang, example),
        Question::DecimalMark { example } => ask_decimal(lang, example),
        Question::Currency => ask_currency(lang).to_owned(),
        Question::WhoseSubscriptions => ask_tenant(lang).to_owned(),
        Question::Encoding => ask_encoding(lang).to_owned(),
        Question::Columns { .. } => ask_columns(lang).to_owned(),
    }
}

/// A question that was answered, to change the answer.
#[must_use]
pub const fn answered(lang: Lang, ask: Ask) -> &'static str {
    match ask {
        Ask::DateOrder => answered_date_order(lang),
        Ask::DecimalMark => answered_decimal(lang),
        Ask::Currency => ask_currency(lang),
        Ask::Tenant => ask_tenant(lang),
        Ask::Encoding => ask_encoding(lang),
    }
}

/// The answers to choose from, each with its value; none where the answer is typed.
#[must_use]
pub fn choices(lang: Lang, ask: Ask) -> Vec<(&'static str, &'static str)> {
    match ask {
        Ask::DateOrder => vec![("day", day_first(lang)), ("month", month_first(lang))],
        Ask::DecimalMark => vec![("point", decimal_point(lang)), ("comma", decimal_comma(lang))],
        Ask::Encoding => {
            vec![("big5", "Big5"), ("windows-1252", "Windows-1252"), ("utf-8", "UTF-8")]
        }
        Ask::Currency | Ask::Tenant => Vec::new(),
    }
}

/// What stands under a typed answer.
#[must_use]
pub const fn hint(lang: Lang, ask: Ask) -> &'static str {
    match ask {
        Ask::Currency => ask_currency_hint(lang),
        Ask::Tenant => ask_tenant_hint(lang),
        _ => "",
    }
}

/// What a column can hold.
#[must_use]
pub const fn field(lang: Lang, field: Field) -> &'static str {
    match (lang, field) {
        (Lang::En, Field::TenantId) => "tenant id",
        (Lang::En, Field::CustomerName) => "customer's name",
        (Lang::En, Field::Kind) => "invoice or payment",
        (Lang::En, Field::InvoiceNumber) => "invoice number",
        (Lang::En, Field::Reference) => "payment reference",
        (Lang::En, Field::Issued) => "day of issue",
        (Lang::En, Field::Due) => "day it is due",
        (Lang::En, Field::Received) => "day of receipt",
        (Lang::En, Field::Date) => "date",
        (Lang::En, Field::Amount) => "whole amount",
        (Lang::En, Field::Open) => "still open",
        (Lang::En, Field::Currency) => "currency",
        (Lang::En, Field::Description) => "description",
        (Lang::En, Field::Status) => "status",
        (Lang::En, Field::Corrects) => "invoice it corrects",
        (Lang::En, Field::Email) => "e-mail",
        (Lang::ZhHant, Field::TenantId) => "租用戶識別碼",
        (Lang::ZhHant, Field::CustomerName) => "客戶名稱",
        (Lang::ZhHant, Field::Kind) => "發票或付款",
        (Lang::ZhHant, Field::InvoiceNumber) => "發票號碼",
        (Lang::ZhHant, Field::Reference) => "付款參考號碼",
        (Lang::ZhHant, Field::Issued) => "開立日期",
        (Lang::ZhHant, Field::Due) => "到期日",
        (Lang::ZhHant, Field::Received) => "收款日期",
        (Lang::ZhHant, Field::Date) => "日期",
        (Lang::ZhHant, Field::Amount) => "總金額",
        (Lang::ZhHant, Field::Open) => "未付金額",
        (Lang::ZhHant, Field::Currency) => "幣別",
        (Lang::ZhHant, Field::Description) => "說明",
        (Lang::ZhHant, Field::Status) => "狀態",
        (Lang::ZhHant, Field::Corrects) => "所更正的發票",
        (Lang::ZhHant, Field::Email) => "電子郵件",
    }
}
