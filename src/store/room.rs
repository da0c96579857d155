//! How much of the browser's room is taken.

use super::storage::QUOTA_UNITS;

/// Warn from here on, in hundredths of the room: space for a few weeks of work is left.
pub const WARN_PERCENT: usize = 80;

/// The room taken by everything this page's origin keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// UTF-16 units of keys and values.
    pub used: usize,
    /// UTF-16 units that the browser gives.
    pub quota: usize,
}

/// What the room means for the person at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoomLevel {
    Plenty,
    /// From 80 % on: export a file and remove what is no longer needed.
    Tight,
    /// Nothing more fits.
    Full,
}

impl Room {
    pub(super) const fn new(used: usize) -> Self {
        Self { used, quota: QUOTA_UNITS }
    }

    #[must_use]
    pub const fn free(self) -> usize {
        self.quota.saturating_sub(self.used)
    }

    /// Whole hundredths taken, rounded up: nothing kept is never 0 %.
    #[must_use]
    pub const fn percent(self) -> usize {
        self.used.saturating_mul(100).div_ceil(self.quota)
    }

    #[must_use]
    pub const fn level(self) -> RoomLevel {
        if self.used >= self.quota {
            RoomLevel::Full
        } else if self.used.saturating_mul(100) >= self.quota.saturating_mul(WARN_PERCENT) {
            RoomLevel::Tight
        } else {
            RoomLevel::Plenty
        }
    }
}
