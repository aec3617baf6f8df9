//! Scratch workspaces and real runs of cargo.
//!
//! All of them have the target folder, the lock file and, for dependencies, the profile of the run of cargo that runs
//! the tests. So what that one has compiled is not compiled again, and `cargo clean` removes everything.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};
use std::{env, fmt, fs, io, thread};

use serde_json::Value;

/// The folder of this project.
pub fn repository() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_owned()
}

/// The target folder that this program was compiled into: it is at `<target>/<profile>/` or in `deps/` below that.
fn target() -> PathBuf {
    let program = env::current_exe().unwrap_or_default();
    let mut folders = program.ancestors().skip(1).skip_while(|folder| folder.ends_with("deps"));
    folders.nth(1).map_or_else(|| repository().join("target"), Path::to_owned)
}

/// A folder of this name for files that may be removed at any time.
pub fn folder(name: &str) -> PathBuf {
    target().join("scratch").join(name)
}

/// A folder of this name with nothing in it. Tests run at the same time, so each needs a name of its own.
///
/// # Errors
///
/// The disk refuses.
pub fn empty_folder(name: &str) -> io::Result<PathBuf> {
    let folder = folder(name);
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => fs::create_dir_all(&folder)?,
    }
    Ok(folder)
}

/// A call of cargo for the workspace or package in this folder, as a user would make it. It gets this
/// project's lock file, so that the versions are those of this project.
///
/// # Errors
///
/// The lock file cannot be copied.
pub fn cargo(subcommand: &str, folder: &Path) -> io::Result<Command> {
    fs::copy(repository().join("Cargo.lock"), folder.join("Cargo.lock"))?;
    let mut command = cargo_for(subcommand, folder);
    // No debug information: it would take long, and on some systems it contains the time of the build.
    command.env("CARGO_PROFILE_DEV_DEBUG", "false").env("CARGO_INCREMENTAL", "0");
    Ok(command)
}

/// A call of cargo for this project itself.
pub fn cargo_in_project(subcommand: &str) -> Command {
    cargo_for(subcommand, &repository())
}

fn cargo_for(subcommand: &str, folder: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.arg(subcommand).arg("--manifest-path").arg(folder.join("Cargo.toml"));
    command.arg("--target-dir").arg(target());
    command.current_dir(folder);
    for (name, _) in env::vars_os() {
        if is_set_by_outer_cargo(&name.to_string_lossy()) {
            command.env_remove(name);
        }
    }
    command
}

/// Whether a variable describes the package that is being tested, or could change where and what an inner cargo
/// prints.
fn is_set_by_outer_cargo(name: &str) -> bool {
    let prefixes = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CFG_", "CARGO_FEATURE_", "CARGO_BUILD_"];
    let names = ["CARGO_CRATE_NAME", "CARGO_PRIMARY_PACKAGE", "CARGO_TARGET_DIR", "CARGO_TARGET_TMPDIR", "OUT_DIR"];
    let output = ["CARGO_TERM_QUIET", "CARGO_TERM_VERBOSE", "CARGO_TERM_COLOR"];
    prefixes.iter().any(|prefix| name.starts_with(prefix)) || names.contains(&name) || output.contains(&name)
}

/// A workspace that a test may change between builds.
#[derive(Debug)]
pub struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// An empty workspace in the [`empty_folder`] of this name.
    ///
    /// # Errors
    ///
    /// The disk refuses.
    pub fn new(name: &str) -> io::Result<Self> {
        Ok(Self { folder: empty_folder(name)? })
    }

    /// Writes a file and the folders above it.
    ///
    /// # Errors
    ///
    /// The disk refuses.
    pub fn write(&self, path: &str, text: &str) -> io::Result<()> {
        self.wait_for_the_clock()?;
        let path = self.folder.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)
    }

    /// Gives a file a new time and leaves its bytes.
    ///
    /// # Errors
    ///
    /// The disk refuses.
    pub fn touch(&self, path: &str) -> io::Result<()> {
        // Written rather than set, so that the time comes from the same clock as that of the next build.
        self.write(path, &fs::read_to_string(self.folder.join(path))?)
    }

    /// Renames a file; its time and its bytes stay.
    ///
    /// # Errors
    ///
    /// The disk refuses.
    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        self.wait_for_the_clock()?;
        fs::rename(self.folder.join(from), self.folder.join(to))
    }

    /// Removes a file.
    ///
    /// # Errors
    ///
    /// The disk refuses.
    pub fn remove(&self, path: &str) -> io::Result<()> {
        self.wait_for_the_clock()?;
        fs::remove_file(self.folder.join(path))
    }

    /// Removes a folder and all that is in it.
    ///
    /// # Errors
    ///
    /// The disk refuses.
    pub fn remove_folder(&self, path: &str) -> io::Result<()> {
        self.wait_for_the_clock()?;
        fs::remove_dir_all(self.folder.join(path))
    }

    /// Runs `cargo build`.
    ///
    /// # Errors
    ///
    /// Cargo cannot be started, or does not print JSON. A build that fails is not an error.
    pub fn build(&self) -> io::Result<Build> {
        self.run("build", &["--verbose"])
    }

    /// Runs a command of cargo.
    ///
    /// # Errors
    ///
    /// Those of [`Scratch::build`].
    pub fn run(&self, command: &str, arguments: &[&str]) -> io::Result<Build> {
        let output = cargo(command, &self.folder)?.arg("--message-format=json").args(arguments).output()?;
        Build::read(&output)
    }

    /// Waits until the clock of the file system has moved. To cargo, a file has changed if it is newer than the last
    /// build; with a coarse clock, a file that is written right after the build is not newer.
    fn wait_for_the_clock(&self) -> io::Result<()> {
        let probe = self.folder.join("clock");
        let now = || fs::write(&probe, "tick").and_then(|()| fs::metadata(&probe)?.modified());
        let start = now()?;
        while now()? <= start {
            thread::sleep(Duration::from_millis(1));
        }
        Ok(())
    }
}

