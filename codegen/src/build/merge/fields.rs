//! Merges what two documents say about the fields of a model.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};

use super::Meanings;
use super::types::{Side, TypeClaim, join};
use crate::build::lower::can_have;
use crate::schema::{
    Assumption, Constraints, Contradiction, Fact, Field, Learned, Origin, Presence, Said, Values, ValuesSource,
    WireName, folded,
};

/// Merges the fields of another document into those of a model.
pub(super) fn merge(into: &mut Vec<Field>, others: &[Field], known: &Meanings<'_>) {
    for (same, other) in partners(into, others).into_iter().zip(others) {
        match same.and_then(|idx| into.get_mut(idx)) {
            Some(field) => Merge { field, other }.all(known),
            None => into.push(other.clone()),
        }
    }
}

/// For each of the others, the position of the field that is the same. Fields with equal keys are found first, so that
/// none of them is taken by a similar key.
fn partners(fields: &[Field], others: &[Field]) -> Vec<Option<usize>> {
    let by_key = positions(fields, |field| field.wire.0.clone());
    let by_folded = positions(fields, |field| folded(&field.wire.0));
    let mut taken = BTreeSet::new();
    let mut partners = Vec::with_capacity(others.len());
    for other in others {
        partners.push(by_key.get(&other.wire.0).copied().filter(|idx| taken.insert(*idx)));
    }
    for (partner, other) in partners.iter_mut().zip(others) {
        if partner.is_none()
            && let Some(similar) = by_folded.get(&folded(&other.wire.0))
            && (is_assumed(other, Fact::WireName) || is_assumed(&fields[*similar], Fact::WireName))
        {
            *partner = Some(*similar).filter(|idx| taken.insert(*idx));
        }
    }
    partners
}

/// The positions of fields by a key; a key that several fields have is left out.
fn positions(fields: &[Field], key: impl Fn(&Field) -> String) -> BTreeMap<String, usize> {
    let mut positions: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for (idx, field) in fields.iter().enumerate() {
        positions.entry(key(field)).and_modify(|position| *position = None).or_insert(Some(idx));
    }
    positions.into_iter().filter_map(|(key, idx)| Some((key, idx?))).collect()
}

fn claim(field: &Field) -> TypeClaim<'_> {
    TypeClaim { ty: &field.ty, assumed: &field.assumed }
}

fn is_assumed(field: &Field, fact: Fact) -> bool {
    field.assumed.iter().any(|assumption| assumption.fact() == fact)
}

/// A field, and what another document says about it.
struct Merge<'a> {
    field: &'a mut Field,
    other: &'a Field,
}

