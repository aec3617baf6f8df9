//! Which items of its own crate a Rust file uses: in `use` items, paths and the arguments of macros, in all ways that
//! a path can be written (`crate::`, `self::`, `super::`, nested braces).

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path from the root of the crate: its segments, without `crate`.
pub type Path = Vec<String>;

/// The module that a file below `src/` is: `src/rust/emit/values.rs` is `rust::emit::values`, `src/lib.rs` is `lib`.
pub fn module_of(file: &str) -> Path {
    let (_, below) = file.rsplit_once("src/").unwrap_or(("", file));
    below.trim_end_matches(".rs").split('/').map(str::to_owned).collect()
}

/// The paths that a file of this module uses. Modules called `tests` are left out, because tests may use everything.
///
/// # Errors
///
/// The text is not Rust.
pub fn uses(text: &str, module: &[String]) -> Result<BTreeSet<Path>, proc_macro2::LexError> {
    let mut uses = Uses { module: module.to_vec(), found: BTreeSet::new() };
    uses.walk(text.parse()?);
    Ok(uses.found)
}

struct Uses {
    /// The module that is walked.
    module: Path,
    found: BTreeSet<Path>,
}

impl Uses {
    fn walk(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = &tokens[..];
        while let Some((first, after)) = rest.split_first() {
            rest = match (first, after) {
                // `pub(super)` uses nothing.
                (TokenTree::Ident(word), [TokenTree::Group(group), after @ ..])
                    if word == "pub" && group.delimiter() == Delimiter::Parenthesis =>
                {
                    after
                }
                (TokenTree::Ident(word), [TokenTree::Ident(name), TokenTree::Group(body), after @ ..])
                    if word == "mod" =>
                {
                    self.walk_module(&name.to_string(), body.stream());
                    after
                }
                (TokenTree::Ident(word), _) => self.path(vec![word.to_string()], after),
                (TokenTree::Group(group), _) => {
                    self.walk(group.stream());
                    after
                }
                _ => after,
            };
        }
    }

    fn walk_module(&mut self, name: &str, body: TokenStream) {
        if name != "tests" {
            self.module.push(name.to_owned());
            self.walk(body);
            self.module.pop();
        }
    }

    /// Reads a path, or a tree of them, whose first segments have been read. Returns the tokens after it.
    fn path<'a>(&mut self, mut path: Path, mut rest: &'a [TokenTree]) -> &'a [TokenTree] {
        while let Some((next, after)) = after_colons(rest) {
            match next {
                TokenTree::Ident(segment) => path.push(segment.to_string()),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    self.branches(&path, group.stream());
                    return after;
                }
                // `*`, or the `<` of generic arguments, which are walked next.
                _ => break,
            }
            rest = after;
        }
        self.add(&path);
        rest
    }

    /// The trees between the braces of a `use` item.
    fn branches(&mut self, path: &[String], tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for branch in tokens.split(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ',')) {
            match branch {
                [TokenTree::Ident(first), ..] if first == "self" => self.add(path),
                [TokenTree::Ident(first), rest @ ..] => {
                    self.path([path, &[first.to_string()]].concat(), rest);
                }
                [_, ..] => self.add(path),
                [] => {}
            }
        }
    }

    /// Resolves a path against the module that is walked. Paths of other crates and of the prelude are left out.
    fn add(&mut self, path: &[String]) {
        let supers = path.iter().take_while(|segment| *segment == "super").count();
        let absolute = match path {
            [first, rest @ ..] if first == "crate" => rest.to_vec(),
            [first, rest @ ..] if first == "self" => [&self.module, rest].concat(),
            _ if supers > 0 => [&self.module[..self.module.len().saturating_sub(supers)], &path[supers..]].concat(),
            _ => return,
        };
        // `self` alone is a value, and `super` alone is not a path that anything can be reached by.
        if path.len() > 1 {
            self.found.insert(absolute);
        }
    }
}

/// What follows `::`.
fn after_colons(tokens: &[TokenTree]) -> Option<(&TokenTree, &[TokenTree])> {
    match tokens {
        [TokenTree::Punct(first), TokenTree::Punct(second), next, after @ ..]
            if first.as_char() == ':' && second.as_char() == ':' =>
        {
            Some((next, after))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, module: &str) -> Vec<String> {
        let uses = uses(text, &module.split("::").map(str::to_owned).collect::<Vec<_>>()).expect("Rust");
        uses.into_iter().map(|path| path.join("::")).collect()
    }

    #[test]
    fn every_way_to_write_a_path_is_resolved() {
        let text = "use super::{doc::{self, ModelDoc as Doc}, page};\n\
                    pub(super) use crate::a::b::*;\n\
                    fn f(self) -> crate::c::D { super::super::rust::plan::g::<crate::e::F>(); m!(crate::write::h()) }\n\
                    mod inner { use super::i; use self::j; use std::fs; }\n\
                    mod tests { use crate::not_this; }";
        let expected = [
            "a::b",
            "c::D",
            "e::F",
            "read::detect::i",
            "read::detect::inner::j",
            "read::doc",
            "read::doc::ModelDoc",
            "read::page",
            "rust::plan::g",
            "write::h",
        ];
        assert_eq!(found(text, "read::detect"), expected);
    }

    #[test]
    fn files_are_modules() {
        assert_eq!(module_of("/project/codegen/src/rust/emit/values.rs"), ["rust", "emit", "values"]);
        assert_eq!(module_of("codegen/src/lib.rs"), ["lib"]);
    }
}
