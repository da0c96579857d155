/// At most this many rows are in the document at once.
pub const MAX_ROWS: usize = 60;

/// Rows kept above the first one in sight.
const ABOVE: usize = 8;

/// The window moves by this many rows at a time, so that most scrolling changes nothing.
const STEP: usize = 8;

/// The rows that are in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub start: usize,
    pub end: usize,
    pub len: usize,
}

impl Window {
    /// The window over `len` rows when `first` is the first in sight.
    pub fn around(first: usize, len: usize) -> Self {
        if len <= MAX_ROWS {
            return Self { start: 0, end: len, len };
        }
        let wished = first.saturating_sub(ABOVE) / STEP * STEP;
        let start = wished.min(len - MAX_ROWS);
        Self { start, end: start + MAX_ROWS, len }
    }

    /// True when not every row is in the document.
    pub const fn is_partial(self) -> bool {
        self.len > MAX_ROWS
    }

    pub const fn below(self) -> usize {
        self.len - self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_tables_are_whole() {
        for len in [0, 1, MAX_ROWS] {
            let window = Window::around(0, len);
            assert_eq!((window.start, window.end), (0, len));
            assert!(!window.is_partial());
        }
    }

    #[test]
    fn every_row_in_sight_is_in_the_window() {
        let len = 100_000;
        for first in [0, 1, 7, 8, 9, 500, 99_000, 99_990, 99_999, 200_000] {
            let window = Window::around(first, len);
            assert_eq!(window.end - window.start, MAX_ROWS);
            assert!(window.end <= len);
            let seen = first.min(len - 1);
            assert!(window.start <= seen && seen < window.end, "{first}");
            let last_seen = (first + 40).min(len - 1);
            assert!(last_seen < window.end, "{first}");
        }
    }

    #[test]
    fn a_shrunken_table_is_not_overrun() {
        let window = Window::around(90_000, 61);
        assert_eq!((window.start, window.end, window.below()), (1, 61, 0));
    }
}
