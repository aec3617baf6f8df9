//! The schema: what the documents say about the models of an API.
//!
//! It mentions neither Markdown nor Rust. With the feature `serde`, it is written and read as JSON. It has a version: a change that an
//! older reader cannot read raises [`VERSION`]; a new optional key or variant does not.

use std::collections::BTreeMap;
use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

pub use crate::source::Origin;
pub use assumption::Assumption;
pub use keys::{Case, KeyEvidence, Witnesses};
pub use merged::{Contradiction, Fact, Learned, Merged, Said};
pub use rare::{Empty, Rare};
pub use scalar::Scalar;
pub(crate) use types::Shown;
pub use types::{Hole, Problem, Type};
pub use values::{Constraints, Values, ValuesSource};

mod assumption;
#[cfg(feature = "serde")]
pub(crate) mod json;
mod keys;
mod merged;
mod rare;
mod scalar;
mod types;
mod values;

/// The version of the form that this crate writes.
pub const VERSION: u32 = 3;

macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
        #[cfg_attr(feature = "serde", serde(transparent))]
        pub struct $name(pub String);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name! {
    /// The name of a model, exactly as its document spells it.
    ModelName
}
name! {
    /// The key of a field in JSON.
    WireName
}

/// A name without case and separators, which is the same in the SDKs of all languages: `sortorder` for `sort_order`
/// and `SortOrder`.
pub fn folded(name: &str) -> String {
    if !name.is_ascii() {
        return name.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    }
    // A loop over bytes, because this runs for many names, and a build script is not optimized.
    let mut folded = String::with_capacity(name.len());
    for byte in name.as_bytes() {
        if byte.is_ascii_alphanumeric() {
            folded.push(byte.to_ascii_lowercase() as char);
        }
    }
    folded
}

/// How deep a type can be nested, the types counted that the names in it are other names for. rustc limits how deep types
/// nest, and stages that go through a type need stack for each level.
pub const MAX_DEPTH: usize = 32;

/// Every model of a set of documents.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Schema {
    /// See [`VERSION`].
    pub version: u32,
    /// What the documents show about the case of keys, for each API whose documents do not spell them.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub keys: Vec<KeyEvidence>,
    /// The models by name.
    pub models: BTreeMap<ModelName, Model>,
}

/// One model.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Model {
    /// The description in the document, as plain text; paragraphs are separated by an empty line.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub description: Option<String>,
    /// The JSON that the model describes.
    pub shape: Shape,
    /// The type of the values under additional keys, where the document states it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub other_keys: Option<OtherKeys>,
    /// The name in generated code that a correction chose.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub rename: Option<Box<Rename>>,
    /// Where the document names it.
    pub origin: Origin,
    /// The correction of the type that the model is another name for.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub corrected: Option<Origin>,
    /// What the document does not state about the model as a whole, and a rule decided.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub assumed: Vec<Assumption>,
    /// What other documents say about it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Rare::is_empty"))]
    pub merged: Rare<Merged>,
}

/// The JSON that a model describes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Shape {
    /// An object with these fields, in the order of the document.
    Object(Vec<Field>),
    /// A value without parts, with a list of allowed values. The API may send others.
    Values {
        /// What a value is in JSON, mostly [`Scalar::String`].
        of: Scalar,
        /// The allowed values; a number is written in decimal.
        values: Values,
    },
    /// A value of one of several types.
    Union(Union),
    /// Another name for a type.
    Alias(Type),
}

/// A value of one of several types.
///
/// Generated code reads a value as the member that the discriminator selects, either by a text that the document
/// lists for the member or by the name of the model in any case. Without a discriminator, a scalar is read as the
/// first type that holds it unchanged. An object is read as the model with the fewest values of an unexpected type;
/// among equals, with the fewest missing and unknown keys, then with the fewest unknown keys, then as the first. A
/// value that fits no member is kept as it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Union {
    /// How many of the members a value matches.
    pub of: UnionOf,
    /// The members, in the order of the document.
    pub members: Vec<Member>,
    /// The key whose text selects the member, where the document names it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub discriminator: Option<Discriminator>,
}

