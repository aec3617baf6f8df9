//! Merges the documents of several SDKs of one API and reports what each one contributes.
//!
//! `cargo run --release -p lab --bin merge -- ../shared genesys-python genesys-rust`

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use codegen::Config;
use codegen::internals::codes;
use codegen::schema::{Contradiction, Fact, Model, Schema};
use lab::corpus::Corpora;
use serde_json::Value;

/// Merges the documents of several SDKs of one API and reports what each one contributes. Fails if a contradiction is
/// not reported.
#[derive(Parser)]
struct Arguments {
    /// The folder that contains `corpora`.
    folder: PathBuf,

    /// The archives, the leading one first.
    #[arg(required = true)]
    archives: Vec<String>,

    /// Prints all contradictions.
    #[arg(long)]
    contradictions: bool,
}

fn main() -> io::Result<ExitCode> {
    let arguments = Arguments::parse();
    let corpora = Corpora::open(&arguments.folder)?;
    let mut documents = Vec::new();
    for archive in &arguments.archives {
        for (path, text) in corpora.documents(archive)? {
            documents.push((format!("{archive}/{path}"), text));
        }
    }
    let start = Instant::now();
    let outcome = Config::new().show_all().same_api(arguments.archives.clone()).compile_texts(documents);
    println!("{:.1?} for {} documents", start.elapsed(), outcome.account.documents);
    for report in outcome.merge_reports() {
        println!("{report}");
    }
    for archive in &arguments.archives {
        // Not every archive has a truth.
        if let Ok(truth) = corpora.truth(archive) {
            print_right_keys(archive, &outcome.schema, &keys(&truth));
        }
    }
    let found = print_contradictions(&outcome.schema);
    let reported: Vec<_> =
        outcome.diagnostics.iter().filter(|diagnostic| diagnostic.code == &codes::CONTRADICTION).collect();
    if arguments.contradictions {
        for diagnostic in &reported {
            println!("{diagnostic}");
        }
    }
    let unreported = found - reported.len();
    println!("{} contradictions are reported, {unreported} are not", reported.len());
    Ok(if unreported == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints how many contradictions there are of each kind. Returns the total.
fn print_contradictions(schema: &Schema) -> usize {
    let models = schema.models.values();
    let of_fields = models.clone().flat_map(Model::fields).flat_map(|field| &field.merged.contradictions);
    let mut kinds: BTreeMap<(Fact, String), usize> = BTreeMap::new();
    for contradiction in models.flat_map(|model| &model.merged.contradictions).chain(of_fields) {
        let Contradiction { fact, taken, left } = contradiction;
        let kind = format!("{} counts, {} does not", without_names(&taken.text), without_names(&left.text));
        *kinds.entry((*fact, kind)).or_default() += 1;
    }
    println!("contradictions by fact:");
    for ((fact, kind), count) in &kinds {
        println!("{count:6} {}: {kind}", fact.word());
    }
    kinds.values().sum()
}

/// The keys of each model.
type Keys = BTreeMap<String, BTreeSet<String>>;

/// The keys in a truth, in either of its formats.
fn keys(truth: &BTreeMap<String, Value>) -> Keys {
    let mut keys = Keys::new();
    for (name, model) in truth {
        let by_name = model["wire"].as_object().into_iter().flat_map(|wire| wire.values());
        let in_fields = model["fields"].as_array().into_iter().flatten().map(|field| &field["wire"]);
        let of_model = by_name.chain(in_fields).filter_map(Value::as_str).map(str::to_owned);
        keys.insert(name.clone(), of_model.collect());
    }
    keys
}

/// Prints how many fields have a key as the truth has it, out of those whose key is in the truth in any case.
fn print_right_keys(archive: &str, schema: &Schema, truth: &Keys) {
    let (mut right, mut known) = (0, 0);
    for (name, model) in &schema.models {
        let Some(keys) = truth.get(&name.0) else { continue };
        let lowercase: BTreeSet<String> = keys.iter().map(|key| key.to_lowercase()).collect();
        for field in model.fields() {
            if lowercase.contains(&field.wire.0.to_lowercase()) {
                known += 1;
                right += usize::from(keys.contains(&field.wire.0));
            }
        }
    }
    println!("wire names, compared with the truth about {archive}: {right} of {known} are right");
}

/// A type as text, with names of models replaced.
fn without_names(ty: &str) -> String {
    ty.split_inclusive(['[', ']'])
        .map(|part| if part.starts_with(char::is_uppercase) { "(model)" } else { part })
        .collect()
}
