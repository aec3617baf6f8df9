//! Tables of what the page has many times.

use std::collections::BTreeMap;

use serde_json::Value;

/// Values by number, each once. The number 0 is nothing.
#[derive(Default)]
pub(super) struct Table {
    numbers: BTreeMap<String, usize>,
    values: Vec<Value>,
}

impl Table {
    /// The number of a text.
    pub(super) fn text(&mut self, text: &str) -> usize {
        if text.is_empty() {
            return 0;
        }
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        self.add(text.to_owned(), text.into())
    }

    /// The number of a list; an empty one is nothing.
    pub(super) fn list(&mut self, list: Vec<Value>) -> usize {
        if list.is_empty() {
            return 0;
        }
        let value = Value::Array(list);
        let key = value.to_string();
        if let Some(number) = self.numbers.get(&key) { *number } else { self.add(key, value) }
    }

    fn add(&mut self, key: String, value: Value) -> usize {
        self.values.push(value);
        self.numbers.insert(key, self.values.len());
        self.values.len()
    }

    /// The values, with `nothing` at 0.
    pub(super) fn into_values(self, nothing: Value) -> Value {
        Value::Array(std::iter::once(nothing).chain(self.values).collect())
    }
}
