//! Tables as DMN XML and back.

use proptest::prelude::*;
use recourse::exchange::dmn::{DmnTable, Standard, read, write};
use recourse::policy::shipped;
use recourse::policy::table::{Aggregate, HitPolicy, InputText, OutputText, RowText, TableText};

fn table(hit: HitPolicy, cell: &str, output: &str) -> DmnTable {
    DmnTable {
        id: "grade".to_owned(),
        name: "Grade & terms".to_owned(),
        hit,
        text: TableText {
            inputs: vec![InputText {
                expression: "score < limit".to_owned(),
                allowed: Some("\"a\", \"b\"".to_owned()),
            }],
            outputs: vec![OutputText {
                name: "o.grade".to_owned(),
                allowed: None,
                default: Some("\"D\"".to_owned()),
            }],
            rows: vec![RowText {
                id: "G1".to_owned(),
                when: vec![cell.to_owned()],
                then: vec![output.to_owned()],
            }],
        },
    }
}

#[test]
fn the_tables_of_the_standard_policy_come_back_equal() {
    let policy = shipped::standard().unwrap();
    let tables = DmnTable::all_of(&policy.document);
    assert!(!tables.is_empty());
    for standard in [Standard::Dmn15, Standard::Dmn13] {
        let xml = write("standard", &tables, standard).unwrap();
        assert_eq!(read(&xml).unwrap(), tables);
    }
}

#[test]
fn a_file_of_another_editor_is_read() {
    let xml = r#"<?xml version="1.0"?><!-- made elsewhere -->
        <dmn:definitions xmlns:dmn="http://www.omg.org/spec/DMN/20180521/MODEL/" name="x">
          <dmn:decision id="d1"><dmn:literalExpression><dmn:text>1</dmn:text></dmn:literalExpression></dmn:decision>
          <dmn:decision id="d2" name="Discount">
            <dmn:decisionTable hitPolicy="COLLECT" aggregation="MAX">
              <dmn:input><dmn:inputExpression typeRef='number'><dmn:text>age</dmn:text></dmn:inputExpression></dmn:input>
              <dmn:output name="points"/>
              <dmn:rule id="r1"><dmn:inputEntry><dmn:text><![CDATA[< 18]]></dmn:text></dmn:inputEntry>
                <dmn:outputEntry><dmn:text>1 &#43; 1</dmn:text></dmn:outputEntry></dmn:rule>
              <dmn:rule><dmn:inputEntry><dmn:text></dmn:text></dmn:inputEntry>
                <dmn:outputEntry><dmn:text>0</dmn:text></dmn:outputEntry></dmn:rule>
            </dmn:decisionTable></dmn:decision></dmn:definitions>"#;
    let tables = read(xml).unwrap();
    assert_eq!(tables.len(), 1);
    assert_eq!(tables[0].hit, HitPolicy::Collect(Aggregate::Max));
    assert_eq!(tables[0].text.inputs[0].expression, "age");
    let rows = &tables[0].text.rows;
    assert_eq!((rows[0].id.as_str(), rows[0].when[0].as_str()), ("r1", "< 18"));
    assert_eq!((rows[1].id.as_str(), rows[1].when[0].as_str()), ("2", "-"));
    assert_eq!(rows[0].then[0], "1 + 1");
}

#[test]
fn what_is_no_dmn_is_refused_with_its_line() {
    let deep = "<a>".repeat(100_000);
    for (text, wanted) in [
        ("", "line 1: one element is wanted"),
        (
            "<definitions>\n<decision>\n</definitions>",
            "line 3: `definitions` is closed and was not open",
        ),
        ("<html></html>", "line 1: `html` is not DMN"),
        ("<!DOCTYPE x [<!ENTITY a \"b\">]><definitions/>", "a document type is not read"),
        ("<definitions name=\"&bomb;\"/>", "`&bomb;` is not known"),
        ("<definitions name=x/>", "not in quotes"),
        ("<definitions><decision", "a name is wanted here"),
        ("<definitions>\n<!-- ", "line 2: `<!--` has no `-->`"),
        (
            "<definitions><decision id=\"d\"><decisionTable hitPolicy=\"BEST\"/></decision></definitions>",
            "`BEST` is no hit policy",
        ),
        (&deep, "nested too deep"),
    ] {
        let error = read(text).unwrap_err().to_string();
        assert!(error.contains(wanted), "{error}");
    }
    let refused = write("x", &[table(HitPolicy::Any, "\u{0}", "1")], Standard::Dmn15);
    assert_eq!(
        refused.unwrap_err(),
        "grade.rule0.when0: XML cannot hold the character U+0000: take it out"
    );
}

