//! Emit: turns the plan into tokens. Decides nothing and cannot fail.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::rust::plan::{Ability, Item, UnlistedPlan};

mod alias;
mod constant;
mod opaque;
mod structure;
mod types;
mod union;
mod values;

pub(crate) use types::Types;

/// An item of the output.
pub(crate) struct Emitted {
    /// What people read: the type and its documentation, and what belongs to it.
    pub(crate) items: Vec<TokenStream>,
    /// The implementations of the type, as a call of a macro of the support module. It is text, because no formatter
    /// knows how to lay out such calls.
    pub(crate) machinery: String,
}

/// Emits an item.
pub(crate) fn item(item: &Item, types: Types<'_>) -> Emitted {
    match item {
        Item::Struct(plan) => structure::emit(plan, types),
        Item::Enum(plan) => values::emit(plan),
        Item::Union(plan) => union::emit(plan, types),
        Item::Alias(plan) => alias::emit(plan, types),
        Item::Opaque(plan) => opaque::emit(plan, types),
    }
}

/// One `#[doc]` per line.
fn docs(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote!(#(#[doc = #lines])*)
}

/// Rust that the plan has checked or made.
fn tokens(text: &str) -> TokenStream {
    text.parse().unwrap_or_default()
}

/// Attributes from the configuration.
fn attributes(texts: &[String]) -> TokenStream {
    texts.iter().map(|text| tokens(text)).collect()
}

/// The variant for all values that have no variant, with the type of its field.
fn unlisted(plan: &UnlistedPlan, ty: &TokenStream) -> TokenStream {
    let (attributes, ident) = (attributes(&plan.attributes), ident(plan.ident.as_str()));
    quote!(#attributes #ident(#ty))
}

fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(name) => Ident::new_raw(name, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// The abilities in the call of a macro of the support module: ` Default, Copy,`.
fn abilities(all: &[Ability]) -> String {
    all.iter().map(|ability| format!(" {},", ability.name())).collect()
}

/// A string literal.
fn literal(text: &str) -> String {
    Literal::string(text).to_string()
}

/// String literals with commas between them.
fn literals(texts: &[String]) -> String {
    texts.iter().map(|text| literal(text)).collect::<Vec<_>>().join(", ")
}
