//! JSON that is made up: as the documents say, or with every oddity there is. It is text, because text can
//! hold what no value can: a key twice, a number in any spelling.

use std::fmt::Write as _;

use codegen::schema::{Field, Model, ModelName, Scalar, Schema, Type};

/// Numbers that decide what is made. Where they end, the simplest is made, so that a shorter tape and
/// smaller numbers make a simpler text, and a failing case can be simplified.
#[derive(Clone, Debug)]
pub struct Tape<'a> {
    choices: &'a [u16],
    odd: bool,
}

/// Keys that no document has, or that mean something to some crate.
const KEYS: &[&str] = &[
    "unknown",
    "",
    " ",
    "extra",
    "id ",
    "a.b",
    "a\\\"b",
    "\\u0000",
    "\\ud83d\\ude42",
    "e\\u0301",
    "type",
    "$serde_json::private::Number",
    "$serde_json::private::RawValue",
    "$__toml_private_datetime",
    "__proto__",
];

/// Values of all kinds, as text.
const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-0",
    "-0.0",
    "1",
    "1.0",
    "1e2",
    "1.5",
    "0.1",
    "16777217",
    "2147483648",
    "-2147483649",
    "9007199254740992",
    "9007199254740993",
    "9007199254740993.0",
    "-9007199254740993",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775809",
    "123456789012345678901234567890",
    "1e300",
    "-1e300",
    "1.7976931348623157e308",
    "5e-324",
    "3.4028234663852886e38",
    "3.5e38",
    "1E+2",
    "\"\"",
    "\"text\"",
    "\"null\"",
    "\"0\"",
    "\"Unlisted\"",
    "\"\\u0000\\n\\\"\\ud83d\\ude42\"",
    "[]",
    "{}",
    "[null]",
    "[[]]",
    "[{}]",
    "[\"text\"]",
    "[1,null,\"x\"]",
    "{\"a\":null}",
    "{\"a\":1}",
    "{\"\":{}}",
    "{\"a\":1,\"a\":\"x\"}",
    "{\"a\":\"x\",\"a\":null}",
    "{\"$serde_json::private::Number\":\"5\"}",
    "{\"$serde_json::private::Number\":5}",
    "{\"$serde_json::private::Number\":\"5\",\"a\":1}",
    "{\"a\":1,\"$serde_json::private::Number\":\"x\"}",
];

/// Date-times and days in many forms. What two crates read alike is one instant, whatever the form.
const TIMES: &[&str] = &[
    "2021-04-02T15:30:51.418Z",
    "2021-04-2T15:30:51.418Z",
    "2021-4-2T5:3:1Z",
    "2021-04-02T15:30Z",
    "2021-04-02T15:30.5Z",
    "2021-04-02T15Z",
    "2021-04-02 15:30:51Z",
    "2021-04-02 15:30:51 +02:00",
    "2021-04-02t15:30:51z",
    "2021-04-02T15:30:51,25+0200",
    "2021-04-02T15:30:51-05",
    "2021-04-02T15:30:51+5:30",
    "2021-04-02T15:30:51-00:00",
    "2021-04-02T15:30:51+23:59",
    "2021-04-02T15:30:51+02:00:30",
    "2021-04-02T15:30:51",
    "2021-04-02T15:30:51.Z",
    "2021-04-02T15:30:51.123456789Z",
    "2021-04-02T15:30:51.1234567891Z",
    "2016-12-31T23:59:60Z",
    "2016-12-31T23:59:60.5Z",
    "20161231T235960Z",
    "20210402T153051Z",
    "20210402T1530Z",
    "2021-04-02T24:00:00Z",
    "2021-04-31T00:00:00Z",
    "0000-01-01T00:00:00Z",
    "0000-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59Z",
    "9999-12-31T23:59:59.9999999+00:00",
    "10000-01-01",
    "+1000000000-12-31T23:59:59.999999999Z",
    "-1000000000-01-01T00:00:00Z",
    "2021-12-31T24:00:00+01:00",
    "2021-04-02T15:30:51+02:00[Europe/Paris]",
    "9999-12-31T23:59:59.999999999Z",
    "9999-12-31T23:59:59-23:59",
    "-000001-01-01T00:00:00Z",
    "+012021-04-02T15:30:51Z",
    "21-04-02T15:30:51Z",
    "2021-04-02T15:30:51Z[UTC]",
    "2021-W13-5T15:30:51Z",
    " 2021-04-02T15:30:51Z ",
    "2021-04-02",
    "2021-4-2",
    "20210402",
    "-2021-4-02",
    "02021-4-02",
    "2021-02-29",
    "2021-04-02Z",
    "1649237504949",
    "soon",
    "",
];

