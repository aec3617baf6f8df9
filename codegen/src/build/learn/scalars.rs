//! Whether a value of a sample is of a scalar type, as generated code reads it.

use crate::read::samples::json::{Json, Value};
use crate::schema::Scalar;

/// In what a value differs from its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Misfit {
    /// It is of another kind: a text for a number, an object for a list.
    Kind,
    /// It is a number that the type has no room for.
    Width,
    /// It is a text, but not a date or time.
    Date,
    /// It is a `null` within a list or map.
    NullItem,
}

/// A number, as far as types tell numbers apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// An integer, however it is written: `5`, `5.0`.
    Integer(i128),
    /// An integer with more digits than any type has.
    Huge,
    /// Any other number.
    Fraction,
}

/// The integers beyond this one are not all exact in a floating-point number.
const EXACT: u128 = 1 << 53;

impl Number {
    /// Reads a number of JSON.
    pub(super) fn new(text: &str) -> Self {
        if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return text.parse().map_or(Self::Huge, Self::Integer);
        }
        let whole = text.parse::<f64>().ok().filter(|number| number.fract() == 0.0);
        #[allow(clippy::cast_possible_truncation, reason = "larger numbers are filtered out")]
        let integer = whole.map(|number| number as i128).filter(|number| number.unsigned_abs() < EXACT);
        integer.map_or(Self::Fraction, Self::Integer)
    }
}

/// In what a value differs from a scalar type, if in anything. It is not `null`.
pub(super) fn misfit(scalar: Scalar, json: &Json) -> Option<Misfit> {
    match (scalar, &json.value) {
        (Scalar::Any, _) | (Scalar::Boolean, Value::Boolean(_)) => None,
        (scalar, Value::Number(text)) => number_misfit(scalar, Number::new(text)),
        (scalar, Value::Text(text)) => text_misfit(scalar, text),
        (_, Value::Null | Value::Boolean(_) | Value::List(_) | Value::Object(_)) => Some(Misfit::Kind),
    }
}

fn number_misfit(scalar: Scalar, number: Number) -> Option<Misfit> {
    let (min, max) = match scalar {
        Scalar::Int32 => (i32::MIN.into(), i32::MAX.into()),
        Scalar::Int64 | Scalar::Int64Text => (i64::MIN.into(), i64::MAX.into()),
        Scalar::Uint32 => (0, u32::MAX.into()),
        Scalar::Uint64 | Scalar::Uint64Text => (0, u64::MAX.into()),
        Scalar::Float32 | Scalar::Float64 => {
            let is_exact = matches!(number, Number::Fraction)
                || matches!(number, Number::Integer(it) if it.unsigned_abs() <= EXACT || is_float(it));
            return if is_exact { None } else { Some(Misfit::Width) };
        }
        Scalar::Decimal | Scalar::Any => return None,
        _ => return Some(Misfit::Kind),
    };
    match number {
        Number::Integer(it) if (min..=max).contains(&it) => None,
        Number::Integer(_) | Number::Huge => Some(Misfit::Width),
        Number::Fraction => Some(Misfit::Kind),
    }
}

/// Whether a large integer is exact as a floating-point number.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "what does not survive it is refused")]
fn is_float(integer: i128) -> bool {
    integer.unsigned_abs() <= u64::MAX.into() && (integer as f64) as i128 == integer
}

fn text_misfit(scalar: Scalar, text: &str) -> Option<Misfit> {
    let is_date = match scalar {
        Scalar::DateTime => is_date_time(text),
        Scalar::Date => is_date(text),
        Scalar::DateOrDateTime => is_date(text) || is_date_time(text),
        Scalar::String
        | Scalar::Time
        | Scalar::Duration
        | Scalar::Uuid
        | Scalar::Uri
        | Scalar::Bytes
        | Scalar::File
        | Scalar::Any => true,
        Scalar::Int64Text if text.parse::<i64>().is_ok() => true,
        Scalar::Uint64Text if text.parse::<u64>().is_ok() => true,
        Scalar::Decimal if text.parse::<f64>().is_ok_and(f64::is_finite) => true,
        _ => return Some(Misfit::Kind),
    };
    if is_date { None } else { Some(Misfit::Date) }
}

/// Whether a text is a day in the form `2021-04-30`.
pub(super) fn is_date(text: &str) -> bool {
    let is_digit_or_dash =
        |(at, byte): (usize, u8)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    text.len() == 10 && text.bytes().enumerate().all(is_digit_or_dash) && is_day(text)
}

