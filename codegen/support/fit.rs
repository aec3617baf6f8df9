// Chooses the type of a union that a value matches best. Looks no deeper than the fields of a model, so that each value
// is inspected once per type.

use serde_json::{Map, Value as Json};

use super::extra::Extra;
use super::model::{Fields, Indexed, UnknownKeys, Visit, VisitMut};
use super::slot::{Entries, Found, Items, Place, Slot, View};
use super::union::Union;

/// How badly a value matches a type. Earlier fields weigh more.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Doubt {
    /// Whether the type accepts any value.
    anything: bool,
    /// The number of values of the wrong type and of unknown values of enums.
    wrong: usize,
    /// The number of required keys that are absent, of unknown keys, and of integers for floats and vice versa.
    astray: usize,
    /// The number of unknown keys.
    unknown: usize,
}

impl Doubt {
    #[inline]
    fn and(self, other: Self) -> Self {
        Self {
            anything: self.anything || other.anything,
            wrong: self.wrong + other.wrong,
            astray: self.astray + other.astray,
            unknown: self.unknown + other.unknown,
        }
    }
}

/// The case of a value: the one that its tag selects, or else the first of those that match best.
#[inline]
pub(super) fn choose(union: &mut dyn Union, json: &Json) -> Option<usize> {
    tagged(union, json).or_else(|| likeliest(union, json).map(|(_, case)| case))
}

/// The case that the value of the tag selects, exactly or ignoring case.
#[inline]
fn tagged(union: &dyn Union, json: &Json) -> Option<usize> {
    let text = json.get(union.cases().tag.first()?)?.as_str()?;
    let cases = union.cases().all;
    let exact = cases.iter().position(|case| case.tags.contains(&text));
    exact.or_else(|| {
        let text = text.to_lowercase();
        cases.iter().position(|case| case.tags.iter().any(|tag| tag.to_lowercase() == text))
    })
}

#[inline]
fn likeliest(union: &mut dyn Union, json: &Json) -> Option<(Doubt, usize)> {
    let mut best: Option<(Doubt, usize)> = None;
    for (case, of) in union.cases().all.iter().enumerate() {
        union.set_case(case);
        let Some(mut doubt) = doubt(union.slot(), json, of.requires) else { continue };
        match (json, union.value()) {
            (_, view) if view.is_unlisted() => doubt.wrong += 1,
            (_, View::Json(_)) => doubt.anything = true,
            (Json::Number(number), View::Integer(_) | View::Unsigned(_)) if number.is_f64() => doubt.astray += 1,
            (Json::Number(number), View::Float(_)) if !number.is_f64() => doubt.astray += 1,
            _ => {}
        }
        if best.is_none_or(|(least, _)| doubt < least) {
            best = Some((doubt, case));
        }
    }
    best
}

/// How badly a value matches the type of a blank slot; `None` if the slot cannot hold it.
#[inline]
fn doubt(slot: &mut dyn Slot, json: &Json, requires: &[&str]) -> Option<Doubt> {
    match (slot.fill(found(json)?), json) {
        (Place::Done | Place::Nearest, _) => Some(Doubt::default()),
        (Place::Json(_), _) => Some(Doubt { anything: true, ..Doubt::default() }),
        // No union contains itself, directly or in another union.
        (Place::Member(union), _) => match tagged(union, json) {
            Some(_) => Some(Doubt::default()),
            None => likeliest(union, json).map(|(doubt, _)| doubt),
        },
        (Place::Items(items), Json::Array(all)) => {
            all.iter().map(|json| item(items, json)).try_fold(Doubt::default(), add)
        }
        (Place::Entries(entries), Json::Object(all)) => {
            all.iter().map(|(key, json)| entry(entries, key, json)).try_fold(Doubt::default(), add)
        }
        (Place::Fields(model), Json::Object(all)) => fields(model, all, requires),
        _ => None,
    }
}

#[inline]
fn add(sum: Doubt, doubt: Option<Doubt>) -> Option<Doubt> {
    doubt.map(|doubt| sum.and(doubt))
}

