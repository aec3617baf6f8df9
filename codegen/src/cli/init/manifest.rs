//! The dependencies in a manifest.

use std::path::PathBuf;

use toml_edit::{DocumentMut, InlineTable, Item, Table, Value};

/// Where the crate `codegen` is from.
pub(super) enum Source {
    /// A folder, relative to that of the manifest.
    Path(PathBuf),
    /// A repository.
    Git(String),
}

/// The manifest of a crate.
pub(super) struct Manifest(DocumentMut);

/// What generated code uses. None of their features is needed.
const DEPENDENCIES: [(&str, &str); 3] = [("jiff", ">=0.2, <2"), ("serde", "1"), ("serde_json", "1")];

impl Manifest {
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let document: DocumentMut = text.parse().map_err(|error| format!("`Cargo.toml` cannot be read: {error}"))?;
        if document.get("package").is_none() {
            return Err("`Cargo.toml` is that of a workspace; give the folder of a crate".to_owned());
        }
        Ok(Self(document))
    }

    /// The build script that it names.
    pub(super) fn build_script(&self) -> Option<&str> {
        let build = self.0.get("package")?.get("build")?;
        build.as_str().or_else(|| build.as_bool().filter(|has| !has).map(|_| "false"))
    }

    /// Whether it has the crate `codegen` without the feature that reads options from a file.
    pub(super) fn lacks_feature(&self) -> bool {
        let dependency = self.0.get("build-dependencies").and_then(|table| table.get("codegen"));
        dependency.is_some_and(|dependency| {
            let features = dependency.get("features").and_then(Item::as_array);
            !features.is_some_and(|features| features.iter().any(|feature| feature.as_str() == Some("file")))
        })
    }

    /// Its text with the dependencies that it lacks.
    pub(super) fn with_dependencies(&self, source: &Source) -> String {
        let mut document = self.0.clone();
        for (name, version) in DEPENDENCIES {
            add(&mut document, "dependencies", name, version.into());
        }
        add(&mut document, "build-dependencies", "codegen", source.dependency());
        document.to_string()
    }
}

impl Source {
    fn dependency(&self) -> Value {
        let mut dependency = InlineTable::new();
        match self {
            Self::Path(path) => dependency.insert("path", path.to_string_lossy().replace('\\', "/").into()),
            Self::Git(url) => dependency.insert("git", url.into()),
        };
        dependency.insert("features", Value::from_iter(["file"]));
        dependency.into()
    }
}

/// Adds a dependency, unless there is one of that name.
fn add(document: &mut DocumentMut, table: &str, name: &str, dependency: Value) {
    let dependencies = document.entry(table).or_insert_with(|| Item::Table(Table::new()));
    if let Some(dependencies) = dependencies.as_table_like_mut()
        && !dependencies.contains_key(name)
    {
        dependencies.insert(name, Item::Value(dependency));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_becomes(old: &str, new: &str) {
        let manifest = Manifest::parse(old).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(manifest.with_dependencies(&Source::Path("../codegen".into())), new);
    }

    #[test]
    fn dependencies_are_added_and_all_else_stays() {
        assert_becomes(
            "[package]\nname = \"shop\"   # ours\n\n[dependencies]\n\n[features]\na = []\n",
            "[package]\nname = \"shop\"   # ours\n\n[dependencies]\njiff = \">=0.2, <2\"\nserde = \"1\"\nserde_json = \"1\"\n\n\
             [features]\na = []\n\n[build-dependencies]\ncodegen = { path = \"../codegen\", features = [\"file\"] }\n",
        );
        assert_becomes(
            "[package]\nname = \"shop\"\n\n[dependencies]\nserde = { workspace = true }\n\n[dependencies.jiff]\nversion = \"0.2\"\n\n\
             [build-dependencies]\n# Compiles C.\ncc = \"1\"\n",
            "[package]\nname = \"shop\"\n\n[dependencies]\nserde = { workspace = true }\nserde_json = \"1\"\n\n[dependencies.jiff]\nversion = \"0.2\"\n\n\
             [build-dependencies]\n# Compiles C.\ncc = \"1\"\ncodegen = { path = \"../codegen\", features = [\"file\"] }\n",
        );
    }

    #[test]
    fn what_is_there_is_not_added_twice() {
        let text = "[package]\nname = \"shop\"\n[dependencies]\njiff = \"0.2\"\nserde = \"1\"\nserde_json = \"1\"\n\
                    [build-dependencies]\ncodegen = { git = \"https://git.example.com/codegen\" }\n";
        assert_becomes(text, text);
    }
}
