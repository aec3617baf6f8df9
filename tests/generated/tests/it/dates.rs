//! Date-times and days in the types of every date crate, with the usual deviations from RFC 3339.

use generated::cases::{dates_chrono as chrono, dates_text as text, dates_time as time, genesys_python_dates as jiff};
use generated::same::instant;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Reads and writes one date-time and one day; and whether they are in their fields.
type RoundTrip = fn(&str) -> serde_json::Result<(Value, bool)>;

macro_rules! round_trip {
    ($of:ident) => {
        (stringify!($of), |text| {
            let body = json!({ "at": text, "day": text, "moments": [text], "daysByName": { "a": text } });
            let stamps: $of::Stamps = serde_json::from_value(body)?;
            let both = stamps.at.is_some() || stamps.day.is_some();
            Ok((written_twice(&stamps)?, both))
        })
    };
}

static CRATES: &[(&str, RoundTrip)] = &[round_trip!(jiff), round_trip!(chrono), round_trip!(time)];

fn written_twice<M: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(
    model: &M,
) -> serde_json::Result<Value> {
    let written = serde_json::to_value(model)?;
    let again: M = serde_json::from_value(written.clone())?;
    assert_eq!((serde_json::to_value(&again)?, &again), (written.clone(), model));
    Ok(written)
}

#[test]
fn usual_deviations_are_read() {
    for text in [
        "2021-04-02T15:30:51.418Z",
        "2021-04-2T15:30:51.418Z",
        "2021-4-2T5:3:1Z",
        "2021-04-02T15:30Z",
        "2021-04-02T15:30:51+0200",
        "2021-04-02T15:30:51-05",
        "2021-04-02T15:30+0530",
        "2021-04-02 15:30:51Z",
        "2021-04-02 15:30:51 +02:00",
        "2021-04-02T15:30:51,25Z",
        "2021-04-02t15:30:51z",
        "2021-04-02T15:30:51-00:00",
        "2021-04-02T15:30:51.123456789Z",
        "2021-04-02T15Z",
        "20210402T153051Z",
        "20210402T1530+0200",
        "0000-01-01T00:00:00Z",
        "0000-01-01T00:00:00+23:59",
        "0001-01-01T00:00:00Z",
        "9999-12-30T21:59:59Z",
        "9999-12-31T23:59:59.999999999Z",
        "9999-12-31T23:59:59-23:59",
    ] {
        for (name, round_trip) in CRATES {
            let (written, read) = round_trip(text).unwrap_or_else(|error| panic!("{name}: {text}: {error}"));
            assert!(read, "{name} does not read {text}");
            for written in [&written["at"], &written["moments"][0]] {
                let written = written.as_str().unwrap_or_default();
                assert_eq!(instant(written), instant(text), "{name}: {text} is written {written}");
                assert!(instant(text).is_some(), "{text}");
            }
            // Not a day: kept as it is.
            assert_eq!(written["day"], text);
        }
    }
}

/// A text that is ambiguous, or is not an instant or a real day, is kept as it is.
#[test]
fn all_others_are_kept() {
    for text in [
        "2016-12-31 22:59:60+00",
        "2021-04-02T15:30.5Z",
        "2021-04-02T15:30:51",
        "2021-04-02T15:30:51+99:00",
        "2021-02-30T15:30:51Z",
        "2021-4-2",
        "20210402",
        "2021-02-29",
        "-2021-4-02",
        "02021-4-02",
        "2021-04-0a",
        "2021-W13-5",
        "1617377451",
        "soon",
        "",
        "é",
        "T",
        " ",
        "2021-04-02Té",
    ] {
        for (name, round_trip) in CRATES {
            let (written, read) = round_trip(text).unwrap_or_else(|error| panic!("{name}: {text}: {error}"));
            assert_eq!((&written["at"], read), (&text.into(), false), "{name}");
            assert_eq!(
                (&written["day"], &written["moments"], &written["daysByName"]["a"]),
                (&json!(text), &json!([text]), &json!(text)),
                "{name}"
            );
        }
    }
}

/// What no crate can hold is read as the nearest value, and written as it was read.
#[test]
fn what_a_value_cannot_hold_is_written_as_it_was_read() {
    for text in [
        "2016-12-31T23:59:60Z",
        "2016-12-31T23:59:60.5Z",
        "2017-01-01 02:29:60+0230",
        "20161231T235960Z",
        "2021-04-02T15:30:51.1234567891Z",
        "2021-04-02T24:00:00Z",
        "9999-12-31T24:00Z",
        "9999-12-31T23:59:59.99999999999Z",
        "2021-04-02T15:30:51+02:00[Europe/Paris]",
        "+010000-01-01T00:00:00Z",
        "10000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z",
        "-1000000000-01-01T00:00:00Z",
        "-000001-12-31T23:59:59Z",
    ] {
        for (name, round_trip) in CRATES {
            let (written, read) = round_trip(text).unwrap_or_else(|error| panic!("{name}: {text}: {error}"));
            assert!(read, "{name} does not read {text}");
            assert_eq!((&written["at"], &written["moments"]), (&text.into(), &json!([text])), "{name}");
        }
    }
    for text in ["+010000-01-01", "10000-01-01", "+999999999-12-31", "-999999999-01-01", "-000001-12-31"] {
        for (name, round_trip) in CRATES {
            let (written, read) = round_trip(text).unwrap_or_else(|error| panic!("{name}: {text}: {error}"));
            assert!(read, "{name} does not read {text}");
            assert_eq!((&written["day"], &written["daysByName"]), (&text.into(), &json!({ "a": text })), "{name}");
        }
    }
}

