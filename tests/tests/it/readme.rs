//! The commands and programs of the README work.

use std::fs;
use std::io;
use std::process::Command;

use tests::guide::{self, Block};
use tests::scratch::{self, Scratch, repository};

#[test]
fn a_crate_made_from_the_readme_builds_and_runs() -> io::Result<()> {
    let blocks = blocks()?;
    let [build] = texts(&blocks, "rust,build")?;
    let [lib] = texts(&blocks, "rust,lib")?;
    let [run] = texts(&blocks, "rust,run")?;
    let [user, own] = texts(&blocks, "toml")?;
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

/// The blocks with this info string, which are as many as the caller asks for.
fn texts<'a, const N: usize>(blocks: &'a [Block], info: &str) -> io::Result<[&'a str; N]> {
    let texts: Vec<&str> = blocks.iter().filter(|block| block.info == info).map(|block| &*block.text).collect();
    let count = texts.len();
    texts.try_into().map_err(|_| io::Error::other(format!("the README has {count} blocks `{info}` and not {N}")))
}

#[test]
fn every_command_of_the_readme_runs() -> io::Result<()> {
    let blocks = blocks()?;
    let commands: Vec<&str> =
        blocks.iter().filter(|block| block.info == "sh").flat_map(|block| block.text.lines()).collect();
    let ci = fs::read_to_string(repository().join(".ci/run"))?;
    for command in &commands {
        let Some(arguments) = command.strip_prefix("cargo ") else {
            return Err(io::Error::other(format!("not a cargo command: {command}")));
        };
        let arguments: Vec<&str> = arguments.split(' ').collect();
        match arguments.as_slice() {
            // This is the run that it starts; what can be checked from inside is that CI runs the same command.
            ["test", "--workspace"] => assert!(ci.lines().any(|line| line == *command), "{command}"),
            [subcommand, rest @ ..] => {
                // Without optimisation a command does the same, and most of it is compiled already.
                let rest = rest.iter().filter(|argument| **argument != "--release");
                let output = scratch::cargo_in_project(subcommand).args(rest).output()?;
                assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
                // The programs print something; `cargo build` prints only to stderr.
                assert_eq!(output.stdout.is_empty(), *subcommand == "build", "{command}");
            }
            [] => return Err(io::Error::other("an empty command")),
        }
    }
    assert!(commands.contains(&"cargo build") && commands.contains(&"cargo test --workspace"), "{commands:?}");
    Ok(())
}

/// The sessions with the tool print what the README shows.
#[test]
fn the_tour_of_the_readme_is_real() -> io::Result<()> {
    let folder = scratch::empty_folder("readme-tour")?;
    fs::create_dir_all(folder.join("specs/chats"))?;
    fs::write(folder.join("specs/chats/Chat.md"), document()?)?;
    let all = blocks()?;
    let [options] = texts(&all, "toml codegen.toml")?;
    fs::write(folder.join("codegen.toml"), options)?;
    let sessions: Vec<Block> = blocks()?.into_iter().filter(|block| block.info == "console").collect();
    assert!(!sessions.is_empty());
    for session in sessions {
        let mut printed = String::new();
        for command in session.text.lines().filter_map(|line| line.strip_prefix("$ codegen ")) {
            let mut tool = Command::new(env!("CARGO_BIN_EXE_codegen-tool"));
            let output = tool.args(command.split(' ')).current_dir(&folder).env("NO_COLOR", "1").output()?;
            let [out, err] = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
            printed.extend(["$ codegen ", command, "\n", &out, &err]);
        }
        assert_eq!(session.text, printed);
    }
    Ok(())
}

/// The document that the README shows.
fn document() -> io::Result<String> {
    let document = blocks()?.into_iter().find(|block| block.info.starts_with("md "));
    document.map(|block| block.text).ok_or_else(|| io::Error::other("no document"))
}

fn blocks() -> io::Result<Vec<Block>> {
    Ok(guide::blocks(&fs::read_to_string(repository().join("README.md"))?))
}
