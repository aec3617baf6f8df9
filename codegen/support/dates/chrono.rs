// Dates and times, by the crate `chrono`.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};

use super::moment;
use super::slot::{Found, Kind, Place, Slot, View, fill_scalar};

/// A date or date-time, as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stamp {
    /// A date-time.
    Moment(DateTime<FixedOffset>),
    /// A date.
    Day(NaiveDate),
}

impl fmt::Display for Stamp {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Moment(it) => f.write_str(&it.to_rfc3339_opts(SecondsFormat::AutoSi, true)),
            Self::Day(it) => it.fmt(f),
        }
    }
}

impl Slot for DateTime<FixedOffset> {
    #[inline]
    fn blank() -> Self {
        Self::default()
    }

    #[inline]
    fn fill(&mut self, found: Found<'_>) -> Place<'_> {
        let parse = |text: &str| Self::parse_from_rfc3339(text).ok();
        fill_scalar(self, Kind::Text, found, |it| moment::read(it.text()?, parse))
    }

    #[inline]
    fn view(&self) -> View<'_> {
        View::Stamp(Stamp::Moment(*self))
    }
}

impl Slot for NaiveDate {
    #[inline]
    fn blank() -> Self {
        Self::default()
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
