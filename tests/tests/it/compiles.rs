//! What is accepted compiles: whatever names documents have, in every edition, and in crates that deny what they can.

use std::io;

use codegen::{Config, Level, Outcome};
use tests::accepted::{self, ALL_DATES, DEPENDENCIES, Kind, Package, TIME};
use tests::hostile;
use tests::mutation::Random;
use tests::scratch::Scratch;

/// Lints that crates enable for their own code. Those about other things than the code itself are left out.
const LINTS: &str = "warnings, missing_docs, unreachable_pub, unused_qualifications, rust_2018_idioms, \
    rust_2021_compatibility, rust_2024_compatibility, future_incompatible, nonstandard_style, let_underscore, \
    missing_debug_implementations, missing_copy_implementations, single_use_lifetimes, trivial_casts, \
    trivial_numeric_casts, unused_results, unused_lifetimes, variant_size_differences, explicit_outlives_requirements, \
    unit_bindings, meta_variable_misuse, unused_import_braces, unused_macro_rules, redundant_lifetimes, \
    ambiguous_negative_literals, deprecated_in_future, ffi_unwind_calls, unnameable_types";

/// The crates, with their edition and the turns of the names.
const CRATES: &[(&str, &str, Kind, &[usize])] = &[
    ("compiles-2018", "2018", Kind::Program, &[0, 3]),
    ("compiles-2021", "2021", Kind::Program, &[1]),
    ("compiles-2024", "2024", Kind::Library, &[2, 4]),
];

/// The number of damaged documents.
const DAMAGED: usize = 150;

#[test]
fn names_of_rust_and_damaged_documents_compile() -> io::Result<()> {
    let scratch = Scratch::new("compiles")?;
    let names = hostile::names()?;
    for (name, edition, kind, turns) in CRATES {
        let mut package = Package::new(&scratch, name, *kind, LINTS);
        for turn in *turns {
            let outcome = hostile::config(*turn, &ALL_DATES).compile_texts(hostile::documents(&names, *turn));
            assert_eq!(errors(&outcome), [""; 0], "turn {turn}");
            package.add(&format!("turn_{turn}"), &outcome)?;
        }
        package.finish(edition, &dependencies())?;
    }
    let mut package = Package::new(&scratch, "compiles-damaged", Kind::Library, LINTS);
    let cases = accepted::cases()?;
    let mut random = Random::new(14);
    let mut count = 0;
    while count < DAMAGED {
        let Some(documents) = accepted::damaged(&cases[random.below(cases.len())], &names, &mut random) else {
            continue;
        };
        let outcome = accepted::config(count, &ALL_DATES).compile_texts(documents);
        if !outcome.has_errors() {
            package.add(&format!("damaged_{count}"), &outcome)?;
            count += 1;
        }
    }
    package.finish("2021", &dependencies())?;
    let members: Vec<&str> = CRATES.iter().map(|(name, ..)| *name).chain(["compiles-damaged"]).collect();
    scratch.write("Cargo.toml", &format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n"))?;
    let build = scratch.run("check", &["--workspace"])?;
    assert!(build.passed, "{build}");
    Ok(())
}

/// Clippy finds nothing in generated code, whatever a crate denies.
#[test]
fn lints_of_clippy_are_for_the_code_of_people() -> io::Result<()> {
    let scratch = Scratch::new("compiles-clippy")?;
    let lints = format!("{LINTS}, clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction");
    let documents = hostile::documents(&["Err", "Option", "Color", "URL", "id"].map(str::to_owned), 0);
    for (name, kind) in [("compiles-clippy-library", Kind::Library), ("compiles-clippy-program", Kind::Program)] {
        // Enabling such lints as a group is a lint of its own.
        let mut package = Package::new(
            &scratch,
            name,
            kind,
            &format!(
                "{lints})]\n#![allow(clippy::blanket_clippy_restriction_lints, reason = \"all of them are tested\""
            ),
        );
        package.add("models", &Config::new().compile_texts(documents.clone()))?;
        package.finish("2021", DEPENDENCIES)?;
    }
    scratch.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"compiles-clippy-*\"]\n")?;
    let build = scratch.run("clippy", &["--workspace"])?;
    assert!(build.passed, "{build}");
    Ok(())
}

fn dependencies() -> String {
    format!("{DEPENDENCIES}{TIME}")
}

fn errors(outcome: &Outcome) -> Vec<String> {
    let errors = outcome.diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error);
    errors.map(ToString::to_string).collect()
}
