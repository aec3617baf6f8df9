// Dates and times, by the crate `jiff`.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;

use super::moment;
use super::slot::{Found, Kind, Place, Slot, View, fill_scalar};

/// A date or date-time, as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stamp {
    /// A date-time.
    Moment(Timestamp),
    /// A date.
    Day(Date),
}

impl fmt::Display for Stamp {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Moment(it) => it.fmt(f),
            Self::Day(it) => it.fmt(f),
        }
    }
}

impl Slot for Timestamp {
    #[inline]
    fn blank() -> Self {
        Self::UNIX_EPOCH
    }

    #[inline]
    fn fill(&mut self, found: Found<'_>) -> Place<'_> {
        fill_scalar(self, Kind::Text, found, |it| moment::read(it.text()?, |text| text.parse().ok()))
    }

    #[inline]
    fn view(&self) -> View<'_> {
        View::Stamp(Stamp::Moment(*self))
    }
}

impl Slot for Date {
    #[inline]
    fn blank() -> Self {
        Self::ZERO
    }

    #[inline]
    fn fill(&mut self, found: Found<'_>) -> Place<'_> {
        fill_scalar(self, Kind::Text, found, |it| moment::read_day(it.text()?, |text| text.parse().ok()))
    }

    #[inline]
    fn view(&self) -> View<'_> {
        View::Stamp(Stamp::Day(*self))
    }
}
