//! A draft is begun, edited, tried on the book, proposed, approved by a second person.

use super::support::*;
use recourse::app::state::Namespace;
use recourse::app::update::policy::{Edit, Event as Act, From, Item, Typed, Wants};
use recourse::app::view_model::policy::Work;
use recourse::app::view_model::{Tone, policy as view};
use recourse::app::{Effect, Event, Lang, State, update};

use recourse::engine::credit::{Known, simulate};
use recourse::journal::{Body, Operator};
use recourse::policy::shipped;
use serde_json::{Value, json};

#[test]
fn a_draft_is_edited_undone_discarded_and_brought_back() {
    let mut state = opened();
    let effects = does(&mut state, Act::Begun(From::InForce));
    assert!(
        effects
            .iter()
            .any(|e| matches!(e, Effect::KeepDraft(_, Some(text)) if text.contains("Ada Example")))
    );
    assert_eq!(draft(&state)["author"], "Ada Example");
    assert_eq!(draft(&state)["effective"], json!({ "from": "2026-11-22" }));
    types(&mut state, "stages[2].rules[0].when[0]", ">= 8");
    types(&mut state, "stages[2].rules[0].when[0]", ">= 80");
    assert_eq!(draft(&state)["stages"][2]["rules"][0]["when"][0], ">= 80");
    does(&mut state, Act::Undone);
    assert_eq!(draft(&state)["stages"][2]["rules"][0]["when"][0], ">= 70", "typing is one edit");
    does(&mut state, Act::Redone);
    assert_eq!(draft(&state)["stages"][2]["rules"][0]["when"][0], ">= 80");
    let effects = does(&mut state, Act::Discarded);
    assert!(effects.iter().any(|e| matches!(e, Effect::KeepDraft(_, None))));
    assert!(view::head(&see(&state)).discarded && state.policy.draft.is_none());
    does(&mut state, Act::BroughtBack);
    assert_eq!(draft(&state)["stages"][2]["rules"][0]["when"][0], ">= 80");
}

#[test]
fn a_draft_that_was_kept_comes_back_with_the_page() {
    let mut state = opened();
    let mut kept: Value = serde_json::from_str(shipped::STANDARD).unwrap();
    kept["version"] = json!("kept");
    does(&mut state, Act::DraftFound(Namespace::Own, kept.to_string()));
    assert!(state.policy.draft.is_none(), "a draft over another book stays there");
    does(&mut state, Act::DraftFound(Namespace::Sample, kept.to_string()));
    assert_eq!(draft(&state)["version"], "kept");
}

#[test]
fn rows_are_added_copied_moved_and_removed() {
    let mut state = opened();
    does(&mut state, Act::Begun(From::InForce));
    let ids = |state: &State| -> Vec<String> {
        let rows = draft(state)["stages"][2]["rules"].as_array().unwrap();
        rows.iter().map(|r| r["id"].as_str().unwrap().to_owned()).collect()
    };
    let list = GRADE.to_owned();
    let edit = |state: &mut State, edit: Edit| _ = does(state, Act::Edited(edit));
    edit(&mut state, Edit::Insert { list: list.clone(), after: Some(1), item: Item::Copy });
    assert_eq!(ids(&state), ["G1", "G2", "G6", "G3", "G4", "G5"]);
    edit(&mut state, Edit::Move { list: list.clone(), from: 2, to: 0 });
    assert_eq!(ids(&state), ["G6", "G1", "G2", "G3", "G4", "G5"]);
    edit(&mut state, Edit::Remove { list, at: 0 });
    assert_eq!(ids(&state), ["G1", "G2", "G3", "G4", "G5"]);
    for _ in 0..3 {
        does(&mut state, Act::Undone);
    }
    assert_eq!(draft(&state)["stages"], *standard("stages"));
    let map = "reasons".to_owned();
    let rename = Edit::Rename { map, from: "R-SLOW".to_owned(), to: "R-TARDY".to_owned() };
    edit(&mut state, rename);
    let part = view::parts(&see(&state)).into_iter().find(|p| p.has_error).unwrap();
    assert_eq!(part.title, "Risk score, 0 to 100", "who names the old code is told");
}

