//! The report in words: what its page and its file show.

use crate::app::state::Namespace;
use crate::app::view_model::case_happenings::moment;
use crate::app::view_model::clock::clock_text_at;
use crate::app::view_model::containment::effects;
use crate::app::view_model::risk_text::why;
use crate::app::words::{
    case as case_words, customers, report as words, signals as signal_words, suspicion as sus,
};
use crate::app::{Lang, Screen};
use crate::domain::{Instant, Purse};
use crate::engine::suspicion::report::{Party, ReportAlert};
use crate::engine::suspicion::{Outcome, Report};
use crate::exchange::write::report::{Block, Cell, CellKind, Document, Line, Section, defang};

/// The report in the language of the screen.
#[must_use]
pub fn document(screen: &Screen<'_>, report: &Report, hash: &str) -> Document {
    let lang = screen.lang();
    let revision = screen.format.number(i64::from(report.revision));
    let sample = screen.state.namespace == Namespace::Sample;
    let at = utc(report.at);
    Document {
        lang: lang.tag(),
        kind: words::paper(lang).to_owned(),
        title: report.title.clone(),
        sample: sample.then(|| words::sample(lang).to_owned()),
        facts: facts(screen, report),
        sections: vec![
            narrative(lang, report),
            parties(screen, report),
            timeline(screen, report),
            alerts(screen, report),
            signals(screen, report),
            evidence(screen, report),
            containment(screen, report),
            clocks(screen, report),
            money(screen, report),
            rests_on(lang, report),
        ],
        foot: words::foot(lang, report.case.as_str(), &revision, &at, hash),
        record: line(words::record_hash(lang), Cell::code(hash)),
    }
}

/// `2026-11-22 14:02`.
fn minute(at: Instant) -> String {
    let text = at.to_string();
    text.get(..16).unwrap_or(&text).replace('T', " ")
}

fn utc(at: Instant) -> String {
    format!("{} UTC", minute(at))
}

fn line(label: &str, cell: Cell) -> Line {
    Line { label: label.to_owned(), cell }
}

fn unknown(lang: Lang) -> Cell {
    Cell::new(CellKind::Unknown, words::unknown(lang))
}

fn known(lang: Lang, text: Option<&str>) -> Cell {
    text.filter(|t| !t.trim().is_empty()).map_or_else(|| unknown(lang), Cell::data)
}

fn section(heading: &str, note: Option<&str>, blocks: Vec<Block>) -> Section {
    Section { heading: heading.to_owned(), note: note.map(str::to_owned), blocks }
}

fn none(lang: Lang) -> Vec<Block> {
    vec![Block::Words(words::none(lang).to_owned())]
}

fn facts(screen: &Screen<'_>, report: &Report) -> Vec<Line> {
    let lang = screen.lang();
    let revision = screen.format.number(i64::from(report.revision));
    let revision = words::revision_of(lang, &revision, words::kind(lang, report.kind));
    let issue = &report.issue;
    let by = match (issue.by.trim(), issue.role.trim()) {
        ("", _) => unknown(lang),
        (name, "") => Cell::data(name),
        (name, role) => Cell::data(format!("{name}, {role}")),
    };
    let first = report.first_fraud_day;
    let disposition = report.disposition.as_ref();
    vec![
        line(words::revision(lang), Cell::words(revision)),
        line(words::audience(lang), Cell::data(words::reader(lang, &issue.audience))),
        line(words::issued_by(lang), by),
        line(words::reseller(lang), known(lang, Some(&report.partner.name))),
        line(words::at(lang), Cell::words(screen.format.moment(report.at)).small(utc(report.at))),
        line(words::case_id(lang), Cell::code(report.case.as_str())),
        line(sus::state(lang), Cell::words(case_words::state(lang, &report.state))),
        line(
            case_words::disposition(lang),
            disposition.map_or_else(
                || unknown(lang),
                |d| Cell::words(case_words::disposition_name(lang, d)),
            ),
        ),
        line(
            case_words::typology(lang),
            Cell::words(case_words::typology_name(lang, &report.typology)),
        ),
        line(case_words::severity(lang), Cell::words(sus::level(lang, &report.severity))),
        line(case_words::owner(lang), known(lang, Some(&report.owner))),
        line(
            words::first_day(lang),
            first.map_or_else(|| unknown(lang), |d| Cell::words(screen.format.day(d))),
        ),
    ]
}

