//! Writers: reports, bundles and tables for other people and other programs.

pub mod ics;
pub mod report;
