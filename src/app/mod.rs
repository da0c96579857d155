//! State, events and effects; one update for each page; view models and words. Pure.
