//! Stage 6, lower: what the pages say to the schema. Nothing after this stage knows Markdown or dialects.

use std::collections::BTreeSet;
use std::collections::btree_map::Entry;

use crate::diag::{Sink, codes, did_you_mean};
use crate::dialect::{Dialect, EscapedName, KeyCase, Makes, TypeSyntax, WireRule};
use crate::doc::{FieldDoc, ModelDoc};
use crate::schema::{
    Assumption, Field, Hole, Model, ModelName, Presence, Problem, Scalar, Schema, Shape, Type, Values, ValuesSource,
    WireName,
};
use crate::source::Sources;
use crate::type_expr::TypeExpr;

/// Makes the schema. Of two documents of one model the first in path order counts.
pub fn lower(docs: &[ModelDoc], sources: &Sources, sink: &mut Sink) -> Schema {
    let documented: BTreeSet<&str> = docs.iter().map(|doc| &*doc.name.value).collect();
    let mut schema = Schema::new();
    for doc in docs {
        let model = lower_model(doc, &documented, sources);
        match schema.models.entry(ModelName(doc.name.value.clone())) {
            Entry::Vacant(entry) => {
                entry.insert(model);
            }
            Entry::Occupied(entry) => {
                let same = says_the_same(entry.get(), &model);
                let code = if same { &codes::SAME_MODEL_TWICE } else { &codes::DUPLICATE_MODEL };
                let first = &entry.get().origin;
                let says = if same { "says the same about it" } else { "says something else about it" };
                let message =
                    format!("`{}` is described in {}:{} already, which {says}", doc.name.value, first.path, first.line);
                sink.report(code, model.origin, message);
            }
        }
    }
    schema
}

/// Reads a type that does not come from a property table, such as the value of a correction.
pub fn lower_type(expr: &TypeExpr, syntax: &TypeSyntax, documented: &BTreeSet<&str>, sources: &Sources) -> Type {
    Lowering { syntax, documented, sources, assumed: Vec::new() }.item(expr)
}

fn says_the_same(a: &Model, b: &Model) -> bool {
    let facts =
        |it: &Field| (it.wire.clone(), it.ty.clone(), it.presence, it.nullable, it.read_only, it.default.clone());
    a.fields().iter().map(facts).eq(b.fields().iter().map(facts))
}

fn lower_model(doc: &ModelDoc, documented: &BTreeSet<&str>, sources: &Sources) -> Model {
    let fields = doc.fields.iter().map(|field| lower_field(field, doc.dialect, documented, sources)).collect();
    Model {
        description: doc.description.clone(),
        shape: Shape::Object(fields),
        rename: None,
        origin: sources.origin(doc.name.span),
    }
}

fn lower_field(doc: &FieldDoc, dialect: &Dialect, documented: &BTreeSet<&str>, sources: &Sources) -> Field {
    let mut lowering = Lowering { syntax: dialect.types, documented, sources, assumed: Vec::new() };
    let (inner, wrapped) = match &doc.ty.value {
        TypeExpr::Optional(inner) => (&**inner, true),
        other => (other, false),
    };
    let ty = lowering.item(inner);
    let mut assumed = lowering.assumed;
    let values = doc.prose.as_ref().filter(|_| takes_values(&ty)).map(|it| Values {
        known: it.value.clone(),
        source: ValuesSource::Prose,
        origin: sources.origin(it.span),
    });
    let plain = unescaped(&doc.name.value, &dialect.wire);
    let wire = match dialect.wire.case {
        KeyCase::Camel => {
            assumed.push(Assumption::WireNameByRule);
            camel(&plain, dialect.wire.capitals)
        }
        KeyCase::AsSpelled => plain.clone(),
    };
    Field {
        wire: WireName(wire),
        spelled: doc.name.value.clone(),
        plain,
        ty,
        presence: if doc.optional { Presence::Optional } else { Presence::Required },
        nullable: nullable(wrapped, doc.optional, dialect.types),
        read_only: doc.read_only,
        default: doc.default.clone(),
        values,
        description: doc.description.clone(),
        rename: None,
        origin: sources.origin(doc.name.span),
        type_origin: sources.origin(inner.name_span().unwrap_or(doc.ty.span)),
        assumed,
        corrected: Vec::new(),
    }
}

/// `Option<T>` means optional or nullable; without `[optional]` only the second is left.
fn nullable(wrapped: bool, optional: bool, syntax: &TypeSyntax) -> Option<bool> {
    let can_say = syntax.generics.iter().any(|it| it.makes == Makes::Optional);
    (can_say && !optional).then_some(wrapped)
}

