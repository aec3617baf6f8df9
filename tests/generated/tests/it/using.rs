//! The part of generated models that users see.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Debug;
use std::hash::Hash;

use generated::cases::genesys_python_options::support::{Extra, unexpected};
use generated::cases::genesys_python_options::{Line, LineRequired, Meter, MeterRequired, Order, OrderKinds};
use generated::cases::genesys_python_options::{OrderRequired, OrderState};
use generated::cases::genesys_python_types::{Everything, Part};
use generated::cases::house_notes::{Answer, Node, NodeRequired, Size, SizeRequired, Ticket, TicketRequired};
use generated::cases::{ignore, strict, strict_deny, strict_fields, strict_ignore, strict_nullable, three_valued};
use generated::cases::{notes_strict, notes_strict_deny, notes_three_valued};
use serde_json::{Value, json};

type Test = serde_json::Result<()>;

fn is_default<T: Default>() {}
fn is_hash<T: Eq + Hash>() {}
fn is_copy<T: Copy>() {}
fn goes_anywhere<T: Clone + Debug + PartialEq + Send + Sync + Unpin + 'static>() {}

#[test]
fn models_can_do_what_their_parts_can() {
    goes_anywhere::<Order>();
    goes_anywhere::<models::Conversation>();
    goes_anywhere::<OrderKinds>();
    goes_anywhere::<Extra>();
    is_default::<(Order, Line, Meter, Extra, models::Conversation, three_valued::Order)>();
    is_hash::<(Order, Line, Meter, OrderKinds, Extra, strict::Line)>();
    is_copy::<(strict_deny::Meter, strict_ignore::Meter, strict_deny::Scale)>();
    is_hash::<strict_deny::Meter>();
    assert_eq!(size_of::<Extra>(), size_of::<usize>());
}

/// Whether a type implements a trait. A method of the type itself is preferred to one of a trait, so the first one is
/// called exactly if its bound holds.
macro_rules! implements {
    ($type:ty, $bound:path) => {{
        struct Probe<T>(std::marker::PhantomData<T>);
        #[allow(dead_code, reason = "one of the two is called")]
        impl<T: $bound> Probe<T> {
            fn implements(&self) -> bool {
                true
            }
        }
        #[allow(dead_code, reason = "one of the two is called")]
        trait Otherwise {
            fn implements(&self) -> bool {
                false
            }
        }
        impl<T> Otherwise for Probe<T> {}
        Probe::<$type>(std::marker::PhantomData).implements()
    }};
}

#[test]
fn models_cannot_do_what_their_parts_cannot() {
    assert!(implements!(Line, Default) && implements!(strict_deny::Meter, Copy));
    assert!(!implements!(Line, Copy), "it has a `String`");
    assert!(!implements!(strict_deny::Scale, Default), "its key is required");
}

#[test]
fn equal_models_have_equal_hashes() -> Test {
    let texts = [
        r#"{"sku":"a"}"#,
        r#"{"sku":"a","amount":null}"#,
        r#"{"sku":"a","amount":0}"#,
        r#"{"sku":"a","amount":"0"}"#,
        r#"{"sku":"a","more":[1,{"b":2,"c":3}]}"#,
        r#"{"more":[1,{"c":3,"b":2}],"sku":"a"}"#,
        r#"{"sku":"a","meter":{}}"#,
        r#"{"amount":0,"sku":"a"}"#,
    ];
    let lines = texts.iter().map(|text| serde_json::from_str::<Line>(text)).collect::<Result<HashSet<_>, _>>()?;
    assert_eq!(lines.len(), 5);
    Ok(())
}

