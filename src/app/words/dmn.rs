//! Tables that come from a DMN file: why one is not read, and what the others change.

use crate::app::Lang;
use crate::exchange::dmn::{Put, TableChange, XmlError, XmlProblem};

phrases! {
    one_element: "one element is wanted, and nothing beside it" / "須有唯一的根元素";
    document_type: "a document type is not read: take it out" / "不讀取文件類型宣告：請移除";
    too_deep: "elements are nested too deep" / "元素巢狀過深";
    no_name: "a name is wanted here" / "此處須為名稱";
    ampersand: "a bare “&” is written “&amp;”" / "單獨的「&」須寫成「&amp;」";
    approvals_dropped: "The approvals were of the text before and were taken out: have it approved again" / "原核准為變更前的內容，已移除：請重新核准";
    otherwise: "its hit policy, its order or its allowed values are others" / "命中原則、順序或允許的值不同";
}

sentences! {
    at_line(line: usize, problem: &str): "Line {line}: {problem}" / "第 {line} 行：{problem}";
    not_closed(name: &str): "“{name}” is not closed" / "「{name}」未關閉";
    not_open(name: &str): "“{name}” is closed and was not open" / "「{name}」未開啟即關閉";
    no_end(start: &str, end: &str): "“{start}” has no “{end}”" / "「{start}」缺少「{end}」";
    no_value(name: &str): "the attribute “{name}” has no value" / "屬性「{name}」沒有值";
    not_quoted(name: &str): "the value of “{name}” is not in quotation marks" / "「{name}」的值未加引號";
    reference(name: &str): "“&{name};” is not known" / "無法辨識「&{name};」";
    not_dmn(name: &str): "“{name}” is not DMN: “definitions” is wanted" / "「{name}」不是 DMN：須為「definitions」";
    row_width(rule: &str): "rule “{rule}” has not one entry for each column" / "規則「{rule}」的儲存格數與欄數不符";
    hit(word: &str): "“{word}” is no hit policy" / "「{word}」不是命中原則";
    twice(id: &str): "a second decision has the id “{id}”: leave one of them" / "識別碼「{id}」的決策有兩個：請只保留一個";
    unchanged(table: &str): "Table “{table}” is as it was." / "表格「{table}」未變更。";
    changed(table: &str, what: &str): "Table “{table}”: {what}." / "表格「{table}」：{what}。";
    unknown(table: &str): "Table “{table}” is in no stage of the policy and was left out: give it the id of a stage." / "政策中沒有表格「{table}」，未採用：請改用階段的識別碼。";
    columns_added(names: &str): "columns {names} are new" / "新增欄 {names}";
    columns_removed(names: &str): "columns {names} are gone" / "刪除欄 {names}";
    rows_added(names: &str): "rows {names} are new" / "新增列 {names}";
    rows_removed(names: &str): "rows {names} are gone" / "刪除列 {names}";
    rows_changed(names: &str): "rows {names} say something else" / "變更列 {names}";
}

/// Why a file is not read, with its line.
#[must_use]
pub fn fault(lang: Lang, error: &XmlError) -> String {
    at_line(lang, error.line, &problem(lang, &error.problem))
}

fn problem(lang: Lang, problem: &XmlProblem) -> String {
    match problem {
        XmlProblem::NotOneElement => one_element(lang).to_owned(),
        XmlProblem::NotClosed(name) => not_closed(lang, name),
        XmlProblem::NotOpen(name) => not_open(lang, name),
        XmlProblem::NoEnd { start, end } => no_end(lang, start, end),
        XmlProblem::DocumentType => document_type(lang).to_owned(),
        XmlProblem::TooDeep => too_deep(lang).to_owned(),
        XmlProblem::NoValue(name) => no_value(lang, name),
        XmlProblem::NotQuoted(name) => not_quoted(lang, name),
        XmlProblem::NoName => no_name(lang).to_owned(),
        XmlProblem::BareAmpersand => ampersand(lang).to_owned(),
        XmlProblem::UnknownReference(name) => reference(lang, name),
        XmlProblem::NotDmn(name) => not_dmn(lang, name),
        XmlProblem::RowWidth(rule) => row_width(lang, rule),
        XmlProblem::HitPolicy(word) => hit(lang, word),
        XmlProblem::Twice(id) => twice(lang, id),
    }
}

/// What putting tables into a policy changed, a sentence for each table.
#[must_use]
pub fn put(lang: Lang, put: &Put) -> Vec<String> {
    let taken = put.taken.iter().map(|change| table(lang, change));
    taken.chain(put.unknown.iter().map(|id| unknown(lang, id))).collect()
}

/// Names that are told; a table may have thousands of rows.
const NAMES_MAX: usize = 8;

fn table(lang: Lang, change: &TableChange) -> String {
    if change.is_none() {
        return unchanged(lang, &change.id);
    }
    let TableChange { id, columns, rows, rows_changed: changed_rows, otherwise: other } = change;
    type Say = fn(Lang, &str) -> String;
    let all: [(&[String], Say); 5] = [
        (&columns.added, columns_added),
        (&columns.removed, columns_removed),
        (&rows.added, rows_added),
        (&rows.removed, rows_removed),
        (changed_rows, rows_changed),
    ];
    let named = all.into_iter().filter(|(names, _)| !names.is_empty());
    let mut parts: Vec<String> =
        named.map(|(names, say)| say(lang, &listed(lang, names))).collect();
    if *other {
        parts.push(otherwise(lang).to_owned());
    }
    let between = if lang == Lang::En { "; " } else { "；" };
    changed(lang, id, &parts.join(between))
}

fn listed(lang: Lang, names: &[String]) -> String {
    let between = if lang == Lang::En { ", " } else { "、" };
    let some: Vec<&str> = names.iter().take(NAMES_MAX).map(String::as_str).collect();
    let dots = if names.len() > NAMES_MAX { " …" } else { "" };
    format!("{}{dots}", some.join(between))
}
