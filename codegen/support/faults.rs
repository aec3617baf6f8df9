// The errors of strict reading.

use serde::de::{Error, Unexpected};
use serde_json::Value as Json;

use super::model::Shape;
use super::slot::Found;

pub(super) fn unknown_key<E: Error>(shape: &Shape, key: &str) -> E {
    E::custom(format_args!("unknown key `{key}` in `{}`, which has {}", shape.name, shape.keys.join(", ")))
}

pub(super) fn other_spelling<E: Error>(shape: &Shape, position: usize, key: &str) -> E {
    E::custom(format_args!("key `{key}` in `{}`, where `{}` is expected", shape.name, shape.keys[position]))
}

pub(super) fn missing_key<E: Error>(shape: &Shape, position: usize) -> E {
    E::custom(format_args!("missing key `{}` in `{}`", shape.keys[position], shape.name))
}

pub(super) fn duplicate_key<E: Error>(shape: &Shape, position: usize) -> E {
    E::custom(format_args!("duplicate key `{}` in `{}`", shape.keys[position], shape.name))
}

/// The type that a value must have. It is checked while the value is read, so that the deserializer adds the position
/// to the error.
#[derive(Clone, Copy)]
pub(super) struct Demand {
    shape: &'static Shape,
    position: usize,
    /// The type of the value, in the terms of the documents.
    ty: &'static str,
    /// Whether the value is an item of the value of the field. Items may be `null`.
    item: bool,
}

impl Demand {
    #[inline]
    pub(super) fn of(shape: &'static Shape, position: usize) -> Option<Self> {
        let demanded = shape.reading.strict || shape.reading.exact.contains(&position);
        demanded.then(|| Self { shape, position, ty: shape.types[position], item: false })
    }

    pub(super) fn of_item(&self) -> Self {
        let item = self.ty.split_once('[').and_then(|(_, item)| item.strip_suffix(']'));
        Self { ty: item.unwrap_or(self.ty), item: true, ..*self }
    }

    fn error<E: Error>(&self, found: &Json) -> E {
        let Self { shape, position, ty, item } = *self;
        let place = if item { "within" } else { "for" };
        let expected = format!("{ty} {place} key `{}` in `{}`", shape.keys[position], shape.name);
        let right_type = match found {
            Json::String(_) => ty.starts_with("date"),
            Json::Number(_) => ["int", "uint", "float"].iter().any(|number| ty.starts_with(number)),
            _ => false,
        };
        let error = if right_type { E::invalid_value } else { E::invalid_type };
        error(unexpected(found), &&*expected)
    }
}

/// Turns a refused value into an error if the type is demanded.
pub(super) fn checked<E: Error>(demand: Option<&Demand>, refused: Option<Json>) -> Result<Option<Box<Json>>, E> {
    match (demand, &refused) {
        (Some(demand), Some(found)) if !(demand.item && found.is_null()) => Err(demand.error(found)),
        _ => Ok(refused.map(Box::new)),
    }
}

pub(super) fn unexpected(found: &Json) -> Unexpected<'_> {
    match found {
        Json::Null => Unexpected::Unit,
        Json::Bool(it) => Unexpected::Bool(*it),
        Json::Number(it) => match Found::number(it) {
            Some(Found::Integer(it)) => Unexpected::Signed(it),
            Some(Found::Unsigned(it)) => Unexpected::Unsigned(it),
            Some(Found::Float(it)) => Unexpected::Float(it),
            _ => Unexpected::Other("number"),
        },
        Json::String(it) => Unexpected::Str(it),
        Json::Array(_) => Unexpected::Seq,
        Json::Object(_) => Unexpected::Map,
    }
}
