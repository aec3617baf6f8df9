// Values that their documents do not distinguish from `true` and `false`.

use super::slot::{Found, Place, Slot, View};

/// A value, or `true` or `false`: the document has the same word for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrBoolean<T> {
    /// A value.
    Value(T),
    /// `true` or `false`.
    Boolean(bool),
}

impl<T> OrBoolean<T> {
    /// Returns a reference to the value, unless it is `true` or `false`.
    #[inline]
    pub fn value(&self) -> Option<&T> {
        if let Self::Value(value) = self { Some(value) } else { None }
    }

    /// Returns `true` or `false`, if it is one of them.
    #[inline]
    pub fn boolean(&self) -> Option<bool> {
        if let Self::Boolean(it) = self { Some(*it) } else { None }
    }
}

impl<T> From<bool> for OrBoolean<T> {
    #[inline]
    fn from(it: bool) -> Self {
        Self::Boolean(it)
    }
}

impl From<i32> for OrBoolean<i32> {
    #[inline]
    fn from(number: i32) -> Self {
        Self::Value(number)
    }
}

impl From<String> for OrBoolean<String> {
    #[inline]
    fn from(text: String) -> Self {
        Self::Value(text)
    }
}

impl From<&str> for OrBoolean<String> {
    #[inline]
    fn from(text: &str) -> Self {
        Self::Value(text.to_owned())
    }
}

impl<T: Slot> Slot for OrBoolean<T> {
    #[inline]
    fn blank() -> Self {
        Self::Value(T::blank())
    }

    fn fill(&mut self, found: Found<'_>) -> Place<'_> {
        if let Found::Boolean(it) = found {
            *self = Self::Boolean(it);
            return Place::Done;
        }
        *self = Self::blank();
        match self {
            Self::Value(value) => value.fill(found),
            Self::Boolean(_) => Place::Refused,
        }
    }

    #[inline]
    fn view(&self) -> View<'_> {
        match self {
            Self::Value(value) => value.view(),
            Self::Boolean(it) => View::Boolean(*it),
        }
    }
}