/// `DateTime.MaxValue` of .NET, and whatever else is later than the last instant of `jiff`.
#[test]
fn the_last_instants_of_other_platforms_are_kept() -> serde_json::Result<()> {
    let (first, last) = (::jiff::Timestamp::MIN, ::jiff::Timestamp::MAX);
    for (text, held) in [
        ("9999-12-31T23:59:59Z", last),
        ("9999-12-31T23:59:59.9999999Z", last),
        ("9999-12-31T23:59:59.9999999+00:00", last),
        ("9999-12-31 23:59:59,999-0500", last),
        ("9999-12-30T22:00:01Z", last),
        ("+275760-09-13T00:00:00.000Z", last),
        ("-271821-04-20T00:00:00.000Z", first),
    ] {
        let body = json!({ "at": text, "moments": [text, null, "2021-04-02T15:30:51Z", text] });
        let mut stamps: jiff::Stamps = serde_json::from_value(body.clone())?;
        assert_eq!((stamps.at, stamps.moments[0]), (Some(held), held), "{text}");
        assert_eq!(serde_json::to_value(&stamps)?, body);
        let said: Vec<String> = jiff::support::unexpected(&stamps).iter().map(ToString::to_string).collect();
        let path = |path| format!("{path}: read as the nearest value, found \"{text}\"");
        let null = "moments[1]: expected datetime, found null".to_owned();
        assert_eq!(said, [path("at"), path("moments[0]"), null, path("moments[3]")]);

        // Another value is written instead, and an item has its text as long as it has its place.
        stamps.at = Some(::jiff::Timestamp::UNIX_EPOCH);
        stamps.moments.push(held);
        let written = serde_json::to_value(&stamps)?;
        assert_eq!(written["at"], "1970-01-01T00:00:00Z");
        assert_eq!(written["moments"], json!([text, "2021-04-02T15:30:51Z", text, held.to_string()]));
    }
    // A program that sets the last instant gets that.
    let stamps = jiff::Stamps { at: Some(last), ..Default::default() };
    assert_eq!(serde_json::to_value(&stamps)?["at"], "9999-12-30T22:00:00.999999999Z");
    Ok(())
}

#[test]
fn the_ends_of_every_crate_are_read_as_they_are_written() -> serde_json::Result<()> {
    let ends = [::chrono::DateTime::<::chrono::Utc>::MIN_UTC, ::chrono::DateTime::<::chrono::Utc>::MAX_UTC];
    let chrono = chrono::Stamps { moments: ends.map(|end| end.fixed_offset()).into(), ..Default::default() };
    written_twice(&chrono)?;
    let time = time::Stamps { at: Some(::time::PrimitiveDateTime::MAX.assume_utc()), ..Default::default() };
    written_twice(&time)?;
    let jiff = jiff::Stamps { moments: vec![::jiff::Timestamp::MIN, ::jiff::Timestamp::MAX], ..Default::default() };
    written_twice(&jiff).map(drop)
}

#[test]
fn days_are_read() {
    for text in ["2021-04-02", "0001-01-01", "9999-12-31", "2020-02-29"] {
        for (name, round_trip) in CRATES {
            let (written, read) = round_trip(text).unwrap_or_else(|error| panic!("{name}: {text}: {error}"));
            assert!(read, "{name} does not read {text}");
            assert_eq!(written, json!({ "at": text, "day": text, "moments": [text], "daysByName": { "a": text } }));
        }
    }
}

#[test]
fn offsets_are_kept_by_the_crates_that_have_them() -> serde_json::Result<()> {
    let body = json!({ "at": "2021-04-02T15:30:51+02:00", "moments": [] });
    assert_eq!(serde_json::to_value(serde_json::from_value::<chrono::Stamps>(body.clone())?)?, body);
    assert_eq!(serde_json::to_value(serde_json::from_value::<time::Stamps>(body.clone())?)?, body);
    let of_jiff = serde_json::to_value(serde_json::from_value::<jiff::Stamps>(body)?)?;
    assert_eq!(of_jiff["at"], "2021-04-02T13:30:51Z");
    Ok(())
}

#[test]
fn text_stays_text() -> serde_json::Result<()> {
    let body = json!({ "at": "2021-04-2T15:30", "day": "soon", "moments": [""], "daysByName": { "a": "2021" } });
    let stamps: text::Stamps = serde_json::from_value(body.clone())?;
    assert_eq!(stamps.at.as_deref(), Some("2021-04-2T15:30"));
    assert_eq!(serde_json::to_value(stamps)?, body);
    Ok(())
}

/// Some crates have date-times that RFC 3339 does not; writing them is an error.
#[test]
fn what_cannot_be_written_is_an_error() {
    let at = ::time::OffsetDateTime::UNIX_EPOCH.replace_year(-1).expect("a year of the crate");
    let stamps = time::Stamps { at: Some(at), ..Default::default() };
    let said = serde_json::to_string(&stamps).expect_err("no year of RFC 3339").to_string();
    assert_eq!(said, "a date-time that cannot be written as RFC 3339");
    assert!(serde_json::to_value(&stamps).is_err());
}
