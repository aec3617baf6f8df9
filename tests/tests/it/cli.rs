//! Sessions with the tool.
//!
//! `tests/cli/<name>.md` has commands and what they print; a folder `<name>.in` beside it is where they run, and
//! `<name>.out` is what that folder holds afterwards. `TRYCMD=overwrite` rewrites what they print.

use std::io;
use std::path::Path;
use std::process::Command;

use snapbox::Data;
use snapbox::assert::{Assert, DEFAULT_ACTION_ENV};
use tests::scratch::repository;

#[test]
fn sessions_print_what_they_show() {
    let cases = trycmd::TestCases::new();
    cases.register_bin("codegen", Path::new(env!("CARGO_BIN_EXE_codegen-tool")));
    cases.env("NO_COLOR", "1").case(repository().join("tests/cli/*.md"));
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
