//! The corrections that are certain.

use std::collections::BTreeSet;

use crate::build::learn::report::Row;
use crate::cli::Failure;
use crate::cli::corrections::propose;
use crate::cli::output::Output;
use crate::cli::problems::Problems;
use crate::diag::{Diagnostic, Fix, counted, one_line};

/// Shows the corrections, and adds them to the files of corrections unless they are only shown. Returns whether any was
/// added.
pub(super) fn fix(problems: &Problems<'_>, is_only_shown: bool, output: &mut Output) -> Result<bool, Failure> {
    let mut rows = 0;
    for part in &problems.parts {
        for proposal in propose(part, &certain(&part.outcome.diagnostics)) {
            write!(output.err, "{}", proposal.diff())?;
            if !is_only_shown {
                proposal.write()?;
            }
            rows += proposal.rows;
        }
    }
    let corrections = counted(rows, "correction");
    match (rows, is_only_shown) {
        (0, _) => output.say("No correction is certain.\n")?,
        (_, true) => output.say(format_args!("{corrections} to add; without `--dry-run`, they are added.\n"))?,
        (_, false) => output.say(format_args!("{corrections} added.\n"))?,
    }
    Ok(rows > 0 && !is_only_shown)
}

/// The rows that fix mistakes, one for each thing that is corrected.
fn certain(diagnostics: &[Diagnostic]) -> Vec<Row> {
    let mut known = BTreeSet::new();
    let mut rows = Vec::new();
    for diagnostic in diagnostics {
        let Some(fix) = &diagnostic.fix else { continue };
        if known.insert((&fix.model, &fix.field, fix.correction)) {
            rows.push(row(fix, &diagnostic.message));
        }
    }
    rows
}

fn row(fix: &Fix, message: &str) -> Row {
    let Fix { model, field, correction, value } = fix.clone();
    let mut reason = one_line(message).replace('|', "\\|");
    // A letter of a word, and not the mark of code.
    if let Some(first) = reason.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    Row { model, field, correction, value: Some(value), reason }
}
