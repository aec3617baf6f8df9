// Dates and times of the crate `chrono`.

use std::convert::TryFrom;
use std::fmt;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, SecondsFormat, Timelike};

pub(super) use super::moment::Room;
use super::moment::{self, Usual};
use super::slot::{Found, Kind, Place, Slot, View, fill_scalar};

/// A date or date-time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stamp {
    /// A date-time.
    Moment(DateTime<FixedOffset>),
    /// A date.
    Day(NaiveDate),
}

impl Stamp {
    /// Formats it, if it has the usual form.
    #[inline]
    pub(super) fn usual(self, room: &mut Room) -> Option<&str> {
        let Self::Moment(it) = self else { return None };
        let part = |it: u32| u8::try_from(it).ok();
        let usual = Usual {
            year: u16::try_from(it.year()).ok().filter(|year| *year < 10_000 && it.offset().local_minus_utc() == 0)?,
            month: part(it.month())?,
            day: part(it.day())?,
            hour: part(it.hour())?,
            minute: part(it.minute())?,
            second: part(it.second())?,
            // `chrono` represents a leap second by more nanoseconds than a second has.
            nanosecond: Some(it.nanosecond()).filter(|nanosecond| *nanosecond < 1_000_000_000)?,
        };
        Some(usual.write(room))
    }
}

/// Makes a date-time of its parts, if it exists.
#[inline]
fn made(it: Usual) -> Option<DateTime<FixedOffset>> {
    let day = NaiveDate::from_ymd_opt(it.year.into(), it.month.into(), it.day.into())?;
    let time = day.and_hms_nano_opt(it.hour.into(), it.minute.into(), it.second.into(), it.nanosecond)?;
    Some(time.and_utc().fixed_offset())
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
        fill_scalar(self, Kind::Text, found, |it| moment::read(it.text()?, made, parse))
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