fn narrative(lang: Lang, report: &Report) -> Section {
    let mut blocks = Vec::new();
    for answer in &report.narrative {
        let (label, _) = words::question(lang, &answer.question);
        blocks.push(Block::Heading(label));
        blocks.push(match &answer.text {
            Some(text) => Block::Quoted(
                text.split('\n').filter(|p| !p.trim().is_empty()).map(defang).collect(),
            ),
            None => Block::Unknown(words::unknown(lang).to_owned()),
        });
    }
    section(words::narrative(lang), Some(words::not_a_filing(lang)), blocks)
}

fn parties(screen: &Screen<'_>, report: &Report) -> Section {
    let lang = screen.lang();
    let mut blocks = Vec::new();
    for party in &report.parties {
        blocks.push(Block::Facts(party_lines(screen, party)));
    }
    section(words::parties(lang), None, blocks)
}

fn party_lines(screen: &Screen<'_>, party: &Party) -> Vec<Line> {
    let lang = screen.lang();
    let since = party.customer_since;
    let ids: Vec<&str> = party.subscriptions.iter().map(|s| s.as_str()).collect();
    let subscriptions = if ids.is_empty() { unknown(lang) } else { Cell::code(ids.join("\n")) };
    vec![
        line(customers::customer(lang), known(lang, Some(&party.name))),
        line(case_words::part(lang), Cell::words(case_words::part_name(lang, &party.part))),
        line(words::tenant(lang), Cell::code(party.tenant.as_str())),
        line(words::domain(lang), known(lang, party.domain.as_deref().map(defang).as_deref())),
        line(words::country(lang), known(lang, party.country.as_deref())),
        line(words::email(lang), known(lang, party.email.as_deref().map(defang).as_deref())),
        line(words::phone(lang), known(lang, party.phone.as_deref())),
        line(
            words::customer_since(lang),
            since.map_or_else(|| unknown(lang), |d| Cell::words(screen.format.day(d))),
        ),
        line(words::subscriptions(lang), subscriptions),
    ]
}

fn timeline(screen: &Screen<'_>, report: &Report) -> Section {
    let lang = screen.lang();
    let head = [words::when(lang), words::happened(lang), words::details(lang), words::by(lang)];
    let rows = report
        .timeline
        .iter()
        .map(|h| {
            let told = moment(screen.format, h);
            let when = if h.day_only { h.at.day().to_string() } else { minute(h.at) };
            vec![
                Cell::words(when),
                Cell::data(told.title),
                Cell::defanged(&told.detail.unwrap_or_default()),
                Cell::data(told.by),
            ]
        })
        .collect();
    let mut head: Vec<Cell> = head.iter().map(|h| Cell::words(*h)).collect();
    if let Some(detail) = head.get_mut(2) {
        *detail = Cell::words(case_words::text(lang));
    }
    section(words::timeline(lang), None, vec![Block::Table { head, rows }])
}

fn alerts(screen: &Screen<'_>, report: &Report) -> Section {
    let lang = screen.lang();
    let mut blocks = Vec::new();
    for alert in &report.alerts {
        let title = alert.alert.title.as_deref().unwrap_or(&alert.alert.kind);
        blocks.push(Block::Heading(defang(title)));
        blocks.push(Block::Facts(alert_lines(screen, alert)));
    }
    if blocks.is_empty() {
        blocks = none(lang);
    }
    section(case_words::alerts(lang), Some(words::details(lang)), blocks)
}

