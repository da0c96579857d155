//! Columns of decision tables, and what else a policy is made of: added, moved, named otherwise, taken out.

use super::support::*;
use recourse::app::update::policy::{Edit, Event as Act, From, Item, Typed, Wants};
use recourse::app::view_model::policy::{self as view, Control, new_row};
use recourse::app::{Lang, State};
use serde_json::{Value, json};

const INPUTS: &str = "stages[2].inputs";
const OUTPUTS: &str = "stages[2].outputs";

fn drafting() -> State {
    let mut state = opened();
    does(&mut state, Act::Begun(From::InForce));
    state
}

fn edit(state: &mut State, edit: Edit) {
    does(state, Act::Edited(edit));
}

fn add(state: &mut State, list: &str, after: Option<usize>) {
    let kind = list.rsplit('.').next().unwrap();
    let item = Item::New(Box::new(new_row(kind, None)));
    edit(state, Edit::Insert { list: list.to_owned(), after, item });
}

fn row(state: &State, at: usize) -> Value {
    draft(state)["stages"][2]["rules"][at].clone()
}

#[test]
fn a_column_is_added_with_a_cell_in_every_row_and_undone_as_one_edit() {
    let mut state = drafting();
    let before = draft(&state)["stages"].clone();
    add(&mut state, INPUTS, Some(0));
    types(&mut state, "stages[2].inputs[1].field", "payment.oldestDaysLate");
    assert_eq!(row(&state, 0)["when"], json!([">= 70", "-"]));
    assert_eq!(row(&state, 4)["when"].as_array().unwrap().len(), 2);
    let table = sheet(&mut state, "stage:2");
    assert_eq!(table.heads[2].text, "Oldest open invoice, days past due");
    assert_eq!(table.heads[2].unit, "a number");
    assert_eq!(table.heads[2].at, Some((1, 1)), "the head leads to where the column is edited");
    assert_eq!(table.groups[1].rows[1].cells[1].text, "a number", "the unit stands beside it");
    assert!(table.problems.is_empty() && view::tests_pane(&see(&state)).unwrap().failed.is_empty());
    types(&mut state, "stages[2].rules[0].when[1]", "<= 60");
    let says = sheet(&mut state, "stage:2").groups[0].rows[0].says.clone();
    assert!(says.contains("“Oldest open invoice, days past due” is at most 60"), "{says}");
    for _ in 0..3 {
        does(&mut state, Act::Undone);
    }
    assert_eq!(draft(&state)["stages"], before);
    for _ in 0..3 {
        does(&mut state, Act::Redone);
    }
    assert_eq!(row(&state, 0)["when"], json!([">= 70", "<= 60"]));
}

#[test]
fn columns_are_moved_copied_and_taken_out_with_their_cells() {
    let mut state = drafting();
    let cells = |state: &State| row(state, 0)["then"].as_array().unwrap().clone();
    let ids = |state: &State| -> Vec<String> {
        let columns = draft(state)["stages"][2]["outputs"].as_array().unwrap();
        columns.iter().map(|c| c["id"].as_str().unwrap().to_owned()).collect()
    };
    let before = (cells(&state), ids(&state));
    edit(&mut state, Edit::Move { list: OUTPUTS.to_owned(), from: 0, to: 2 });
    assert_eq!(
        (cells(&state)[2].clone(), ids(&state)[2].as_str()),
        (before.0[0].clone(), "o.grade")
    );
    assert!(view::tests_pane(&see(&state)).unwrap().failed.is_empty(), "the order decides nothing");
    edit(&mut state, Edit::Insert { list: OUTPUTS.to_owned(), after: Some(2), item: Item::Copy });
    assert_eq!(
        (cells(&state)[3].clone(), ids(&state)[3].as_str()),
        (before.0[0].clone(), "o.grade2")
    );
    assert_eq!(draft(&state)["stages"][2]["outputs"][3]["role"], "grade");
    edit(&mut state, Edit::Remove { list: OUTPUTS.to_owned(), at: 3 });
    edit(&mut state, Edit::Move { list: OUTPUTS.to_owned(), from: 2, to: 0 });
    assert_eq!((cells(&state), ids(&state)), before);
    edit(&mut state, Edit::Remove { list: OUTPUTS.to_owned(), at: 2 });
    let part = view::parts(&see(&state)).into_iter().find(|p| p.has_error).unwrap();
    assert_eq!(part.title, "Limit", "who reads a column that went is told");
    let limit = sheet(&mut state, &part.key);
    let error = limit.groups[0].rows.iter().flat_map(|r| &r.cells).find_map(|c| c.error.clone());
    assert_eq!(
        error.as_deref(),
        Some("Nothing declares “o.months”: declare it as a field or correct the name")
    );
    does(&mut state, Act::Undone);
    assert!(view::parts(&see(&state)).iter().all(|p| !p.has_error));
}

