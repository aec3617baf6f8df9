//! Compiles a sample of the models of real documents, if these exist beside the project, and denies warnings. The sample
//! depends on a random seed, which is printed; set `CORPUS_SEED` to repeat a run.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::{env, io};

use lab::corpus::{self, Corpora};
use tests::scratch;

/// The approximate number of models to choose. With the models that they refer to, there are a few hundred.
const CHOSEN: u64 = 40;

#[test]
fn a_sample_of_real_models_compiles_without_warnings() -> io::Result<()> {
    let Some(corpora) = Corpora::beside_project() else {
        println!("no corpora beside the project: the sample is skipped");
        return Ok(());
    };
    let seed = match env::var("CORPUS_SEED") {
        Ok(seed) => seed.parse().map_err(io::Error::other)?,
        Err(_) => RandomState::new().hash_one(0) % 1_000_000,
    };
    println!("CORPUS_SEED={seed}");
    for name in ["genesys-python", "genesys-rust"] {
        let documents = corpora.documents(name)?;
        let count = documents.len() as u64;
        let folder = scratch::folder(&format!("sample-{name}"));
        let contents =
            corpus::write_crate(corpus::closure(documents, |idx| mixed(seed, idx as u64) % count < CHOSEN), &folder)?;
        println!("{name}: {} models", contents.models);
        assert!(contents.errors.is_empty(), "seed {seed}: {:?}", contents.errors);
        let output = scratch::cargo("check", &folder)?.output()?;
        assert!(output.status.success(), "seed {seed}: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}

/// Mixes a seed and an index into a number that looks random (the finalizer of splitmix64).
fn mixed(seed: u64, idx: u64) -> u64 {
    let mut state = seed.wrapping_add(idx.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}
