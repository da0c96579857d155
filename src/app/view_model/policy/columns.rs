//! Which parts of a document are tables on the page, and which columns they have.

use serde_json::{Value, json};

use crate::app::Lang;
use crate::app::update::policy::Wants;
use crate::app::words::{policy_page as words, policy_thresholds as thresholds};

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Text as it is.
    Text(Wants),
    /// Longer text.
    Long(Wants),
    /// The reason for a number, in sentences.
    Why,
    /// Cells and expressions, completed while typing.
    Feel(Wants),
    /// Shown and not edited here.
    Fixed,
    /// One of a closed set, shown by its name and not edited here.
    Word(Choices),
    Flag,
    Day,
    Choice(Choices),
}

/// A closed set of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choices {
    Outcomes,
    Reasons,
    /// Reasons, or none.
    AnyReason,
    Factors,
    Kinds,
    Missing,
    Hits,
    Metrics,
    Roles,
    StageKinds,
    StepKinds,
    Anchors,
    DelayUnits,
    Rolls,
    Approvals,
    Channels,
}

pub(super) struct Column {
    pub head: fn(Lang) -> &'static str,
    pub key: &'static str,
    pub what: What,
}

const fn column(head: fn(Lang) -> &'static str, key: &'static str, what: What) -> Column {
    Column { head, key, what }
}

const TEXT: What = What::Text(Wants::Text);
const LONG: What = What::Long(Wants::Text);
const NUMBER: What = What::Text(Wants::Number);
const ID: Column = column(words::id, "id", TEXT);
/// A name that cells and expressions use.
const NAME: Column = column(words::id, "id", What::Text(Wants::Name));
const LABEL: Column = column(words::label_en, "label.en", LONG);
const LABEL_ZH: Column = column(words::label_zh, "label.zh-Hant", LONG);
const WHY: Column = column(words::why_en, "why.en", What::Why);
const WHY_ZH: Column = column(words::why_zh, "why.zh-Hant", What::Why);
const REASON: Column = column(words::reason, "reason", What::Choice(Choices::AnyReason));

pub(super) const RULES: &[Column] = &[
    ID,
    column(words::when, "when", What::Feel(Wants::Conditions)),
    column(words::unless, "unless", What::Feel(Wants::Conditions)),
    column(words::then, "then", What::Choice(Choices::Outcomes)),
    column(words::reason, "reason", What::Choice(Choices::Reasons)),
    LABEL,
    LABEL_ZH,
];

pub(super) const CANDIDATES: &[Column] =
    &[ID, column(words::how, "expr", What::Feel(Wants::Text)), REASON, LABEL, LABEL_ZH];

pub(super) const BINS: &[Column] = &[
    column(words::is, "is", What::Feel(Wants::Text)),
    column(words::points, "points", NUMBER),
    REASON,
];

pub(super) const PARAMETERS: &[Column] = &[NAME, LABEL, LABEL_ZH];

pub(super) const STAGES: &[Column] =
    &[ID, column(words::kind, "kind", What::Word(Choices::StageKinds)), LABEL, LABEL_ZH];

pub(super) const CARDS: &[Column] =
    &[NAME, column(words::base_points, "base", NUMBER), LABEL, LABEL_ZH];

pub(super) const CHARACTERISTICS: &[Column] =
    &[column(words::looks_at, "field", What::Feel(Wants::Text))];

pub(super) const INPUTS: &[Column] = &[
    column(words::looks_at, "field", What::Feel(Wants::Text)),
    column(words::unit, UNIT, What::Fixed),
    column(words::allowed, "allowed", What::Feel(Wants::Optional)),
];

pub(super) const OUTPUTS: &[Column] = &[
    NAME,
    LABEL,
    LABEL_ZH,
    column(words::role_of, "role", What::Choice(Choices::Roles)),
    column(words::unit, UNIT, What::Fixed),
    column(words::allowed_ranked, "allowed", What::Feel(Wants::Optional)),
    column(words::default, "default", What::Feel(Wants::Optional)),
];

pub(super) const SCENARIOS: &[Column] = &[column(words::key, "key", TEXT), LABEL, LABEL_ZH];

pub(super) const SCENARIO_PARTS: &[Column] = &[
    column(thresholds::any_of, "anyOf", What::Text(Wants::Texts)),
    column(words::points, "points", NUMBER),
];

