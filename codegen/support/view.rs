// Comparing, hashing and debugging, implemented once for all models.

use std::fmt;
use std::hash::Hasher;

use super::extra::Extra;
use super::model::{Fields, Indexed, Visit};
use super::order::floats;
use super::slot::{Items, Slot, View};

impl View<'_> {
    /// Whether it holds no value that could be written.
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        match self {
            View::Absent => true,
            View::Items(items) => items.count() == 0,
            View::Entries(entries) => entries.count() == 0,
            _ => false,
        }
    }

    /// Whether it is a value that the document does not list.
    #[inline]
    pub(super) fn is_unlisted(&self) -> bool {
        matches!(self, View::Unlisted(_) | View::UnlistedInteger(_) | View::UnlistedNumber(_))
    }

    /// Feeds it to a hasher.
    #[inline]
    pub fn feed(self, state: &mut dyn Hasher) {
        use std::hash::Hash;
        let mut state = state;
        match self {
            View::Absent | View::Null => state.write_u8(0),
            View::Boolean(it) => it.hash(&mut state),
            View::Integer(it) | View::UnlistedInteger(it) => it.hash(&mut state),
            View::Unsigned(it) => it.hash(&mut state),
            View::Float(it) => float_bits(it).hash(&mut state),
            View::Text(it) | View::Unlisted(it) | View::UnlistedNumber(it) => it.hash(&mut state),
            View::Stamp(it) => it.hash(&mut state),
            View::Items(items) => {
                state.write_usize(items.count());
                each(items).for_each(|item| item.feed(state));
            }
            View::Entries(entries) => {
                state.write_usize(entries.count());
                for (key, view) in entries.each() {
                    key.hash(&mut state);
                    view.feed(state);
                }
            }
            View::Fields(model) => model.visit(&mut HashFields(state)),
            View::Json(it) => it.hash(&mut state),
            View::Member(union) => {
                state.write_usize(union.case());
                union.value().feed(state);
            }
            View::Foreign(it) => it.json().ok().hash(&mut state),
        }
    }
}

/// Feeds a value to a hasher.
#[inline]
pub fn hash<T: Slot, H: Hasher>(value: &T, mut state: &mut H) {
    value.view().feed(&mut state);
}

/// The bits of a float. Floats that are equal have the same: zero with and without a sign, and all kinds of NaN.
#[inline]
fn float_bits(float: f64) -> u64 {
    match float {
        0.0 => 0,
        _ if float.is_nan() => f64::NAN.to_bits(),
        _ => float.to_bits(),
    }
}

/// The items of a list. The iterator has an exact size, because some formats write the length first.
#[inline]
pub(super) fn each(items: &dyn Items) -> impl ExactSizeIterator<Item = View<'_>> {
    (0..items.count()).map(move |position| items.at(position).unwrap_or(View::Absent))
}

struct HashFields<'a>(&'a mut dyn Hasher);

impl Visit for HashFields<'_> {
    #[inline]
    fn fields(&mut self, _: &'static Indexed, fields: &[View<'_>], extra: &Extra) {
        use std::hash::Hash;
        for field in fields {
            field.feed(self.0);
        }
        extra.hash(&mut self.0);
    }
}

impl PartialEq for View<'_> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (View::Absent, View::Absent) | (View::Null, View::Null) => true,
            (View::Boolean(a), View::Boolean(b)) => a == b,
            (View::Integer(a) | View::UnlistedInteger(a), View::Integer(b) | View::UnlistedInteger(b)) => a == b,
            (View::Unsigned(a), View::Unsigned(b)) => a == b,
            (View::Float(a), View::Float(b)) => floats(*a, *b).is_eq(),
            (View::Stamp(a), View::Stamp(b)) => a == b,
            (View::Items(a), View::Items(b)) => a.count() == b.count() && each(*a).eq(each(*b)),
            (View::Entries(a), View::Entries(b)) => a.count() == b.count() && a.each().eq(b.each()),
            (View::Fields(a), View::Fields(b)) => same(*a, *b),
            (View::Json(a), View::Json(b)) => a == b,
            (View::Member(a), View::Member(b)) => a.case() == b.case() && a.value() == b.value(),
            (View::Foreign(a), View::Foreign(b)) => a.json().ok() == b.json().ok(),
            // A text that is listed equals the same text that is not: a blank enum may list the empty text.
            _ => matches!((self.text(), other.text()), (Some(a), Some(b)) if a == b),
        }
    }
}

/// Whether two models of any types are equal.
#[inline]
fn same(a: &dyn Fields, b: &dyn Fields) -> bool {
    let mut with = CompareWith { other: b, same: false };
    a.visit(&mut with);
    with.same
}

/// Visits one model, then compares it with another.
struct CompareWith<'a> {
    other: &'a dyn Fields,
    same: bool,
}

impl Visit for CompareWith<'_> {
    #[inline]
    fn fields(&mut self, _: &'static Indexed, fields: &[View<'_>], extra: &Extra) {
        let mut with = CompareFields { fields, extra, same: false };
        self.other.visit(&mut with);
        self.same = with.same;
    }
}

struct CompareFields<'a> {
    fields: &'a [View<'a>],
    extra: &'a Extra,
    same: bool,
}

impl Visit for CompareFields<'_> {
    #[inline]
    fn fields(&mut self, _: &'static Indexed, fields: &[View<'_>], extra: &Extra) {
        self.same = self.fields == fields && self.extra == extra;
    }
}

/// Formats a model for `Debug`.
///
/// # Errors
///
/// The formatter fails.
#[inline]
pub fn debug(model: &dyn Fields, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Debug::fmt(&View::Fields(model), f)
}

/// Formats models as their name, their keys and their values.
impl fmt::Debug for View<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            View::Absent => f.write_str("absent"),
            View::Null => f.write_str("null"),
            View::Boolean(it) => it.fmt(f),
            View::Integer(it) | View::UnlistedInteger(it) => it.fmt(f),
            View::Unsigned(it) => it.fmt(f),
            View::Float(it) => it.fmt(f),
            View::Text(it) | View::Unlisted(it) | View::UnlistedNumber(it) => it.fmt(f),
            View::Stamp(it) => fmt::Display::fmt(it, f),
            View::Items(items) => f.debug_list().entries(each(*items)).finish(),
            View::Entries(entries) => f.debug_map().entries(entries.each()).finish(),
            View::Fields(model) => {
                let mut show = DebugFields { f, outcome: Ok(()) };
                model.visit(&mut show);
                show.outcome
            }
            View::Json(it) => fmt::Display::fmt(it, f),
            View::Member(union) => union.value().fmt(f),
            View::Foreign(it) => it.fmt(f),
        }
    }
}

struct DebugFields<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    outcome: fmt::Result,
}

impl Visit for DebugFields<'_, '_> {
    #[inline]
    fn fields(&mut self, shape: &'static Indexed, fields: &[View<'_>], extra: &Extra) {
        let mut show = self.f.debug_struct(shape.name);
        let present = shape.keys.iter().zip(fields).filter(|(_, it)| !matches!(it, View::Absent));
        for (key, view) in present {
            show.field(key, view);
        }
        if !extra.is_empty() {
            show.field("(extra)", &extra);
        }
        self.outcome = show.finish();
    }
}
