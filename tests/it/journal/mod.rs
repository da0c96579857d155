//! The journal: its laws, its chains, and the fold over it. Rules: `src/journal/SPEC.md`.

mod chains;
mod disagreements;
mod fold;
mod laws;
