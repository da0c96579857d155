use proptest::prelude::*;
use recourse::exchange::read::csv::{RemarkKind, Table, to_rfc4180};

const CLEAN: &str = "id,name,amount,when\r\n\
    1,\"Doe, Jane\",10.50,2026-07-01\r\n\
    2,\"says \"\"hi\"\"\",20.25,2026-07-02\r\n\
    3,plain,30.00,2026-07-03\r\n\
    4,\"two\nlines\",40.75,2026-07-04\r\n";

fn cells(text: &str) -> Vec<Vec<String>> {
    let table = Table::read(text).unwrap();
    table.rows().map(|row| (0..row.len()).map(|c| row.cell(c).into_owned()).collect()).collect()
}

#[test]
fn clean_tables_come_through_to_the_byte() {
    assert_eq!(to_rfc4180(CLEAN).unwrap(), CLEAN);
    assert!(Table::read(CLEAN).unwrap().remarks().is_empty());
}

/// Every kind of pollution is read to the same table, and is remarked on.
#[test]
fn polluted_tables_come_out_clean() {
    let tabs = CLEAN
        .replace("\"Doe, Jane\"", "Doe, Jane")
        .replace("10.50,", "10.50\t")
        .replace("1,D", "1\tD")
        .replace("Jane,", "Jane\t")
        .replace("id,name,amount,when", "id\tname\tamount\twhen")
        .replace("2,\"says \"\"hi\"\"\",20.25,", "2\t\"says \"\"hi\"\"\"\t20.25\t")
        .replace("3,plain,30.00,", "3\tplain\t30.00\t")
        .replace("4,\"two\nlines\",40.75,", "4\t\"two\nlines\"\t40.75\t");
    let preamble = format!("Sample report\r\nAs of 2026-07-31\r\n\r\n{CLEAN}");
    let padded_titles = format!("Sample report,,,\r\n,,,\r\n{CLEAN}");
    let footer = format!("{CLEAN}\r\n\r\nprinted on 31 July 2026\r\n");
    let repeated = format!("{CLEAN}id,name,amount,when\r\n");
    let cases = [
        (CLEAN.replace("\r\n", "\n"), None),
        (CLEAN.replace("two\nlines", "two").replace("\r\n", "\r"), Some(RemarkKind::BareReturns)),
        (tabs, Some(RemarkKind::Separator('\t'))),
        (preamble, Some(RemarkKind::Preamble)),
        (padded_titles, Some(RemarkKind::Preamble)),
        (footer, Some(RemarkKind::Footer)),
        (repeated, Some(RemarkKind::RepeatedHeader)),
        (CLEAN.replace("\"\"", "\\\""), Some(RemarkKind::BackslashEscapes)),
    ];
    for (polluted, remark) in cases {
        let wanted = if polluted.contains("two\nlines") {
            CLEAN.to_owned()
        } else {
            CLEAN.replace("\"two\nlines\"", "two")
        };
        assert_eq!(to_rfc4180(&polluted).unwrap(), wanted, "{polluted}");
        let remarks = Table::read(&polluted).unwrap().remarks().clone();
        match remark {
            Some(kind) => assert!(remarks.count(kind) > 0, "{polluted}: {remarks:?}"),
            None => assert!(remarks.is_empty(), "{polluted}: {remarks:?}"),
        }
    }
}

#[test]
fn semicolons_win_over_decimal_commas() {
    let text = "Kunde;Betrag;Offen\nSample Bakery;1.200,50;0,00\nSample Garage;15,20;15,20\n";
    let table = Table::read(text).unwrap();
    assert_eq!(table.headers(), ["Kunde", "Betrag", "Offen"]);
    assert_eq!(table.row(0).unwrap().cell(1), "1.200,50");
}

