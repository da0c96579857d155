//! Parts with no domain words: buttons, fields, tables, dialogs.
