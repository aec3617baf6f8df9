//! Patterns for the paths of documents.

use std::panic::Location;

use super::{Origin, Source};

/// A pattern for the paths of documents and folders, and where the configuration has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PathPattern {
    text: String,
    origin: Origin,
}

impl PathPattern {
    /// A path such as `chats/Chat.md`, `chats` or `*/README.md`. It is below the folder that was given, or the path
    /// that diagnostics show. The pattern of a folder matches all that is in it; `*` matches any text.
    #[track_caller]
    pub(crate) fn new(path: impl Into<String>) -> Self {
        Self::at(&path.into(), Origin::of_call(Location::caller()))
    }

    /// A path that the configuration has at a place.
    pub(crate) fn at(path: &str, origin: Origin) -> Self {
        let text = path.replace('\\', "/");
        let text = text.trim_start_matches("./").trim_end_matches('/').to_owned();
        Self { text, origin }
    }

    /// The pattern.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where the configuration has it.
    pub(crate) fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Whether it matches a document, or a folder that the document is in.
    pub(crate) fn matches_source(&self, source: &Source) -> bool {
        self.matches(&source.path, &source.below)
    }

    /// Whether it matches a path as diagnostics show it, or what of it is below the folder that was given.
    pub(super) fn matches(&self, path: &str, below: &str) -> bool {
        self.matches_path(path) || self.matches_path(below)
    }

    /// Whether it matches a path, or a folder on the way to it. The empty pattern matches every path.
    pub(crate) fn matches_path(&self, path: &str) -> bool {
        // Any folders, or none.
        let anywhere = self.text.strip_prefix("**/").unwrap_or(&self.text).replace("/**/", "/");
        let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
        let mut paths = folders.chain(std::iter::once(path)).filter(|path| !path.is_empty());
        self.text.is_empty() || paths.any(|path| matches(&self.text, path) || matches(&anywhere, path))
    }
}

/// Whether a name matches a pattern, in which `*` is any text. It steps back to the last `*` only, so the time is at
/// most the product of the lengths.
pub(crate) fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.as_bytes(), name.as_bytes());
    let (mut at, mut from) = (0, 0);
    let mut star = None;
    while from < name.len() {
        if pattern.get(at) == Some(&b'*') {
            star = Some((at, from));
            at += 1;
        } else if pattern.get(at) == Some(&name[from]) {
            at += 1;
            from += 1;
        } else if let Some((star_at, star_from)) = star {
            star = Some((star_at, star_from + 1));
            at = star_at + 1;
            from = star_from + 1;
        } else {
            return false;
        }
    }
    pattern[at..].iter().all(|it| *it == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_matches_any_text() {
        for (pattern, name, expected) in [
            ("User", "User", true),
            ("User", "Users", false),
            ("*", "", true),
            ("Patch*", "PatchUser", true),
            ("Patch*", "UserPatch", false),
            ("*Request", "CreateRequestRequest", true),
            ("*a*b*", "xxaxxbxx", true),
            ("*a*b", "xxbxxa", false),
            ("*.version", "User.version", true),
            ("", "", true),
            ("", "x", false),
        ] {
            assert_eq!(matches(pattern, name), expected, "{pattern} {name}");
        }
    }

    #[test]
    fn a_path_matches_with_all_that_is_in_it() {
        for (pattern, path, expected) in [
            ("chats", "chats/Chat.md", true),
            ("chats/", "chats/Chat.md", true),
            ("./chats", "chats/Chat.md", true),
            ("chat", "chats/Chat.md", false),
            ("chats/*.md", "chats/Chat.md", true),
            ("*Api.md", "chats/ChatApi.md", true),
            ("**/old", "api/old/Chat.md", true),
            ("**/old", "old/Chat.md", true),
            ("api/**/Chat.md", "api/Chat.md", true),
            ("api/**/Chat.md", "api/v1/old/Chat.md", true),
            ("old/**", "old/Chat.md", true),
            ("*.md", "chats", false),
            ("", "chats/Chat.md", true),
        ] {
            assert_eq!(PathPattern::new(pattern).matches_path(path), expected, "{pattern} {path}");
        }
    }
}
