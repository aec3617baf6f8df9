//! A conversation of 150 KB: our model, the same models in openapi-generator's style, and any JSON.
//!
//! `cargo bench -p tests --features peer`
//!
//! Besides the time there are the allocations. What a value holds while it lives is what `drop` gives back.

#![allow(missing_docs, reason = "nobody depends on a bench")]

use std::hint::black_box;

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tests::payload;

#[allow(
    clippy::all,
    clippy::pedantic,
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "written in another style on purpose"
)]
mod models {
    include!(concat!(env!("OUT_DIR"), "/peer/mod.rs"));
}

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

/// In the table both are called as their type is; a transparent wrapper gives a name and costs nothing.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
struct Ours(::models::Conversation);

#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
struct Peer(models::Conversation);

fn main() {
    // What is compared has to do the same work.
    let conversation = payload::conversation(KILOBYTES);
    assert_eq!(serde_json::to_value(read::<Ours>()).ok().as_ref(), Some(&conversation));
    assert_eq!(serde_json::to_value(read::<Peer>()).ok().as_ref(), Some(&conversation));
    divan::main();
}

const KILOBYTES: usize = 150;

fn text() -> String {
    payload::conversation(KILOBYTES).to_string()
}

fn read<T: DeserializeOwned>() -> T {
    serde_json::from_str(&text()).expect("every style reads the conversation")
}

#[divan::bench(types = [Ours, Peer, Value])]
fn deserialise<T: DeserializeOwned>(bencher: Bencher<'_, '_>) {
    let text = text();
    bencher.counter(BytesCount::of_str(&text)).bench(|| serde_json::from_str::<T>(black_box(&text)));
}

#[divan::bench(types = [Ours, Peer, Value])]
fn serialise<T: DeserializeOwned + Serialize>(bencher: Bencher<'_, '_>) {
    let value = read::<T>();
    // The buffer is there before, so that only what the style allocates is counted.
    let buffer = || Vec::with_capacity(2 * KILOBYTES * 1000);
    bencher.counter(BytesCount::of_str(&text())).with_inputs(buffer).bench_local_values(|mut buffer| {
        serde_json::to_writer(&mut buffer, black_box(&value)).expect("every style writes the conversation");
        buffer
    });
}

#[divan::bench(types = [Ours, Peer, Value])]
fn clone<T: DeserializeOwned + Clone>(bencher: Bencher<'_, '_>) {
    let value = read::<T>();
    bencher.bench_local(|| black_box(&value).clone());
}

#[divan::bench(types = [Ours, Peer, Value])]
fn drop<T: DeserializeOwned>(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(read::<T>).bench_local_values(std::mem::drop);
}
