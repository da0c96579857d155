//! What is wrong with a policy, and how to mend it.

use crate::app::Lang;
use crate::policy::fault::FaultKind;

sentences! {
    not_json(text: &str): "This is not JSON: {text}" / "這不是 JSON：{text}";
    missing(key: &str): "“{key}” is missing: add it" / "缺少「{key}」：請補上";
    unknown_key(key: &str, known: &str): "“{key}” means nothing here: use one of {known}" / "「{key}」在此沒有意義：請使用 {known}";
    wrong_kind(found: &str, wanted: &str): "“{found}” is not {wanted}" / "「{found}」不是{wanted}";
    not_one_of(found: &str, allowed: &str): "“{found}” is not allowed: use one of {allowed}" / "不允許「{found}」：請使用 {allowed}";
    newer(found: i64, known: i64): "Format {found} is newer than {known}, the newest this version of the page reads: update the page first" / "格式 {found} 比本頁所能讀取的 {known} 新：請先更新本頁";
    duplicate(id: &str): "“{id}” is used twice: rename one of them" / "「{id}」重複使用：請將其中一個改名";
    unknown(name: &str): "Nothing declares “{name}”: declare it as a field or correct the name" / "未宣告「{name}」：請宣告為欄位或更正名稱";
    unknown_near(name: &str, near: &str): "Nothing declares “{name}”: did you mean “{near}”?" / "未宣告「{name}」：是否為「{near}」？";
    syntax(at: usize, problem: &str): "At character {at}: {problem}" / "第 {at} 個字元：{problem}";
    plain(problem: &str): "{problem}" / "{problem}";
    cycle(names: &str): "{names} need each other: take one out of the circle" / "{names} 互相依賴：請將其中一個移出循環";
    overlap(rows: &str, example: &str): "Rows {rows} both hold for {example}: make them apart" / "{rows} 兩列在 {example} 時同時成立：請加以區分";
    gap(example: &str): "No row holds for {example}: add one" / "{example} 時沒有任何列成立：請新增一列";
    unreachable(row: &str): "Row {row} can never be chosen, earlier rows hold before it: move or remove it" / "第 {row} 列永遠不會被選到，較前的列已先成立：請移動或刪除";
    range(found: &str, allowed: &str): "“{found}” is out of range: it must be {allowed}" / "「{found}」超出範圍：須為 {allowed}";
    hash(found: &str, actual: &str): "It was changed after it was approved: the approval names {found}, this text is {actual}. Open it as a draft and have it approved again" / "核准後曾經變更：核准所載為 {found}，本文為 {actual}。請以草稿開啟並重新核准";
    unapproved(found: usize, wanted: usize): "{found} of {wanted} approvals by people other than the author: approve it first" / "作者以外的核准 {found}／{wanted}：請先核准";
}

/// The kinds of values, as they are wanted.
fn wanted(lang: Lang, wanted: &str) -> String {
    let known = match wanted {
        "text" => "文字",
        "a whole number" => "整數",
        "a whole number, zero or more" => "零或正整數",
        "true or false" => "是或否",
        "an object" => "物件",
        "a list" => "清單",
        "amounts by currency" => "各幣別金額",
        "a day written like 2026-11-24" => "如 2026-11-24 的日期",
        other => other,
    };
    match lang {
        Lang::En => wanted.to_owned(),
        Lang::ZhHant => known.to_owned(),
    }
}

/// The sentence of a fault, without its place.
#[must_use]
pub fn sentence(lang: Lang, kind: &FaultKind) -> String {
    let short = |hash: &str| hash.get(..12).unwrap_or(hash).to_owned();
    match kind {
        FaultKind::NotJson(text) => not_json(lang, text),
        FaultKind::Missing { key } => missing(lang, key),
        FaultKind::UnknownKey { key, known } => unknown_key(lang, key, known),
        FaultKind::WrongKind { wanted: kind, found } => {
            wrong_kind(lang, found, &wanted(lang, kind))
        }
        FaultKind::NotOneOf { found, allowed } => not_one_of(lang, found, allowed),
        FaultKind::NewerFormat { found, known } => newer(lang, *found, *known),
        FaultKind::Duplicate { id } => duplicate(lang, id),
        FaultKind::UnknownName { name, near: None } => unknown(lang, name),
        FaultKind::UnknownName { name, near: Some(near) } => unknown_near(lang, name, near),
        FaultKind::Syntax { at, problem } => syntax(lang, *at, problem),
        FaultKind::Type { problem } | FaultKind::Ladder { problem } => plain(lang, problem),
        FaultKind::Cycle { names } => cycle(lang, names),
        FaultKind::Overlap { rows, example } => overlap(lang, rows, example),
        FaultKind::Gap { example } => gap(lang, example),
        FaultKind::Unreachable { row, .. } => unreachable(lang, row),
        FaultKind::OutOfRange { found, allowed } => range(lang, found, allowed),
        FaultKind::HashDiffers { found, actual } => hash(lang, &short(found), &short(actual)),
        FaultKind::Unapproved { found, wanted } => unapproved(lang, *found, *wanted),
    }
}
