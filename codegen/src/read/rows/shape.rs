//! The shape of a model, or of a type that is written in place, to what it says.

use std::collections::BTreeMap;

use crate::diag::{Message, Reported, Subject, codes};
use crate::dialect::RowMeans;
use crate::read::context::Context;
use crate::read::doc::{Body, FieldDoc, ListDoc, ModelDoc, OtherKeysDoc, describe, description};
use crate::read::layout::{Child, Fields, Member, Members, MembersOf, RawRow, Shape, Whole};
use crate::read::page::{Cell, Row, inline};
use crate::read::type_expr::{self, TypeExpr};
use crate::schema::{UnionOf, folded};
use crate::source::{Sp, Span};

impl Context<'_> {
    /// Reads a shape into a model. The objects that are written in place in it become models of their own. Returns
    /// the allowed values of the items, if it is a list.
    pub(in crate::read) fn shape(
        &mut self,
        shape: &Shape<'_>,
        doc: &mut ModelDoc,
        objects: &mut Vec<ModelDoc>,
    ) -> Option<ListDoc> {
        for row in &shape.repeated {
            self.repeating(row, doc, objects);
        }
        if let Some(fields) = &shape.fields {
            self.fields(fields, doc, objects);
        }
        if let Some(values) = &shape.values {
            doc.body = Body::Values(self.list_of_model(values));
        }
        let is_made_up = shape.fields.is_some() || shape.members.is_some();
        let items = match &shape.whole {
            Some(whole) => self.whole(whole, is_made_up, doc, objects).unwrap_or_default(),
            None => None,
        };
        match &shape.members {
            Some(Members { of: MembersOf::All, list }) => self.all_of(list, doc, objects),
            Some(Members { of: MembersOf::Union(of), list }) => {
                let mut members = Vec::with_capacity(list.len());
                for member in list {
                    members.extend(self.member(member, doc, objects));
                }
                doc.body = union(*of, members);
            }
            None => {}
        }
        items
    }

    /// Reads a row whose type is that of the rest of a shape.
    fn repeating(&mut self, row: &RawRow<'_>, doc: &mut ModelDoc, objects: &mut Vec<ModelDoc>) {
        if let Ok(field) = self.field(row, &doc.name.value, objects) {
            self.tally.other_rows += 1;
            self.check_replaced(&field.ty.value);
            describe(&mut doc.description, field.description);
        }
    }

    fn fields(&mut self, fields: &Fields<'_>, doc: &mut ModelDoc, objects: &mut Vec<ModelDoc>) {
        let mut seen: BTreeMap<String, &RawRow<'_>> = BTreeMap::new();
        let mut whole = None;
        doc.fields.reserve_exact(fields.rows.len());
        let is_alone =
            fields.rows.split_first().is_some_and(|(first, rest)| rest.iter().all(|row| says_the_same(first, row)));
        for row in &fields.rows {
            let name = self.name_of(&row.row);
            let first = name.as_ref().and_then(|name| seen.get(name).copied());
            if first.is_some_and(|first| says_the_same(first, row)) {
                self.tally.repeated += 1;
                continue;
            }
            self.subject.field = name;
            let Ok(field) = self.field(row, &doc.name.value, objects) else { continue };
            let pattern = row.is_pattern.then_some(RowMeans::OtherKeys);
            let means = pattern.or_else(|| self.special(&field, doc, is_alone));
            match (means, first) {
                (Some(RowMeans::OtherKeys | RowMeans::OtherKeysMap) | None, Some(first)) => {
                    self.repeated(field, first, doc);
                }
                (Some(means @ (RowMeans::OtherKeys | RowMeans::OtherKeysMap)), None) => {
                    self.tally.other_rows += 1;
                    seen.insert(field.name.value.clone(), row);
                    let ty = if means == RowMeans::OtherKeysMap { map_item(field.ty) } else { field.ty };
                    let own = OtherKeysDoc { names: vec![field.name.value], description: field.description, ty };
                    doc.other_keys = Some(merged(doc.other_keys.take(), own));
                }
                (Some(RowMeans::Whole | RowMeans::Itself | RowMeans::Union), _) => {
                    self.tally.other_rows += 1;
                    whole = Some(field);
                }
                (None, None) => {
                    self.tally.fields += 1;
                    seen.insert(field.name.value.clone(), row);
                    doc.fields.push(field);
                }
            }
        }
        if whole.is_none() && doc.other_keys.is_some() && self.is_value(doc) {
            self.tally.fields -= 1;
            self.tally.other_rows += 1;
            whole = doc.fields.pop();
        }
        if let Some(field) = &mut whole {
            describe(&mut doc.description, field.description.take());
            // A value that is not an object has no other keys.
            if let Some(keys) = doc.other_keys.take() {
                self.check_replaced(&keys.ty.value);
                describe(&mut doc.description, keys.description);
            }
        }
        match (whole, &doc.other_keys) {
            (Some(FieldDoc { values: Some(values), ty, .. }), _) => doc.body = self.values_of(*values, &ty.value),
            (Some(field), _) => doc.body = Body::Whole(field.ty),
            // A model of nothing but other keys is a map.
            (None, Some(other)) if doc.fields.is_empty() => {
                let item = Box::new(other.ty.value.clone());
                describe(&mut doc.description, other.description.clone());
                doc.body = Body::Whole(Sp { value: TypeExpr::Map { item, text_keys: true }, span: other.ty.span });
            }
            (None, _) => {}
        }
    }

    /// Reports a second row for a name. The field stays in the model, as a correction can give one of the two another
    /// key.
    fn repeated(&mut self, field: FieldDoc, first: &RawRow<'_>, doc: &mut ModelDoc) {
        let name = &field.name.value;
        let first = self.sources.place(first.row.cells.first().map_or(first.row.span, |cell| inline::name(cell).span));
        self.tally.reported += 1;
        self.subject.field = Some(name.clone());
        let message = Message::new(format!("another row already describes `{name}`")).related(first, "the first row");
        self.report(&codes::DUPLICATE_FIELD, field.name.span, message);
        self.subject.field = None;
        if doc.fields.iter().any(|other| other.name.value == *name) {
            doc.fields.push(field);
        }
    }

    /// What a row means that is not a field.
    fn special(&self, field: &FieldDoc, doc: &ModelDoc, is_alone: bool) -> Option<RowMeans> {
        let has_own_name = field.name.value == doc.name.value;
        let named = self
            .dialect
            .rows
            .iter()
            .find(|special| special.name.map_or(has_own_name, |name| name == field.name.value))?;
        let counts = match named.means {
            RowMeans::OtherKeys => true,
            RowMeans::OtherKeysMap => field.optional && item_of_map(&field.ty.value).is_some(),
            RowMeans::Itself => is_alone,
            RowMeans::Whole => is_alone && (!field.optional || has_own_name),
            RowMeans::Union => is_alone && matches!(field.ty.value, TypeExpr::Mixed { .. }),
        };
        counts.then_some(named.means)
    }

    /// Whether the only field of a model is its value, although it may have additional keys by the table. An object with
    /// such a field looks the same, except that the field has a description of its own.
    fn is_value(&self, doc: &ModelDoc) -> bool {
        let [field] = &*doc.fields else { return false };
        let described = |text: &Option<String>| text.as_deref().map(folded).filter(|text| !text.is_empty());
        self.special(field, doc, true) == Some(RowMeans::Whole)
            && described(&field.description).is_some_and(|text| described(&doc.description) == Some(text))
    }

    /// Reads the type that a model is another name for, if the model is not made up of anything else. Returns the
    /// allowed values of the items, if it is a list.
    fn whole(
        &mut self,
        whole: &Whole<'_>,
        is_made_up: bool,
        doc: &mut ModelDoc,
        objects: &mut Vec<ModelDoc>,
    ) -> Result<Option<ListDoc>, Reported> {
        let (ty, values) = match whole {
            Whole::Text(text) => (self.ty(text), None),
            Whole::Row(row) => {
                let field = self.field(row, &doc.name.value, objects)?;
                self.tally.other_rows += 1;
                describe(&mut doc.description, field.description);
                (field.ty, field.values.map(|values| *values))
            }
            Whole::Items(row) => {
                let item = self.field(row, &doc.name.value, objects)?;
                self.tally.other_rows += 1;
                describe(&mut doc.description, item.description);
                doc.body = Body::Whole(Sp { value: TypeExpr::List(Box::new(item.ty.value)), span: item.ty.span });
                return Ok(item.values.map(|values| *values));
            }
            Whole::About(about) => {
                let field = self.about_model(about, &doc.name);
                if about.ty.is_none() || is_made_up {
                    return Ok(None);
                }
                (field.ty, field.values.map(|values| *values))
            }
        };
        doc.body = match values {
            Some(values) => self.values_of(values, &ty.value),
            None => Body::Whole(ty),
        };
        Ok(None)
    }

    /// The values of a model with this type.
    fn values_of(&mut self, values: ListDoc, ty: &TypeExpr) -> Body {
        self.check_replaced(ty);
        Body::Values(values.of_type(ty))
    }

    /// The parts that a value is all of: models, whose fields it has, and objects that are written in place.
    fn all_of(&mut self, members: &[Member<'_>], doc: &mut ModelDoc, objects: &mut Vec<ModelDoc>) {
        let is_alone = members.len() == 1 && doc.fields.is_empty();
        for member in members {
            let Ok(part) = self.part(member, doc, objects) else { continue };
            describe(&mut doc.description, part.description);
            match part.body {
                Body::Fields => {
                    doc.inherits.extend(part.inherits);
                    if let Some(keys) = part.other_keys {
                        doc.other_keys = Some(merged(doc.other_keys.take(), keys));
                    }
                    doc.fields.extend(part.fields);
                }
                Body::Whole(Sp { value: TypeExpr::Name { text, span, .. }, .. }) if !is_alone => {
                    doc.inherits.push(Sp { value: text, span });
                }
                other => {
                    let replaced = match std::mem::replace(&mut doc.body, other) {
                        Body::Fields => None,
                        Body::Values(list) => Some(list.span),
                        Body::Union { members, .. } => members.first().map(|member| member.span),
                        Body::Whole(ty) => Some(ty.span),
                    };
                    if let Some(span) = replaced {
                        let message = "a value cannot be of this type and of the next one, so this one is not read";
                        self.report(&codes::UNREAD_LINE, span, message.to_owned());
                    }
                }
            }
        }
    }

    /// One of the parts of a model, as if it were the model.
    fn part(
        &mut self,
        member: &Member<'_>,
        doc: &mut ModelDoc,
        objects: &mut Vec<ModelDoc>,
    ) -> Result<ModelDoc, Reported> {
        if let Some(child) = member.child() {
            if let Member::Row(row) = member {
                let field = self.field(&row.without_detail(), &doc.name.value, objects)?;
                self.check_replaced(&field.ty.value);
                describe(&mut doc.description, field.description);
            }
            self.tally.members += member.rows();
            // A part without a row is the model itself.
            let name = if member.rows() == 0 { doc.name.clone() } else { child.name(&doc.name.value) };
            return Ok(self.child(child, name, objects).0);
        }
        let ty = self.member(member, doc, objects)?;
        Ok(ModelDoc { body: Body::Whole(ty), ..ModelDoc::new(doc.name.clone(), self.dialect) })
    }

    /// The type of a member of a model.
    fn member(
        &mut self,
        member: &Member<'_>,
        model: &mut ModelDoc,
        objects: &mut Vec<ModelDoc>,
    ) -> Result<Sp<TypeExpr>, Reported> {
        let ty = match member {
            Member::Type(cell) => self.ty(cell),
            Member::Page(cell) => page(cell),
            Member::FirstCell(row) => self.ty(&first_cell(row)),
            Member::Row(row) => {
                let field = self.field(row, &model.name.value, objects)?;
                describe(&mut model.description, field.description);
                field.ty
            }
            Member::Child(child) => {
                let (doc, _) = self.child(child, child.name(&model.name.value), objects);
                match doc.body {
                    Body::Whole(ty) => {
                        describe(&mut model.description, doc.description);
                        ty
                    }
                    Body::Fields | Body::Values(_) | Body::Union { .. } => {
                        let value = object(doc, child.span, objects);
                        Sp { value, span: child.span }
                    }
                }
            }
        };
        self.tally.members += member.rows();
        Ok(ty)
    }

    /// A type that is written in place, under this name. Returns the allowed values of its items, if it is a list.
    fn child(
        &mut self,
        child: &Child<'_>,
        name: Sp<String>,
        objects: &mut Vec<ModelDoc>,
    ) -> (ModelDoc, Option<ListDoc>) {
        let around = std::mem::replace(&mut self.subject, Subject::of_model(&*name.value));
        let mut doc = ModelDoc::new(name, self.dialect);
        doc.description = description(&child.text);
        let values = self.shape(&child.shape, &mut doc, objects);
        self.subject = around;
        (doc, values)
    }

    /// Gives a field the type that is written in place for it.
    pub(super) fn child_of_field(
        &mut self,
        child: &Child<'_>,
        model: &str,
        field: &mut FieldDoc,
        objects: &mut Vec<ModelDoc>,
    ) {
        let (mut doc, items) = self.child(child, child.name(model), objects);
        field.values = field.values.take().or(items.map(Box::new));
        let is_model = match &doc.body {
            Body::Fields => true,
            Body::Union { .. } => child.is_innermost && has_models(&doc.body),
            Body::Values(_) | Body::Whole(_) => false,
        };
        if !is_model {
            describe(&mut field.description, doc.description.take());
        }
        let ty = match doc.body {
            Body::Values(values) => {
                field.values = Some(Box::new(values));
                return;
            }
            Body::Fields => object(doc, field.name.span, objects),
            Body::Union { .. } if is_model => union_model(doc, field, objects),
            Body::Union { of, members } => {
                TypeExpr::either(of, members.into_iter().map(|member| member.value).collect())
            }
            Body::Whole(ty) => ty.value,
        };
        self.check_replaced(&field.ty.value);
        let row = std::mem::replace(&mut field.ty.value, TypeExpr::Unnamed { link: None });
        field.ty.value = match row {
            row if child.is_innermost => row.with_innermost(ty),
            TypeExpr::Nullable(_) if !matches!(ty, TypeExpr::Nullable(_)) => TypeExpr::Nullable(Box::new(ty)),
            _ => ty,
        };
    }

    fn ty(&self, cell: &Cell) -> Sp<TypeExpr> {
        Sp { value: type_expr::parse(cell, self.dialect.types), span: cell.span }
    }
}