/// How deep `serde_json` reads.
const DEEPEST: usize = 127;

impl<'a> Tape<'a> {
    /// A tape for JSON that is as the documents say.
    pub fn ordinary(choices: &'a [u16]) -> Self {
        Self { choices, odd: false }
    }

    /// A tape for JSON with oddities.
    pub fn odd(choices: &'a [u16]) -> Self {
        Self { choices, odd: true }
    }

    fn below(&mut self, limit: usize) -> usize {
        let Some((first, rest)) = self.choices.split_first() else { return 0 };
        self.choices = rest;
        usize::from(*first) % limit
    }

    fn one_of<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.below(texts.len())]
    }

    /// Whether something that happens once in this many times happens now; never after the end of the tape.
    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    fn oddly(&mut self, times: usize) -> bool {
        self.odd && self.once_in(times)
    }

    /// An object for a model.
    pub fn model(&mut self, name: &ModelName, schema: &Schema, text: &mut String) {
        let fields = schema.models.get(name).map(Model::fields).unwrap_or_default();
        let mut entries = Entries::new(text);
        for field in fields {
            if self.below(3) == 0 {
                continue;
            }
            let key = self.key(field);
            entries.key(&key);
            self.field(field, schema, entries.text);
            if self.oddly(24) {
                entries.key(&key);
                self.any(entries.text);
            }
        }
        while self.oddly(6) {
            entries.key(self.one_of(KEYS));
            self.any(entries.text);
        }
        text.push('}');
    }

    /// The key of a field, or nearly.
    fn key(&mut self, field: &Field) -> String {
        let key = serde_json::Value::from(&*field.wire.0).to_string();
        let key = &key[1..key.len() - 1];
        if !self.oddly(24) {
            return key.to_owned();
        }
        match self.below(5) {
            0 => key.to_uppercase(),
            1 => key.to_lowercase(),
            2 => format!("{key}s"),
            3 => {
                key.chars().take(1).map(|it| format!("\\u{:04x}", u32::from(it))).chain([key[1..].to_owned()]).collect()
            }
            _ => field.spelled.clone(),
        }
    }

    fn field(&mut self, field: &Field, schema: &Schema, text: &mut String) {
        let known: Vec<&str> = field.values.iter().flat_map(|value| &value.known).map(String::as_str).collect();
        self.value(&field.ty, &known, schema, text);
    }

    fn value(&mut self, ty: &Type, known: &[&str], schema: &Schema, text: &mut String) {
        if self.oddly(10) {
            return self.any(text);
        }
        match ty {
            Type::Scalar(Scalar::String) if !known.is_empty() && !self.oddly(4) => {
                let _ = write!(text, "{}", serde_json::Value::from(self.one_of(known)));
            }
            Type::Scalar(scalar) => self.scalar(*scalar, text),
            Type::Nullable(item) if self.below(4) > 0 => self.value(item, known, schema, text),
            Type::Model(name) => self.model(name, schema, text),
            Type::List(item) => {
                text.push('[');
                for position in 0..self.below(4) {
                    text.push_str(if position > 0 { "," } else { "" });
                    self.item(item, known, schema, text);
                }
                text.push(']');
            }
            Type::Map(item) => {
                let mut entries = Entries::new(text);
                for position in 0..self.below(4) {
                    let key = if self.oddly(4) { self.one_of(KEYS).to_owned() } else { format!("key {position}") };
                    entries.key(&key);
                    self.item(item, known, schema, entries.text);
                }
                text.push('}');
            }
            Type::Unknown(_) => text.push_str("{}"),
            // An item that may be `null`.
            _ => text.push_str("null"),
        }
    }

    /// An item of a list or a value of a map.
    fn item(&mut self, item: &Type, known: &[&str], schema: &Schema, text: &mut String) {
        if self.oddly(5) { text.push_str("null") } else { self.value(item, known, schema, text) }
    }

    fn scalar(&mut self, scalar: Scalar, text: &mut String) {
        let made = match scalar {
            Scalar::String | Scalar::File => self.one_of(&["\"text\"", "\"\"", "\"\\ud83d\\ude42 \\\"quoted\\\"\""]),
            Scalar::Int32 => self.one_of(&["1", "0", "-1", "2147483647", "-2147483648"]),
            Scalar::Int64 => self.one_of(&["1", "0", "1649237504949", "9223372036854775807", "-9223372036854775808"]),
            Scalar::Int64Text => self.one_of(&["\"1\"", "-1", "\"9223372036854775807\"", "\"01\""]),
            Scalar::Uint64Text => self.one_of(&["\"1\"", "7", "\"18446744073709551615\"", "\"-1\""]),
            Scalar::Float32 => self.one_of(&["1", "0.1", "-2.5", "1e-3"]),
            Scalar::Float64 => self.one_of(&["1", "0.1", "-2.5", "1e-3", "1e300", "9007199254740991"]),
            Scalar::Boolean => self.one_of(&["true", "false"]),
            Scalar::DateTime | Scalar::Date if self.odd => return self.quoted(TIMES, text),
            Scalar::DateTime => self.one_of(&["\"2021-04-02T15:30:51.418Z\"", "\"2021-04-02T15:30:51+02:00\""]),
            Scalar::Date => self.one_of(&["\"2021-04-02\"", "\"0001-01-01\""]),
            Scalar::Any => return self.any(text),
            Scalar::Uint32 | Scalar::Uint64 => self.one_of(&["0", "4294967295"]),
            Scalar::Decimal => self.one_of(&["1.5", "\"1.50\""]),
            // Text in a form that is not checked.
            _ => "\"text\"",
        };
        text.push_str(made);
    }

    fn quoted(&mut self, texts: &[&str], text: &mut String) {
        let _ = write!(text, "\"{}\"", self.one_of(texts));
    }

    /// Any JSON.
    pub fn any(&mut self, text: &mut String) {
        match self.below(16) {
            0..10 => text.push_str(self.one_of(VALUES)),
            10 => self.quoted(TIMES, text),
            11 => {
                let digits: String =
                    (0..=self.below(24)).map(|_| char::from(b'1' + self.below(9).to_le_bytes()[0])).collect();
                let exponent = self.one_of(&["", "", ".5", "e3", "e-7", ".125e+11"]);
                let _ = write!(text, "{digits}{exponent}");
            }
            12 => self.deep(text),
            13 => {
                text.push('[');
                for position in 0..self.below(4) {
                    text.push_str(if position > 0 { "," } else { "" });
                    self.any(text);
                }
                text.push(']');
            }
            _ => self.object(text),
        }
    }

    /// Any object.
    pub fn object(&mut self, text: &mut String) {
        let mut entries = Entries::new(text);
        for _ in 0..self.below(6) {
            let key = self.one_of(KEYS).to_owned();
            entries.key(&key);
            self.any(entries.text);
        }
        text.push('}');
    }

    /// Lists and objects within each other.
    fn deep(&mut self, text: &mut String) {
        let depth = self.below(DEEPEST + 2);
        let (open, close) = [("[", "]"), ("{\"a\":", "}"), ("[null,", "]")][self.below(3)];
        text.push_str(&open.repeat(depth));
        text.push_str(self.one_of(VALUES));
        text.push_str(&close.repeat(depth));
    }

    /// An object whose keys are those of a model, and whose values are anything.
    pub fn any_of_known_keys(&mut self, name: &ModelName, schema: &Schema, text: &mut String) {
        let fields = schema.models.get(name).map(Model::fields).unwrap_or_default();
        let mut entries = Entries::new(text);
        for _ in 0..self.below(12) {
            match fields.get(self.below(fields.len() + 1)) {
                Some(field) => entries.key(&self.key(field)),
                None => entries.key(self.one_of(KEYS)),
            }
            self.any(entries.text);
        }
        text.push('}');
    }
}

/// The entries of an object that is being written; its end is for the writer to write.
struct Entries<'t> {
    text: &'t mut String,
    first: bool,
}

impl<'t> Entries<'t> {
    fn new(text: &'t mut String) -> Self {
        text.push('{');
        Self { text, first: true }
    }

    fn key(&mut self, key: &str) {
        let comma = if std::mem::take(&mut self.first) { "" } else { "," };
        let _ = write!(self.text, "{comma}\"{key}\":");
    }
}
