//! What becomes of a value of one of several types: an enum with a variant per type.

use std::collections::{BTreeMap, BTreeSet};

use super::{CasePlan, Planner, RustType, UnionPlan, docs, naming};
use crate::diag::Sink;
use crate::schema::{Member, Model, ModelName, Presence, Scalar, Shape, Type, Union, UnionOf};

impl Planner<'_> {
    pub(super) fn union(&self, name: &ModelName, model: &Model, union: &Union, sink: &mut Sink) -> UnionPlan {
        let members = self.members(name, union);
        let words: Vec<(String, &Member)> =
            members.iter().map(|it| (self.words(&it.types[0].ty), it.types[0])).collect();
        let (unlisted, idents) = naming::cases(name, &words, sink);
        let tag = union.discriminator.as_ref().map(|it| it.property.0.clone());
        let mut tags = tags(&members, union);
        let cases: Vec<CasePlan> = members
            .iter()
            .zip(idents)
            .enumerate()
            .map(|(place, (it, ident))| {
                let tags = tags.remove(&place).unwrap_or_default();
                let boxed = it.boxed.then(|| it.value.clone().boxed());
                CasePlan {
                    ident,
                    docs: self.case_docs(it, tag.as_deref(), &tags),
                    ty: boxed.unwrap_or_else(|| it.value.clone()),
                    value: it.value.clone(),
                    requires: self.requires(&it.types[0].ty),
                    tags,
                }
            })
            .collect();
        let mut order: Vec<usize> = (0..cases.len()).collect();
        // What takes every text would take those that another type knows.
        order.sort_by_key(|place| cases[*place].value == RustType::String);
        UnionPlan {
            ident: self.ident(name),
            name: name.0.clone(),
            docs: self.union_docs(name, model, union, &unlisted.to_string()),
            attributes: self.attributes(name, sink),
            cases,
            order,
            unlisted,
            tag,
            strict: self.layout.is_strict(name),
            abilities: self.comparing(name).to_vec(),
        }
    }

    /// The members without those that say nothing. Two that are one type in Rust are one, as nothing could tell
    /// them apart; `null` is what an `Option` around the union is for; and a value that is the union itself, or
    /// another union that it is, is one of their other members.
    fn members<'u>(&self, name: &ModelName, union: &'u Union) -> Vec<Merged<'u>> {
        let mut members: Vec<Merged<'u>> = Vec::new();
        for (idx, member) in union.members.iter().enumerate().filter(|(_, it)| !self.leads_back(name, &it.ty)) {
            let value = self.ty(self.not_null(&member.ty), None);
            match members.iter_mut().find(|it| it.value == value) {
                Some(first) => first.types.push(member),
                None => members.push(Merged { types: vec![member], value, boxed: self.layout.is_boxed(name, idx) }),
            }
        }
        members
    }

    /// Whether a member is a union of which this one is a member in turn. Of a circle of unions, only the one
    /// that goes back in the order of names counts.
    fn leads_back(&self, name: &ModelName, ty: &Type) -> bool {
        let mut seen: BTreeSet<&ModelName> = BTreeSet::new();
        let mut open: Vec<&ModelName> = self.as_union(ty).map(|it| it.0).into_iter().filter(|it| *it <= name).collect();
        while let Some(inner) = open.pop() {
            if inner == name {
                return true;
            }
            if let Some(Shape::Union(union)) = self.graph.schema.models.get(inner).map(|it| &it.shape)
                && seen.insert(inner)
            {
                open.extend(union.members.iter().filter_map(|it| self.as_union(&it.ty)).map(|it| it.0));
            }
        }
        false
    }

    fn as_union<'t>(&'t self, ty: &'t Type) -> Option<(&'t ModelName, &'t Union)> {
        let Type::Model(name) = self.not_null(ty) else { return None };
        match &self.graph.schema.models.get(name)?.shape {
            Shape::Union(union) => Some((name, union)),
            _ => None,
        }
    }

    /// Whether a type is a union that may be `null`.
    pub(super) fn is_nullable_union(&self, ty: &Type) -> bool {
        let null = |it: &Member| matches!(self.graph.schema.unaliased(&it.ty), Type::Nullable(_));
        self.as_union(ty).is_some_and(|(_, it)| it.nullable == Some(true) || it.members.iter().any(null))
    }

    fn not_null<'t>(&'t self, mut ty: &'t Type) -> &'t Type {
        while let Type::Nullable(item) = self.graph.schema.unaliased(ty) {
            ty = item;
        }
        if let Type::Model(_) = self.graph.schema.unaliased(ty) { self.graph.schema.unaliased(ty) } else { ty }
    }

    /// The words of a variant's name: those of the model, or of the kind of the value.
    fn words(&self, ty: &Type) -> String {
        match ty {
            Type::Scalar(scalar) => word(*scalar).to_owned(),
            Type::List(item) => format!("ListOf{}", self.words(item)),
            Type::Map(item) => format!("MapOf{}", self.words(item)),
            Type::Nullable(item) => self.words(item),
            Type::Model(name) => self.ident(name).to_string(),
            Type::Unknown(_) => word(Scalar::Any).to_owned(),
        }
    }

    /// The keys that the document requires of a member.
    fn requires(&self, ty: &Type) -> Vec<String> {
        let Type::Model(name) = self.not_null(ty) else { return Vec::new() };
        let fields = self.graph.schema.models.get(name).map(Model::fields).unwrap_or_default();
        let required = fields.iter().filter(|it| it.presence == Presence::Required);
        required.map(|it| it.wire.0.clone()).collect()
    }

    fn union_docs(&self, name: &ModelName, model: &Model, union: &Union, unlisted: &str) -> Vec<String> {
        let mut lines = self.model_docs(name, model);
        let how = match &union.discriminator {
            Some(it) => format!("The value of {} selects one of these types.", docs::code(&it.property.0)),
            None => "A value is read as the type that it matches best.".to_owned(),
        };
        lines.extend([String::new(), how]);
        if union.of == UnionOf::Any {
            lines.push(
                "A value may match several of them at once; keys that only the others have are kept as well."
                    .to_owned(),
            );
        }
        for inner in union.members.iter().filter(|it| self.leads_back(name, &it.ty)) {
            let inner = docs::code(&inner.ty.to_string());
            let text = format!(
                "A value that matches only through {inner}, a union that contains this type, is kept in `{unlisted}`."
            );
            lines.push(String::new());
            lines.extend(docs::wrapped(&text));
        }
        lines.extend([String::new(), format!("The API may send other values; they are kept in `{unlisted}`.")]);
        lines
    }

    fn case_docs(&self, member: &Merged<'_>, tag: Option<&str>, tags: &[String]) -> Vec<String> {
        let name = |it: &&Member| match &it.ty {
            Type::Model(name) if RustType::Own(self.ident(name)) == member.value => format!("[`{}`]", self.ident(name)),
            ty => docs::code(&ty.to_string()),
        };
        let names: Vec<String> = member.types.iter().map(name).collect();
        let mut lines = vec![format!("{}.", names.join(", "))];
        if let (Some(tag), Some(_)) = (tag, tags.first()) {
            let tags: Vec<String> = tags.iter().map(|it| docs::code(it)).collect();
            lines.extend([String::new(), format!("{} is {}.", docs::code(tag), tags.join(" or "))]);
        }
        lines
    }
}

