//! One line per mistake, as compilers print them: editors and `grep` read it.

use std::io::{self, Write};

use super::{Problems, place};

pub(in crate::cli) fn write(problems: &Problems<'_>, out: &mut dyn Write) -> io::Result<()> {
    for diagnostic in &problems.all {
        let place = place(&diagnostic.origin);
        writeln!(out, "{place}: {}[{}]: {}", diagnostic.level.word(), diagnostic.code.name, diagnostic.text())?;
    }
    Ok(())
}
