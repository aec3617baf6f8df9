//! How long a conversation of 150 KB takes to read, write, clone, drop and compare, as shares of what the same
//! models in openapi-generator's style take.
//!
//! `cargo bench -p tests --features peer --bench pairs`
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

/// The seconds that each of the operations takes, once.
type Turn = [f64; OPERATIONS.len()];

/// Each call is a turn.
type Style = Box<dyn FnMut() -> Turn>;

fn main() {
    let mut styles: [(&str, Style); 4] = [
        ("openapi-generator's style", style::<Peer>()),
        ("ours", style::<Ours>()),
        ("ours, date-times as text", style::<OursDatesAsText>()),
        ("`serde_json::Value`", style::<Json>()),
    ];
    let rounds: Vec<Vec<Turn>> = (0..ROUNDS).map(|_| styles.iter_mut().map(|(_, turn)| turn()).collect()).collect();
    let names = styles.map(|(name, _)| name);
    println!("| | {} |\n|---{}|", names.join(" | "), "|---".repeat(names.len()));
    for (at, operation) in OPERATIONS.iter().enumerate() {
        let [_, microseconds, _] = quartiles(rounds.iter().map(|turns| turns[0][at] * 1e6).collect());
        print!("| {operation} | {microseconds:.0} µs |");
        for style in 1..names.len() {
            let [low, median, high] = quartiles(rounds.iter().map(|turns| turns[style][at] / turns[0][at]).collect());
            print!(" {median:.2} ({low:.2} to {high:.2}) |");
        }
        println!();
    }
}

fn style<T: Conversation + 'static>() -> Style {
    let (text, value, equal) = (styles::text(), styles::read::<T>(), styles::read::<T>());
    // What is compared has to do the same work.
    assert_eq!(serde_json::to_value(&value).ok(), serde_json::from_str::<Value>(&text).ok());
    let (mut buffer, mut copies) = (styles::buffer(), Vec::new());
    Box::new(move || {
        [
            timed(|| drop(black_box(serde_json::from_str::<T>(black_box(&text))))),
            timed(|| {
                buffer.clear();
                serde_json::to_writer(&mut buffer, black_box(&value)).expect("every style writes the conversation");
            }),
            timed(|| copies.push(black_box(&value).clone())),
            timed(|| drop(copies.pop())),
            timed(|| assert!(black_box(&value) == black_box(&equal))),
        ]
    })
}

/// The seconds that a function takes, on average.
fn timed(mut run: impl FnMut()) -> f64 {
    let start = Instant::now();
    for _ in 0..TIMES {
        run();
    }
    start.elapsed().as_secs_f64() / f64::from(TIMES)
}

/// A quarter of the numbers is below the first, half below the second, a quarter above the third.
fn quartiles(mut numbers: Vec<f64>) -> [f64; 3] {
    numbers.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarter| numbers[numbers.len() * quarter / 4])
}
