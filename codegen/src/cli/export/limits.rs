//! The limits of values.

use serde_json::Number;

use crate::cli::json::{Json, Object};
use crate::schema::Constraints;

/// Adds the limits of a value, and to `items` those of a list.
pub(super) fn add(constraints: &Constraints, value: &mut Object, items: &mut Object) {
    let numbers = [
        ("minimum", &constraints.minimum),
        ("maximum", &constraints.maximum),
        ("exclusiveMinimum", &constraints.exclusive_minimum),
        ("exclusiveMaximum", &constraints.exclusive_maximum),
        ("multipleOf", &constraints.multiple_of),
    ];
    for (keyword, limit) in numbers {
        let Some(limit) = limit else { continue };
        // An unsigned integer has a minimum already.
        value.0.retain(|(own, _)| own != keyword);
        match number(limit).filter(|number| keyword != "multipleOf" || is_positive(number)) {
            Some(number) => value.set(keyword, number),
            None => value.set(format!("x-{keyword}"), limit),
        }
    }
    if let Some(pattern) = &constraints.pattern {
        value.0.retain(|(own, _)| own != "pattern");
        // Validators refuse a whole document for one pattern in the notation of another language.
        let is_known = regress::Regex::with_flags(pattern, "u").is_ok();
        value.set(if is_known { "pattern" } else { "x-pattern" }, pattern);
    }
    value.set_some("minLength", constraints.min_length);
    value.set_some("maxLength", constraints.max_length);
    items.set_some("minItems", constraints.min_items);
    items.set_some("maxItems", constraints.max_items);
    items.set_some("uniqueItems", constraints.unique_items.then_some(true));
}

fn is_positive(number: &Number) -> bool {
    number.as_f64().is_some_and(|number| number > 0.0)
}

/// A limit in decimal as a JSON number, if there is one.
fn number(limit: &str) -> Option<Number> {
    let float = || limit.parse::<f64>().ok().and_then(Number::from_f64);
    serde_json::from_str(limit).ok().or_else(float)
}

/// A default, which only sometimes is JSON.
pub(super) fn default(value: Option<&serde_json::Value>, written: Option<&String>) -> Option<(&'static str, Json)> {
    match (value, written) {
        (Some(value), _) => Some(("default", Json::from(value))),
        (None, Some(written)) => Some(("x-default", written.into())),
        (None, None) => None,
    }
}
