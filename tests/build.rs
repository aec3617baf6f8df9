//! Generates what the documents in `cases/` stand for, so that the compiler sees it with every test run,
//! and a table of the JSON files beside them, which `tests/round_trip.rs` reads and writes.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use codegen::{Config, Dates, Level, UnknownKeys};

#[cfg(feature = "peer")]
#[allow(dead_code, unreachable_pub, reason = "part of the library, of which little is needed here")]
#[path = "src/peer.rs"]
mod peer;

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?);
    let mut modules = String::new();
    let mut round_trips = String::new();
    for dialect in folders(Path::new("cases"))? {
        for case in folders(&dialect)? {
            let module = format!("{}_{}", name(&dialect), name(&case));
            add(&Config::new(), &case, &out, &module, &mut modules)?;
            add_round_trips(&case, &module, &mut round_trips)?;
        }
    }
    for (dates, module) in [(Dates::Chrono, "chrono"), (Dates::Time, "time"), (Dates::Text, "text")] {
        let module = format!("dates_{module}");
        let case = Path::new("cases/genesys-python/dates");
        add(&Config::new().dates(dates), case, &out, &module, &mut modules)?;
        add_round_trips(case, &module, &mut round_trips)?;
    }
    for (module, case, config) in options() {
        add(&config, Path::new(case), &out, module, &mut modules)?;
    }
    #[cfg(feature = "peer")]
    add_peer(&out)?;
    println!("cargo::rerun-if-changed=cases");
    println!("cargo::rerun-if-changed=../specs");
    fs::write(out.join("every_model.rs"), every_model())?;
    fs::write(out.join("cases.rs"), modules)?;
    fs::write(out.join("round_trips.rs"), format!("&[\n{round_trips}]\n"))
}

/// Cases under other configurations, which `tests/formats.rs` and `tests/using.rs` use.
fn options() -> Vec<(&'static str, &'static str, Config)> {
    let (shop, participant) = ("cases/genesys-python/options", "cases/openapi-rust/participant");
    let strict = || Config::new().strict("*");
    vec![
        ("strict", shop, strict()),
        ("strict_deny", shop, strict().unknown_keys("*", UnknownKeys::Deny)),
        ("strict_ignore", shop, strict().unknown_keys("*", UnknownKeys::Ignore)),
        ("ignore", shop, Config::new().unknown_keys("*", UnknownKeys::Ignore)),
        ("strict_fields", shop, Config::new().strict("Order.id").strict("Order.lines").strict("Order.width")),
        ("three_valued", shop, Config::new().three_valued("*")),
        ("strict_nullable", participant, strict()),
    ]
}

/// A table of the models of `specs/`, which `tests/total.rs` reads and writes.
fn every_model() -> String {
    let schema = Config::new().specs("../specs").compile().schema;
    let types = schema.models.iter().map(|(name, it)| (name, it.rename.as_ref().map_or(&name.0, |it| &it.name)));
    let lines = types.map(|(name, ty)| format!("    (\"{name}\", run::<models::{ty}>),\n"));
    format!("&[\n{}]\n", lines.collect::<String>())
}

/// The models of `specs/` in the style that the benches compare ours with, and ours with date-times as text,
/// which that style has.
#[cfg(feature = "peer")]
fn add_peer(out: &Path) -> io::Result<()> {
    add(&Config::new().dates(Dates::Text), Path::new("../specs"), out, "specs_text", &mut String::new())?;
    let folder = out.join("peer");
    fs::create_dir_all(&folder)?;
    let schema = Config::new().specs("../specs").compile().schema;
    peer::modules(&schema).into_iter().try_for_each(|(file, text)| fs::write(folder.join(file), text))
}

/// Generates a case and declares a module for it. What is said about its documents is `documents.rs`' part.
fn add(config: &Config, case: &Path, out: &Path, module: &str, modules: &mut String) -> io::Result<()> {
    let (outcome, _) = config.clone().specs(case).file(module).generate(out)?;
    if let Some(error) = outcome.diagnostics.iter().find(|it| it.level == Level::Error) {
        return Err(io::Error::other(error.to_string()));
    }
    let _ = writeln!(modules, "/// `{}`", case.display());
    let _ = writeln!(modules, "pub mod {module} {{\n    include!(concat!(env!(\"OUT_DIR\"), \"/{module}.rs\"));\n}}");
    Ok(())
}

/// `Tag.json` is read as the type `Tag` of the case.
fn add_round_trips(case: &Path, module: &str, round_trips: &mut String) -> io::Result<()> {
    for path in entries(case)? {
        if path.extension().is_some_and(|it| it == "json") {
            let path = path.display();
            let ty = path.to_string().rsplit(['/', '\\']).next().map(|it| it.replace(".json", "")).unwrap_or_default();
            let _ = writeln!(round_trips, "    (\"{module}\", \"{path}\", round_trip::<cases::{module}::{ty}>),");
        }
    }
    Ok(())
}

fn folders(path: &Path) -> io::Result<Vec<PathBuf>> {
    Ok(entries(path)?.into_iter().filter(|it| it.is_dir()).collect())
}

fn entries(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(path)?.map(|it| it.map(|it| it.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}

fn name(path: &Path) -> String {
    path.file_name().map(|it| it.to_string_lossy().replace('-', "_")).unwrap_or_default()
}
