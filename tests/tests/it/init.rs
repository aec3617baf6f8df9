//! What `codegen init` writes builds.

use std::process::Command;
use std::{fs, io};

use tests::scratch::{self, Scratch, repository};

const TOOL: &str = env!("CARGO_BIN_EXE_codegen-tool");

const MAIN: &str = "fn main() {\n    let label = models::Label { text: Some(\"new\".to_owned()), ..Default::default() };\n    \
                    println!(\"{}\", serde_json::to_string(&label).expect(\"JSON\"));\n}\n";

#[test]
fn a_crate_that_was_prepared_builds_and_runs() -> io::Result<()> {
    let scratch = Scratch::new("init")?;
    let manifest = "[package]\nname = \"init-user\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n";
    scratch.write("Cargo.toml", manifest)?;
    scratch.write("src/main.rs", MAIN)?;
    let codegen = repository().join("codegen");
    let run = |arguments: &[&str]| {
        Command::new(TOOL).args(arguments).current_dir(scratch::folder("init")).env("NO_COLOR", "1").output()
    };
    let prepared = run(&["init", "--path", &codegen.to_string_lossy()])?;
    assert!(prepared.status.success(), "{}", String::from_utf8_lossy(&prepared.stderr));
    let build = scratch.build()?;
    assert!(build.passed, "{build}");
    let program = build.executable("init-user").ok_or_else(|| io::Error::other("no program was built"))?;
    assert_eq!(String::from_utf8_lossy(&Command::new(program).output()?.stdout), "{\"text\":\"new\"}\n");
    // The example has no mistake.
    let generated = run(&["generate", "--out", "copy"])?;
    assert_eq!(String::from_utf8_lossy(&generated.stderr), "1 model; 4 files written, 0 removed\n");
    // A mistake in the options fails the build, at its place, and the build starts again when it is corrected.
    let options = fs::read_to_string(scratch::folder("init").join("codegen.toml"))?;
    scratch.write("codegen.toml", &options.replace("dates", "dtaes"))?;
    let failed = scratch.build()?;
    let line = options.lines().position(|line| line.starts_with("dates")).map_or(0, |line| line + 1);
    let expected =
        format!("codegen.toml:{line}:1: [bad-configuration] no option is called `dtaes`; did you mean `dates`?");
    assert!(!failed.passed && failed.printed.contains(&expected), "{failed}");
    scratch.write("codegen.toml", &options)?;
    let repaired = scratch.build()?;
    assert!(repaired.passed && repaired.ran_build_script(), "{repaired}");
    Ok(())
}

/// Each shell gets a script, and each command a page.
#[test]
fn completions_and_pages_cover_all_commands() -> io::Result<()> {
    let run = |arguments: &[&str]| -> io::Result<String> {
        // So wide that each command is one line.
        let output = Command::new(TOOL).args(arguments).env("COLUMNS", "1000").output()?;
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let help = run(&["--help"])?;
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let commands: Vec<&str> =
        commands.filter_map(|line| line.split_whitespace().next()).filter(|it| *it != "help").collect();
    assert!(commands.len() > 5, "{help}");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = run(&["completions", shell])?;
        assert!(commands.iter().all(|command| script.contains(command)), "{shell}");
    }
    let folder = scratch::empty_folder("man")?;
    run(&["man", "--out", &folder.to_string_lossy()])?;
    for command in commands {
        let page = fs::read_to_string(folder.join(format!("codegen-{command}.1")))?;
        assert_eq!(page, run(&["man", command])?);
        // A command teaches with examples.
        assert!(page.contains("Examples:"), "{command} has no examples");
    }
    assert!(fs::read_to_string(folder.join("codegen.1"))?.starts_with(".ie"));
    Ok(())
}
