//! `recourse import` and `recourse read`.

use super::program::{Folder, INVOICES, sample_book};

#[test]
fn a_ledger_becomes_a_book_that_verifies() {
    let folder = Folder::new("import_ledger");
    folder.write("invoices.csv", INVOICES);
    let answer =
        folder.run(&["import", "invoices.csv", "--out", "book.json", "--name", "A. Sample"]);
    assert_eq!(answer.status, 0, "{}{}", answer.out, answer.err);
    assert!(answer.out.contains("invoices.csv: "), "{}", answer.out);
    assert_eq!(folder.run(&["verify", "book.json"]).status, 0);
    let plan = folder.run(&["plan", "book.json", "--as-of", "2026-11-22"]);
    assert!(plan.out.contains("Sample Bakery"), "{}", plan.out);
    assert!(plan.out.contains("EUR 350.50"), "{}", plan.out);
    assert!(!folder.has("book.json.part"));
}

#[test]
fn importing_again_gives_the_same_answers() {
    let folder = Folder::new("import_again");
    folder.write("invoices.csv", INVOICES);
    folder.run(&["import", "invoices.csv", "--out", "one.json"]);
    let answer = folder.run(&["import", "invoices.csv", "--into", "one.json", "--out", "two.json"]);
    assert_eq!(answer.status, 0, "{}", answer.err);
    let ask = |book| folder.run(&["plan", book, "--as-of", "2026-11-22", "--json"]).out;
    assert_eq!(ask("one.json"), ask("two.json"));
    let merged = folder.run(&["import", "one.json", "--into", "two.json", "--out", "three.json"]);
    assert_eq!(merged.status, 0, "{}", merged.err);
    assert!(merged.out.contains("0 new entries, 1 known already"), "{}", merged.out);
}

#[test]
fn one_bad_file_keeps_all_out_unless_told_otherwise() {
    let folder = Folder::new("import_bad");
    folder.write("invoices.csv", INVOICES);
    folder.write("half.json", "{\"items\":[{\"id\":");
    let args = ["import", "invoices.csv", "half.json", "--out", "book.json"];
    let answer = folder.run(&args);
    assert_eq!(answer.status, 1);
    assert!(answer.err.contains("half.json"), "{}", answer.err);
    assert!(answer.err.contains("so nothing was"), "{}", answer.err);
    assert!(!folder.has("book.json"));
    let partial: Vec<&str> = args.into_iter().chain(["--partial"]).collect();
    let answer = folder.run(&partial);
    assert_eq!(answer.status, 1);
    assert!(folder.has("book.json"));
    assert_eq!(folder.run(&["verify", "book.json"]).status, 0);
}

#[test]
fn a_changed_book_is_not_merged() {
    let folder = Folder::new("import_changed");
    let book = sample_book();
    folder.write("good.json", &book);
    folder.write("bad.json", book.replacen("Sample", "Simple", 3));
    let answer = folder.run(&["import", "bad.json", "--into", "good.json", "--out", "good.json"]);
    assert_eq!(answer.status, 1, "{}", answer.out);
    assert_eq!(folder.read("good.json"), book);
}

#[test]
fn a_question_is_asked_and_answered() {
    let folder = Folder::new("import_question");
    let ambiguous = INVOICES
        .replace("2026-09-01", "01/09/2026")
        .replace("2026-10-01", "01/10/2026")
        .replace("2026-10-31", "02/11/2026")
        .replace("2026-10-05", "05/10/2026")
        .replace("2026-11-04", "04/11/2026");
    folder.write("invoices.csv", ambiguous);
    let answer = folder.run(&["import", "invoices.csv", "--out", "book.json"]);
    assert_eq!(answer.status, 1, "{}", answer.out);
    assert!(answer.err.contains("--date-order"), "{}", answer.err);
    assert!(!folder.has("book.json"));
    let answer =
        folder.run(&["import", "invoices.csv", "--out", "book.json", "--date-order", "day-first"]);
    assert_eq!(answer.status, 0, "{}", answer.err);
    let plan = folder.run(&["plan", "book.json", "--as-of", "2026-11-22", "--json"]);
    let plan: serde_json::Value = serde_json::from_str(&plan.out).unwrap();
    assert_eq!(plan["plans"][0]["positions"][0]["days_past_due"], 52);
}

