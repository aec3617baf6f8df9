//! The programs on the pages of the guide compile and run.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::{fs, io};

use tests::guide::{Page, Section};
use tests::scratch::{Scratch, repository};

/// Packages in one target folder need different names.
const MANIFEST: &str = r#"[package]
name = "NAME"
edition = "2024"

[dependencies]
jiff = { version = "0.2", default-features = false, features = ["std"] }
serde = "1"
serde_json = "1"

[workspace]
"#;

fn package(name: &str) -> io::Result<Scratch> {
    let scratch = Scratch::new(name)?;
    scratch.write("Cargo.toml", &MANIFEST.replace("NAME", name))?;
    Ok(scratch)
}

/// All of them are in one crate, so that there is one build. Each section is a module with a module `models`.
#[test]
fn programs_of_the_guide_run() -> io::Result<()> {
    let scratch = package("guide-programs")?;
    let mut programs = Programs::default();
    for page in pages()? {
        for section in Page::read(&page)?.sections.iter().filter(|section| !section.programs.is_empty()) {
            programs.add(section, &section.programs, &page, &scratch)?;
        }
    }
    let Programs { sections, modules, calls, .. } = programs;
    scratch.write("src/main.rs", &format!("{modules}\nfn main() {{\n{calls}}}\n"))?;
    let build = scratch.build()?;
    assert!(build.passed, "{build}");
    let program = build.executable("guide-programs").ok_or_else(|| io::Error::other("no program was built"))?;
    let output = Command::new(program).output()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(sections > 10, "{sections} sections have programs");
    Ok(())
}

/// Every line that the guide says is refused is, with the error beside it, and no other line is.
#[test]
fn refused_programs_of_the_guide_have_the_errors_beside_them() -> io::Result<()> {
    let scratch = package("guide-refused")?;
    let mut programs = Programs::default();
    for page in pages()? {
        for section in Page::read(&page)?.sections.iter().filter(|section| !section.refused.is_empty()) {
            programs.add(section, &section.refused, &page, &scratch)?;
        }
    }
    let main = format!("{}\nfn main() {{\n{}}}\n", programs.modules, programs.calls);
    scratch.write("src/main.rs", &main)?;
    let mut expected: Vec<&str> = main.lines().filter_map(|line| Some(line.split_once(" // ")?.1)).collect();
    assert!(!expected.is_empty(), "no program is refused");
    let printed = without_modules(&scratch.build()?.to_string());
    let mut errors: Vec<&str> = printed.lines().filter(|line| line.starts_with("error[")).collect();
    expected.sort_unstable();
    errors.sort_unstable();
    assert_eq!(errors, expected, "{printed}");
    Ok(())
}

/// The compiler prints the modules of a type if another type of some crate has its name.
fn without_modules(text: &str) -> String {
    let mut short = String::with_capacity(text.len());
    let mut parts = text.split("::").peekable();
    while let Some(part) = parts.next() {
        let before = part.trim_end_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '_');
        let is_module = part[before.len()..].starts_with(|letter: char| letter.is_ascii_lowercase());
        match parts.peek() {
            Some(_) if is_module => short.push_str(before),
            Some(_) => short.extend([part, "::"]),
            None => short.push_str(part),
        }
    }
    short
}

/// The source of the crate.
#[derive(Default)]
struct Programs {
    sections: usize,
    modules: String,
    calls: String,
    /// The section that has a support module with this text.
    support: BTreeMap<String, usize>,
}

impl Programs {
    fn add(&mut self, section: &Section, programs: &[String], page: &Path, scratch: &Scratch) -> io::Result<()> {
        self.sections += 1;
        let number = self.sections;
        let outcome = section.outcome().map_err(io::Error::other)?;
        for file in outcome.files {
            let path = format!("src/section_{number}/{}", file.path);
            let is_support = file.path.ends_with("/support.rs");
            scratch.write(&path, &if is_support { self.support(file.text) } else { file.text })?;
        }
        let _ = writeln!(self.modules, "mod section_{number} {{\npub mod models {{");
        let _ = writeln!(self.modules, "include!(\"section_{number}/models.rs\");\n}}");
        for (at, program) in programs.iter().enumerate() {
            let _ = writeln!(self.modules, "pub fn program_{at}() -> Result<(), Box<dyn std::error::Error>> {{");
            let _ = writeln!(self.modules, "{program}Ok(())\n}}");
            let place = format!("{}: {}", page.display(), section.title);
            let _ = writeln!(self.calls, "section_{number}::program_{at}().expect({place:?});");
        }
        self.modules.push_str("}\n");
        Ok(())
    }

    /// The support module of the last section. The compiler has to see each text only once.
    fn support(&mut self, text: String) -> String {
        if let Some(first) = self.support.get(&text) {
            format!("pub use crate::section_{first}::models::support::*;\n")
        } else {
            self.support.insert(text.clone(), self.sections);
            text
        }
    }
}

fn pages() -> io::Result<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(repository().join("tests/guide"))?;
    let mut pages = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    pages.sort();
    Ok(pages)
}
