//! Where a command prints.

use std::io::{self, BufWriter, Write};

/// Results go to standard output, and what is said about the run to standard error.
pub(super) struct Output {
    /// Results.
    pub out: Box<dyn Write>,
    /// Mistakes, progress and summaries.
    pub err: Box<dyn Write>,
}

impl Output {
    /// That of this process.
    pub(super) fn of_process() -> Self {
        Self { out: Box::new(BufWriter::new(io::stdout())), err: Box::new(io::stderr()) }
    }

    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()?;
        self.err.flush()
    }

    /// Says why the command failed. There is nobody to report to if that fails, too.
    pub(super) fn error(&mut self, message: &str) {
        let _ = writeln!(self.err, "error: {message}");
    }
}