/// Not a key of the document: what the values of a column are.
pub(super) const UNIT: &str = "#unit";

pub(super) const VALUES: &[Column] = &[
    column(words::from, "from", What::Day),
    column(words::number, "value", NUMBER),
    column(words::amounts, "amounts", What::Text(Wants::Amounts)),
    WHY,
    WHY_ZH,
];

pub(super) const LISTS: &[Column] =
    &[NAME, column(words::values, "values", What::Long(Wants::Texts)), LABEL, LABEL_ZH];

pub(super) const DERIVED: &[Column] =
    &[NAME, column(words::how, "expr", What::Feel(Wants::Text)), LABEL, LABEL_ZH];

pub(super) const FIELDS: &[Column] = &[
    NAME,
    LABEL,
    LABEL_ZH,
    column(words::kind, "type", What::Choice(Choices::Kinds)),
    column(words::source, "source", TEXT),
    column(words::greatest_age, "maxAgeDays", NUMBER),
    column(words::when_missing, "missing.do", What::Choice(Choices::Missing)),
    column(words::taken_instead, "missing.value", What::Text(Wants::Optional)),
    column(words::reason, "missing.reason", What::Choice(Choices::AnyReason)),
];

pub(super) const REASONS: &[Column] = &[
    column(words::code, "", What::Text(Wants::Key)),
    column(words::text_en, "text.en", LONG),
    column(words::text_zh, "text.zh-Hant", LONG),
    column(words::factor, "factor", What::Choice(Choices::Factors)),
    column(words::adverse, "adverse", What::Flag),
    column(words::internal_only, "internalOnly", What::Flag),
];

pub(super) const AUTHORITY: &[Column] = &[
    column(words::role, "role", TEXT),
    LABEL,
    LABEL_ZH,
    column(words::up_to, "upTo", What::Text(Wants::Amounts)),
    column(words::overrides, "overrides", What::Long(Wants::Texts)),
    column(words::second, "second", What::Flag),
];

pub(super) const OVERRIDES: &[Column] = &[
    column(words::code, "code", TEXT),
    column(words::text_en, "text.en", LONG),
    column(words::text_zh, "text.zh-Hant", LONG),
    column(words::expires_days, "expiresDays", NUMBER),
];

pub(super) const GUARDS: &[Column] = &[
    ID,
    LABEL,
    LABEL_ZH,
    column(words::metric, "metric", What::Choice(Choices::Metrics)),
    column(words::least, "min", NUMBER),
    column(words::most, "max", NUMBER),
    WHY,
    WHY_ZH,
];

pub(super) const STEPS: &[Column] = &[
    column(words::rule, "rule", TEXT),
    column(words::key, "key", TEXT),
    column(words::kind, "kind", What::Choice(Choices::StepKinds)),
    LABEL,
    LABEL_ZH,
    column(words::anchor, "anchor", What::Choice(Choices::Anchors)),
    column(words::delay_days, "delayDays", NUMBER),
    column(words::delay_unit, "delayUnit", What::Choice(Choices::DelayUnits)),
    column(words::roll, "roll", What::Choice(Choices::Rolls)),
    column(words::requires, "requires", What::Text(Wants::Texts)),
    column(words::notice_days, "minNoticeDays", NUMBER),
    column(words::least_overdue, "minOverdue", What::Text(Wants::Amounts)),
    column(words::reversible, "reversible", What::Flag),
    column(words::approval, "approval", What::Choice(Choices::Approvals)),
    column(words::channel, "channel", What::Choice(Choices::Channels)),
    WHY,
    WHY_ZH,
];

pub(super) const TESTS: &[Column] = &[
    ID,
    column(words::label_en, "name.en", LONG),
    column(words::as_of, "asOf", What::Day),
    column(words::currency, "currency", TEXT),
    column(words::input, "input", What::Feel(Wants::Pairs)),
    column(words::outcome, "expect.outcome", What::Text(Wants::Optional)),
    column(words::limit, "expect.limit", What::Text(Wants::Optional)),
    column(words::term_days, "expect.termDays", NUMBER),
    column(words::grade, "expect.grade", What::Text(Wants::Optional)),
    column(words::reasons, "expect.reasons", What::Text(Wants::Texts)),
];

