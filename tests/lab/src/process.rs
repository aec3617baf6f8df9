//! Runs programs with limits, and measures what they and their own programs take, on Linux.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// When a program is stopped.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Wall time, in seconds.
    pub seconds: f64,
    /// Memory, in megabytes.
    pub megabytes: f64,
}

/// What a program took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Taken {
    /// Wall time, in seconds.
    pub wall: f64,
    /// Processor time, in seconds.
    pub processor: f64,
    /// Peak memory, in megabytes.
    pub peak: f64,
}

/// How often the memory is looked at. Between two looks, a program could only grow and end.
const INTERVAL: Duration = Duration::from_millis(4);

/// Runs a program to its end. What it prints is written to a file.
///
/// # Errors
///
/// Returns an error that says why if it cannot be started, if it fails, or if it exceeds a limit.
pub fn run(command: &mut Command, log: &Path, limits: Limits) -> io::Result<Taken> {
    let output = File::create(log)?;
    command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
    let (start, before) = (Instant::now(), waited_for());
    let mut child = in_group(command).spawn()?;
    let mut peak: f64 = 0.0;
    let status = loop {
        peak = peak.max(memory(child.id()));
        let is_slow = start.elapsed().as_secs_f64() > limits.seconds;
        if is_slow || peak > limits.megabytes {
            stop(&mut child)?;
            let limit = if is_slow { format!("{} s", limits.seconds) } else { format!("{} MB", limits.megabytes) };
            return Err(io::Error::other(format!("stopped at {limit}")));
        }
        match child.try_wait()? {
            Some(status) => break status,
            None => thread::sleep(INTERVAL),
        }
    };
    let taken = Taken { wall: start.elapsed().as_secs_f64(), processor: waited_for() - before, peak };
    if status.success() { Ok(taken) } else { Err(io::Error::other(mistake(log)?)) }
}

/// The program and those that it starts get a group of their own, by which they are found.
#[cfg(unix)]
fn in_group(command: &mut Command) -> &mut Command {
    use std::os::unix::process::CommandExt;

    command.process_group(0)
}

#[cfg(not(unix))]
fn in_group(command: &mut Command) -> &mut Command {
    command
}

/// Stops a program and those that it started.
fn stop(child: &mut Child) -> io::Result<()> {
    Command::new("kill").args(["-9", "--", &format!("-{}", child.id())]).status()?;
    child.wait().map(drop)
}

/// The line of a log that says what went wrong.
fn mistake(log: &Path) -> io::Result<String> {
    let text = String::from_utf8_lossy(&fs::read(log)?).into_owned();
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let words = ["panicked", "error", "Error", "Exception", "invalid"];
    let first = lines.clone().find(|line| words.iter().any(|word| line.contains(word)));
    Ok(first.or_else(|| lines.next_back()).unwrap_or("failed without a message").chars().take(120).collect())
}

/// The memory of all programs of a group, each at its peak, in megabytes.
fn memory(group: u32) -> f64 {
    let mut kilobytes = 0.0;
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        if is_in(group, &entry.path()) == Some(true) {
            kilobytes += peak(&entry.path()).unwrap_or_default();
        }
    }
    kilobytes / 1e3
}

fn is_in(group: u32, process: &Path) -> Option<bool> {
    process.file_name()?.to_str()?.parse::<u32>().ok()?;
    Some(fields(process)?.get(2)?.parse() == Ok(group))
}

fn peak(process: &Path) -> Option<f64> {
    let status = fs::read_to_string(process.join("status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok())
}

/// The processor time of all programs that this one has waited for, in seconds.
fn waited_for() -> f64 {
    let fields = fields(Path::new("/proc/self")).unwrap_or_default();
    let ticks: f64 = fields.iter().skip(13).take(2).filter_map(|field| field.parse::<f64>().ok()).sum();
    ticks / 100.0
}

/// What the system knows of a process, from its state on. The name of the program, before it, can contain spaces.
fn fields(process: &Path) -> Option<Vec<String>> {
    let stat = fs::read_to_string(process.join("stat")).ok()?;
    Some(stat.rsplit_once(')')?.1.split_whitespace().map(str::to_owned).collect())
}
