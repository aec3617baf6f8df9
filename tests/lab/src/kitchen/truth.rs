//! What the specification says that the documents were made of.

use codegen::schema::{Scalar, Schema, Type, UnionOf};
use serde_json::Value;

use super::{is_named, model_name};

/// The truth about the model and those beside it.
#[derive(Debug)]
pub struct Truth {
    /// The fields.
    pub fields: Vec<Fact>,
    /// The models that list values.
    pub values: Vec<(String, Vec<String>)>,
    /// The models that are one of several types, and these.
    pub unions: Vec<(String, UnionOf, Vec<String>)>,
}

/// The truth about a field.
#[derive(Debug)]
pub struct Fact {
    /// Its key.
    pub name: String,
    /// Its type.
    pub kind: Kind,
    /// Whether the key must be there.
    pub required: bool,
    /// Whether it may be `null`.
    pub nullable: bool,
    /// Whether only the server sets it.
    pub read_only: bool,
    /// The default.
    pub default: Option<Value>,
    /// The known values.
    pub values: Vec<String>,
}

/// A type as the specification has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A value without parts.
    Scalar(Scalar),
    /// An integer without a width.
    Integer,
    /// A number without a width.
    Number,
    /// A list.
    List(Box<Kind>),
    /// A map.
    Map(Box<Kind>),
    /// A model.
    Model(String),
}

impl Kind {
    /// Whether a type is this one.
    pub fn is(&self, ty: &Type, schema: &Schema) -> bool {
        let named = without_null(ty);
        let ty = without_null(schema.unaliased(named));
        if let (Self::Model(a), Type::Model(name)) = (self, named) {
            // Generators make a model of a reference with a description.
            let is = |it: &str| is_named(it, a) || (a == "Item" && model_name(it).contains("kitchenoptmodeldesc"));
            // Another name for it is it, too.
            return is(&name.0) || matches!(ty, Type::Model(it) if is(&it.0));
        }
        match (self, ty) {
            // What is binary is text in JSON all the same.
            (Self::Scalar(Scalar::File), Type::Scalar(Scalar::Bytes)) => true,
            (Self::Scalar(a), Type::Scalar(b)) => a == b || (*a == Scalar::Int32 && *b == Scalar::Uint32),
            (Self::Integer, Type::Scalar(it)) => matches!(it, Scalar::Int32 | Scalar::Int64),
            (Self::Number, Type::Scalar(it)) => matches!(it, Scalar::Float32 | Scalar::Float64 | Scalar::Decimal),
            (Self::List(a), Type::List(b)) | (Self::Map(a), Type::Map(b)) => a.is(b, schema),
            // What the specification calls an object may have any keys.
            (Self::Scalar(Scalar::Any), Type::Map(item)) => **item == Type::Scalar(Scalar::Any),
            _ => false,
        }
    }

    /// Whether a type can hold all values of this one.
    pub fn fits(&self, ty: &Type, schema: &Schema) -> bool {
        let ty = without_null(schema.unaliased(without_null(ty)));
        match (self, ty) {
            (Self::Integer | Self::Scalar(Scalar::Int32 | Scalar::Int64), Type::Scalar(it)) => {
                matches!(it, Scalar::Int64 | Scalar::Float64 | Scalar::Decimal | Scalar::Any)
            }
            (_, Type::Scalar(Scalar::Any))
            | (Self::Scalar(Scalar::Any), _)
            | (Self::Scalar(Scalar::Date | Scalar::DateTime), Type::Scalar(Scalar::DateOrDateTime))
            | (
                Self::Number | Self::Scalar(Scalar::Float32 | Scalar::Float64 | Scalar::Decimal),
                Type::Scalar(Scalar::Float32 | Scalar::Float64 | Scalar::Decimal),
            ) => true,
            (Self::Scalar(it), Type::Scalar(Scalar::String)) => is_text(*it),
            (Self::List(a), Type::List(b)) | (Self::Map(a), Type::Map(b)) => a.is(b, schema) || a.fits(b, schema),
            _ => false,
        }
    }

    /// The type without lists and maps around it.
    pub fn innermost(&self) -> &Self {
        match self {
            Self::List(item) | Self::Map(item) => item.innermost(),
            Self::Scalar(_) | Self::Integer | Self::Number | Self::Model(_) => self,
        }
    }