#[test]
fn a_column_under_another_name_keeps_its_readers() {
    let mut state = drafting();
    let place = "stages[2].outputs[2].id".to_owned();
    edit(&mut state, Edit::Name { place: place.clone(), to: "o.monthsCarried".to_owned() });
    let text = draft(&state).to_string();
    assert!(
        text.contains("o.monthsCarried")
            && !text.contains("o.months\"")
            && !text.contains("o.months ")
    );
    assert!(view::parts(&see(&state)).iter().all(|p| !p.has_error));
    assert!(view::tests_pane(&see(&state)).unwrap().failed.is_empty());
    does(&mut state, Act::Undone);
    assert_eq!(draft(&state)["stages"], *standard("stages"));
    edit(&mut state, Edit::Name { place, to: "o.grade".to_owned() });
    let table = sheet(&mut state, "stage:2");
    let cell = &table.groups[2].rows[2].cells[0];
    assert_eq!(cell.error.as_deref(), Some("“o.grade” is used twice: rename one of them"));
}

#[test]
fn a_field_under_another_name_is_found_in_cells_expressions_and_tests() {
    let mut state = drafting();
    let fields = draft(&state)["fields"].as_array().unwrap();
    let at = fields.iter().position(|f| f["id"] == "payment.oldestDaysLate").unwrap();
    edit(
        &mut state,
        Edit::Name { place: format!("fields[{at}].id"), to: "payment.days".to_owned() },
    );
    assert!(!draft(&state).to_string().contains("payment.oldestDaysLate"));
    assert!(view::parts(&see(&state)).iter().all(|p| !p.has_error));
    assert!(view::tests_pane(&see(&state)).unwrap().failed.is_empty());
}

#[test]
fn errors_of_a_column_stand_at_its_cell() {
    let mut state = drafting();
    add(&mut state, INPUTS, Some(0));
    types(&mut state, "stages[2].inputs[1].field", "payment.oldestDaysLat");
    let table = sheet(&mut state, "stage:2");
    assert_eq!(
        table.groups[1].rows[1].cells[0].error.as_deref(),
        Some("Nothing declares “payment.oldestDaysLat”: did you mean “payment.oldestDaysLate”?")
    );
    types(&mut state, "stages[2].inputs[1].field", "payment.oldestDaysLate");
    types(&mut state, "stages[2].rules[1].when[1]", "\"late\"");
    let table = sheet(&mut state, "stage:2");
    assert!(table.groups[0].rows[1].cells[2].error.is_some(), "text where a number is looked at");
    types(&mut state, "stages[2].outputs[3].role", "outcome");
    let table = sheet(&mut state, "stage:2");
    assert!(
        table.groups[2].rows[3].problems.iter().any(|p| p.is_error),
        "{:?}",
        table.groups[2].rows[3]
    );
}

#[test]
fn names_are_offered_for_a_new_column_before_anything_is_typed() {
    let mut state = drafting();
    let place = "stages[2].inputs[1].field".to_owned();
    does(&mut state, Act::Typing { place, text: String::new() });
    let (_, offers) = view::offers(&see(&state)).unwrap();
    assert!(offers.iter().any(|o| o.word == "payment.oldestDaysLate" && !o.note.is_empty()));
}