#[test]
fn a_row_says_its_sentence_and_an_error_stands_at_its_cell() {
    let mut state = opened();
    does(&mut state, Act::Begun(From::InForce));
    let table = sheet(&mut state, "stage:1");
    let k3 = &table.groups[0].rows[2];
    assert_eq!(
        k3.says,
        "If “Oldest open invoice, days past due” is above 60, unless “Overdue and not in dispute” \
         is below “Overdue amount that is let pass”: Decline, because “An invoice is more than 60 \
         days late”."
    );
    let typed = Typed { wants: Wants::Conditions, text: "payment.oldestDaysLat > 60".to_owned() };
    let place = "stages[1].rules[2].when".to_owned();
    does(&mut state, Act::Edited(Edit::Set { place, typed }));
    let table = sheet(&mut state, "stage:1");
    let cell = &table.groups[0].rows[2].cells[1];
    assert_eq!(
        cell.error.as_deref(),
        Some("Nothing declares “payment.oldestDaysLat”: did you mean “payment.oldestDaysLate”?")
    );
    assert_eq!(why_not(&state).as_deref(), Some("CR-052"));
    let pane = view::tests_pane(&see(&state)).unwrap();
    assert_eq!(
        pane.faults[0].place,
        "Knock-out › Something is more than 60 days late › payment.oldestDaysLat › Looks at"
    );
    assert_eq!(pane.faults[0].part, "stage:1");
}

#[test]
fn gaps_overlaps_and_rows_never_reached_are_told_with_an_example() {
    let mut state = opened();
    does(&mut state, Act::Begun(From::InForce));
    types(&mut state, "stages[2].rules[1].when[0]", "[52..70)");
    let gap = sheet(&mut state, "stage:2");
    assert_eq!(gap.problems[0].text, "No row holds for Risk score, 0 to 100 = 50: add one");
    assert!(!gap.problems[0].is_error);
    types(&mut state, "stages[2].rules[1].when[0]", "[40..70)");
    let overlap = sheet(&mut state, "stage:2");
    let row = &overlap.groups[0].rows[2];
    assert!(row.problems[0].is_error && row.problems[0].text.contains("G2 and G3"), "{row:?}");
    types(&mut state, "stages[2].hit", "first");
    types(&mut state, "stages[2].rules[1].when[0]", "< 70");
    let hidden = sheet(&mut state, "stage:2");
    assert!(hidden.groups[0].rows[2].problems[0].text.contains("can never be chosen"));
}

#[test]
fn its_own_tests_run_at_every_edit_and_say_what_was_expected_and_what_came() {
    let mut state = opened();
    does(&mut state, Act::Begun(From::InForce));
    assert!(view::tests_pane(&see(&state)).unwrap().failed.is_empty());
    types(&mut state, "stages[2].rules[0].then[3]", "21");
    let pane = view::tests_pane(&see(&state)).unwrap();
    let first = &pane.failed[0];
    assert_eq!((first.id.as_str(), first.name.as_str()), ("T1", "Good old customer"));
    assert_eq!(first.parts, ["days to pay: expected 30, got 21"]);
    assert_eq!(why_not(&state).as_deref(), Some("CR-053"));
    types(&mut state, "stages[2].rules[0].then[3]", "30");
    types(&mut state, "stages[2].rules[0].then[1]", "\"decline\"");
    let pane = view::tests_pane(&see(&state)).unwrap();
    assert_eq!(pane.failed[0].parts[0], "outcome: expected Approve, got Decline");
    types(&mut state, "stages[2].rules[0].then[1]", "\"approve\"");
    types(&mut state, "tests[0].expect.limit", "none");
    let pane = view::tests_pane(&see(&state)).unwrap();
    assert_eq!(pane.failed[0].parts, ["limit: expected nothing, got 12000.00"]);
}

