//! What each page shows, as text and flags ready to show.

pub mod case;
mod case_happenings;
pub mod case_panel;
pub mod clock;
pub mod collections;
pub mod collections_customer;
pub mod collections_form;
pub mod collections_marks;
pub mod collections_picture;
pub mod collections_shape;
pub mod collections_text;
pub mod containment;
pub mod credit;
pub mod credit_list;
pub mod credit_memo;
pub mod customer_cases;
pub mod customer_head;
pub mod customers;
pub mod exchange;
pub mod frame;
pub mod history;
pub mod history_detail;
pub mod money_at_risk;
pub mod palette;
mod parts;
pub mod policy;
pub mod report;
pub mod report_paper;
pub mod risk_text;
pub mod rules;
pub mod settings;
pub mod subscriptions;
pub mod suspicion;
pub mod today;

pub use parts::{AmountText, Tone, amounts};
