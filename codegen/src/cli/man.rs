//! `codegen man`: manual pages.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, CommandFactory};
use clap_mangen::Man;

use super::output::Output;
use super::{End, Failure};

/// Prints a manual page, or writes all of them to a folder.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The command; without one, the page about the program.
    command: Option<String>,

    /// Writes `codegen.1` and a page for each command to this folder.
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    out: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  codegen man generate | man -l -
  codegen man --out ~/.local/share/man/man1";

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    let mut program = super::Arguments::command().disable_help_subcommand(true);
    program.build();
    if let Some(folder) = &arguments.out {
        write(&program, folder)?;
        return Ok(End::Clean);
    }
    let page = match &arguments.command {
        None => &program,
        Some(name) => program.find_subcommand(name).ok_or_else(|| unknown(name, &program))?,
    };
    page_of(page).render(&mut output.out)?;
    Ok(End::Clean)
}

fn unknown(name: &str, program: &clap::Command) -> Failure {
    let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
    Failure::Message(format!("there is no command `{name}`; there are {}", names.join(", ")))
}

fn write(program: &clap::Command, folder: &Path) -> Result<(), Failure> {
    let failure =
        |path: &Path, error: std::io::Error| Failure::Message(format!("cannot write `{}`: {error}", path.display()));
    fs::create_dir_all(folder).map_err(|error| failure(folder, error))?;
    for page in std::iter::once(program).chain(program.get_subcommands()) {
        let path = folder.join(format!("{}.1", name(page)));
        let mut text = Vec::new();
        page_of(page).render(&mut text)?;
        fs::write(&path, text).map_err(|error| failure(&path, error))?;
    }
    Ok(())
}

/// The page of a command.
fn page_of(command: &clap::Command) -> Man {
    Man::new(command.clone()).title(name(command))
}

/// The name of the page of a command.
fn name(command: &clap::Command) -> &str {
    command.get_display_name().unwrap_or(command.get_name())
}