fn alert_lines(screen: &Screen<'_>, line_of: &ReportAlert) -> Vec<Line> {
    let lang = screen.lang();
    let alert = &line_of.alert;
    let answered = line_of.answered.map(|at| screen.format.moment(at));
    let answer = Cell::words(sus::verdict(lang, &line_of.verdict));
    let mut lines = vec![
        line(words::alert(lang), Cell::code(alert.id.as_str()).small(&alert.kind)),
        line(case_words::severity(lang), Cell::words(sus::level(lang, &alert.severity))),
        line(
            words::detected(lang),
            Cell::words(screen.format.moment(alert.detected)).small(utc(alert.detected)),
        ),
        line(
            words::answer(lang),
            match answered {
                Some(at) => answer.small(at),
                None => answer,
            },
        ),
    ];
    if let Some(subscription) = &alert.subscription {
        let cell = Cell::code(subscription.as_str());
        lines.push(line(case_words::subscription(lang), cell));
    }
    if !alert.resources.is_empty() {
        let all = alert.resources.join("\n");
        lines.push(line(words::resources(lang), Cell::code(defang(&all))));
    }
    for (key, value) in &alert.details {
        lines.push(line(&crate::exchange::write::report::visible(key), Cell::defanged(value)));
    }
    if let Some((file, hash)) = &line_of.source {
        let text = words::file_row(lang, file, hash);
        lines.push(line(words::read_from(lang), Cell::data(text)));
    }
    lines
}

fn signals(screen: &Screen<'_>, report: &Report) -> Section {
    let lang = screen.lang();
    let head = [sus::signal(lang), sus::severity(lang), sus::why(lang)];
    let rows: Vec<Vec<Cell>> = report
        .signals
        .iter()
        .map(|signal| {
            let rule = signal.rule.as_str();
            let (level, why) = match &signal.outcome {
                Outcome::Hit(hit) => {
                    (sus::level(lang, &hit.severity), signal_words::why(screen.format, &hit.reason))
                }
                Outcome::Muted { reason, .. } => (sus::muted(lang).to_owned(), reason.clone()),
                Outcome::NotEvaluable(gap) => {
                    (sus::cannot_tell(lang).to_owned(), signal_words::gap(screen.format, gap))
                }
                Outcome::NoHit(_) => (sus::no_hit(lang).to_owned(), String::new()),
            };
            let name = Cell::words(sus::signal_name(lang, rule)).small(rule);
            vec![name, Cell::words(level), Cell::data(why)]
        })
        .collect();
    let blocks = if rows.is_empty() {
        none(lang)
    } else {
        let head = head.iter().map(|h| Cell::words(*h)).collect();
        vec![Block::Table { head, rows }]
    };
    section(words::signals(lang), None, blocks)
}

fn evidence(screen: &Screen<'_>, report: &Report) -> Section {
    let lang = screen.lang();
    let rows: Vec<Vec<Cell>> = report
        .evidence
        .iter()
        .map(|e| {
            let bytes = screen.format.number(i64::try_from(e.bytes).unwrap_or(i64::MAX));
            vec![
                Cell::data(&e.name).small(words::bytes(lang, &bytes)),
                Cell::code(&e.sha256),
                known(lang, Some(&e.how)).small(utc(e.at)),
            ]
        })
        .collect();
    let blocks = if rows.is_empty() {
        none(lang)
    } else {
        let head = [case_words::name(lang), words::hash(lang), case_words::how(lang)];
        let head = head.iter().map(|h| Cell::words(*h)).collect();
        vec![Block::Table { head, rows }]
    };
    section(words::evidence(lang), Some(words::evidence_note(lang)), blocks)
}

