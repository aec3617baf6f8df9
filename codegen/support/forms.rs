// Reads dates and date-times in all forms that are read. Only the usual one has another function of its own. Samples
// are checked with this file, too.

use std::convert::{TryFrom, TryInto};

/// The parts of a date-time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) day: CivilDay,
    pub(super) time: Time,
    /// The minutes by which the clock is ahead of UTC.
    pub(super) offset: i16,
}

/// The parts of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CivilDay {
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
}

/// The parts of a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
    pub(super) nanosecond: u32,
}

/// Reads a date-time. Also returns whether its parts are all that the text says.
pub(super) fn moment(text: &str) -> Option<(Parts, bool)> {
    let (text, zone) = text.trim().split_once('[').map_or((text.trim(), None), |(text, zone)| (text, Some(zone)));
    let (day, time) = text.split_once(['T', 't', ' '])?;
    let (clock, offset) = time.split_at(time.find(['Z', 'z', '+', '-'])?);
    let (day, is_usual) = read_day(day, 1)?;
    let (time, is_whole) = read_time(clock.trim_end())?;
    let offset = read_offset(offset)?;
    if !exists(day) || time.minute > 59 || zone.is_some_and(|zone| !zone.ends_with(']')) {
        return None;
    }
    let parts = Parts { day, time, offset };
    match time {
        Time { hour: 0..=23, second: 0..=59, .. } => Some((parts, is_usual && is_whole && zone.is_none())),
        // The end of the day.
        Time { hour: 24, minute: 0, second: 0, nanosecond: 0 } => {
            Some((Parts { day: next(day), time: Time { hour: 0, ..time }, offset }, false))
        }
        // A leap second, which is the last one of a day in UTC.
        Time { hour: 0..=23, second: 60, .. } if (minute_of_day(time) - offset).rem_euclid(24 * 60) == 24 * 60 - 1 => {
            Some((Parts { time: Time { second: 59, nanosecond: 999_999_999, ..time }, ..parts }, false))
        }
        _ => None,
    }
}

/// Reads a date. Also returns whether its parts are all that the text says.
pub(super) fn day(text: &str) -> Option<(CivilDay, bool)> {
    // Without a dash, it can be a number.
    read_day(text, 2).filter(|(day, _)| exists(*day) && text.contains('-'))
}

/// Reads `2021-04-30` and `20210430`. Months and days can have fewer digits. Years of more than four digits are not
/// usual, and neither are years with a sign.
fn read_day(text: &str, fewest: usize) -> Option<(CivilDay, bool)> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_signed = unsigned.len() < text.len();
    let mut parts = unsigned.split('-');
    let (year, month, day) = match (parts.next()?, parts.next(), parts.next(), parts.next()) {
        (year, Some(month), Some(day), None) => (year, month, day),
        (all, None, ..) if all.len() == 8 && !is_signed => (all.get(..4)?, all.get(4..6)?, all.get(6..)?),
        _ => return None,
    };
    let is_year = matches!(year.len(), 4..=10) && (is_signed || year.len() == 4 || !year.starts_with('0'));
    let absolute = digits(year).filter(|_| is_year)?;
    let sign = if text.starts_with('-') { -1 } else { 1 };
    // No crate can hold years as large as those that are cut off here.
    let year_number = i32::try_from(absolute).unwrap_or(i32::MAX) * sign;
    let day = CivilDay { year: year_number, month: short(month, fewest)?, day: short(day, fewest)? };
    Some((day, !is_signed && year.len() == 4))
}

/// Reads `15:30:51.418`, `153051`, `15:30` and `15`. Also returns whether there are at most nanoseconds.
fn read_time(text: &str) -> Option<(Time, bool)> {
    let (clock, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_basic = matches!(clock.len(), 4 | 6) && !clock.contains(':');
    let mut parts = clock.split(':');
    let (hour, minute, second) = match (parts.next()?, parts.next(), parts.next(), parts.next()) {
        (all, None, ..) if is_basic => (all.get(..2)?, all.get(2..4), all.get(4..).filter(|rest| !rest.is_empty())),
        (hour, minute, second, None) => (hour, minute, second),
        _ => return None,
    };
    // Without seconds, a fraction would be one of a minute or an hour.
    if !fraction.is_empty() && second.is_none() {
        return None;
    }
    let (kept, rest) = fraction.split_at_checked(9).unwrap_or((fraction, ""));
    let number = |part: Option<&str>| part.map_or(Some(0), |digits| short(digits, 1));
    let time = Time {
        hour: short(hour, 1)?,
        minute: number(minute)?,
        second: number(second)?,
        nanosecond: u32::try_from(digits(&format!("{kept:0<9}"))?).ok()?,
    };
    let is_fraction = rest.bytes().all(|byte| byte.is_ascii_digit());
    is_fraction.then(|| (time, rest.bytes().all(|byte| byte == b'0')))
}

/// Reads `Z`, `+02:00`, `+0200` and `+02` as minutes.
fn read_offset(text: &str) -> Option<i16> {
    let (sign, text) = match text.split_at_checked(1)? {
        ("Z" | "z", "") => return Some(0),
        ("+", text) => (1, text),
        ("-", text) => (-1, text),
        _ => return None,
    };
    let (hours, minutes) = match text.split_once(':') {
        Some(both) => both,
        None if text.len() == 2 => (text, "00"),
        None if text.len() == 4 => (text.get(..2)?, text.get(2..)?),
        None => return None,
    };
    let (hours, minutes) = (short(hours, 1)?, short(minutes, 1)?);
    (hours < 24 && minutes < 60).then(|| sign * (i16::from(hours) * 60 + i16::from(minutes)))
}

/// A number of at most two digits.
fn short(text: &str, fewest: usize) -> Option<u8> {
    digits(text).filter(|_| (fewest..=2).contains(&text.len()))?.try_into().ok()
}

fn digits(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

fn minute_of_day(time: Time) -> i16 {
    i16::from(time.hour) * 60 + i16::from(time.minute)
}

fn exists(day: CivilDay) -> bool {
    (1..=12).contains(&day.month) && (1..=days(day)).contains(&day.day)
}

/// The day after this one.
fn next(day: CivilDay) -> CivilDay {
    let CivilDay { year, month, day: date } = day;
    if date < days(day) {
        CivilDay { year, month, day: date + 1 }
    } else if month < 12 {
        CivilDay { year, month: month + 1, day: 1 }
    } else {
        CivilDay { year: year.saturating_add(1), month: 1, day: 1 }
    }
}

/// The number of days in the month of a day.
fn days(day: CivilDay) -> u8 {
    let is_leap = day.year % 4 == 0 && (day.year % 100 != 0 || day.year % 400 == 0);
    match day.month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 31,
    }
}