/// Whether two rows are equal letter by letter.
fn says_the_same(first: &RawRow<'_>, second: &RawRow<'_>) -> bool {
    fn texts<'r>(row: &'r RawRow<'_>) -> impl Iterator<Item = &'r str> {
        row.row.cells.iter().map(|cell| &*cell.value)
    }
    texts(first).eq(texts(second)) && first.inner_rows() + second.inner_rows() == 0
}

/// Makes an object that is written in place a model. Returns its name as a type.
fn object(doc: ModelDoc, span: Span, objects: &mut Vec<ModelDoc>) -> TypeExpr {
    let text = doc.name.value.clone();
    objects.push(doc);
    TypeExpr::Name { text, surely_model: true, span }
}

/// What several rows with patterns for keys, or several parts of a model, say about other keys.
fn merged(known: Option<OtherKeysDoc>, more: OtherKeysDoc) -> OtherKeysDoc {
    let Some(mut keys) = known else { return more };
    keys.names.extend(more.names);
    describe(&mut keys.description, more.description);
    if !keys.ty.value.is_like(&more.ty.value) {
        let Sp { value, span } = keys.ty;
        let members = vec![value, more.ty.value];
        keys.ty = Sp { value: TypeExpr::Mixed { of: UnionOf::One, members }, span };
    }
    keys
}