/// The members of a union that are one type in Rust.
struct Merged<'u> {
    types: Vec<&'u Member>,
    value: RustType,
    boxed: bool,
}

/// The texts that tell each member: those that the document lists, and the name of the model unless the
/// document lists it for another.
fn tags(members: &[Merged<'_>], union: &Union) -> BTreeMap<usize, Vec<String>> {
    let Some(discriminator) = &union.discriminator else { return BTreeMap::new() };
    let mut all = BTreeMap::new();
    for (place, member) in members.iter().enumerate() {
        let names = member.types.iter().filter_map(|it| if let Type::Model(name) = &it.ty { Some(name) } else { None });
        let names: BTreeSet<&ModelName> = names.collect();
        let listed = discriminator.values.iter().filter(|it| names.contains(it.1)).map(|it| it.0);
        let own = names.iter().map(|it| &it.0).filter(|it| !discriminator.values.contains_key(*it));
        all.insert(place, listed.chain(own).cloned().collect());
    }
    all
}

/// What a variant for a value without parts is called. Documents of other SDKs know more of widths, and do not
/// change the name.
fn word(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::String => "Text",
        Scalar::Int32 | Scalar::Int64 | Scalar::Uint32 | Scalar::Uint64 => "Integer",
        Scalar::Float32 | Scalar::Float64 => "Number",
        Scalar::Decimal => "Decimal",
        Scalar::Boolean => "Boolean",
        Scalar::DateTime => "DateTime",
        Scalar::Date => "Date",
        Scalar::DateOrDateTime => "DateOrDateTime",
        Scalar::Time => "Time",
        Scalar::Duration => "Duration",
        Scalar::Uuid => "Uuid",
        Scalar::Uri => "Uri",
        Scalar::Bytes => "Bytes",
        Scalar::File => "File",
        Scalar::Any => "Any",
    }
}
