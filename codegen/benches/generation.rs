//! Generation time by number of documents, which should be linear.
//!
//! `cargo bench -p codegen --features internals`

use codegen::Config;
use divan::Bencher;

fn main() {
    divan::main();
}

/// All stages except those that access the disk.
#[divan::bench(args = [1, 10, 100, 1000], sample_count = 10)]
fn whole(bencher: Bencher<'_, '_>, count: usize) {
    let documents = documents(count);
    bencher.bench(|| Config::new().compile_texts(documents.iter().cloned()));
}

/// The stage `page` alone.
#[divan::bench(args = [1, 10, 100, 1000], sample_count = 10)]
fn pages(bencher: Bencher<'_, '_>, count: usize) {
    let documents = documents(count);
    bencher.bench(|| {
        documents.iter().map(|(_, text)| codegen::internals::page::read(0, text).blocks.len()).sum::<usize>()
    });
}

/// Documents of a realistic size: six fields each, every other one of a model type.
fn documents(count: usize) -> Vec<(String, String)> {
    (0..count).map(|idx| (format!("specs/Model{idx}.md"), document(idx, count))).collect()
}

fn document(idx: usize, count: usize) -> String {
    let fields = (0..6).map(|field| {
        let target = (idx + field) % count;
        let ty = if field % 2 == 0 { "str".to_owned() } else { format!("[list[Model{target}]](Model{target})") };
        format!(
            "| **field_number_{field}** | {ty} | What it&#39;s for, in a sentence of usual length. | [optional] |\n"
        )
    });
    let rows: String = fields.collect();
    format!(
        "# Model{idx}\n\n## Model{idx}\n\n## Properties\n\n|Name | Type | Description | Notes|\n\
         |------------ | ------------- | ------------- | -------------|\n{rows}\n\n\n_PureCloudPlatformClientV2 1.0_\n"
    )
}
