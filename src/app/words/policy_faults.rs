//! What is wrong with a policy, and how to mend it.

use super::policy_types;
use crate::app::Lang;
use crate::policy::fault::{Example, Fault, FaultKind, NotJson, Wants};
use crate::policy::feel::{Arguments, Clash, Found, Outside, ParseError, Problem, Wanted};

sentences! {
    breaks_off(line: usize, column: usize): "This is not JSON: it breaks off at line {line}, character {column}" / "這不是 JSON：第 {line} 行第 {column} 個字元有誤";
    ends_early(line: usize, column: usize): "This is not JSON: it ends too early, at line {line}, character {column}" / "這不是 JSON：於第 {line} 行第 {column} 個字元提前結束";
    missing(key: &str): "“{key}” is missing: add it" / "缺少「{key}」：請補上";
    unknown_key(key: &str, known: &str): "“{key}” means nothing here: use one of {known}" / "「{key}」在此沒有意義：請使用 {known}";
    wrong_kind(found: &str, wanted: &str): "“{found}” is not {wanted}" / "「{found}」不是{wanted}";
    not_one_of(found: &str, allowed: &str): "“{found}” is not allowed: use one of {allowed}" / "不允許「{found}」：請使用 {allowed}";
    newer(found: i64, known: i64): "Format {found} is newer than {known}, the newest this version reads: update it first" / "格式 {found} 比此版本所能讀取的 {known} 新：請先更新";
    duplicate(id: &str): "“{id}” is used twice: rename one of them" / "「{id}」重複使用：請將其中一個改名";
    unknown(name: &str): "Nothing declares “{name}”: declare it as a field or correct the name" / "未宣告「{name}」：請宣告為欄位或更正名稱";
    unknown_near(name: &str, near: &str): "Nothing declares “{name}”: did you mean “{near}”?" / "未宣告「{name}」：是否為「{near}」？";
    not_a_name(found: &str): "“{found}” is not a name: use letters, digits, “_” and points, letters first" / "「{found}」不能作為名稱：請用字母、數字、「_」與句點，並以字母開頭";
    at_character(at: usize, problem: &str): "At character {at}: {problem}" / "第 {at} 個字元：{problem}";
    width(when: usize, then: usize, inputs: usize, outputs: usize): "{when} conditions and {then} results for {inputs} and {outputs} columns: write one cell for each column" / "有 {when} 個條件與 {then} 個結果，但欄數為 {inputs} 與 {outputs}：每欄須有一格";
    type_wanted(wanted: &str, found: &str): "{wanted} is wanted, this is {found}" / "須為{wanted}，此處為{found}";
    clash(left: &str, right: &str): "{left} and {right} do not go together" / "{left}與{right}不能一起使用";
    cycle(names: &str): "{names} need each other: take one out of the circle" / "{names} 互相依賴：請將其中一個移出循環";
    overlap(a: &str, b: &str, example: &str): "Rows {a} and {b} both hold for {example}: make them apart" / "{a} 與 {b} 兩列在{example}時同時成立：請加以區分";
    gap(example: &str): "No row holds for {example}: add one" / "{example}時沒有任何列成立：請新增一列";
    unreachable(row: &str): "Row {row} can never be chosen, earlier rows hold before it: move or remove it" / "第 {row} 列永遠不會被選到，較前的列已先成立：請移動或刪除";
    not_compared(rows: usize, rows_max: usize): "Whether {rows} rows overlap or leave gaps cannot be told: write at most {rows_max} rows of plain values" / "無法判定 {rows} 列是否重疊或有缺口：請以單純的值寫成至多 {rows_max} 列";
    missing_pays(points: &str): "A missing value gives {points} {point} and the worst known one less: keeping it back pays" with point(points) "point" "points" / "缺漏時得 {points} 分，高於已知的最差值：隱匿資料反而有利";
    range(found: &str, least: &str, most: &str): "“{found}” is out of range: it must be from {least} to {most}" / "「{found}」超出範圍：須介於 {least} 與 {most} 之間";
    range_least(found: &str, least: &str): "“{found}” is too small: it must be at least {least}" / "「{found}」過小：至少須為 {least}";
    range_most(found: &str, most: &str): "“{found}” is too large: it may be at most {most}" / "「{found}」過大：最多為 {most}";
    not_rising(found: &str): "“{found}”: each must be greater than the one before" / "「{found}」：每一個都須大於前一個";
    not_before(key: &str): "It comes after “{key}”, which is no earlier step: name one that stands before it" / "所需的「{key}」不是較前的步驟：請改填前面的步驟";
    no_notice(key: &str): "“{key}” comes without a final notice: put one before it, and name it as the step it comes after" / "「{key}」之前沒有最後通知：請在前面加上，並列為須先完成的步驟";
    too_early(day: i64, earlier_day: i64, earlier: &str): "Day {day} is before day {earlier_day} of “{earlier}”, which comes first: give it a later day" / "第 {day} 天早於前一步驟「{earlier}」的第 {earlier_day} 天：請改為較晚";
    hash(found: &str, actual: &str): "It was changed after it was approved: the approval names {found}, this text is {actual}. Open it as a draft and have it approved again" / "核准後曾經變更：核准所載為 {found}，本文為 {actual}。請以草稿開啟並重新核准";
    unapproved(found: usize, wanted: usize): "{found} of {wanted} {approval} by people other than the author: approve it first" with approval(wanted) "approval" "approvals" / "作者以外的核准 {found}／{wanted}：請先核准";
    equals(name: &str, value: &str): "{name} = {value}" / "{name} = {value}";

    unexpected(found: &str, wanted: &str): "{found} stands where {wanted} is wanted" / "此處須為{wanted}，卻是{found}";
    nothing_called(name: &str): "nothing is called “{name}”; text is written in double quotation marks" / "沒有名為「{name}」的值；文字須加半形雙引號";
    nothing_called_near(name: &str, near: &str): "nothing is called “{name}”; did you mean “{near}”?" / "沒有名為「{name}」的值；是否為「{near}」？";
    escape(text: &str): "“{text}” is no escape; a backslash is written “\\\\”" / "「{text}」不是跳脫字元；反斜線須寫成「\\\\」";
    no_date(text: &str): "“{text}” is no date, time or duration; write 2026-11-24, 14:30:00, P30D or P6M" / "「{text}」不是日期、時間或期間；請寫成 2026-11-24、14:30:00、P30D 或 P6M";
    outside(what: &str): "{what} is not part of the language of these cells" / "此處的語法不含{what}";
    arguments(name: &str, wanted: &str): "“{name}” takes {wanted}" / "「{name}」須有{wanted}";
    quoted(text: &str): "“{text}”" / "「{text}」";
    function(name: &str): "the function “{name}”" / "函式「{name}」";
    in_place(place: &str, sentence: &str): "{place}: {sentence}" / "{place}：{sentence}";
}

