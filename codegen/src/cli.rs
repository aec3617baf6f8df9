//! The tool that people run: `cargo codegen …` in this workspace, `codegen …` where it is installed.
//!
//! Each command is a module with its arguments and a function `run`. Adding one adds a module and a variant of
//! `Command`.
//!
//! # Exit codes
//!
//! | Code | Meaning |
//! |---|---|
//! | 0 | It was done, and nothing is wrong. |
//! | 1 | It was done, and something is wrong: an error in a document, a file out of date, a breaking change. |
//! | 2 | It could not be done: wrong arguments, a file that cannot be read or written. |

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use output::{Color, Output};

mod browse;
mod check;
mod completions;
mod corrections;
mod diff;
mod documents;
mod explain;
mod export;
mod generate;
mod graph;
mod init;
mod json;
mod learn;
mod loss;
mod man;
mod mistakes;
mod new_dialect;
mod options;
mod output;
mod problems;
mod progress;
mod references;
mod schema;
mod shell;
mod stages;
mod yaml;

/// Typed Rust models from the Markdown property tables of API documentation.
#[derive(Debug, Parser)]
#[command(name = "codegen", bin_name = "codegen", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,

    /// When to use colours.
    #[arg(
        long,
        global = true,
        display_order = 1000,
        value_enum,
        default_value_t,
        value_name = "WHEN",
        hide_possible_values = true
    )]
    color: Color,
}

#[derive(Debug, Subcommand)]
enum Command {
    Browse(browse::Arguments),
    Check(check::Arguments),
    Diff(diff::Arguments),
    Explain(explain::Arguments),
    Export(export::Arguments),
    Generate(generate::Arguments),
    Graph(graph::Arguments),
    Init(init::Arguments),
    Learn(learn::Arguments),
    Loss(loss::Arguments),
    NewDialect(new_dialect::Arguments),
    Options(options::Arguments),
    Schema(schema::Arguments),
    Stages(stages::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// Nothing is wrong.
    Clean,
    /// Something is wrong with what was looked at.
    Wrong,
}

/// Why a command could not be carried out.
#[derive(Debug)]
enum Failure {
    /// What is written to was closed, which is how a pipe to `head` ends.
    Closed,
    /// A message for people.
    Message(String),
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe { Self::Closed } else { Self::Message(error.to_string()) }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        match error.io_error_kind() {
            Some(kind) => Self::from(std::io::Error::from(kind)),
            None => Self::Message(error.to_string()),
        }
    }
}

/// Runs the command that the arguments of this process name.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut output = Output::of_process(arguments.color);
    let end = run(arguments.command, &mut output).and_then(|end| output.flush().map(|()| end).map_err(Failure::from));
    match end {
        Ok(End::Clean) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Ok(End::Wrong) => ExitCode::from(1),
        Err(Failure::Message(message)) => {
            output.error(&message);
            ExitCode::from(2)
        }
    }
}

fn run(command: Command, output: &mut Output) -> Result<End, Failure> {
    match command {
        Command::Browse(arguments) => browse::run(&arguments, output),
        Command::Check(arguments) => check::run(&arguments, output),
        Command::Diff(arguments) => diff::run(&arguments, output),
        Command::Explain(arguments) => explain::run(&arguments, output),
        Command::Generate(arguments) => generate::run(&arguments, output),
        Command::Graph(arguments) => graph::run(&arguments, output),
        Command::Init(arguments) => init::run(&arguments, output),
        Command::Learn(arguments) => learn::run(&arguments, output),
        Command::Loss(arguments) => loss::run(&arguments, output),
        Command::NewDialect(arguments) => new_dialect::run(&arguments, output),
        Command::Options(arguments) => options::run(&arguments, output),
        Command::Schema(arguments) => schema::run(&arguments, output),
        Command::Stages(arguments) => stages::run(&arguments, output),
        Command::Export(arguments) => export::run(&arguments, output),
        Command::Completions(arguments) => completions::run(&arguments, output),
        Command::Man(arguments) => man::run(&arguments, output),
    }
}
