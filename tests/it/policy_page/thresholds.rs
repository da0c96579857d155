//! The thresholds as one form.

use super::support::*;
use recourse::app::update::policy::{Edit, Event as Act, From, Item, Typed, Wants};
use recourse::app::view_model::policy::{self as view, Control, RowText, new_row};
use recourse::app::{Lang, State};
use recourse::policy::bounds::GROUPS;
use serde_json::json;

fn drafting() -> State {
    let mut state = opened();
    does(&mut state, Act::Begun(From::InForce));
    state
}

fn row(state: &mut State, place: &str) -> RowText {
    let sheet = sheet(state, "thresholds");
    let rows = sheet.groups.into_iter().flat_map(|g| g.rows);
    rows.into_iter().find(|r| r.cells.get(1).is_some_and(|c| c.place == place)).unwrap()
}

fn sets(state: &mut State, place: &str, wants: Wants, text: &str) {
    let typed = Typed { wants, text: text.to_owned() };
    does(state, Act::Edited(Edit::Set { place: place.to_owned(), typed }));
}

#[test]
fn each_threshold_stands_with_its_meaning_unit_and_bounds_in_both_languages() {
    for lang in [Lang::En, Lang::ZhHant] {
        let mut state = drafting();
        state.lang = lang;
        for (group, all) in GROUPS {
            for threshold in *all {
                let row = row(&mut state, threshold.place);
                let [meaning, value, unit, bounds] = &row.cells[..] else { panic!("{row:?}") };
                assert_ne!(meaning.text, threshold.place, "it has words");
                assert!(!value.text.is_empty() && value.control != Control::Fixed, "{value:?}");
                assert!(!unit.text.is_empty() && !bounds.text.is_empty(), "{row:?}");
            }
            let why = row(&mut state, &format!("{group}.why.en"));
            assert!(!why.cells[1].text.is_empty(), "each group says why");
        }
    }
}

#[test]
fn an_error_stands_at_the_threshold_and_counts_for_its_part() {
    let mut state = drafting();
    let place = "suspicion.spendSpike.baselineDays";
    sets(&mut state, place, Wants::Number, "3");
    let cell = row(&mut state, place).cells[1].clone();
    assert_eq!(
        cell.error.as_deref(),
        Some("\u{201c}3\u{201d} is out of range: it must be from 7 to 366")
    );
    let part = view::parts(&see(&state)).into_iter().find(|p| p.has_error).unwrap();
    assert_eq!(part.key, "thresholds");
    assert!(sheet(&mut state, "thresholds").problems.is_empty(), "told once, at the cell");
    sets(&mut state, place, Wants::Number, "lots");
    assert!(row(&mut state, place).cells[1].error.is_some());
    does(&mut state, Act::Undone);
    assert_eq!(row(&mut state, place).cells[1].text, "28");
    let marks = "outcome.utilisationWarnings";
    sets(&mut state, marks, Wants::Numbers, "85, 70");
    assert!(row(&mut state, marks).cells[1].error.is_some());
    sets(&mut state, marks, Wants::Numbers, "70, 90, 100");
    assert_eq!(row(&mut state, marks).cells[1].error, None);
    assert_eq!(draft(&state)["outcome"]["utilisationWarnings"], json!([70, 90, 100]));
}

#[test]
fn amounts_by_currency_and_scenarios_are_edited_too() {
    let mut state = drafting();
    let place = "collections.tolerance";
    sets(&mut state, place, Wants::Amounts, "EUR 7.50, TWD 200.00");
    assert_eq!(
        draft(&state)["collections"]["tolerance"],
        json!({ "EUR": "7.50", "TWD": "200.00" })
    );
    let list = "suspicion.scoring.scenarios".to_owned();
    let item = Item::New(Box::new(new_row("scenarios", None)));
    does(&mut state, Act::Edited(Edit::Insert { list, after: Some(0), item }));
    let titles: Vec<String> =
        sheet(&mut state, "thresholds").groups.into_iter().filter_map(|g| g.title).collect();
    assert_eq!(titles.iter().filter(|t| t.starts_with("Scenario:")).count(), 5);
    assert!(view::parts(&see(&state)).iter().all(|p| !p.has_error));
}

#[test]
fn the_rows_of_the_form_cannot_be_taken_away() {
    let mut state = drafting();
    let table = sheet(&mut state, "thresholds");
    let fixed = table.groups.iter().filter(|g| !g.list.contains("scenarios"));
    assert!(fixed.clone().count() == GROUPS.len() && fixed.clone().all(|g| g.kinds.is_empty()));
}
