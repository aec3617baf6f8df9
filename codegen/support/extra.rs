// Values that a document does not describe.

use serde_json::{Map, Value as Json};

/// The parts of an object that its document does not describe: unknown keys, and known keys whose value has an
/// unexpected type. They are written back. An empty `Extra` is as large as a pointer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Extra(Option<Box<Map<String, Json>>>);

impl Extra {
    /// Returns whether there are no keys.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.0.as_ref().is_none_or(|map| map.is_empty())
    }

    /// Returns the value of a key.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.0.as_ref()?.get(key)
    }

    /// Adds a key, or replaces its value.
    #[inline]
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<Json>) {
        self.put(key.into(), value.into());
    }

    fn put(&mut self, key: String, value: Json) {
        self.0.get_or_insert_default().insert(key, value);
    }

    /// Removes a key and returns its value.
    pub fn remove(&mut self, key: &str) -> Option<Json> {
        let map = self.0.as_mut()?;
        let removed = map.remove(key);
        if map.is_empty() {
            self.0 = None;
        }
        removed
    }

    /// Iterates over the keys and their values.
    #[inline]
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.0.iter().flat_map(|map| map.iter()).map(|(key, value)| (key.as_str(), value))
    }
}

impl From<Extra> for Json {
    fn from(extra: Extra) -> Self {
        extra.0.map_or_else(|| Map::new().into(), |map| Self::Object(*map))
    }
}