/// Settings that stand alone: their name, their place, what they are.
pub(super) const IDENTITY: &[Column] = &[
    column(words::name_en, "name.en", LONG),
    column(words::name_zh, "name.zh-Hant", LONG),
    column(words::version, "version", TEXT),
    column(words::author, "author", What::Fixed),
    column(words::in_force_from, "effective.from", What::Day),
    column(words::in_force_to, "effective.to", What::Day),
    column(words::min_approvals, "minApprovals", NUMBER),
];

pub(super) const OUTCOME: &[Column] = &[
    column(words::error_reason, "outcome.errorReason", What::Choice(Choices::Reasons)),
    column(words::missing_reason, "outcome.missingReason", What::Choice(Choices::Reasons)),
    column(words::severity, "outcome.severity", What::Text(Wants::Texts)),
    column(words::zero_limit, "outcome.zeroLimit", What::Text(Wants::Texts)),
];

fn both() -> Value {
    json!({ "en": "", "zh-Hant": "" })
}

/// What a new row of a list is, by the kind of the list; a decision table's has so many inputs and outputs.
#[must_use]
pub fn new_row(of: &str, widths: Option<(usize, usize)>) -> Value {
    if let ("rules", Some((inputs, outputs))) = (of, widths) {
        return json!({ "id": "R1", "when": vec!["-"; inputs], "then": vec!["null"; outputs] });
    }
    match of {
        "rules" => json!({
            "id": "R1", "label": both(), "when": [], "then": "refer", "reason": "",
        }),
        "inputs" => json!({ "field": "" }),
        "outputs" => json!({ "id": "o.new", "label": both(), "role": "value" }),
        "parameters" => {
            json!({ "id": "p.new", "label": both(), "values": [new_row("values", None)] })
        }
        "scorecards" => json!({
            "id": "s.new", "label": both(), "base": 0, "maxReasons": 2, "characteristics": [],
        }),
        "characteristics" => json!({ "field": "", "bins": [new_row("bins", None)] }),
        "stage-table" => json!({
            "id": "table", "label": both(), "kind": "table", "hit": "unique",
            "inputs": [new_row("inputs", None)], "outputs": [new_row("outputs", None)],
            "rules": [new_row("rules", Some((1, 1)))],
        }),
        "stage-rules" => json!({ "id": "rules", "label": both(), "kind": "rules", "rules": [] }),
        "stage-limit" => {
            json!({ "id": "limit", "label": both(), "kind": "limit", "candidates": [] })
        }
        "steps" => json!({
            "key": "new-step", "rule": "COL-900", "kind": "reminder", "label": both(), "why": both(),
            "anchor": "due", "delayDays": 0, "delayUnit": "calendar", "roll": "following",
            "requires": [], "minNoticeDays": 0, "reversible": true, "approval": "none",
            "channel": "email", "minOverdue": {}, "also": [],
        }),
        "scenarios" => {
            json!({ "key": "scenario", "label": both(), "parts": [new_row("parts", None)] })
        }
        "parts" => json!({ "anyOf": [], "points": 0 }),
        "candidates" => json!({ "id": "L1", "label": both(), "expr": "" }),
        "bins" => json!({ "is": "-", "points": 0 }),
        "values" => json!({ "from": "", "value": 0, "why": both() }),
        "lists" => json!({ "id": "l.new", "label": both(), "values": [] }),
        "derived" => json!({ "id": "calc.new", "label": both(), "expr": "" }),
        "fields" => json!({
            "id": "new.field", "label": both(), "type": "number", "source": "manual",
            "missing": { "do": "score-as-missing" },
        }),
        "reasons" => json!({ "text": both(), "factor": "conditions", "adverse": true }),
        "authority" => json!({ "role": "new-role", "label": both() }),
        "overrideReasons" => json!({ "code": "O-NEW", "text": both() }),
        "guards" => json!({
            "id": "new", "label": both(), "metric": "moved-share", "max": "0.1", "why": both(),
        }),
        "tests" => json!({
            "id": "T1", "name": both(), "asOf": "2026-11-24", "currency": "EUR", "input": {},
            "expect": { "outcome": "refer" },
        }),
        _ => json!({ "id": "new" }),
    }
}
