//! Damages pages of real documents and counts what becomes of that.
//!
//! `cargo run --release -p lab --bin mutations -- ../shared`

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use clap::Parser;
use codegen::{Config, dialect};
use lab::corpus::Corpora;
use tests::mutation::{Mutation, Random, Subject, Verdict};

/// Damages pages of real documents, one place of one page at a time, and counts what becomes of that. Each page is read
/// alone, in the dialect that it has among the documents of its archive.
#[derive(Parser)]
struct Arguments {
    /// The folder that contains `corpora`.
    folder: PathBuf,

    /// The number of mutations.
    #[arg(long, default_value_t = 10_000)]
    count: usize,

    /// The seed of the random numbers.
    #[arg(long, default_value_t = 13)]
    seed: u64,

    /// Prints an example of each kind that is silent.
    #[arg(long)]
    examples: bool,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let corpora = Corpora::open(&arguments.folder)?;
    let names = corpora.names()?;
    let mut random = Random::new(arguments.seed);
    let mut found: BTreeMap<Verdict, Vec<Mutation>> = BTreeMap::new();
    for (idx, name) in names.iter().enumerate() {
        let share = arguments.count * (idx + 1) / names.len() - arguments.count * idx / names.len();
        for mutation in mutations(&corpora.documents(name)?, share, &mut random) {
            found.entry(mutation.verdict.clone()).or_default().push(mutation);
        }
    }
    for (verdict, mutations) in &found {
        println!("{} {verdict:?}", mutations.len());
        if let (Verdict::Silent(_), Some(Mutation { path, line, .. }), true) =
            (verdict, mutations.first(), arguments.examples)
        {
            println!("    {path}: {line}");
        }
    }
    let is_silent = |verdict: &&Verdict| matches!(verdict, Verdict::Silent(_));
    let silent: usize = found.keys().filter(is_silent).map(|verdict| found[verdict].len()).sum();
    println!("{silent} of {} are silent", found.values().map(Vec::len).sum::<usize>());
    Ok(())
}

/// Mutations of the pages of an archive.
fn mutations(documents: &[(String, String)], count: usize, random: &mut Random) -> Vec<Mutation> {
    let dialects = Config::new().compile_texts(documents.iter().cloned()).dialects;
    let is_page = |(path, _): &&(String, String)| dialects.contains_key(&**path);
    let pages: Vec<&(String, String)> = documents.iter().filter(is_page).collect();
    let mut mutations = Vec::new();
    // Pages with errors cannot be compared.
    for _ in 0..count * 20 {
        if mutations.len() == count || pages.is_empty() {
            break;
        }
        let (path, text) = pages[random.below(pages.len())];
        let dialect = dialects.get(&**path).and_then(|name| dialect::by_name(name));
        if let Some(subject) = Subject::new(vec![(path.clone(), text.clone())], dialect) {
            mutations.extend(subject.mutate(random));
        }
    }
    mutations
}