/// A decision with one table: its id, and what stands in the table.
fn decision(id: &str, table: &str) -> String {
    format!("<decision id=\"{id}\"><decisionTable>{table}</decisionTable></decision>")
}

fn file(decisions: &str) -> String {
    format!("<definitions>\n{decisions}</definitions>")
}

#[test]
fn white_space_that_an_editor_put_round_a_text_is_none_of_it() {
    let rows = "<input><inputExpression><text>\n  a\n</text></inputExpression></input><output name=\"o\"/>
        <rule id=\"r1\"><description>\n R1\n </description>
          <inputEntry><text>\n &gt; 5\n</text></inputEntry><outputEntry><text> \" x \" </text></outputEntry></rule>
        <rule id=\"r2\"><description/><inputEntry><text> </text></inputEntry><outputEntry/></rule>
        <rule id=\"\"><description>  </description><inputEntry/><outputEntry/></rule>";
    let tables = read(&file(&decision("d", rows))).unwrap();
    let text = &tables[0].text;
    assert_eq!(text.inputs[0].expression, "a");
    let ids: Vec<&str> = text.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["R1", "r2", "3"], "the description, the id of the rule, its number");
    assert_eq!((text.rows[0].when[0].as_str(), text.rows[0].then[0].as_str()), ("> 5", "\" x \""));
    assert_eq!((text.rows[1].when[0].as_str(), text.rows[1].then[0].as_str()), ("-", "null"));
}

#[test]
fn two_decisions_of_one_id_are_refused() {
    let both = file(&format!("{}\n{}", decision("d", ""), decision("d", "")));
    let error = read(&both).unwrap_err().to_string();
    assert_eq!(error, "line 3: a second decision has the id `d`: leave one of them");
    let apart = file(&format!("{}{}", decision("d", ""), decision("e", "")));
    assert_eq!(read(&apart).unwrap().len(), 2);
}

/// Each line is counted once; counted from the beginning for each element, this would take minutes.
#[test]
fn a_long_file_is_read_as_fast_as_it_is_long_and_its_lines_are_right() {
    let rule = "<rule\n id='r'><!--\n--><![CDATA[\n]]><description>\nR</description></rule>\n";
    let long = file(&decision("d", &rule.repeat(50_000)));
    assert_eq!(read(&long).unwrap()[0].text.rows.len(), 50_000);
    let broken = long.replace("</definitions>", "<x y=1/></definitions>");
    let error = read(&broken).unwrap_err();
    assert_eq!(error.line, 1 + 1 + 5 * 50_000);
}

proptest! {
    #[test]
    fn any_cell_comes_back_equal(cell in "[^\\p{C}]{1,20}", output in "[ -~\\n\\t]{1,20}") {
        prop_assume!(!cell.trim().is_empty() && !output.trim().is_empty());
        let bare = |text: &str| text.trim_matches([' ', '\t', '\n']).to_owned();
        let xml = write("x", &[table(HitPolicy::First, &cell, &output)], Standard::Dmn15).unwrap();
        prop_assert_eq!(read(&xml).unwrap(), [table(HitPolicy::First, &bare(&cell), &bare(&output))]);
    }

    #[test]
    fn any_text_is_read_or_refused_without_a_crash(text in "[<>/a-z&;\"'=! \\-\\[\\]?]{0,60}") {
        let _ = read(&text);
    }
}