#[test]
fn reading_prints_the_table_or_the_facts_and_keeps_nothing() {
    let folder = Folder::new("read");
    folder.write(
        "invoices.csv",
        format!("Sample list\n\n{}\n\nprinted today\n", INVOICES.replace(',', ";")),
    );
    let csv = folder.run(&["read", "invoices.csv", "--as", "csv"]);
    assert_eq!(csv.status, 0, "{}", csv.err);
    assert_eq!(csv.out, INVOICES.replace('\n', "\r\n"));
    assert!(csv.err.contains("line 1: a line above the table was passed over"), "{}", csv.err);
    assert!(csv.err.contains("cells are separated by `;` [IMP-012]"), "{}", csv.err);
    let json = folder.run(&["read", "invoices.csv", "--as", "json"]);
    let first: serde_json::Value = serde_json::from_str(json.out.lines().next().unwrap()).unwrap();
    assert_eq!(first["file"], "invoices.csv");
}

#[test]
fn what_holds_no_table_says_so() {
    let folder = Folder::new("read_none");
    folder.write("none.bin", [0_u8, 1, 2, 3]);
    folder.write("empty.csv", "");
    folder.write("blank.csv", " \r\n");
    folder.write("one.json", "{\"id\": 1}");
    for (name, rule) in [("none.bin", "IMP-003"), ("one.json", "IMP-051")] {
        let answer = folder.run(&["read", name]);
        assert_eq!((answer.status, answer.out.as_str()), (1, ""), "{name}");
        assert!(answer.err.contains(rule), "{}", answer.err);
    }
    for (name, rule) in [("empty.csv", "IMP-001"), ("blank.csv", "IMP-013")] {
        let answer = folder.run(&["read", name]);
        assert_eq!((answer.status, answer.out.as_str()), (1, ""), "{name}");
        assert!(answer.err.contains(rule), "{}", answer.err);
    }
}

#[test]
fn standard_input_is_read_under_a_dash() {
    let folder = Folder::new("read_stdin");
    let answer = folder.run_with(&["read", "-"], "a;b\n1;2\n");
    assert_eq!((answer.status, answer.out.as_str()), (0, "a,b\r\n1,2\r\n"), "{}", answer.err);
    assert!(answer.err.contains("standard input: "), "{}", answer.err);
}

/// Imports the ledger of this folder to a place, and answers what is in the folder then.
#[cfg(unix)]
fn import_to(folder: &Folder, out: &str) -> Vec<String> {
    folder.write("invoices.csv", INVOICES);
    let answer = folder.run(&["import", "invoices.csv", "--out", out]);
    assert_eq!(answer.status, 0, "{}", answer.err);
    let names = std::fs::read_dir(folder.path(".")).unwrap();
    let mut names: Vec<String> =
        names.map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[cfg(unix)]
#[test]
fn out_writes_what_it_names_and_nothing_beside_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new("out_beside");
    folder.write("book.json.part", "somebody else's");
    folder.write("book.json", "old");
    let own = std::fs::Permissions::from_mode(0o600);
    std::fs::set_permissions(folder.path("book.json"), own).unwrap();
    assert_eq!(import_to(&folder, "book.json"), ["book.json", "book.json.part", "invoices.csv"]);
    assert_eq!(folder.read("book.json.part"), "somebody else's");
    assert_eq!(folder.run(&["verify", "book.json"]).status, 0);
    let mode = std::fs::metadata(folder.path("book.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "who may not read the old book may not read the new one");
}

#[cfg(unix)]
#[test]
fn out_follows_a_link() {
    let folder = Folder::new("out_link");
    std::fs::create_dir(folder.path("kept")).unwrap();
    folder.write("kept/there.json", "old");
    for target in ["there.json", "not-yet.json"] {
        let link = folder.path(target);
        std::os::unix::fs::symlink(format!("kept/{target}"), &link).unwrap();
        import_to(&folder, target);
        assert!(link.is_symlink(), "{target}");
        assert_eq!(folder.run(&["verify", &format!("kept/{target}")]).status, 0, "{target}");
    }
    let kept = std::fs::read_dir(folder.path("kept")).unwrap().count();
    assert_eq!(kept, 2, "nothing is left beside them");
}

#[cfg(target_os = "linux")]
#[test]
fn out_writes_straight_to_a_pipe() {
    use std::io::Read as _;
    use std::os::unix::fs::FileTypeExt as _;
    let folder = Folder::new("out_pipe");
    let pipe = folder.path("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    // Open at both ends, so that neither side waits for the other.
    let mut reader = std::fs::OpenOptions::new().read(true).write(true).open(&pipe).unwrap();
    assert_eq!(import_to(&folder, "pipe"), ["invoices.csv", "pipe"]);
    assert!(std::fs::metadata(&pipe).unwrap().file_type().is_fifo());
    let mut start = [0; 18];
    reader.read_exact(&mut start).unwrap();
    assert!(String::from_utf8_lossy(&start).starts_with('{'), "{start:?}");
}
