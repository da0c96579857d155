//! Stable ids of rules, as shown beside every decision, step, hold and refusal.

use std::borrow::Cow;
use std::fmt;

/// The id of a rule, such as `COL-020`. Once shipped it never means something else.
///
/// Families: `COL` collections, `CR` credit (own rules beside those of the policy document),
/// `SUS` suspicious activity, `MAR` money at risk, `PLT` Microsoft's dated rules,
/// `IMP` import, `JRN` journal and keeping.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(Cow<'static, str>);

impl RuleId {
    #[must_use]
    pub const fn fixed(id: &'static str) -> Self {
        Self(Cow::Borrowed(id))
    }

    /// A rule named by a policy document.
    #[must_use]
    pub fn named(id: &str) -> Self {
        Self(Cow::Owned(id.to_owned()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
