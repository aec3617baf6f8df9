//! The schema as JSON.

use std::sync::Arc;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::{Empty, Rare, Schema, VERSION};

impl Schema {
    /// The schema as JSON. It is read back and compared before it is returned.
    ///
    /// # Errors
    ///
    /// The JSON cannot be made, or does not read back as the same schema. Both are bugs in this crate.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        let json = serde_json::to_string_pretty(self)?;
        if Self::from_json(&json)? == *self {
            Ok(json)
        } else {
            Err(serde_json::Error::custom("the schema does not read back as it was written"))
        }
    }

    /// Reads what [`Schema::to_json`] wrote.
    ///
    /// # Errors
    ///
    /// The text is not a schema, or has another [`VERSION`].
    pub fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        let schema: Self = serde_json::from_str(json)?;
        if schema.version == VERSION {
            Ok(schema)
        } else {
            let message = format!("the schema has the version {}, and this crate reads {VERSION}", schema.version);
            Err(serde_json::Error::custom(message))
        }
    }
}

impl<T: Empty + Serialize> Serialize for Rare<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de, T: Empty + Deserialize<'de>> Deserialize<'de> for Rare<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::from)
    }
}

/// A default that is `null` is there, unlike a default that is absent.
pub(super) fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
pub(super) fn is_false(it: &bool) -> bool {
    !*it
}

/// A text that many values share.
pub(crate) mod shared {
    use super::{Arc, Deserialize, Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(text: &Arc<str>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(text)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<str>, D::Error> {
        String::deserialize(deserializer).map(Arc::from)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use crate::Config;
    use crate::schema::{Model, Schema};

    const DOCUMENT: &str = "# Tag\n\n## Properties\n\n| Name | Type | Description | Notes |\n\
        | --- | --- | --- | --- |\n| value | any | Anything. |  |\n| other | any | Anything. |  |\n";

    const CORRECTIONS: &str = "| Model | Field | Correction | Value | Reason |\n| --- | --- | --- | --- | --- |\n\
        | Tag | value | default | null | Its absence is a value |\n";

    #[test]
    fn a_default_of_null_reads_back() {
        let documents = [("specs/Tag.md", DOCUMENT), ("specs/CORRECTIONS.md", CORRECTIONS)];
        let schema = Config::new().compile_texts(documents).schema;
        let defaults = schema.models.values().flat_map(Model::fields).map(|field| field.default_value.clone());
        assert_eq!(defaults.collect::<Vec<_>>(), [Some(Value::Null), None]);
        let json = schema.to_json().expect("the schema reads back");
        assert_eq!(Schema::from_json(&json).expect("a schema"), schema);
    }
}