/// The type of the values of a map that may be absent or `null`.
fn item_of_map(ty: &TypeExpr) -> Option<&TypeExpr> {
    match ty {
        TypeExpr::Map { item, .. } => Some(item),
        TypeExpr::Optional(ty) | TypeExpr::Nullable(ty) => item_of_map(ty),
        _ => None,
    }
}

/// The type of the values, if the type is a map.
fn map_item(Sp { value, span }: Sp<TypeExpr>) -> Sp<TypeExpr> {
    let value = item_of_map(&value).cloned().unwrap_or(value);
    Sp { value, span }
}

/// Whether a union has models among its members, so that it is worth a type of its own.
fn has_models(body: &Body) -> bool {
    let is_model = |member: &Sp<TypeExpr>| matches!(member.value.innermost(), TypeExpr::Name { .. });
    matches!(body, Body::Union { members, .. } if members.iter().any(is_model))
}

/// Makes a union that is written in place a model. With `null` among its members, it may be `null`.
fn union_model(mut doc: ModelDoc, field: &FieldDoc, objects: &mut Vec<ModelDoc>) -> TypeExpr {
    let Body::Union { members, .. } = &mut doc.body else { return object(doc, field.name.span, objects) };
    let count = members.len();
    members.retain(|member| !member.value.is_null());
    let has_null = members.len() < count;
    let model = object(doc, field.name.span, objects);
    if has_null { TypeExpr::Nullable(Box::new(model)) } else { model }
}

