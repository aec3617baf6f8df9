//! `codegen check`: what is wrong with documents.

use std::collections::BTreeMap;
use std::mem;
use std::path::PathBuf;
use std::time::SystemTime;

use clap::{Args, ValueEnum};

use super::documents::Documents;
use super::output::Output;
use super::problems::{Problems, concise, github, human, json, sarif};
use super::progress::Progress;
use super::{End, Failure, shell};
use crate::diag::{Level, Problem, codes, counted, folded, separated};
use summary::Summary;

mod fix;
pub(super) mod summary;
mod watch;

/// Reports what is wrong with documents, without generating code.
///
/// All mistakes are found in one run. Each is shown with the row that has it, and with what to do about it; mistakes with
/// the same cause are shown once. `codegen explain CODE` says more about a kind of mistake.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  codegen check specs
  codegen check specs --watch
  codegen check specs --all
  codegen check specs --fix --dry-run
  codegen check specs --deny-warnings --format github
  codegen check specs --format sarif > codegen.sarif

The exit code is 0 if there is no error, 1 if there is one, and 2 if the arguments are wrong.")]
#[allow(clippy::struct_excessive_bools, reason = "each is an argument")]
pub(super) struct Arguments {
    #[command(flatten)]
    documents: Documents,

    /// How mistakes are printed.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,

    /// Shows all mistakes, and not only as many as a screen has room for.
    #[arg(long, conflicts_with = "limit")]
    all: bool,

    /// Shows at most this many mistakes.
    #[arg(long, value_name = "NUMBER")]
    limit: Option<usize>,

    /// Exits with 1 if there are warnings, too.
    #[arg(long)]
    deny_warnings: bool,

    /// Adds the corrections that are certain to CORRECTIONS.md, such as the type that a misspelled word means, and shows
    /// them as a diff. Documents stay as they are.
    #[arg(long)]
    fix: bool,

    /// Checks again whenever a document or the configuration changes.
    #[arg(long, conflicts_with = "fix")]
    watch: bool,

    /// With `--fix`, shows the corrections and adds none.
    #[arg(long, requires = "fix")]
    dry_run: bool,
}

/// How mistakes are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The rows, with what to do about them.
    #[default]
    Human,
    /// One line for each.
    Concise,
    /// One JSON object.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
}

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    if !arguments.watch {
        return check(arguments, output).map(|(end, _)| end);
    }
    loop {
        let started = SystemTime::now();
        output.clear()?;
        let (_, inputs) = check(arguments, output)?;
        output.say("Waiting for a change. Ctrl-C ends this.")?;
        watch::wait(&inputs, started);
    }
}

/// Checks the documents once. Returns what was read, too.
fn check(arguments: &Arguments, output: &mut Output) -> Result<(End, Vec<PathBuf>), Failure> {
    let config = arguments.documents.config()?.show_all();
    let progress = Progress::of("Checking documents");
    let mut plans = config.plan();
    drop(progress);
    if arguments.fix && fix::fix(&Problems::new(&plans), arguments.dry_run, output)? {
        plans = config.plan();
    }
    let problems = Problems::new(&plans);
    let summary = Summary::of(&problems);
    match arguments.format {
        Format::Human => arguments.print(&problems, output)?,
        Format::Concise => concise::write(&problems, &mut output.out)?,
        Format::Json => json::write(&problems, &summary, &mut output.out)?,
        Format::Sarif => sarif::write(&problems, &mut output.out)?,
        Format::Github => github::write(&problems, &mut output.out)?,
    }
    // What is printed to a terminal comes in this order.
    output.out.flush()?;
    output.say(&summary)?;
    if let Some(note) = on_configuration(&problems, &summary) {
        output.say(note)?;
    }
    let is_wrong = summary.errors > 0 || arguments.deny_warnings && summary.warnings > 0;
    let inputs = problems.parts.iter().flat_map(|part| part.outcome.inputs.iter().cloned()).collect();
    if !arguments.watch {
        // The process ends, and freeing what was read would take a tenth of its time.
        mem::forget(plans);
    }
    Ok((if is_wrong { End::Wrong } else { End::Clean }, inputs))
}

/// What mistakes in the configuration mean for those in documents.
fn on_configuration(problems: &Problems<'_>, summary: &Summary) -> Option<&'static str> {
    let is_wrong = problems.all.iter().any(|diagnostic| diagnostic.code == &codes::BAD_CONFIGURATION);
    let note = match summary.documents {
        0 => "No document was read, because of the mistakes in the configuration.",
        _ => "The options that have mistakes were left out, and other mistakes may follow from that.",
    };
    is_wrong.then_some(note)
}

/// The lines below the mistakes: what is not shown, where more is explained, and the summary.
const BELOW: usize = 6;

/// A mistake takes about this many lines.
const LINES_OF_ONE: usize = 7;

/// At most this many mistakes are shown although the screen is full, because the lines that count them take room, too.
const FEW: usize = 2;

impl Arguments {
    /// Prints mistakes for people, as many as the limit or the screen allows.
    fn print(&self, problems: &Problems<'_>, output: &mut Output) -> Result<(), Failure> {
        let mut folded = folded(problems.all.iter().copied());
        let mut printer = human::Printer::new(problems, output.out_view);
        let lines = output.out_view.height.saturating_sub(BELOW);
        if folded.len() > lines / LINES_OF_ONE && !self.all {
            by_turns(&mut folded);
        }
        let (mut shown, mut used) = (0, 0);
        for problem in folded.iter().take(self.limit.unwrap_or(usize::MAX)) {
            let text = printer.render(problem);
            used += text.lines().count();
            let is_full = used > lines && shown > 0 && folded.len() - shown > FEW;
            if is_full && !self.all && self.limit.is_none() {
                break;
            }
            output.out.write_all(text.as_bytes())?;
            shown += 1;
        }
        output.out.flush()?;
        report_hidden(&folded[shown..], output)?;
        if shown < folded.len() && self.limit.is_none() {
            output.say(format_args!("To see all of them: {} --all", shell::command(&[])))?;
        }
        if let Some(problem) = folded.first() {
            output.say(format_args!("More about a kind of mistake: codegen explain {}", problem.first.code.name))?;
        }
        Ok(())
    }
}

/// Puts the first mistake of each kind before the second one, so that a screen shows many kinds. Errors stay before warnings.
fn by_turns(folded: &mut [Problem<'_>]) {
    let mut counts: BTreeMap<(Level, &str), usize> = BTreeMap::new();
    folded.sort_by_cached_key(|problem| {
        let key = (problem.first.level, problem.first.code.name);
        let turn = counts.entry(key).or_default();
        *turn += 1;
        (problem.first.level, *turn)
    });
}

/// Says how many mistakes are not shown, by their codes.
fn report_hidden(hidden: &[Problem<'_>], output: &mut Output) -> Result<(), Failure> {
    if hidden.is_empty() {
        return Ok(());
    }
    let mut by_code: BTreeMap<(Level, &str), usize> = BTreeMap::new();
    for problem in hidden {
        *by_code.entry((problem.first.level, problem.first.code.name)).or_default() += 1 + problem.others.len();
    }
    let mut by_code: Vec<(&str, usize)> = by_code.into_iter().map(|((_, code), count)| (code, count)).collect();
    by_code.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let codes: Vec<String> = by_code.iter().map(|(code, count)| format!("{} {code}", separated(*count))).collect();
    let count = counted(by_code.iter().map(|(_, count)| count).sum(), "more mistake");
    output.say(format_args!("{count} not shown here: {}.", codes.join(", ")))?;
    Ok(())
}
