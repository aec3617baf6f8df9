//! Allowed values.

use super::types::{self, Unstated};
use crate::cli::json::{Json, Object};
use crate::schema::{Scalar, Values};

/// The schema of a scalar with allowed values.
pub(super) fn of(scalar: Scalar, unstated: Unstated, values: &Values, is_open: bool) -> Object {
    let any = types::scalar(scalar, unstated);
    let allowed = distinct(values.known.iter().flat_map(|value| json(scalar, value)));
    if allowed.is_empty() {
        return any;
    }
    let mut listed = any.clone().with("enum", allowed);
    // The convention of generators for the names of integers.
    if !values.names.is_empty() {
        let name = |value: &String| values.names.get(value).unwrap_or(value).into();
        listed.set("x-enum-varnames", values.known.iter().map(name).collect::<Vec<Json>>());
    }
    let (mut all, mut open) = (vec![Json::from(listed)], vec![Json::from(any)]);
    if !values.numbers.is_empty() {
        let integer = Object::default().with("type", "integer");
        all.push(
            integer
                .clone()
                .with("enum", values.numbers.keys().map(|number| Json::from(*number)).collect::<Vec<_>>())
                .into(),
        );
        open.push(integer.into());
    }
    if is_open {
        all.append(&mut open);
        return Object::default().with("anyOf", all);
    }
    match &mut *all {
        [Json::Object(only)] => std::mem::take(only),
        _ => Object::default().with("oneOf", all),
    }
}

fn distinct(values: impl Iterator<Item = Json>) -> Vec<Json> {
    let mut distinct = Vec::new();
    for value in values {
        if !distinct.contains(&value) {
            distinct.push(value);
        }
    }
    distinct
}

/// An allowed value in JSON. It can be several where the scalar has several forms.
fn json(scalar: Scalar, value: &str) -> Vec<Json> {
    let text = || Json::from(value);
    let bare = || match serde_json::from_str::<Json>(value) {
        Ok(bare @ (Json::Number(_) | Json::Boolean(_) | Json::Null)) => Some(bare),
        _ => None,
    };
    match scalar {
        Scalar::Boolean
        | Scalar::Int32
        | Scalar::Int64
        | Scalar::Uint32
        | Scalar::Uint64
        | Scalar::Float32
        | Scalar::Float64 => vec![bare().unwrap_or_else(text)],
        Scalar::Int64Text | Scalar::Uint64Text | Scalar::Decimal | Scalar::Any => {
            bare().into_iter().chain([text()]).collect()
        }
        _ => vec![text()],
    }
}
