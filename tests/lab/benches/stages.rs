//! Measures each stage of generation: its time, and what it allocates.
//!
//! `cargo bench -p lab --bench stages`, or `cargo bench --profile dev -p lab --bench stages` for a build script without
//! optimization. With `-- --shared ../shared` it measures real documents.
//!
//! The processor time is that of all threads. Counting allocations takes time, too.

#![allow(missing_docs, reason = "a bench has no public interface")]

use std::alloc::System;
use std::io;
use std::thread;
use std::time::Instant;

use clap::Parser;
use cpu_time::ProcessTime;
use lab::generation::{Source, Workload, folder, median};
use lab::measure::own_usage;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATIONS: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Measures each stage of generation.
#[derive(Parser)]
struct Arguments {
    /// The numbers of documents.
    #[arg(long, value_delimiter = ',', default_values_t = [1, 100, 1000, 6000])]
    sizes: Vec<usize>,

    /// How often all stages run; the time of each is the median.
    #[arg(long, default_value_t = 5)]
    runs: usize,

    #[command(flatten)]
    source: Source,

    /// `cargo bench` adds it.
    #[arg(long, hide = true)]
    bench: bool,
}

/// What a stage took.
struct Cost {
    name: &'static str,
    /// Wall time, in seconds.
    wall: f64,
    /// Processor time of all threads, in seconds.
    processor: f64,
    allocations: usize,
    /// What was allocated, in bytes.
    allocated: usize,
    /// What was allocated and not freed since the run began, in bytes.
    in_use: usize,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let profile = if cfg!(debug_assertions) { "not optimized" } else { "optimized" };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    for size in arguments.sizes {
        let documents = arguments.source.documents(size)?;
        let bytes: usize = documents.iter().map(|(_, text)| text.len()).sum();
        let workload = Workload::new(&folder("stages"), &documents)?;
        drop(documents);
        let runs = (0..arguments.runs.max(1)).map(|_| run(&workload)).collect::<io::Result<Vec<_>>>()?;
        println!(
            "\n## {size} {}, {:.1} MB, {profile}, {threads} threads\n",
            arguments.source.about(),
            megabytes(bytes)
        );
        print(&runs);
    }
    println!("\npeak memory of this process: {:.0} MB", own_usage().peak);
    Ok(())
}

impl Cost {
    /// Adds what comes after it.
    fn add(&mut self, other: &Self) {
        self.wall += other.wall;
        self.processor += other.processor;
        self.allocations += other.allocations;
        self.allocated += other.allocated;
        self.in_use = self.in_use.max(other.in_use);
    }
}

fn run(workload: &Workload) -> io::Result<Vec<Cost>> {
    workload.clean()?;
    let mut costs: Vec<Cost> = Vec::new();
    let whole = Region::new(ALLOCATIONS);
    let (mut region, mut start, mut processor) = (Region::new(ALLOCATIONS), Instant::now(), ProcessTime::now());
    workload.run(&mut |name| {
        let (wall, spent) = (start.elapsed().as_secs_f64(), processor.elapsed().as_secs_f64());
        let (own, all) = (region.change_and_reset(), whole.change());
        let in_use = all.bytes_allocated.saturating_sub(all.bytes_deallocated);
        let cost = Cost {
            name,
            wall,
            processor: spent,
            allocations: own.allocations + own.reallocations,
            allocated: own.bytes_allocated,
            in_use,
        };
        match costs.iter_mut().find(|before| before.name == name) {
            Some(before) => before.add(&cost),
            None => costs.push(cost),
        }
        (start, processor) = (Instant::now(), ProcessTime::now());
    })?;
    Ok(costs)
}

/// Prints the medians of the times, and the allocations of the first run.
fn print(runs: &[Vec<Cost>]) {
    let of = |figure: fn(&Cost) -> f64, stage: usize| median(runs.iter().map(|run| figure(&run[stage])).collect());
    let Some(first) = runs.first() else { return };
    let mut all =
        Cost { name: "all (the most in use)", wall: 0.0, processor: 0.0, allocations: 0, allocated: 0, in_use: 0 };
    let costs = first.iter().enumerate().map(|(stage, cost)| Cost {
        wall: of(|cost| cost.wall, stage),
        processor: of(|cost| cost.processor, stage),
        ..*cost
    });
    let costs: Vec<Cost> = costs.collect();
    for cost in &costs {
        all.add(cost);
    }
    println!("| stage | processor ms | share | wall ms | allocations | allocated, MB | in use after it, MB |");
    println!("|---|---|---|---|---|---|---|");
    for cost in costs.iter().chain([&all]) {
        println!(
            "| {} | {:.2} | {:.0} % | {:.2} | {} | {:.1} | {:.1} |",
            cost.name,
            1e3 * cost.processor,
            100.0 * cost.processor / all.processor,
            1e3 * cost.wall,
            cost.allocations,
            megabytes(cost.allocated),
            megabytes(cost.in_use)
        );
    }
}

fn megabytes(bytes: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "sizes are far below 2^52")]
    let bytes = bytes as f64;
    bytes / 1e6
}
