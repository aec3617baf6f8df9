// Fields that tell an absent key from `null`.

use super::slot::{Found, Place, Slot, View};

/// A field of a request that changes something: an absent key leaves the old value, `null` removes it. What sets
/// such a field takes a value, `None` for `null`, or a `Patch`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Patch<T> {
    /// The key is not written: what the server has stays.
    #[default]
    Absent,
    /// `null` is written: what the server has goes.
    Null,
    /// The value is written.
    Value(T),
}

impl<T> Patch<T> {
    /// Whether the key is not written.
    #[inline]
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether `null` is written.
    #[inline]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The value, if there is one.
    #[inline]
    pub fn value(&self) -> Option<&T> {
        if let Self::Value(value) = self { Some(value) } else { None }
    }

    /// The value, if there is one.
    #[inline]
    pub fn into_value(self) -> Option<T> {
        if let Self::Value(value) = self { Some(value) } else { None }
    }

    /// The same with the value changed.
    #[inline]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(change(value)),
        }
    }
}

impl<T> From<T> for Patch<T> {
    #[inline]
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// `None` is `null`.
impl<T> From<Option<T>> for Patch<T> {
    #[inline]
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl<T> From<T> for Patch<Box<T>> {
    #[inline]
    fn from(value: T) -> Self {
        Self::Value(Box::new(value))
    }
}

/// Text, where the value is made from text.
impl<'a, T: Slot + From<&'a str>> From<&'a str> for Patch<T> {
    #[inline]
    fn from(text: &'a str) -> Self {
        Self::Value(T::from(text))
    }
}

/// A number as it is written in a program is of this type unless something else is said.
impl From<i32> for Patch<i64> {
    #[inline]
    fn from(number: i32) -> Self {
        Self::Value(number.into())
    }
}

impl<T: Slot> Slot for Patch<T> {
    #[inline]
    fn blank() -> Self {
        Self::Absent
    }

    #[inline]
    fn fill(&mut self, found: Found<'_>) -> Place<'_> {
        *self = match found {
            Found::Nothing => Self::Absent,
            Found::Null => Self::Null,
            _ => Self::Value(T::blank()),
        };
        if let Self::Value(value) = self { value.fill(found) } else { Place::Done }
    }

    #[inline]
    fn view(&self) -> View<'_> {
        match self {
            Self::Absent => View::Absent,
            Self::Null => View::Null,
            Self::Value(value) => value.view(),
        }
    }
}
