//! The tool as a step of build systems.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs, io};

use codegen::Config;
use tests::guide;
use tests::scratch::{self, Scratch, repository};

const TOOL: &str = env!("CARGO_BIN_EXE_codegen-tool");

fn page(description: &str) -> String {
    format!(
        "# Tag\n\n## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n\
         | id | int64 | {description} |  |\n"
    )
}

/// The file that the guide shows for a build system.
fn shown(info: &str) -> io::Result<String> {
    let text = fs::read_to_string(repository().join("tests/guide/crates.md"))?;
    let block = guide::blocks(&text).into_iter().find(|block| block.info == info);
    block.map(|block| block.text).ok_or_else(|| io::Error::other(format!("the guide has no block `{info}`")))
}

/// A program that makes a file from others.
struct Maker {
    program: &'static str,
    info: &'static str,
    file: &'static str,
    /// What it prints if nothing is out of date.
    idle: &'static str,
}

const MAKERS: [Maker; 2] = [
    Maker { program: "make", info: "make Makefile", file: "Makefile", idle: "up to date" },
    Maker { program: "ninja", info: "ninja build.ninja", file: "build.ninja", idle: "no work to do" },
];

impl Maker {
    fn is_installed(&self) -> bool {
        Command::new(self.program).arg("--version").output().is_ok_and(|output| output.status.success())
    }

    /// Runs it with the tool on the path.
    fn run(&self, folder: &Path) -> io::Result<String> {
        let tools = scratch::folder("generate-tools");
        fs::create_dir_all(&tools)?;
        let tool = tools.join(if cfg!(windows) { "codegen.exe" } else { "codegen" });
        if !tool.exists() {
            let own = tools.join(format!("codegen-{}", self.program));
            fs::copy(TOOL, &own)?;
            fs::rename(&own, &tool)?;
        }
        let path = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(std::iter::once(tools).chain(env::split_paths(&path))).map_err(io::Error::other)?;
        let output = Command::new(self.program).current_dir(folder).env("PATH", path).output()?;
        let printed = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
        if output.status.success() { Ok(printed) } else { Err(io::Error::other(printed)) }
    }
}

/// The step runs if something changes that the output depends on, and only then.
fn assert_follows_changes(maker: &Maker) -> io::Result<()> {
    let name = format!("generate-{}", maker.program);
    let (scratch, folder) = (Scratch::new(&name)?, scratch::folder(&name));
    scratch.write(maker.file, &shown(maker.info)?)?;
    scratch.write("codegen.toml", "specs = 'my specs'\n")?;
    scratch.write("my specs/Tag.md", &page("Its number."))?;
    scratch.write("my specs/samples/Tag.json", "{\"id\": 1}")?;
    let text = || Ok(texts(&folder.join("gen"))?.into_iter().map(|(_, text)| text).collect::<String>());
    let changed = |what: &str| -> io::Result<String> {
        let printed = maker.run(&folder)?;
        assert!(!printed.contains(maker.idle), "{}: {what}: {printed}", maker.program);
        let printed = maker.run(&folder)?;
        assert!(printed.contains(maker.idle), "{}: {what}, again: {printed}", maker.program);
        text()
    };
    assert!(changed("first")?.contains("/// Its number."));
    scratch.write("my specs/Tag.md", &page("Its key."))?;
    assert!(changed("edited")?.contains("/// Its key."));
    scratch.touch("my specs/Tag.md")?;
    assert!(changed("touched")?.contains("/// Its key."));
    scratch.write("my specs/deep $1/Label.md", &page("A label.").replace("# Tag", "# Label"))?;
    assert!(changed("added")?.contains("pub struct Label {"));
    scratch.write("my specs/deep $1/Label.md", &page("Another label.").replace("# Tag", "# Label"))?;
    assert!(changed("edited below")?.contains("/// Another label."));
    scratch.remove("my specs/deep $1/Label.md")?;
    assert!(!changed("removed")?.contains("Label"));
    scratch.write("codegen.toml", "specs = 'my specs'\nstrict = '*'\n")?;
    assert!(changed("option")?.contains("pub id: i64,"));
    Ok(())
}

#[test]
fn make_and_ninja_run_it_when_something_changed() -> io::Result<()> {
    let installed: Vec<&Maker> = MAKERS.iter().filter(|maker| maker.is_installed()).collect();
    for maker in &installed {
        assert_follows_changes(maker)?;
    }
    if installed.len() < MAKERS.len() {
        println!("{} of {} programs are not installed", MAKERS.len() - installed.len(), MAKERS.len());
    }
    Ok(())
}

