//! What our models cost a compiler, against the same models in openapi-generator's style: paired runs, the
//! one style after the other, as a Markdown table.
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
use lab::measure::{self, Kind, Project};
use lab::peer;
use serde_json::Value;
use tests::{payload, scratch};

/// What our models cost a compiler, against the same models in openapi-generator's style.
#[derive(Parser)]
struct Arguments {
    /// Numbers of models of the corpus `genesys-python`.
    #[arg(long, value_delimiter = ',')]
    sizes: Vec<usize>,

    /// How often each style is measured.
    #[arg(long, default_value_t = 3)]
    runs: usize,

    /// Compares what a program feels that uses the closure of `Conversation`.
    #[arg(long)]
    downstream: bool,

    /// The folder with `corpora` and `truth`; by default the one beside the project.
    #[arg(long)]
    shared: Option<PathBuf>,

    /// Where to write and build.
    #[arg(long)]
    dir: Option<PathBuf>,
}

fn main() -> io::Result<ExitCode> {
    if let Some(log) = env::var_os(measure::RUSTC) {
        let code = measure::wrap(&log)?;
        return Ok(u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from));
    }
    let arguments = Arguments::parse();
    let dir = arguments.dir.unwrap_or_else(|| env::temp_dir().join("compare"));
    let corpora = arguments.shared.as_deref().map_or_else(Corpora::beside_project, Corpora::at);
    // The documents of the Python SDK list no values; its source does, and both styles get them.
    let truth = corpora.as_ref().map(|it| it.truth("genesys-python")).transpose()?;
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
    let values = cut.schema.models.values().flat_map(Model::fields).filter(|it| it.values.is_some()).count();
    let (models, fields) = (cut.schema.models.len(), cut.schema.field_count());
    format!("{models} models, {fields} fields, {values} of them with known values")
}

/// The crate of models alone.
fn alone(cut: &Cut, dir: &Path, runs: usize) -> io::Result<Table> {
    let size = cut.schema.models.len();
    let styles = [
        Project::new(dir, &format!("{size}-peer"), &peer::files(&cut.schema))?,
        Project::new(dir, &format!("{size}-ours"), &ours(cut, dir)?)?,
    ];
    let mut table = Table::default();
    for (kind, name) in [(Kind::Check, "check"), (Kind::Dev, "dev build"), (Kind::Release, "release build")] {
        for _ in 0..runs {
            let samples = pair(&styles, |project| {
                project.touch("src/lib.rs")?;
                project.build(kind, "models")
            })?;
            table.add(&format!("{name}, s"), samples.map(|it| it.seconds));
            table.add(&format!("{name}, processor s"), samples.map(|it| it.processor));
            table.add(&format!("{name}, peak MB"), samples.map(|it| it.peak));
            if kind != Kind::Check {
                table.add(&format!("{name}, rlib MB"), samples.map(|it| it.library));
            }
        }
    }
    Ok(table)
}

/// A program of ten lines and the models that it reaches.
fn downstream(cut: &Cut, dir: &Path, runs: usize) -> io::Result<Table> {
    let program = |path: &str, files: Vec<(String, String)>| -> Vec<(String, String)> {
        let main = PROGRAM.replace("models::Conversation", path);
        let models = files.into_iter().map(|(file, text)| (format!("models/{file}"), text));
        let own = [("Cargo.toml", PROGRAM_MANIFEST.to_owned()), ("src/main.rs", main)];
        models.chain(own.map(|(file, text)| (file.to_owned(), text))).collect()
    };
    let styles = [
        Project::new(dir, "program-peer", &program("models::models::Conversation", peer::files(&cut.schema)))?,
        Project::new(dir, "program-ours", &program("models::Conversation", ours(cut, dir)?))?,
    ];
    let mut table = Table::default();
    let mut measure = |what: &str, kind: Kind, package: &str, touched: &str| -> io::Result<()> {
        for _ in 0..runs {
            let samples = pair(&styles, |project| {
                project.touch(touched)?;
                project.build(kind, package)
            })?;
            table.add(&format!("{what}, s"), samples.map(|it| it.seconds));
            table.add(&format!("{what}, processor s"), samples.map(|it| it.processor));
        }
        Ok(())
    };
    measure("models, dev build", Kind::Dev, "models", "models/src/lib.rs")?;
    measure("program, dev build after an edit", Kind::Dev, "program", "src/main.rs")?;
    measure("models and program, release build", Kind::Release, "program", "models/src/lib.rs")?;
    measure("program, release build after an edit", Kind::Release, "program", "src/main.rs")?;
    for (kind, what) in [(Kind::Dev, "dev binary, stripped, MB"), (Kind::Release, "release binary, stripped, MB")] {
        // Both programs have one name in one folder, so the one that counts is linked again.
        let sizes = pair(&styles, |project| {
            project.touch("src/main.rs")?;
            project.build(kind, "program")?;
            writes_what_it_reads(&project.program(kind))?;
            project.stripped(kind)
        })?;
        table.add(what, sizes);
    }
    Ok(table)
}

/// Style A, then ours.
fn pair<T>(styles: &[Project; 2], mut measure: impl FnMut(&Project) -> io::Result<T>) -> io::Result<[T; 2]> {
    Ok([measure(&styles[0])?, measure(&styles[1])?])
}

/// Our crate of the models of these documents, made the way a build script makes it.
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
    let written = scratch::files(&source)?;
    let mut files: Vec<_> = written.into_iter().map(|(path, (_, text))| (format!("src/{path}"), text)).collect();
    files.push(("src/lib.rs".to_owned(), "include!(\"models.rs\");\n".to_owned()));
    files.push(("Cargo.toml".to_owned(), MANIFEST.to_owned()));
    Ok(files)
}

fn writes_what_it_reads(program: &Path) -> io::Result<()> {
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

/// Measurements of both styles by what was measured, in the order of the first of each.
#[derive(Default)]
struct Table {
    order: Vec<String>,
    pairs: BTreeMap<String, Vec<[f64; 2]>>,
}

impl Table {
    fn add(&mut self, what: &str, pair: [f64; 2]) {
        // A long run shows that it lives, and what it has found if it is stopped.
        eprintln!("{what}: {:.2}, {:.2}", pair[0], pair[1]);
        if !self.pairs.contains_key(what) {
            self.order.push(what.to_owned());
        }
        self.pairs.entry(what.to_owned()).or_default().push(pair);
    }

    /// Medians; the share is the median of the shares of the pairs, because the machine may be slow for a
    /// while.
    fn print(&self) {
        println!("| | A | ours | share |\n|---|---|---|---|");
        for what in &self.order {
            let median_of = |value: &dyn Fn(&[f64; 2]) -> f64| median(self.pairs[what].iter().map(value).collect());
            let (a, ours, share) = (median_of(&|it| it[0]), median_of(&|it| it[1]), median_of(&|it| it[1] / it[0]));
            println!("| {what} | {a:.2} | {ours:.2} | {:.0} % |", share * 100.0);
        }
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = |idx: usize| values.get(idx).copied().unwrap_or_default();
    f64::midpoint(at(values.len() / 2), at(values.len().saturating_sub(1) / 2))
}
