//! Stage 10, emit: the plan to tokens. Decides nothing and cannot fail.

use proc_macro2::TokenStream;
use quote::quote;

use crate::rust::plan::{Ability, Item, RustType};

mod alias;
mod opaque;
mod structure;
mod union;
mod values;

/// What an item becomes.
pub(crate) struct Emitted {
    /// What people read: the type and its documentation.
    pub(crate) item: TokenStream,
    /// What the type can do, as a call of a macro of the support module. It is text, because no formatter
    /// knows how such calls look.
    pub(crate) machinery: String,
}

/// An item of a file.
pub(crate) fn item(item: &Item) -> Emitted {
    match item {
        Item::Struct(plan) => structure::emit(plan),
        Item::Enum(plan) => values::emit(plan),
        Item::Union(plan) => union::emit(plan),
        Item::Alias(plan) => alias::emit(plan),
        Item::Opaque(plan) => opaque::emit(plan),
    }
}

/// One `#[doc]` per line.
fn docs(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote!(#(#[doc = #lines])*)
}

/// What the configuration asks for; the plan has checked that it is Rust.
fn attributes(texts: &[String]) -> TokenStream {
    texts.iter().filter_map(|it| it.parse::<TokenStream>().ok()).collect()
}

/// The abilities in the call of a macro of the support module: ` Eq, Hash,`.
fn abilities(all: &[Ability]) -> String {
    all.iter().map(|ability| format!(" {},", ability_name(*ability))).collect()
}

fn ability_name(ability: Ability) -> &'static str {
    match ability {
        Ability::Default => "Default",
        Ability::Eq => "Eq",
        Ability::Hash => "Hash",
        Ability::Copy => "Copy",
    }
}

/// A string literal.
fn literal(text: &str) -> String {
    proc_macro2::Literal::string(text).to_string()
}

/// String literals with commas between them.
fn literals(texts: &[String]) -> String {
    texts.iter().map(|text| literal(text)).collect::<Vec<_>>().join(", ")
}

/// A name or path that the plan chose.
fn path(text: &str) -> TokenStream {
    let parts = text.split("::").map(|part| match part.strip_prefix("r#") {
        Some(raw) => proc_macro2::Ident::new_raw(raw, proc_macro2::Span::call_site()),
        None => proc_macro2::Ident::new(part, proc_macro2::Span::call_site()),
    });
    quote!(#(#parts)::*)
}

fn ident(name: &dyn std::fmt::Display) -> TokenStream {
    path(&name.to_string())
}

fn ty(ty: &RustType) -> TokenStream {
    let path = path(&ty.path);
    if ty.args.is_empty() {
        return path;
    }
    let args = ty.args.iter().map(self::ty);
    quote!(#path<#(#args),*>)
}