impl Merge<'_> {
    fn all(mut self, known: &Meanings<'_>) {
        self.wire_name();
        self.words();
        self.ty(known);
        self.values();
        self.presence();
        self.nullable();
        self.read_only();
        self.field.deprecated |= self.other.deprecated;
        self.default();
        self.constraints();
        self.description();
        let said = Said { text: self.other.spelled.clone(), origin: self.other.origin.clone() };
        self.field.merged.also.push(said);
    }

    fn wire_name(&mut self) {
        let (own, theirs) = (&*self.field, self.other);
        if !is_assumed(own, Fact::WireName) {
            return;
        }
        if !is_assumed(theirs, Fact::WireName) {
            return self.take_wire_name();
        }
        match likeness(&theirs.wire).cmp(&likeness(&own.wire)) {
            Ordering::Greater => self.take_wire_name(),
            Ordering::Equal if own.wire != theirs.wire => {
                self.clash(Fact::WireName, |field| field.wire.to_string(), Side::First);
            }
            Ordering::Equal | Ordering::Less => {}
        }
    }

    fn take_wire_name(&mut self) {
        self.field.wire = self.other.wire.clone();
        self.learn(Fact::WireName);
    }

    /// Takes the spelling with more words: `address_line_1` rather than `addressLine1`.
    fn words(&mut self) {
        if word_count(self.other) > word_count(self.field) {
            self.field.plain.clone_from(&self.other.plain);
            self.learn(Fact::Words);
        }
    }

    fn ty(&mut self, known: &Meanings<'_>) {
        let joined = join(claim(self.field), claim(self.other), known);
        if joined.clash {
            self.clash(Fact::Type, |field| field.ty.to_string(), joined.side);
        }
        if joined.side == Side::Second {
            self.field.type_origin = self.other.type_origin.clone();
            self.field.assumed.retain(|assumption| *assumption != Assumption::ValuesLost);
            self.field.values = self.field.values.take().filter(|values| can_have(&joined.ty, values));
        }
        self.field.ty = joined.ty;
        if joined.side == Side::Second {
            self.learn(Fact::Type);
        }
    }

    /// A list counts more than a sentence. Of two lists, either may be the older one, so the values of both are kept.
    fn values(&mut self) {
        let Some(theirs) = self.other.values.as_ref().filter(|theirs| self.takes(theirs)) else { return };
        match &mut self.field.values {
            Some(own) if is_prose(own) == is_prose(theirs) => {
                let new: Vec<String> =
                    theirs.known.iter().filter(|value| !own.known.contains(value)).cloned().collect();
                for (value, name) in &theirs.names {
                    own.names.entry(value.clone()).or_insert_with(|| name.clone());
                }
                if !new.is_empty() {
                    own.known.extend(new);
                    self.learn(Fact::Values);
                }
            }
            Some(own) if is_prose(theirs) && !is_prose(own) => {}
            Some(_) | None => {
                self.field.values = Some(theirs.clone());
                self.learn(Fact::Values);
            }
        }
    }

    fn takes(&self, values: &Values) -> bool {
        can_have(&self.field.ty, values) || self.field.ty == self.other.ty
    }

    fn presence(&mut self) {
        match (is_assumed(self.field, Fact::Presence), is_assumed(self.other, Fact::Presence)) {
            (true, false) => {
                self.field.presence = self.other.presence;
                self.learn(Fact::Presence);
            }
            (false, false) if self.field.presence != self.other.presence => {
                let side = if self.other.presence == Presence::Optional { Side::Second } else { Side::First };
                self.clash(Fact::Presence, |field| field.presence.word().to_owned(), side);
                self.field.presence = Presence::Optional;
            }
            _ => {}
        }
    }

    fn nullable(&mut self) {
        let more = self.other.nullable > self.field.nullable;
        if more {
            self.field.nullable = self.other.nullable;
            self.learn(Fact::Nullable);
        }
    }

    fn read_only(&mut self) {
        if self.other.read_only && !self.field.read_only {
            self.field.read_only = true;
            self.learn(Fact::ReadOnly);
        }
    }

    /// The language of one SDK can express a value that the language of another cannot.
    fn default(&mut self) {
        let (own, theirs) = (&self.field.default_value, &self.other.default_value);
        match (own, theirs) {
            (Some(own), Some(theirs)) if own != theirs => {
                self.clash(Fact::Default, default_text, Side::First);
            }
            (None, Some(_)) => self.take_default(),
            (None, None) if self.field.default.is_none() && self.other.default.is_some() => self.take_default(),
            _ => {}
        }
    }

    fn take_default(&mut self) {
        self.field.default.clone_from(&self.other.default);
        self.field.default_value.clone_from(&self.other.default_value);
        self.learn(Fact::Default);
    }

    fn constraints(&mut self) {
        let joined = both(&self.field.constraints, &self.other.constraints);
        if joined != both(&self.other.constraints, &self.field.constraints) {
            self.clash(Fact::Constraints, |field| field.constraints.to_string(), Side::First);
        }
        if joined != *self.field.constraints {
            self.field.constraints = joined.into();
            self.learn(Fact::Constraints);
        }
    }

    fn description(&mut self) {
        if self.field.description.is_none() && self.other.description.is_some() {
            self.field.description.clone_from(&self.other.description);
            self.learn(Fact::Description);
        }
    }

    /// Records that a fact is from the other document, with the assumptions of that document about it.
    fn learn(&mut self, fact: Fact) {
        self.field.assumed.retain(|assumption| assumption.fact() != fact);
        let theirs = self.other.assumed.iter().filter(|assumption| assumption.fact() == fact);
        self.field.assumed.extend(theirs);
        self.field.merged.learned.push(Learned { fact, origin: self.other.origin.clone() });
    }

    fn clash(&mut self, fact: Fact, text: impl Fn(&Field) -> String, counts: Side) {
        let own = Said { text: text(self.field), origin: self.origin_of(fact) };
        let place = if fact == Fact::Type { &self.other.type_origin } else { &self.other.origin };
        let theirs = Said { text: text(self.other), origin: place.clone() };
        let (taken, left) = if counts == Side::First { (own, theirs) } else { (theirs, own) };
        self.field.merged.contradictions.push(Contradiction { fact, taken, left });
    }

    /// Where the current fact is from.
    fn origin_of(&self, fact: Fact) -> Origin {
        if fact == Fact::Type {
            return self.field.type_origin.clone();
        }
        let learned = self.field.merged.learned.iter().rev().find(|learned| learned.fact == fact);
        learned.map_or(&self.field.origin, |learned| &learned.origin).clone()
    }
}

/// The number of words in the name of a field.
fn word_count(field: &Field) -> usize {
    field.plain.split('_').filter(|word| !word.is_empty()).count()
}

fn default_text(field: &Field) -> String {
    field.default_value.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// How likely a key is the API's own and not made by a rule. A rule loses capitals and separators, and never adds them
/// within a word: `RD` is the API's own, `rd` can be either. A leading `_` is mostly an escape of the SDK's language.
fn likeness(key: &WireName) -> (Reverse<usize>, usize, usize) {
    let rest = key.0.trim_start_matches('_');
    let capitals = rest.chars().filter(|letter| letter.is_uppercase()).count();
    let separators = rest.chars().filter(|letter| !letter.is_alphanumeric()).count();
    (Reverse(key.0.len() - rest.len()), capitals, separators)
}

fn is_prose(values: &Values) -> bool {
    values.source == ValuesSource::Prose
}

/// The limits of both; where both have one, that of the first.
fn both(first: &Constraints, second: &Constraints) -> Constraints {
    let (a, b) = (first.clone(), second.clone());
    Constraints {
        minimum: a.minimum.or(b.minimum),
        maximum: a.maximum.or(b.maximum),
        exclusive_minimum: a.exclusive_minimum.or(b.exclusive_minimum),
        exclusive_maximum: a.exclusive_maximum.or(b.exclusive_maximum),
        multiple_of: a.multiple_of.or(b.multiple_of),
        pattern: a.pattern.or(b.pattern),
        min_length: a.min_length.or(b.min_length),
        max_length: a.max_length.or(b.max_length),
        min_items: a.min_items.or(b.min_items),
        max_items: a.max_items.or(b.max_items),
        unique_items: a.unique_items || b.unique_items,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_with_more_traces_of_its_own_is_likelier() {
        for (key, than) in
            [("RD", "rd"), ("user-id", "userid"), ("selfUri", "selfuri"), ("from", "_from"), ("id", "__id")]
        {
            let likeness = |key: &str| likeness(&WireName(key.to_owned()));
            assert!(likeness(key) > likeness(than), "{key} and {than}");
        }
    }
}
