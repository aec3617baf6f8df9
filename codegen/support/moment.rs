// Reads and writes date-times in RFC 3339, and reads other forms of ISO 8601 and common deviations.

use std::convert::TryFrom;

pub(super) use super::forms::{CivilDay, Parts, Time};

use super::forms;
use super::slot::{Found, Kind, Place, Slot};

impl Parts {
    /// Reads the usual form, `2021-04-02T15:30:51.418Z`. It has a function of its own, because all other forms take
    /// several times as long. Whether the day and the time exist remains to be checked.
    #[inline]
    pub(super) fn usual(text: &str) -> Option<Self> {
        #[rustfmt::skip]
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T',
            h1, h2, b':', i1, i2, b':', s1, s2, ref fraction @ .., b'Z'] = text.as_bytes() else { return None };
        let digits = [y1, y2, y3, y4, m1, m2, d1, d2, h1, h2, i1, i2, s1, s2].map(digit);
        let nanosecond = match fraction {
            [] => 0,
            [b'.', fraction @ ..] if (1..=9).contains(&fraction.len()) => {
                if fraction.iter().any(|byte| digit(*byte) > 9) {
                    return None;
                }
                let number = fraction.iter().fold(0, |sum, byte| sum * 10 + u32::from(digit(*byte)));
                number * TENS[9 - fraction.len()]
            }
            _ => return None,
        };
        let pair = |at: usize| digits[at] * 10 + digits[at + 1];
        digits.iter().all(|digit| *digit < 10).then(|| Self {
            day: CivilDay { year: i32::from(pair(0)) * 100 + i32::from(pair(2)), month: pair(4), day: pair(6) },
            time: Time { hour: pair(8), minute: pair(10), second: pair(12), nanosecond },
            offset: 0,
        })
    }

    /// Formats it with no, three, six or nine digits after the second, unless that is not the usual form.
    #[inline]
    pub(super) fn write(self, room: &mut Room) -> Option<&str> {
        let Self { day, time, offset } = self;
        let nanosecond = time.nanosecond;
        let year = u32::try_from(day.year).ok().filter(|year| *year < 10_000 && offset == 0)?;
        room.0 = *b"0000-00-00T00:00:00.000000000Z..";
        let pairs = [
            (0, year / 100),
            (2, year % 100),
            (5, day.month.into()),
            (8, day.day.into()),
            (11, time.hour.into()),
            (14, time.minute.into()),
            (17, time.second.into()),
            (20, nanosecond / 10_000_000),
            (22, nanosecond / 100_000 % 100),
            (24, nanosecond / 1_000 % 100),
            (26, nanosecond / 10 % 100),
        ];
        // All parts are below a hundred, which the compiler does not know.
        for (at, number) in pairs {
            room.0[at..at + 2].copy_from_slice(PAIRS.get(number as usize).unwrap_or(b"00"));
        }
        room.0[28] = PAIRS[nanosecond as usize % 10][1];
        let end = match nanosecond {
            0 => 19,
            it if it % 1_000_000 == 0 => 23,
            it if it % 1_000 == 0 => 26,
            _ => 29,
        };
        room.0[end] = b'Z';
        std::str::from_utf8(&room.0).ok().map(|text| &text[..=end])
    }
}

/// A buffer for the text of a date-time. It is aligned and padded, so that it is validated as UTF-8 by whole words.
#[repr(align(8))]
pub(super) struct Room([u8; 32]);

impl Default for Room {
    #[inline]
    fn default() -> Self {
        Self([0; 32])
    }
}

/// The digits of the numbers below one hundred.
const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[b'0'; 2]; 100];
    let mut number = 0_u8;
    while number < 100 {
        pairs[number as usize] = [b'0' + number / 10, b'0' + number % 10];
        number += 1;
    }
    pairs
};

/// The powers of ten.
const TENS: [u32; 9] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

/// The value of a digit; more than nine for any other byte.
#[inline]
fn digit(byte: u8) -> u8 {
    byte.wrapping_sub(b'0')
}

/// A date or date-time of a date crate, and the parts that it is made of.
pub(super) trait Made<P>: Sized {
    /// Makes it of parts that may not exist, such as the 30th of February. `None` if the crate cannot hold it.
    fn made(parts: P) -> Option<Self>;

    /// The first and the last one that the crate can hold.
    fn ends() -> [Self; 2];
}

/// How exactly a type holds what a text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit<T> {
    /// What is written for the value says the same.
    Exact(T),
    /// The text says more than the value, which is the nearest one.
    Nearest(T),
}

impl<T> Fit<T> {
    pub(super) fn value(self) -> T {
        match self {
            Self::Exact(value) | Self::Nearest(value) => value,
        }
    }
}

/// Reads a date-time.
#[inline]
pub(super) fn read<T: Made<Parts>>(text: &str) -> Option<Fit<T>> {
    match Parts::usual(text).and_then(T::made) {
        Some(value) => Some(Fit::Exact(value)),
        None => forms::moment(text).map(|(parts, is_all)| nearest(parts, parts.day.year, is_all)),
    }
}

/// Reads a date.
pub(super) fn read_day<T: Made<CivilDay>>(text: &str) -> Option<Fit<T>> {
    forms::day(text).map(|(day, is_all)| nearest(day, day.year, is_all))
}

/// The value for parts that exist, which may not be all that the text says. If the crate cannot hold the value, it is
/// before the first one or after the last one.
fn nearest<P, T: Made<P>>(parts: P, year: i32, is_all: bool) -> Fit<T> {
    match T::made(parts) {
        Some(value) if is_all => Fit::Exact(value),
        Some(value) => Fit::Nearest(value),
        None => {
            let [first, last] = T::ends();
            Fit::Nearest(if year > 1970 { last } else { first })
        }
    }
}

/// Fills the slot of a date or date-time.
#[inline]
pub(super) fn fill<'a, T: Slot>(slot: &'a mut T, found: Found<'_>, fit: fn(&str) -> Option<Fit<T>>) -> Place<'a> {
    if found == Found::Fitting {
        return Place::Blank(slot, Kind::Text);
    }
    let Some(fit) = found.text().and_then(fit) else { return Place::Refused };
    let place = if matches!(fit, Fit::Exact(_)) { Place::Done } else { Place::Nearest };
    *slot = fit.value();
    place
}
