//! An enum of allowed values, which are strings or integers.

use syn::Item;

use super::woven::Level;
use super::{Woven, syntax};
use crate::rust::plan::{EnumPlan, ValueKind, VariantPlan};

pub(super) fn emit(plan: &EnumPlan, woven: &mut Woven) -> Item {
    let (derives, held) = match plan.kind {
        ValueKind::Text => ("#[derive(Clone)]", "support::Unlisted"),
        ValueKind::Integer => ("#[derive(Clone, Copy)]", "support::UnlistedInteger"),
    };
    woven.docs(Level::Item, &plan.docs);
    woven.line(derives);
    woven.line("#[non_exhaustive]");
    woven.start();
    let mut variants = Vec::new();
    for plan in &plan.variants {
        woven.docs(Level::Part, &plan.docs);
        let line = ["    ", plan.ident.as_str(), ","];
        if !plan.attributes.is_empty() || !woven.fitting(|text| text.extend(line)) {
            variants.push(syntax::variant(plan.ident.as_str(), super::marked(woven, &plan.attributes), None));
        }
    }
    let docs = "A value that the document does not list.";
    variants.push(super::unlisted(&plan.unlisted, docs, syntax::path(held), woven));
    syntax::enumeration(plan.ident.as_str(), syntax::attributes(&plan.attributes).collect(), variants)
}

pub(super) fn add_machinery(plan: &EnumPlan, text: &mut String) {
    match plan.kind {
        ValueKind::Text => add_texts(plan, text),
        ValueKind::Integer => add_integers(plan, text),
    }
}

fn add_integers(plan: &EnumPlan, text: &mut String) {
    text.extend(["support::integers! {\n    ", plan.ident.as_str(), " or ", plan.unlisted.ident.as_str(), ":\n"]);
    for VariantPlan { ident, value, .. } in &plan.variants {
        text.extend(["    ", ident.as_str(), " = ", &*grouped(value), ",\n"]);
    }
    text.push_str("}\n");
}

/// An integer with underscores between groups of three digits, as people write long ones.
fn grouped(integer: &str) -> String {
    let mut text = String::with_capacity(integer.len() * 4 / 3);
    for (idx, letter) in integer.char_indices() {
        let digits = integer.len() - idx;
        if digits.is_multiple_of(3) && text.ends_with(|before: char| before.is_ascii_digit()) {
            text.push('_');
        }
        text.push(letter);
    }
    text
}

fn add_texts(plan: &EnumPlan, text: &mut String) {
    let (ident, unlisted) = (plan.ident.as_str(), plan.unlisted.ident.as_str());
    text.extend(["support::values! {\n    ", ident, "<", plan.ident.parameter(), "> or ", unlisted, ":\n"]);
    for VariantPlan { ident, value, numbers, .. } in &plan.variants {
        text.extend(["    ", ident.as_str(), " = "]);
        super::add_literal(value, text);
        text.extend(numbers.iter().map(|number| format!(" | {number}")));
        text.push_str(",\n");
    }
    text.push_str("}\n");
}
