//! Formats whose values are all text.

use std::error::Error;

use generated::cases::genesys_python_options::{Line, Meter, Order, support::from_text, support::unexpected};
use generated::cases::{strict, three_valued};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

type Test = Result<(), Box<dyn Error>>;
type Read<M> = Result<M, Box<dyn Error>>;

/// What all crates of query strings read from a text.
fn of_queries<M: DeserializeOwned>(text: &str) -> Read<[M; 3]> {
    Ok([serde_urlencoded::from_str(text)?, serde_html_form::from_str(text)?, serde_qs::from_str(text)?])
}

fn through_queries<M: DeserializeOwned + Serialize>(model: &M) -> Read<[M; 3]> {
    Ok([
        serde_urlencoded::from_str(&serde_urlencoded::to_string(model)?)?,
        serde_html_form::from_str(&serde_html_form::to_string(model)?)?,
        serde_qs::from_str(&serde_qs::to_string(model)?)?,
    ])
}

/// An order without lists and models.
fn flat() -> Value {
    json!({
        "id": "12", "count": u64::MAX >> 1, "price": 12.5, "placedAt": "2026-04-07T11:20:44Z", "anything": "any",
        "state": "sent", "note": "true", "width": -3, "ratio": 0.1, "paid": false, "due": "2026-04-08", "extra": "",
    })
}

#[test]
fn query_strings_are_read_as_the_types_of_the_fields() -> Test {
    let order: Order = serde_json::from_value(flat())?;
    for read in through_queries(&order)? {
        assert_eq!(read, order);
        assert!(unexpected(&read).is_empty());
    }
    for line in of_queries::<Line>("amount=5.0&sku=007")? {
        assert_eq!((line.amount, line.sku.as_deref()), (Some(5), Some("007")));
    }
    for meter in of_queries::<Meter>("on=true&steps=-1&at=2026-04-07+11:20Z")? {
        assert_eq!((meter.on, meter.steps, meter.at.is_some()), (Some(true), Some(-1), true));
    }
    // Web frameworks have types of their own around the deserializer.
    let text = serde_html_form::Deserializer::from_bytes(b"amount=3");
    assert_eq!(serde_path_to_error::deserialize::<_, Line>(text)?.amount, Some(3));
    Ok(())
}

