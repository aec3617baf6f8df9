//! Real documents and what is known about them, in a folder beside the project. The folder is optional: if it is
//! absent, the checks print that and pass.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use codegen::schema::ModelName;
use codegen::{Config, Level, Outcome};
use flate2::read::GzDecoder;
use serde_json::Value;

/// The documents of each SDK, as path and text.
pub type Sdks = BTreeMap<String, Vec<(String, String)>>;

/// A folder with archives of real documents, and with the truth about some of them.
#[derive(Clone, Debug)]
pub struct Corpora {
    folder: PathBuf,
}

impl Corpora {
    /// Opens the corpora beside the project, if they exist.
    pub fn beside_project() -> Option<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
        Self::at(&folder)
    }

    /// Opens the corpora in a folder, if they exist.
    pub fn at(folder: &Path) -> Option<Self> {
        folder.join("corpora").is_dir().then(|| Self { folder: folder.to_owned() })
    }

    /// Opens the corpora in a folder.
    ///
    /// # Errors
    ///
    /// Returns an error if they do not exist.
    pub fn open(folder: &Path) -> io::Result<Self> {
        Self::at(folder).ok_or_else(|| io::Error::other(format!("there are no corpora in {}", folder.display())))
    }

    /// Reads the Markdown documents of an archive: path and text, in the order of the archive.
    ///
    /// # Errors
    ///
    /// Returns an error if the archive cannot be read, or if a document in it is not UTF-8.
    pub fn documents(&self, name: &str) -> io::Result<Vec<(String, String)>> {
        let mut documents = Vec::new();
        for entry in self.archive(name)?.entries()? {
            let mut entry = entry?;
            let path = entry.path()?.to_string_lossy().into_owned();
            if Path::new(&path).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md")) {
                let mut text = String::new();
                entry.read_to_string(&mut text)?;
                documents.push((path, text));
            }
        }
        Ok(documents)
    }

    /// Reads the documents of an archive by SDK. The archive `kitchen` contains one SDK per generator and version, the
    /// others contain one.
    ///
    /// # Errors
    ///
    /// See [`Corpora::documents`].
    pub fn sdks(&self, name: &str) -> io::Result<Sdks> {
        let mut sdks = Sdks::new();
        for (path, text) in self.documents(name)? {
            let sdk = match path.split('/').collect::<Vec<_>>()[..] {
                ["kitchen", version, generator, _, ..] => format!("{version}/{generator}"),
                ["kitchen", other, tool] => format!("{other}/{tool}"),
                _ => name.to_owned(),
            };
            sdks.entry(sdk).or_default().push((path, text));
        }
        Ok(sdks)
    }

    /// The sorted names of the archives.
    ///
    /// # Errors
    ///
    /// Returns an error if the folder cannot be read.
    pub fn names(&self) -> io::Result<Vec<String>> {
        let folder = self.folder.join("corpora");
        let mut names = names_in(&folder, ".tar.gz")?;
        if folder.join("sdk").is_dir() {
            names.extend(names_in(&folder.join("sdk"), ".tar.gz")?.into_iter().map(|name| format!("sdk/{name}")));
        }
        Ok(names)
    }

    /// The sorted names of the SDKs whose keys are known. Their documents are the archive `sdk/<name>`, and their keys
    /// are the truth `keys/<name>`.
    ///
    /// # Errors
    ///
    /// Returns an error if the folder cannot be read.
    pub fn keyed(&self) -> io::Result<Vec<String>> {
        names_in(&self.folder.join("truth/keys"), ".json.gz")
    }

    /// Reads the first file of an archive whose path ends with `file`.
    ///
    /// # Errors
    ///
    /// Returns an error if the archive cannot be read, or if it does not contain the file.
    pub fn text(&self, name: &str, file: &str) -> io::Result<String> {
        for entry in self.archive(name)?.entries()? {
            let mut entry = entry?;
            if entry.path()?.ends_with(file) {
                let mut text = String::new();
                entry.read_to_string(&mut text)?;
                return Ok(text);
            }
        }
        Err(io::Error::other(format!("{name} does not contain {file}")))
    }

    fn archive(&self, name: &str) -> io::Result<tar::Archive<GzDecoder<File>>> {
        let file = File::open(self.folder.join("corpora").join(format!("{name}.tar.gz")))?;
        Ok(tar::Archive::new(GzDecoder::new(file)))
    }

    /// Reads a truth: what is known about each model from its source.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be read or is not a JSON object.
    pub fn truth(&self, name: &str) -> io::Result<BTreeMap<String, Value>> {
        let file = File::open(self.folder.join("truth").join(format!("{name}.json.gz")))?;
        Ok(serde_json::from_reader(GzDecoder::new(file))?)
    }
}

