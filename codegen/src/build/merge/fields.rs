//! What two documents say together about the fields of a model.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};

use super::Known;
use super::types::{Claim, Side, join};
use crate::build::lower::takes_values;
use crate::schema::{
    Assumption, Constraints, Contradiction, Fact, Field, Learned, Origin, Presence, Said, Values, ValuesSource,
    WireName, folded,
};

/// Adds what another document says.
pub(super) fn merge(into: &mut Vec<Field>, others: &[Field], known: &Known<'_>) {
    for (same, other) in partners(into, others).into_iter().zip(others) {
        match same.and_then(|idx| into.get_mut(idx)) {
            Some(field) => Merge { field, other }.all(known),
            None => into.push(other.clone()),
        }
    }
}

/// The positions of the fields that the others are, too. Equal keys come first: a field that has its own must
/// not go to a similar one.
fn partners(fields: &[Field], others: &[Field]) -> Vec<Option<usize>> {
    let by_key = positions(fields, |it| it.wire.0.clone());
    let by_folded = positions(fields, |it| folded(&it.wire.0));
    let mut taken = BTreeSet::new();
    let mut take = |idx: &usize| taken.insert(*idx);
    let equal = others.iter().map(|it| by_key.get(&it.wire.0).copied().filter(&mut take));
    let mut partners: Vec<Option<usize>> = equal.collect();
    for (partner, other) in partners.iter_mut().zip(others).filter(|it| it.0.is_none()) {
        let assumed = |it: &Field| is_assumed(it, Fact::WireName);
        let similar = by_folded.get(&folded(&other.wire.0)).copied();
        *partner = similar.filter(|idx| assumed(other) || assumed(&fields[*idx])).filter(&mut take);
    }
    partners
}

/// The position of each field by something that only one field has.
fn positions(fields: &[Field], key: impl Fn(&Field) -> String) -> BTreeMap<String, usize> {
    let mut positions: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for (idx, field) in fields.iter().enumerate() {
        positions.entry(key(field)).and_modify(|it| *it = None).or_insert(Some(idx));
    }
    positions.into_iter().filter_map(|(key, idx)| Some((key, idx?))).collect()
}

fn claim(field: &Field) -> Claim<'_> {
    Claim { ty: &field.ty, assumed: &field.assumed }
}

fn is_assumed(field: &Field, fact: Fact) -> bool {
    field.assumed.iter().any(|it| it.fact() == fact)
}

/// A field, and what another document says about it.
struct Merge<'a> {
    field: &'a mut Field,
    other: &'a Field,
}

