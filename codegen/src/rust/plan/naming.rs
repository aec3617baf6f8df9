//! Names types, fields and variants.

use std::collections::BTreeMap;

use super::sets::User;
use super::values;
use crate::build::resolve::Graph;
use crate::diag::{Sink, codes};
use crate::rust::names::{self, Claim, FieldIdent, Scope, TypeIdent, Wanted, is_type_name};
use crate::rust::options::Options;
use crate::rust::renames;
use crate::schema::{Field, Member, ModelName, Origin, Presence, Rename, Schema, Values};

/// Names all models. Models whose own name can be used come first, so that a model is renamed only for one with a better
/// claim; names that a correction chose come last, because they must be free.
pub(super) fn models<'a>(
    graph: &'a Graph<'a>,
    types: &mut Scope,
    sink: &mut Sink,
) -> BTreeMap<&'a ModelName, TypeIdent> {
    let mut models: Vec<(&ModelName, Option<&Rename>, &Origin)> = Vec::new();
    models.extend(graph.schema.models.iter().map(|(name, model)| (name, renames::of_model(model), &model.origin)));
    models.extend(graph.undocumented.iter().map(|(name, origin)| (*name, None, origin)));
    models.sort_by_cached_key(|(name, rename, _)| (rename.is_some(), !is_type_name(&name.0), *name));
    let mut wanted = Vec::with_capacity(models.len());
    for (name, rename, _) in &models {
        let text = rename.map_or(&*name.0, |rename| &rename.name);
        wanted.push(Wanted { text, owner: &name.0, is_chosen: rename.is_some() });
    }
    let mut names = Vec::with_capacity(models.len());
    for ((name, rename, origin), claim) in models.iter().copied().zip(types.claim_types(&wanted)) {
        if let Some(rival) = &claim.rival {
            renamed(&name.0, rival, &claim.ident, origin, rename, sink);
        }
        names.push((name, claim.ident));
    }
    names.into_iter().collect()
}

/// Names the type of the allowed values of each field after the model and the field.
pub(super) fn users<'a>(
    schema: &'a Schema,
    options: &Options,
    names: &BTreeMap<&'a ModelName, TypeIdent>,
    types: &mut Scope,
    sink: &mut Sink,
) -> Vec<User<'a>> {
    let mut users = Vec::new();
    let generated = schema.models.iter().filter(|(model, _)| options.replaced_model(model).is_none());
    for (model, described) in generated {
        let has_own_enum =
            |field: &Field| values::kind_of(field).is_some() && options.replaced_field(model, field).is_none();
        for (idx, field) in described.fields().iter().enumerate().filter(|(_, field)| has_own_enum(field)) {
            let Some(ident) = names.get(model) else { continue };
            let words = format!("{ident} {}", chosen_name(field));
            let owner = format!("{model}.{}", field.spelled);
            let claim = types.claim_type(&words, &owner);
            if let Some(rival) = &claim.rival {
                renamed(&owner, rival, &claim.ident, &field.origin, None, sink);
            }
            users.push(User { model, idx, field, alias: claim.ident });
        }
    }
    users
}

/// Names the structs of required values. They come after all types of the documents, so that none is renamed for them.
pub(super) fn required<'a>(
    schema: &'a Schema,
    names: &BTreeMap<&'a ModelName, TypeIdent>,
    types: &mut Scope,
) -> BTreeMap<&'a ModelName, TypeIdent> {
    let mut required = BTreeMap::new();
    for (name, model) in &schema.models {
        if model.fields().iter().any(|field| field.presence == Presence::Required)
            && let Some(ident) = names.get(name)
        {
            required.insert(name, types.claim_type(&format!("{ident}Required"), &name.0).ident);
        }
    }
    required
}

/// Names the fields of a model. The second result is the name of the field for everything that the document does not
/// describe.
pub(super) fn fields(model: &ModelName, fields: &[Field], sink: &mut Sink) -> (Vec<FieldIdent>, FieldIdent) {
    let mut wanted = Vec::with_capacity(fields.len());
    for field in fields {
        let is_chosen = renames::of_field(field).is_some();
        wanted.push(Wanted { text: chosen_name(field), owner: &field.spelled, is_chosen });
    }
    let mut idents = Vec::with_capacity(fields.len());
    let mut by_name: Option<BTreeMap<&str, &Field>> = None;
    let extra = Wanted { text: "extra", owner: "everything that the document does not describe", is_chosen: false };
    let (claims, extra) = names::of_fields(&wanted, extra);
    for (field, claim) in fields.iter().zip(claims) {
        if let Some(rival) = &claim.rival {
            let by_name = by_name.get_or_insert_with(|| fields.iter().map(|field| (&*field.spelled, field)).collect());
            // Fields with the same key have the same name, too; `resolve` reports them.
            if by_name.get(&**rival).is_none_or(|rival| rival.wire != field.wire) {
                let name = format!("{model}.{}", field.spelled);
                renamed(&name, rival, &claim.ident, &field.origin, renames::of_field(field), sink);
            }
        }
        idents.push(claim.ident);
    }
    (idents, extra)
}

/// Names the variant for all other values, then those of the allowed values of a field or model.
pub(super) fn variants(owner: &str, values: &Values, sink: &mut Sink) -> (TypeIdent, Vec<TypeIdent>) {
    let (unlisted, claims) = claimed_variants(values);
    let mut idents = Vec::with_capacity(values.known.len());
    for (value, Claim { ident, rival }) in values.known.iter().zip(claims) {
        if let Some(rival) = rival {
            renamed(&format!("{owner}: {value}"), &rival, &ident, &values.origin, None, sink);
        }
        idents.push(ident);
    }
    (unlisted, idents)
}

/// The name of the variant of one value.
pub(super) fn variant(values: &Values, text: &str) -> Option<TypeIdent> {
    let position = values.known.iter().position(|known| known == text)?;
    let (_, claims) = claimed_variants(values);
    claims.into_iter().nth(position).map(|claim| claim.ident)
}

fn claimed_variants(values: &Values) -> (TypeIdent, Vec<Claim<TypeIdent>>) {
    let mut scope = Scope::new();
    let unlisted = scope.claim_type("Unlisted", "all other values").ident;
    let texts: Vec<String> =
        values.known.iter().map(|value| values.names.get(value).unwrap_or(value).clone()).collect();
    (unlisted, scope.claim_variants(&texts))
}

/// Names the variant for all other values, then those of the types of a union.
pub(super) fn cases(owner: &ModelName, words: &[(String, &Member)], sink: &mut Sink) -> (TypeIdent, Vec<TypeIdent>) {
    let mut scope = Scope::new();
    let unlisted = scope.claim_type("Unlisted", "all other values").ident;
    let types: Vec<String> = words.iter().map(|(_, member)| member.ty.to_string()).collect();
    let mut wanted = Vec::with_capacity(words.len());
    for ((words, _), ty) in words.iter().zip(&types) {
        wanted.push(Wanted { text: words, owner: ty, is_chosen: false });
    }
    let mut idents = Vec::with_capacity(words.len());
    for ((_, member), Claim { ident, rival }) in words.iter().zip(scope.claim_cases(&wanted)) {
        if let Some(rival) = rival {
            renamed(&format!("{owner}: {}", member.ty), &rival, &ident, &member.origin, None, sink);
        }
        idents.push(ident);
    }
    (unlisted, idents)
}

/// The text that the name of a field is made from.
fn chosen_name(field: &Field) -> &str {
    renames::of_field(field).map_or(&field.plain, |rename| &rename.name)
}

/// Reports that a name is taken: an error if a correction asks for it, otherwise a warning.
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
