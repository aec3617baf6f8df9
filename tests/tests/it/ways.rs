//! The ways past each error that leave the document as it is.
//!
//! `ui/<code>/ways.txt` has them, separated by empty lines. A way consists of options (`.ignore("Tag.md")`) and of rows
//! of corrections (`| Tag | id | skip | | Why |`). The documents beside it compile with each way, and the explanation of
//! the error names what each way uses.

use std::path::{Path, PathBuf};
use std::{fs, io};

use codegen::internals::codes;
use codegen::{Code, Config, Level};
use tests::options;
use tests::scratch::{empty_folder, repository};

/// Caused by the disk and by the configuration and not by a document.
const OTHERS: [&Code; 3] = [&codes::CANNOT_WRITE, &codes::BAD_OPTION, &codes::BAD_CONFIGURATION];

fn errors() -> impl Iterator<Item = &'static Code> {
    codes::ALL.iter().copied().filter(|code| code.level == Level::Error && !OTHERS.contains(code))
}

fn folder(code: &Code) -> PathBuf {
    repository().join("tests/ui").join(code.name)
}

/// The configuration that causes an error.
fn config(code: &Code) -> Config {
    options::causing(&folder(code))
}

#[test]
fn every_error_has_a_way_past_it() -> io::Result<()> {
    let scratch = empty_folder("ways")?;
    let mut failures = Vec::new();
    for code in errors() {
        let ways = fs::read_to_string(folder(code).join("ways.txt")).unwrap_or_default();
        let ways: Vec<&str> = ways.split("\n\n").map(str::trim).filter(|way| !way.is_empty()).collect();
        if ways.is_empty() {
            failures.push(format!("`ui/{}/ways.txt` has no way past the error", code.name));
        }
        for way in ways {
            failures.extend(failure(code, way, &scratch)?.map(|why| format!("`ui/{}`: {why}\n{way}", code.name)));
        }
    }
    assert!(failures.is_empty(), "{} failures:\n\n{}", failures.len(), failures.join("\n\n"));
    Ok(())
}

/// Why a way does not lead past an error.
fn failure(code: &Code, way: &str, scratch: &Path) -> io::Result<Option<String>> {
    let mut config = match options::applied(config(code), way) {
        Ok(config) => config,
        Err(option) => return Ok(Some(format!("unknown option {option}"))),
    };
    let rows: Vec<&str> = way.lines().filter(|line| line.starts_with('|')).collect();
    if !rows.is_empty() {
        let file = scratch.join("corrections.md");
        let header = "| Model | Field | Correction | Value | Reason |\n|---|---|---|---|---|";
        fs::write(&file, format!("{header}\n{}\n", rows.join("\n")))?;
        config = config.corrections(file);
    }
    let errors = errors_of(&config);
    if !errors.is_empty() {
        return Ok(Some(format!("it does not compile this way:\n{errors}")));
    }
    let unnamed = named(way).into_iter().find(|name| !code.explanation.contains(name));
    Ok(unnamed.map(|name| format!("the explanation does not name {name}")))
}

/// The options and corrections that a way uses, as explanations name them.
fn named(way: &str) -> Vec<String> {
    let mut names = Vec::new();
    for line in way.lines() {
        let option = line.strip_prefix('.').and_then(|rest| rest.split('(').next());
        let correction = line.strip_prefix('|').and_then(|rest| rest.split('|').nth(2));
        names.extend(option.map(|name| format!("`Config::{name}`")));
        names.extend(correction.map(|name| format!("`{}`", name.trim())));
    }
    names
}

/// The errors, and that there is no output without one.
fn errors_of(config: &Config) -> String {
    let outcome = config.compile();
    let errors = outcome.diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error);
    let errors: String = errors.map(|error| format!("{error}\n")).collect();
    if errors.is_empty() && outcome.file("models.rs").is_none() { "nothing is generated".to_owned() } else { errors }
}

#[test]
fn every_error_can_be_a_warning_or_be_allowed() {
    let mut failures = Vec::new();
    for code in errors() {
        for level in [Level::Warning, Level::Allow] {
            let config = config(code).level(code.name, level);
            let errors = errors_of(&config);
            let is_shown = config.compile().diagnostics.iter().any(|diagnostic| diagnostic.code == code);
            if !errors.is_empty() || is_shown != (level == Level::Warning) {
                failures.push(format!("{} as {level:?}: {errors}", code.name));
            }
        }
    }
    assert!(failures.is_empty(), "{} failures:\n\n{}", failures.len(), failures.join("\n\n"));
}

#[test]
fn the_guide_has_the_consequence_of_each_error() -> io::Result<()> {
    let guide = fs::read_to_string(repository().join("tests/guide/diagnostics.md"))?;
    let consequences: Vec<&str> = guide.lines().filter(|line| line.starts_with("| `")).collect();
    let is_missing = |code: &&Code| !consequences.iter().any(|line| line.contains(&format!("`{}`", code.name)));
    let missing: Vec<&str> = errors().filter(is_missing).map(|code| code.name).collect();
    assert_eq!(missing, Vec::<&str>::new());
    Ok(())
}

#[test]
fn a_wrong_option_can_be_allowed() {
    let config = Config::new().specs(folder(&codes::UNREADABLE)).strict("Tga");
    assert!(errors_of(&config).contains("[bad-option]"));
    assert_eq!(errors_of(&config.level(codes::BAD_OPTION.name, Level::Warning)), "");
    assert!(codes::BAD_OPTION.explanation.contains("`Config::level`"));
}

#[test]
fn what_cannot_be_written_here_can_be_written_elsewhere() -> io::Result<()> {
    let scratch = empty_folder("ways-elsewhere")?;
    fs::write(scratch.join("models.rs"), "// By hand.\n")?;
    let config = Config::new().specs(folder(&codes::UNREADABLE)).out_dir(&scratch);
    let codes_of = |config: &Config| -> Vec<&str> {
        config.build().diagnostics.iter().filter(|it| it.level == Level::Error).map(|it| it.code.name).collect()
    };
    assert_eq!(codes_of(&config), [codes::CANNOT_WRITE.name]);
    assert_eq!(codes_of(&config.clone().file("shop")), Vec::<&str>::new());
    assert_eq!(codes_of(&config.clone().out_dir(scratch.join("other"))), Vec::<&str>::new());
    // Nobody can compile what was not written.
    let lowered = config.level(codes::CANNOT_WRITE.name, Level::Warning);
    assert_eq!(codes_of(&lowered), [codes::BAD_OPTION.name]);
    for way in ["`Config::file`", "`Config::out_dir`"] {
        assert!(codes::CANNOT_WRITE.explanation.contains(way), "{way}");
    }
    Ok(())
}