phrases! {
    parameter_values: "The values must be all numbers or all amounts, at least one" / "各值須全為數值或全為金額，且至少一項";
    refer_too_mild: "“refer” must come after “approve” and “prepay”: what cannot be told is never approved" / "「refer」須排在「approve」與「prepay」之後：無法判定者一律不得核准";
    no_missing_bin: "A bin for a missing value (null) is missing: add it" / "缺少「缺漏」（null）的區間：請補上";
    no_bound: "A lower or an upper bound is missing: add one" / "缺少下限或上限：請補上";
    any_value: "any value" / "任何值";
    same_values: "the same values" / "相同的值";

    open_text: "this text has no closing quotation mark" / "文字缺少結尾引號";
    too_many_digits: "a number has at most 28 digits" / "數值最多 28 位";
    too_deep: "too many parentheses within each other or operators in a row: divide it" / "括號層數或連續運算子過多：請拆開";
    the_end: "the end" / "結尾";
    an_expression: "an expression" / "運算式";
    want_cell: "a value, a comparison or “-”" / "值、比較或「-」";
    want_value: "a value" / "值";
    want_plain: "a plain value" / "單純的值";
    want_interval_end: "“]” or “)”" / "「]」或「)」";
    a_filter: "a filter in brackets" / "中括號篩選";

    args_one: "one argument" / "一個引數";
    args_more: "one or more arguments" / "一個以上的引數";
    args_list: "one list" / "一個清單";
    args_maybe_places: "a number, and places where wanted" / "一個數值，可另加小數位數";
    args_two_numbers: "two numbers" / "兩個數值";
    args_places: "a number and places" / "一個數值與小數位數";
    args_date: "a text, or year, month and day" / "一段文字，或年、月、日";
    args_text: "a text" / "一段文字";
    args_duration: "a text such as \"P30D\"" / "如 \"P30D\" 的文字";
    args_dates: "two dates" / "兩個日期";
    args_contains: "a list and a value" / "一個清單與一個值";

    kind_text: "text" / "文字";
    kind_whole: "a whole number" / "整數";
    kind_count: "a whole number, zero or more" / "零或正整數";
    kind_flag: "true or false" / "true 或 false";
    kind_object: "an object" / "物件";
    kind_list: "a list" / "清單";
    kind_amounts: "amounts by currency, such as EUR 5.00" / "各幣別金額，如 EUR 5.00";
    kind_amount: "an amount such as 5.00" / "如 5.00 的金額";
    kind_currency: "a currency such as EUR" / "如 EUR 的幣別";
    kind_day: "a day written like 2026-11-24" / "如 2026-11-24 的日期";
    kind_decimal: "a number such as 12 or 0.25" / "如 12 或 0.25 的數值";
    kind_number: "a plain number such as 12.50" / "如 12.50 的數值";
    kind_text_or_flag: "text, true or false" / "文字、true 或 false";
    kind_change: "a change such as refer->approve" / "如 refer->approve 的變更";
}

