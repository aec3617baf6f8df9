// Dates and times of the crate `jiff`.

use std::convert::TryFrom;
use std::fmt;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

pub(super) use super::moment::Room;
use super::moment::{self, Usual};
use super::slot::{Found, Kind, Place, Slot, View, fill_scalar};

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
        let usual = Usual {
            year: u16::try_from(it.year()).ok()?,
            month: part(it.month()),
            day: part(it.day()),
            hour: part(it.hour()),
            minute: part(it.minute()),
            second: part(it.second()),
            nanosecond: it.subsec_nanosecond().unsigned_abs(),
        };
        Some(usual.write(room))
    }
}

/// Makes a date-time of its parts, if it exists.
#[inline]
fn made(it: Usual) -> Option<Timestamp> {
    let part = |it: u8| i8::try_from(it).ok();
    let civil = DateTime::new(
        i16::try_from(it.year).ok()?,
        part(it.month)?,
        part(it.day)?,
        part(it.hour)?,
        part(it.minute)?,
        part(it.second)?,
        i32::try_from(it.nanosecond).ok()?,
    );
    let civil = civil.ok()?;
    Offset::UTC.to_timestamp(civil).ok()
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
        fill_scalar(self, Kind::Text, found, |it| moment::read(it.text()?, made, |text| text.parse().ok()))
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
