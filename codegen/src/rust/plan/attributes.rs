//! Plans the attributes that the configuration adds to types, fields and variants.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Meta, Path, Token};

use super::{Ability, Planner, RustType};
use crate::rust::options::{Attribute, Held, Part, When, parsed};
use crate::schema::{Field, ModelName};

/// A place for attributes.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    pub(super) part: Part,
    /// The model that it belongs to.
    pub(super) model: &'p ModelName,
    /// The field that it is, or whose allowed values it belongs to.
    pub(super) field: Option<&'p Field>,
    /// Its name in JSON and in Rust.
    pub(super) names: Option<(&'p str, &'p str)>,
    /// What a field holds.
    pub(super) holds: Option<Held>,
    /// Whether a model leads back to itself through the field.
    pub(super) is_recursive: bool,
}

impl<'p> Place<'p> {
    /// A part of a model, or of the allowed values of one of its fields.
    pub(super) fn of(part: Part, model: &'p ModelName, field: Option<&'p Field>) -> Self {
        Self { part, model, field, names: None, holds: None, is_recursive: false }
    }

    /// A field or variant that has a name in JSON.
    pub(super) fn named(self, json: &'p str, rust: &'p str) -> Self {
        Self { names: Some((json, rust)), ..self }
    }
}

impl Planner<'_> {
    /// The attributes of a type. Those that derive what the type implements already are left out.
    pub(super) fn type_attributes(&self, place: Place<'_>, abilities: &[Ability]) -> Vec<String> {
        let attributes = self.attributes(place);
        if attributes.is_empty() {
            return attributes;
        }
        let implemented: Vec<&str> =
            COMMON.iter().copied().chain(abilities.iter().map(|ability| ability.name())).collect();
        attributes.into_iter().filter_map(|text| without_derives(text, &implemented)).collect()
    }

    /// The attributes of a place.
    pub(super) fn attributes(&self, place: Place<'_>) -> Vec<String> {
        let all: Vec<&Attribute> = self.options.attributes.iter().filter(|it| self.is_for(it, place)).collect();
        let mut texts = Vec::with_capacity(all.len());
        for attribute in &all {
            let text = filled(&attribute.text, place.names);
            let is_replaced = attribute.when != When::Always && all.iter().any(|other| replaces(other, attribute));
            if !is_replaced && !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts
    }

    fn is_for(&self, attribute: &Attribute, place: Place<'_>) -> bool {
        let Attribute { pattern, part, when, .. } = attribute;
        let is_named = match (part, place.field) {
            (Some(part), _) if *part != place.part => false,
            (Some(_), Some(field)) => pattern.matches_field(place.model, field),
            (Some(_), None) => pattern.matches_model(place.model),
            (None, Some(field)) if place.part == Part::Field => pattern.names_field(place.model, field),
            (None, _) if is_type(place.part) => self.names_model(attribute, place.model),
            (None, _) => false,
        };
        is_named
            && match when {
                When::Always => true,
                When::Renamed => place.names.is_some_and(|(json, rust)| json != rust),
                When::Holds(held) => place.holds == Some(*held),
                When::Recursive => place.is_recursive,
            }
    }

    fn names_model(&self, attribute: &Attribute, name: &ModelName) -> bool {
        match self.graph.schema.models.get(name) {
            Some(model) => attribute.pattern.names_model(name, model),
            None => attribute.pattern.matches_model(name),
        }
    }
}

fn is_type(part: Part) -> bool {
    matches!(part, Part::Struct | Part::Values | Part::Union | Part::Undocumented)
}

/// What a field holds that the derives of other crates do not know. An integer within a list is not known either.
pub(super) fn held(value: &RustType, is_text_integer: bool) -> Option<Held> {
    match value {
        RustType::Patch(_) | RustType::OrBoolean(_) | RustType::Deep(_) => Some(Held::Special),
        RustType::Option(item) | RustType::Box(item) => held(item, is_text_integer),
        RustType::Vec(item) | RustType::Map(item) => {
            if is_text_integer {
                Some(Held::Special)
            } else {
                held(item, false)
            }
        }
        RustType::Json => Some(Held::Json),
        RustType::JiffTimestamp
        | RustType::JiffDate
        | RustType::ChronoDateTime
        | RustType::ChronoDate
        | RustType::TimeDateTime
        | RustType::TimeDate => Some(Held::Date),
        _ => is_text_integer.then_some(Held::TextInteger),
    }
}

/// The traits that all types implement.
const COMMON: &[&str] = &["Clone", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash", "Debug", "Serialize", "Deserialize"];

/// An attribute without the derives of these traits, if anything is left of it.
fn without_derives(text: String, implemented: &[&str]) -> Option<String> {
    let parsed = parsed(&text).unwrap_or_default();
    let [attribute] = &*parsed else { return Some(text) };
    let Meta::List(list) = &attribute.meta else { return Some(text) };
    let Ok(traits) = list.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated) else { return Some(text) };
    let is_new = |path: &&Path| path.segments.last().is_some_and(|last| !implemented.iter().any(|it| last.ident == it));
    let new: Vec<&Path> = traits.iter().filter(is_new).collect();
    if !list.path.is_ident("derive") || new.len() == traits.len() {
        return Some(text);
    }
    let new: Vec<String> = new.into_iter().map(shown).collect();
    (!new.is_empty()).then(|| format!("#[derive({})]", new.join(", ")))
}

fn shown(path: &Path) -> String {
    path.to_token_stream().to_string().replace(' ', "")
}

/// Whether the configuration says itself what an attribute would add: both are `#[schemars(rename = …)]`.
fn replaces(own: &Attribute, added: &Attribute) -> bool {
    let names = |attribute: &Attribute| {
        let tokens = attribute.text.parse::<TokenStream>().unwrap_or_default();
        words(tokens)
    };
    let (own_words, added_words) = (names(own), names(added));
    own.when == When::Always
        && added_words.len() > 1
        && own_words.first() == added_words.first()
        && own_words.contains(&added_words[1])
}

/// The identifiers in tokens.
fn words(tokens: TokenStream) -> Vec<String> {
    let mut all = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => all.push(ident.to_string()),
            TokenTree::Group(group) => all.extend(words(group.stream())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    all
}

/// The text with the name in JSON instead of `{key}`.
fn filled(text: &str, names: Option<(&str, &str)>) -> String {
    match (names, text.parse::<TokenStream>()) {
        (Some((key, _)), Ok(tokens)) if text.contains("{key}") => with_key(tokens, key).to_string(),
        _ => text.to_owned(),
    }
}

fn with_key(tokens: TokenStream, key: &str) -> TokenStream {
    let replaced = tokens.into_iter().map(|token| match token {
        TokenTree::Literal(literal) => match syn::parse_str::<syn::LitStr>(&literal.to_string()) {
            Ok(text) if text.value().contains("{key}") => Literal::string(&text.value().replace("{key}", key)).into(),
            _ => TokenTree::Literal(literal),
        },
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && group.stream().to_string() == "key" => {
            Literal::string(key).into()
        }
        TokenTree::Group(group) => Group::new(group.delimiter(), with_key(group.stream(), key)).into(),
        other => other,
    });
    replaced.collect()
}
