//! The schema: what the documents say about an API's models, in a form of its own.
//!
//! It mentions neither Markdown nor Rust, is written and read as JSON, and is versioned: a change that
//! an older reader would misunderstand raises [`VERSION`]; a new optional key or variant does not.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

pub use crate::source::Origin;

/// The version of the form that this crate writes.
pub const VERSION: u32 = 2;

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
    /// The name that a correction asks generated code to use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rename: Option<Rename>,
    /// Where the document names it.
    pub origin: Origin,
}

/// The JSON that a model stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Shape {
    /// An object with these fields, in the order of the document.
    Object(Vec<Field>),
}

impl Model {
    /// The fields, in the order of the document.
    pub fn fields(&self) -> &[Field] {
        let Shape::Object(fields) = &self.shape;
        fields
    }

    /// The fields, to correct them.
    pub fn fields_mut(&mut self) -> &mut Vec<Field> {
        let Shape::Object(fields) = &mut self.shape;
        fields
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
    /// The default, as the document writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
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
}

/// The known values of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Values {
    /// The values, each once, in the order of their source.
    pub known: Vec<String>,
    /// What lists them.
    pub source: ValuesSource,
    /// Where.
    pub origin: Origin,
}

/// What lists the known values of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ValuesSource {
    /// A form that the dialect has for it: a section, a table, a note.
    Listed,
    /// A sentence of the description.
    Prose,
    /// A correction.
    Correction,
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

/// What a document cannot say and a rule decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Assumption {
    /// The key in JSON was made from the spelled name by the case rule of the dialect.
    WireNameByRule,
    /// An integer without a width has 64 bits.
    IntegerWidth,
    /// A floating-point number without a width has 64 bits.
    FloatWidth,
    /// The content of a file travels as text.
    FileAsText,
    /// The keys of a map are text in JSON, though the document names another type for them.
    KeysAreText,
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hole {
    /// The kind of mistake.
    pub problem: Problem,
    /// What is wrong, in one phrase.
    pub message: String,
    /// Where.
    pub origin: Origin,
}

/// Why a type cell could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Problem {
    /// A word that is neither a type nor a model.
    UnknownWord,
    /// Brackets or words in the wrong place.
    Syntax,
    /// Nested too deep.
    TooDeep,
}

/// A value without parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Scalar {
    /// Text.
    String,
    /// An integer of 32 bits.
    Int32,
    /// An integer of 64 bits.
    Int64,
    /// A number that fits 32 bits of floating point.
    Float32,
    /// A number.
    Float64,
    /// `true` or `false`.
    Boolean,
    /// A day and time with its offset from UTC, as RFC 3339 text.
    DateTime,
    /// A day, as RFC 3339 text.
    Date,
    /// The content of a file.
    File,
    /// Any JSON value.
    Any,
}

impl Scalar {
    /// The word for it in messages, corrections and type notation.
    pub fn word(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Int32 => "int32",
            Self::Int64 => "int64",
            Self::Float32 => "float32",
            Self::Float64 => "float64",
            Self::Boolean => "boolean",
            Self::DateTime => "datetime",
            Self::Date => "date",
            Self::File => "file",
            Self::Any => "any",
        }
    }
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
    /// The type that stays when all lists, maps and nullable items are taken off.
    pub fn innermost(&self) -> &Self {
        match self {
            Self::List(item) | Self::Map(item) | Self::Nullable(item) => item.innermost(),
            Self::Scalar(_) | Self::Model(_) | Self::Unknown(_) => self,
        }
    }
}

impl Schema {
    /// A schema without models.
    pub fn new() -> Self {
        Self { version: VERSION, models: BTreeMap::new() }
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