fn containment(screen: &Screen<'_>, report: &Report) -> Section {
    let lang = screen.lang();
    let mut blocks = Vec::new();
    for subscription in &report.sheet {
        let name = subscription.known.as_ref().map(|k| k.offer.as_str());
        let id = subscription.subscription.as_str();
        blocks.push(Block::Heading(match name {
            Some(offer) => format!("{offer} · {id}"),
            None => id.to_owned(),
        }));
        let rows: Vec<Vec<Cell>> = subscription
            .choices
            .iter()
            .map(|choice| {
                let does: Vec<String> =
                    effects(screen, choice).into_iter().map(|(t, _)| t).collect();
                let rules: Vec<&str> = std::iter::once(&choice.rule)
                    .chain(choice.side_effects.iter().map(|(_, rule)| rule))
                    .map(|rule| rule.as_str())
                    .collect();
                vec![
                    Cell::words(case_words::action(lang, &choice.action))
                        .small(why(screen, &choice.why)),
                    Cell::words(does.join("; ")),
                    Cell::code(rules.join(" ")),
                ]
            })
            .collect();
        blocks.push(if rows.is_empty() {
            Block::Words(case_words::not_imported(lang).to_owned())
        } else {
            let head = [words::what_to_do(lang), words::effect(lang), words::rules(lang)];
            let head = head.iter().map(|h| Cell::words(*h)).collect();
            Block::Table { head, rows }
        });
    }
    if blocks.is_empty() {
        blocks = none(lang);
    }
    section(words::containment(lang), Some(words::containment_note(lang)), blocks)
}

fn clocks(screen: &Screen<'_>, report: &Report) -> Section {
    let lang = screen.lang();
    let lines: Vec<Line> = report
        .clocks
        .iter()
        .map(|clock| {
            let told = clock_text_at(screen, clock, report.at);
            let due = clock.due.map(utc);
            let cell = Cell::words(told.left);
            let small = [due, Some(told.rule)];
            let small: Vec<String> = small.into_iter().flatten().collect();
            line(&told.name, cell.small(small.join(" · ")))
        })
        .collect();
    let blocks = if lines.is_empty() { none(lang) } else { vec![Block::Facts(lines)] };
    section(words::clocks(lang), None, blocks)
}

fn money(screen: &Screen<'_>, report: &Report) -> Section {
    let lang = screen.lang();
    let money = &report.money;
    let told = |purse: Option<&Purse>| {
        let Some(purse) = purse else {
            return unknown(lang);
        };
        let all: Vec<String> = purse.iter().map(|m| screen.format.money(m)).collect();
        if all.is_empty() { Cell::words(words::none(lang)) } else { Cell::words(all.join(" + ")) }
    };
    let newest = money.newest_day.as_ref();
    let newest_cell = match newest {
        Some((day, purse)) => told(Some(purse)).small(day.to_string()),
        None => unknown(lang),
    };
    let lines = vec![
        line(case_words::usage_since(lang), told(money.since_first_day.as_ref())),
        line(case_words::may_refund(lang), told(money.may_be_refunded.as_ref())),
        line(case_words::usage_newest(lang), newest_cell),
        line(case_words::open_invoices(lang), told(Some(&money.open_invoices))),
        line(case_words::asked_back(lang), told(Some(&money.asked_back))),
    ];
    let note = money.known_to.map(|day| case_words::known_to(lang, &screen.format.day(day)));
    section(words::money(lang), note.as_deref(), vec![Block::Facts(lines)])
}

fn rests_on(lang: Lang, report: &Report) -> Section {
    let ids: Vec<&str> = report.rests_on.iter().map(|e| e.as_str()).collect();
    let mut lines = vec![line(words::entries(lang), Cell::code(ids.join("\n")))];
    for (writer, hash) in &report.issue.heads {
        lines.push(line(words::heads(lang), Cell::code(hash).small(writer)));
    }
    section(words::rests_on(lang), Some(words::rests_on_note(lang)), vec![Block::Facts(lines)])
}
