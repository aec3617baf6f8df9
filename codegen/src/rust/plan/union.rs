//! Plans the enum of a union: one variant per type.

use std::collections::BTreeSet;

use super::attributes::Place;
use super::types::Holding;
use super::{CasePlan, Docs, Planner, RustType, UnionPlan, UnlistedPlan, docs, naming};
use crate::diag::Sink;
use crate::rust::options::Part;
use crate::schema::{Discriminator, Member, Model, ModelName, Presence, Scalar, Shape, Type, Union, UnionOf};

/// The members of a union that are one type in Rust.
struct Merged<'u> {
    first: &'u Member,
    others: Vec<&'u Member>,
    value: RustType,
    holding: Holding,
}

impl<'u> Merged<'u> {
    fn members(&self) -> impl Iterator<Item = &'u Member> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// The values of the tag that select it: those that the document lists, and the name of each model unless the
    /// document lists it for another model.
    fn tags(&self, discriminator: &Discriminator) -> Vec<String> {
        let mut names: BTreeSet<&ModelName> = BTreeSet::new();
        for member in self.members() {
            if let Type::Model(name) = &member.ty {
                names.insert(name);
            }
        }
        let listed = discriminator.values.iter().filter(|(_, model)| names.contains(model)).map(|(value, _)| value);
        let own = names.iter().map(|name| &name.0).filter(|name| !discriminator.values.contains_key(*name));
        listed.chain(own).cloned().collect()
    }
}

