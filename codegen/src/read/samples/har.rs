//! HAR 1.2: the calls that a browser, a proxy or a test runner recorded.
//!
//! Only `log.entries` is looked at, and of each entry the method, the address, the status and both bodies. The rest
//! (cookies, headers, times) is not read.

use super::json::{self, Json, Mistake, Value};
use super::{Body, Side, Subject};

/// What a file of recorded traffic has.
#[derive(Debug, Default)]
pub struct Recorded {
    /// The JSON bodies of calls that succeeded.
    pub bodies: Vec<Body>,
    /// The entries without a JSON body, or of calls that failed.
    pub others: usize,
    /// Bodies that are called JSON and are not.
    pub mistakes: Vec<Mistake>,
}

/// Whether a value is recorded traffic.
pub fn is_recorded(json: &Json) -> bool {
    json.get("log").and_then(|log| log.get("entries")).is_some_and(|it| matches!(it.value, Value::List(_)))
}

/// The bodies of the entries of a file.
pub fn bodies(json: &Json, file: usize) -> Recorded {
    let mut recorded = Recorded::default();
    let entries = json.get("log").and_then(|log| log.get("entries")).map(Json::items).unwrap_or_default();
    for entry in entries {
        let before = (recorded.bodies.len(), recorded.mistakes.len());
        if succeeded(entry) {
            recorded.add(entry, file);
        }
        recorded.others += usize::from(before == (recorded.bodies.len(), recorded.mistakes.len()));
    }
    recorded
}

/// Only the body of a call that succeeded is of the documented type.
fn succeeded(entry: &Json) -> bool {
    let status = entry.get("response").and_then(|response| response.get("status"));
    matches!(status.map(|status| &status.value), Some(Value::Number(text)) if text.len() == 3 && text.starts_with('2'))
}

impl Recorded {
    fn add(&mut self, entry: &Json, file: usize) {
        let request = entry.get("request");
        let text_of = |key: &str| request.and_then(|request| request.get(key)).and_then(Json::text);
        let (Some(method), Some(url)) = (text_of("method"), text_of("url")) else { return };
        let path = path_of(url);
        let posted = request.and_then(|request| request.get("postData"));
        let content = entry.get("response").and_then(|response| response.get("content"));
        for (side, part) in [(Side::Request, posted), (Side::Response, content)] {
            let Some(part) = part else { continue };
            match json_in(part) {
                Some(Ok(json)) => {
                    let of = Subject::Call { method: method.to_ascii_uppercase(), path: path.to_owned(), side };
                    self.bodies.push(Body { of, file, within: Some(entry.at), json });
                }
                Some(Err(message)) => self.mistakes.push(Mistake { at: part.at, message }),
                None => {}
            }
        }
    }
}

/// The JSON of a body, `None` where it has another type or was not recorded.
fn json_in(part: &Json) -> Option<Result<Json, String>> {
    let mime = part.get("mimeType").and_then(Json::text).unwrap_or_default().to_ascii_lowercase();
    let text = part.get("text").and_then(Json::text).filter(|text| !text.trim().is_empty())?;
    if !mime.split(';').next().is_some_and(|mime| mime.contains("json")) {
        return None;
    }
    let is_base64 = part.get("encoding").and_then(Json::text) == Some("base64");
    let decoded = if is_base64 { base64(text) } else { Some(text.to_owned()) };
    let Some(decoded) = decoded else { return Some(Err("a body is not the base64 of UTF-8 text".to_owned())) };
    let text = decoded.strip_prefix('\u{feff}').unwrap_or(&decoded);
    Some(json::read(text).map_err(|mistake| format!("a recorded body is not JSON: {mistake}")))
}

/// The path of an address, without scheme, host, query and fragment.
fn path_of(url: &str) -> &str {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = after_scheme.find('/').map_or("/", |at| &after_scheme[at..]);
    path.split(['?', '#']).next().unwrap_or("/")
}

/// The UTF-8 text of base64, line breaks and padding or not.
fn base64(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0_u32);
    for byte in text.bytes().filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=') {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = (bits << 6 | u32::from(digit)) & 0x00ff_ffff;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.extend(u8::try_from(bits >> count & 0xff));
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recorded(entries: &str) -> Recorded {
        let text = format!("{{\"log\": {{\"version\": \"1.2\", \"entries\": [{entries}]}}}}");
        let json = json::read(&text).expect("JSON");
        assert!(is_recorded(&json));
        bodies(&json, 0)
    }

    fn entry(status: u16, mime: &str, content: &str) -> String {
        format!(
            "{{\"request\": {{\"method\": \"get\", \"url\": \"https://x.example/v1/pets/7?a=b#c\"}}, \
             \"response\": {{\"status\": {status}, \"content\": {{\"mimeType\": \"{mime}\", {content}}}}}}}"
        )
    }

    #[test]
    fn a_body_has_the_method_and_path_of_its_call() {
        let read = recorded(&entry(200, "application/json; charset=utf-8", r#""text": "{\"id\": 7}""#));
        let expected = Subject::Call { method: "GET".to_owned(), path: "/v1/pets/7".to_owned(), side: Side::Response };
        assert_eq!(read.bodies.len(), 1);
        assert_eq!(read.bodies[0].of, expected);
        assert_eq!(read.bodies[0].json.members()[0].key, "id");
    }

    #[test]
    fn both_bodies_of_a_call_are_read() {
        let read = recorded(
            r#"{"request": {"method": "POST", "url": "/pets", "postData": {"mimeType": "application/json", "text": "{}"}},
                "response": {"status": 201, "content": {"mimeType": "application/vnd.api+json", "text": "[]"}}}"#,
        );
        let sides: Vec<_> = read.bodies.iter().map(|body| body.of.clone()).collect();
        let of = |side| Subject::Call { method: "POST".to_owned(), path: "/pets".to_owned(), side };
        assert_eq!(sides, [of(Side::Request), of(Side::Response)]);
    }

    #[test]
    fn base64_is_decoded() {
        let lines = r#""encoding": "base64", "text": "eyJuIjoi\nw6QifQ==""#;
        let read = recorded(&entry(200, "application/json", lines));
        assert_eq!(read.bodies[0].json.get("n").and_then(Json::text), Some("ä"));
        assert_eq!(base64("eyJuIjoiw6QifQ==").as_deref(), Some("{\"n\":\"ä\"}"));
        assert_eq!(base64("/w=="), None);
        assert_eq!(base64("a.b"), None);
    }

    #[test]
    fn failed_calls_and_other_types_are_counted_only() {
        let entries = [
            entry(404, "application/json", r#""text": "{}""#),
            entry(200, "text/html", r#""text": "<p>""#),
            entry(200, "application/json", r#""size": 0"#),
            "{}".to_owned(),
            "7".to_owned(),
        ];
        let read = recorded(&entries.join(","));
        assert_eq!((read.bodies.len(), read.others, read.mistakes.len()), (0, 5, 0));
    }

    #[test]
    fn a_body_that_is_not_json_is_a_mistake_without_its_text() {
        let read = recorded(&entry(200, "application/json", r#""text": "{secret""#));
        assert_eq!(read.mistakes.len(), 1);
        assert!(!read.mistakes[0].message.contains("secret"));
    }
}
