//! Records what stages make of one model.

use super::{Name, compact};
use crate::build::resolve::Graph;
use crate::cli::schema::places;
use crate::compile::Stage;
use crate::read::doc::ModelDoc;
use crate::read::layout;
use crate::read::page::{self, Block, Page};
use crate::rust::plan::{Item, Plan};
use crate::rust::print;
use crate::schema::{Model, ModelName, Schema, folded};
use crate::source::Sources;

/// What a stage made of the model.
pub(super) struct Made {
    pub stage: Name,
    /// The document, if it is not the only one.
    pub of: Option<String>,
    pub text: String,
}

/// What stages made of the model with this name, so far.
pub(super) struct Record {
    name: ModelName,
    pub made: Vec<Made>,
}

impl Record {
    pub(super) fn of(name: &str) -> Self {
        Self { name: ModelName(name.to_owned()), made: Vec::new() }
    }

    pub(super) fn see(&mut self, stage: Stage<'_>) {
        match stage {
            Stage::Read { models, sources } => self.read(models, sources),
            Stage::Lowered(lowered) => {
                for lowered in lowered.iter().filter(|lowered| folded(&lowered.name.0) == folded(&self.name.0)) {
                    let of = lowered.model.origin.path.to_string();
                    self.made.push(Made { stage: Name::Lower, of: Some(of), text: json(&lowered.model) });
                }
            }
            Stage::Merged(schema) => self.schema(Name::Merge, schema),
            Stage::Inferred(schema) => self.schema(Name::Infer, schema),
            Stage::Corrected(schema) => self.schema(Name::Corrections, schema),
            Stage::Wanted(schema) => self.schema(Name::Prune, schema),
            Stage::Resolved(graph) => self.resolved(graph),
            Stage::Planned(plan) => self.planned(plan),
            // What they make is shown with the stage after them.
            Stage::Paged
            | Stage::Detected
            | Stage::Recorded { .. }
            | Stage::Keyed
            | Stage::Learned
            | Stage::Printed(_) => {}
        }
    }

    fn add(&mut self, stage: Name, text: String) {
        self.made.push(Made { stage, of: None, text });
    }

    fn read(&mut self, models: &[ModelDoc], sources: &Sources) {
        for doc in models.iter().filter(|doc| folded(&doc.name.value) == folded(&self.name.0)) {
            let file = doc.name.span.file;
            let path = sources.get(file).path.to_string();
            let page = page::of(file, sources.get(file));
            let outlines = layout::lay_out(&page, doc.dialect).models;
            let texts = [
                (Name::Page, blocks(&page, sources)),
                (Name::Detect, format!("{}: {}", doc.dialect.name, doc.dialect.about)),
                (Name::Layout, outlines.iter().map(compact::debug).collect()),
                (Name::Model, compact::debug(doc)),
            ];
            let made = texts.map(|(stage, text)| Made { stage, of: Some(path.clone()), text });
            self.made.extend(made);
        }
    }

    fn schema(&mut self, stage: Name, schema: &Schema) {
        if let Some(model) = schema.models.get(&self.name) {
            self.add(stage, json(model));
        }
    }

    fn resolved(&mut self, graph: &Graph<'_>) {
        let Some(model) = graph.schema.models.get(&self.name) else { return };
        let mut text = String::new();
        for (name, _) in model.models() {
            let is_known = graph.schema.models.contains_key(name);
            let what = if is_known { "a model" } else { "which no document describes" };
            text.extend(["names ", &name.0, ", ", what, "\n"]);
        }
        for (_, position) in graph.boxed.iter().filter(|(name, _)| **name == self.name) {
            let member = format!("member {position}");
            let part = model.fields().get(*position).map_or(&member, |field| &field.wire.0);
            text.extend(["boxes ", part, ", through which a value could contain itself\n"]);
        }
        self.add(Name::Resolve, if text.is_empty() { "names no model\n".to_owned() } else { text });
    }

    fn planned(&mut self, plan: &Plan) {
        let files = std::iter::once(&plan.root).chain(&plan.parts);
        let Some(item) = files.flat_map(|file| &file.items).find(|item| is_of(item, &self.name.0)) else { return };
        self.add(Name::Plan, compact::debug(item));
        let ident = item.ident().as_str();
        let files = print::print_kept(plan, "models");
        let text: String = files.iter().map(|file| declaration(&file.text, ident)).collect();
        self.add(Name::Print, text);
    }
}

/// Whether a type is made of a model.
fn is_of(item: &Item, name: &str) -> bool {
    match item {
        Item::Struct(plan) => plan.name == name,
        Item::Union(plan) => plan.name == name,
        Item::Enum(plan) => plan.name.as_deref() == Some(name),
        Item::Alias(_) | Item::Opaque(_) => false,
    }
}

/// A model as JSON, without places.
fn json(model: &Model) -> String {
    let json = serde_json::to_string(model).and_then(|json| places::without(&json));
    json.unwrap_or_else(|error| error.to_string()) + "\n"
}

/// The blocks of a page, each with its kind.
fn blocks(page: &Page, sources: &Sources) -> String {
    let mut text = String::new();
    for block in &page.blocks {
        let kind = match block {
            Block::FrontMatterTitle(_) => "title",
            Block::Heading { .. } => "heading",
            Block::Paragraph(_) => "paragraph",
            Block::Table(_) => "table",
            Block::BrokenTable(_) => "broken table",
            Block::HtmlTable(_) => "table in HTML",
            Block::Component(_) => "component",
        };
        text.extend([kind, ":\n"]);
        let rows = block.table().into_iter().flat_map(|table| &table.rows).map(|row| row.span);
        let lines = std::iter::once(block.span()).chain(rows).flat_map(|span| sources.text(span).lines());
        text.extend(lines.map(|line| format!("    {line}\n")));
    }
    text
}

/// The declaration of a type, with its documentation, and the call of a macro for it.
fn declaration(file: &str, ident: &str) -> String {
    let lines: Vec<&str> = file.lines().collect();
    let is_start = |line: &str| {
        ["struct", "enum", "type"].iter().any(|keyword| line.starts_with(&format!("pub {keyword} {ident} ")))
    };
    let Some(at) = lines.iter().position(|line| is_start(line)) else { return String::new() };
    let above = lines[..at].iter().rev().take_while(|line| line.starts_with("///") || line.starts_with("#[")).count();
    let mut kept: Vec<&str> = lines[at - above..at].to_vec();
    kept.extend(until_end(&lines[at..]));
    let call = lines.iter().position(|line| line.trim_start().starts_with(&format!("{ident} as ")));
    if let Some(at) = call.and_then(|at| at.checked_sub(1)) {
        kept.push("");
        kept.extend(until_end(&lines[at..]));
    }
    kept.join("\n") + "\n"
}

/// The lines up to the one that closes the first.
fn until_end<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let end = lines.iter().position(|line| line.starts_with('}') || line.ends_with(';') && !line.starts_with(' '));
    lines[..=end.unwrap_or(0)].to_vec()
}
