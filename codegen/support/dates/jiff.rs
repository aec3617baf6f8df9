// Dates and times of the crate `jiff`.

use std::convert::TryFrom;
use std::fmt;

use jiff::Timestamp;
use jiff::civil::{self, Date};
use jiff::tz::Offset;

pub(super) use super::moment::Room;
use super::moment::{self, CivilDay, Fit, Made, Parts, Time};
use super::slot::{Found, Place, Slot, View};

/// A date or date-time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stamp {
    /// A date-time.
    Moment(Timestamp),
    /// A date.
    Day(Date),
}

impl Stamp {
    /// Formats it, if it has the usual form.
    #[inline]
    pub(super) fn usual(self, room: &mut Room) -> Option<&str> {
        let Self::Moment(it) = self else { return None };
        let it = Offset::UTC.to_datetime(it);
        // None of the parts is negative.
        let part = |it: i8| it.unsigned_abs();
        let parts = Parts {
            day: CivilDay { year: it.year().into(), month: part(it.month()), day: part(it.day()) },
            time: Time {
                hour: part(it.hour()),
                minute: part(it.minute()),
                second: part(it.second()),
                nanosecond: it.subsec_nanosecond().unsigned_abs(),
            },
            offset: 0,
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

fn part(number: u8) -> Option<i8> {
    i8::try_from(number).ok()
}

impl Made<Parts> for Timestamp {
    #[inline]
    fn made(parts: Parts) -> Option<Self> {
        let Parts { day, time, offset } = parts;
        let [hour, minute, second] = [part(time.hour)?, part(time.minute)?, part(time.second)?];
        let time = civil::Time::new(hour, minute, second, i32::try_from(time.nanosecond).ok()?).ok()?;
        let offset = Offset::from_seconds(i32::from(offset) * 60).ok()?;
        offset.to_timestamp(Date::made(day)?.to_datetime(time)).ok()
    }

    fn ends() -> [Self; 2] {
        [Self::MIN, Self::MAX]
    }
}

impl Made<CivilDay> for Date {
    #[inline]
    fn made(day: CivilDay) -> Option<Self> {
        Self::new(i16::try_from(day.year).ok()?, part(day.month)?, part(day.day)?).ok()
    }

    fn ends() -> [Self; 2] {
        [Self::MIN, Self::MAX]
    }
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
        moment::fill(self, found, moment::read)
    }

    #[inline]
    fn view(&self) -> View<'_> {
        View::Stamp(Stamp::Moment(*self))
    }

    #[inline]
    fn same(&self, other: &Self) -> bool {
        self == other
    }
}

impl Slot for Date {
    #[inline]
    fn blank() -> Self {
        Self::ZERO
    }

    #[inline]
    fn fill(&mut self, found: Found<'_>) -> Place<'_> {
        moment::fill(self, found, moment::read_day)
    }

    #[inline]
    fn view(&self) -> View<'_> {
        View::Stamp(Stamp::Day(*self))
    }

    #[inline]
    fn same(&self, other: &Self) -> bool {
        self == other
    }
}
