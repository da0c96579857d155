//! Every word on the screen, in both languages side by side.
//!
//! One function for each message; both languages stand in one place, and a missing one does not compile.

/// Messages without parts: `name: "English" / "中文";` gives `fn name(lang) -> &'static str`.
macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident: $en:literal / $zh:literal;)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub const fn $name(lang: $crate::app::Lang) -> &'static str {
            match lang {
                $crate::app::Lang::En => $en,
                $crate::app::Lang::ZhHant => $zh,
            }
        }
    )*};
}

/// Messages with parts: `name(days: i64): "{days} d overdue" / "逾期 {days} 天";` gives `fn name(lang, days) -> String`.
///
/// English words that follow a count stand behind `with`, for one and for many:
/// `rows(count: &str): "{count} {row}" with row(count) "row" "rows" / "{count} 列";`. Chinese needs none.
macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($part:ident: $type:ty),* $(,)?):
        $en:literal $(with $($word:ident($count:ident) $one:literal $many:literal),+)? / $zh:literal;)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name(lang: $crate::app::Lang, $($part: $type),*) -> String {
            match lang {
                $crate::app::Lang::En => {
                    $($(let $word = $crate::app::words::counted::word(&$count, $one, $many);)+)?
                    format!($en)
                }
                $crate::app::Lang::ZhHant => format!($zh),
            }
        }
    )*};
}

pub mod book_files;
pub mod case;
pub mod collections;
pub mod collections_forms;
pub mod collections_marks;
pub mod collections_reasons;
mod counted;
pub mod credit;
pub mod customers;
pub mod dmn;
pub mod exchange;
pub mod file_kinds;
pub mod first_run;
pub mod help;
pub mod history;
pub mod import_problems;
pub mod keeping;
pub mod late;
pub mod ledger;
pub mod mapping;
pub mod marks;
pub mod outlook;
pub mod places;
pub mod policy;
pub mod policy_cells;
pub mod policy_challenger;
pub mod policy_changes;
pub mod policy_faults;
pub mod policy_page;
pub mod policy_parts;
pub mod policy_thresholds;
pub mod policy_types;
pub mod report;
pub mod rescue;
pub mod risk;
pub mod rules;
pub mod settings;
pub mod sharing;
pub mod signals;
pub mod suspicion;
pub mod terminal;
pub mod toasts;
pub mod today;
