//! Each rule of `codegen diff` has a pair of versions in `tests/diff/<rule>/`:
//!
//! - `old/` and `new/`: the documents, perhaps with a `codegen.toml`, and in `expected.txt` what is printed;
//! - `breaks.rs`: statements that compile and pass with the old models, but not with the new ones;
//! - `keeps.rs`: statements that compile and pass with both;
//! - `<Model>.sent.json`: a body that the old documents allow and the new ones do not;
//! - `<Model>.received.json`: the reverse, a body for which clients of the old version are not prepared;
//! - `<Model>.both.json`: a body that both allow.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{fs, io};

use codegen::{Config, UnknownKeys};
use tests::scratch::{self, Build, Scratch, repository};

mod git;

/// Rules about the wire whose change no body shows: models do not check limits, defaults and who sets a field, a model
/// that is gone has no bodies, and names of models are not in JSON.
const NOT_IN_BODIES: &[&str] = &[
    "model-removed",
    "model-renamed",
    "additional-keys-changed",
    "default-changed",
    "constraints-tightened",
    "read-only",
];

/// A rule, as the tool lists it.
struct Rule {
    name: String,
    side: String,
    level: String,
}

impl Rule {
    fn all() -> io::Result<Vec<Self>> {
        let listed = codegen(&repository(), &["diff", "--rules"])?;
        let text = String::from_utf8_lossy(&listed.stdout).into_owned();
        let mut rules = Vec::new();
        // What a rule means goes on in lines that are indented.
        for line in text.lines().filter(|line| !line.starts_with(' ')) {
            let mut words = line.split_whitespace().map(str::to_owned);
            if let (Some(name), Some(side @ ("wire" | "rust")), Some(level)) =
                (words.next(), words.next().as_deref(), words.next())
            {
                rules.push(Self { name, side: side.to_owned(), level });
            }
        }
        Ok(rules)
    }

    fn folder(&self) -> PathBuf {
        repository().join("tests/diff").join(&self.name)
    }

    fn has(&self, file: &str) -> bool {
        self.folder().join(file).is_file()
    }

    /// The name as an identifier.
    fn ident(&self) -> String {
        self.name.replace('-', "_")
    }
}

/// A run of the tool.
fn codegen(folder: &Path, arguments: &[&str]) -> io::Result<Output> {
    Command::new(env!("CARGO_BIN_EXE_codegen-tool"))
        .current_dir(folder)
        .args(arguments)
        .env("NO_COLOR", "1")
        .env("COLUMNS", "120")
        .env("LINES", "50")
        .output()
}

#[test]
fn each_pair_is_that_of_a_rule_and_has_its_proofs() -> io::Result<()> {
    let rules = Rule::all()?;
    assert!(rules.len() > 60, "{} rules", rules.len());
    let names: BTreeSet<String> = rules.iter().map(|rule| rule.name.clone()).collect();
    let entries = fs::read_dir(repository().join("tests/diff"))?;
    let folders = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    assert_eq!(folders.collect::<io::Result<BTreeSet<String>>>()?, names);
    let mut missing = Vec::new();
    for rule in &rules {
        let is_shown = match (&*rule.side, &*rule.level) {
            ("rust", "breaking") => rule.has("breaks.rs"),
            ("rust", "risky") => rule.has("breaks.rs") && rule.has("keeps.rs"),
            ("rust", _) => rule.has("keeps.rs"),
            _ if NOT_IN_BODIES.contains(&&*rule.name) => true,
            ("wire", "compatible") => Body::all(rule)?.iter().any(|body| body.kind == "both"),
            _ => !Body::all(rule)?.is_empty(),
        };
        if !is_shown {
            missing.push(&*rule.name);
        }
    }
    assert!(missing.is_empty(), "these have not the files that prove them: {missing:?}");
    Ok(())
}

#[test]
fn pairs_report_what_they_show() -> io::Result<()> {
    for rule in Rule::all()? {
        let output = codegen(&rule.folder(), &["diff", "old", "new", "--all"])?;
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        let is_reported = printed.lines().any(|line| line.split_whitespace().any(|word| word == rule.name));
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(is_reported, "{} does not report its rule:\n{printed}{errors}", rule.name);
        let expected = snapbox::Data::read_from(&rule.folder().join("expected.txt"), None);
        snapbox::Assert::new().action_env("SNAPSHOTS").eq(printed, expected);
    }
    Ok(())
}

