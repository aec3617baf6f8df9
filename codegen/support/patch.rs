// Fields that distinguish an absent key from `null`.

use super::slot::{Found, Place, Slot, View};

/// A field of an update request, in which an absent key keeps the old value and `null` removes it. The setter of such a
/// field accepts a value, `None` for `null`, or a `Patch`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Patch<T> {
    /// The key is not written: the server keeps its value.
    #[default]
    Absent,
    /// `null` is written: the server removes its value.
    Null,
    /// The value is written.
    Value(T),
}

impl<T> Patch<T> {
    /// Returns whether the key is not written.
    #[inline]
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Returns whether `null` is written.
    #[inline]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Returns a reference to the value, if there is one.
    #[inline]
    pub fn value(&self) -> Option<&T> {
        if let Self::Value(value) = self { Some(value) } else { None }
    }

    /// Returns the value, if there is one.
    #[inline]
    pub fn into_value(self) -> Option<T> {
        if let Self::Value(value) = self { Some(value) } else { None }
    }

    /// Applies a function to the value.
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

/// `None` becomes `null`.
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

/// Lets setters accept string literals.
impl<'a, T: Slot + From<&'a str>> From<&'a str> for Patch<T> {
    #[inline]
    fn from(text: &'a str) -> Self {
        Self::Value(T::from(text))
    }
}

/// Lets setters accept integer literals, whose default type is `i32`.
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
