//! `recourse policy to-dmn` and `from-dmn`: the tables of a policy for other editors, and back.

use super::args::{DmnStandard, FromDmnArgs, ToDmnArgs};
use super::book_file;
use super::end::{Done, End, Stop, Text};
use super::policy::{document, text};
use super::shown;
use crate::app::Lang;
use crate::app::words::policy_page::no_such_tables;
use crate::app::words::{dmn, policy_faults, terminal as words};
use crate::exchange::dmn::{DmnTable, Standard, put, read, write};
use crate::policy::fault::Weight;
use crate::policy::{check, signed};

/// All tables of a policy as one DMN file.
pub fn run_to(args: &ToDmnArgs, lang: Lang) -> End {
    let policy = super::policy::usable(&args.file, lang)?;
    let tables = DmnTable::all_of(&policy.document);
    let standard = match args.standard {
        DmnStandard::Dmn15 => Standard::Dmn15,
        DmnStandard::Dmn13 => Standard::Dmn13,
    };
    let xml = write(&policy.document.id, &tables, standard).map_err(Stop::Findings)?;
    match &args.out {
        None => Ok(Done { text: Text::Data(xml), ..Done::default() }),
        Some(out) => {
            book_file::text(out, &xml)?;
            Ok(Done {
                notes: vec![words::saved(lang, &out.display().to_string())],
                ..Done::default()
            })
        }
    }
}

/// A policy with the tables of a DMN file in the place of its own of the same id.
pub fn run_from(args: &FromDmnArgs, lang: Lang) -> End {
    let mut policy = document(&args.policy, lang)?;
    let stop = |said: String| Stop::Findings(format!("{}: {said}", args.dmn.display()));
    let tables = read(&text(&args.dmn)?).map_err(|e| stop(dmn::fault(lang, &e)))?;
    let put = put(&mut policy, &tables);
    let mut notes = dmn::put(lang, &put);
    if put.taken.is_empty() {
        notes.push(no_such_tables(lang).to_owned());
        let notes: Vec<String> = notes.iter().map(|note| shown::line(note)).collect();
        return Err(stop(notes.join("\n")));
    }
    let is_other = put.taken.iter().any(|change| !change.is_none());
    // The policy as it was given is refused wherever it is used, and so would this one be.
    if let Some(fault) = signed::edited(&policy).first().filter(|_| !is_other) {
        let said = shown::line(&policy_faults::placed(lang, fault));
        return Err(Stop::Findings(format!("{}: {said}", args.policy.display())));
    }
    let signs = policy.get_mut("approvals").and_then(serde_json::Value::as_array_mut);
    if let Some(signs) = signs.filter(|signs| is_other && !signs.is_empty()) {
        signs.clear();
        notes.push(dmn::approvals_dropped(lang).to_owned());
    }
    let json = format!("{policy:#}\n");
    let faults = check(&json);
    if let Some(fault) = faults.iter().find(|f| f.weight == Weight::Error) {
        return Err(stop(policy_faults::placed(lang, fault)));
    }
    let findings = !faults.is_empty() || !put.unknown.is_empty();
    notes.extend(faults.iter().map(|f| policy_faults::placed(lang, f)));
    match &args.out {
        None => Ok(Done { text: Text::Data(json), notes, findings }),
        Some(out) => {
            book_file::text(out, &json)?;
            notes.push(words::saved(lang, &out.display().to_string()));
            Ok(Done { notes, findings, ..Done::default() })
        }
    }
}
