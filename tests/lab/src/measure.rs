//! Builds of scratch projects, measured: the wall time of cargo, the time and memory of rustc, the size of
//! what it writes.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime};
use std::{env, thread};

use serde_json::Value;

use tests::scratch;

/// Where [`wrap`] writes what each rustc took that it runs. The program that measures is also the
/// wrapper; this variable tells it which of the two it is.
pub const RUSTC: &str = "COMPARE_RUSTC";

/// How a project is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `cargo check`.
    Check,
    /// `cargo build`.
    Dev,
    /// `cargo build --release`.
    Release,
}

/// What a build took and left.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// The wall time of cargo.
    pub seconds: f64,
    /// What the processors spent in rustc and in what it started, in seconds; zero where the system does not
    /// tell. Other programs on the machine hardly change it.
    pub processor: f64,
    /// The most memory that a rustc had, in megabytes; zero where the system does not tell.
    pub peak: f64,
    /// The size of the library `models` that was written, in megabytes.
    pub library: f64,
}

/// A scratch project. Its own crates are compiled anew when they are touched, its dependencies are not.
///
/// All projects of a folder share what cargo compiled. It tells crates apart by their place in their own
/// workspace, so what it has of one project may pass for that of another until a file is touched.
#[derive(Debug)]
pub struct Project {
    folder: PathBuf,
    target: PathBuf,
}

impl Project {
    /// Writes a project to a folder of this name and compiles its dependencies in all kinds. For that, its
    /// Rust files are empty at first, apart from programs.
    ///
    /// # Errors
    ///
    /// The disk refuses, or cargo fails.
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
        for kind in [Kind::Check, Kind::Dev, Kind::Release] {
            project.build(kind, "*")?;
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
    /// The disk refuses.
    pub fn write(&self, path: &str, text: &str) -> io::Result<()> {
        let path = self.folder.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)
    }

    /// Makes cargo compile the crate of a file again.
    ///
    /// # Errors
    ///
    /// The disk refuses.
    pub fn touch(&self, path: &str) -> io::Result<()> {
        File::options().append(true).open(self.folder.join(path))?.set_modified(SystemTime::now())
    }

    /// Compiles what is not fresh of a package and of those that it depends on; `*` is all packages.
    ///
    /// # Errors
    ///
    /// Cargo cannot be started, or what it compiles is wrong.
    pub fn build(&self, kind: Kind, package: &str) -> io::Result<Sample> {
        let log = self.folder.join("rustc.log");
        fs::write(&log, "")?;
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.arg(if kind == Kind::Check { "check" } else { "build" });
        command.args((kind == Kind::Release).then_some("--release"));
        command.args(["--package", package, "--message-format=json", "--target-dir"]).arg(&self.target);
        command.current_dir(&self.folder).stderr(Stdio::piped());
        // What an edit costs without incremental compilation is the same every time, so it can be compared.
        command.env("CARGO_INCREMENTAL", "0").env("RUSTC_WRAPPER", env::current_exe()?).env(RUSTC, &log);
        let start = Instant::now();
        let output = command.output()?;
        let seconds = start.elapsed().as_secs_f64();
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(io::Error::other(format!("{}: {said}", self.folder.display())));
        }
        let (processor, peak) = taken(&log)?;
        let library = library(&output.stdout).map_or(Ok(0.0), |it| megabytes(&it))?;
        Ok(Sample { seconds, processor, peak, library })
    }

    /// The program that a build left.
    pub fn program(&self, kind: Kind) -> PathBuf {
        let folder = if kind == Kind::Release { "release" } else { "debug" };
        self.target.join(folder).join(format!("program{}", env::consts::EXE_SUFFIX))
    }

    /// The size of the program in megabytes, without what a debugger needs.
    ///
    /// # Errors
    ///
    /// The disk refuses, or there is no `strip`.
    pub fn stripped(&self, kind: Kind) -> io::Result<f64> {
        let copy = self.folder.join("stripped");
        fs::copy(self.program(kind), &copy)?;
        let status = Command::new("strip").arg(&copy).status()?;
        if status.success() { megabytes(&copy) } else { Err(io::Error::other("strip failed")) }
    }
}

