// How date-times are read and written that are RFC 3339, or almost.

/// A date-time as nearly all are written, `2021-04-02T15:30:51.418Z`, part by part. It is read and written
/// here, because a date crate, which knows many more forms, takes several times as long.
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
    /// Its digits; whether there is such a day, the date crate knows.
    #[inline]
    fn read(text: &str) -> Option<Self> {
        #[rustfmt::skip]
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T',
            h1, h2, b':', i1, i2, b':', s1, s2, ref fraction @ .., b'Z'] = text.as_bytes() else { return None };
        let nanosecond = match fraction {
            [] => 0,
            [b'.', digits @ ..] if (1..=9).contains(&digits.len()) => {
                let number = digits.iter().try_fold(0, |sum, it| Some(sum * 10 + u32::from(digit(*it)?)))?;
                number * TENS[9 - digits.len()]
            }
            _ => return None,
        };
        Some(Self {
            year: u16::from(pair(y1, y2)?) * 100 + u16::from(pair(y3, y4)?),
            month: pair(m1, m2)?,
            day: pair(d1, d2)?,
            hour: pair(h1, h2)?,
            minute: pair(i1, i2)?,
            second: pair(s1, s2)?,
            nanosecond,
        })
    }

    /// Its text, with a fraction of no, three, six or nine digits.
    #[allow(clippy::cast_possible_truncation, reason = "two digits of a year and one of a fraction fit")]
    #[inline]
    pub(super) fn write(self, buffer: &mut [u8; 30]) -> &str {
        let [[y1, y2], [y3, y4]] = [self.year / 100, self.year % 100].map(|it| digits(it as u8));
        let [[m1, m2], [d1, d2]] = [self.month, self.day].map(digits);
        let [[h1, h2], [i1, i2], [s1, s2]] = [self.hour, self.minute, self.second].map(digits);
        #[rustfmt::skip]
        let whole = [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', i1, i2, b':', s1, s2, b'.'];
        buffer[..20].copy_from_slice(&whole);
        let groups = [self.nanosecond / 1_000_000, self.nanosecond / 1_000 % 1_000, self.nanosecond % 1_000];
        let count = groups.iter().rposition(|it| *it > 0).map_or(0, |last| last + 1);
        for (room, group) in buffer[20..].chunks_exact_mut(3).zip(groups).take(count) {
            room.copy_from_slice(&[group / 100, group / 10 % 10, group % 10].map(|it| b'0' + it as u8));
        }
        let end = if count == 0 { 19 } else { 20 + 3 * count };
        buffer[end] = b'Z';
        std::str::from_utf8(&buffer[..=end]).unwrap_or_default()
    }
}

/// The powers of ten.
const TENS: [u32; 9] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

#[inline]
fn digit(byte: u8) -> Option<u8> {
    Some(byte.wrapping_sub(b'0')).filter(|it| *it < 10)
}

#[inline]
fn pair(tens: u8, ones: u8) -> Option<u8> {
    Some(digit(tens)? * 10 + digit(ones)?)
}

/// Two digits of a number below a hundred.
#[inline]
fn digits(number: u8) -> [u8; 2] {
    [b'0' + number / 10, b'0' + number % 10]
}

/// Reads a date-time: as it is, or with the usual slips repaired. Nothing is read that would be written as
/// another instant.
#[inline]
pub(super) fn read<T>(text: &str, make: impl Fn(Usual) -> Option<T>, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    if let Some(usual) = Usual::read(text) {
        return make(usual);
    }
    let (_, time) = text.split_once(['T', 't', ' '])?;
    let fraction = time.split_once(['.', ',']).map_or("", |(_, rest)| rest);
    let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
    // A leap second, more than nanoseconds, a time zone in brackets: the date crates round or drop them.
    let leap = time.contains(":60") || time.get(4..6) == Some("60");
    if leap || digits > 9 || time.contains('[') {
        return None;
    }
    parse(text).or_else(|| parse(&repaired(text)?))
}

