//! Parts of a set of documents, so that the same models can be written in two styles. What a part names and
//! does not have is left to each style: an opaque type, any JSON value.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use codegen::schema::{Field, Model, ModelName, Scalar, Schema, Type};
use codegen::{Config, Level, Undocumented};
use serde_json::Value;

/// Which models are wanted.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// All of them.
    All,
    /// So many: the first by name, each followed by what it reaches, nearest first.
    First(usize),
    /// One and all that it reaches.
    Closure(ModelName),
}

/// Some documents and what they say.
#[derive(Debug)]
pub struct Cut {
    /// Path and text, corrections included.
    pub documents: Vec<(String, String)>,
    /// What they say.
    pub schema: Schema,
}

impl Cut {
    /// The documents of the wanted models. `truth` adds known values to fields whose documents do not list
    /// them, by a document of corrections: for each model its `enums`, by field.
    ///
    /// # Errors
    ///
    /// The documents have errors.
    pub fn new(
        documents: Vec<(String, String)>,
        wanted: &Wanted,
        truth: Option<&BTreeMap<String, Value>>,
    ) -> io::Result<Self> {
        let whole = schema(&documents)?;
        let names = names(&whole, wanted);
        let beyond: BTreeSet<&str> =
            whole.models.keys().filter(|it| !names.contains(it)).map(|it| it.0.as_str()).collect();
        let paths: BTreeSet<&str> = names.iter().flat_map(|it| whole.models[*it].documents()).collect();
        let mut documents = documents;
        documents.retain_mut(|(path, text)| {
            let corrects = path.rsplit('/').next() == Some("CORRECTIONS.md");
            if corrects {
                // A correction of a model that is not there would be an error.
                let row_of = |it: &str| it.split('|').nth(1).map(str::trim).is_some_and(|it| beyond.contains(it));
                *text = text.lines().filter(|it| !row_of(it)).map(|it| format!("{it}\n")).collect();
            }
            corrects || paths.contains(&*below_specs(path))
        });
        if let Some(truth) = truth {
            let models = names.iter().map(|it| (*it, &whole.models[*it]));
            documents.push(("values/CORRECTIONS.md".to_owned(), values(models, truth)));
        }
        let schema = schema(&documents)?;
        Ok(Self { documents, schema })
    }

    /// Writes the documents to an empty or new folder.
    ///
    /// # Errors
    ///
    /// The disk refuses.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        write(folder, &self.documents)
    }
}

/// The Markdown documents below a folder: path and text, in the order of their paths.
///
/// # Errors
///
/// The disk refuses, or a document is not UTF-8.
pub fn documents(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let mut documents = Vec::new();
    for (path, (_, text)) in tests::scratch::files(folder)? {
        if Path::new(&path).extension().is_some_and(|it| it == "md") {
            documents.push((path, text));
        }
    }
    Ok(documents)
}

/// Writes files, path and text, below a folder.
///
/// # Errors
///
/// The disk refuses.
pub fn write(folder: &Path, files: &[(String, String)]) -> io::Result<()> {
    for (path, text) in files {
        let path = folder.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)?;
    }
    Ok(())
}

/// The path as it is when the documents are in a folder `specs`: which of them are of one API depends on it.
fn below_specs(path: &str) -> String {
    format!("specs/{path}")
}

fn schema(documents: &[(String, String)]) -> io::Result<Schema> {
    let config = Config::new().undocumented(Undocumented::Allow);
    let outcome = config.compile_texts(documents.iter().map(|(path, text)| (below_specs(path), text.clone())));
    match outcome.diagnostics.iter().find(|it| it.level == Level::Error) {
        Some(error) => Err(io::Error::other(error.to_string())),
        None => Ok(outcome.schema),
    }
}

fn names<'a>(schema: &'a Schema, wanted: &Wanted) -> BTreeSet<&'a ModelName> {
    let (count, roots): (usize, Vec<&ModelName>) = match wanted {
        Wanted::All => return schema.models.keys().collect(),
        Wanted::First(count) => (*count, schema.models.keys().collect()),
        Wanted::Closure(root) => (usize::MAX, schema.models.keys().filter(|it| *it == root).collect()),
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

/// A document of corrections with the known values of fields for which the documents list none.
fn values<'a>(models: impl Iterator<Item = (&'a ModelName, &'a Model)>, truth: &BTreeMap<String, Value>) -> String {
    let mut text = "| Model | Field | Correction | Value | Reason |\n| --- | --- | --- | --- | --- |\n".to_owned();
    for (name, model) in models {
        let enums = truth.get(&name.0).map_or(&Value::Null, |it| &it["enums"]);
        // The source lists the values of some integers too.
        let takes_values = |it: &&Field| it.values.is_none() && *it.ty.innermost() == Type::Scalar(Scalar::String);
        for field in model.fields().iter().filter(takes_values) {
            let known = enums[&field.spelled].as_array().map(Vec::as_slice).unwrap_or_default();
            let known: BTreeSet<&str> = known.iter().filter_map(Value::as_str).collect();
            // A table cannot hold the others as they are.
            let known: Vec<_> =
                known.iter().filter(|it| !it.contains(['`', '|'])).map(|it| format!("`{it}`")).collect();
            if !known.is_empty() {
                let _ = writeln!(text, "| {name} | {} | values | {} | The SDK |", field.spelled, known.join(", "));
            }
        }
    }
    text
}
