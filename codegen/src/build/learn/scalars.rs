//! Whether a value of a sample is of a scalar type, as generated code reads it.

use crate::read::samples::json::{Json, Value};
use crate::schema::Scalar;

#[allow(dead_code, reason = "the values are of interest only to generated code")]
#[path = "../../../support/forms.rs"]
mod forms;

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

/// Whether a text is a date, as generated code reads it.
pub(super) fn is_date(text: &str) -> bool {
    forms::day(text).is_some()
}

/// Whether a text is a date-time, as generated code reads it.
pub(super) fn is_date_time(text: &str) -> bool {
    forms::moment(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::samples::json;

    #[test]
    fn dates_are_those_that_generated_code_reads() {
        for text in ["2021-04-30", "2024-02-29", "10000-01-01"] {
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
            "20210402T153051Z",
            "9999-12-31T23:59:59Z",
            "2016-12-31T23:59:60Z",
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
