//! An enum of allowed values, which are strings or integers.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::Docs;
use crate::rust::plan::{EnumPlan, ValueKind, VariantPlan};

pub(super) fn emit<'p>(plan: &'p EnumPlan, docs: &mut Docs<'p>) -> TokenStream {
    let own_docs = docs.of(&plan.docs);
    let ident = super::ident(plan.ident.as_str());
    let attributes = super::attributes(&plan.attributes);
    let (derives, held) = match plan.kind {
        ValueKind::Text => (quote!(Clone), quote!(support::Unlisted)),
        ValueKind::Integer => (quote!(Clone, Copy), quote!(support::UnlistedInteger)),
    };
    let unlisted = super::unlisted(&plan.unlisted, &held);
    let variants: Vec<TokenStream> = plan.variants.iter().map(|plan| variant(plan, docs)).collect();
    quote! {
        #own_docs
        #[derive(#derives)]
        #[non_exhaustive]
        #attributes
        pub enum #ident {
            #(#variants,)*
            /// A value that the document does not list.
            #unlisted,
        }
    }
}

fn variant<'p>(plan: &'p VariantPlan, docs: &mut Docs<'p>) -> TokenStream {
    let docs = docs.of(&plan.docs);
    let ident = super::ident(plan.ident.as_str());
    let attributes = super::attributes(&plan.attributes);
    quote!(#docs #attributes #ident)
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
