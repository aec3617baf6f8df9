//! Parts that few models and fields have.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, DerefMut};

/// A part that is empty in most models and fields: an empty one is a word and not all of its parts. It is read and changed
/// as if it were the part itself.
#[derive(Clone)]
pub struct Rare<T>(Option<Box<T>>);

/// What has a value without content.
pub trait Empty: Default + PartialEq + 'static {
    /// That value.
    const EMPTY: &'static Self;
}

impl<T: Empty> Rare<T> {
    /// Whether the part has no content.
    pub fn is_empty(&self) -> bool {
        **self == *T::EMPTY
    }
}

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Empty> From<T> for Rare<T> {
    fn from(part: T) -> Self {
        Self((part != *T::EMPTY).then(|| Box::new(part)))
    }
}

impl<T: Empty> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::EMPTY)
    }
}

impl<T: Empty> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: Empty> PartialEq for Rare<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Empty + Eq> Eq for Rare<T> {}

impl<T: Empty + Hash> Hash for Rare<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // Most parts are empty, and all that are have one digest.
        self.0.as_deref().filter(|part| **part != *T::EMPTY).hash(state);
    }
}

impl<T: Empty + fmt::Debug> fmt::Debug for Rare<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use crate::schema::{Constraints, Rare};

    #[test]
    fn a_part_that_became_empty_is_equal_to_one_that_never_was_there() {
        let mut limits = Rare::from(Constraints { max_length: Some(5), ..Constraints::default() });
        assert_ne!(limits, Rare::default());
        limits.max_length = None;
        assert_eq!((&limits, limits.is_empty()), (&Rare::default(), true));
    }
}
