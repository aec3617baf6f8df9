// Reads formats that are not self-describing: asks the deserializer for the documented types.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde_json::Value as Json;

use super::faults::unexpected;
use super::notes::{Left, Rest};
use super::read::{Mode, Value, read_documented};
use super::slot::{Found, Kind, Place, Slot};
use super::union::take;

/// Reads the outer of two options, as which such formats hold each value: whether the key is present. The inner one is
/// whether the value is not `null`.
pub(super) struct Presence<'a>(pub(super) &'a mut dyn Slot);

impl<'de> Visitor<'de> for Presence<'_> {
    type Value = Rest;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or nothing")
    }

    fn visit_none<E>(self) -> Result<Rest, E> {
        Ok(refused_null(self.0, Found::Nothing))
    }

    fn visit_unit<E>(self) -> Result<Rest, E> {
        Ok(refused_null(self.0, Found::Nothing))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Rest, D::Error> {
        deserializer.deserialize_option(Nullness(self.0))
    }
}

/// A slot that must have a value refuses the absence of one.
fn refused_null(slot: &mut dyn Slot, found: Found<'_>) -> Rest {
    if let Place::Refused = slot.fill(found) { Rest::refused(Json::Null) } else { Rest::NONE }
}

struct Nullness<'a>(&'a mut dyn Slot);

impl<'de> Visitor<'de> for Nullness<'_> {
    type Value = Rest;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<Rest, E> {
        Ok(refused_null(self.0, Found::Null))
    }

    fn visit_unit<E>(self) -> Result<Rest, E> {
        Ok(refused_null(self.0, Found::Null))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Rest, D::Error> {
        let Place::Blank(slot, kind) = self.0.fill(Found::Fitting) else { return Ok(Rest::NONE) };
        let value = Value { slot, mode: Mode::AsDocumented, demand: None, texts: false };
        let rest = match kind {
            Kind::Boolean => deserializer.deserialize_bool(value),
            Kind::Integer => deserializer.deserialize_i64(value),
            Kind::Unsigned => deserializer.deserialize_u64(value),
            Kind::Float => deserializer.deserialize_f64(value),
            Kind::Text => deserializer.deserialize_str(value),
            Kind::List => deserializer.deserialize_seq(value),
            Kind::Map => deserializer.deserialize_map(value),
            Kind::Model => {
                let Place::Fields(model) = value.slot.fill(Found::Object) else { return Ok(Rest::NONE) };
                return read_documented(model, deserializer).map(|()| Rest::NONE);
            }
            Kind::Json => {
                let Place::Json(json) = value.slot.fill(Found::Object) else { return Ok(Rest::NONE) };
                *json = json_text(deserializer)?;
                return Ok(Rest::NONE);
            }
            Kind::Member => {
                let Place::Member(union) = value.slot.fill(Found::Object) else { return Ok(Rest::NONE) };
                take(union, json_text(deserializer)?)
            }
            Kind::Foreign => {
                let Place::Port(port) = value.slot.fill(Found::Object) else { return Ok(Rest::NONE) };
                Ok(port.take(json_text(deserializer)?).map_or(Rest::NONE, Rest::refused))
            }
        }?;
        match rest.0.as_deref() {
            Some(Left::Refused(json)) => {
                Err(D::Error::invalid_value(unexpected(json), &"a value of the documented type"))
            }
            _ => Ok(rest),
        }
    }
}

/// Reads JSON that is stored as a string, because such formats cannot hold a value of any type.
pub(super) fn json_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
    serde_json::from_str(&String::deserialize(deserializer)?).map_err(D::Error::custom)
}
