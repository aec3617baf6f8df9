//! When JSON that was read and written is the same: numbers by value and date-times by instant; a field that is `null`
//! is as good as absent; a list or map that the document requires may be added.
//! It is judged by the documents alone, without what generated models are made of.

use codegen::schema::{Assumption, Field, Model, ModelName, Presence, Scalar, Schema, Shape, Type};
use serde_json::{Map, Number, Value};

/// Where what was written differs from what was read, if anywhere.
pub fn difference(read: &Value, written: &Value, model: &ModelName, schema: &Schema) -> Option<String> {
    let mut judge = Judge { schema, path: vec![model.0.clone()] };
    judge.value(read, written, &Type::Model(model.clone())).err()
}

/// The field that a key is read into: the field with this key, or the only one with a similar key, if it is assumed.
fn known<'a>(key: &str, model: &'a Model) -> Option<&'a Field> {
    let fields = model.fields();
    if let Some(field) = fields.iter().find(|field| field.wire.0 == key) {
        return Some(field);
    }
    let letters = |key: &str| key.replace(['_', '-'], "").to_lowercase();
    let mut similar = fields.iter().filter(|field| letters(&field.wire.0) == letters(key));
    let field = similar.next().filter(|field| field.assumed.contains(&Assumption::WireNameByRule))?;
    similar.next().is_none().then_some(field)
}

struct Judge<'a> {
    schema: &'a Schema,
    path: Vec<String>,
}

type Verdict = Result<(), String>;

impl Judge<'_> {
    fn value(&mut self, read: &Value, written: &Value, ty: &Type) -> Verdict {
        match (ty, read, written) {
            (Type::Model(name), Value::Object(read), Value::Object(written)) => match self.schema.models.get(name) {
                Some(model) => self.fields(read, written, model),
                None => self.exact(&read.clone().into(), &written.clone().into()),
            },
            (Type::List(item), Value::Array(read), Value::Array(written)) => self.items(read, written, item),
            (Type::Map(item), Value::Object(read), Value::Object(written)) => self.entries(read, written, item),
            (Type::Nullable(_), Value::Null, _) | (Type::Nullable(_), _, Value::Null) => self.exact(read, written),
            (Type::Nullable(item), _, _) => self.value(read, written, item),
            (Type::Scalar(Scalar::Int64Text | Scalar::Uint64Text), Value::Number(a), Value::String(b)) => {
                if integer(a) == Some(b.clone()) { Ok(()) } else { self.differ(read, written) }
            }
            (Type::Model(name), Value::Number(number), Value::String(text)) => match self.named(name, number) {
                Some(named) if named == text => Ok(()),
                _ => self.differ(read, written),
            },
            (Type::Scalar(Scalar::DateTime), Value::String(a), Value::String(b)) if a != b => {
                match (instant(a), instant(b)) {
                    (Some(x), Some(y)) if x == y => Ok(()),
                    _ => self.differ(read, written),
                }
            }
            _ => self.exact(read, written),
        }
    }

    /// The value that a number means.
    fn named(&self, name: &ModelName, number: &Number) -> Option<&str> {
        match &self.schema.models.get(name)?.shape {
            Shape::Values { values, .. } => values.numbers.get(&integer(number)?.parse().ok()?).map(String::as_str),
            _ => None,
        }
    }

    fn differ(&self, read: &Value, written: &Value) -> Verdict {
        Err(format!("{}: read {read}, written {written}", self.path.join("/")))
    }

    fn within(&mut self, step: &dyn ToString, judge: impl FnOnce(&mut Self) -> Verdict) -> Verdict {
        self.path.push(step.to_string());
        judge(self)?;
        self.path.pop();
        Ok(())
    }

    fn fields(&mut self, read: &Map<String, Value>, written: &Map<String, Value>, model: &Model) -> Verdict {
        let known = |key: &str| known(key, model);
        for (key, found) in read {
            let kept = written.get(key);
            self.within(&key, |it| match (known(key), kept) {
                (Some(field), None) if found.is_null() && !is_null_required(field) => Ok(()),
                (Some(_), Some(kept)) if found.is_null() && kept.is_null() => Ok(()),
                (Some(field), Some(kept)) if found.is_null() => it.added(kept, &field.ty, field.presence),
                (Some(field), Some(kept)) => it.value(found, kept, &field.ty),
                (None, Some(kept)) => it.exact(found, kept),
                (_, None) => it.differ(found, &"nothing".into()),
            })?;
        }
        for (key, kept) in written.iter().filter(|(key, _)| !read.contains_key(*key)) {
            self.within(&key, |it| match known(key) {
                Some(field) => it.added(kept, &field.ty, field.presence),
                None => it.differ(&"nothing".into(), kept),
            })?;
        }
        Ok(())
    }

    fn added(&self, kept: &Value, ty: &Type, presence: Presence) -> Verdict {
        let empty = match ty {
            Type::List(_) => Value::Array(Vec::new()),
            Type::Map(_) => Value::Object(Map::new()),
            _ => Value::Null,
        };
        if presence == Presence::Required && *kept == empty && !kept.is_null() {
            return Ok(());
        }
        self.differ(&"nothing".into(), kept)
    }

    fn items(&mut self, read: &[Value], written: &[Value], item: &Type) -> Verdict {
        if read.len() != written.len() {
            return Err(format!("{}: {} items read, {} written", self.path.join("/"), read.len(), written.len()));
        }
        for (position, (read, written)) in read.iter().zip(written).enumerate() {
            self.within(&position, |it| it.value(read, written, item))?;
        }
        Ok(())
    }

    fn entries(&mut self, read: &Map<String, Value>, written: &Map<String, Value>, item: &Type) -> Verdict {
        for (key, found) in read {
            let kept = written.get(key);
            self.within(&key, |it| match kept {
                Some(kept) => it.value(found, kept, item),
                None => it.differ(found, &"nothing".into()),
            })?;
        }
        match written.iter().find(|(key, _)| !read.contains_key(*key)) {
            Some((key, kept)) => self.within(&key, |it| it.differ(&"nothing".into(), kept)),
            None => Ok(()),
        }
    }

    /// Of what no document describes, only numbers may be written in another way.
    fn exact(&mut self, read: &Value, written: &Value) -> Verdict {
        match (read, written) {
            (Value::Number(a), Value::Number(b)) if same_number(a, b) => Ok(()),
            (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
                let mut both = a.iter().zip(b).enumerate();
                both.try_for_each(|(position, (a, b))| self.within(&position, |it| it.exact(a, b)))
            }
            (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
                let mut both = a.iter().zip(b.values());
                both.try_for_each(|((key, a), b)| self.within(&key, |it| it.exact(a, b)))
            }
            (a, b) if a == b => Ok(()),
            _ => self.differ(read, written),
        }
    }
}

