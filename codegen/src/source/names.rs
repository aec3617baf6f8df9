//! The parts of paths.

/// Whether a document is at or below a path. Every document is below the empty path.
pub(crate) fn is_within(document: &str, path: &str) -> bool {
    let rest = document.strip_prefix(path.trim_end_matches('/'));
    path.is_empty() || rest.is_some_and(|it| it.is_empty() || it.starts_with('/'))
}

/// The name of a document without folder and extension, which should be the name of its model.
pub(crate) fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

/// Whether a path ends in one of these extensions, in any case.
pub(crate) fn has_extension(path: &str, extensions: &[&str]) -> bool {
    extensions.iter().any(|other| extension(path).eq_ignore_ascii_case(other))
}

/// The extension of a file; empty if it has none.
pub(super) fn extension(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}
