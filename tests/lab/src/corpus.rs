//! Real documents and the truth about them, in a folder beside the project. Nothing here depends on it:
//! where it is absent, the checks say so and pass.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use codegen::schema::ModelName;
use codegen::{Config, Level, Outcome};
use flate2::read::GzDecoder;
use serde_json::Value;

/// Documents, as path and text, by the SDK that they are of.
pub type Sdks = BTreeMap<String, Vec<(String, String)>>;

/// A folder of real documents, as archives, and the truth about some of them.
#[derive(Clone, Debug)]
pub struct Corpora {
    folder: PathBuf,
}

impl Corpora {
    /// The corpora beside the project, if they are there.
    pub fn beside_project() -> Option<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
        Self::at(&folder)
    }

    /// The corpora in this folder, if they are there.
    pub fn at(folder: &Path) -> Option<Self> {
        folder.join("corpora").is_dir().then(|| Self { folder: folder.to_owned() })
    }

    /// The corpora in this folder.
    ///
    /// # Errors
    ///
    /// They are not there.
    pub fn open(folder: &Path) -> io::Result<Self> {
        Self::at(folder).ok_or_else(|| io::Error::other(format!("there are no corpora in {}", folder.display())))
    }

    /// The Markdown documents of an archive: path and text, in the order of the archive.
    ///
    /// # Errors
    ///
    /// The archive cannot be read, or a document in it is not UTF-8.
    pub fn documents(&self, name: &str) -> io::Result<Vec<(String, String)>> {
        let archive = File::open(self.folder.join("corpora").join(format!("{name}.tar.gz")))?;
        let mut documents = Vec::new();
        for entry in tar::Archive::new(GzDecoder::new(archive)).entries()? {
            let mut entry = entry?;
            let path = entry.path()?.to_string_lossy().into_owned();
            if Path::new(&path).extension().is_some_and(|it| it.eq_ignore_ascii_case("md")) {
                let mut text = String::new();
                entry.read_to_string(&mut text)?;
                documents.push((path, text));
            }
        }
        Ok(documents)
    }

    /// The documents of an archive as people have them, one SDK at a time: the archive `kitchen` has one per
    /// generator and version, the others are one.
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

    /// The names of the archives, in order.
    ///
    /// # Errors
    ///
    /// The folder cannot be read.
    pub fn names(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(self.folder.join("corpora"))? {
            let file = entry?.file_name().to_string_lossy().into_owned();
            names.extend(file.strip_suffix(".tar.gz").map(str::to_owned));
        }
        names.sort();
        Ok(names)
    }

    /// The names of the SDKs whose keys are known, in order: their documents are the archive `sdk/<name>`, their keys
    /// the truth `keys/<name>`.
    ///
    /// # Errors
    ///
    /// The folder cannot be read.
    pub fn keyed(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(self.folder.join("truth/keys"))? {
            let file = entry?.file_name().to_string_lossy().into_owned();
            names.extend(file.strip_suffix(".json.gz").map(str::to_owned));
        }
        names.sort();
        Ok(names)
    }

    /// The text of another file of an archive, by the end of its path.
    ///
    /// # Errors
    ///
    /// The archive cannot be read, or has no such file.
    pub fn text(&self, name: &str, file: &str) -> io::Result<String> {
        let archive = File::open(self.folder.join("corpora").join(format!("{name}.tar.gz")))?;
        for entry in tar::Archive::new(GzDecoder::new(archive)).entries()? {
            let mut entry = entry?;
            if entry.path()?.ends_with(file) {
                let mut text = String::new();
                entry.read_to_string(&mut text)?;
                return Ok(text);
            }
        }
        Err(io::Error::other(format!("{name} has no {file}")))
    }

    /// The truth of this name: for each model what its source says.
    ///
    /// # Errors
    ///
    /// The file cannot be read or is no JSON object.
    pub fn truth(&self, name: &str) -> io::Result<BTreeMap<String, Value>> {
        let file = File::open(self.folder.join("truth").join(format!("{name}.json.gz")))?;
        Ok(serde_json::from_reader(GzDecoder::new(file))?)
    }
}

/// The documents of the models that are chosen by their number in name order, and of all that these
/// reach.
pub fn closure(documents: Vec<(String, String)>, chosen: impl Fn(usize) -> bool) -> Vec<(String, String)> {
    let schema = Config::new().compile_texts(documents.iter().cloned()).schema;
    let mut wanted = BTreeSet::new();
    let mut open: Vec<&ModelName> =
        schema.models.keys().enumerate().filter(|(idx, _)| chosen(*idx)).map(|(_, name)| name).collect();
    while let Some(name) = open.pop() {
        if let Some(model) = schema.models.get(name)
            && wanted.insert(model.origin.path.clone())
        {
            wanted.extend(model.documents().map(str::to_owned));
            open.extend(model.models().map(|(name, _)| name));
        }
    }
    documents.into_iter().filter(|(path, _)| wanted.contains(path)).collect()
}

/// What is in a crate of [`write_crate`].
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// Models that there are types for.
    pub models: usize,
    /// Their fields.
    pub fields: usize,
    /// How many warnings there are about the documents.
    pub warnings: usize,
    /// The errors that are in documents. These are left out, as people do who cannot correct them.
    pub errors: Vec<String>,
}

/// Writes a crate with the models of these documents. Warnings are errors in it, and every item needs
/// documentation.
///
/// # Errors
///
/// The disk refuses.
pub fn write_crate(documents: Vec<(String, String)>, folder: &Path) -> io::Result<Contents> {
    write_crate_of(Sdks::from([(String::new(), documents)]), folder)
}

/// Writes a crate with the models of several SDKs, each in a module of its own unless it is the only one.
///
/// # Errors
///
/// The disk refuses.
pub fn write_crate_of(sdks: Sdks, folder: &Path) -> io::Result<Contents> {
    let source = folder.join("src");
    let mut contents = Contents::default();
    let mut library = "//! Models of a corpus.\n#![deny(warnings, missing_docs)]\n".to_owned();
    let single = sdks.len() == 1;
    for (name, documents) in sdks {
        let outcome = compile_good(documents, &mut contents.errors);
        let module: String = name.chars().map(|it| if it.is_alphanumeric() { it } else { '_' }).collect();
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
    // Projects of one name that share what cargo compiled would pass for each other.
    let package = folder.file_name().unwrap_or_default().to_string_lossy();
    fs::write(folder.join("Cargo.toml"), format!("[package]\nname = \"{package}\"\n{CORPUS_MANIFEST}"))?;
    Ok(contents)
}

/// What becomes of the documents that have no errors; the errors of the others are added to those that are
/// known.
fn compile_good(mut documents: Vec<(String, String)>, errors: &mut Vec<String>) -> Outcome {
    loop {
        let outcome = Config::new().compile_texts(documents.iter().cloned());
        let found: Vec<_> = outcome.diagnostics.iter().filter(|it| it.level == Level::Error).collect();
        let wrong: BTreeSet<&str> = found.iter().map(|it| &*it.origin.path).collect();
        let count = documents.len();
        documents.retain(|it| !wrong.contains(&*it.0));
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
