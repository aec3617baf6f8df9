//! Keeps one field for each JSON key of a model.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Message, Sink, Subject, codes};
use crate::schema::{Field, ModelName, Schema};

/// Reports the fields of a model that have the key of another one, and leaves them out.
pub(crate) fn keys<'a>(mut schema: Cow<'a, Schema>, sink: &mut Sink) -> Cow<'a, Schema> {
    // A second row for a name is reported where it is read.
    let reported = sink.fields_with(&codes::DUPLICATE_FIELD);
    let mut repeated: Vec<(ModelName, Vec<usize>)> = Vec::new();
    for (name, model) in &schema.models {
        let fields = repeated_keys(name, model.fields(), &reported, sink);
        if !fields.is_empty() {
            repeated.push((name.clone(), fields));
        }
    }
    for (name, fields) in repeated {
        let Some(own) = schema.to_mut().models.get_mut(&name).and_then(|model| model.fields_mut()) else { continue };
        let mut idx = 0;
        own.retain(|_| {
            idx += 1;
            fields.binary_search(&(idx - 1)).is_err()
        });
    }
    schema
}

/// The positions of the fields whose key an earlier one has.
fn repeated_keys(
    model: &ModelName,
    fields: &[Field],
    reported: &BTreeSet<(String, String)>,
    sink: &mut Sink,
) -> Vec<usize> {
    let mut repeated = Vec::new();
    if !has_repeated_keys(fields) {
        return repeated;
    }
    let mut keys: BTreeMap<&str, &Field> = BTreeMap::new();
    for (idx, field) in fields.iter().enumerate() {
        match keys.get(&*field.wire.0) {
            Some(first) => {
                let is_reported = || reported.contains(&(model.0.clone(), field.spelled.clone()));
                if first.spelled != field.spelled || !is_reported() {
                    report(model, first, field, sink);
                }
                repeated.push(idx);
            }
            None => drop(keys.insert(&field.wire.0, field)),
        }
    }
    repeated
}

fn has_repeated_keys(fields: &[Field]) -> bool {
    let mut keys: Vec<&str> = fields.iter().map(|field| &*field.wire.0).collect();
    keys.sort_unstable();
    keys.windows(2).any(|two| two[0] == two[1])
}

/// Reports a key that two fields have.
fn report(model: &ModelName, first: &Field, second: &Field, sink: &mut Sink) {
    let wire = &second.wire;
    let subject = Subject { models: vec![model.0.clone()], field: Some(second.spelled.clone()) };
    let message = format!("`{}` has the JSON key `{wire}`, and so does `{}`", second.spelled, first.spelled);
    let message = Message::new(message).related(first.origin.clone(), "the first field");
    sink.report_of(subject, &codes::DUPLICATE_WIRE_NAME, second.origin.clone(), message);
}
