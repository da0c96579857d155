//! Parts with no words of their own and nothing of the domain: buttons, fields, tables, dialogs.
//!
//! Every text is handed in by the caller. What only a browser can do is borrowed through
//! [`Hands`]. The page `README.md` beside this file shows a line of use for each.

mod amount;
mod badge;
mod banner;
mod button;
mod callout;
mod chips;
mod confirm_typed;
mod copy_text;
mod dialog;
mod drop_zone;
mod empty_state;
mod facts;
mod field;
mod frame;
mod glyph;
mod hands;
mod icon;
mod icon_button;
mod ident;
mod kbd;
mod link_button;
mod loading;
mod meaning;
mod menu;
mod meter;
mod name;
mod page_head;
mod panel;
mod progress;
mod rule_tag;
mod search_box;
mod section;
mod segmented;
mod steps;
mod table;
mod tabs;
mod timeline_list;
mod toasts;
mod visually_hidden;
mod why;
mod work_row;

#[cfg(test)]
mod tests;

/// A text that may change while it is shown: `&'static str`, `String`, a signal or a closure.
pub use leptos::text_prop::TextProp as Text;

pub use amount::Amount;
pub use badge::Badge;
pub use banner::{Banner, BannerKind};
pub use button::{Button, ButtonKind};
pub use callout::Callout;
pub use chips::{Chip, FilterChips};
pub use confirm_typed::ConfirmTyped;
pub use copy_text::CopyText;
pub use dialog::{Dialog, DialogSize};
pub use drop_zone::DropZone;
pub use empty_state::{EmptyKind, EmptyState};
pub use facts::{Fact, Facts, FactsKind};
pub use field::{
    CheckField, Choice, ErrorLink, ErrorSummary, InputKind, RadioGroup, SelectField, TextArea,
    TextField,
};
pub use frame::{BottomBar, Frame, Place, Rail, SkipLink, TopBar};
pub use glyph::Glyph;
pub use hands::{Hands, ScrollBox, hands};
pub use icon::Icon;
pub use icon_button::IconButton;
pub use kbd::Kbd;
pub use link_button::LinkButton;
pub use loading::Loading;
pub use meaning::Meaning;
pub use menu::{Menu, MenuAct, MenuItem};
pub use meter::Meter;
pub use name::Name;
pub use page_head::PageHead;
pub use panel::Panel;
pub use progress::ProgressBar;
pub use rule_tag::RuleTag;
pub use search_box::SearchBox;
pub use section::Section;
pub use segmented::{Segment, Segmented};
pub use steps::{StepState, Steps, WizardStep};
pub use table::{Cell, Column, Direction, MAX_ROWS, Row, Rows, Sort, Table};
pub use tabs::{Tab, Tabs};
pub use timeline_list::{TimelineItem, TimelineList, TimelineNow, TimelineState};
pub use toasts::{Toast, Toasts};
pub use visually_hidden::VisuallyHidden;
pub use why::Why;
pub use work_row::WorkRow;
