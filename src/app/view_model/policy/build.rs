//! From a part of a document to its table.

use serde_json::Value;

use super::choices::choices;
use super::columns::{self, Choices, Column, What};
use super::sheet::{CellText, ColumnHead, Control, Group, RowText, Sheet};
use super::source::{Source, words_of};
use crate::app::Screen;
use crate::app::update::policy::{Wants, text_of, within};
use crate::app::words::policy_page as words;

/// Rows of a table that stand on the page at once.
pub const ROWS_SHOWN: usize = 60;

/// The table of a part. None when there is no such part, or no policy.
#[must_use]
pub fn sheet(screen: &Screen<'_>) -> Option<Sheet> {
    let source = Source::of(screen)?;
    let key = super::nav::chosen(&source);
    let mut sheet = built(&source, &key)?;
    sheet.key = key;
    sheet.editable = source.editable;
    Some(sheet)
}

fn built(source: &Source<'_>, key: &str) -> Option<Sheet> {
    if let Some(at) = key.strip_prefix("stage:") {
        return stage(source, &format!("stages[{at}]"));
    }
    if let Some(at) = key.strip_prefix("card:") {
        return card(source, &format!("scorecards[{at}]"));
    }
    let plain = |title: &str, columns: &'static [Column]| {
        let list = if key == "ladder" { "collections.steps" } else { key };
        Some(simple(source, title, columns, list))
    };
    let lang = source.lang();
    match key {
        "identity" => Some(settings(source, words::identity(lang), columns::IDENTITY)),
        "outcome" => Some(settings(source, words::outcome(lang), columns::OUTCOME)),
        "structure" => Some(structure(source)),
        "thresholds" => Some(super::thresholds::thresholds(source)),
        "parameters" => Some(parameters(source)),
        "reasons" => Some(reasons(source)),
        "fields" => plain(words::fields(lang), columns::FIELDS),
        "lists" => plain(words::lists(lang), columns::LISTS),
        "derived" => plain(words::derived(lang), columns::DERIVED),
        "authority" => plain(words::authority(lang), columns::AUTHORITY),
        "overrideReasons" => plain(words::override_reasons(lang), columns::OVERRIDES),
        "guards" => plain(words::guards(lang), columns::GUARDS),
        "ladder" => plain(words::ladder(lang), columns::STEPS),
        "tests" => plain(words::tests(lang), columns::TESTS),
        _ => None,
    }
}

/// A cell of a column of the row that stands at a place.
pub(super) fn cell(source: &Source<'_>, row: &str, column: &Column) -> CellText {
    let place = match (row, column.key) {
        (row, "") => row.to_owned(),
        ("", key) => key.to_owned(),
        (row, columns::UNIT) => return unit_cell(source, row),
        (row, key) => format!("{row}.{key}"),
    };
    of_kind(source, place, column.what)
}

/// What the values of a column of a decision table are; nobody edits that.
fn unit_cell(source: &Source<'_>, column: &str) -> CellText {
    let field = source.text(&format!("{column}.field"));
    let name = if field.is_empty() { source.text(&format!("{column}.id")) } else { field };
    let place = format!("{column}{}", columns::UNIT);
    CellText { place, text: source.unit(name), ..CellText::default() }
}

pub(super) fn of_kind(source: &Source<'_>, place: String, what: What) -> CellText {
    let (control, wants) = match what {
        What::Text(wants) => (Control::Line, wants),
        What::Long(wants) => (Control::Long, wants),
        What::Why => (Control::Why, Wants::Text),
        What::Feel(wants) => (Control::Feel, wants),
        What::Fixed => (Control::Fixed, Wants::Text),
        What::Flag => (Control::Flag, Wants::Flag),
        What::Day => (Control::Day, Wants::Optional),
        What::Word(_) => (Control::Fixed, Wants::Text),
        What::Choice(of) => {
            let none = of == Choices::AnyReason;
            let wants = if none { Wants::Optional } else { Wants::Text };
            (Control::Choice(choices(source, of)), wants)
        }
    };
    let control = if source.editable { control } else { Control::Fixed };
    let value = source.at(&place);
    let text = match what {
        // Words that nobody edits here are shown as they are called.
        What::Choice(of) | What::Word(of) if control == Control::Fixed => {
            let word = text_of(wants, value);
            let known = choices(source, of).into_iter().find(|(w, _)| *w == word);
            known.map_or(word, |(_, name)| name)
        }
        What::Flag if control == Control::Fixed => match value.and_then(Value::as_bool) {
            Some(true) => crate::app::words::credit::yes(source.lang()).to_owned(),
            _ => String::new(),
        },
        _ => text_of(wants, value),
    };
    CellText { error: source.error_at(&place), place, text, control, wants }
}

