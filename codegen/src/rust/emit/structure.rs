//! A struct.

use syn::{Field, Item};

use super::woven::{self, Level};
use super::{Types, Woven, constant, syntax};
use crate::rust::names::FieldIdent;
use crate::rust::options::UnknownKeys;
use crate::rust::plan::{
    ExtraPlan, FieldPlan, GuessedKeys, ReadingRule, RequiredPlan, RustType, SetterDocs, StructPlan,
};

pub(super) fn emit(plan: &StructPlan, types: Types<'_>, woven: &mut Woven) -> Vec<Item> {
    // An item is large, and few structs have all three.
    let mut items = Vec::with_capacity(if plan.required.is_some() || !plan.defaults.is_empty() { 3 } else { 1 });
    items.push(structure(plan, types, woven));
    items.extend(plan.required.as_ref().map(|plan| required(plan, types, woven)));
    items.extend((!plan.defaults.is_empty()).then(|| defaults(plan, types, woven)));
    items
}

fn structure(plan: &StructPlan, types: Types<'_>, woven: &mut Woven) -> Item {
    woven.docs(Level::Item, &plan.docs);
    woven.line("#[derive(Clone)]");
    woven.start();
    let mut fields = Fields { types, woven, formatted: Vec::with_capacity(1) };
    for (place, field) in plan.fields.iter().enumerate() {
        fields.woven.docs(Level::Part, &field.docs);
        if field.deprecated {
            fields.woven.line("    #[deprecated]");
        }
        let is_last = plan.extra.is_none() && place + 1 == plan.fields.len();
        fields.add(&field.ident, &field.ty, &field.attributes, is_last);
    }
    if let Some(extra) = &plan.extra {
        fields.add_extra(extra);
    }
    syntax::structure(plan.ident.as_str(), syntax::attributes(&plan.attributes).collect(), fields.formatted)
}

/// The struct of what the constructor takes.
fn required(plan: &RequiredPlan, types: Types<'_>, woven: &mut Woven) -> Item {
    woven.docs(Level::Item, &plan.docs);
    woven.line("#[derive(Clone, Debug)]");
    woven.start();
    let mut fields = Fields { types, woven, formatted: Vec::with_capacity(1) };
    for (place, field) in plan.fields.iter().enumerate() {
        fields.woven.docs(Level::Part, &field.docs);
        fields.add(&field.ident, &field.ty, &[], place + 1 == plan.fields.len());
    }
    syntax::structure(plan.ident.as_str(), Vec::new(), fields.formatted)
}

/// The fields of a struct. Those that fit on a line are woven in before the next one, so the last one is formatted.
struct Fields<'w, 't> {
    types: Types<'t>,
    woven: &'w mut Woven,
    formatted: Vec<Field>,
}

impl Fields<'_, '_> {
    fn add(&mut self, ident: &FieldIdent, ty: &RustType, attributes: &[String], is_last: bool) {
        let is_plain = !is_last && attributes.is_empty() && !Types::is_foreign(ty);
        let types = self.types;
        let add_line = |text: &mut String| {
            text.extend(["    pub ", ident.as_str(), ": "]);
            types.add(ty, text);
            text.push(',');
        };
        if !is_plain || !self.woven.fitting(add_line) {
            let attributes = super::marked(self.woven, attributes);
            self.formatted.push(syntax::field(ident.as_str(), attributes, syntax::ty(ty, types)));
        }
    }

    fn add_extra(&mut self, plan: &ExtraPlan) {
        let docs = "Unknown keys and values of an unexpected type; kept so that they round-trip.";
        self.woven.comment(Level::Part, docs);
        let attributes = super::marked(self.woven, &plan.attributes);
        self.formatted.push(syntax::field(plan.ident.as_str(), attributes, syntax::path("support::Extra")));
    }
}

