//! `codegen diff`: breaking changes between two versions of documents.

use std::path::{Path, PathBuf};
use std::thread;

use clap::{Args, ValueEnum};

use super::documents::{Options, exist};
use super::output::{Output, View, first_sentence, hanging, wrapped};
use super::problems::Problems;
use super::problems::human::Printer;
use super::{End, Failure};
use crate::config::{Config, Plans};
use crate::diag::{counted, folded};
use crate::schema::Schema;
use change::Change;
use git::Revisions;
use levels::Setting;
use rules::{Level, Rule};
use summary::{Summary, Version};

mod change;
mod compare;
mod entries;
mod git;
mod human;
mod index;
mod json;
mod levels;
mod likeness;
mod limits;
mod markdown;
mod pairs;
pub(crate) mod rules;
mod rust;
mod scope;
mod summary;
mod types;
mod wire;

/// Reports breaking changes between two versions of documents.
///
/// Each change is judged twice: on the wire, for programs that exchange JSON with the API, and in Rust, for code that uses
/// the models. `codegen diff --rules` lists what is detected.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES, arg_required_else_help = true)]
pub(super) struct Arguments {
    /// The old and the new version: folders, documents, or schemas that `codegen schema` wrote. With `--git`, one path.
    #[arg(value_name = "PATH", num_args = 1..=2)]
    paths: Vec<PathBuf>,

    /// Compares a path in two revisions, or in a revision and the work tree. Nothing is checked out.
    #[arg(long, value_name = "OLD[..NEW]")]
    git: Option<Revisions>,

    /// How the changes are printed.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    /// Shows all changes and all places.
    #[arg(long)]
    all: bool,

    /// Sets the level of a rule: breaking, risky, compatible or ignore. Can be repeated.
    #[arg(long = "level", value_name = "RULE=LEVEL")]
    levels: Vec<Setting>,

    /// The exit code is 1 if there are changes of this level or a higher one.
    #[arg(long, value_name = "LEVEL", value_enum, default_value_t = Level::Breaking, hide_possible_values = true)]
    fail_on: Level,

    /// The version of the crate of models, to suggest the next one.
    #[arg(long, value_name = "VERSION")]
    current: Option<Version>,

    /// Explains a rule.
    #[arg(long, value_name = "RULE", exclusive = true)]
    explain: Option<String>,

    /// Lists the rules.
    #[arg(long, exclusive = true)]
    rules: bool,

    #[command(flatten)]
    options: Options,
}

const EXAMPLES: &str = "\
Examples:
  codegen diff vendor/v1/docs vendor/v2/docs      two folders
  codegen diff --git v1.2..v1.3 specs             two revisions of a folder
  codegen diff --git main specs                   a revision and the work tree
  codegen diff old.json new.json                  two schemas
  codegen diff --format markdown old new          for the description of a pull request
  codegen diff --level value-added=ignore old new
  codegen diff --explain field-required

Exit code: 0 without breaking changes, 1 with breaking changes, 2 if the versions could not be compared.";

/// How changes are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Grouped, for a terminal.
    Human,
    /// Tables, for a pull request.
    Markdown,
    /// Every change, for programs.
    Json,
}

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    if let Some(name) = &arguments.explain {
        let rule = rules::by_name(name).ok_or_else(|| Failure::Message(levels::unknown_rule(name)))?;
        return explain(rule, output);
    }
    if arguments.rules {
        return list(output);
    }
    let [old, new] = arguments.versions()?;
    let (old_config, new_config) = (old.config(&arguments.options)?, new.config(&arguments.options)?);
    let settings = arguments.settings(&new_config)?;
    let (old, new) = thread::scope(|scope| {
        let reading = scope.spawn(|| old.plans(&old_config));
        (reading.join(), new.plans(&new_config))
    });
    let old = old.unwrap_or_else(|payload| std::panic::resume_unwind(payload));
    let (old, new) = (readable(old, "old", output)?, readable(new, "new", output)?);
    let mut changes = compare::compare(&old, &new);
    // The process is about to end, and to give back the memory of thousands of models takes longer than to compare them.
    std::mem::forget((old, new));
    levels::apply(&settings, &mut changes);
    let summary = Summary::of(&changes);
    write!(output.out, "{}", arguments.shown(&changes, summary, output.out_view)?)?;
    let fails = changes.iter().any(|change| change.level <= arguments.fail_on);
    Ok(if fails { End::Wrong } else { End::Clean })
}

/// One of the versions.
enum Side<'a> {
    /// A folder, a document or a schema on the disk.
    Path(&'a Path),
    /// A path in a revision.
    Revision(&'a str, &'a Path),
}