pub(super) fn heads(source: &Source<'_>, all: &[Column]) -> Vec<ColumnHead> {
    all.iter().map(|c| ColumnHead::plain((c.head)(source.lang()))).collect()
}

/// A list of objects, a row for each.
fn simple(source: &Source<'_>, title: &str, all: &[Column], list: &str) -> Sheet {
    let (group, shown) = plain(source, (list, None), all);
    let mut sheet = Sheet {
        title: title.to_owned(),
        heads: heads(source, all),
        groups: vec![group],
        shown,
        ..Sheet::default()
    };
    gather_problems(source, &mut sheet, list);
    sheet
}

type Shown = Option<(usize, usize, usize)>;

/// The rows of a list, with the same columns for each.
pub(super) fn plain(
    source: &Source<'_>,
    named: (&str, Option<String>),
    all: &[Column],
) -> (Group, Shown) {
    group(source, named, &|_, place| all.iter().map(|c| cell(source, place, c)).collect())
}

/// What stands beside the rows of a part and is edited too: its columns, or what it is made of.
pub(super) fn beside(source: &Source<'_>, list: &str, title: &str, all: &[Column]) -> Group {
    let (group, _) = plain(source, (list, Some(title.to_owned())), all);
    Group { heads: heads(source, all), ..group }
}

/// The rows of a list, as many as are shown; `cells` makes those of one row.
fn group(
    source: &Source<'_>,
    (list, title): (&str, Option<String>),
    cells: &dyn Fn(&Value, &str) -> Vec<CellText>,
) -> (Group, Shown) {
    let items = source.items(list);
    let is_long = items.len() > ROWS_SHOWN;
    let from = if is_long { source.screen.state.policy.rows_from } else { 0 };
    let first = from.min(items.len().saturating_sub(1));
    let rows: Vec<RowText> = items
        .iter()
        .enumerate()
        .skip(first)
        .take(ROWS_SHOWN)
        .map(|(at, item)| {
            let place = format!("{list}[{at}]");
            let mut row = RowText {
                name: name_of(item, at),
                says: says(source, list, item).unwrap_or_default(),
                cells: cells(item, &place),
                ..RowText::default()
            };
            row_problems(source, &mut row, &place);
            row
        })
        .collect();
    let last = first.saturating_add(rows.len());
    let shown = is_long.then_some((first, last, items.len()));
    let kinds = kinds_of(list);
    (Group { title, list: list.to_owned(), kinds, rows, first, ..Group::default() }, shown)
}

/// What a new item of a list may be.
fn kinds_of(list: &str) -> Vec<&'static str> {
    const KINDS: &[&str] = &[
        "rules",
        "candidates",
        "bins",
        "values",
        "lists",
        "derived",
        "fields",
        "authority",
        "overrideReasons",
        "guards",
        "tests",
        "inputs",
        "outputs",
        "parameters",
        "scorecards",
        "characteristics",
        "steps",
        "scenarios",
        "parts",
    ];
    if list == "stages" {
        return vec!["stage-table", "stage-rules", "stage-limit"];
    }
    let last = list.rsplit('.').next().unwrap_or(list);
    KINDS.iter().copied().filter(|kind| *kind == last).collect()
}

fn name_of(item: &Value, at: usize) -> String {
    let named = ["id", "code", "role", "key", "from"];
    let found = named.iter().find_map(|key| item.get(key).and_then(Value::as_str));
    found.map_or_else(|| at.saturating_add(1).to_string(), str::to_owned)
}

fn says(source: &Source<'_>, list: &str, item: &Value) -> Option<String> {
    let (owner, kind) = list.rsplit_once('.').unwrap_or(("", list));
    match kind {
        "rules" => {
            let stage = source.at(owner)?;
            match stage.get("kind").and_then(Value::as_str) {
                Some("table") => source.table_row_says(stage, item),
                _ => source.rule_says(item),
            }
        }
        "bins" => source.bin_says(source.text(&format!("{owner}.field")), item),
        "candidates" | "derived" => source.expression_says(item),
        _ => None,
    }
}

