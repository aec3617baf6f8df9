//! What `cargo build` does after documents changed, and after nothing did: real builds of a library with
//! the build script of the tutorial and of a program that uses its models.

use std::path::{Path, PathBuf};
use std::{fs, io};

use tests::scratch::{self, Build, Files, Scratch};

#[test]
fn added_edited_renamed_and_deleted_documents_are_noticed() -> io::Result<()> {
    let scratch = workspace("noticed")?;
    scratch.write("app/src/main.rs", &printing("api::Tag::default().id"))?;
    let out_dir = api_out_dir(&passing(&scratch)?)?;
    assert_eq!(names(&scratch::files(&out_dir)?), ["models.md", "models.rs", "models/root.rs", "models/support.rs"]);

    // Added.
    scratch.write("app/src/main.rs", &printing("api::Label::default().id"))?;
    failing_for(&scratch, "noticed-app", "`Label`")?;
    scratch.write("api/specs/labels/Label.md", &document("Label", &[ID]))?;
    passing(&scratch)?;
    assert_eq!(
        names(&scratch::files(&out_dir)?),
        ["models.md", "models.rs", "models/labels.rs", "models/root.rs", "models/support.rs"]
    );

    // Edited: a new field, and the loss of one.
    scratch.write("app/src/main.rs", &printing("api::Label::default().colour"))?;
    failing_for(&scratch, "noticed-app", "`colour`")?;
    scratch.write("api/specs/labels/Label.md", &document("Label", &[ID, COLOUR]))?;
    passing(&scratch)?;
    scratch.write("api/specs/labels/Label.md", &document("Label", &[ID]))?;
    failing_for(&scratch, "noticed-app", "`colour`")?;

    // Renamed: first the file alone, whose time stays, then the heading.
    scratch.write("app/src/main.rs", &printing("api::Label::default().id"))?;
    scratch.rename("api/specs/labels/Label.md", "api/specs/labels/Sticker.md")?;
    assert_says(&passing(&scratch)?, "warning", &["api/specs/labels/Sticker.md:1:3: [file-name-differs] "]);
    scratch.write("api/specs/labels/Sticker.md", &document("Sticker", &[ID]))?;
    failing_for(&scratch, "noticed-app", "`Label`")?;
    scratch.write("app/src/main.rs", &printing("api::Sticker::default().id"))?;
    assert_says(&passing(&scratch)?, "warning", &[]);

    // Deleted: a document, then a folder with all that was in it.
    scratch.write("api/specs/labels/Colour.md", &document("Colour", &[ID]))?;
    passing(&scratch)?;
    scratch.remove("api/specs/labels/Sticker.md")?;
    failing_for(&scratch, "noticed-app", "`Sticker`")?;
    scratch.write("app/src/main.rs", &printing("(api::Tag::default().id, api::Colour::default().id)"))?;
    passing(&scratch)?;
    assert_eq!(
        names(&scratch::files(&out_dir)?),
        ["models.md", "models.rs", "models/labels.rs", "models/root.rs", "models/support.rs"]
    );
    scratch.remove_folder("api/specs/labels")?;
    failing_for(&scratch, "noticed-app", "`Colour`")?;
    assert_eq!(names(&scratch::files(&out_dir)?), ["models.md", "models.rs", "models/root.rs", "models/support.rs"]);
    scratch.write("app/src/main.rs", &printing("api::Tag::default().id"))?;
    passing(&scratch)?;
    Ok(())
}

#[test]
fn what_did_not_change_is_not_written_again() -> io::Result<()> {
    let scratch = workspace("unchanged")?;
    scratch.write("api/specs/labels/Label.md", &document("Label", &[ID, COLOUR]))?;
    scratch.write("app/src/main.rs", &printing("(api::Tag::default(), api::Label::default())"))?;
    let build = passing(&scratch)?;
    let out_dir = api_out_dir(&build)?;
    let files = scratch::files(&out_dir)?;
    let program = program(&build, "unchanged-app")?;

    // Nothing at all changed: no build script and no compiler runs.
    assert_does_nothing(&passing(&scratch)?);
    assert_eq!(scratch::files(&out_dir)?, files);

    // A new time and the same bytes. The build script has to look, and cargo compiles whatever depends on
    // a build script that ran; but no generated file is touched, and the same program comes out.
    scratch.touch("api/specs/Tag.md")?;
    scratch.touch("api/specs/labels/Label.md")?;
    let build = passing(&scratch)?;
    assert!(build.ran_build_script(), "{build}");
    assert_eq!(scratch::files(&out_dir)?, files);
    // Linkers for Windows write the time into a program.
    if cfg!(unix) {
        assert!(self::program(&build, "unchanged-app")? == program, "another program came out");
    }
    assert_does_nothing(&passing(&scratch)?);

    // A file that is not a document.
    scratch.write("api/specs/notes.txt", &document("Note", &[ID]))?;
    scratch.write("api/specs/labels/.Label.md.swp", &document("Swap", &[ID]))?;
    let build = passing(&scratch)?;
    assert!(build.ran_build_script(), "{build}");
    assert_eq!(scratch::files(&out_dir)?, files);
    Ok(())
}

