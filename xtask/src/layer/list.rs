//! Which functions make a part heavy.

use std::collections::{BTreeMap, BTreeSet};

use super::module::{Module, Thing};

/// How many functions are told of each part.
const TOLD: usize = 60;

/// Prints the largest functions that are in the page before but not after, copies of one under one name.
/// Sizes are those of the linker, before the optimiser.
pub fn list(module: &Module, part: &str, before: &BTreeSet<Thing>, after: &BTreeSet<Thing>) {
    let mut sizes: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let (mut code, mut data) = (0, 0);
    for thing in before.difference(after) {
        match thing {
            Thing::Data(place) => data += module.data.get(*place).map_or(0, ExactSizeIterator::len),
            Thing::Function(number) => {
                let size = module.bodies.get(number).map_or(0, ExactSizeIterator::len);
                let name = module.names.get(number).map_or("(without a name)", String::as_str);
                let (sum, copies) = sizes.entry(name).or_default();
                *sum += size;
                *copies += 1;
                code += size;
            }
        }
    }
    let mut sizes: Vec<(&str, (usize, usize))> = sizes.into_iter().collect();
    sizes.sort_by_key(|(_, (size, _))| std::cmp::Reverse(*size));
    println!("\n{part}: {code} bytes of code, {data} of data; size, copies, name:");
    for (name, (size, copies)) in sizes.iter().take(TOLD) {
        println!("{size:>8}{copies:>5}  {name}");
    }
}
