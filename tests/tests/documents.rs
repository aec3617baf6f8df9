//! Documents beside what is expected of them: `guide/`, `cases/` and `ui/`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use codegen::{Config, diag::codes};
use snapbox::{Data, assert_data_eq};

#[test]
fn guide_pages_say_the_truth() {
    let pages = entries("guide").into_iter().chain([root("../README.md"), root("../specs/README.md")]);
    let failures: Vec<String> = pages
        .flat_map(|page| {
            let sections = tests::guide::read(&page).unwrap();
            assert!(!sections.is_empty(), "{} checks nothing", page.display());
            sections.into_iter().flat_map(|it| it.failures()).map(move |it| format!("{}: {it}", page.display()))
        })
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

#[test]
fn cases_become_the_rust_beside_them() {
    for dialect in entries("cases") {
        for case in entries_of(&dialect) {
            let outcome = Config::new().specs(&case).compile();
            assert!(!outcome.has_errors(), "{:#?}", outcome.diagnostics);
            let said: String = outcome.diagnostics.iter().map(|it| format!("// {it}\n")).collect();
            // The support module is the same for all, and a file of the project.
            let own = outcome.files.iter().filter(|it| !it.path.ends_with("/support.rs"));
            let text: String = own.map(|it| it.text.as_str()).collect();
            assert_data_eq!(format!("{said}{text}"), Data::read_from(&case.join("expected.rs"), None).raw());
        }
    }
}

#[test]
fn every_dialect_has_cases_and_a_guide_page() {
    for dialect in codegen::dialect::ALL {
        assert!(root("cases").join(dialect.name).is_dir(), "no cases for {}", dialect.name);
        assert!(root("guide").join(format!("{}.md", dialect.name)).is_file(), "no guide page for {}", dialect.name);
    }
}

#[test]
fn mistakes_are_said_as_expected() {
    for folder in entries("ui") {
        let mut config = Config::new().specs(&folder);
        if folder.ends_with("unreadable") {
            config = config.specs(folder.join("missing"));
        }
        let said: String = config.compile().diagnostics.iter().map(|it| format!("{it}\n")).collect();
        let code = folder.file_name().unwrap().to_string_lossy();
        assert!(said.contains(&format!("[{code}]: ")), "{code}: {said}");
        assert_data_eq!(said, Data::read_from(&folder.join("expected.txt"), None).raw());
    }
}

/// A mistake without a document that makes it is not known to be found.
#[test]
fn every_mistake_has_a_document() {
    let folders: BTreeSet<String> =
        entries("ui").iter().map(|it| it.file_name().unwrap().to_string_lossy().into_owned()).collect();
    // Made by the disk and by the configuration and not by a document; `output.rs` and `options.rs` test them.
    let others = [codes::CANNOT_WRITE.name, codes::BAD_OPTION.name];
    let by_documents = codes::ALL.iter().map(|it| it.name.to_owned()).filter(|it| !others.contains(&&**it));
    assert_eq!(folders, by_documents.collect());
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn entries(folder: &str) -> Vec<PathBuf> {
    entries_of(&root(folder))
}

fn entries_of(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of the tests");
    let mut entries: Vec<PathBuf> = entries.map(|it| it.expect("an entry of a folder").path()).collect();
    entries.sort();
    entries
}
