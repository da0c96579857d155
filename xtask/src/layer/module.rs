//! The page's wasm with what the linker wrote beside it: which function and which piece of data names which.

use std::collections::BTreeMap;
use std::ops::Range;

use wasmparser::{
    Data, ExternalKind, KnownCustom, Linking, Name, Parser, Payload, RelocationEntry,
    RelocationType, SymbolInfo, TypeRef, ValType,
};

use crate::Outcome;

/// A function or a piece of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    Function(u32),
    /// By its place among the pieces of data.
    Data(usize),
}

/// What the linker says of one module.
#[derive(Default)]
pub struct Module {
    /// Names as they are written in the source, by the function's number.
    pub names: BTreeMap<u32, String>,
    /// Where each function's body lies in the file, by its number.
    pub bodies: BTreeMap<u32, Range<usize>>,
    /// Types of what functions answer, by the number of the function; none for those that answer nothing.
    pub answers: BTreeMap<u32, ValType>,
    /// Where each piece of data lies in the file.
    pub data: Vec<Range<usize>>,
    /// The whole section of code and the segments of data in the file.
    pub code: Range<usize>,
    pub segments: Vec<Range<usize>>,
    /// What is called from outside.
    pub roots: Vec<Thing>,
    /// Which thing names which.
    pub edges: BTreeMap<Thing, Vec<Thing>>,
}

/// What is gathered before the parts can be put together.
#[derive(Default)]
struct Gathered<'a> {
    module: Module,
    n_imported: u32,
    /// The first result of each type of functions.
    types: Vec<Option<ValType>>,
    sections: Vec<Range<usize>>,
    symbols: Vec<SymbolInfo<'a>>,
    /// By the number of the section they are in.
    relocations: Vec<(usize, RelocationEntry)>,
}

/// Reads a module that was linked with `--emit-relocs`.
pub fn read(bytes: &[u8]) -> Outcome<Module> {
    let told =
        |why: wasmparser::BinaryReaderError| format!("the page's wasm cannot be read: {why}");
    let mut gathered = Gathered::default();
    for payload in Parser::new(0).parse_all(bytes) {
        gathered.take(&payload.map_err(told)?).map_err(told)?;
    }
    if gathered.relocations.is_empty() {
        return Err(
            "the page's wasm does not say what names what; was it linked with `--emit-relocs`?"
                .into(),
        );
    }
    Ok(gathered.together())
}

impl<'a> Gathered<'a> {
    fn take(&mut self, payload: &Payload<'a>) -> wasmparser::Result<()> {
        if let Some((_, range)) = payload.as_section() {
            self.sections.push(near(&range));
        }
        match payload {
            Payload::ImportSection(imports) => {
                for import in imports.clone().into_imports() {
                    self.n_imported +=
                        u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::TypeSection(types) => {
                for kind in types.clone().into_iter_err_on_gc_types() {
                    self.types.push(kind?.results().first().copied());
                }
            }
            Payload::FunctionSection(functions) => {
                for (kind, number) in functions.clone().into_iter().zip(self.n_imported..) {
                    if let Some(answer) = self.types.get(kind? as usize).copied().flatten() {
                        self.module.answers.insert(number, answer);
                    }
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports.clone() {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        self.module.roots.push(Thing::Function(export.index));
                    }
                }
            }
            Payload::StartSection { func, .. } => self.module.roots.push(Thing::Function(*func)),
            Payload::CodeSectionStart { range, .. } => self.module.code = near(range),
            Payload::CodeSectionEntry(body) => {
                let number = self.n_imported + self.module.bodies.len() as u32;
                self.module.bodies.insert(number, near(&body.range()));
            }
            Payload::DataSection(segments) => {
                for segment in segments.clone() {
                    self.module.segments.push(inside(&segment?));
                }
            }
            Payload::CustomSection(custom) => self.take_custom(custom.as_known())?,
            _ => {}
        }
        Ok(())
    }

    fn take_custom(&mut self, custom: KnownCustom<'a>) -> wasmparser::Result<()> {
        match custom {
            KnownCustom::Linking(linking) => {
                for part in linking.subsections() {
                    if let Linking::SymbolTable(symbols) = part? {
                        self.symbols = symbols.into_iter().collect::<wasmparser::Result<_>>()?;
                    }
                }
            }
            KnownCustom::Reloc(relocations) => {
                let section = relocations.section_index() as usize;
                for entry in relocations.entries() {
                    self.relocations.push((section, entry?));
                }
            }
            KnownCustom::Name(names) => {
                for part in names {
                    if let Name::Function(names) = part? {
                        for naming in names {
                            let naming = naming?;
                            let name = format!("{:#}", rustc_demangle::demangle(naming.name));
                            self.module.names.insert(naming.index, name);
                        }
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn together(mut self) -> Module {
        let mut places: Vec<Option<Thing>> = Vec::new();
        for symbol in &self.symbols {
            places.push(match symbol {
                SymbolInfo::Func { index, .. } => Some(Thing::Function(*index)),
                SymbolInfo::Data { symbol: Some(data), .. } => {
                    let start =
                        self.module.segments.get(data.index as usize).map(|range| range.start);
                    let start = start.unwrap_or_default() + data.offset as usize;
                    self.module.data.push(start..start + data.size as usize);
                    Some(Thing::Data(self.module.data.len() - 1))
                }
                _ => None,
            });
        }
        let holders = Holders::of(&self.module);
        for (section, entry) in &self.relocations {
            let Some(start) = self.sections.get(*section).map(|range| range.start) else {
                continue;
            };
            // A type or a global has a number of its own kind, not a symbol.
            if matches!(entry.ty, RelocationType::TypeIndexLeb) {
                continue;
            }
            let at = start + entry.offset as usize;
            let named = places.get(entry.index as usize).copied().flatten();
            if let (Some(named), holding) = (named, holders.at(at)) {
                for holder in holding {
                    self.module.edges.entry(holder).or_default().push(named);
                }
            }
        }
        self.module
    }
}

/// Which thing lies at a place of the file.
struct Holders(BTreeMap<usize, Vec<(usize, Thing)>>);

impl Holders {
    fn of(module: &Module) -> Self {
        let mut by_start: BTreeMap<usize, Vec<(usize, Thing)>> = BTreeMap::new();
        for (number, body) in &module.bodies {
            by_start.entry(body.start).or_default().push((body.end, Thing::Function(*number)));
        }
        for (place, data) in module.data.iter().enumerate() {
            by_start.entry(data.start).or_default().push((data.end, Thing::Data(place)));
        }
        Self(by_start)
    }

    fn at(&self, place: usize) -> Vec<Thing> {
        let found = self.0.range(..=place).next_back().map(|(_, held)| held.as_slice());
        let holds = |(end, thing): &(usize, Thing)| (place < *end).then_some(*thing);
        found.unwrap_or_default().iter().filter_map(holds).collect()
    }
}

/// The bytes of a segment in the file.
fn inside(segment: &Data) -> Range<usize> {
    let end = near(&segment.range).end;
    end - segment.data.len()..end
}

fn near(range: &Range<u64>) -> Range<usize> {
    range.start as usize..range.end as usize
}
