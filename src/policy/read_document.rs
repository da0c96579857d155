//! From JSON to a document. Every key is known, every fault is kept with its place.

use std::cell::RefCell;

use serde_json::Value;

use super::document::{
    Amount, Authority, Bin, Candidate, Characteristic, Condition, DatedValue, Derived, Document,
    Expect, FORMAT, Factor, Field, FieldKind, LimitStage, List, Missing, OutcomeRules,
    OverrideReason, Parameter, REACTION_HOURS, Reason, Rule, Scorecard, Sign, Stage, StageKind,
    TableOutput, TableStage, TestCase,
};
use super::fault::{Fault, FaultKind, Wants};
use super::reader::{Reader, wrong};
use super::table::{HitPolicy, InputText, OutputText, RowText, TableText};
use super::vocabulary::{
    FACTORS, FIELD_KINDS, HITS, MISSING, OUTCOMES, ROLES, STAGE_KINDS, listed, outcome_of, words_of,
};
use super::{guards, ladder, signals};
use crate::domain::decision::Outcome;
use crate::domain::{Currency, Day, order};

/// Reads a document; names and cells are not looked at yet.
pub(super) fn read(value: &Value) -> (Document, Vec<Fault>) {
    let faults = RefCell::new(Vec::new());
    let reader = Reader::new(value, String::new(), &faults);
    let document = document(&reader);
    reader.close();
    (document, faults.into_inner())
}

fn document(r: &Reader<'_>) -> Document {
    let (found, known) = (r.whole("formatVersion"), FORMAT);
    if found > known {
        r.fault("formatVersion", FaultKind::NewerFormat { found, known });
    } else if found < known {
        let (found, allowed) = (found.to_string(), listed(&[&known.to_string()]));
        r.fault("formatVersion", FaultKind::NotOneOf { found, allowed });
    }
    // Kept for people and for other programs; it decides nothing here.
    r.get("status");
    Document {
        id: r.text("id"),
        name: r.words("name"),
        version: r.text("version"),
        author: r.text("author"),
        effective: effective(r),
        approvals: r.list("approvals", sign),
        min_approvals: r.count("minApprovals"),
        language: r.text("language"),
        fields: r.list("fields", field),
        parameters: r.list("parameters", parameter),
        lists: r.list("lists", |r| List {
            id: r.text("id"),
            label: r.words("label"),
            values: r.texts("values"),
        }),
        derived: r.list("derived", |r| Derived {
            id: r.text("id"),
            label: r.words("label"),
            expr: r.text("expr"),
        }),
        scorecards: r.list("scorecards", scorecard),
        stages: r.list("stages", stage).into_iter().flatten().collect(),
        outcome: r.needed("outcome", outcome_rules).unwrap_or_default(),
        authority: r.list("authority", authority),
        override_reasons: r.list("overrideReasons", |r| OverrideReason {
            code: r.text("code"),
            text: r.words("text"),
            expires_days: r.opt_count("expiresDays"),
        }),
        reasons: reasons(r),
        guards: r.list("guards", guards::read),
        tests: r.list("tests", test_case),
        collections: r.part("collections", ladder::read),
        suspicion: r.part("suspicion", signals::read),
    }
}

fn effective(r: &Reader<'_>) -> (Option<Day>, Option<Day>) {
    let days = r.object("effective", |r| {
        let (from, to) = (r.opt_day("from"), r.opt_day("to"));
        if let (Some(first), Some(last)) = (from, to)
            && last < first
        {
            r.fault("to", FaultKind::NotRising { found: last.to_string() });
        }
        (from, to)
    });
    days.unwrap_or_default()
}

fn sign(r: &Reader<'_>) -> Sign {
    Sign { by: r.text("by"), role: r.text("role"), at: r.text("at"), sha256: r.text("sha256") }
}

fn outcome(r: &Reader<'_>, key: &'static str) -> Outcome {
    let text = r.text(key);
    outcome_or_fault(r, key, &text)
}

fn outcome_or_fault(r: &Reader<'_>, key: &str, text: &str) -> Outcome {
    outcome_of(text).unwrap_or_else(|| {
        let allowed = listed(&words_of(OUTCOMES));
        r.fault(key, FaultKind::NotOneOf { found: text.to_owned(), allowed });
        Outcome::Refer
    })
}

fn outcomes(r: &Reader<'_>, key: &'static str) -> Vec<Outcome> {
    let words = r.texts(key);
    words.iter().map(|w| outcome_or_fault(r, key, w)).collect()
}

