//! Removes the places from the JSON of a schema.

use crate::cli::json::{Json, Object};

/// The same JSON without the places in documents, and without the lists of such places.
pub(in crate::cli) fn without(schema: &str) -> Result<String, serde_json::Error> {
    serde_json::from_str::<Json>(schema).map(remove)?.pretty()
}

fn remove(json: Json) -> Json {
    match json {
        Json::Object(Object(entries)) => {
            let kept = entries.into_iter().filter(|(key, value)| !is_place(key, value)).map(|(key, value)| {
                // A default is JSON of the API and not of the schema.
                if key == "default_value" { (key, value) } else { (key, remove(value)) }
            });
            Json::Object(Object(kept.collect()))
        }
        Json::List(items) => Json::List(items.into_iter().map(remove).collect()),
        Json::Null | Json::Boolean(_) | Json::Number(_) | Json::Text(_) => json,
    }
}

/// Whether an entry is a place or a list of places. A model can have any name, so its key alone does not decide.
fn is_place(key: &str, value: &Json) -> bool {
    match value {
        Json::Object(object) if key != "default_value" => {
            let keys = object.0.iter().map(|(key, _)| &**key);
            keys.eq(["path", "line", "column"]) && matches!(object.get("line"), Some(Json::Number(_)))
        }
        Json::List(items) => !items.is_empty() && items.iter().all(|item| is_place(key, item)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_places_are_removed() {
        let place = r#"{"path":"a.md","line":1,"column":2}"#;
        let field = format!(r#"{{"wire":"z","default_value":{place},"origin":{place},"corrected":[{place}]}}"#);
        let text = format!(r#"{{"models":{{"origin":{{"shape":{{"object":[{field}]}},"origin":{place}}}}}}}"#);
        let kept =
            format!(r#"{{"models":{{"origin":{{"shape":{{"object":[{{"wire":"z","default_value":{place}}}]}}}}}}}}"#);
        let kept: Json = serde_json::from_str(&kept).expect("JSON");
        assert_eq!(without(&text).expect("JSON"), kept.pretty().expect("JSON"));
    }
}
