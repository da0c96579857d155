//! The same module as if some of its functions had never been written.

use std::collections::BTreeSet;

use wasmparser::ValType;

use super::module::{Module, Thing};

/// What can still be reached when nothing calls the functions that are `out`.
pub fn reached(module: &Module, out: &dyn Fn(&str) -> bool) -> BTreeSet<Thing> {
    let is_out = |thing: &Thing| match thing {
        Thing::Function(number) => module.names.get(number).is_some_and(|name| out(name)),
        Thing::Data(_) => false,
    };
    let mut reached = BTreeSet::new();
    let mut open: Vec<Thing> = module.roots.clone();
    while let Some(thing) = open.pop() {
        if !is_out(&thing) && reached.insert(thing) {
            open.extend(module.edges.get(&thing).into_iter().flatten());
        }
    }
    reached
}

/// The module with nothing in the functions and the data that are not `kept`; what tells of the linking is left out.
pub fn written(bytes: &[u8], module: &Module, kept: &BTreeSet<Thing>) -> Vec<u8> {
    let bytes = emptied(bytes, module, kept);
    let mut out = bytes.get(..8).unwrap_or_default().to_vec();
    let mut at = 8;
    while let Some(&id) = bytes.get(at) {
        let (size, body) = number(&bytes, at + 1);
        let section = bytes.get(body..body + size).unwrap_or_default();
        match id {
            0 if is_of_linking(section) => {}
            CODE => section_of(&mut out, CODE, &code(&bytes, module, kept)),
            _ => section_of(&mut out, id, section),
        }
        at = body + size;
    }
    out
}

const CODE: u8 = 10;

/// A body that does nothing and answers whatever lies in memory, so that the optimiser can conclude nothing about
/// those who call it. Were it to fail, all that they do afterwards would be taken out with it.
fn nothing(answer: Option<ValType>) -> Vec<u8> {
    let load: &[u8] = match answer {
        None => &[],
        Some(ValType::I64) => &[0x41, 16, 0x29, 3, 0],
        Some(ValType::F32) => &[0x41, 16, 0x2a, 2, 0],
        Some(ValType::F64) => &[0x41, 16, 0x2b, 3, 0],
        Some(_) => &[0x41, 16, 0x28, 2, 0],
    };
    [&[0], load, &[0x0b]].concat()
}

/// Data that nothing names is zeroes; where two pieces lie in the same place, one that is kept keeps it.
fn emptied(bytes: &[u8], module: &Module, kept: &BTreeSet<Thing>) -> Vec<u8> {
    let mut out = bytes.to_vec();
    let (needed, free): (Vec<_>, Vec<_>) =
        module.data.iter().enumerate().partition(|(place, _)| kept.contains(&Thing::Data(*place)));
    for (_, range) in free {
        out[range.clone()].fill(0);
    }
    for (_, range) in needed {
        out[range.clone()].copy_from_slice(&bytes[range.clone()]);
    }
    out
}

fn code(bytes: &[u8], module: &Module, kept: &BTreeSet<Thing>) -> Vec<u8> {
    let mut code = Vec::new();
    write(&mut code, module.bodies.len());
    for (number, range) in &module.bodies {
        let empty = nothing(module.answers.get(number).copied());
        let is_kept = kept.contains(&Thing::Function(*number));
        let body = if is_kept { &bytes[range.clone()] } else { &empty };
        write(&mut code, body.len());
        code.extend_from_slice(body);
    }
    code
}

/// Names and places that no longer hold, and what only wasm-bindgen reads.
fn is_of_linking(section: &[u8]) -> bool {
    let (length, start) = number(section, 0);
    let name = section.get(start..start + length).unwrap_or_default();
    name == b"linking"
        || name == b"name"
        || name.starts_with(b"reloc.")
        || name.starts_with(b"__wasm_")
}

fn section_of(out: &mut Vec<u8>, id: u8, content: &[u8]) {
    out.push(id);
    write(out, content.len());
    out.extend_from_slice(content);
}

/// A number in seven bits a byte, and where the next thing begins.
fn number(bytes: &[u8], mut at: usize) -> (usize, usize) {
    let (mut number, mut shift) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        number |= usize::from(byte & 0x7f) << shift;
        at += 1;
        shift += 7;
        if byte & 0x80 == 0 {
            break;
        }
    }
    (number, at)
}

fn write(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use wasmparser::ValType;

    use super::super::module::{Module, Thing};
    use super::{nothing, reached, written};

    /// Two functions without arguments; the first is called from outside and calls the second.
    const WASM: &[u8] = &[
        0, b'a', b's', b'm', 1, 0, 0, 0, // The head.
        1, 4, 1, 0x60, 0, 0, // One type.
        3, 3, 2, 0, 0, // Two functions of it.
        10, 10, 2, 4, 0, 0x10, 1, 0x0b, 3, 0, 1,
        0x0b, // Their bodies; the second takes a step.
        0, 6, 4, b'n', b'a', b'm', b'e', 0, // Names, which no longer hold.
    ];

    fn module() -> Module {
        Module {
            names: BTreeMap::from([(0, "page".to_owned()), (1, "policy".to_owned())]),
            bodies: BTreeMap::from([(0, 23..27), (1, 28..31)]),
            roots: vec![Thing::Function(0)],
            edges: BTreeMap::from([(Thing::Function(0), vec![Thing::Function(1)])]),
            ..Module::default()
        }
    }

    #[test]
    fn what_is_out_and_all_that_only_it_names_is_not_reached() {
        let mut module = module();
        module.edges.insert(Thing::Function(1), vec![Thing::Data(0), Thing::Function(2)]);
        module.edges.entry(Thing::Function(0)).or_default().push(Thing::Function(2));
        let both = BTreeSet::from([Thing::Function(0), Thing::Function(2)]);
        assert_eq!(reached(&module, &|name| name == "policy"), both);
        assert_eq!(reached(&module, &|_| false).len(), 4);
    }

    #[test]
    fn a_function_that_is_not_kept_has_nothing_in_it() {
        let (module, all) = (module(), BTreeSet::from([Thing::Function(0), Thing::Function(1)]));
        let whole = written(WASM, &module, &all);
        assert_eq!(whole, WASM[..WASM.len() - 8], "only the names are left out");
        let less = written(WASM, &module, &BTreeSet::from([Thing::Function(0)]));
        assert!(less.ends_with(&[4, 0, 0x10, 1, 0x0b, 2, 0, 0x0b]));
        assert_eq!(nothing(Some(ValType::I64)), [0, 0x41, 16, 0x29, 3, 0, 0x0b]);
        assert!(wasmparser::Parser::new(0).parse_all(&less).all(|payload| payload.is_ok()));
    }
}