/// Reads a date, and no more than a date.
#[inline]
pub(super) fn read_day<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    let fits = |(at, it): (usize, u8)| if matches!(at, 4 | 7) { it == b'-' } else { it.is_ascii_digit() };
    if text.len() == 10 && text.bytes().enumerate().all(fits) { parse(text) } else { None }
}

/// RFC 3339 from what is meant for it: one digit for two, a space for the `T`, a comma before the fraction,
/// no seconds, an offset without a colon or without minutes.
#[inline]
fn repaired(text: &str) -> Option<String> {
    let (day, time) = text.trim().split_once(['T', 't', ' '])?;
    let zone = time.find(['Z', 'z', '+', '-'])?;
    let (clock, zone) = (time[..zone].trim_end(), &time[zone..]);
    let (clock, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, ""));
    let mut day = day.split('-');
    let mut clock = clock.split(':');
    // Half a minute is not half a second.
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

/// A number of two digits.
#[inline]
fn two(digits: &str) -> Option<String> {
    matches!(digits.len(), 1 | 2).then(|| format!("{digits:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_slips_are_repaired() {
        for (text, repaired_text) in [
            ("2021-04-2T15:30:51.418Z", Some("2021-04-02T15:30:51.418Z")),
            ("2021-04-02T15:30Z", Some("2021-04-02T15:30:00Z")),
            ("2021-04-02 15:30:51+0200", Some("2021-04-02T15:30:51+02:00")),
            ("2021-04-02T15:30:51,5-05", Some("2021-04-02T15:30:51.5-05:00")),
            ("2021-04-02 15:30:51 +02:00", Some("2021-04-02T15:30:51+02:00")),
            ("2021-04-02T15:30:51", None),
            ("2021-04-02T15:30:51:00Z", None),
            ("2021-04-02T15:30.5Z", None),
            ("2021-04-02", None),
            ("2021-04T15:30Z", None),
            ("2021-04-02T15:30+é1", None),
            ("", None),
        ] {
            assert_eq!(repaired(text).as_deref(), repaired_text, "{text}");
        }
    }

    #[test]
    fn the_usual_form_is_written_as_it_was_read() {
        for text in [
            "2021-04-02T15:30:51Z",
            "2021-04-02T15:30:51.400Z",
            "2021-04-02T15:30:51.000123Z",
            "0000-12-31T23:59:59.123456789Z",
        ] {
            assert_eq!(Usual::read(text).map(|it| it.write(&mut [0; 30]).to_owned()).as_deref(), Some(text));
        }
        let short = Usual::read("2021-04-02T15:30:51.4Z");
        assert_eq!(short, Usual::read("2021-04-02T15:30:51.400000000Z"));
    }

    #[test]
    fn other_forms_are_not_usual() {
        for text in [
            "2021-04-02T15:30:51.Z",
            "2021-04-02T15:30:51.1234567891Z",
            "2021-04-02T15:30:51,4Z",
            "2021-04-02T15:30Z",
            "2021-04-02 15:30:51Z",
            "2021-04-2T15:30:51.41Z",
            "2021-04-02T15:30:51+02:00Z",
            "2021-04-02T15:30:51z",
            "2021-04-02T15:30:5éZ",
            "",
        ] {
            assert_eq!(Usual::read(text), None, "{text}");
        }
    }

    #[test]
    fn what_would_be_written_as_another_instant_is_not_read() {
        let parse = |text: &str| Some(text.to_owned());
        for text in [
            "2016-12-31T23:59:60Z",
            "20161231T235960Z",
            "2021-04-02T15:30:51.1234567891Z",
            "2021-04-02T15:30:51Z[UTC]",
            "2021-04-02",
        ] {
            assert_eq!(read(text, |_| None, parse), None, "{text}");
        }
    }
}
