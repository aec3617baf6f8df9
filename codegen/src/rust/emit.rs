//! Emit: turns the plan into syntax, and the documentation beside it. Decides nothing and cannot fail.

use proc_macro2::{Ident, Literal, Span};
use syn::{Attribute, Type, Variant};

use crate::rust::options;
use crate::rust::plan::{Ability, Item, UnlistedPlan};

mod alias;
mod constant;
mod opaque;
mod structure;
mod syntax;
mod types;
mod union;
mod values;

pub(crate) use types::Types;

/// An item of the output.
pub(crate) struct Emitted<'p> {
    /// What people read: the type, and what belongs to it.
    pub(crate) items: Vec<syn::Item>,
    /// The documentation: the lines for each attribute [`DOCS`](options::DOCS), in order.
    pub(crate) docs: Vec<Lines<'p>>,
    /// The implementations of the type, as a call of a macro of the support module. It is text, because no formatter
    /// knows how to lay out such calls.
    pub(crate) machinery: String,
}

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
struct Docs<'p>(Vec<Lines<'p>>);

/// Documentation of one thing.
pub(crate) enum Lines<'p> {
    /// Lines that the plan has made.
    Planned(&'p [String]),
    /// A sentence that is the same everywhere.
    Fixed(&'static str),
}

impl<'p> Docs<'p> {
    /// Keeps the documentation of what comes next, if it has any, and marks its place.
    fn of(&mut self, lines: &'p [String]) -> Option<Attribute> {
        (!lines.is_empty()).then(|| self.mark(Lines::Planned(lines)))
    }

    /// Documents what comes next with a sentence, and marks its place.
    fn sentence(&mut self, text: &'static str) -> Attribute {
        self.mark(Lines::Fixed(text))
    }

    fn mark(&mut self, lines: Lines<'p>) -> Attribute {
        self.0.push(lines);
        syntax::attribute(options::DOCS)
    }
}

/// The variant for all values that have no variant.
fn unlisted(plan: &UnlistedPlan, docs: Attribute, held: Type) -> Variant {
    let attributes = [docs].into_iter().chain(syntax::attributes(&plan.attributes)).collect();
    syntax::variant(plan.ident.as_str(), attributes, Some(held))
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
    // Most texts need no escapes.
    let is_plain = |byte: u8| (byte.is_ascii_graphic() || byte == b' ') && !matches!(byte, b'"' | b'\\' | b'\'');
    if text.bytes().all(is_plain) { format!("\"{text}\"") } else { Literal::string(text).to_string() }
}

/// String literals with commas between them.
fn literals(texts: &[String]) -> String {
    texts.iter().map(|text| literal(text)).collect::<Vec<_>>().join(", ")
}
