//! Real documents, where they are beside the project: a sample of their models goes through the compiler
//! with warnings denied. The sample differs from run to run by its seed, which is printed; set
//! `CORPUS_SEED` to repeat a run.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::{env, io};

use lab::corpus::{self, Corpora};
use tests::scratch;

/// How many models are chosen; with all that they reach it is a few hundred.
const CHOSEN: u64 = 40;

#[test]
fn a_sample_of_real_models_compiles_without_warnings() -> io::Result<()> {
    let Some(corpora) = Corpora::beside_project() else {
        println!("no corpora beside the project: nothing is sampled");
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
        let chosen = |idx: usize| mixed(seed, idx as u64) % count < CHOSEN;
        let folder = scratch::folder(&format!("sample-{name}"));
        let contents = corpus::write_crate(corpus::closure(documents, chosen), &folder)?;
        println!("{name}: {} models", contents.models);
        assert!(contents.errors.is_empty(), "seed {seed}: {:?}", contents.errors);
        let output = scratch::cargo("check", &folder)?.output()?;
        assert!(output.status.success(), "seed {seed}: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}

/// A number that depends on both and looks random (the finaliser of splitmix64).
fn mixed(seed: u64, idx: u64) -> u64 {
    let it = seed.wrapping_add(idx.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    it ^ (it >> 31)
}
