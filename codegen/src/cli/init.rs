//! `codegen init`: what a crate needs to generate models when it is built.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::output::Output;
use super::{End, Failure};
use crate::config::file::NAME;
use manifest::{Manifest, Source};

mod manifest;

/// Prepares a crate whose models are generated when it is built.
///
/// Adds `codegen.toml`, a folder `specs` with an example, a build script, the dependencies in `Cargo.toml`, and a module
/// `models` at the end of `src/lib.rs` or `src/main.rs`. What is there already stays as it is; if it would have to change,
/// the lines to add are printed.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The folder of the crate.
    #[arg(default_value = ".")]
    dir: PathBuf,

    /// Depends on the crate `codegen` in this folder; otherwise in the one from which this program was built.
    #[arg(long, value_name = "DIR", conflicts_with = "git")]
    path: Option<PathBuf>,

    /// Depends on the crate `codegen` in this repository.
    #[arg(long, value_name = "URL")]
    git: Option<String>,

    /// Adds no example to `specs`.
    #[arg(long)]
    no_example: bool,
}

const EXAMPLES: &str = "\
Examples:
  cargo new --lib shop-models
  codegen init shop-models
  cargo build --manifest-path shop-models/Cargo.toml

  codegen init --git https://git.example.com/codegen --no-example";

