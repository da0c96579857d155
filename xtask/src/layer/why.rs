//! How something comes to be in the page.

use std::collections::{BTreeMap, VecDeque};

use super::module::{Module, Thing};
use crate::Outcome;

/// Prints a shortest way to the first function whose name holds `wanted`, back to what is called from outside.
pub fn tell(module: &Module, wanted: &str) -> Outcome {
    let way = way(module, wanted);
    way.iter().for_each(|name| println!("{name}"));
    if way.is_empty() { Err(format!("nothing named `{wanted}` is in the page")) } else { Ok(()) }
}

fn way(module: &Module, wanted: &str) -> Vec<String> {
    let mut before: BTreeMap<Thing, Option<Thing>> = BTreeMap::new();
    let mut open: VecDeque<(Thing, Option<Thing>)> =
        module.roots.iter().map(|root| (*root, None)).collect();
    while let Some((thing, from)) = open.pop_front() {
        if before.contains_key(&thing) {
            continue;
        }
        before.insert(thing, from);
        if name(module, thing).contains(wanted) {
            let back = |thing: &Thing| before.get(thing).copied().flatten();
            return std::iter::successors(Some(thing), back)
                .map(|thing| name(module, thing))
                .collect();
        }
        let named = module.edges.get(&thing).into_iter().flatten();
        open.extend(named.map(|named| (*named, Some(thing))));
    }
    Vec::new()
}

fn name(module: &Module, thing: Thing) -> String {
    match thing {
        Thing::Function(number) => module.names.get(&number).cloned().unwrap_or_default(),
        Thing::Data(place) => format!("data of {} bytes", module.data[place].len()),
    }
}
