//! Where a build script is in its workspace.
//!
//! Cargo runs build scripts in the folder of their package, but people and editors stand in that of the workspace, and
//! cargo shows the paths of its own messages from there.

use std::path::{Component, Path, PathBuf};

/// The package of a build script and the workspace around it.
#[derive(Debug, Default)]
pub(crate) struct Workspace {
    package: PathBuf,
    root: PathBuf,
}

impl Workspace {
    /// The workspace around a package: the nearest folder with a `Cargo.lock`, which only the root of a workspace has.
    pub(crate) fn around(package: &Path) -> Self {
        let root = package.ancestors().find(|folder| folder.join("Cargo.lock").is_file());
        Self { package: package.to_owned(), root: root.unwrap_or(package).to_owned() }
    }

    /// A path that starts at the package, as it is called at the root. A path that is not in the workspace is absolute.
    pub(crate) fn shown(&self, path: &str) -> String {
        let absolute = straightened(&self.package.join(path));
        let shown = absolute.strip_prefix(&self.root).unwrap_or(&absolute);
        if shown.as_os_str().is_empty() { ".".to_owned() } else { shown.to_string_lossy().replace('\\', "/") }
    }
}

/// A path without parts that are `.` or `..`. Links are not followed.
pub(crate) fn straightened(path: &Path) -> PathBuf {
    let mut straight = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(straight.pop()),
            Component::CurDir => {}
            part => straight.push(part),
        }
    }
    straight
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_start_at_the_workspace() {
        let workspace = Workspace { package: "/w/crates/api".into(), root: "/w".into() };
        for (path, expected) in [
            ("specs/Tag.md", "crates/api/specs/Tag.md"),
            ("../../specs/./Tag.md", "specs/Tag.md"),
            ("/w/specs/Tag.md", "specs/Tag.md"),
            ("../../../vendor/Tag.md", "/vendor/Tag.md"),
            ("../..", "."),
        ] {
            assert_eq!(workspace.shown(path), expected);
        }
    }
}
