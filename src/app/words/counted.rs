//! English words that follow a count.

use std::fmt::Display;

/// The word after a count as it is shown: for one, or for none and many.
pub(super) fn word(count: &dyn Display, one: &'static str, many: &'static str) -> &'static str {
    if count.to_string() == "1" { one } else { many }
}

#[cfg(test)]
mod tests {
    use crate::app::Lang::{En, ZhHant};
    use crate::app::words::{book_files, risk, today};

    #[test]
    fn english_words_follow_their_counts() {
        assert_eq!(today::lead(En, "1"), "1 thing wants you.");
        assert_eq!(today::lead(En, "0"), "0 things want you.");
        assert_eq!(today::lead(En, "1,001"), "1,001 things want you.");
        assert_eq!(book_files::holds(En, "1", "2"), "1 entry of 2 writers");
        assert_eq!(book_files::holds(En, "11", "1"), "11 entries of 1 writer");
        let still = "1 Azure subscription under it still runs; cancel that first.";
        assert_eq!(risk::children(En, "1"), still);
        assert_eq!(today::customers(ZhHant, "1"), "1 位客戶");
    }
}