fn tool(folder: &Path, arguments: &[&str]) -> io::Result<Output> {
    Command::new(TOOL).args(arguments).current_dir(folder).output()
}

/// The texts below a folder.
fn texts(folder: &Path) -> io::Result<Vec<(String, String)>> {
    Ok(scratch::files(folder)?.into_iter().map(|(path, (_, text))| (path, text)).collect())
}

/// As sandboxes have it: the folder of the action has a link for each file, and is another one each time.
#[cfg(unix)]
#[test]
fn the_output_of_links_elsewhere_is_the_same() -> io::Result<()> {
    use std::os::unix::fs::symlink;

    let root = scratch::empty_folder("generate-links")?;
    let (real, sandbox) = (root.join("project"), root.join("sandbox/7/execroot"));
    fs::create_dir_all(real.join("specs/tags"))?;
    fs::create_dir_all(sandbox.join("specs/tags"))?;
    fs::write(real.join("specs/tags/Tag.md"), page("Its number."))?;
    fs::write(real.join("codegen.toml"), "specs = 'specs'\nmodule_per_folder = true\n")?;
    for file in ["codegen.toml", "specs/tags/Tag.md"] {
        symlink(real.join(file), sandbox.join(file))?;
    }
    let of_project = tool(&real, &["generate", "--out", "gen"])?;
    assert!(of_project.status.success());
    let refused = tool(&sandbox, &["generate", "--out", "gen"])?;
    assert!(!refused.status.success() && String::from_utf8_lossy(&refused.stderr).contains("follow_links"));
    let config = sandbox.join("codegen.toml").display().to_string();
    let arguments = ["generate", "--config", &config, "--set", "follow_links = true", "--out", "gen"];
    let of_links = tool(&sandbox, &arguments)?;
    assert!(of_links.status.success(), "{}", String::from_utf8_lossy(&of_links.stderr));
    assert_eq!(texts(&sandbox.join("gen"))?, texts(&real.join("gen"))?);
    // From elsewhere, with paths that lead there.
    let elsewhere = tool(
        &root,
        &["generate", "--config", "sandbox/7/execroot/codegen.toml", "--set", "follow_links = true", "--out", "gen"],
    )?;
    assert!(elsewhere.status.success());
    assert_eq!(texts(&root.join("gen"))?, texts(&real.join("gen"))?);
    Ok(())
}

/// The build script and the tool write the same for one file.
#[test]
fn the_tool_writes_what_a_build_script_writes() -> io::Result<()> {
    let folder = scratch::empty_folder("generate-same")?;
    fs::create_dir_all(folder.join("specs/shop"))?;
    fs::write(folder.join("specs/shop/Tag.md"), page("Its number."))?;
    let options = "specs = 'specs'\nstrict = '*'\nout_dir = 'out'\nkey_case = { 'specs/shop' = 'snake' }\n";
    fs::write(folder.join("codegen.toml"), options)?;
    let outcome = Config::from_file(folder.join("codegen.toml")).build();
    assert_eq!(outcome.diagnostics, []);
    let built = texts(&folder.join("out"))?;
    for (place, arguments) in
        [("", vec!["generate"]), ("specs/shop", vec!["generate"]), ("..", vec!["generate", "generate-same"])]
    {
        let output = tool(&folder.join(place), &[arguments, vec!["--check"]].concat())?;
        assert!(output.status.success(), "{place}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let output = tool(&folder.join("specs"), &["generate", "--out", "../tool"])?;
    assert!(output.status.success());
    assert_eq!(texts(&folder.join("tool"))?, built);
    Ok(())
}

/// The options that the guide shows are options.
#[test]
fn files_of_options_in_the_guide_are_valid() -> io::Result<()> {
    let folder = scratch::empty_folder("generate-guide")?;
    let mut count = 0;
    let pages: Vec<PathBuf> = fs::read_dir(repository().join("tests/guide"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    for page in pages {
        for block in guide::blocks(&fs::read_to_string(&page)?) {
            if block.info.starts_with("toml") && !block.text.contains("ignroe") && page.ends_with("configuration.md") {
                fs::write(folder.join("codegen.toml"), &block.text)?;
                let outcome = Config::from_file(folder.join("codegen.toml")).compile_texts::<String, String>([]);
                let mistakes = outcome.diagnostics.iter().filter(|it| it.code.name == "bad-configuration");
                assert_eq!(
                    mistakes.map(ToString::to_string).collect::<Vec<_>>(),
                    Vec::<String>::new(),
                    "{}",
                    page.display()
                );
                count += 1;
            }
        }
    }
    assert!(count > 2);
    Ok(())
}
