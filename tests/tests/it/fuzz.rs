//! Each target of [`tests::fuzz`] for a moment. The program `fuzz` of `lab` runs them for hours.

use tests::fuzz::{TARGETS, Target};
use tests::mutation::Random;

#[test]
fn whatever_is_read_nothing_breaks() {
    let mut failures = Vec::new();
    for Target { name, moment, run } in TARGETS {
        for seed in 0..u64::try_from(*moment).expect("a small number") {
            if std::panic::catch_unwind(|| run(&mut Random::new(seed))).is_err() {
                failures.push(format!("{name}, seed {seed}"));
                break;
            }
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}
