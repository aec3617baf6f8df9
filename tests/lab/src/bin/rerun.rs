//! Measures how long a build script takes that runs again after a document was edited.
//!
//! `cargo run -p lab --bin rerun`, without `--release`, because cargo does not optimize build scripts; with `-- --shared
//! ../shared` it measures real documents. Each run is a process. The output of the run after an edit must be that of a
//! run that has no records.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use std::{env, fs, io};

use clap::Parser;
use codegen::Config;
use lab::generation::{Source, Workload, folder, median};
use lab::measure::own_usage;
use tests::scratch::files;

/// The variable that is set where this program is the build script.
const SCRIPT: &str = "RERUN_SCRIPT";

/// What is before the figures of a run.
const FIGURES: &str = "figures: ";

/// Measures how long a build script takes that runs again after a document was edited.
#[derive(Parser)]
struct Arguments {
    /// The numbers of documents.
    #[arg(long, value_delimiter = ',', default_values_t = [1000, 6220])]
    sizes: Vec<usize>,

    /// How often each is measured; the result is the median.
    #[arg(long, default_value_t = 5)]
    runs: usize,

    #[command(flatten)]
    source: Source,
}

/// What runs took.
#[derive(Default)]
struct Runs {
    walls: Vec<f64>,
    processors: Vec<f64>,
    peaks: Vec<f64>,
}

fn main() -> io::Result<()> {
    if env::var_os(SCRIPT).is_some() {
        return script();
    }
    let arguments = Arguments::parse();
    let profile = if cfg!(debug_assertions) { "not optimized" } else { "optimized" };
    println!("{}, {profile}; a row is added to the table of one document\n", arguments.source.about());
    println!("| documents | run | wall s | processor s | peak MB |\n|---|---|---|---|---|");
    for size in arguments.sizes {
        let folder = folder("rerun");
        let documents = arguments.source.documents(size)?;
        Workload::new(&folder, &documents)?;
        let models: Vec<PathBuf> = documents
            .into_iter()
            .filter(|(_, text)| with_field(text) != *text)
            .map(|(path, _)| folder.join(path))
            .collect();
        let [mut first, mut unchanged, mut edited] = [(); 3].map(|()| Runs::default());
        for number in 0..arguments.runs.max(1) {
            let path = &models[models.len() * (number + 1) / (arguments.runs + 2)];
            let (kept, fresh) = (empty(&folder, "kept")?, empty(&folder, "fresh")?);
            first.run(&folder, &kept)?;
            unchanged.run(&folder, &kept)?;
            let text = fs::read_to_string(path)?;
            fs::write(path, with_field(&text))?;
            edited.run(&folder, &kept)?;
            Runs::default().run(&folder, &fresh)?;
            if !are_same(&kept, &fresh)? {
                return Err(io::Error::other(format!("{}: records change the output", path.display())));
            }
            fs::write(path, text)?;
        }
        for (name, runs) in [("the first", first), ("nothing edited", unchanged), ("one edited", edited)] {
            let [wall, processor, peak] = [runs.walls, runs.processors, runs.peaks].map(median);
            println!("| {size} | {name} | {wall:.2} | {processor:.2} | {peak:.0} |");
        }
    }
    Ok(())
}

/// Does what a build script does, and prints what that took.
fn script() -> io::Result<()> {
    let wall = Instant::now();
    let outcome = Config::new().specs("specs").undocumented(codegen::Undocumented::Allow).build();
    if outcome.has_errors() {
        return Err(io::Error::other("the documents have errors"));
    }
    let usage = own_usage();
    println!("{FIGURES}{} {} {}", wall.elapsed().as_secs_f64(), usage.seconds, usage.peak);
    Ok(())
}

impl Runs {
    fn run(&mut self, folder: &Path, out_dir: &Path) -> io::Result<()> {
        let mut command = Command::new(env::current_exe()?);
        let output = command.env(SCRIPT, "1").env("OUT_DIR", out_dir).current_dir(folder).output()?;
        let printed = String::from_utf8_lossy(&output.stdout);
        let figures = printed.lines().find_map(|line| line.strip_prefix(FIGURES));
        let figures = figures.ok_or_else(|| io::Error::other(printed.clone().into_owned()))?;
        let figures: Vec<f64> = figures.split(' ').map_while(|figure| figure.parse().ok()).collect();
        let [wall, processor, peak] = figures[..] else { return Err(io::Error::other(printed.into_owned())) };
        self.walls.push(wall);
        self.processors.push(processor);
        self.peaks.push(peak);
        Ok(())
    }
}

/// The text with a copy of the last row of a table, whose field has another name.
fn with_field(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut edited = String::new();
    let last = lines.iter().rposition(|line| line.matches('|').count() > 1);
    for (number, line) in lines.into_iter().enumerate() {
        edited.extend([line, "\n"]);
        if Some(number) == last {
            let start = line.find(|letter: char| letter.is_alphabetic()).unwrap_or_default();
            edited.extend([&line[..start], "another", &line[start..], "\n"]);
        }
    }
    edited
}

fn empty(folder: &Path, name: &str) -> io::Result<PathBuf> {
    let path = folder.join(name);
    if path.exists() {
        fs::remove_dir_all(&path)?;
    }
    fs::create_dir_all(&path)?;
    Ok(path)
}

/// Whether two folders have the same files.
fn are_same(one: &Path, other: &Path) -> io::Result<bool> {
    let texts = |folder| Ok::<_, io::Error>(files(folder)?.into_iter().map(|(path, (_, text))| (path, text)));
    Ok(texts(one)?.eq(texts(other)?))
}