#[test]
fn stages_scorecards_and_parameters_are_added_and_work() {
    let mut state = drafting();
    let item = Item::New(Box::new(new_row("stage-table", None)));
    edit(&mut state, Edit::Insert { list: "stages".to_owned(), after: Some(1), item });
    types(&mut state, "stages[2].label.en", "Second look");
    types(&mut state, "stages[2].inputs[0].field", "s.risk");
    let part = view::parts(&see(&state)).into_iter().find(|p| p.title == "Second look").unwrap();
    assert!(!part.has_error, "{:?}", state.policy.checked().unwrap().0.faults);
    add(&mut state, "parameters", Some(0));
    types(&mut state, "parameters[1].values[0].from", "2026-01-01");
    add(&mut state, "scorecards", Some(0));
    add(&mut state, "scorecards[1].characteristics", None);
    types(&mut state, "scorecards[1].characteristics[0].field", "payment.oldestDaysLate");
    assert!(
        view::parts(&see(&state)).iter().all(|p| !p.has_error),
        "{:?}",
        state.policy.checked().unwrap().0.faults
    );
    let new = &draft(&state)["parameters"][1];
    assert_eq!(new["id"], "p.new");
    add(&mut state, "parameters", Some(0));
    assert_eq!(draft(&state)["parameters"][1]["id"], "p.new2", "no two names are the same");
}

#[test]
fn a_step_of_the_ladder_is_added_with_all_that_it_is() {
    let mut state = drafting();
    add(&mut state, "collections.steps", Some(0));
    let step = &draft(&state)["collections"]["steps"][1];
    assert_eq!((step["rule"].as_str(), step["key"].as_str()), (Some("COL-900"), Some("new-step")));
    let ladder = sheet(&mut state, "ladder");
    let kinds =
        |c: &Control| matches!(c, Control::Choice(all) if all.iter().any(|(w, _)| w == "hand-off"));
    assert!(ladder.groups[0].rows[1].cells.iter().any(|c| kinds(&c.control)));
    assert!(view::parts(&see(&state)).iter().all(|p| !p.has_error));
}

#[test]
fn the_ladder_is_drawn_on_a_line_of_days_that_follows_each_edit() {
    let mut state = drafting();
    assert_eq!(view::ladder_line(&see(&state)), None, "another part is shown");
    sheet(&mut state, "ladder");
    let marks = |state: &State| -> Vec<(String, i64)> {
        let line = view::ladder_line(&see(state)).unwrap();
        line.marks.into_iter().map(|m| (m.when, m.gap)).collect()
    };
    let before = marks(&state);
    let told = |n: usize| before[n].0.as_str();
    assert_eq!((told(0), told(1), before.len()), ("9 d before", "day 0", 7));
    let place = "collections.steps[0].delayDays".to_owned();
    let typed = Typed { wants: Wants::Number, text: "-14".to_owned() };
    edit(&mut state, Edit::Set { place, typed });
    let after = marks(&state);
    assert_eq!(after[0].0, "16 d before");
    assert_eq!((&after[1..], after[0].1), (&before[1..], 16));
    let line = view::ladder_line(&see(&state)).unwrap();
    assert!(line.lead.contains("22 Nov 2026"), "{}", line.lead);
    types(&mut state, "collections.steps[1].delayDays", "soon");
    assert_eq!(view::ladder_line(&see(&state)), None, "a ladder that cannot be used has no days");
}

#[test]
fn what_is_beside_the_rows_has_its_words_in_both_languages() {
    for lang in [Lang::En, Lang::ZhHant] {
        let mut state = drafting();
        state.lang = lang;
        let table = sheet(&mut state, "stage:2");
        assert_eq!(table.groups.len(), 3);
        for group in &table.groups[1..] {
            assert!(group.title.as_ref().is_some_and(|t| !t.is_empty()));
            assert_eq!(group.rows[0].cells.len(), group.heads.len());
        }
    }
}