#[test]
fn what_was_empty_or_is_now_is_not_quoted_among_the_differences() {
    let mut state = opened();
    does(&mut state, Act::Begun(From::InForce));
    types(&mut state, "fields[0].label.en", "");
    let said = |state: &State, end: &str| {
        let changes = view::changes_pane(&see(state)).unwrap().changes;
        assert!(changes.iter().any(|c| c.text.ends_with(end)), "{changes:?}");
    };
    said(&state, "is no longer “Overdue and not in dispute”");
    does(&mut state, Act::Undone);
    types(&mut state, "stages[2].inputs[0].allowed", "[0..100]");
    said(&state, "is now “[0..100]”");
}

#[test]
fn the_book_is_decided_under_the_draft_as_by_the_engine_and_changes_by_themselves() {
    let mut state = opened();
    does(&mut state, Act::Begun(From::InForce));
    let typed = Typed { wants: Wants::Conditions, text: "payment.oldestDaysLate > 10".to_owned() };
    let place = "stages[1].rules[2].when".to_owned();
    does(&mut state, Act::Edited(Edit::Set { place, typed }));
    let (book, latest) = state.policy.book().unwrap();
    assert!(latest);
    let checked = state.policy.checked().unwrap().0;
    let known = Known::gather(&state.book, state.as_of());
    let before = state.policy_in_force.as_deref().unwrap();
    let whole = simulate(before, checked.policy.as_deref().unwrap(), &known);
    assert_eq!(**book, whole, "in pieces as at once");
    let pane = view::book_pane(&see(&state)).unwrap();
    assert!(!pane.waiting && !pane.rules.is_empty());
    assert_eq!(pane.rules[0].id, "K3");
    let changes = view::changes_pane(&see(&state)).unwrap();
    let rule = changes.changes.iter().find(|c| c.text.contains("(K3)")).unwrap();
    assert_eq!(
        rule.text,
        "Knock-out (knockout) › Something is more than 60 days late (K3): Oldest open invoice, \
         days past due was “is above 60”, now “is above 10”"
    );
    assert!(rule.moves.as_deref().unwrap().starts_with("moves "), "{rule:?}");
    assert!(!rule.who.is_empty());
}

#[test]
fn who_keeps_his_limit_and_gets_other_days_is_told_by_the_days() {
    let mut state = opened();
    does(&mut state, Act::Begun(From::Shipped("cautious-direct-bill".to_owned())));
    let pane = view::book_pane(&see(&state)).unwrap();
    let terms: Vec<_> =
        pane.rules.iter().map(|r| &r.swayed).filter(|g| g.direction == "other terms").collect();
    assert!(!terms.is_empty(), "{pane:?}");
    for group in terms {
        assert_eq!((group.tone, &group.limits), (Tone::Neutral, &None));
        assert!(group.who.iter().all(|w| w.change.contains("days")), "{:?}", group.who);
    }
    let has_limits = |g: &view::Swayed| g.tone == Tone::Late && g.limits.is_some();
    assert!(pane.rules.iter().any(|r| has_limits(&r.swayed)));
}

#[test]
fn only_the_results_of_the_latest_edit_count() {
    let mut state = opened();
    does(&mut state, Act::Begun(From::InForce));
    let old = state.policy.tried.checked.clone().unwrap();
    let edit = |text: &str| {
        let typed = Typed { wants: Wants::Text, text: text.to_owned() };
        Event::Policy(Act::Edited(Edit::Set { place: "stages[2].rules[0].when[0]".into(), typed }))
    };
    update::update(&mut state, edit(">= 80"), &mut now());
    assert_eq!(why_not(&state).as_deref(), Some("CR-051"), "the check is still to come");
    let number = state.policy.draft.as_ref().unwrap().number;
    does(&mut state, Act::CheckDone(number, old.0, old.1));
    assert_eq!(
        why_not(&state).as_deref(),
        Some("CR-051"),
        "an old result is no check of this edit"
    );
}

