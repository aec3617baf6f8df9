//! Tests of what the models of other tests do not reach. They are in a file of their own, because the other files
//! are copied beside generated models.

use super::forms;
use super::model::{INDEXED, Indexed, Shape, TOTAL};
use super::moment::{CivilDay, Parts, Room};

#[test]
fn every_key_is_found_and_no_other() {
    for count in [0, 1, 2, INDEXED, INDEXED + 1, 300] {
        // All of one length and with the same ends, so that they want the same place.
        let names = (0..count).map(|it| &*format!("a{it:03}z").leak());
        let keys: &[&str] = names.collect::<Vec<_>>().leak();
        let shape = Indexed::new(Shape { name: "Tag", keys, types: &[], reading: TOTAL });
        for (position, key) in keys.iter().enumerate() {
            assert_eq!(shape.find(key), Some(position), "{key} of {count}");
        }
        for other in ["", "a", "az", "a300z", "z"] {
            assert_eq!(shape.find(other), None, "{other} of {count}");
        }
    }
    let odd = Indexed::new(Shape { name: "Tag", keys: &["", "a", "é"], types: &[], reading: TOTAL });
    assert_eq!(["", "a", "é", "e"].map(|it| odd.find(it)), [Some(0), Some(1), Some(2), None]);
}

/// What is written for a text that is read, without regard to the limits of date crates.
fn written(text: &str) -> Option<(String, bool)> {
    let (parts, is_all) = forms::moment(text)?;
    let usual = Parts { offset: 0, ..parts }.write(&mut Room::default())?.to_owned();
    let sign = if parts.offset < 0 { '-' } else { '+' };
    let (hours, minutes) = (parts.offset.abs() / 60, parts.offset.abs() % 60);
    let shown = if parts.offset == 0 { usual } else { usual.replace('Z', &format!("{sign}{hours:02}:{minutes:02}")) };
    Some((shown, is_all))
}

#[test]
fn many_forms_of_a_date_time_are_read() {
    for (text, shown) in [
        ("2021-04-2T15:30:51.418Z", "2021-04-02T15:30:51.418Z"),
        ("2021-4-2T5:3:1Z", "2021-04-02T05:03:01Z"),
        ("2021-04-02T15:30Z", "2021-04-02T15:30:00Z"),
        ("2021-04-02T15Z", "2021-04-02T15:00:00Z"),
        ("2021-04-02 15:30:51+0200", "2021-04-02T15:30:51+02:00"),
        ("2021-04-02T15:30:51,5-05", "2021-04-02T15:30:51.500-05:00"),
        (" 2021-04-02 15:30:51 +02:00", "2021-04-02T15:30:51+02:00"),
        ("2021-04-02T15:30:51+5:30", "2021-04-02T15:30:51+05:30"),
        ("2021-04-02t15:30:51z", "2021-04-02T15:30:51Z"),
        ("2021-04-02T15:30:51-00:00", "2021-04-02T15:30:51Z"),
        ("2021-04-02T15:30:51.Z", "2021-04-02T15:30:51Z"),
        ("2021-04-02T15:30:51.1234567890000Z", "2021-04-02T15:30:51.123456789Z"),
        ("20210402T153051.5Z", "2021-04-02T15:30:51.500Z"),
        ("20210402T1530+0200", "2021-04-02T15:30:00+02:00"),
        ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
        ("2020-02-29T00:00:00Z", "2020-02-29T00:00:00Z"),
        ("2000-02-29T23:59:59+23:59", "2000-02-29T23:59:59+23:59"),
    ] {
        assert_eq!(written(text), Some((shown.to_owned(), true)), "{text}");
    }
}

