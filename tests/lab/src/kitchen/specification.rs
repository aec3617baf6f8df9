//! The specification from which the documents were generated.

use std::io;

use codegen::schema::{Scalar, Schema, Type, UnionOf};
use serde_json::Value;

use super::{is_named, model_name};

/// The model and its neighbours, as specified.
#[derive(Debug)]
pub struct Specification {
    /// The properties of the model.
    pub properties: Vec<Property>,
    /// The schemas that list values.
    pub enums: Vec<SpecifiedEnum>,
    /// The schemas that are one of several types.
    pub unions: Vec<SpecifiedUnion>,
}

/// A property of the model.
#[derive(Debug)]
pub struct Property {
    /// The key in JSON.
    pub name: String,
    /// The type.
    pub ty: PropertyType,
    /// Whether the key is required.
    pub required: bool,
    /// Whether the value may be `null`.
    pub nullable: bool,
    /// Whether only the server sets it.
    pub read_only: bool,
    /// The default.
    pub default: Option<Value>,
    /// The known values.
    pub values: Vec<String>,
}

/// A schema that lists values.
#[derive(Debug)]
pub struct SpecifiedEnum {
    /// The name of the schema.
    pub name: String,
    /// The values.
    pub values: Vec<String>,
}

/// A schema that is one of several types.
#[derive(Debug)]
pub struct SpecifiedUnion {
    /// The name of the schema.
    pub name: String,
    /// Whether it is `oneOf` or `anyOf`.
    pub of: UnionOf,
    /// How many members it has.
    pub members: usize,
}

/// The type of a property.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PropertyType {
    /// A scalar.
    Scalar(Scalar),
    /// An integer of unspecified width.
    Integer,
    /// A number of unspecified width.
    Number,
    /// A list.
    List(Box<PropertyType>),
    /// A map.
    Map(Box<PropertyType>),
    /// A reference to a model.
    Model(String),
}

impl PropertyType {
    /// Whether a type that was read is this one.
    pub fn is(&self, ty: &Type, schema: &Schema) -> bool {
        let named = without_null(ty);
        let ty = without_null(schema.unaliased(named));
        if let (Self::Model(model), Type::Model(name)) = (self, named) {
            return is_model(&name.0, model) || matches!(ty, Type::Model(target) if is_model(&target.0, model));
        }
        match (self, ty) {
            // Binary content is text in JSON as well.
            (Self::Scalar(Scalar::File), Type::Scalar(Scalar::Bytes)) => true,
            (Self::Scalar(a), Type::Scalar(b)) => a == b || (*a == Scalar::Int32 && *b == Scalar::Uint32),
            (Self::Integer, Type::Scalar(scalar)) => matches!(scalar, Scalar::Int32 | Scalar::Int64),
            (Self::Number, Type::Scalar(scalar)) => {
                matches!(scalar, Scalar::Float32 | Scalar::Float64 | Scalar::Decimal)
            }
            (Self::List(a), Type::List(b)) | (Self::Map(a), Type::Map(b)) => a.is(b, schema),
            // An object without properties may have any keys.
            (Self::Scalar(Scalar::Any), Type::Map(item)) => **item == Type::Scalar(Scalar::Any),
            _ => false,
        }
    }

    /// Whether a type that was read is wider than this one and can hold all its values.
    pub fn fits(&self, ty: &Type, schema: &Schema) -> bool {
        let ty = without_null(schema.unaliased(without_null(ty)));
        match (self, ty) {
            (Self::Integer | Self::Scalar(Scalar::Int32 | Scalar::Int64), Type::Scalar(scalar)) => {
                matches!(scalar, Scalar::Int64 | Scalar::Float64 | Scalar::Decimal | Scalar::Any)
            }
            (_, Type::Scalar(Scalar::Any))
            | (Self::Scalar(Scalar::Any), _)
            | (Self::Scalar(Scalar::Date | Scalar::DateTime), Type::Scalar(Scalar::DateOrDateTime))
            | (
                Self::Number | Self::Scalar(Scalar::Float32 | Scalar::Float64 | Scalar::Decimal),
                Type::Scalar(Scalar::Float32 | Scalar::Float64 | Scalar::Decimal),
            ) => true,
            (Self::Scalar(scalar), Type::Scalar(Scalar::String)) => is_text(*scalar),
            (Self::List(a), Type::List(b)) | (Self::Map(a), Type::Map(b)) => a.is(b, schema) || a.fits(b, schema),
            _ => false,
        }
    }

    /// The type without the lists and maps around it.
    pub fn innermost(&self) -> &Self {
        match self {
            Self::List(item) | Self::Map(item) => item.innermost(),
            Self::Scalar(_) | Self::Integer | Self::Number | Self::Model(_) => self,
        }
    }

    /// Whether this type can hold all values of another one.
    pub fn holds(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Scalar(Scalar::String), Self::Scalar(scalar)) => is_text(*scalar),
            (Self::List(a), Self::List(b)) | (Self::Map(a), Self::Map(b)) => a.holds(b),
            _ => self == other,
        }
    }
}

