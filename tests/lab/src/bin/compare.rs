//! Compares what it costs to compile our models and the same models in openapi-generator's style. The styles take
//! turns, and the result is a Markdown table.
//!
//! `cargo run -p lab --bin compare -- --sizes 500,2000 --downstream`

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::{env, fs};

use clap::Parser;
use codegen::schema::{Model, ModelName};
use codegen::{Config, Undocumented};
use lab::corpus::Corpora;
use lab::cut::{self, Cut, Wanted};
use lab::measure::{self, Build, Project};
use lab::peer;
use serde_json::Value;
use tests::{payload, scratch};

/// Compares what it costs to compile our models and the same models in openapi-generator's style.
#[derive(Parser)]
struct Arguments {
    /// The numbers of models to select from the archive `genesys-python`.
    #[arg(long, value_delimiter = ',')]
    sizes: Vec<usize>,

    /// How often each style is measured.
    #[arg(long, default_value_t = 3)]
    runs: usize,

    /// Also compares a program that uses `Conversation` and all models that it refers to.
    #[arg(long)]
    downstream: bool,

    /// The folder that contains `corpora` and `truth`; by default the one beside the project.
    #[arg(long)]
    shared: Option<PathBuf>,

    /// The folder to write to and build in; by default a temporary one.
    #[arg(long)]
    dir: Option<PathBuf>,
}

fn main() -> io::Result<ExitCode> {
    if let Some(log) = env::var_os(measure::RUSTC_LOG) {
        let code = measure::wrap(&log)?;
        return Ok(u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from));
    }
    let arguments = Arguments::parse();
    let dir = arguments.dir.unwrap_or_else(|| env::temp_dir().join("compare"));
    let corpora = arguments.shared.as_deref().map_or_else(Corpora::beside_project, Corpora::at);
    // Both styles get the known values from the source of the Python SDK, because its documents do not list them.
    let truth = corpora.as_ref().map(|corpora| corpora.truth("genesys-python")).transpose()?;
    for size in arguments.sizes {
        let corpora = corpora.as_ref().ok_or_else(|| io::Error::other("there are no corpora beside the project"))?;
        let cut = Cut::new(corpora.documents("genesys-python")?, &Wanted::First(size), truth.as_ref())?;
        println!("\n## {}\n", about(&cut));
        alone(&cut, &dir, arguments.runs)?.print();
    }
    if arguments.downstream {
        let specs = cut::documents(&scratch::repository().join("specs"))?;
        let cut = Cut::new(specs, &Wanted::Closure(ModelName("Conversation".to_owned())), truth.as_ref())?;
        println!("\n## A program, {}\n", about(&cut));
        downstream(&cut, &dir, arguments.runs)?.print();
    }
    Ok(ExitCode::SUCCESS)
}

fn about(cut: &Cut) -> String {
    let values = cut.schema.models.values().flat_map(Model::fields).filter(|field| field.values.is_some()).count();
    let (models, fields) = (cut.schema.models.len(), cut.schema.field_count());
    format!("{models} models, {fields} fields, {values} of them with known values")
}

/// Measures the crate of models alone.
fn alone(cut: &Cut, dir: &Path, runs: usize) -> io::Result<Table> {
    let size = cut.schema.models.len();
    let styles = [
        Project::new(dir, &format!("{size}-peer"), &peer::files(&cut.schema))?,
        Project::new(dir, &format!("{size}-ours"), &ours(cut, dir)?)?,
    ];
    let mut table = Table::default();
    for (build, name) in [(Build::Check, "check"), (Build::Dev, "dev build"), (Build::Release, "release build")] {
        for _ in 0..runs {
            let samples = pair(&styles, |project| {
                project.touch("src/lib.rs")?;
                project.build(build, "models")
            })?;
            table.add(&format!("{name}, s"), samples.map(|sample| sample.seconds));
            table.add(&format!("{name}, processor s"), samples.map(|sample| sample.usage.seconds));
            table.add(&format!("{name}, peak MB"), samples.map(|sample| sample.usage.peak));
            if build != Build::Check {
                table.add(&format!("{name}, rlib MB"), samples.map(|sample| sample.library));
            }
        }
    }
    Ok(table)
}

/// Measures a program of ten lines and the models that it uses.
fn downstream(cut: &Cut, dir: &Path, runs: usize) -> io::Result<Table> {
    let styles = [
        Project::new(dir, "program-peer", &program("models::models::Conversation", peer::files(&cut.schema)))?,
        Project::new(dir, "program-ours", &program("models::Conversation", ours(cut, dir)?))?,
    ];
    let mut table = Table::default();
    let mut measure = |what: &str, build: Build, package: &str, touched: &str| -> io::Result<()> {
        for _ in 0..runs {
            let samples = pair(&styles, |project| {
                project.touch(touched)?;
                project.build(build, package)
            })?;
            table.add(&format!("{what}, s"), samples.map(|sample| sample.seconds));
            table.add(&format!("{what}, processor s"), samples.map(|sample| sample.usage.seconds));
        }
        Ok(())
    };
    measure("models, dev build", Build::Dev, "models", "models/src/lib.rs")?;
    measure("program, dev build after an edit", Build::Dev, "program", "src/main.rs")?;
    measure("models and program, release build", Build::Release, "program", "models/src/lib.rs")?;
    measure("program, release build after an edit", Build::Release, "program", "src/main.rs")?;
    for (build, what) in [(Build::Dev, "dev binary, stripped, MB"), (Build::Release, "release binary, stripped, MB")] {
        // Both programs have the same path, so each is linked again before it is measured.
        let sizes = pair(&styles, |project| {
            project.touch("src/main.rs")?;
            project.build(build, "program")?;
            check_round_trip(&project.program(build))?;
            project.stripped(build)
        })?;
        table.add(what, sizes);
    }
    Ok(table)
}

