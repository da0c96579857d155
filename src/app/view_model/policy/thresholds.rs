//! The thresholds of a policy as one form: each with its meaning, its value, its unit and its bounds, and each group
//! with the reason for its numbers.

use serde_json::Value;

use super::build::{beside, gather_problems, heads, of_kind, plain};
use super::columns::{self, Choices, What};
use super::sheet::{CellText, ColumnHead, Group, RowText, Sheet};
use super::source::{Source, words_of};
use crate::app::update::policy::{Wants, within};
use crate::app::words::{policy_page, policy_thresholds as words};
use crate::domain::Day;
use crate::policy::bounds::{Counts, GROUPS, Threshold};

/// All thresholds, and which signals tell one story together.
pub(super) fn thresholds(source: &Source<'_>) -> Sheet {
    let lang = source.lang();
    let mut groups: Vec<Group> = GROUPS.iter().map(|(at, all)| group(source, at, all)).collect();
    groups.extend(scenarios(source));
    let day = Day::parse(source.text("effective.from")).ok();
    let mut sheet = Sheet {
        title: words::title(lang).to_owned(),
        note: day.map(|day| words::since(lang, &source.screen.format.day(day))),
        heads: [words::of, words::value, words::unit, words::bounds]
            .map(|head| ColumnHead::plain(head(lang)))
            .into(),
        groups,
        ..Sheet::default()
    };
    gather_problems(source, &mut sheet, "suspicion");
    // Faults of a threshold stand at it.
    let cells: Vec<String> = sheet
        .groups
        .iter()
        .flat_map(|g| &g.rows)
        .flat_map(|r| r.cells.iter().map(|c| c.place.clone()))
        .collect();
    sheet.problems.retain(|p| !cells.iter().any(|place| within(&p.place, place)));
    sheet
}

fn group(source: &Source<'_>, at: &str, all: &[Threshold]) -> Group {
    let lang = source.lang();
    let mut rows: Vec<RowText> = all.iter().map(|threshold| row(source, threshold)).collect();
    let reasons = [("en", policy_page::why_en as fn(_) -> _), ("zh-Hant", policy_page::why_zh)];
    rows.extend(reasons.map(|(key, name)| {
        let place = format!("{at}.why.{key}");
        let value = of_kind(source, place, What::Why);
        told(name(lang), value, "", String::new())
    }));
    Group { title: Some(words::group(lang, at)), list: at.to_owned(), rows, ..Group::default() }
}

fn row(source: &Source<'_>, threshold: &Threshold) -> RowText {
    let lang = source.lang();
    let what = match threshold.counts {
        Counts::Amounts => What::Text(Wants::Amounts),
        Counts::Percents => What::Text(Wants::Numbers),
        Counts::Words => What::Text(Wants::Texts),
        Counts::Word => What::Text(Wants::Text),
        Counts::People => What::Choice(Choices::Approvals),
        _ => What::Text(Wants::Number),
    };
    let value = of_kind(source, threshold.place.to_owned(), what);
    let number = |n: u32| source.screen.format.number(i64::from(n));
    let bounds = match threshold.bounds {
        Some((least, most)) => words::from_to(lang, &number(least), &number(most)),
        None if threshold.counts == Counts::Amounts => words::not_negative(lang).to_owned(),
        None => words::no_bounds(lang).to_owned(),
    };
    let unit = words::counts(lang, threshold.counts);
    told(words::meaning(lang, threshold.place), value, unit, bounds)
}

fn told(meaning: &str, value: CellText, unit: &str, bounds: String) -> RowText {
    let fixed = |part: &str, text: String| CellText {
        place: format!("{}#{part}", value.place),
        text,
        ..CellText::default()
    };
    let cells = vec![
        fixed("meaning", meaning.to_owned()),
        value.clone(),
        fixed("unit", unit.to_owned()),
        fixed("bounds", bounds),
    ];
    RowText { name: meaning.to_owned(), cells, ..RowText::default() }
}

/// The scenarios, and for each the signals that give points in it.
fn scenarios(source: &Source<'_>) -> Vec<Group> {
    const LIST: &str = "suspicion.scoring.scenarios";
    let lang = source.lang();
    let all = beside(source, LIST, words::scenarios(lang), columns::SCENARIOS);
    let parts = source.items(LIST).iter().enumerate().map(|(at, scenario): (usize, &Value)| {
        let title = words::scenario(lang, &words_of(scenario.get("label"), lang));
        let list = format!("{LIST}[{at}].parts");
        let (group, _) = plain(source, (&list, Some(title)), columns::SCENARIO_PARTS);
        Group { heads: heads(source, columns::SCENARIO_PARTS), ..group }
    });
    let parts: Vec<Group> = parts.collect();
    std::iter::once(all).chain(parts).collect()
}
