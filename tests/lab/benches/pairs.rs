//! How long a conversation of 150 KB takes to read, write, clone, drop and compare, as shares of what the same
//! models in openapi-generator's style take.
//!
//! `cargo bench -p lab --features peer --bench pairs`
//!
//! A machine is fast in one minute and slow in the next, so in every round each style takes its turn, and what
//! is told is the median of the rounds' shares, with the quarters on both sides of it. Where a loop lies in the
//! program moves its time by up to a third; `RUSTFLAGS="-C llvm-args=-align-loops=64"` puts all of them alike.

#![allow(missing_docs, reason = "nobody depends on a bench")]

mod styles;

use std::hint::black_box;
use std::time::Instant;

use serde_json::Value;
use styles::{Conversation, Json, Ours, OursDatesAsText, Peer, models};

/// How often each style takes its turn.
const ROUNDS: usize = 400;

/// How often a style does the same in its turn, so that it does not only feel what the one before left in the
/// caches.
const TIMES: u32 = 5;

const OPERATIONS: [&str; 5] = ["read and drop", "write", "clone", "drop", "compare"];

/// A turn: the seconds that an operation takes, on average.
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
    for (at, operation) in OPERATIONS.iter().enumerate() {
        let round = |_| styles.iter_mut().map(|turns| turns[at]()).collect();
        let rounds: Vec<Vec<f64>> = (0..ROUNDS).map(round).collect();
        let [_, microseconds, _] = quartiles(rounds.iter().map(|seconds| seconds[0] * 1e6).collect());
        print!("| {operation} | {microseconds:.0} µs |");
        for style in 1..names.len() {
            let [low, median, high] = quartiles(rounds.iter().map(|seconds| seconds[style] / seconds[0]).collect());
            print!(" {median:.2} ({low:.2} to {high:.2}) |");
        }
        println!();
    }
}

/// What a style does, in the order of [`OPERATIONS`].
fn turns<T: Conversation + 'static>() -> [Turn; OPERATIONS.len()] {
    // What is compared has to do the same work.
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
                    serde_json::to_writer(&mut buffer, black_box(&written)).expect("every style writes it");
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

/// The seconds that a function takes for one of its [`TIMES`]. What it gives back is dropped after that.
fn timed<T>(run: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let output = run();
    let seconds = start.elapsed().as_secs_f64() / f64::from(TIMES);
    drop(output);
    seconds
}

/// A quarter of the numbers is below the first, half below the second, a quarter above the third.
fn quartiles(mut numbers: Vec<f64>) -> [f64; 3] {
    numbers.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarter| numbers[numbers.len() * quarter / 4])
}
