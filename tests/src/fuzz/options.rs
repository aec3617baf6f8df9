//! Files of options, made from random numbers.

use std::sync::LazyLock;

use codegen::Config;
use serde_json::Value;

use super::inputs::{damage, text};
use crate::mutation::Random;

/// The names of all options, those of modules and dialects included.
static KEYS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let schema = serde_json::from_str(&Config::schema_of_file()).expect("a schema is JSON");
    let mut keys = Vec::new();
    collect(&schema, &mut keys);
    keys.sort();
    keys.dedup();
    keys
});

/// Collects the names of all properties.
fn collect(schema: &Value, keys: &mut Vec<String>) {
    match schema {
        Value::Object(object) => {
            for (key, value) in object {
                if let Some(properties) = value.as_object().filter(|_| key == "properties") {
                    keys.extend(properties.keys().cloned());
                }
                collect(value, keys);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, keys)),
        _ => {}
    }
}

/// Values of options: those that some option takes, and those that none does.
const WORDS: &[&str] = &[
    "*",
    "Tag",
    "Tag.id",
    "Tag*",
    "*.id",
    "",
    "specs",
    "specs/Tag.md",
    "../x",
    "/",
    "house",
    "openapi-java",
    "snake",
    "camel",
    "jiff",
    "chrono",
    "time",
    "text",
    "allow",
    "warning",
    "error",
    "note-twice",
    "keep",
    "deny",
    "serde(skip)",
    "#[serde(skip)]",
    "uuid::Uuid",
    "Vec<Tag>",
    "String",
    "self",
    "$[",
    "fields",
    "data.items",
    "struct",
    "Default",
    "é",
];

/// A file with some options.
pub(super) fn options(random: &mut Random) -> String {
    let mut file = String::new();
    for _ in 0..random.below(6) {
        let key = key(random);
        let line = match random.below(5) {
            0 => format!("[{key}.{:?}]\n", word(random)),
            1 => format!("[[{key}]]\n"),
            _ => format!("{key} = {}\n", value(random, 3)),
        };
        file.push_str(&line);
    }
    if random.below(4) == 0 {
        damage(&mut file, random);
    }
    file
}

fn key(random: &mut Random) -> String {
    match random.below(12) {
        0 => format!("{:?}", text(random, 6)),
        _ => KEYS[random.below(KEYS.len())].clone(),
    }
}

fn word(random: &mut Random) -> &'static str {
    WORDS[random.below(WORDS.len())]
}

fn value(random: &mut Random, depth: usize) -> String {
    let several = |random: &mut Random, part: fn(&mut Random, usize) -> String| {
        let parts: Vec<String> = (0..random.below(4)).map(|_| part(random, depth - 1)).collect();
        parts.join(", ")
    };
    match random.below(if depth == 0 { 6 } else { 10 }) {
        0 => "true".to_owned(),
        1 => random.below(1 << 20).to_string(),
        2 => "-1.5e300".to_owned(),
        3..=6 => format!("{:?}", word(random)),
        7 | 8 => format!("[{}]", several(random, value)),
        _ => format!("{{ {} }}", several(random, entry)),
    }
}

fn entry(random: &mut Random, depth: usize) -> String {
    let key = if random.below(2) == 0 { key(random) } else { format!("{:?}", word(random)) };
    format!("{key} = {}", value(random, depth))
}
