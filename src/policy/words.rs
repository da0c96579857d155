//! A text of the policy in both languages of the program.

/// What the policy says itself: labels and reasons. Words of the program live elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub en: String,
    /// Traditional Chinese as written in Taiwan.
    pub zh_hant: String,
}