/// One of several types. One type and `null` is that type, or `null`.
fn union(of: UnionOf, members: Vec<Sp<TypeExpr>>) -> Body {
    let mut others = members.iter().filter(|member| !member.value.is_null());
    match (others.next(), others.next()) {
        (Some(only), None) if members.len() > 1 => {
            let value = TypeExpr::Nullable(Box::new(only.value.clone()));
            Body::Whole(Sp { value, span: only.span })
        }
        _ => Body::Union { of, members },
    }
}

/// The first cell of a row, which is empty if the row is.
fn first_cell(row: &Row) -> Cell {
    row.cells.first().cloned().unwrap_or_else(|| Sp { value: String::new(), span: row.span })
}

/// The model that a page describes.
fn page(cell: &Cell) -> Sp<TypeExpr> {
    let file = cell.value.rsplit('/').next().unwrap_or_default();
    let text = crate::source::stem(file);
    Sp { value: TypeExpr::Name { text, surely_model: true, span: cell.span }, span: cell.span }
}

impl Child<'_> {
    /// Its name within a model: `lines` in `Order` is `OrderLines`.
    fn name(&self, model: &str) -> Sp<String> {
        let words = self.label.iter().flat_map(|label| label.split(|letter: char| !letter.is_alphanumeric()));
        let mut name = model.to_owned();
        for word in words {
            let mut letters = word.chars();
            name.extend(letters.next().into_iter().flat_map(char::to_uppercase).chain(letters));
        }
        Sp { value: name, span: self.span }
    }
}