impl Planner<'_> {
    pub(super) fn union(&self, name: &ModelName, model: &Model, union: &Union, sink: &mut Sink) -> UnionPlan {
        let members = self.members(name, union);
        let words: Vec<(String, &Member)> =
            members.iter().map(|member| (self.words(&member.first.ty), member.first)).collect();
        let (unlisted, idents) = naming::cases(name, &words, sink);
        let mut cases = Vec::with_capacity(members.len());
        for (member, ident) in members.into_iter().zip(idents) {
            let tags = union.discriminator.as_ref().map(|it| member.tags(it)).unwrap_or_default();
            cases.push(CasePlan {
                ident,
                docs: self.case_docs(&member, union.discriminator.as_ref(), &tags),
                attributes: self.attributes(Place::of(Part::Member, name, None)),
                requires: self.requires(&member.first.ty),
                ty: member.value.clone().held(member.holding),
                value: member.value,
                tags,
            });
        }
        let mut order: Vec<usize> = (0..cases.len()).collect();
        // `String` comes last, because it accepts the values of every other type that is read from strings.
        order.sort_by_key(|place| cases[*place].value == RustType::String);
        UnionPlan {
            ident: self.ident(name),
            name: name.0.clone(),
            docs: self.union_docs(name, model, union, unlisted.as_str()),
            attributes: self.type_attributes(Place::of(Part::Union, name, None), &[]),
            cases,
            order,
            unlisted: UnlistedPlan {
                ident: unlisted,
                attributes: self.attributes(Place::of(Part::UnlistedMember, name, None)),
            },
            tag: union.discriminator.as_ref().map(|it| it.property.0.clone()),
            strict: self.options.is_strict(name),
        }
    }

    /// The members that become variants. Members that are one type in Rust are one variant, because nothing
    /// distinguishes them. `null` is not a variant, because fields of a nullable union are options. A member that is the
    /// union itself, or a union that contains it, adds nothing to the other members.
    fn members<'u>(&self, name: &ModelName, union: &'u Union) -> Vec<Merged<'u>> {
        let layout = self.layout.of(name);
        let mut members: Vec<Merged<'u>> = Vec::new();
        for (idx, member) in union.members.iter().enumerate() {
            if self.leads_back(name, &member.ty) {
                continue;
            }
            let value = self.ty(self.not_null(&member.ty), None);
            if let Some(merged) = members.iter_mut().find(|merged| merged.value == value) {
                merged.others.push(member);
            } else {
                let holding = layout.holding(idx);
                members.push(Merged { first: member, others: Vec::new(), value, holding });
            }
        }
        members
    }

    /// Whether a member is a union that contains this union in turn. In a cycle of unions, only the member that comes
    /// before the union by name, or is the union, is left out.
    fn leads_back(&self, name: &ModelName, ty: &Type) -> bool {
        let mut seen: BTreeSet<&ModelName> = BTreeSet::new();
        let mut open: Vec<&ModelName> = Vec::new();
        open.extend(self.as_union(ty).map(|(inner, _)| inner).filter(|inner| *inner <= name));
        while let Some(inner) = open.pop() {
            if inner == name {
                return true;
            }
            if let Some(Shape::Union(union)) = self.graph.schema.models.get(inner).map(|model| &model.shape)
                && seen.insert(inner)
            {
                open.extend(union.members.iter().filter_map(|it| self.as_union(&it.ty)).map(|(name, _)| name));
            }
        }
        false
    }

    /// A type as a union, with its name.
    fn as_union<'t>(&'t self, ty: &'t Type) -> Option<(&'t ModelName, &'t Union)> {
        let Type::Model(name) = self.not_null(ty) else { return None };
        match self.other(name)? {
            Shape::Union(union) => Some((name, union)),
            _ => None,
        }
    }

    /// Whether a type is a union that may be `null`.
    pub(super) fn is_nullable_union(&self, ty: &Type) -> bool {
        let Some((_, union)) = self.as_union(ty) else { return false };
        let null = |member: &Member| matches!(self.unaliased(&member.ty), Type::Nullable(_));
        union.members.iter().any(null)
    }

    fn not_null<'t>(&'t self, mut ty: &'t Type) -> &'t Type {
        while let Type::Nullable(item) = self.unaliased(ty) {
            ty = item;
        }
        if let Type::Model(_) = self.unaliased(ty) { self.unaliased(ty) } else { ty }
    }

    /// The words for the name of a variant: the name of the model, or what the value is.
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

    /// The keys that the document of a member requires.
    fn requires(&self, ty: &Type) -> Vec<String> {
        let Type::Model(name) = self.not_null(ty) else { return Vec::new() };
        let fields = self.graph.schema.models.get(name).map(Model::fields).unwrap_or_default();
        let required = fields.iter().filter(|field| field.presence == Presence::Required);
        required.map(|field| field.wire.0.clone()).collect()
    }

    fn union_docs(&self, name: &ModelName, model: &Model, union: &Union, unlisted: &str) -> Docs {
        let mut docs = self.model_docs(name, model);
        let how = match &union.discriminator {
            Some(it) => format!("The value of {} selects one of these types.", docs::code(&it.property.0)),
            None => "A value is read as the type that it matches best.".to_owned(),
        };
        docs.add(&how);
        if union.of == UnionOf::Any {
            docs.add_line(
                "A value may match several of them at once; keys that only the others have are kept as well.",
            );
        }
        for inner in union.members.iter().filter(|it| self.leads_back(name, &it.ty)) {
            let inner = docs::code(&inner.ty.to_string());
            let text = format!(
                "A value that matches only through {inner}, a union that contains this type, is kept in `{unlisted}`."
            );
            docs.add(&docs::wrapped(&text));
        }
        docs.add(&format!("The API may send other values; they are kept in `{unlisted}`."));
        docs
    }

    fn case_docs(&self, merged: &Merged<'_>, discriminator: Option<&Discriminator>, tags: &[String]) -> Docs {
        let names: Vec<String> = merged.members().map(|member| self.member_name(member, &merged.value)).collect();
        let mut docs = Docs::from(format!("{}.", names.join(", ")));
        if let Some(discriminator) = discriminator.filter(|_| !tags.is_empty()) {
            let tags: Vec<String> = tags.iter().map(|tag| docs::code(tag)).collect();
            let key = docs::code(&discriminator.property.0);
            docs.add(&format!("{key} is {}.", tags.join(" or ")));
        }
        docs
    }

    /// The type of a member as Markdown, a link if it is the type of the variant.
    fn member_name(&self, member: &Member, value: &RustType) -> String {
        match &member.ty {
            Type::Model(name) if RustType::Own(self.ident(name)) == *value => {
                docs::type_link(self.ident(name).as_str())
            }
            ty => docs::code(&ty.to_string()),
        }
    }
}

/// The name of the variant for a scalar. It does not depend on widths, so that merging the documents of an SDK that
/// states widths does not rename variants.
fn word(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::String => "Text",
        Scalar::Int32 | Scalar::Int64 | Scalar::Uint32 | Scalar::Uint64 | Scalar::Int64Text | Scalar::Uint64Text => {
            "Integer"
        }
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
