//! The schema: what the documents say about an API's models, in a form of its own.
//!
//! It mentions neither Markdown nor Rust, is written and read as JSON, and is versioned: a change that
//! an older reader would misunderstand raises [`VERSION`]; a new optional key or variant does not.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

pub use crate::source::Origin;
pub use assumption::Assumption;
pub use merged::{Contradiction, Fact, Learned, Merged, Said};
pub use scalar::Scalar;
pub use values::{Constraints, Values, ValuesSource};

mod assumption;
mod merged;
mod scalar;
mod values;

/// The version of the form that this crate writes.
pub const VERSION: u32 = 3;

macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
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

/// A name without case and separators, in which SDKs of different languages are alike: `sort_order`, `SortOrder`.
pub fn folded(name: &str) -> String {
    name.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// So many names in a row that stand for a type are followed.
const MAX_ALIASES: usize = 32;

/// Every model of a set of documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schema {
    /// See [`VERSION`].
    pub version: u32,
    /// The models by name.
    pub models: BTreeMap<ModelName, Model>,
}

/// One model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Model {
    /// What the document says about it, as plain text; paragraphs are separated by an empty line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The JSON that it stands for.
    pub shape: Shape,
    /// The type of what an object has under keys that no field has, where the document says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_keys: Option<OtherKeys>,
    /// The name that a correction asks generated code to use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rename: Option<Rename>,
    /// Where the document names it.
    pub origin: Origin,
    /// Where a correction changed the type that it is another name for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrected: Option<Origin>,
    /// What the document does not say about the model as a whole and a rule decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumed: Vec<Assumption>,
    /// What other documents say about it.
    #[serde(default, skip_serializing_if = "Merged::is_empty")]
    pub merged: Merged,
}

/// The JSON that a model stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Shape {
    /// An object with these fields, in the order of the document.
    Object(Vec<Field>),
    /// A text or a number of which the document lists the known ones. The API may send others.
    Values {
        /// What a value is in JSON: [`Scalar::String`], or [`Scalar::Int64`] where all are numbers.
        of: Scalar,
        /// The known ones; a number is written in decimal.
        values: Values,
    },
    /// A value of one of several types.
    Union(Union),
    /// Another name for a type.
    Alias(Type),
}

/// A value of one of several types.
///
/// Generated code reads it as the one that the discriminator tells: by a text that is listed for it, or by the name
/// of the model, in any letters. Otherwise a value without parts is read as the type that holds it as it is; an
/// object as the model with the fewest values of the wrong kind, then the fewest keys missing or unknown, then the
/// fewest unknown ones, then as the first. Nothing is refused for it: what fits none is kept as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Union {
    /// How many of the members a value is.
    pub of: UnionOf,
    /// The members, in the order of the document.
    pub members: Vec<Member>,
    /// The key whose text tells which member a value is, where the document names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discriminator: Option<Discriminator>,
    /// Whether the value may be `null`; `None` where the document cannot say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nullable: Option<bool>,
}

/// How many of its members a value of a union is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnionOf {
    /// Exactly one.
    One,
    /// One or more at the same time.
    Any,
}

/// One of the types of a union.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The type.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Where the document names it.
    pub origin: Origin,
}

/// The key of an object whose text tells which member of a union the object is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discriminator {
    /// The key.
    pub property: WireName,
    /// The texts and the models that they stand for; empty where the document does not list them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, ModelName>,
}

/// The type of the values under keys that no field of an object has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherKeys {
    /// The type.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Where the document names it.
    pub origin: Origin,
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
    /// The paths of the documents that describe it, the one that leads first.
    pub fn documents(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.origin).chain(self.merged.also.iter().map(|it| &it.origin)).map(|it| &*it.path)
    }

    /// The fields, in the order of the document; none where the model is no object.
    pub fn fields(&self) -> &[Field] {
        match &self.shape {
            Shape::Object(fields) => fields,
            Shape::Values { .. } | Shape::Union(_) | Shape::Alias(_) => &[],
        }
    }

    /// The fields, to correct them; `None` where the model is no object.
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
    pub fn types_mut(&mut self) -> impl Iterator<Item = &mut Type> {
        let (fields, members, target): (&mut [Field], &mut [Member], Option<&mut Type>) = match &mut self.shape {
            Shape::Object(fields) => (fields, &mut [], None),
            Shape::Values { .. } => (&mut [], &mut [], None),
            Shape::Union(union) => (&mut [], &mut union.members, None),
            Shape::Alias(ty) => (&mut [], &mut [], Some(ty)),
        };
        let fields = fields.iter_mut().map(|field| &mut field.ty);
        let members = members.iter_mut().map(|member| &mut member.ty);
        let other_keys = self.other_keys.iter_mut().map(|it| &mut it.ty);
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rename {
    /// The name.
    pub name: String,
    /// The correction.
    pub origin: Origin,
}

/// One field of a model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// The key in JSON.
    pub wire: WireName,
    /// The name as the document spells it, escapes of the SDK's language included.
    pub spelled: String,
    /// The words of the name, escapes of the SDK's language undone; generated names are made from it.
    pub plain: String,
    /// The type.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Whether the document promises that the key is there.
    pub presence: Presence,
    /// Whether the value may be `null`; `None` where the document cannot say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nullable: Option<bool>,
    /// Whether only the server sets it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub read_only: bool,
    /// The default, as the document writes it: an expression in some programming language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// The default as JSON, where the expression is a value that fits the type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_value: Option<serde_json::Value>,
    /// What the document says about the values beyond their type.
    #[serde(default, skip_serializing_if = "Constraints::is_empty")]
    pub constraints: Constraints,
    /// The known values of a text, or of the texts in a list or map. The API may send others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub values: Option<Values>,
    /// What the document says about it, as plain text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The name that a correction asks generated code to use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rename: Option<Rename>,
    /// Where the document names it.
    pub origin: Origin,
    /// Where the document or a correction says its type, or the name of the model in it.
    pub type_origin: Origin,
    /// What the document does not say and a rule decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumed: Vec<Assumption>,
    /// The corrections that were applied to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrected: Vec<Origin>,
    /// What other documents say about it.
    #[serde(default, skip_serializing_if = "Merged::is_empty")]
    pub merged: Merged,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn is_false(it: &bool) -> bool {
    !*it
}

/// Whether a document promises a key. It is a promise about what is written to the API: real responses
/// leave out keys that are documented as required.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Type {
    /// A value without parts.
    Scalar(Scalar),
    /// An array.
    List(Box<Type>),
    /// An object used as a map from text.
    Map(Box<Type>),
    /// An item that may be `null`, within a list or map.
    Nullable(Box<Type>),
    /// A model, documented or not.
    Model(ModelName),
    /// A hole: the cell could not be read. Only in the schema of a run that failed.
    Unknown(Hole),
}

