//! The page: the templates with the data in them.

use std::io::{self, Write};

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
const SCRIPTS: [&str; 3] = [include_str!("models.js"), include_str!("graph.js"), include_str!("page.js")];

pub(super) fn write(data: &str, out: &mut dyn Write) -> io::Result<()> {
    let script = SCRIPTS.concat();
    let mut rest = PAGE;
    for (mark, text) in [("@style@", STYLE), ("@data@", &escaped(data)), ("@script@", &script)] {
        let (before, after) = rest.split_once(mark).unwrap_or((rest, ""));
        out.write_all(before.as_bytes())?;
        out.write_all(text.as_bytes())?;
        rest = after;
    }
    out.write_all(rest.as_bytes())
}

/// JSON within an element `script`: a browser looks for `</script` and `<!--` in it, and some programs end lines at more
/// characters than JSON does.
fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len() + json.len() / 64);
    for letter in json.chars() {
        match letter {
            '<' => escaped.push_str("\\u003c"),
            '\u{2028}' => escaped.push_str("\\u2028"),
            '\u{2029}' => escaped.push_str("\\u2029"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_end_its_element() {
        let texts = ["</script><script>alert(1)</script>", "<!-- <script>", "]]>", "\u{2028}\u{2029}", "@script@"];
        let json = serde_json::to_string(&texts).expect("texts are JSON");
        let mut page = Vec::new();
        write(&json, &mut page).expect("memory has room");
        let page = String::from_utf8(page).expect("all parts are text");
        let (_, rest) = page.split_once("<script type=\"application/json\" id=\"data\">").expect("it has data");
        let (data, _) = rest.split_once("</script>").expect("the data end");
        assert!(!data.contains(['<', '\u{2028}', '\u{2029}']));
        assert_eq!(serde_json::from_str::<Vec<String>>(data).expect("it is still JSON"), texts);
        assert_eq!(page.matches("<script").count(), 2);
    }
}
