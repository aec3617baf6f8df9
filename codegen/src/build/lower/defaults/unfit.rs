//! Defaults that their field cannot have.

use serde_json::Value;

use super::quoted;
use crate::dialect::{DefaultSyntax, DefaultTexts};
use crate::read::doc::ListDoc;
use crate::schema::{Constraints, Field, Scalar, Type, folded};

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
    let of_type = || format!("the default `{text}` of `{name}` is not a value of its type, {}", field.ty);
    let among =
        |list: &ListDoc| format!("the default `{text}` of `{name}` is not one of its allowed values: {}", shown(list));
    let Some(value) = &field.default_value else {
        let is_unfit = is_unread_unfit(text, field, list, is_object, syntax);
        return is_unfit.then(|| list.filter(|list| !list.values.is_empty()).map_or_else(of_type, among));
    };
    if is_object && matches!(field.ty, Type::Model(_)) && !value.is_object() {
        return Some(of_type());
    }
    if let Some(list) = list.filter(|list| !is_listed(value, list)) {
        return Some(among(list));
    }
    if let Type::Scalar(scalar) = field.ty.innermost()
        && !is_in_range(value, *scalar)
    {
        return Some(of_type());
    }
    let limit = limit(value, &field.constraints)?;
    Some(format!("the default `{text}` of `{name}` is beyond its limit: {limit}"))
}

/// At most this many allowed values are shown.
const SHOWN: usize = 8;

/// The allowed values for a message.
fn shown(list: &ListDoc) -> String {
    let shown: Vec<String> = list.values.iter().take(SHOWN).map(|listed| format!("`{}`", listed.value)).collect();
    let more = list.values.len() - shown.len();
    if more == 0 { shown.join(", ") } else { format!("{} and {more} more", shown.join(", ")) }
}

/// Whether a default that has no JSON value is not a value of its field.
fn is_unread_unfit(text: &str, field: &Field, list: Option<&ListDoc>, is_object: bool, syntax: &DefaultSyntax) -> bool {
    match list.filter(|list| !list.values.is_empty()) {
        Some(list) if is_path(text) => !ends_with_value(text, list),
        list => {
            let is_unfit = |literal| is_unfit(literal, &field.ty, list.is_some(), is_object);
            is_no_day(text, &field.ty) || literal(text, syntax).is_some_and(is_unfit)
        }
    }
}

/// Whether a name is that of an allowed value after that of its type, in some case: `ORDERSTATE_OPEN`.
fn ends_with_value(text: &str, list: &ListDoc) -> bool {
    let text = folded(text);
    let names = list.values.iter().flat_map(|listed| listed.name.iter().chain([&listed.value]));
    names.map(|name| folded(name)).any(|name| !name.is_empty() && text.ends_with(&name))
}

/// What a default is that is written in the same way in all languages.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Literal {
    Text,
    Number,
    /// A number that languages without booleans write for one.
    Bit,
    Boolean,
    Word,
}

fn literal(text: &str, syntax: &DefaultSyntax) -> Option<Literal> {
    match text {
        "true" | "false" => Some(Literal::Boolean),
        "null" | "undefined" | "None" | "nil" | "NULL" | "NA" => None,
        "0" | "1" => Some(Literal::Bit),
        _ if quoted(text).is_some() => Some(Literal::Text),
        _ if text.parse::<f64>().is_ok() => Some(Literal::Number),
        _ if is_constant(text) => None,
        _ if is_word(text, syntax) => Some(Literal::Word),
        _ => None,
    }
}

/// Whether a text is the SDK's name for an allowed value that is not listed: `STATE_OPEN`, `State_Open`.
fn is_constant(text: &str) -> bool {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.starts_with(char::is_uppercase) && text.contains('_') && text.chars().all(is_name)
}

/// Whether a text is made of words. Where texts have quotation marks, a name for another value is a single one.
fn is_word(text: &str, syntax: &DefaultSyntax) -> bool {
    let between = if syntax.texts == DefaultTexts::Bare { "_- " } else { "_" };
    text.starts_with(char::is_alphabetic)
        && text.chars().all(|letter| letter.is_alphanumeric() || between.contains(letter))
}

