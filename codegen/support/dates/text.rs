// Dates and times stay text.

use std::fmt;

/// A date or date-time. There is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stamp {}

impl Stamp {
    pub(super) fn usual(self, _: &mut [u8; 30]) -> Option<&str> {
        match self {}
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}
