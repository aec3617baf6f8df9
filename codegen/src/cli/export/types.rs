//! Types as schemas.

use std::collections::BTreeMap;

use crate::cli::json::{Json, Object};
use crate::schema::{Assumption, ModelName, Scalar, Type};

/// How definitions are written.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option")]
pub(super) struct Style {
    /// Whether references lead to components, and unions have discriminators.
    pub is_openapi: bool,
    /// Whether values that are not listed are accepted.
    pub has_open_enums: bool,
    /// Whether keys are required.
    pub has_required: bool,
    /// Whether the places in documents are shown.
    pub has_origins: bool,
}

/// A reference to the definition of a model.
pub(super) fn reference(keys: &BTreeMap<ModelName, String>, model: &ModelName, is_openapi: bool) -> Object {
    let folder = if is_openapi { "#/components/schemas/" } else { "#/$defs/" };
    let key = keys.get(model).map_or(&*model.0, String::as_str);
    Object::default().with("$ref", format!("{folder}{key}"))
}

/// What a rule decided about a scalar, where a document does not say it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Unstated {
    /// The width of numbers.
    pub width: bool,
    /// Whether it is a boolean after all.
    pub boolean: bool,
}

impl Unstated {
    /// What these assumptions are about.
    pub(super) fn of(assumed: &[Assumption]) -> Self {
        let is_width = |assumption: &Assumption| {
            matches!(assumption, Assumption::IntegerWidth | Assumption::FloatWidth | Assumption::MaybeInteger)
        };
        Self { width: assumed.iter().any(is_width), boolean: assumed.contains(&Assumption::MaybeBoolean) }
    }
}

/// The schema of a scalar.
pub(super) fn scalar(scalar: Scalar, unstated: Unstated) -> Object {
    let (kinds, format) = kinds(scalar);
    let mut kinds: Vec<Json> = kinds.iter().map(|kind| Json::from(*kind)).collect();
    if unstated.boolean {
        kinds.push("boolean".into());
    }
    let mut object = Object::default();
    match kinds.len() {
        0 => {}
        1 => object.set_some("type", kinds.pop()),
        _ => object.set("type", kinds),
    }
    object.set_some("format", format.filter(|_| !(unstated.width && scalar.is_number())));
    match scalar {
        Scalar::Uint32 | Scalar::Uint64 => object.set("minimum", 0_u64),
        Scalar::Int64Text => object.set("pattern", "^-?[0-9]+$"),
        Scalar::Uint64Text => object.set("pattern", "^[0-9]+$"),
        Scalar::Bytes => object.set("contentEncoding", "base64"),
        Scalar::DateOrDateTime => object.set("$comment", "A day, or a day and time."),
        _ => {}
    }
    object
}

/// What a value of a scalar is in JSON, and its format.
fn kinds(scalar: Scalar) -> (&'static [&'static str], Option<&'static str>) {
    match scalar {
        Scalar::String | Scalar::DateOrDateTime => (&["string"], None),
        Scalar::Int32 => (&["integer"], Some("int32")),
        Scalar::Int64 => (&["integer"], Some("int64")),
        Scalar::Uint32 => (&["integer"], Some("uint32")),
        Scalar::Uint64 => (&["integer"], Some("uint64")),
        Scalar::Float32 => (&["number"], Some("float")),
        Scalar::Float64 => (&["number"], Some("double")),
        Scalar::Int64Text => (&["string", "integer"], Some("int64")),
        Scalar::Uint64Text => (&["string", "integer"], Some("uint64")),
        Scalar::Decimal => (&["number", "string"], Some("decimal")),
        Scalar::Boolean => (&["boolean"], None),
        Scalar::DateTime => (&["string"], Some("date-time")),
        Scalar::Date => (&["string"], Some("date")),
        Scalar::Time => (&["string"], Some("time")),
        Scalar::Duration => (&["string"], Some("duration")),
        Scalar::Uuid => (&["string"], Some("uuid")),
        Scalar::Uri => (&["string"], Some("uri")),
        Scalar::Bytes => (&["string"], Some("byte")),
        Scalar::File => (&["string"], Some("binary")),
        Scalar::Any => (&[], None),
    }
}

/// The schema of a type, whose innermost part and lists can have more keywords.
pub(super) fn wrapped(ty: &Type, innermost: Object, items: &mut Object) -> Object {
    match ty {
        Type::List(item) => {
            // The limits of a list are those of the outermost one.
            let limits = std::mem::take(items);
            let mut list = Object::default().with("type", "array").with("items", wrapped(item, innermost, items));
            list.0.extend(limits.0);
            list
        }
        Type::Map(item) => {
            let values = wrapped(item, innermost, items);
            Object::default().with("type", "object").with("additionalProperties", values)
        }
        Type::Nullable(item) => nullable(wrapped(item, innermost, items)),
        Type::Scalar(_) | Type::Model(_) | Type::Unknown(_) => innermost,
    }
}

/// The same schema, which accepts `null`, too.
pub(super) fn nullable(mut schema: Object) -> Object {
    let null = || Json::from("null");
    if schema.is_empty() {
        return schema;
    }
    let position = |schema: &Object, key: &str| schema.0.iter().position(|(own, _)| own == key);
    let Some(at) = position(&schema, "type") else {
        let null = Object::default().with("type", "null");
        if let [(keyword, Json::List(alternatives))] = &mut *schema.0
            && keyword == "anyOf"
        {
            alternatives.push(null.into());
            return schema;
        }
        return Object::default().with("anyOf", vec![schema.into(), null.into()]);
    };
    let kinds = match std::mem::replace(&mut schema.0[at].1, Json::Null) {
        Json::List(kinds) => kinds,
        kind => vec![kind],
    };
    schema.0[at].1 = Json::List(kinds.into_iter().filter(|kind| *kind != null()).chain([null()]).collect());
    if let Some(Json::List(values)) = position(&schema, "enum").map(|at| &mut schema.0[at].1)
        && !values.contains(&Json::Null)
    {
        values.push(Json::Null);
    }
    schema
}
