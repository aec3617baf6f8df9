//! Measures builds of scratch projects: the wall time of cargo, the processor time and memory of rustc, and the size of
//! its output.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime};
use std::{env, thread};

use serde_json::Value;

use tests::scratch;

/// The variable with the path of the file to which [`wrap`] appends what each rustc took. A program that measures is
/// also its own wrapper of rustc; it runs as the wrapper if this variable is set.
pub const RUSTC_LOG: &str = "COMPARE_RUSTC";

/// How a project is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Build {
    /// `cargo check`.
    Check,
    /// `cargo build`.
    Dev,
    /// `cargo build --release`.
    Release,
}

/// What a build took, and the size of its output.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// The wall time of cargo.
    pub seconds: f64,
    /// The processor time and memory of rustc. Other programs on the machine hardly affect the time.
    pub usage: Usage,
    /// The size of the library `models`, in megabytes.
    pub library: f64,
}

/// The processor time and memory of processes; zero where the system does not provide them.
#[derive(Clone, Copy, Debug)]
pub struct Usage {
    /// The processor time, in seconds.
    pub seconds: f64,
    /// The peak memory, in megabytes.
    pub peak: f64,
}

/// A scratch project. Its own crates are compiled again after they are touched; its dependencies are not.
///
/// All projects in a folder share a target folder. Cargo identifies crates by their path in their own workspace, so it
/// can take the output of one project for that of another until a file is touched.
#[derive(Debug)]
pub struct Project {
    folder: PathBuf,
    target: PathBuf,
}

impl Project {
    /// Writes a project to a folder of this name and compiles its dependencies for all kinds of builds. Its Rust
    /// files are empty while the dependencies are compiled, apart from programs.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be written, or if cargo fails.
    pub fn new(dir: &Path, name: &str, files: &[(String, String)]) -> io::Result<Self> {
        let project = Self { folder: dir.join(name), target: dir.join("target") };
        match fs::remove_dir_all(&project.folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => fs::create_dir_all(&project.folder)?,
        }
        fs::copy(scratch::repository().join("Cargo.lock"), project.folder.join("Cargo.lock"))?;
        for (path, text) in files {
            let text = match path.rsplit(['/', '.']).collect::<Vec<_>>()[..] {
                ["rs", "main", ..] => "fn main() {}",
                ["rs", ..] => "",
                _ => text,
            };
            project.write(path, text)?;
        }
        for build in [Build::Check, Build::Dev, Build::Release] {
            project.build(build, "*")?;
        }
        for (path, text) in files {
            project.write(path, text)?;
        }
        Ok(project)
    }

    /// Writes a file.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be written.
    pub fn write(&self, path: &str, text: &str) -> io::Result<()> {
        let path = self.folder.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)
    }

    /// Makes cargo compile the crate of a file again.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be changed.
    pub fn touch(&self, path: &str) -> io::Result<()> {
        File::options().append(true).open(self.folder.join(path))?.set_modified(SystemTime::now())
    }

    /// Builds a package and its dependencies as far as they are not up to date; `*` builds all packages.
    ///
    /// # Errors
    ///
    /// Returns an error if cargo cannot be started, or if the build fails.
    pub fn build(&self, build: Build, package: &str) -> io::Result<Sample> {
        let log = self.folder.join("rustc.log");
        fs::write(&log, "")?;
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.arg(if build == Build::Check { "check" } else { "build" });
        command.args((build == Build::Release).then_some("--release"));
        command.args(["--package", package, "--message-format=json", "--target-dir"]).arg(&self.target);
        command.current_dir(&self.folder).stderr(Stdio::piped());
        // Without incremental compilation, an edit costs the same every time, so the costs can be compared.
        command.env("CARGO_INCREMENTAL", "0").env("RUSTC_WRAPPER", env::current_exe()?).env(RUSTC_LOG, &log);
        let start = Instant::now();
        let output = command.output()?;
        let seconds = start.elapsed().as_secs_f64();
        if !output.status.success() {
            let errors = String::from_utf8_lossy(&output.stderr);
            return Err(io::Error::other(format!("{}: {errors}", self.folder.display())));
        }
        let usage = logged_usage(&log)?;
        let library = library(&output.stdout).map_or(Ok(0.0), |path| megabytes(&path))?;
        Ok(Sample { seconds, usage, library })
    }

    /// The path of the program that was built.
    pub fn program(&self, build: Build) -> PathBuf {
        let folder = if build == Build::Release { "release" } else { "debug" };
        self.target.join(folder).join(format!("program{}", env::consts::EXE_SUFFIX))
    }

    /// The size of the program in megabytes, without debug information.
    ///
    /// # Errors
    ///
    /// Returns an error if the program cannot be copied, or if `strip` fails.
    pub fn stripped(&self, build: Build) -> io::Result<f64> {
        let copy = self.folder.join("stripped");
        fs::copy(self.program(build), &copy)?;
        let status = Command::new("strip").arg(&copy).status()?;
        if status.success() { megabytes(&copy) } else { Err(io::Error::other("strip failed")) }
    }
}