/// A type cell that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Hole {
    /// The kind of mistake.
    pub problem: Problem,
    /// What is wrong, in one phrase.
    pub message: String,
    /// Where.
    pub origin: Origin,
}

/// Why a type cell could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Problem {
    /// A word that is neither a type nor a model.
    UnknownWord,
    /// Brackets or words in the wrong place.
    Syntax,
    /// Nested too deep.
    TooDeep,
}

/// The notation of corrections: `string`, `list[Segment]`, `map[list[int64]]`.
impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scalar(scalar) => f.write_str(scalar.word()),
            Self::List(item) => write!(f, "list[{item}]"),
            Self::Map(item) => write!(f, "map[{item}]"),
            Self::Nullable(item) => write!(f, "nullable[{item}]"),
            Self::Model(name) => f.write_str(&name.0),
            Self::Unknown(_) => f.write_str("?"),
        }
    }
}

impl Type {
    /// The same type around another innermost one.
    pub fn with_innermost(self, inner: &Self) -> Self {
        match self {
            Self::List(item) => Self::List(Box::new(item.with_innermost(inner))),
            Self::Map(item) => Self::Map(Box::new(item.with_innermost(inner))),
            Self::Nullable(item) => Self::Nullable(Box::new(item.with_innermost(inner))),
            Self::Scalar(_) | Self::Model(_) | Self::Unknown(_) => inner.clone(),
        }
    }

    /// The type that stays when all lists, maps and nullable items are taken off.
    pub fn innermost(&self) -> &Self {
        match self {
            Self::List(item) | Self::Map(item) | Self::Nullable(item) => item.innermost(),
            Self::Scalar(_) | Self::Model(_) | Self::Unknown(_) => self,
        }
    }

    /// The innermost type, to change it.
    pub fn innermost_mut(&mut self) -> &mut Self {
        match self {
            Self::List(item) | Self::Map(item) | Self::Nullable(item) => item.innermost_mut(),
            Self::Scalar(_) | Self::Model(_) | Self::Unknown(_) => self,
        }
    }
}

impl Schema {
    /// A schema without models.
    pub fn new() -> Self {
        Self { version: VERSION, models: BTreeMap::new() }
    }

    /// The type that a type stands for when it names a model that is another name for a type. A name that
    /// stands for itself, or for a list or map of itself, stays as it is.
    pub fn unaliased<'a>(&'a self, ty: &'a Type) -> &'a Type {
        let (mut current, mut within) = (ty, ty);
        for _ in 0..MAX_ALIASES {
            within = match self.target(within.innermost()) {
                Some(target) => target,
                None => return current,
            };
            current = self.target(current).unwrap_or(current);
        }
        ty
    }

    /// What a name of a type stands for.
    fn target(&self, ty: &Type) -> Option<&Type> {
        let Type::Model(name) = ty else { return None };
        if let Shape::Alias(target) = &self.models.get(name)?.shape { Some(target) } else { None }
    }

    /// The number of fields of all models.
    pub fn field_count(&self) -> usize {
        self.models.values().map(|model| model.fields().len()).sum()
    }

    /// The schema as JSON, read back and compared before it is given out.
    ///
    /// # Errors
    ///
    /// The JSON cannot be made, or does not read back as the same schema. Both are faults of this crate.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        let json = serde_json::to_string_pretty(self)?;
        if Self::from_json(&json)? == *self {
            Ok(json)
        } else {
            Err(serde::de::Error::custom("the schema does not read back as it was written"))
        }
    }

    /// Reads what [`Schema::to_json`] wrote.
    ///
    /// # Errors
    ///
    /// The text is no schema, or has another [`VERSION`].
    pub fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        let schema: Self = serde_json::from_str(json)?;
        if schema.version == VERSION {
            Ok(schema)
        } else {
            let message = format!("schema version {} where {VERSION} is read", schema.version);
            Err(serde::de::Error::custom(message))
        }
    }
}

impl Default for Schema {
    fn default() -> Self {
        Self::new()
    }
}
