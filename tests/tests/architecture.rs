//! Invariants about the source itself (I2, I10, I11 and the house's sizes).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::Visit;
use tests::scratch::repository;

/// The modules of `codegen`, each above those that it may use.
const ORDER: &[&str] = &[
    "lib",
    "config",
    "compile",
    "write",
    "rust::print",
    "rust::emit",
    "rust::support",
    "rust::plan",
    "rust::options",
    "build::prune",
    "build::resolve",
    "build::corrections",
    "build::infer",
    "build::merge",
    "build::lower",
    "build::keys",
    "rust::names",
    "pattern",
    "read::doc",
    "read::prose",
    "read::detect",
    "read::layout",
    "read::calls",
    "read::type_expr",
    "dialect",
    "read::page",
    "schema",
    "diag",
    "source",
    "parallel",
];

/// The modules whose children have a place in the order of their own.
const ROOMS: &[&str] = &["read", "build", "rust"];

/// `source` reports to the sink, and a diagnostic has the origin that `source` defines: these two are one
/// layer. `config` is the face of `compile` and calls it.
const PAIRS: &[(&str, &str)] = &[("source", "diag"), ("compile", "config")];

#[test]
fn modules_depend_downwards_only() {
    let rank: BTreeMap<&str, usize> = ORDER.iter().enumerate().map(|(rank, name)| (*name, rank)).collect();
    for (path, text) in sources("codegen/src") {
        let path_of_file = module_path(&path);
        let module = placed(&path_of_file);
        if ROOMS.contains(&&*module) {
            continue;
        }
        let own = rank.get(&*module).unwrap_or_else(|| panic!("{module} has no place in the order"));
        let file = syn::parse_file(&text).expect("a file of the project parses");
        for used in used_modules(&file, &path_of_file) {
            let Some(below) = rank.get(&*used) else { continue };
            let allowed = below >= own || PAIRS.contains(&(&module, &used));
            assert!(allowed, "{path}: `{module}` uses `{used}`, which is above it");
        }
    }
}

#[test]
fn only_source_write_and_config_touch_the_disk_or_the_environment() {
    for (path, text) in sources("codegen/src") {
        if !["source", "write", "config"].contains(&&*placed(&module_path(&path))) {
            for word in ["std::fs", "std::env", "std::io", "std::process", "std::time", "std::net"] {
                assert!(!text.contains(word), "{path} uses {word}");
            }
        }
    }
}

#[test]
fn files_stay_short_enough_to_be_read() {
    for folder in ["codegen/src", "codegen/support", "models/src", "tests/src"] {
        for (path, text) in sources(folder) {
            let lines = text.lines().count();
            assert!(lines <= 500, "{path} has {lines} lines; 500 are allowed");
        }
    }
}

#[test]
fn nothing_here_is_unsafe() {
    for folder in ["codegen", "models", "tests/src", "tests/cases"] {
        for (path, text) in sources(folder) {
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            let found = code.filter(|line| line.contains("unsafe ")).count();
            assert_eq!(found, 0, "{path}");
        }
    }
}

/// The segments of the module that a file below `codegen/src` is: `rust/emit/values.rs` is `rust::emit::values`.
fn module_path(file: &str) -> Vec<String> {
    let below = file.split("src/").last().unwrap_or_default();
    below.trim_end_matches(".rs").split('/').map(str::to_owned).collect()
}

/// The part of a path that has a place in the order: one segment, or two in a room.
fn placed(path: &[String]) -> String {
    match path {
        [room, module, ..] if ROOMS.contains(&&**room) => format!("{room}::{module}"),
        [module, ..] => module.clone(),
        [] => "lib".to_owned(),
    }
}

/// The modules of `codegen` that a file uses, in `use` items, paths and the arguments of macros.
fn used_modules(file: &syn::File, own: &[String]) -> BTreeSet<String> {
    let mut used = Used { own: own.to_vec(), found: BTreeSet::new() };
    used.visit_file(file);
    used.found
}

struct Used {
    /// The module that is visited.
    own: Vec<String>,
    found: BTreeSet<String>,
}

impl Used {
    /// Resolves a path against the visited module; paths of other crates and of the prelude are nobody's.
    fn add(&mut self, path: &[String]) {
        let supers = path.iter().take_while(|segment| *segment == "super").count();
        let absolute: Vec<String> = match path {
            [first, rest @ ..] if first == "crate" => rest.to_vec(),
            [first, rest @ ..] if first == "self" => [&self.own, rest].concat(),
            _ if supers > 0 => [&self.own[..self.own.len().saturating_sub(supers)], &path[supers..]].concat(),
            _ => return,
        };
        // What `lib.rs` gives out is defined in a module that may be used by its own path only.
        let placed = placed(&absolute);
        let is_item = placed.starts_with(char::is_uppercase) && absolute.len() == 1;
        self.found.insert(if is_item { "lib".to_owned() } else { placed });
    }

    fn add_tree(&mut self, tree: &syn::UseTree, mut path: Vec<String>) {
        match tree {
            syn::UseTree::Path(it) => {
                path.push(it.ident.to_string());
                self.add_tree(&it.tree, path);
            }
            syn::UseTree::Group(it) => it.items.iter().for_each(|tree| self.add_tree(tree, path.clone())),
            syn::UseTree::Name(it) => {
                path.push(it.ident.to_string());
                self.add(&path);
            }
            syn::UseTree::Rename(it) => {
                path.push(it.ident.to_string());
                self.add(&path);
            }
            syn::UseTree::Glob(_) => self.add(&path),
        }
    }
}

impl<'ast> Visit<'ast> for Used {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        // Tests may use everything, the modules above them too.
        if module.ident != "tests" {
            self.own.push(module.ident.to_string());
            syn::visit::visit_item_mod(self, module);
            self.own.pop();
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.add_tree(&item.tree, Vec::new());
    }

    // `pub(super)` uses nothing.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.add(&segments);
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let text = call.tokens.to_string().replace(' ', "");
        for (at, _) in text.match_indices("crate::") {
            let rest = text[at..].split(|letter: char| !(letter.is_alphanumeric() || "_:".contains(letter))).next();
            let segments = rest.unwrap_or_default().split("::").map(str::to_owned).collect::<Vec<_>>();
            self.add(&segments);
        }
        syn::visit::visit_macro(self, call);
    }
}

#[test]
fn the_order_is_checked_through_super_and_nested_braces() {
    let text =
        "use super::{doc::{self, ModelDoc}, page};\nfn f() { super::super::rust::plan::g(); m!(crate::write::h()) }";
    let own = ["read", "detect"].map(str::to_owned);
    let used = used_modules(&syn::parse_str(text).expect("Rust"), &own);
    let expected = ["read::doc", "read::page", "rust::plan", "write"].map(str::to_owned);
    assert_eq!(used, BTreeSet::from(expected));
}

/// The Rust files below a folder of the project: path and text.
fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&repository().join(folder), &mut found);
    assert!(!found.is_empty(), "{folder} has no Rust");
    found
}

fn collect(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry of a folder").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path).expect("a readable file");
            found.push((path.to_string_lossy().replace('\\', "/"), text));
        }
    }
}
