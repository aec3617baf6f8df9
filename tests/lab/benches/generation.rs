//! Measures generation as a whole, by number of documents, and what is allocated for it. The bench `stages` measures
//! each stage.
//!
//! `cargo bench -p lab --bench generation`

#![allow(missing_docs, reason = "a bench has no public interface")]

use codegen::Config;
use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher};
use tests::synthetic::Synthetic;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// Documents in all dialects. All stages except those that access the disk.
#[divan::bench(args = [1, 100, 1000, 6000], sample_count = 5)]
fn all_dialects(bencher: Bencher<'_, '_>, count: usize) {
    let documents = Synthetic::new().expect("the cases").documents(count, 1);
    let bencher = bencher.counter(ItemsCount::new(count));
    bencher.with_inputs(|| documents.clone()).bench_values(|documents| Config::new().compile_texts(documents));
}

/// A thousand documents in each dialect, whose costs differ.
#[divan::bench(args = dialects(), sample_count = 3)]
fn one_dialect(bencher: Bencher<'_, '_>, dialect: &str) {
    let documents = Synthetic::new().expect("the cases").documents_in(dialect, 1000, 1);
    let bencher = bencher.counter(ItemsCount::new(documents.len()));
    bencher.with_inputs(|| documents.clone()).bench_values(|documents| Config::new().compile_texts(documents));
}

fn dialects() -> impl Iterator<Item = &'static str> {
    codegen::dialect::ALL.iter().map(|dialect| dialect.name)
}
