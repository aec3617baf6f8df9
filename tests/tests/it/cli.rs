//! Sessions with the tool.
//!
//! `tests/cli/<name>.md` has commands and what they print; a folder `<name>.in` beside it is where they run, and
//! `<name>.out` is what that folder holds afterwards. `TRYCMD=overwrite` rewrites what they print.

use tests::scratch::repository;

#[test]
fn sessions_print_what_they_show() {
    let cases = trycmd::TestCases::new();
    cases.register_bin("codegen", std::path::Path::new(env!("CARGO_BIN_EXE_codegen-tool")));
    cases.env("NO_COLOR", "1").case(repository().join("tests/cli/*.md"));
}