/// A draft without failing tests that changes how everybody is decided.
fn strict(state: &mut State) {
    does(state, Act::Begun(From::InForce));
    let typed = Typed { wants: Wants::Conditions, text: "payment.oldestDaysLate > 59".to_owned() };
    let place = "stages[1].rules[2].when".to_owned();
    does(state, Act::Edited(Edit::Set { place, typed }));
    let failing: Vec<usize> = {
        let (checked, _) = state.policy.checked().unwrap();
        let failed = checked.tests.iter().enumerate().filter(|(_, t)| !t.passed());
        failed.map(|(at, _)| at).collect()
    };
    for at in failing.into_iter().rev() {
        does(state, Act::Edited(Edit::Remove { list: "tests".to_owned(), at }));
    }
}

#[test]
fn a_second_person_puts_it_into_force_and_earlier_days_keep_their_policy() {
    let mut state = opened();
    let before = state.policy_in_force.clone().unwrap();
    strict(&mut state);
    assert_eq!(why_not(&state), None);
    does(&mut state, Act::NoteTyped("stricter on old debt".to_owned()));
    does(&mut state, Act::Proposed);
    assert!(state.policy.draft.is_none());
    let waiting = view::head(&see(&state)).proposals;
    assert_eq!((waiting.len(), waiting[0].mine), (1, true));
    assert_eq!(waiting[0].reason.as_deref(), Some("stricter on old debt"));
    let hash = waiting[0].sha256.clone();
    does(&mut state, Act::ReviewOpened(hash.clone()));
    assert_eq!(why_not(&state).as_deref(), Some("CR-056"), "not by the author");
    does(&mut state, Act::Approved(hash.clone()));
    assert_eq!(state.policy_in_force.as_ref().unwrap().sha256, before.sha256);
    works(&mut state, "Bo Second");
    assert_eq!(why_not(&state), None);
    does(&mut state, Act::Approved(hash.clone()));
    let after = state.policy_in_force.clone().unwrap();
    assert_eq!(after.sha256, hash);
    assert!(after.is_approved() && after.document.approvals[0].by == "Bo Second");
    assert!(view::head(&see(&state)).proposals.is_empty());
    let kinds: Vec<&str> =
        state.journal.entries().iter().rev().take(3).map(|e| e.body.kind()).collect();
    assert_eq!(kinds, ["policy", "policy_approval", "policy_draft"]);
    turn(&mut state, Event::KnownAt(Some(today().plus_days(-1).unwrap())));
    assert_eq!(state.policy_in_force.as_ref().unwrap().sha256, before.sha256, "earlier days");
    turn(&mut state, Event::KnownAt(None));
    turn(&mut state, Event::UndoLast);
    assert_eq!(state.policy_in_force.as_ref().unwrap().sha256, before.sha256, "it can be undone");
}

#[test]
fn a_proposal_needs_a_name_a_change_and_a_day_to_come() {
    let mut state = opened();
    strict(&mut state);
    works(&mut state, " ");
    assert_eq!(why_not(&state).as_deref(), Some("CR-050"));
    works(&mut state, "Ada Example");
    let typed = Typed { wants: Wants::Optional, text: "2026-11-21".to_owned() };
    let place = "effective.from".to_owned();
    does(&mut state, Act::Edited(Edit::Set { place, typed }));
    assert_eq!(why_not(&state).as_deref(), Some("CR-055"));
    does(&mut state, Act::Proposed);
    assert!(state.policy.draft.is_some(), "nothing is recorded");
    assert!(!state.journal.entries().iter().any(|e| matches!(*e.body, Body::PolicyDraft(_))));
}

