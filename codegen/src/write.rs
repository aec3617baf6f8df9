//! Writes the output: only files that changed, and removes files that are no longer generated.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::rust::print::{OutputFile, is_generated};

/// What a run changed in an output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or have a new text.
    pub changed: Vec<PathBuf>,
    /// Files of an earlier run that this run did not generate.
    pub removed: Vec<PathBuf>,
}

/// Writes files below a folder. A file whose text is already right keeps its modification time.
///
/// # Errors
///
/// A file cannot be written, or a file with one of the names was not generated.
pub fn write(folder: &Path, files: &[OutputFile]) -> io::Result<Written> {
    let mut written = Written::default();
    let wanted: Vec<PathBuf> = files.iter().map(|file| folder.join(&file.path)).collect();
    for (file, path) in files.iter().zip(&wanted) {
        match fs::read(path) {
            Ok(text) if text == file.text.as_bytes() => continue,
            Ok(text) if !is_generated(&text) => {
                let message = format!("{} exists and was not generated; it is not overwritten", path.display());
                return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
            }
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        // A build that is killed here leaves either the old file or the new one.
        let unfinished = path.with_extension("unfinished");
        fs::write(&unfinished, &file.text)?;
        fs::rename(&unfinished, path)?;
        written.changed.push(path.clone());
    }
    if let Some(root) = wanted.first() {
        written.removed = remove_stale(&root.with_extension(""), &wanted)?;
    }
    Ok(written)
}

/// Removes generated files that are no longer wanted from the folder of parts.
fn remove_stale(parts: &Path, wanted: &[PathBuf]) -> io::Result<Vec<PathBuf>> {
    let mut removed = Vec::new();
    let entries = match fs::read_dir(parts) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(removed),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            removed.append(&mut remove_stale(&path, wanted)?);
            continue;
        }
        let is_rust = path.extension().is_some_and(|extension| extension == "rs");
        if is_rust && !wanted.contains(&path) && is_generated(&fs::read(&path)?) {
            fs::remove_file(&path)?;
            removed.push(path);
        }
    }
    removed.sort();
    Ok(removed)
}
