//! Virtual machine sizes, read from what usage rows call them.

/// What the name of a machine size tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VmSize {
    /// The letters before the number, in capitals, such as `NC`.
    pub family: String,
    /// The number after the letters. Old names (A, D, G) count sizes there, not vCPUs;
    /// a constrained size such as `E96-24s` is billed as 96.
    pub vcpus: Option<u32>,
}

/// Reads `Standard_NC24ads_A100_v4`, `NC24ads A100 v4`, `E96-24s v5` or `D2 v3/DS2 v3`.
///
/// None when it does not look like a machine size.
#[must_use]
pub fn parse(text: &str) -> Option<VmSize> {
    let trimmed = text.trim();
    let name = ["Standard_", "Basic_"]
        .iter()
        .find_map(|prefix| trimmed.strip_prefix(prefix))
        .unwrap_or(trimmed);
    let letters = name.bytes().take_while(u8::is_ascii_uppercase).count();
    let (family, rest) = name.split_at_checked(letters)?;
    if !(1..=4).contains(&family.len()) {
        return None;
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, tail) = rest.split_at_checked(digits)?;
    let fits = tail
        .chars()
        .next()
        .is_none_or(|c| c.is_ascii_lowercase() || matches!(c, '-' | '_' | ' ' | '/'));
    let vcpus = number.parse().ok();
    (fits && vcpus.is_some()).then(|| VmSize { family: family.to_owned(), vcpus })
}

impl VmSize {
    /// Whether it is of one of the families: the same letters, or letters that continue
    /// those of a family of two or more (`NCC` is a kind of `NC`; `HB` is no kind of `H`).
    #[must_use]
    pub fn is_of(&self, families: &[String]) -> bool {
        families.iter().any(|wanted| {
            self.family == *wanted || (wanted.len() > 1 && self.family.starts_with(wanted.as_str()))
        })
    }
}