#[test]
fn a_guard_blocks_until_it_is_met_or_let_pass_with_a_reason() {
    let mut state = opened();
    strict(&mut state);
    let guard = json!({
        "id": "g.moved", "label": { "en": "Few move", "zh-Hant": "少數變動" },
        "metric": "approve-share", "max": "0", "why": { "en": "-", "zh-Hant": "-" },
    });
    let item = Item::New(Box::new(guard));
    does(&mut state, Act::Edited(Edit::Insert { list: "guards".to_owned(), after: None, item }));
    does(&mut state, Act::Proposed);
    let hash = view::head(&see(&state)).proposals[0].sha256.clone();
    works(&mut state, "Bo Second");
    does(&mut state, Act::ReviewOpened(hash.clone()));
    assert_eq!(why_not(&state).as_deref(), Some("CR-054"));
    let Work::Review { unmet, .. } = view::head(&see(&state)).work else {
        panic!("a proposal is looked at")
    };
    let (id, found, reason) = &unmet[0];
    assert_eq!((unmet.len(), id.as_str(), reason.as_str()), (1, "g.moved", ""));
    assert!(
        found.starts_with("Few move: ") && found.ends_with("at most 0\u{202f}% is allowed"),
        "{found}"
    );
    does(&mut state, Act::Waived { guard: "g.moved".to_owned(), reason: " ".to_owned() });
    assert_eq!(why_not(&state).as_deref(), Some("CR-054"), "a blank reason is none");
    let reason = "one quarter only".to_owned();
    does(&mut state, Act::Waived { guard: "g.moved".to_owned(), reason });
    does(&mut state, Act::Approved(hash.clone()));
    assert_eq!(state.policy_in_force.as_ref().unwrap().sha256, hash);
    let kept = state.book.policies.last().unwrap();
    assert_eq!(kept.waived, [("g.moved".to_owned(), "one quarter only".to_owned())]);
}

#[test]
fn a_refused_file_leaves_everything_as_it_is_and_says_where_and_how_to_mend() {
    let mut state = opened();
    let before = state.policy_in_force.as_ref().unwrap().sha256.clone();
    let changed = |pointer: &str, value: Value| {
        let mut document: Value = serde_json::from_str(shipped::STANDARD).unwrap();
        *document.pointer_mut(pointer).unwrap() = value;
        document.to_string()
    };
    let signed = {
        let mut document: Value = serde_json::from_str(shipped::STANDARD).unwrap();
        document["approvals"] =
            json!([{ "by": "Bo", "role": "cfo", "at": "2026-11-20", "sha256": "00ff" }]);
        document.to_string()
    };
    let gaps = {
        let mut document: Value = serde_json::from_str(shipped::STANDARD).unwrap();
        document["stages"][2]["complete"] = json!(true);
        document["stages"][2]["rules"].as_array_mut().unwrap().remove(1);
        document.to_string()
    };
    let both = json!({ "en": "-", "zh-Hant": "-" });
    let circle = json!([
        { "id": "calc.a", "label": both, "expr": "calc.b" },
        { "id": "calc.b", "label": both, "expr": "calc.a" },
    ]);
    let cases = [
        ("{".to_owned(), "", "This is not JSON"),
        (changed("/formatVersion", json!(9)), "formatVersion", "Format 9 is newer"),
        (
            changed("/stages/1/rules/2/when/0/field", json!("no.such")),
            "Looks at",
            "Nothing declares",
        ),
        (
            changed("/stages/2/rules/0/when/0", json!("\"x\"")),
            "G1 › Risk score, 0 to 100",
            "At character 1: a number and text do not go together",
        ),
        (changed("/stages/2/rules/1/id", json!("G1")), "G1", "used twice"),
        (changed("/derived", circle), "Derived values", "need each other"),
        (
            changed("/minApprovals", json!("two")),
            "People who have to approve",
            "is not a whole number",
        ),
        (gaps, "Grade, terms and deposit", "No row holds for s.risk = "),
        (changed("/stages/2/rules/1/when/0", json!(">= 70")), "G2", "hold for the same values"),
        (changed("/stages/2/rules/1/when", json!([])), "G2", "write one cell for each column"),
        (
            changed("/suspicion/budget/forecastBeforeDay", json!(40)),
            "Thresholds › Fires when the forecast passes the budget",
            "it must be from 1 to 31",
        ),
        (signed, "approvals", "changed after it was approved"),
    ];
    for (text, place, sentence) in cases {
        file(&mut state, text);
        let refused = view::head(&see(&state)).refused.unwrap();
        let told =
            refused.problems.iter().any(|p| p.place.contains(place) && p.text.contains(sentence));
        assert!(told, "{place}: {sentence}: {refused:?}");
        assert!(state.policy.draft.is_none());
        assert_eq!(state.policy_in_force.as_ref().unwrap().sha256, before);
    }
    does(&mut state, Act::Begun(From::Refused));
    assert!(state.policy.draft.is_some(), "the last one can be mended in a draft");
    file(&mut state, shipped::STANDARD.to_owned());
    assert!(state.policy.refused.is_none() && state.policy.draft.is_some());
}