/// Faults of a row that belong to none of its cells.
fn row_problems(source: &Source<'_>, row: &mut RowText, place: &str) {
    let cells: Vec<&str> = row.cells.iter().map(|c| c.place.as_str()).collect();
    let here = source.faults.iter().filter(|f| within(&f.place, place));
    let own = here.filter(|f| !cells.iter().any(|c| *c != place && within(&f.place, c)));
    row.problems = own.map(|f| source.problem(f)).collect();
}

/// Faults of a part that belong to none of its rows.
pub(super) fn gather_problems(source: &Source<'_>, sheet: &mut Sheet, place: &str) {
    let here = source.faults.iter().filter(|f| within(&f.place, place));
    let lists: Vec<&str> = sheet.groups.iter().map(|g| g.list.as_str()).collect();
    let in_row = |p: &str| {
        lists.iter().any(|list| p.strip_prefix(*list).is_some_and(|rest| rest.starts_with('[')))
    };
    let settings: Vec<String> = sheet.settings.iter().map(|(_, c)| c.place.clone()).collect();
    let own = here.filter(|f| !in_row(&f.place) && !settings.contains(&f.place));
    sheet.problems = own.map(|f| source.problem(f)).collect();
}

fn settings(source: &Source<'_>, title: &str, all: &[Column]) -> Sheet {
    let lang = source.lang();
    let setting = |c: &Column| ((c.head)(lang).to_owned(), cell(source, "", c));
    let settings = all.iter().map(setting).collect();
    Sheet { title: title.to_owned(), settings, ..Sheet::default() }
}

fn parameters(source: &Source<'_>) -> Sheet {
    let all = columns::VALUES;
    let groups = source.items("parameters").iter().enumerate().map(|(at, parameter)| {
        let list = format!("parameters[{at}].values");
        let id = parameter.get("id").and_then(Value::as_str).unwrap_or_default();
        let title = format!("{} · {id}", words_of(parameter.get("label"), source.lang()));
        plain(source, (&list, Some(title)), all).0
    });
    let lang = source.lang();
    let names = source
        .editable
        .then(|| beside(source, "parameters", words::which_parameters(lang), columns::PARAMETERS));
    let mut sheet = Sheet {
        title: words::parameters(lang).to_owned(),
        note: Some(words::parameters_note(lang).to_owned()),
        heads: heads(source, all),
        groups: groups.chain(names).collect(),
        ..Sheet::default()
    };
    gather_problems(source, &mut sheet, "parameters");
    sheet
}

fn reasons(source: &Source<'_>) -> Sheet {
    let all = columns::REASONS;
    let members = source.at("reasons").and_then(Value::as_object).into_iter().flatten();
    let rows = members.map(|(code, _)| {
        let place = format!("reasons.{code}");
        let mut cells: Vec<CellText> = all.iter().map(|c| cell(source, &place, c)).collect();
        if let Some(key) = cells.first_mut() {
            key.text.clone_from(code);
            key.error = None;
        }
        let mut row =
            RowText { name: code.clone(), key: code.clone(), cells, ..RowText::default() };
        row_problems(source, &mut row, &place);
        row
    });
    let group = Group {
        list: "reasons".to_owned(),
        is_map: true,
        kinds: vec!["reasons"],
        rows: rows.collect(),
        ..Group::default()
    };
    Sheet {
        title: words::reasons(source.lang()).to_owned(),
        heads: heads(source, all),
        groups: vec![group],
        ..Sheet::default()
    }
}

/// The stages in their order and the scorecards: what a policy is made of.
fn structure(source: &Source<'_>) -> Sheet {
    let lang = source.lang();
    let mut groups = vec![
        beside(source, "stages", words::stages(lang), columns::STAGES),
        beside(source, "scorecards", words::scorecards(lang), columns::CARDS),
    ];
    // What is wrong within a stage is told there.
    for row in groups.iter_mut().flat_map(|g| &mut g.rows) {
        row.problems.retain(|p| p.place.matches('[').count() < 2);
    }
    Sheet {
        title: words::structure(lang).to_owned(),
        note: Some(words::structure_note(lang).to_owned()),
        groups,
        ..Sheet::default()
    }
}

