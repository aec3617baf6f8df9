//! Runs the targets of `tests::fuzz` for as long as somebody likes.
//!
//! `cargo run --release -p lab --bin fuzz -- --seconds 3600`

use std::panic;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use clap::Parser;
use tests::fuzz::{TARGETS, Target};
use tests::mutation::Random;

/// Makes inputs from seeds and checks what becomes of them. Prints the seeds that break something; the same seed makes the
/// same input everywhere.
#[derive(Parser)]
struct Arguments {
    /// The targets; all of them by default.
    targets: Vec<String>,

    /// How long each target runs.
    #[arg(long, default_value_t = 60)]
    seconds: u64,

    /// The most inputs of each target.
    #[arg(long, default_value_t = u64::MAX)]
    count: u64,

    /// The first seed.
    #[arg(long, default_value_t = 0)]
    seed: u64,

    /// The number of threads.
    #[arg(long, default_value_t = 2)]
    threads: usize,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    if let Some(unknown) = arguments.targets.iter().find(|name| !names.contains(&name.as_str())) {
        eprintln!("there is no target `{unknown}`; the targets are {}", names.join(", "));
        return ExitCode::FAILURE;
    }
    let is_wanted =
        |target: &&Target| arguments.targets.is_empty() || arguments.targets.iter().any(|name| name == target.name);
    let mut failed = 0;
    for target in TARGETS.iter().filter(is_wanted) {
        failed += run(target, &arguments);
    }
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs a target and prints how often. Returns how many inputs broke something.
fn run(target: &Target, arguments: &Arguments) -> u64 {
    let next = AtomicU64::new(0);
    let failed = AtomicU64::new(0);
    let start = Instant::now();
    let work = || {
        while start.elapsed() < Duration::from_secs(arguments.seconds) {
            let input = next.fetch_add(1, Ordering::Relaxed);
            if input >= arguments.count {
                break;
            }
            let seed = arguments.seed.wrapping_add(input);
            if panic::catch_unwind(|| (target.run)(&mut Random::new(seed))).is_err() {
                failed.fetch_add(1, Ordering::Relaxed);
                println!("{}: seed {seed} breaks something", target.name);
            }
        }
    };
    thread::scope(|scope| (0..arguments.threads.max(1)).for_each(|_| drop(scope.spawn(work))));
    let (inputs, failed) = (next.into_inner().min(arguments.count), failed.into_inner());
    println!("{:12} {inputs:>12} inputs in {:>5} s, {failed} failed", target.name, start.elapsed().as_secs());
    failed
}
