//! Measures how long it takes to read, write, clone, drop and compare a conversation of 150 KB, relative to the same
//! models in openapi-generator's style.
//!
//! `cargo bench -p lab --features peer --bench pairs`
//!
//! The speed of a machine varies, so all styles take turns in every round. The result is the median of the rounds'
//! ratios, with both quartiles. The alignment of a loop changes its time by up to a third;
//! `RUSTFLAGS="-C llvm-args=-align-loops=64"` aligns all loops.

#![allow(missing_docs, reason = "a bench has no public interface")]

mod styles;

use std::hint::black_box;
use std::time::Instant;

use serde_json::Value;
use styles::{Conversation, Json, Ours, OursDatesAsText, Peer, models};

/// The number of turns of each style.
const ROUNDS: usize = 400;

/// How often a style repeats an operation in its turn, to reduce the influence of what the previous style left in the
/// caches.
const TIMES: u32 = 5;

const OPERATIONS: [&str; 5] = ["read and drop", "write", "clone", "drop", "compare"];

/// Runs an operation [`TIMES`] times and returns the average seconds.
type Turn = Box<dyn FnMut() -> f64>;

fn main() {
    let styles: [(&str, [Turn; OPERATIONS.len()]); 4] = [
        ("openapi-generator's style", turns::<Peer>()),
        ("ours", turns::<Ours>()),
        ("ours, date-times as text", turns::<OursDatesAsText>()),
        ("`serde_json::Value`", turns::<Json>()),
    ];
    let (names, mut styles): (Vec<&str>, Vec<_>) = styles.into_iter().unzip();
    println!("| | {} |\n|---{}|", names.join(" | "), "|---".repeat(names.len()));
    for (idx, operation) in OPERATIONS.iter().enumerate() {
        let mut rounds: Vec<Vec<f64>> = Vec::with_capacity(ROUNDS);
        for _ in 0..ROUNDS {
            rounds.push(styles.iter_mut().map(|turns| turns[idx]()).collect());
        }
        let [_, microseconds, _] = quartiles(rounds.iter().map(|seconds| seconds[0] * 1e6).collect());
        print!("| {operation} | {microseconds:.0} µs |");
        for style in 1..names.len() {
            let [low, median, high] = quartiles(rounds.iter().map(|seconds| seconds[style] / seconds[0]).collect());
            print!(" {median:.2} ({low:.2} to {high:.2}) |");
        }
        println!();
    }
}

/// The turns of a style, in the order of [`OPERATIONS`].
fn turns<T: Conversation + 'static>() -> [Turn; OPERATIONS.len()] {
    // The comparison is fair only if every style does the same work.
    assert_eq!(serde_json::to_value(styles::read::<T>()).ok(), serde_json::from_str::<Value>(&styles::text()).ok());
    let text = styles::text();
    let [written, cloned, dropped, compared, equal] = std::array::from_fn(|_| styles::read::<T>());
    let mut buffer = styles::buffer();
    [
        Box::new(move || {
            timed(|| {
                for _ in 0..TIMES {
                    drop(black_box(serde_json::from_str::<T>(black_box(&text))));
                }
            })
        }),
        Box::new(move || {
            timed(|| {
                for _ in 0..TIMES {
                    buffer.clear();
                    serde_json::to_writer(&mut buffer, black_box(&written))
                        .expect("every style writes the conversation");
                }
            })
        }),
        Box::new(move || timed(|| (0..TIMES).map(|_| black_box(&cloned).clone()).collect::<Vec<T>>())),
        Box::new(move || {
            let copies: Vec<T> = (0..TIMES).map(|_| dropped.clone()).collect();
            timed(|| drop(copies))
        }),
        Box::new(move || {
            timed(|| {
                for _ in 0..TIMES {
                    assert!(black_box(&compared) == black_box(&equal));
                }
            })
        }),
    ]
}

/// The seconds that a function takes, divided by [`TIMES`]. Dropping its result is not measured.
fn timed<T>(run: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let output = run();
    let seconds = start.elapsed().as_secs_f64() / f64::from(TIMES);
    drop(output);
    seconds
}

/// The lower quartile, the median and the upper quartile.
fn quartiles(mut numbers: Vec<f64>) -> [f64; 3] {
    numbers.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarter| numbers[numbers.len() * quarter / 4])
}