/// The sentence of a fault, without its place.
#[must_use]
pub fn sentence(lang: Lang, kind: &FaultKind) -> String {
    match kind {
        FaultKind::NotJson(NotJson { line, column, ends_early: true }) => {
            ends_early(lang, *line, *column)
        }
        FaultKind::NotJson(NotJson { line, column, .. }) => breaks_off(lang, *line, *column),
        FaultKind::Missing { key } => missing(lang, key),
        FaultKind::UnknownKey { key, known } => unknown_key(lang, key, known),
        FaultKind::WrongKind { wanted, found } => wrong_kind(lang, found, wants(lang, *wanted)),
        FaultKind::NotOneOf { found, allowed } => not_one_of(lang, found, allowed),
        FaultKind::NewerFormat { found, known } => newer(lang, *found, *known),
        FaultKind::Duplicate { id } => duplicate(lang, id),
        FaultKind::UnknownName { name, near: None } => unknown(lang, name),
        FaultKind::UnknownName { name, near: Some(near) } => unknown_near(lang, name, near),
        FaultKind::NotAName { found } => not_a_name(lang, found),
        FaultKind::Syntax(ParseError { at, problem }) => {
            at_character(lang, *at, &syntax(lang, problem))
        }
        FaultKind::Type { wanted, found } => {
            let (wanted, found) = (policy_types::of(lang, wanted), policy_types::of(lang, found));
            type_wanted(lang, wanted, found)
        }
        FaultKind::Clash(Clash { at, left, right }) => {
            let (left, right) = (policy_types::of(lang, left), policy_types::of(lang, right));
            at_character(lang, *at as usize, &clash(lang, left, right))
        }
        FaultKind::Cycle { names } => cycle(lang, names),
        FaultKind::HashDiffers { found, actual } => {
            let short = |hash: &str| hash.get(..12).unwrap_or(hash).to_owned();
            hash(lang, &short(found), &short(actual))
        }
        FaultKind::Unapproved { found, wanted } => unapproved(lang, *found, *wanted),
        other => of_content(lang, other),
    }
}

/// Sentences about rows, numbers and steps.
fn of_content(lang: Lang, kind: &FaultKind) -> String {
    match kind {
        FaultKind::Width { cells: (when, then), columns: (inputs, outputs) } => {
            width(lang, *when, *then, *inputs, *outputs)
        }
        FaultKind::ParameterValues => parameter_values(lang).to_owned(),
        FaultKind::Overlap { rows: (a, b), example: e } => overlap(lang, a, b, &example(lang, e)),
        FaultKind::Gap { example: e } => gap(lang, &example(lang, e)),
        FaultKind::Unreachable { row } => unreachable(lang, row),
        FaultKind::NotCompared { rows, rows_max } => not_compared(lang, *rows, *rows_max),
        FaultKind::NoMissingBin => no_missing_bin(lang).to_owned(),
        FaultKind::MissingPays { points } => missing_pays(lang, &points.to_string()),
        FaultKind::OutOfRange { found, least: Some(least), most: Some(most) } => {
            range(lang, found, least, most)
        }
        FaultKind::OutOfRange { found, least: Some(least), .. } => range_least(lang, found, least),
        FaultKind::OutOfRange { found, most, .. } => {
            range_most(lang, found, most.as_deref().unwrap_or_default())
        }
        FaultKind::NotRising { found } => not_rising(lang, found),
        FaultKind::ReferTooMild => refer_too_mild(lang).to_owned(),
        FaultKind::StepNotBefore { key } => not_before(lang, key),
        FaultKind::NoNotice { key } => no_notice(lang, key),
        FaultKind::StepTooEarly { day, earlier, earlier_day } => {
            too_early(lang, *day, *earlier_day, earlier)
        }
        // The others are said by `sentence`.
        _ => no_bound(lang).to_owned(),
    }
}