#[test]
fn tables_go_out_as_dmn_and_come_back_equal() {
    let mut state = opened();
    does(&mut state, Act::Begun(From::InForce));
    for older in [false, true] {
        let effects = does(&mut state, Act::ExportedDmn { older });
        let Some(Effect::Download { content, name, .. }) = effects.into_iter().next() else {
            panic!("a file is handed out");
        };
        assert!(name.ends_with(".dmn"));
        let before = draft(&state)["stages"].clone();
        file(&mut state, content.clone());
        assert_eq!(draft(&state)["stages"], before, "as it went");
        file(&mut state, content.replace("&gt;= 70", "&gt;= 75"));
        assert_eq!(draft(&state)["stages"][2]["rules"][0]["when"][0], ">= 75");
        does(&mut state, Act::Undone);
        types(&mut state, "stages[2].rules[0].when[0]", ">= 70");
    }
    file(&mut state, "<definitions><decision".to_owned());
    let refused = view::head(&see(&state)).refused.unwrap();
    assert!(refused.problems[0].text.starts_with("Line 1:"), "{refused:?}");
}

#[test]
fn ten_thousand_rows_are_checked_and_shown_a_part_at_a_time() {
    let mut state = opened();
    let mut document: Value = serde_json::from_str(shipped::STANDARD).unwrap();
    let rows: Vec<Value> = (0..10_000)
        .map(|n| {
            json!({
                "id": format!("G{n}"), "when": [format!("{n}")],
                "then": ["\"A\"", "\"approve\"", "3", "30", "0", "365"],
            })
        })
        .collect();
    document["stages"][2]["rules"] = json!(rows);
    file(&mut state, document.to_string());
    let table = sheet(&mut state, "stage:2");
    assert_eq!(table.groups[0].rows.len(), view::ROWS_SHOWN);
    assert_eq!(table.shown, Some((0, view::ROWS_SHOWN, 10_000)));
    does(&mut state, Act::RowsFrom(9_990));
    let last = view::sheet(&see(&state)).unwrap();
    assert_eq!(last.groups[0].rows.last().unwrap().name, "G9999");
    assert_eq!(last.groups[0].rows[0].cells[1].place, "stages[2].rules[9990].when[0]");
    let pane = view::tests_pane(&see(&state)).unwrap();
    let told = pane.faults.iter().find(|f| f.rule == "CR-119").expect("a warning, no refusal");
    assert!(!told.is_error && told.text.contains("10000 rows"), "{told:?}");
    assert_eq!(last.groups[1].rows.len(), 1, "its columns stay in sight on every page");
}

#[test]
fn names_and_values_are_offered_while_typing() {
    let mut state = opened();
    does(&mut state, Act::Begun(From::InForce));
    let mut offered = |place: &str, text: &str| -> Vec<(String, String)> {
        does(&mut state, Act::Typing { place: place.to_owned(), text: text.to_owned() });
        let (_, offers) = view::offers(&see(&state)).unwrap();
        offers.into_iter().map(|o| (o.word, o.text)).collect()
    };
    let names = offered("stages[1].rules[3].when", "calc.overdueShare >= p.over");
    let whole = "calc.overdueShare >= p.overdueShare".to_owned();
    assert_eq!(names[0], ("p.overdueShare".to_owned(), whole));
    let values = offered("stages[2].rules[0].then[1]", "\"re");
    assert_eq!(values[0].0, "\"refer\"");
    assert_eq!(offered("stages[2].rules[0].then[1]", "3 "), []);
    // The end of an interval is a name of its own.
    let end = offered("stages[2].rules[0].when[0]", "[10..p.overdueSh");
    assert_eq!(end[0], ("p.overdueShare".to_owned(), "[10..p.overdueShare".to_owned()));
}