fn megabytes(path: &Path) -> io::Result<f64> {
    #[expect(clippy::cast_precision_loss, reason = "sizes of files are far below 2^52")]
    fs::metadata(path).map(|metadata| metadata.len() as f64 / 1e6)
}

/// Finds the file of the library `models` in the messages of cargo.
fn library(messages: &[u8]) -> Option<PathBuf> {
    for line in messages.split(|byte| *byte == b'\n') {
        let Ok(message) = serde_json::from_slice::<Value>(line) else { continue };
        if message["reason"] != "compiler-artifact" || message["target"]["name"] != "models" {
            continue;
        }
        let files = message["filenames"].as_array().into_iter().flatten().filter_map(Value::as_str);
        if let Some(file) = files.map(Path::new).find(|file| file.extension().is_some_and(|it| it == "rlib")) {
            return Some(file.to_owned());
        }
    }
    None
}

/// Reads what [`wrap`] logged: the total processor time of all compilers, and the peak memory of a single one.
///
/// # Errors
///
/// Returns an error if the file cannot be read.
pub fn logged_usage(log: &Path) -> io::Result<Usage> {
    let (mut ticks, mut kilobytes) = (0, 0);
    for line in fs::read_to_string(log)?.lines() {
        let numbers: Vec<u32> = line.split(' ').filter_map(|number| number.parse().ok()).collect();
        if let [spent, peak] = numbers[..] {
            ticks += spent;
            kilobytes = kilobytes.max(peak);
        }
    }
    Ok(usage(ticks, kilobytes))
}

/// The processor time and peak memory of this process until now.
pub fn own_usage() -> Usage {
    let own = std::process::id();
    usage(processor_ticks(own).unwrap_or_default(), peak_memory(own).unwrap_or_default())
}

fn usage(ticks: u32, kilobytes: u32) -> Usage {
    Usage { seconds: f64::from(ticks) / TICKS, peak: f64::from(kilobytes) / 1e3 }
}

/// Runs rustc or rustdoc for cargo, which passes the path of rustc before its arguments, but only the arguments of
/// rustdoc. Appends a line to the file in [`RUSTC_LOG`] with the processor time in ticks and the peak memory in
/// kilobytes. Returns the exit code.
///
/// # Errors
///
/// Returns an error if the compiler cannot be started, or if the file cannot be written.
pub fn wrap(log: &OsString) -> io::Result<i32> {
    let mut arguments = env::args_os().skip(1).peekable();
    let path = arguments.next_if(|argument| !argument.to_string_lossy().starts_with(['-', '@']));
    let program = path.unwrap_or_else(|| "rustdoc".into());
    let mut child = Command::new(program).args(arguments).spawn()?;
    let (mut ticks, mut peak) = (0, 0);
    let status = loop {
        // Neither figure ever decreases, so only the last interval can be missed.
        ticks = processor_ticks(child.id()).unwrap_or(ticks);
        peak = peak_memory(child.id()).unwrap_or(peak);
        match child.try_wait()? {
            Some(status) => break status,
            None => thread::sleep(Duration::from_millis(5)),
        }
    };
    // A single call, so that the lines of several compilers do not interleave.
    OpenOptions::new().append(true).open(log)?.write_all(format!("{ticks} {peak}\n").as_bytes())?;
    Ok(status.code().unwrap_or(1))
}

/// The peak memory of a process in kilobytes, on Linux.
fn peak_memory(process: u32) -> Option<u32> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok())
}

/// Ticks per second, on all Linux platforms that run rustc.
const TICKS: f64 = 100.0;

/// The processor time of a process and of the child processes that it waited for, in ticks, on Linux.
fn processor_ticks(process: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name of the program can contain spaces. It ends at the last bracket, before the third field.
    let numbers: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    numbers.get(11..15)?.iter().map(|number| number.parse::<u32>().ok()).sum()
}