#[test]
fn values_are_built_without_ceremony() -> Test {
    let at: jiff::Timestamp = "2026-04-07T11:20:44Z".parse().expect("a time");
    let meter = Meter::new(MeterRequired { at, steps: 3 }).with_on(true);
    let required = |sku: &str| LineRequired { sku: sku.into() };
    let line = Line::new(required("s-1")).with_amount(3_i64).with_meter(meter);
    let json = json!({ "sku": "s-1", "amount": 3, "meter": { "at": "2026-04-07T11:20:44Z", "steps": 3, "on": true } });
    assert_eq!(serde_json::to_value(&line)?, json);
    assert_eq!(
        Line { amount: Some(3), ..Line::new(required("s-1")).with_meter(line.meter.clone().expect("a meter")) },
        line
    );
    assert_eq!(Line { sku: Some("s".to_owned()), ..Default::default() }, Line::new(required("s")));

    let required = OrderRequired {
        id: "o".into(),
        count: 1,
        price: 2.5,
        placed_at: at,
        lines: vec![line.clone()],
        main: line,
        anything: json!(null),
        labels: BTreeMap::new(),
        state: "sent".into(),
    };
    let order = Order::new(required).with_kinds(vec!["a-b".into()]);
    assert_eq!(order.state, Some(OrderState::Sent));
    assert_eq!(order.clone().with_parent(order.clone()).parent.as_deref(), Some(&order));
    assert_eq!(order.clone().with_extra("a documented key").extra.as_deref(), Some("a documented key"));
    assert_eq!(serde_json::from_value::<Order>(serde_json::to_value(&order)?)?.id, order.id);
    assert_eq!(serde_json::to_value(Part::default())?, json!({}));
    assert_eq!(serde_json::to_value(Everything::default())?, json!({ "neededList": [] }));
    Ok(())
}

#[test]
fn strict_models_are_built_with_what_is_required() {
    let line = strict::Line::new(strict::LineRequired { sku: "s".into() });
    assert_eq!((&*line.sku, line.amount), ("s", None));
    let scale = strict_deny::Scale::new(strict_deny::ScaleRequired { weight: 2.5 });
    let copy = scale;
    assert!((copy.weight - scale.weight).abs() < f64::EPSILON);
}

#[test]
fn enums_take_any_text() {
    assert_eq!(OrderState::KNOWN.iter().map(OrderState::as_str).collect::<Vec<_>>(), ["open", "sent", ""]);
    let known = ["a-b", "a_b", "A B", "unlisted", "Unlisted", "self", "2", "é", "-", "*", "KNOWN"];
    assert_eq!(OrderKinds::KNOWN.iter().map(OrderKinds::as_str).collect::<Vec<_>>(), known);
    assert_eq!(known.iter().map(|value| OrderKinds::from(*value)).collect::<Vec<_>>(), OrderKinds::KNOWN);
    assert_eq!(OrderKinds::KNOWN.iter().collect::<HashSet<_>>().len(), known.len());
    for text in known.into_iter().chain(["", " a-b", "A-B", "e\u{301}", "null", "\0", "a\"b\\", "🎥"]) {
        let kind = OrderKinds::from(text);
        let Ok(parsed) = text.parse::<OrderKinds>();
        assert_eq!(kind, parsed);
        assert_eq!(kind, OrderKinds::from(text.to_owned()));
        assert_eq!((kind.as_str(), kind.to_string().as_str()), (text, text));
        assert!(kind == *text && kind == text, "{text}");
        assert_eq!(format!("{kind:>9}"), format!("{text:>9}"));
        assert_eq!(serde_json::to_value(&kind).ok(), Some(text.into()));
        assert_eq!(serde_json::from_value::<OrderKinds>(text.into()).ok(), Some(kind.clone()));
        assert_eq!(matches!(kind, OrderKinds::Unlisted(_)), !known.contains(&text));
        if let OrderKinds::Unlisted(other) = &kind {
            assert_eq!((other.as_str(), other.to_string().as_str()), (text, text));
        }
    }
    let [empty, other] = ["", "x"].map(OrderState::from);
    let nothing = "";
    assert!(empty == OrderState::KNOWN[2] && empty == nothing && other != *nothing);
    assert!(serde_json::from_str::<OrderState>("1").is_err());
}

