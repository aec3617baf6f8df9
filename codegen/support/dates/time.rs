// Dates and times of the crate `time`.

use std::convert::{TryFrom, TryInto};
use std::fmt;

use time::format_description::well_known::{Iso8601, Rfc3339};
use time::{Date, OffsetDateTime, PrimitiveDateTime, Time};

pub(super) use super::moment::Room;
use super::moment::{self, Usual};
use super::slot::{Found, Kind, Place, Slot, View, fill_scalar};

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
        let usual = Usual {
            year: u16::try_from(it.year()).ok().filter(|year| *year < 10_000 && it.offset().is_utc())?,
            month: it.month().into(),
            day: it.day(),
            hour: it.hour(),
            minute: it.minute(),
            second: it.second(),
            nanosecond: it.nanosecond(),
        };
        Some(usual.write(room))
    }
}

/// Makes a date-time of its parts, if it exists.
#[inline]
fn made(it: Usual) -> Option<OffsetDateTime> {
    let day = Date::from_calendar_date(it.year.into(), it.month.try_into().ok()?, it.day).ok()?;
    let time = Time::from_hms_nano(it.hour, it.minute, it.second, it.nanosecond).ok()?;
    Some(PrimitiveDateTime::new(day, time).assume_utc())
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
        let parse = |text: &str| Self::parse(text, &Rfc3339).ok();
        fill_scalar(self, Kind::Text, found, |it| moment::read(it.text()?, made, parse))
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
        let parse = |text: &str| Self::parse(text, &Iso8601::DATE).ok();
        fill_scalar(self, Kind::Text, found, |it| moment::read_day(it.text()?, parse))
    }

    #[inline]
    fn view(&self) -> View<'_> {
        View::Stamp(Stamp::Day(*self))
    }
}