/// The sorted names of the files in a folder that have this suffix, without the suffix.
fn names_in(folder: &Path, suffix: &str) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.file_name().to_string_lossy().into_owned();
        names.extend(file.strip_suffix(suffix).map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

/// The documents of some models and of all models that these refer to. `chosen` gets the index of each model in the
/// order of names.
pub fn closure(documents: Vec<(String, String)>, chosen: impl Fn(usize) -> bool) -> Vec<(String, String)> {
    let schema = Config::new().compile_texts(documents.iter().cloned()).schema;
    let mut wanted = BTreeSet::new();
    let models = schema.models.keys().enumerate();
    let mut open: Vec<&ModelName> = models.filter(|(idx, _)| chosen(*idx)).map(|(_, name)| name).collect();
    while let Some(name) = open.pop() {
        if let Some(model) = schema.models.get(name)
            && wanted.insert(model.origin.path.to_string())
        {
            wanted.extend(model.documents().map(str::to_owned));
            open.extend(model.models().map(|(name, _)| name));
        }
    }
    documents.into_iter().filter(|(path, _)| wanted.contains(path)).collect()
}

/// What [`write_crate`] wrote, and the diagnostics.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// The number of models.
    pub models: usize,
    /// The number of their fields.
    pub fields: usize,
    /// The number of warnings about the documents.
    pub warnings: usize,
    /// The errors in documents. Documents with errors are left out.
    pub errors: Vec<String>,
}

/// Writes a crate with the models of these documents. It denies warnings and missing documentation.
///
/// # Errors
///
/// Returns an error if a file cannot be written.
pub fn write_crate(documents: Vec<(String, String)>, folder: &Path) -> io::Result<Contents> {
    write_crate_of(Sdks::from([(String::new(), documents)]), folder)
}

/// Writes a crate with the models of several SDKs, each in its own module unless there is only one.
///
/// # Errors
///
/// Returns an error if a file cannot be written.
pub fn write_crate_of(sdks: Sdks, folder: &Path) -> io::Result<Contents> {
    let source = folder.join("src");
    let mut contents = Contents::default();
    let mut library = "//! Models of a corpus.\n#![deny(warnings, missing_docs)]\n".to_owned();
    let single = sdks.len() == 1;
    for (name, documents) in sdks {
        let outcome = compile_good(documents, &mut contents.errors);
        let module = name.replace(|letter: char| !letter.is_alphanumeric(), "_");
        let part = if single { source.clone() } else { source.join(&module) };
        fs::create_dir_all(&part)?;
        codegen::internals::write(&part, &outcome.files)?;
        if single {
            library.push_str("include!(\"models.rs\");\n");
        } else {
            let _ = writeln!(library, "/// {name}\npub mod v{module} {{\n    include!(\"{module}/models.rs\");\n}}");
        }
        contents.models += outcome.schema.models.len();
        contents.fields += outcome.schema.field_count();
        contents.warnings += outcome.diagnostics.len();
    }
    fs::write(source.join("lib.rs"), library)?;
    // Crates that share a target folder need different names; cargo would take one for the other.
    let package = folder.file_name().unwrap_or_default().to_string_lossy();
    fs::write(folder.join("Cargo.toml"), format!("[package]\nname = \"{package}\"\n{CORPUS_MANIFEST}"))?;
    Ok(contents)
}

/// Compiles the documents without errors, and adds the errors of the others to `errors`.
fn compile_good(mut documents: Vec<(String, String)>, errors: &mut Vec<String>) -> Outcome {
    loop {
        let outcome = Config::new().show_all().compile_texts(documents.iter().cloned());
        let found: Vec<_> = outcome.diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error).collect();
        let wrong: BTreeSet<&str> = found.iter().map(|error| &*error.origin.path).collect();
        let count = documents.len();
        documents.retain(|(path, _)| !wrong.contains(&**path));
        errors.extend(found.iter().map(ToString::to_string));
        if found.is_empty() || documents.len() == count {
            return outcome;
        }
    }
}

const CORPUS_MANIFEST: &str = r#"edition = "2024"

[dependencies]
jiff = { version = "0.2", default-features = false, features = ["std"] }
serde = "1"
serde_json = "1"

[profile.dev]
debug = false

[workspace]
"#;