#[test]
fn extra_is_a_small_map() -> Test {
    let mut line: Line = serde_json::from_value(json!({ "sku": 1, "more": null }))?;
    assert_eq!(line.sku, None);
    assert_eq!(
        (line.extra.get("sku"), line.extra.get("more"), line.extra.get("no")),
        (Some(&json!(1)), Some(&Value::Null), None)
    );
    assert_eq!(line.extra.iter().map(|entry| entry.0).collect::<Vec<_>>(), ["more", "sku"]);
    // A field that is set afterwards counts more than what was found in its place.
    let set = line.clone().with_sku("s");
    assert_eq!(serde_json::to_value(&set)?, json!({ "sku": "s", "more": null }));
    line.extra.insert("own", "text");
    assert_eq!(line.extra.remove("sku"), Some(json!(1)));
    assert_eq!(line.extra.remove("sku"), None);
    assert_eq!(serde_json::to_value(&line)?, json!({ "more": null, "own": "text" }));
    line.extra.remove("more");
    line.extra.remove("own");
    assert!(line.extra.is_empty());
    assert_eq!(line, Line::default());
    Ok(())
}

#[test]
fn debug_shows_what_is_there() -> Test {
    let line: Line =
        serde_json::from_value(json!({ "sku": "s", "amount": "3", "meter": { "at": "2026-04-07T11:20Z" } }))?;
    let shown = r#"Line { sku: "s", meter: Meter { at: 2026-04-07T11:20:00Z }, (extra): {"amount": "3"} }"#;
    assert_eq!(format!("{line:?}"), shown);
    assert_eq!(format!("{:?}", Order::default()), "Order { lines: [], labels: {} }");
    assert_eq!(format!("{:?}", Line::default()), "Line");
    Ok(())
}