/// A value as the reader finds it; `None` for a number that no type can hold.
#[inline]
fn found(json: &Json) -> Option<Found<'_>> {
    Some(match json {
        Json::Null => Found::Null,
        Json::Bool(it) => Found::Boolean(*it),
        Json::Number(it) => return Found::number(it),
        Json::String(it) => Found::Text(it),
        Json::Array(_) => Found::List,
        Json::Object(_) => Found::Object,
    })
}

/// Items that are `null` are dropped, so they match.
#[inline]
fn item(items: &mut dyn Items, json: &Json) -> Option<Doubt> {
    let doubt = if json.is_null() { Some(Doubt::default()) } else { doubt(items.add(), json, &[]) };
    let unlisted = items.at(0).is_some_and(|view| view.is_unlisted());
    if items.count() > 0 {
        items.remove_last();
    }
    doubt.map(|doubt| Doubt { wrong: doubt.wrong + usize::from(unlisted), ..doubt })
}

/// A map has no known keys, so that a model with one known key matches better.
#[inline]
fn entry(entries: &mut dyn Entries, key: &str, json: &Json) -> Option<Doubt> {
    let unknown = Doubt { astray: 1, unknown: 1, ..Doubt::default() };
    if json.is_null() {
        return Some(unknown);
    }
    doubt(entries.add(key.to_owned()), json, &[]).map(|doubt| doubt.and(unknown))
}

/// How badly an object matches a model; `None` if it has none of the keys, or if the model is strict and would refuse
/// it.
#[inline]
fn fields(model: &mut dyn Fields, object: &Map<String, Json>, requires: &[&str]) -> Option<Doubt> {
    let mut look = Look { object, unknown: 0, wrong: 0, refused: false };
    model.visit_mut(&mut look);
    let mut texts = CountUnlisted(0);
    model.visit(&mut texts);
    let Look { unknown, wrong, refused, .. } = look;
    let strange = !object.is_empty() && unknown == object.len();
    let shape = model.shape();
    let missing = requires.iter().filter(|key| !has_key(object, shape, key)).count();
    let doubt = Doubt { anything: false, wrong: wrong + texts.0, astray: missing + unknown, unknown };
    (!strange && !refused).then_some(doubt)
}

/// Whether an object has a key of a model, perhaps in another spelling.
fn has_key(object: &Map<String, Json>, shape: &Indexed, key: &str) -> bool {
    let position = shape.find(key);
    object.contains_key(key) || position.is_some() && object.keys().any(|other| shape.find_similar(other) == position)
}

/// Compares the values of an object with the fields of a model.
struct Look<'a> {
    object: &'a Map<String, Json>,
    unknown: usize,
    wrong: usize,
    /// Whether the model is strict and would refuse the object.
    refused: bool,
}

impl VisitMut for Look<'_> {
    #[inline]
    fn fields(&mut self, shape: &'static Indexed, fields: &mut [&mut dyn Slot], _: &mut Extra) {
        let reading = &shape.reading;
        for (key, json) in self.object {
            let Some(position) = shape.find_or_similar(key) else {
                self.unknown += 1;
                continue;
            };
            let fits = found(json).is_some_and(|found| !matches!(fields[position].fill(found), Place::Refused));
            if !fits && !json.is_null() {
                self.wrong += 1;
                self.refused |= reading.strict || reading.exact.contains(&position);
            }
        }
        self.refused |= self.unknown > 0 && reading.unknown_keys == UnknownKeys::Deny;
        self.refused |= reading.demanded.iter().any(|position| !self.object.contains_key(shape.keys[*position]));
    }
}

/// Counts the unknown values of enums.
struct CountUnlisted(usize);

impl Visit for CountUnlisted {
    #[inline]
    fn fields(&mut self, _: &'static Indexed, fields: &[View<'_>], _: &Extra) {
        self.0 = fields.iter().filter(|view| view.is_unlisted()).count();
    }
}