/// Whether a text can be the name of an allowed value, maybe after that of its type: `Color.RED`, `Color::Red`.
fn is_path(text: &str) -> bool {
    let is_name = |name: &str| {
        name.starts_with(char::is_alphabetic) && name.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
    };
    !["null", "undefined", "None", "nil", "NULL", "NA"].contains(&text)
        && text.split(['.', ':']).filter(|name| !name.is_empty()).all(is_name)
        && !text.is_empty()
}

/// Whether a literal that is not read as a value of a type is none.
fn is_unfit(literal: Literal, ty: &Type, is_listed: bool, is_object: bool) -> bool {
    match ty {
        Type::Nullable(inner) => is_unfit(literal, inner, is_listed, is_object),
        Type::Model(_) => is_listed || is_object,
        Type::Scalar(Scalar::Any) | Type::Unknown(_) => false,
        Type::Scalar(_) if is_listed => true,
        Type::Scalar(Scalar::Boolean) => literal != Literal::Bit,
        Type::Scalar(Scalar::Int32 | Scalar::Int64 | Scalar::Uint32 | Scalar::Uint64) => literal != Literal::Boolean,
        Type::List(_) | Type::Map(_) => true,
        Type::Scalar(scalar) => matches!(
            scalar,
            Scalar::Float32
                | Scalar::Float64
                | Scalar::Decimal
                | Scalar::Date
                | Scalar::DateTime
                | Scalar::DateOrDateTime
        ),
    }
}

/// Whether a value is one that its type has room for.
fn is_in_range(value: &Value, scalar: Scalar) -> bool {
    let within = |from: i64, to: i64| value.as_i64().is_none_or(|number| (from..=to).contains(&number));
    match (scalar, value) {
        (_, Value::Array(items)) => items.iter().all(|item| is_in_range(item, scalar)),
        (Scalar::Date | Scalar::DateTime | Scalar::DateOrDateTime, Value::String(text)) => is_day(text),
        (Scalar::Int32, _) => within(i32::MIN.into(), i32::MAX.into()),
        (Scalar::Uint32, _) => within(0, u32::MAX.into()),
        (Scalar::Uint64 | Scalar::Uint64Text, _) => within(0, i64::MAX),
        _ => true,
    }
}

/// Whether a default of a day is written in numbers that are none: `2024-02-31`.
fn is_no_day(text: &str, ty: &Type) -> bool {
    let is_dated = matches!(ty, Type::Scalar(Scalar::Date | Scalar::DateTime | Scalar::DateOrDateTime));
    is_dated && text.starts_with(|letter: char| letter.is_ascii_digit()) && !is_day(text)
}

/// Whether a text starts with a day: `2024-02-29`.
fn is_day(text: &str) -> bool {
    let day: Vec<&str> = text.get(..10).unwrap_or_default().split('-').collect();
    let lengths: Vec<usize> = day.iter().map(|part| part.len()).collect();
    let numbers: Option<Vec<u32>> = day.iter().map(|part| part.parse().ok()).collect();
    match numbers.as_deref() {
        Some([year, month, day]) => lengths == [4, 2, 2] && (1..=days_of(*year, *month)).contains(day),
        _ => false,
    }
}

/// The number of days of a month, or 0 if there is no such month.
fn days_of(year: u32, month: u32) -> u32 {
    let is_leap_year = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(is_leap_year),
        _ => 0,
    }
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
    // Decimals such as 0.3 are no exact multiples of 0.1.
    let is_multiple = |of: f64| of == 0.0 || (number / of - (number / of).round()).abs() < 1e-9;
    let beyond = |limit: &Option<String>, name: &str, is_beyond: &dyn Fn(f64) -> bool| {
        parsed(limit).filter(|limit| is_beyond(*limit)).map(|limit| format!("{name} {limit}"))
    };
    beyond(&limits.minimum, "minimum", &|least| number < least)
        .or_else(|| beyond(&limits.maximum, "maximum", &|most| number > most))
        .or_else(|| beyond(&limits.exclusive_minimum, "exclusive minimum", &|least| number <= least))
        .or_else(|| beyond(&limits.exclusive_maximum, "exclusive maximum", &|most| number >= most))
        .or_else(|| beyond(&limits.multiple_of, "multiple of", &|of| !is_multiple(of)))
}
