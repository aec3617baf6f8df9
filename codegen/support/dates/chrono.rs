// Dates and times of the crate `chrono`.

use std::convert::TryFrom;
use std::fmt;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, SecondsFormat, Timelike, Utc};

pub(super) use super::moment::Room;
use super::moment::{self, CivilDay, Fit, Made, Parts, Time};
use super::slot::{Found, Place, Slot, View};

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
        let parts = Parts {
            day: CivilDay { year: it.year(), month: part(it.month())?, day: part(it.day())? },
            time: Time {
                hour: part(it.hour())?,
                minute: part(it.minute())?,
                second: part(it.second())?,
                // `chrono` represents a leap second by more nanoseconds than a second has.
                nanosecond: Some(it.nanosecond()).filter(|nanosecond| *nanosecond < 1_000_000_000)?,
            },
            offset: i16::try_from(it.offset().local_minus_utc()).unwrap_or(i16::MAX),
        };
        parts.write(room)
    }

    /// Whether it is what is read from this text.
    pub(super) fn is_nearest_to(self, text: &str) -> bool {
        match self {
            Self::Moment(it) => moment::read(text).map(Fit::value) == Some(it),
            Self::Day(it) => moment::read_day(text).map(Fit::value) == Some(it),
        }
    }
}

impl Made<Parts> for DateTime<FixedOffset> {
    #[inline]
    fn made(parts: Parts) -> Option<Self> {
        let Parts { day, time, offset } = parts;
        let [hour, minute, second] = [time.hour, time.minute, time.second].map(u32::from);
        let time = NaiveDate::made(day)?.and_hms_nano_opt(hour, minute, second, time.nanosecond)?;
        time.and_local_timezone(FixedOffset::east_opt(i32::from(offset) * 60)?).single()
    }

    fn ends() -> [Self; 2] {
        [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC].map(|end| end.fixed_offset())
    }
}

impl Made<CivilDay> for NaiveDate {
    #[inline]
    fn made(day: CivilDay) -> Option<Self> {
        Self::from_ymd_opt(day.year, day.month.into(), day.day.into())
    }

    fn ends() -> [Self; 2] {
        [Self::MIN, Self::MAX]
    }
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
        moment::fill(self, found, moment::read)
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
        moment::fill(self, found, moment::read_day)
    }

    #[inline]
    fn view(&self) -> View<'_> {
        View::Stamp(Stamp::Day(*self))
    }
}
