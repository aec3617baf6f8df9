// The errors of strict reading.

use serde::de::{Error, Unexpected};
use serde_json::Value as Json;

use super::model::Shape;
use super::notes::{Left, Rest};
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
    /// Whether the value is an item of the value of the field.
    item: bool,
}

impl Demand {
    #[inline]
    pub(super) fn of(shape: &'static Shape, position: usize) -> Option<Self> {
        let demanded = shape.reading.strict || shape.reading.exact.contains(&position);
        demanded.then(|| Self { shape, position, ty: shape.types[position], item: false })
    }

    pub(super) fn of_item(&self) -> Self {
        Self { ty: item_of(self.ty).unwrap_or(self.ty), item: true, ..*self }
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

/// The type of the items of a list or map, unless the name of its type does not show it.
pub(super) fn item_of(ty: &'static str) -> Option<&'static str> {
    let within = |ty: &'static str| ty.split_once('[')?.1.strip_suffix(']');
    if ty.starts_with("nullable[") { within(within(ty)?) } else { within(ty) }
}

/// Turns what remains of a value into an error if its type is demanded, or if its model has no place for a note.
pub(super) fn checked<E: Error>(demand: Option<&Demand>, rest: Rest) -> Result<Rest, E> {
    let (Some(demand), Some(left)) = (demand, rest.0.as_deref()) else { return Ok(rest) };
    match left {
        Left::Refused(found) => Err(demand.error(found)),
        Left::Noted(note) if !demand.shape.reading.has_extra() => Err(demand.error(&note.example())),
        Left::Noted(_) => Ok(rest),
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
