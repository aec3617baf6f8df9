//! How much may be lost.

use std::str::FromStr;

use super::count::{Kind, Losses};
use crate::diag::{counted, separated};

/// The greatest number of losses, of a kind or in total.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limit {
    kind: Option<Kind>,
    max: usize,
}

impl FromStr for Limit {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (kind, max) = match text.split_once('=') {
            Some((kind, max)) => (Some(kind.parse()?), max),
            None => (None, text),
        };
        Ok(Self { kind, max: max.parse().map_err(|_| format!("`{max}` is not a number"))? })
    }
}

impl Limit {
    /// A message, if there are more losses.
    pub(super) fn exceeded(self, losses: &Losses) -> Option<String> {
        let count = losses.all.iter().filter(|loss| self.kind.is_none_or(|kind| kind == loss.kind)).count();
        let of = self.kind.map(|kind| format!(" of the kind `{kind}`")).unwrap_or_default();
        let are = if count == 1 { "is" } else { "are" };
        let (facts, max) = (counted(count, "fact"), separated(self.max));
        (count > self.max).then(|| format!("{facts}{of} {are} not stated, and at most {max} may be"))
    }
}
