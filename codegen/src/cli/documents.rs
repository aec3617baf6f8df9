//! The documents that a command is about, and the options with which they are read.

use std::env;
use std::path::{Component, Path, PathBuf, absolute};

use clap::Args;

use super::Failure;
use crate::config::Config;
use crate::config::file::NAME;

/// What to do where no documents are given.
pub(super) const NO_DOCUMENTS: &str =
    "no documents: give a path, or name them in a `codegen.toml`, which `codegen init` writes";

/// The documents, and how they are read.
#[derive(Args, Debug)]
pub(super) struct Documents {
    /// Documents, or folders of documents, instead of those in the configuration.
    ///
    /// A folder with a `codegen.toml` that names its documents is a project, and is given alone.
    paths: Vec<PathBuf>,

    #[command(flatten)]
    options: Options,
}

/// How documents are read.
#[derive(Args, Debug)]
pub(super) struct Options {
    /// Takes the options from this file.
    ///
    /// Otherwise, they are from the nearest `codegen.toml` in the folder of the documents, or in a folder above it. Without
    /// documents, the search starts in the current folder.
    #[arg(long, value_name = "FILE", help_heading = "Configuration")]
    config: Option<PathBuf>,

    /// Takes no options from a file.
    #[arg(long, conflicts_with = "config", help_heading = "Configuration")]
    no_config: bool,

    /// Sets an option in the notation of `codegen.toml`, such as `only = ["Order"]`. Can be repeated.
    #[arg(long, value_name = "OPTION", help_heading = "Configuration")]
    set: Vec<String>,

    /// Reads the samples in this file or folder, too.
    #[arg(long, value_name = "PATH", help_heading = "Configuration")]
    samples: Vec<PathBuf>,

    /// Applies the corrections in this file or folder, too.
    #[arg(long, value_name = "PATH", help_heading = "Configuration")]
    corrections: Vec<PathBuf>,
}

impl Documents {
    /// The configuration of a run over these documents.
    pub(super) fn config(&self) -> Result<Config, Failure> {
        exist(&self.paths)?;
        self.options.config(&self.paths)
    }
}

impl Options {
    /// The configuration of a run over documents at these paths, or over those of the configuration.
    pub(super) fn config(&self, paths: &[PathBuf]) -> Result<Config, Failure> {
        self.config_or(paths, NO_DOCUMENTS)
    }

    /// The same with another message if there are no documents.
    pub(super) fn config_or(&self, paths: &[PathBuf], no_documents: &str) -> Result<Config, Failure> {
        exist(self.samples.iter().chain(&self.corrections))?;
        let mut config = self.of_file(paths)?.map_or_else(Config::new, Config::from_file);
        for option in &self.set {
            let mistake = |mistake| Failure::Message(format!("`--set '{option}'`: {mistake}"));
            config = config.set("--set", option).map_err(mistake)?;
        }
        let config = self.samples.iter().fold(config, Config::samples);
        let config = self.corrections.iter().fold(config, Config::corrections);
        let config = if is_project(paths, &config) { config } else { config.only_documents(paths) };
        if !config.has_documents() {
            return Err(Failure::Message(no_documents.to_owned()));
        }
        Ok(config.showing_given_paths())
    }

    /// The file that has the options, if there is one.
    fn of_file(&self, paths: &[PathBuf]) -> Result<Option<PathBuf>, Failure> {
        if let Some(file) = &self.config {
            let missing = || Failure::Message(format!("there is no file `{}`", file.display()));
            return if file.is_file() { Ok(Some(file.clone())) } else { Err(missing()) };
        }
        if self.no_config {
            return Ok(None);
        }
        if paths.is_empty() {
            return Ok(nearest(Path::new("")));
        }
        let mut found: Vec<Option<PathBuf>> = paths.iter().map(|path| nearest(path)).collect();
        found.dedup();
        if let [one] = &*found {
            return Ok(one.clone());
        }
        let files: Vec<String> = found.iter().flatten().map(|file| format!("`{}`", file.display())).collect();
        let files = files.join(" and ");
        Err(Failure::Message(format!("the paths have several configurations, {files}; choose one with `--config`")))
    }
}

/// Refuses paths at which nothing is: they are mistakes in the arguments, and not in a document.
pub(super) fn exist<'p>(paths: impl IntoIterator<Item = &'p PathBuf>) -> Result<(), Failure> {
    match paths.into_iter().find(|path| !path.exists()) {
        Some(missing) => Err(Failure::Message(format!("there is no file or folder `{}`", missing.display()))),
        None => Ok(()),
    }
}

/// Whether the one path that is given is that of a project, which names its documents itself.
fn is_project(paths: &[PathBuf], config: &Config) -> bool {
    match paths {
        [] => true,
        [path] => path.join(NAME).is_file() && config.has_documents(),
        _ => false,
    }
}

/// The nearest file of options in a folder or in one above it.
fn nearest(path: &Path) -> Option<PathBuf> {
    let depth = absolute(path).or_else(|_| env::current_dir()).ok()?.components().count();
    let mut folder: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    for _ in 0..depth {
        let file = folder.join(NAME);
        if file.is_file() {
            return Some(file);
        }
        folder = above(&folder)?;
    }
    None
}

/// The folder above another one, which may be relative.
fn above(folder: &Path) -> Option<PathBuf> {
    match folder.components().next_back() {
        Some(Component::Normal(_)) => folder.parent().map(Path::to_owned),
        None | Some(Component::ParentDir | Component::CurDir) => Some(folder.join("..")),
        Some(Component::RootDir | Component::Prefix(_)) => None,
    }
}