fn megabytes(path: &Path) -> io::Result<f64> {
    // Nothing that is measured here has so many bytes that a float could not count them.
    #[expect(clippy::cast_precision_loss, reason = "a size in megabytes, to be printed")]
    fs::metadata(path).map(|it| it.len() as f64 / 1e6)
}

/// The file of the library `models`, from the messages of cargo.
fn library(messages: &[u8]) -> Option<PathBuf> {
    let messages = messages.split(|it| *it == b'\n').filter_map(|it| serde_json::from_slice::<Value>(it).ok());
    let models = messages.filter(|it| it["reason"] == "compiler-artifact" && it["target"]["name"] == "models");
    let files: Vec<Value> = models.filter_map(|it| it["filenames"].as_array().cloned()).flatten().collect();
    let mut files = files.iter().filter_map(Value::as_str).map(PathBuf::from);
    files.find(|it| it.extension().is_some_and(|it| it == "rlib"))
}

/// What all of them took together that [`wrap`] ran, in seconds of the processors, and the most memory that one
/// had, in megabytes.
///
/// # Errors
///
/// The file cannot be read.
pub fn taken(log: &Path) -> io::Result<(f64, f64)> {
    let (mut ticks, mut kilobytes) = (0, 0);
    for line in fs::read_to_string(log)?.lines() {
        let numbers: Vec<u32> = line.split(' ').filter_map(|it| it.parse().ok()).collect();
        if let [of_one, peak] = numbers[..] {
            ticks += of_one;
            kilobytes = kilobytes.max(peak);
        }
    }
    Ok((f64::from(ticks) / TICKS, f64::from(kilobytes) / 1e3))
}

/// The processor time of this process until now, in seconds, and the most memory that it had, in megabytes;
/// zero where the system does not tell.
pub fn taken_here() -> (f64, f64) {
    let own = std::process::id();
    let (ticks, kilobytes) = (processor_ticks(own).unwrap_or_default(), high_water_mark(own).unwrap_or_default());
    (f64::from(ticks) / TICKS, f64::from(kilobytes) / 1e3)
}

/// Runs rustc for cargo, which gives its path and arguments, or rustdoc, of which it gives the arguments
/// only. Adds a line to the file of [`RUSTC`]: the time that it took, in ticks, and the most memory that it had,
/// in kilobytes. Gives back the exit code.
///
/// # Errors
///
/// rustc cannot be started, or the disk refuses.
pub fn wrap(log: &OsString) -> io::Result<i32> {
    let mut arguments = env::args_os().skip(1).peekable();
    let is_path = |it: &OsString| !it.to_string_lossy().starts_with(['-', '@']);
    let program = arguments.next_if(is_path).unwrap_or_else(|| "rustdoc".into());
    let mut child = Command::new(program).args(arguments).spawn()?;
    let (mut ticks, mut peak) = (0, 0);
    let status = loop {
        // Neither ever falls, so at worst the last moment is missed.
        ticks = processor_ticks(child.id()).unwrap_or(ticks);
        peak = high_water_mark(child.id()).unwrap_or(peak);
        match child.try_wait()? {
            Some(status) => break status,
            None => thread::sleep(Duration::from_millis(5)),
        }
    };
    // One call, so that lines of several compilers do not mix.
    OpenOptions::new().append(true).open(log)?.write_all(format!("{ticks} {peak}\n").as_bytes())?;
    Ok(status.code().unwrap_or(1))
}

/// The most memory that a process had until now, where Linux tells it.
fn high_water_mark(process: u32) -> Option<u32> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|it| it.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok())
}

/// How many ticks Linux has in a second, wherever it runs rustc.
const TICKS: f64 = 100.0;

/// What the processors spent on a process and on those that it waited for, where Linux tells it.
fn processor_ticks(process: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name of the program may have spaces; it ends at the last bracket, before the third number.
    let numbers: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    numbers.get(11..15)?.iter().map(|it| it.parse::<u32>().ok()).sum()
}
