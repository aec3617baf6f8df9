//! Defaults that their field cannot have.

use serde_json::Value;

use super::quoted;
use crate::dialect::{DefaultSyntax, DefaultTexts};
use crate::read::doc::ListDoc;
use crate::schema::{Constraints, Field, Scalar, Type};

/// Explains why a default cannot be a value of its field. An expression in the SDK's language, which may be anything,
/// can.
pub(super) fn explain(
    field: &Field,
    list: Option<&ListDoc>,
    is_object: bool,
    syntax: &DefaultSyntax,
) -> Option<String> {
    let text = field.default.as_deref()?;
    let name = &field.spelled;
    let Some(value) = &field.default_value else {
        let is_unfit =
            literal(text, syntax).is_some_and(|literal| is_unfit(literal, &field.ty, list.is_some(), is_object));
        return is_unfit.then(|| format!("the default `{text}` of `{name}` is not a value of its type, {}", field.ty));
    };
    if is_object && matches!(field.ty, Type::Model(_)) && !value.is_object() {
        return Some(format!("the default `{text}` of `{name}` is not a value of its type, {}", field.ty));
    }
    if let Some(list) = list.filter(|list| !is_listed(value, list)) {
        return Some(format!("the default `{text}` of `{name}` is not among its {} values", list.values.len()));
    }
    if matches!(field.ty.innermost(), Type::Scalar(Scalar::Date | Scalar::DateTime | Scalar::DateOrDateTime))
        && value.as_str().is_some_and(|text| !is_day(text))
    {
        return Some(format!("the default `{text}` of `{name}` is not a value of its type, {}", field.ty));
    }
    let limit = limit(value, &field.constraints)?;
    Some(format!("the default `{text}` of `{name}` is beyond its limit: {limit}"))
}

/// What a default is that is written in the same way in all languages.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Literal {
    Text,
    Number,
    Boolean,
    Word,
}

fn literal(text: &str, syntax: &DefaultSyntax) -> Option<Literal> {
    let is_word = !text.is_empty() && text.chars().all(|letter| letter.is_alphanumeric() || "_- ".contains(letter));
    match text {
        "true" | "false" => Some(Literal::Boolean),
        "null" | "undefined" | "None" | "nil" => None,
        _ if quoted(text).is_some() => Some(Literal::Text),
        _ if text.parse::<f64>().is_ok() => Some(Literal::Number),
        _ if is_word && syntax.texts == DefaultTexts::Bare => Some(Literal::Word),
        _ => None,
    }
}

/// Whether a literal that is not read as a value of a type is none.
fn is_unfit(literal: Literal, ty: &Type, is_listed: bool, is_object: bool) -> bool {
    match ty {
        Type::Nullable(inner) => is_unfit(literal, inner, is_listed, is_object),
        Type::Model(_) => is_listed || is_object,
        Type::Scalar(Scalar::Any) | Type::Unknown(_) => false,
        Type::Scalar(_) if is_listed => true,
        // C and others write booleans as numbers.
        Type::Scalar(Scalar::Boolean) => literal != Literal::Number,
        Type::Scalar(Scalar::Int32 | Scalar::Int64 | Scalar::Uint32 | Scalar::Uint64) => literal != Literal::Boolean,
        Type::Scalar(Scalar::Float32 | Scalar::Float64 | Scalar::Decimal) | Type::List(_) | Type::Map(_) => true,
        Type::Scalar(_) => false,
    }
}

/// Whether a text starts with a day: `2024-02-29`.
fn is_day(text: &str) -> bool {
    let day: Vec<&str> = text.get(..10).unwrap_or_default().split('-').collect();
    let lengths: Vec<usize> = day.iter().map(|part| part.len()).collect();
    lengths == [4, 2, 2] && day.concat().bytes().all(|digit| digit.is_ascii_digit())
}

fn is_listed(value: &Value, list: &ListDoc) -> bool {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match value {
        Value::Array(items) => items.iter().all(|item| is_listed(item, list)),
        Value::Null | Value::Object(_) => true,
        _ => list.values.iter().any(|listed| listed.value == text(value)),
    }
}

/// The limit that a value is beyond.
fn limit(value: &Value, limits: &Constraints) -> Option<String> {
    let (count, least, most, what) = match value {
        Value::String(text) => (text.chars().count(), limits.min_length, limits.max_length, "length"),
        Value::Array(items) => (items.len(), limits.min_items, limits.max_items, "items"),
        _ => return bound(value.as_f64()?, limits),
    };
    let count = u64::try_from(count).unwrap_or(u64::MAX);
    let too_short = least.filter(|least| count < *least).map(|least| format!("min {what} {least}"));
    too_short.or_else(|| most.filter(|most| count > *most).map(|most| format!("max {what} {most}")))
}

fn bound(number: f64, limits: &Constraints) -> Option<String> {
    let parsed = |limit: &Option<String>| limit.as_ref().and_then(|limit| limit.parse::<f64>().ok());
    let too_small = parsed(&limits.minimum).filter(|least| number < *least).map(|least| format!("minimum {least}"));
    too_small.or_else(|| parsed(&limits.maximum).filter(|most| number > *most).map(|most| format!("maximum {most}")))
}
