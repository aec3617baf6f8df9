//! The programs on the pages of the guide compile and run.

use std::fmt::Write as _;
use std::process::Command;
use std::{fs, io};

use tests::guide::Page;
use tests::scratch::{Scratch, repository};

const MANIFEST: &str = r#"[package]
name = "guide-programs"
edition = "2024"

[dependencies]
jiff = { version = "0.2", default-features = false, features = ["std"] }
serde = "1"
serde_json = "1"

[workspace]
"#;

/// All of them in one crate, so that there is one build. Each section is a module with a module `models`.
#[test]
fn programs_of_the_guide_run() -> io::Result<()> {
    let scratch = Scratch::new("guide-programs")?;
    scratch.write("Cargo.toml", MANIFEST)?;
    let mut modules = String::new();
    let mut calls = String::new();
    let mut count = 0;
    for page in pages()? {
        for section in Page::read(&page)?.sections.iter().filter(|section| !section.programs.is_empty()) {
            count += 1;
            let module = format!("section_{count}");
            let outcome = section.outcome().map_err(io::Error::other)?;
            for file in &outcome.files {
                scratch.write(&format!("src/{module}/{}", file.path), &file.text)?;
            }
            let _ = writeln!(modules, "mod {module} {{\n#[allow(dead_code)]\nmod models {{");
            let _ = writeln!(modules, "include!(\"{module}/models.rs\");\n}}");
            for (number, program) in section.programs.iter().enumerate() {
                let _ = writeln!(modules, "pub fn program_{number}() -> Result<(), Box<dyn std::error::Error>> {{");
                let _ = writeln!(modules, "{program}Ok(())\n}}");
                let place = format!("{}: {}", page.display(), section.title);
                let _ = writeln!(calls, "{module}::program_{number}().expect({place:?});");
            }
            modules.push_str("}\n");
        }
    }
    scratch.write("src/main.rs", &format!("{modules}\nfn main() {{\n{calls}}}\n"))?;
    let build = scratch.build()?;
    assert!(build.passed, "{build}");
    let program = build.executable("guide-programs").ok_or_else(|| io::Error::other("no program was built"))?;
    let output = Command::new(program).output()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(count > 10, "{count} sections have programs");
    Ok(())
}

fn pages() -> io::Result<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(repository().join("tests/guide"))?;
    let mut pages = entries.map(|it| it.map(|it| it.path())).collect::<io::Result<Vec<_>>>()?;
    pages.sort();
    Ok(pages)
}
