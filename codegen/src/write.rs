//! Writes the output: only files that changed, and removes files that are no longer generated.
//!
//! A run can be killed at any point, and other runs may write to the same folder: each file is written under a name of
//! its own and then renamed, so that nobody sees a part of a file, and what is missing or cut is written by the next run.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::rust::print::{OutputFile, is_generated, may_be_cut};

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
        if is_wanted(path, &file.text)? {
            replace(path, &file.text)?;
            written.changed.push(path.clone());
        }
    }
    if let Some(root) = wanted.first() {
        remove_abandoned(root)?;
        written.removed = remove_stale(&root.with_extension(""), &wanted)?;
    }
    Ok(written)
}

/// A file that [`write`] would change.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Where it is or would be.
    pub path: PathBuf,
    /// Its text; `None` if there is no such file.
    pub old: Option<String>,
    /// The text that it would have; `None` if it would be removed.
    pub new: Option<String>,
}

/// What [`write`] would change, without a change.
///
/// # Errors
///
/// A file cannot be read, or a file with one of the names was not generated.
#[cfg(feature = "cli")]
pub(crate) fn compare(folder: &Path, files: &[OutputFile]) -> io::Result<Vec<Difference>> {
    let mut differences = Vec::new();
    let wanted: Vec<PathBuf> = files.iter().map(|file| folder.join(&file.path)).collect();
    for (file, path) in files.iter().zip(&wanted) {
        if is_wanted(path, &file.text)? {
            let (path, old) = (path.clone(), text_of(path)?);
            differences.push(Difference { path, old, new: Some(file.text.clone()) });
        }
    }
    if let Some(root) = wanted.first() {
        for path in superfluous(&root.with_extension(""), &wanted)?.0 {
            let old = text_of(&path)?;
            differences.push(Difference { path, old, new: None });
        }
    }
    Ok(differences)
}

/// The text of a file, if there is one.
#[cfg(feature = "cli")]
fn text_of(path: &Path) -> io::Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) => missing_is_fine(error).map(|()| None),
    }
}

/// Removes what killed runs left beside the first file, in a folder that may have other files than ours.
fn remove_abandoned(root: &Path) -> io::Result<()> {
    let prefix = format!(".{}.", root.file_stem().unwrap_or_default().to_string_lossy());
    for entry in fs::read_dir(root.parent().unwrap_or(Path::new("")))? {
        let path = entry?.path();
        if path.file_name().unwrap_or_default().to_string_lossy().starts_with(&prefix) && is_abandoned(&path) {
            fs::remove_file(&path).or_else(missing_is_fine)?;
        }
    }
    Ok(())
}

/// Whether a file has another text than it should have. A file that was not generated is an error.
fn is_wanted(path: &Path, text: &str) -> io::Result<bool> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error),
    };
    let first = next_piece(&mut file)?;
    let is_ours = is_generated(&first);
    let mut is_cut = may_be_cut(&first);
    let mut rest = text.as_bytes().strip_prefix(&*first);
    while rest.is_some() || is_cut {
        let piece = next_piece(&mut file)?;
        if piece.is_empty() {
            break;
        }
        rest = rest.and_then(|rest| rest.strip_prefix(&*piece));
        is_cut &= piece.iter().all(|byte| *byte == 0);
    }
    match rest {
        Some([]) => Ok(false),
        _ if is_ours || is_cut => Ok(true),
        _ => {
            let message = format!("{} exists and was not generated; it is not overwritten", path.display());
            Err(io::Error::new(ErrorKind::AlreadyExists, message))
        }
    }
}

/// How many bytes of a file are compared at a time, because a file can be as large as all models together. The first line
/// of a generated file is shorter.
const PIECE: u64 = 64 * 1024;

/// The next bytes of a file; none at its end.
fn next_piece(file: &mut File) -> io::Result<Vec<u8>> {
    let mut piece = Vec::new();
    file.take(PIECE).read_to_end(&mut piece)?;
    Ok(piece)
}

/// The end of the names of files that are being written.
const UNFINISHED: &str = ".unfinished";
/// After this time, nobody writes such a file any more: the run was killed.
const ABANDONED: Duration = Duration::from_secs(60 * 60);

/// Writes a file and puts it in its place.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let (unfinished, mut file) = create_beside(path)?;
    let done = file.write_all(text.as_bytes()).and_then(|()| file.sync_data());
    put(&unfinished, path, done)
}

/// Writes a file that may be damaged after a crash of the machine, because whoever reads it notices that.
pub(crate) fn replace_hastily(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let (unfinished, mut file) = create_beside(path)?;
    put(&unfinished, path, file.write_all(bytes))
}

/// Puts a file in its place after it was written.
fn put(unfinished: &Path, path: &Path, written: io::Result<()>) -> io::Result<()> {
    let done = written.and_then(|()| fs::rename(unfinished, path));
    if done.is_err() {
        // The first error is the one to report; this one only leaves a file that a later run removes.
        let _ = fs::remove_file(unfinished);
    }
    done
}

/// Creates a file in the same folder that nobody else writes.
fn create_beside(path: &Path) -> io::Result<(PathBuf, File)> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    loop {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let unfinished = path.with_file_name(format!(".{name}.{}-{number}{UNFINISHED}", process::id()));
        match File::create_new(&unfinished) {
            // Of a run that was killed, or of one on another machine.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            created => return Ok((unfinished, created?)),
        }
    }
}

/// Removes generated files that are no longer wanted, and what killed runs left. Another run may remove them as well.
fn remove_stale(parts: &Path, wanted: &[PathBuf]) -> io::Result<Vec<PathBuf>> {
    let (stale, abandoned) = superfluous(parts, wanted)?;
    for path in stale.iter().chain(&abandoned) {
        fs::remove_file(path).or_else(missing_is_fine)?;
    }
    Ok(stale)
}

/// The generated files in the folder of parts that are no longer wanted, and what killed runs left there.
fn superfluous(parts: &Path, wanted: &[PathBuf]) -> io::Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let (mut stale, mut abandoned) = (Vec::new(), Vec::new());
    let entries = match fs::read_dir(parts) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok((stale, abandoned)),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            let (mut below, mut left) = superfluous(&path, wanted)?;
            stale.append(&mut below);
            abandoned.append(&mut left);
        } else if is_abandoned(&path) {
            abandoned.push(path);
        } else if is_stale(&path, wanted)? {
            stale.push(path);
        }
    }
    stale.sort();
    Ok((stale, abandoned))
}

fn is_stale(path: &Path, wanted: &[PathBuf]) -> io::Result<bool> {
    let is_rust = path.extension().is_some_and(|extension| extension == "rs");
    if !is_rust || wanted.iter().any(|wanted| wanted == path) {
        return Ok(false);
    }
    let found = fs::read(path).or_else(|error| missing_is_fine(error).map(|()| Vec::new()))?;
    Ok(is_generated(&found))
}

/// Whether this is what a killed run left.
fn is_abandoned(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    let age = || fs::metadata(path).ok()?.modified().ok()?.elapsed().ok();
    name.starts_with(b".") && name.ends_with(UNFINISHED.as_bytes()) && age().is_some_and(|age| age > ABANDONED)
}

fn missing_is_fine(error: io::Error) -> io::Result<()> {
    if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) }
}
