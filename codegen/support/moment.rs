// Reads and writes date-times in RFC 3339, and reads common deviations from it.

/// The parts of a date-time in the usual form, `2021-04-02T15:30:51.418Z`. This form is read and written here, because
/// date crates support many more forms and take several times as long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Usual {
    /// From 0 to 9999.
    pub(super) year: u16,
    pub(super) month: u8,
    pub(super) day: u8,
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
    pub(super) nanosecond: u32,
}

impl Usual {
    /// Parses the digits; the date crate checks whether the day exists.
    #[inline]
    pub(super) fn read(text: &str) -> Option<Self> {
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
            year: u16::from(pair(0)) * 100 + u16::from(pair(2)),
            month: pair(4),
            day: pair(6),
            hour: pair(8),
            minute: pair(10),
            second: pair(12),
            nanosecond,
        })
    }

    /// Formats it with no, three, six or nine digits after the second.
    #[inline]
    pub(super) fn write(self, room: &mut Room) -> &str {
        room.0 = *b"0000-00-00T00:00:00.000000000Z..";
        let (year, nanosecond) = (u32::from(self.year), self.nanosecond);
        let pairs = [
            (0, year / 100),
            (2, year % 100),
            (5, self.month.into()),
            (8, self.day.into()),
            (11, self.hour.into()),
            (14, self.minute.into()),
            (17, self.second.into()),
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
        std::str::from_utf8(&room.0).map_or("", |text| &text[..=end])
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

/// Reads a date-time, after repairing common deviations if necessary. Refuses what would be written as another
/// instant.
#[inline]
pub(super) fn read<T>(text: &str, make: impl Fn(Usual) -> Option<T>, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    if let Some(usual) = Usual::read(text) {
        return make(usual);
    }
    let (_, time) = text.split_once(['T', 't', ' '])?;
    let fraction = time.split_once(['.', ',']).map_or("", |(_, rest)| rest);
    let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
    // The date crates round or drop leap seconds, digits after nanoseconds, and time zones in brackets.
    let leap = time.contains(":60") || time.get(4..6) == Some("60");
    if leap || digits > 9 || time.contains('[') {
        return None;
    }
    parse(text).or_else(|| parse(&repaired(text)?))
}

/// Reads a date without a time.
#[inline]
pub(super) fn read_day<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    let fits = |(at, byte): (usize, u8)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    if text.len() == 10 && text.bytes().enumerate().all(fits) { parse(text) } else { None }
}

/// Repairs deviations from RFC 3339: one digit instead of two, a space instead of the `T`, a comma before the fraction,
/// missing seconds, an offset without a colon or without minutes.
pub(super) fn repaired(text: &str) -> Option<String> {
    let (day, time) = text.trim().split_once(['T', 't', ' '])?;
    let zone = time.find(['Z', 'z', '+', '-'])?;
    let (clock, zone) = (time[..zone].trim_end(), &time[zone..]);
    let (clock, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, ""));
    let mut day = day.split('-');
    let mut clock = clock.split(':');
    // Without seconds, a fraction would be one of a minute.
    if !fraction.is_empty() && clock.clone().count() < 3 {
        return None;
    }
    let (year, month, date) = (day.next()?, two(day.next()?)?, two(day.next()?)?);
    let (hour, minute, second) = (two(clock.next()?)?, two(clock.next()?)?, two(clock.next().unwrap_or("00"))?);
    let (sign, offset) = zone.split_at(1);
    let offset = match (sign, offset.split_once(':'), offset.len()) {
        ("Z" | "z", None, 0) => "Z".to_owned(),
        ("+" | "-", Some((hours, minutes)), _) => format!("{sign}{}:{}", two(hours)?, two(minutes)?),
        ("+" | "-", None, 4) => format!("{sign}{}:{}", offset.get(..2)?, offset.get(2..)?),
        ("+" | "-", None, 2) => format!("{sign}{offset}:00"),
        _ => return None,
    };
    let rest = day.next().or_else(|| clock.next());
    let dot = if fraction.is_empty() { "" } else { "." };
    rest.is_none().then(|| format!("{year}-{month}-{date}T{hour}:{minute}:{second}{dot}{fraction}{offset}"))
}

/// Pads a number to two digits.
fn two(digits: &str) -> Option<String> {
    matches!(digits.len(), 1 | 2).then(|| format!("{digits:0>2}"))
}
