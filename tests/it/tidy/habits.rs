//! Habits that have a reason, and no lint of their own.

use super::source::{Source, item_end};
use super::{finds, holds};

/// What may not stand in code, where, and why.
struct Habit {
    text: &'static str,
    reason: &'static str,
    /// Parts that are looked at; none means all of the product.
    within: &'static [&'static str],
    /// Files that are the one right place.
    except: &'static [&'static str],
    /// Whether the insides of strings are looked at too.
    in_strings: bool,
}

const EXACT: &[&str] =
    &["src/domain/", "src/engine/", "src/policy/", "src/book/", "src/platform/", "src/journal/"];

const HABITS: &[Habit] = &[
    Habit {
        text: "f32",
        reason: "no floats where money and days are",
        within: EXACT,
        except: &[],
        in_strings: false,
    },
    Habit {
        text: "f64",
        reason: "no floats where money and days are",
        within: EXACT,
        except: &[],
        in_strings: false,
    },
    Habit {
        text: "\"#/",
        reason: "a link is a `Route`; one place prints and parses them",
        within: &["src/"],
        except: &["src/app/route.rs", "src/ui/pages/gallery/"],
        in_strings: true,
    },
    Habit {
        text: "inner_html",
        reason: "text is shown as text, never as markup",
        within: &[],
        except: &[],
        in_strings: false,
    },
    Habit {
        text: "style=",
        reason: "the page's policy blocks style attributes; write `style:name=` or a class",
        within: &["src/ui/"],
        except: &[],
        in_strings: false,
    },
    Habit {
        text: "unimplemented!",
        reason: "finish it or leave it out",
        within: &[],
        except: &[],
        in_strings: false,
    },
    Habit {
        text: "unreachable!",
        reason: "make the impossible unwritable, or answer it",
        within: &["src/"],
        except: &[],
        in_strings: false,
    },
    Habit {
        text: "unsafe",
        reason: "nothing here needs it",
        within: &[],
        except: &[],
        in_strings: false,
    },
    Habit {
        text: "SystemTime::now",
        reason: "the clock is read in ui/shell and cli alone",
        within: &["src/"],
        except: &["src/cli/", "src/ui/shell/"],
        in_strings: false,
    },
];

#[test]
fn habits_are_kept() {
    holds(habits);
}

#[test]
fn no_test_is_switched_off() {
    holds(ignored);
}

#[test]
fn no_logic_stands_in_a_list_of_modules() {
    holds(lists);
}

#[test]
fn these_checks_can_fail() {
    finds(habits, 1, "src/engine/a.rs", "fn a(b: f64) {}");
    finds(habits, 0, "src/engine/a.rs", "fn a(af64: u8) {} // f64");
    finds(habits, 1, "src/ui/pages/a.rs", "let to = \"#/customers\";");
    finds(habits, 0, "src/app/route.rs", "let to = \"#/customers\";");
    finds(habits, 1, "src/ui/kit/a.rs", "view! { <div inner_html=text></div> }");
    finds(habits, 1, "src/ui/kit/a.rs", "view! { <div style=move || text></div> }");
    finds(habits, 0, "src/ui/kit/a.rs", "view! { <div style:width=text></div> }");
    finds(habits, 1, "src/book/a.rs", "std::time::SystemTime::now()");
    finds(ignored, 1, "tests/it/a.rs", "#[test]\n#[ignore]\nfn a() {}");
    finds(ignored, 1, "tests/it/a.rs", "#[ignore = \"slow\"]\nfn a() {}");
    finds(lists, 1, "src/a/mod.rs", "mod b;\nfn c() {}");
    finds(lists, 0, "src/a/mod.rs", "mod b;\npub use b::B;");
    finds(lists, 0, "src/a/mod.rs", "macro_rules! c { () => { fn d() {} } }\nmod b;");
}

fn habits(sources: &[Source]) -> Vec<String> {
    let product = sources.iter().filter(|source| source.is_product());
    product.flat_map(|source| HABITS.iter().flat_map(move |habit| broken(habit, source))).collect()
}

fn broken(habit: &Habit, source: &Source) -> Vec<String> {
    let begins = |list: &[&str]| list.iter().any(|start| source.path.starts_with(start));
    if !habit.within.is_empty() && !begins(habit.within) || begins(habit.except) {
        return Vec::new();
    }
    let text = if habit.in_strings { &source.uncommented } else { &source.code };
    let is_word = habit.text.starts_with(char::is_alphanumeric);
    text.match_indices(habit.text)
        .filter(|(at, _)| {
            !is_word
                || !text[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '-')
        })
        .map(|(at, found)| {
            format!("{}:{}: `{found}`: {}", source.path, source.line(at), habit.reason)
        })
        .collect()
}

/// A test that does not run is a claim that nobody checks.
fn ignored(sources: &[Source]) -> Vec<String> {
    let faults = |source: &Source| {
        let marks = source.code.match_indices("#[ignore");
        marks
            .map(|(at, _)| format!("{}:{}: a test is ignored", source.path, source.line(at)))
            .collect::<Vec<_>>()
    };
    sources.iter().flat_map(faults).collect()
}

fn lists(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| source.path.starts_with("src/") && source.path.ends_with("/mod.rs"))
        .filter(|source| without_macros(&source.code).contains("fn "))
        .map(|source| {
            format!(
                "{}: a mod.rs lists and re-exports; move the function to a file of its own",
                source.path
            )
        })
        .collect()
}

/// A macro must stand before the modules that use it.
fn without_macros(code: &str) -> String {
    let mut rest = code.to_owned();
    while let Some(at) = rest.find("macro_rules!") {
        let end = item_end(&rest, at);
        rest.replace_range(at..end, "");
    }
    rest
}
