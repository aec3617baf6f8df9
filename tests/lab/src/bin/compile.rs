//! Compiles the Rust that every archive of real documents becomes, with warnings denied, and prints what that
//! took as a Markdown table.
//!
//! `cargo run --release -p lab --bin compile -- ../shared --doc`

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;
use std::{env, fs};

use clap::Parser;
use lab::corpus::{self, Corpora};
use lab::measure;
use tests::scratch;

/// Compiles the Rust that every archive of real documents becomes, with warnings and missing documentation
/// denied. Documents with errors are left out and counted. Fails if the Rust of an archive does not compile, or if
/// there are other errors than those that are known.
#[derive(Parser)]
struct Arguments {
    /// The folder with `corpora`.
    folder: PathBuf,

    /// Only archives with this text in their name.
    #[arg(long, default_value = "")]
    only: String,

    /// Makes the documentation too, with warnings denied.
    #[arg(long)]
    doc: bool,

    /// Runs clippy too, with warnings denied.
    #[arg(long)]
    clippy: bool,

    /// Runs the tests in the documentation too; none should have become one.
    #[arg(long)]
    doc_tests: bool,
}

/// How many errors the documents of an archive have by right: pages of other tools that look like tables and are
/// none.
const ERRORS: &[(&str, usize)] = &[("kitchen", 3)];

/// What cargo does with a crate.
const CHECK: &[&str] = &["check"];
const DOC: &[&str] = &["doc", "--no-deps"];
const CLIPPY: &[&str] = &["clippy", "--", "-D", "warnings"];
const DOC_TESTS: &[&str] = &["test", "--doc"];

fn main() -> io::Result<ExitCode> {
    if let Some(log) = env::var_os(measure::RUSTC) {
        let code = measure::wrap(&log)?;
        return Ok(u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from));
    }
    let arguments = Arguments::parse();
    let corpora = Corpora::open(&arguments.folder)?;
    let chosen = [(CHECK, true), (DOC, arguments.doc), (CLIPPY, arguments.clippy), (DOC_TESTS, arguments.doc_tests)];
    let steps: Vec<&[&str]> = chosen.into_iter().filter(|it| it.1).map(|it| it.0).collect();
    let heads: Vec<String> =
        steps.iter().map(|it| format!("cargo {}: s, processor s, peak MB", it.join(" "))).collect();
    println!("| archive | models | fields | warnings | errors | generated in s | {} |", heads.join(" | "));
    println!("|---|---|---|---|---|---|{}", "---|".repeat(steps.len()));
    let mut failures = Vec::new();
    for name in corpora.names()?.iter().filter(|it| it.contains(&arguments.only)) {
        print!("| {name} |");
        if let Err(error) = compile(&corpora, name, &steps) {
            print!(" **failed**");
            failures.push(format!("{name}: {error}"));
        }
        println!();
    }
    for it in &failures {
        println!("\n{it}");
    }
    println!("\n{}", if failures.is_empty() { "every archive compiles" } else { "an archive does not compile" });
    Ok(if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Compiles one archive and prints its cells of the table.
fn compile(corpora: &Corpora, name: &str, steps: &[&[&str]]) -> io::Result<()> {
    let folder = scratch::folder(&format!("corpus-{name}"));
    // The dependencies of all are the same; they are not what is measured.
    let warm = scratch::folder("corpus-none");
    corpus::write_crate(Vec::new(), &warm)?;
    let start = Instant::now();
    let contents = corpus::write_crate_of(corpora.sdks(name)?, &folder)?;
    let seconds = start.elapsed().as_secs_f64();
    let errors = contents.errors.len();
    print!(" {} | {} | {} | {errors} | {seconds:.1} |", contents.models, contents.fields, contents.warnings);
    for step in steps {
        cargo(step, &warm)?;
        print!(" {} |", cargo(step, &folder)?);
        io::stdout().flush()?;
    }
    let known = ERRORS.iter().find(|it| it.0 == name).map_or(0, |it| it.1);
    if errors > known {
        return Err(io::Error::other(format!("{errors} errors in documents: {}", contents.errors.join("\n"))));
    }
    Ok(())
}

fn cargo(step: &[&str], folder: &Path) -> io::Result<String> {
    let log = folder.join("rustc.log");
    fs::write(&log, "")?;
    let [subcommand, rest @ ..] = step else { return Err(io::Error::other("a step without a subcommand")) };
    let mut command = scratch::cargo(subcommand, folder)?;
    command.args(rest).env("CARGO_INCREMENTAL", "0").env("RUSTDOCFLAGS", "-D warnings");
    command.env("RUSTC_WRAPPER", env::current_exe()?).env("RUSTDOC", env::current_exe()?).env(measure::RUSTC, &log);
    let start = Instant::now();
    let output = command.output()?;
    let seconds = start.elapsed().as_secs_f64();
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let end = said.char_indices().nth(4000).map_or(said.len(), |it| it.0);
        return Err(io::Error::other(format!("cargo {}: {}", step.join(" "), &said[..end])));
    }
    let (processor, peak) = measure::taken(&log)?;
    Ok(format!("{seconds:.1}, {processor:.1}, {peak:.0}"))
}
