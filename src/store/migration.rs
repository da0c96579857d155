//! From older forms of a kept value to the present one.
//!
//! Entries themselves are never rewritten: their text is under a hash. What a migration changes
//! is the lines around them, and only in memory; the kept value stays as it was written.

/// One step: from the form before to `to`.
pub struct Migration {
    pub to: u32,
    /// Gets the text of the form before, gives that of the form `to`, or says why it cannot.
    pub lift: fn(&str) -> Result<String, String>,
}

/// All steps ever shipped, oldest first. The first form had none before it.
pub const MIGRATIONS: &[Migration] = &[];

/// The form that this program writes.
pub const FORM: u32 = 1;

/// Whether steps are numbered 2, 3, 4 … without a gap, up to the form written.
///
/// # Errors
/// The place of the first step that is out of line.
pub fn check(steps: &[Migration], written: u32) -> Result<(), String> {
    for (expected, step) in (2_u32..).zip(steps) {
        if step.to != expected {
            return Err(format!(
                "a step to form {} stands where the step to form {expected} belongs",
                step.to
            ));
        }
    }
    let last = steps.last().map_or(1, |s| s.to);
    if last != written {
        return Err(format!("the steps end at form {last}, and form {written} is written"));
    }
    Ok(())
}

/// Lifts a text of some form through all later steps.
///
/// # Errors
/// The words of the step that could not lift it.
pub fn lift(steps: &[Migration], form: u32, text: String) -> Result<String, String> {
    steps.iter().filter(|step| step.to > form).try_fold(text, |text, step| (step.lift)(&text))
}
