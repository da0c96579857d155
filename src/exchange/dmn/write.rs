//! Writing tables as DMN XML.

use std::fmt::Write as _;

use super::DmnTable;
use super::xml::{can_hold, escaped};
use crate::policy::table::{Aggregate, HitPolicy, InputText, OutputText, RowText};

/// Which version of the standard is named in the file; the tables are the same in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standard {
    /// DMN 1.5 (2023).
    Dmn15,
    /// DMN 1.3 (2019), which is what dmn-js and Camunda Modeler open.
    Dmn13,
}

impl Standard {
    const fn release(self) -> &'static str {
        match self {
            Self::Dmn15 => "20230324",
            Self::Dmn13 => "20191111",
        }
    }
}

/// One file with a decision for each table.
///
/// # Errors
/// The place and the character, when a text holds one that XML cannot.
pub fn write(name: &str, tables: &[DmnTable], standard: Standard) -> Result<String, String> {
    let mut out = Out::default();
    let release = standard.release();
    out.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    out.line(&format!(
        "<definitions xmlns=\"https://www.omg.org/spec/DMN/{release}/MODEL/\" \
         xmlns:dmndi=\"https://www.omg.org/spec/DMN/{release}/DMNDI/\" \
         xmlns:dc=\"http://www.omg.org/spec/DMN/20180521/DC/\" \
         id=\"definitions\" name=\"{}\" namespace=\"urn:recourse:policy\">",
        out.checked("name", name)?
    ));
    for table in tables {
        out.table(table)?;
    }
    out.diagram(tables)?;
    out.line("</definitions>");
    Ok(out.text)
}

#[derive(Default)]
struct Out {
    text: String,
}

impl Out {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn checked(&self, place: &str, text: &str) -> Result<String, String> {
        match text.chars().find(|c| !can_hold(*c)) {
            Some(c) => Err(format!(
                "{place}: XML cannot hold the character U+{:04X}: take it out",
                u32::from(c)
            )),
            None => Ok(escaped(text)),
        }
    }

    fn wrapped(&mut self, tag: &str, id: &str, text: &str) -> Result<(), String> {
        let text = self.checked(id, text)?;
        self.line(&format!("      <{tag} id=\"{id}\"><text>{text}</text></{tag}>"));
        Ok(())
    }

    fn table(&mut self, table: &DmnTable) -> Result<(), String> {
        let id = &self.checked("id", &table.id)?;
        let name = self.checked(id, &table.name)?;
        let (hit, aggregation) = hit_words(table.hit);
        let mut policy = format!("hitPolicy=\"{hit}\"");
        if let Some(aggregation) = aggregation {
            _ = write!(policy, " aggregation=\"{aggregation}\"");
        }
        self.line(&format!("  <decision id=\"{id}\" name=\"{name}\">"));
        self.line(&format!("    <decisionTable id=\"{id}.table\" {policy}>"));
        for (at, input) in table.text.inputs.iter().enumerate() {
            self.input(&format!("{id}.input{at}"), input)?;
        }
        for (at, output) in table.text.outputs.iter().enumerate() {
            self.output(&format!("{id}.output{at}"), output)?;
        }
        for (at, row) in table.text.rows.iter().enumerate() {
            self.row(&format!("{id}.rule{at}"), row)?;
        }
        self.line("    </decisionTable>");
        self.line("  </decision>");
        Ok(())
    }

    fn input(&mut self, id: &str, input: &InputText) -> Result<(), String> {
        let label = self.checked(id, &input.expression)?;
        self.line(&format!("      <input id=\"{id}\" label=\"{label}\">"));
        self.wrapped("inputExpression", &format!("{id}.expression"), &input.expression)?;
        if let Some(allowed) = &input.allowed {
            self.wrapped("inputValues", &format!("{id}.values"), allowed)?;
        }
        self.line("      </input>");
        Ok(())
    }

    fn output(&mut self, id: &str, output: &OutputText) -> Result<(), String> {
        let name = self.checked(id, &output.name)?;
        self.line(&format!("      <output id=\"{id}\" label=\"{name}\" name=\"{name}\">"));
        if let Some(allowed) = &output.allowed {
            self.wrapped("outputValues", &format!("{id}.values"), allowed)?;
        }
        if let Some(default) = &output.default {
            self.wrapped("defaultOutputEntry", &format!("{id}.default"), default)?;
        }
        self.line("      </output>");
        Ok(())
    }

    /// The row's own id stands in its description, since ids of XML allow less.
    fn row(&mut self, id: &str, row: &RowText) -> Result<(), String> {
        let description = self.checked(id, &row.id)?;
        self.line(&format!("      <rule id=\"{id}\">"));
        self.line(&format!("        <description>{description}</description>"));
        for (at, cell) in row.when.iter().enumerate() {
            self.wrapped("inputEntry", &format!("{id}.when{at}"), cell)?;
        }
        for (at, cell) in row.then.iter().enumerate() {
            self.wrapped("outputEntry", &format!("{id}.then{at}"), cell)?;
        }
        self.line("      </rule>");
        Ok(())
    }

    /// Where each decision is drawn; editors that draw want to know.
    fn diagram(&mut self, tables: &[DmnTable]) -> Result<(), String> {
        self.line("  <dmndi:DMNDI>");
        self.line("    <dmndi:DMNDiagram id=\"diagram\">");
        for (at, table) in tables.iter().enumerate() {
            let id = self.checked("id", &table.id)?;
            let x = at.saturating_mul(240).saturating_add(160);
            self.line(&format!(
                "      <dmndi:DMNShape id=\"{id}.shape\" dmnElementRef=\"{id}\">\
                 <dc:Bounds height=\"80\" width=\"180\" x=\"{x}\" y=\"100\" /></dmndi:DMNShape>"
            ));
        }
        self.line("    </dmndi:DMNDiagram>");
        self.line("  </dmndi:DMNDI>");
        Ok(())
    }
}

const fn hit_words(hit: HitPolicy) -> (&'static str, Option<&'static str>) {
    match hit {
        HitPolicy::Unique => ("UNIQUE", None),
        HitPolicy::Any => ("ANY", None),
        HitPolicy::Priority => ("PRIORITY", None),
        HitPolicy::First => ("FIRST", None),
        HitPolicy::RuleOrder => ("RULE ORDER", None),
        HitPolicy::OutputOrder => ("OUTPUT ORDER", None),
        HitPolicy::Collect(Aggregate::List) => ("COLLECT", None),
        HitPolicy::Collect(Aggregate::Sum) => ("COLLECT", Some("SUM")),
        HitPolicy::Collect(Aggregate::Min) => ("COLLECT", Some("MIN")),
        HitPolicy::Collect(Aggregate::Max) => ("COLLECT", Some("MAX")),
        HitPolicy::Collect(Aggregate::Count) => ("COLLECT", Some("COUNT")),
    }
}
