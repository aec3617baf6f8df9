//! Selects models of a set of documents, so that the same models can be written in two styles. Each style decides how
//! it writes a reference to a model that was not selected: as an opaque type, or as any JSON value.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use codegen::schema::{Field, Model, ModelName, Scalar, Schema, Type};
use codegen::{Config, Level, Undocumented};
use serde_json::Value;

/// Which models to select.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// All models.
    All,
    /// This number of models: the first by name, each followed by the models that it refers to, nearest first.
    First(usize),
    /// A model and all models that it refers to, directly or indirectly.
    Closure(ModelName),
}

/// The documents of the selected models.
#[derive(Debug)]
pub struct Cut {
    /// Path and text, corrections included.
    pub documents: Vec<(String, String)>,
    /// The schema of the documents.
    pub schema: Schema,
}

impl Cut {
    /// Selects the documents of the wanted models. `truth` has the `enums` of each model, by field; a document of
    /// corrections adds them to fields whose documents do not list values.
    ///
    /// # Errors
    ///
    /// Returns an error if the documents have errors.
    pub fn new(
        mut documents: Vec<(String, String)>,
        wanted: &Wanted,
        truth: Option<&BTreeMap<String, Value>>,
    ) -> io::Result<Self> {
        let whole = schema(&documents)?;
        let names = names(&whole, wanted);
        let removed: BTreeSet<&str> =
            whole.models.keys().filter(|name| !names.contains(name)).map(|name| name.0.as_str()).collect();
        let paths: BTreeSet<&str> = names.iter().flat_map(|name| whole.models[*name].documents()).collect();
        documents.retain_mut(|(path, text)| {
            let is_corrections = path.rsplit('/').next() == Some("CORRECTIONS.md");
            if is_corrections {
                *text = without_corrections_of(&removed, text);
            }
            is_corrections || paths.contains(&*path_in_specs(path))
        });
        if let Some(truth) = truth {
            let models = names.iter().map(|name| (*name, &whole.models[*name]));
            documents.push(("values/CORRECTIONS.md".to_owned(), values(models, truth)));
        }
        let schema = schema(&documents)?;
        Ok(Self { documents, schema })
    }

    /// Writes the documents to an empty or new folder.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be written.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        write(folder, &self.documents)
    }
}

/// Reads the Markdown documents in a folder and its subfolders: path and text, sorted by path.
///
/// # Errors
///
/// Returns an error if a document cannot be read or is not UTF-8.
pub fn documents(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let mut documents = Vec::new();
    for (path, (_, text)) in tests::scratch::files(folder)? {
        if Path::new(&path).extension().is_some_and(|extension| extension == "md") {
            documents.push((path, text));
        }
    }
    Ok(documents)
}

/// Writes files, path and text, to a folder.
///
/// # Errors
///
/// Returns an error if a file cannot be written.
pub fn write(folder: &Path, files: &[(String, String)]) -> io::Result<()> {
    for (path, text) in files {
        let path = folder.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)?;
    }
    Ok(())
}

/// Removes the corrections of models that were removed. A correction of an unknown model is an error.
fn without_corrections_of(removed: &BTreeSet<&str>, text: &str) -> String {
    let mut kept = String::new();
    for line in text.lines() {
        let model = line.split('|').nth(1).map(str::trim);
        if !model.is_some_and(|model| removed.contains(model)) {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// The path of a document if the documents are in a folder `specs`. The path decides which documents describe one
/// API.
fn path_in_specs(path: &str) -> String {
    format!("specs/{path}")
}

fn schema(documents: &[(String, String)]) -> io::Result<Schema> {
    let config = Config::new().undocumented(Undocumented::Allow);
    let outcome = config.compile_texts(documents.iter().map(|(path, text)| (path_in_specs(path), text.clone())));
    match outcome.diagnostics.iter().find(|diagnostic| diagnostic.level == Level::Error) {
        Some(error) => Err(io::Error::other(error.to_string())),
        None => Ok(outcome.schema),
    }
}

fn names<'a>(schema: &'a Schema, wanted: &Wanted) -> BTreeSet<&'a ModelName> {
    let (count, roots): (usize, Vec<&ModelName>) = match wanted {
        Wanted::All => return schema.models.keys().collect(),
        Wanted::First(count) => (*count, schema.models.keys().collect()),
        Wanted::Closure(root) => (usize::MAX, schema.models.keys().filter(|name| *name == root).collect()),
    };
    let mut names = BTreeSet::new();
    for root in roots {
        let mut open = VecDeque::from([root]);
        while let Some(name) = open.pop_front() {
            if names.len() < count
                && let Some((name, model)) = schema.models.get_key_value(name)
                && names.insert(name)
            {
                open.extend(model.fields().iter().filter_map(target));
            }
        }
    }
    names
}

fn target(field: &Field) -> Option<&ModelName> {
    if let Type::Model(name) = field.ty.innermost() { Some(name) } else { None }
}

/// Writes corrections with the known values of fields whose documents do not list values.
fn values<'a>(models: impl Iterator<Item = (&'a ModelName, &'a Model)>, truth: &BTreeMap<String, Value>) -> String {
    let mut text = "| Model | Field | Correction | Value | Reason |\n| --- | --- | --- | --- | --- |\n".to_owned();
    for (name, model) in models {
        let enums = truth.get(&name.0).map_or(&Value::Null, |facts| &facts["enums"]);
        for field in model.fields().iter().filter(|field| takes_values(field)) {
            let cell = values_cell(&enums[&field.spelled]);
            if !cell.is_empty() {
                let _ = writeln!(text, "| {name} | {} | values | {cell} | The SDK |", field.spelled);
            }
        }
    }
    text
}

/// Whether a field is a text without known values. The source lists values of some integers too.
fn takes_values(field: &Field) -> bool {
    field.values.is_none() && *field.ty.innermost() == Type::Scalar(Scalar::String)
}

/// The sorted values of a list, as the cell of a correction. Values that a cell cannot hold are left out.
fn values_cell(list: &Value) -> String {
    let known: BTreeSet<&str> = list.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let fitting = known.into_iter().filter(|value| !value.contains(['`', '|']));
    fitting.map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ")
}