/// Schemas that were written before are compared in the same way as their documents.
#[test]
fn schemas_are_compared_as_documents_are() -> io::Result<()> {
    let folder = scratch::empty_folder("diff-schemas")?;
    let pair = repository().join("tests/cli/diff.in");
    for side in ["old", "new"] {
        let schema = codegen(&pair, &["schema", side])?;
        fs::write(folder.join(format!("{side}.json")), schema.stdout)?;
    }
    let of_schemas = codegen(&folder, &["diff", "old.json", "new.json", "--format", "json"])?;
    let of_documents = codegen(&pair, &["diff", "old", "new", "--format", "json"])?;
    assert_eq!(String::from_utf8_lossy(&of_schemas.stdout), String::from_utf8_lossy(&of_documents.stdout));
    fs::write(folder.join("new.json"), "{}")?;
    let output = codegen(&folder, &["diff", "old.json", "new.json"])?;
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(2) && error.contains("new.json is not a schema of this version"), "{error}");
    Ok(())
}

/// The page of the guide shows what the tool prints, and has all rules with their explanations.
#[test]
fn the_guide_has_what_the_tool_prints() -> io::Result<()> {
    let page = repository().join("tests/guide/diff.md");
    let text = fs::read_to_string(&page)?;
    let session = fs::read_to_string(repository().join("tests/cli/diff-guide.md"))?;
    let block = session.split("```console\n").nth(1).unwrap_or_default();
    assert!(block.len() > 200 && text.contains(block), "the page does not have this session:\n{block}");
    let above = text.split("\n## Rules\n").next().unwrap_or_default();
    let mut rules = String::from("\n## Rules\n\n`codegen diff --explain RULE` prints these explanations, too.\n");
    for rule in Rule::all()? {
        let explained = codegen(&repository(), &["diff", "--explain", &rule.name])?;
        let explained = String::from_utf8_lossy(&explained.stdout).into_owned();
        let (_, explanation) = explained.split_once("\n\n").unwrap_or_default();
        let level = format!("{}{}", rule.level[..1].to_uppercase(), &rule.level[1..]);
        let side = if rule.side == "wire" { "on the wire" } else { "in Rust" };
        let _ = write!(rules, "\n### {}\n\n**{level} {side}.** {explanation}", rule.name);
    }
    let expected = snapbox::Data::read_from(&page, None).raw();
    snapbox::Assert::new().action_env("SNAPSHOTS").eq(format!("{above}{rules}"), expected);
    Ok(())
}

/// What holds for both versions, and for the old one.
#[test]
fn code_and_bodies_of_old_versions_are_right() -> io::Result<()> {
    let mut program = Program::new("diff-keeps")?;
    for rule in Rule::all()? {
        program.add_statements(&rule, "breaks.rs", "old")?;
        program.add_statements(&rule, "keeps.rs", "old")?;
        program.add_statements(&rule, "keeps.rs", "new")?;
        for body in Body::all(&rule)? {
            program.add_body(&rule, &body)?;
        }
    }
    let build = program.build("build")?;
    assert!(build.passed, "{build}");
    let failed = program.run(&build)?;
    assert!(failed.is_empty(), "these fail:\n{failed}");
    Ok(())
}

/// Every piece of old code that a rule is said to break does not compile, or does not pass.
#[test]
fn code_that_a_rule_breaks_is_broken() -> io::Result<()> {
    let rules: Vec<Rule> = Rule::all()?.into_iter().filter(|rule| rule.has("breaks.rs")).collect();
    let mut broken: BTreeSet<String> = BTreeSet::new();
    loop {
        let mut program = Program::new("diff-breaks")?;
        let rest: Vec<&Rule> = rules.iter().filter(|rule| !broken.contains(&rule.ident())).collect();
        for rule in &rest {
            program.add_statements(rule, "breaks.rs", "new")?;
        }
        let build = program.build("build")?;
        if build.passed {
            let failed = program.run(&build)?;
            let passed = rest.iter().filter(|rule| !failed.contains(&rule.name)).map(|rule| &*rule.name);
            assert_eq!(passed.collect::<Vec<_>>(), Vec::<&str>::new(), "these compile and pass with the new models");
            return Ok(());
        }
        // The compiler stops before types are checked if a name is not found, so that there are several rounds.
        let printed = build.to_string();
        let found =
            rest.iter().map(|rule| rule.ident()).filter(|ident| printed.contains(&format!("/{ident}_breaks_new.rs:")));
        let before = broken.len();
        broken.extend(found.collect::<Vec<_>>());
        assert!(broken.len() > before, "{build}");
    }
}

/// A body of a model.
struct Body {
    model: String,
    kind: String,
    text: String,
}

impl Body {
    fn all(rule: &Rule) -> io::Result<Vec<Self>> {
        let mut bodies = Vec::new();
        for entry in fs::read_dir(rule.folder())? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if let [model, kind, "json"] = *name.split('.').collect::<Vec<_>>() {
                let text = fs::read_to_string(&path)?;
                bodies.push(Self { model: model.to_owned(), kind: kind.to_owned(), text });
            }
        }
        bodies.sort_by(|a, b| (&a.model, &a.kind).cmp(&(&b.model, &b.kind)));
        Ok(bodies)
    }
}

