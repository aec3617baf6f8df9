//! Derives of other crates, and the attributes with which what they make of a type is right about its JSON.

use super::options::{Attribute, Held, Part, When};
use crate::pattern::Pattern;

/// A derive that needs attributes.
struct Known {
    /// The name of the derive, without its path.
    name: &'static str,
    /// What is added, and where.
    attributes: &'static [(Part, When, &'static str)],
}

const KNOWN: &[Known] = &[
    Known {
        name: "JsonSchema",
        attributes: &[
            (Part::Field, When::Renamed, "#[schemars(rename = \"{key}\")]"),
            (Part::Field, When::Holds(Held::TextInteger), "#[schemars(with = \"Option<String>\")]"),
            (Part::Field, When::Holds(Held::Special), "#[schemars(with = \"Option<serde_json::Value>\")]"),
            (Part::Extra, When::Always, "#[schemars(skip)]"),
            (Part::Value, When::Renamed, "#[schemars(rename = \"{key}\")]"),
            (Part::UnlistedValue, When::Always, "#[schemars(skip)]"),
            (Part::Union, When::Always, "#[schemars(untagged)]"),
            (Part::UnlistedMember, When::Always, "#[schemars(skip)]"),
        ],
    },
    Known {
        name: "ToSchema",
        attributes: &[
            (Part::Field, When::Renamed, "#[schema(rename = \"{key}\")]"),
            (Part::Field, When::Holds(Held::TextInteger), "#[schema(value_type = Option<String>)]"),
            (Part::Field, When::Holds(Held::Special), "#[schema(value_type = Option<serde_json::Value>)]"),
            (Part::Field, When::Recursive, "#[schema(no_recursion)]"),
            (Part::Extra, When::Always, "#[schema(ignore)]"),
            (Part::Value, When::Renamed, "#[schema(rename = \"{key}\")]"),
            (Part::UnlistedValue, When::Always, "#[serde(skip)]"),
            (Part::Union, When::Always, "#[serde(untagged)]"),
            (Part::UnlistedMember, When::Always, "#[serde(skip)]"),
        ],
    },
    Known {
        name: "Arbitrary",
        attributes: &[
            (Part::Field, When::Holds(Held::Json), "#[arbitrary(default)]"),
            (Part::Field, When::Holds(Held::Date), "#[arbitrary(default)]"),
            (Part::Field, When::Holds(Held::Special), "#[arbitrary(default)]"),
            (Part::Extra, When::Always, "#[arbitrary(default)]"),
            (Part::UnlistedValue, When::Always, "#[arbitrary(skip)]"),
            (Part::UnlistedMember, When::Always, "#[arbitrary(skip)]"),
            (Part::UndocumentedValue, When::Always, "#[arbitrary(default)]"),
        ],
    },
];

/// A derive, and the attributes that it needs.
pub fn attributes(pattern: &Pattern, derive: &str) -> Vec<Attribute> {
    let name = derive.rsplit("::").next().unwrap_or(derive).trim();
    let attribute = |part, when, text| Attribute { pattern: pattern.clone(), part, text, when };
    let mut attributes = vec![attribute(None, When::Always, format!("#[derive({derive})]"))];
    for known in KNOWN.iter().filter(|known| known.name == name) {
        let needed = known.attributes.iter();
        attributes.extend(needed.map(|(part, when, text)| attribute(Some(*part), *when, (*text).to_owned())));
    }
    attributes
}
