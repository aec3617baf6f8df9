//! Emit: turns the plan into syntax, and the documentation beside it. Decides nothing and cannot fail.

use proc_macro2::{Ident, Literal, Span};
use syn::{Attribute, Type, Variant};

use crate::rust::bytes::Bytes;
use crate::rust::plan::{Ability, Item, UnlistedPlan};

mod alias;
mod constant;
mod opaque;
mod structure;
mod syntax;
mod types;
mod union;
mod values;
mod woven;

pub(crate) use types::Types;
use woven::Level;
pub(crate) use woven::Woven;

/// An item of the output.
pub(crate) struct Emitted {
    /// What people read: the type, and what belongs to it.
    pub(crate) items: Vec<syn::Item>,
    /// What belongs into these items and needs no formatter.
    pub(crate) woven: Woven,
    /// The implementations of the type, as a call of a macro of the support module. It is text, because no formatter
    /// knows how to lay out such calls.
    pub(crate) machinery: String,
}

/// Emits an item.
pub(crate) fn item(item: &Item, types: Types<'_>) -> Emitted {
    let mut woven = Woven::default();
    let (items, machinery) = match item {
        Item::Struct(plan) => (structure::emit(plan, types, &mut woven), structure::machinery(plan, types)),
        Item::Enum(plan) => (vec![values::emit(plan, &mut woven)], values::machinery(plan)),
        Item::Union(plan) => (vec![union::emit(plan, types, &mut woven)], union::machinery(plan, types)),
        Item::Alias(plan) => (vec![alias::emit(plan, types, &mut woven)], String::new()),
        Item::Opaque(plan) => (vec![opaque::emit(plan, types, &mut woven)], opaque::machinery(plan)),
    };
    Emitted { items, woven, machinery }
}

/// The mark for what is woven in here, and attributes from the configuration after it.
fn marked(woven: &mut Woven, attributes: &[String]) -> Vec<Attribute> {
    let mut all = vec![woven.mark()];
    all.extend(syntax::attributes(attributes));
    all
}

/// The variant for all values that have no variant.
fn unlisted(plan: &UnlistedPlan, docs: &str, held: Type, woven: &mut Woven) -> Variant {
    woven.comment(Level::Part, docs);
    syntax::variant(plan.ident.as_str(), marked(woven, &plan.attributes), Some(held))
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
    if PLAIN.has_all_of(text) { format!("\"{text}\"") } else { Literal::string(text).to_string() }
}

/// ASCII that needs no escapes in a string literal.
static PLAIN: Bytes = Bytes::of(&[(b' ', b'!'), (b'#', b'&'), (b'(', b'['), (b']', b'~')]);

/// String literals with commas between them.
fn literals(texts: &[String]) -> String {
    texts.iter().map(|text| literal(text)).collect::<Vec<_>>().join(", ")
}