/// The files of a program that uses these files of a crate of models: path and text.
fn program(path: &str, models: Vec<(String, String)>) -> Vec<(String, String)> {
    let mut files = vec![
        ("Cargo.toml".to_owned(), PROGRAM_MANIFEST.to_owned()),
        ("src/main.rs".to_owned(), PROGRAM.replace("models::Conversation", path)),
    ];
    for (file, text) in models {
        files.push((format!("models/{file}"), text));
    }
    files
}

/// Measures the peer's style, then ours.
fn pair<T>(styles: &[Project; 2], mut measure: impl FnMut(&Project) -> io::Result<T>) -> io::Result<[T; 2]> {
    Ok([measure(&styles[0])?, measure(&styles[1])?])
}

/// Generates our crate of models as a build script does.
fn ours(cut: &Cut, dir: &Path) -> io::Result<Vec<(String, String)>> {
    let (specs, source) = (dir.join("specs"), dir.join("source"));
    for folder in [&specs, &source] {
        fs::create_dir_all(folder)?;
        fs::remove_dir_all(folder)?;
        fs::create_dir_all(folder)?;
    }
    cut.write(&specs)?;
    let (outcome, _) = Config::new().specs(&specs).undocumented(Undocumented::Allow).generate(&source)?;
    if outcome.has_errors() {
        return Err(io::Error::other(format!("{:?}", outcome.diagnostics)));
    }
    let mut files = Vec::new();
    for (path, (_, text)) in scratch::files(&source)? {
        files.push((format!("src/{path}"), text));
    }
    files.push(("src/lib.rs".to_owned(), "include!(\"models.rs\");\n".to_owned()));
    files.push(("Cargo.toml".to_owned(), MANIFEST.to_owned()));
    Ok(files)
}

/// Checks that a program writes the conversation that it reads.
fn check_round_trip(program: &Path) -> io::Result<()> {
    let conversation = payload::conversation(100);
    let mut child = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(conversation.to_string().as_bytes())?;
    }
    let written: Value = serde_json::from_slice(&child.wait_with_output()?.stdout)?;
    if written == conversation { Ok(()) } else { Err(io::Error::other("the program changes the conversation")) }
}

const MANIFEST: &str = r#"[package]
name = "models"
version = "0.1.0"
edition = "2024"

[dependencies]
jiff = { version = "0.2", default-features = false, features = ["std"] }
serde = "1"
serde_json = "1"
"#;

const PROGRAM_MANIFEST: &str = r#"[package]
name = "program"
version = "0.1.0"
edition = "2024"

[dependencies]
models = { path = "models" }
serde_json = "1"

[workspace]
members = ["models"]
resolver = "3"
"#;

const PROGRAM: &str = r"use std::error::Error;
use std::io;

use models::Conversation;

fn main() -> Result<(), Box<dyn Error>> {
    let conversation: Conversation = serde_json::from_reader(io::stdin())?;
    serde_json::to_writer(io::stdout(), &conversation)?;
    Ok(())
}
";

/// Pairs of measurements of both styles, by figure.
#[derive(Default)]
struct Table {
    /// The figures in the order of their first measurement.
    order: Vec<String>,
    pairs: BTreeMap<String, Vec<[f64; 2]>>,
}

impl Table {
    fn add(&mut self, what: &str, pair: [f64; 2]) {
        // A run takes long, so it prints its progress.
        eprintln!("{what}: {:.2}, {:.2}", pair[0], pair[1]);
        if !self.pairs.contains_key(what) {
            self.order.push(what.to_owned());
        }
        self.pairs.entry(what.to_owned()).or_default().push(pair);
    }

    /// Prints the medians. The ratio is the median of the ratios of all pairs, because the machine can be slow for a
    /// while.
    fn print(&self) {
        println!("| | peer | ours | ratio |\n|---|---|---|---|");
        for what in &self.order {
            let pairs = &self.pairs[what];
            let peer = median(pairs.iter().map(|[peer, _]| *peer).collect());
            let ours = median(pairs.iter().map(|[_, ours]| *ours).collect());
            let ratio = median(pairs.iter().map(|[peer, ours]| ours / peer).collect());
            println!("| {what} | {peer:.2} | {ours:.2} | {:.0} % |", ratio * 100.0);
        }
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = |idx: usize| values.get(idx).copied().unwrap_or_default();
    f64::midpoint(at(values.len() / 2), at(values.len().saturating_sub(1) / 2))
}
