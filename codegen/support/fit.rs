// Which of several types a value is, as it looks from outside: nothing is read that is deeper than the fields
// of a model, so that the time is that of looking at each value once per type.

use serde_json::{Map, Value as Json};

use super::extra::Extra;
use super::model::{Fields, Indexed, UnknownKeys, Visit, VisitMut};
use super::slot::{Entries, Found, Items, Place, Slot, View};
use super::union::Union;

/// What speaks against a type, in the order in which it counts.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Doubt {
    /// Whether the type takes anything.
    anything: bool,
    /// Values of the wrong kind, and texts that are not among the known ones.
    wrong: usize,
    /// Keys that are required and not there, and keys that are there and unknown; a number of another kind.
    astray: usize,
    /// Keys that are there and unknown.
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

/// The case that a value is: what its tag says, or else the first one of those that there is least doubt of.
#[inline]
pub(super) fn choose(union: &mut dyn Union, json: &Json) -> Option<usize> {
    tagged(union, json).or_else(|| likeliest(union, json).map(|it| it.1))
}

/// The case that the text of the tag tells: exactly, or in other letters.
#[inline]
fn tagged(union: &dyn Union, json: &Json) -> Option<usize> {
    let text = json.get(union.cases().tag?)?.as_str()?;
    let told = |fits: &dyn Fn(&str) -> bool| union.cases().all.iter().position(|it| it.tags.iter().any(|it| fits(it)));
    told(&|tag| tag == text).or_else(|| told(&|tag| tag.to_lowercase() == text.to_lowercase()))
}

#[inline]
fn likeliest(union: &mut dyn Union, json: &Json) -> Option<(Doubt, usize)> {
    let mut best: Option<(Doubt, usize)> = None;
    for (case, of) in union.cases().all.iter().enumerate() {
        union.set_case(case);
        let Some(mut doubt) = doubt(union.slot(), json, of.requires) else { continue };
        match (json, union.value()) {
            (_, View::Unlisted(_)) => doubt.wrong += 1,
            (_, View::Json(_)) => doubt.anything = true,
            (Json::Number(number), View::Integer(_) | View::Unsigned(_)) if number.is_f64() => doubt.astray += 1,
            (Json::Number(number), View::Float(_)) if !number.is_f64() => doubt.astray += 1,
            _ => {}
        }
        if best.is_none_or(|it| doubt < it.0) {
            best = Some((doubt, case));
        }
    }
    best
}

/// What speaks against a value being of the type of a blank slot; `None` if it cannot be.
#[inline]
fn doubt(slot: &mut dyn Slot, json: &Json, requires: &[&str]) -> Option<Doubt> {
    match (slot.fill(found(json)?), json) {
        (Place::Done, _) => Some(Doubt::default()),
        (Place::Json(_), _) => Some(Doubt { anything: true, ..Doubt::default() }),
        // No union is among its own types, or among theirs.
        (Place::Member(union), _) => match tagged(union, json) {
            Some(_) => Some(Doubt::default()),
            None => likeliest(union, json).map(|it| it.0),
        },
        (Place::Items(items), Json::Array(all)) => all.iter().map(|it| item(items, it)).try_fold(Doubt::default(), add),
        (Place::Entries(entries), Json::Object(all)) => {
            all.iter().map(|(key, it)| entry(entries, key, it)).try_fold(Doubt::default(), add)
        }
        (Place::Fields(model), Json::Object(all)) => fields(model, all, requires),
        _ => None,
    }
}

#[inline]
fn add(sum: Doubt, doubt: Option<Doubt>) -> Option<Doubt> {
    doubt.map(|it| sum.and(it))
}

/// What is found where this value is; nothing if it is a number that no type holds.
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

/// A `null` is no item.
#[inline]
fn item(items: &mut dyn Items, json: &Json) -> Option<Doubt> {
    let doubt = if json.is_null() { Some(Doubt::default()) } else { doubt(items.add(), json, &[]) };
    let unlisted = items.at(0).is_some_and(|it| matches!(it, View::Unlisted(_)));
    if items.count() > 0 {
        items.remove_last();
    }
    doubt.map(|it| Doubt { wrong: it.wrong + usize::from(unlisted), ..it })
}

/// A map knows no key, so each of them is a doubt: a model that knows one is likelier.
#[inline]
fn entry(entries: &mut dyn Entries, key: &str, json: &Json) -> Option<Doubt> {
    let unknown = Doubt { astray: 1, unknown: 1, ..Doubt::default() };
    if json.is_null() { Some(unknown) } else { doubt(entries.add(key.to_owned()), json, &[]).map(|it| it.and(unknown)) }
}

/// What speaks against an object being a model. It cannot be one of which it has no key, and none that is read
/// strictly and would refuse it.
#[inline]
fn fields(model: &mut dyn Fields, object: &Map<String, Json>, requires: &[&str]) -> Option<Doubt> {
    let mut look = Look { object, unknown: 0, wrong: 0, refused: false };
    model.visit_mut(&mut look);
    let mut texts = CountUnlisted(0);
    model.visit(&mut texts);
    let Look { unknown, wrong, refused, .. } = look;
    let strange = !object.is_empty() && unknown == object.len();
    let missing = requires.iter().filter(|it| !object.contains_key(**it)).count();
    let doubt = Doubt { anything: false, wrong: wrong + texts.0, astray: missing + unknown, unknown };
    (!strange && !refused).then_some(doubt)
}

/// Looks at the values of an object as the fields of a model.
struct Look<'a> {
    object: &'a Map<String, Json>,
    unknown: usize,
    wrong: usize,
    /// Whether the model is read strictly and would refuse the object.
    refused: bool,
}

impl VisitMut for Look<'_> {
    #[inline]
    fn fields(&mut self, shape: &'static Indexed, fields: &mut [&mut dyn Slot], _: &mut Extra) {
        let reading = &shape.reading;
        for (key, json) in self.object {
            let Some(position) = shape.find(key) else {
                self.unknown += 1;
                continue;
            };
            let fits = found(json).is_some_and(|it| !matches!(fields[position].fill(it), Place::Refused));
            if !fits && !json.is_null() {
                self.wrong += 1;
                self.refused |= reading.strict || reading.exact.contains(&position);
            }
        }
        self.refused |= self.unknown > 0 && reading.unknown_keys == UnknownKeys::Deny;
        self.refused |= reading.demanded.iter().any(|it| !self.object.contains_key(shape.keys[*it]));
    }
}

/// Counts the texts that are not among the known ones.
struct CountUnlisted(usize);

impl Visit for CountUnlisted {
    #[inline]
    fn fields(&mut self, _: &'static Indexed, fields: &[View<'_>], _: &Extra) {
        self.0 = fields.iter().filter(|it| matches!(it, View::Unlisted(_))).count();
    }
}
