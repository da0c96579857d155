//! What each page shows, as text and flags ready to show.