    /// Whether this type can hold all values of another.
    pub fn holds(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Scalar(Scalar::String), Self::Scalar(it)) => is_text(*it),
            (Self::List(a), Self::List(b)) | (Self::Map(a), Self::Map(b)) => a.holds(b),
            _ => self == other,
        }
    }
}

fn is_text(it: Scalar) -> bool {
    use Scalar::{Bytes, Date, DateTime, Decimal, File, String, Uri, Uuid};
    matches!(it, String | Date | DateTime | Uuid | Uri | Bytes | File | Decimal)
}

fn without_null(ty: &Type) -> &Type {
    if let Type::Nullable(inner) = ty { inner } else { ty }
}

impl Truth {
    pub(super) fn of(schemas: &Value) -> Self {
        let kitchen = &schemas["Kitchen"];
        let required: Vec<&str> = list(&kitchen["required"]).filter_map(Value::as_str).collect();
        let properties = kitchen["properties"].as_object().into_iter().flatten();
        let fields = properties.map(|(name, it)| Fact {
            name: name.clone(),
            kind: kind(it, schemas),
            required: required.contains(&name.as_str()),
            nullable: it["nullable"] == true,
            read_only: it["readOnly"] == true,
            default: it.get("default").cloned(),
            values: values(if it["items"]["enum"].is_array() { &it["items"] } else { it }),
        });
        let named = || schemas.as_object().into_iter().flatten();
        let lists = named().filter(|(_, it)| it["enum"].is_array()).map(|(name, it)| (name.clone(), values(it)));
        let unions = named().filter_map(|(name, it)| {
            let (of, members) = [("oneOf", UnionOf::One), ("anyOf", UnionOf::Any)]
                .into_iter()
                .find_map(|(key, of)| Some((of, it[key].as_array()?)))?;
            Some((name.clone(), of, members.iter().map(ToString::to_string).collect()))
        });
        Self { fields: fields.collect(), values: lists.collect(), unions: unions.collect() }
    }
}

fn values(schema: &Value) -> Vec<String> {
    list(&schema["enum"]).map(|it| it.as_str().map_or_else(|| it.to_string(), str::to_owned)).collect()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn kind(schema: &Value, schemas: &Value) -> Kind {
    if let Some(name) = schema["$ref"].as_str().and_then(|it| it.rsplit('/').next()) {
        let target = &schemas[name];
        let is_alias = name.starts_with("Alias");
        return if is_alias { kind(target, schemas) } else { Kind::Model(name.to_owned()) };
    }
    if let Some(part) = schema["allOf"].get(0) {
        return kind(part, schemas);
    }
    let format = schema["format"].as_str().unwrap_or_default();
    match (schema["type"].as_str().unwrap_or_default(), format) {
        ("string", "date-time") => Kind::Scalar(Scalar::DateTime),
        ("string", "date") => Kind::Scalar(Scalar::Date),
        ("string", "uuid") => Kind::Scalar(Scalar::Uuid),
        ("string", "uri") => Kind::Scalar(Scalar::Uri),
        ("string", "byte") => Kind::Scalar(Scalar::Bytes),
        ("string", "binary") => Kind::Scalar(Scalar::File),
        ("string", "number") => Kind::Scalar(Scalar::Decimal),
        ("string", _) => Kind::Scalar(Scalar::String),
        ("integer", "int32") => Kind::Scalar(Scalar::Int32),
        ("integer", "int64") => Kind::Scalar(Scalar::Int64),
        ("integer", _) => Kind::Integer,
        ("number", "float") => Kind::Scalar(Scalar::Float32),
        ("number", "double") => Kind::Scalar(Scalar::Float64),
        ("number", _) => Kind::Number,
        ("boolean", _) => Kind::Scalar(Scalar::Boolean),
        ("array", _) => Kind::List(Box::new(kind(&schema["items"], schemas))),
        ("object", _) if schema["additionalProperties"].is_object() => {
            Kind::Map(Box::new(kind(&schema["additionalProperties"], schemas)))
        }
        ("object", _) if schema["additionalProperties"] == true => Kind::Map(Box::new(Kind::Scalar(Scalar::Any))),
        ("object", _) if schema["properties"].is_object() => Kind::Model("KitchenOptInlineObj".to_owned()),
        _ => Kind::Scalar(Scalar::Any),
    }
}
