//! Compiles the Rust that is generated from every archive of real documents, and prints the costs as a Markdown table.
//!
//! `cargo run --release -p lab --bin compile -- ../shared --doc`

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;
use std::{env, fmt, fs};

use clap::Parser;
use lab::corpus::{self, Corpora};
use lab::measure;
use tests::scratch;

/// Compiles the Rust that is generated from every archive of real documents, and denies warnings and missing
/// documentation. Documents with errors are left out and counted. Fails if the Rust of an archive does not compile, or
/// if there are more errors than known.
#[derive(Parser)]
struct Arguments {
    /// The folder that contains `corpora`.
    folder: PathBuf,

    /// Only archives whose name contains this text.
    #[arg(long, default_value = "")]
    only: String,

    /// Also builds the documentation, and denies warnings.
    #[arg(long)]
    doc: bool,

    /// Also runs clippy, and denies warnings.
    #[arg(long)]
    clippy: bool,

    /// Also runs the documentation tests. There should be none.
    #[arg(long)]
    doc_tests: bool,
}

/// The number of expected errors per archive, in pages of other tools that only look like tables of models.
const EXPECTED_ERRORS: &[(&str, usize)] = &[("kitchen", 3)];

/// A command of cargo, and its further arguments.
#[derive(Clone, Copy)]
struct Step {
    command: &'static str,
    arguments: &'static [&'static str],
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cargo {}", self.command)?;
        self.arguments.iter().try_for_each(|argument| write!(f, " {argument}"))
    }
}

impl Arguments {
    fn steps(&self) -> Vec<Step> {
        let mut steps = vec![Step { command: "check", arguments: &[] }];
        if self.doc {
            steps.push(Step { command: "doc", arguments: &["--no-deps"] });
        }
        if self.clippy {
            steps.push(Step { command: "clippy", arguments: &["--", "-D", "warnings"] });
        }
        if self.doc_tests {
            steps.push(Step { command: "test", arguments: &["--doc"] });
        }
        steps
    }
}

fn main() -> io::Result<ExitCode> {
    if let Some(log) = env::var_os(measure::RUSTC_LOG) {
        let code = measure::wrap(&log)?;
        return Ok(u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from));
    }
    let arguments = Arguments::parse();
    let corpora = Corpora::open(&arguments.folder)?;
    let steps = arguments.steps();
    let columns: Vec<String> = steps.iter().map(|step| format!("{step}: s, processor s, peak MB")).collect();
    println!("| archive | models | fields | warnings | errors | generated in s | {} |", columns.join(" | "));
    println!("|---|---|---|---|---|---|{}", "---|".repeat(steps.len()));
    let mut failures = Vec::new();
    for name in corpora.names()?.iter().filter(|name| name.contains(&arguments.only)) {
        print!("| {name} |");
        if let Err(error) = compile(&corpora, name, &steps) {
            print!(" **failed**");
            failures.push(format!("{name}: {error}"));
        }
        println!();
    }
    for failure in &failures {
        println!("\n{failure}");
    }
    println!("\n{}", if failures.is_empty() { "every archive compiles" } else { "an archive does not compile" });
    Ok(if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Compiles one archive and prints its cells of the table.
fn compile(corpora: &Corpora, name: &str, steps: &[Step]) -> io::Result<()> {
    let folder = scratch::folder(&format!("corpus-{name}"));
    // A crate without models compiles the dependencies first, so that they are not measured.
    let empty = scratch::folder("corpus-none");
    corpus::write_crate(Vec::new(), &empty)?;
    let start = Instant::now();
    let contents = corpus::write_crate_of(corpora.sdks(name)?, &folder)?;
    let seconds = start.elapsed().as_secs_f64();
    let errors = contents.errors.len();
    print!(" {} | {} | {} | {errors} | {seconds:.1} |", contents.models, contents.fields, contents.warnings);
    for step in steps {
        cargo(*step, &empty)?;
        print!(" {} |", cargo(*step, &folder)?);
        io::stdout().flush()?;
    }
    let expected = EXPECTED_ERRORS.iter().find(|(archive, _)| *archive == name).map_or(0, |(_, count)| *count);
    if errors > expected {
        return Err(io::Error::other(format!("{errors} errors in documents: {}", contents.errors.join("\n"))));
    }
    Ok(())
}

/// Runs a step and returns its cell of the table.
fn cargo(step: Step, folder: &Path) -> io::Result<String> {
    let log = folder.join("rustc.log");
    fs::write(&log, "")?;
    let mut command = scratch::cargo(step.command, folder)?;
    command.args(step.arguments).env("CARGO_INCREMENTAL", "0").env("RUSTDOCFLAGS", "-D warnings");
    command.env("RUSTC_WRAPPER", env::current_exe()?).env("RUSTDOC", env::current_exe()?).env(measure::RUSTC_LOG, &log);
    let start = Instant::now();
    let output = command.output()?;
    let seconds = start.elapsed().as_secs_f64();
    if !output.status.success() {
        let errors: String = String::from_utf8_lossy(&output.stderr).chars().take(4000).collect();
        return Err(io::Error::other(format!("{step}: {errors}")));
    }
    let usage = measure::logged_usage(&log)?;
    Ok(format!("{seconds:.1}, {:.1}, {:.0}", usage.seconds, usage.peak))
}
