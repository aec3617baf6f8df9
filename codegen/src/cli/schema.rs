//! `codegen schema`: what the documents say, as JSON.

use clap::Args;

use super::documents::Documents;
use super::output::Output;
use super::{End, Failure};

/// Prints the schema of documents as JSON.
#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    documents: Documents,
}

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    let outcome = arguments.documents.config()?.compile();
    for diagnostic in &outcome.diagnostics {
        writeln!(output.err, "{diagnostic}")?;
    }
    writeln!(output.out, "{}", outcome.schema.to_json()?)?;
    Ok(if outcome.has_errors() { End::Wrong } else { End::Clean })
}
