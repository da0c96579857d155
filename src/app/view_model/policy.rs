//! The policy page: the document in force, table by table, with its own tests run.

use crate::app::Screen;
use crate::app::words::credit::outcome_name;
use crate::app::words::policy as words;
use crate::engine::credit::run_tests;
use crate::policy::Compiled;
use crate::policy::document::{
    Amount, Condition, LimitStage, Parameter, Rule, Scorecard, StageKind, TableStage,
};
use crate::policy::ladder::Step;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub name: String,
    pub facts: Vec<(&'static str, String)>,
    pub grids: Vec<Grid>,
}

/// A table of the document: heads and rows of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    pub title: String,
    pub note: Option<String>,
    pub heads: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// None when no policy can be used.
#[must_use]
pub fn page(screen: &Screen<'_>) -> Option<Page> {
    let policy = screen.state.policy_in_force.as_deref()?;
    let document = &policy.document;
    let mut grids: Vec<Grid> = document
        .stages
        .iter()
        .map(|stage| {
            let title = screen.says(&stage.label);
            match &stage.kind {
                StageKind::Rules(rules) => of_rules(screen, title, rules),
                StageKind::Table(table) => of_table(screen, title, table),
                StageKind::Limit(limit) => of_limit(screen, title, limit),
            }
        })
        .collect();
    grids.extend(document.scorecards.iter().map(|c| of_card(screen, c)));
    grids.push(of_ladder(screen, &document.collections.steps));
    grids.push(of_parameters(screen, &document.parameters));
    grids.push(of_fields(screen, policy));
    grids.retain(|g| !g.rows.is_empty());
    Some(Page { name: screen.says(&document.name), facts: facts(screen, policy), grids })
}

fn facts(screen: &Screen<'_>, policy: &Compiled) -> Vec<(&'static str, String)> {
    let lang = screen.lang();
    let tests = run_tests(policy);
    let passed = tests.iter().filter(|t| t.passed()).count();
    let number = |n: usize| screen.format.number(i64::try_from(n).unwrap_or(i64::MAX));
    let origin =
        if screen.state.policy_is_shipped { words::shipped(lang) } else { words::recorded(lang) };
    let mut facts = vec![
        (words::version(lang), policy.document.version.clone()),
        (words::origin(lang), origin.to_owned()),
        (words::tests(lang), words::tests_passed(lang, &number(passed), &number(tests.len()))),
        (words::hash(lang), policy.sha256.clone()),
    ];
    if let Some(from) = policy.document.effective.0 {
        facts.insert(1, (words::from(lang), screen.format.day(from)));
    }
    facts
}

fn heads(names: &[&str]) -> Vec<String> {
    names.iter().map(|n| (*n).to_owned()).collect()
}