fn field(r: &Reader<'_>) -> Field {
    Field {
        id: r.text("id"),
        label: r.words("label"),
        kind: r.choice("type", FIELD_KINDS).unwrap_or(FieldKind::Text),
        source: r.text("source"),
        max_age_days: r.opt_count("maxAgeDays"),
        missing: r.needed("missing", missing).unwrap_or(Missing::ScoreAsMissing),
    }
}

fn missing(r: &Reader<'_>) -> Missing {
    let word = r.text("do");
    match word.as_str() {
        "default" => Missing::Default(match r.get("value") {
            Some(Value::Bool(b)) => b.to_string(),
            _ => r.text("value"),
        }),
        "score-as-missing" => Missing::ScoreAsMissing,
        "skip-candidate" => Missing::SkipCandidate,
        "prepay" | "refer" | "hold" | "decline" => {
            Missing::Outcome(outcome(r, "do"), r.text("reason"))
        }
        _ => {
            let allowed = listed(MISSING);
            r.fault("do", FaultKind::NotOneOf { found: word, allowed });
            Missing::ScoreAsMissing
        }
    }
}

fn parameter(r: &Reader<'_>) -> Parameter {
    Parameter {
        id: r.text("id"),
        label: r.words("label"),
        values: r.list("values", |r| DatedValue {
            from: r.opt_day("from").unwrap_or(Day::MIN),
            amount: if r.get("amounts").is_some() {
                Amount::Money(r.amounts("amounts"))
            } else {
                Amount::Number(r.decimal("value"))
            },
            why: r.words("why"),
        }),
    }
}

fn scorecard(r: &Reader<'_>) -> Scorecard {
    Scorecard {
        id: r.text("id"),
        label: r.words("label"),
        base: r.decimal("base"),
        max_reasons: r.count("maxReasons") as usize,
        characteristics: r.list("characteristics", |r| Characteristic {
            field: r.text("field"),
            bins: r.list("bins", |r| Bin {
                is: r.text("is"),
                points: r.decimal("points"),
                reason: r.opt_text("reason"),
            }),
        }),
    }
}

fn stage(r: &Reader<'_>) -> Option<Stage> {
    let kind = match r.text("kind").as_str() {
        "rules" => StageKind::Rules(r.list("rules", rule)),
        "table" => StageKind::Table(table(r)),
        "limit" => StageKind::Limit(LimitStage {
            candidates: r.list("candidates", |r| Candidate {
                id: r.text("id"),
                label: r.words("label"),
                expr: r.text("expr"),
                reason: r.opt_text("reason"),
            }),
            round_down_to: r.opt_text("roundDownTo"),
        }),
        other => {
            let allowed = listed(STAGE_KINDS);
            r.fault("kind", FaultKind::NotOneOf { found: other.to_owned(), allowed });
            return None;
        }
    };
    Some(Stage { id: r.text("id"), label: r.words("label"), kind })
}

fn rule(r: &Reader<'_>) -> Rule {
    let condition = |r: &Reader<'_>| Condition { field: r.text("field"), is: r.text("is") };
    Rule {
        id: r.text("id"),
        label: r.words("label"),
        when: r.list("when", condition),
        unless: r.list("unless", condition),
        then: outcome(r, "then"),
        reason: r.text("reason"),
        effective: effective(r),
    }
}

fn table(r: &Reader<'_>) -> TableStage {
    let rows = r.list("rules", |r| {
        let row = RowText { id: r.text("id"), when: r.texts("when"), then: r.texts("then") };
        (row, r.opt_text("reason"))
    });
    let outputs = r.list("outputs", |r| {
        let output = TableOutput {
            id: r.text("id"),
            label: r.words("label"),
            role: r.opt_choice("role", ROLES).unwrap_or_default(),
        };
        let text = OutputText {
            name: output.id.clone(),
            allowed: r.opt_text("allowed"),
            default: r.opt_text("default"),
        };
        (output, text)
    });
    let (rows, row_reasons) = rows.into_iter().unzip();
    let (outputs, output_texts) = outputs.into_iter().unzip();
    TableStage {
        hit: r.choice("hit", HITS).unwrap_or(HitPolicy::Unique),
        complete: r.flag("complete"),
        text: TableText {
            inputs: r.list("inputs", |r| InputText {
                expression: r.text("field"),
                allowed: r.opt_text("allowed"),
            }),
            outputs: output_texts,
            rows,
        },
        outputs,
        row_reasons,
    }
}

