// What `Extra` has in common with other maps.

use std::cmp::Ordering;
use std::fmt;
use std::iter::FromIterator;
use std::ops::Index;

use serde_json::{Map, Value as Json, map};

use super::extra::Extra;
use super::order::maps;

impl Extra {
    /// Returns the number of keys.
    #[inline]
    pub fn len(&self) -> usize {
        self.map().map_or(0, Map::len)
    }

    /// Returns whether a key has a value, which may be `null`.
    #[inline]
    pub fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Returns the value of a key so that it can be changed.
    #[inline]
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Json> {
        self.map_mut()?.get_mut(key)
    }

    /// Adds a key, or replaces its value and returns the old one.
    #[inline]
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<Json>) -> Option<Json> {
        self.put(key.into(), value.into())
    }

    /// Iterates over the keys and their values.
    #[inline]
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.map().map(Map::iter))
    }

    /// Iterates over the keys.
    #[inline]
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        self.iter().map(|(key, _)| key)
    }

    /// Iterates over the values.
    #[inline]
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Json> + ExactSizeIterator {
        self.iter().map(|(_, value)| value)
    }
}

/// An iterator over the keys of an [`Extra`] and their values.
#[derive(Clone, Debug)]
pub struct Iter<'a>(Option<map::Iter<'a>>);

impl<'a> Iterator for Iter<'a> {
    type Item = (&'a str, &'a Json);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.0.as_mut()?.next().map(|(key, value)| (key.as_str(), value))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let length = self.0.as_ref().map_or(0, ExactSizeIterator::len);
        (length, Some(length))
    }
}

impl DoubleEndedIterator for Iter<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.as_mut()?.next_back().map(|(key, value)| (key.as_str(), value))
    }
}

impl ExactSizeIterator for Iter<'_> {}

impl<'a> IntoIterator for &'a Extra {
    type Item = (&'a str, &'a Json);
    type IntoIter = Iter<'a>;

    #[inline]
    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

impl IntoIterator for Extra {
    type Item = (String, Json);
    type IntoIter = map::IntoIter;

    #[inline]
    fn into_iter(self) -> map::IntoIter {
        self.into_map().into_iter()
    }
}

impl<K: Into<String>, V: Into<Json>> Extend<(K, V)> for Extra {
    #[inline]
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Into<String>, V: Into<Json>> FromIterator<(K, V)> for Extra {
    #[inline]
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut extra = Self::default();
        extra.extend(entries);
        extra
    }
}

impl<K: Into<String>, V: Into<Json>, const N: usize> From<[(K, V); N]> for Extra {
    #[inline]
    fn from(entries: [(K, V); N]) -> Self {
        Self::from_iter(entries)
    }
}

impl From<Extra> for Json {
    #[inline]
    fn from(extra: Extra) -> Self {
        Self::Object(extra.into_map())
    }
}

/// The value of a key, or `null` if there is none, as indexing a `serde_json::Value` returns it.
impl Index<&str> for Extra {
    type Output = Json;

    #[inline]
    fn index(&self, key: &str) -> &Json {
        self.get(key).unwrap_or(&Json::Null)
    }
}

impl PartialOrd for Extra {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By the first entry that differs, in the order of the keys.
impl Ord for Extra {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.map(), other.map()) {
            (Some(a), Some(b)) => maps(a, b),
            (a, b) => a.is_some().cmp(&b.is_some()),
        }
    }
}

/// The values as JSON.
impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter().map(|(key, value)| (key, AsJson(value)))).finish()
    }
}

struct AsJson<'a>(&'a Json);

impl fmt::Debug for AsJson<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.0, f)
    }
}
