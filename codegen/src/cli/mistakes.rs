//! What commands that show models say about mistakes in documents.

use super::output::Output;
use super::problems::Problems;
use super::{End, Failure};
use crate::diag::{Level, counted};

/// At most this many are shown.
const SHOWN: usize = 5;

/// Why a command that shows models has nothing to show.
pub(super) fn no_model() -> Failure {
    Failure::Message("no document describes a model".to_owned())
}

/// Reports that documents have errors, which `check` explains better.
pub(super) fn report(problems: &Problems<'_>, output: &mut Output) -> Result<End, Failure> {
    let errors = problems.count(Level::Error);
    // Errors are before all others.
    for diagnostic in problems.all.iter().take(errors.min(SHOWN)) {
        output.say(diagnostic)?;
    }
    if errors > SHOWN {
        let count = counted(errors - SHOWN, "more error");
        output.say(format_args!("{count} not shown here: `codegen check` shows all"))?;
    }
    Ok(if errors > 0 { End::Wrong } else { End::Clean })
}
