// Ordering, implemented once for all models. It agrees with equality: two values are equal exactly if neither comes
// before the other.

use std::cmp::Ordering;

use serde_json::{Map, Number, Value as Json};

use super::extra::Extra;
use super::model::{Fields, Indexed, Visit};
use super::slot::View;
use super::view::each;

impl Eq for View<'_> {}

impl PartialOrd for View<'_> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for View<'_> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (View::Boolean(a), View::Boolean(b)) => a.cmp(b),
            (View::Integer(a) | View::UnlistedInteger(a), View::Integer(b) | View::UnlistedInteger(b)) => a.cmp(b),
            (View::Unsigned(a), View::Unsigned(b)) => a.cmp(b),
            (View::Float(a), View::Float(b)) => floats(*a, *b),
            (View::Stamp(a), View::Stamp(b)) => a.cmp(b),
            (View::Items(a), View::Items(b)) => each(*a).cmp(each(*b)),
            (View::Entries(a), View::Entries(b)) => a.each().cmp(b.each()),
            (View::Fields(a), View::Fields(b)) => order(*a, *b),
            (View::Json(a), View::Json(b)) => json(a, b),
            (View::Foreign(a), View::Foreign(b)) => match (a.json(), b.json()) {
                (Ok(a), Ok(b)) => json(&a, &b),
                (a, b) => a.is_ok().cmp(&b.is_ok()),
            },
            (View::Member(a), View::Member(b)) => a.case().cmp(&b.case()).then_with(|| a.value().cmp(&b.value())),
            _ => (self.kind(), self.text()).cmp(&(other.kind(), other.text())),
        }
    }
}

impl<'a> View<'a> {
    /// The text of a string, whether it is an allowed value or not.
    #[inline]
    pub(super) fn text(&self) -> Option<&'a str> {
        match self {
            View::Text(it) | View::Unlisted(it) | View::UnlistedNumber(it) => Some(it),
            _ => None,
        }
    }

    /// The place of its kind among the kinds, which matters for the few fields whose values are of several kinds.
    #[inline]
    fn kind(&self) -> u8 {
        match self {
            View::Absent => 0,
            View::Null => 1,
            View::Integer(_) | View::UnlistedInteger(_) | View::Unsigned(_) | View::Float(_) => 2,
            View::Text(_) | View::Unlisted(_) | View::UnlistedNumber(_) | View::Stamp(_) => 3,
            View::Items(_) => 4,
            View::Entries(_) | View::Fields(_) => 5,
            View::Json(_) | View::Member(_) | View::Foreign(_) => 6,
            View::Boolean(_) => 7,
        }
    }
}

/// Compares floats as numbers. NaN, which JSON does not have, equals itself and comes last.
#[inline]
pub(super) fn floats(a: f64, b: f64) -> Ordering {
    a.partial_cmp(&b).unwrap_or_else(|| a.is_nan().cmp(&b.is_nan()))
}

/// The order of two values, for `PartialOrd`.
#[inline]
pub fn order_partly<T: Ord>(a: &T, b: &T) -> Option<Ordering> {
    Some(a.cmp(b))
}

/// Compares two models field by field.
#[inline]
pub fn order(a: &dyn Fields, b: &dyn Fields) -> Ordering {
    let mut with = OrderWith { other: b, order: Ordering::Equal };
    a.visit(&mut with);
    with.order
}

/// Visits one model, then orders it and another.
struct OrderWith<'a> {
    other: &'a dyn Fields,
    order: Ordering,
}

impl Visit for OrderWith<'_> {
    #[inline]
    fn fields(&mut self, _: &'static Indexed, fields: &[View<'_>], extra: &Extra) {
        let mut with = OrderFields { fields, extra, order: Ordering::Equal };
        self.other.visit(&mut with);
        self.order = with.order;
    }
}

struct OrderFields<'a> {
    fields: &'a [View<'a>],
    extra: &'a Extra,
    order: Ordering,
}

impl Visit for OrderFields<'_> {
    #[inline]
    fn fields(&mut self, _: &'static Indexed, fields: &[View<'_>], extra: &Extra) {
        self.order = self.fields.cmp(fields).then_with(|| self.extra.cmp(extra));
    }
}

/// Compares JSON: first its kind, then its value.
#[inline]
pub(super) fn json(a: &Json, b: &Json) -> Ordering {
    match (a, b) {
        (Json::Bool(a), Json::Bool(b)) => a.cmp(b),
        (Json::Number(a), Json::Number(b)) => numbers(a, b),
        (Json::String(a), Json::String(b)) => a.cmp(b),
        (Json::Array(a), Json::Array(b)) => {
            let mut differences = a.iter().zip(b).map(|(a, b)| json(a, b)).filter(|it| it.is_ne());
            differences.next().unwrap_or_else(|| a.len().cmp(&b.len()))
        }
        (Json::Object(a), Json::Object(b)) => maps(a, b),
        _ => json_kind(a).cmp(&json_kind(b)),
    }
}

#[inline]
fn json_kind(json: &Json) -> u8 {
    match json {
        Json::Null => 0,
        Json::Bool(_) => 1,
        Json::Number(_) => 2,
        Json::String(_) => 3,
        Json::Array(_) => 4,
        Json::Object(_) => 5,
    }
}

/// Compares numbers by value, then by how they are written: `1` and `1.0` are not equal in JSON that is kept.
fn numbers(a: &Number, b: &Number) -> Ordering {
    fn rounded(number: &Number) -> f64 {
        let beyond = if number.to_string().starts_with('-') { f64::NEG_INFINITY } else { f64::INFINITY };
        number.as_f64().unwrap_or(beyond)
    }
    fn integer(number: &Number) -> Option<i128> {
        number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from))
    }
    if a == b {
        return Ordering::Equal;
    }
    let value = floats(rounded(a), rounded(b)).then_with(|| integer(a).cmp(&integer(b)));
    value.then_with(|| a.to_string().cmp(&b.to_string()))
}

/// Compares the entries of objects in the order of their keys, in which `serde_json` does not always keep them.
#[inline]
pub(super) fn maps(a: &Map<String, Json>, b: &Map<String, Json>) -> Ordering {
    fn sorted(map: &Map<String, Json>) -> Vec<(&String, &Json)> {
        let mut entries: Vec<_> = map.iter().collect();
        entries.sort_unstable_by_key(|(key, _)| *key);
        entries
    }
    let (a, b) = (sorted(a), sorted(b));
    let pairs = a.iter().zip(&b);
    let mut differences = pairs.map(|(a, b)| a.0.cmp(b.0).then_with(|| json(a.1, b.1))).filter(|it| it.is_ne());
    differences.next().unwrap_or_else(|| a.len().cmp(&b.len()))
}
