// How date-times that are almost RFC 3339 are read.

/// Reads a date-time: as it is, or with the usual slips repaired. Nothing is read that would be written as
/// another instant.
#[inline]
pub(super) fn read<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    if is_usual(text) {
        return parse(text);
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

/// Whether it is written as nearly all are: `2021-04-02T15:30:51.418Z`. They need no repair.
#[inline]
fn is_usual(text: &str) -> bool {
    let mut form = *b"0000-00-00T00:00:00.000000000";
    // No leap second.
    form[17] = b'5';
    let Some((b'Z', stem)) = text.as_bytes().split_last() else { return false };
    let fits = |(it, form): (&u8, &u8)| match form {
        b'0' => it.is_ascii_digit(),
        b'5' => matches!(it, b'0'..=b'5'),
        _ => it == form,
    };
    matches!(stem.len(), 19 | 21..=29) && stem.iter().zip(&form).all(fits)
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
    fn usual_is_what_needs_no_look() {
        for text in ["2021-04-02T15:30:51Z", "2021-04-02T15:30:51.4Z", "2021-04-02T15:30:51.123456789Z"] {
            assert!(is_usual(text), "{text}");
        }
        for text in [
            "2016-12-31T23:59:60Z",
            "2021-04-02T15:30:51.Z",
            "2021-04-02T15:30:51.1234567891Z",
            "2021-04-02T15:30:51,4Z",
            "2021-04-02T15:30Z",
            "2021-04-02 15:30:51Z",
            "2021-04-2T15:30:51.41Z",
            "2021-04-02T15:30:51+02:00Z",
            "2021-04-02T15:30:51z",
            "",
        ] {
            assert!(!is_usual(text), "{text}");
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
            assert_eq!(read(text, parse), None, "{text}");
        }
    }
}