impl Arguments {
    fn versions(&self) -> Result<[Side<'_>; 2], Failure> {
        let message = match (&self.git, &*self.paths) {
            (None, [old, new]) => return Ok([Side::Path(old), Side::Path(new)]),
            (Some(Revisions { old, new }), [path]) => {
                let new = new.as_ref().map_or(Side::Path(path), |new| Side::Revision(new, path));
                return Ok([Side::Revision(old, path), new]);
            }
            (None, _) => "give the old and the new version, or one path with `--git OLD..NEW`",
            (Some(_), _) => "give one path with `--git`: that of the documents in both revisions",
        };
        Err(Failure::Message(message.to_owned()))
    }

    /// The levels of the file of options, then those of the command.
    fn settings(&self, config: &Config) -> Result<Vec<Setting>, Failure> {
        let mut settings = Vec::new();
        for (rule, level) in &config.diff_levels {
            let setting = Setting::new(rule, level);
            settings
                .push(setting.map_err(|error| Failure::Message(format!("`diff_level` in `codegen.toml`: {error}")))?);
        }
        settings.extend(self.levels.iter().cloned());
        Ok(settings)
    }

    fn shown(&self, changes: &[Change], summary: Summary, screen: View) -> Result<String, Failure> {
        let entries = || entries::fold(changes);
        Ok(match self.format {
            Format::Human => {
                human::text(&entries(), summary, human::View { all: self.all, version: self.current, screen })
            }
            Format::Markdown => markdown::text(&entries(), summary, self.current, self.all),
            Format::Json => json::text(changes, summary)?,
        })
    }
}

impl Side<'_> {
    fn config(&self, options: &Options) -> Result<Config, Failure> {
        let (Side::Path(path) | Side::Revision(_, path)) = self;
        let paths = [(*path).to_owned()];
        // A path in a revision need not be in the work tree.
        if let Side::Path(_) = self {
            exist(&paths)?;
        }
        options.config(&paths)
    }

    fn plans(&self, config: &Config) -> Result<Plans, Failure> {
        match self {
            Side::Path(path) if is_schema(path) => {
                let text = std::fs::read_to_string(path)
                    .map_err(|error| Failure::Message(format!("cannot read {}: {error}", path.display())))?;
                let schema = Schema::from_json(&text).map_err(|error| {
                    Failure::Message(format!("{} is not a schema of this version: {error}", path.display()))
                })?;
                Ok(config.plan_schema(schema))
            }
            Side::Path(_) => Ok(config.plan()),
            Side::Revision(revision, _) => {
                config.plan_read(&|path| git::read(revision, path)).map_err(Failure::Message)
            }
        }
    }
}

fn is_schema(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) && path.is_file()
}

/// How many kinds of errors are shown.
const SHOWN: usize = 3;

/// The plans, if there are no errors and there is something to compare. Otherwise a comparison would say nothing about what
/// could not be read.
fn readable(plans: Result<Plans, Failure>, side: &str, output: &mut Output) -> Result<Plans, Failure> {
    let plans = plans?;
    let problems = Problems::new(&plans);
    let errors = problems.count(crate::Level::Error);
    if errors > 0 {
        let mut printer = Printer::new(&problems, output.out_view);
        let all = problems.all.iter().copied().filter(|diagnostic| diagnostic.level == crate::Level::Error);
        for problem in folded(all).iter().take(SHOWN) {
            output.err.write_all(printer.render(problem).as_bytes())?;
        }
        let errors = counted(errors, "error");
        let message = format!("the {side} version has {errors}, so nothing was compared; `codegen check` shows all");
        return Err(Failure::Message(message));
    }
    if plans.values().all(|plan| plan.planned.wanted().models.is_empty()) {
        return Err(Failure::Message(format!("the {side} version has no models, so nothing was compared")));
    }
    Ok(plans)
}

/// Prints what a rule means.
pub(super) fn explain(rule: &Rule, output: &mut Output) -> Result<End, Failure> {
    writeln!(
        output.out,
        "{} ({}, {})\n\n{}",
        rule.name,
        rule.side,
        rule.level,
        wrapped(rule.explanation, output.out_view.width)
    )?;
    Ok(End::Clean)
}

/// Lists all rules with the first sentence about each.
fn list(output: &mut Output) -> Result<End, Failure> {
    let width = rules::ALL.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    for rule in rules::ALL {
        let about = first_sentence(rule.explanation);
        let head = format!("{:width$}  {}  {:10}  ", rule.name, rule.side, rule.level);
        writeln!(output.out, "{}", hanging(&head, about, output.out_view.width))?;
    }
    writeln!(output.out, "\nMore about one of them: codegen explain RULE")?;
    Ok(End::Clean)
}
