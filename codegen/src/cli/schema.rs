//! `codegen schema`: what the documents say, as JSON.

use clap::Args;

use super::documents::Documents;
use super::json::visible;
use super::output::Output;
use super::{End, Failure};

pub(super) mod places;

/// The JSON Schema of what is printed.
const FORMAT: &str = include_str!("../../formats/schema-3.json");

/// Prints what documents say as JSON.
///
/// The JSON has the models of all documents after the corrections: the fields with their keys, types and limits, the
/// place that states each fact, and what was assumed. Its `version` rises when an older reader cannot read it;
/// `--json-schema` prints its JSON Schema.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  codegen schema specs > schema.json
  codegen schema specs --no-origins | diff before.json -
  codegen schema --json-schema > schema-3.json

The exit code is 1 if a document has an error; the schema is printed nevertheless, and what could not be read is in it.")]
pub(super) struct Arguments {
    #[command(flatten)]
    documents: Documents,

    /// Leaves out the places in documents, which change with every line that is added above them.
    #[arg(long)]
    no_origins: bool,

    /// Also prints to standard error what the documents of several SDKs of one API gave to each other.
    #[arg(long)]
    report: bool,

    /// Prints the JSON Schema of what this command prints, and reads no documents.
    #[arg(long, exclusive = true)]
    json_schema: bool,
}

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    if arguments.json_schema {
        output.out.write_all(FORMAT.as_bytes())?;
        return Ok(End::Clean);
    }
    let outcome = arguments.documents.config()?.compile();
    for diagnostic in &outcome.diagnostics {
        writeln!(output.err, "{diagnostic}")?;
    }
    for report in outcome.merged().filter(|_| arguments.report) {
        writeln!(output.err, "{report}")?;
    }
    let json = outcome.schema.to_json()?;
    let json = if arguments.no_origins { places::without(&json)? } else { json };
    writeln!(output.out, "{}", visible(json))?;
    Ok(if outcome.has_errors() { End::Wrong } else { End::Clean })
}
