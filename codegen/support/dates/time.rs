// Dates and times of the crate `time`.

use std::convert::TryInto;
use std::fmt;

use time::format_description::well_known::{Iso8601, Rfc3339};
use time::{Date, OffsetDateTime, PrimitiveDateTime, UtcOffset};

pub(super) use super::moment::Room;
use super::moment::{self, CivilDay, Fit, Made, Parts, Time};
use super::slot::{Found, Place, Slot, View};

/// A date or date-time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stamp {
    /// A date-time.
    Moment(OffsetDateTime),
    /// A date.
    Day(Date),
}

impl Stamp {
    /// Formats it, if it has the usual form.
    #[inline]
    pub(super) fn usual(self, room: &mut Room) -> Option<&str> {
        let Self::Moment(it) = self else { return None };
        let parts = Parts {
            day: CivilDay { year: it.year(), month: it.month().into(), day: it.day() },
            time: Time {
                hour: it.hour(),
                minute: it.minute(),
                second: it.second(),
                nanosecond: it.nanosecond(),
            },
            offset: i16::from(!it.offset().is_utc()),
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

impl Made<Parts> for OffsetDateTime {
    #[inline]
    fn made(parts: Parts) -> Option<Self> {
        let Parts { day, time, offset } = parts;
        let time = ::time::Time::from_hms_nano(time.hour, time.minute, time.second, time.nanosecond).ok()?;
        let offset = UtcOffset::from_whole_seconds(i32::from(offset) * 60).ok()?;
        Some(PrimitiveDateTime::new(Date::made(day)?, time).assume_offset(offset))
    }

    fn ends() -> [Self; 2] {
        [PrimitiveDateTime::MIN, PrimitiveDateTime::MAX].map(PrimitiveDateTime::assume_utc)
    }
}

impl Made<CivilDay> for Date {
    #[inline]
    fn made(day: CivilDay) -> Option<Self> {
        Self::from_calendar_date(day.year, day.month.try_into().ok()?, day.day).ok()
    }

    fn ends() -> [Self; 2] {
        [Self::MIN, Self::MAX]
    }
}

impl fmt::Display for Stamp {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Moment(it) => it.format(&Rfc3339),
            Self::Day(it) => it.format(&Iso8601::DATE),
        };
        f.write_str(&text.map_err(|_| fmt::Error)?)
    }
}

impl Slot for OffsetDateTime {
    #[inline]
    fn blank() -> Self {
        Self::UNIX_EPOCH
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

impl Slot for Date {
    #[inline]
    fn blank() -> Self {
        Self::MIN
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