fn conditions(all: &[Condition]) -> String {
    let one = |c: &Condition| format!("{} {}", c.field, c.is);
    all.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn of_rules(screen: &Screen<'_>, title: String, rules: &[Rule]) -> Grid {
    let lang = screen.lang();
    let row = |rule: &Rule| {
        let mut when = conditions(&rule.when);
        if !rule.unless.is_empty() {
            when = format!("{when}; {} {}", words::unless(lang), conditions(&rule.unless));
        }
        vec![rule.id.clone(), screen.says(&rule.label), when, outcome_name(lang, &rule.then)]
    };
    Grid {
        title,
        note: None,
        heads: heads(&[
            words::rule(lang),
            words::reason(lang),
            words::when(lang),
            words::then(lang),
        ]),
        rows: rules.iter().map(row).collect(),
    }
}

fn of_table(screen: &Screen<'_>, title: String, table: &TableStage) -> Grid {
    let lang = screen.lang();
    let text = &table.text;
    let mut names = vec![words::row(lang).to_owned()];
    names.extend(text.inputs.iter().map(|i| i.expression.clone()));
    names.extend(text.outputs.iter().map(|o| o.name.clone()));
    let rows = text.rows.iter().map(|row| {
        let cells = row.when.iter().chain(&row.then).cloned();
        std::iter::once(row.id.clone()).chain(cells).collect()
    });
    Grid {
        title,
        note: Some(words::hit(lang, table.hit).to_owned()),
        heads: names,
        rows: rows.collect(),
    }
}

fn of_limit(screen: &Screen<'_>, title: String, limit: &LimitStage) -> Grid {
    let lang = screen.lang();
    let row = |c: &crate::policy::document::Candidate| {
        vec![c.id.clone(), screen.says(&c.label), c.expr.clone()]
    };
    Grid {
        title,
        note: Some(words::limit_note(lang).to_owned()),
        heads: heads(&[words::rule(lang), words::candidate(lang), words::how(lang)]),
        rows: limit.candidates.iter().map(row).collect(),
    }
}

fn of_card(screen: &Screen<'_>, card: &Scorecard) -> Grid {
    let lang = screen.lang();
    let rows = card.characteristics.iter().flat_map(|c| {
        c.bins.iter().map(|bin| {
            vec![
                c.field.clone(),
                bin.is.clone(),
                bin.points.normalize().to_string(),
                bin.reason.clone().unwrap_or_default(),
            ]
        })
    });
    Grid {
        title: screen.says(&card.label),
        note: Some(words::scorecards(lang).to_owned()),
        heads: heads(&[
            words::field(lang),
            words::is(lang),
            words::points(lang),
            words::reason(lang),
        ]),
        rows: rows.collect(),
    }
}

fn of_ladder(screen: &Screen<'_>, steps: &[Step]) -> Grid {
    let lang = screen.lang();
    let row = |step: &Step| {
        let notice = i64::from(step.min_notice_days);
        let day = if step.delay_days > 0 {
            format!("+{}", screen.format.number(step.delay_days))
        } else {
            screen.format.number(step.delay_days)
        };
        vec![
            step.rule.to_string(),
            screen.says(&step.label),
            day,
            words::days(lang, &screen.format.number(notice)),
            screen.says(&step.why),
        ]
    };
    Grid {
        title: words::ladder(lang).to_owned(),
        note: None,
        heads: heads(&[
            words::rule(lang),
            words::step(lang),
            words::day(lang),
            words::notice(lang),
            words::reason(lang),
        ]),
        rows: steps.iter().map(row).collect(),
    }
}

fn of_parameters(screen: &Screen<'_>, parameters: &[Parameter]) -> Grid {
    let lang = screen.lang();
    let rows = parameters.iter().flat_map(|parameter| {
        parameter.values.iter().map(|dated| {
            let value = match &dated.amount {
                Amount::Number(number) => number.normalize().to_string(),
                Amount::Money(amounts) => {
                    amounts.values().map(|m| screen.format.money(*m)).collect::<Vec<_>>().join(", ")
                }
            };
            vec![
                parameter.id.clone(),
                screen.says(&parameter.label),
                words::from_day(lang, &screen.format.day(dated.from), &value),
                screen.says(&dated.why),
            ]
        })
    });
    Grid {
        title: words::parameters(lang).to_owned(),
        note: None,
        heads: heads(&[words::field(lang), "", words::value(lang), words::reason(lang)]),
        rows: rows.collect(),
    }
}

fn of_fields(screen: &Screen<'_>, policy: &Compiled) -> Grid {
    let lang = screen.lang();
    let row = |field: &crate::policy::document::Field| {
        let age = field.max_age_days.map(|d| {
            let days = screen.format.number(i64::from(d));
            words::days(lang, &days)
        });
        vec![
            field.id.clone(),
            screen.says(&field.label),
            field.source.clone(),
            age.unwrap_or_default(),
        ]
    };
    Grid {
        title: words::fields(lang).to_owned(),
        note: None,
        heads: heads(&[words::field(lang), "", words::source(lang), words::greatest_age(lang)]),
        rows: policy.document.fields.iter().map(row).collect(),
    }
}
