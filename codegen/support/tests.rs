//! Tests of what the models of other tests do not reach. They are in a file of their own, because the other files
//! are copied beside generated models.

use super::model::{INDEXED, Indexed, Shape, TOTAL};
use super::moment::{Room, Usual, read, repaired};

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
        assert_eq!(Usual::read(text).map(|it| it.write(&mut Room::default()).to_owned()).as_deref(), Some(text));
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
