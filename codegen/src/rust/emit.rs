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
pub(crate) struct Emitted<'p> {
    /// What people read: the type, and what belongs to it.
    pub(crate) items: Vec<TokenStream>,
    /// The documentation: the lines for each attribute [`DOCS`], in order.
    pub(crate) docs: Vec<&'p [String]>,
    /// The implementations of the type, as a call of a macro of the support module. It is text, because no formatter
    /// knows how to lay out such calls.
    pub(crate) machinery: String,
}

/// The name of the attribute in whose place documentation is printed. As tokens, prose would be escaped, parsed and
/// unescaped again, which takes more time than all else that is printed.
pub(crate) const DOCS: &str = "codegen_docs";

/// Emits an item.
pub(crate) fn item<'p>(item: &'p Item, types: Types<'p>) -> Emitted<'p> {
    let mut docs = Docs::default();
    let (items, machinery) = match item {
        Item::Struct(plan) => (structure::emit(plan, types, &mut docs), structure::machinery(plan, types)),
        Item::Enum(plan) => (vec![values::emit(plan, &mut docs)], values::machinery(plan)),
        Item::Union(plan) => (vec![union::emit(plan, types, &mut docs)], union::machinery(plan, types)),
        Item::Alias(plan) => (vec![alias::emit(plan, types, &mut docs)], String::new()),
        Item::Opaque(plan) => (vec![opaque::emit(plan, types, &mut docs)], opaque::machinery(plan)),
    };
    Emitted { items, docs: docs.0, machinery }
}

/// The documentation of an item and its parts, in the order of the output.
#[derive(Default)]
struct Docs<'p>(Vec<&'p [String]>);

impl<'p> Docs<'p> {
    /// Keeps the documentation of what comes next, and marks its place.
    fn of(&mut self, lines: &'p [String]) -> TokenStream {
        if lines.is_empty() {
            return TokenStream::new();
        }
        self.0.push(lines);
        let name = ident(DOCS);
        quote!(#[#name])
    }
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