/// Whether the document requires the key of a field and allows `null` as its value.
fn is_null_required(field: &Field) -> bool {
    field.presence == Presence::Required && (field.nullable == Some(true) || matches!(field.ty, Type::Nullable(_)))
}

/// Whether two numbers have one value, without rounding.
fn same_number(a: &Number, b: &Number) -> bool {
    let integer = |it: &Number| it.as_i64().map(i128::from).or_else(|| it.as_u64().map(i128::from));
    let of_float = |it: &Number| {
        let float = it.as_f64().filter(|it| it.fract() == 0.0 && it.abs() < 1e37)?;
        #[allow(clippy::cast_possible_truncation, reason = "it is an integer within bounds")]
        Some(float as i128)
    };
    match (integer(a), integer(b)) {
        (Some(a), Some(b)) => a == b,
        (Some(a), None) => of_float(b) == Some(a),
        (None, Some(b)) => of_float(a) == Some(b),
        (None, None) => a.as_f64() == b.as_f64(),
    }
}

/// The nanoseconds since the year 0 of a date-time in any of the forms of RFC 3339 and ISO 8601 with a day,
/// a time and an offset. Leap seconds are instants of their own.
pub fn instant(text: &str) -> Option<(i64, u32, u128)> {
    let (day, time) = text.trim().split_once(['T', 't', ' '])?;
    let (sign, day) = day.strip_prefix('-').map_or((1, day), |it| (-1, it));
    let day: Vec<&str> = match day.trim_start_matches('+').split('-').collect::<Vec<_>>()[..] {
        [whole] if whole.len() == 8 => vec![whole.get(..4)?, whole.get(4..6)?, whole.get(6..)?],
        [year, month, day] => vec![year, month, day],
        _ => return None,
    };
    let number = |text: &str| text.bytes().all(|it| it.is_ascii_digit()).then(|| text.parse::<i64>().ok()).flatten();
    let (year, month, day) = (sign * number(day[0])?, number(day[1])?, number(day[2])?);
    let zone = time.find(['Z', 'z', '+', '-'])?;
    let (clock, zone) = (time[..zone].trim(), &time[zone..]);
    let (clock, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, ""));
    let clock = parts(clock)?;
    // A fraction is one of the last part that is there.
    if clock.len() < 3 && !fraction.is_empty() {
        return None;
    }
    let at = |parts: &[i64], position: usize| parts.get(position).copied().unwrap_or_default();
    let offset = parts(zone.trim_start_matches(['Z', 'z', '+', '-']))?;
    let offset = at(&offset, 0) * 3600 + at(&offset, 1) * 60 + at(&offset, 2);
    let offset = if zone.starts_with('-') { -offset } else { offset };
    let (second, leap) = if at(&clock, 2) == 60 { (59, 1) } else { (at(&clock, 2), 0) };
    let seconds = days(year, month, day) * 86400 + at(&clock, 0) * 3600 + at(&clock, 1) * 60 + second - offset;
    let digits = fraction.trim_end_matches('0');
    Some((seconds, leap, format!("{digits:0<30}").parse().ok()?))
}

/// `15:30:51`, `153051`, `15`.
fn parts(text: &str) -> Option<Vec<i64>> {
    let parts: Vec<&str> = match text {
        "" => Vec::new(),
        text if text.contains(':') => text.split(':').collect(),
        text if text.len() % 2 == 0 => {
            (0..text.len()).step_by(2).map(|at| text.get(at..at + 2)).collect::<Option<_>>()?
        }
        _ => return None,
    };
    parts.into_iter().map(|it| it.parse().ok()).collect()
}

/// The days from the first of March of the year 0, by Howard Hinnant's algorithm.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year
}

/// The digits of a number that is an integer, however it is written.
fn integer(number: &Number) -> Option<String> {
    let whole = number.as_f64().filter(|float| float.fract() == 0.0 && float.abs() < 9_007_199_254_740_992.0);
    let digits = number.as_i64().map(|it| it.to_string()).or_else(|| number.as_u64().map(|it| it.to_string()));
    digits.or_else(|| whole.map(|float| format!("{float:.0}")))
}
