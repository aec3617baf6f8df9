//! Waits for a change of what was read.
//!
//! Files are looked at again and again instead of asking the system for events: a few thousand take some milliseconds, and it
//! works in containers and on network drives, too.

use std::path::PathBuf;
use std::thread;
use std::time::{Duration, SystemTime};

/// The time between two looks.
const INTERVAL: Duration = Duration::from_millis(300);

/// An editor writes a file in several steps.
const SETTLING: Duration = Duration::from_millis(50);

/// How far behind the clock the times of files can be: systems take them from a clock that ticks every few milliseconds.
const TICK: Duration = Duration::from_millis(20);

/// What shows that a file or folder is another one: a folder has another time when something in it is added or removed.
type State = Option<(SystemTime, u64)>;

/// Returns when one of the files and folders has changed, which were read after `started`. One that changed right before
/// that counts as changed, too: it may have been read before.
pub(super) fn wait(inputs: &[PathBuf], started: SystemTime) {
    let before = states(inputs);
    let may_be_later = |changed: SystemTime| changed + TICK > started;
    if !before.iter().flatten().any(|(changed, _)| may_be_later(*changed)) {
        while states(inputs) == before {
            thread::sleep(INTERVAL);
        }
    }
    thread::sleep(SETTLING);
}

fn states(inputs: &[PathBuf]) -> Vec<State> {
    let state = |path: &PathBuf| {
        let metadata = path.metadata().ok()?;
        Some((metadata.modified().ok()?, metadata.len()))
    };
    inputs.iter().map(state).collect()
}