/// A program with the models of many versions, each in a module.
struct Program {
    name: &'static str,
    scratch: Scratch,
    modules: BTreeMap<String, String>,
    checks: String,
    /// The module that has a support module with this text.
    support: BTreeMap<String, String>,
}

const MANIFEST: &str = r#"[package]
name = "NAME"
edition = "2024"

[dependencies]
jiff = { version = "0.2", default-features = false, features = ["std"] }
serde = "1"
serde_json = "1"

[workspace]
"#;

/// Prints which checks fail, and goes on with the others.
const MAIN: &str = r#"
fn check(name: &str, run: impl FnOnce() + std::panic::UnwindSafe) {
    if let Err(_) = std::panic::catch_unwind(run) {
        println!("{name}");
    }
}

fn main() {
"#;

impl Program {
    fn new(name: &'static str) -> io::Result<Self> {
        let scratch = Scratch::new(name)?;
        scratch.write("Cargo.toml", &MANIFEST.replace("NAME", name))?;
        Ok(Self { name, scratch, modules: BTreeMap::new(), checks: String::new(), support: BTreeMap::new() })
    }

    /// The module of the models of one version, strict ones or those of the configuration.
    fn models(&mut self, rule: &Rule, side: &str, is_strict: bool) -> io::Result<String> {
        let module = format!("{}_{side}{}", rule.ident(), if is_strict { "_strict" } else { "" });
        if self.modules.contains_key(&module) {
            return Ok(module);
        }
        let folder = rule.folder().join(side);
        let file = folder.join("codegen.toml");
        let config = if file.is_file() { Config::from_file(file) } else { Config::new().specs(folder) };
        let config = if is_strict { config.strict("*").unknown_keys("*", UnknownKeys::Deny) } else { config };
        let outcome = config.compile();
        assert!(!outcome.has_errors(), "{}: {:?}", rule.name, outcome.diagnostics);
        for file in outcome.files {
            let is_support = file.path.ends_with("/support.rs");
            let text = if is_support { self.support(file.text, &module) } else { file.text };
            self.scratch.write(&format!("src/{module}/{}", file.path), &text)?;
        }
        let text =
            format!("mod {module} {{\n    pub mod models {{\n        include!(\"{module}/models.rs\");\n    }}\n}}\n");
        self.modules.insert(module.clone(), text);
        Ok(module)
    }

    /// The compiler has to see each text of the support module only once.
    fn support(&mut self, text: String, module: &str) -> String {
        if let Some(first) = self.support.get(&text) {
            return format!("pub use crate::{first}::models::support::*;\n");
        }
        self.support.insert(text.clone(), module.to_owned());
        text
    }

    fn add_statements(&mut self, rule: &Rule, file: &str, side: &str) -> io::Result<()> {
        if !rule.has(file) {
            return Ok(());
        }
        let models = self.models(rule, side, false)?;
        let statements = fs::read_to_string(rule.folder().join(file))?;
        let name = format!("{}_{}_{side}", rule.ident(), file.trim_end_matches(".rs"));
        self.scratch.write(
            &format!("src/{name}.rs"),
            &format!("use crate::{models}::models;\n\npub fn run() {{\n{statements}}}\n"),
        )?;
        self.modules.insert(name.clone(), format!("mod {name};\n"));
        let _ = writeln!(self.checks, "    check(\"{}: {file} {side}\", {name}::run);", rule.name);
        Ok(())
    }

    /// Checks which of the versions accept a body: strict models that find nothing unexpected in it.
    fn add_body(&mut self, rule: &Rule, body: &Body) -> io::Result<()> {
        for (side, is_right) in [("old", body.kind != "received"), ("new", body.kind != "sent")] {
            let module = self.models(rule, side, true)?;
            let Body { model, kind, text } = body;
            let _ = writeln!(
                self.checks,
                "    check(\"{}: {kind} {side}\", || {{\n        let read = serde_json::from_str::<{module}::models::{model}>({text:?});\n        \
                 let is_right = read.is_ok_and(|value| {module}::models::support::unexpected(&value).is_empty());\n        \
                 assert_eq!(is_right, {is_right});\n    }});",
                rule.name,
            );
        }
        Ok(())
    }

    fn build(&self, command: &str) -> io::Result<Build> {
        let modules: String = self.modules.values().map(String::as_str).collect();
        let lints = "#![allow(dead_code, unused, unexpected_cfgs)]\n";
        self.scratch.write("src/main.rs", &format!("{lints}{modules}{MAIN}{}}}\n", self.checks))?;
        self.scratch.run(command, &[])
    }

    /// The names of the checks that fail.
    fn run(&self, build: &Build) -> io::Result<String> {
        let program = build.executable(self.name).ok_or_else(|| io::Error::other("no program was built"))?;
        let output = Command::new(program).output()?;
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}
