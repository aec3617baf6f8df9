//! Defaults of days and times in the expressions of languages.

/// The names of months in the text that Java makes of a day.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The text that an expression makes a day or time of: `Date.parse("2024-02-29")`, `parser('2024-02-29').date()`.
pub(super) fn parsed(text: &str) -> Option<&str> {
    let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '_');
    let call = text.trim_start_matches(is_name).strip_prefix('(')?;
    let mark = call.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    let (inner, _) = call[1..].split_once(mark)?;
    // Java writes the name of a time zone after the offset.
    Some(inner.split_once('[').map_or(inner, |(time, _)| time))
}

/// The day in the text that Java makes of one: `Thu Feb 29 00:00:00 UTC 2024`.
pub(super) fn from_java(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let [_, month, day, "00:00:00", _, year] = parts.as_slice() else { return None };
    let month = MONTHS.iter().position(|name| name == month)? + 1;
    let (day, year): (u32, u32) = (day.parse().ok()?, year.parse().ok()?);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_within_a_call_is_the_day() {
        for (text, expected) in [
            ("Date.parse(\"2024-02-29\")", Some("2024-02-29")),
            ("dateutil_parser('2024-02-29').date()", Some("2024-02-29")),
            ("Time.parse(\"2024-02-29T01:02:03Z[Etc/UTC]\")", Some("2024-02-29T01:02:03Z")),
            ("Date(timeIntervalSince1970: 1)", None),
            ("\"2024-02-29\"", None),
            ("Date.parse(", None),
        ] {
            assert_eq!(parsed(text), expected, "{text}");
        }
    }

    #[test]
    fn java_names_the_month() {
        assert_eq!(from_java("Thu Feb 29 00:00:00 UTC 2024").as_deref(), Some("2024-02-29"));
        for text in ["Thu Feb 29 01:00:00 UTC 2024", "Thu Foo 29 00:00:00 UTC 2024", "Thu Feb 2024", ""] {
            assert_eq!(from_java(text), None, "{text}");
        }
    }
}
