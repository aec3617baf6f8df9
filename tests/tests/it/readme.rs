//! What the README tells people to type works.

use std::fs;
use std::io;
use std::process::Command;

use tests::guide::{self, Block};
use tests::scratch::{self, Scratch, repository};

#[test]
fn a_crate_made_from_the_readme_builds_and_runs() -> io::Result<()> {
    let blocks = blocks()?;
    let of = |word: &str| blocks.iter().filter(|it| it.info == word).map(|it| it.text.as_str()).collect::<Vec<_>>();
    let ([build], [lib], [run], [user, own]) = (&*of("rust,build"), &*of("rust,lib"), &*of("rust,run"), &*of("toml"))
    else {
        return Err(io::Error::other("the README has other blocks than this test knows"));
    };
    let scratch = Scratch::new("readme")?;
    let project = repository().to_string_lossy().replace('\\', "/");
    let manifest = |name: &str, dependencies: &str| {
        let dependencies = dependencies.replace("\"../", &format!("\"{project}/"));
        format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n\n{dependencies}\n")
    };
    scratch.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"readme-own\", \"readme-user\"]\n")?;
    scratch.write("readme-own/Cargo.toml", &manifest("readme-own", own))?;
    scratch.write("readme-own/build.rs", build)?;
    scratch.write("readme-own/src/lib.rs", lib)?;
    scratch.write("readme-own/specs/Chat.md", &document()?)?;
    scratch.write("readme-user/Cargo.toml", &manifest("readme-user", user))?;
    let main = format!("fn main() -> Result<(), Box<dyn std::error::Error>> {{\n{run}\nOk(())\n}}\n");
    scratch.write("readme-user/src/main.rs", &main)?;

    let build = scratch.build()?;
    assert!(build.passed, "{build}");
    let program = build.executable("readme-user").ok_or_else(|| io::Error::other("no program was built"))?;
    let output = Command::new(program).output()?;
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"externalTag\":\"ticket-512\""));
    Ok(())
}

#[test]
fn every_command_of_the_readme_runs() -> io::Result<()> {
    let blocks = blocks()?;
    let commands = blocks.iter().filter(|it| it.info == "sh").flat_map(|it| it.text.lines());
    let ci = fs::read_to_string(repository().join(".ci/run"))?;
    let mut seen = 0;
    for command in commands {
        seen += 1;
        let Some(arguments) = command.strip_prefix("cargo ") else {
            return Err(io::Error::other(format!("no cargo command: {command}")));
        };
        let arguments: Vec<&str> = arguments.split(' ').collect();
        match arguments.as_slice() {
            // This very run; that it is the command of CI is what can be checked from within it.
            ["test", "--workspace"] => assert!(ci.lines().any(|line| line == command), "{command}"),
            [subcommand, rest @ ..] => {
                let output = cargo_in_project(subcommand, rest)?;
                assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
                // The programs print; cargo itself has nothing to say there.
                assert_eq!(output.stdout.is_empty(), *subcommand == "build", "{command}");
            }
            [] => return Err(io::Error::other("an empty command")),
        }
    }
    assert_eq!(seen, 4);
    Ok(())
}

/// A command of the README in the project itself, but with the profile and target folder of the other
/// tests: what is optimised makes no difference to what it does.
fn cargo_in_project(subcommand: &str, rest: &[&str]) -> io::Result<std::process::Output> {
    let (options, arguments) = rest.split_at(rest.iter().position(|it| *it == "--").unwrap_or(rest.len()));
    let mut command = scratch::cargo_for(subcommand, &repository());
    command.args(options.iter().filter(|it| **it != "--release")).args(arguments).output()
}

/// The document that the README shows.
fn document() -> io::Result<String> {
    let document = blocks()?.into_iter().find(|it| it.info.starts_with("md "));
    document.map(|it| it.text).ok_or_else(|| io::Error::other("no document"))
}

fn blocks() -> io::Result<Vec<Block>> {
    Ok(guide::blocks(&fs::read_to_string(repository().join("README.md"))?))
}