#[test]
fn three_valued_fields_distinguish_null_from_absent() -> Test {
    let body = json!({ "lines": [], "labels": {}, "note": null, "width": "wide", "paid": true, "sizes": [1, "x"], "due": null });
    let order: three_valued::Order = serde_json::from_value(body.clone())?;
    assert!(order.note.is_null() && order.width.is_absent() && order.ratio.is_absent() && order.sizes.is_absent());
    assert_eq!(
        (order.paid.value(), order.paid.into_value(), order.paid.map(|it| !it).value()),
        (Some(&true), Some(true), Some(&false))
    );
    assert_eq!(serde_json::to_value(&order)?, body);
    let order = three_valued::Order { note: None.into(), paid: false.into(), ..Default::default() }.with_width(3);
    assert_eq!(
        serde_json::to_value(&order)?,
        json!({ "lines": [], "labels": {}, "note": null, "paid": false, "width": 3 })
    );
    // The last of two counts.
    for (text, null, absent) in [
        (r#"{"width":null,"width":"x"}"#, false, true),
        (r#"{"width":"x","width":null}"#, true, false),
        (r#"{"width":5,"width":null}"#, true, false),
        (r#"{"width":"x","width":5}"#, false, false),
    ] {
        let order: three_valued::Order = serde_json::from_str(text)?;
        assert_eq!((order.width.is_null(), order.width.is_absent()), (null, absent), "{text}");
    }
    Ok(())
}

#[test]
fn unknown_keys_can_be_ignored() -> Test {
    let line: ignore::Line = serde_json::from_value(json!({ "sku": 1, "more": [1] }))?;
    assert_eq!(serde_json::to_value(line)?, json!({ "sku": 1 }));
    let line: strict_ignore::Line = serde_json::from_value(json!({ "sku": "1", "more": [1] }))?;
    assert_eq!(serde_json::to_value(line)?, json!({ "sku": "1" }));
    Ok(())
}

#[test]
fn single_fields_can_be_strict() -> Test {
    let read = |body: Value| serde_json::from_value::<strict_fields::Order>(body);
    let order = read(json!({ "id": "o", "lines": [], "labels": { "a": 1 } }))?;
    assert_eq!(serde_json::to_value(&order)?, json!({ "id": "o", "lines": [], "labels": { "a": 1 } }));
    assert!(read(json!({ "id": "o" })).is_err() && read(json!({ "lines": [] })).is_err());
    assert!(read(json!({ "id": 1, "lines": [] })).is_err() && read(json!({ "id": "o", "lines": [1] })).is_err());
    assert!(read(json!({ "id": null, "lines": [] })).is_err() && read(json!({ "id": "o", "lines": null })).is_err());
    Ok(())
}

/// A required key may have the value `null`.
#[test]
fn strict_models_read_null_where_the_document_does() -> Test {
    let body = json!({ "id": "p", "users": [], "peer": null, "ratio": 0.5, "state": "A" });
    let read: strict_nullable::Participant = serde_json::from_value(body.clone())?;
    assert_eq!(read.peer, None);
    assert_eq!(serde_json::to_value(&read)?, body);
    let error = serde_json::from_value::<strict_nullable::Participant>(
        json!({ "id": "p", "users": [], "ratio": 0.5, "state": "A" }),
    );
    assert_eq!(error.map_err(|error| error.to_string()), Err("missing key `peer` in `Participant`".to_owned()));
    Ok(())
}

/// A required field that may be `null` is written as `null`, unless the key was absent in what was read.
#[test]
fn required_fields_are_null_or_absent_as_they_were_read() -> Test {
    let made = Ticket::new(TicketRequired { id: "t".to_owned(), owner: None, size: None, steps: None });
    assert_eq!(made, Ticket { id: Some("t".to_owned()), owner: None, ..Ticket::default() });
    let size = Size::new(SizeRequired { width: Some(1) });
    let other =
        TicketRequired { id: "t".to_owned(), owner: Some("o".to_owned()), size: Some(size), steps: Some(vec![]) };
    let written = r#"{"id":"t","owner":"o","size":{"width":1},"steps":[]}"#;
    assert_eq!(serde_json::to_string(&Ticket::new(other))?, written);
    assert_eq!(serde_json::to_string(&made)?, r#"{"id":"t","owner":null,"size":null,"steps":null}"#);
    assert_eq!(serde_json::from_str::<Ticket>(r#"{"id":"t"}"#)?, made);
    let last = Node::new(NodeRequired { next: None });
    let first = Node::new(NodeRequired { next: Some(last) });
    assert_eq!(serde_json::to_string(&first)?, r#"{"next":{"next":null}}"#);
    for body in [
        r#"{"owner":null,"size":null,"steps":null,"closed":null}"#,
        r#"{"owner":"o","size":{"width":null},"steps":[],"closed":"2021-04-02T15:30:51Z"}"#,
        r#"{"owner":5,"size":null,"steps":[null],"closed":[]}"#,
        r#"{"steps":null}"#,
        r#"{"closed":null}"#,
        "{}",
    ] {
        let mut read: Ticket = serde_json::from_str(body)?;
        assert_eq!(serde_json::to_string(&read)?, body);
        // What is removed later is `null`. A request does not have read-only fields, not even as `null`.
        if read.owner.take().is_some() && read.closed.take().is_some() {
            let written = serde_json::to_value(&read)?;
            assert_eq!((&written["owner"], written.get("closed")), (&Value::Null, None));
        }
    }
    for (body, written) in [
        (r#"{"owner":5,"owner":null,"size":null,"steps":null}"#, r#"{"owner":null,"size":null,"steps":null}"#),
        (r#"{"closed":null,"closed":5}"#, r#"{"closed":5}"#),
        (r#"{"closed":5,"closed":null}"#, r#"{"closed":null}"#),
    ] {
        assert_eq!(serde_json::to_string(&serde_json::from_str::<Ticket>(body)?)?, written, "{body}");
    }
    Ok(())
}

/// Three-valued fields are the optional ones, because a required key is not absent.
#[test]
fn required_fields_are_null_beside_three_valued_ones() -> Test {
    let made = notes_three_valued::Ticket { reason: None.into(), ..Default::default() };
    assert_eq!(serde_json::to_string(&made)?, r#"{"owner":null,"size":null,"steps":null,"reason":null}"#);
    for body in [r#"{"owner":null,"size":null,"steps":null}"#, r#"{"reason":null,"tags":[null],"labels":{"a":null}}"#] {
        assert_eq!(serde_json::to_string(&serde_json::from_str::<notes_three_valued::Ticket>(body)?)?, body);
    }
    Ok(())
}

/// A strict model keeps what its types have no room for, provided that it has a place for it.
#[test]
fn strict_models_without_extra_refuse_what_they_would_lose() -> Test {
    let body = |key: &str, value: Value| {
        let mut body = json!({ "id": "t", "owner": null, "size": null, "steps": null, "closed": null });
        body[key] = value;
        body
    };
    for (key, value) in [("expires", json!("9999-12-31T23:59:59Z")), ("due", json!("10000-01-01"))] {
        let read: notes_strict::Ticket = serde_json::from_value(body(key, value.clone()))?;
        assert_eq!(serde_json::to_value(read)?, body(key, value));
    }
    let refused = |key, value| {
        let read = serde_json::from_value::<notes_strict_deny::Ticket>(body(key, value));
        read.err().map(|error| error.to_string()).unwrap_or_default()
    };
    assert_eq!(
        [
            refused("expires", json!("9999-12-31T23:59:59Z")),
            refused("moments", json!(["2021-04-02T24:00:00Z"])),
            refused("tags", json!([null])),
            refused("answer", json!([1, null])),
            refused("answer", json!("2021-04-02T24:00:00Z")),
            refused("marks", json!([null])),
        ],
        [
            "invalid value: string \"9999-12-31T23:59:59Z\", expected datetime for key `expires` in `Ticket`",
            "invalid value: string \"2021-04-02T24:00:00Z\", expected datetime within key `moments` in `Ticket`",
            "invalid type: null, expected string within key `tags` in `Ticket`",
            "invalid type: null, expected Answer for key `answer` in `Ticket`",
            "invalid type: string \"2021-04-02T24:00:00Z\", expected Answer for key `answer` in `Ticket`",
            "",
        ]
    );
    let without = serde_json::from_value::<notes_strict_deny::Ticket>(json!({ "id": "t", "owner": null }));
    assert_eq!(without.err().map(|error| error.to_string()), Some("missing key `size` in `Ticket`".to_owned()));
    Ok(())
}

/// A union that is not in a model has no place for notes.
#[test]
fn a_union_on_its_own_keeps_the_whole_value() -> Test {
    for body in ["[1,null]", r#"{"a":null}"#, "\"9999-12-31T23:59:59Z\""] {
        let answer: Answer = serde_json::from_str(body)?;
        assert!(matches!(answer, Answer::Unlisted(_)), "{body}");
        assert_eq!(serde_json::to_string(&answer)?, body);
        let in_model = format!(r#"{{"answer":{body}}}"#);
        let ticket: Ticket = serde_json::from_str(&in_model)?;
        assert!(!matches!(ticket.answer, Some(Answer::Unlisted(_))), "{body}");
        assert_eq!(serde_json::to_string(&ticket)?, in_model);
        assert_eq!(unexpected(&ticket).len(), 1, "{body}");
    }
    Ok(())
}

/// The last value of a repeated key counts, and `null` is not an entry.
#[test]
fn a_null_in_a_map_is_not_an_entry() -> Test {
    let keys = |body: &str| -> serde_json::Result<Vec<String>> {
        let everything: Everything = serde_json::from_str(body)?;
        assert!(everything.extra.is_empty(), "{body}");
        Ok(everything.by_number.unwrap_or_default().into_keys().collect())
    };
    assert_eq!(keys(r#"{"byNumber": {"1": null, "2": "b", "3": null, "4": "d"}}"#)?, ["2", "4"]);
    assert_eq!(keys(r#"{"byNumber": {"1": null, "2": "b", "1": "a"}}"#)?, ["1", "2"]);
    assert_eq!(keys(r#"{"byNumber": {"1": "a", "2": "b", "1": null}}"#)?, ["2"]);
    Ok(())
}

#[test]
fn nulls_in_lists_and_maps_are_written_back() -> Test {
    let body = r#"{"byNumber":{"1":null,"2":"b","3":null},"neededList":[null,"a",null,null,"b",null]}"#;
    let mut everything: Everything = serde_json::from_str(body)?;
    assert_eq!(everything.needed_list, ["a", "b"]);
    assert_eq!(serde_json::to_string(&everything)?, body);
    assert_eq!(serde_json::to_string(&everything.clone())?, body);
    let said: Vec<String> = unexpected(&everything).iter().map(ToString::to_string).collect();
    let nulls = ["neededList[0]", "neededList[2]", "neededList[3]", "neededList[5]", "byNumber.1", "byNumber.3"];
    let mut expected = nulls.map(|path| format!("{path}: expected string, found null"));
    expected.sort();
    assert_eq!(
        {
            let mut said = said;
            said.sort();
            said
        },
        expected
    );
    // They do not count when models are compared.
    let without: Everything = serde_json::from_str(r#"{"byNumber":{"2":"b"},"neededList":["a","b"]}"#)?;
    assert_eq!(everything, without);

    // A list that has changed is written as it is; a key of a map is `null` until it has a value.
    everything.needed_list[0] = "c".to_owned();
    everything.by_number.get_or_insert_default().insert("1".to_owned(), "a".to_owned());
    let written = r#"{"byNumber":{"1":"a","2":"b","3":null},"neededList":["c","b"]}"#;
    assert_eq!(serde_json::to_string(&everything)?, written);
    everything.by_number = None;
    everything.needed_list = Vec::new();
    assert_eq!(serde_json::to_string(&everything)?, r#"{"neededList":[]}"#);
    Ok(())
}

#[test]
fn nulls_are_written_back_at_any_depth() -> Test {
    let body = json!({
        "lines": [null, { "sku": "s" }, null],
        "labels": { "a": null },
        "grid": [null, [1, null], [], [null], null],
        "byName": { "first": null, "second": { "sku": "s", "more": [null] } },
        "sizes": [null, null],
        "parent": { "lines": [null], "labels": {} },
    });
    let mut order: Order = serde_json::from_value(body.clone())?;
    assert_eq!(order.grid, Some(vec![vec![1], vec![], vec![]]));
    assert_eq!(serde_json::to_value(&order)?, body);
    // Models in a list may change.
    order.lines[0].sku = Some("t".to_owned());
    assert_eq!(serde_json::to_value(&order)?["lines"], json!([null, { "sku": "t" }, null]));
    // Of duplicate keys, the last one counts.
    for (body, written) in [
        (r#"{"sizes":[1,null],"sizes":[2],"lines":[],"labels":{}}"#, json!([2])),
        (r#"{"sizes":[1],"sizes":[2,null],"lines":[],"labels":{}}"#, json!([2, null])),
        (r#"{"sizes":["x",null],"sizes":[2,null],"lines":[],"labels":{}}"#, json!([2, null])),
        (r#"{"sizes":[2,null],"sizes":["x",null],"lines":[],"labels":{}}"#, json!(["x", null])),
    ] {
        assert_eq!(serde_json::to_value(serde_json::from_str::<Order>(body)?)?["sizes"], written, "{body}");
    }
    Ok(())
}

#[test]
fn strict_models_refuse_nulls_in_lists_and_maps() {
    let refused =
        |body: Value| serde_json::from_value::<strict_fields::Order>(body).map(drop).map_err(|it| it.to_string());
    let error = refused(json!({ "id": "o", "lines": [null] }));
    assert_eq!(error, Err("invalid type: null, expected Line within key `lines` in `Order`".to_owned()));
    assert_eq!(refused(json!({ "id": "o", "lines": [], "sizes": [null], "labels": { "a": null } })), Ok(()));
}

/// A list or map that is kept because of one wrong item or entry keeps every `null`.
#[test]
fn a_wrong_list_or_map_is_kept_whole() -> Test {
    let body = json!({
        "byNumber": {"1": "a", "2": null, "3": 3, "4": null},
        "neededList": [null, "a", null, null, "b", null, 3, null],
    });
    let kept: Everything = serde_json::from_value(body.clone())?;
    assert_eq!((&kept.by_number, &*kept.needed_list), (&None, &[][..]));
    assert_eq!(
        (kept.extra.get("byNumber"), kept.extra.get("neededList")),
        (body.get("byNumber"), body.get("neededList"))
    );
    assert_eq!(serde_json::to_value(&kept)?, body);
    Ok(())
}

/// `serde_json` may write numbers as objects of this key; where it does not, the key is one like any other.
#[test]
fn a_private_key_of_serde_json_is_an_unknown_key() {
    let body = r#"{"$serde_json::private::Number": "1"}"#;
    let denied = serde_json::from_str::<strict_deny::Line>(body).map_err(|error| error.to_string());
    assert!(
        denied.as_ref().is_err_and(|it| it.starts_with("unknown key `$serde_json::private::Number`")),
        "{denied:?}"
    );
}