fn unescaped(spelled: &str, rule: &WireRule) -> String {
    let undone = rule.escapes.iter().find_map(|escape| {
        let rest = spelled.strip_prefix(escape.prefix)?;
        match escape.before {
            EscapedName::Capitalised => {
                let first = rest.chars().next().filter(|it| it.is_uppercase())?;
                Some(first.to_lowercase().chain(rest.chars().skip(1)).collect())
            }
            EscapedName::OneOf(words) => words.contains(&rest).then(|| rest.to_owned()),
        }
    });
    undone.unwrap_or_else(|| spelled.to_owned())
}

/// `self_uri` to `selfUri`; a leading `_` stays, and so does what is not snake case.
fn camel(name: &str, capitals: &[&str]) -> String {
    let words = name.trim_start_matches('_');
    let mut wire = name[..name.len() - words.len()].to_owned();
    for (idx, word) in words.split('_').enumerate() {
        let mut letters = word.chars();
        match letters.next() {
            Some(_) if idx > 0 && capitals.contains(&word) => wire.push_str(&word.to_uppercase()),
            Some(first) if idx > 0 => wire.extend(first.to_uppercase().chain(letters)),
            Some(_) => wire.push_str(word),
            None => {}
        }
    }
    wire
}

struct Lowering<'a> {
    syntax: &'a TypeSyntax,
    documented: &'a BTreeSet<&'a str>,
    sources: &'a Sources,
    assumed: Vec<Assumption>,
}

impl Lowering<'_> {
    fn item(&mut self, expr: &TypeExpr) -> Type {
        match expr {
            TypeExpr::Word(word) => {
                self.assume(word.assumed);
                Type::Scalar(word.scalar)
            }
            TypeExpr::Name { text, surely_model, span } => self.name(text, *surely_model, *span),
            TypeExpr::List(item) => Type::List(Box::new(self.item(item))),
            TypeExpr::Map { item, text_keys } => {
                self.assume((!text_keys).then_some(Assumption::KeysAreText));
                Type::Map(Box::new(self.item(item)))
            }
            TypeExpr::Optional(item) => Type::Nullable(Box::new(self.item(item))),
            TypeExpr::Unknown { problem, message, span } => {
                Type::Unknown(Hole { problem: *problem, message: message.clone(), origin: self.sources.origin(*span) })
            }
        }
    }

    /// A word that is no type of the dialect is a model if a document has its name, if the cell links it,
    /// or if it is capitalised; otherwise it is a misspelled type.
    fn name(&self, text: &str, surely_model: bool, span: crate::source::Span) -> Type {
        let capitalised = text.chars().next().is_some_and(char::is_uppercase);
        if surely_model || capitalised || self.documented.contains(text) {
            return Type::Model(ModelName(text.to_owned()));
        }
        let words = self.syntax.words.iter().map(|it| it.text);
        let hint = did_you_mean(text, words.chain(self.documented.iter().copied()));
        let message = format!("no type is called `{text}`{hint}");
        Type::Unknown(Hole { problem: Problem::UnknownWord, message, origin: self.sources.origin(span) })
    }

    fn assume(&mut self, assumption: Option<Assumption>) {
        self.assumed.extend(assumption.filter(|it| !self.assumed.contains(it)));
    }
}

/// Whether known values make sense for a type: for texts, and for lists and maps of texts.
pub fn takes_values(ty: &Type) -> bool {
    *ty.innermost() == Type::Scalar(Scalar::String)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect;

    #[test]
    fn wire_names_undo_escapes_and_then_change_case() {
        let by_name = |name: &str| dialect::ALL.iter().find(|it| it.name == name).expect("a dialect");
        for (dialect, spelled, wire) in [
            ("genesys-python", "self_uri", "selfUri"),
            ("genesys-python", "pcFrom", "from"),
            ("genesys-python", "pc", "pc"),
            ("genesys-python", "pcc_id", "pccId"),
            ("genesys-python", "_from", "from"),
            ("genesys-python", "__id", "__id"),
            ("genesys-python", "address_line_1", "addressLine1"),
            ("genesys-python", "marked_na", "markedNA"),
            ("genesys-python", "na_marked", "naMarked"),
            ("genesys-python", "", ""),
            ("openapi-rust", "_type", "type"),
            ("openapi-rust", "r#type", "type"),
            ("openapi-rust", "_2fa", "_2fa"),
        ] {
            let rule = &by_name(dialect).wire;
            assert_eq!(camel(&unescaped(spelled, rule), rule.capitals), wire, "{spelled}");
        }
    }
}
