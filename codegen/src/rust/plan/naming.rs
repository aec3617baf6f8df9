//! Which name each type, field and variant gets.

use std::collections::BTreeMap;

use crate::build::resolve::Graph;
use crate::diag::{Sink, codes};
use crate::rust::names::{Claim, FieldIdent, Scope, TypeIdent, is_type_name};
use crate::schema::{Field, Member, ModelName, Origin, Rename, Scalar, Schema, Type, Values};

/// Names for all models: first those whose own name can stand, so that a model is renamed only for another
/// that has the better claim; last those that a correction chose, which must be free.
pub(super) fn models<'a>(
    graph: &'a Graph<'a>,
    types: &mut Scope,
    sink: &mut Sink,
) -> BTreeMap<&'a ModelName, TypeIdent> {
    let documented = graph.schema.models.iter().map(|(name, it)| (name, it.rename.as_ref(), &it.origin));
    let undocumented = graph.undocumented.iter().map(|(name, origin)| (*name, None, origin));
    let mut models: Vec<(&ModelName, Option<&Rename>, &Origin)> = documented.chain(undocumented).collect();
    models.sort_by_cached_key(|(name, rename, _)| (rename.is_some(), !is_type_name(&name.0), *name));
    let mut names = BTreeMap::new();
    for (name, rename, origin) in models {
        let claim = types.claim_type(rename.map_or(&name.0, |it| &it.name), &name.0);
        if let Some(rival) = &claim.rival {
            renamed(&name.0, rival, &claim.ident, origin, rename, sink);
        }
        names.insert(name, claim.ident);
    }
    names
}

/// The names of enums by model and field.
pub(super) type EnumNames<'a> = BTreeMap<(&'a ModelName, usize), TypeIdent>;

/// A name for each field with known values: the model's, then the field's.
pub(super) fn enums<'a>(
    schema: &'a Schema,
    names: &BTreeMap<&'a ModelName, TypeIdent>,
    types: &mut Scope,
    sink: &mut Sink,
) -> EnumNames<'a> {
    let mut enums = BTreeMap::new();
    for (name, model) in &schema.models {
        let Some(ident) = names.get(name) else { continue };
        for (idx, field) in model.fields().iter().enumerate().filter(|(_, it)| has_enum(it)) {
            let words = format!("{ident} {}", chosen_name(field));
            let owner = format!("{name}.{}", field.spelled);
            let claim = types.claim_type(&words, &owner);
            if let Some(rival) = &claim.rival {
                renamed(&owner, rival, &claim.ident, &field.origin, None, sink);
            }
            enums.insert((name, idx), claim.ident);
        }
    }
    enums
}

/// Names for the fields of a model: those that a correction chose last, as they must be free. And one for
/// the field that holds what the document does not foresee.
pub(super) fn fields(model: &ModelName, fields: &[Field], sink: &mut Sink) -> (Vec<FieldIdent>, FieldIdent) {
    let mut scope = Scope::new();
    let mut order: Vec<usize> = (0..fields.len()).collect();
    let by_name: BTreeMap<&str, &Field> = fields.iter().map(|it| (&*it.spelled, it)).collect();
    order.sort_by_key(|idx| (fields[*idx].rename.is_some(), *idx));
    let mut claims: Vec<(usize, Claim<FieldIdent>)> = Vec::with_capacity(fields.len());
    for idx in order {
        let field = &fields[idx];
        let claim = scope.claim_field(chosen_name(field), &field.spelled);
        // Two fields of one key have the same name too; that they share the key was said.
        let shares_key = |rival: &str| by_name.get(rival).is_some_and(|it| it.wire == field.wire);
        if let Some(rival) = claim.rival.as_deref().filter(|it| !shares_key(it)) {
            let name = format!("{model}.{}", field.spelled);
            renamed(&name, rival, &claim.ident, &field.origin, field.rename.as_ref(), sink);
        }
        claims.push((idx, claim));
    }
    claims.sort_by_key(|(idx, _)| *idx);
    let extra = scope.claim_field("extra", "what the document does not foresee").ident;
    (claims.into_iter().map(|(_, claim)| claim.ident).collect(), extra)
}

/// Names for the known values of a field or model, after one for all others.
pub(super) fn variants(owner: &str, values: &Values, sink: &mut Sink) -> (TypeIdent, Vec<TypeIdent>) {
    let mut scope = Scope::new();
    let unlisted = scope.claim_variant("Unlisted", "all other values").ident;
    let name = |value: &String| {
        let Claim { ident, rival } = scope.claim_variant(value, value);
        if let Some(rival) = rival {
            renamed(&format!("{owner}: {value}"), &rival, &ident, &values.origin, None, sink);
        }
        ident
    };
    (unlisted, values.known.iter().map(name).collect())
}

/// Names for the types of a union by their words, after one for all other values.
pub(super) fn cases(owner: &ModelName, words: &[(String, &Member)], sink: &mut Sink) -> (TypeIdent, Vec<TypeIdent>) {
    let mut scope = Scope::new();
    let unlisted = scope.claim_type("Unlisted", "all other values").ident;
    let name = |(words, member): &(String, &Member)| {
        let Claim { ident, rival } = scope.claim_type(words, &member.ty.to_string());
        if let Some(rival) = rival {
            renamed(&format!("{owner}: {}", member.ty), &rival, &ident, &member.origin, None, sink);
        }
        ident
    };
    (unlisted, words.iter().map(name).collect())
}

/// Whether the known values of a field are texts; numbers stay numbers.
fn has_enum(field: &Field) -> bool {
    field.values.is_some() && *field.ty.innermost() == Type::Scalar(Scalar::String)
}

/// The words that a field's name is made of.
fn chosen_name(field: &Field) -> &str {
    field.rename.as_ref().map_or(&field.plain, |it| &it.name)
}

/// A correction that asks for a taken name is a mistake; a document that needs one is renamed aloud.
fn renamed(
    name: &str,
    rival: &str,
    got: &dyn std::fmt::Display,
    origin: &Origin,
    asked_for: Option<&Rename>,
    sink: &mut Sink,
) {
    if let Some(rename) = asked_for {
        let message = format!("the name `{}` for `{name}` is taken by `{rival}`", rename.name);
        sink.report(&codes::UNUSABLE_NAME, rename.origin.clone(), message);
    } else {
        let message = format!("`{name}` becomes `{got}`, because `{rival}` has its name already");
        sink.report(&codes::RENAMED, origin.clone(), message);
    }
}