#[test]
fn every_part_has_a_table_in_both_languages() {
    for lang in [Lang::En, Lang::ZhHant] {
        let mut state = opened();
        state.lang = lang;
        for editing in [false, true] {
            if editing {
                does(&mut state, Act::Begun(From::InForce));
            }
            for part in view::parts(&see(&state)) {
                assert!(!part.title.is_empty());
                let sheet = sheet(&mut state, &part.key);
                assert_eq!(sheet.editable, editing);
                let settings = sheet.settings.len() + usize::from(sheet.hit.is_some());
                let rows: usize = sheet.groups.iter().map(|g| g.rows.len()).sum();
                let may_be_empty = part.key == "guards";
                assert!(settings + rows > 0 || may_be_empty, "{}", part.key);
                for group in &sheet.groups {
                    let heads = if group.heads.is_empty() { &sheet.heads } else { &group.heads };
                    let whole = |cells: usize| cells == heads.len();
                    assert!(group.rows.iter().all(|r| whole(r.cells.len())), "{}", part.key);
                }
            }
        }
    }
}

#[test]
fn a_purchase_is_held_against_the_limit_with_its_whole_term() {
    use recourse::app::update::credit::{Event as Credit, OfSale};
    use recourse::app::view_model::credit_sale::sale;
    let mut state = opened();
    let with_limit = state.book.accounts.iter().find(|(id, a)| {
        let used = state.desk.summaries[*id].utilisation.as_ref();
        if !used.is_some_and(|u| u.available.is_positive()) {
            return false;
        }
        let decision = a.decision_on(today());
        decision.is_some_and(|d| {
            d.value.limit.is_some_and(|l| l.is_positive())
                && d.value.expires.is_none_or(|end| end >= today())
        })
    });
    let id = with_limit.unwrap().0.clone();
    let mut typed = |part: OfSale, text: &str| {
        let act = Credit::SaleTyped(id.clone(), part, text.to_owned());
        turn(&mut state, Event::Credit(act));
        sale(&see(&state), &id).unwrap()
    };
    assert!(typed(OfSale::Price, "12,5x").wrong_price.is_some());
    let month = typed(OfSale::Price, "10.00").answer.unwrap();
    assert_eq!(month.commitment.number, "120.00", "a year of it");
    let years = typed(OfSale::Months, "36").answer.unwrap();
    assert_eq!(years.commitment.number, "360.00");
    let year = typed(OfSale::Every, "year").answer.unwrap();
    assert_eq!(year.commitment.number, "30.00");
    let much = typed(OfSale::Price, "90000000.00").answer.unwrap();
    assert_eq!((much.rule.as_str(), much.left), ("CR-043", None));
}

#[test]
fn a_recorded_decision_is_decided_again_and_told_to_the_customer_without_internal_reasons() {
    use recourse::app::update::credit::Event as Credit;
    use recourse::app::view_model::{credit, credit_again};
    let mut state = opened();
    let analyst = Operator { name: "Ada Example".to_owned(), role: "cfo".to_owned() };
    state.operator = analyst;
    let id = {
        let fraud = state.book.accounts.keys().find(|id| {
            let page = credit::page(&see(&state), id).unwrap();
            page.proposal.is_some_and(|p| p.memo.reasons.iter().any(|r| r.internal))
        });
        fraud.unwrap().clone()
    };
    turn(&mut state, Event::Credit(Credit::Accepted(id.clone())));
    let taken = credit::page(&see(&state), &id).unwrap().in_force.unwrap();
    assert_eq!(taken.replay, None, "only when it is asked for");
    turn(&mut state, Event::Credit(Credit::ReplayAsked(taken.entry.clone())));
    let taken = credit::page(&see(&state), &id).unwrap().in_force.unwrap();
    let again = taken.replay.unwrap();
    let same = "Decided again from its inputs: the same answer, to the byte (SHA-256 ";
    assert!(again.text.starts_with(same), "{}", again.text);
    assert_eq!(again.today, None, "the policy in force decided");
    let notice = credit_again::notice(&see(&state), &id, &taken.entry).unwrap();
    let record = &state.book.accounts[&id].decisions.last().unwrap().value;
    assert!(record.reasons.iter().any(|r| !r.adverse), "there is something not to be told");
    for reason in &record.reasons {
        assert_eq!(notice.contains(&reason.text_en), reason.adverse, "{notice}");
    }
    let earlier = credit::page(&see(&state), &id).unwrap().earlier;
    for old in earlier {
        turn(&mut state, Event::Credit(Credit::ReplayAsked(old.entry.clone())));
        let again = credit::page(&see(&state), &id).unwrap().earlier;
        let told = again.into_iter().find(|t| t.entry == old.entry).unwrap().replay.unwrap();
        assert!(told.text.contains("not in this book"), "{told:?}");
    }
}

