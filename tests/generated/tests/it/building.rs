//! Values that a program makes: constructors, setters and documented defaults.

use generated::cases::genesys_python_options::{Line, Order};
use generated::cases::openapi_python_defaults::{Paper, Printing, PrintingRequired};
use generated::cases::openapi_rust_participant::{Participant, ParticipantRequired, UserRef};
use generated::cases::three_valued;
use serde_json::{Value, json};

type Test = serde_json::Result<()>;

#[test]
fn setters_take_values_and_options() {
    let line = Line::default().with_sku(Some("a")).with_amount(Some(3));
    assert_eq!(line, Line::default().with_sku("a").with_amount(3_i64));
    assert_eq!(line.clone().with_sku(None::<String>).with_amount(None::<i32>), Line::default());
    let order = Order::default().with_note(Some(String::from("n"))).with_lines([line.clone()]).with_main(Some(line));
    assert_eq!(order.main.as_ref(), order.lines.first());
    assert_eq!(order.clone().with_parent(Some(order.clone())).parent.as_deref(), Some(&order));
    assert_eq!(order.with_sizes(Some([1, 2])).with_kinds(None::<Vec<_>>).sizes, Some(vec![1, 2]));
}

/// `None` is `null` where it is a value.
#[test]
fn setters_of_any_json_and_of_patches_take_null() -> Test {
    let order = Order::default().with_anything(None::<bool>).with_whatever(Value::Null);
    assert_eq!((order.anything, order.whatever), (Some(Value::Null), Some(Value::Null)));
    let patch = three_valued::Order::default().with_note(None).with_width(3);
    assert_eq!(serde_json::to_value(patch)?, json!({ "lines": [], "labels": {}, "note": null, "width": 3 }));
    Ok(())
}

#[test]
fn a_required_value_that_may_be_null_is_an_option() -> Test {
    let required = |peer| ParticipantRequired { users: Vec::new(), peer, ratio: 0.5, state: "A".into() };
    let nobody = json!({ "users": [], "peer": null, "ratio": 0.5, "state": "A" });
    assert_eq!(serde_json::to_value(Participant::new(required(None)))?, nobody);
    let participant = Participant::new(required(Some(UserRef::default())));
    assert_eq!(participant.peer.as_ref(), Some(&UserRef::default()));
    Ok(())
}

#[test]
fn defaults_are_constants_and_neither_read_nor_written() -> Test {
    assert_eq!((Printing::DEFAULT_COPIES, Printing::DEFAULT_COLOR), (1, false));
    assert_eq!(
        (Printing::DEFAULT_MARGIN.to_bits(), Printing::DEFAULT_SCALE.to_bits()),
        (5_f64.to_bits(), (-0.5_f64).to_bits())
    );
    assert_eq!(
        (Printing::DEFAULT_TITLE, Printing::DEFAULT_CLASS, Printing::DEFAULT_DEFAULT),
        ("An \"order\"", "first", "")
    );
    assert_eq!((Printing::DEFAULT_PAPER, Printing::DEFAULT_PAPERS), (Paper::HalfA5, &[Paper::A4][..]));
    assert_eq!((Printing::DEFAULT_TAGS, Printing::DEFAULT_PAGES), (&["a", "b"][..], &[][..]));

    let printing = Printing::new(PrintingRequired { title: Printing::DEFAULT_TITLE.into() });
    assert_eq!(serde_json::to_value(&printing)?, json!({ "title": "An \"order\"" }));
    assert_eq!(printing.with_paper(Printing::DEFAULT_PAPER).paper, Some(Paper::HalfA5));
    assert_eq!(serde_json::from_str::<Printing>("{}")?, Printing::default());
    assert_eq!(serde_json::to_value(Printing::default())?, json!({}));
    Ok(())
}
