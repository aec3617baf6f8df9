//! `codegen completions`: what a shell completes.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::output::Output;
use super::{End, Failure};

/// Prints what a shell needs to complete the arguments of this program.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The shell.
    shell: Shell,
}

const EXAMPLES: &str = "\
Examples:
  codegen completions bash > ~/.local/share/bash-completion/completions/codegen
  codegen completions zsh > ~/.zfunc/_codegen
  codegen completions fish > ~/.config/fish/completions/codegen.fish
  codegen completions powershell >> $PROFILE

For zsh, `~/.zshrc` needs the line `fpath+=~/.zfunc` before `compinit`.";

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    // The generators panic if they cannot write, which is what a closed pipe is.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut super::Arguments::command(), "codegen", &mut script);
    output.out.write_all(&script)?;
    Ok(End::Clean)
}