#[test]
fn a_second_signature_is_of_another_person() {
    use recourse::app::update::credit::{Change, Event as Credit};
    use recourse::app::view_model::credit;
    let mut state = opened();
    state.operator = Operator { name: "Ada Example".to_owned(), role: "cfo".to_owned() };
    let id = {
        let declined = state.book.accounts.keys().find(|id| {
            let page = credit::page(&see(&state), id).unwrap();
            page.proposal.is_some_and(|p| p.memo.outcome == "Decline")
        });
        declined.unwrap().clone()
    };
    let mut typed = |change: Change, text: &str| {
        turn(&mut state, Event::Credit(Credit::OverrideTyped(change, text.to_owned())));
        turn(&mut state, Event::Credit(Credit::Overridden(id.clone())));
        let page = credit::page(&see(&state), &id).unwrap();
        let why = page.proposal.unwrap().why_not_changed.and_then(|(_, rule)| rule);
        (why, state.book.accounts[&id].decisions.last().map(|d| d.value.second_by.clone()))
    };
    typed(Change::Outcome, "refer");
    let (why, _) = typed(Change::Code, "O-NEWDATA");
    assert_eq!(why.as_deref(), Some("CR-014"));
    let (why, _) = typed(Change::Second, "ADA  example");
    assert_eq!(why.as_deref(), Some("CR-014"), "not the same person twice");
    let (_, kept) = typed(Change::Second, "Bo Second");
    assert_eq!(kept, Some(Some("Bo Second".to_owned())));
    let taken = state.book.accounts[&id].decisions.last().unwrap().value.clone();
    let allowed = state.policy_in_force.as_ref().unwrap().document.override_reasons.clone();
    let days = allowed.iter().find(|r| r.code == "O-NEWDATA").unwrap().expires_days.unwrap();
    let last = taken.as_of.plus_days(i64::from(days)).unwrap();
    assert_eq!(taken.expires, Some(last), "no longer than its reason allows");
}

#[test]
fn a_comma_that_groups_nothing_is_no_amount() {
    use recourse::app::update::credit::Event as Credit;
    use recourse::app::view_model::credit;
    let mut state = opened();
    let id = state.book.accounts.keys().next().unwrap().clone();
    let mut asked = |text: &str| {
        let typed = Credit::Typed(id.clone(), "request.limit".to_owned(), text.to_owned());
        turn(&mut state, Event::Credit(typed));
        let proposed = recourse::app::credit_desk::propose(&state, &id).unwrap();
        (proposed.asked.map(|m| m.number()), proposed.unusable.len())
    };
    assert_eq!(asked("12,500.00"), (Some("12500.00".to_owned()), 0));
    assert_eq!(asked("12,5"), (None, 1));
    assert_eq!(asked("1.000,00"), (None, 1));
    assert!(credit::page(&see(&state), &id).is_some());
}

#[test]
fn undo_over_a_draft_is_of_the_draft_and_never_of_what_is_in_force() {
    let mut state = opened();
    state.route = recourse::app::Route::Policy;
    does(&mut state, Act::Begun(From::InForce));
    types(&mut state, "stages[2].rules[0].when[0]", ">= 80");
    let before = std::sync::Arc::clone(&state.book);
    turn(&mut state, Event::UndoLast);
    assert_eq!(draft(&state)["stages"][2]["rules"][0]["when"][0], ">= 70");
    assert!(std::sync::Arc::ptr_eq(&state.book, &before), "nothing was withdrawn");
}
