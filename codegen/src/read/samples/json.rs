//! JSON as it is written: each value with its place, numbers with all their digits, and no key twice.
//!
//! `serde_json` reads values and not texts: it keeps the last of two equal keys, rounds long numbers, and forgets
//! where a value was. A sample is a witness, so all three matter here.

use std::collections::BTreeSet;
use std::fmt;

/// Lists and objects may be nested this deep, as in `serde_json`.
const MAX_DEPTH: usize = 128;

/// A value and the byte at which it starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Json {
    /// The first byte.
    pub at: usize,
    /// The value.
    pub value: Value,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A number, as it is written.
    Number(String),
    /// A text, its escapes undone.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object; its keys are all different.
    Object(Vec<Member>),
}

/// A key of an object and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The key, its escapes undone.
    pub key: String,
    /// The byte at which the key starts.
    pub at: usize,
    /// The value.
    pub value: Json,
}

/// Why a text is not JSON. The message has no part of the text but keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The byte at which reading stopped.
    pub at: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Json {
    /// The value of a key, if this is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.members().iter().find(|member| member.key == key).map(|member| &member.value)
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value { Some(text) } else { None }
    }

    /// The items of a list; none of anything else.
    pub fn items(&self) -> &[Self] {
        if let Value::List(items) = &self.value { items } else { &[] }
    }

    /// The keys and values of an object; none of anything else.
    pub fn members(&self) -> &[Member] {
        if let Value::Object(members) = &self.value { members } else { &[] }
    }

    /// Whether it is `null`.
    pub fn is_null(&self) -> bool {
        self.value == Value::Null
    }
}

