//! Invariants about the source itself (I2, I10, I11 and the house's sizes).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use tests::scratch::repository;
use tests::uses;

/// The modules of `codegen`, each above those that it may use.
const ORDER: &[&str] = &[
    "main",
    "cli",
    "lib",
    "guide",
    "config",
    "cargo",
    "modules",
    "compile",
    "write",
    "rust::print",
    "rust::emit",
    "rust::support",
    "rust::plan",
    "rust::earlier",
    "rust::derives",
    "rust::options",
    "build::unique",
    "build::prune",
    "build::resolve",
    "build::learn",
    "build::corrections",
    "build::aliases",
    "build::infer",
    "build::merge",
    "build::lower",
    "build::keys",
    "build::unescape",
    "rust::renames",
    "rust::names",
    "rust::bytes",
    "pattern",
    "read::records",
    "read::bounds",
    "read::corrections",
    "read::model",
    "read::rows",
    "read::notes",
    "read::values",
    "read::context",
    "read::listed",
    "read::qualified",
    "read::witnesses",
    "read::doc",
    "read::prose",
    "read::inventory",
    "read::detect",
    "read::layout",
    "read::samples",
    "read::calls",
    "read::type_expr",
    "dialect",
    "read::page",
    "schema",
    "diag",
    "source",
    "parallel",
    "pieces",
];

/// The modules whose children have a place in the order of their own.
const ROOMS: &[&str] = &["read", "build", "rust"];

/// `source` reports to the sink, and a diagnostic has the origin that `source` defines: these two are one
/// layer. `config` is the face of `compile` and calls it.
const PAIRS: &[(&str, &str)] = &[("source", "diag"), ("compile", "config")];

/// What passes from one room to another; everything else in a room is its own. The first is the room or module that
/// uses the second.
const PASSES: &[(&str, &str)] = &[
    // What a document says.
    ("build", "read::doc"),
    ("build::keys", "read::witnesses"),
    ("build", "read::type_expr::TypeExpr"),
    // What samples show, and which call a recorded one is.
    ("build::keys", "read::samples"),
    ("build::learn", "read::samples"),
    ("build::learn", "read::calls::CallDoc"),
    // The schema with its references resolved.
    ("rust", "build::resolve::Graph"),
    ("rust", "build::resolve::by_value"),
    // What the rows of CORRECTIONS.md say.
    ("build::corrections", "read::corrections"),
];

#[test]
fn modules_depend_downwards_only() {
    let rank: BTreeMap<&str, usize> = ORDER.iter().enumerate().map(|(rank, name)| (*name, rank)).collect();
    let mut violations = BTreeSet::new();
    for (path, text) in sources("codegen/src") {
        let file = uses::module_of(&path);
        let module = placed(&file);
        if ROOMS.contains(&&*module) {
            continue;
        }
        let Some(own) = rank.get(&*module) else {
            violations.insert(format!("{module} has no place in the order"));
            continue;
        };
        for used in uses::uses(&text, &file).expect("a file of the project is Rust") {
            let used = placed(&used);
            let is_below = rank.get(&*used).is_none_or(|below| below >= own);
            if !is_below && !PAIRS.contains(&(&module, &used)) {
                violations.insert(format!("{path}: `{module}` uses `{used}`, which is above it"));
            }
        }
    }
    assert_none(&violations);
}

#[test]
fn rooms_use_only_what_passes_between_them() {
    let mut violations = BTreeSet::new();
    let mut unused: BTreeSet<(&str, &str)> = PASSES.iter().copied().collect();
    for (path, text) in sources("codegen/src") {
        let file = uses::module_of(&path);
        for used in uses::uses(&text, &file).expect("a file of the project is Rust") {
            let in_rooms = [&file, &used].iter().all(|path| ROOMS.contains(&&*path[0]));
            if !in_rooms || file[0] == used[0] {
                continue;
            }
            let passes: Vec<_> = PASSES.iter().filter(|(by, what)| is_in(&file, by) && is_in(&used, what)).collect();
            if passes.is_empty() {
                violations.insert(format!("{path} uses `{}`, which does not pass between rooms", used.join("::")));
            }
            unused.retain(|pass| !passes.contains(&pass));
        }
    }
    violations.extend(unused.iter().map(|(by, what)| format!("`{by}` does not use `{what}`: remove the line")));
    assert_none(&violations);
}

#[test]
fn only_source_write_and_config_touch_the_disk_or_the_environment() {
    let mut violations = BTreeSet::new();
    for (path, text) in sources("codegen/src") {
        if !["source", "write", "config", "cli", "main"].contains(&&*placed(&uses::module_of(&path))) {
            let modules = ["std::fs", "std::env", "std::io", "std::process", "std::time", "std::net"];
            let used = modules.iter().filter(|module| text.contains(**module));
            violations.extend(used.map(|module| format!("{path} uses {module}")));
        }
    }
    assert_none(&violations);
}

#[test]
fn files_stay_short_enough_to_be_read() {
    let mut violations = BTreeSet::new();
    for (path, text) in ["codegen", "models/src", "tests"].into_iter().flat_map(sources) {
        let lines = text.lines().count();
        // Expectations are as long as the output is.
        if lines > 500 && !path.contains("/cases/") {
            violations.insert(format!("{path} has {lines} lines; 500 are allowed"));
        }
    }
    assert_none(&violations);
}

#[test]
fn nothing_here_is_unsafe() {
    let mut violations = BTreeSet::new();
    for (path, text) in ["codegen", "models", "tests"].into_iter().flat_map(sources) {
        let mut code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        if code.any(|line| ["unsafe {", "unsafe fn", "unsafe impl"].iter().any(|item| line.contains(item)))
            && !is_own(&path)
        {
            violations.insert(path);
        }
    }
    assert_none(&violations);
}

/// This file names what it looks for.
fn is_own(path: &str) -> bool {
    path.ends_with(file!().rsplit('/').next().unwrap_or_default())
}

/// The part of a path that has a place in the order: one segment, or two in a room.
fn placed(path: &[String]) -> String {
    match path {
        [room, module, ..] if ROOMS.contains(&&**room) => format!("{room}::{module}"),
        // `lib.rs` gives out items that are defined in a module, which has to be used by its own path.
        [item] if item.starts_with(char::is_uppercase) => "lib".to_owned(),
        [module, ..] => module.clone(),
        [] => "lib".to_owned(),
    }
}

/// Whether a path is that of a module or item or below it.
fn is_in(path: &[String], module: &str) -> bool {
    let path = path.join("::");
    path == module || path.strip_prefix(module).is_some_and(|rest| rest.starts_with("::"))
}

#[track_caller]
fn assert_none(violations: &BTreeSet<String>) {
    let lines: Vec<&str> = violations.iter().map(String::as_str).collect();
    assert!(lines.is_empty(), "{} violations:\n{}", lines.len(), lines.join("\n"));
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
        if path.is_dir() && !path.ends_with("target") {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a readable file");
            found.push((path.to_string_lossy().replace('\\', "/"), text));
        }
    }
}
