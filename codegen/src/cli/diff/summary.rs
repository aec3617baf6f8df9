//! What a comparison means for the version of a crate.

use std::fmt;

use serde::Serialize;

use super::change::Change;
use super::rules::{Level, Side};
use crate::diag::{counted, separated};

/// A comparison in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Summary {
    pub(super) breaking: usize,
    pub(super) risky: usize,
    pub(super) compatible: usize,
    pub(super) step: Step,
}

/// The part of the version to raise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Step {
    /// Nothing changed.
    #[default]
    None,
    /// The models changed, but not what Rust code sees of them.
    Patch,
    /// Code that compiled still does, perhaps with warnings.
    Minor,
    /// Something is breaking.
    Major,
}

impl Summary {
    pub(super) fn of(changes: &[Change]) -> Self {
        let count = |level: Level| changes.iter().filter(|change| change.level == level).count();
        let (breaking, risky, compatible) = (count(Level::Breaking), count(Level::Risky), count(Level::Compatible));
        let step = if breaking > 0 {
            Step::Major
        } else if changes.iter().any(|change| change.rule.side == Side::Rust) {
            Step::Minor
        } else if changes.is_empty() {
            Step::None
        } else {
            Step::Patch
        };
        Self { breaking, risky, compatible, step }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { breaking, risky, compatible, .. } = *self;
        let all = breaking + risky + compatible;
        if all == 0 {
            return f.write_str("no changes");
        }
        let [breaking, risky, compatible] = [breaking, risky, compatible].map(separated);
        write!(f, "{}: {breaking} breaking, {risky} risky, {compatible} compatible", counted(all, "change"))
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}

/// A version of a crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Version {
    major: u64,
    minor: u64,
    patch: u64,
}

impl std::str::FromStr for Version {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut parts = text.trim_start_matches('v').split('.').map(str::parse);
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(Ok(major)), Some(Ok(minor)), Some(Ok(patch)), None) => Ok(Self { major, minor, patch }),
            _ => Err("write a version of three numbers, such as `0.4.2`".to_owned()),
        }
    }
}

impl Version {
    /// The next version. Below 1.0, cargo takes the leftmost part that is not zero for the major one.
    pub(super) fn after(self, step: Step) -> Self {
        let Self { major, minor, patch } = self;
        match (step, major, minor) {
            (Step::None, ..) => self,
            (Step::Major, 0, 0) | (Step::Patch, ..) | (Step::Minor, 0, _) => Self { patch: patch + 1, ..self },
            (Step::Major, 0, _) | (Step::Minor, ..) => Self { major, minor: minor + 1, patch: 0 },
            (Step::Major, ..) => Self { major: major + 1, minor: 0, patch: 0 },
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// The sentence about the version.
pub(super) fn advice(step: Step, current: Option<Version>) -> String {
    if let Some(current) = current {
        return match step {
            Step::None => format!("version {current} stays"),
            _ => format!("version {current} -> {} ({step})", current.after(step)),
        };
    }
    match step {
        Step::None => "the version stays".to_owned(),
        Step::Patch => "suggested step of the version: patch".to_owned(),
        Step::Minor => "suggested step of the version: minor (below 1.0: patch)".to_owned(),
        Step::Major => "suggested step of the version: major (below 1.0: minor)".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_below_one_move_their_leftmost_part() {
        for (before, step, after) in [
            ("1.2.3", Step::Major, "2.0.0"),
            ("1.2.3", Step::Minor, "1.3.0"),
            ("1.2.3", Step::Patch, "1.2.4"),
            ("0.2.3", Step::Major, "0.3.0"),
            ("0.2.3", Step::Minor, "0.2.4"),
            ("0.0.3", Step::Major, "0.0.4"),
            ("0.2.3", Step::None, "0.2.3"),
        ] {
            let version: Version = before.parse().expect("a version");
            assert_eq!(version.after(step).to_string(), after, "{before} {step}");
        }
    }

    #[test]
    fn a_version_has_three_numbers() {
        for text in ["1.2", "1.2.3.4", "1.2.x", ""] {
            assert!(text.parse::<Version>().is_err(), "{text}");
        }
    }
}
