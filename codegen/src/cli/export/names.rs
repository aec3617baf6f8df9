//! The keys of definitions. OpenAPI allows the letters of ASCII, digits, `.`, `-` and `_` in them.

use std::collections::{BTreeMap, BTreeSet};

use super::Api;
use crate::schema::{Model, ModelName};

/// The keys of the models of all APIs.
pub(super) struct Names(Vec<BTreeMap<ModelName, String>>);

impl Names {
    /// Names that are keys are kept. Others are made to keys after that, so that no name takes the key of another.
    pub(super) fn of(apis: &[Api<'_>]) -> Self {
        let mut taken = BTreeSet::new();
        let mut keys: Vec<BTreeMap<ModelName, String>> = apis.iter().map(|_| BTreeMap::new()).collect();
        for is_kept in [true, false] {
            for (api, keys) in apis.iter().zip(&mut keys) {
                let prefix = api.module.map(|module| format!("{}.", module.replace("::", "."))).unwrap_or_default();
                let named = api.schema.models.values().flat_map(Model::models).map(|(name, _)| name);
                for name in api.schema.models.keys().chain(named).filter(|name| is_key(&name.0) == is_kept) {
                    if !keys.contains_key(name) {
                        let key = free(&format!("{prefix}{}", key(&name.0)), &taken);
                        taken.insert(key.clone());
                        keys.insert(name.clone(), key);
                    }
                }
            }
        }
        Self(keys)
    }

    /// The keys of the models of an API.
    pub(super) fn of_api(&self, idx: usize) -> &BTreeMap<ModelName, String> {
        &self.0[idx]
    }
}

fn is_key(name: &str) -> bool {
    !name.is_empty() && name.chars().all(is_allowed)
}

fn is_allowed(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_')
}

/// A name with one `_` for all characters in a row that keys cannot have.
fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for letter in name.chars() {
        if is_allowed(letter) {
            key.push(letter);
        } else if !key.ends_with('_') {
            key.push('_');
        }
    }
    let trimmed = key.trim_matches('_');
    if is_key(name) || trimmed.is_empty() { key } else { trimmed.to_owned() }
}

/// A key that is not taken: this one, or with a number.
fn free(key: &str, taken: &BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{key}_{number}"));
    std::iter::once(key.to_owned()).chain(numbered).find(|key| !taken.contains(key)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::config::Paths;

    fn keys(names: &[&str]) -> Vec<String> {
        let page = |name: &str| {
            let text = format!(
                "# {name}\n\n## Properties\n\n|Name | Type | Description | Notes|\n|---|---|---|---|\n| **id** | str | It. | |\n"
            );
            (format!("specs/{}.md", name.len()), text)
        };
        let schema = Config::new().compile_texts(names.iter().map(|name| page(name))).schema;
        let mut names = Names::of(&[Api { module: None, schema: &schema, paths: &Paths::default() }]);
        names.0.remove(0).into_values().collect()
    }

    #[test]
    fn names_become_keys() {
        assert_eq!(keys(&["User", "User-V2"]), ["User", "User-V2"]);
        assert_eq!(keys(&["Page of Users"]), ["Page_of_Users"]);
    }

    #[test]
    fn no_name_takes_the_key_of_another() {
        assert_eq!(keys(&["A B", "A  B!", "A_B"]), ["A_B_2", "A_B_3", "A_B"]);
    }
}