#[test]
fn every_mistake_fails_the_build_and_the_last_output_stays() -> io::Result<()> {
    let scratch = workspace("mistakes")?;
    scratch.write("api/specs/labels/Label.md", &document("Label", &[ID, COLOUR]))?;
    scratch.write("app/src/main.rs", &printing("(api::Tag::default(), api::Label::default())"))?;
    let out_dir = api_out_dir(&passing(&scratch)?)?;
    let files = scratch::files(&out_dir)?;

    let unknown = "**size** | Option<**strng**> | Its size. | [optional]";
    let open = "**parts** | Option<**Vec<String**> | Its parts. | [optional]";
    scratch.write("api/specs/Tag.md", &document("Tag", &[ID, unknown, open]))?;
    scratch.write("api/specs/labels/Label.md", &document("Label", &[ID, &ID.replace("name", "key"), unknown]))?;
    // The second run sees the same documents: what failed is not taken for done.
    for _ in 0..2 {
        let build = scratch.build()?;
        assert!(!build.passed, "{build}");
        let mistakes = [
            "api/specs/Tag.md:8:21: [unknown-type] ",
            "api/specs/Tag.md:9:35: [bad-type] ",
            // The unknown type in this document is the one above.
            "api/specs/labels/Label.md:8:3: [duplicate-field] ",
        ];
        assert_says(&build, "error", &mistakes);
        assert_eq!(scratch::files(&out_dir)?, files);
    }

    // With one of the two repaired, the other is still wrong.
    scratch.write("api/specs/Tag.md", &document("Tag", &[ID]))?;
    let build = scratch.build()?;
    assert!(!build.passed, "{build}");
    assert_eq!(scratch::files(&out_dir)?, files);

    scratch.write("api/specs/labels/Label.md", &document("Label", &[ID, COLOUR]))?;
    assert_says(&passing(&scratch)?, "error", &[]);
    assert_eq!(scratch::files(&out_dir)?, files);
    Ok(())
}

#[test]
fn a_warning_is_shown_and_the_build_passes() -> io::Result<()> {
    let scratch = workspace("warning")?;
    let ghost = "**ghost** | Option<[**crate::models::Ghost**](Ghost.md)> | Nobody knows. | [optional]";
    scratch.write("api/specs/Tag.md", &document("Tag", &[ID, ghost]))?;
    scratch.write("app/src/main.rs", &printing("api::Tag::default().ghost"))?;
    let warnings = ["api/specs/Tag.md:8:23: [undocumented-model] "];
    assert_says(&passing(&scratch)?, "warning", &warnings);

    // Cargo remembers it for as long as the document is like that.
    let build = passing(&scratch)?;
    assert_does_nothing(&build);
    assert_says(&build, "warning", &warnings);
    scratch.write("api/specs/Ghost.md", &document("Ghost", &[ID]))?;
    assert_says(&passing(&scratch)?, "warning", &[]);
    Ok(())
}

/// What becomes of a file.
type Damage = dyn Fn(&[u8]) -> Vec<u8>;

#[test]
fn what_was_kept_of_many_documents_changes_nothing() -> io::Result<()> {
    let scratch = workspace("kept")?;
    // Nothing is compiled but the build script.
    scratch.write("api/src/lib.rs", "")?;
    scratch.write("app/src/main.rs", "fn main() {}\n")?;
    for number in 0..600 {
        scratch.write(&format!("api/specs/Tag{number}.md"), &document(&format!("Tag{number}"), &[ID, COLOUR]))?;
    }
    let out_dir = api_out_dir(&passing(&scratch)?)?;
    let caches = ["models.read.cache", "models.printed.cache"].map(|name| out_dir.join(name));
    let whole = [fs::read(&caches[0])?, fs::read(&caches[1])?];
    let edited = document("Tag7", &[ID, &COLOUR.replace("colour", "size")]);
    // The files are used, empty, half written, written but for the start, and foreign.
    let damages: [&Damage; 5] = [
        &<[u8]>::to_vec,
        &|_| Vec::new(),
        &|whole| whole[..whole.len() / 2].to_vec(),
        &|whole| [&whole[..60], &vec![0; whole.len() - 60]].concat(),
        &|whole| whole.iter().map(|byte| byte ^ 1).collect(),
    ];
    let mut outputs = Vec::new();
    for damage in damages {
        for (cache, whole) in caches.iter().zip(&whole) {
            fs::write(cache, damage(whole))?;
        }
        scratch.write("api/specs/Tag7.md", &edited)?;
        assert!(passing(&scratch)?.ran_build_script());
        outputs.push(texts(&out_dir)?);
        for cache in &caches {
            fs::remove_file(cache)?;
        }
        scratch.write("api/specs/Tag7.md", &document("Tag7", &[ID, COLOUR]))?;
        passing(&scratch)?;
    }
    assert!(outputs[0].iter().any(|(_, text)| text.contains("size")));
    assert!(outputs.iter().all(|output| *output == outputs[0]));
    Ok(())
}