/// How many of its members a value of a union matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum UnionOf {
    /// Exactly one.
    One,
    /// One or more at the same time.
    Any,
}

/// One of the types of a union.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Member {
    /// The type.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub ty: Type,
    /// What the document calls it, if that is not how the type is written in corrections.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub spelled: Option<String>,
    /// Where the document names it.
    pub origin: Origin,
}

/// The key of an object whose text selects the member of a union.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Discriminator {
    /// The key.
    pub property: WireName,
    /// The models by the texts that select them; empty where the document does not list them.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "BTreeMap::is_empty"))]
    pub values: BTreeMap<String, ModelName>,
}

/// The type of the values under the additional keys of an object.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct OtherKeys {
    /// The type.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub ty: Type,
    /// The names of the rows that state it, as the document spells them.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub spelled: Vec<String>,
    /// What the document says about them.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub description: Option<String>,
    /// Where the document names it.
    pub origin: Origin,
}

impl Member {
    /// Whether a correction calls it so.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        self.spelled.as_deref() == Some(name) || self.ty.to_string() == name
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Object(_) => f.write_str("an object"),
            Self::Values { of, .. } => write!(f, "a known {}", of.word()),
            Self::Union(_) => f.write_str("one of several types"),
            Self::Alias(ty) => ty.fmt(f),
        }
    }
}

impl Model {
    /// The paths of the documents that describe it, the leading one first.
    pub fn documents(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.origin).chain(self.merged.also.iter().map(|it| &it.origin)).map(|it| &*it.path)
    }

    /// The fields, in the order of the document; empty where the model is not an object.
    pub fn fields(&self) -> &[Field] {
        match &self.shape {
            Shape::Object(fields) => fields,
            Shape::Values { .. } | Shape::Union(_) | Shape::Alias(_) => &[],
        }
    }

    /// The fields, to change them; `None` where the model is not an object.
    pub fn fields_mut(&mut self) -> Option<&mut Vec<Field>> {
        match &mut self.shape {
            Shape::Object(fields) => Some(fields),
            Shape::Values { .. } | Shape::Union(_) | Shape::Alias(_) => None,
        }
    }

    /// All types that the model names, each with the place that names it: those of its fields, the members of
    /// a union, the target of an alias, and the type of additional keys.
    pub fn types(&self) -> impl Iterator<Item = (&Type, &Origin)> {
        let (fields, members, target): (&[Field], &[Member], Option<&Type>) = match &self.shape {
            Shape::Object(fields) => (fields, &[], None),
            Shape::Values { .. } => (&[], &[], None),
            Shape::Union(union) => (&[], &union.members, None),
            Shape::Alias(ty) => (&[], &[], Some(ty)),
        };
        let fields = fields.iter().map(|field| (&field.ty, &field.type_origin));
        let members = members.iter().map(|member| (&member.ty, &member.origin));
        let target = target.map(|ty| (ty, &self.origin));
        let other_keys = self.other_keys.iter().map(|it| (&it.ty, &it.origin));
        fields.chain(members).chain(target).chain(other_keys)
    }

    /// The types of [`Model::types`], to change them.
    pub fn types_mut(&mut self) -> impl Iterator<Item = (&mut Type, &Origin)> {
        let (fields, members, target): (&mut [Field], &mut [Member], Option<&mut Type>) = match &mut self.shape {
            Shape::Object(fields) => (fields, &mut [], None),
            Shape::Values { .. } => (&mut [], &mut [], None),
            Shape::Union(union) => (&mut [], &mut union.members, None),
            Shape::Alias(ty) => (&mut [], &mut [], Some(ty)),
        };
        let fields = fields.iter_mut().map(|field| (&mut field.ty, &field.type_origin));
        let members = members.iter_mut().map(|member| (&mut member.ty, &member.origin));
        let target = target.map(|ty| (ty, &self.origin));
        let other_keys = self.other_keys.iter_mut().map(|it| (&mut it.ty, &it.origin));
        fields.chain(members).chain(target).chain(other_keys)
    }

    /// The models that the model names in its types, with the places that name them.
    pub fn models(&self) -> impl Iterator<Item = (&ModelName, &Origin)> {
        self.types().filter_map(|(ty, origin)| match ty.innermost() {
            Type::Model(name) => Some((name, origin)),
            _ => None,
        })
    }
}

