//! A line that shows that something takes its time.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// What is done sooner needs no line.
const PATIENCE: Duration = Duration::from_millis(500);

/// The time between two changes of the line.
const INTERVAL: Duration = Duration::from_millis(100);

/// Work that goes on until this is dropped.
pub(super) struct Progress {
    /// Dropping it ends the thread.
    done: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Shows a line on standard error if the work takes long and a person looks at it.
    pub(super) fn of(what: &'static str) -> Self {
        if !io::stderr().is_terminal() {
            return Self { done: None, thread: None };
        }
        let (sender, receiver) = mpsc::channel();
        let thread = thread::spawn(move || {
            // Nobody is hurt if there is no line.
            let _ = show(what, &receiver, PATIENCE, &mut io::stderr());
        });
        Self { done: Some(sender), thread: Some(thread) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.done.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Shows the line until the work is done, and removes it.
fn show(what: &str, done: &Receiver<()>, patience: Duration, err: &mut dyn Write) -> io::Result<()> {
    let started = Instant::now();
    let mut wait = patience;
    while done.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
        write!(err, "\r{what} … {:.1} s", started.elapsed().as_secs_f32())?;
        err.flush()?;
        wait = INTERVAL;
    }
    if wait == INTERVAL {
        write!(err, "\r\x1b[2K")?;
    }
    err.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_work_has_a_line_and_it_is_removed() -> io::Result<()> {
        let (sender, receiver) = mpsc::channel();
        drop(sender);
        let mut shown = Vec::new();
        show("Reading", &receiver, PATIENCE, &mut shown)?;
        assert_eq!(shown, b"");

        let (sender, receiver) = mpsc::channel::<()>();
        let work = thread::spawn(move || {
            thread::sleep(Duration::from_millis(50));
            drop(sender);
        });
        show("Reading", &receiver, Duration::ZERO, &mut shown)?;
        work.join().map_err(|_| io::Error::other("the thread panicked"))?;
        let text = String::from_utf8_lossy(&shown).into_owned();
        assert!(text.starts_with("\rReading … 0.") && text.ends_with(" s\r\x1b[2K"), "{text:?}");
        Ok(())
    }
}
