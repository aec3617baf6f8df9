//! `codegen options`: what `codegen.toml` can have.

use clap::Args;

use super::output::{Output, hanging};
use super::{End, Failure};
use crate::config::Config;

/// Lists the options of `codegen.toml`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// Prints the JSON Schema of the file, with which editors complete and check it.
    #[arg(long)]
    schema: bool,
}

const EXAMPLES: &str = "\
Examples:
  codegen options
  codegen options --schema > codegen.schema.json

With the line `#:schema ./codegen.schema.json` at the top of codegen.toml, editors that know TOML (such as Even Better \
TOML, which is taplo) complete the options.";

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    if arguments.schema {
        write!(output.out, "{}", Config::schema_of_file())?;
        return Ok(End::Clean);
    }
    let options: Vec<_> = Config::options_of_file().collect();
    let width = options.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    for (name, about) in options {
        let head = format!("{name:width$}  ");
        writeln!(output.out, "{}", hanging(&head, about, output.out_view.width))?;
    }
    Ok(End::Clean)
}
