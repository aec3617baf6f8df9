//! The file that options are from: where its paths start, and how they are shown.

use std::env;
use std::path::{Component, Path, PathBuf, absolute};
use std::sync::Arc;

use crate::diag::{Diagnostic, Sink, Subject};
use crate::source::{Given, is_within, labels, straightened};

/// What is known of the file that options are from. Without one, nothing.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(crate) struct Loaded {
    /// The folder of the file, as this process finds it. Paths are shown relative to it, so that the output is the same
    /// wherever it is generated from.
    pub base: PathBuf,
    /// Whether paths that are added are relative to that folder, and not to that of this process.
    pub is_reading: bool,
    /// The files that were read.
    pub files: Vec<PathBuf>,
    /// What is wrong with them.
    pub mistakes: Vec<Diagnostic>,
    /// Whether one of them could not be read, or not as TOML, so that it is unknown which options it has.
    pub is_broken: bool,
    /// Whether the documents are others than those of the file, so that an option may match none of them.
    pub is_partial: bool,
    /// Whether diagnostics show absolute paths where these were given.
    pub shows_absolute: bool,
}

impl Loaded {
    /// A sink for a run with these options. It has what is wrong with them.
    pub(super) fn sink(&self) -> Sink {
        let mut sink = if self.is_partial { Sink::partial() } else { Sink::new() };
        for mistake in &self.mistakes {
            sink.add(Subject::default(), mistake.clone());
        }
        sink
    }

    /// A path that is given now.
    pub(super) fn place(&self, path: PathBuf) -> Given {
        if self.is_reading {
            return Given { disk: self.base.join(&path), shown: path };
        }
        if self.base.as_os_str().is_empty() || path.is_absolute() {
            return Given::new(path);
        }
        Given { shown: relative(&path, &self.base), disk: path }
    }

    /// Shows paths as the process finds them that started this, where these are not those of the file.
    pub(super) fn show(&self, given: &[Given], diagnostics: &mut [Diagnostic]) {
        let paths = self.paths(given);
        for diagnostic in diagnostics {
            paths.show(&mut diagnostic.origin.path);
            for related in &mut diagnostic.related {
                paths.show(&mut related.origin.path);
            }
        }
    }

    /// What the paths that were given are called, the longest first; none where they are shown as they are.
    pub(super) fn paths(&self, given: &[Given]) -> Paths {
        if self.base.as_os_str().is_empty() && !self.shows_absolute {
            return Paths::default();
        }
        let mut shown = Vec::with_capacity(given.len() + self.files.len());
        for (given, label) in given.iter().zip(labels(given)) {
            if self.shows_absolute || !given.disk.is_absolute() {
                shown.push(Shown { label, disk: cleaned(&given.disk) });
            }
        }
        for file in &self.files {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            shown.push(Shown { label: name, disk: cleaned(file) });
        }
        shown.retain(|shown| !shown.label.is_empty());
        shown.sort_by(|a, b| b.label.len().cmp(&a.label.len()).then_with(|| a.label.cmp(&b.label)));
        Paths(shown)
    }
}

/// How the paths of stages are shown.
#[derive(Debug, Default)]
pub(crate) struct Paths(Vec<Shown>);

impl Paths {
    /// Shows a path as it was given.
    pub(crate) fn show(&self, path: &mut Arc<str>) {
        let place = self.0.iter().find(|place| is_within(path, &place.label));
        if let Some((place, rest)) = place.and_then(|place| Some((place, path.strip_prefix(&*place.label)?))) {
            let rest = if place.disk.is_empty() { rest.trim_start_matches('/') } else { rest };
            *path = format!("{}{rest}", place.disk).into();
        }
    }

    /// What stages may call a path that is shown, the most likely one first.
    #[cfg(feature = "cli")]
    pub(crate) fn hidden<'a>(&'a self, path: &'a str) -> impl Iterator<Item = String> + 'a {
        let places = self.0.iter().filter(|place| place.disk.is_empty() || is_within(path, &place.disk));
        let labelled = places.filter_map(|place| {
            let rest = path.strip_prefix(&*place.disk)?;
            let between = if place.disk.is_empty() { "/" } else { "" };
            Some(format!("{}{between}{rest}", place.label))
        });
        labelled.chain(std::iter::once(path.to_owned()))
    }
}

/// What a path that was given is called.
#[derive(Debug)]
struct Shown {
    /// In a diagnostic of a stage.
    label: String,
    /// On the disk.
    disk: String,
}

/// A path with `/` between its parts and without parts that are `.`.
fn cleaned(path: &Path) -> String {
    let parts: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    parts.to_string_lossy().replace('\\', "/")
}

/// The folder of a file; relative, if it is in that of this process.
#[cfg_attr(not(feature = "file"), allow(dead_code, reason = "only files have folders"))]
pub(super) fn folder_of(file: &Path) -> PathBuf {
    let folder = file.parent().unwrap_or(Path::new(""));
    let here = env::current_dir().unwrap_or_default();
    let folder = folder.strip_prefix(&here).unwrap_or(folder);
    folder.components().filter(|part| *part != Component::CurDir).collect()
}

/// A path relative to a folder, where both are relative to that of this process. Links are not followed.
pub(crate) fn relative(path: &Path, folder: &Path) -> PathBuf {
    let (Ok(path), Ok(folder)) = (absolute(path), absolute(folder)) else { return path.to_owned() };
    let (path, folder) = (straightened(&path), straightened(&folder));
    let common = path.components().zip(folder.components()).take_while(|(a, b)| a == b).count();
    let up = folder.components().skip(common).map(|_| Component::ParentDir);
    let relative: PathBuf = up.chain(path.components().skip(common)).collect();
    if relative.as_os_str().is_empty() { PathBuf::from(".") } else { relative }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loaded(base: &str) -> Loaded {
        Loaded { base: base.into(), ..Loaded::default() }
    }

    #[test]
    fn paths_of_calls_become_relative_to_the_file() {
        for (base, path, expected) in [
            ("", "specs", "specs"),
            ("api", "specs", "../specs"),
            ("api", "api/specs", "specs"),
            ("api", "api", "."),
            ("../x", "../x/specs/Tag.md", "specs/Tag.md"),
        ] {
            assert_eq!(loaded(base).place(path.into()).shown, Path::new(expected), "{base} {path}");
        }
    }

    #[test]
    fn the_folder_of_a_file_is_relative_where_it_can_be() {
        let here = env::current_dir().unwrap_or_default();
        assert_eq!(folder_of(&here.join("codegen.toml")), Path::new(""));
        assert_eq!(folder_of(&here.join("api/codegen.toml")), Path::new("api"));
        assert_eq!(folder_of(Path::new("./codegen.toml")), Path::new(""));
        assert_eq!(folder_of(Path::new("../codegen.toml")), Path::new(".."));
    }
}
