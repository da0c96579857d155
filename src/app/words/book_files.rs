//! Book files: what they are, whether they are as they were exported, and what that does not show.

use crate::app::Lang;
use crate::exchange::bundle::{BundleError, BundleFault};
use crate::journal::Fault;

phrases! {
    verified: "VERIFIED" / "已驗證";
    not_verified: "NOT VERIFIED" / "未通過驗證";
    not_a_book: "NOT A BOOK" / "不是帳冊檔";
    cannot_show: "An unsigned file shows that nothing in it was changed since its hashes were written. It cannot show who wrote it, nor that somebody did not write all of it anew." / "未簽署的檔案只能證明寫入雜湊值之後內容未被更改；無法證明由誰寫入，也無法排除整份檔案被重新製作。";
}

sentences! {
    holds(entries: &str, writers: &str): "{entries} {entry} of {writers} {writer}" with entry(entries) "entry" "entries", writer(writers) "writer" "writers" / "{writers} 位寫入者的 {entries} 筆紀錄";
    exported(by: &str, at: &str, program: &str): "exported by {by} on {at} with {program}" / "由 {by} 於 {at} 以 {program} 匯出";
    left_out(count: &str): "a part of a book: {count} {entry} of its writers {is} left out" with entry(count) "entry" "entries", is(count) "is" "are" / "帳冊的一部分：未包含其寫入者的 {count} 筆紀錄";
    brings(new: &str, known: &str): "{new} new entries, {known} known already" / "新增 {new} 筆紀錄，已有 {known} 筆";
    conflicts(count: &str): "{count} of them {carry} the id of an entry here with another text: one of the two was changed" with carry(count) "carries" "carry" / "其中 {count} 筆與此處紀錄的識別碼相同但內容不同：兩者之一曾被更改";
    more(count: &str): "and {count} further {finding}" with finding(count) "finding" "findings" / "另有 {count} 項";
}

phrases! {
    somebody: "somebody unnamed" / "未具名者";
}

/// Why a file is not a book.
#[must_use]
pub fn error(lang: Lang, error: &BundleError) -> String {
    if lang == Lang::En {
        return error.to_string();
    }
    match error {
        BundleError::Empty => "檔案是空的：請重新匯出帳冊".to_owned(),
        BundleError::TooLarge { bytes } => {
            format!("檔案有 {} MB，超過可讀取的上限", bytes / (1024 * 1024))
        }
        BundleError::NotText { byte } => {
            format!("第 {byte} 個位元組不是 UTF-8 文字：請使用 Recourse 寫出的原始檔案")
        }
        BundleError::NotJson { line, column, remark } => {
            format!("第 {line} 行第 {column} 欄不是 JSON：{remark}")
        }
        BundleError::CutShort { line } => format!("檔案在第 {line} 行中斷：請重新複製或下載"),
        BundleError::TooDeep { line } => {
            format!("第 {line} 行的括號層數過深：不是 Recourse 的檔案")
        }
        BundleError::WrongKind { says: Some(kind) } => {
            format!("檔案自稱「{kind}」而非「recourse-book」：請改以資料匯入")
        }
        BundleError::WrongKind { says: None } => {
            "檔案是 JSON，但不是 Recourse 的帳冊：請改以資料匯入".to_owned()
        }
        BundleError::Newer { version } => {
            format!("由較新的 Recourse 寫入（版本 {version}）：請以該版本開啟")
        }
        BundleError::Field { name, .. } => format!("「{name}」遺漏或不正確：請重新匯出帳冊"),
        BundleError::Entry { number, remark } => format!("檔案的第 {number} 筆紀錄：{remark}"),
    }
}

/// What in a book file is not as it was written.
#[must_use]
pub fn fault(lang: Lang, fault: &BundleFault) -> String {
    if lang == Lang::En {
        return fault.to_string();
    }
    match fault {
        BundleFault::EntryDiffers { number, entry, bytes: (first, last) } => {
            format!("第 {number} 筆紀錄（{entry}，檔案第 {first} 至 {last} 位元組）與匯出時不同")
        }
        BundleFault::FileDiffers { name } => {
            format!("其中報告的檔案「{name}」與匯出時不同")
        }
        BundleFault::SealDiffers { outside_entries: true } => {
            "檔案在紀錄之外的部分被更改：紀錄之前、雜湊值清單或最後一行".to_owned()
        }
        BundleFault::SealDiffers { outside_entries: false } => {
            "檔案在匯出後被更改：最後一行與其餘內容不符".to_owned()
        }
        BundleFault::Chain(fault) => chain(fault),
    }
}

fn chain(fault: &Fault) -> String {
    match fault {
        Fault::Gap { writer, before, missing_from, missing_to } => format!(
            "寫入者「{writer}」在「{before}」之前缺少第 {missing_from} 至 {missing_to} 筆紀錄"
        ),
        Fault::BrokenLink { writer, entry } => {
            format!("寫入者「{writer}」的紀錄「{entry}」無法接續前一筆：兩者之一曾被更改")
        }
        Fault::Fork { writer, seq, entries: (one, two) } => {
            format!("「{one}」與「{two}」同為寫入者「{writer}」的第 {seq} 筆")
        }
        Fault::SameId { entry } => format!("兩筆不同的紀錄使用相同的識別碼「{entry}」"),
    }
}
