//! Documents beside what is expected of them: `guide/`, `cases/` and `ui/`.
//!
//! With `SNAPSHOTS=overwrite` every test here writes all that it found instead of comparing it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use codegen::{Config, Diagnostic, internals::codes};
use snapbox::Data;
use snapbox::assert::{Action, Assert, DEFAULT_ACTION_ENV};
use tests::guide::{Page, has_models};
use tests::options;

#[test]
fn guide_pages_are_true() {
    let pages = entries("guide").into_iter().chain([root("../README.md"), root("../specs/README.md")]);
    let mut failures = Vec::new();
    for path in pages {
        let page = Page::read(&path).expect("a page of the guide");
        assert!(!page.sections.is_empty(), "{} has no blocks to check", path.display());
        let mut differences = page.differences();
        if action() == Action::Overwrite {
            differences = page.rewrite(differences).expect("the page can be written");
        }
        failures.extend(differences.iter().map(|difference| format!("{}: {}", path.display(), difference.message)));
    }
    report(&failures);
}

#[test]
fn cases_become_the_rust_beside_them() {
    let mut failures = Vec::new();
    for case in entries("cases").iter().flat_map(|dialect| entries_of(dialect)) {
        let outcome = Config::new().specs(&case).compile();
        if outcome.has_errors() {
            failures.push(format!("{}: {}", case.display(), lines("", &outcome.diagnostics)));
            continue;
        }
        let mut text = lines("// ", &outcome.diagnostics);
        text.extend(outcome.schema.keys.iter().map(|keys| format!("// {}: {keys}\n", keys.api)));
        // The file that includes the others differs by their names alone; a page of the guide shows it.
        for file in outcome.files.iter().filter(|file| has_models(&file.path) && file.path != "models.rs") {
            text.push_str(&file.text);
        }
        failures.extend(compare(text, &case.join("expected.rs")));
    }
    report(&failures);
}

#[test]
fn every_dialect_has_cases_and_a_guide_page() {
    for dialect in codegen::dialect::ALL {
        assert!(root("cases").join(dialect.name).is_dir(), "no cases for {}", dialect.name);
        assert!(root("guide").join(format!("{}.md", dialect.name)).is_file(), "no guide page for {}", dialect.name);
    }
}

#[test]
fn mistakes_are_reported_as_expected() {
    let mut failures = Vec::new();
    for folder in entries("ui") {
        let config = options::causing(&folder).show_all();
        let reported = lines("", &config.compile().diagnostics);
        let code = name(&folder);
        if !reported.contains(&format!("[{code}]: ")) {
            failures.push(format!("`ui/{code}` does not cause {code}, but:\n{reported}"));
        }
        failures.extend(compare(reported, &folder.join("expected.txt")));
    }
    report(&failures);
}

/// Without a document that causes it, nothing shows that a mistake is found.
#[test]
fn every_diagnostic_has_a_document_that_causes_it() {
    let folders: BTreeSet<String> = entries("ui").iter().map(|folder| name(folder)).collect();
    // Caused by the disk and by the configuration and not by a document; `output.rs`, `options.rs` and `settings.rs` test them.
    let others = [codes::CANNOT_WRITE.name, codes::BAD_OPTION.name, codes::BAD_CONFIGURATION.name];
    let by_documents = codes::ALL.iter().map(|code| code.name).filter(|code| !others.contains(code));
    assert_eq!(folders, by_documents.map(str::to_owned).collect());
}

/// The difference between a text and a file, unless the file may be overwritten.
fn compare(found: String, expected: &Path) -> Option<String> {
    let expected = Data::read_from(expected, None).raw();
    // Differences are reported here and not by a panic, so that one of them does not hide the others.
    Assert::new()
        .action_env(DEFAULT_ACTION_ENV)
        .try_eq(None, found.into(), expected)
        .err()
        .map(|error| error.to_string())
}

fn action() -> Action {
    Action::with_env_var(DEFAULT_ACTION_ENV).unwrap_or_default()
}

#[track_caller]
fn report(failures: &[String]) {
    assert!(failures.is_empty(), "{} failures:\n\n{}", failures.len(), failures.join("\n\n"));
}

fn lines(prefix: &str, diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(|diagnostic| format!("{prefix}{diagnostic}\n")).collect()
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn entries(folder: &str) -> Vec<PathBuf> {
    entries_of(&root(folder))
}

fn entries_of(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of the tests");
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry of a folder").path()).collect();
    entries.sort();
    entries
}