/// What cargo did and printed in one build.
#[derive(Debug)]
pub struct Build {
    /// Whether it passed.
    pub passed: bool,
    /// What cargo prints for people, without the messages of rustc.
    pub printed: String,
    messages: Vec<Value>,
}

impl Build {
    fn read(output: &Output) -> io::Result<Self> {
        // Programs and tests that cargo runs print other lines.
        let lines = output.stdout.split(|byte| *byte == b'\n').filter(|line| line.starts_with(b"{"));
        let messages = lines.map(serde_json::from_slice).collect::<Result<_, _>>()?;
        let printed = String::from_utf8_lossy(&output.stderr).into_owned();
        Ok(Self { passed: output.status.success(), printed, messages })
    }

    /// The targets that were compiled in this build; others were there already.
    pub fn compiled(&self) -> Vec<&str> {
        let new = self.artifacts().filter(|artifact| artifact["fresh"] == false);
        new.filter_map(|artifact| artifact["target"]["name"].as_str()).collect()
    }

    /// The programs that were started: compilers and build scripts.
    pub fn started(&self) -> Vec<&str> {
        self.printed.lines().filter_map(|line| line.trim_start().strip_prefix("Running ")).collect()
    }

    /// Whether a build script was run.
    pub fn ran_build_script(&self) -> bool {
        self.started().iter().any(|program| program.contains("build-script-build"))
    }

    /// The errors of rustc in a target, as text.
    pub fn errors(&self, target: &str) -> String {
        let messages = self.compiler_messages().filter(|message| message["target"]["name"] == target);
        let errors = messages.filter(|message| message["message"]["level"] == "error");
        errors.filter_map(|error| error["message"]["rendered"].as_str()).collect()
    }

    /// The program of this name. None after an error.
    pub fn executable(&self, target: &str) -> Option<PathBuf> {
        let executable =
            self.artifacts().find(|artifact| artifact["target"]["name"] == target)?["executable"].as_str()?;
        Some(executable.into())
    }

    /// The output folder of the build script of a library. None after an error.
    pub fn out_dir(&self, library: &str) -> Option<PathBuf> {
        let id = &self.artifacts().find(|artifact| artifact["target"]["name"] == library)?["package_id"];
        let script = self.of_reason("build-script-executed").find(|script| script["package_id"] == *id)?;
        Some(script["out_dir"].as_str()?.into())
    }

    fn artifacts(&self) -> impl Iterator<Item = &Value> {
        self.of_reason("compiler-artifact")
    }

    fn compiler_messages(&self) -> impl Iterator<Item = &Value> {
        self.of_reason("compiler-message")
    }

    fn of_reason(&self, reason: &str) -> impl Iterator<Item = &Value> {
        self.messages.iter().filter(move |message| message["reason"] == reason)
    }
}

/// Everything that was printed, for a test that fails.
impl fmt::Display for Build {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.printed)?;
        let mut messages = self.compiler_messages().filter_map(|message| message["message"]["rendered"].as_str());
        messages.try_for_each(|message| f.write_str(message))
    }
}

/// The files below a folder: path with `/` between the parts, time and text. What is not UTF-8 in a file is replaced.
pub type Files = BTreeMap<String, (SystemTime, String)>;

/// All files below a folder, as they are now.
///
/// # Errors
///
/// The disk refuses.
pub fn files(folder: &Path) -> io::Result<Files> {
    let mut files = Files::new();
    collect(folder, "", &mut files)?;
    Ok(files)
}

fn collect(folder: &Path, above: &str, files: &mut Files) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{above}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else {
            let text = String::from_utf8_lossy(&fs::read(entry.path())?).into_owned();
            files.insert(path, (entry.metadata()?.modified()?, text));
        }
    }
    Ok(())
}