/// Reads a whole text.
///
/// # Errors
///
/// The text is not JSON, is nested too deep, or has a key twice in one object.
pub fn read(text: &str) -> Result<Json, Mistake> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(MAX_DEPTH)?;
    reader.space();
    match reader.peek() {
        None => Ok(value),
        Some(_) => Err(reader.mistake("more text follows after the end of the JSON value")),
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Result<Json, Mistake> {
        self.space();
        let at = self.at;
        let value = match self.peek() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => Value::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(_) => self.word()?,
            None => return Err(self.mistake("the text ends where a JSON value is expected")),
        };
        Ok(Json { at, value })
    }

    fn list(&mut self, depth: usize) -> Result<Value, Mistake> {
        let depth = self.enter(depth)?;
        let mut items = Vec::new();
        if self.eat_after_space(b']') {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            if self.eat_after_space(b']') {
                return Ok(Value::List(items));
            }
            self.expect(b',', "`,` or `]` is expected after an item of a list")?;
        }
    }

    fn object(&mut self, depth: usize) -> Result<Value, Mistake> {
        let depth = self.enter(depth)?;
        let mut members: Vec<Member> = Vec::new();
        let mut keys = BTreeSet::new();
        if self.eat_after_space(b'}') {
            return Ok(Value::Object(members));
        }
        loop {
            self.space();
            let at = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.mistake("a key of an object is expected, in quotation marks"));
            }
            let key = self.string()?;
            if !keys.insert(key.clone()) {
                return Err(Mistake { at, message: format!("the key `{key}` is in one object twice") });
            }
            self.expect(b':', "`:` is expected after a key")?;
            let value = self.value(depth)?;
            members.push(Member { key, at, value });
            if self.eat_after_space(b'}') {
                return Ok(Value::Object(members));
            }
            self.expect(b',', "`,` or `}` is expected after a value of an object")?;
        }
    }

    /// Goes past an opening bracket.
    fn enter(&mut self, depth: usize) -> Result<usize, Mistake> {
        let inner = depth.checked_sub(1);
        let inner = inner.ok_or_else(|| self.mistake(format!("this is nested deeper than {MAX_DEPTH} levels")))?;
        self.at += 1;
        Ok(inner)
    }

    fn string(&mut self) -> Result<String, Mistake> {
        let mut text = String::new();
        self.at += 1;
        loop {
            let rest = &self.text[self.at..];
            let len = rest.find(['"', '\\']).unwrap_or(rest.len());
            let plain = &rest[..len];
            if let Some(control) = plain.bytes().position(|byte| byte < b' ') {
                self.at += control;
                return Err(self.mistake("a text has a control character that is not escaped"));
            }
            text.push_str(plain);
            self.at += len;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(_) => text.push(self.escape()?),
                None => return Err(self.mistake("a text is not closed")),
            }
        }
    }

    /// The character of an escape. Half a surrogate pair, which some writers cut a text to, is replaced.
    fn escape(&mut self) -> Result<char, Mistake> {
        let kind = self.text.as_bytes().get(self.at + 1).copied();
        let plain = match kind {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return Err(self.mistake("a backslash starts no escape of JSON")),
        };
        self.at += 2;
        Ok(plain)
    }

    fn unicode(&mut self) -> Result<char, Mistake> {
        let first = self.unit(self.at).ok_or_else(|| self.mistake("`\\u` is followed by four hexadecimal digits"))?;
        self.at += 6;
        let second = if (0xd800..0xdc00).contains(&first) { self.unit(self.at) } else { None };
        let units = [Some(first), second.filter(|unit| (0xdc00..0xe000).contains(unit))];
        let decoded = char::decode_utf16(units.into_iter().flatten()).next().and_then(Result::ok);
        if units[1].is_some() {
            self.at += 6;
        }
        Ok(decoded.unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    /// The number of `\uXXXX`.
    fn unit(&self, at: usize) -> Option<u16> {
        let digits = self.text.get(at..at + 6)?.strip_prefix("\\u")?;
        let is_hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_hexadecimal { u16::from_str_radix(digits, 16).ok() } else { None }
    }

    fn number(&mut self) -> Result<Value, Mistake> {
        let start = self.at;
        self.eat(b'-');
        let leads_with_zero = self.peek() == Some(b'0');
        let whole = self.digits();
        let fraction = if self.eat(b'.') { Some(self.digits()) } else { None };
        let exponent = if self.eat(b'e') || self.eat(b'E') {
            let _sign = self.eat(b'+') || self.eat(b'-');
            Some(self.digits())
        } else {
            None
        };
        let is_number = whole > 0 && !(leads_with_zero && whole > 1) && fraction != Some(0) && exponent != Some(0);
        if is_number {
            Ok(Value::Number(self.text[start..self.at].to_owned()))
        } else {
            self.at = start;
            Err(self.mistake("this is not a JSON number"))
        }
    }

    fn digits(&mut self) -> usize {
        let len = self.text[self.at..].bytes().take_while(u8::is_ascii_digit).count();
        self.at += len;
        len
    }

    fn word(&mut self) -> Result<Value, Mistake> {
        let words = [("null", Value::Null), ("true", Value::Boolean(true)), ("false", Value::Boolean(false))];
        let rest = &self.text[self.at..];
        let Some((word, value)) = words.into_iter().find(|(word, _)| rest.starts_with(word)) else {
            return Err(self.mistake("a JSON value is expected here"));
        };
        self.at += word.len();
        Ok(value)
    }

    fn space(&mut self) {
        let len = self.text[self.at..].bytes().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
        self.at += len;
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn eat_after_space(&mut self, byte: u8) -> bool {
        self.space();
        self.eat(byte)
    }

    fn expect(&mut self, byte: u8, message: &str) -> Result<(), Mistake> {
        if self.eat_after_space(byte) { Ok(()) } else { Err(self.mistake(message)) }
    }

    fn mistake(&self, message: impl Into<String>) -> Mistake {
        Mistake { at: self.at, message: message.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(json: &Json) -> serde_json::Value {
        match &json.value {
            Value::Null => serde_json::Value::Null,
            Value::Boolean(value) => (*value).into(),
            Value::Number(text) => serde_json::from_str(text).expect("a number"),
            Value::Text(text) => text.as_str().into(),
            Value::List(items) => items.iter().map(plain).collect(),
            Value::Object(members) => members.iter().map(|it| (it.key.clone(), plain(&it.value))).collect(),
        }
    }

    #[test]
    fn values_are_those_of_serde_json() {
        let texts = [
            r#"{"a": [1, -0.5e+3, 12E2, true, false, null], "b\n\"\\\/\b\f\r\tä\u00e4\uD83D\uDE00": {"": []}}"#,
            " [ ] ",
            "\"x\"",
            "0",
            "{}",
        ];
        for text in texts {
            let expected: serde_json::Value = serde_json::from_str(text).expect("JSON");
            assert_eq!(plain(&read(text).expect(text)), expected, "{text}");
        }
    }

    #[test]
    fn what_is_not_json_is_refused_where_it_starts() {
        let cases = [
            ("", 0),
            ("{\"a\": 1", 7),
            ("[1 2]", 3),
            ("[01]", 1),
            ("[1.]", 1),
            ("{a: 1}", 1),
            ("\"x", 2),
            ("\"\\x\"", 1),
            ("\"\\u00g0\"", 1),
            ("[1,]", 3),
            ("nul", 0),
            ("{} x", 3),
            ("\"a\nb\"", 2),
            ("{\"a\": 1, \"a\": 2}", 9),
            ("\"\\u12é\"", 1),
        ];
        for (text, at) in cases {
            assert_eq!(read(text).expect_err(text).at, at, "{text}");
        }
    }

    #[test]
    fn what_is_nested_too_deep_is_refused_and_not_followed() {
        for depth in [MAX_DEPTH + 1, 1_000_000] {
            let mistake = read(&"[".repeat(depth)).expect_err("too deep");
            assert_eq!(mistake.message, "this is nested deeper than 128 levels");
        }
        let text = format!("{}{}", "[".repeat(MAX_DEPTH), "]".repeat(MAX_DEPTH));
        assert!(read(&text).is_ok());
    }

    #[test]
    fn half_a_surrogate_pair_is_replaced() {
        assert_eq!(read(r#""\ud83d!\ude00\ud83d\u0041""#).expect("JSON").text(), Some("\u{fffd}!\u{fffd}\u{fffd}A"));
    }

    #[test]
    fn places_and_digits_are_kept() {
        let json = read("{\"k\":\n  12345678901234567890123.10}").expect("JSON");
        let member = &json.members()[0];
        assert_eq!((member.at, member.value.at), (1, 8));
        assert_eq!(member.value.value, Value::Number("12345678901234567890123.10".to_owned()));
    }
}
