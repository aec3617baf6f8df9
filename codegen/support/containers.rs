// Reads the items of lists and the entries of maps.

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess};
use serde_json::{Map, Value as Json};

use super::faults::Demand;
use super::notes::{EntryNotes, ItemNotes, Left, Rest};
use super::read::{ARBITRARY_PRECISION, Mode, NUMBER, Value, number};
use super::slot::{Entries, Items, Slot, View};
use super::write;

/// How the items of a list or map are read; see [`Value`].
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    pub(super) mode: Mode,
    pub(super) demand: Option<&'a Demand>,
    pub(super) texts: bool,
}

impl<'a> Of<'a> {
    #[inline]
    fn value(self, slot: &'a mut dyn Slot) -> Value<'a> {
        Value { slot, mode: self.mode, demand: self.demand, texts: self.texts }
    }
}

/// Reads a list. If an item has the wrong type, the whole list is refused. Items that are `null` are noted.
pub(super) fn read_items<'de, A: SeqAccess<'de>>(
    items: &mut dyn Items,
    mut seq: A,
    of: Of<'_>,
) -> Result<Rest, A::Error> {
    let mut notes = ItemNotes::default();
    while let Some(rest) = seq.next_element_seed(NewItem { items, of })? {
        let Some(left) = rest.0 else { continue };
        match *left {
            Left::Noted(note) => notes.add(items.count() - 1, note),
            Left::Refused(json) => {
                items.remove_last();
                if json.is_null() {
                    notes.add_null(items.count());
                    continue;
                }
                let mut all = vec![json];
                while let Some(item) = seq.next_element()? {
                    all.push(item);
                }
                return Ok(Rest::refused(whole_list(items, notes, all, of.texts)));
            }
        }
    }
    Ok(Rest::noted(notes.about(items)))
}

/// A list as JSON: the items that were read before one was refused, and all others.
fn whole_list(items: &dyn Items, notes: ItemNotes, others: Vec<Json>, texts: bool) -> Json {
    let mut all = match write::json(View::Items(items), notes.about(items).as_ref(), texts) {
        Json::Array(all) => all,
        _ => Vec::new(),
    };
    all.extend(others);
    all.into()
}

/// Adds an item once the deserializer has one.
struct NewItem<'a> {
    items: &'a mut dyn Items,
    of: Of<'a>,
}

impl<'de> DeserializeSeed<'de> for NewItem<'_> {
    type Value = Rest;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Rest, D::Error> {
        self.of.value(self.items.add()).deserialize(deserializer)
    }
}

/// Reads a map. If a value has the wrong type, the whole map is refused. Entries that are `null` are noted.
pub(super) fn read_entries<'de, A: MapAccess<'de>>(
    entries: &mut dyn Entries,
    mut map: A,
    of: Of<'_>,
) -> Result<Rest, A::Error> {
    let mut notes = EntryNotes::default();
    while let Some(key) = map.next_key::<String>()? {
        if key == NUMBER && *ARBITRARY_PRECISION {
            return number(&mut map).map(Rest::refused);
        }
        notes.forget(&key);
        let Some(left) = map.next_value_seed(of.value(entries.add(key.clone())))?.0 else { continue };
        match *left {
            Left::Noted(note) => notes.add(key, note),
            Left::Refused(Json::Null) => notes.add_null(key),
            Left::Refused(json) => {
                let mut others = Map::new();
                others.insert(key, json);
                while let Some((key, value)) = map.next_entry::<String, Json>()? {
                    others.insert(key, value);
                }
                return Ok(Rest::refused(whole_map(entries, notes, others, of.texts)));
            }
        }
    }
    Ok(Rest::noted(notes.about(entries)))
}

/// A map as JSON: the entries that were read before one was refused, and all others.
fn whole_map(entries: &mut dyn Entries, notes: EntryNotes, others: Map<String, Json>, texts: bool) -> Json {
    let note = notes.about(entries);
    let mut all = match write::json(View::Entries(entries), note.as_ref(), texts) {
        Json::Object(all) => all,
        _ => Map::new(),
    };
    all.extend(others);
    all.into()
}
