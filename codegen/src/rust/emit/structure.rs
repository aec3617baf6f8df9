//! A struct.

use std::fmt::Write as _;

use quote::quote;
use syn::Item;

use super::{Docs, Types, constant, syntax};
use crate::rust::options::UnknownKeys;
use crate::rust::plan::{ExtraPlan, FieldPlan, GuessedKeys, ReadingRule, RequiredPlan, StructPlan};

pub(super) fn emit<'p>(plan: &'p StructPlan, types: Types<'_>, docs: &mut Docs<'p>) -> Vec<Item> {
    let mut attributes: Vec<_> = docs.of(&plan.docs).into_iter().collect();
    attributes.push(syntax::attribute_of("derive", quote!(Clone)));
    attributes.extend(syntax::attributes(&plan.attributes));
    let mut fields: Vec<_> = plan.fields.iter().map(|plan| field(plan, types, docs)).collect();
    fields.extend(plan.extra.as_ref().map(|plan| extra(plan, docs)));
    let mut items = vec![syntax::structure(plan.ident.as_str(), attributes, fields)];
    items.extend(plan.required.as_ref().map(|plan| required(plan, types, docs)));
    items.extend((!plan.defaults.is_empty()).then(|| defaults(plan, types, docs)));
    items
}

fn field<'p>(plan: &'p FieldPlan, types: Types<'_>, docs: &mut Docs<'p>) -> syn::Field {
    let deprecated = plan.deprecated.then(|| syntax::attribute("deprecated"));
    let attributes = docs.of(&plan.docs).into_iter().chain(deprecated).chain(syntax::attributes(&plan.attributes));
    syntax::field(plan.ident.as_str(), attributes.collect(), syntax::ty(&plan.ty, types))
}

fn extra(plan: &ExtraPlan, docs: &mut Docs<'_>) -> syn::Field {
    let docs = docs.sentence("Unknown keys and values of an unexpected type; kept so that they round-trip.");
    let attributes = [docs].into_iter().chain(syntax::attributes(&plan.attributes)).collect();
    syntax::field(plan.ident.as_str(), attributes, syntax::path("support::Extra"))
}

/// The struct of what the constructor takes.
fn required<'p>(plan: &'p RequiredPlan, types: Types<'_>, docs: &mut Docs<'p>) -> Item {
    let mut attributes: Vec<_> = docs.of(&plan.docs).into_iter().collect();
    attributes.push(syntax::attribute_of("derive", quote!(Clone, Debug)));
    let fields = plan.fields.iter().map(|plan| {
        let attributes = docs.of(&plan.docs).into_iter().collect();
        syntax::field(plan.ident.as_str(), attributes, syntax::ty(&plan.ty, types))
    });
    syntax::structure(plan.ident.as_str(), attributes, fields.collect())
}

/// The documented defaults.
fn defaults<'p>(plan: &'p StructPlan, types: Types<'_>, docs: &mut Docs<'p>) -> Item {
    let model = super::ident(plan.ident.as_str());
    let constants = plan.defaults.iter().map(|plan| {
        let docs = docs.of(&plan.docs);
        let ident = super::ident(plan.ident.as_str());
        let (ty, value) = (constant::ty(&plan.ty, types), constant::value(&plan.value));
        quote!(#docs pub const #ident: #ty = #value;)
    });
    syntax::item(&quote! {
        impl #model {
            #(#constants)*
        }
    })
}

pub(super) fn machinery(plan: &StructPlan, types: Types<'_>) -> String {
    let mut text = format!(
        "support::model! {{\n    {} as {}:{}\n    ",
        plan.ident,
        super::literal(&plan.name),
        super::abilities(&plan.abilities),
    );
    text.extend(reading(&plan.reading));
    text.push_str(
        &plan.extra.as_ref().map_or_else(|| "no Extra".to_owned(), |extra| format!("extra: {}", extra.ident)),
    );
    text.extend(plan.required.as_ref().map(new));
    text.push_str(";\n");
    for field in &plan.fields {
        text.push_str(&row(field, types));
    }
    text + "}\n"
}

/// What the constructor takes.
fn new(plan: &RequiredPlan) -> String {
    let fields: Vec<&str> = plan.fields.iter().map(|field| field.ident.as_str()).collect();
    format!(", new({}: {})", plan.ident, fields.join(", "))
}

/// A field in the macro call.
fn row(plan: &FieldPlan, types: Types<'_>) -> String {
    let FieldPlan { ident, key, documented, setter, deprecated, .. } = plan;
    let mut text = String::new();
    for line in &setter.docs {
        let _ = writeln!(text, "    /// {line}");
    }
    let (key, documented, value) = (super::literal(key), super::literal(documented), types.show(&setter.value));
    let value = if setter.takes_option { format!("({value})") } else { format!("[{value}]") };
    let deprecated = if *deprecated { " deprecated" } else { "" };
    let _ = writeln!(text, "    {ident}: {key} as {documented}, {}{value}{deprecated};", setter.ident);
    text
}

fn reading(rules: &[ReadingRule]) -> Option<String> {
    let rules: Vec<String> = rules.iter().map(rule).collect();
    (!rules.is_empty()).then(|| format!("reading({}), ", rules.join(", ")))
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
