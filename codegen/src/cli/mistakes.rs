//! What commands that show models say about mistakes in documents.

use super::check::summary::counted;
use super::output::Output;
use super::problems::Problems;
use super::{End, Failure};
use crate::diag::Level;

/// At most this many are shown.
const SHOWN: usize = 5;

/// Reports that documents have errors, which `check` explains better.
pub(super) fn report(problems: &Problems<'_>, output: &mut Output) -> Result<End, Failure> {
    let errors = problems.count(Level::Error);
    // Errors are before all others.
    for diagnostic in problems.all.iter().take(errors.min(SHOWN)) {
        output.say(diagnostic)?;
    }
    if errors > SHOWN {
        let count = counted(errors - SHOWN, "more error");
        output.say(format_args!("{count} not shown here: `codegen check` shows them"))?;
    }
    Ok(if errors > 0 { End::Wrong } else { End::Clean })
}