/// What is done about a file.
enum Step {
    /// It is written; it was not there, or all that was there is kept.
    Write { file: &'static str, text: String, is_new: bool },
    /// It is right already.
    Right { file: &'static str },
    /// It is there and lacks something that only a person can add.
    Add { file: &'static str, lines: String },
}

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    let folder = &arguments.dir;
    let manifest_text = read(&folder.join("Cargo.toml"))?.ok_or_else(|| {
        let shown = folder.display();
        Failure::Message(format!("`{shown}` has no Cargo.toml; `cargo init --lib {shown}` makes a crate there"))
    })?;
    let manifest = Manifest::parse(&manifest_text).map_err(Failure::Message)?;
    let source = arguments.source()?;
    let script = manifest.build_script();
    let mut steps = vec![
        options(folder)?,
        manifest_step(&manifest_text, &manifest.with_dependencies(&source)),
        build_script(folder, script)?,
        module(folder)?,
    ];
    if !arguments.no_example && !folder.join("specs").exists() {
        steps.push(Step::Write { file: "specs/Label.md", text: EXAMPLE.to_owned(), is_new: true });
    }
    if manifest.lacks_feature() {
        let lines = "the build dependency `codegen` needs the feature `file`".to_owned();
        steps.push(Step::Add { file: "Cargo.toml", lines });
    }
    for step in &steps {
        step.apply(folder)?;
    }
    print(&steps, output)?;
    Ok(End::Clean)
}

impl Arguments {
    /// Where the crate `codegen` is from.
    fn source(&self) -> Result<Source, Failure> {
        if let Some(url) = &self.git {
            return Ok(Source::Git(url.clone()));
        }
        let own = Path::new(env!("CARGO_MANIFEST_DIR"));
        let path = self.path.as_deref().unwrap_or(own);
        if !path.join("Cargo.toml").is_file() {
            let hint = "give the folder of the crate `codegen` with `--path`, or its repository with `--git`";
            return Err(Failure::Message(format!("there is no crate in `{}`; {hint}", path.display())));
        }
        Ok(Source::Path(crate::config::relative(path, &self.dir)))
    }
}

const OPTIONS: &str = "\
# The options of the models, for build.rs and the program `codegen`. `codegen options` lists all of them.
# Relative paths start at the folder of this file.

# The documents: Markdown files, or folders of them.
specs = [\"specs\"]

# The types of dates and times: those of the crate \"jiff\", \"chrono\" or \"time\", or \"text\".
dates = \"jiff\"
";

const BUILD: &str = "\
//! Generates the models from the documents in `specs`; see `codegen.toml`.

fn main() {
    codegen::Config::from_file(\"codegen.toml\").build();
}
";

const MODULE: &str = "\
/// The models that are generated from the documents in `specs`.
pub mod models {
    include!(concat!(env!(\"OUT_DIR\"), \"/models.rs\"));
}
";

const EXAMPLE: &str = "\
# Label

An example of a document. Replace it by those of your API, such as the folder `docs` of an SDK.

## Properties

| Name | Type | Description | Notes |
| ---- | ---- | ----------- | ----- |
| id | int64 | The number of the label. |  |
| text | string | What it says. | [optional] |
| created | datetime | When it was made. | [optional] |
| parent | Label | The label above it. | [optional] |
";

/// The text of a file, if there is one.
fn read(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::Message(format!("cannot read `{}`: {error}", path.display()))),
    }
}

fn options(folder: &Path) -> Result<Step, Failure> {
    Ok(match read(&folder.join(NAME))? {
        None => Step::Write { file: NAME, text: OPTIONS.to_owned(), is_new: true },
        Some(_) => Step::Right { file: NAME },
    })
}

fn manifest_step(old: &str, new: &str) -> Step {
    let file = "Cargo.toml";
    if old == new { Step::Right { file } } else { Step::Write { file, text: new.to_owned(), is_new: false } }
}

/// The build script; `None` if the manifest has none, or another one than usual.
fn build_script(folder: &Path, script: Option<&str>) -> Result<Step, Failure> {
    let file = "build.rs";
    let lines = "in `main`: codegen::Config::from_file(\"codegen.toml\").build();".to_owned();
    Ok(match script {
        Some(script) if script != file => Step::Add { file: "Cargo.toml", lines: other_script(script) },
        _ => match read(&folder.join(file))? {
            None => Step::Write { file, text: BUILD.to_owned(), is_new: true },
            Some(text) if text.contains("Config::from_file") => Step::Right { file },
            Some(_) => Step::Add { file, lines },
        },
    })
}

fn other_script(script: &str) -> String {
    format!(
        "`build = {script}` is not changed; its `main` needs: codegen::Config::from_file(\"codegen.toml\").build();"
    )
}

/// The module with the models, at the end of the library or program.
fn module(folder: &Path) -> Result<Step, Failure> {
    for file in ["src/lib.rs", "src/main.rs"] {
        let Some(text) = read(&folder.join(file))? else { continue };
        let has_models = text.contains("\"/models.rs\"");
        let has_name = text.contains("mod models");
        return Ok(match (has_models, has_name) {
            (true, _) => Step::Right { file },
            (false, true) => Step::Add {
                file,
                lines: "in a module: include!(concat!(env!(\"OUT_DIR\"), \"/models.rs\"));".to_owned(),
            },
            (false, false) => {
                let text =
                    if text.trim().is_empty() { MODULE.to_owned() } else { format!("{}\n\n{MODULE}", text.trim_end()) };
                Step::Write { file, text, is_new: false }
            }
        });
    }
    Ok(Step::Write { file: "src/lib.rs", text: format!("//! Models of an API.\n\n{MODULE}"), is_new: true })
}

impl Step {
    fn apply(&self, folder: &Path) -> Result<(), Failure> {
        let Self::Write { file, text, .. } = self else { return Ok(()) };
        let path = folder.join(file);
        let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, text));
        written.map_err(|error| Failure::Message(format!("cannot write `{}`: {error}", path.display())))
    }
}

fn print(steps: &[Step], output: &mut Output) -> Result<(), Failure> {
    let mut to_add = Vec::new();
    for step in steps {
        match step {
            Step::Write { file, is_new: true, .. } => writeln!(output.out, "created   {file}")?,
            Step::Write { file, .. } => writeln!(output.out, "changed   {file}")?,
            Step::Right { file } => writeln!(output.out, "unchanged {file}")?,
            Step::Add { file, lines } => {
                to_add.push(format!("{file}: {lines}"));
            }
        }
    }
    if to_add.is_empty() {
        writeln!(
            output.out,
            "\n`cargo build` generates the models; `codegen check` says what is wrong with the documents."
        )?;
    } else {
        writeln!(output.out, "\nTo add by hand:")?;
        for line in to_add {
            writeln!(output.out, "  {line}")?;
        }
    }
    Ok(())
}
