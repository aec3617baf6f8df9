//! Emit: turns the plan into syntax, and the text beside it. Decides nothing and cannot fail.

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
    /// What belongs before and into these items and needs no formatter.
    pub(crate) woven: Woven,
}

/// Emits an item.
pub(crate) fn item(item: &Item, types: Types<'_>) -> Emitted {
    let mut woven = Woven::new();
    let items = match item {
        Item::Struct(plan) => structure::emit(plan, types, &mut woven),
        Item::Enum(plan) => vec![values::emit(plan, &mut woven)],
        Item::Union(plan) => vec![union::emit(plan, types, &mut woven)],
        Item::Alias(plan) => vec![alias::emit(plan, types, &mut woven)],
        Item::Opaque(plan) => vec![opaque::emit(plan, types, &mut woven)],
    };
    Emitted { items, woven }
}

/// Adds the implementations of an item, as a call of a macro of the support module. They are text, because no formatter
/// knows how to lay out such calls.
pub(crate) fn add_machinery(item: &Item, types: Types<'_>, text: &mut String) {
    match item {
        Item::Struct(plan) => structure::add_machinery(plan, types, text),
        Item::Enum(plan) => values::add_machinery(plan, text),
        Item::Union(plan) => union::add_machinery(plan, types, text),
        Item::Alias(_) => {}
        Item::Opaque(plan) => opaque::add_machinery(plan, text),
    }
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

/// Adds the abilities in the call of a macro of the support module: ` Default, Copy,`.
fn add_abilities(all: &[Ability], text: &mut String) {
    for ability in all {
        text.extend([" ", ability.name(), ","]);
    }
}

/// Adds a string literal.
fn add_literal(content: &str, text: &mut String) {
    if PLAIN.has_all_of(content) {
        text.extend(["\"", content, "\""]);
    } else {
        text.push_str(&Literal::string(content).to_string());
    }
}

/// ASCII that needs no escapes in a string literal.
static PLAIN: Bytes = Bytes::of(&[(b' ', b'!'), (b'#', b'&'), (b'(', b'['), (b']', b'~')]);

/// Adds string literals with commas between them.
fn add_literals(all: &[String], text: &mut String) {
    for (place, content) in all.iter().enumerate() {
        text.push_str(if place > 0 { ", " } else { "" });
        add_literal(content, text);
    }
}
