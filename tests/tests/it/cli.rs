//! Sessions with the tool.
//!
//! `tests/cli/<name>.md` has commands and what they print; a folder `<name>.in` beside it is where they run, and
//! `<name>.out` is what that folder holds afterwards. `TRYCMD=overwrite` rewrites what they print.

use std::cell::Cell;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};
use std::{fs, io, thread};

use snapbox::Data;
use snapbox::assert::{Assert, DEFAULT_ACTION_ENV};
use tests::guide::{Page, Section};
use tests::scratch::{self, repository};

#[test]
fn sessions_print_what_they_show() {
    let cases = trycmd::TestCases::new();
    cases.register_bin("codegen", Path::new(env!("CARGO_BIN_EXE_codegen-tool")));
    cases.env("NO_COLOR", "1").env("COLUMNS", "100").case(repository().join("tests/cli/*.md"));
}

#[test]
fn the_guide_has_what_the_tool_explains() -> io::Result<()> {
    let program = Path::new(env!("CARGO_BIN_EXE_codegen-tool"));
    let printed = Command::new(program).args(["explain", "--markdown"]).output()?;
    let page = String::from_utf8_lossy(&printed.stdout).into_owned();
    let expected = Data::read_from(&repository().join("tests/guide/codes.md"), None).raw();
    Assert::new().action_env(DEFAULT_ACTION_ENV).eq(page, expected);
    Ok(())
}

#[test]
fn sessions_of_the_guide_print_what_they_show() -> io::Result<()> {
    let mut pages = fs::read_dir(repository().join("tests/guide"))?.collect::<io::Result<Vec<_>>>()?;
    pages.sort_by_key(fs::DirEntry::path);
    let sessions = Cell::new(0);
    for path in pages.iter().map(fs::DirEntry::path) {
        let counted = |section: &Section, command: &str| {
            sessions.set(sessions.get() + 1);
            printed(section, command)
        };
        let page = Page::read(&path)?.with_sessions(counted)?;
        Assert::new().action_env(DEFAULT_ACTION_ENV).eq(page, Data::read_from(&path, None).raw());
    }
    assert!(sessions.get() > 5, "the guide has only {} sessions", sessions.get());
    Ok(())
}

/// What a command prints in a folder with the documents of a section.
fn printed(section: &Section, command: &str) -> io::Result<String> {
    let folder = scratch::empty_folder("guide-session")?;
    for (path, text) in &section.documents {
        let path = folder.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)?;
    }
    let mut program = Command::new(env!("CARGO_BIN_EXE_codegen-tool"));
    let program = program.current_dir(folder).env("NO_COLOR", "1").env("COLUMNS", "100");
    let ended = program.args(command.split(' ')).output()?;
    let code = ended.status.code().filter(|code| *code != 0).map(|code| format!("? {code}\n")).unwrap_or_default();
    Ok(code + &String::from_utf8_lossy(&ended.stdout) + &String::from_utf8_lossy(&ended.stderr))
}

/// The lines of a program that goes on until it is dropped.
struct Running {
    program: Child,
    lines: Receiver<String>,
}

impl Running {
    fn start(folder: &Path, arguments: &[&str]) -> io::Result<Self> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_codegen-tool"));
        let command = command.args(arguments).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut program = command.spawn()?;
        let errors = program.stderr.take().ok_or_else(|| io::Error::other("no standard error"))?;
        let (sender, lines) = mpsc::channel();
        // The thread ends with the program, or when nobody waits for a line any more.
        thread::spawn(move || {
            BufReader::new(errors).lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
        Ok(Self { program, lines })
    }

    /// Waits for a line with this text. A test must not wait for ever, and no other test needs a minute for this.
    fn wait_for(&self, text: &str) {
        let deadline = Instant::now() + Duration::from_secs(60);
        let mut seen = Vec::new();
        while let Ok(line) = self.lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            seen.push(line);
            if seen.last().is_some_and(|line| line.contains(text)) {
                return;
            }
        }
        panic!("no line has `{text}`: {seen:#?}");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

#[test]
fn a_watched_folder_is_checked_after_each_change() -> io::Result<()> {
    let folder = scratch::empty_folder("watched")?;
    let document = |ty: &str| {
        let table = "| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n| id | string | Its key. |  |\n";
        format!("# Tag\n\n## Properties\n\n{table}| size | {ty} | How large it is. |  |\n")
    };
    fs::create_dir(folder.join("specs"))?;
    fs::write(folder.join("specs/Tag.md"), document("strng"))?;
    let running = Running::start(&folder, &["check", "specs", "--watch", "--no-config"])?;
    running.wait_for("1 document: 1 model with 2 fields; 1 error");
    running.wait_for("Waiting");

    // Edited.
    fs::write(folder.join("specs/Tag.md"), document("string"))?;
    running.wait_for("1 document: 1 model with 2 fields; 0 errors");
    running.wait_for("Waiting");

    // Added.
    fs::write(folder.join("specs/Order.md"), document("int32").replace("# Tag", "# Order"))?;
    running.wait_for("2 documents: 2 models with 4 fields; 0 errors");
    Ok(())
}

#[test]
fn a_closed_pipe_is_no_mistake() -> io::Result<()> {
    for format in ["human", "concise", "json", "sarif", "github"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_codegen-tool"));
        let folder = repository().join("tests/cli/check.in");
        let command = command.args(["check", "planted", "--all", "--format", format]).current_dir(folder);
        let mut program = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        // Nobody reads the results.
        drop(program.stdout.take());
        let ended = program.wait_with_output()?;
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert_eq!((ended.status.code(), said.contains("panicked")), (Some(0), false), "{format}: {said}");
    }
    Ok(())
}
