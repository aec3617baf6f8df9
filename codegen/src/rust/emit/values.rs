//! An enum of allowed values, which are strings or integers.

use std::fmt::Write as _;

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
    let attributes = super::marked(woven, &plan.attributes);
    let mut variants = Vec::new();
    for plan in &plan.variants {
        woven.docs(Level::Part, &plan.docs);
        if !plan.attributes.is_empty() || !woven.fitting(&format!("    {},", plan.ident)) {
            variants.push(syntax::variant(plan.ident.as_str(), super::marked(woven, &plan.attributes), None));
        }
    }
    let docs = "A value that the document does not list.";
    variants.push(super::unlisted(&plan.unlisted, docs, syntax::path(held), woven));
    syntax::enumeration(plan.ident.as_str(), attributes, variants)
}

pub(super) fn machinery(plan: &EnumPlan) -> String {
    match plan.kind {
        ValueKind::Text => texts(plan),
        ValueKind::Integer => integers(plan),
    }
}

fn integers(plan: &EnumPlan) -> String {
    let mut text = format!("support::integers! {{\n    {} or {}:\n", plan.ident, plan.unlisted.ident);
    for VariantPlan { ident, value, .. } in &plan.variants {
        let _ = writeln!(text, "    {ident} = {},", grouped(value));
    }
    text + "}\n"
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

fn texts(plan: &EnumPlan) -> String {
    let (ident, parameter) = (&plan.ident, plan.ident.parameter());
    let mut text = format!("support::values! {{\n    {ident}<{parameter}> or {}:\n", plan.unlisted.ident);
    for VariantPlan { ident, value, numbers, .. } in &plan.variants {
        let numbers: String = numbers.iter().map(|number| format!(" | {number}")).collect();
        let _ = writeln!(text, "    {ident} = {}{numbers},", super::literal(value));
    }
    text + "}\n"
}