fn card(source: &Source<'_>, place: &str) -> Option<Sheet> {
    let lang = source.lang();
    source.at(place)?;
    let all = columns::BINS;
    let characteristics = format!("{place}.characteristics");
    let groups = source.items(&characteristics).iter().enumerate().map(|(at, one)| {
        let list = format!("{characteristics}[{at}].bins");
        let field = one.get("field").and_then(Value::as_str).unwrap_or_default();
        plain(source, (&list, Some(source.label(field))), all).0
    });
    let fields = source.editable.then(|| {
        beside(source, &characteristics, words::characteristics(lang), columns::CHARACTERISTICS)
    });
    let setting = |head: &str, key: &str| {
        let what = What::Text(Wants::Number);
        (head.to_owned(), of_kind(source, format!("{place}.{key}"), what))
    };
    let mut sheet = Sheet {
        title: source.words(&format!("{place}.label")),
        note: Some(words::card_note(lang).to_owned()),
        settings: vec![
            setting(words::base_points(lang), "base"),
            setting(words::max_reasons(lang), "maxReasons"),
        ],
        heads: heads(source, all),
        groups: groups.chain(fields).collect(),
        ..Sheet::default()
    };
    gather_problems(source, &mut sheet, place);
    Some(sheet)
}

fn stage(source: &Source<'_>, place: &str) -> Option<Sheet> {
    let title = source.words(&format!("{place}.label"));
    match source.text(&format!("{place}.kind")) {
        "rules" => Some(simple(source, &title, columns::RULES, &format!("{place}.rules"))),
        "limit" => {
            let list = format!("{place}.candidates");
            let mut sheet = simple(source, &title, columns::CANDIDATES, &list);
            let lang = source.lang();
            let round = format!("{place}.roundDownTo");
            let cell = of_kind(source, round, What::Feel(Wants::Optional));
            sheet.settings = vec![(words::round_down(lang).to_owned(), cell)];
            sheet.note = Some(crate::app::words::policy::limit_note(lang).to_owned());
            Some(sheet)
        }
        "table" => Some(table(source, place, title)),
        _ => None,
    }
}

fn table(source: &Source<'_>, place: &str, title: String) -> Sheet {
    let lang = source.lang();
    let list = format!("{place}.rules");
    let (asked, answered) = (format!("{place}.inputs"), format!("{place}.outputs"));
    let (inputs, outputs) = (source.items(&asked).len(), source.items(&answered).len());
    let cells = |_: &Value, row: &str| {
        let feel = |place: String| of_kind(source, place, What::Feel(Wants::Text));
        let mut cells = vec![of_kind(source, format!("{row}.id"), What::Text(Wants::Text))];
        cells.extend((0..inputs).map(|at| feel(format!("{row}.when[{at}]"))));
        cells.extend((0..outputs).map(|at| feel(format!("{row}.then[{at}]"))));
        let reason = What::Choice(Choices::AnyReason);
        cells.push(of_kind(source, format!("{row}.reason"), reason));
        cells
    };
    let (rows, shown) = group(source, (&list, None), &cells);
    let mut groups = vec![rows];
    if source.editable {
        groups.push(beside(source, &asked, words::columns_in(lang), columns::INPUTS));
        groups.push(beside(source, &answered, words::columns_out(lang), columns::OUTPUTS));
    }
    let hit = of_kind(source, format!("{place}.hit"), What::Choice(Choices::Hits));
    let complete = of_kind(source, format!("{place}.complete"), What::Flag);
    let mut sheet = Sheet {
        title,
        heads: table_heads(source, place),
        settings: vec![(words::complete(lang).to_owned(), complete)],
        groups,
        shown,
        hit: Some(hit),
        widths: Some((inputs, outputs)),
        ..Sheet::default()
    };
    gather_problems(source, &mut sheet, place);
    sheet
}

/// Heads with their units; where columns can be edited each knows where.
fn table_heads(source: &Source<'_>, place: &str) -> Vec<ColumnHead> {
    let lang = source.lang();
    let mut heads = vec![ColumnHead::plain(words::id(lang))];
    for (group, list, key) in [(1, "inputs", "field"), (2, "outputs", "id")] {
        for (row, column) in source.items(&format!("{place}.{list}")).iter().enumerate() {
            let name = column.get(key).and_then(Value::as_str).unwrap_or_default();
            let at = source.editable.then_some((group, row));
            heads.push(ColumnHead { text: source.called(name), unit: source.unit(name), at });
        }
    }
    heads.push(ColumnHead::plain(words::reason(lang)));
    heads
}
