//! Stage 12, write: only what changed, and nothing stale stays.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::rust::print::{MARK, OutputFile};

/// What was done to an output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or have another text than before.
    pub changed: Vec<PathBuf>,
    /// Files that an earlier run wrote and this one did not.
    pub removed: Vec<PathBuf>,
}

/// Writes the files below a folder. A file whose text is the same is not touched, so that its time stays.
///
/// # Errors
///
/// The disk refuses, or a file that is in the way was not generated.
pub fn write(folder: &Path, files: &[OutputFile]) -> io::Result<Written> {
    let mut written = Written::default();
    let wanted: Vec<PathBuf> = files.iter().map(|it| folder.join(&it.path)).collect();
    for (file, path) in files.iter().zip(&wanted) {
        match fs::read(path) {
            Ok(text) if text == file.text.as_bytes() => continue,
            Ok(text) if !text.starts_with(MARK.as_bytes()) => {
                let message = format!("{} is in the way and was not generated", path.display());
                return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
            }
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        // A build that is killed here leaves the old file or the new one, and nothing in between.
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

/// Removes generated files from the folder of parts that are not wanted any more.
fn remove_stale(parts: &Path, wanted: &[PathBuf]) -> io::Result<Vec<PathBuf>> {
    let mut removed = Vec::new();
    let entries = match fs::read_dir(parts) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(removed),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let path = entry?.path();
        let is_rust = path.extension().is_some_and(|it| it == "rs");
        if is_rust && !wanted.contains(&path) && fs::read(&path)?.starts_with(MARK.as_bytes()) {
            fs::remove_file(&path)?;
            removed.push(path);
        }
    }
    removed.sort();
    Ok(removed)
}