/// The files of a folder, with those that are kept for the next run among them.
fn texts(folder: &Path) -> io::Result<Vec<(String, String)>> {
    Ok(scratch::files(folder)?.into_iter().map(|(path, (_, text))| (path, text)).collect())
}

const ID: &str = "**id** | Option<**String**> | Its name. | [optional]";
const COLOUR: &str = "**colour** | Option<**String**> | Its colour. | [optional]";

/// The document of a model; the first row is on line 7.
fn document(model: &str, rows: &[&str]) -> String {
    let head = "Name | Type | Description | Notes\n------------ | ------------- | ------------- | -------------";
    format!("# {model}\n\n## Properties\n\n{head}\n{}\n", rows.join("\n"))
}

/// A program that needs this expression.
fn printing(expression: &str) -> String {
    format!("fn main() {{\n    println!(\"{{:?}}\", {expression});\n}}\n")
}

/// A library `api` with one document, and a program that has no source yet.
///
/// Cargo distinguishes packages by their names and their paths within the workspace, and all workspaces have
/// one target folder: so the packages are called `<name>-api` and `<name>-app`.
fn workspace(name: &str) -> io::Result<Scratch> {
    let scratch = Scratch::new(name)?;
    scratch.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"api\", \"app\"]\n")?;
    let codegen = scratch::repository().join("codegen");
    scratch.write("api/Cargo.toml", &API.replace("NAME", name).replace("CODEGEN", &codegen.to_string_lossy()))?;
    scratch.write("api/build.rs", "fn main() {\n    codegen::Config::new().specs(\"specs\").build();\n}\n")?;
    scratch.write("api/src/lib.rs", "include!(concat!(env!(\"OUT_DIR\"), \"/models.rs\"));\n")?;
    scratch.write("api/specs/Tag.md", &document("Tag", &[ID]))?;
    scratch.write("app/Cargo.toml", &APP.replace("NAME", name))?;
    Ok(scratch)
}

const API: &str = r#"[package]
name = "NAME-api"
edition = "2024"

[lib]
name = "api"

[dependencies]
jiff = { version = "0.2", default-features = false, features = ["std"] }
serde = "1"
serde_json = "1"

[build-dependencies]
codegen = { path = 'CODEGEN' }
"#;

const APP: &str = r#"[package]
name = "NAME-app"
edition = "2024"

[dependencies]
api = { package = "NAME-api", path = "../api" }
"#;

/// A build that has to pass.
#[track_caller]
fn passing(scratch: &Scratch) -> io::Result<Build> {
    let build = scratch.build()?;
    assert!(build.passed, "{build}");
    Ok(build)
}

/// A build that has to fail in the program and not before.
#[track_caller]
fn failing_for(scratch: &Scratch, program: &str, reason: &str) -> io::Result<()> {
    let build = scratch.build()?;
    assert!(!build.passed, "{build}");
    let errors = build.errors(program);
    assert!(errors.contains(reason), "{reason} is not the reason:\n{build}");
    Ok(())
}

#[track_caller]
fn assert_does_nothing(build: &Build) {
    assert!(build.started().is_empty() && build.compiled().is_empty(), "{build}");
}

/// The mistakes that cargo shows at this level are these, in this order, one on a line.
#[track_caller]
fn assert_says(build: &Build, level: &str, mistakes: &[&str]) {
    let shown = build.printed.lines().filter(|line| line.contains(": ["));
    let shown: Vec<_> = shown.filter_map(|line| line.strip_prefix(level)?.split_once("-api@0.0.0: ")).collect();
    let as_expected = |((_, shown), expected): (&(&str, &str), &&str)| shown.starts_with(expected);
    let as_expected = shown.len() == mistakes.len() && shown.iter().zip(mistakes).all(as_expected);
    assert!(as_expected, "expected {mistakes:#?} in\n{build}");
}

fn api_out_dir(build: &Build) -> io::Result<PathBuf> {
    build.out_dir("api").ok_or_else(|| io::Error::other("cargo does not print where the output of `api` is"))
}

fn program(build: &Build, name: &str) -> io::Result<Vec<u8>> {
    let path = build.executable(name).ok_or_else(|| io::Error::other("cargo does not print where the program is"))?;
    fs::read(path)
}

fn names(files: &Files) -> Vec<&str> {
    files.keys().map(String::as_str).collect()
}
