//! Invariants about the source itself (I2, I10, I11 and the house's sizes).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tests::scratch::repository;

/// The modules of `codegen`, each above those that it may use.
const ORDER: &[&str] = &[
    "lib",
    "config",
    "write",
    "print",
    "emit",
    "support",
    "plan",
    "prune",
    "resolve",
    "corrections",
    "flattened",
    "merge",
    "choices",
    "lower",
    "doc",
    "prose",
    "recognise",
    "type_expr",
    "dialect",
    "page",
    "names",
    "schema",
    "diag",
    "source",
    "parallel",
];

/// `source` reports to the sink, and a diagnostic has the origin that `source` defines: these two are one
/// layer. `config` is the face of `compile` and calls it.
const PAIRS: &[(&str, &str)] = &[("source", "diag"), ("config", "lib")];

#[test]
fn modules_depend_downwards_only() {
    let rank: BTreeMap<&str, usize> = ORDER.iter().enumerate().map(|(rank, name)| (*name, rank)).collect();
    for (path, text) in sources("codegen/src") {
        let module = module_of(&path);
        let own = rank.get(&*module).unwrap_or_else(|| panic!("{module} has no place in the order"));
        for used in used_modules(&text) {
            let Some(below) = rank.get(&*used) else { continue };
            let allowed = below >= own || PAIRS.contains(&(&module, &used));
            assert!(allowed, "{path}: `{module}` uses `{used}`, which is above it");
        }
    }
}

#[test]
fn only_source_write_and_config_touch_the_disk_or_the_environment() {
    for (path, text) in sources("codegen/src") {
        if !["source", "write", "config"].contains(&&*module_of(&path)) {
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

/// The first module of a path below `codegen/src`: `emit/values.rs` is part of `emit`.
fn module_of(path: &str) -> String {
    let below = path.split("src/").last().unwrap_or_default();
    below.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned()
}

/// What stands after `crate::`, outside of comments; braces name several.
fn used_modules(text: &str) -> Vec<String> {
    let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    let mut used = Vec::new();
    for (_, rest) in code.match_indices("crate::").map(|(at, it)| (at, &code[at + it.len()..])) {
        let names = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default(),
            None => rest.split(|it: char| !(it.is_alphanumeric() || it == '_')).next().unwrap_or_default(),
        };
        used.extend(names.split(',').map(|it| it.trim().split("::").next().unwrap_or_default().to_owned()));
    }
    // What the crate's root defines.
    used.iter_mut()
        .filter(|it| ["Outcome", "compile", "Account"].contains(&it.as_str()))
        .for_each(|it| "lib".clone_into(it));
    used
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
