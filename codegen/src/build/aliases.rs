//! Limits how deep types nest through names that are other names for types. A cell is limited when it is read, but a name
//! in it can mean a list of lists of another such name.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Sink, Subject, codes};
use crate::schema::{Hole, MAX_DEPTH, ModelName, Origin, Problem, Scalar, Schema, Shape, Shown, Type};

/// Replaces types that are nested too deep by ones that could not be read, which is reported unless they are corrected.
/// Reports names of types that contain themselves; what they contain becomes any JSON.
pub(crate) fn limit(schema: &mut Schema, sink: &mut Sink) {
    let aliases = schema.models.iter().filter(|(_, model)| matches!(model.shape, Shape::Alias(_)));
    let names: Vec<ModelName> = aliases.map(|(name, _)| name.clone()).collect();
    let mut depths: BTreeMap<ModelName, usize> = BTreeMap::new();
    for name in names {
        for name in chain(name, schema, &depths, sink).into_iter().rev() {
            let depth = measure(&name, schema, &depths);
            depths.insert(name, depth);
        }
    }
    if depths.is_empty() {
        return;
    }
    for model in schema.models.values_mut().filter(|model| !matches!(model.shape, Shape::Alias(_))) {
        for (ty, origin) in model.types_mut() {
            if ty.depth() + depth_within(ty, &depths) > MAX_DEPTH {
                *ty = too_deep(origin);
            }
        }
    }
}

/// An alias and those that it leads to, one after the other, up to one whose depth is known. Cuts a cycle where it closes.
fn chain(
    first: ModelName,
    schema: &mut Schema,
    depths: &BTreeMap<ModelName, usize>,
    sink: &mut Sink,
) -> Vec<ModelName> {
    let (mut chain, mut seen) = (Vec::new(), BTreeSet::new());
    let mut next = Some(first);
    while let Some(name) = next.take().filter(|name| !depths.contains_key(name)) {
        let Some(target) = schema.target(&Type::Model(name.clone())) else { break };
        if !seen.insert(name.clone()) {
            cut(chain.last().unwrap_or(&name), schema, sink);
            break;
        }
        if let Type::Model(inner) = target.innermost() {
            next = Some(inner.clone());
        }
        chain.push(name);
    }
    chain
}

fn cut(name: &ModelName, schema: &mut Schema, sink: &mut Sink) {
    if let Some(model) = schema.models.get_mut(name)
        && let Shape::Alias(target) = &mut model.shape
    {
        let message = format!(
            "`{name}` is another name for a type that contains it; what `{target}` contains is read as any JSON"
        );
        *target.innermost_mut() = Type::Scalar(Scalar::Any);
        sink.report_of(Subject::of_model(&*name.0), &codes::RECURSIVE_ALIAS, model.origin.clone(), message);
    }
}

/// The levels of an alias, one for its name included. One that has too many becomes a type that could not be read.
fn measure(name: &ModelName, schema: &mut Schema, depths: &BTreeMap<ModelName, usize>) -> usize {
    let Some(model) = schema.models.get_mut(name) else { return 0 };
    let Shape::Alias(target) = &mut model.shape else { return 0 };
    let depth = 1 + target.depth() + depth_within(target, depths);
    if depth > MAX_DEPTH {
        *target = too_deep(&model.origin);
        return 1;
    }
    depth
}

fn depth_within(ty: &Type, depths: &BTreeMap<ModelName, usize>) -> usize {
    let inner = if let Type::Model(name) = ty.innermost() { depths.get(name).copied() } else { None };
    inner.unwrap_or_default()
}

fn too_deep(origin: &Origin) -> Type {
    let message = format!("this type is nested deeper than {MAX_DEPTH} levels with the types that its name means");
    Type::Unknown(Box::new(Hole {
        problem: Problem::TooDeep,
        message,
        help: None,
        origin: origin.clone(),
        shown: Shown::default(),
    }))
}

#[cfg(test)]
mod tests {
    use crate::Config;

    const NAMES: usize = 40;

    fn lists(count: usize, inner: &str) -> String {
        format!("{}{inner}{}", "list[".repeat(count), "]".repeat(count))
    }

    /// What is reported about aliases, by number, and about a field of the first.
    fn codes(alias: impl Fn(usize) -> String, field: &str) -> Vec<&'static str> {
        let mut texts: Vec<(String, String)> = Vec::new();
        for number in 0..NAMES {
            let page = format!("# N{number}\n\n## Type\n\n{}\n", alias(number));
            texts.push((format!("specs/N{number}.md"), page));
        }
        let head = "# Use\n\n## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n";
        texts.push(("specs/Use.md".to_owned(), format!("{head}| use | {field} | A use. | [optional] |\n")));
        let house = crate::dialect::by_name("house").expect("a dialect");
        let outcome = Config::new().dialect_of_all(house).show_all().compile_texts(texts);
        outcome.diagnostics.iter().map(|diagnostic| diagnostic.code.name).collect()
    }

    #[test]
    fn aliases_are_as_deep_as_what_they_name() {
        let next = |number: usize| format!("N{}", number + 1);
        let chain = |lists_each: usize, names: usize| {
            move |number: usize| if number < names { lists(lists_each, &next(number)) } else { "string".to_owned() }
        };
        // Each name counts, and so does each list.
        assert_eq!(codes(chain(0, 31), "N0"), [""; 0]);
        assert_eq!(codes(chain(0, 32), "N0"), ["type-too-deep"]);
        assert_eq!(codes(chain(1, 15), "list[N0]"), [""; 0]);
        assert_eq!(codes(chain(1, 15), "list[list[N0]]"), ["type-too-deep"]);
        assert_eq!(codes(chain(24, 1), "string"), [""; 0]);
        // The names that lead to one that is too deep are not reported for the same reason.
        assert_eq!(codes(chain(24, 39), "N0"), ["type-too-deep"; 19]);
    }

    #[test]
    fn a_cycle_is_cut_where_it_closes() {
        let cycle = |number: usize| format!("list[N{}]", if number < 4 { (number + 1) % 4 } else { number });
        assert_eq!(codes(cycle, "N0"), vec!["recursive-alias"; 1 + NAMES - 4]);
    }
}
