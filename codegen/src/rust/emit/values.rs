//! An enum of allowed values, which are strings or integers.

use std::fmt::Write as _;

use quote::quote;
use syn::{Item, Variant};

use super::{Docs, syntax};
use crate::rust::plan::{EnumPlan, ValueKind, VariantPlan};

pub(super) fn emit<'p>(plan: &'p EnumPlan, docs: &mut Docs<'p>) -> Item {
    let (derives, held) = match plan.kind {
        ValueKind::Text => (quote!(Clone), "support::Unlisted"),
        ValueKind::Integer => (quote!(Clone, Copy), "support::UnlistedInteger"),
    };
    let mut attributes: Vec<_> = docs.of(&plan.docs).into_iter().collect();
    attributes.extend([syntax::attribute_of("derive", derives), syntax::attribute("non_exhaustive")]);
    attributes.extend(syntax::attributes(&plan.attributes));
    let mut variants: Vec<_> = plan.variants.iter().map(|plan| variant(plan, docs)).collect();
    let docs = docs.sentence("A value that the document does not list.");
    variants.push(super::unlisted(&plan.unlisted, docs, syntax::path(held)));
    syntax::enumeration(plan.ident.as_str(), attributes, variants)
}

fn variant<'p>(plan: &'p VariantPlan, docs: &mut Docs<'p>) -> Variant {
    let attributes = docs.of(&plan.docs).into_iter().chain(syntax::attributes(&plan.attributes)).collect();
    syntax::variant(plan.ident.as_str(), attributes, None)
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