/// Whether a text is a day and time with its offset, in the form of RFC 3339 or with the slips that generated code
/// repairs: one digit for two, a space for the `T`, no seconds, an offset without a colon or without minutes.
pub(super) fn is_date_time(text: &str) -> bool {
    let Some((day, time)) = text.trim().split_once(['T', 't', ' ']) else { return false };
    let Some(zone) = time.find(['Z', 'z', '+', '-']) else { return false };
    let (clock, zone) = (time[..zone].trim_end(), &time[zone..]);
    let (clock, fraction) = clock.split_once(['.', ',']).map_or((clock, None), |(clock, rest)| (clock, Some(rest)));
    let parts: Vec<&str> = clock.split(':').collect();
    let is_fraction = |digits: &str| matches!(digits.len(), 1..=9) && digits.bytes().all(|it| it.is_ascii_digit());
    is_day(day)
        && matches!(parts.len(), 2 | 3)
        && parts.iter().zip([23, 59, 59]).all(|(part, max)| is_within(part, 0, max))
        && fraction.is_none_or(|digits| parts.len() == 3 && is_fraction(digits))
        && is_offset(zone)
}

fn is_offset(zone: &str) -> bool {
    let digits = match zone.chars().next() {
        Some('Z' | 'z') => return zone.len() == 1,
        Some('+' | '-') => &zone[1..],
        _ => return false,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() == 4 => (digits.get(..2).unwrap_or_default(), digits.get(2..).unwrap_or_default()),
        None => (digits, "00"),
    };
    is_within(hours, 0, 23) && is_within(minutes, 0, 59)
}

/// Whether there is such a day; month and day have one digit or two.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let Some(number) = year.parse::<u16>().ok().filter(|_| year.len() == 4 && is_within(month, 1, 12)) else {
        return false;
    };
    let is_leap = number % 4 == 0 && (number % 100 != 0 || number % 400 == 0);
    let last = match month.trim_start_matches('0') {
        "4" | "6" | "9" | "11" => 30,
        "2" if is_leap => 29,
        "2" => 28,
        _ => 31,
    };
    is_within(day, 1, last)
}

/// Whether a text is a number of one digit or two within these bounds.
fn is_within(text: &str, min: u8, max: u8) -> bool {
    let is_short = matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_short && text.parse::<u8>().is_ok_and(|number| (min..=max).contains(&number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::samples::json;

    #[test]
    fn dates_are_those_that_generated_code_reads() {
        for text in ["2021-04-30", "2024-02-29"] {
            assert!(is_date(text), "{text}");
        }
        for text in ["2021-04-31", "2023-02-29", "2021-4-30", "30.04.2021", "2021-04-30T00:00:00Z", "", "2021-0é-1"] {
            assert!(!is_date(text), "{text}");
        }
        for text in [
            "2021-04-02T15:30:51.418Z",
            "2021-04-2T15:30:51.418Z",
            "2021-04-02T15:30Z",
            "2021-04-02 15:30:51+0200",
            "2021-04-02T15:30:51,5-05",
            "2021-04-02 15:30:51 +02:00",
        ] {
            assert!(is_date_time(text), "{text}");
        }
        for text in
            ["2021-04-02T15:30:51", "2021-04-02", "2021-04-02T15:30.5Z", "1618000000", "2021-04-02T15:30+é1", ""]
        {
            assert!(!is_date_time(text), "{text}");
        }
    }

    #[test]
    fn a_value_fits_what_generated_code_reads_it_as() {
        let cases = [
            (Scalar::Int32, "2147483647", None),
            (Scalar::Int32, "2147483648", Some(Misfit::Width)),
            (Scalar::Int32, "5.0", None),
            (Scalar::Int32, "5.5", Some(Misfit::Kind)),
            (Scalar::Int32, "\"5\"", Some(Misfit::Kind)),
            (Scalar::Uint64, "18446744073709551615", None),
            (Scalar::Uint64, "-1", Some(Misfit::Width)),
            (Scalar::Int64, "123456789012345678901234567890123456789012", Some(Misfit::Width)),
            (Scalar::Float64, "9007199254740993", Some(Misfit::Width)),
            (Scalar::Float64, "9007199254740994", None),
            (Scalar::Float64, "1e300", None),
            (Scalar::Float64, "-1e300", None),
            (Scalar::Float64, "-170141183460469231731687303715884105728", Some(Misfit::Width)),
            (Scalar::Decimal, "\"1.50\"", None),
            (Scalar::Decimal, "\"x\"", Some(Misfit::Kind)),
            (Scalar::Boolean, "1", Some(Misfit::Kind)),
            (Scalar::Date, "\"yesterday\"", Some(Misfit::Date)),
            (Scalar::Date, "7", Some(Misfit::Kind)),
            (Scalar::Uuid, "\"x\"", None),
            (Scalar::Any, "{}", None),
            (Scalar::String, "[]", Some(Misfit::Kind)),
        ];
        for (scalar, text, expected) in cases {
            assert_eq!(misfit(scalar, &json::read(text).expect(text)), expected, "{scalar:?} {text}");
        }
    }
}
