//! Measures a conversation of 150 KB as our model, in openapi-generator's style, and as any JSON.
//!
//! `cargo bench -p lab --features peer --bench conversation`
//!
//! This bench is about allocations: `drop` frees what a value holds. Counting allocations takes time, so the bench
//! `pairs` compares the times.

#![allow(missing_docs, reason = "a bench has no public interface")]

mod styles;

use std::hint::black_box;

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher};
use styles::{Conversation, Json, Ours, OursDatesAsText, Peer, models};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

#[divan::bench(types = [Ours, OursDatesAsText, Peer, Json])]
fn deserialise<T: Conversation>(bencher: Bencher<'_, '_>) {
    let text = styles::text();
    bencher.counter(BytesCount::of_str(&text)).bench(|| serde_json::from_str::<T>(black_box(&text)));
}

#[divan::bench(types = [Ours, OursDatesAsText, Peer, Json])]
fn serialise<T: Conversation>(bencher: Bencher<'_, '_>) {
    let value = styles::read::<T>();
    bencher.counter(BytesCount::of_str(&styles::text())).with_inputs(styles::buffer).bench_local_values(
        |mut buffer| {
            serde_json::to_writer(&mut buffer, black_box(&value)).expect("every style writes the conversation");
            buffer
        },
    );
}

#[divan::bench(types = [Ours, OursDatesAsText, Peer, Json])]
fn clone<T: Conversation>(bencher: Bencher<'_, '_>) {
    let value = styles::read::<T>();
    bencher.bench_local(|| black_box(&value).clone());
}

#[divan::bench(types = [Ours, OursDatesAsText, Peer, Json])]
fn drop<T: Conversation>(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(styles::read::<T>).bench_local_values(std::mem::drop);
}