/// A name that a correction chose.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Rename {
    /// The name.
    pub name: String,
    /// The correction.
    pub origin: Origin,
}

/// One field of a model.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Field {
    /// The key in JSON.
    pub wire: WireName,
    /// The name as the document spells it, escapes of the SDK's language included.
    pub spelled: String,
    /// The spelled name without the escapes of the SDK's language. Generated names are made from it.
    pub plain: String,
    /// Where a sample has the key; or where a text names it, if the key is not what the case of the API's keys makes of
    /// the name.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub key_named: Option<Origin>,
    /// The type.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub ty: Type,
    /// Whether the document requires the key.
    pub presence: Presence,
    /// Whether the value may be `null`; `None` where the dialect cannot express it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub nullable: Option<bool>,
    /// Whether only the server sets it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "json::is_false"))]
    pub read_only: bool,
    /// Whether the API may drop it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "json::is_false"))]
    pub deprecated: bool,
    /// The default, as the document writes it: an expression in some programming language.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub default: Option<String>,
    /// The default as JSON, where the expression is a value of the type.
    #[cfg_attr(
        feature = "serde",
        serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "json::present")
    )]
    pub default_value: Option<serde_json::Value>,
    /// The limits of the values.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Rare::is_empty"))]
    pub constraints: Rare<Constraints>,
    /// The allowed values of a text, or of the texts in a list or map. The API may send others.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub values: Option<Box<Values>>,
    /// The description in the document, as plain text.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub description: Option<String>,
    /// The name in generated code that a correction chose.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub rename: Option<Box<Rename>>,
    /// The name in generated code that a correction chose for the allowed values.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub values_name: Option<Box<Rename>>,
    /// Where the document names it.
    pub origin: Origin,
    /// Where the document or a correction states its type, or names the model in the type.
    pub type_origin: Origin,
    /// What the document does not state and a rule decided.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub assumed: Vec<Assumption>,
    /// The corrections that were applied to it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub corrected: Vec<Origin>,
    /// What other documents say about it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Rare::is_empty"))]
    pub merged: Rare<Merged>,
}

/// Whether a document requires a key. The requirement is reliable for what is written to the API only: real
/// responses lack keys that are documented as required.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Presence {
    /// The document does not call it optional.
    Required,
    /// The document calls it optional.
    Optional,
}

impl Presence {
    /// The word for it in messages and corrections.
    pub fn word(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Optional => "optional",
        }
    }
}

impl Schema {
    /// A schema without models.
    pub fn new() -> Self {
        Self { version: VERSION, keys: Vec::new(), models: BTreeMap::new() }
    }

    /// Follows the names of models that are other names for types. A name of itself, or of a list or map of itself,
    /// is returned as it is.
    pub fn unaliased<'a>(&'a self, ty: &'a Type) -> &'a Type {
        // Nothing else is another name, and most types are not names.
        let Type::Model(_) = ty else { return ty };
        let (mut current, mut within) = (ty, ty);
        for _ in 0..=MAX_DEPTH {
            within = match self.target(within.innermost()) {
                Some(target) => target,
                None => return current,
            };
            current = self.target(current).unwrap_or(current);
        }
        ty
    }

    /// The type that an alias names.
    pub(crate) fn target(&self, ty: &Type) -> Option<&Type> {
        let Type::Model(name) = ty else { return None };
        if let Shape::Alias(target) = &self.models.get(name)?.shape { Some(target) } else { None }
    }

    /// The number of fields of all models.
    pub fn field_count(&self) -> usize {
        self.models.values().map(|model| model.fields().len()).sum()
    }
}

impl Default for Schema {
    fn default() -> Self {
        Self::new()
    }
}