/// A fault with its place, as a terminal tells it.
#[must_use]
pub fn placed(lang: Lang, fault: &Fault) -> String {
    let said = sentence(lang, &fault.kind);
    let said = if fault.place.is_empty() { said } else { in_place(lang, &fault.place, &said) };
    format!("{said} ({})", fault.kind.rule())
}

fn example(lang: Lang, of: &Example) -> String {
    match of {
        Example::Any => any_value(lang).to_owned(),
        Example::Same => same_values(lang).to_owned(),
        Example::Values(all) => {
            let told: Vec<String> = all.iter().map(|(n, v)| equals(lang, n, v)).collect();
            told.join(if lang == Lang::En { ", " } else { "、" })
        }
    }
}

fn syntax(lang: Lang, problem: &Problem) -> String {
    match problem {
        Problem::Unexpected { found: what, wanted } => {
            unexpected(lang, &found(lang, what), &wanted_here(lang, *wanted))
        }
        Problem::UnknownName { name, near: None } => nothing_called(lang, name),
        Problem::UnknownName { name, near: Some(near) } => nothing_called_near(lang, name, near),
        Problem::OpenText => open_text(lang).to_owned(),
        Problem::Escape(text) => escape(lang, text),
        Problem::TooManyDigits => too_many_digits(lang).to_owned(),
        Problem::NotADate(text) => no_date(lang, text),
        Problem::Outside(what) => outside(lang, &not_read(lang, what)),
        Problem::TooDeep => too_deep(lang).to_owned(),
        Problem::Arguments { name, wanted } => arguments(lang, name, taken(lang, *wanted)),
    }
}

fn found(lang: Lang, found: &Found) -> String {
    match found {
        Found::End => the_end(lang).to_owned(),
        Found::Expression => an_expression(lang).to_owned(),
        Found::Text(text) => quoted(lang, text),
    }
}

fn wanted_here(lang: Lang, wanted: Wanted) -> String {
    match wanted {
        Wanted::Cell => want_cell(lang).to_owned(),
        Wanted::Value => want_value(lang).to_owned(),
        Wanted::PlainValue => want_plain(lang).to_owned(),
        Wanted::IntervalEnd => want_interval_end(lang).to_owned(),
        Wanted::Sign(sign) => quoted(lang, sign),
        Wanted::End => the_end(lang).to_owned(),
    }
}

fn not_read(lang: Lang, what: &Outside) -> String {
    match what {
        Outside::Word(word) => quoted(lang, word),
        Outside::Function(name) => function(lang, name),
        Outside::Filter => a_filter(lang).to_owned(),
    }
}

const fn taken(lang: Lang, arguments: Arguments) -> &'static str {
    match arguments {
        Arguments::One => args_one(lang),
        Arguments::OneOrMore => args_more(lang),
        Arguments::List => args_list(lang),
        Arguments::NumberMaybePlaces => args_maybe_places(lang),
        Arguments::TwoNumbers => args_two_numbers(lang),
        Arguments::NumberAndPlaces => args_places(lang),
        Arguments::DateParts => args_date(lang),
        Arguments::Text => args_text(lang),
        Arguments::DurationText => args_duration(lang),
        Arguments::TwoDates => args_dates(lang),
        Arguments::ListAndValue => args_contains(lang),
    }
}

/// The kinds of values, as they are wanted.
const fn wants(lang: Lang, wanted: Wants) -> &'static str {
    match wanted {
        Wants::Text => kind_text(lang),
        Wants::Whole => kind_whole(lang),
        Wants::Count => kind_count(lang),
        Wants::Flag => kind_flag(lang),
        Wants::Object => kind_object(lang),
        Wants::List => kind_list(lang),
        Wants::Amounts => kind_amounts(lang),
        Wants::Currency => kind_currency(lang),
        Wants::Amount => kind_amount(lang),
        Wants::Day => kind_day(lang),
        Wants::Decimal => kind_decimal(lang),
        Wants::Number => kind_number(lang),
        Wants::TextOrFlag => kind_text_or_flag(lang),
        Wants::Change => kind_change(lang),
    }
}