#[test]
fn a_space_after_each_comma_belongs_to_the_comma() {
    let text = "a, b, c\n1, \"x, y\", 3\n4, z, 6\n";
    assert_eq!(cells(text), [["1", "x, y", "3"], ["4", "z", "6"]]);
    assert_eq!(Table::read(text).unwrap().remarks().count(RemarkKind::Padded), 1);
}

#[test]
fn two_header_rows_are_joined() {
    let text = "Customer,,Amounts,\n,Code,Net,Gross\nSample Bakery,7,10.00,12.00\n";
    let table = Table::read(text).unwrap();
    assert_eq!(table.headers(), ["Customer", "Customer Code", "Amounts Net", "Amounts Gross"]);
    assert_eq!(table.len(), 1);
}

#[test]
fn ragged_rows_are_kept_and_reported_with_their_line() {
    let table = Table::read("a,b,c\n1,2,3\n4,5\n6,7,8,9\n").unwrap();
    assert_eq!(table.len(), 3);
    assert_eq!(table.row(1).unwrap().cell(2), "");
    assert_eq!(table.row(2).unwrap().cell(3), "9");
    let remarks: Vec<_> = table.remarks().iter().map(|(k, s)| (k, s.count, s.line)).collect();
    assert_eq!(remarks, [(RemarkKind::ShortRow, 1, 3), (RemarkKind::LongRow, 1, 4)]);
}

#[test]
fn an_open_quotation_mark_does_not_swallow_the_file() {
    let table = Table::read("a,b\n1,\"never closed\n2,x\n3,y\n").unwrap();
    assert_eq!(table.len(), 3);
    assert_eq!(table.row(0).unwrap().cell(1), "\"never closed");
    assert_eq!(table.remarks().count(RemarkKind::OpenQuote), 1);
}

#[test]
fn lines_count_through_quoted_line_breaks() {
    let table = Table::read("a,b\n1,\"x\ny\"\n2,z\n").unwrap();
    assert_eq!(table.row(1).unwrap().line(), 4);
}

#[test]
fn a_row_with_another_separator_is_read_by_it() {
    let text = "a,b,c\n1,2,3\n4;5;6\n7,8,9\n";
    assert_eq!(cells(text)[1], ["4", "5", "6"]);
    let table = Table::read(text).unwrap();
    assert_eq!(table.remarks().count(RemarkKind::OtherSeparator), 1);
    assert_eq!(table.row(1).unwrap().line(), 3);
}

#[test]
fn spaces_separate_only_where_quotes_prove_it() {
    let text = "day \"what it was\" price\n1 \"two words\" 3.50\n2 \"more words\" 4.50\n";
    assert_eq!(cells(text), [["1", "two words", "3.50"], ["2", "more words", "4.50"]]);
    let prose = Table::read("one two three\nfour five six\n").unwrap();
    assert_eq!(prose.headers(), ["one two three"]);
}

#[test]
fn nothing_but_space_is_no_table() {
    assert!(Table::read(" \r\n\t\n").is_err());
}

proptest! {
    #[test]
    fn any_text_gets_an_answer(text in ".{0,300}") {
        let _ = to_rfc4180(&text);
    }

    #[test]
    fn any_mixture_of_its_signs_gets_an_answer(text in "[ab1,;|\t\"'\\\\\r\n ]{0,200}") {
        let _ = to_rfc4180(&text);
    }

    /// What was printed is read back unchanged.
    #[test]
    fn printing_is_stable(rows in prop::collection::vec(prop::collection::vec("[a-z0-9 ,\"\n]{1,8}x", 3), 1..8)) {
        let mut text = "alpha,beta,gamma\r\n".to_owned();
        for row in &rows {
            let quoted: Vec<String> = row.iter().map(|c| format!("\"{}\"", c.replace('"', "\"\""))).collect();
            text.push_str(&quoted.join(","));
            text.push_str("\r\n");
        }
        prop_assert_eq!(cells(&text), rows);
        let once = to_rfc4180(&text).unwrap();
        prop_assert_eq!(to_rfc4180(&once).unwrap(), once);
    }
}
