//! The options of a build script, as text: lines such as `.strict("*Request")`.

use std::path::Path;

use codegen::{Config, Dates, KeyCase, Level, Limits, Part, UnknownKeys, dialect};

/// The configuration in which a folder of `ui/` causes the mistake that it is named after.
pub fn causing(folder: &Path) -> Config {
    let config = Config::new().specs(folder);
    match folder.file_name().and_then(|name| name.to_str()) {
        Some("unreadable") => config.specs(folder.join("missing")),
        Some("too-large") => config.limits(Limits { rows: 2, ..Limits::default() }),
        _ => config,
    }
}

/// A configuration with the options in a file.
pub fn of_file(text: &str) -> Config {
    codegen::internals::options(text)
}

/// A configuration with the options in a script. Paths of documents are not among them.
///
/// # Errors
///
/// An option that the harness does not know.
pub fn applied(config: Config, script: &str) -> Result<Config, String> {
    let lines = script.lines().map(str::trim).filter(|line| line.starts_with('.'));
    lines.into_iter().try_fold(config, |config, line| {
        let (name, arguments) = line.split_once('(').unwrap_or((line, ""));
        let texts: Vec<&str> = arguments.split('"').skip(1).step_by(2).collect();
        let choice = arguments.rsplit("::").next().unwrap_or_default().trim_end_matches([')', ';']);
        apply(config, name, &texts, choice).ok_or_else(|| line.to_owned())
    })
}

/// Applies an option with its texts and the variant of its last argument.
fn apply(config: Config, name: &str, texts: &[&str], choice: &str) -> Option<Config> {
    Some(match (name, texts, choice) {
        (".specs" | ".build", ..) => config,
        (".only", models, _) => config.only(models.iter().copied()),
        (".same_api", folders, _) => config.same_api(folders.iter().copied()),
        (".strict", [pattern], _) => config.strict(*pattern),
        (".three_valued", [pattern], _) => config.three_valued(*pattern),
        (".attribute", [pattern, attribute], _) => config.attribute(*pattern, *attribute),
        (".attribute_on", [pattern, attribute], part) => config.attribute_on(self::part(part)?, *pattern, *attribute),
        (".module_per_folder", [], _) => config.module_per_folder(),
        (".feature_per_folder", [], _) => config.feature_per_folder(),
        (".replace", [what, ty], _) => config.replace(*what, *ty),
        (".derive", [pattern, path], _) => config.derive(*pattern, *path),
        (".unknown_keys", [pattern], "Ignore") => config.unknown_keys(*pattern, UnknownKeys::Ignore),
        (".unknown_keys", [pattern], "Deny") => config.unknown_keys(*pattern, UnknownKeys::Deny),
        (".key_case", [path], "Snake") => config.key_case(*path, KeyCase::Snake),
        (".key_case", [path], "Pascal") => config.key_case(*path, KeyCase::Pascal),
        (".key_case", [path], "AsSpelled") => config.key_case(*path, KeyCase::AsSpelled),
        (".envelope", [models, path], _) => config.envelope(*models, *path),
        (".dates", [], "Chrono") => config.dates(Dates::Chrono),
        (".dialect", [path, dialect], _) => config.dialect(*path, dialect::by_name(dialect)?),
        (".ignore", [path], _) => config.ignore(*path),
        (".level", [code], _) => config.level(*code, level(choice)?),
        (".level_in", [path, code], _) => config.level_in(*path, *code, level(choice)?),
        (".follow_links", [], _) => config.follow_links(),
        (".show_all", [], _) => config.show_all(),
        _ => return None,
    })
}

/// The part that the first of several arguments names.
fn part(arguments: &str) -> Option<Part> {
    let name = arguments.split(',').next()?;
    [Part::Field, Part::Extra, Part::Value].into_iter().find(|part| format!("{part:?}") == name)
}

fn level(name: &str) -> Option<Level> {
    [Level::Error, Level::Warning, Level::Allow].into_iter().find(|level| format!("{level:?}") == name)
}
