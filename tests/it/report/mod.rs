//! The suspicious-activity report: its record, its page, its table.

mod files;
mod hostile;
mod revisions;