fn outcome_rules(r: &Reader<'_>) -> OutcomeRules {
    let severity = outcomes(r, "severity");
    for (_, at) in order::repeats(&severity) {
        let id = severity.get(at).map_or("", Outcome::word).to_owned();
        r.fault("severity", FaultKind::Duplicate { id });
    }
    let rank = |wanted: &Outcome| severity.iter().position(|o| o == wanted);
    if rank(&Outcome::Refer) < rank(&Outcome::Approve).max(rank(&Outcome::Prepay)) {
        r.fault("severity", FaultKind::ReferTooMild);
    }
    let missing: Vec<&str> =
        OUTCOMES.iter().filter(|(_, o)| !severity.contains(o)).map(|(word, _)| *word).collect();
    if !missing.is_empty() {
        let key = missing.join(", ");
        r.fault("severity", FaultKind::Missing { key });
    }
    OutcomeRules {
        severity,
        error_reason: r.text("errorReason"),
        missing_reason: r.text("missingReason"),
        zero_limit: outcomes(r, "zeroLimit"),
        max_reasons: r.count("maxReasons") as usize,
        review_days: r.count("reviewDays"),
        grace_days: r.count("graceDays"),
        utilisation_warnings: percents(r),
        reaction_hours: r.opt_count("reactionHours").unwrap_or(REACTION_HOURS),
        why: r.words("why"),
    }
}

fn percents(r: &Reader<'_>) -> Vec<u32> {
    let mut percents = Vec::new();
    for (place, value) in r.values("utilisationWarnings") {
        match value.as_u64().and_then(|n| u32::try_from(n).ok()) {
            Some(percent) => percents.push(percent),
            None => r.push(&place, wrong(Wants::Whole, value)),
        }
    }
    percents
}

fn authority(r: &Reader<'_>) -> Authority {
    Authority {
        role: r.text("role"),
        label: r.words("label"),
        up_to: r.get("upTo").map(|_| r.amounts("upTo")),
        overrides: r.texts("overrides").iter().filter_map(|text| change(r, text)).collect(),
        second: r.flag("second"),
    }
}

/// `refer->approve`.
fn change(r: &Reader<'_>, text: &str) -> Option<(Outcome, Outcome)> {
    let read = text
        .split_once("->")
        .and_then(|(from, to)| Some((outcome_of(from.trim())?, outcome_of(to.trim())?)));
    if read.is_none() {
        r.fault(
            "overrides",
            FaultKind::WrongKind { wanted: Wants::Change, found: text.to_owned() },
        );
    }
    read
}

fn reasons(r: &Reader<'_>) -> Vec<(String, Reason)> {
    let mut reasons = Vec::new();
    r.entries("reasons", &mut |code, r| reasons.push((code.to_owned(), reason(r))));
    order::sort_by(&mut reasons, |(a, _), (b, _)| a.cmp(b));
    reasons
}

fn reason(r: &Reader<'_>) -> Reason {
    Reason {
        text: r.words("text"),
        factor: r.choice("factor", FACTORS).unwrap_or(Factor::Data),
        adverse: r.flag("adverse"),
        internal_only: r.flag("internalOnly"),
    }
}

fn test_case(r: &Reader<'_>) -> TestCase {
    TestCase {
        id: r.text("id"),
        name: r.words("name"),
        as_of: r.opt_day("asOf"),
        currency: r.opt_text("currency").and_then(|code| currency(r, &code)),
        input: test_input(r),
        expect: r
            .needed("expect", |r| Expect {
                outcome: r.get("outcome").map(|_| outcome(r, "outcome")),
                grade: r.opt_text("grade"),
                limit: r.opt_text("limit"),
                term_days: r.opt_whole("termDays"),
                reasons: r.get("reasons").map(|_| r.texts("reasons")),
            })
            .unwrap_or_default(),
    }
}

fn currency(r: &Reader<'_>, code: &str) -> Option<Currency> {
    let read = Currency::parse(code).ok();
    if read.is_none() {
        let found = code.to_owned();
        r.fault("currency", FaultKind::WrongKind { wanted: Wants::Currency, found });
    }
    read
}

fn test_input(r: &Reader<'_>) -> Vec<(String, String)> {
    let Some(object) = r.get("input").and_then(Value::as_object) else {
        r.fault("input", FaultKind::Missing { key: "input".to_owned() });
        return Vec::new();
    };
    let mut input = Vec::new();
    for (name, value) in object {
        match value {
            Value::String(text) => input.push((name.clone(), text.clone())),
            Value::Bool(b) => input.push((name.clone(), b.to_string())),
            other => {
                r.push(&format!("{}.{name}", r.place("input")), wrong(Wants::TextOrFlag, other))
            }
        }
    }
    input
}
