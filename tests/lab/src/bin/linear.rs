//! Measures the time and the memory of generation per document, by the number of documents.
//!
//! `cargo run --release -p lab --bin linear`, or `-- --shared ../shared` for real documents and renamed copies of them.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::Instant;
use std::{env, io};

use clap::Parser;
use cpu_time::ProcessTime;
use lab::generation::{Source, Workload, folder, median};
use lab::measure::own_usage;

/// The variable that is set where this program generates code.
const MEASURED: &str = "LINEAR_MEASURED";

/// A cost per document that grows by more than this, from one number of documents to the next, is not linear.
const BEND: f64 = 0.2;

/// Measures the time and the memory of generation per document, by the number of documents. Each run is a process.
#[derive(Parser)]
struct Arguments {
    /// The numbers of documents.
    #[arg(long, value_delimiter = ',', default_values_t = [1, 100, 1000, 6220, 62_200])]
    sizes: Vec<usize>,

    /// How often each number of documents is measured; the result is the median.
    #[arg(long, default_value_t = 3)]
    runs: usize,

    #[command(flatten)]
    source: Source,
}

/// What a run took.
#[derive(Default)]
struct Run {
    /// Wall time, in seconds.
    wall: f64,
    /// Peak memory, in megabytes.
    peak: f64,
    /// Processor time of each stage, in seconds.
    stages: BTreeMap<String, f64>,
}

/// What a number of documents takes.
struct Cost {
    documents: f64,
    wall: f64,
    processor: f64,
    peak: f64,
    stages: BTreeMap<String, f64>,
}

fn main() -> io::Result<()> {
    if env::var_os(MEASURED).is_some() {
        return measured();
    }
    let arguments = Arguments::parse();
    println!("{}\n", arguments.source.about());
    println!("| documents | wall s | processor s | peak MB | processor ms per document | peak KB per document |");
    println!("|---|---|---|---|---|---|");
    let mut costs: Vec<Cost> = Vec::new();
    for size in &arguments.sizes {
        let documents = arguments.source.documents(*size)?;
        let folder = folder("linear");
        let workload = Workload::new(&folder, &documents)?;
        drop(documents);
        let mut runs = Vec::new();
        for _ in 0..arguments.runs.max(1) {
            workload.clean()?;
            runs.push(run(&folder)?);
        }
        let cost = Cost::new(*size, &runs);
        cost.print();
        costs.push(cost);
    }
    println!();
    costs.windows(2).for_each(|pair| pair[1].compare(&pair[0]));
    Ok(())
}

/// Generates code in the folder that this program was started in, and prints what each stage took.
fn measured() -> io::Result<()> {
    let (wall, mut stage) = (Instant::now(), ProcessTime::now());
    let mut stages = Vec::new();
    let outcome = Workload::at(Path::new(".")).run(&mut |name| {
        stages.push((name, stage.elapsed().as_secs_f64()));
        stage = ProcessTime::now();
    })?;
    drop(outcome);
    stages.push(("what was made is freed", stage.elapsed().as_secs_f64()));
    println!("wall\t{}\npeak\t{}", wall.elapsed().as_secs_f64(), own_usage().peak);
    for (name, seconds) in stages {
        println!("{name}\t{seconds}");
    }
    Ok(())
}

fn run(folder: &Path) -> io::Result<Run> {
    let output = Command::new(env::current_exe()?).env(MEASURED, "1").current_dir(folder).output()?;
    if !output.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    let mut run = Run::default();
    for (name, number) in String::from_utf8_lossy(&output.stdout).lines().filter_map(|line| line.split_once('\t')) {
        let number = number.parse().map_err(io::Error::other)?;
        match name {
            "wall" => run.wall = number,
            "peak" => run.peak = number,
            stage => *run.stages.entry(stage.to_owned()).or_default() += number,
        }
    }
    Ok(run)
}

impl Cost {
    fn new(documents: usize, runs: &[Run]) -> Self {
        let of = |figure: &dyn Fn(&Run) -> f64| median(runs.iter().map(figure).collect());
        let stage = |name: &String| of(&|run| run.stages.get(name).copied().unwrap_or_default());
        let names = runs.first().into_iter().flat_map(|run| run.stages.keys());
        #[expect(clippy::cast_precision_loss, reason = "there are fewer than 2^52 documents")]
        let documents = documents as f64;
        Self {
            documents,
            wall: of(&|run| run.wall),
            processor: of(&|run| run.stages.values().sum()),
            peak: of(&|run| run.peak),
            stages: names.map(|name| (name.clone(), stage(name))).collect(),
        }
    }

    fn print(&self) {
        let Self { documents, wall, processor, peak, .. } = self;
        let (time, memory) = (1e3 * processor / documents, 1e3 * peak / documents);
        println!("| {documents} | {wall:.3} | {processor:.3} | {peak:.1} | {time:.3} | {memory:.1} |");
    }

    /// Prints what a document takes in comparison with a smaller number of documents, and the stages that make the
    /// difference.
    fn compare(&self, fewer: &Self) {
        let per = |cost: &Self, figure: f64| figure / cost.documents;
        let time = per(self, self.processor) / per(fewer, fewer.processor);
        let memory = per(self, self.peak) / per(fewer, fewer.peak);
        println!(
            "From {} to {} documents, the time of a document is {time:.2} times, its memory {memory:.2} times as much{}",
            fewer.documents,
            self.documents,
            if time > 1.0 + BEND || memory > 1.0 + BEND { ": not linear." } else { "." }
        );
        for (name, seconds) in &self.stages {
            let before = per(fewer, fewer.stages.get(name).copied().unwrap_or_default());
            let after = per(self, *seconds);
            if after - before > 0.02 * per(fewer, fewer.processor) && after / before > 1.0 + BEND {
                println!("- {name}: {:.4} ms instead of {:.4} ms per document", 1e3 * after, 1e3 * before);
            }
        }
    }
}
