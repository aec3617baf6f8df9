//! Numbers of instructions by stage, and whether they have grown.

use std::collections::BTreeMap;
use std::fmt;

/// By how much a number may grow before somebody has to say so.
pub const TOLERANCE: f64 = 0.05;

/// A difference counts only if it is more than this share of all stages: what a small stage costs depends on chance.
const SMALLEST: f64 = 0.002;

/// The name of the sum of all stages.
const ALL: &str = "all stages";

/// Millions of instructions by documents and stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts(BTreeMap<(String, String), f64>);

/// A number beside the one that was recorded for it.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    documents: String,
    stage: String,
    /// The recorded number; 0 if there is none.
    before: f64,
    now: f64,
    verdict: Verdict,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Same,
    Grown,
    Shrunk,
}

/// Numbers beside the recorded ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison(Vec<Row>);

impl Counts {
    /// Reads what [`Counts`] write. Lines of another form are ignored.
    pub fn read(text: &str) -> Self {
        let mut counts = Self::default();
        for line in text.lines() {
            if let [documents, stage, count] = line.split(" | ").collect::<Vec<_>>()[..]
                && let Ok(count) = count.parse()
                && stage != ALL
            {
                counts.add(documents, stage, count);
            }
        }
        counts
    }

    /// Adds a number, in millions.
    pub fn add(&mut self, documents: &str, stage: &str, count: f64) {
        *self.0.entry((documents.to_owned(), stage.to_owned())).or_default() += count;
    }

    /// Compares the numbers with recorded ones.
    pub fn compare(&self, recorded: &Self) -> Comparison {
        let before = recorded.with_sums();
        let rows = self.with_sums().0.into_iter().map(|((documents, stage), now)| {
            let all = before.get(&documents, ALL);
            let before = before.get(&documents, &stage);
            let verdict = verdict(before, now, all);
            Row { documents, stage, before, now, verdict }
        });
        Comparison(rows.collect())
    }

    fn get(&self, documents: &str, stage: &str) -> f64 {
        self.0.get(&(documents.to_owned(), stage.to_owned())).copied().unwrap_or_default()
    }

    /// The numbers, with the sum of all stages for each set of documents.
    fn with_sums(&self) -> Self {
        let mut all = self.clone();
        for ((documents, _), count) in &self.0 {
            all.add(documents, ALL, *count);
        }
        all
    }
}

fn verdict(before: f64, now: f64, all: f64) -> Verdict {
    if (now - before).abs() <= SMALLEST * all {
        Verdict::Same
    } else if now > before * (1.0 + TOLERANCE) {
        Verdict::Grown
    } else if now < before * (1.0 - TOLERANCE) {
        Verdict::Shrunk
    } else {
        Verdict::Same
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_sums()
            .0
            .iter()
            .try_for_each(|((documents, stage), count)| writeln!(f, "{documents} | {stage} | {count:.2}"))
    }
}

impl Comparison {
    /// The numbers that are more than they may be.
    pub fn grown(&self) -> usize {
        self.0.iter().filter(|row| row.verdict == Verdict::Grown).count()
    }

    /// The numbers that are so much less that the recorded ones would hide a later growth.
    pub fn shrunk(&self) -> usize {
        self.0.iter().filter(|row| row.verdict == Verdict::Shrunk).count()
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("| documents | stage | recorded | now | change |\n|---|---|---|---|---|\n")?;
        for Row { documents, stage, before, now, verdict } in &self.0 {
            let change = 100.0 * (now / before - 1.0);
            let verdict = match verdict {
                Verdict::Same => "",
                Verdict::Grown => " **more**",
                Verdict::Shrunk => " less",
            };

            writeln!(f, "| {documents} | {stage} | {before:.2} | {now:.2} | {change:+.1} %{verdict} |")?;
        }
        Ok(())
    }
}
