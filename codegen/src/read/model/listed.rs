//! The allowed values of fields in tables that name the field of each value.

use std::collections::BTreeMap;

use crate::diag::{Message, Reported, codes, did_you_mean};
use crate::read::context::Context;
use crate::read::doc::{Body, FieldDoc, ListDoc, ModelDoc, ValueDoc};
use crate::read::page::{Row, Table, inline};
use crate::read::type_expr::TypeExpr;
use crate::read::values;
use crate::source::{Sp, Span};

/// The values by the name of their field.
type Lists = BTreeMap<String, ListDoc>;

impl Context<'_> {
    /// Sets the allowed values of fields, or of the model, which has its own name or `whole` in such tables.
    pub(super) fn values_by_field(
        &mut self,
        tables: &[&Table],
        whole: &str,
        doc: &mut ModelDoc,
        objects: &mut [ModelDoc],
    ) {
        let lists = self.lists(tables);
        let mut unused: BTreeMap<&str, &ListDoc> = lists.iter().map(|(name, list)| (name.as_str(), list)).collect();
        for field in doc.fields.iter_mut().chain(objects.iter_mut().flat_map(|object| &mut object.fields)) {
            if let Some(list) = lists.get(&field.name.value).filter(|_| is_scalar(&field.ty.value)) {
                field.values = Some(Box::new(list.clone()));
                unused.remove(field.name.value.as_str());
            }
        }
        let of_model = [whole, &doc.name.value].into_iter().find_map(|name| lists.get_key_value(name));
        if let (Body::Whole(ty), Some((name, list))) = (&doc.body, of_model)
            && is_scalar(&ty.value)
        {
            doc.body = Body::Values(list.clone().of_type(&ty.value));
            unused.remove(name.as_str());
        }
        // A word that is neither a type nor a link to a model is reported as such.
        let is_bad = |field: &&FieldDoc| is_bad(&field.ty.value);
        let fields: Vec<&FieldDoc> =
            doc.fields.iter().chain(objects.iter().flat_map(|object| &object.fields)).collect();
        for (name, list) in unused {
            if !fields.iter().filter(|field| is_bad(field)).any(|field| field.name.value == *name) {
                self.unused_list(name, list, &fields);
            }
        }
    }

    fn lists(&mut self, tables: &[&Table]) -> Lists {
        let mut found: BTreeMap<String, (Span, Vec<ValueDoc>)> = BTreeMap::new();
        for row in tables.iter().flat_map(|table| &table.rows) {
            let Ok((field, value)) = self.value_of_field(row) else { continue };
            found.entry(field.value).or_insert((field.span, Vec::new())).1.push(value);
        }
        found.into_iter().map(|(name, (span, values))| (name, ListDoc::new(values, span, false))).collect()
    }

    /// The name of a field and a value of it.
    fn value_of_field(&mut self, row: &Row) -> Result<(Sp<String>, ValueDoc), Reported> {
        let [field, value @ ..] = row.cells.as_slice() else { return Err(self.short_row(row)) };
        let Some(first) = value.first() else { return Err(self.short_row(row)) };
        self.tally.values += 1;
        let name = Sp { value: inline::name(field).value, span: field.span };
        Ok((name, ValueDoc::new(None, &inline::plain(&values::joined(value)), first.span)))
    }

    fn short_row(&mut self, row: &Row) -> Reported {
        self.tally.reported += 1;
        self.reject(&codes::SHORT_ROW, row.span, "this row has no cell for the value".to_owned())
    }

    /// Reports values that no field has.
    fn unused_list(&mut self, name: &str, list: &ListDoc, fields: &[&FieldDoc]) {
        if fields.iter().any(|field| field.name.value == name) {
            let message = format!("`{name}` is neither a text nor a number, so these values are not read");
            return self.report(&codes::UNFIT_VALUES, list.span, message);
        }
        let hint = did_you_mean(name, fields.iter().map(|field| &*field.name.value));
        let message = Message::new(format!("no field is called `{name}`")).hint(hint);
        self.report(&codes::UNMATCHED_VALUES, list.span, message);
    }
}

fn is_bad(ty: &TypeExpr) -> bool {
    matches!(ty.innermost(), TypeExpr::Name { surely_model: false, .. } | TypeExpr::Unknown { .. })
}

fn is_scalar(ty: &TypeExpr) -> bool {
    matches!(ty.innermost(), TypeExpr::Word(_))
}
