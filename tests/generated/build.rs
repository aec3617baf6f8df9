//! Generates the code of the documents in `cases/`, so that the compiler sees it in every test run, and a table of
//! the JSON files beside them, which `round_trip.rs` reads and writes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use codegen::{Config, Dates, Level, Outcome, UnknownKeys};

/// The folder of the cases, from this package.
const CASES: &str = "../cases";

fn main() -> io::Result<()> {
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    let mut output = Output { folder: out.into(), ..Output::default() };
    for dialect in folders(Path::new(CASES))? {
        for case in folders(&dialect)? {
            let module = format!("{}_{}", name(&dialect), name(&case));
            output.add(&Config::new(), &case, &module)?;
            output.add_round_trips(&case, &module)?;
        }
    }
    for (dates, module) in [(Dates::Chrono, "chrono"), (Dates::Time, "time"), (Dates::Text, "text")] {
        let module = format!("dates_{module}");
        let case = Path::new(CASES).join("genesys-python/dates");
        output.add(&Config::new().dates(dates), &case, &module)?;
        output.add_round_trips(&case, &module)?;
    }
    for (module, config) in [("nested", Config::new()), ("nested_strict", strict_ignore())] {
        output.add_outcome(&config.file(module).compile_texts(nested()), "nested models", module)?;
    }
    for (module, case, config) in options() {
        output.add(&config, &Path::new(CASES).join(case), module)?;
    }
    println!("cargo::rerun-if-changed={CASES}");
    println!("cargo::rerun-if-changed=../../specs");
    fs::write(output.folder.join("every_model.rs"), every_model())?;
    fs::write(output.folder.join("cases.rs"), &output.modules)?;
    fs::write(output.folder.join("round_trips.rs"), format!("&[\n{}]\n", output.round_trips))
}

/// Cases under other configurations, which `formats.rs`, `spellings.rs` and `using.rs` use.
fn options() -> Vec<(&'static str, &'static str, Config)> {
    let (shop, participant) = ("genesys-python/options", "openapi-rust/participant");
    let strict = || Config::new().strict("*");
    vec![
        ("strict", shop, strict()),
        ("strict_deny", shop, strict().unknown_keys("*", UnknownKeys::Deny)),
        ("strict_text", shop, strict().unknown_keys("*", UnknownKeys::Deny).dates(Dates::Text)),
        ("strict_ignore", shop, strict().unknown_keys("*", UnknownKeys::Ignore)),
        ("ignore", shop, Config::new().unknown_keys("*", UnknownKeys::Ignore)),
        ("deny", shop, Config::new().unknown_keys("*", UnknownKeys::Deny)),
        ("strict_fields", shop, Config::new().strict("Order.id").strict("Order.lines").strict("Order.width")),
        ("three_valued", shop, Config::new().three_valued("*")),
        ("strict_nullable", participant, strict()),
        ("notes_strict", "house/notes", strict()),
        ("notes_strict_deny", "house/notes", strict().unknown_keys("*", UnknownKeys::Deny)),
        ("notes_three_valued", "house/notes", Config::new().three_valued("*")),
    ]
}

fn strict_ignore() -> Config {
    Config::new().strict("*").unknown_keys("*", UnknownKeys::Ignore)
}

/// Models that each require two values of the next, and one that requires itself.
fn nested() -> impl Iterator<Item = (String, String)> {
    let levels = (0..=30).map(|level| {
        let next = format!("Level{}", level + 1);
        let last = "**id** | **string** | Its id. | \n".to_owned();
        (format!("Level{level}"), if level < 30 { model_row("left", &next) + &model_row("right", &next) } else { last })
    });
    levels.chain([("Loop".to_owned(), model_row("again", "Loop"))]).map(|(name, rows)| {
        let head = "Name | Type | Description | Notes\n--- | --- | --- | ---\n";
        (format!("specs/{name}.md"), format!("# {name}\n\n## Properties\n\n{head}{rows}"))
    })
}

fn model_row(name: &str, model: &str) -> String {
    format!("**{name}** | [**{model}**]({model}.md) | The next. | \n")
}

/// A table of the models of `specs/`, which `total.rs` and `payloads.rs` read and write.
fn every_model() -> String {
    let schema = Config::new().specs("../../specs").compile().schema;
    let mut table = "&[\n".to_owned();
    for (name, model) in &schema.models {
        let ty = model.rename.as_ref().map_or(&name.0, |rename| &rename.name);
        let _ = writeln!(table, "    (\"{name}\", run::<models::{ty}>),");
    }
    table + "]\n"
}

#[derive(Default)]
struct Output {
    folder: PathBuf,
    modules: String,
    round_trips: String,
    /// The module whose support module has this text.
    support: BTreeMap<String, String>,
}

impl Output {
    /// Generates a case and declares a module for it. Its diagnostics are compared by the test `documents`.
    fn add(&mut self, config: &Config, case: &Path, module: &str) -> io::Result<()> {
        let outcome = config.clone().specs(case).file(module).compile();
        self.add_outcome(&outcome, &case.display().to_string(), module)
    }

    fn add_outcome(&mut self, outcome: &Outcome, title: &str, module: &str) -> io::Result<()> {
        if let Some(error) = outcome.diagnostics.iter().find(|diagnostic| diagnostic.level == Level::Error) {
            return Err(io::Error::other(error.to_string()));
        }
        for file in &outcome.files {
            let path = self.folder.join(&file.path);
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            let is_support = file.path.ends_with("/support.rs");
            fs::write(path, if is_support { self.support(&file.text, module) } else { file.text.clone() })?;
        }
        let _ = writeln!(self.modules, "/// `{title}`");
        let _ = writeln!(self.modules, "pub mod {module} {{");
        let _ = writeln!(self.modules, "    include!(concat!(env!(\"OUT_DIR\"), \"/{module}.rs\"));\n}}");
        Ok(())
    }

    /// The support module of a case. One that is there already is used again: the compiler has to see each text only
    /// once, and reading thousands of lines for each case would take longer than all the tests.
    fn support(&mut self, text: &str, module: &str) -> String {
        if let Some(first) = self.support.get(text) {
            format!("pub use crate::cases::{first}::support::*;\n")
        } else {
            self.support.insert(text.to_owned(), module.to_owned());
            text.to_owned()
        }
    }

    /// `Tag.json` is read as the type `Tag` of the case.
    fn add_round_trips(&mut self, case: &Path, module: &str) -> io::Result<()> {
        for path in entries(case)?.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "json")) {
            let ty = path.file_stem().unwrap_or_default().to_string_lossy();
            let line = format!("    (\"{module}\", \"{}\", round_trip::<cases::{module}::{ty}>),", path.display());
            let _ = writeln!(self.round_trips, "{}", line.replace('\\', "/"));
        }
        Ok(())
    }
}

fn folders(path: &Path) -> io::Result<Vec<PathBuf>> {
    Ok(entries(path)?.into_iter().filter(|entry| entry.is_dir()).collect())
}

fn entries(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().replace('-', "_")
}
