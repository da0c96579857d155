use super::*;
use leptos::prelude::*;

fn html<V: RenderHtml>(build: impl FnOnce() -> V) -> String {
    let owner = Owner::new();
    owner.with(|| build().to_html())
}

#[test]
fn a_disabled_button_stays_reachable_and_says_why() {
    let why = Why::new("the notice period ends on Mon 23 Nov").rule("COL-030");
    let text = html(|| view! { <Button on_press=|| () why_not=why>"Record notice"</Button> });
    assert!(text.contains(r#"aria-disabled="true""#), "{text}");
    assert!(!text.contains(" disabled"), "{text}");
    assert!(text.contains("the notice period ends on Mon 23 Nov"), "{text}");
    assert!(text.contains("COL-030"), "{text}");
    let described = text.split(r#"aria-describedby=""#).nth(1).unwrap();
    let id = described.split('"').next().unwrap();
    assert!(text.contains(&format!(r#"role="tooltip" id="{id}""#)), "{text}");
}

#[test]
fn a_button_that_works_has_no_reason() {
    let text = html(|| view! { <Button on_press=|| ()>"Record notice"</Button> });
    assert!(!text.contains("aria-disabled"), "{text}");
    assert!(!text.contains("aria-describedby"), "{text}");
    assert!(!text.contains("tooltip"), "{text}");
}

fn table_of(len: usize) -> String {
    html(move || {
        let rows = Rows::new(len, |place| {
            Row::new(vec![Cell::name(format!("Row {place}")), Cell::text("1")])
                .href(format!("#/row/{place}"))
        });
        let columns =
            vec![Column::new("name", "Name").sortable(), Column::new("n", "Number").numeric()];
        let sort = Sort { key: "name".to_owned(), direction: Direction::Down };
        view! {
            <Table
                id="t"
                caption="Rows"
                columns
                rows
                sort=Some(sort)
                on_sort=|_: String| ()
                print_note="only what is in sight"
                empty=|| "nothing here"
            />
        }
    })
}

#[test]
fn a_table_of_many_rows_keeps_few_in_the_document() {
    let text = table_of(100_000);
    assert_eq!(text.matches(r#"class="row-link""#).count(), MAX_ROWS);
    assert!(text.contains("only what is in sight"), "{text}");
    assert!(text.contains(r#"aria-rowcount="100001""#), "{text}");
    assert!(text.contains(&format!("height:{}px", (100_000 - MAX_ROWS) * 36)), "{text}");
}

#[test]
fn a_small_table_is_whole_and_says_how_it_is_sorted() {
    let text = table_of(3);
    assert_eq!(text.matches(r#"class="row-link""#).count(), 3);
    assert!(!text.contains("only what is in sight"), "{text}");
    assert_eq!(text.matches(r#"aria-sort="descending""#).count(), 1);
    assert!(text.contains(r#"data-label="Number""#), "{text}");
}

#[test]
fn a_table_without_rows_shows_what_was_given_instead() {
    let text = table_of(0);
    assert!(text.contains("nothing here"), "{text}");
    assert!(!text.contains("<table"), "{text}");
}

#[test]
fn a_wrong_field_is_tied_to_its_error_and_its_hint() {
    let text = html(|| {
        view! {
            <TextField
                id="limit"
                label="Limit"
                hint="In whole euros"
                error=Some("give an amount".to_owned())
                value="x".to_owned()
                on_input=|_: String| ()
            />
        }
    });
    assert!(text.contains(r#"aria-invalid="true""#), "{text}");
    assert!(text.contains(r#"aria-describedby="limit-error limit-hint""#), "{text}");
    assert!(text.contains(r#"id="limit-error""#) && text.contains(r#"id="limit-hint""#), "{text}");
    assert!(text.contains(r#"for="limit""#), "{text}");
}

#[test]
fn a_right_field_has_no_error() {
    let text = html(|| {
        let value = Signal::stored("1".to_owned());
        view! { <TextField id="limit" label="Limit" value on_input=|_: String| ()/> }
    });
    assert!(!text.contains("aria-invalid"), "{text}");
    assert!(!text.contains("aria-describedby"), "{text}");
}

#[test]
fn the_tab_one_is_on_is_marked_and_no_other() {
    let tab = |text: &str, current| Tab {
        text: text.to_owned(),
        href: format!("#/{text}"),
        current,
        count: None,
    };
    let text = html(|| view! { <Tabs label="Views" tabs=vec![tab("a", false), tab("b", true)]/> });
    assert_eq!(text.matches(r#"aria-current="page""#).count(), 1);
    let before = text.split("aria-current").next().unwrap();
    assert!(before.contains(r##"href="#/b""##), "{text}");
}

#[test]
fn a_closed_dialog_holds_nothing() {
    let dialog = |open: bool| {
        html(move || {
            view! {
                <Dialog id="d" title="Title" open=open on_close=|| () close_label="Close">
                    "the question"
                </Dialog>
            }
        })
    };
    assert!(!dialog(false).contains("the question"));
    assert!(dialog(true).contains("the question"));
    assert!(dialog(true).contains(r#"aria-labelledby="d-title""#));
}

#[test]
fn words_that_must_be_typed_hold_the_button_back() {
    let text = html(|| {
        view! {
            <ConfirmTyped
                id="erase"
                title="Erase"
                open=true
                on_close=|| ()
                close_label="Close"
                word="erase".to_owned()
                prompt="Type erase"
                why_not_yet="the word is not typed yet"
                action="Erase everything"
                on_confirm=|| ()
            >
                "All of it goes."
            </ConfirmTyped>
        }
    });
    assert!(text.contains(r#"aria-disabled="true""#), "{text}");
    assert!(text.contains("the word is not typed yet"), "{text}");
}

#[test]
fn toasts_speak_by_their_weight() {
    let toast = |id, meaning| Toast { id, text: format!("toast {id}"), meaning, undo: None };
    let text = html(|| {
        view! {
            <Toasts
                label="Messages"
                toasts=vec![toast(1, Meaning::Settled), toast(2, Meaning::Danger)]
                on_undo=|_: u64| ()
                on_close=|_: u64| ()
                on_hold=|_: bool| ()
                close_label="Close"
            />
        }
    });
    let (quiet, loud) = text.split_once(r#"role="alert""#).unwrap();
    assert!(quiet.contains("toast 1") && !quiet.contains("toast 2"), "{text}");
    assert!(loud.contains("toast 2") && !loud.contains("toast 1"), "{text}");
}

#[test]
fn text_from_the_data_cannot_become_markup() {
    let text = html(|| view! { <Name name="<b onclick=x>\"綠田\"</b>"/> });
    assert!(!text.contains("<b onclick"), "{text}");
    assert!(text.contains("綠田"), "{text}");
}

#[test]
fn every_glyph_has_its_own_drawing() {
    let mut paths: Vec<_> = Glyph::ALL.iter().map(|glyph| glyph.path()).collect();
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), Glyph::ALL.len());
}