#[test]
fn what_a_query_string_says_otherwise_is_kept() -> Test {
    for text in ["amount=three", "amount=05", "amount=", "amount=1.5", "amount=99999999999999999999", "amount=NaN"] {
        for line in of_queries::<Line>(&format!("{text}&more=1"))? {
            assert_eq!(
                (line.amount, &line.extra["amount"], &line.extra["more"]),
                (None, &json!(&text[7..]), &json!("1"))
            );
            let [urlencoded, html, nested] = through_queries(&line)?;
            assert!(urlencoded == line && html == line && nested == line, "{text}");
        }
    }
    // JSON has numbers, so a text is none.
    let line: Line = serde_json::from_str(r#"{"amount": "5"}"#)?;
    assert_eq!((line.amount, &line.extra["amount"]), (None, &json!("5")));
    Ok(())
}

#[test]
fn repeated_keys_of_query_strings_are_lists() -> Test {
    let lists = [("sizes=1&note=n&sizes=2", json!([1, 2])), ("sizes=3", json!([3]))];
    for (text, sizes) in lists {
        for order in [serde_urlencoded::from_str::<Order>(text)?, serde_html_form::from_str(text)?] {
            assert_eq!(serde_json::to_value(&order.sizes)?, sizes, "{text}");
            assert_eq!(serde_html_form::from_str::<Order>(&serde_html_form::to_string(&order)?)?, order);
        }
    }
    let twice: Line = serde_urlencoded::from_str("sku=a&sku=b")?;
    assert_eq!((twice.sku, &twice.extra["sku"]), (None, &json!(["a", "b"])));
    Ok(())
}

#[test]
fn nested_query_strings_have_lists_and_models() -> Test {
    let mut body = flat();
    body["lines"] = json!([{ "sku": "1", "amount": -3 }, { "meter": { "steps": 0, "on": true } }]);
    body["labels"] = json!({ "a": "1", "b c": "&" });
    body["sizes"] = json!([1, -1]);
    body["kinds"] = json!(["a-b", "2", "never listed"]);
    body["byName"] = json!({ "first": { "amount": 2 } });
    let order: Order = serde_json::from_value(body)?;
    let text = serde_qs::to_string(&order)?;
    let read: Order = serde_qs::from_str(&text)?;
    assert_eq!(read, order, "{text}");
    assert_eq!(unexpected(&read).len(), 1, "one of the kinds is not listed");
    Ok(())
}

#[test]
fn query_strings_have_no_null() -> Test {
    let order: three_valued::Order = serde_json::from_value(json!({ "note": null }))?;
    let said = serde_urlencoded::to_string(&order).expect_err("there is a null").to_string();
    assert_eq!(said, "`Order` holds `null` for the key `note`, which this format cannot represent");
    Ok(())
}

#[test]
fn errors_name_what_a_query_string_cannot_hold() -> Test {
    let bodies =
        [(json!({ "sizes": [1] }), "sizes"), (json!({ "lines": [{}] }), "lines"), (json!({ "more": [1] }), "more")];
    for (body, key) in bodies {
        let order: Order = serde_json::from_value(body)?;
        let said = serde_urlencoded::to_string(&order).expect_err("there is a list").to_string();
        let expected = format!("`Order` holds a value for the key `{key}`, which this format cannot represent: ");
        assert!(said.starts_with(&expected), "{said}");
    }
    let order: Order = serde_json::from_value(json!({ "labels": { "a": "b" } }))?;
    let said = serde_html_form::to_string(&order).expect_err("there is a map").to_string();
    assert!(said.starts_with("`Order` holds a value for the key `labels`"), "{said}");
    Ok(())
}

#[derive(Debug, Deserialize)]
struct Query {
    page: String,
    #[serde(flatten, deserialize_with = "from_text")]
    line: Line,
}

#[test]
fn models_in_types_of_programs_are_read_from_text_on_request() -> Test {
    let query: Query = serde_urlencoded::from_str("page=1&amount=3&more=2")?;
    assert_eq!((&*query.page, query.line.amount, &query.line.extra["more"]), ("1", Some(3), &json!("2")));
    Ok(())
}

fn in_csv<M: Serialize>(rows: &[M]) -> Read<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(row)?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

fn of_csv<M: DeserializeOwned>(text: &str) -> Read<Vec<M>> {
    Ok(csv::Reader::from_reader(text.as_bytes()).deserialize().collect::<Result<Vec<M>, _>>()?)
}

#[test]
fn flat_models_are_rows_of_csv() -> Test {
    let bodies = [
        json!({ "sku": "007", "amount": 3 }),
        json!({ "sku": "true" }),
        json!({ "amount": -1 }),
        json!({ "sku": "a, \"b\"\n", "amount": 0 }),
    ];
    let mut lines: Vec<Line> = Vec::new();
    for body in bodies {
        lines.push(serde_json::from_value(body)?);
    }
    let text = in_csv(&lines)?;
    assert_eq!(text, "sku,amount,meter\n007,3,\ntrue,,\n,-1,\n\"a, \"\"b\"\"\n\",0,\n");
    assert_eq!(of_csv::<Line>(&text)?, lines);
    let mut without_heading = csv::ReaderBuilder::new();
    let mut rows = without_heading.has_headers(false).from_reader(text.as_bytes()).into_deserialize();
    rows.next();
    assert_eq!(rows.collect::<Result<Vec<Line>, _>>()?, lines);

    let meters: Vec<Meter> = of_csv("on,at,steps\ntrue,2026-04-07T11:20:44Z,5\nfalse,,-5\n")?;
    assert_eq!((meters[0].on, meters[0].steps, meters[1].at, meters[1].steps), (Some(true), Some(5), None, Some(-5)));
    assert_eq!(of_csv::<Meter>(&in_csv(&meters)?)?, meters);
    Ok(())
}

#[test]
fn orders_of_csv_have_a_column_for_each_key() -> Test {
    let order: Order = serde_json::from_value(flat())?;
    let text = in_csv(&[&order])?;
    // An empty text is the same as no value.
    let mut expected = order.clone();
    expected.extra = None;
    assert_eq!(of_csv::<Order>(&text)?, [expected]);
    assert_eq!(in_csv(&[&order, &Order::default()])?.lines().count(), 3);
    Ok(())
}

#[test]
fn what_a_row_says_otherwise_is_kept() -> Test {
    let lines: Vec<Line> = of_csv("sku,amount,color\ns,many,red\n,2,\n")?;
    assert_eq!(
        (lines[0].amount, &lines[0].extra["amount"], &lines[0].extra["color"]),
        (None, &json!("many"), &json!("red"))
    );
    assert_eq!((lines[1].amount, lines[1].extra["color"].is_null()), (Some(2), true));
    let said = in_csv(&lines[..1]).expect_err("there is no column").to_string();
    assert!(said.contains("`Line` holds the unexpected key `color`, which this format cannot represent"), "{said}");
    let mut line = lines[0].clone();
    line.extra.remove("color");
    assert_eq!(in_csv(&[line])?, "sku,amount,meter\ns,many,\n");

    let nested = [Line::default().with_meter(Meter::default())];
    let said = in_csv(&nested).expect_err("a model is no cell").to_string();
    assert!(said.contains("`Line` holds an object for the key `meter`, which this format cannot represent"), "{said}");
    Ok(())
}

#[test]
fn rows_are_read_strictly_where_it_is_configured() -> Test {
    let read = of_csv::<strict::Line>;
    assert_eq!(read("sku,amount\ns,3\n,\n")?.iter().map(|line| line.sku.len()).collect::<Vec<_>>(), [1, 0]);
    assert!(read("sku,amount\ns,many\n").is_err() && read("amount\n1\n").is_err());
    let line: strict::Line = serde_urlencoded::from_str("sku=s&amount=3")?;
    assert_eq!(line.amount, Some(3));
    assert!(serde_urlencoded::from_str::<strict::Line>("sku=s&amount=three").is_err());
    Ok(())
}