fn is_model(name: &str, wanted: &str) -> bool {
    // Generators make a model of its own out of a reference with a description.
    is_named(name, wanted) || (wanted == "Item" && model_name(name).contains("kitchenoptmodeldesc"))
}

fn is_text(scalar: Scalar) -> bool {
    use Scalar::{Bytes, Date, DateTime, Decimal, File, String, Uri, Uuid};
    matches!(scalar, String | Date | DateTime | Uuid | Uri | Bytes | File | Decimal)
}

fn without_null(ty: &Type) -> &Type {
    if let Type::Nullable(inner) = ty { inner } else { ty }
}

impl Specification {
    /// Reads the specification, an OpenAPI document.
    ///
    /// # Errors
    ///
    /// Returns an error if the text is not valid YAML.
    pub fn read(yaml: &str) -> io::Result<Self> {
        let document: Value = serde_saphyr::from_str(yaml).map_err(io::Error::other)?;
        Ok(Self::of(&document["components"]["schemas"]))
    }

    fn of(schemas: &Value) -> Self {
        let mut specification = Self { properties: properties(schemas), enums: Vec::new(), unions: Vec::new() };
        for (name, schema) in schemas.as_object().into_iter().flatten() {
            if schema["enum"].is_array() {
                specification.enums.push(SpecifiedEnum { name: name.clone(), values: values(schema) });
            }
            for (key, of) in [("oneOf", UnionOf::One), ("anyOf", UnionOf::Any)] {
                if let Some(members) = schema[key].as_array() {
                    specification.unions.push(SpecifiedUnion { name: name.clone(), of, members: members.len() });
                    break;
                }
            }
        }
        specification
    }
}

fn properties(schemas: &Value) -> Vec<Property> {
    let model = &schemas["Kitchen"];
    let required: Vec<&str> = items(&model["required"]).filter_map(Value::as_str).collect();
    let mut properties = Vec::new();
    for (name, schema) in model["properties"].as_object().into_iter().flatten() {
        properties.push(Property {
            name: name.clone(),
            ty: property_type(schema, schemas),
            required: required.contains(&name.as_str()),
            nullable: schema["nullable"] == true,
            read_only: schema["readOnly"] == true,
            default: schema.get("default").cloned(),
            values: values(if schema["items"]["enum"].is_array() { &schema["items"] } else { schema }),
        });
    }
    properties
}

fn values(schema: &Value) -> Vec<String> {
    items(&schema["enum"]).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned)).collect()
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn property_type(schema: &Value, schemas: &Value) -> PropertyType {
    if let Some(name) = schema["$ref"].as_str().and_then(|it| it.rsplit('/').next()) {
        let target = &schemas[name];
        let is_alias = name.starts_with("Alias");
        return if is_alias { property_type(target, schemas) } else { PropertyType::Model(name.to_owned()) };
    }
    if let Some(part) = schema["allOf"].get(0) {
        return property_type(part, schemas);
    }
    let format = schema["format"].as_str().unwrap_or_default();
    match (schema["type"].as_str().unwrap_or_default(), format) {
        ("string", "date-time") => PropertyType::Scalar(Scalar::DateTime),
        ("string", "date") => PropertyType::Scalar(Scalar::Date),
        ("string", "uuid") => PropertyType::Scalar(Scalar::Uuid),
        ("string", "uri") => PropertyType::Scalar(Scalar::Uri),
        ("string", "byte") => PropertyType::Scalar(Scalar::Bytes),
        ("string", "binary") => PropertyType::Scalar(Scalar::File),
        ("string", "number") => PropertyType::Scalar(Scalar::Decimal),
        ("string", _) => PropertyType::Scalar(Scalar::String),
        ("integer", "int32") => PropertyType::Scalar(Scalar::Int32),
        ("integer", "int64") => PropertyType::Scalar(Scalar::Int64),
        ("integer", _) => PropertyType::Integer,
        ("number", "float") => PropertyType::Scalar(Scalar::Float32),
        ("number", "double") => PropertyType::Scalar(Scalar::Float64),
        ("number", _) => PropertyType::Number,
        ("boolean", _) => PropertyType::Scalar(Scalar::Boolean),
        ("array", _) => PropertyType::List(Box::new(property_type(&schema["items"], schemas))),
        ("object", _) if schema["additionalProperties"].is_object() => {
            PropertyType::Map(Box::new(property_type(&schema["additionalProperties"], schemas)))
        }
        ("object", _) if schema["additionalProperties"] == true => {
            PropertyType::Map(Box::new(PropertyType::Scalar(Scalar::Any)))
        }
        ("object", _) if schema["properties"].is_object() => PropertyType::Model("KitchenOptInlineObj".to_owned()),
        _ => PropertyType::Scalar(Scalar::Any),
    }
}