/// The documented defaults.
fn defaults(plan: &StructPlan, types: Types<'_>, woven: &mut Woven) -> Item {
    let lines: Vec<String> = plan.defaults.iter().map(|plan| constant::line(plan, types)).collect();
    let all_fit = lines.iter().all(|line| woven::fits(line));
    woven.start();
    let mut formatted = Vec::new();
    for (plan, line) in plan.defaults.iter().zip(&lines) {
        woven.docs(Level::Part, &plan.docs);
        if all_fit {
            woven.line(line);
        } else {
            formatted.push(syntax::constant(line, woven.mark()));
        }
    }
    let mark = all_fit.then(|| woven.inner_mark());
    syntax::implementation(plan.ident.as_str(), mark, formatted)
}

pub(super) fn add_machinery(plan: &StructPlan, types: Types<'_>, text: &mut String) {
    text.extend(["support::model! {\n    ", plan.ident.as_str(), " as "]);
    super::add_literal(&plan.name, text);
    text.push(':');
    super::add_abilities(&plan.abilities, text);
    text.push_str("\n    ");
    add_reading(&plan.reading, text);
    match &plan.extra {
        Some(extra) => text.extend(["extra: ", extra.ident.as_str()]),
        None => text.push_str("no Extra"),
    }
    if let Some(required) = &plan.required {
        add_new(required, text);
    }
    text.push_str(";\n");
    for field in &plan.fields {
        add_row(field, types, text);
    }
    text.push_str("}\n");
}

/// Adds what the constructor takes.
fn add_new(plan: &RequiredPlan, text: &mut String) {
    text.extend([", new(", plan.ident.as_str(), ": "]);
    for (place, field) in plan.fields.iter().enumerate() {
        text.extend([if place > 0 { ", " } else { "" }, field.ident.as_str()]);
    }
    text.push(')');
}

/// Adds a field in the macro call.
fn add_row(plan: &FieldPlan, types: Types<'_>, text: &mut String) {
    match plan.setter.docs {
        SetterDocs::Summary => plan.docs.summary().lines().for_each(|line| text.extend(["    /// ", line, "\n"])),
        SetterDocs::Link => {
            let name = plan.ident.plain();
            text.extend(["    /// Sets [`", name, "`](Self#structfield.", name, ").\n"]);
        }
    }
    text.extend(["    ", plan.ident.as_str(), ": "]);
    super::add_literal(&plan.key, text);
    text.push_str(" as ");
    super::add_literal(&plan.documented, text);
    let (open, close) = if plan.setter.takes_option { ("(", ")") } else { ("[", "]") };
    text.push_str(", ");
    text.extend(plan.setter.ident.parts(&plan.ident));
    text.push_str(open);
    types.add(plan.ty.value(), text);
    text.extend([close, if plan.deprecated { " deprecated" } else { "" }, ";\n"]);
}

fn add_reading(rules: &[ReadingRule], text: &mut String) {
    if !rules.is_empty() {
        let rules: Vec<String> = rules.iter().map(rule).collect();
        text.extend(["reading(", &*rules.join(", "), "), "]);
    }
}

fn rule(rule: &ReadingRule) -> String {
    match rule {
        ReadingRule::Strict => "strict: true".to_owned(),
        ReadingRule::UnknownKeys(choice) => {
            format!("unknown_keys: support::machinery::UnknownKeys::{}", policy(*choice))
        }
        ReadingRule::Exact(fields) => format!("exact: &[{}]", positions(fields)),
        ReadingRule::Demanded(fields) => format!("demanded: &[{}]", positions(fields)),
        ReadingRule::AsNull(fields) => format!("as_null: &[{}]", positions(fields)),
        ReadingRule::KeepsNull(fields) => format!("keeps_null: &[{}]", positions(fields)),
        ReadingRule::Texts(fields) => format!("texts: &[{}]", positions(fields)),
        ReadingRule::Guessed(GuessedKeys::All) => "guessed: support::machinery::Guessed::All".to_owned(),
        ReadingRule::Guessed(GuessedKeys::These(fields)) => {
            format!("guessed: support::machinery::Guessed::These(&[{}])", positions(fields))
        }
    }
}

fn policy(choice: UnknownKeys) -> &'static str {
    match choice {
        UnknownKeys::Keep => "Keep",
        UnknownKeys::Ignore => "Ignore",
        UnknownKeys::Deny => "Deny",
    }
}

fn positions(fields: &[usize]) -> String {
    fields.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