#[test]
fn what_a_value_cannot_hold_is_noted() {
    for (text, shown) in [
        ("2021-04-02T15:30:51.1234567891Z", "2021-04-02T15:30:51.123456789Z"),
        ("2021-04-02T24:00:00Z", "2021-04-03T00:00:00Z"),
        ("2021-02-28T24:00+02:00", "2021-03-01T00:00:00+02:00"),
        ("2021-12-31T24:00:00Z", "2022-01-01T00:00:00Z"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.999999999Z"),
        ("2017-01-01T05:29:60.5+05:30", "2017-01-01T05:29:59.999999999+05:30"),
        ("20161231T235960Z", "2016-12-31T23:59:59.999999999Z"),
        ("2021-04-02T15:30:51+02:00[Europe/Paris]", "2021-04-02T15:30:51+02:00"),
        ("+002021-04-02T15:30:51Z", "2021-04-02T15:30:51Z"),
    ] {
        assert_eq!(written(text), Some((shown.to_owned(), false)), "{text}");
    }
    for (text, year) in [
        ("10000-01-01", 10_000),
        ("+010000-01-01", 10_000),
        ("-000001-12-31", -1),
        ("+999999999-12-31", 999_999_999),
        ("-1000000000-01-01", -1_000_000_000),
        ("+9999999999-12-31", i32::MAX),
        ("-9999999999-12-31", -i32::MAX),
    ] {
        let (day, is_all) = forms::day(text).expect(text);
        assert_eq!((day.year, is_all), (year, false), "{text}");
        let moment = forms::moment(&format!("{text}T00:00:00Z")).expect(text);
        assert_eq!((moment.0.day, moment.1), (day, false), "{text}");
    }
}

#[test]
fn what_is_ambiguous_or_does_not_exist_is_not_read() {
    for text in [
        "2021-04-02T15:30:51",
        "2021-04-02T15:30:51:00Z",
        "2021-04-02T15:30.5Z",
        "2021-04-02T15.5Z",
        "2021-04-02",
        "2021-04T15:30Z",
        "21-04-02T15:30:51Z",
        "02021-04-02T15:30:51Z",
        "+20210402T153051Z",
        "2021-W13-5T15:30:51Z",
        "2021-092T15:30:51Z",
        "2021-04-31T00:00:00Z",
        "2021-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2021-00-01T00:00:00Z",
        "2021-01-00T00:00:00Z",
        "2021-13-01T00:00:00Z",
        "2021-04-02T24:00:01Z",
        "2021-04-02T24:00:00.5Z",
        "2021-04-02T25:00:00Z",
        "2021-04-02T15:60:00Z",
        "2021-04-02T15:30:61Z",
        "2021-04-02T15:30:60Z",
        "2016-12-31T23:59:60+02:00",
        "2021-04-02T15:30:51+24:00",
        "2021-04-02T15:30:51+02:60",
        "2021-04-02T15:30:51+02:00:30",
        "2021-04-02T15:30:51+020",
        "2021-04-02T15:30:51Z0",
        "2021-04-02T15:30:51Z[UTC",
        "2021-04-02T15:30:51.5eZ",
        "2021-04-02T15:30:51.1234567891eZ",
        "2021-04-02T153Z",
        "2021-04-02TZ",
        "2021-04-02T15:30+é1",
        "2021-04-02Té",
        "20210é02T15:30Z",
        "T",
        "",
    ] {
        assert_eq!(written(text), None, "{text}");
    }
    for text in ["2021-4-2", "20210402", "-2021-4-02", "02021-04-02", "2021-02-29", "2021-04-02Z", "21-04-02", "é", "-"]
    {
        assert_eq!(forms::day(text), None, "{text}");
    }
    assert_eq!(forms::day("2020-02-29"), Some((CivilDay { year: 2020, month: 2, day: 29 }, true)));
}

#[test]
fn the_usual_form_is_written_as_it_was_read() {
    for text in [
        "2021-04-02T15:30:51Z",
        "2021-04-02T15:30:51.400Z",
        "2021-04-02T15:30:51.000123Z",
        "0000-12-31T23:59:59.123456789Z",
    ] {
        let usual = Parts::usual(text);
        assert_eq!(usual.and_then(|it| it.write(&mut Room::default()).map(str::to_owned)).as_deref(), Some(text));
        assert_eq!(forms::moment(text), usual.map(|parts| (parts, true)));
    }
    let short = Parts::usual("2021-04-02T15:30:51.4Z");
    assert_eq!(short, Parts::usual("2021-04-02T15:30:51.400000000Z"));
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
        assert_eq!(Parts::usual(text), None, "{text}");
    }
}
