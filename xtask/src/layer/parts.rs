//! What is counted as which part of the policy.

/// One part, by the modules that its functions are written in.
pub struct Part {
    pub name: &'static str,
    /// Whether it counts as the policy layer: reading, checking and compiling a policy, and deciding by it.
    pub is_layer: bool,
    modules: &'static [&'static str],
}

const fn layer(name: &'static str, modules: &'static [&'static str]) -> Part {
    Part { name, is_layer: true, modules }
}

const fn beside(name: &'static str, modules: &'static [&'static str]) -> Part {
    Part { name, is_layer: false, modules }
}

/// In the order in which they are taken out: of the layer, who uses comes before what is used; then what is beside
/// it. A module within another may be of another part.
pub const PARTS: &[Part] = &[
    layer("decisions with trace and reasons, both ways", &["engine::credit"]),
    layer("the document: read, checked, compiled", &["policy"]),
    layer(
        "cells, expressions, tables, canonical bytes",
        &[
            "policy::feel",
            "policy::table",
            "policy::table_index",
            "policy::regions",
            "policy::canonical",
        ],
    ),
    beside(
        "settings of reminders and signals in the document",
        &["policy::ladder", "policy::signals", "policy::bounds"],
    ),
    beside(
        "what is done with a decision, replay among it",
        &[
            "engine::credit::authority",
            "engine::credit::counterfactual",
            "engine::credit::in_force",
            "engine::credit::marks",
            "engine::credit::putting",
            "engine::credit::record",
            "engine::credit::replay",
            "engine::credit::said",
            "engine::credit::sale",
        ],
    ),
    beside(
        "attributes of customers, the whole book at once",
        &["engine::credit::attributes", "engine::credit::known", "engine::credit::alike"],
    ),
    beside(
        "editing, comparing and trying policies",
        &[
            "policy::analysis",
            "policy::diff",
            "engine::credit::simulate",
            "engine::credit::challenger",
            "engine::credit::guards",
            "engine::credit::self_test",
        ],
    ),
];

/// Whether a function belongs to any of the first `n` parts.
pub fn is_among(name: &str, n: usize) -> bool {
    part(name).is_some_and(|part| part < n)
}

/// The part with the innermost module that the function is written in, or for a type of which it is.
fn part(name: &str) -> Option<usize> {
    let place = name.strip_prefix("core::ptr::drop_in_place").unwrap_or(name);
    let place = place.trim_start_matches('<').strip_prefix("recourse::")?;
    let is_in =
        |module: &&str| place.strip_prefix(module).is_some_and(|rest| rest.starts_with("::"));
    let length = |part: &Part| part.modules.iter().filter(|m| is_in(m)).map(|m| m.len()).max();
    let found = PARTS.iter().map(length).enumerate().filter_map(|(at, length)| Some((length?, at)));
    found.max().map(|(_, at)| at)
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn the_innermost_module_says_of_which_part_a_function_is() {
        assert_eq!(part("recourse::engine::credit::evaluate::Run::rule"), Some(0));
        assert_eq!(part("core::ptr::drop_in_place<recourse::policy::compiled::Card>"), Some(1));
        assert_eq!(part("recourse::policy::table_index::within"), Some(2));
        assert_eq!(
            part("<recourse::engine::credit::known::Known as core::clone::Clone>::clone"),
            Some(5)
        );
        assert_eq!(part("recourse::policy::diff::compare::diff"), Some(6));
        assert_eq!(part("recourse::app::view_model::policy::page"), None);
        assert_eq!(part("core::slice::sort::stable::driftsort_main"), None);
    }
}