impl Merge<'_> {
    fn all(mut self, known: &Known<'_>) {
        self.wire_name();
        self.words();
        self.ty(known);
        self.values();
        self.presence();
        self.nullable();
        self.read_only();
        self.default();
        self.constraints();
        self.description();
        let said = Said { text: self.other.spelled.clone(), origin: self.other.origin.clone() };
        self.field.merged.also.push(said);
    }

    fn wire_name(&mut self) {
        let assumed = |it: &Field| is_assumed(it, Fact::WireName);
        let (own, theirs) = (&*self.field, self.other);
        if !assumed(own) || own.wire == theirs.wire && assumed(theirs) {
            return;
        }
        match likeness(&theirs.wire).cmp(&likeness(&own.wire)) {
            _ if !assumed(theirs) => self.take_wire_name(),
            Ordering::Greater => self.take_wire_name(),
            Ordering::Equal => self.clash(Fact::WireName, |it| it.wire.to_string(), Side::First),
            Ordering::Less => {}
        }
    }

    fn take_wire_name(&mut self) {
        self.field.wire = self.other.wire.clone();
        self.learn(Fact::WireName);
    }

    /// `address_line_1` has more words than `addressLine1`.
    fn words(&mut self) {
        let words = |it: &Field| it.plain.split('_').filter(|it| !it.is_empty()).count();
        if words(self.other) > words(self.field) {
            self.field.plain.clone_from(&self.other.plain);
            self.learn(Fact::Words);
        }
    }

    fn ty(&mut self, known: &Known<'_>) {
        let joined = join(claim(self.field), claim(self.other), known);
        if joined.clash {
            self.clash(Fact::Type, |it| it.ty.to_string(), joined.side);
        }
        if joined.side == Side::Second {
            self.field.type_origin = self.other.type_origin.clone();
            self.field.assumed.retain(|it| *it != Assumption::ValuesLost);
            if self.field.values.is_some() && !takes_values(&joined.ty) {
                self.field.values = None;
            }
        }
        self.field.ty = joined.ty;
        if joined.side == Side::Second {
            self.learn(Fact::Type);
        }
    }

    /// A list says more than prose. Of two of a kind each may be the older one, so all values are known.
    fn values(&mut self) {
        let Some(theirs) = self.other.values.as_ref().filter(|_| self.takes_values_of_other()) else { return };
        match &mut self.field.values {
            Some(own) if is_prose(own) == is_prose(theirs) => {
                let new: Vec<String> = theirs.known.iter().filter(|it| !own.known.contains(it)).cloned().collect();
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

    fn takes_values_of_other(&self) -> bool {
        takes_values(&self.field.ty) || self.field.ty == self.other.ty
    }

    fn presence(&mut self) {
        match (is_assumed(self.field, Fact::Presence), is_assumed(self.other, Fact::Presence)) {
            (true, false) => {
                self.field.presence = self.other.presence;
                self.learn(Fact::Presence);
            }
            (false, false) if self.field.presence != self.other.presence => {
                let side = if self.other.presence == Presence::Optional { Side::Second } else { Side::First };
                self.clash(Fact::Presence, |it| it.presence.word().to_owned(), side);
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

    /// One SDK's language has words for a value that another one's has not.
    fn default(&mut self) {
        let (own, theirs) = (&self.field.default_value, &self.other.default_value);
        match (own, theirs) {
            (Some(own), Some(theirs)) if own != theirs => {
                let value = |it: &Field| it.default_value.as_ref().map(ToString::to_string).unwrap_or_default();
                self.clash(Fact::Default, value, Side::First);
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
            self.clash(Fact::Constraints, |it| it.constraints.to_string(), Side::First);
        }
        if joined != self.field.constraints {
            self.field.constraints = joined;
            self.learn(Fact::Constraints);
        }
    }

    fn description(&mut self) {
        if self.field.description.is_none() && self.other.description.is_some() {
            self.field.description.clone_from(&self.other.description);
            self.learn(Fact::Description);
        }
    }

    /// Notes that the other document knows a fact, which now stands on what that document assumes.
    fn learn(&mut self, fact: Fact) {
        self.field.assumed.retain(|it| it.fact() != fact);
        let theirs = self.other.assumed.iter().filter(|it| it.fact() == fact);
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

    /// Where the fact is said that the field has by now.
    fn origin_of(&self, fact: Fact) -> Origin {
        let learned = || self.field.merged.learned.iter().rev().find(|it| it.fact == fact);
        let own = if fact == Fact::Type { &self.field.type_origin } else { &self.field.origin };
        learned().filter(|_| fact != Fact::Type).map_or(own, |it| &it.origin).clone()
    }
}

/// How likely it is that a key is the API's and not made by a rule. A rule loses capitals and separators, and
/// never makes one where no word starts: `RD` is known, `rd` may be either. A leading `_` is mostly an escape
/// of the SDK's language.
fn likeness(key: &WireName) -> (Reverse<usize>, usize, usize) {
    let rest = key.0.trim_start_matches('_');
    let count = |is: fn(char) -> bool| rest.chars().filter(|it| is(*it)).count();
    (Reverse(key.0.len() - rest.len()), count(char::is_uppercase), count(|it| !it.is_alphanumeric()))
}

fn is_prose(values: &Values) -> bool {
    values.source == ValuesSource::Prose
}

/// What either says; where both do, the first one.
fn both(first: &Constraints, second: &Constraints) -> Constraints {
    let (a, b) = (first.clone(), second.clone());
    Constraints {
        minimum: a.minimum.or(b.minimum),
        maximum: a.maximum.or(b.maximum),
        pattern: a.pattern.or(b.pattern),
        min_length: a.min_length.or(b.min_length),
        max_length: a.max_length.or(b.max_length),
        min_items: a.min_items.or(b.min_items),
        max_items: a.max_items.or(b.max_items),
        unique_items: a.unique_items || b.unique_items,
    }
}
